"""The other courses in a plotting area: thin, faint lines behind the curves, and what they are called."""

import pyqtgraph as pg
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from nnviz.ui import theme
from nnviz.ui.plots.canvas import Canvas, pen
from nnviz.ui.plots.courses import Others

AHEAD, LEFT = 0.6, 0.32
"""How strong the lines are of what lies ahead, and of what was left."""


def faint_line(canvas: Canvas) -> pg.PlotDataItem:
    """Return a new line behind all others, through one course or several, NaN between two."""
    line = pg.PlotDataItem(connect="finite")
    canvas.addItem(line)
    line.setClipToView(False)  # that needs x in order, and here several courses follow one another
    line.setDownsampling(auto=False, ds=1)
    line.setZValue(-1)
    return line


class FaintLines:
    """What lies ahead of the present, and what was left, of both sets.

    Parameters
    ----------
    canvas : Canvas
        Where they are drawn.
    roles : dict of str to str
        The color of each set.
    """

    def __init__(self, canvas: Canvas, roles: dict[str, str]) -> None:
        self._roles = roles
        self.ahead = {split: faint_line(canvas) for split in roles}
        self.left = {split: faint_line(canvas) for split in roles}

    def dress(self) -> None:
        """Take over the colors of the theme."""
        for split, role in self._roles.items():
            self.ahead[split].setPen(pen(role, 1.0, AHEAD))
            self.left[split].setPen(pen(role, 1.0, LEFT))

    def draw(self, others: Others, measure: str) -> None:
        """Draw one measure of other courses."""
        for split in self._roles:
            ahead, left = others.lines(f"{split}_{measure}")
            self.ahead[split].setData(*ahead)
            self.left[split].setData(*left)


class Legend(QWidget):
    """What the faint lines are: words, each behind a piece of line; the mouse does not see it."""

    def __init__(self, canvas: Canvas, at_top: bool) -> None:
        super().__init__(canvas)
        self._canvas, self._at_top = canvas, at_top
        self._entries: tuple[tuple[str, float], ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        canvas.getViewBox().sigResized.connect(self.place)

    @property
    def text(self) -> str:
        """Everything it says."""
        return "  ".join(words for words, _ in self._entries)

    def say(self, *entries: tuple[str, float]) -> None:
        """Name lines, each with its strength."""
        if entries != self._entries:
            self._entries = entries
            self.setAccessibleName(self.text)
            self.setVisible(bool(entries))
            self.place()

    def sizeHint(self) -> QSize:
        """Return room for all the words in one line."""
        metrics = QFontMetricsF(theme.number_font(0.82))
        words = sum(metrics.horizontalAdvance(text) + theme.px(34) for text, _ in self._entries)
        return QSize(round(words), round(metrics.height()))

    def place(self) -> None:
        """Stand in the plot's corner where the curves are least."""
        view = self._canvas.mapFromScene(self._canvas.getViewBox().sceneBoundingRect()).boundingRect()
        size = self.sizeHint()
        gap = round(theme.px(4))
        top = view.top() + gap if self._at_top else view.bottom() - size.height() - gap
        self.setGeometry(view.right() - size.width(), top, size.width(), size.height())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw line, words, line, words."""
        painter, now, x = QPainter(self), theme.current(), theme.px(6)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.number_font(0.82))
        painter.fillRect(self.rect(), now.color("surface", 0.85))
        for words, strength in self._entries:
            painter.setPen(QPen(now.color("text", strength), theme.px(1.2)))
            painter.drawLine(round(x), self.height() // 2, round(x + theme.px(14)), self.height() // 2)
            x += theme.px(19)
            width = painter.fontMetrics().horizontalAdvance(words)
            painter.setPen(now.color("text_muted"))
            box = QRectF(x, 0, width + 2, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
            x += width + theme.px(15)
        painter.end()
