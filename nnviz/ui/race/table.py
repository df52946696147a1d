"""What the lanes have reached, as a table that can be sorted and copied."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPointF, QSize, QSortFilterProxyModel, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from nnviz.session import Session
from nnviz.ui import theme
from nnviz.ui.fields import ARROWS, OwnKeys
from nnviz.ui.race.marks import draw_mark
from nnviz.ui.race.model import LEAST_NEEDED, SORT, Index, RaceModel
from nnviz.ui.table_heads import quiet_heads, set_row_height
from nnviz.wording import tr

ROW = 20.0


class _NameDelegate(QStyledItemDelegate):
    """Draws a lane's mark before its name."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Leave room for the mark, and draw it."""
        super().paint(painter, option, index)
        rect = option.rect
        model = index.model()
        assert isinstance(model, QSortFilterProxyModel)
        center = QPointF(rect.left() + theme.px(10), rect.center().y() + 0.5)
        draw_mark(painter, center, model.mapToSource(index).row(), theme.px(4))

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Begin the text behind the mark."""
        super().initStyleOption(option, index)
        option.text = "     " + option.text


class RaceTable(QTableView):
    """Choosing a row lets the lane stand out everywhere.

    Parameters
    ----------
    session : Session
        Whose race is listed.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._following = False
        self.lanes = RaceModel(session)
        self.sorted = QSortFilterProxyModel(self)
        self.sorted.setSourceModel(self.lanes)
        self.sorted.setSortRole(SORT)
        self.sorted.setDynamicSortFilter(True)
        self.setModel(self.sorted)
        self.setItemDelegateForColumn(0, _NameDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAccessibleName(tr("The lanes of the race"))
        self.setToolTip(tr("One row for each network of the race, and how far it has come."))
        OwnKeys(self, ARROWS)
        self._set_up_heads()
        self.selectionModel().currentRowChanged.connect(self._choose)
        theme.on_change(self, self._restyle)

    def _set_up_heads(self) -> None:
        quiet_heads(self, 0)
        self.horizontalHeader().setSortIndicatorClearable(True)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)

    def _restyle(self) -> None:
        self.setFont(theme.number_font(0.9))
        self.horizontalHeader().setFont(theme.number_font(0.85))
        set_row_height(self, ROW)
        self._fit()

    def _fit(self) -> None:
        """Show the columns there is room for, each as wide as its numbers, beside the whole names."""
        metrics, heads = QFontMetrics(self.font()), QFontMetrics(self.horizontalHeader().font())
        shown = set(range(len(self.lanes.columns)))
        widths = []
        for n, column in enumerate(self.lanes.columns, 1):
            title = self.lanes.headerData(n, Qt.Orientation.Horizontal)
            cells = (self.lanes.index(row, n).data() for row in range(self.lanes.rowCount()))
            text = max(metrics.horizontalAdvance(text) for text in (column.sample, *cells))
            head = heads.horizontalAdvance(title)
            widths.append(max(text + round(theme.px(6)), head) + round(theme.px(16)))
        names = (metrics.horizontalAdvance(self.lanes.name(row)) for row in range(self.lanes.rowCount()))
        room = self.viewport().width() - max(names, default=0) - round(theme.px(36))
        for dispensable in LEAST_NEEDED:
            if sum(widths[n] for n in shown) > room:
                shown.discard(dispensable)
        for n, width in enumerate(widths):
            self.setColumnHidden(n + 1, n not in shown)
            self.setColumnWidth(n + 1, width)

    def follow(self) -> None:
        """Take over what the session says."""
        self._following = True
        self.lanes.follow()
        chosen = self._session.race.chosen
        if chosen is None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        elif self._row() != chosen:
            self.setCurrentIndex(self.sorted.mapFromSource(self.lanes.index(chosen, 0)))
        self._fit()
        self._following = False

    def _row(self) -> int | None:
        index = self.sorted.mapToSource(self.currentIndex())
        return index.row() if index.isValid() else None

    def _choose(self) -> None:
        if not self._following:
            self._session.race.choose(self._row())

    def copy(self) -> None:
        """Put the whole table on the clipboard, in the order in which it is shown."""
        rows = [self.sorted.mapToSource(self.sorted.index(r, 0)).row() for r in range(self.sorted.rowCount())]
        QGuiApplication.clipboard().setText(self.lanes.tsv(rows))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy with the usual keys."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show more or fewer columns."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Return room for the titles and two rows."""
        return QSize(round(theme.px(200)), round(theme.px(3.4 * ROW)))

    def whole(self) -> int:
        """Return the height at which nothing scrolls."""
        head = self.horizontalHeader()
        rows = self.lanes.rowCount() * self.verticalHeader().defaultSectionSize()
        return rows + max(head.sizeHint().height(), head.height()) + 2 * self.frameWidth() + 12

    def sizeHint(self) -> QSize:
        """Return room for all rows."""
        return QSize(round(theme.px(440)), self.whole())
