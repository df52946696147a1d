"""Motion: what a phase computes, shown as light that travels; it is over soon, and never in the way."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from nnviz.core.arrays import Array
from nnviz.core.steps import Phase
from nnviz.session import Changed, Session

PHASE_MS = 215
"""How long one phase takes at speed 1: the seven phases of 784-16-16-10's forward pass 1.5 s."""

FRAME_MS = 16
SPEEDS = (0.0, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0)
"""How fast things can move; 0 is not at all."""

LIGHTS = 70
"""So many of a gap's edges carry a light, the most active ones."""

Indices = NDArray[np.intp]


@dataclass(frozen=True)
class Pulse:
    """What moves.

    Attributes
    ----------
    gap : int or None
        The layer before which lights travel along the edges; None when the discs of `layer` light up.
    layer : int
        Whose discs light up.
    forward : bool
        Whether the lights travel from left to right.
    """

    gap: int | None
    layer: int
    forward: bool = True


def pulse_of(phase: Phase, depth: int) -> Pulse | None:
    """Return what moves in a phase."""
    layer = phase.layer
    match phase.kind:
        case "weighted_sum":
            return Pulse(layer, layer)
        case "dC_da" if layer < depth:
            return Pulse(layer + 1, layer, forward=False)
        case "gradient":
            return Pulse(layer, layer, forward=False)
        case "input" | "update":
            return None
        case _:
            return Pulse(None, layer)


class Sweep(QObject):
    """The motion of the phase that has just been reached.

    A step of the cursor begins it, and ends the one before at once; it ends by itself.

    Signals
    -------
    moved()
        It is to be painted again; the last time after its end.

    Parameters
    ----------
    session : Session
        Whose cursor it follows.
    parent : QObject
        As ever in Qt.
    """

    moved = Signal()
    speed = 1.0
    """How fast; one of SPEEDS. Of the class: all views'; of an instance: its own."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._cursor = session.cursor
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, interval=FRAME_MS)
        self._timer.timeout.connect(self._tick)
        self.pulse: Pulse | None = None
        self._lights: tuple[Indices, Indices] | None = None

    @property
    def running(self) -> bool:
        """True while something moves."""
        return self.pulse is not None

    @property
    def progress(self) -> float:
        """How far it has come, 0 … 1."""
        return min(self._clock.elapsed() * self.speed / PHASE_MS, 1.0) if self.pulse else 1.0

    def follow(self, what: Changed, visible: bool) -> None:
        """Begin when the cursor has come one phase further; anything else ends what moves."""
        if not what & (Changed.CURSOR | Changed.NETWORK):
            return
        before, self._cursor = self._cursor, self._session.cursor
        self.end()
        if what == Changed.CURSOR and self._cursor == before + 1 and visible and self.speed > 0:
            self.pulse = pulse_of(self._session.phase, self._session.spec.depth)
            if self.pulse:
                self._clock.start()
                self._timer.start()

    def end(self) -> None:
        """Let nothing move any more."""
        if self.pulse is not None:
            self.pulse = self._lights = None
            self._timer.stop()
            self.moved.emit()

    def _tick(self) -> None:
        if self.progress >= 1:
            self.end()
        else:
            self.moved.emit()

    def lights(self) -> tuple[Indices, Indices]:
        """Return the edges (k, j) along which lights travel: those that carry most."""
        if self._lights is None:
            assert self.pulse is not None
            assert self.pulse.gap is not None
            size = np.abs(self._carried(self.pulse.gap, self.pulse.forward))
            k, j = np.divmod(_strongest(size.ravel(), LIGHTS), size.shape[1])
            self._lights = (k, j)
        return self._lights

    def _carried(self, layer: int, forward: bool) -> Array:
        trace = self._session.trace
        if forward:
            return trace.parameters.blocks[layer][:-1] * trace.a[layer - 1][:, None]
        if self._session.phase.kind == "gradient":
            return trace.gradient.blocks[layer][:-1]
        return trace.parameters.blocks[layer][:-1] * trace.delta[layer][None]


def _strongest(sizes: Array, most: int) -> Indices:
    """Return where the largest sizes above 0 are, at most so many; of a million in some milliseconds."""
    highest = np.fmax.reduceat(sizes, np.arange(0, sizes.size, max(1, sizes.size // (8 * most))))
    rank = max(0, len(highest) - most)
    # At least `most` parts reach this, so nothing below it can be among the largest.
    least = np.partition(highest, rank)[rank]
    found = np.flatnonzero((sizes >= least) & (sizes > 0))
    rank = max(0, len(found) - most)
    return found[np.argpartition(sizes[found], rank)[rank:]] if rank else found
