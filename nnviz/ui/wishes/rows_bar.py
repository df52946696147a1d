"""The buttons with which the rows of the wishes are revealed: |◀ ◀ ▶ ▶|, and how many there are."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from nnviz.ui import theme
from nnviz.ui.fields import described, tab_only
from nnviz.ui.icons import set_icon
from nnviz.ui.inspector.parts import NumberLine
from nnviz.wording import tr

ALL = 10**9
"""More rows than any table has."""


class RowsBar(QWidget):
    """Reveals rows one by one, or all of them.

    Signals
    -------
    walked(int)
        So many rows more, or fewer, are to be revealed.
    """

    walked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.first = self._button("first", tr("No rows yet"), -ALL)
        self.back = self._button("step-back", tr("One row back"), -1)
        self.next = self._button("step-forward", tr("Next row"), 1)
        self.all = self._button("last", tr("All rows"), ALL)
        self.count = NumberLine("text_muted", 0.9)
        self._row.addSpacing(4)
        self._row.addWidget(self.count, 1)

    def _button(self, icon: str, name: str, rows: int) -> QToolButton:
        button = QToolButton()
        set_icon(button, icon)
        theme.on_change(button, lambda: button.setIconSize(QSize(round(theme.px(16)), round(theme.px(16)))))
        tab_only(button)
        button.clicked.connect(lambda: self.walked.emit(rows))
        self._row.addWidget(button)
        teaches = tr("Each row is what one neuron wants; below, the sum grows. Keys Page ↓ ↑, Home and End.")
        return described(button, name, teaches)

    def show_rows(self, shown: int, size: int) -> None:
        """Say how many rows are revealed, and enable what can be done."""
        every = tr("all {rows:,} rows", rows=size)
        some = tr("row {shown:,} of {rows:,}", shown=shown, rows=size)
        self.count.set_text(every if shown == size else some)
        for button in (self.first, self.back):
            button.setEnabled(shown > 0)
        self.all.setEnabled(shown < size)
