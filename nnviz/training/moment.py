"""One moment of the history: a state, how it came from the one before, and how to make it again."""

from collections.abc import Callable, Iterator
from copy import copy

import numpy as np

from nnviz.core.arrays import IntArray
from nnviz.core.network import Parameters
from nnviz.core.passes import masks_of
from nnviz.training.state import Change, ExampleRef, State
from nnviz.training.trainer import Metrics, single_update, updated

Again = Callable[[State], State]


class Moment:
    """One node of the history.

    A moment can let its state go as long as it knows how to make it again from its parent's: a long history
    then keeps a state here and there, and every other one comes back bit for bit.

    Parameters
    ----------
    state : State
        What it holds.
    change : Change
        How it came from its parent.
    parent : Moment or None
        The moment before.
    """

    def __init__(self, state: State, change: Change, parent: "Moment | None" = None) -> None:
        self.change = change
        self.parent = parent
        self.next: Moment | None = None
        self.ghosts: list[tuple[Metrics, ...]] = []
        self.set_state(state)

    def set_state(self, state: State) -> None:
        """Hold another state."""
        self._state: State | None = state.frozen()
        self.position = state.position
        self._again = None if self.parent is None else _again(self.change, self.parent.state, self._state)

    @property
    def state(self) -> State:
        """The state; made again if it was let go."""
        if self._state is None:
            assert self.parent is not None
            assert self._again is not None
            self._state = self._again(self.parent.state).frozen()
        return self._state

    @property
    def steps(self) -> int:
        """How many steps lead here from its parent: the updates of a training, else one."""
        if self.parent is None or self.change.kind == "start":
            return 0
        return self.position.updates - self.parent.position.updates if self.change.kind == "run" else 1

    @property
    def visited(self) -> bool:
        """True for a moment within a training, made for a visit; nothing has gone on from it yet."""
        return self.next is not None and self.next.parent is self.parent is not None

    @property
    def nbytes(self) -> int:
        """How much memory its own state takes; 0 once it was let go."""
        return 0 if self._state is None else self._state.nbytes

    def copied(self) -> "Moment":
        """Return this moment and those before it once more; from there on another history can begin."""
        before: Moment | None = None
        for moment in reversed([*self.line()]):
            twin = copy(moment)
            twin.parent, twin.next, twin.ghosts = before, None, [*moment.ghosts]
            if before is not None:
                before.next = twin
            before = twin
        assert before is not None
        return before

    def let_go(self) -> None:
        """Forget the state, if it can be made again."""
        if self._again is not None:
            self._state = None

    def line(self) -> "Iterator[Moment]":
        """Yield this moment and those before it, the newest first."""
        moment: Moment | None = self
        while moment is not None:
            yield moment
            moment = moment.parent

    def onward(self) -> "Iterator[Moment]":
        """Yield the moments that redo would bring back after it."""
        moment = self.next
        while moment is not None:
            yield moment
            moment = moment.next


def _again(change: Change, before: State, after: State) -> Again | None:
    """Return what makes the state after a change once more from the one before; None if nothing does."""
    if change.kind == "edit" and before.parameters.spec == after.parameters.spec:
        return _edited(before, after)
    if change.kind == "update" and change.example is not None and change.rate is not None:
        example, rate = change.example, change.rate
        return lambda state: after_update(state, example, rate)
    if change.course is not None:
        course, updates, painted = change.course, after.position.updates, after.painted
        return lambda _: course.state_at(updates)._replace(painted=painted)
    return None


def _edited(before: State, after: State) -> Again:
    """Keep only the numbers that an edit has changed, and the data if those have."""
    old, new = before.parameters.theta, after.parameters.theta
    # Bit for bit: −0 and 0 are equal, but not the same.
    places: IntArray = np.flatnonzero(old.view(np.uint32) != new.view(np.uint32))
    values, rest = new[places], after._asdict()
    del rest["parameters"], rest["optimizer"]  # an edit leaves the optimizer as it is

    def again(state: State) -> State:
        theta = state.parameters.theta.copy()
        theta[places] = values
        return state._replace(parameters=Parameters(state.parameters.spec, theta), **rest)

    return again


def after_update(state: State, example: ExampleRef, rate: float) -> State:
    """Return the state after θ ← θ − η ∇C on one example, by the trainer's own arithmetic.

    It is the update that the score shows: plain gradient descent, whatever optimizer trainings use.
    """
    masks, split = masks_of(state.parameters.spec, state.off), state.dataset.split(example.split)
    if state.painted is not None and state.painted.example == example:
        after = single_update(state.parameters, *state.example(example), rate, masks)
    else:
        this = slice(example.index, example.index + 1)
        after = updated(state.parameters, split.stored[this], split.targets[this], rate, masks)
    return state._replace(parameters=after)
