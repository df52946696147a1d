"""The network in the middle: every edge, every neuron, and what has been computed of them so far."""

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHelpEvent, QImage, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from nnviz.core.arrays import Array
from nnviz.core.network import Location, NetworkSpec
from nnviz.core.steps import Phase
from nnviz.session import Changed, Neuron, Session
from nnviz.ui import theme
from nnviz.ui.describe import describe
from nnviz.ui.edges import Colors, Coverage, colored, strengths, tone_table
from nnviz.ui.network_layout import NetworkLayout
from nnviz.ui.network_paint import NetworkPainter
from nnviz.wording import tr

REBUILD_MS = 90
"""After a change of size, the old picture is scaled until the mouse has rested this long."""

FADED = 0.10
"""What is left of the other edges' strength while a neuron is chosen."""


class NetworkView(QWidget):
    """The picture of the session's network.

    Parameters
    ----------
    session : Session
        What to show; clicks choose neurons and edges in it.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._coverages: dict[int, Coverage] = {}
        self._covered: tuple[NetworkSpec, int, int, float, float] | None = None
        self._edges: QPixmap | None = None
        self._values: dict[int, Array] = {}
        self._table: Colors | None = None
        self._hover: Neuron | Location | None = None
        self._rebuild = QTimer(self, interval=REBUILD_MS, singleShot=True)
        self._rebuild.timeout.connect(self._refresh)
        self.setMouseTracking(True)
        self.setMinimumSize(360, 260)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(tr("The network"))
        session.changed.connect(self._follow)
        theme.on_change(self, self._restyle)

    # What it shows

    @property
    def layout_(self) -> NetworkLayout:
        """Where everything stands at the present size."""
        return NetworkLayout(self._session.spec, self.width(), self.height(), theme.current_scale())

    def shows_gradient(self, layer: int) -> bool:
        """Say whether the edges before `layer` show −∂C/∂w just now, instead of w."""
        session = self._session
        return not session.updated and session.shows(Phase("gradient", layer))

    def values(self, layer: int) -> Array:
        """Return what the edges before `layer` show, shape (n_(l−1), n_l): w, or the wish −∂C/∂w."""
        if self.shows_gradient(layer):
            return np.negative(self._session.trace.gradient.blocks[layer][:-1])
        return self._session.parameters.blocks[layer][:-1]

    def scale(self, layer: int) -> float:
        """Return the magnitude that the strongest edge before `layer` stands for."""
        return strengths(self.values(layer).ravel(), self._session.view.gamma)[1]

    # Following the session

    def _follow(self, what: Changed) -> None:
        if what & Changed.NETWORK:
            self._hover = None
        if what & (Changed.NETWORK | Changed.PARAMETERS | Changed.CURSOR | Changed.SELECTION | Changed.VIEW):
            self._refresh()
        elif what & Changed.EXAMPLE:
            self.update()

    def _restyle(self) -> None:
        colors = theme.current()
        self._table = tone_table(*(_rgb(colors, role) for role in ("background", "positive", "negative")))
        self._refresh()

    def _refresh(self) -> None:
        """Draw the edges anew: new numbers on known lines, or new lines."""
        if self.width() < 50 or not self.isVisible():
            self._edges = None
            return
        if self._rebuild.isActive():
            return
        layout, ratio = self.layout_, self.devicePixelRatioF()
        geometry = (layout.spec, layout.width, layout.height, layout.scale, ratio)
        if self._covered != geometry:
            self._coverages = {n: Coverage(layout.gap(n, ratio)) for n in layout.spec.layers}
            self._covered = geometry
        self._edges = self._draw_edges(layout, ratio)
        self.update()

    def _draw_edges(self, layout: NetworkLayout, ratio: float) -> QPixmap:
        pixmap = QPixmap(self.size() * ratio)
        pixmap.fill(theme.current().color("background"))
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for layer, coverage in self._coverages.items():
            self._values[layer] = self.values(layer)
            image = self._gap_image(layer, coverage)
            gap = coverage.gap
            corner = QPointF(layout.columns[layer - 1] * ratio, layout.top * ratio)
            painter.drawImage(QRectF(corner.x(), corner.y(), gap.width, gap.height), image)
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _gap_image(self, layer: int, coverage: Coverage) -> QImage:
        drawn, _ = strengths(self._values[layer].ravel(), self._session.view.gamma)
        gain = coverage.gain(drawn)
        emphasis = self._emphasis(layer)
        if emphasis is not None:
            drawn = drawn * emphasis.ravel()
        assert self._table is not None
        picture = colored(*coverage.amounts(drawn), gain, self._table)
        height, columns = picture.shape
        # copy(): the image must outlive the array it was made from.
        return QImage(picture.data, columns, height, columns * 4, QImage.Format.Format_RGB32).copy()

    def _emphasis(self, layer: int) -> Array | None:
        """Return factors for the edges before `layer`, shape (n_(l−1), n_l): all but the chosen fade."""
        chosen = self._session.selection
        if chosen is None:
            return None
        factors = np.full(self._values[layer].shape, FADED, np.float32)
        neuron = chosen if isinstance(chosen, Neuron) else Neuron(chosen.layer, chosen.j)
        if neuron.layer == layer:
            factors[:, neuron.j] = 1
        elif neuron.layer == layer - 1 and neuron.layer == 0:
            factors[neuron.j] = 1
        return factors

    # Qt

    def sizeHint(self) -> QSize:
        """Return a size at which 784-16-16-10 is comfortable."""
        return QSize(760, 480)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the edges' picture and everything else over it."""
        if self._edges is None and not self._rebuild.isActive():
            self._refresh()
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if self._edges is not None:
            painter.drawPixmap(self.rect(), self._edges)
        NetworkPainter(painter, self._session, self.layout_, self._hover, self).paint()
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scale the old picture until the size has come to rest."""
        if self._edges is not None:
            self._rebuild.start()
        super().resizeEvent(event)

    def settle(self) -> None:
        """Draw the picture for the present size at once, as a screenshot wants it."""
        self._rebuild.stop()
        self._refresh()

    def under(self, x: float, y: float) -> Neuron | Location | None:
        """Return the neuron or the edge at a point: a neuron first, else the strongest edge within 3 px."""
        layout = self.layout_
        if not self._values or layout.spec != self._session.spec:
            return None
        return layout.neuron_at(x, y) or layout.edge_at(x, y, self._values)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up what is under the mouse."""
        self._set_hover(self.under(event.position().x(), event.position().y()))

    def leaveEvent(self, event: QEvent) -> None:
        """Let go of what was lit."""
        self._set_hover(None)

    def _set_hover(self, hover: Neuron | Location | None) -> None:
        if hover != self._hover:
            self._hover = hover
            self.setCursor(Qt.CursorShape.PointingHandCursor if hover else Qt.CursorShape.ArrowCursor)
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the neuron or edge under the mouse; beside them, nothing."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._session.select(self.under(event.position().x(), event.position().y()))

    def event(self, event: QEvent) -> bool:
        """Answer a request for a tooltip with the name and the value under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            text = describe(self._session, self.under(event.x(), event.y()))
            QToolTip.showText(event.globalPos(), text, self) if text else QToolTip.hideText()
            return True
        return super().event(event)


def _rgb(colors: theme.Theme, role: str) -> Array:
    color = colors.color(role)
    return np.array([color.red(), color.green(), color.blue()], dtype=np.float64)
