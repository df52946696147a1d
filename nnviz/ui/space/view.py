"""The scatter pictures of all layers, side by side."""

from __future__ import annotations

from math import ceil

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from nnviz.core.arrays import Array, IntArray
from nnviz.core.representation import Representation
from nnviz.session import Changed, ExampleRef, Session
from nnviz.ui import theme
from nnviz.ui.class_colors import class_role
from nnviz.ui.examples.thumbnails import Thumbnails
from nnviz.wording import tr
from nnviz.wording.exam import class_name
from nnviz.wording.examples import example_name
from nnviz.wording.space import own_axes, space_shares, space_title

DOT, NEAR, MARGIN = 2.2, 10.0, 0.06
"""The radius of a dot; how near the mouse must be; what a picture leaves free at each side."""

LINE, GAP = 18.0, 10.0

_CENTER = Qt.AlignmentFlag.AlignCenter


class SpaceView(QWidget):
    """Dots in the color of their class; each class's name stands in the middle of its dots.

    Signals
    -------
    chosen(int)
        The test example whose dot was clicked.

    Parameters
    ----------
    session : Session
        Whose network, and whose example is marked.
    """

    chosen = Signal(int)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._thumbnails = Thumbnails(session)
        self._shown: tuple[Representation, ...] = ()
        self._grids: tuple[Array, ...] = ()
        self._labels: IntArray | None = None
        self._hover: int | None = None
        self._mouse = QPointF()
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Layers as representations"))
        session.changed.connect(self._follow)
        theme.on_change(self, self.update)

    def show_layers(
        self, layers: tuple[Representation, ...], labels: IntArray | None, grids: tuple[Array, ...] = ()
    ) -> None:
        """Show other numbers.

        Parameters
        ----------
        layers : tuple of Representation
            One for each layer from the input to the output.
        labels : IntArray or None
            The examples' classes.
        grids : tuple of Array
            For points in the plane the plane's own grid in each layer, shape (2, lines, points, 2).
        """
        self._shown, self._labels, self._grids = layers, labels, grids
        if layers and self._hover is not None and self._hover >= len(layers[0].places):
            self._hover = None
        self.update()

    def layers(self) -> tuple[Representation, ...]:
        """Return what is shown."""
        return self._shown

    def hovered(self) -> int | None:
        """Return the example whose dot the mouse is on."""
        return self._hover

    def _follow(self, what: Changed) -> None:
        if what & Changed.EXAMPLE and self.isVisible():
            self.update()

    def minimumSizeHint(self) -> QSize:
        """Return a size that leaves it to the window."""
        return QSize(round(theme.px(300)), round(theme.px(180)))

    # Where

    def box(self, layer: int) -> QRectF:
        """Return where a layer's dots are, without its title."""
        n, gap, line = max(len(self._shown), 1), theme.px(GAP), theme.px(LINE)
        sizes = [self._size(columns) for columns in range(1, n + 1)]
        columns = 1 + max(range(n), key=lambda k: min(sizes[k][0], sizes[k][1] - 2 * line))
        width, height = sizes[columns - 1]
        row, column = divmod(layer, columns)
        left, top = 1 + column * (width + gap), row * (height + gap)
        return QRectF(left, top + line, width, height - 2 * line)

    def _size(self, columns: int) -> tuple[float, float]:
        """Return what each layer takes, its writing too, if so many stand side by side."""
        rows, gap = ceil(len(self._shown) / columns), theme.px(GAP)
        width = (self.width() - (columns - 1) * gap - 2) / columns
        return width, (self.height() - (rows - 1) * gap) / max(rows, 1)

    def points(self, layer: int) -> Array:
        """Return where the dots of a layer stand, shape (n, 2), both axes in one scale."""
        return self._on_screen(layer, self._shown[layer].places)

    def grid(self, layer: int) -> Array:
        """Return where the plane's grid stands in a layer, shape (2, lines, points, 2); empty without one."""
        return self._on_screen(layer, self._grids[layer]) if self._grids else np.zeros((2, 0, 0, 2))

    def _on_screen(self, layer: int, values: Array) -> Array:
        """Place coordinates of a layer's picture, shape (…, 2): dots and grid fill its box."""
        box, all_ = self.box(layer), self._shown[layer].places
        if self._grids:
            all_ = np.concatenate([all_, self._grids[layer].reshape(-1, 2)])
        low, high = all_.min(axis=0), all_.max(axis=0)
        spread = np.maximum(high - low, 1e-9)
        room = np.array([box.width(), box.height()]) * (1 - 2 * MARGIN)
        scale = float((room / spread).min())
        middle = np.array([box.center().x(), box.center().y()])
        return np.asarray(middle + (values - (low + high) / 2) * scale * np.array([1, -1]))

    def nearest(self, at: QPointF) -> int | None:
        """Return the example whose dot is nearest to a place, None where there is none near."""
        for layer in range(len(self._shown)):
            if self.box(layer).contains(at):
                points = self.points(layer)
                distances = np.hypot(points[:, 0] - at.x(), points[:, 1] - at.y())
                best = int(distances.argmin())
                return best if distances[best] <= theme.px(NEAR) else None
        return None

    # Mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the dot up in all layers."""
        self._mouse, self._hover = event.position(), self.nearest(event.position())
        shapes = Qt.CursorShape
        self.setCursor(shapes.ArrowCursor if self._hover is None else shapes.PointingHandCursor)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a dot."""
        near = self.nearest(event.position())
        if event.button() == Qt.MouseButton.LeftButton and near is not None:
            self.chosen.emit(near)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        self._hover = None
        self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw every layer, and the picture of the dot under the mouse."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for layer in range(len(self._shown)):
            self._draw_layer(painter, layer)
        if self._hover is not None and self._shown:
            self._draw_example(painter, self._hover)
        painter.end()

    def _draw_layer(self, painter: QPainter, layer: int) -> None:
        box, now, line = self.box(layer), theme.current(), theme.px(LINE)
        painter.fillRect(box, now.color("surface_sunken"))
        painter.setFont(theme.number_font(0.85))
        painter.setPen(now.color("text"))
        title = space_title(self._session.spec, layer)
        self._write(painter, QRectF(box.left(), box.top() - line, box.width(), line), title)
        painter.setPen(now.color("text_muted"))
        self._write(painter, QRectF(box.left(), box.bottom(), box.width(), line), self.caption(layer))
        self._draw_grid(painter, layer)
        points = self.points(layer)
        for label, rows in self._groups():
            self._draw_dots(painter, points[rows], label)
        for label, rows in self._groups():
            self._draw_name(painter, np.median(points[rows], axis=0), label)
        self._draw_rings(painter, points)

    def caption(self, layer: int) -> str:
        """Return what stands below a layer: what its two axes are."""
        if self._session.spec.sizes[layer] == 2:
            names = self._session.dataset.input_names if layer == 0 else None
            return own_axes(self._session.spec, layer, names)
        return space_shares(*self._shown[layer].shares.tolist())

    def _draw_grid(self, painter: QPainter, layer: int) -> None:
        """Draw the plane's own grid, its two middle lines stronger."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        lines = self.grid(layer)
        middle = lines.shape[1] // 2
        for strong in (False, True):
            role, width = ("text", 1.4) if strong else ("text_muted", 0.9)
            painter.setPen(QPen(theme.current().color(role, 0.55), width))
            for family in lines:
                for number, line in enumerate(family.tolist()):
                    if (number == middle) == strong:
                        painter.drawPolyline([QPointF(x, y) for x, y in line])

    def _write(self, painter: QPainter, room: QRectF, text: str) -> None:
        fits = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, _CENTER, fits)

    def _groups(self) -> list[tuple[int | None, IntArray]]:
        """Return each class with its rows; all together where there are no classes."""
        if self._labels is None:
            return [(None, np.arange(len(self._shown[0].places)))]
        return [(int(label), np.flatnonzero(self._labels == label)) for label in np.unique(self._labels)]

    def _draw_dots(self, painter: QPainter, points: Array, label: int | None) -> None:
        pen = QPen(theme.current().color(self._role(label), 0.8), 2 * theme.px(DOT))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPoints([QPointF(x, y) for x, y in points.tolist()])

    def _role(self, label: int | None) -> str:
        data = self._session.dataset
        n_classes = len(data.classes or ()) or data.n_outputs
        return "text_muted" if label is None else class_role(label, n_classes)

    def _draw_name(self, painter: QPainter, at: Array, label: int | None) -> None:
        """Write a class's name among its dots, on a patch of ground so that it can be read."""
        if label is None:
            return
        now, name = theme.current(), class_name(self._session.dataset.classes, label)
        painter.setFont(theme.number_font(0.9, bold=True))
        width = painter.fontMetrics().horizontalAdvance(name) + theme.px(6)
        patch = QRectF(0, 0, width, painter.fontMetrics().height())
        patch.moveCenter(QPointF(float(at[0]), float(at[1])))
        painter.setPen(QPen(now.color(self._role(label)), 1))
        painter.setBrush(now.color("surface", 0.85))
        painter.drawRoundedRect(patch, 4, 4)
        painter.setPen(now.color("text"))
        painter.drawText(patch, _CENTER, name)

    def _draw_rings(self, painter: QPainter, points: Array) -> None:
        """Mark the window's example in gold, and what the mouse is on."""
        example = self._session.example
        marked = ((example.index if example.split == "test" else None, "selection"), (self._hover, "text"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for row, role in marked:
            if row is not None and row < len(points):
                painter.setPen(QPen(theme.current().color(role), 2))
                painter.drawEllipse(QPointF(*points[row].tolist()), theme.px(5), theme.px(5))

    def _draw_example(self, painter: QPainter, row: int) -> None:
        """Draw the picture of an example beside the mouse, and say what it is."""
        now, side, line = theme.current(), theme.px(72), theme.px(LINE)
        name = example_name("test", row)
        if self._labels is not None:
            classes = self._session.dataset.classes
            name = tr("{label}: {example}", label=class_name(classes, int(self._labels[row])), example=name)
        painter.setFont(theme.number_font(0.85))
        width = max(side, painter.fontMetrics().horizontalAdvance(name)) + theme.px(10)
        image = self._session.dataset.image_shape is not None
        card = QRectF(0, 0, width, (side if image else 0) + line + theme.px(6))
        card.moveTopLeft(self._mouse + QPointF(14, 14))
        card.moveLeft(min(card.left(), self.width() - card.width() - 2))
        card.moveTop(min(card.top(), self.height() - card.height() - 2))
        painter.setPen(now.color("border"))
        painter.setBrush(now.color("popup"))
        painter.drawRoundedRect(card, 4, 4)
        if image:
            place = QRectF(card.center().x() - side / 2, card.top() + theme.px(4), side, side)
            painter.drawImage(place, self._thumbnails.image(ExampleRef("test", row)))
        painter.setPen(now.color("text"))
        painter.drawText(QRectF(card.left(), card.bottom() - line, card.width(), line), _CENTER, name)
