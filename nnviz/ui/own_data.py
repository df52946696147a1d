"""A user's own data before they are taken: what was understood, and what can be chosen."""

import os

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from nnviz.data import Understanding
from nnviz.data.facts import Facts
from nnviz.data.reference import join, split
from nnviz.data.sample import sample_of
from nnviz.document import Document
from nnviz.session import Session
from nnviz.session.suited import reaches, refitted
from nnviz.ui import theme
from nnviz.ui.fields import ChoiceBox, described, field_label
from nnviz.ui.first_rows import FirstRows
from nnviz.ui.network_offer import ANEW, NetworkOffer
from nnviz.ui.sample_view import SampleView
from nnviz.wording import tr
from nnviz.wording.data import data_apart, data_summary, note_text

WIDTH = 620.0
"""At type scale 1."""

IMAGES = (2, 12, 44.0)
"""Rows, columns, and the side of one, at type scale 1."""

HEADERS = {"yes": "the names of the columns", "no": "an example"}
TASKS = {"classes": "as classes, one output for each", "values": "as values to be met"}
SIDES = {"": "as the first image", "16": "16×16", "28": "28×28", "32": "32×32", "64": "64×64"}


class OwnDataDialog(QDialog):
    """Shows what was understood of a file or folder; accepted, it goes on with it.

    Parameters
    ----------
    found : Understanding
        What was understood so far.
    document : Document
        Reads once more when something else is chosen, and takes the data.
    session : Session
        Reports what fails; its network is what a fitting one is made of.
    parent : QWidget, optional
        The window it belongs to.
    anew : bool
        Whether a new network that suits the data is wanted, until something else is chosen.
    """

    def __init__(
        self,
        found: Understanding,
        document: Document,
        session: Session,
        parent: QWidget | None = None,
        anew: bool = False,
    ) -> None:
        super().__init__(parent)
        self._found = found
        self._document, self._session = document, session
        self._options: dict[str, str] = {}
        self.setWindowTitle(tr("Own data"))
        self.setModal(True)
        self._make_texts()
        self.offer = NetworkOffer()
        if anew:
            self.offer.kind.choose(ANEW)
        self._make_fields()
        self._make_buttons()
        self._lay_out()
        document.changed.connect(self._follow_loading)
        session.failed.connect(self._complain)
        self.show_found(found)
        theme.on_change(self, self._measure)

    @property
    def found(self) -> Understanding:
        """What was understood, as it is shown."""
        return self._found

    # Building

    def _make_texts(self) -> None:
        labels = [QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText) for _ in range(4)]
        self.name, self.summary, self.notes, self.error = labels
        roles = ("title", "", "muted", "error")
        for label, role in zip(labels, roles, strict=True):
            if role:
                theme.set_role(label, role)
        self.error.hide()

    def _make_fields(self) -> None:
        self.header = described(
            ChoiceBox(HEADERS),
            tr("First row"),
            tr("Whether the first row names the columns, or is an example as all others are."),
        )
        self.label = described(
            ChoiceBox({}), tr("What is learned"), tr("The column that the network shall learn to tell.")
        )
        self.task = described(
            ChoiceBox(TASKS),
            tr("How it is learned"),
            tr("Classes are told apart, with one output for each; a value is met as nearly as possible."),
        )
        self.side = described(
            ChoiceBox(SIDES),
            tr("Size of the images"),
            tr("All images are scaled to one size; each pixel is an input, or three in color."),
        )
        for field, option in self._choices():
            field.activated.connect(lambda _, field=field, option=option: self._choose(field, option))

    def _choices(self) -> tuple[tuple[ChoiceBox, str], ...]:
        return (self.header, "header"), (self.label, "label"), (self.task, "task"), (self.side, "side")

    def _make_buttons(self) -> None:
        boxes = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(boxes.Ok | boxes.Cancel)
        self.take = self.buttons.button(boxes.Ok)
        self.take.setText(tr("Use these data"))
        self.take.setToolTip(tr("Goes on with these data; undo brings the present ones back. (Enter)"))
        theme.set_role(self.take, "primary")
        self.buttons.button(boxes.Cancel).setText(tr("Cancel"))
        self.buttons.button(boxes.Cancel).setToolTip(tr("Leaves everything as it is. (Esc)"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        texts = (tr("first row"), tr("to be learned"), tr("learned"), tr("size"))
        self._captions = {}
        for row, ((field, _), text) in enumerate(zip(self._choices(), texts, strict=True)):
            self._captions[field] = field_label(text, field)
            self._grid.addWidget(self._captions[field], row, 0)
            self._grid.addWidget(field, row, 1)
        self.rows = FirstRows()
        self.images = SampleView(*IMAGES)
        layout = QVBoxLayout(self)
        layout.addWidget(self.name)
        layout.addWidget(self.summary)
        layout.addLayout(self._grid)
        for widget in (self.rows, self.images, self.notes, self.offer, self.error, self.buttons):
            layout.addWidget(widget)

    def _measure(self) -> None:
        self.setMinimumWidth(round(theme.px(WIDTH)))
        self.rows.fit(theme.px(WIDTH))

    # Showing

    def show_found(self, found: Understanding) -> None:
        """Show what was understood."""
        self._found = found
        self._place, self._options = split(found.dataset.reference)
        self.error.hide()
        self.name.setText(found.dataset.title)
        facts = Facts.of(found.dataset)
        self.summary.setText(data_summary(facts))
        self.summary.setToolTip(data_apart(found.dataset))
        self.notes.setText("\n".join(map(note_text, found.notes)))
        self.notes.setVisible(bool(found.notes))
        if not reaches(refitted(self._session.spec, facts), found.dataset):
            self.offer.kind.choose(ANEW)
        self.offer.offer(facts, self._session.spec)
        self._show_choices()
        self.rows.show_found(found)
        self.images.setVisible(not found.rows)
        self.images.show_sample(sample_of(found.dataset))
        self._measure()
        self._follow_loading()

    def _show_choices(self) -> None:
        found = self._found
        if [self.label.itemData(i) for i in range(self.label.count())] != [*found.columns]:
            self.label.clear()
            for name in found.columns:
                self.label.addItem(name, name)
        self.header.choose("yes" if found.header else "no")
        self.label.choose(found.label)
        self.task.choose(found.task)
        self.side.choose(self._options.get("side", ""))
        there = {
            self.header: found.header is not None,
            self.label: bool(found.columns),
            self.task: bool(found.label),
            self.side: os.path.isdir(self._place),
        }
        for field, is_there in there.items():
            field.setVisible(is_there)
            self._captions[field].setVisible(is_there)

    # Choosing

    def _choose(self, field: ChoiceBox, option: str) -> None:
        """Read once more, as it was chosen."""
        options = self._options | {option: field.value}
        if option == "header":
            options.pop("label", None)  # the columns have other names then
        if option == "label":
            options.pop("task", None)
        if not options[option]:
            del options[option]
        if options != self._options:
            self._document.look_into(join(self._place, options), self.show_found)

    def _follow_loading(self) -> None:
        """Nothing can be taken while it is read."""
        reading = self._document.loading is not None
        self.take.setEnabled(not reading)
        self.take.setText(tr("Reading …") if reading else tr("Use these data"))

    def _complain(self, sentence: str) -> None:
        """Say what is wrong with a choice, and go back to the one before."""
        self._show_choices()
        self.error.setText(sentence)
        self.error.show()

    def accept(self) -> None:
        """Go on with these data."""
        if self._document.loading is not None:
            return
        super().accept()
        self._document.use_data(self._found.dataset, self.offer.anew)

    def reject(self) -> None:
        """Leave everything as it is."""
        self._document.cancel_loading()
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """As Cancel."""
        self._document.cancel_loading()
        super().closeEvent(event)
