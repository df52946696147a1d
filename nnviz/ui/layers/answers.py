"""What a network answered to one example, all along its training; computed from the states that are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np

from nnviz.core.arrays import Array
from nnviz.core.passes import forward, masks_of
from nnviz.session import Session
from nnviz.training.course import Course
from nnviz.training.timeline import ExampleRef, State

MOST = 160
"""So many moments of one training are looked at."""


class Answer(NamedTuple):
    """The outputs at one moment, shape (n_L,)."""

    updates: int
    epochs: float
    outputs: Array


class Question(NamedTuple):
    """Everything that the answers depend on.

    Attributes
    ----------
    example : ExampleRef
        Which example.
    x : Array
        Its input, shape (n_0,).
    courses : tuple of (Course, int)
        The trainings of this branch of the history, each with the update at which it ends.
    present : State
        The network as it is.
    """

    example: ExampleRef
    x: Array
    courses: tuple[tuple[Course, int], ...]
    present: State

    def answers(self, stopped: Callable[[], bool]) -> tuple[Answer, ...] | None:
        """Return the answers in order; None when stopped."""
        found: dict[int, Answer] = {}
        for state in self._states():
            if stopped():
                return None
            found[state.position.updates] = answer(state, self.x)
        present = answer(self.present, self.x)
        found[present.updates] = present
        return tuple(found[updates] for updates in sorted(found))

    def _states(self) -> Iterator[State]:
        for course, end in self.courses:
            yield from course.through(moments(course, end))


def moments(course: Course, end: int) -> list[int]:
    """Return at which updates a training is looked at: where states are kept, if there are enough of them."""
    kept = [updates for updates in course.keyframes if updates <= end]
    if len(kept) >= MOST:
        return [*kept[:: -(-len(kept) // MOST)], end]
    begin = course.start.position.updates
    count = min(end - begin + 1, MOST)
    return [round(begin + i * (end - begin) / max(count - 1, 1)) for i in range(count)]


def answer(state: State, x: Array) -> Answer:
    """Return what a network answers to an input x, shape (n_0,)."""
    spec = state.parameters.spec
    with np.errstate(all="ignore"):
        passed = forward(state.parameters, x[None].astype(np.float32), masks_of(spec, state.off))
    epochs = state.position.epochs(len(state.dataset.train))
    return Answer(state.position.updates, epochs, passed.a[spec.depth][0].astype(np.float64))


def question(session: Session, example: ExampleRef, x: Array) -> Question:
    """Return what has to be known for the answers to an example, whose input is x, shape (n_0,)."""
    courses, before, updates = [], 0, 0
    for place, change in session.changes:
        if change.kind == "run":
            updates += place - before
            if change.course is not None:
                courses.append((change.course, updates))
        before = place
    return Question(example, x, tuple(courses), session.moment.state)
