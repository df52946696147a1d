"""The Session's history: undo, redo, and what follows when the present becomes another."""

from dataclasses import replace

import numpy as np

from nnviz.core.network import NetworkSpec, Parameters, initialize
from nnviz.core.steps import plan
from nnviz.data.dataset import Dataset
from nnviz.data.facts import Facts
from nnviz.session.changes import EVERYTHING, Changed
from nnviz.session.suited import refitted, suited
from nnviz.session.training import Training
from nnviz.training.stretch import Stretch, path_of
from nnviz.training.timeline import Change, Origin, State, epochs_within
from nnviz.training.trainer import Metrics, Position


class History(Training):
    """Moves the position in the one timeline."""

    @property
    def undoable(self) -> Change | None:
        """What undo would take back."""
        return Change("run") if self._worker is not None else self._timeline.undoable

    @property
    def redoable(self) -> Change | None:
        """What redo would bring back; nothing once a training goes on from here."""
        return None if self._worker is not None else self._timeline.redoable

    def undo(self) -> None:
        """Take the last change back; a training that runs is paused first, and is that change."""
        running, moment = self._worker is not None, self._timeline.present
        self.end_training()
        # A run that had not come to its first update changed nothing, and what was before it stays.
        if self._timeline.undoable is not None and not (running and self._timeline.present is moment):
            self.take_back()

    def take_back(self) -> None:
        """Take the last change back, a guarded one too: stepping back leads everywhere."""
        taken = self._timeline.last
        if taken is not None:
            self._timeline.undo()
            self._moved(taken, self._plan.update - 1)

    def guard_past(self) -> None:
        """Let undo lead back to here and no further, as long as this history is on the screen."""
        self._timeline.guard()
        self._emit(Changed.HISTORY)

    def redo(self) -> None:
        """Bring the change back that was taken back last; a training that runs has nothing to bring back."""
        again = self.redoable
        if again is not None:
            self._timeline.redo()
            self._moved(again, self._plan.update)

    # Traveling in time

    @property
    def place(self) -> int:
        """How many steps, updates and edits, the present is from the network's beginning."""
        return self._timeline.place + self._ahead

    @property
    def length(self) -> int:
        """How many steps there are to the end of this branch of the history."""
        return self._timeline.place + self._ahead if self._worker is not None else self._timeline.length

    @property
    def _ahead(self) -> int:
        """How many updates a training that runs has made."""
        return self._live.after.position.updates - self._position.updates if self._live else 0

    @property
    def epoch_places(self) -> tuple[tuple[int, int], ...]:
        """At which steps epochs were completed, and which."""
        if self._worker is None:
            return self._timeline.epochs()
        place, known = self._timeline.place, self._timeline.epochs()
        running = epochs_within(tuple(self._worker.metrics), place, self._position)
        return (*(epoch for epoch in known if epoch[0] <= place), *running.items())

    @property
    def changes(self) -> tuple[tuple[int, Change], ...]:
        """What this branch of the history consists of, each change with the step at which it ends."""
        return self._timeline.changes()

    @property
    def ghosts(self) -> tuple[tuple[Metrics, ...], ...]:
        """What was measured on courses that were left, the oldest first."""
        return self._timeline.ghosts()

    @property
    def kept_bytes(self) -> int:
        """How much memory the states take that are kept to go back to; a training that runs adds its own."""
        running = self._worker.course.nbytes if self._worker is not None else 0
        return self._timeline.nbytes + running

    def comes_back(self, place: int) -> bool:
        """Say whether a step can be gone to: of a training that comes from a file only the ends are known."""
        before = 0
        for at, change in self.changes:
            if before < place < at and change.kind == "run" and change.course is None:
                return False
            before = at
        return True

    def visit(self, place: int) -> None:
        """Go to any step since the network's beginning, exactly; beyond either end to the end.

        A training that runs is paused. What is done from there begins a new branch.
        """
        self.end_training()
        place = min(max(place, 0), self._timeline.length)
        if place != self._timeline.place:
            self._timeline.visit(place)
            self._moved(Change("run"), self._cursor)

    def visit_earlier(self) -> None:
        """Go one update or edit back."""
        self.visit(self.place - 1)

    def visit_later(self) -> None:
        """Go one update or edit forward, as far as the history leads."""
        self.visit(self.place + 1)

    def _moved(self, change: Change, cursor: int) -> None:
        """Follow the timeline to another moment, whose network and data may be others.

        Over an update the example it came from comes back into view, with the cursor beside the update.
        """
        self._player.stop()
        through = self._cursor >= self._plan.cost  # a deeper network, too, is then seen up to its outputs
        self._plan = plan(self.spec)
        self._fit_batch()
        if change.kind == "start":
            self._goal = None
        stays = self._plan.cost if through else min(self._cursor, self._plan.cost)
        self._cursor = cursor if change.kind == "update" else stays
        if change.example is not None:
            self._example = change.example  # it may be one that was added, or removed
        self._example = replace(self._example, index=self._example.index % len(self.split))
        self._selection = self._existing(self._selection)
        self._pointed = self._existing(self._pointed)
        self._emit(EVERYTHING)

    # The path through the space of all parameters

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """The path of this branch of the history; a training that runs is not yet in it."""
        return path_of(self._timeline.moments())

    def stretch_at(self, place: int) -> Stretch:
        """Return what brings back the parameters at a step, without going there.

        Raises
        ------
        ValueError
            When there is no such step.
        """
        return self._timeline.stretch_at(place)

    # Networks and data

    def new_network(self, spec: NetworkSpec, scheme: str, seed: int, dataset: Dataset | None = None) -> None:
        """Go on with a new network, by default on the same data; undo brings the old one back."""
        self._begin(initialize(spec, scheme, seed), Origin(scheme, seed), dataset or self.dataset)

    def open_network(self, parameters: Parameters, dataset: Dataset | None = None) -> None:
        """Go on with a network whose numbers are there already; undo brings the old one back."""
        self._begin(parameters.astype(np.float32), None, dataset or self.dataset)

    def open_training(self, first: State, origin: Origin | None, run: Change, reached: State) -> None:
        """Go on with a network that was trained elsewhere on the present data; undo leads back step by step.

        Parameters
        ----------
        first : State
            What it began with.
        origin : Origin or None
            How that was drawn.
        run : Change
            Its training.
        reached : State
            Where that has led.
        """
        self._check_fit(first.parameters.spec, first.dataset)
        self.end_training()
        self._timeline.push(Change("start", origin=origin), first)
        self._timeline.push(run, reached)
        self._moved(Change("start"), self._plan.cost)

    def use_data(self, dataset: Dataset, anew: bool = False) -> None:
        """Go on with other data; undo brings back the data and the network that were there.

        Parameters
        ----------
        dataset : Dataset
            The data.
        anew : bool
            With a new network that suits them, and the learning rate it wants. Otherwise with the present
            network if it fits, else with a new one that has the same hidden layers.
        """
        self.end_training()
        facts = Facts.of(dataset)
        scheme, seed = self.origin or Origin("scaled", 0)
        if anew:
            spec, scheme, rate = suited(facts)
            self._settings = replace(self._settings, rate=rate)
        else:
            spec = refitted(self.spec, facts)
        if spec == self.spec and not anew:
            drawn = self.parameters is self._timeline.beginning().state.parameters
            self._begin(self.parameters, self.origin if drawn else None, dataset)
        else:
            self.new_network(spec, scheme, seed, dataset)

    def reset(self) -> None:
        """Begin again with the very numbers this network began with."""
        beginning = self._timeline.beginning()
        self._begin(beginning.state.parameters, beginning.change.origin, self.dataset)

    def _begin(self, parameters: Parameters, origin: Origin | None, dataset: Dataset) -> None:
        self._check_fit(parameters.spec, dataset)
        self.end_training()
        change = Change("start", origin=origin)
        self._timeline.push(change, State(parameters, Position(), dataset))
        self._moved(change, self._plan.cost)
