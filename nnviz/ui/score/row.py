"""The phases of one update in a row like music: forward left of the cost, backward right of it."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from nnviz.core.network import NetworkSpec
from nnviz.core.steps import Phase
from nnviz.session import Changed, Session
from nnviz.ui import theme
from nnviz.ui.attempt import attempt
from nnviz.ui.formula import FormulaLabel, draw_formula
from nnviz.ui.score.layout import ABOVE, ScoreLayout, section
from nnviz.wording import phase_formula, phase_sentence, phase_title, tr

_KEYS = {
    Qt.Key.Key_Left: "step-back",
    Qt.Key.Key_Right: "step-forward",
    Qt.Key.Key_Home: "to-start",
    Qt.Key.Key_End: "to-cost",
}

_CENTER = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
_BASELINE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBaseline

HEIGHT = 50.0


class ScoreRow(QWidget):
    """Shows how far the calculation is revealed; a click goes there.

    Takes the keyboard focus by Tab alone: a click must not take it away from where the user works.

    Parameters
    ----------
    session : Session
        Whose plan it shows, and whose cursor it moves.
    actions : mapping of str to QAction
        The commands that the keys stand for.
    """

    def __init__(self, session: Session, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self._session, self._actions = session, actions
        self._layout: ScoreLayout | None = None
        self._hover: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("The score: the phases of one update"))
        session.changed.connect(self._follow)
        theme.on_change(self, self._restyle)
        self._follow(Changed.CURSOR)

    def _restyle(self) -> None:
        self._font = theme.number_font(0.8)
        self.updateGeometry()
        self.update()

    def _follow(self, what: Changed) -> None:
        if what & (Changed.CURSOR | Changed.NETWORK | Changed.NOTATION):
            self.setAccessibleDescription(self.description())
            self.update()

    def description(self) -> str:
        """Return where the cursor stands, in words."""
        session = self._session
        place = tr("phase {n} of {count}", n=session.cursor + 1, count=len(session.plan))
        return f"{place}: {phase_title(session.phase, session.spec)}"

    # Where everything stands

    def layout_(self) -> ScoreLayout:
        """Return where the cells stand at the present size."""
        session, scale = self._session, theme.current_scale()
        layout = ScoreLayout(session.plan, session.spec, self.width(), self.height(), scale)
        if layout != self._layout:
            self._layout = layout
        assert self._layout is not None
        return self._layout

    def cell_rect(self, position: int) -> QRectF:
        """Return where a phase stands."""
        return self.layout_().cells[position]

    def sizeHint(self) -> QSize:
        """Return a width at which 784-16-16-10 is comfortable."""
        return QSize(round(theme.px(760)), round(theme.px(HEIGHT)))

    def minimumSizeHint(self) -> QSize:
        """Return a width at which most networks still show symbols."""
        return QSize(round(theme.px(320)), round(theme.px(HEIGHT)))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw captions, cells and the cursor."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        layout = self.layout_()
        for name, rect in layout.sections():
            self._caption(painter, name, rect)
        for position in range(len(layout.cells)):
            self._cell(painter, position)
        self._bar(painter, layout.cells[self._session.cursor])
        if self.hasFocus():
            self._focus_ring(painter, layout)
        painter.end()

    def _caption(self, painter: QPainter, name: str, rect: QRectF) -> None:
        """Write a part's name, and draw a line as far as the part goes on."""
        text = {
            "forward": tr("forward"),
            "cost": tr("cost"),
            "backward": tr("backward"),
            "update": tr("update"),
        }[name]
        now, here = theme.current(), name == section(self._session.phase)
        painter.setFont(self._font)
        width = painter.fontMetrics().horizontalAdvance(text)
        if width > rect.width() + theme.px(6):
            return
        painter.setPen(now.color("text" if here else "text_muted"))
        painter.drawText(rect.adjusted(0, 0, theme.px(8), 0), Qt.AlignmentFlag.AlignVCenter, text)
        left, y = rect.left() + width + theme.px(8), round(rect.center().y()) + 0.5
        if left < rect.right() - theme.px(12):
            painter.setPen(QPen(now.color("groove"), 1))
            painter.drawLine(QLineF(left, y, rect.right(), y))

    def _cell(self, painter: QPainter, position: int) -> None:
        now, rect = theme.current(), self.cell_rect(position)
        cursor = self._session.cursor
        fill = "surface_raised" if position < cursor else "surface_sunken"
        if position == cursor:
            fill = "selection_surface"
        elif position == self._hover:
            fill = "surface_hover"
        outline = Qt.PenStyle.NoPen if position != cursor else QPen(now.color("selection"), theme.px(1.6))
        painter.setPen(outline)
        painter.setBrush(now.color(fill))
        radius = min(theme.px(5), rect.width() / 3)
        painter.drawRoundedRect(rect, radius, radius)
        lit = position <= cursor or position == self._hover
        self._symbol(painter, position, rect, now.text if lit else now.text_muted)

    def _symbol(self, painter: QPainter, position: int, rect: QRectF, color: str) -> None:
        layout = self.layout_()
        tex, below = layout.symbol(position)
        inner = layout.inner(position)
        room = QRectF(rect.center().x() - inner / 2, rect.top(), inner, rect.height())
        if not below:
            draw_formula(painter, room, tex, layout.em, color, _BASELINE)
            return
        line = rect.height() * 0.4
        draw_formula(painter, room.adjusted(0, 0, 0, -line), tex, layout.em, color, _BASELINE)
        painter.setFont(theme.number_font(0.72))
        painter.setPen(color)
        number = QRectF(rect.left(), rect.bottom() - line, rect.width(), line - theme.px(2))
        painter.drawText(number, _CENTER, below)

    def _bar(self, painter: QPainter, rect: QRectF) -> None:
        height = theme.px(ABOVE - 1)
        bar = QRectF(rect.left(), rect.top() - theme.px(ABOVE), rect.width(), height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().color("selection"))
        painter.drawRoundedRect(bar, height / 2, height / 2)

    def _focus_ring(self, painter: QPainter, layout: ScoreLayout) -> None:
        painter.setPen(QPen(theme.current().color("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.px(5), theme.px(5))

    # Mouse and keyboard

    def position_at(self, x: float, y: float) -> int | None:
        """Return the phase at a point, None beside the row."""
        return self.layout_().at(x) if y >= self.layout_().cells[0].top() else None

    def _point_at(self, position: int | None) -> None:
        if position != self._hover:
            self._hover = position
            shape = Qt.CursorShape.ArrowCursor if position is None else Qt.CursorShape.PointingHandCursor
            self.setCursor(shape)
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the phase under the mouse."""
        self._point_at(self.position_at(event.position().x(), event.position().y()))

    def leaveEvent(self, event: QEvent) -> None:
        """Light up nothing."""
        self._point_at(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the phase under the mouse."""
        position = self.position_at(event.position().x(), event.position().y())
        if event.button() != Qt.MouseButton.LeftButton or position is None:
            return
        attempt(self._session, lambda: self._session.jump(position))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step, and go to the input or the cost."""
        name = _KEYS.get(Qt.Key(event.key()))
        if name is None:
            super().keyPressEvent(event)
        else:
            self._actions[name].trigger()

    def event(self, event: QEvent) -> bool:
        """Explain the phase under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            position = self.position_at(event.x(), event.y())
            text = self.toolTip() if position is None else self.tip(position)
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def tip(self, position: int) -> str:
        """Return a phase's name, formula and sentence as rich text."""
        return phase_tip(self._session.plan.phases[position], self._session.spec)


def phase_tip(phase: Phase, spec: NetworkSpec) -> str:
    """Return a phase's name, formula and sentence as rich text."""
    formula = FormulaLabel(phase_formula(phase, spec), phase_sentence(phase, spec))
    return f"<b>{phase_title(phase, spec)}</b><br>{formula.full_formula_html()}"
