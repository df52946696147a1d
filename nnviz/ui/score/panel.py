"""The score with its buttons, and the line that says what is happening just now."""

from collections.abc import Mapping
from typing import NamedTuple

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

UPPER = 0.6
"""The share of the height that name and formula take where the sentence needs the whole width."""

LOWER = 0.64
"""The share that the formula takes where it stands below the name, beside the sentence."""

GAP = 22.0
"""Between the words and the formula, in pixels at type scale 1."""

TITLE = 1.2
"""The size of the name of a phase."""

SMALLEST = 0.85
"""The share of its size to which a text shrinks before it ends in an ellipsis."""

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Place(NamedTuple):
    """Where the parts of the caption stand, and the size of the formula.

    `below` says that the sentence has a line of its own below name and formula.
    """

    title: QRectF
    sentence: QRectF
    formula: QRectF
    em: float
    below: bool


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
        if not what & (Changed.CURSOR | Changed.NETWORK | Changed.NOTATION):
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
        place = self.place()
        title = _text(painter, place.title, self.title, TITLE, "selection_text", bold=True)
        sentence = _text(painter, place.sentence, self.sentence, 1.0, "text_muted")
        rect = QRectF(place.formula)
        lines = ((title, place.title), (sentence, place.sentence))
        beside = max(width for width, at in lines if at.bottom() > rect.top() and at.top() < rect.bottom())
        rect.moveLeft(min(place.title.left() + beside + theme.px(GAP), rect.left()))
        draw_formula(painter, rect, self.tex, place.em, now.text, _LEFT)
        painter.end()

    def place(self) -> Place:
        """Return where everything stands: the formula beside the sentence, or above it where it is narrow.

        Where even the name alone needs the whole width, the sentence below it makes room for the formula.
        """
        margin, gap = theme.px(12), theme.px(GAP)
        room = QRectF(self.rect()).adjusted(margin, 0, -margin, 0)
        em, formula = self._formula(room)
        width = room.width() - formula - gap
        below = not _reads(self.sentence, width, 1.0) and self._has_room(width)
        upper, lower = QRectF(room), QRectF(room)
        upper.setHeight(room.height() * (UPPER if below else 0.5))
        lower.setTop(upper.bottom())
        if below:
            em, formula = self._formula(upper)
            width = room.width() - formula - gap
        if not self._has_room(width):
            return self._below_the_name(room)
        upper.setWidth(width)
        if not below:
            lower.setWidth(width)
        height = upper.height() if below else room.height()
        return Place(upper, lower, QRectF(room.right() - formula, 0, formula + 1, height), em, below)

    def _below_the_name(self, room: QRectF) -> Place:
        upper, lower = QRectF(room), QRectF(room)
        upper.setHeight(room.height() * (1 - LOWER))
        lower.setTop(upper.bottom())
        em, formula = self._formula(lower)
        place = QRectF(room.right() - formula, lower.top(), formula + 1, lower.height())
        lower.setRight(place.left() - theme.px(GAP))
        return Place(upper, lower, place, em, below=False)

    def _has_room(self, width: float) -> bool:
        """Say whether the name can be read whole beside the formula."""
        return _reads(self.title, width, TITLE, bold=True)

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


def _reads(text: str, width: float, size: float, bold: bool = False) -> bool:
    """Say whether a line can be read whole in a width."""
    return QFontMetricsF(_fitting(text, width, size, bold)).horizontalAdvance(text) <= width


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
