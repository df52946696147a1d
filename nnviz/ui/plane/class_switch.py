"""Which class a click adds a point of."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeySequence, QPainter, QPixmap, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nnviz.data.plane import MOST_CLASSES
from nnviz.ui import theme
from nnviz.ui.class_colors import class_role
from nnviz.ui.segments import Segments
from nnviz.wording import tr


class ClassSwitch(QWidget):
    """Chooses a class, by a click or by the keys 1, 2, 3 …; each in its color.

    Signals
    -------
    chosen(str)
        The number of the class, from 0.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._names: tuple[str, ...] = ()
        self.segments: Segments | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._shortcuts = [QShortcut(QKeySequence(str(n + 1)), self) for n in range(MOST_CLASSES)]
        for n, shortcut in enumerate(self._shortcuts):
            shortcut.activated.connect(lambda n=n: self.choose(n))
        theme.on_change(self, self._color)

    def name_classes(self, names: tuple[str, ...]) -> None:
        """Offer these; the first one is chosen if they are others than before."""
        if names == self._names or not names:
            return
        self._names = names
        if self.segments is not None:
            self._row.removeWidget(self.segments)
            self.segments.deleteLater()
        self.segments = Segments(tr("Class that a click adds"), _taught(names))
        self.segments.chosen.connect(self.chosen)
        self._row.addWidget(self.segments)
        for n, shortcut in enumerate(self._shortcuts):
            shortcut.setEnabled(n < len(names))
        self._color()
        self.choose(0)

    def choose(self, n: int) -> None:
        """Choose a class by its number, from 0."""
        if self.segments is not None and n < len(self._names):
            self.segments.choose(str(n))
            self.chosen.emit(str(n))

    @property
    def value(self) -> int:
        """The number of the chosen class."""
        return 0 if self.segments is None else int(self.segments.value)

    def _color(self) -> None:
        if self.segments is not None:
            side = round(theme.px(10))
            for key, button in self.segments.buttons.items():
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
                button.setIconSize(QSize(side, side))
                button.setIcon(_dot(class_role(int(key), len(self._names)), side))
            self.segments.updateGeometry()


def _taught(names: tuple[str, ...]) -> dict[str, tuple[str, str]]:
    return {
        str(n): (
            name,
            tr(
                "<b>A click adds a point of class {name}</b> (key {key})<br>Drag a point to move it; the "
                "right button, or Delete, removes it. Each of these is one step of undo.",
                name=name,
                key=n + 1,
            ),
        )
        for n, name in enumerate(names)
    }


def _dot(role: str, side: int) -> QIcon:
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.current().color(role))
    painter.drawEllipse(1, 1, side - 2, side - 2)
    painter.end()
    return QIcon(pixmap)
