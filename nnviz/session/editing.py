"""The Session's changes by hand: weights, biases, inputs, neurons."""

from collections.abc import Mapping

import numpy as np

from nnviz.core.network import Location, NetworkSpec, Parameters
from nnviz.data.dataset import Dataset
from nnviz.errors import SettingsError
from nnviz.session.changes import Changed, Neuron
from nnviz.session.history import History
from nnviz.session.measuring import Measuring
from nnviz.training.measuring import Standing
from nnviz.training.moment import Moment
from nnviz.training.timeline import Change, Edit, ExampleRef, Painted, State
from nnviz.wording import tr


class Editing(History):
    """Lets the user change anything; every change is one entry of the history, a drag is one too."""

    def __init__(
        self, dataset: Dataset, spec: NetworkSpec | None = None, scheme: str = "scaled", seed: int = 0
    ) -> None:
        super().__init__(dataset, spec, scheme, seed)
        self._drags = False
        self._dragged: Moment | None = None
        self._measuring = Measuring(self)

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
        self._edit(Edit("input"), state, Changed.EXAMPLE, self._example)

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

    def change_data(self, dataset: Dataset, edit: Edit, about: ExampleRef, shown: ExampleRef) -> None:
        """Go on with data of which somebody has changed an example; the network stays as it is.

        Parameters
        ----------
        dataset : Dataset
            The data now.
        edit : Edit
            What was done.
        about : ExampleRef
            To which example, as it is counted where it exists.
        shown : ExampleRef
            What is on the screen now.

        Raises
        ------
        SettingsError
            When the network does not fit the data.
        """
        self._check_fit(self.spec, dataset)
        self.end_training()
        state, self._example = self._timeline.present.state, shown
        position = state.position.within(len(dataset.train))
        after = state._replace(dataset=dataset, position=position, painted=None)
        self._edit(edit, after, Changed.NETWORK | Changed.EXAMPLE, about)

    def put_parameters(self, parameters: Parameters) -> None:
        """Take all weights and biases from a place in a picture of the cost, as one edit.

        Raises
        ------
        SettingsError
            When the network has another shape, or a number is not finite in float32.
        """
        with np.errstate(over="ignore"):
            theta = parameters.theta.astype(np.float32)
        if parameters.spec.sizes != self.spec.sizes:
            raise SettingsError(tr("these are the parameters of another network"))
        if not np.isfinite(theta).all():
            raise SettingsError(tr("there the weights are no finite numbers"))
        self.end_training()
        state = self._timeline.present.state
        after = state._replace(parameters=Parameters(self.spec, theta))
        self._edit(Edit("landscape"), after, Changed.PARAMETERS)

    def _set_theta(self, places: Mapping[int, float], edit: Edit) -> None:
        _check_finite(places)
        self.end_training()
        state = self._timeline.present.state
        theta = state.parameters.theta.copy()
        theta[list(places)] = list(places.values())
        self._edit(edit, state._replace(parameters=Parameters(self.spec, theta)), Changed.PARAMETERS)

    def _edit(self, edit: Edit, state: State, what: Changed, about: ExampleRef | None = None) -> None:
        """Write an edit into the history: a new entry, or more of the one a drag has begun.

        `state` is made from the present one, so a training must have ended before that.
        """
        assert self._worker is None
        self._player.stop()
        present, change = self._timeline.present, Change("edit", example=about, edit=edit)
        if present is self._dragged and present.change == change:
            self._timeline.amend(state)
        else:
            self._timeline.push(change, state)
            self._dragged = self._timeline.present if self._drags else None
        self._fit_batch()
        if self.updated:
            self._cursor = self._plan.cost
        self._emit(what | Changed.HISTORY | Changed.CURSOR)

    @property
    def standing(self) -> Standing | None:
        """Cost and accuracy of the present network over the test set; None until they are known."""
        return self._measuring.standing

    def close(self) -> None:
        """End what runs, before the window goes."""
        self.closing.emit()
        self._measuring.stop()
        self._player.stop()
        self.end_training()
        # The last run, kept just now, must not be evaluated any more.
        self._measuring.stop()


def _check_finite(values: Mapping[int, float]) -> None:
    """Raise SettingsError unless all values are finite in float32."""
    with np.errstate(over="ignore"):
        if not np.isfinite(np.array(list(values.values()), np.float32)).all():
            raise SettingsError(tr("a weight, a bias and an input must be finite numbers"))
