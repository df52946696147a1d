"""The network in the middle: every edge, every neuron, and what has been computed of them so far."""

import time
from collections.abc import Iterator
from math import ceil, floor, inf

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QHideEvent, QPainter, QPaintEvent, QPen, QRegion, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from nnviz.core.arrays import Array
from nnviz.core.network import Location
from nnviz.core.steps import Phase
from nnviz.session import Changed, Neuron, Session
from nnviz.ui import theme
from nnviz.ui.network.camera import Camera
from nnviz.ui.network.frame import Discs, Frame
from nnviz.ui.network.layout import NetworkLayout
from nnviz.ui.network.mouse import NetworkMouse
from nnviz.ui.network.naming import Indices, Naming, named, parse, spread
from nnviz.ui.network.neurons import RING, right_end
from nnviz.ui.network.paint import NetworkPainter, caption_rect, caption_tip, heading_rect, named_rect
from nnviz.ui.network.picture import EdgePicture, Geometry
from nnviz.ui.network.redraw import Redraw
from nnviz.ui.network.sweep import Sweep
from nnviz.ui.network.values import MOVES, EdgeValues
from nnviz.ui.readable import READABLE_MS
from nnviz.wording import tr

LEAST_WIDTH = 50
"""A picture that is less wide is not drawn: the layout has not reached it yet."""

NEWS = Changed.PARAMETERS | Changed.METRICS
"""What a training tells while it runs."""

NAMED_RADIUS = 5.5
BESIDE = 19
"""How far to the left of a bar its named discs stand."""


class NetworkView(NetworkMouse):
    """The picture of the session's network.

    Parameters
    ----------
    session : Session
        What to show; clicks choose neurons and edges in it, pointing lights them up in every panel.

    Attributes
    ----------
    sweep : Sweep
        The motion of a phase that has just been reached.
    edges : EdgeValues
        What the edges show.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._camera = Camera()
        self._naming: dict[int, Naming] = {}
        self._discs_kept: dict[int, tuple[NetworkLayout, Discs, Indices]] = {}
        self._layout: NetworkLayout | None = None
        self._tabbed = False
        self._news, self._read_at = False, -inf
        self.edges = EdgeValues(session)
        self._picture = EdgePicture(self.edges)
        self.sweep = Sweep(session, self)
        self.sweep.moved.connect(self.update)
        self._redraw = Redraw(self._picture, session, self._geometry, self)
        self._redraw.drawn.connect(self._show_drawn)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(360, 200)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("The network"))
        self.setAccessibleDescription(
            tr(
                "Keys: + and − zoom, 0 fits, Shift with the arrows pans, Alt with the arrows chooses neurons,"
                " the menu key says which are named"
            )
        )
        session.changed.connect(self._follow)
        theme.on_change(self, self._restyle)

    # What it shows

    @property
    def session(self) -> Session:
        """The session whose network it shows."""
        return self._session

    @property
    def layout_(self) -> NetworkLayout:
        """Where everything stands at the present size and zoom."""
        now = (self._session.spec, self.width(), self.height(), theme.current_scale(), self._camera)
        old = self._layout
        if old is None or now != (old.spec, old.width, old.height, old.scale, old.camera):
            self._layout = NetworkLayout(*now)
        assert self._layout is not None
        return self._layout

    @property
    def camera(self) -> Camera:
        """Zoom and pan."""
        return self._camera

    def set_camera(self, camera: Camera) -> None:
        """Look at another part; the old picture is scaled until the new one has been drawn."""
        camera = camera.within((self.width(), self.height()))
        if camera != self._camera:
            self._camera = camera
            self._redraw.later()
            self.update()

    def fit(self) -> None:
        """Show the whole network."""
        self.set_camera(Camera())

    def values(self, layer: int) -> Array | None:
        """Return what the edges before `layer` show, shape (n_(l−1), n_l); None where it is not known."""
        return self.edges.values(layer)

    def scale(self, layer: int) -> float:
        """Return the magnitude that the strongest edge before `layer` stands for."""
        return self.edges.drawn(layer)[1]

    # Named neurons

    def naming(self, layer: int) -> Naming:
        """Return which neurons of a layer that does not fit are drawn as discs."""
        return self._naming.get(layer, Naming())

    def name(self, layer: int, naming: Naming) -> None:
        """Choose which neurons of a layer that does not fit are drawn as discs.

        Raises
        ------
        SettingsError
            When a typed list cannot be read.
        """
        if naming.kind == "list":
            parse(naming.text, self._session.spec.sizes[layer])
        self._naming[layer] = naming
        self.update()

    def discs(self) -> dict[int, Discs]:
        """Return the discs of each layer that does not fit."""
        layers = range(len(self._session.spec.sizes))
        return {layer: self._discs(layer) for layer in layers if not self.layout_.radius(layer)}

    def _discs(self, layer: int) -> Discs:
        layout, members = self.layout_, named(self._session, layer, self.naming(layer))
        kept = self._discs_kept.get(layer)
        if kept is None or kept[0] is not layout or not np.array_equal(kept[2], members):
            kept = layout, self._spread_discs(layout, layer, members), members
            self._discs_kept[layer] = kept
        return kept[1]

    def _spread_discs(self, layout: NetworkLayout, layer: int, members: Indices) -> Discs:
        scale = layout.scale
        heights = layout.anchors[layer][members]
        top, bottom = layout.top, layout.top + layout.column_height
        seen = (heights >= top) & (heights <= bottom)
        members, radius = members[seen], NAMED_RADIUS * scale
        y = spread(heights[seen], 2 * radius + 1.5, top + radius, bottom - radius)
        if len(y) > 1:
            radius = min(radius, max(2.0, 0.48 * float(np.diff(y).min())))
        return Discs(members, layout.columns[layer] - BESIDE * scale, y, radius)

    # Following the session

    def _follow(self, what: Changed) -> None:
        self.edges.follow(what)
        if what & Changed.NETWORK:
            self._forget_network()
        self.sweep.follow(what, self.isVisible())
        if what & (MOVES | Changed.SELECTION):
            self._news = not what & ~NEWS
            self._redraw.now(hurried=bool(what & Changed.PARAMETERS) and self.isVisible())
            self._news = False
        elif what & (Changed.POINTED | Changed.NOTATION):
            self.update()

    def _show_drawn(self) -> None:
        """Paint the new picture: of a training's news only what it moves, and words as fast as they are read.

        The inputs, what the outputs are called and the numbers of neurons stay; the captions change.
        """
        now, moving = time.monotonic(), self._moving()
        if moving is None:
            self.update()
        elif 1000 * (now - self._read_at) < READABLE_MS:
            self.update(moving)
        else:
            self._read_at = now
            captions = self.rect().adjusted(0, moving.bottom() + 1, 0, 0)
            self.update(QRegion(moving).united(captions))

    def _moving(self) -> QRect | None:
        """Return the part in which edges and neurons move with a training's news; None for the whole."""
        session, layout = self._session, self.layout_
        last = session.spec.depth
        still = session.selection is None and session.pointed is None and layout.camera.zoom == 1
        wishes = session.shows(Phase("dC_da", last)) or session.shows(Phase("delta", last))
        if not (self._news and session.run_state == "running" and still) or wishes:
            return None
        radius = layout.radius(0)
        left = floor(layout.columns[0] - radius - RING if radius else right_end(layout, 0))
        right = ceil(right_end(layout, last))
        return QRect(left, layout.top, right - left, layout.column_height)

    def _forget_network(self) -> None:
        """Begin again with another network: nothing that was said of the old one need hold."""
        if self._picture.spec != self._session.spec:
            self._naming.clear()
            self._camera = Camera()
            self._picture.drop()

    def _restyle(self) -> None:
        self._picture.recolor()
        self._redraw.now()

    def _geometry(self) -> Geometry | None:
        """Return where the lines run now; None while nobody sees them."""
        seen = self.width() >= LEAST_WIDTH and self.isVisible()
        return (self.layout_, self.devicePixelRatioF()) if seen else None

    def get_ready(self) -> Iterator[None]:
        """Compute, step by step, what the first quick change would have to wait for."""
        yield from self._picture.get_ready()

    def settle(self) -> None:
        """Draw the picture for the present size at once, without motion, as a screenshot wants it."""
        self.sweep.end()
        self._redraw.at_once()

    # Qt

    def sizeHint(self) -> QSize:
        """Return a size at which 784-16-16-10 is comfortable."""
        return QSize(760, 480)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the edges' picture and everything else over it."""
        if self._picture.spec is None and not self._redraw.coming:
            self._redraw.now()
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        part, discs = event.region(), self.discs()
        frame = Frame(painter, self._session, self.layout_, self.edges, discs, self.sweep, part)
        network = NetworkPainter(frame, {n: c.bundle for n, c in self._picture.coverages.items()})
        self._paint_ground(painter, network.stage())
        painter.setClipRect(network.stage())
        self._picture.paint(painter, self.layout_)
        network.paint()
        if self.hasFocus() and self._tabbed:
            painter.setPen(QPen(theme.current().color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_ground(self, painter: QPainter, stage: QRectF) -> None:
        """Fill what the picture leaves: were Qt to fill all, a large window would wait for it."""
        rest = [QRectF(self.rect())]
        if self._picture.spec is not None and self._picture.fits(self.layout_, self.devicePixelRatioF()):
            # A pixel more, for the stage may end within one.
            below = rest[0].adjusted(0, stage.bottom() - 1, 0, 0)
            rest = [QRectF(0, 0, self.width(), stage.top() + 1), below]
        for part in rest:
            painter.fillRect(part, theme.current().color("background"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scale the old picture until the size has come to rest."""
        self._camera = self._camera.within((self.width(), self.height()))
        if self._picture.spec is not None:
            self._redraw.later()
        super().resizeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let nothing move or work that nobody sees."""
        self.sweep.end()
        self._redraw.stop()
        super().hideEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus to those who came by keyboard."""
        self._tabbed = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        super().focusInEvent(event)

    # What is where

    def under(self, x: float, y: float) -> Neuron | Location | None:
        """Return the neuron or the edge at a point: a neuron first, else the strongest edge within 3 px."""
        layout = self.layout_
        if not layout.top - 4 <= y <= layout.top + layout.column_height + 4:
            return None
        for layer, discs in self.discs().items():
            j = discs.at(x, y)
            if j is not None:
                return Neuron(layer, j)
        values = {layer: self.values(layer) for layer in self._session.spec.layers}
        known = {layer: array for layer, array in values.items() if array is not None}
        return layout.neuron_at(x, y) or layout.edge_at(x, y, known)

    def caption_tip_at(self, point: QPointF) -> str:
        """Return what the caption of a gap means, when one is at a point."""
        named_discs = self.discs()
        for layer in self._session.spec.layers:
            if caption_rect(self.layout_, named_discs, layer).contains(point):
                coverage = self._picture.coverages.get(layer)
                bundle = (1, 1) if coverage is None else coverage.bundle
                return caption_tip(self.edges.shown(layer), self.scale(layer), bundle)
        return ""

    def menu_layer_at(self, point: QPointF) -> int | None:
        """Return the layer whose heading or "⋮" is at a point, when it has discs to choose."""
        named_discs = self.discs()
        for layer in named_discs:
            under = named_rect(self.layout_, named_discs, layer)
            if heading_rect(self.layout_, layer).contains(point) or (under and under.contains(point)):
                return layer
        return None
