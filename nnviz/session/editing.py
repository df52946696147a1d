"""The Session's changes by hand: weights, biases, inputs, neurons; and what the test set makes of them."""

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QTimer

from nnviz.core.network import Location, NetworkSpec, Parameters
from nnviz.data.dataset import Dataset
from nnviz.errors import SettingsError
from nnviz.session.changes import Changed, Neuron
from nnviz.session.history import History
from nnviz.training.evaluation import Evaluation, Standing
from nnviz.training.timeline import Change, Edit, Moment, Painted, State
from nnviz.wording import tr

STANDING_MS = 30
"""Changes that follow one another this quickly are evaluated once."""


class Editing(History):
    """Lets the user change anything; every change is one entry of the history, a drag is one too."""

    def __init__(
        self, dataset: Dataset, spec: NetworkSpec | None = None, scheme: str = "scaled", seed: int = 0
    ) -> None:
        super().__init__(dataset, spec, scheme, seed)
        self._drags = False
        self._dragged: Moment | None = None
        self._standing: Standing | None = None
        self._evaluation: Evaluation | None = None
        self._due = QTimer(self, interval=STANDING_MS, singleShot=True)
        self._due.timeout.connect(self._evaluate)
        self._due.start()
        self.changed.connect(self._grow_stale)

    # Changing by hand

    def begin_drag(self) -> None:
        """Let all changes of one thing until `end_drag` be one entry of the history."""
        self._drags, self._dragged = True, None

    def end_drag(self) -> None:
        """End what `begin_drag` began."""
        self._drags, self._dragged = False, None

    def set_parameter(self, location: Location, value: float) -> None:
        """Set one weight or bias.

        Raises
        ------
        SettingsError
            When the value is not a finite number of float32.
        SpecError
            When the network has no such parameter.
        """
        self._set_theta({self.spec.index(location): value}, Edit("parameter", location=location))

    def paint_weights(self, neuron: Neuron, values: Mapping[int, float]) -> None:
        """Set some of the weights that arrive at a neuron, by the index k of the neuron they come from."""
        layer, j = neuron
        places = {self.spec.index(Location("w", layer, j, k)): value for k, value in values.items()}
        self._set_theta(places, Edit("weights", neuron=(layer, j)))

    def paint_input(self, values: Mapping[int, float]) -> None:
        """Set some of the example's inputs, by their index k."""
        _check_finite(values)
        self.end_training()
        x = self.input.astype(np.float32)
        for k, value in values.items():
            x[k] = value
        x.flags.writeable = False
        original, _ = self.split.example(self._example.index)
        painted = None if np.array_equal(x, original) else Painted(self._example, x)
        state = self._timeline.present.state._replace(painted=painted)
        self._edit(Edit("input"), state, Changed.EXAMPLE)

    def switch(self, neuron: Neuron, on: bool) -> None:
        """Switch a hidden neuron off, so that its activation is 0, or on again.

        Raises
        ------
        SettingsError
            For inputs and outputs.
        """
        layer, j = neuron
        if layer not in range(1, self.spec.depth):
            raise SettingsError(tr("only hidden neurons can be switched off"))
        self.end_training()
        state = self._timeline.present.state
        off = state.off - {(layer, j)} if on else state.off | {(layer, j)}
        if off != state.off:
            self._edit(Edit("switch", neuron=(layer, j)), state._replace(off=off), Changed.PARAMETERS)

    def _set_theta(self, places: Mapping[int, float], edit: Edit) -> None:
        _check_finite(places)
        self.end_training()
        state = self._timeline.present.state
        theta = state.parameters.theta.copy()
        theta[list(places)] = list(places.values())
        self._edit(edit, state._replace(parameters=Parameters(self.spec, theta)), Changed.PARAMETERS)

    def _edit(self, edit: Edit, state: State, what: Changed) -> None:
        """Write an edit into the history: a new entry, or more of the one a drag has begun.

        `state` is made from the present one, so a training must have ended before that.
        """
        assert self._worker is None
        self._player.stop()
        present = self._timeline.present
        if present is self._dragged and present.change.edit == edit:
            self._timeline.amend(state)
        else:
            example = self._example if edit.kind == "input" else None
            self._timeline.push(Change("edit", example=example, edit=edit), state)
            self._dragged = self._timeline.present if self._drags else None
        if self.updated:
            self._cursor = self._plan.cost
        self._emit(what | Changed.HISTORY | Changed.CURSOR)

    # How the whole test set takes it

    @property
    def standing(self) -> Standing | None:
        """Cost and accuracy of the present network over the test set; None until they are known."""
        return self._standing

    def _grow_stale(self, what: Changed) -> None:
        if not what & (Changed.PARAMETERS | Changed.NETWORK | Changed.TRAINING):
            return
        if what & Changed.NETWORK:
            self._end_evaluation()  # of a network that has gone, perhaps on other data
        if what & ~Changed.TRAINING or self._worker is not None:
            self._standing = None
        # Not begun anew by every change: it follows a drag instead of waiting for its end.
        if self._standing is None and self._worker is None and not self._due.isActive():
            self._due.start()

    def _evaluate(self) -> None:
        if self._worker is not None:
            return  # a training measures by itself
        self._end_evaluation()
        state = self._timeline.present.state
        self._evaluation = Evaluation(state.parameters, state.dataset.test, state.off, self)
        self._evaluation.ended.connect(self._take_standing)
        self._evaluation.start()

    def _take_standing(self, evaluation: Evaluation) -> None:
        if evaluation is not self._evaluation:
            return  # late news
        self._standing = evaluation.standing
        self._end_evaluation()
        self._emit(Changed.STANDING)

    def _end_evaluation(self) -> None:
        if self._evaluation is not None:
            self._evaluation.request_stop()
            self._evaluation.wait()
            self._evaluation.deleteLater()
            self._evaluation = None

    def close(self) -> None:
        """End what runs, before the window goes."""
        self.closing.emit()
        self._due.stop()
        self._end_evaluation()
        self._player.stop()
        self.end_training()
        # The last run, kept just now, must not be evaluated any more.
        self._due.stop()


def _check_finite(values: Mapping[int, float]) -> None:
    """Raise SettingsError unless all values are finite in float32."""
    with np.errstate(over="ignore"):
        if not np.isfinite(np.array(list(values.values()), np.float32)).all():
            raise SettingsError(tr("a weight, a bias and an input must be finite numbers"))
