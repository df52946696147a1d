"""The fields of the settings: a number on a ladder, and its place in pyqtgraph's ParameterTree."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pyqtgraph.parametertree import Parameter, ParameterItem, ParameterTree
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QBrush, QFontMetricsF, QValidator
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QFrame,
    QHeaderView,
    QLabel,
    QTreeWidgetItem,
    QWidget,
)

from nnviz.ui import theme
from nnviz.ui.fields import ARROWS, OwnKeys
from nnviz.wording import tr

theme.prepare_plots()

Value = float | None
"""None is a setting that is off."""

FIELD_WIDTH = 158
"""The width of a field at type scale 1."""


class LadderBox(QAbstractSpinBox):
    """A number that is stepped on a ladder and typed freely; its owner judges what was typed.

    Signals
    -------
    offered(str)
        What the user wants; the owner accepts it by `show_value` or refuses it by `restore`.

    Parameters
    ----------
    rungs : sequence of float or None
        What ↑ and ↓ go through, in order; None, the first, is off.
    write : callable
        ``write(value)`` gives the text of a value.
    """

    offered = Signal(str)

    def __init__(self, rungs: Sequence[Value], write: Callable[[Value], str]) -> None:
        super().__init__()
        self._rungs, self._write = rungs, write
        self._value: Value = rungs[0]
        if rungs[0] is None:
            self.lineEdit().setPlaceholderText(tr("never"))
        self.editingFinished.connect(self._offer)
        OwnKeys(self, ARROWS)
        self.lineEdit().returnPressed.connect(self.clearFocus)  # the arrow keys step the score again

    def show_value(self, value: Value) -> None:
        """Show a value as the one in force; what is just being typed stays if that has not changed."""
        if value != self._value or not self.hasFocus():
            self._value = value
            self.restore()

    def restore(self) -> None:
        """Show the value in force instead of what was typed."""
        self.lineEdit().setText(self._write(self._value))
        self.update()

    def _offer(self) -> None:
        if self.text() != self._write(self._value):
            self.offered.emit(self.text())

    def _next(self, up: bool) -> Value:
        """Return the rung above or below; the value itself where there is none."""
        now = _height(self._value)
        rungs = self._rungs if up else [*reversed(self._rungs)]
        beyond = (r for r in rungs if (_height(r) > now if up else _height(r) < now))
        return next(beyond, self._value)

    def stepBy(self, steps: int) -> None:
        """Go up or down the ladder, from what was typed last."""
        self._offer()
        for _ in range(abs(steps)):
            self.offered.emit(self._write(self._next(steps > 0)))
        self.selectAll()

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        """Return whether there is a rung above and below."""
        flag = QAbstractSpinBox.StepEnabledFlag
        up = flag.StepUpEnabled if self._next(True) != self._value else flag.StepNone
        return up | (flag.StepDownEnabled if self._next(False) != self._value else flag.StepNone)

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Let everything be typed; it is judged when it is finished."""
        return QValidator.State.Acceptable, text, position


def _height(value: Value) -> float:
    return float("-inf") if value is None else value


class HeadingItem(ParameterItem):
    """A line over a group of settings that says when they take effect."""

    def treeWidgetChanged(self) -> None:
        """Take the whole width."""
        super().treeWidgetChanged()
        self.setFirstColumnSpanned(True)
        self.setFlags(Qt.ItemFlag.ItemIsEnabled)


class Heading(Parameter):
    """A group of settings."""

    itemClass = HeadingItem


class FieldItem(ParameterItem):
    """One setting in the tree: its name, its field, its formula."""

    def treeWidgetChanged(self) -> None:
        """Put the field into the tree, once the row is part of it."""
        super().treeWidgetChanged()
        tree = self.treeWidget()
        if tree is not None:
            editor = self.param.opts["editor"]
            tree.setItemWidget(self, 1, editor)
            self.setFlags(Qt.ItemFlag.ItemIsEnabled)


class Field(Parameter):
    """One setting. `opts["editor"]` is its widget."""

    itemClass = FieldItem

    @property
    def item(self) -> FieldItem:
        """Its row in the one tree it stands in."""
        return next(iter(self.items))

    def teach(self, name: str, formula: str, tip: str) -> None:
        """Take names and tooltip, in the row and in the field."""
        for column, text in ((0, name), (2, formula)):
            self.item.setText(column, text)
        for column in range(3):
            self.item.setToolTip(column, tip)


class SettingsTree(ParameterTree):
    """A ParameterTree in the program's clothes, with a column for formulas and a place for refusals."""

    def __init__(self) -> None:
        super().__init__(showHeader=False)
        self._refusals: dict[str, QTreeWidgetItem] = {}
        self.setColumnCount(3)
        self.setAlternatingRowColors(False)
        self.setIndentation(0)
        self.setItemsExpandable(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        theme.set_role(self, "settings")

    def minimumSizeHint(self) -> QSize:
        """Return a size that leaves it to the window: it scrolls."""
        return QSize(round(theme.px(240)), round(theme.px(120)))

    def dress(self, fields: Sequence[Field], headings: Sequence[Heading]) -> None:
        """Take over the theme's type and colors, which items do not get from the style sheet."""
        header = self.header()
        header.setMinimumSectionSize(round(theme.px(40)))
        mode = QHeaderView.ResizeMode
        for column, how in ((0, mode.Fixed), (1, mode.Fixed), (2, mode.Stretch)):
            header.setSectionResizeMode(column, how)
        metrics = QFontMetricsF(self.font())
        widest = max(metrics.horizontalAdvance(field.item.text(0)) for field in fields)
        self.setColumnWidth(0, round(widest + theme.px(24)))
        self.setColumnWidth(1, round(theme.px(FIELD_WIDTH)))
        muted = QBrush(theme.current().color("text_muted"))
        for field in fields:
            field.item.setForeground(2, muted)
            field.item.setSizeHint(0, QSize(0, round(theme.px(33))))
            field.item.setFont(2, theme.number_font(0.92))
        for heading in headings:
            item = next(iter(heading.items))
            item.setForeground(0, muted)
            item.setSizeHint(0, QSize(0, round(theme.px(28))))

    # Refusals

    def refuse(self, field: Field, sentence: str) -> None:
        """Say below a field why its new value was refused."""
        self.accept(field)
        line, words = QTreeWidgetItem(), QLabel(sentence, wordWrap=True)
        theme.set_role(words, "error")
        field.item.addChild(line)
        line.setFirstColumnSpanned(True)
        width = self.viewport().width()
        line.setSizeHint(0, QSize(width, words.heightForWidth(width - 8) + 6))
        self.setItemWidget(line, 0, words)
        field.item.setExpanded(True)
        self.scrollToItem(line)
        self._refusals[field.name()] = line

    def accept(self, field: Field) -> None:
        """Take back what was said below a field."""
        line = self._refusals.pop(field.name(), None)
        if line is not None:
            field.item.removeChild(line)

    def refusal(self, name: str) -> str:
        """Return what is said below a field; "" when nothing is."""
        line = self._refusals.get(name)
        words: QWidget | None = None if line is None else self.itemWidget(line, 0)
        return words.text() if isinstance(words, QLabel) else ""
