"""The Session's race: which trainings stand side by side, and the worker that runs them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, cast

from PySide6.QtCore import QObject, QTimer

from nnviz.errors import NnvizError, SettingsError
from nnviz.files import LineUp
from nnviz.session.changes import Changed
from nnviz.session.handing_over import hand_over
from nnviz.training.lanes import MOST_LANES, Start, Variations, check
from nnviz.training.race import LaneNews, Race
from nnviz.training.race_presets import PRESETS, Preset, preset
from nnviz.training.race_worker import RaceWorker
from nnviz.training.timeline import Origin
from nnviz.wording import tr

if TYPE_CHECKING:
    from nnviz.session.session import Session

POLL_MS = 100
"""How often the window fetches news: ten networks side by side need no more."""

RACE_PACES: tuple[float | None, ...] = (1.0, 5.0, 20.0, None)
"""Epochs a second that are not exceeded; None is flat out."""

RaceState = Literal["idle", "running", "paused", "over"]


_MEMORY: dict[str, object] = {
    "_preset": None,
    "_lanes": (),
    "_epochs": 0,
    "_pace": 5.0,
    "_from_first": True,
    "_race": None,
    "_news": (),
    "_chosen": None,
}
"""What a line-up and its race consist of, as they begin."""


class Racing(QObject):
    """One race at a time, in one thread; what it does is said by `Changed.RACE` of the Session.

    Parameters
    ----------
    session : Session
        Whose network, data and settings the lanes come from. Its own training and a race exclude one another.
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._preset: Preset | None = None
        self._lanes: tuple[Variations, ...] = ()
        self._epochs = 0
        self._pace: float | None = 5.0
        self._from_first = True
        self._race: Race | None = None
        self._worker: RaceWorker | None = None
        self._news: tuple[LaneNews, ...] = ()
        self._chosen: int | None = None
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self._fetch)
        session.changed.connect(self._follow)

    # The line-up

    @property
    def preset(self) -> Preset:
        """What the line-up was taken from; the first one unless told."""
        if self._preset is None:
            self._take(preset(PRESETS[0], self._start()))
        assert self._preset is not None
        return self._preset

    @property
    def lanes(self) -> tuple[Variations, ...]:
        """What makes each lane different."""
        return self._lanes if self.preset else ()

    @property
    def epochs(self) -> int:
        """How many epochs a race goes on."""
        return self._epochs if self.preset else 0

    @property
    def examples(self) -> int | None:
        """How many training examples the lanes get at most; None for all."""
        return self.preset.examples

    @property
    def from_first(self) -> bool:
        """Whether the lanes begin with the numbers the network began with, and not with the present ones."""
        return self._from_first

    @property
    def pace(self) -> float | None:
        """Epochs a second; None is flat out."""
        return self._pace

    @property
    def chosen(self) -> int | None:
        """Which lane stands out, in the plot, the table and the pictures."""
        return self._chosen if self._chosen is not None and self._chosen < len(self.lanes) else None

    def choose(self, index: int | None) -> None:
        """Let a lane stand out; None for none."""
        if index != self._chosen:
            self._chosen = index
            self._emit()

    def line_up(self, name: str) -> None:
        """Take the lanes of a preset, one of `PRESETS`."""

        def choose() -> None:
            chosen = preset(name, self._start())
            _check(self._start(), chosen.lanes)
            self._take(chosen)

        self._change(choose)

    def add(self, variations: Variations) -> None:
        """Add a lane that differs so; what cannot be is explained."""

        def grow() -> None:
            if len(self.lanes) == MOST_LANES:
                raise SettingsError(tr("a race has at most {n} lanes; take one away first", n=MOST_LANES))
            if variations in self.lanes:
                raise SettingsError(tr("this lane is there already"))
            _check(self._start(), (variations,))
            self._lanes = (*self._lanes, variations)

        self._change(grow)

    def remove(self, index: int) -> None:
        """Take a lane away; one stays."""
        if len(self.lanes) > 1:
            self._change(lambda: setattr(self, "_lanes", self._lanes[:index] + self._lanes[index + 1 :]))

    def set_epochs(self, epochs: int) -> None:
        """Change how long the next race goes on."""
        if epochs < 1:
            raise SettingsError(tr("a whole number from 1, not {n}", n=epochs), field="epochs")
        assert self.preset
        self._epochs = epochs
        self._emit()

    def set_from_first(self, on: bool) -> None:
        """Let the lanes of the next race begin with the network's first numbers, or with the present ones."""
        if on != self._from_first:
            self._from_first = on
            self._emit()

    def set_pace(self, pace: float | None) -> None:
        """Change the pace, also of a race that runs."""
        self._pace = pace
        if self._worker is not None:
            self._worker.set_pace(pace)
        self._emit()

    def _take(self, chosen: Preset) -> None:
        self._preset, self._lanes, self._epochs = chosen, chosen.lanes, chosen.epochs

    def _change(self, change: Callable[[], None]) -> None:
        """Change the line-up: what ran so far belongs to the old one."""
        try:
            change()
        except NnvizError as error:
            self._session.failed.emit(str(error))
            return
        self._chosen = None
        self.stop()

    def _start(self) -> Start:
        session = self._session
        origin = session.origin or Origin("scaled", 0)
        settings = replace(session.settings, epochs=max(self._epochs, 1), seed=origin.seed)
        if self._from_first:
            return Start.drawn(session.spec, session.dataset, settings, *origin, off=session.off)
        return Start(session.parameters, *origin, session.dataset, settings, session.off)

    # Running

    @property
    def state(self) -> RaceState:
        """Whether a race runs, waits to go on, is over, or has not begun."""
        if self._worker is not None:
            return "running"
        if self._race is None:
            return "idle"
        return "over" if self._race.over else "paused"

    @property
    def news(self) -> tuple[LaneNews, ...]:
        """Where the lanes stand; empty before a race, and shorter than `lanes` while they are made ready."""
        return self._news

    def start(self) -> None:
        """Begin a race with the present line-up; what was measured before is dropped."""
        self._end()
        self._session.end_training()
        lanes = self.lanes
        try:
            start = self._start().limited(self.examples)
            _check(start, lanes)
        except NnvizError as error:
            self._session.failed.emit(str(error))
            return
        self._race, self._news = Race(start, lanes, self._epochs), ()
        self._run()

    def pause(self) -> None:
        """Interrupt the race; resume goes on where it stopped."""
        if self._worker is not None:
            self._end()
            self._emit()

    def resume(self) -> None:
        """Go on with an interrupted race."""
        if self.state == "paused":
            self._run()

    def stop(self) -> None:
        """End the race and put its results away."""
        self._end()
        self._race, self._news = None, ()
        self._emit()

    def take_over(self, index: int) -> None:
        """Make a lane's network the Session's, see `hand_over`; a race that runs is paused."""
        if self._race is None or not 0 <= index < len(self._news):
            return
        self.pause()
        try:
            hand_over(self._session, self._race.runners[index])
        except NnvizError as error:
            self._session.failed.emit(str(error))

    def line_up_now(self) -> LineUp | None:
        """Return the line-up as a state file keeps it; None where nobody has looked at it yet."""
        if self._preset is None:
            return None
        examples = self._preset.examples
        return LineUp(self._preset.name, self._lanes, self._epochs, examples, self._pace, self._from_first)

    def take_up(self, kept: LineUp) -> None:
        """Line up as a state file says; what was raced is put away. Says nothing: the Session does."""
        self.bring_back(None)
        self._take(Preset(kept.preset, kept.lanes, kept.epochs, kept.examples))
        self._pace = kept.pace if kept.pace in RACE_PACES else self._pace
        self._from_first = kept.from_first

    def remember(self) -> object:
        """Return the line-up and what has been raced; a race that runs is paused."""
        self.pause()
        return {name: getattr(self, name) for name in _MEMORY}

    def bring_back(self, memory: object) -> None:
        """Line up as it was; None for the beginning."""
        self._end()
        for name, value in cast(dict[str, object], memory or _MEMORY).items():
            setattr(self, name, value)

    def close(self) -> None:
        """End what runs, before the Session goes."""
        self._end()

    def _run(self) -> None:
        assert self._race is not None
        self._session.end_training()
        self._worker = RaceWorker(self._race, self._pace, self)
        self._worker.ended.connect(self._collect)
        self._worker.start()
        self._poll.start()
        self._emit()

    def _end(self) -> None:
        if self._worker is not None:
            self._worker.request_stop()
            self._gather(self._worker)

    def _collect(self, worker: RaceWorker) -> None:
        if worker is self._worker:  # else it is late news
            self._gather(worker)
            self._emit()

    def _gather(self, worker: RaceWorker) -> None:
        """Join the thread, and keep what it has reached."""
        worker.wait()
        self._poll.stop()
        self._worker = None
        worker.deleteLater()
        self._news = worker.race.news()
        if worker.error is not None:
            self._race, self._news = None, ()
            self._session.failed.emit(tr("The race stopped with an error: {error}", error=worker.error))

    def _fetch(self) -> None:
        news = None if self._worker is None else self._worker.mailbox.take()
        if news is not None:
            self._news = news
            self._emit()

    def _follow(self, what: Changed) -> None:
        if what & Changed.TRAINING and self._session.run_state == "running":
            self.pause()

    def _emit(self) -> None:
        self._session.changed.emit(Changed.RACE)


def _check(start: Start, lanes: Sequence[Variations]) -> None:
    """Raise NnvizError when one of the lanes cannot be."""
    for variations in lanes:
        for variation in variations:
            check(start, variation)
