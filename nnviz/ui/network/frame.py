"""What all painters of one frame share: where things are, and what is known of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QRegion

from nnviz.core.arrays import Array
from nnviz.core.steps import Phase
from nnviz.session import Neuron, Session
from nnviz.ui import theme
from nnviz.ui.network.disc import DiscPainter
from nnviz.ui.network.layout import NetworkLayout
from nnviz.ui.network.naming import Indices
from nnviz.ui.network.sweep import Sweep
from nnviz.ui.network.values import EdgeValues


@dataclass(frozen=True)
class Discs:
    """The discs of the named neurons beside a bar.

    Attributes
    ----------
    members : Indices
        Which neurons, sorted.
    x : float
        Where all of them stand.
    y : Array
        Where each of them stands.
    radius : float
        Of each.
    """

    members: Indices
    x: float
    y: Array
    radius: float

    def at(self, x: float, y: float) -> int | None:
        """Return the neuron whose disc is at a point."""
        if len(self.members) and abs(x - self.x) <= self.radius + 1:
            nearest = int(np.abs(self.y - y).argmin())
            if abs(self.y[nearest] - y) <= self.radius + 0.5:
                return int(self.members[nearest])
        return None


@dataclass(frozen=True)
class Frame:
    """One frame.

    Attributes
    ----------
    painter : QPainter
        Open on the view.
    session : Session
        What to show.
    layout : NetworkLayout
        Where.
    edges : EdgeValues
        What the edges show.
    named : mapping of int to Discs
        The named neurons of each layer whose discs do not fit.
    sweep : Sweep
        What moves.
    part : QRegion
        Which part of the view is to be painted; what stands elsewhere need not be.
    """

    painter: QPainter
    session: Session
    layout: NetworkLayout
    edges: EdgeValues
    named: Mapping[int, Discs]
    sweep: Sweep
    part: QRegion

    @cached_property
    def discs(self) -> DiscPainter:
        """What paints the discs."""
        return DiscPainter(self.painter)

    def wants(self, rect: QRectF) -> bool:
        """Say whether any of what stands in a rectangle is to be painted."""
        return self.part.intersects(rect.toAlignedRect())

    def wants_column(self, left: float, right: float) -> bool:
        """Say whether any of what stands among the edges, from `left` to `right`, is to be painted."""
        stage = self.layout.stage
        return self.wants(QRectF(left, stage.top(), right - left, stage.height()))

    def text(self, rect: QRectF, text: str, role: str, size: float = 1.0, bold: bool = False) -> None:
        """Write in the middle of a rectangle."""
        if not self.wants(rect):
            return
        self.painter.setFont(theme.number_font(size, bold))
        self.painter.setPen(theme.current().color(role))
        # Unclipped: a line is a little higher than its letters, and than the room of a caption.
        self.painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, text)

    def value(self, layer: int) -> tuple[Array | None, bool]:
        """Return the newest revealed numbers of a layer, and whether they are activations."""
        session = self.session
        if layer == 0:
            return session.trace.a[0], True
        if session.shows(Phase("activation", layer)):
            return session.trace.a[layer], True
        if session.shows(Phase("weighted_sum", layer)):
            return session.trace.z[layer], False
        return None, False

    def disc(self, neuron: Neuron) -> tuple[float, float, float]:
        """Return the center and the radius of a neuron's disc as it is painted.

        Of an anchor without one the radius is 0.
        """
        layer, j = neuron
        named = self.named.get(layer)
        if named is not None:
            place = int(np.searchsorted(named.members, j))
            if place < len(named.members) and named.members[place] == j:
                return *self.discs.center(named.x, float(named.y[place])), named.radius
        x, y = self.layout.position(neuron)
        radius = self.layout.radius(layer)
        return (*self.discs.center(x, y), radius) if radius else (x, y, radius)


class FramePainter:
    """Paints some of what stands in a frame.

    Parameters
    ----------
    frame : Frame
        Where and what.
    """

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._painter = frame.painter
        self._layout = frame.layout
        self._theme = theme.current()
