"""The quotients of a nudge over the derivatives they approach, link by link, and both products."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from nnviz.core.chain import Chain, Ratio
from nnviz.core.network import NetworkSpec
from nnviz.ui import theme
from nnviz.ui.formula import draw_formula
from nnviz.ui.inspector.parts import fitting_font
from nnviz.wording import exact, number, tr
from nnviz.wording.chain import derivative_is_tex, derivative_tex, quotient_tex, quotient_text

LEAST_COLUMN, ROW, FOOT = 75.0, 33.0, 18.0
"""Sizes in pixels at type scale 1."""

PRODUCT = 1.4
"""The width of the last column, in those of the others."""

_CENTER = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class FactorTable(QWidget):
    """One column for each factor: Δz/Δw above ∂z/∂w, what it is below, and the product at the right."""

    def __init__(self) -> None:
        super().__init__()
        self._spec: NetworkSpec | None = None
        self._chain: Chain | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Quotients and derivatives"))
        theme.on_change(self, self.updateGeometry)
        theme.on_change(self, self.update)

    def show_chain(self, spec: NetworkSpec, chain: Chain) -> None:
        """Show other numbers."""
        self._spec, self._chain = spec, chain
        self.setAccessibleDescription("; ".join(f"{top} → {bottom}" for top, bottom in self.texts()))
        self.updateGeometry()
        self.update()

    def columns(self) -> tuple[Ratio, ...]:
        """Return the factors from left to right, at last their product."""
        return () if self._chain is None else (*self._chain.ratios, self._chain.whole)

    def texts(self) -> list[tuple[str, str]]:
        """Return quotient and derivative of every column as they are drawn."""
        return [(quotient_text(ratio), number(ratio.derivative)) for ratio in self.columns()]

    def sizeHint(self) -> QSize:
        """Return room for all columns."""
        width = theme.px(LEAST_COLUMN) * self._widths()
        return QSize(round(width), round(theme.px(2 * ROW + FOOT)))

    minimumSizeHint = sizeHint

    def column_rect(self, n: int) -> QRectF:
        """Return where a column stands."""
        count = len(self.columns())
        width = min(self.width() / self._widths(), theme.px(150))
        shown = width * (count - 1 + PRODUCT)
        left = (self.width() - shown) / 2 + n * width
        return QRectF(left, 0, width * (PRODUCT if n == count - 1 else 1.0), self.height())

    def _widths(self) -> float:
        """Return how many columns' widths there are: the products may be small, and their numbers long."""
        return max(len(self.columns()), 4) - 1 + PRODUCT

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the columns."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        columns = self.columns()
        for n, ratio in enumerate(columns):
            self._column(painter, self.column_rect(n), ratio, last=n == len(columns) - 1)
        painter.end()

    def _column(self, painter: QPainter, rect: QRectF, ratio: Ratio, last: bool) -> None:
        assert self._spec is not None
        now, row, gap = theme.current(), theme.px(ROW), theme.px(14)
        if last:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.color("surface_raised"))
            painter.drawRoundedRect(rect.adjusted(gap - theme.px(2), 0, 0, 0), theme.px(6), theme.px(6))
        room = QRectF(rect.left() + gap + theme.px(2), rect.top(), rect.width() - gap - theme.px(2), row)
        self._value(painter, room, quotient_tex(ratio, self._spec), quotient_text(ratio), "selection_text")
        room.translate(0, row)
        self._value(painter, room, derivative_tex(ratio, self._spec), number(ratio.derivative), "text")
        self._sign(painter, rect, last)
        if not last:
            foot = QRectF(rect.left() + gap, rect.top() + 2 * row, rect.width() - gap, theme.px(FOOT))
            tex = f"= {derivative_is_tex(ratio, self._spec)}"
            draw_formula(painter, foot, tex, theme.px(11), now.text_muted, _LEFT)

    def _value(self, painter: QPainter, room: QRectF, tex: str, text: str, role: str) -> None:
        """Draw a fraction, and its value beside it."""
        drawn = draw_formula(painter, room, tex, theme.px(11), theme.current().text, _LEFT)
        beside = QRectF(room)
        beside.setLeft(drawn.right() + theme.px(4))
        painter.setFont(fitting_font(text, beside.width(), 0.95, bold=role == "text"))
        painter.setPen(theme.current().color(role))
        painter.drawText(beside, _LEFT, text)

    def _sign(self, painter: QPainter, rect: QRectF, last: bool) -> None:
        """Write what stands between two columns: a product's dot, and at last the equals sign."""
        if rect.left() < self.column_rect(1).left() and not last:
            return
        painter.setPen(theme.current().color("text_muted"))
        painter.setFont(theme.number_font(1.1, bold=True))
        for n in range(2):
            room = QRectF(rect.left(), rect.top() + n * theme.px(ROW), theme.px(12), theme.px(ROW))
            painter.drawText(room, _CENTER, "=" if last else "·")

    def event(self, event: QEvent) -> bool:
        """Say a factor in full precision."""
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def tip(self, point: QPointF) -> str:
        """Return what stands in the column at a point."""
        teaches = tr("The quotients come near the derivatives as the nudge becomes small.")
        for n, ratio in enumerate(self.columns()):
            if self.column_rect(n).contains(point):
                quotient = "0 / 0" if ratio.quotient is None else exact(ratio.quotient)
                return f"{quotient} → {exact(ratio.derivative)}\n{teaches}"
        return teaches
