"""The network in the middle: every edge, every neuron, and what has been computed of them so far."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QHideEvent, QPainter, QPaintEvent, QPen, QRegion, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from nnviz.core.arrays import Array
from nnviz.core.network import Location
from nnviz.session import NEWS, Changed, Neuron, Session
from nnviz.ui import theme
from nnviz.ui.network.camera import Camera
from nnviz.ui.network.frame import Discs, Frame
from nnviz.ui.network.hits import caption_at, hit_at, menu_at
from nnviz.ui.network.layout import NetworkLayout
from nnviz.ui.network.mouse import NetworkMouse
from nnviz.ui.network.named_discs import NamedDiscs
from nnviz.ui.network.naming import Naming
from nnviz.ui.network.news import NewsPart
from nnviz.ui.network.paint import NetworkPainter, caption_tip
from nnviz.ui.network.picture import EdgePicture, Geometry
from nnviz.ui.network.redraw import Redraw
from nnviz.ui.network.sweep import Sweep
from nnviz.ui.network.values import MOVES, EdgeValues
from nnviz.wording import tr

LEAST_WIDTH = 50
"""A picture that is less wide is not drawn: the layout has not reached it yet."""


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
        self._named = NamedDiscs(session)
        self._layout: NetworkLayout | None = None
        self._tabbed = False
        self._news = NewsPart(session)
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
        return self._named.naming(layer)

    def name(self, layer: int, naming: Naming) -> None:
        """Choose which neurons of a layer that does not fit are drawn as discs.

        Raises
        ------
        SettingsError
            When a typed list cannot be read.
        """
        self._named.name(layer, naming)
        self.update()

    def discs(self) -> dict[int, Discs]:
        """Return the discs of each layer that does not fit."""
        return self._named.on(self.layout_)

    # Following the session

    def _follow(self, what: Changed) -> None:
        self.edges.follow(what)
        if what & Changed.NETWORK:
            self._forget_network()
        self.sweep.follow(what, self.isVisible())
        if what & (MOVES | Changed.SELECTION):
            hurried = bool(what & Changed.PARAMETERS) and self.isVisible()
            self._redraw.now(hurried, news=not what & ~NEWS)
        elif what & (Changed.POINTED | Changed.NOTATION):
            self.update()

    def _show_drawn(self, news: bool) -> None:
        """Paint the new picture: of a training's news only what it moves."""
        part = self._news.of(self.layout_) if news else None
        if part is None:
            self.update()
        else:
            self.update(part)

    def _forget_network(self) -> None:
        """Begin again with another network: nothing that was said of the old one need hold."""
        if self._picture.spec != self._session.spec:
            self._named.clear()
            self._camera = Camera()
            self._picture.drop()

    def _restyle(self) -> None:
        self._picture.recolor()
        self._redraw.now()

    def _geometry(self) -> Geometry | None:
        """Return where the lines run now; None while nobody sees them."""
        seen = self.width() >= LEAST_WIDTH and self.isVisible() and not self.window().isMinimized()
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
        with self._session.window_first:
            self._paint(event.region())

    def _paint(self, part: QRegion) -> None:
        if self._picture.spec is None and not self._redraw.coming:
            self._redraw.now()
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        frame = Frame(painter, self._session, self.layout_, self.edges, self.discs(), self.sweep, part)
        self._paint_ground(painter)
        painter.setClipRect(self.layout_.stage)
        self._picture.paint(painter, self.layout_)
        NetworkPainter(frame, {n: c.bundle for n, c in self._picture.coverages.items()}).paint()
        if self.hasFocus() and self._tabbed:
            painter.setPen(QPen(theme.current().color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        """Fill what the picture leaves: were Qt to fill all, a large window would wait for it."""
        rest = [self.rect()]
        if self._picture.spec is not None and self._picture.fits(self.layout_, self.devicePixelRatioF()):
            # A pixel more, for the stage may end within one of the device's.
            stage = self.layout_.stage
            rest = [QRect(0, 0, self.width(), stage.top() + 1), self.rect().adjusted(0, stage.bottom(), 0, 0)]
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
        return hit_at(self.layout_, self.discs(), self.edges, x, y)

    def caption_tip_at(self, point: QPointF) -> str:
        """Return what the caption of a gap means, when one is at a point."""
        layer = caption_at(self.layout_, self.discs(), point)
        if layer is None:
            return ""
        coverage = self._picture.coverages.get(layer)
        bundle = (1, 1) if coverage is None else coverage.bundle
        return caption_tip(self.edges.shown(layer), self.scale(layer), bundle)

    def menu_layer_at(self, point: QPointF) -> int | None:
        """Return the layer whose heading or "⋮" is at a point, when it has discs to choose."""
        return menu_at(self.layout_, self.discs(), point)
