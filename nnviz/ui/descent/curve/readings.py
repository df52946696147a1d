"""The numbers beside the curve: the ball, its slope, the step to come, and where the balls have ended."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from nnviz.core.downhill import NextStep, Tally
from nnviz.ui import theme
from nnviz.ui.descent.curve.paint import minimum_color
from nnviz.ui.inspector.parts import NumberLine, Prose
from nnviz.wording import exact, tr
from nnviz.wording.descent import (
    after_texts,
    gone_sentence,
    left_over_texts,
    minimum_text,
    move_texts,
    slope_text,
    value_texts,
    verdict_words,
)

LINE = 20.0
"""The height of a line of the tally at type scale 1."""


class Readings(QWidget):
    """What the ball's place and the next step are in numbers, and what kind of step it is."""

    def __init__(self) -> None:
        super().__init__()
        self.value, self.slope = NumberLine(), NumberLine(size=1.1, bold=True)
        self.move_, self.after = NumberLine("selection_text"), NumberLine()
        self.verdict, self.why = NumberLine(size=1.25, bold=True), Prose("", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for part in (self.value, self.slope, self.move_, self.after, self.verdict, self.why):
            column.addWidget(part)

    def show_step(self, letter: str, step: NextStep, gone: bool, steps: int) -> None:
        """Show where the ball is and what it would do."""
        self.value.set_text(value_texts(letter, step.x, step.cost), f"{exact(step.x)}; {exact(step.cost)}")
        self.slope.set_text(slope_text(step.slope), exact(step.slope))
        self.move_.set_text(move_texts(step), exact(step.move))
        self.after.set_text(after_texts(letter, step), f"{exact(step.x_after)}; {exact(step.cost_after)}")
        word, sentence, role = verdict_words(step)
        if gone:
            word, sentence, role = tr("gone"), gone_sentence(steps), "bad"
        self.verdict.set_text(word, sentence, role)
        self.why.setText(sentence)


class TallyView(QWidget):
    """One line for each minimum: how many balls have come to it."""

    def __init__(self) -> None:
        super().__init__()
        self._tally: Tally | None = None
        self._letter = "x"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(tr("In which minimum each of the twenty balls has ended"))
        theme.on_change(self, self.updateGeometry)

    def show_tally(self, tally: Tally | None, letter: str) -> None:
        """Show other counts; None for none."""
        lines = self._lines()
        self._tally, self._letter = tally, letter
        self.setAccessibleName("; ".join(self.texts()))
        if self._lines() != lines:
            self.updateGeometry()
        self.update()

    def texts(self) -> list[str]:
        """Return what it says, line by line."""
        if self._tally is None:
            return []
        found = [f"{minimum_text(self._letter, x)}: {count}" for _, x, count in self._tally.listed()]
        return found + [text for text in left_over_texts(self._tally.on_the_way, self._tally.gone) if text]

    def _lines(self) -> int:
        return 0 if self._tally is None else len(self._tally.listed()) + 1

    def sizeHint(self) -> QSize:
        """Return room for all lines."""
        return QSize(0, round(theme.px(LINE) * self._lines()))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a dot, a name and a number in each line."""
        if self._tally is None:
            return
        painter, line = QPainter(self), theme.px(LINE)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.number_font())
        listed = self._tally.listed()
        for row, (index, x, count) in enumerate(listed):
            self._draw_row(painter, row * line, index, minimum_text(self._letter, x), count)
        rest = "   ".join(t for t in left_over_texts(self._tally.on_the_way, self._tally.gone) if t)
        painter.setPen(theme.current().color("text_muted"))
        room = QRectF(0, len(listed) * line, self.width(), line)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, rest)
        painter.end()

    def _draw_row(self, painter: QPainter, top: float, index: int, name: str, count: int) -> None:
        line, now = theme.px(LINE), theme.current()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(minimum_color(index))
        painter.drawEllipse(QPointF(theme.px(5), top + line / 2), theme.px(4.5), theme.px(4.5))
        painter.setPen(now.color("text"))
        room = QRectF(theme.px(16), top, self.width() - theme.px(16), line)
        middle = Qt.AlignmentFlag.AlignVCenter
        left = room.width() - QFontMetricsF(painter.font()).horizontalAdvance("000")
        text = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(left))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | middle, text)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | middle, str(count))
