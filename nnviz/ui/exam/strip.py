"""The last answers of an exam as a row of ticks."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from nnviz.session.sitting import Sitting
from nnviz.ui import theme
from nnviz.ui.exam.captions import example_tip
from nnviz.ui.exam.cells import Cells
from nnviz.wording import tr

SHOWN = 60
"""Ticks."""

HEIGHT = 18.0
SHORT = 0.35
"""The height of a right answer's tick, as a share of a wrong one's."""


class TickStrip(Cells):
    """A short green tick for each right answer, a tall red one for each wrong one; the newest at the right.

    Where there is no right and wrong, a tick is as tall as the output is off, measured by the worst in sight.

    Parameters
    ----------
    sitting : Sitting
        Whose answers it shows.
    """

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(tr("The last answers"))
        self._sitting = sitting
        self.setToolTip(
            tr(
                "<b>The last {n} answers</b><br>A short tick: right. A tall one: wrong.<br>"
                "Click one: show it to the network",
                n=SHOWN,
            )
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.on_change(self, self.updateGeometry)

    def first(self) -> int:
        """Return the place in the exam of the first tick."""
        return max(self._sitting.done - SHOWN, 0)

    def heights(self) -> list[float]:
        """Return how tall the ticks are, as shares of the height."""
        tally = self._sitting.tally
        if tally is None:
            return []
        if tally.marks is not None:
            return [SHORT if right else 1.0 for right in tally.marks[self.first() :]]
        assert tally.errors is not None
        last = np.nan_to_num(tally.errors[self.first() :])
        most = float(last.max(initial=0.0))
        return [float(error) / most if most else 0.0 for error in last]

    def follow(self) -> None:
        """Draw the newest answers."""
        self.point_at(None)
        self.update()

    def index(self, column: int) -> int:
        """Return the test example of a tick."""
        assert self._sitting.tally is not None
        return int(self._sitting.tally.taken[self.first() + column])

    def counts(self) -> tuple[int, int]:
        """Return one row of as many ticks as there are."""
        return (1, self._sitting.done - self.first()) if self._sitting.done else (0, 0)

    def grid_rect(self) -> QRectF:
        """Return where the ticks there are stand."""
        width = self.width() / SHOWN * self.counts()[1]
        return QRectF(0, 0, max(width, 1.0), self.height())

    def tip(self, row: int, column: int) -> str:
        """Return what was answered."""
        assert self._sitting.tally is not None
        return example_tip(self._sitting.tally.result, self.index(column))

    def sizeHint(self) -> QSize:
        """Return one height, at any width."""
        return QSize(round(theme.px(240)), round(theme.px(HEIGHT)))

    def minimumSizeHint(self) -> QSize:
        """Return the same height."""
        return QSize(round(theme.px(60)), round(theme.px(HEIGHT)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ticks on a line."""
        painter, now = QPainter(self), theme.current()
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), now.color("groove"))
        marks = self._sitting.tally.marks if self._sitting.tally else None
        for column, share in enumerate(self.heights()):
            cell = self.cell_rect(0, column)
            height = share * (cell.height() - 1)
            tick = QRectF(cell.left(), cell.height() - height, max(0.62 * cell.width(), 1), height)
            right = marks is not None and bool(marks[self.first() + column])
            painter.fillRect(tick, now.color("text_muted" if marks is None else "good" if right else "bad"))
        if self._hover is not None:
            painter.setPen(QPen(now.color("text"), 1))
            painter.drawRect(self.cell_rect(*self._hover).adjusted(-1, 0, 0, -1))
        elif self.hasFocus():
            painter.setPen(QPen(now.color("focus"), 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
