"""How close the network comes, and the best line beside it: a small table of numbers, painted to fit."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from nnviz.core.network import Parameters
from nnviz.training.exam import Exam
from nnviz.ui import theme
from nnviz.ui.curve.seen import Line, Seen
from nnviz.wording import exact, number, split_name, tr
from nnviz.wording.curve import apart_teaches, best_teaches, goodness, goodness_exactly, goodness_heads
from nnviz.wording.standing import fit_teaches

SIZE, SMALLEST = 0.9, 0.6
"""Of the writing, and the share of it that is not undercut where there is little room."""

LINE, GAP = 17.0, 14.0
"""The height of a row, and what is left between two columns, in pixels at type scale 1."""

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Cell(NamedTuple):
    """A text, what its tooltip says, and how strongly it is written."""

    text: str
    tip: str = ""
    role: str = "text"


Row = tuple[Cell, ...]


class FitTable(QWidget):
    """A row for the network; without a hidden layer one for the best line, and what is between them."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Row, ...] = ()
        self._groups: tuple[str, ...] = ()
        self._first = 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("How close the network comes"))
        theme.on_change(self, self.updateGeometry)
        theme.on_change(self, self.update)

    # What it says

    def rows(self) -> list[list[str]]:
        """Return the texts: the heads first, each row with what it is about."""
        return [[cell.text for cell in row] for row in self._rows]

    def show_seen(self, seen: Seen | None, line: Line | None) -> None:
        """Show how one network does, and the best line."""
        rows = () if seen is None else _table(seen, line)
        if len(rows) != len(self._rows):
            self.updateGeometry()
        self._rows = rows
        self._groups = () if seen is None else tuple(split_name(split) for split in ("train", "test"))
        self._first = 1 if line is None else 3
        self.setAccessibleDescription("; ".join(" ".join(texts) for texts in self.rows()))
        self.update()

    # Where it says it

    def sizeHint(self) -> QSize:
        """Return the height of all rows and of the groups' names."""
        return QSize(round(theme.px(220)), ceil(self._height() * (len(self._rows) + 1)) if self._rows else 0)

    minimumSizeHint = sizeHint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for lower rows where the writing is smaller."""
        super().resizeEvent(event)
        self.updateGeometry()

    def _height(self) -> float:
        """Return the height of a row."""
        return theme.px(LINE) * self._columns()[1] / SIZE

    def _columns(self) -> tuple[list[QRectF], float]:
        """Return the columns, and in which size their cells are written."""
        metrics, gap = QFontMetricsF(theme.number_font(SIZE)), theme.px(GAP)
        widths = [
            max(metrics.horizontalAdvance(row[column].text) for row in self._rows if column < len(row)) + 1
            for column in range(len(self._rows[0]))
        ]
        margin = theme.px(6)
        share = max(min((self.width() - 2 * margin) / (sum(widths) + gap * len(widths)), 1.0), SMALLEST)
        columns, left = [], margin
        for width in widths:
            columns.append(QRectF(left, 0, width * share, self.height()))
            left += (width + gap) * share
        return columns, SIZE * share

    def cell_at(self, point: QPointF) -> Cell | None:
        """Return the cell at a point."""
        if not self._rows:
            return None
        row = int(point.y() / self._height()) - 1
        for column, room in enumerate(self._columns()[0]):
            if room.left() <= point.x() <= room.right() and 0 <= row < len(self._rows):
                return self._rows[row][column] if column < len(self._rows[row]) else None
        return None

    def event(self, event: QEvent) -> bool:
        """Say what stands under the mouse in full precision."""
        if isinstance(event, QHelpEvent):
            cell = self.cell_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), "" if cell is None else cell.tip, self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write the names of both sets over their columns, and every cell."""
        if not self._rows:
            return
        painter = QPainter(self)
        columns, size = self._columns()
        painter.setFont(theme.number_font(size))
        height = self._height()
        self._write_groups(painter, columns, height)
        for n, row in enumerate(self._rows, 1):
            for column, cell in enumerate(row):
                painter.setPen(theme.current().color(cell.role))
                room = QRectF(columns[column].left() - 2, n * height, columns[column].width() + 2, height)
                painter.drawText(room, _RIGHT if column else _LEFT, cell.text)
        painter.end()

    def _write_groups(self, painter: QPainter, columns: list[QRectF], height: float) -> None:
        wide = (len(columns) - self._first) // len(self._groups)
        for n, name in enumerate(self._groups):
            first, last = columns[self._first + n * wide], columns[self._first + (n + 1) * wide - 1]
            room = QRectF(first.left(), 0, last.right() - first.left(), height)
            painter.setPen(theme.current().color("text_muted"))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, name)
            painter.setPen(QPen(theme.current().color("border"), 1))
            painter.drawLine(QLineF(room.bottomLeft(), room.bottomRight()))


def _table(seen: Seen, line: Line | None) -> tuple[Row, ...]:
    """Return heads and rows."""
    heads = [_muted("")]
    if line is not None:
        heads.append(_muted(tr("slope w"), tr("How much the output rises with x.")))
        heads.append(_muted(tr("intercept b"), tr("The output at x = 0.")))
    names = goodness_heads(seen.test)
    heads += [_muted(name, fit_teaches() if len(names) > 1 else "") for name in 2 * names]
    ours = [_muted(tr("network")), *_goodness(seen.train, seen.test)]
    if line is None:
        return tuple(heads), tuple(ours)
    ours[1:1] = [Cell(number(value), exact(value)) for value in _line(seen.parameters)]
    best = [Cell(number(value), exact(value)) for value in _line(line.parameters)]
    apart = [a - b for a, b in zip(_line(seen.parameters), _line(line.parameters), strict=True)]
    return (
        tuple(heads),
        tuple(ours),
        (_muted(tr("least squares"), best_teaches()), *best, *_goodness(line.train, line.test)),
        (
            _muted(tr("still apart"), apart_teaches()),
            *(_muted(number(value, signed=True), exact(value)) for value in apart),
        ),
    )


def _muted(text: str, tip: str = "") -> Cell:
    return Cell(text, tip, "text_muted")


def _goodness(*exams: Exam) -> list[Cell]:
    return [
        Cell(text, tip)
        for exam in exams
        for text, tip in zip(goodness(exam), goodness_exactly(exam), strict=True)
    ]


def _line(parameters: Parameters) -> tuple[float, float]:
    return float(parameters.weights(1)[0, 0]), float(parameters.biases(1)[0])
