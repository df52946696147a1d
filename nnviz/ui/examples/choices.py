"""What is chosen for the table of examples: columns, rows, and training on them alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from nnviz.core.network import Location
from nnviz.session import Changed, Neuron, Session
from nnviz.session.examples import MOST
from nnviz.ui import theme
from nnviz.ui.fields import ARROWS, ChoiceBox, OwnKeys, described, field_label, tab_only, whole_number
from nnviz.wording import tr

_COLUMNS = {
    "each": "one of each",
    "current": "the current one",
    "first": "the first",
    "class": "all of class",
    "random": "random",
}

_ROWS = {"disagree": "disagree most", "strongest": "strongest", "own": "chosen ones"}


def button(words: str, action: Callable[[], object], *tips: str) -> QToolButton:
    """Return a button of a few words that leaves the arrow keys to the score."""
    made = described(QToolButton(), words, *tips)
    made.setText(words)
    tab_only(made)
    made.clicked.connect(lambda: action())  # without "checked"
    return made


class ExampleChoices(QWidget):
    """Two lines of controls over the table.

    Parameters
    ----------
    session : Session
        Whose `examples` they change.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._columns()
        self._rows()
        self._training()
        self._place()
        session.changed.connect(self._follow)
        theme.on_change(self, self._measure)
        self._follow(Changed.NETWORK | Changed.EXAMPLES | Changed.SELECTION)

    # The controls

    def _columns(self) -> None:
        self.which = described(
            ChoiceBox(_COLUMNS),
            tr("Which examples"),
            tr("Each column of the table is one example, and what it alone would nudge."),
            tr("Training examples; up to {n:,}.", n=MOST),
        )
        OwnKeys(self.which, ARROWS)
        self.count = described(
            whole_number(1, MOST), tr("How many examples"), tr("The first so many, or so many at random.")
        )
        self.count.setValue(10)
        self.label = described(
            whole_number(0, 9), tr("Class"), tr("Listen to one class alone: what do all its examples want?")
        )
        self.which.activated.connect(lambda _: self._choose())
        for box in (self.count, self.label):
            box.valueChanged.connect(lambda _: self._choose())
            box.refused.connect(self._session.failed)
        self.add = button(
            tr("+ current"),
            self._session.examples.add_current,
            tr("Adds the example on the screen as the first column."),
        )

    def _rows(self) -> None:
        self.rows = described(
            ChoiceBox(_ROWS),
            tr("Which parameters"),
            tr("<b>disagree most</b>: where the examples' nudges take most from one another."),
            tr("<b>strongest</b>: where the average nudge is largest."),
            tr("<b>chosen ones</b>: select a weight or a bias anywhere and add it with “+ selected”."),
        )
        OwnKeys(self.rows, ARROWS)
        self.rows.activated.connect(lambda _: self._session.examples.set_rows(self.rows.value))
        self.pin = button(
            tr("+ selected"), self._add_selected, tr("Adds a row for the selected weight or bias.")
        )
        self.own = self._box(
            tr("own scales"),
            tr("Each row by its own scale: shows its pattern. With one scale rows can be compared."),
        )
        self.whole = self._box(
            tr("all at once"), tr("Makes the columns so narrow that all examples are seen without scrolling.")
        )

    def _box(self, words: str, tip: str) -> QCheckBox:
        box = described(QCheckBox(words), words, tip)
        tab_only(box)
        return box

    def _training(self) -> None:
        examples = self._session.examples
        self.train = button(
            tr("Train on these only"),
            examples.train_on_these,
            tr("Makes these examples the whole training set, and trains: the network hears nobody else."),
            tr("Trained on one class alone, it soon takes everything for that class."),
            tr("Undo (Ctrl+Z) brings network and data back."),
        )
        self.all = button(
            tr("All data again"),
            examples.train_on_all,
            tr("Makes all examples the training set again; the network stays as it has become."),
        )

    def _place(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 2, 12, 2)
        box.setSpacing(4)
        lines = (
            (self.which, self.count, self.label, self.add, None, self.all, self.train),
            (field_label(tr("rows"), self.rows), self.rows, self.pin, None, self.whole, self.own),
        )
        for widgets in lines:
            line = QHBoxLayout()
            line.setSpacing(6)
            for widget in widgets:
                if widget is None:
                    line.addStretch(1)
                else:
                    line.addWidget(widget)
            box.addLayout(line)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def _measure(self) -> None:
        for box in (self.count, self.label):
            box.setFixedWidth(round(theme.px(72)))

    # What the user does

    def _choose(self) -> None:
        examples = self._session.examples
        choose: dict[str, Callable[[], None]] = {
            "each": examples.choose_one_of_each,
            "current": examples.choose_current,
            "first": lambda: examples.choose_first(self.count.value()),
            "class": lambda: examples.choose_class(self.label.value()),
            "random": lambda: examples.choose_random(self.count.value()),
        }
        choose[self.which.value]()
        self._show_fields()

    def _add_selected(self) -> None:
        location = self._selected()
        if location is not None:
            self._session.examples.add_row(location)

    def _selected(self) -> Location | None:
        """Return the selected parameter; of a neuron its bias."""
        chosen = self._session.selection
        if isinstance(chosen, Neuron):
            return Location("b", *chosen) if chosen.layer else None
        return chosen

    # What the session says

    def _follow(self, what: Changed) -> None:
        if what & Changed.NETWORK:
            labels = self._session.dataset.classes
            self.which.allow("class", "" if labels else tr("These data have no classes."))
            self.label.setMaximum(len(labels) - 1 if labels else 0)
            self.all.setVisible(self._session.examples.cut_from is not None)
            self.train.setVisible(self._session.examples.cut_from is None)
        if what & (Changed.EXAMPLES | Changed.SELECTION | Changed.NETWORK):
            self.rows.choose(self._session.examples.rows)
            self._show_choice()
            self.pin.setEnabled(self._selected() is not None)
            self._show_fields()

    def _show_choice(self) -> None:
        """Show how the examples were chosen; perhaps not here."""
        choice = self._session.examples.choice
        self.which.choose(choice.way)
        box = {"first": self.count, "random": self.count, "class": self.label}.get(choice.way)
        if box is not None:
            with QSignalBlocker(box):
                box.setValue(choice.value)

    def _show_fields(self) -> None:
        self.count.setVisible(self.which.value in ("first", "random"))
        self.label.setVisible(self.which.value == "class")
