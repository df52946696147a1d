"""What a step did to whole sets, computed in a thread of its own."""

from __future__ import annotations

from PySide6.QtCore import QObject, QThread, Signal

from nnviz.core.passes import Masks
from nnviz.core.step_effect import Effect, Step, effect
from nnviz.training.threads import computing
from nnviz.ui.update.subject import Part


class EffectThread(QThread):
    """Computes the effect of one step on some sets, one after the other.

    Signals
    -------
    found(EffectThread)
        One more of `effects` is there.

    Parameters
    ----------
    step : Step
        The step.
    parts : tuple of Part
        The sets.
    masks : dict
        The masks under which the costs are taken.
    """

    found = Signal(object)

    def __init__(self, step: Step, parts: tuple[Part, ...], masks: Masks, parent: QObject) -> None:
        super().__init__(parent)
        self.effects: dict[str, Effect] = {}
        self._step, self._parts, self._masks = step, parts, masks
        self._stop = False

    def request_stop(self) -> None:
        """Ask for an end, without waiting."""
        self._stop = True

    def run(self) -> None:
        """Compute; called by QThread in the new thread."""
        with computing():
            for part in self._parts:
                result = effect(self._step, part.x, part.y, self._masks, lambda: self._stop)
                if result is None:
                    return
                self.effects[part.name] = result
                self.found.emit(self)
