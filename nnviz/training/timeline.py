"""The one history: every state the network has been in, and how each came from the one before.

Undo, redo, stepping back over an update and rewinding a training all move the position in it. Going on from
the past begins a new branch, which redo follows; of the old one only its curves stay, as a ghost.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import takewhile

import numpy as np

from nnviz.core.arrays import IntArray
from nnviz.core.network import Parameters
from nnviz.core.passes import masks_of
from nnviz.training.course import BUDGET
from nnviz.training.state import Change, Edit, ExampleRef, Origin, Painted, State
from nnviz.training.trainer import Metrics, Position, single_update

__all__ = ["Change", "Edit", "ExampleRef", "Moment", "Origin", "Painted", "State", "Timeline"]

Again = Callable[[State], State]

STRIDE = 16
"""No state is further than this from one that is kept."""


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


class Timeline:
    """A line of moments with one present.

    Parameters
    ----------
    state : State
        The beginning.
    origin : Origin or None
        Where its parameters came from.
    budget : int
        How many bytes of states are kept, those within trainings included. Beyond that old states that can
        be made again are let go, and long trainings keep fewer of their moments.
    """

    def __init__(self, state: State, origin: Origin | None, budget: int = BUDGET) -> None:
        self.present = Moment(state, Change("start", origin=origin))
        self.budget = budget
        self._places: dict[Moment, int] | None = None

    def push(self, change: Change, state: State) -> None:
        """Go on from the present; the curves of what came after it before stay as a ghost."""
        before = self.present
        self._leave_ghost(before)
        before.next = moment = Moment(state, change, before)
        self._go(moment)

    def _go(self, moment: Moment) -> None:
        """Make a moment the present one."""
        self.present, self._places = moment, None
        self._keep_to_budget()

    @staticmethod
    def _leave_ghost(fork: Moment) -> None:
        left = (m for moment in fork.onward() for m in moment.change.metrics)
        ghost = tuple(m for m in left if m.updates >= fork.position.updates)
        if len(ghost) > 1:
            fork.ghosts.append(ghost)

    def amend(self, state: State) -> None:
        """Replace the present state: the edit that led to it goes on."""
        self.present.set_state(state)
        self._places = None

    @property
    def undoable(self) -> Change | None:
        """The change that undo would take back."""
        return self.present.change if self.present.parent is not None else None

    @property
    def redoable(self) -> Change | None:
        """The change that redo would bring back."""
        return self.present.next.change if self.present.next is not None else None

    def undo(self) -> None:
        """Move one moment back; the beginning stays where it is."""
        if self.present.parent is not None:
            self._go(self.present.parent)

    def redo(self) -> None:
        """Move forward again along the newest branch."""
        if self.present.next is not None:
            self._go(self.present.next)

    def beginning(self) -> Moment:
        """Return the moment at which the present network was made or last reset."""
        return next(m for m in self.present.line() if m.change.kind == "start" or m.parent is None)

    def _since_beginning(self) -> list[Moment]:
        """Return the moments from the beginning of the present network to the present."""
        beginning = self.beginning()
        return [beginning, *reversed([*takewhile(lambda m: m is not beginning, self.present.line())])]

    def metrics(self) -> tuple[Metrics, ...]:
        """Return what was measured between the beginning and the present, in order."""
        return tuple(m for moment in self._since_beginning() for m in moment.change.metrics)

    def ghosts(self) -> tuple[tuple[Metrics, ...], ...]:
        """Return the curves of the courses left since the beginning, the oldest first."""
        return tuple(ghost for moment in self._since_beginning() for ghost in moment.ghosts)

    # Traveling

    def _track(self) -> dict[Moment, int]:
        """Return the moments from the beginning to the end of this branch, and how many steps lead to each.

        A visit within a training is a moment beside the training itself: both have the same parent. Panels
        ask at every frame, so it is computed once for each present.
        """
        if self._places is None:
            self._places = self._placed()
        return self._places

    def _placed(self) -> dict[Moment, int]:
        ahead = takewhile(lambda moment: moment.change.kind != "start", self.present.onward())
        places: dict[Moment, int] = {}
        for moment in (*self._since_beginning(), *ahead):
            before = 0 if moment.parent is None else places.get(moment.parent, 0)
            places[moment] = before + moment.steps
        return places

    @property
    def place(self) -> int:
        """How many steps the present is from the beginning; a step is an update or an edit."""
        return self._track()[self.present]

    @property
    def length(self) -> int:
        """How many steps there are from the beginning to the end of this branch."""
        return max(self._track().values())

    def changes(self) -> tuple[tuple[int, Change], ...]:
        """Return the changes of this branch in order, each with the step at which it ends."""
        return tuple((place, m.change) for m, place in self._track().items() if not m.visited)

    def epochs(self) -> tuple[tuple[int, int], ...]:
        """Return at which steps of this branch epochs were completed, and which."""
        found: dict[int, int] = {}
        track = self._track()
        for moment in track:
            before = moment.parent
            if before is not None and moment.change.kind == "run" and not moment.visited:
                found |= epochs_within(moment.change.metrics, track[before], before.position)
        return tuple(sorted(found.items()))

    def visit(self, place: int) -> None:
        """Go to any step of this branch; one within a training is computed again, bit for bit.

        Raises
        ------
        ValueError
            When there is no such step.
        """
        track = self._track()
        if not 0 <= place <= max(track.values()):
            raise ValueError(f"the history has {max(track.values())} steps, not {place}")
        for moment in track:
            if moment.visited and moment.parent is not None:
                moment.parent.next = moment.next  # a visit leaves nothing behind
        moment = next(m for m, end in track.items() if end >= place and not m.visited)
        before = track.get(moment.parent, 0) if moment.parent is not None else 0
        whole = track[moment] == place or moment.change.course is None
        self._go(moment if whole else self._within(moment, place - before))

    @staticmethod
    def _within(run: Moment, steps: int) -> Moment:
        """Return a moment of its own, `steps` updates into a training."""
        parent, course = run.parent, run.change.course
        assert parent is not None
        assert course is not None
        updates = parent.position.updates + steps
        metrics = tuple(m for m in run.change.metrics if m.updates <= updates)
        state = course.state_at(updates)._replace(painted=run.state.painted)
        moment = Moment(state, replace(run.change, metrics=metrics), parent)
        parent.next, moment.next = moment, run
        return moment

    # Memory

    def _branch(self) -> list[Moment]:
        return [*reversed(list(self.present.line())), *self.present.onward()]

    @property
    def nbytes(self) -> int:
        """How much memory the states of this branch take, those within its trainings included."""
        branch = self._branch()
        courses = {id(c): c.nbytes for m in branch if (c := m.change.course) is not None}
        return sum(m.nbytes for m in branch) + sum(courses.values())

    def _keep_to_budget(self) -> None:
        if self.nbytes <= self.budget:
            return
        branch = self._branch()
        near = (self.present, self.present.parent, self.present.next)
        for number, moment in enumerate(branch):
            if number % STRIDE and moment not in near:
                moment.let_go()
        for moment in branch:  # the oldest training first
            course = moment.change.course
            while course is not None and self.nbytes > self.budget and course.thin():
                pass


def epochs_within(metrics: Iterable[Metrics], place: int, begun: Position) -> dict[int, int]:
    """Return step → epoch for the epochs that a training completed; it began at `place`."""
    return {
        place + m.updates - begun.updates: int(m.epochs)
        for m in metrics
        if m.epochs == int(m.epochs) > 0 and m.updates > begun.updates
    }


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
    """Keep only the numbers that an edit has changed."""
    old, new = before.parameters.theta, after.parameters.theta
    # Bit for bit: −0 and 0 are equal, but not the same.
    places: IntArray = np.flatnonzero(old.view(np.uint32) != new.view(np.uint32))
    values, off, painted = new[places], after.off, after.painted

    def again(state: State) -> State:
        theta = state.parameters.theta.copy()
        theta[places] = values
        return state._replace(parameters=Parameters(state.parameters.spec, theta), off=off, painted=painted)

    return again


def after_update(state: State, example: ExampleRef, rate: float) -> State:
    """Return the state after θ ← θ − η ∇C on one example, by the trainer's own arithmetic.

    It is the update that the score shows: plain gradient descent, whatever optimizer trainings use.
    """
    x, y = state.example(example)
    masks = masks_of(state.parameters.spec, state.off)
    return state._replace(parameters=single_update(state.parameters, x, y, rate, masks))
