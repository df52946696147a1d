"""What the example is, and what the network takes it for."""

from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.core.arrays import Array
from nnviz.core.steps import Phase
from nnviz.session import Changed, Session
from nnviz.ui import theme
from nnviz.ui.readable import Readable
from nnviz.wording import exact, fixed, tr

RIGHT, WRONG, UNKNOWN = "✓", "✗", "–"

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_AT_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

LINE = 22.0


class Fact(NamedTuple):
    """A word, what is said of it, and the color of the theme that says it."""

    word: str
    value: str
    role: str = "text"
    glyph: str = ""

    def text(self) -> str:
        """Return the fact in one line."""
        return " ".join(part for part in (self.word, self.value, self.glyph) if part)


class Answer(QWidget):
    """Label and guess, "label 3" and "guess 8 ✗"; for measured values the target and the output.

    Beside a picture it stands upright: words small, values large. Long names take a row each.

    Parameters
    ----------
    session : Session
        Whose example it is about.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._upright = False
        self._rows = 1
        self._facts: tuple[Fact, ...] = ()
        self._numbers = Readable(self, session, self._show)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        session.changed.connect(self._follow)
        theme.on_change(self, self._restyle)
        self._follow(Changed.NETWORK)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def set_upright(self, upright: bool) -> None:
        """Stand the facts one below the other, or side by side."""
        if upright != self._upright:
            self._upright = upright
            self._restyle()

    def _follow(self, what: Changed) -> None:
        shown = Changed.NETWORK | Changed.PARAMETERS | Changed.EXAMPLE | Changed.CURSOR
        if not what & shown:
            return
        if what & Changed.NETWORK:
            self._rows = 2 if _is_long(self._session) else 1
            self.updateGeometry()
        self._numbers.ask(what)

    def _show(self) -> None:
        facts, tip = self._read()
        if facts != self._facts:
            self._facts = facts
            self.setAccessibleName(self.text())
            self.update()
        self.setToolTip(tip)

    def text(self) -> str:
        """Return all facts in one line."""
        return ", ".join(fact.text() for fact in self._facts)

    def facts(self) -> tuple[Fact, ...]:
        """Return what is said."""
        return self._facts

    # What the session knows

    def _read(self) -> tuple[tuple[Fact, ...], str]:
        session = self._session
        answered = session.shows(Phase("activation", session.spec.depth))
        return _class(session, answered) if session.label is not None else _values(session, answered)

    # Painting

    def sizeHint(self) -> QSize:
        """Return room for the facts."""
        lines = LINE * (self._rows if not self._upright else 4)
        return QSize(round(theme.px(120)), ceil(theme.px(lines)))

    def minimumSizeHint(self) -> QSize:
        """Return the same height, at any width."""
        return QSize(round(theme.px(48)), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the facts."""
        painter = QPainter(self)
        if self._upright:
            self._paint_upright(painter)
        else:
            self._paint_row(painter)
        painter.end()

    def _paint_row(self, painter: QPainter) -> None:
        height = self.height() / self._rows
        for index, fact in enumerate(self._facts):
            below = index if self._rows > 1 else 0
            rect = QRectF(0, below * height, self.width(), height)
            align = _AT_RIGHT if index and not below else _LEFT
            bold = fact.role in ("good", "bad")
            _write(painter, rect, f"{fact.word} {fact.value}", fact.glyph, fact.role, 1.15, bold, align)

    def _paint_upright(self, painter: QPainter) -> None:
        word, value, top = theme.px(15), theme.px(26), 0.0
        for fact in self._facts:
            _write(painter, QRectF(0, top, self.width(), word), fact.word, "", "text_muted", 0.92)
            rect = QRectF(0, top + word, self.width(), value)
            _write(painter, rect, fact.value, fact.glyph, fact.role, 1.6, True)
            top += word + value + theme.px(4)


def _is_long(session: Session) -> bool:
    """Say whether label and guess may be too long for one row."""
    classes = session.dataset.classes
    return session.spec.sizes[-1] > 1 if classes is None else max(len(name) for name in classes) > 6


def _write(
    painter: QPainter,
    rect: QRectF,
    text: str,
    glyph: str,
    role: str,
    size: float,
    bold: bool = False,
    align: Qt.AlignmentFlag = _LEFT,
) -> None:
    """Write a text, smaller if it must be; the glyph after it is never cut off."""
    after = f" {glyph}" if glyph else ""
    font = theme.number_font(size, bold)
    while size > 0.9 and QFontMetricsF(font).horizontalAdvance(text + after) > rect.width():
        size -= 0.1
        font = theme.number_font(size, bold)
    metrics = QFontMetricsF(font)
    room = rect.width() + 1 - metrics.horizontalAdvance(after)
    painter.setFont(font)
    painter.setPen(theme.current().color(role))
    painter.drawText(rect, align, metrics.elidedText(text, Qt.TextElideMode.ElideRight, room) + after)


def _class(session: Session, answered: bool) -> tuple[tuple[Fact, ...], str]:
    label = Fact(tr("label"), _class_name(session, session.label))
    tip = tr("<b>Label</b><br>What the example is said to be.<br>")
    if not answered:
        guess = Fact(tr("guess"), UNKNOWN, "text_muted")
        return (label, guess), tip + tr("The guess stands when the outputs are computed: press →.")
    right = session.guess == session.label
    name = _class_name(session, session.guess)
    guess = Fact(tr("guess"), name, "good" if right else "bad", RIGHT if right else WRONG)
    return (label, guess), tip + tr("<b>Guess</b><br>The class of the output that is largest.")


def _class_name(session: Session, index: int | None) -> str:
    classes = session.dataset.classes
    return UNKNOWN if index is None else str(index) if classes is None else classes[index]


def _values(session: Session, answered: bool) -> tuple[tuple[Fact, ...], str]:
    """Return target and output where targets are measured values."""
    y, a = session.trace.y, session.trace.a[session.spec.depth]
    output = Fact(tr("output"), _numbers(a) if answered else UNKNOWN, "text" if answered else "text_muted")
    tip = tr("<b>Target</b><br>What was measured, and what the output should be.<br>")
    rows = [f"y = {_exactly(y)}", *([f"a = {_exactly(a)}"] if answered else [])]
    return (Fact(tr("target"), _numbers(y)), output), tip + "<br>".join(rows)


def _numbers(values: Array) -> str:
    return ", ".join(fixed(float(value), 2) for value in values[:3]) + (" …" if len(values) > 3 else "")


def _exactly(values: Array) -> str:
    return ", ".join(exact(float(value)) for value in values[:20]) + (" …" if len(values) > 20 else "")
