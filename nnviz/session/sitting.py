"""An exam that is taken image by image: a tally that grows, and a stop at what is answered wrongly."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from nnviz.core.arrays import IntArray
from nnviz.files import ExamOrder
from nnviz.session.changes import Changed
from nnviz.session.tally import Tally

if TYPE_CHECKING:
    from nnviz.session.exam import Exams
    from nnviz.session.session import Session

A_SECOND = 2.0
"""Images a second at speed 1."""

SPEEDS: tuple[float | None, ...] = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0, None)
"""In multiples of A_SECOND; None is all at once."""

ORDER = 29
"""The purpose that keeps these random numbers apart from all others."""


_Memory: TypeAlias = tuple[Tally | None, int | None, float | None, bool]


class Sitting(QObject):
    """Goes through the test set; the network that began is the one that is examined to the end.

    Signals
    -------
    changed()
        It has advanced, begun, been paused, or is set up otherwise.

    Parameters
    ----------
    session : Session
        Whose example becomes the wrong one at which it stops.
    exams : Exams
        Finds out the answers.
    """

    changed = Signal()

    def __init__(self, session: Session, exams: Exams) -> None:
        super().__init__(exams)
        self._session, self._exams = session, exams
        self._tally: Tally | None = None
        self._waits: int | None = None  # for the answers; then takes so many images, 0 for all
        self._seed: int | None = None
        self._speed: float | None = 1.0
        self._stops = False
        self._was = (False, True)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._advance)
        self._set_interval()
        session.changed.connect(self._follow)

    # How it goes

    @property
    def seed(self) -> int | None:
        """The seed that shuffles the test set; None for its own order."""
        return self._seed

    def set_seed(self, seed: int | None) -> None:
        """Take the images in another order; the exam begins again."""
        if seed != self._seed:
            self._seed = seed
            self.clear()

    @property
    def speed(self) -> float | None:
        """In multiples of A_SECOND images a second; None is all at once."""
        return self._speed

    def set_speed(self, speed: float | None) -> None:
        """Go on faster or slower."""
        self._speed = speed
        self._set_interval()
        if self._timer.isActive() and speed is None:
            self._advance()
        self.changed.emit()

    def _set_interval(self) -> None:
        self._timer.setInterval(0 if self._speed is None else round(1000 / (A_SECOND * self._speed)))

    @property
    def stops(self) -> bool:
        """Whether it stops at each wrong answer."""
        return self._stops

    def set_stops(self, stops: bool) -> None:
        """Stop at wrong answers, or do not."""
        self._stops = stops
        self.changed.emit()

    # How it stands

    @property
    def tally(self) -> Tally | None:
        """The answers so far; None before it has begun."""
        return self._tally

    @property
    def running(self) -> bool:
        """True while image follows upon image."""
        return self._timer.isActive() or self._waits == 0

    @property
    def done(self) -> int:
        """How many images have been shown."""
        return 0 if self._tally is None else self._tally.done

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self._session.dataset.test)

    @property
    def finished(self) -> bool:
        """True after the last one."""
        return self._tally is not None and self._tally.finished

    @property
    def stale(self) -> bool:
        """True once the network on the screen is no longer the one examined."""
        if self._tally is None:
            return False
        result, session = self._tally.result, self._session
        return result.parameters is not session.parameters or result.off != session.off

    @property
    def begins_again(self) -> bool:
        """True where there is nothing to go on with: it is over, or the network has become another.

        While a training runs the network becomes another all the time; then one goes on with that of the
        beginning.
        """
        changed = self.stale and self._session.run_state != "running"
        return self._tally is None or self.finished or changed

    # Taking it

    def start(self) -> None:
        """Go on; begin again where it is over, or where the network has become another."""
        if self.running:
            return
        if self.begins_again:
            self._begin(0)
        else:
            self._run()

    def pause(self) -> None:
        """Wait at the image on show."""
        self._timer.stop()
        self._waits = None
        self.changed.emit()

    def one(self) -> None:
        """Take one image more, and wait."""
        self._timer.stop()
        if self.begins_again:
            self._begin(1)
        else:
            self._take()
            self.changed.emit()

    def clear(self) -> None:
        """Forget all answers so far."""
        self._timer.stop()
        self._waits, self._tally = None, None
        self.changed.emit()

    def close(self) -> None:
        """End it, before the Session goes."""
        self._timer.stop()
        self._waits = None

    def _begin(self, images: int) -> None:
        """Begin with the answers of the present network, as soon as they are there."""
        self.clear()
        self._waits = images
        self._exams.ask("test")
        self._answer()
        self.changed.emit()

    def _answer(self) -> None:
        training = self._session.run_state == "running"
        # In a training the newest answers are of a moment ago: one cannot have those of now.
        result = self._exams.result if training else self._exams.current("test")
        if self._waits is None:
            return
        if result is None:
            self._exams.ask("test")
            return
        images, self._waits = self._waits, None
        self._tally = Tally(result, _order(self.total, self._seed))
        if images:
            self._take()
        else:
            self._run()

    def _follow(self, what: Changed) -> None:
        if what & Changed.NETWORK and self._tally is not None and not self._examines_present(self._tally):
            self.clear()
        elif what & Changed.EXAM and self._waits is not None:
            self._answer()
            self.changed.emit()
        elif (now := (self.stale, self.begins_again)) != self._was or what & Changed.NETWORK:
            self._was = now
            self.changed.emit()

    def _examines_present(self, tally: Tally) -> bool:
        return tally.result.dataset is self._session.dataset and not self.stale

    def order_now(self) -> ExamOrder:
        """Return how it is set up, as a state file keeps it."""
        return ExamOrder(self._seed, self._speed, self._stops)

    def take_up(self, kept: ExamOrder) -> None:
        """Be set up as a state file says, with nothing answered yet. Says nothing: the Session does."""
        speed = kept.speed if kept.speed in SPEEDS else 1.0
        self.bring_back((None, kept.seed, speed, kept.stops))

    def remember(self) -> object:
        """Return how it is set up and how far it has come; it waits."""
        self.pause()
        return self._tally, self._seed, self._speed, self._stops

    def bring_back(self, memory: object) -> None:
        """Be set up as it was, and stand there; None for the beginning."""
        self.close()
        self._tally, self._seed, self._speed, self._stops = cast(_Memory, memory or (None, None, 1.0, False))
        self._set_interval()

    def _run(self) -> None:
        self._timer.start()
        self._advance()

    def _advance(self) -> None:
        """Take the next image; at full speed all of them, or as many as it takes to come to a wrong one."""
        if self._speed is None:
            while not self._take():
                pass
        else:
            self._take()
        self.changed.emit()

    def _take(self) -> bool:
        """Take the next image; say whether to wait at it."""
        assert self._tally is not None
        self._tally = self._tally.further()
        wrong = self._stops and self._tally.at_wrong
        if wrong:
            self._show(self._tally.index)
        if wrong or self.finished:
            self._timer.stop()
        return wrong or self.finished

    def _show(self, index: int | None) -> None:
        """Let the network show how it came to its answer."""
        assert index is not None
        session = self._session
        session.go_to_example("test", index)
        session.jump(max(session.cursor, session.plan.cost))


def _order(n: int, seed: int | None) -> IntArray:
    """Return the order of the n examples."""
    return np.arange(n) if seed is None else np.random.default_rng([seed, ORDER]).permutation(n)
