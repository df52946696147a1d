"""The training's controls in one slim row: run, learning rate, batch, epochs, pace, how far it has come."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLayout,
    QSizePolicy,
    QSpinBox,
)

from nnviz.errors import NnvizError
from nnviz.session import PACES, Changed, Session
from nnviz.training.evaluation import Standing
from nnviz.training.timeline import Change
from nnviz.training.trainer import Metrics
from nnviz.ui import theme
from nnviz.ui.fields import ARROWS, OwnKeys, RateBox, described, field_label, parse_rate, whole_number
from nnviz.ui.training.parts import Status, TrainButton, action_button
from nnviz.wording import exact, fixed, number, percent, tr

MOST_EPOCHS = 10_000

LEAST = -1

_CONTROLS = Changed.TRAINING | Changed.NETWORK
_STATUS = Changed.PARAMETERS | Changed.METRICS | Changed.TRAINING | Changed.NETWORK | Changed.STANDING


class TrainingBar(QFrame):
    """Runs and steers the training, in every workspace.

    Parameters
    ----------
    session : Session
        What is trained.
    actions : mapping of str to QAction
        The commands; "train", "stop", "train-example", "train-batch", "train-epoch" and "reset" get a
        button here.
    """

    def __init__(self, session: Session, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self._session = session
        self.setAccessibleName(tr("Training"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.set_role(self, "card")
        self.train = TrainButton(session, actions["train"])
        self.stop = action_button(actions["stop"])
        self.one_example = action_button(actions["train-example"], tr("1 example"))
        self.one_batch = action_button(actions["train-batch"], tr("1 batch"))
        self.one_epoch = action_button(actions["train-epoch"], tr("1 epoch"))
        self.reset = action_button(actions["reset"])
        self._make_fields()
        self.status = Status()
        self._lay_out()
        session.changed.connect(self._follow)
        theme.on_change(self, self._measure)
        self._follow(_CONTROLS | _STATUS)

    def _make_fields(self) -> None:
        self.rate = RateBox()
        self.rate_label = field_label("", self.rate)
        self._name_rate()
        self.batch = described(
            whole_number(1, 1),
            tr("Mini-batch size"),
            tr(
                "How many examples are averaged for one update:"
                " 1 is quick and drunk, all of them slow and sure."
            ),
            tr("It counts from the next mini-batch, also while training."),
        )
        self.epochs = described(
            whole_number(1, MOST_EPOCHS),
            tr("Epochs"),
            tr("How many times a training goes through all the training examples."),
            tr("Counts from the next start."),
        )
        self.pace = described(
            QComboBox(),
            tr("Pace"),
            tr("Updates a second. Slow enough, each one can be watched; flat out trains fastest."),
        )
        self.pace.addItems([pace_name(pace) for pace in PACES])
        self.pace.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        OwnKeys(self.pace, ARROWS)
        self.rate.offered.connect(lambda text: self._try(lambda: self._session.set_rate(parse_rate(text))))
        for box in (self.batch, self.epochs):
            box.refused.connect(self._session.failed)
        self.batch.valueChanged.connect(lambda n: self._set(batch=n))
        self.epochs.valueChanged.connect(lambda n: self._set(epochs=n))
        self.pace.activated.connect(lambda row: self._session.set_pace(PACES[row]))

    def _name_rate(self) -> None:
        described(
            self.rate,
            tr("Learning rate {η}"),
            tr("How far one update goes against the gradient. It takes effect at once, also while training."),
            tr("↑ ↓ step it: 1, 2, 5, 10 …"),
        )
        self.rate_label.setText(tr("{η}"))
        self.rate_label.setToolTip(self.rate.toolTip())

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        # The bar says itself how narrow it can be: without the words on its buttons.
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        single = (self.one_example, self.one_batch, self.one_epoch)
        for widget in (self.train, self.stop, *single, self.reset):
            layout.addWidget(widget)
        layout.addWidget(self.rate_label)
        layout.addWidget(self.rate)
        for text, field in ((tr("batch"), self.batch), (tr("epochs"), self.epochs)):
            layout.addWidget(field_label(text, field))
            layout.addWidget(field)
        layout.addWidget(self.pace)
        layout.addWidget(self.status, 1)

    # Room

    def _measure(self) -> None:
        """Fit margins and fields to the type."""
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(*(round(theme.px(m)) for m in (5, 3, 12, 3)))
        layout.setSpacing(round(theme.px(5)))
        for field, sample in ((self.rate, "0.0005"), (self.batch, "60000"), (self.epochs, "10000")):
            width = QFontMetrics(theme.number_font()).horizontalAdvance(sample)
            field.setFixedWidth(width + round(theme.px(32)))
        self._least = self._dress(words=LEAST, long=False)
        self._fit()
        self.updateGeometry()

    def _dress(self, words: int, long: bool) -> QSize:
        """Write words on so many buttons, and the paces long or short; return the room that needs.

        With `LEAST` the least of the buttons is left out, too; its command is in the menu.
        """
        layout = self.layout()
        assert layout is not None
        style = Qt.ToolButtonStyle
        for i, button in enumerate((self.one_epoch, self.one_batch, self.one_example)):
            with_words = i < words
            button.setToolButtonStyle(
                style.ToolButtonTextBesideIcon if with_words else style.ToolButtonIconOnly
            )
            button.setVisible(i < 2 or words >= 0)
        for row, pace in enumerate(PACES):
            self.pace.setItemText(row, pace_name(pace, long))
        layout.invalidate()
        return layout.minimumSize()

    def _fit(self) -> None:
        """Say as much as there is room for, the status first."""
        room = self.width() - self.status.wide()
        for words, long in ((3, True), (3, False), (2, False), (0, False), (LEAST, False)):
            if self._dress(words, long).width() <= room:
                return

    def showEvent(self, event: QShowEvent) -> None:
        """Measure again: the style sheet reaches the controls only now."""
        super().showEvent(event)
        self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the words to the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """Return the size with bare buttons and the shortest words."""
        return self._least

    def sizeHint(self) -> QSize:
        """Return a width that leaves it to the window, and the height of a button."""
        return QSize(max(super().sizeHint().width(), self._least.width()), self._least.height())

    # What the user does

    def _set(self, **changes: Any) -> None:
        self._try(lambda: self._session.set_settings(replace(self._session.settings, **changes)))

    def _try(self, change: Callable[[], None]) -> None:
        """Change something; what cannot be is explained, and the old value is back."""
        try:
            change()
        except NnvizError as error:
            self._show_settings()
            self.rate.restore()
            self._session.failed.emit(str(error))

    # What the session says

    def _follow(self, what: Changed) -> None:
        if what & _CONTROLS:
            self._show_settings()
        if what & _STATUS:
            self._show_status()
        if what & Changed.NOTATION:
            self._name_rate()

    def _show_settings(self) -> None:
        settings, n = self._session.settings, len(self._session.dataset.train)
        for box, value, top in ((self.batch, settings.batch, n), (self.epochs, settings.epochs, MOST_EPOCHS)):
            _show_number(box, value, max(top, value))
        self.rate.show_rate(settings.rate)
        pace = self._session.pace
        self.pace.setCurrentIndex(PACES.index(pace) if pace in PACES else -1)

    def _show_status(self) -> None:
        session = self._session
        running = session.run_state == "running"
        progress = Progress(
            running,
            session.epochs,
            session.updates,
            self._last_measured(),
            session.standing,
            session.origin is not None,
            0 if session.updates else self._by_hand(),
        )
        self.status.say(*status_texts(progress))
        theme.set_role(self.status, "" if progress.result else "muted")
        self.status.setToolTip(_status_tip(progress))

    def _last_measured(self) -> Metrics | None:
        """Return what was measured last, if it tells of this training and not of what was there before."""
        measured, moment = self._session.metrics, self._session.moment
        if not measured:
            return None
        # After a change by hand, or from the beginning, the first measurement comes before the first step.
        known = measured[-1].updates - moment.position.updates
        return measured[-1] if known > 0 or (known == 0 and moment.change.kind == "run") else None

    def _by_hand(self) -> int:
        """Return how many updates and edits by hand lead to the present network."""
        changes, place = self._session.changes, self._session.place
        return sum(at <= place and _moves_network(change) for at, change in changes)


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
    """

    running: bool
    epochs: float
    updates: int
    last: Metrics | None = None
    standing: Standing | None = None
    drawn: bool = True
    by_hand: int = 0

    @property
    def result(self) -> Standing | None:
        """What is known of the network: as it is now, and during a training what was measured last."""
        if self.standing is not None and not self.running:
            return self.standing
        last = self.last
        if last is None or not (self.running or last.updates == self.updates):
            return None
        return Standing(last.test_cost, last.test_accuracy)


# ---- words -----------------------------------------------------------------------------------


def pace_name(pace: float | None, long: bool = True) -> str:
    """Return a pace in words."""
    if pace is None:
        return tr("flat out")
    if not long:
        return tr("{n:,.0f}/s", n=pace)
    return tr("1 update/s") if pace == 1 else tr("{n:,.0f} updates/s", n=pace)


def status_texts(progress: Progress) -> tuple[str, ...]:
    """Return what the status says, the longest first; the shorter ones are for narrow windows."""
    result = [] if progress.result is None else [_result(progress.result)]
    awaited = result or ([] if progress.running else [tr("test …")])
    if progress.updates == 0:
        state = tr("running …") if progress.running else _untrained(progress)
        return " · ".join([state, *awaited]), state, *result
    epoch = tr("epoch {epochs}", epochs=fixed(progress.epochs, 1))
    count = tr("1 update") if progress.updates == 1 else tr("{n:,} updates", n=progress.updates)
    briefest = result[0] if result else epoch
    return " · ".join([epoch, count, *awaited]), " · ".join([epoch, *awaited]), briefest


def _untrained(progress: Progress) -> str:
    """Return where the numbers of a network come from that no training has changed."""
    if progress.by_hand:
        return (
            tr("1 step by hand") if progress.by_hand == 1 else tr("{n:,} steps by hand", n=progress.by_hand)
        )
    return tr("not trained yet") if progress.drawn else tr("weights from elsewhere")


def _moves_network(change: Change) -> bool:
    """Say whether a change was made by hand, and to the network: painting moves only the input."""
    return change.kind == "update" or (change.edit is not None and change.edit.kind != "input")


def _result(standing: Standing) -> str:
    if standing.accuracy is None:
        return tr("test cost {cost}", cost=number(standing.cost))
    return tr("test {share}", share=percent(standing.accuracy))


def _status_tip(progress: Progress) -> str:
    words = tr(
        "<b>epoch</b>: how often every training example has been used<br>"
        "<b>updates</b>: mini-batches so far, one step downhill each<br>"
        "<b>test</b>: how the network does on examples it was never trained on"
    )
    if not progress.drawn:
        words += "<br>" + tr("Its first weights were not drawn here: they came from a file or other data.")
    result, last = progress.result, progress.last
    if result is None:
        return words
    value = result.cost if result.accuracy is None else result.accuracy
    n = last.updates if progress.running and last is not None else progress.updates
    return words + tr(" ({value} after update {n:,})", value=exact(value), n=n)


def _show_number(box: QSpinBox, value: int, top: int) -> None:
    """Show a number without telling anyone, and without disturbing one who is typing."""
    blocked = box.blockSignals(True)
    if box.maximum() != top:
        box.setMaximum(top)
    if box.value() != value:
        box.setValue(value)
    box.blockSignals(blocked)
