"""The table of examples: painted, scrolled, pointed at, chosen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QMenu, QToolTip

from nnviz.session import Changed, Session
from nnviz.ui import theme
from nnviz.ui.describe import describe
from nnviz.ui.examples.content import Content
from nnviz.ui.examples.head import Marks
from nnviz.ui.examples.layout import Hit, TableLayout
from nnviz.ui.examples.menu import table_menu
from nnviz.ui.examples.paint import TablePainter
from nnviz.ui.examples.thumbnails import Thumbnails
from nnviz.ui.examples.tips import average_tip, cell_tip, example_tip
from nnviz.wording import tr
from nnviz.wording.examples import cancel_tip

_MARKS = Changed.SELECTION | Changed.POINTED | Changed.EXAMPLE | Changed.NOTATION

_STEPS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_REMOVE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class ExampleTable(QAbstractScrollArea):
    """One column for each example, one row for each parameter, and what the examples want on average.

    Takes the keyboard focus by Tab alone: a click must not take the arrow keys away from the score.

    Parameters
    ----------
    session : Session
        Whose parameters and examples can be pointed at and chosen here.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._thumbnails = Thumbnails(session)
        self._content: Content | None = None
        self._whole, self._own = False, False
        self._hover, self._pressed = Hit(), Hit()
        self._layout = TableLayout.fit((1, 1), (0, 0), 1, False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(tr("Nudges, example by example"))
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        session.changed.connect(self._follow)
        theme.on_change(self, self._arrange)

    # What it shows

    def content(self) -> Content | None:
        """Return the numbers shown."""
        return self._content

    def layout_(self) -> TableLayout:
        """Return where everything stands."""
        return self._layout

    def show_content(self, content: Content | None) -> None:
        """Show other numbers."""
        old = self._content
        self._content = content
        if old is None or content is None or old.cells.shape != content.cells.shape:
            self._hover = Hit()
        self._arrange()

    def show_whole(self, whole: bool) -> None:
        """Make columns so narrow that all can be seen at once, or so wide that each shows its example."""
        self._whole = whole
        self._arrange()

    def set_own_scale(self, own: bool) -> None:
        """Give each row its own scale, or all of them one."""
        self._own = own
        self.viewport().update()

    def _follow(self, what: Changed) -> None:
        if what & _MARKS and self.isVisible():
            self.viewport().update()

    # Where it shows it

    def _arrange(self) -> None:
        content, room = self._content, self.viewport().size()
        counts = (0, 0) if content is None else (len(content.locations), len(content.refs))
        size = (room.width(), room.height())
        layout = TableLayout.fit(size, counts, theme.px(1), self._whole)
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, layout.beyond[0])
        across.setPageStep(max(round(layout.room.width()), 1))
        across.setSingleStep(max(round(layout.column), 1))
        down.setRange(0, layout.beyond[1])
        down.setPageStep(max(round(layout.room.height()), 1))
        down.setSingleStep(round(layout.line))
        self._layout = layout._replace(offset=(across.value(), down.value()))
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to another width."""
        self._arrange()

    def scrollContentsBy(self, across: int, down: int) -> None:
        """Show another part."""
        offset = (self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        self._layout = self._layout._replace(offset=offset)
        self.viewport().update()

    def minimumSizeHint(self) -> QSize:
        """Return room for a few cells; the rest is scrolled to."""
        return QSize(round(theme.px(280)), round(theme.px(120)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what can be seen."""
        if self._content is None:
            return
        session, painter = self._session, QPainter(self.viewport())
        marks = Marks(self._hover, session.selection, session.pointed, session.example, self.hasFocus())
        TablePainter(painter, self._content, self._layout, self._thumbnails, marks, self._own).draw()
        painter.end()

    # Mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up what is under the mouse, here and everywhere."""
        self._point_at(self._layout.hit(event.position()))

    def _point_at(self, hit: Hit) -> None:
        if hit == self._hover:
            return
        self._hover = hit
        shapes = Qt.CursorShape
        self.viewport().setCursor(shapes.ArrowCursor if hit == Hit() else shapes.PointingHandCursor)
        content = self._content
        self._session.point_at(content.locations[hit.row] if content is not None and hit.row >= 0 else None)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Point at nothing once the mouse is gone, and say what is under it."""
        if event.type() == QEvent.Type.Leave:
            self._point_at(Hit())
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip(QPointF(event.pos())), self.viewport())
            return True
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self._layout.hit(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the parameter or the example that was clicked."""
        hit, self._pressed = self._pressed, Hit()
        if event.button() != Qt.MouseButton.LeftButton or hit != self._layout.hit(event.position()):
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._remove(hit)
        else:
            self._choose(hit)

    def _remove(self, hit: Hit) -> None:
        """Take an example out of the table."""
        if self._content is not None and hit.column >= 0:
            self._session.examples.remove(self._content.refs[hit.column])

    def _choose(self, hit: Hit) -> None:
        content = self._content
        if content is None or hit == Hit():
            return
        if hit.row >= 0:
            self._session.select(content.locations[hit.row])
        else:
            ref = content.refs[hit.column]
            self._session.go_to_example(ref.split, ref.index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done to a column or a row."""
        menu = self.menu_of(self._layout.hit(QPointF(event.pos())))
        if not menu.isEmpty():
            menu.popup(event.globalPos())

    def menu_of(self, hit: Hit) -> QMenu:
        """Return what can be done to what stands there."""
        return table_menu(self, self._session.examples, self._content, hit)

    # Keyboard

    def event(self, event: QEvent) -> bool:
        """Keep the arrow keys from the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() in (*_STEPS, *_ENTER, *_REMOVE))
            return event.isAccepted()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move from cell to cell, up to the pictures too; Enter chooses, Delete removes the example."""
        key, content = event.key(), self._content
        if content is None or key not in (*_STEPS, *_ENTER, *_REMOVE):
            super().keyPressEvent(event)
        elif key in _ENTER:
            self._choose(self._hover)
        elif key in _REMOVE:
            self._remove(self._hover)
        else:
            self._step(*_STEPS[key])  # type: ignore[index]

    def _step(self, down: int, across: int) -> None:
        rows, columns = self._layout.counts
        row = min(max(self._hover.row + down, -1), rows - 1)
        column = min(max(self._hover.column + across, 0), columns - 1)
        self._point_at(Hit(row, column))
        self._reveal(row, column)

    def _reveal(self, row: int, column: int) -> None:
        cell, room = self._layout.cell(max(row, 0), column), self._layout.room
        for bar, low, high, first, last in (
            (self.horizontalScrollBar(), cell.left(), cell.right(), room.left(), room.right()),
            (self.verticalScrollBar(), cell.top(), cell.bottom(), room.top(), room.bottom()),
        ):
            bar.setValue(round(bar.value() + min(low - first, 0) + max(high - last, 0)))

    def tip(self, point: QPointF) -> str:
        """Return what stands at a point, as rich text."""
        hit, content = self._layout.hit(point), self._content
        if content is None or hit == Hit():
            return ""
        if hit.column >= 0:
            return cell_tip(content, hit) if hit.row >= 0 else example_tip(content, hit.column)
        if point.x() < self._layout.name:
            return describe(self._session, content.locations[hit.row])
        if point.x() >= self._layout.right + self._layout.average:
            return cancel_tip(float(content.cancels[hit.row]))
        return average_tip(content, hit.row)
