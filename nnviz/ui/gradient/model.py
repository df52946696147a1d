"""∇C as a table model: texts are made for the rows that are seen, and for no others."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from nnviz.core.arrays import Array, IntArray
from nnviz.core.network import Location
from nnviz.core.steps import Phase
from nnviz.session import Session
from nnviz.ui import theme
from nnviz.ui.gradient.columns import COMPONENT, LAYER, NAME, NUMBER, ORDERS, VALUE, WORDS, head_tips, heads
from nnviz.ui.gradient.rows import Filter, Order, listed, ordered
from nnviz.ui.inspector.names import weight_name
from nnviz.wording import (
    derivative_text,
    exact,
    layer_name,
    number,
    parameter_symbol,
    pixel_name,
    whole,
    wish_words,
)
from nnviz.wording.gradient import amount_rule, amount_words, component_sign

Index = QModelIndex | QPersistentModelIndex

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_NOWHERE = QModelIndex()
_NUMERIC = (NUMBER, LAYER, VALUE, COMPONENT)


class GradientModel(QAbstractTableModel):
    """One row for each component: its place in θ, its name, its value, −∂C/∂θ, and what that asks for.

    It holds arrays only. Layers that the score's cursor has not reached have no component yet.

    Parameters
    ----------
    session : Session
        Whose example, and whose parameters.
    parent : QObject, optional
        As ever in Qt.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._filter = Filter()
        self._sorted = COMPONENT
        self._descending = True
        self._theta: Array = np.zeros(0)
        self._gradient: Array = np.zeros(0)
        self._known_from = 0
        self._largest = 0.0
        self._places: IntArray = np.zeros(0, np.int64)
        self._spec = session.spec
        self._pointed: int | None = None

    # What is listed

    @property
    def places(self) -> IntArray:
        """The index in θ of every row."""
        return self._places

    @property
    def filter(self) -> Filter:
        """What is listed."""
        return self._filter

    @property
    def order(self) -> tuple[Order, bool]:
        """By what the rows are sorted, and whether the largest stands first."""
        return ORDERS[self._sorted], self._descending

    @property
    def sorted_column(self) -> int:
        """The column whose head was clicked last."""
        return self._sorted

    @property
    def largest(self) -> float:
        """The largest |component| of the layer that is listed, or of the network."""
        return self._largest

    @property
    def known_from(self) -> int:
        """From this index of θ on ∇C has been computed."""
        return self._known_from

    def take(self, keep_order: bool = False) -> None:
        """Read the session's numbers anew; `keep_order` leaves the rows where they are."""
        session = self._session
        trace = session.trace
        renewed = trace.spec != self._spec
        self._spec = spec = trace.spec
        self._theta, gradient = trace.parameters.theta, trace.gradient.theta
        reached = [layer for layer in spec.layers if session.shows(Phase("gradient", layer))]
        self._known_from = spec.offsets[reached[0] - 1] if reached else spec.parameter_count
        if self._known_from:
            gradient = gradient.copy()
            gradient[: self._known_from] = np.nan
        self._gradient = gradient
        if renewed or (self._filter.layer or 0) > spec.depth:
            self._filter = Filter()
        self._measure()
        if keep_order and not renewed and len(self._places):
            self._repaint()
        else:
            self._arrange()

    def _measure(self) -> None:
        first, last = self._filter.reach(self._spec)
        sizes = np.abs(self._gradient[max(first, self._known_from) : last])
        with np.errstate(invalid="ignore"):
            peak = float(sizes.max(initial=0.0))
        self._largest = peak if np.isfinite(peak) else float(sizes[np.isfinite(sizes)].max(initial=0.0))

    def set_filter(self, chosen: Filter) -> None:
        """List other components."""
        if chosen != self._filter:
            self._filter = chosen
            self._measure()
            self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by what a column's head asks for."""
        self._sorted, self._descending = column, order == Qt.SortOrder.DescendingOrder
        self._arrange()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, WORDS)

    def _arrange(self) -> None:
        places = listed(self._spec, self._filter)
        places = ordered(places, *self.order, self._theta, self._gradient)
        if len(places) != len(self._places):
            self.beginResetModel()
            self._places = places
            self.endResetModel()
        else:
            # As many rows as before: what stands in them is all that changes.
            self._places = places
            self._repaint()

    def _repaint(self) -> None:
        if len(self._places):
            last = self.index(len(self._places) - 1, WORDS)
            self.dataChanged.emit(self.index(0, 0), last)

    # Rows and parameters

    def location(self, row: int) -> Location:
        """Return the parameter of a row."""
        return self._spec.locate(int(self._places[row]))

    def row_of(self, location: Location) -> int | None:
        """Return the row of a parameter; None when it is not listed."""
        found = np.flatnonzero(self._places == self._spec.index(location))
        return int(found[0]) if len(found) else None

    def component(self, row: int) -> float:
        """Return −∂C/∂θ of a row; NaN where it has not been computed."""
        return 0.0 - float(self._gradient[self._places[row]])

    def point_at(self, location: Location | None) -> None:
        """Light up the row of what is pointed at."""
        self._pointed = None if location is None else self._spec.index(location)

    # What Qt asks for

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many components are listed."""
        return 0 if parent.isValid() else len(self._places)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return 6."""
        return 0 if parent.isValid() else WORDS + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what one cell shows."""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.text(index.row(), index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(index.row())
            case Qt.ItemDataRole.ForegroundRole:
                return self._ink(index.row(), index.column())
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if index.column() in _NUMERIC else _LEFT
            case Qt.ItemDataRole.BackgroundRole if int(self._places[index.row()]) == self._pointed:
                return theme.current().color("surface_hover")
        return None

    def text(self, row: int, column: int) -> str:
        """Return the text of one cell."""
        place = int(self._places[row])
        match column:
            case 0:
                return whole(place + 1)
            case 1:
                return str(self._spec.locate(place).layer)
            case 2:
                return self._name(self._spec.locate(place))
            case 3:
                return number(float(self._theta[place]))
        if place < self._known_from:
            return "…" if column == COMPONENT else ""
        component = self.component(row)
        if column == WORDS:
            return amount_words(component, self._largest)
        return f"{component_sign(component)} {number(component, signed=component > 0)}".strip()

    def copied(self, row: int) -> tuple[str, ...]:
        """Return the texts of a row for a spreadsheet: numbers in full, without ▲▼."""
        place = int(self._places[row])
        known = place >= self._known_from
        component = repr(self.component(row)) if known else ""
        name, words = self.text(row, NAME), self.text(row, WORDS)
        layer = self.text(row, LAYER)
        return str(place + 1), layer, name, repr(float(self._theta[place])), component, words

    def _name(self, location: Location) -> str:
        symbol, shape = parameter_symbol(location), self._session.dataset.image_shape
        if location.layer > 1 or location.k is None:
            return symbol
        if shape is None or self._session.dataset.input_names is not None:
            return f"{symbol}  {self._session.dataset.input_name(location.k)}"
        return f"{symbol}  {pixel_name(location.k, shape)}"

    def _ink(self, row: int, column: int) -> QColor | None:
        if column in (NUMBER, LAYER):
            return theme.current().color("text_muted")
        if column in (COMPONENT, WORDS):
            component = self.component(row)
            if component > 0:
                return theme.current().color("positive")
            return theme.current().color("negative" if component < 0 else "text_muted")
        return None

    def _tip(self, row: int) -> str:
        location, component = self.location(row), self.component(row)
        lines = [f"<b>{weight_name(self._session, location)}</b>"]
        lines.append(f"{parameter_symbol(location)} = {exact(float(self._theta[self._places[row]]))}")
        if int(self._places[row]) >= self._known_from:
            lines.append(f"−{derivative_text('θ')} = {exact(component)}: {wish_words(-component)}")
        return "<br>".join(lines)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's name, or what it teaches; ↓ and ↑ tell how the rows are sorted."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                arrow = "" if section != self._sorted else " ↓" if self._descending else " ↑"
                return heads()[section] + arrow
            case Qt.ItemDataRole.ToolTipRole:
                return self._head_tip(section)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if section in _NUMERIC else _LEFT
            case Qt.ItemDataRole.FontRole:
                return theme.number_font(0.85)
            case Qt.ItemDataRole.InitialSortOrderRole:
                largest_first = section in (VALUE, COMPONENT, WORDS)
                return Qt.SortOrder.DescendingOrder if largest_first else Qt.SortOrder.AscendingOrder
        return None

    def _head_tip(self, column: int) -> str:
        layer = self._filter.layer
        rule = amount_rule(self._largest, None if layer is None else layer_name(self._spec, layer))
        return head_tips(rule)[column]
