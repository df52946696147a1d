"""The Session's exam: what the present network makes of a whole split, and which examples it gets wrong."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakSet

import numpy as np
from PySide6.QtCore import QObject, QTimer

from nnviz.core.network import NetworkSpec, Parameters
from nnviz.core.passes import masks_of
from nnviz.data.dataset import Dataset, PartName
from nnviz.session.changes import Changed
from nnviz.session.sitting import Sitting
from nnviz.training.background import Background, Stopped
from nnviz.training.exam import Answers, Exam, examine
from nnviz.training.kernel import Kernel
from nnviz.wording.exam import none_wrong

if TYPE_CHECKING:
    from nnviz.session.session import Session

REST_MS = 500
"""Between the beginnings of two exams that nobody has asked for, while a training goes on."""

PARTS: tuple[PartName, ...] = ("train", "test")

SHARE = 4
"""An exam that takes long is not begun again before so many times that time."""

_ANOTHER = Changed.PARAMETERS | Changed.NETWORK | Changed.TRAINING


class Result(NamedTuple):
    """An exam, what was examined with what, and how long it took."""

    exam: Exam
    parameters: Parameters
    off: frozenset[tuple[int, int]]
    dataset: Dataset
    part: PartName
    seconds: float

    @property
    def spec(self) -> NetworkSpec:
        """The network's shape."""
        return self.parameters.spec

    @property
    def answers(self) -> Answers | None:
        """The exam, where there is right and wrong."""
        return self.exam if isinstance(self.exam, Answers) else None


class Exams(QObject):
    """Examines the present network, in threads, while somebody watches or has asked for it.

    Parameters
    ----------
    session : Session
        Whose network is examined. It says Changed.EXAM when there is a new result.

    Attributes
    ----------
    sitting : Sitting
        The exam that is taken image by image.
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._watchers: WeakSet[QObject] = WeakSet()
        self._results: dict[PartName, Result] = {}
        self._threads: dict[PartName, Background] = {}
        self._asked: dict[PartName, tuple[object, ...]] = {}
        self._step = 0  # to the next or the previous wrong one, as soon as it is known which that is
        for part in PARTS:
            self._threads[part] = Background(self)
            self._threads[part].ready.connect(self._take)
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._rest.timeout.connect(self._refresh)
        self.sitting = Sitting(session, self)
        session.changed.connect(self._follow)
        session.closing.connect(self.close)

    # What is known

    @property
    def result(self) -> Result | None:
        """The newest exam of the test set, perhaps of an earlier θ; None before the first of these data."""
        return self.result_of("test")

    def result_of(self, part: PartName) -> Result | None:
        """Return the newest exam of a part of the present data and a network of the present shape."""
        result = self._results.get(part)
        session = self._session
        fits = result and result.dataset is session.dataset and result.spec == session.spec
        return result if fits else None

    def current(self, part: PartName = "test") -> Result | None:
        """Return the exam of a part with the very θ that is on the screen, None if there is none yet."""
        result, session = self.result_of(part), self._session
        if result is None or result.parameters is not session.parameters or result.off != session.off:
            return None
        return result

    @property
    def busy(self) -> bool:
        """True while something is examined."""
        return any(thread.busy for thread in self._threads.values())

    # Who wants to know

    def watch(self, watcher: QObject) -> None:
        """Keep the exam of the test set up to date, at most every REST_MS, as long as somebody watches."""
        self._watchers.add(watcher)
        self._refresh()

    def unwatch(self, watcher: QObject) -> None:
        """Watch no more; without watchers nothing is computed."""
        self._watchers.discard(watcher)
        if not self._watchers:
            self._rest.stop()

    def ask(self, part: PartName = "test") -> None:
        """Examine the present network now; nothing happens where that is known or being done."""
        session = self._session
        parameters, off, dataset = session.parameters, session.off, session.dataset
        if self.current(part) is not None or self._is_being_done(part, parameters, off, dataset):
            return
        self._asked[part] = parameters, off, dataset

        def work(stopped: Stopped) -> Result | None:
            began = monotonic()
            kernel = Kernel(parameters, masks_of(parameters.spec, off))
            exam = examine(kernel, dataset.split(part), stopped)
            seconds = monotonic() - began
            return None if exam is None else Result(exam, parameters, off, dataset, part, seconds)

        self._threads[part].ask(work)

    def _is_being_done(self, part: PartName, *of: object) -> bool:
        asked = self._asked.get(part, ())
        same = len(asked) == len(of) and all(a is b for a, b in zip(asked, of, strict=True))
        return same and self._threads[part].busy

    def _follow(self, what: Changed) -> None:
        if what & Changed.NETWORK:
            # Other data may be large: the results of these are let go with them.
            self._results = {part: self._results[part] for part in PARTS if self.result_of(part)}
            self._asked.clear()
        if what & _ANOTHER:
            self._refresh()

    def _refresh(self) -> None:
        """Examine what is on the screen if somebody watches; soon, if that was done only just now."""
        if not self._watchers or self.current() is not None or self._threads["test"].busy:
            return
        if self._rest.isActive():
            return
        self._rest.start()
        self.ask("test")

    def _take(self, result: Result) -> None:
        if result.dataset is self._session.dataset:
            self._results[result.part] = result
            self._session.changed.emit(Changed.EXAM)
            if self._step and result.part == self._session.example.split:
                step, self._step = self._step, 0
                self._go(step, result)
        # A large network must not be examined all the time: then its training would stand still.
        self._rest.setInterval(max(REST_MS, SHARE * round(1000 * result.seconds)))
        self._refresh()

    # From one wrong example to the next

    def step_wrong(self, step: int) -> None:
        """Show the next wrong example of the split (step 1) or the one before (−1); beyond the end go round.

        Where it is not known yet which are wrong, that is found out first.
        """
        part = self._session.example.split
        if self._session.split.labels is None:
            return
        result = self.current(part)
        if result is not None:
            self._go(step, result)
        else:
            self._step = step
            self.ask(part)

    def _go(self, step: int, result: Result) -> None:
        here = self._session.example
        if here.split != result.part or result.answers is None:
            return
        wrong = result.answers.wrong
        if not len(wrong):
            self._session.failed.emit(none_wrong(result.part, len(result.exam)))
            return
        if step > 0:
            place = int(np.searchsorted(wrong, here.index, "right")) % len(wrong)
        else:
            place = int(np.searchsorted(wrong, here.index, "left")) - 1
        self._session.go_to_example(result.part, int(wrong[place]))

    def remember(self) -> object:
        """Return how far the exam taken image by image has come."""
        return self.sitting.remember()

    def bring_back(self, memory: object) -> None:
        """Go on with that exam; None for the beginning."""
        self.sitting.bring_back(memory)

    def close(self) -> None:
        """End what runs, before the Session goes."""
        self._watchers.clear()
        self._rest.stop()
        self.sitting.close()
        for thread in self._threads.values():
            thread.close()
