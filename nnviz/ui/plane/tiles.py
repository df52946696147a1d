"""The network with a small surface in each of its neurons."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from nnviz.session import Neuron, Session
from nnviz.ui import theme
from nnviz.ui.plane.seen import Seen
from nnviz.ui.plane.tile_layout import Margins, TileLayout
from nnviz.ui.plane.tiles_paint import SIZE, TileImages, TilePainter, tile_images
from nnviz.wording import tr
from nnviz.wording.plane import layer_teaches, neuron_teaches, surface_title

_KEYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class TilesView(QWidget):
    """Layers from left to right, weights as edges. Pointing shows a neuron large, a click chooses it.

    Signals
    -------
    arranged()
        The surfaces stand elsewhere; there may be room for others.

    Parameters
    ----------
    session : Session
        Whose network; what is pointed at and chosen is the session's.
    """

    arranged = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._seen: Seen | None = None
        self._images: TileImages = {}
        self._points = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("A surface for every neuron"))
        theme.on_change(self, self._recolor)
        theme.on_change(self, self.arrange)

    # What it shows

    def show_seen(self, seen: Seen | None) -> None:
        """Show other numbers, or none."""
        self._seen = seen
        self._recolor()

    def _recolor(self) -> None:
        self._images = {} if self._seen is None else tile_images(self._seen)
        self.update()

    def seen(self) -> Seen | None:
        """Return what is shown."""
        return self._seen

    def members(self) -> dict[int, tuple[int, ...]]:
        """Return layer → the neurons for which there is room."""
        return self.layout_of.members()

    def arrange(self) -> None:
        """Place the surfaces anew: another network, another size, or another chosen neuron."""
        session, scale = self._session, theme.current_scale()
        kept = [hit for hit in (session.selection, session.pointed) if isinstance(hit, Neuron)]
        room = (float(self.width()), float(self.height()))
        self.layout_of = TileLayout.fit(session.spec.sizes, kept, room, self._margins(), scale)
        self.arranged.emit()
        self.update()

    def _margins(self) -> Margins:
        metrics = QFontMetricsF(theme.number_font(SIZE))
        row, gap = metrics.height() + theme.px(4), theme.px(10)
        left, right = (
            max((metrics.horizontalAdvance(name) for name in names), default=0.0)
            for names in (self.input_names(), self.output_names())
        )
        return Margins(left + gap, right + gap, row, row)

    def input_names(self) -> tuple[str, ...]:
        """Return what the inputs are called."""
        data = self._session.dataset
        return tuple(data.input_name(k) for k in range(data.n_inputs)) if data.n_inputs < 30 else ()

    def output_names(self) -> tuple[str, ...]:
        """Return the classes for which the outputs speak; none where there are none."""
        classes = self._session.dataset.classes
        return classes if classes is not None and len(classes) == self._session.spec.sizes[-1] else ()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the surfaces anew."""
        super().resizeEvent(event)
        self.arrange()

    def minimumSizeHint(self) -> QSize:
        """Return the least room in which layers can be told apart."""
        return QSize(round(theme.px(150)), round(theme.px(120)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the network."""
        if self._seen is None:
            return
        painter, margins = QPainter(self), self._margins()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = TilePainter(painter, self._session, self.layout_of)
        frame.draw(self._images, margins.top - theme.px(4), self.height() - margins.bottom + theme.px(4))
        for layer, names, right in (
            (0, self.input_names(), False),
            (self._session.spec.depth, self.output_names(), True),
        ):
            if names:
                frame.write_beside(layer, names, right)
        if self.hasFocus():
            painter.setPen(theme.current().color("focus"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    # Mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the neuron under the mouse large."""
        self._point_at(self.layout_of.at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Show again what was shown before."""
        self._point_at(None)

    def _point_at(self, neuron: Neuron | None) -> None:
        if neuron is None and not self._points:
            return
        self._points = neuron is not None
        shapes = Qt.CursorShape
        self.setCursor(shapes.ArrowCursor if neuron is None else shapes.PointingHandCursor)
        self._session.point_at(neuron)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a neuron; the chosen one is let go, and so is what is chosen by a click beside them."""
        if event.button() == Qt.MouseButton.LeftButton:
            hit = self.layout_of.at(event.position())
            self._session.select(None if hit == self._session.selection else hit)

    def event(self, event: QEvent) -> bool:
        """Say what is under the mouse, and keep the arrow keys from the window's shortcuts."""
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip(QPointF(event.pos())), self)
            return True
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() in _KEYS)
            return event.isAccepted()
        return super().event(event)

    def tip(self, point: QPointF) -> str:
        """Return the tooltip at a point."""
        neuron = self.layout_of.at(point)
        if neuron is not None:
            title = surface_title(self._session.spec, *neuron, self.names_of(neuron.layer))
            return f"<b>{title}</b><br>{neuron_teaches()}"
        for layer, column in enumerate(self.layout_of.columns):
            if abs(point.x() - column.x) <= column.side:
                return layer_teaches(self._session.spec, layer, len(column.members))
        return ""

    def names_of(self, layer: int) -> tuple[str, ...]:
        """Return what the neurons of a layer are called, where they have names."""
        if 0 < layer < self._session.spec.depth:
            return ()
        return self.input_names() if layer == 0 else self.output_names()

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from neuron to neuron with the arrow keys."""
        step = _KEYS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self._session.select(self._next(*step))

    def _next(self, layers: int, places: int) -> Neuron:
        chosen, columns = self._session.selection, self.layout_of.columns
        if not isinstance(chosen, Neuron) or chosen.j not in columns[chosen.layer].members:
            return Neuron(1, columns[1].members[0])
        layer = min(max(chosen.layer + layers, 0), len(columns) - 1)
        column, members = columns[layer], columns[chosen.layer].members
        place = members.index(chosen.j)
        if layer != chosen.layer:  # to the one that stands at the same height
            place = round(place / max(len(members) - 1, 1) * (len(column.members) - 1))
        return Neuron(layer, column.members[min(max(place + places, 0), len(column.members) - 1)])
