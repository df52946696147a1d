"""A lane made by hand: the present network as it is, with one thing changed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QStackedWidget, QWidget

from nnviz.errors import NnvizError
from nnviz.session import Session
from nnviz.training.lanes import KNOWN, Variation, Variations
from nnviz.ui.fields import ARROWS, PRESS, ChoiceBox, OwnKeys, described
from nnviz.wording import parse_number, tr
from nnviz.wording.race import VARIED, value_name

USUAL = {
    "rate": "0.3",
    "batch": "32",
    "momentum": "0.5",
    "l1": "0.0001",
    "l2": "0.001",
    "dropout": "0.2",
    "seed": "7",
}
"""What stands in the field when it is first shown."""

WHOLE = ("batch", "seed")


class LaneEditor(QWidget):
    """Two fields and a button.

    Signals
    -------
    made(object)
        What makes the new lane different.

    Parameters
    ----------
    session : Session
        Names the classes; hears of what is no number.
    """

    made = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        what = tr("What is changed")
        self.what = described(ChoiceBox(VARIED), what, tr("Everything else stays as the network has it now."))
        self.choice = described(QComboBox(), tr("To what"), tr("What it becomes in this lane."))
        self.field = described(QLineEdit(), tr("To which value"), tr("What it becomes in this lane."))
        self.none = QWidget()
        self.add = QPushButton(tr("Add"))
        self.add.setToolTip(tr("<b>Add the lane</b><br>Up to ten can race."))
        for box in (self.what, self.choice):
            OwnKeys(box, ARROWS)
        OwnKeys(self.add, PRESS)
        self.values = QStackedWidget()
        for page in (self.none, self.choice, self.field):
            self.values.addWidget(page)
        self._lay_out()
        self.what.currentIndexChanged.connect(self._offer)
        self.add.clicked.connect(self._make)
        self.field.returnPressed.connect(self._make)
        self.what.choose("rate")

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.what, 3)
        layout.addWidget(self.values, 3)
        layout.addWidget(self.add)
        for box in (self.what, self.choice):
            box.setMinimumContentsLength(6)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def _offer(self) -> None:
        """Offer the values there are, or a field."""
        what, classes = self.what.value, self._session.dataset.classes
        values: tuple[str | int, ...] = KNOWN.get(what, ())
        if what == "class":
            values = tuple(range(len(classes or ())))
        if what == "nothing":
            self.values.setCurrentWidget(self.none)
        elif what in KNOWN or what == "class":
            self.choice.clear()
            for value in values:
                self.choice.addItem(value_name(what, value, classes), value)
            self.values.setCurrentWidget(self.choice)
        else:
            self.field.setText(USUAL[what])
            self.values.setCurrentWidget(self.field)
            note = (
                tr("0 is the whole training set.") if what == "batch" else tr("What it becomes in this lane.")
            )
            described(self.field, tr("To which value"), note)

    def _make(self) -> None:
        try:
            variations = self._variations()
        except NnvizError as error:
            self._session.failed.emit(str(error))
            return
        self.made.emit(variations)

    def _variations(self) -> Variations:
        what = self.what.value
        if what == "nothing":
            return ()
        if self.values.currentWidget() is self.choice:
            return (Variation(what, self.choice.currentData()),)
        value = parse_number(self.field.text())
        return (Variation(what, int(value) if what in WHOLE and value == int(value) else value),)

    def name_again(self) -> None:
        """Write the symbols of another notation, or the classes of other data."""
        for row, words in enumerate(VARIED.values()):
            self.what.setItemText(row, tr(words))
        if self.what.value == "class":
            self._offer()
