"""The column beside a picture: groups of controls and readings, one below the other."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from nnviz.ui import theme
from nnviz.ui.scrolled import ScrolledColumn

WIDTH = 324.0
"""At type scale 1."""


class SideColumn(ScrolledColumn):
    """A card of a fixed width; it scrolls up and down where the window is low, never sideways."""

    def __init__(self) -> None:
        super().__init__()
        self._groups = 0
        self._content = QFrame()
        theme.set_role(self._content, "card")
        self._column = QVBoxLayout(self._content)
        self._column.addStretch(1)
        self.setWidget(self._content)
        theme.on_change(self, self._restyle)

    def add(self, *widgets: QWidget) -> None:
        """Add a group, apart from the one before."""
        if self._groups:
            self._column.insertSpacing(self._column.count() - 1, round(theme.px(8)))
        self._groups += 1
        for widget in widgets:
            self._column.insertWidget(self._column.count() - 1, widget)

    def _restyle(self) -> None:
        self.setFixedWidth(round(theme.px(WIDTH)))
        self._column.setContentsMargins(*(round(theme.px(m)) for m in (12, 10, 12, 10)))
        self._column.setSpacing(round(theme.px(6)))
