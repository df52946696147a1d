"""The factors of a gradient, one below the other, each with the place it comes from."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from nnviz.core.explain import Factor, ParameterExplanation
from nnviz.session import Neuron, Session
from nnviz.ui import theme
from nnviz.ui.inspector.chain_rule import draw_piece
from nnviz.wording import exact, factor_sentence, number, tr
from nnviz.wording.chain_rule import Piece, quantity_piece

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_TOP_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop

MOST = 4
"""a, σ', the mask of a neuron that is switched off, and ∂C/∂a: a product has no more factors."""


class FactorButton(QAbstractButton):
    """Symbol, value and origin of one factor; a click takes the neuron apart that it comes from."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._factor: Factor | None = None
        self._symbol: Piece = ""
        self._sentence = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._select)
        theme.on_change(self, self._restyle)

    def _restyle(self) -> None:
        self._font, self._small = theme.number_font(1.0, bold=True), theme.number_font(0.92)
        self.updateGeometry()
        self.update()

    def set_factor(self, factor: Factor) -> None:
        """Show another factor."""
        symbol = quantity_piece(self._session.spec, factor.quantity)
        if (factor, symbol) == (self._factor, self._symbol):
            return
        self._factor, self._symbol = factor, symbol
        _, layer, j, _ = factor.quantity
        source = self._session.dataset.input_name(j) if layer == 0 else None
        self._sentence = factor_sentence(self._session.spec, factor, source)
        self.setAccessibleName(f"{self._sentence}: {exact(factor.value)}")
        self.setToolTip(f"{self._sentence}\n{exact(factor.value)}\n" + tr("Click to go there."))
        self._restyle()

    def text(self) -> str:
        """Return value and origin as they are drawn."""
        return "" if self._factor is None else f"{number(self._factor.value)} {self._sentence}"

    def _select(self) -> None:
        if self._factor is not None:
            _, layer, j, _ = self._factor.quantity
            self._session.select(Neuron(layer, j))

    def _room(self) -> QRectF:
        """Return where the writing stands, right of the symbol."""
        return QRectF(self.rect()).adjusted(theme.px(66), theme.px(4), -theme.px(4), -theme.px(4))

    def _sentence_height(self) -> float:
        room = QRectF(0, 0, max(self._room().width(), 1), 1000)
        return (
            QFontMetricsF(self._small).boundingRect(room, Qt.TextFlag.TextWordWrap, self._sentence).height()
        )

    def sizeHint(self) -> QSize:
        """Return the height of symbol, or of value and wrapped sentence."""
        writing = QFontMetricsF(self._font).height() + self._sentence_height() + theme.px(8)
        return QSize(round(theme.px(220)), round(max(writing, theme.px(44))))

    def minimumSizeHint(self) -> QSize:
        """Return the same height, at any width."""
        return QSize(round(theme.px(120)), self.sizeHint().height())

    def resizeEvent(self, event: object) -> None:
        """Ask for another height at another width."""
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw symbol, value and sentence."""
        now, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter)
        if self._factor is not None:
            room = self._room()
            symbol = QRectF(theme.px(6), 0, room.left() - theme.px(10), self.height())
            draw_piece(painter, symbol, self._symbol, theme.px(15))
            painter.setPen(now.color("text"))
            painter.setFont(self._font)
            painter.drawText(room, _TOP_LEFT, number(self._factor.value))
            painter.setPen(now.color("text_muted"))
            painter.setFont(self._small)
            room.setTop(room.top() + QFontMetricsF(self._font).height())
            painter.drawText(room, Qt.TextFlag.TextWordWrap, self._sentence)
        painter.end()

    def _ground(self, painter: QPainter) -> None:
        now = theme.current()
        lit = self.underMouse() or self.hasFocus()
        painter.setPen(QPen(now.color("focus"), 1.5) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(now.color("surface_raised" if lit else "surface_sunken"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.px(5), theme.px(5))


class FactorRows(QWidget):
    """One button for each factor of ∂C/∂w or ∂C/∂b."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.buttons = tuple(FactorButton(session) for _ in range(MOST))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for button in self.buttons:
            column.addWidget(button)

    def show_factors(self, parameter: ParameterExplanation) -> None:
        """Show the factors of a derivative."""
        for button in self.buttons[len(parameter.factors) :]:
            button.hide()
        for button, factor in zip(self.buttons, parameter.factors, strict=False):
            button.set_factor(factor)
            button.show()
