"""Examples of the test set as small pictures with what they are and what they were taken for."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextDocumentFragment,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip

from nnviz.core.arrays import IntArray
from nnviz.session import Changed, ExampleRef, Session
from nnviz.session.exam import Result
from nnviz.ui import theme
from nnviz.ui.cells import ENTER
from nnviz.ui.exam.captions import caption, example_tip
from nnviz.ui.exam.tiles import GAP, LINE, SIDE, Tiles, draw_tile, picture_size
from nnviz.ui.examples.thumbnails import Thumbnails
from nnviz.wording import tr

SHORT = 2
"""Letters of a name that stands beside another below a picture."""

_KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)


class ExampleGallery(QAbstractScrollArea):
    """Pictures in rows, as many of them in sight as there is room for; only those are drawn.

    Takes the keyboard focus by Tab alone: a click must not take the arrow keys away from the score.

    Signals
    -------
    chosen(int)
        The test example that was clicked, or on which Enter was pressed.

    Parameters
    ----------
    session : Session
        Whose data the examples are from.
    thumbnails : Thumbnails
        Their pictures.
    """

    chosen = Signal(int)

    def __init__(self, session: Session, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._session, self._thumbnails = session, thumbnails
        self._result: Result | None = None
        self._rows: IntArray = np.zeros(0, np.int64)
        self._hover: int | None = None
        self._pressed: int | None = None
        self._tiles = Tiles()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(tr("Images of the exam"))
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        session.changed.connect(self._follow)
        theme.on_change(self, self._arrange)

    # What it shows

    def show_examples(self, result: Result | None, rows: IntArray) -> None:
        """Show other examples, by their number in the test set; the place one has scrolled to stays."""
        self._result, self._rows = result, rows
        if self._hover is not None and self._hover >= len(rows):
            self._hover = None
        self._arrange()

    def rows(self) -> IntArray:
        """Return which examples of the test set are shown, in order."""
        return self._rows

    def to_top(self) -> None:
        """Show the first ones."""
        self._hover = None
        self.verticalScrollBar().setValue(0)

    def hovered(self) -> int | None:
        """Return the place in the gallery that the mouse or the keyboard's cursor is on."""
        return self._hover

    def _follow(self, what: Changed) -> None:
        if what & (Changed.EXAMPLE | Changed.NOTATION) and self.isVisible():
            self.viewport().update()

    # Where it shows it

    def tiles(self) -> Tiles:
        """Return where everything stands."""
        return self._tiles

    def _arrange(self) -> None:
        bar, port = self.verticalScrollBar(), self.viewport()
        classes = self._session.dataset.classes
        wide = classes is None or max(len(name) for name in classes) > SHORT
        room = (float(port.width()), float(port.height()))
        tiles = Tiles(len(self._rows), self._picture_size(), wide, room)
        bar.setRange(0, tiles.beyond)
        bar.setPageStep(max(port.height(), 1))
        bar.setSingleStep(max(round(tiles.tile[1] / 3), 1))
        self._tiles = tiles._replace(top=float(bar.value()))
        port.update()

    def _picture_size(self) -> tuple[float, float]:
        shown = len(self._rows) and self._session.dataset.image_shape is not None
        first = self._picture(int(self._rows[0])) if shown else None
        return picture_size(first.size() if isinstance(first, QImage) else None)

    def _picture(self, index: int) -> QImage | int:
        """Return the picture of a test example; its number where it is none."""
        if self._session.dataset.image_shape is None:
            return index
        return self._thumbnails.image(ExampleRef("test", index))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the rows to another width."""
        self._arrange()

    def scrollContentsBy(self, across: int, down: int) -> None:
        """Show another part."""
        self._tiles = self._tiles._replace(top=float(self.verticalScrollBar().value()))
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Return room for two rows."""
        return QSize(round(theme.px(440)), round(theme.px(150)))

    def minimumSizeHint(self) -> QSize:
        """Return room for one row; the rest is scrolled to."""
        return QSize(round(theme.px(160)), round(theme.px(SIDE + LINE + GAP)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what can be seen."""
        if self._result is None:
            return
        painter = QPainter(self.viewport())
        painter.setFont(theme.number_font(0.85))
        for place in self._tiles.seen:
            index = int(self._rows[place])
            words = caption(self._result, index)
            draw_tile(painter, self._tiles, place, self._picture(index), words, self._frame(place, index))
        if self.hasFocus():
            painter.setPen(QPen(theme.current().color("focus"), 1))
            painter.drawRect(QRectF(self.viewport().rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def _frame(self, place: int, index: int) -> tuple[str, int]:
        """Return role and width of an outline: gold for the window's example."""
        if self._session.example == ExampleRef("test", index):
            return "selection", 2
        return ("text", 2) if place == self._hover else ("border", 1)

    # Mouse

    def _point_at(self, place: int | None) -> None:
        if place == self._hover:
            return
        self._hover = place
        self.setAccessibleDescription(self._said(place))
        shapes = Qt.CursorShape
        self.viewport().setCursor(shapes.ArrowCursor if place is None else shapes.PointingHandCursor)
        self.viewport().update()

    def _choose(self, place: int | None) -> None:
        if place is not None and place < len(self._rows):
            self.chosen.emit(int(self._rows[place]))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up what is under the mouse."""
        self._point_at(self._tiles.at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self._tiles.at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what was clicked."""
        place, self._pressed = self._pressed, None
        if place == self._tiles.at(event.position()):
            self._choose(place)

    def viewportEvent(self, event: QEvent) -> bool:
        """Point at nothing once the mouse is gone, and say what is under it."""
        if event.type() == QEvent.Type.Leave:
            self._point_at(None)
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip(QPointF(event.pos())), self.viewport())
            return True
        return super().viewportEvent(event)

    def tip(self, point: QPointF) -> str:
        """Return what stands at a point, as rich text."""
        return self._tip(self._tiles.at(point))

    def _tip(self, place: int | None) -> str:
        if place is None or self._result is None:
            return ""
        return example_tip(self._result, int(self._rows[place]))

    def _said(self, place: int | None) -> str:
        return QTextDocumentFragment.fromHtml(self._tip(place)).toPlainText()

    # Keyboard

    def event(self, event: QEvent) -> bool:
        """Keep the arrow keys from the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            event.setAccepted(plain and event.key() in (*_KEYS, *ENTER))
            return event.isAccepted()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move from picture to picture; Enter shows it to the network."""
        key = Qt.Key(event.key())
        if key in ENTER:
            self._choose(self._hover)
        elif key in _KEYS and len(self._rows):
            self._point_at(self._next(key))
            self._reveal()
        else:
            super().keyPressEvent(event)

    def _next(self, key: Qt.Key) -> int:
        last, columns = len(self._rows) - 1, self._tiles.columns
        if self._hover is None or key == Qt.Key.Key_Home:
            return 0
        if key == Qt.Key.Key_End:
            return last
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -columns, Qt.Key.Key_Down: columns}
        there = self._hover + steps[key]
        return there if 0 <= there <= last else self._hover

    def _reveal(self) -> None:
        if self._hover is None:
            return
        tile, bar = self._tiles.rect(self._hover), self.verticalScrollBar()
        over = max(tile.bottom() - self.viewport().height(), 0)
        bar.setValue(round(bar.value() + (tile.top() if tile.top() < 0 else over)))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Point at nothing once the keyboard is elsewhere."""
        self._point_at(None)
        super().focusOutEvent(event)
