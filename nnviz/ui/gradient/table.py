"""The list of components: it scrolls through millions of rows, and every row is tied to its edge."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QItemSelectionRange, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from nnviz.core.network import Location
from nnviz.session import Session
from nnviz.ui import theme
from nnviz.ui.gradient.columns import COMPONENT, LAYER, NAME, NUMBER, VALUE, WORDS, heads
from nnviz.ui.gradient.model import GradientModel
from nnviz.ui.table_heads import quiet_heads, set_row_height
from nnviz.wording import tr, whole

ROW = 21.0
"""The height of a row."""

LAYER_FROM, WORDS_FROM, NUMBER_FROM = 600.0, 430.0, 330.0
"""From these widths on there is room for the layer, for the words, and for the position."""

MOST_COPIED = 50_000
"""More rows are not copied at once: nobody pastes a million lines by intention."""

_KEYS = frozenset(
    {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End}
)


class GradientTable(QTableView):
    """Choosing a row chooses the parameter, pointing at one lights it up everywhere, and the other way round.

    Signals
    -------
    copied(int, int)
        So many rows were copied as text, of so many that were chosen.

    Parameters
    ----------
    session : Session
        What is chosen and pointed at.
    model : GradientModel
        What is listed.
    """

    copied = Signal(int, int)

    def __init__(self, session: Session, model: GradientModel) -> None:
        super().__init__()
        self._session, self._model = session, model
        self._following = False
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Components of the gradient"))
        self._set_up_heads()
        self.entered.connect(self._point)
        self.viewportEntered.connect(lambda: session.point_at(None))
        self.selectionModel().currentRowChanged.connect(self._choose)
        theme.on_change(self, self._restyle)

    def _set_up_heads(self) -> None:
        quiet_heads(self, NAME)
        columns = self.horizontalHeader()
        columns.setSectionsClickable(True)
        columns.sectionClicked.connect(self.sort_by)

    def _restyle(self) -> None:
        self.setFont(theme.number_font(0.92))
        set_row_height(self, ROW)
        self._set_widths()

    def _set_widths(self) -> None:
        """Give the columns of numbers what they need, and the rest to the names."""
        metrics = QFontMetrics(self.font())
        for column, sample in (
            (NUMBER, whole(max(self._session.spec.parameter_count, 999))),
            (LAYER, heads()[LAYER]),
            (VALUE, "−0.00123"),
            (COMPONENT, "▼ −1.23·10⁻⁵"),
            (WORDS, max(tr("increase somewhat"), tr("decrease somewhat"), heads()[WORDS], key=len)),
        ):
            self.setColumnWidth(column, metrics.horizontalAdvance(sample) + round(theme.px(21)))
        width = self.width()
        self.setColumnHidden(LAYER, width < theme.px(LAYER_FROM))
        self.setColumnHidden(WORDS, width < theme.px(WORDS_FROM))
        self.setColumnHidden(NUMBER, width < theme.px(NUMBER_FROM))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the columns there is room for."""
        current, old = self.currentIndex(), event.oldSize().height()
        seen = current.isValid() and 0 <= self.rowViewportPosition(current.row()) < old
        super().resizeEvent(event)
        self._set_widths()
        if seen:
            self.scrollTo(current)

    def minimumSizeHint(self) -> QSize:
        """Return room for the head and three rows."""
        return QSize(round(theme.px(240)), round(theme.px(ROW * 4.5)))

    # To and from the session

    def _choose(self, current: QModelIndex) -> None:
        if not self._following and current.isValid():
            self._session.select(self._model.location(current.row()))

    def _point(self, index: QModelIndex) -> None:
        self._session.point_at(self._model.location(index.row()))

    def follow(self, scroll: bool) -> None:
        """Mark the row of what is chosen, and go there if `scroll` asks for it."""
        chosen = self._session.selection
        row = self._model.row_of(chosen) if isinstance(chosen, Location) else None
        self._following = True
        flag = QItemSelectionModel.SelectionFlag
        if row is None:
            self.selectionModel().clear()
        elif row != self.currentIndex().row() or len(self.selectionModel().selectedRows()) != 1:
            index = self._model.index(row, NAME)
            self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
        if scroll and row is not None:
            self.scrollTo(self._model.index(row, NAME))  # and a table that shrinks keeps it in sight
        self._following = False

    def show_pointed(self) -> None:
        """Light up the row of what is pointed at, in whichever panel."""
        pointed = self._session.pointed
        self._model.point_at(pointed if isinstance(pointed, Location) else None)
        self.viewport().update()

    def sort_by(self, column: int) -> None:
        """Sort by a column, or the other way round by the one that is sorted by already."""
        ascending, descending = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        if column == self._model.sorted_column:
            order = ascending if self._model.order[1] else descending
        else:
            order = self._model.headerData(
                column, Qt.Orientation.Horizontal, Qt.ItemDataRole.InitialSortOrderRole
            )
        self._model.sort(column, order)
        self.follow(scroll=False)
        self.scrollToTop()

    # Keys

    def event(self, event: QEvent) -> bool:
        """Keep the keys that move over the rows from the window's shortcuts; ← and → remain the score's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            own = event.key() in _KEYS or _means(
                event, QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.SelectAll
            )
            event.setAccepted(own)
            return own
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the chosen rows; the rest is Qt's."""
        if _means(event, QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Search nothing: Qt would ask for the text of every row."""

    def viewportEvent(self, event: QEvent) -> bool:
        """Let go of what was lit when the mouse leaves."""
        if event.type() == QEvent.Type.Leave:
            self._session.point_at(None)
        return super().viewportEvent(event)

    def _chosen(self) -> list[QItemSelectionRange]:
        chosen = self.selectionModel().selection()
        return [chosen.at(n) for n in range(chosen.size())]

    def copy(self) -> None:
        """Put the chosen rows on the clipboard, as text with tabs and a line of heads."""
        rows = [r for part in self._chosen() for r in range(part.top(), part.bottom() + 1)]
        rows = sorted(set(rows))
        if not rows:
            return
        lines = ["\t".join(heads())]
        lines += ["\t".join(self._model.copied(row)) for row in rows[:MOST_COPIED]]
        QGuiApplication.clipboard().setText("\n".join(lines) + "\n")
        self.copied.emit(min(len(rows), MOST_COPIED), len(rows))


def _means(event: QKeyEvent, *keys: QKeySequence.StandardKey) -> bool:
    return any(event.matches(key) for key in keys)
