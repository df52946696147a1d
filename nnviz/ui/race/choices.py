"""What the race's plot draws, and over what: the switches at its head."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from nnviz.ui.fields import PRESS, OwnKeys
from nnviz.ui.race.curves import Axes
from nnviz.ui.segments import Segments
from nnviz.wording import split_name, tr
from nnviz.wording.standing import fit_teaches


class AxesChoice(QWidget):
    """Cost, or accuracy or R², of which set, over epochs, updates or seconds, linear or in powers of ten.

    Signals
    -------
    chosen(object)
        The Axes the user wants.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._axes = Axes()
        self.measure = Segments(tr("What is drawn"), _measures())
        self.split = Segments(tr("Of which examples"), _splits())
        self.over = Segments(tr("Over what"), _overs())
        self.log_y, self.log_x = (
            _log(name) for name in (tr("Logarithmic cost axis"), tr("Logarithmic x axis"))
        )
        self._lay_out()
        self.show_axes(self._axes)
        self.measure.chosen.connect(lambda name: self._want(measure=name))
        self.split.chosen.connect(
            lambda name: self._want(splits=("train", "test") if name == "both" else (name,))
        )
        self.over.chosen.connect(lambda name: self._want(x=name))
        self.log_y.toggled.connect(lambda on: self._want(log_y=on))
        self.log_x.toggled.connect(lambda on: self._want(log_x=on))

    def _lay_out(self) -> None:
        layout = self._grid = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for row, widgets in enumerate(((self.measure, self.log_y, self.split), (self.over, self.log_x))):
            for column, widget in enumerate(widgets):
                layout.addWidget(widget, row, column, Qt.AlignmentFlag.AlignLeft)
        layout.setColumnStretch(2, 1)

    def add(self, button: QWidget) -> None:
        """Place a button at the right end."""
        self._grid.addWidget(button, 1, 2, Qt.AlignmentFlag.AlignRight)

    def _want(self, **changes: Any) -> None:
        wanted = self._axes._replace(**changes)
        if wanted != self._axes:
            self.chosen.emit(wanted)

    def speak_of(self, classes: bool) -> None:
        """Offer the accuracy of classes, or R² of measured values."""
        self.measure.rename(_measures(classes))

    def show_axes(self, axes: Axes) -> None:
        """Let the buttons say what is drawn."""
        self._axes = axes
        self.measure.choose(axes.measure)
        self.split.choose("both" if len(axes.splits) == 2 else axes.splits[0])
        self.over.choose(axes.x)
        self.log_y.setEnabled(axes.measure == "cost")
        self.log_y.setChecked(axes.log_y)
        self.log_x.setChecked(axes.log_x)


def _log(name: str) -> QCheckBox:
    box = QCheckBox(tr("log"))
    box.setAccessibleName(name)
    box.setToolTip(f"<b>{name}</b><br>" + tr("Each step is ten times as much."))
    OwnKeys(box, PRESS)
    return box


def _measures(classes: bool = True) -> dict[str, tuple[str, str]]:
    right = (tr("accuracy"), tr("The share of examples whose class is guessed right."))
    return {
        "cost": (tr("cost"), tr("The average cost over all examples of a set.")),
        "goodness": right if classes else ("R²", fit_teaches()),
    }


def _splits() -> dict[str, tuple[str, str]]:
    return {
        "train": (split_name("train"), tr("The examples that are trained on, as each lane has them.")),
        "test": (split_name("test"), tr("The examples nobody trains on; the same for all lanes.")),
        "both": (tr("both"), tr("Both: training drawn through, test dashed.")),
    }


def _overs() -> dict[str, tuple[str, str]]:
    seconds = tr("The time each lane has spent on its own training, without measuring and waiting.")
    updates = tr("Steps downhill: a small mini-batch makes many of them in one epoch.")
    return {
        "epochs": (tr("epochs"), tr("How often every training example was used.")),
        "updates": (tr("updates"), updates),
        "seconds": (tr("seconds"), seconds),
    }
