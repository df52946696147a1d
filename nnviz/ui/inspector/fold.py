"""A line that unfolds what stands below it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton

from nnviz.ui import theme
from nnviz.ui.fields import tab_only


class FoldButton(QToolButton):
    """A line with ▸ before it, ▾ once it is unfolded; `toggled` says which."""

    def __init__(self, teaches: str) -> None:
        super().__init__(autoRaise=True)
        self.setCheckable(True)
        self._words = ""
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        tab_only(self)
        self.setToolTip(teaches)
        theme.set_role(self, "fold")
        theme.on_change(self, lambda: self.setFont(theme.number_font()))
        self.toggled.connect(self._say)

    def set_words(self, words: str) -> None:
        """Say what is folded."""
        if words != self._words:
            self._words = words
            self.setAccessibleName(words)
            self._say()

    def _say(self) -> None:
        self.setText(f"{'▾' if self.isChecked() else '▸'} {self._words}".rstrip())
