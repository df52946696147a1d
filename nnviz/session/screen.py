"""What is on the screen: the part of the Session that panels read."""

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from nnviz.core.arrays import Array
from nnviz.core.network import NetworkSpec, Parameters, initialize
from nnviz.core.passes import masks_of
from nnviz.core.steps import Phase, Plan, Trace, plan
from nnviz.data.dataset import Dataset
from nnviz.data.split import Split
from nnviz.errors import SettingsError
from nnviz.session.changes import Changed, Neuron, Selection, View
from nnviz.training.moment import Moment
from nnviz.training.timeline import ExampleRef, Origin, Painted, State, Timeline
from nnviz.training.trainer import Position, TrainSettings, guesses
from nnviz.training.worker import Snapshot, TrainingWorker

PLAY_MS = 700
"""How long a phase stands when the score is played."""


class Screen(QObject):
    """Network, data, example, cursor and selection, as they are now.

    Signals
    -------
    changed(Changed)
        Something moved; read the rest from the session.
    failed(str)
        One sentence for the user; the state is what it was before.
    closing()
        It is over: whoever still computes something for it must end that now.
    """

    changed = Signal(object)
    failed = Signal(str)
    closing = Signal()

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
        self._pointed: Selection = None
        self._view = View()
        self._settings = TrainSettings()
        self._pace: float | None = 1000.0
        self._worker: TrainingWorker | None = None
        self._live: Snapshot | None = None
        self._goal: int | None = None
        self._gathered: Changed | None = None
        self._trace: Trace | None = None
        self._traced: tuple[object, ...] = ()
        self._player = QTimer(self, interval=PLAY_MS)

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

    @property
    def moment(self) -> Moment:
        """The present moment of the history; compared by identity, it tells whether anything has changed."""
        return self._timeline.present

    @property
    def _present_state(self) -> State:
        return self._live.after if self._live else self._timeline.present.state

    @staticmethod
    def _check_fit(spec: NetworkSpec, dataset: Dataset) -> None:
        if (spec.sizes[0], spec.sizes[-1]) != (dataset.n_inputs, dataset.n_outputs):
            raise SettingsError(
                "the data have {n_inputs} inputs and {n_outputs} outputs; a {spec} network does not fit",
                n_inputs=dataset.n_inputs,
                n_outputs=dataset.n_outputs,
                spec=spec,
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
        state = parent.state if self.updated and parent else self._present_state
        painted = self._painted
        made_from = (state.parameters, state.off, self._example, None if painted is None else painted.x)
        if self._trace is None or any(a is not b for a, b in zip(made_from, self._traced, strict=True)):
            self._traced = made_from
            _, y = self.split.example(self._example.index)
            self._trace = Trace.of(state.parameters, self.input, y, masks_of(self.spec, state.off))
        return self._trace

    @property
    def input(self) -> Array:
        """The example's input, float64 of shape (n_0,), with what was painted on it."""
        painted = self._painted
        if painted is not None:
            return painted.x.astype(np.float64)
        return self.split.example(self._example.index)[0]

    @property
    def painted(self) -> bool:
        """True when the input on the screen was changed by hand."""
        return self._painted is not None

    @property
    def _painted(self) -> Painted | None:
        painted = self._timeline.present.state.painted
        return painted if painted is not None and painted.example == self._example else None

    @property
    def off(self) -> frozenset[tuple[int, int]]:
        """The hidden neurons (layer, j) that are switched off."""
        return self._present_state.off

    @property
    def change(self) -> Parameters | None:
        """The last change Δw: of the newest update while training, else of the last step of the history."""
        if self._live is not None:
            before, after = self._live.before, self._live.after.parameters
        else:
            present = self._timeline.present
            if present.parent is None or present.change.kind == "start":
                return None
            before, after = present.parent.state.parameters, present.state.parameters
        return Parameters(self.spec, after.theta - before.theta)

    def shows(self, phase: Phase) -> bool:
        """Say whether the cursor has reached `phase`."""
        return self._plan.shown(self._cursor, *phase)

    # What is chosen, and how it is drawn

    @property
    def selection(self) -> Selection:
        """The chosen neuron, weight or bias."""
        return self._selection

    def _existing(self, chosen: Selection) -> Selection:
        """Return what was chosen, or None when the present network has no such thing."""
        return chosen if self.has(chosen) else None

    def has(self, chosen: Selection) -> bool:
        """Say whether the present network has such a neuron, weight or bias; there is always nothing."""
        sizes = self.spec.sizes
        if chosen is None:
            return True
        if not isinstance(chosen, Neuron) and chosen.layer == 0:
            return False
        before = -1 if isinstance(chosen, Neuron) or chosen.k is None else chosen.k
        return (
            chosen.layer < len(sizes)
            and chosen.j < sizes[chosen.layer]
            and before < (sizes[chosen.layer - 1] if chosen.layer else 0)
        )

    @property
    def pointed(self) -> Selection:
        """What the mouse points at, in whichever panel; the others light it up too."""
        return self._pointed

    @property
    def view(self) -> View:
        """How things are drawn."""
        return self._view

    # Saying what moved

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Say only at the end what has moved within: several actions then are one for the panels."""
        outer, self._gathered = self._gathered, self._gathered or Changed(0)
        try:
            yield
        finally:
            what, self._gathered = self._gathered, outer
            if outer is not None:
                self._gathered = outer | what
            elif what:
                self.changed.emit(what)

    def _emit(self, what: Changed) -> None:
        if self._gathered is None:
            self.changed.emit(what)
        else:
            self._gathered |= what
