"""The one Session: what is on the screen, and the only way to change it.

Panels read it and listen to `changed`; what the user does arrives as a call of one of its methods, by way of
:mod:`nnviz.commands`. Panels never call one another.
"""

import enum
import random
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from typing import Literal, NamedTuple

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from nnviz.core.network import Location, NetworkSpec, Parameters, initialize
from nnviz.core.steps import Phase, Plan, Trace, plan
from nnviz.data.dataset import Dataset, PartName, Split
from nnviz.errors import SettingsError
from nnviz.files import DataReference, SavedState
from nnviz.training.timeline import Change, ExampleRef, Moment, Origin, State, Timeline
from nnviz.training.trainer import (
    Metrics,
    Position,
    Trainer,
    TrainSettings,
    check_rate,
    guesses,
    single_update,
)
from nnviz.training.worker import Outcome, Snapshot, TrainingWorker
from nnviz.wording import tr

POLL_MS = 33
"""How often the window fetches news from a training: its own frame rate."""

PLAY_MS = 700
"""How long a phase stands when the score is played."""

PACES: tuple[float | None, ...] = (1.0, 10.0, 100.0, 1000.0, None)
"""Updates a second; None is flat out."""

RunState = Literal["idle", "running", "paused"]


class Changed(enum.Flag):
    """What moved. One action emits one value, so that a panel redraws once."""

    NETWORK = enum.auto()  # another shape, or other data
    PARAMETERS = enum.auto()  # the numbers: an update, undo, a training's news
    EXAMPLE = enum.auto()
    CURSOR = enum.auto()
    SELECTION = enum.auto()
    HISTORY = enum.auto()  # what undo and redo would do
    TRAINING = enum.auto()  # started, paused, ended; rate, pace, settings
    METRICS = enum.auto()
    VIEW = enum.auto()  # how things are drawn


EVERYTHING = ~Changed(0)


class Neuron(NamedTuple):
    """One neuron; layer 0 holds the inputs."""

    layer: int
    j: int


Selection = Neuron | Location | None


@dataclass(frozen=True)
class View:
    """How things are drawn; saved with a state.

    Attributes
    ----------
    gamma : float
        The contrast of the edges: strength is (|w| / max |w|)^γ.
    """

    gamma: float = 1.0


class Session(QObject):
    """What is on the screen.

    Signals
    -------
    changed(Changed)
        Something moved; read the rest from the session.
    failed(str)
        One sentence for the user; the state is what it was before.

    Parameters
    ----------
    dataset : Dataset
        The data to begin with.
    spec : NetworkSpec, optional
        The network to begin with; by default two hidden layers of 16 that fit the data.
    scheme, seed : str, int
        Its initialization.
    """

    changed = Signal(object)
    failed = Signal(str)

    def __init__(
        self, dataset: Dataset, spec: NetworkSpec | None = None, scheme: str = "scaled", seed: int = 0
    ) -> None:
        super().__init__()
        spec = spec or NetworkSpec.build(dataset.n_inputs, (16, 16), dataset.n_outputs)
        self._check_fit(spec, dataset)
        state = State(initialize(spec, scheme, seed), Position(), dataset)
        self._timeline = Timeline(state, Origin(scheme, seed))
        self._plan = plan(spec)
        self._cursor = self._plan.cost
        self._example = ExampleRef("train", 0)
        self._selection: Selection = None
        self._view = View()
        self._settings = TrainSettings()
        self._pace: float | None = 1000.0
        self._worker: TrainingWorker | None = None
        self._live: Snapshot | None = None
        self._goal: int | None = None
        self._trace: Trace | None = None
        self._traced: tuple[Parameters, ExampleRef] | None = None
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self._fetch)
        self._player = QTimer(self, interval=PLAY_MS)
        self._player.timeout.connect(self.step_forward)

    # The network and its data

    @property
    def dataset(self) -> Dataset:
        """The data."""
        return self._timeline.present.state.dataset

    @property
    def spec(self) -> NetworkSpec:
        """The network's shape."""
        return self._timeline.present.state.parameters.spec

    @property
    def parameters(self) -> Parameters:
        """The present θ, float32, read-only; while training, the newest that was published."""
        return self._live.after.parameters if self._live else self._timeline.present.state.parameters

    @property
    def origin(self) -> Origin | None:
        """How the network's first numbers were drawn; None when they came from a file or other data."""
        return self._timeline.beginning().change.origin

    def new_network(self, spec: NetworkSpec, scheme: str, seed: int, dataset: Dataset | None = None) -> None:
        """Go on with a new network, by default on the same data; undo brings the old one back."""
        self._begin(initialize(spec, scheme, seed), Origin(scheme, seed), dataset or self.dataset)

    def open_network(self, parameters: Parameters, dataset: Dataset | None = None) -> None:
        """Go on with a network whose numbers are there already; undo brings the old one back."""
        self._begin(parameters.astype(np.float32), None, dataset or self.dataset)

    def use_data(self, dataset: Dataset) -> None:
        """Go on with other data, and the network if it fits; else a new one with the same hidden layers."""
        self.end_training()
        sizes = (dataset.n_inputs, *self.spec.sizes[1:-1], dataset.n_outputs)
        if sizes == self.spec.sizes:
            drawn = self.parameters is self._timeline.beginning().state.parameters
            self._begin(self.parameters, self.origin if drawn else None, dataset)
            return
        scheme, seed = self.origin or Origin("scaled", 0)
        self.new_network(replace(self.spec, sizes=sizes), scheme, seed, dataset)

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

    @staticmethod
    def _check_fit(spec: NetworkSpec, dataset: Dataset) -> None:
        if (spec.sizes[0], spec.sizes[-1]) != (dataset.n_inputs, dataset.n_outputs):
            raise SettingsError(
                f"the data have {dataset.n_inputs} inputs and {dataset.n_outputs} outputs;"
                f" a {spec} network does not fit"
            )

    # The example

    @property
    def example(self) -> ExampleRef:
        """Which example is on the screen."""
        return self._example

    @property
    def split(self) -> Split:
        """The split the example is taken from."""
        return self.dataset.split(self._example.split)

    @property
    def label(self) -> int | None:
        """The example's class; None where targets are not classes."""
        labels = self.split.labels
        return None if labels is None else int(labels[self._example.index])

    @property
    def guess(self) -> int | None:
        """The class the network guesses; None where targets are not classes."""
        if self.split.labels is None:
            return None
        return int(guesses(self.spec, self.trace.a[self.spec.depth][None])[0])

    def go_to_example(self, split: PartName, index: int) -> None:
        """Show another example; beyond either end it goes round."""
        self._example = ExampleRef(split, index % len(self.dataset.split(split)))
        self._cursor = min(self._cursor, self._plan.cost)
        self._emit(Changed.EXAMPLE | Changed.CURSOR)

    def next_example(self) -> None:
        """Show the next example of the split."""
        self.go_to_example(self._example.split, self._example.index + 1)

    def previous_example(self) -> None:
        """Show the example before."""
        self.go_to_example(self._example.split, self._example.index - 1)

    def random_example(self) -> None:
        """Show any other example of the split."""
        n = len(self.split)
        self.go_to_example(self._example.split, self._example.index + random.randrange(1, max(n, 2)))

    def show_split(self, split: PartName) -> None:
        """Show examples of "train" or "test"."""
        self.go_to_example(split, 0)

    # The score

    @property
    def plan(self) -> Plan:
        """The phases of one update of this network."""
        return self._plan

    @property
    def cursor(self) -> int:
        """The position in the plan up to which the trace is shown."""
        return self._cursor

    @property
    def phase(self) -> Phase:
        """The phase at the cursor."""
        return self._plan.phases[self._cursor]

    @property
    def updated(self) -> bool:
        """True at the last phase: θ′ stands, and the trace that led to it is still in view."""
        return self._cursor == self._plan.update

    @property
    def trace(self) -> Trace:
        """The whole calculation for the example; at the update phase the one the update came from."""
        parent = self._timeline.present.parent
        parameters = parent.state.parameters if self.updated and parent else self.parameters
        if self._traced != (parameters, self._example):
            self._traced = (parameters, self._example)
            x, y = self.split.example(self._example.index)
            self._trace = Trace.of(parameters, x, y)
        assert self._trace is not None
        return self._trace

    def shows(self, phase: Phase) -> bool:
        """Say whether the cursor has reached `phase`."""
        return self._plan.shown(self._cursor, *phase)

    def step_forward(self) -> None:
        """Reveal the next phase; at the last one apply the update; after it begin again at θ′."""
        if self.updated:
            self._set_cursor(0)
        elif self._cursor + 1 == self._plan.update:
            self._apply_update()
        else:
            self._set_cursor(self._cursor + 1)

    def step_back(self) -> None:
        """Take the last phase back, exactly; at the beginning go back into the update before."""
        if self.updated:
            self.undo()
        elif self._cursor > 0:
            self._set_cursor(self._cursor - 1)
        elif self._came_from_update():
            self._set_cursor(self._plan.update)

    def jump(self, position: int) -> None:
        """Move the cursor to any phase of the plan."""
        if position == self._cursor or not 0 <= position < len(self._plan):
            return
        if position == self._plan.update:
            self._apply_update()
            return
        if self.updated:
            self.undo()
        self._set_cursor(position)

    def _came_from_update(self) -> bool:
        change = self._timeline.present.change
        return change.kind == "update" and change.example == self._example and self._worker is None

    def _apply_update(self) -> None:
        """θ ← θ − η ∇C of this example, by the trainer's own kernel."""
        self.end_training()
        x, y = self.split.example(self._example.index)
        state = self._timeline.present.state
        after = single_update(state.parameters, x, y, self._settings.rate)
        self._player.stop()
        if not after.finite:
            self._emit(Changed.CURSOR)
            sentence = "This update would make weights too large for numbers. Try a smaller learning rate."
            self.failed.emit(tr(sentence))
            return
        change = Change("update", example=self._example, rate=self._settings.rate)
        self._timeline.push(change, state._replace(parameters=after))
        self._cursor = self._plan.update
        self._emit(Changed.PARAMETERS | Changed.CURSOR | Changed.HISTORY | Changed.METRICS)

    def _set_cursor(self, position: int) -> None:
        self._cursor = position
        self._emit(Changed.CURSOR)

    @property
    def playing(self) -> bool:
        """True while the score plays by itself."""
        return self._player.isActive()

    def play(self) -> None:
        """Play the score from here to the update, or stop playing."""
        if self.playing:
            self._player.stop()
        else:
            if self.updated:
                self._set_cursor(0)
            self._player.start()
        self._emit(Changed.CURSOR)

    # The selection

    @property
    def selection(self) -> Selection:
        """The chosen neuron, weight or bias."""
        return self._selection

    def select(self, selection: Selection) -> None:
        """Choose a neuron, a weight or a bias, or nothing."""
        if selection == self._selection:
            return
        self._selection = selection
        self._emit(Changed.SELECTION)

    def _selection_exists(self) -> bool:
        chosen, sizes = self._selection, self.spec.sizes
        if chosen is None:
            return True
        before = -1 if isinstance(chosen, Neuron) or chosen.k is None else chosen.k
        return (
            chosen.layer < len(sizes)
            and chosen.j < sizes[chosen.layer]
            and before < (sizes[chosen.layer - 1] if chosen.layer else 0)
        )

    # The view

    @property
    def view(self) -> View:
        """How things are drawn."""
        return self._view

    def set_view(self, view: View) -> None:
        """Draw things otherwise."""
        if view != self._view:
            self._view = view
            self._emit(Changed.VIEW)

    # The history

    @property
    def undoable(self) -> Change | None:
        """What undo would take back."""
        return Change("run") if self._worker is not None else self._timeline.undoable

    @property
    def redoable(self) -> Change | None:
        """What redo would bring back; nothing once a training goes on from here."""
        return None if self._worker is not None else self._timeline.redoable

    @property
    def moment(self) -> Moment:
        """The present moment of the history; compared by identity, it tells whether anything has changed."""
        return self._timeline.present

    def undo(self) -> None:
        """Take the last change back; a training that runs is paused first, and is that change."""
        running, moment = self._worker is not None, self._timeline.present
        self.end_training()
        taken = self._timeline.undoable
        # A run that had not come to its first update changed nothing, and what was before it stays.
        if taken is not None and not (running and self._timeline.present is moment):
            self._timeline.undo()
            self._moved(taken, self._plan.update - 1)

    def redo(self) -> None:
        """Bring the change back that was taken back last; a training that runs has nothing to bring back."""
        again = self.redoable
        if again is not None:
            self._timeline.redo()
            self._moved(again, self._plan.update)

    def _moved(self, change: Change, cursor: int) -> None:
        """Follow the timeline to another moment, whose network and data may be others.

        Over an update the example it came from comes back into view, with the cursor beside the update.
        """
        self._player.stop()
        self._plan = plan(self.spec)
        self._fit_batch()
        if change.kind == "start":
            self._goal = None
        if change.example is not None:
            self._example, self._cursor = change.example, cursor
        else:
            self._cursor = min(self._cursor, self._plan.cost)
            self._example = replace(self._example, index=self._example.index % len(self.split))
        if not self._selection_exists():
            self._selection = None
        self._emit(EVERYTHING)

    def _fit_batch(self) -> None:
        """Make mini-batches no larger than the training set, which may be another than before."""
        self._settings = replace(self._settings, batch=min(self._settings.batch, len(self.dataset.train)))

    # Training

    @property
    def settings(self) -> TrainSettings:
        """Learning rate, batch size, epochs and seed."""
        return self._settings

    @property
    def pace(self) -> float | None:
        """Updates a second; None is flat out."""
        return self._pace

    @property
    def run_state(self) -> RunState:
        """Whether a training runs, waits to be resumed, or neither."""
        if self._worker is not None:
            return "running"
        return "idle" if self._goal is None else "paused"

    @property
    def updates(self) -> int:
        """How many mini-batches the present network has been trained on."""
        return self._present_state.position.updates

    @property
    def epochs(self) -> float:
        """How many epochs the present network has been trained for."""
        return self._present_state.position.epochs(len(self.dataset.train))

    @property
    def _present_state(self) -> State:
        return self._live.after if self._live else self._timeline.present.state

    @property
    def metrics(self) -> tuple[Metrics, ...]:
        """Everything measured from the network's beginning to now, in order."""
        running = tuple(self._worker.metrics) if self._worker else ()
        return self._timeline.metrics() + running

    def set_rate(self, rate: float) -> None:
        """Change the learning rate, also of a training that runs."""
        check_rate(rate)
        self.set_settings(replace(self._settings, rate=rate))

    def set_settings(self, settings: TrainSettings) -> None:
        """Change how to train: the rate at once, the rest at the next start."""
        if settings.batch > len(self.dataset.train):
            raise SettingsError(
                tr(
                    "a mini-batch can have at most the {n:,} examples of the training set",
                    n=len(self.dataset.train),
                ),
                field="batch",
            )
        self._settings = settings
        if self._worker:
            self._worker.set_rate(settings.rate)
        self._emit(Changed.TRAINING)

    def set_pace(self, pace: float | None) -> None:
        """Change the pace, also of a training that runs."""
        if pace is not None and not pace > 0:
            raise SettingsError(tr("the pace must be a number above 0, not {pace}", pace=pace), field="pace")
        self._pace = pace
        if self._worker:
            self._worker.set_pace(pace)
        self._emit(Changed.TRAINING)

    def start(self) -> None:
        """Train for the epochs of the settings, from the present parameters."""
        self.end_training()
        self._run_to(self._position.epoch + self._settings.epochs)

    def pause(self) -> None:
        """Interrupt the training; resume goes on where it stopped."""
        self.end_training()

    def resume(self) -> None:
        """Go on with an interrupted training."""
        if self.run_state != "paused":
            return
        goal = self._goal
        assert goal is not None
        if self._position.epoch >= goal:
            # A later moment was brought back in between: the goal lies behind.
            goal = self._position.epoch + self._settings.epochs
        self._run_to(goal)

    def stop(self) -> None:
        """End the training; the parameters stay as they are."""
        self.end_training()
        self._goal = None
        self._emit(Changed.TRAINING)

    def train_batch(self) -> None:
        """Train on one mini-batch."""
        self.end_training()
        goal = self._position.updates + 1
        self._run(lambda trainer: trainer.position.updates >= goal, least=goal)

    def train_epoch(self) -> None:
        """Train to the end of the present epoch."""
        self.end_training()
        goal = self._position.epoch + 1
        self._run(lambda trainer: trainer.position.epoch >= goal)

    def _run_to(self, epoch: int) -> None:
        self._run(lambda trainer: trainer.position.epoch >= epoch)
        self._goal = epoch

    @property
    def _position(self) -> Position:
        return self._timeline.present.state.position

    def _run(self, done: Callable[[Trainer], bool], least: int = 0) -> None:
        """Hand a trainer over to a new worker."""
        state = self._timeline.present.state
        settings = replace(self._settings, seed=self.origin.seed if self.origin else 0)
        trainer = Trainer(state.parameters, state.dataset, settings, state.position)
        measured = self._timeline.metrics()
        fresh = not measured or measured[-1].updates != state.position.updates
        self._worker = TrainingWorker(trainer, done, self._pace, fresh, least, self)
        self._worker.ended.connect(self._collect)
        self._player.stop()
        self._cursor = min(self._cursor, self._plan.cost)
        self._worker.start()
        self._poll.start()
        self._emit(Changed.TRAINING | Changed.CURSOR)

    def _fetch(self) -> None:
        """Take the newest snapshot, if there is one."""
        if self._worker is None:
            return
        snapshot = self._worker.mailbox.take()
        if snapshot is not None:
            self._live = snapshot
            self._emit(Changed.PARAMETERS | Changed.METRICS)

    def end_training(self) -> None:
        """Stop the worker, wait for it, and keep what it has reached."""
        if self._worker is not None:
            self._worker.request_stop()
            self._collect(self._worker)

    def _collect(self, worker: TrainingWorker) -> None:
        """Write a finished run into the history, once; news of a worker already collected is late news."""
        if worker is not self._worker:
            return
        worker.wait()
        self._poll.stop()
        self._worker, self._live = None, None
        worker.deleteLater()
        outcome = worker.outcome
        assert outcome is not None
        reached = self._goal is not None and outcome.state.position.epoch >= self._goal
        if reached or outcome.failed:
            self._goal = None
        if outcome.state.position != self._position:
            self._timeline.push(Change("run", metrics=outcome.metrics), outcome.state)
        self._emit(Changed.TRAINING | Changed.PARAMETERS | Changed.METRICS | Changed.HISTORY)
        self._report(outcome)

    def _report(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            self.failed.emit(tr("The training stopped with an error: {error}", error=outcome.error))
        elif outcome.diverged_at is not None:
            sentence = (
                "The cost was no longer a finite number after update {n:,}; the last good state is back. "
            )
            self.failed.emit(tr(sentence + "Try a smaller learning rate.", n=outcome.diverged_at))

    # To a file and back

    def saved(self) -> SavedState:
        """Return all that a state file holds; a training that runs goes on."""
        state, parent, chosen = self._present_state, self._timeline.present.parent, self._selection
        return SavedState(
            state.parameters,
            state.position,
            DataReference.of(state.dataset),
            self._settings,
            self._example,
            self._cursor,
            origin=self.origin,
            before=parent.state.parameters if self.updated and parent else None,
            selection=(chosen.layer, chosen.j) if isinstance(chosen, Neuron) else chosen,
            goal=self._goal,
            view=asdict(self._view),
            # While a training runs, more may have been measured than has been published.
            metrics=tuple(m for m in self.metrics if m.updates <= state.position.updates),
        )

    def restore(self, saved: SavedState, dataset: Dataset) -> None:
        """Take up a saved state, with a history of its own.

        Raises
        ------
        SettingsError
            When the data do not fit it; nothing has changed then.
        """
        spec = saved.parameters.spec
        self._check_fit(spec, dataset)
        if saved.example.index >= len(dataset.split(saved.example.split)):
            raise SettingsError(tr("the data have no example {n:,}", n=saved.example.index))
        self.end_training()
        self._player.stop()
        if saved.position.used >= len(dataset.train):
            # The data are no longer those it was saved with: what is left of this epoch cannot be known.
            epoch, _, updates = saved.position
            saved = replace(saved, position=Position(epoch + 1, 0, updates))
        self._timeline = _history(saved, dataset)
        self._plan, self._cursor = plan(spec), saved.cursor
        if self.updated and saved.before is None:
            self._cursor = self._plan.cost
        self._example, self._settings, self._goal = saved.example, saved.settings, saved.goal
        self._fit_batch()
        chosen = saved.selection
        self._selection = chosen if chosen is None or isinstance(chosen, Location) else Neuron(*chosen)
        self._view = View(gamma=_number(saved.view.get("gamma"), View.gamma))
        self._emit(EVERYTHING)

    def close(self) -> None:
        """End what runs, before the window goes."""
        self._player.stop()
        self.end_training()

    def _emit(self, what: Changed) -> None:
        self.changed.emit(what)


def _history(saved: SavedState, dataset: Dataset) -> Timeline:
    """Return what a file tells of a network's past: its first numbers, its training, its last update."""
    spec, origin = saved.parameters.spec, saved.origin
    last = State(saved.parameters, saved.position, dataset)
    before = last if saved.before is None else last._replace(parameters=saved.before)
    first = before if origin is None else State(initialize(spec, *origin), Position(), dataset)
    timeline = Timeline(first, origin)
    if saved.metrics or origin is not None:
        timeline.push(Change("run", metrics=saved.metrics), before)
    if saved.before is not None:
        timeline.push(Change("update", example=saved.example, rate=saved.settings.rate), last)
    return timeline


def _number(value: object, default: float) -> float:
    return float(value) if isinstance(value, int | float) else default
