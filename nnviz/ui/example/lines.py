"""Lines of numbers with bars: the outputs, the terms of the cost, the inputs of a table."""

from collections.abc import Sequence
from math import ceil, isfinite

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from nnviz.session import Neuron, Selection
from nnviz.ui import theme
from nnviz.ui.example.columns import Column, Columns, Line, columns
from nnviz.ui.row_list import RowList

LEAST, MOST = 13.0, 20.0
"""Height of a line in pixels at type scale 1."""

PAD = 4.0
"""Room at both ends of a line, inside the outline of a chosen one."""

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Lines(RowList):
    """Lines as high as there is room for; where there is too little, a scroll area shows them."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._lines: tuple[Line, ...] = ()
        self._scale, self._role = 1.0, ""
        self._marked: Neuron | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        theme.on_change(self, self._restyle)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    # What it shows

    def set_lines(self, lines: Sequence[Line], scale: float, role: str = "") -> None:
        """Show other lines.

        Parameters
        ----------
        lines : sequence of Line
            From top to bottom.
        scale : float
            The value of a bar that fills its column.
        role : str
            The bars' color in the theme; by default the two colors of sign, from a zero in the middle.
        """
        if len(lines) != len(self._lines):
            self._current = None
            self.updateGeometry()
        self._lines, self._scale, self._role = tuple(lines), scale, role
        self.update()

    def lines(self) -> tuple[Line, ...]:
        """Return the lines shown."""
        return self._lines

    def set_marked(self, neuron: Neuron | None) -> None:
        """Outline the line of one neuron in gold, or none."""
        if neuron != self._marked:
            self._marked = neuron
            self.update()

    # Where it shows it

    def line_height(self) -> float:
        """Return the height of a line at the present size."""
        share = self.height() / max(len(self._lines), 1)
        return min(max(share, theme.px(LEAST)), theme.px(MOST))

    def height_of(self, line: float) -> int:
        """Return the height of all lines, if one has `line` pixels at type scale 1."""
        return ceil(theme.px(line) * max(len(self._lines), 1))

    def sizeHint(self) -> QSize:
        """Return the height of comfortable lines."""
        return QSize(round(theme.px(196)), self.height_of(MOST))

    def minimumSizeHint(self) -> QSize:
        """Return the height of the narrowest lines that can be read."""
        return QSize(round(theme.px(120)), self.height_of(LEAST))

    def line_rect(self, index: int) -> QRectF:
        """Return where a line stands."""
        height = self.line_height()
        return QRectF(0, index * height, self.width(), height)

    def line_at(self, point: QPointF) -> int | None:
        """Return the line at a point."""
        index = int(point.y() // self.line_height())
        return index if 0 <= index < len(self._lines) else None

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines."""
        pad = theme.px(PAD)
        places = columns(self._lines, self.width() - 2 * pad, self.line_height())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, line in enumerate(self._lines):
            rect = self.line_rect(index)
            self._highlight(painter, index, line, rect)
            painter.translate(pad, 0)
            self._write(painter, places, rect, line)
            if line.neuron is not None:
                self._bar(painter, places.bar, rect, line.value)
            painter.translate(-pad, 0)
        painter.end()

    def _highlight(self, painter: QPainter, index: int, line: Line, rect: QRectF) -> None:
        marked = self._is_marked(line)
        if not marked and not self.lit(index):
            return
        now, focused = theme.current(), index == self._current and self.hasFocus()
        edge = "focus" if focused else "selection" if marked else ""
        painter.setPen(QPen(now.color(edge), 1.2) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(now.color("selection_surface" if marked else "surface_raised"))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)

    def _is_marked(self, line: Line) -> bool:
        return line.neuron is not None and line.neuron == self._marked

    def _write(self, painter: QPainter, places: Columns, rect: QRectF, line: Line) -> None:
        now, elide = theme.current(), not places.whole
        plain = "text" if self._is_marked(line) else "text_muted"  # muted is too faint on gold
        if line.name:
            painter.setFont(places.bold if line.wanted else places.font)
            painter.setPen(now.color("selection_text" if line.wanted else plain))
            _text(painter, places.name, rect, line.name, _LEFT, elide)
        painter.setFont(places.font)
        painter.setPen(now.color("text"))
        _text(painter, places.text, rect, line.text, _LEFT, elide)
        _text(painter, places.value, rect, line.shown, _RIGHT, elide)

    def _bar(self, painter: QPainter, column: Column, rect: QRectF, value: float) -> None:
        if not isfinite(value) or not self._scale > 0:
            return
        role, zero, full = self._role, column.left, column.width
        if not role:
            role, full = "positive" if value > 0 else "negative", full / 2
            zero += full
            painter.fillRect(
                QRectF(zero - 0.5, rect.top(), 1, rect.height()), theme.current().color("groove")
            )
        height = min(theme.px(8), 0.6 * rect.height())
        share = min(max(value / self._scale, -1.0), 1.0)
        bar = QRectF(zero, rect.center().y() - height / 2, share * full, height).normalized()
        painter.fillRect(bar, theme.current().color(role, 0.75))

    # What it says of a line

    def row_count(self) -> int:
        """Return how many lines there are."""
        return len(self._lines)

    def row_at(self, point: QPointF) -> int | None:
        """Return the line at a point."""
        return self.line_at(point)

    def target(self, index: int) -> Selection:
        """Return the neuron of a line."""
        return self._lines[index].neuron if index < len(self._lines) else None

    def tip(self, index: int) -> str:
        """Return a line in full precision."""
        return self._lines[index].tip()


def _text(
    painter: QPainter, column: Column, rect: QRectF, text: str, align: Qt.AlignmentFlag, elide: bool
) -> None:
    if not text:
        return
    if elide:
        text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(column.width) + 1)
    painter.drawText(QRectF(column.left, rect.top(), column.width + 1, rect.height()), align, text)
