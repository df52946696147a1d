"""The first rows of a table as they stand in its file, with what is learned in front."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem

from nnviz.data import Understanding
from nnviz.ui import theme
from nnviz.wording import tr

SHOWN_COLUMNS = 30
ROW_HEIGHT, HEADER_ROWS = 24.0, 1.2
MOST_CHARACTERS = 60


class FirstRows(QTableWidget):
    """A table that is only looked at, as high as its rows."""

    def __init__(self) -> None:
        super().__init__()
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalHeader().hide()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("The first rows"))

    def show_found(self, found: Understanding) -> None:
        """Show what was understood of a table; of all else there are no rows."""
        self.setVisible(bool(found.rows))
        columns = _shown_columns(found)
        self.setColumnCount(len(columns))
        self.setRowCount(len(found.rows))
        self.setHorizontalHeaderLabels([found.columns[k] for k in columns])
        for row, cells in enumerate(found.rows):
            for place, k in enumerate(columns):
                item = QTableWidgetItem(cells[k][:MOST_CHARACTERS] if k < len(cells) else "")
                item.setFont(theme.number_font(bold=found.columns[k] == found.label))
                self.setItem(row, place, item)
        self.resizeColumnsToContents()

    def fit(self, width: float) -> None:
        """Be as high as the rows, and the scroll bar where they are wider than `width`."""
        height = theme.px(ROW_HEIGHT)
        self.verticalHeader().setDefaultSectionSize(round(height))
        self.horizontalHeader().setFixedHeight(round(height * HEADER_ROWS))
        wide = self.horizontalHeader().length() > width - height
        rows = self.rowCount() + HEADER_ROWS + (1 if wide else 0)
        self.setFixedHeight(round(height * rows) + 4)


def _shown_columns(found: Understanding) -> list[int]:
    """Return the label's column and the first others."""
    names = found.columns
    label = names.index(found.label) if found.label in names else -1
    columns = [k for k in range(min(len(names), SHOWN_COLUMNS)) if k != label]
    return [label, *columns] if label >= 0 else columns
