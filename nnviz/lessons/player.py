"""Plays a lesson: sets up its steps in the Session, asks, looks what has been done, and gives all back.

Each step begins in one state (:mod:`nnviz.lessons.states`), so that one can go to any of them at once, in any
order, and it always shows the same. Only a step that `goes_on` begins with what the user has made in the step
before it, if that was done; else with what its demo makes.
"""

from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from nnviz.commands.building import dataset, hold, is_at_hand, reference_of
from nnviz.data import Dataset
from nnviz.document import Document
from nnviz.errors import NnvizError
from nnviz.lessons.lesson import Lesson, Mistake, Step
from nnviz.lessons.script import Runner, Task
from nnviz.lessons.states import States
from nnviz.loading import Loads
from nnviz.session import Changed, Session
from nnviz.session.kept import Kept

FIRST = "digits"
"""The data that a lesson begins with, unless its own set-up chooses others."""


@dataclass(frozen=True)
class Answer:
    """What somebody has answered, and what was right: the index of a choice, or a number."""

    given: float
    truth: float
    right: bool


class Player(QObject):
    """Plays one lesson at a time.

    Signals
    -------
    changed()
        Another lesson or step, an answer, a check that is met now, or it has begun or ended to work.
    stumbled(Mistake)
        A command of the lesson could not be performed.
    reached(str, int)
        A step was gone to: the lesson's name, and the step from 0.

    Parameters
    ----------
    session : Session
        What the lesson drives; given back by `leave` as it was.
    document : Document, optional
        Put aside meanwhile, so that nothing of the lesson is saved in its place.
    """

    changed = Signal()
    stumbled = Signal(object)
    reached = Signal(str, int)

    def __init__(self, session: Session, document: Document | None = None) -> None:
        super().__init__(session)
        self._session, self._document = session, document
        self._lesson: Lesson | None = None
        self._index = 0
        self._before: Kept | None = None
        self._states: States | None = None
        self._data: list[Dataset] = []  # held, so that they need not be loaded again
        self._loads = Loads(self)
        self._loads.changed.connect(self.changed)
        self._loads.failed.connect(session.failed)
        self._loads.failed.connect(self.leave)  # there is nothing that its steps could show
        session.closing.connect(self._loads.close)
        self._answered: Answer | None = None
        self._awaited: float | None = None
        self._met: tuple[bool, ...] = ()
        self._done = False
        self._runner = Runner(session)
        self._runner.ended.connect(self._settle)
        self._runner.stumbled.connect(self._stumble)
        session.changed.connect(self._follow)

    # What is being played

    @property
    def lesson(self) -> Lesson | None:
        """The lesson; None when there is none."""
        return self._lesson

    @property
    def index(self) -> int:
        """The step, from 0."""
        return self._index

    @property
    def step(self) -> Step | None:
        """The present step."""
        return None if self._lesson is None else self._lesson.steps[self._index]

    @property
    def look(self) -> tuple[str, ...]:
        """What is outlined now."""
        step = self.step
        if step is None:
            return ()
        later = step.predict.look if step.predict is not None and self._answered is not None else None
        return step.look if later is None else later

    @property
    def busy(self) -> bool:
        """True while the step is still being set up, or shown."""
        return self._runner.busy or self._loads.present is not None

    @property
    def is_first(self) -> bool:
        """Whether there is no step before."""
        return self._index == 0

    @property
    def is_last(self) -> bool:
        """Whether there is no step after."""
        return self._lesson is None or self._index == len(self._lesson.steps) - 1

    @property
    def answered(self) -> Answer | None:
        """The answer to the step's question; None as long as there is none."""
        return self._answered

    @property
    def asks(self) -> bool:
        """Whether the step's question waits for an answer: what there is to do comes after it."""
        step = self.step
        return step is not None and step.predict is not None and self._answered is None

    @property
    def met(self) -> tuple[bool, ...]:
        """Which of the step's conditions hold now."""
        return self._met

    @property
    def done(self) -> bool:
        """Whether what there is to do has been done, once; True where there is nothing."""
        return self._done

    # Going through it

    def start(self, lesson: Lesson, index: int = 0) -> None:
        """Begin a lesson; one that is being played ends."""
        if self._before is None:
            self._before = self._session.keep()
            if self._document is not None:
                self._document.set_aside()
        self._runner.stop()
        self._loads.cancel()
        self._lesson, self._index = lesson, 0
        self._forget()
        self._load([FIRST, *references(lesson)], index)

    def _load(self, references: list[str], index: int) -> None:
        """Go to a step as soon as all data are there; those that take a while are loaded in a thread."""
        late = next((reference for reference in references if not is_at_hand(reference)), None)
        if late is not None:

            def go_on(found: Dataset) -> None:
                self._data.append(hold(late, found))
                self._load(references, index)

            self._loads.begin(late, go_on)
            return
        first = dataset(FIRST)
        self._data.append(first)
        assert self._lesson is not None
        self._states = States(self._session, self._lesson, Kept.fresh(first))
        self.go(index)

    def go(self, index: int) -> None:
        """Go to any step; it begins as it always does."""
        if self._lesson is None or self._loads.present is not None:
            return
        self._runner.stop()
        self._arrive(min(max(index, 0), len(self._lesson.steps) - 1))
        assert self._states is not None
        self._run(*self._states.to(self._index), *self._states.lasting(self._index))

    def retell(self, lesson: Lesson) -> None:
        """Go on at the same place in a translation; where that does something else, begin its step."""
        if self._lesson is None:
            return
        if lesson.deeds() != self._lesson.deeds():
            self.start(lesson, self._index)
            return
        self._lesson = lesson
        self.changed.emit()

    def next(self) -> None:
        """Go to the next step."""
        if self._lesson is None or self.is_last:
            return
        goes_on = self._lesson.steps[self._index + 1].goes_on and self._done and not self.busy
        if not goes_on:
            self.go(self._index + 1)
            return
        self._arrive(self._index + 1)
        self._session.end_training()
        assert self._states is not None
        self._run(*self._states.on(self._index), *self._states.lasting(self._index))

    def back(self) -> None:
        """Go to the step before."""
        self.go(self._index - 1)

    def restart(self) -> None:
        """Begin the present step again."""
        self.go(self._index)

    def leave(self) -> None:
        """End the lesson, and give back what was there before it."""
        before, self._before = self._before, None
        if before is None:
            return
        self._runner.stop()
        self._loads.cancel()
        self._lesson, self._states, self._data = None, None, []
        self._forget()
        self._session.bring_back(before)
        if self._document is not None:
            self._document.take_up()
        self.changed.emit()

    def _arrive(self, index: int) -> None:
        assert self._lesson is not None
        self._index = index
        self._forget()
        self.reached.emit(self._lesson.name, index)

    def _forget(self) -> None:
        self._answered, self._awaited, self._met, self._done = None, None, (), False

    def _run(self, *tasks: Task) -> None:
        self._runner.run(*tasks)
        if self._runner.busy:
            self.changed.emit()  # it takes a while, and the window should say so

    # Asking, and looking whether it is done

    def answer(self, given: float) -> None:
        """Answer the question: the index of a choice, or a number."""
        step = self.step
        if step is None or step.predict is None or not self.asks or self.busy or self._awaited is not None:
            return
        self._awaited = given
        self._run(*step.predict.reveal)

    def show_me(self) -> None:
        """Do what there is to do, by the step's demo."""
        step = self.step
        if step is not None and step.now is not None and not self.asks and not self.busy:
            self._run(*step.now.demo)

    def _settle(self) -> None:
        """Look at what has come of a list of commands."""
        self._look()
        self.changed.emit()

    def _follow(self, what: Changed) -> None:
        if self.step is None or self.busy:
            return
        before = self._answered, self._met, self._done
        self._look()
        if before != (self._answered, self._met, self._done):
            self.changed.emit()

    def _look(self) -> None:
        step = self.step
        if step is None:
            return
        if step.predict is not None and self._awaited is not None:
            truth = step.predict.truth(self._session)
            if truth is not None:  # else it is still being computed
                right = step.predict.is_right(self._awaited, truth)
                self._answered, self._awaited = Answer(self._awaited, truth, right), None
        if step.now is not None and not self.asks:
            self._met = step.now.met(self._session)
        self._done = self._done or (not self.asks and all(self._met))

    def _stumble(self, mistake: Mistake) -> None:
        self.stumbled.emit(mistake)
        if self._lesson is not None:
            self._session.failed.emit(mistake.in_file(self._lesson.path))


def references(lesson: Lesson) -> list[str]:
    """Return the references of all data that a lesson uses; what is wrong with one, its set-up says."""
    found = []
    for call in (call for script in lesson.scripts() for call in script if call.name == "data"):
        with suppress(NnvizError):
            found.append(reference_of(**call.command.read(call.given)))
    return found
