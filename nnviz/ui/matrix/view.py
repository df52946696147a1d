"""The blackboard: one layer's calculation as matrices, that can be pointed at, clicked and walked over."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from nnviz.session import Changed, Session
from nnviz.ui import theme
from nnviz.ui.describe import describe
from nnviz.ui.matrix.calculation import calculation
from nnviz.ui.matrix.cells import Cell, Cells
from nnviz.ui.matrix.layout import Arranger, Board, Measures
from nnviz.ui.matrix.paint import MatrixPainter, draw_title
from nnviz.ui.matrix.picture import Picture, cell_size, picture_of
from nnviz.ui.matrix.terms import Calculation, Hit, Mode, indices
from nnviz.wording import exact, tr

TITLE = 30.0
"""The height of the equation in symbols, at the top."""

NUMBERS_NEWS = Changed.NETWORK | Changed.PARAMETERS | Changed.EXAMPLE | Changed.CURSOR | Changed.NOTATION

_STEPS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class MatrixView(QWidget):
    """Shows one layer's calculation for the example on the screen.

    Takes the keyboard focus by Tab alone: a click must not take the arrow keys away from the score.

    Parameters
    ----------
    session : Session
        What it shows; pointing and clicking tell it what is meant.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._spec = session, session.spec
        self._mode: Mode = "forward"
        self._layer = 1
        self._in_numbers = False
        self._kept: dict[int, int] = {}
        self._line: Calculation | None = None
        self._board = Board((), ())
        self._pictures: tuple[Picture, ...] = ()
        self._current: tuple[str, Hit] | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(360, 220)
        self.setAccessibleName(tr("The layer as matrices"))
        session.changed.connect(self._follow)
        theme.on_change(self, self.refresh)

    # What it shows

    def show_calculation(self, mode: Mode, layer: int, in_numbers: bool) -> None:
        """Show another calculation, or show it otherwise."""
        if (mode, layer, in_numbers) != (self._mode, self._layer, self._in_numbers):
            self._mode, self._layer, self._in_numbers = mode, layer, in_numbers
            self._kept |= indices(self._session.pointed)
            self.refresh()

    @property
    def line(self) -> Calculation:
        """The calculation that is shown."""
        return self._line or calculation(self._session, self._mode, self._layer)

    @property
    def board(self) -> Board:
        """Where everything stands at the present size."""
        return self._board

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """What the blocks show."""
        return self._pictures

    def picture(self, key: str) -> Picture:
        """Return what a block shows."""
        return next(picture for picture in self._pictures if picture.placed.block.key == key)

    def _follow(self, what: Changed) -> None:
        if what & Changed.NETWORK and self._session.spec != self._spec:
            self._spec, self._kept, self._current = self._session.spec, {}, None
        if what & NUMBERS_NEWS:
            self.refresh()
        elif what & (Changed.SELECTION | Changed.POINTED):
            self._keep_in_sight()
            self.update()
        if what & (Changed.SELECTION | Changed.CURSOR):
            self.setAccessibleDescription(self.description())

    def refresh(self) -> None:
        """Take the session's numbers; while it is hidden later."""
        if not self.isVisible() or self._layer > self._session.spec.depth:
            self._line = None
            return
        self._line = calculation(self._session, self._mode, self._layer)
        readable = cell_size()
        self._board = Arranger(self._measures(readable), self._in_numbers, self._focus()).arrange(self._line)
        self._pictures = tuple(picture_of(placed, readable) for placed in self._board.blocks)
        self.update()

    def _measures(self, readable: tuple[float, float]) -> Measures:
        margin = theme.px(10)
        height = self.height() - theme.px(TITLE)
        return Measures(
            self.width() - 2 * margin, height, readable, theme.current_scale(), 1 / self.devicePixelRatioF()
        )

    @property
    def _origin(self) -> QPointF:
        """Where the board begins, on a whole pixel."""
        return QPointF(round(theme.px(10)), round(theme.px(TITLE)))

    def _keep_in_sight(self) -> None:
        """Arrange anew when what is chosen or pointed at is left out just now."""
        if not self._line or not self._in_numbers:
            return
        hits = (self._session.selection, self._session.pointed)
        touched = [item for hit in hits for item in indices(hit).items()]
        if any(self._left_out(layer, index) for layer, index in touched):
            self._kept |= indices(self._session.pointed)
            self.refresh()

    def _left_out(self, layer: int, index: int) -> bool:
        axes = [(p.block.rows, p.rows) for p in self._board.blocks]
        axes += [(p.block.columns, p.columns) for p in self._board.blocks]
        return any(of == layer and axis.slot_of(index) is None for of, axis in axes)

    def _focus(self) -> dict[int, tuple[int, ...]]:
        """Return what must not be left out: what is chosen, was pointed at, or else the strongest input."""
        chosen = indices(self._session.selection)
        brightest = {0: int(self._session.trace.a[0].argmax())}
        layers = {*chosen, *self._kept, *brightest}
        found = {}
        for layer in layers:
            named = [part[layer] for part in (chosen, self._kept) if layer in part]
            found[layer] = tuple(named or [brightest[layer]])
        return found

    # Painting

    def sizeHint(self) -> QSize:
        """Return a size at which a layer of 16 by 16 is comfortable."""
        return QSize(720, 380)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the equation, and the blocks below it."""
        if self._line is None:
            self.refresh()
        if self._line is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_title(painter, QRectF(0, 0, self.width(), theme.px(TITLE)), self._line.tex)
        painter.translate(self._origin)
        session = self._session
        MatrixPainter(painter, self._board, self._pictures).paint(session.pointed, session.selection)
        painter.resetTransform()
        if self.hasFocus():
            painter.setPen(QPen(theme.current().color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.px(5), theme.px(5))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for the new size."""
        super().resizeEvent(event)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while it was hidden."""
        super().showEvent(event)
        self.refresh()

    # What is where

    def cell_center(self, key: str, row: int, column: int) -> QPointF | None:
        """Return the middle of a cell in the widget, by its indices; None where it is left out."""
        placed = self._board.placed(key)
        down, across = placed.rows.slot_of(row), placed.columns.slot_of(column)
        if down is None or across is None:
            return None
        return placed.cell_rect(down, across).center() + self._origin

    @property
    def cells(self) -> Cells:
        """The cells, and what they belong to."""
        return Cells(self._board, self._pictures)

    def cell_at(self, point: QPointF) -> Cell | None:
        """Return the cell at a point of the widget."""
        return self.cells.at(point - self._origin)

    def hit_at(self, point: QPointF) -> Hit | None:
        """Return the neuron, weight or bias whose cell is at a point; of a stripe the one that it shows."""
        cell = self.cell_at(point)
        return None if cell is None else self.cells.hit(cell)

    def tip(self, point: QPointF) -> str:
        """Return names and exact values of the cell at a point, as rich text."""
        cell = self.cell_at(point)
        if cell is None:
            return ""
        block = cell[0].block
        text = describe(self._session, self.cells.hit(cell))
        if block.values is None:
            return f"{text}<br>{block.words}: {tr('not yet computed: press →')}"
        return f"{text}<br>{block.words}: {exact(float(block.values[self.cells.index(cell)]))}"

    def description(self) -> str:
        """Return the chosen cell in words."""
        chosen = self._session.selection
        return describe(self._session, chosen).replace("<br>", ", ") if chosen is not None else ""

    # Mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up what is under the mouse, in every panel."""
        hit = self.hit_at(event.position())
        self.setCursor(Qt.CursorShape.ArrowCursor if hit is None else Qt.CursorShape.PointingHandCursor)
        self._session.point_at(hit)

    def leaveEvent(self, event: QEvent) -> None:
        """Let go of what was lit."""
        self._session.point_at(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the mouse; beside the cells nothing."""
        if event.button() == Qt.MouseButton.LeftButton:
            cell = self.cell_at(event.position())
            self._choose(cell)

    def _choose(self, cell: Cell | None) -> None:
        hit = None if cell is None else self.cells.hit(cell)
        self._current = None if cell is None or hit is None else (cell[0].block.key, hit)
        self._session.select(hit)

    def event(self, event: QEvent) -> bool:
        """Keep the arrow keys from the window's shortcuts, and answer a request for a tooltip."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() in _STEPS)
            return event.isAccepted()
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            text = self.tip(QPointF(event.pos())) or self.toolTip()
            QToolTip.showText(event.globalPos(), text, self) if text else QToolTip.hideText()
            return True
        return super().event(event)

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the chosen cell with the arrow keys, over the edge into the next block."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            here, first = self._chosen_cell(), self.cells.first()
            if here is not None:
                self._current = self.cells.beside(here, *step)
                self._session.select(self._current[1])
            elif first is not None:
                self._choose(first)

    def _chosen_cell(self) -> Cell | None:
        """Return the cell of what is chosen: in the block where it was chosen, else where it first stands."""
        chosen = self._session.selection
        if chosen is None:
            return None
        key = self._current[0] if self._current and self._current[1] == chosen else ""
        return self.cells.find(chosen, key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the arrow keys work here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that they do not any more."""
        super().focusOutEvent(event)
        self.update()
