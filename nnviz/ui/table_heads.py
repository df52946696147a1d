"""What tables have in common: heads that keep still, and rows of one height."""

from PySide6.QtWidgets import QHeaderView, QTableView

from nnviz.ui import theme


def quiet_heads(table: QTableView, stretched: int) -> None:
    """Hide the head of the rows, and keep the columns' widths: one takes what the others leave."""
    rows, columns = table.verticalHeader(), table.horizontalHeader()
    rows.hide()
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    columns.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
    columns.setHighlightSections(False)


def set_row_height(table: QTableView, height: float) -> None:
    """Make all rows so high, in pixels at type scale 1."""
    rows = table.verticalHeader()
    rows.setMinimumSectionSize(1)
    rows.setDefaultSectionSize(round(theme.px(height)))
