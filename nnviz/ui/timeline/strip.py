"""The time slider: from the network's beginning to the end of this branch of its history."""

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from nnviz.session import Changed, Session
from nnviz.ui import theme
from nnviz.ui.fields import OwnKeys
from nnviz.ui.plots.curves import ticks
from nnviz.ui.readable import Readable
from nnviz.ui.timeline.naming import place_name
from nnviz.wording import place_text, tr

KEYS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -10,
    Qt.Key.Key_PageDown: 10,
}
"""How many steps a key goes; Home and End go all the way."""

_MOVES = Changed.HISTORY | Changed.PARAMETERS | Changed.TRAINING | Changed.NETWORK


class TimelineStrip(QWidget):
    """The track of the history with its epochs, its changes by hand, and the present as a handle.

    Signals of the mouse are turned into one visit per frame: the newest place counts. When it is to be
    painted anew, its panel says, together with the words beside it.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._hovered: int | None = None
        self._wanted: int | None = None
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._visit)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        OwnKeys(self, frozenset({*KEYS, Qt.Key.Key_Home, Qt.Key.Key_End}))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Time slider"))
        self.setToolTip(tr("Click or drag: any update comes back exactly, and training goes on from there."))
        theme.on_change(self, self.updateGeometry)
        theme.on_change(self, self.update)

    def sizeHint(self) -> QSize:
        """Return room for the track and the numbers of its epochs."""
        return QSize(round(theme.px(300)), round(theme.px(26)))

    def minimumSizeHint(self) -> QSize:
        """Return the same height, at any width."""
        return QSize(round(theme.px(80)), self.sizeHint().height())

    # Where things are

    def _pad(self) -> float:
        return theme.px(9)

    def point(self, place: int) -> QPointF:
        """Return where a step of the history stands."""
        share = place / max(self._session.length, 1)
        return QPointF(self._pad() + share * (self.width() - 2 * self._pad()), theme.px(8))

    def place_at(self, x: float) -> int:
        """Return the step nearest to a horizontal position."""
        length = self._session.length
        share = (x - self._pad()) / max(self.width() - 2 * self._pad(), 1)
        return min(max(round(share * length), 0), length)

    # What the user does

    def _ask(self, place: int) -> None:
        self._wanted = min(max(place, 0), self._session.length)
        self._soon.start()

    def _visit(self) -> None:
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self._session.visit(wanted)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to what is under the mouse."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._ask(self.place_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what is under the mouse; with the button down go there."""
        place = self.place_at(event.position().x())
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._ask(place)
        if place != self._hovered:
            self._hovered = place
            self.setToolTip(self._tip(place))
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        self._hovered = None
        self.update()

    def _tip(self, place: int) -> str:
        lesson = tr("Click or drag: any update comes back exactly, and training goes on from there.")
        if not self._session.comes_back(place):
            lesson = tr("This training was opened from a file, which keeps its beginning and its end.")
        return f"<b>{place_name(self._session, place)}</b><br>{lesson}"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go by steps, or to either end."""
        key, session = Qt.Key(event.key()), self._session
        if key in KEYS:
            self._ask(session.place + KEYS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._ask(0 if key == Qt.Key.Key_Home else session.length)
        else:
            super().keyPressEvent(event)

    # The picture

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the track, what stands on it, and the handle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_track(painter)
        if self._session.length:
            self._draw_epochs(painter)
            self._draw_changes(painter)
        self._draw_handle(painter)
        painter.end()

    def _draw_track(self, painter: QPainter) -> None:
        now, session = theme.current(), self._session
        ends = self.point(0), self.point(max(session.length, 1))
        painter.setPen(QPen(now.color("groove"), theme.px(4), c=Qt.PenCapStyle.RoundCap))
        painter.drawLine(QLineF(*ends))
        painter.setPen(QPen(now.color("text_muted"), theme.px(4), c=Qt.PenCapStyle.RoundCap))
        if session.place:
            painter.drawLine(QLineF(ends[0], self.point(session.place)))

    def _draw_epochs(self, painter: QPainter) -> None:
        """Draw a tick for every epoch where there is room, and numbers at round ones."""
        now, epochs = theme.current(), self._session.epoch_places
        if not epochs:
            return
        painter.setFont(theme.number_font(0.75))
        painter.setPen(QPen(now.color("axis"), 1))
        room = painter.fontMetrics().horizontalAdvance("0000") + theme.px(10)
        most = max(int(self.width() / room), 1)
        numbered = {round(t) for t in ticks(0, max(epochs[-1][1], 1), most)}
        sparse = len(epochs) * theme.px(4) < self.width()
        for place, epoch in epochs:
            at = self.point(place)
            if sparse or epoch in numbered:
                painter.drawLine(QLineF(at.x(), at.y() + theme.px(4), at.x(), at.y() + theme.px(7)))
            if epoch in numbered:
                box = QRectF(at.x() - room / 2, at.y() + theme.px(6), room, theme.px(13))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(epoch))

    def _draw_changes(self, painter: QPainter) -> None:
        """Draw a diamond for every change that was made by hand."""
        now, size = theme.current(), theme.px(3.5)
        painter.setPen(QPen(now.color("surface"), 1))
        painter.setBrush(now.color("text"))
        for place, change in self._session.changes:
            if change.kind in ("edit", "update"):
                x, y = self.point(place).toTuple()
                corners = ((x - size, y), (x, y - size), (x + size, y), (x, y + size))
                painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))

    def _draw_handle(self, painter: QPainter) -> None:
        now = theme.current()
        if self._hovered is not None and self._session.length:
            painter.setPen(QPen(now.color("text"), 1))
            at = self.point(self._hovered)
            painter.drawLine(QLineF(at.x(), at.y() - theme.px(7), at.x(), at.y() + theme.px(7)))
        painter.setPen(QPen(now.color("focus" if self.hasFocus() else "surface"), theme.px(2)))
        painter.setBrush(now.color("selection"))
        painter.drawEllipse(self.point(self._session.place), theme.px(6), theme.px(6))


class TimelinePanel(QWidget):
    """The time slider, and in words where on it the present stands."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.strip = TimelineStrip(session)
        self.where = QLabel()
        self._present = Readable(self, session, self._show_present)
        theme.set_role(self.where, "muted")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.strip, 1)
        layout.addWidget(self.where)
        theme.on_change(self, lambda: self.where.setFont(theme.number_font(0.9)))
        session.changed.connect(self._follow)
        self._follow(Changed.HISTORY)

    def _follow(self, what: Changed) -> None:
        if what & _MOVES:
            self._present.ask(what)

    def _show_present(self) -> None:
        self.strip.update()
        self.where.setText(place_text(self._session.place, self._session.length))
