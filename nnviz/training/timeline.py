"""The one history: every state the network has been in, and how each came from the one before.

Undo, redo, stepping back over an update and rewinding a training all move the position in it. Going on from
the past begins a new branch, which redo follows; of the old one only its curves stay, as a ghost.
"""

from collections.abc import Iterable
from copy import copy
from dataclasses import replace
from itertools import takewhile

from nnviz.training.course import BUDGET
from nnviz.training.moment import Moment
from nnviz.training.state import Change, Edit, ExampleRef, Origin, Painted, State
from nnviz.training.stretch import Stretch
from nnviz.training.trainer import Metrics, Position

__all__ = ["Change", "Edit", "ExampleRef", "Origin", "Painted", "State", "Timeline"]

STRIDE = 16
"""No state is further than this from one that is kept."""


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
        self._guarded: Moment | None = None
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

    def copied(self) -> "Timeline":
        """Return a history up to here that can go on without changing this one; nothing is ahead of it."""
        twin = copy(self)
        twin.present, twin._guarded, twin._places = self.present.copied(), None, None
        return twin

    def amend(self, state: State) -> None:
        """Replace the present state: the edit that led to it goes on."""
        self.present.set_state(state)
        self._places = None

    def guard(self) -> None:
        """Let `undoable` name nothing that came before the present."""
        self._guarded = self.present

    @property
    def undoable(self) -> Change | None:
        """The change that undo would take back; nothing that is guarded."""
        guarded = self._guarded is not None and self.present in self._guarded.line()
        return None if guarded else self.last

    @property
    def last(self) -> Change | None:
        """The change that has led to the present; None at the beginning."""
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
        found, steps = self._found(place)
        for moment in self._track():
            if moment.visited and moment.parent is not None:
                moment.parent.next = moment.next  # a visit leaves nothing behind
        self._go(found if steps is None else self._within(found, steps))

    def _found(self, place: int) -> tuple[Moment, int | None]:
        """Return the moment at a step; within a training the training, and how many updates into it."""
        track = self._track()
        if not 0 <= place <= max(track.values()):
            raise ValueError(f"the history has {max(track.values())} steps, not {place}")
        moment = next(m for m, end in track.items() if end >= place and not m.visited)
        before = track.get(moment.parent, 0) if moment.parent is not None else 0
        whole = track[moment] == place or moment.change.course is None
        return moment, None if whole else place - before

    def stretch_at(self, place: int) -> Stretch:
        """Return what brings back the parameters at any step of this branch, without going there.

        Raises
        ------
        ValueError
            When there is no such step.
        """
        moment, steps = self._found(place)
        course = moment.change.course
        if steps is None or course is None or moment.parent is None:
            return Stretch(moment.state.parameters, moment.position.updates, moment.position.updates)
        updates = moment.parent.position.updates + steps
        return Stretch(course, updates, updates)

    def moments(self) -> tuple[Moment, ...]:
        """Return the moments of this branch in order, without those made for a visit."""
        return tuple(moment for moment in self._track() if not moment.visited)

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
