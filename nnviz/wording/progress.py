"""How far a network has come, in words: the status of its training, the pace, what the result means."""

from typing import NamedTuple

from nnviz.training.ending import Reason
from nnviz.training.measuring import Metrics, Standing
from nnviz.wording.numbers import fixed
from nnviz.wording.standing import result_exactly, result_text
from nnviz.wording.text import tr
from nnviz.wording.training import reason_name, reason_words


class Progress(NamedTuple):
    """How far a network has come.

    Attributes
    ----------
    running : bool
        Whether it is being trained.
    epochs, updates : float, int
        Its training so far.
    last : Metrics or None
        What was measured last while it was trained.
    standing : Standing or None
        What was measured of it as it is now.
    drawn : bool
        Whether its first numbers were drawn here, or came from a file or from a training on other data.
    by_hand : int
        How many updates and edits were made by hand; asked for only where there was no training.
    finished : "target", "patience" or None
        Which stop condition has ended its training.
    """

    running: bool
    epochs: float
    updates: int
    last: Metrics | None = None
    standing: Standing | None = None
    drawn: bool = True
    by_hand: int = 0
    finished: Reason | None = None

    @property
    def result(self) -> Standing | None:
        """What is known of the network: as it is now, and during a training what was measured last."""
        if self.standing is not None and not self.running:
            return self.standing
        last = self.last
        if last is None or not (self.running or last.updates == self.updates):
            return None
        return last.test


def pace_name(pace: float | None, long: bool = True) -> str:
    """Return a pace in words."""
    if pace is None:
        return tr("flat out")
    if not long:
        return tr("{n:,.0f}/s", n=pace)
    return tr("1 update/s") if pace == 1 else tr("{n:,.0f} updates/s", n=pace)


def status_texts(progress: Progress) -> tuple[str, ...]:
    """Return what the status says, the longest first; the shorter ones are for narrow windows."""
    result = [] if progress.result is None else [result_text(progress.result)]
    awaited = result or ([] if progress.running else [tr("test …")])
    if progress.updates == 0:
        state = tr("running …") if progress.running else _untrained(progress)
        return " · ".join([state, *awaited]), state, *result
    epoch = tr("epoch {epochs}", epochs=fixed(progress.epochs, 1))
    count = tr("1 update") if progress.updates == 1 else tr("{n:,} updates", n=progress.updates)
    why = [] if progress.finished is None else [reason_name(progress.finished)]
    briefest = result[0] if result else epoch
    long = [" · ".join([*words, *awaited, *why]) for words in ([epoch, count], [epoch])]
    return *long, *([" · ".join([briefest, *why])] if why else []), briefest


def _untrained(progress: Progress) -> str:
    """Return where the numbers of a network come from that no training has changed."""
    if progress.by_hand:
        return (
            tr("1 step by hand") if progress.by_hand == 1 else tr("{n:,} steps by hand", n=progress.by_hand)
        )
    return tr("not trained yet") if progress.drawn else tr("weights from elsewhere")


def status_tip(progress: Progress) -> str:
    """Explain the words of the status, and give the result in full precision."""
    words = tr(
        "<b>epoch</b>: how often every training example has been used<br>"
        "<b>updates</b>: mini-batches so far, one step downhill each<br>"
        "<b>test</b>: how the network does on examples it was never trained on"
    )
    result, last = progress.result, progress.last
    if result is not None:
        n = last.updates if progress.running and last is not None else progress.updates
        words += tr(" ({value} after update {n:,})", value=result_exactly(result), n=n)
    if not progress.drawn:
        words += "<br>" + tr("Its first weights were not drawn here: they came from a file or other data.")
    if progress.finished is not None:
        words += "<br>" + tr("It has ended early: {reason}.", reason=reason_words(progress.finished))
    return words
