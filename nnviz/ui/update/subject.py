"""Which step is looked at: the last change of the history, and the examples it is held against."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from nnviz.core.arrays import Array, Rows
from nnviz.core.passes import Masks, masks_of
from nnviz.core.step_effect import Step
from nnviz.session import ExampleRef, Session
from nnviz.training.moment import Moment
from nnviz.training.timeline import Change
from nnviz.wording.examples import example_name
from nnviz.wording.update import batch_row, count_name, example_row, set_row, used_row

SMALL = 100
"""Examples whose costs are computed at once; more go to a thread."""


class Part(NamedTuple):
    """Some examples: inputs of shape (n, n_0), targets of shape (n, n_L), and what they are called.

    `name` is short, for a table; `which` says in words which examples they are.
    """

    name: str
    which: str
    x: Rows
    y: Array


class Subject(NamedTuple):
    """A step, and everything it is held against.

    Attributes
    ----------
    change : Change
        How it came about.
    updates : int
        How many updates it consists of; 1 for an edit.
    step : Step
        θ before and after.
    masks : dict
        Of the neurons that were switched off before it.
    parts : tuple of Part
        The rows of the table; this example comes first.
    """

    change: Change
    updates: int
    step: Step
    masks: Masks
    parts: tuple[Part, ...]

    @property
    def example(self) -> tuple[Array, Array]:
        """The input and the target of the example on the screen."""
        return self.parts[0].x[0], self.parts[0].y[0]


def last_step(session: Session) -> Subject | str:
    """Return the last step of the history, or why there is none: "none", "running" or "still"."""
    moment = session.moment
    if session.run_state == "running":
        return "running"
    if moment.parent is None or moment.change.kind == "start":
        return "none"
    before, after = moment.parent.state, moment.state
    if np.array_equal(before.parameters.theta, after.parameters.theta):
        return "still"
    return Subject(
        moment.change,
        moment.steps,
        Step.between(before.parameters, after.parameters),
        masks_of(session.spec, before.off),
        (_this(session), *_own(session, moment), *_sets(session)),
    )


def _name(example: ExampleRef) -> str:
    return example_name(example.split, example.index)


def _this(session: Session) -> Part:
    _, y = session.split.example(session.example.index)
    return Part(example_row(), _name(session.example), session.input[None], y[None])


def _own(session: Session, moment: Moment) -> tuple[Part, ...]:
    """Return the examples the update itself has used, where they are known and others than the one shown."""
    change, parent = moment.change, moment.parent
    assert parent is not None
    if change.kind == "update" and change.example is not None and change.example != session.example:
        x, y = parent.state.example(change.example)
        return (Part(used_row(), _name(change.example), x[None], y[None]),)
    if change.kind == "run" and change.course is not None and moment.steps == 1:
        rows = parent.state.trainer(change.course.settings_at(parent.position.updates)).rows()
        train = parent.state.dataset.train
        return (Part(batch_row(), count_name(len(rows)), train.each[rows], train.targets[rows]),)
    return ()


def _sets(session: Session) -> tuple[Part, ...]:
    data = session.dataset
    sets = (("train", data.train), ("test", data.test))
    return tuple(Part(set_row(name), count_name(len(part)), part.each, part.targets) for name, part in sets)
