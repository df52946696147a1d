"""The table of wishes: it can be scrolled, pointed at, clicked and walked over."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollBar, QToolTip

from nnviz.core.network import Location
from nnviz.core.wishes import Wishes, adding_up, wishes
from nnviz.session import Neuron, Selection, Session
from nnviz.ui import theme
from nnviz.ui.inspector.names import full_name
from nnviz.ui.wishes.digits import Digits, digits_for
from nnviz.ui.wishes.layout import SMALLEST, Spot, TableLayout
from nnviz.ui.wishes.paint import Shown, WishPainter
from nnviz.wording import number, tr
from nnviz.wording.wishes import nudge_sentence, sum_sentence, wish_product

_STEPS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
_WALK = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_Home: -(10**9), Qt.Key.Key_End: 10**9}


class WishTable(QAbstractScrollArea):
    """Rows are a layer's neurons, columns those of the layer before, cells what the one wants of the other.

    Takes the keyboard focus by Tab alone: a click must not take the arrow keys away from the score.

    Signals
    -------
    walked(int)
        So many rows more, or fewer, are to be revealed.
    resized()
        There is room for other digits.

    Parameters
    ----------
    session : Session
        What it shows; pointing and clicking tell it what is meant.
    """

    walked = Signal(int)
    resized = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: Shown | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(tr("Table of wishes"))
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self.viewport().update)
        theme.on_change(self, self._arrange)

    # What it shows

    def show_layer(self, layer: int, rows: int) -> None:
        """Show the wishes of a layer's neurons, the first `rows` of them."""
        session, trace = self._session, self._session.trace
        table = wishes(trace, layer)
        right = session.label if layer == session.spec.depth else None
        self._shown = Shown(table, rows, self._names(layer), right)
        self._arrange()

    def _names(self, layer: int) -> tuple[str, ...]:
        size, classes = self._session.spec.sizes[layer], self._session.dataset.classes
        if layer == self._session.spec.depth and classes is not None and len(classes) == size:
            return classes
        return tuple(str(j) for j in range(size))

    @property
    def wishes(self) -> Wishes:
        """The numbers it shows."""
        assert self._shown is not None
        return self._shown.wishes

    @property
    def revealed(self) -> int:
        """How many rows are revealed."""
        return 0 if self._shown is None else self._shown.rows

    @property
    def digits(self) -> Digits:
        """How numbers are written into the cells."""
        return digits_for(self.wishes.scale, self.layout_().cell[0])

    @property
    def largest(self) -> str:
        """The size of the largest number among the rows revealed and their sums, as it is written there."""
        wishes, rows, digits = self.wishes, self.revealed, self.digits
        if not rows or not wishes.scale > 0:
            return ""
        unit = 1.0 if digits.decimals is None else digits.unit
        shown = wishes.matrix[:rows]
        shown = shown if digits.decimals is None else adding_up(shown, unit)
        with np.errstate(invalid="ignore", over="ignore"):
            sizes = np.abs(np.vstack([shown, shown.sum(axis=0)]))
        largest = float(sizes[np.isfinite(sizes)].max(initial=0.0)) * unit
        return digits.text(largest) or number(largest)

    def layout_(self) -> TableLayout:
        """Return where everything stands."""
        shape = self.wishes.matrix.shape
        scroll = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        room = self.viewport().width(), self.viewport().height()
        return TableLayout.fit((shape[0], shape[1]), room, theme.current_scale(), scroll)

    def _arrange(self) -> None:
        """Let the bars scroll as far as there is something to see."""
        if self._shown is None:
            return
        layout = self.layout_()
        across, down = layout.overflow()
        for bar, reach, page, step in (
            (self.horizontalScrollBar(), across, layout.room.width(), layout.cell[0]),
            (self.verticalScrollBar(), down, layout.room.height(), layout.cell[1]),
        ):
            bar.setPageStep(round(page))
            bar.setSingleStep(round(step))
            bar.setRange(0, reach)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        self._arrange()
        if self._shown is not None:
            self.resized.emit()

    def minimumSizeHint(self) -> QSize:
        """Return room for a few cells."""
        return QSize(round(theme.px(240)), round(theme.px(SMALLEST[1] * 6)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is in sight."""
        if self._shown is None:
            return
        painter = QPainter(self.viewport())
        WishPainter(painter, self.layout_(), self._shown).paint(
            self._session.pointed, self._session.selection
        )
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme.current().color("focus"))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))
        painter.end()

    # What stands where

    def hit(self, spot: Spot | None) -> Selection:
        """Return the weight of a cell, or the neuron of a row or column."""
        if spot is None:
            return None
        layer = self.wishes.layer
        if spot.row is None:
            return None if spot.column is None else Neuron(layer - 1, spot.column)
        return Neuron(layer, spot.row) if spot.column is None else Location("w", layer, spot.row, spot.column)

    def tip(self, spot: Spot | None) -> str:
        """Return what a tooltip says there."""
        if spot is None:
            return ""
        session, table = self._session, self.wishes
        row = "" if spot.row is None else full_name(session, table.layer, spot.row)
        if spot.column is None:
            return nudge_sentence(row, table.of, float(table.nudges[spot.row or 0]))
        column = full_name(session, table.layer - 1, spot.column)
        if spot.row is None:
            total = float(table.running(self.revealed)[spot.column])
            return sum_sentence(column, self.revealed, len(table.nudges), total)
        if spot.row >= self.revealed:
            return tr("<b>{name}</b><br>Its row is not revealed yet: press ▶ below.", name=row)
        weight = float(session.trace.parameters.weights(table.layer)[spot.row, spot.column])
        delta = float(session.trace.delta[table.layer][spot.row])
        return wish_product(row, column, weight, delta, float(table.matrix[spot.row, spot.column]))

    def reveal(self, hit: Selection) -> None:
        """Scroll to what was chosen elsewhere."""
        row, column = self._place(hit)
        layout = self.layout_()
        if column is not None:
            _into_view(
                self.horizontalScrollBar(), column * layout.cell[0], layout.cell[0], layout.room.width()
            )
        if row is not None:
            _into_view(self.verticalScrollBar(), row * layout.cell[1], layout.cell[1], layout.room.height())

    def _place(self, hit: Selection) -> tuple[int | None, int | None]:
        layer = self.wishes.layer
        if isinstance(hit, Neuron):
            return (hit.j, None) if hit.layer == layer else (None, hit.j if hit.layer == layer - 1 else None)
        if hit is not None and hit.kind == "w" and hit.layer == layer:
            return hit.j, hit.k
        return None, None

    # Mouse and keyboard

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up what is under the mouse, in every panel."""
        hit = self.hit(self._spot(event.position()))
        shape = Qt.CursorShape.ArrowCursor if hit is None else Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)
        self._session.point_at(hit)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the mouse."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._session.select(self.hit(self._spot(event.position())))

    def _spot(self, point: QPointF) -> Spot | None:
        return None if self._shown is None else self.layout_().spot_at(point)

    def viewportEvent(self, event: QEvent) -> bool:
        """Let go of what was lit when the mouse leaves, and answer a request for a tooltip."""
        if event.type() == QEvent.Type.Leave:
            self._session.point_at(None)
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            text = self.tip(self._spot(QPointF(event.pos())))
            QToolTip.showText(event.globalPos(), text, self) if text else QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep its keys from the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() in _STEPS or event.key() in _WALK)
            return event.isAccepted()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the chosen cell with the arrow keys; reveal rows with Page and Home, End."""
        key = Qt.Key(event.key())
        if self._shown is None:
            super().keyPressEvent(event)
        elif key in _WALK:
            self.walked.emit(_WALK[key])
        elif key in _STEPS:
            self._step(*_STEPS[key])
        else:
            super().keyPressEvent(event)

    def _step(self, down: int, right: int) -> None:
        row, column = self._place(self._session.selection)
        rows, columns = self.wishes.matrix.shape
        if row is None or column is None:
            row, column, down, right = row or 0, column or 0, 0, 0
        row, column = min(max(row + down, 0), rows - 1), min(max(column + right, 0), columns - 1)
        self._session.select(Location("w", self.wishes.layer, row, column))


def _into_view(bar: QScrollBar, start: float, size: float, page: float) -> None:
    if start < bar.value():
        bar.setValue(round(start))
    elif start + size > bar.value() + page:
        bar.setValue(round(start + size - page) + 1)
