"""Every key and what it does, on one sheet."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QMainWindow,
    QMenu,
    QMenuBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from nnviz.ui import theme
from nnviz.wording import tr

ARROWS = {Qt.Key.Key_Left: "←", Qt.Key.Key_Right: "→", Qt.Key.Key_Up: "↑", Qt.Key.Key_Down: "↓"}

COLUMNS = 3
"""Groups of keys side by side."""

IN_PANELS = (
    ("← → ↑ ↓", "in the network: to the neighboring neuron"),
    ("Ctrl+arrows, + −", "in the network: move and zoom; 0 shows all"),
    ("← →", "on the time slider: update by update; PgUp, PgDn by ten"),
    ("Shift+arrows", "on sliders and cells: larger steps, or several cells"),
    ("Tab, Shift+Tab", "from control to control; the one with the focus has a frame"),
    ("Space, PgDn, →", "while presenting: forward; PgUp, ← back; B black; Esc ends"),
)
"""What keys do where a panel has the focus: it keeps them to itself."""


class Key(NamedTuple):
    """One line: the keys as they are written on them, and what they do."""

    keys: str
    words: str


class KeysDialog(QDialog):
    """The sheet; made from the menus, so that it cannot lie.

    Parameters
    ----------
    window : QMainWindow
        Whose menus it lists.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self.setWindowTitle(tr("All keys — nnviz"))
        self.groups = tuple((*_groups(window), (tr("In the panels"), _in_panels())))
        content = QWidget()
        grid = QGridLayout(content)
        grid.setHorizontalSpacing(round(theme.px(36)))
        rows = [0] * COLUMNS
        *menus, (name, keys) = self.groups
        for menu, its in menus:
            column = rows.index(min(rows))
            rows[column] = _add(grid, rows[column], column, menu, its)
        _add(grid, max(rows), 0, name, keys, 2 * COLUMNS - 1)  # these take sentences
        grid.setRowStretch(grid.rowCount(), 1)
        area = QScrollArea(widgetResizable=True)
        area.setAccessibleName(tr("All keys"))
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(content)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(area)
        layout.addWidget(buttons)
        needed = content.sizeHint()
        room = window.size()
        margin = round(theme.px(60))
        self.resize(
            min(needed.width() + margin, room.width()), min(needed.height() + 2 * margin, room.height())
        )


def _add(grid: QGridLayout, row: int, column: int, name: str, keys: Iterable[Key], broad: int = 1) -> int:
    """Place a group, its words `broad` columns wide; return the first row below it."""
    heading = QLabel(name)
    theme.set_role(heading, "section")
    grid.addWidget(heading, row, 2 * column, 1, 2)
    for key in keys:
        row += 1
        pressed, words = QLabel(key.keys), QLabel(key.words, wordWrap=True)
        theme.set_role(pressed, "muted")
        grid.addWidget(pressed, row, 2 * column, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(words, row, 2 * column + 1, 1, broad, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(2 * column + 1, 1)
    grid.setRowMinimumHeight(row + 1, round(theme.px(10)))
    return row + 2


def _groups(window: QMainWindow) -> Iterator[tuple[str, tuple[Key, ...]]]:
    """Yield the menus with what of them has a key."""
    told: set[QAction] = set()
    for menu in _menus(window):
        actions = [action for action in menu.actions() if action.shortcuts()]
        told.update(actions)
        if actions:
            yield menu.title().replace("&", ""), tuple(_key(action) for action in actions)
    others = [
        action for action in window.actions() if action.shortcuts() and action not in told and action.text()
    ]
    if others:
        yield tr("Lessons"), tuple(_key(action) for action in others)


def _menus(window: QMainWindow) -> list[QMenu]:
    bar = window.findChild(QMenuBar)
    return (
        [] if bar is None else [menu for action in bar.actions() if isinstance(menu := action.menu(), QMenu)]
    )


def _key(action: QAction) -> Key:
    keys = ", ".join(_written(sequence) for sequence in action.shortcuts())
    return Key(keys, action.text().replace("&", "").rstrip("…"))


def _written(keys: QKeySequence) -> str:
    """Return what stands on the keys, "Shift+↓"."""
    native = QKeySequence.SequenceFormat.NativeText
    text = keys.toString(native)
    for key, arrow in ARROWS.items():
        name = QKeySequence(key).toString(native)
        if text == name or text.endswith(f"+{name}"):
            return text.removesuffix(name) + arrow
    return text


def _in_panels() -> tuple[Key, ...]:
    return tuple(Key(tr(keys), tr(words)) for keys, words in IN_PANELS)
