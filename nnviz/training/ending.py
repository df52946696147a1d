"""When a training ends before its epochs are over."""

import math
from typing import Literal

from nnviz.training.settings import TrainSettings

Reason = Literal["target", "patience"]
"""The wanted accuracy is reached; or nothing has become better for long enough."""


class Ending:
    """Follows the measurements at the ends of epochs, from where a trainer began.

    Parameters
    ----------
    settings : TrainSettings
        Its `target_accuracy` and its `patience`.
    """

    def __init__(self, settings: TrainSettings) -> None:
        self._settings = settings
        self._least = math.inf
        self._waited = 0

    def after(self, test_cost: float, test_accuracy: float | None) -> Reason | None:
        """Take one more epoch into account; return why the training should end, if it should."""
        target, patience = self._settings.target_accuracy, self._settings.patience
        self._waited = 0 if test_cost < self._least else self._waited + 1
        self._least = min(self._least, test_cost)
        if target is not None and test_accuracy is not None and test_accuracy >= target:
            return "target"
        return "patience" if patience is not None and self._waited >= patience else None
