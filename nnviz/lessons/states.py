"""The states in which a lesson's steps begin: how each is reached, and those that are known already.

A step begins with what the step before it began with, and its own set-up. So a state is found by performing
the set-ups from the lesson's beginning on, or from the nearest state that is known; it is kept as a copy, so
that what is done from there does not change it.
"""

from functools import partial

from nnviz.lessons.lesson import Lesson, Script
from nnviz.lessons.script import Task, lasting
from nnviz.session import Session
from nnviz.session.kept import Kept


class States:
    """The states of one lesson.

    Parameters
    ----------
    session : Session
        What is set up.
    lesson : Lesson
        Whose steps.
    fresh : Kept
        What the lesson begins with, before its own set-up.
    """

    def __init__(self, session: Session, lesson: Lesson, fresh: Kept) -> None:
        self._session, self._lesson = session, lesson
        self._known: dict[int, Kept] = {-2: fresh}  # −1 is the lesson's own set-up

    def to(self, index: int) -> list[Task]:
        """Return what leads to the state in which a step begins."""
        nearest = max(n for n in self._known if n <= index)
        tasks: list[Task] = [partial(self._bring_back, nearest)]
        for number in range(nearest + 1, index + 1):
            tasks += self._up_to(number)
        return [*tasks, self._session.guard_past]

    def on(self, index: int) -> list[Task]:
        """Return what leads from what is on the screen to the beginning of a step: its own set-up.

        That is nothing the user has done, so it is not theirs to undo.
        """
        return [*self._set_up(index), self._session.guard_past]

    def lasting(self, index: int) -> Script:
        """Return what a step begins that goes on by itself, to be watched: no state can be kept of that."""
        script = self._lesson.steps[index].set_up
        return script[lasting(script) :]

    def _up_to(self, index: int) -> list[Task]:
        """Return what leads from the step before to the beginning of a step."""
        if index < 0:
            return [*self._lesson.set_up, partial(self._keep, index)]
        step, before = self._lesson.steps[index], self._lesson.steps[max(index - 1, 0)]
        demo = before.now.demo if step.goes_on and before.now else ()
        return [*demo, *self._set_up(index)]

    def _set_up(self, index: int) -> list[Task]:
        script = self._lesson.steps[index].set_up
        return [*script[: lasting(script)], partial(self._keep, index)]

    def _bring_back(self, index: int) -> None:
        self._session.bring_back(self._known[index].copied())

    def _keep(self, index: int) -> None:
        self._known[index] = self._session.keep().copied()
