"""The score with its buttons, and the line that says what is happening just now."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFont, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolTip, QWidget

from nnviz.session import Changed, Session
from nnviz.ui import theme
from nnviz.ui.formula import draw_formula, measure
from nnviz.ui.icon_button import IconButton
from nnviz.ui.score.row import ScoreRow, phase_tip
from nnviz.wording import phase_formula, phase_sentence, phase_title, tr


class ScorePanel(QFrame):
    """The one control that explains the whole algorithm: step, play, and the phases in a row.

    Parameters
    ----------
    session : Session
        Whose plan and cursor it shows.
    actions : mapping of str to QAction
        The commands; "step-back", "step-forward" and "play" get a button, "to-start" and "to-cost" keys.
    """

    def __init__(self, session: Session, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        theme.set_role(self, "card")
        self.setAccessibleName(tr("Score"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.back = IconButton(actions["step-back"], "step-back")
        self.forward = IconButton(actions["step-forward"], "step-forward")
        self.play = PlayButton(session, actions["play"])
        self.row = ScoreRow(session, actions)
        self._layout = QHBoxLayout(self)
        for button in (self.back, self.forward, self.play):
            self._layout.addWidget(button)
        self._layout.addSpacing(6)
        self._layout.addWidget(self.row, 1)
        theme.on_change(self, self._space_out)

    def _space_out(self) -> None:
        self._layout.setContentsMargins(*(round(theme.px(m)) for m in (8, 5, 12, 6)))
        self._layout.setSpacing(round(theme.px(2)))
        self.updateGeometry()


class PlayButton(IconButton):
    """Play, and while it plays, pause."""

    def __init__(self, session: Session, action: QAction) -> None:
        super().__init__(action, "play")
        self._session = session
        session.changed.connect(self._follow)
        self._follow(Changed.CURSOR)

    def _follow(self, what: Changed) -> None:
        self.show_icon("pause" if self._session.playing else "play")


# ---- what is happening just now --------------------------------------------------------------

HEIGHT, EM = 42.0, 1.3
"""Room for a fraction, the tallest formula of a phase; it is reserved, so that nothing below jumps."""

MOST_FORMULA = 0.45
"""The share of the width that the formula may take."""

TITLE = 1.2
"""The size of the name of a phase."""

SMALLEST = 0.85
"""The share of its size to which a text shrinks before it ends in an ellipsis."""

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class CaptionBar(QWidget):
    """The present phase: its name in gold, a sentence below it, and its formula beside them.

    Parameters
    ----------
    session : Session
        Whose cursor it follows.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        session.changed.connect(self._follow)
        theme.on_change(self, self._restyle)
        self._follow(Changed.CURSOR)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _follow(self, what: Changed) -> None:
        if not what & (Changed.CURSOR | Changed.NETWORK):
            return
        phase, spec = self._session.phase, self._session.spec
        self.title, self.sentence = phase_title(phase, spec), phase_sentence(phase, spec)
        self.tex = phase_formula(phase, spec)
        self.setAccessibleName(self.title)
        self.setAccessibleDescription(self.sentence)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a height that is the same in all phases."""
        return QSize(round(theme.px(720)), round(theme.px(HEIGHT)))

    def minimumSizeHint(self) -> QSize:
        """Return the same height, at any width."""
        return QSize(round(theme.px(240)), round(theme.px(HEIGHT)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw name and sentence at the left, the formula after them."""
        now, painter = theme.current(), QPainter(self)
        margin, gap = theme.px(12), theme.px(22)
        room = QRectF(self.rect()).adjusted(margin, 0, -margin, 0)
        em, formula = self._formula(room)
        shown = self._has_room(room.width() - formula - gap)
        width = room.width() - (formula + gap if shown else 0)
        upper = QRectF(room.left(), 0, width, room.height() / 2)
        lower = upper.translated(0, upper.height())
        title = _text(painter, upper, self.title, TITLE, "selection_text", bold=True)
        sentence = _text(painter, lower, self.sentence, 1.0, "text_muted")
        if shown:
            left = min(room.left() + max(title, sentence) + gap, room.right() - formula)
            rect = QRectF(left, 0, formula + 1, self.height())
            draw_formula(painter, rect, self.tex, em, now.text, _LEFT)
        painter.end()

    def _has_room(self, width: float) -> bool:
        """Say whether the name can be read whole beside the formula; else that is left to the tooltip."""
        font = _fitting(self.title, width, TITLE, bold=True)
        return QFontMetricsF(font).horizontalAdvance(self.title) <= width

    def _formula(self, room: QRectF) -> tuple[float, float]:
        """Return the size of the formula, and its width."""
        em = theme.px(theme.BASE_PX * EM)
        box = measure(self.tex, em)
        share = min(1.0, room.height() / box.height, MOST_FORMULA * room.width() / box.width)
        return em * share, box.width * share

    def event(self, event: QEvent) -> bool:
        """Show name, formula and sentence whole; made only when asked for, for it is a picture."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), phase_tip(self._session.phase, self._session.spec), self)
            return True
        return super().event(event)


def _text(painter: QPainter, rect: QRectF, text: str, size: float, role: str, bold: bool = False) -> float:
    """Write a line, smaller if it must be, and return its width."""
    font = _fitting(text, rect.width(), size, bold)
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.setFont(font)
    painter.setPen(theme.current().color(role))
    painter.drawText(rect, _LEFT, shown)
    return metrics.horizontalAdvance(shown)


def _fitting(text: str, width: float, size: float, bold: bool) -> QFont:
    share = 1.0
    font = theme.number_font(size, bold)
    while share > SMALLEST and QFontMetricsF(font).horizontalAdvance(text) > width:
        share -= 0.03
        font = theme.number_font(size * share, bold)
    return font
