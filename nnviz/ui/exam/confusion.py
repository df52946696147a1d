"""Who is taken for whom: the confusion matrix, painted."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from nnviz.core.arrays import IntArray
from nnviz.session import Session
from nnviz.training.exam import Answers
from nnviz.ui import theme
from nnviz.ui.cells import Cell
from nnviz.ui.exam.cells import Cells
from nnviz.wording import tr
from nnviz.wording.exam import class_name, confusion_text, confusion_tip, share_text

_CENTER = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

HEAD = 18.0
"""The height of the columns' names."""

NAMES = 0.3
"""The share of the width that the rows' names may take."""

FAINTEST, DIAGONAL = 0.22, 0.45
"""The least color of a cell that is not empty; the most of one that is right."""

NUMBERS = (0.9, 0.8, 0.7)
"""Sizes of the numbers, in multiples of the application's type; the largest that fits is taken."""

GAP_FROM = 6.0
"""Cells at least so wide stand apart."""


class ConfusionView(Cells):
    """One row for each label, one column for each guess; the darker the red, the more are taken for it.

    The diagonal, where guess and label agree, steps back: what is wrong is what one looks for.

    Parameters
    ----------
    session : Session
        Tells the classes' names.
    """

    def __init__(self, session: Session) -> None:
        super().__init__(tr("Confusion matrix"))
        self._session = session
        self._answers: Answers | None = None
        self._chosen: Cell | None = None
        self._made_of: tuple[object, object] = (None, None)
        self._names = 0.0
        self.setToolTip(
            tr(
                "<b>Confusion matrix</b><br>Rows: what the images are. Columns: what the network takes them "
                "for. The percentage is how many of a row are recognized.<br>Click a cell to see its images."
            )
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.set_answers(None)
        theme.on_change(self, self._measure)

    # What it shows

    def set_answers(self, answers: Answers | None) -> None:
        """Show another exam."""
        self._answers = answers
        self._measure()
        self.setAccessibleDescription("" if answers is None else self._worst())
        self.update()

    def answers(self) -> Answers | None:
        """Return the exam shown."""
        return self._answers

    def set_chosen(self, cell: Cell | None) -> None:
        """Outline one cell in gold, or none."""
        self._chosen = cell
        self.update()

    def chosen(self) -> Cell | None:
        """Return the cell outlined in gold."""
        return self._chosen

    def name(self, label: int) -> str:
        """Return what a class is called."""
        return class_name(self._session.dataset.classes, label)

    def _worst(self) -> str:
        """Return what is confused most, for screen readers."""
        assert self._answers is not None
        wrong = _wrong(self._answers.matrix)
        row, column = (int(index) for index in np.unravel_index(int(wrong.argmax()), wrong.shape))
        return confusion_text(int(wrong[row, column]), self.name(row), self.name(column))

    # Where it shows it

    def counts(self) -> tuple[int, int]:
        """Return how many classes there are, twice."""
        n = 0 if self._answers is None else self._answers.n_classes
        return n, n

    def _measure(self) -> None:
        """Measure what a name and a percentage need, and what the axes are."""
        metrics = QFontMetricsF(theme.number_font(0.9))
        names = (metrics.horizontalAdvance(self.name(row)) for row in range(self.counts()[0]))
        wanted = max(names, default=0.0) + metrics.horizontalAdvance(" 100.0% ") + theme.px(8)
        self._names = max(wanted, metrics.horizontalAdvance(self._axes()) + theme.px(6))

    def _axes(self) -> str:
        return tr("label ↓  guess →")

    def grid_rect(self) -> QRectF:
        """Return where the cells stand."""
        left, top = min(self._names, NAMES * self.width()), theme.px(HEAD)
        return QRectF(left, top, max(self.width() - left - 1, 1), max(self.height() - top - 1, 1))

    def sizeHint(self) -> QSize:
        """Return room for ten classes."""
        return QSize(round(theme.px(440)), round(theme.px(230)))

    def minimumSizeHint(self) -> QSize:
        """Return room in which the colors can still be seen."""
        return QSize(round(theme.px(160)), round(theme.px(110)))

    def tip(self, row: int, column: int) -> str:
        """Return "9 fours taken for nines", and how many of the fours that is."""
        assert self._answers is not None
        matrix = self._answers.matrix
        count, total = int(matrix[row, column]), int(matrix[row].sum())
        return confusion_tip(count, total, self.name(row), self.name(column))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells, their numbers where these fit, and the names."""
        if self._answers is None:
            return
        painter = QPainter(self)
        self._recolor()
        painter.drawImage(self.grid_rect(), self._image)
        self._draw_gaps(painter)
        self._draw_numbers(painter, self._answers.matrix)
        self._draw_names(painter, self._answers.matrix)
        self._draw_frames(painter)
        painter.end()

    def _recolor(self) -> None:
        assert self._answers is not None
        made_of = (self._answers, theme.current())
        if made_of[0] is self._made_of[0] and made_of[1] is self._made_of[1]:
            return
        self._made_of = made_of
        self._colors = _colors(self._answers.matrix)  # QImage does not own its pixels
        n = self._answers.n_classes
        self._image = QImage(self._colors.data, n, n, 4 * n, QImage.Format.Format_RGBA8888)

    def _draw_gaps(self, painter: QPainter) -> None:
        grid, n = self.grid_rect(), self.counts()[0]
        if min(grid.width(), grid.height()) / n < theme.px(GAP_FROM):
            return
        painter.setPen(QPen(theme.current().color("surface"), 2))
        lines = []
        for index in range(n + 1):
            x, y = grid.left() + index * grid.width() / n, grid.top() + index * grid.height() / n
            lines += [QLineF(x, grid.top(), x, grid.bottom()), QLineF(grid.left(), y, grid.right(), y)]
        painter.drawLines(lines)

    def _draw_numbers(self, painter: QPainter, matrix: IntArray) -> None:
        font = self._number_font(matrix)
        if font is None:
            return
        painter.setFont(font)
        for row, column in np.argwhere(matrix).tolist():
            painter.setPen(theme.ink_on(theme.current(), self._image.pixelColor(column, row)))
            painter.drawText(self.cell_rect(row, column), _CENTER, str(matrix[row, column]))

    def _number_font(self, matrix: IntArray) -> QFont | None:
        """Return the largest type in which every number fits its cell; None where there is none."""
        room, widest = self.cell_rect(0, 0), str(matrix.max())
        for size in NUMBERS:
            font = theme.number_font(size)
            metrics = QFontMetricsF(font)
            wide = metrics.horizontalAdvance(widest) + 4 <= room.width()
            if wide and metrics.capHeight() + 4 <= room.height():
                return font
        return None

    def _draw_names(self, painter: QPainter, matrix: IntArray) -> None:
        font, grid, n = theme.number_font(0.9), self.grid_rect(), len(matrix)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(theme.current().color("text_muted"))
        painter.drawText(QRectF(0, 0, grid.left() - 4, grid.top()), _LEFT, self._axes())
        every = max(1, round(metrics.height() * 0.85 / self.cell_rect(0, 0).height() + 0.49))
        for row in range(0, n, every):
            rect = self.cell_rect(row, 0)
            rect = QRectF(0, rect.center().y() - metrics.height() / 2, grid.left() - 6, metrics.height())
            self._draw_row_name(painter, metrics, rect, row, matrix)
        self._draw_column_names(painter, metrics)

    def _draw_row_name(
        self, painter: QPainter, metrics: QFontMetricsF, rect: QRectF, row: int, matrix: IntArray
    ) -> None:
        now, total = theme.current(), int(matrix[row].sum())
        share = share_text(int(matrix[row, row]), total)
        room = rect.width() - metrics.horizontalAdvance(share) - 6
        painter.setPen(now.color("text_muted"))
        painter.drawText(rect, _RIGHT, share)
        lit = self._hover is not None and self._hover[0] == row
        painter.setPen(now.color("text" if lit or self.counts()[0] <= 30 else "text_muted"))
        painter.drawText(rect, _LEFT, metrics.elidedText(self.name(row), Qt.TextElideMode.ElideRight, room))

    def _draw_column_names(self, painter: QPainter, metrics: QFontMetricsF) -> None:
        grid, n = self.grid_rect(), self.counts()[0]
        width = grid.width() / n
        widest = max(metrics.horizontalAdvance(str(n - 1)), 8.0) + 4
        every = max(1, round(widest / width + 0.49))
        painter.setPen(theme.current().color("text"))
        for column in range(0, n, every):
            rect = QRectF(grid.left() + column * width, 0, width * every, grid.top())
            text = metrics.elidedText(self.name(column), Qt.TextElideMode.ElideRight, rect.width() - 2)
            painter.drawText(rect, _CENTER if every == 1 else _LEFT, text)

    def _draw_frames(self, painter: QPainter) -> None:
        now = theme.current()
        if self.hasFocus():
            painter.setPen(QPen(now.color("focus"), 1))
            painter.drawRect(self.grid_rect())
        for cell, role in ((self._hover, "text"), (self._chosen, "selection")):
            if cell is not None and cell[0] < self.counts()[0] and cell[1] < self.counts()[1]:
                painter.setPen(QPen(now.color(role), 2))
                painter.drawRect(self.cell_rect(*cell))


def _wrong(matrix: IntArray) -> IntArray:
    return np.where(np.eye(len(matrix), dtype=bool), 0, matrix)


def _colors(matrix: IntArray) -> NDArray[np.uint8]:
    """Return RGBA of shape (n, n, 4): red for the wrong ones, grays for the right ones."""
    wrong = _wrong(matrix)
    most = max(int(wrong.max()), 1)
    share = np.where(wrong > 0, FAINTEST + (1 - FAINTEST) * np.sqrt(wrong / most), 0.0)
    right = np.diag(matrix) / max(int(matrix.max()), 1) * DIAGONAL
    ground, red, gray = (_rgb(role) for role in ("surface_sunken", "bad", "text_muted"))
    colors = np.full((*matrix.shape, 4), 255.0)
    colors[..., :3] = ground + (red - ground) * share[..., None]
    colors[np.arange(len(matrix)), np.arange(len(matrix)), :3] = ground + (gray - ground) * right[:, None]
    return np.ascontiguousarray(np.rint(colors).astype(np.uint8))


def _rgb(role: str) -> NDArray[np.float64]:
    color = theme.current().color(role)
    return np.array([color.red(), color.green(), color.blue()], np.float64)
