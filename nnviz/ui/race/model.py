"""What the lanes have reached, as rows and columns."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from nnviz.session import Session
from nnviz.training.race import LaneNews
from nnviz.ui import theme
from nnviz.wording import fixed, number, percent, tr, whole
from nnviz.wording.race import lane_end, lane_name, lane_sentence
from nnviz.wording.standing import r_squared_value

Index = QModelIndex | QPersistentModelIndex


class Column(NamedTuple):
    """One column: its title, its tooltip, the widest text, its number, and how that is written."""

    title: str
    tip: str
    sample: str
    value: Callable[[LaneNews], float | None]
    write: Callable[[float], str]


def _last(name: str) -> Callable[[LaneNews], float | None]:
    return lambda news: None if news.last is None else getattr(news.last, name)


RIGHT = (
    Column("test", "Accuracy on the test set, now", "100.0%", _last("test_accuracy"), percent),
    Column("best", "The best accuracy on the test set so far", "100.0%", lambda news: news.best, percent),
)
"""How well classes are told apart."""

CLOSE = (
    Column(
        "R²",
        "R² on the test set: 1 is perfect, 0 a guess",
        "−0.000",
        _last("test_r_squared"),
        r_squared_value,
    ),
    Column("RMSE", "√ of the mean (a − y)² on the test set", "0.00000", _last("test_rmse"), number),
)
"""How closely measured values are met."""

_REST = (
    Column("cost", "Average cost of the training set", "0.00000", _last("train_cost"), number),
    Column("test cost", "Average cost of the test set", "0.00000", _last("test_cost"), number),
    Column("epochs", "How far the lane has come", "100.0", lambda n: n.epochs, lambda v: fixed(v, 1)),
    Column(
        "updates",
        "Steps downhill so far",
        "✕ 99,999",
        lambda n: n.position.updates,
        lambda v: whole(round(v)),
    ),
    Column("seconds", "Time spent on this lane's training", "0.000", lambda n: n.seconds, number),
)

COLUMNS = {True: (*RIGHT, *_REST), False: (*CLOSE, *_REST)}
"""The columns, where there are classes and where there are none."""

UPDATES = 5
LEAST_NEEDED = (3, 4, 6, 1)
"""Places in COLUMNS: of the updates, and what is left out, in this order, where there is no room."""


def of_classes(session: Session) -> bool:
    """Say whether the race is about classes; the data may be others than those it was run on."""
    measured = [news.last for news in session.race.news if news.last is not None]
    if measured:
        return measured[0].test_accuracy is not None
    return session.dataset.test.labels is not None


SORT = Qt.ItemDataRole.UserRole


class RaceModel(QAbstractTableModel):
    """One row for each lane, in the order of the line-up.

    Parameters
    ----------
    session : Session
        Whose race is listed.

    Attributes
    ----------
    columns : tuple of Column
        Those behind the names: one of COLUMNS.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._lanes = session.race.lanes
        self.columns = COLUMNS[of_classes(session)]

    def follow(self) -> None:
        """Take over what has changed."""
        lanes, columns = self._session.race.lanes, COLUMNS[of_classes(self._session)]
        if lanes != self._lanes or columns is not self.columns:
            self.beginResetModel()
            self._lanes, self.columns = lanes, columns
            self.endResetModel()
        elif lanes:
            self.dataChanged.emit(self.index(0, 0), self.index(len(lanes) - 1, len(columns)))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """Return how many lanes there are."""
        return 0 if parent.isValid() else len(self._lanes)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns) + 1

    def name(self, row: int) -> str:
        """Return a lane's name."""
        return lane_name(self._lanes[row], self._session.dataset.classes)

    def news(self, row: int) -> LaneNews | None:
        """Return where a lane stands; None before the race."""
        news = self._session.race.news
        return news[row] if row < len(news) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows, says, or is sorted by."""
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == SORT:
            return self._number(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            news = self.news(row)
            return self.name(row) if news is None else lane_sentence(self.name(row), news)
        if role == Qt.ItemDataRole.TextAlignmentRole and column:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole and column == UPDATES + 1 and self._diverged(row):
            return theme.current().color("bad")
        return None

    def _diverged(self, row: int) -> bool:
        news = self.news(row)
        return news is not None and news.end == "diverged"

    def _text(self, row: int, column: int) -> str:
        if not column:
            return self.name(row)
        news = self.news(row)
        if news is not None and column == UPDATES + 1 and news.diverged_at is not None:
            return f"✕ {whole(news.diverged_at)}"
        value = None if news is None else self.columns[column - 1].value(news)
        return "–" if value is None else self.columns[column - 1].write(value)

    def _number(self, row: int, column: int) -> float:
        if not column:
            return row
        news = self.news(row)
        value = None if news is None else self.columns[column - 1].value(news)
        return -math.inf if value is None else value

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's title, or its tooltip."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(self.columns[section - 1].title) if section else tr("lane")
        if role == Qt.ItemDataRole.ToolTipRole:
            words = tr(self.columns[section - 1].tip) if section else tr("What is different in it")
            return words + "<br>" + tr("A click sorts.")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def tsv(self, rows: list[int]) -> str:
        """Return lanes as text that a spreadsheet understands, in full precision."""
        heads = [tr("lane"), *(tr(column.title) for column in self.columns), tr("end")]
        lines = ["\t".join(heads)]
        for row in rows:
            news = self.news(row)
            values = [None if news is None else column.value(news) for column in self.columns]
            texts = ["" if value is None else repr(value) for value in values]
            lines.append("\t".join([self.name(row), *texts, "" if news is None else lane_end(news)]))
        return "\n".join(lines) + "\n"
