"""One update, whatever the settings: the gradient of some examples, penalties, and the optimizer."""

from collections.abc import Callable

from nnviz.core.arrays import Array, Inputs, IntArray
from nnviz.core.network import Parameters
from nnviz.core.passes import Masks
from nnviz.training.kernel import Dropout, Kernel
from nnviz.training.optimizers import Optimizer, OptimizerState
from nnviz.training.penalty import Penalty
from nnviz.training.settings import TrainSettings


class Learner:
    """Changes one θ in place.

    Parameters
    ----------
    parameters : Parameters
        θ in float32.
    settings : TrainSettings
        Its optimizer, momentum and penalties; the rate comes with each update.
    masks : dict
        Neurons that are switched off.
    state : OptimizerState or None
        What the optimizer remembers.
    """

    def __init__(
        self, parameters: Parameters, settings: TrainSettings, masks: Masks, state: OptimizerState | None
    ) -> None:
        self.kernel = Kernel(parameters, masks)
        self.optimizer = Optimizer(settings.optimizer, parameters.theta.size, settings.momentum, state)
        self._theta = parameters.theta
        self.adjust(settings)

    def adjust(self, settings: TrainSettings) -> None:
        """Take over momentum and penalties."""
        self.optimizer.set_momentum(settings.momentum)
        penal = settings.l1 > 0 or settings.l2 > 0
        self._penalty = Penalty(self.kernel.spec, settings.l1, settings.l2) if penal else None

    def learn(
        self,
        stored: Inputs,
        targets: Array,
        rows: IntArray,
        rate: float,
        dropout: Dropout | None = None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> bool:
        """Learn from the examples `rows`; False, and no change, when `stopped` said so in between."""
        if self.optimizer.name == "sgd" and self._penalty is None and dropout is None:
            return self.kernel.descend(stored, targets, rows, rate, stopped)
        gradient = self.kernel.gradient(stored, targets, rows, stopped, dropout)
        if gradient is None:
            return False
        if self._penalty is not None:
            self._penalty.add_gradient(self._theta, gradient)
        self.optimizer.update(self._theta, gradient, rate)
        return True
