"""The examples of a mini-batch in their order, and where each one's gradient pulls."""

from __future__ import annotations

from math import acos, cos, hypot, sin

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from nnviz.session import ExampleRef, Session
from nnviz.ui import theme
from nnviz.ui.batch.content import MOST_ARROWS, Gathered
from nnviz.ui.examples.thumbnails import Thumbnails
from nnviz.ui.examples.values import answer_of, draw_example
from nnviz.wording import exact, number, tr
from nnviz.wording.batch import more_text
from nnviz.wording.examples import example_name

SIDES, ARROW, GAP = (84.0, 76.0, 68.0, 60.0, 54.0, 48.0, 44.0, 40.0), 30.0, 6.0
"""Of a picture, the largest that lets all be seen, else the smallest; of the room for the arrow under it;
between them. In pixels at type scale 1."""


class BatchGrid(QWidget):
    """A page of examples: those still to come are dim, the last one added is framed in gold.

    Signals
    -------
    paged()
        Another page of examples is in sight.

    Parameters
    ----------
    session : Session
        Whose `batch` it shows.
    """

    paged = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._thumbnails = Thumbnails(session)
        self._gathered: Gathered | None = None
        self._first = 0
        self.setAccessibleName(tr("The examples of the mini-batch"))
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.on_change(self, self.update)

    def show_gathered(self, gathered: Gathered | None) -> None:
        """Draw other arrows."""
        self._gathered = gathered
        self.update()

    # Where it shows it

    def side(self) -> float:
        """Return the side of a picture."""
        size = self._session.batch.size
        return next((side for side in SIDES if self._places(side) >= size), SIDES[-1])

    def _columns(self, side: float) -> int:
        return max(int(self.width() // theme.px(side + GAP)), 1)

    def _places(self, side: float) -> int:
        """Return how many pictures there is room for; the last line is for "n more"."""
        down = int((self.height() - theme.px(16)) // theme.px(side + ARROW + GAP))
        return max(down, 1) * self._columns(side)

    def page(self) -> range:
        """Return the places in the mini-batch that are in sight, those around the last one added."""
        batch = self._session.batch
        room = min(self._places(self.side()), MOST_ARROWS)
        last = max(batch.done - 1, 0)
        first = min(last // room * room, max(batch.size - room, 0))
        return range(first, min(first + room, batch.size))

    def place(self, at: int) -> QRectF:
        """Return where the picture of an example stands."""
        side = self.side()
        row, column = divmod(at - self.page().start, self._columns(side))
        corner = QPointF(column * theme.px(side + GAP) + 2, row * theme.px(side + ARROW + GAP) + 2)
        return QRectF(corner, QSizeF(theme.px(side), theme.px(side)))

    def at(self, point: QPointF) -> int | None:
        """Return which of the mini-batch's examples stands at a point."""
        grown = theme.px(ARROW)
        return next((i for i in self.page() if self.place(i).adjusted(0, 0, 0, grown).contains(point)), None)

    def sizeHint(self) -> QSize:
        """Return room for two rows of five."""
        return QSize(
            round(theme.px(5 * (SIDES[-1] + GAP))), round(theme.px(2 * (SIDES[-1] + ARROW + GAP) + 16))
        )

    def minimumSizeHint(self) -> QSize:
        """Return room for one row of three."""
        return QSize(round(theme.px(3 * (SIDES[-1] + GAP))), round(theme.px(SIDES[-1] + ARROW + GAP + 16)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the arrows of another page."""
        self.paged.emit()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the page."""
        painter, page, batch = QPainter(self), self.page(), self._session.batch
        for at in page:
            self._example(painter, at)
        longest = self._longest(page)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at in page:
            self._ground(painter, at)
            if at < batch.done and longest > 0:
                self._arrow(painter, at, longest)
        if batch.size > len(page):
            painter.setFont(theme.number_font(0.9))
            painter.setPen(theme.current().color("text_muted"))
            line = QRectF(0, self.height() - theme.px(16), self.width(), theme.px(16))
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft, more_text(batch.size - len(page)))
        painter.end()

    def _example(self, painter: QPainter, at: int) -> None:
        now, place, batch = theme.current(), self.place(at), self._session.batch
        added = at < batch.done
        painter.setOpacity(1.0 if added else 0.45)
        if self._session.dataset.image_shape is None:
            draw_example(painter, place.adjusted(3, 0, -3, 0), self._session.dataset, self.ref(at))
        else:
            painter.drawImage(place, self._thumbnails.image(self.ref(at)))
        painter.setOpacity(1.0)
        last = at == batch.done - 1 and not batch.mean_taken
        painter.setPen(QPen(now.color("selection" if last else "border"), 2 if last else 1))
        painter.drawRect(place.adjusted(-1, -1, 0, 0))

    def ref(self, at: int) -> ExampleRef:
        """Return which training example stands there."""
        return ExampleRef("train", int(self._session.batch.rows[at]))

    def pull(self, at: int) -> tuple[float, float] | None:
        """Return cosine with the sum and length of an example's gradient; None before it is computed."""
        gathered = self._gathered
        if gathered is None or at >= gathered.task.done:
            return None
        place = at - gathered.task.first
        if not 0 <= place < len(gathered.norms):
            return None
        return float(gathered.cosines[place]), float(gathered.norms[place])

    def _longest(self, page: range) -> float:
        pulls = [pull for at in page if (pull := self.pull(at)) is not None]
        return max((length for _, length in pulls), default=0.0)

    def _start(self, at: int) -> tuple[QPointF, float]:
        """Return where an example's arrow begins, and how long the longest may be."""
        place = self.place(at)
        start = QPointF(place.center().x(), place.bottom() + theme.px(ARROW - 3))
        return start, min(theme.px(ARROW - 6), place.width() / 2)

    def _ground(self, painter: QPainter, at: int) -> None:
        """Draw the line that an arrow stands on; it waits for it."""
        start, reach = self._start(at)
        painter.setPen(QPen(theme.current().color("groove"), 1.5))
        painter.drawLine(start - QPointF(reach, 0), start + QPointF(reach, 0))

    def _arrow(self, painter: QPainter, at: int, longest: float) -> None:
        """Draw an arrow against the direction of the sum, which points to the right."""
        pull = self.pull(at)
        if pull is None:
            return
        cosine, length = pull
        now, (start, reach) = theme.current(), self._start(at)
        angle, drawn = acos(cosine), max(reach * length / longest, 2.0)
        tip = start + QPointF(drawn * cos(angle), -drawn * sin(angle))
        color = now.color("positive" if cosine >= 0 else "negative")
        painter.setPen(QPen(color, theme.px(1.8)))
        painter.drawLine(start, tip)
        painter.setBrush(color)
        painter.setPen(Qt.PenStyle.NoPen)
        along = (tip - start) / max(hypot((tip - start).x(), (tip - start).y()), 1e-9)
        across = QPointF(-along.y(), along.x())
        head = theme.px(4)
        painter.drawPolygon(
            [tip + along * 2, tip - along * head + across * 3, tip - along * head - across * 3]
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)

    # Mouse

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Show the example that was clicked."""
        at = self.at(event.position())
        if at is not None and event.button() == Qt.MouseButton.LeftButton:
            ref = self.ref(at)
            self._session.go_to_example(ref.split, ref.index)

    def event(self, event: QEvent) -> bool:
        """Say what is under the mouse."""
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def tip(self, point: QPointF) -> str:
        """Return which example stands at a point, and where it pulls."""
        at = self.at(point)
        if at is None:
            return ""
        ref, pull = self.ref(at), self.pull(at)
        lines = [f"<b>{example_name(ref.split, ref.index)}</b>"]
        data = self._session.dataset
        if data.split(ref.split).labels is not None:
            lines.append(tr("label {label}", label=answer_of(data, ref)))
        if pull is None:
            lines.append(tr("Still to come: its nudges have not been added yet."))
        else:
            cosine, length = pull
            lines.append(tr("length of its gradient: {length}", length=number(length)))
            lines.append(tr("cosine with the sum so far: {cosine}", cosine=exact(cosine)))
            lines.append(tr("1: it pulls the same way; 0: across; −1: against it."))
        return "<br>".join(lines)
