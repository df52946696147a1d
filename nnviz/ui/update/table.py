"""The table of predicted and real changes of the cost."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from nnviz.core.step_effect import Effect
from nnviz.ui import theme
from nnviz.ui.inspector.parts import fitting_font
from nnviz.wording import number, tr
from nnviz.wording.update import effect_teaches, line_sentence, off_text

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

NAME_SHARE = 0.36


class EffectRow(NamedTuple):
    """One row: whose cost, and what became of it; None until it is computed."""

    name: str
    which: str
    effect: Effect | None

    @property
    def texts(self) -> tuple[str, str, str]:
        """Return what stands in the columns: predicted, real, off by."""
        if self.effect is None:
            return ("…", "…", "…")
        predicted, real = (number(v, signed=True) for v in (self.effect.predicted, self.effect.real))
        return predicted, real, off_text(self.effect)


class EffectTable(QWidget):
    """One row for each set of examples: predicted ΔC = ∇C·Δθ, real ΔC, and how far the line was off."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[EffectRow, ...] = ()
        self.setAccessibleName(tr("Predicted and real change of the cost"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.on_change(self, self._restyle)

    def _restyle(self) -> None:
        self._size = 0.95
        self._height = QFontMetricsF(theme.number_font(self._size)).height() + theme.px(7)
        self.updateGeometry()
        self.update()

    def show_rows(self, rows: tuple[EffectRow, ...]) -> None:
        """Show other rows."""
        if len(rows) != len(self._rows):
            self.updateGeometry()
        self._rows = rows
        spoken = (f"{row.name}: {', '.join(row.texts)}" for row in rows)
        self.setAccessibleDescription("; ".join(spoken))
        self.update()

    def rows(self) -> tuple[EffectRow, ...]:
        """Return what is shown."""
        return self._rows

    def sizeHint(self) -> QSize:
        """Return room for all rows and the line of titles."""
        return QSize(round(theme.px(320)), round(self._height * (len(self._rows) + 1)))

    def minimumSizeHint(self) -> QSize:
        """Return the same height, at any width."""
        return QSize(round(theme.px(200)), self.sizeHint().height())

    def _cells(self, row: int) -> tuple[QRectF, ...]:
        rest = self.width() * (1 - NAME_SHARE) / 3
        name = QRectF(0, row * self._height, self.width() * NAME_SHARE, self._height)
        first = QRectF(name.right(), name.top(), rest, self._height)
        return name, first, first.translated(rest, 0), first.translated(2 * rest, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw titles and rows."""
        painter, now = QPainter(self), theme.current()
        self._size = self._fitting()
        titles = ("", tr("predicted"), tr("real"), tr("off by"))
        self._write(painter, 0, titles, "text_muted", bold=False)
        painter.setPen(QPen(now.color("border"), 1))
        for n, row in enumerate(self._rows, 1):
            painter.drawLine(QPointF(0, n * self._height), QPointF(self.width(), n * self._height))
            self._write(painter, n, (row.name, *row.texts), "text", bold=True)
        painter.end()

    def _fitting(self) -> float:
        """Return the one size of type in which everything fits."""
        texts = [text for row in self._rows for text in row.texts]
        widest = max(texts, key=len, default="")
        room = self._cells(0)[1].width() - theme.px(6)
        names = max((row.name for row in self._rows), key=len, default="")
        fonts = fitting_font(widest, room, 0.95, True), fitting_font(names, self._cells(0)[0].width(), 0.95)
        whole = theme.number_font(0.95).pointSizeF()
        return 0.95 * min(font.pointSizeF() for font in fonts) / whole

    def _write(self, painter: QPainter, row: int, texts: tuple[str, ...], role: str, bold: bool) -> None:
        now = theme.current()
        pen = painter.pen()
        for n, (cell, text) in enumerate(zip(self._cells(row), texts, strict=True)):
            room = cell.adjusted(0 if n == 0 else theme.px(6), 0, 0, 0)
            painter.setFont(theme.number_font(self._size, bold and n == 2))
            painter.setPen(now.color("text_muted" if n == 0 else role))
            fits = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideRight, round(room.width()) + 1
            )
            painter.drawText(room, _LEFT if n == 0 else _RIGHT, fits)
        painter.setPen(pen)

    def event(self, event: QEvent) -> bool:
        """Say a row in words."""
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip(event.pos().y()), self)
            return True
        return super().event(event)

    def tip(self, y: float) -> str:
        """Return what the row at a height says."""
        n = int(y // self._height) - 1
        row = self._rows[n] if 0 <= n < len(self._rows) else None
        if row is None or row.effect is None:
            return line_sentence()
        return f"{row.name}: {row.which}\n{effect_teaches(row.effect)}\n{line_sentence()}"
