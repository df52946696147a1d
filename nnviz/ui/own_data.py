"""A user's own data before they are taken: what was understood, and what can be chosen."""

import os

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from nnviz.data import Understanding
from nnviz.data.reference import join, split
from nnviz.document import Document
from nnviz.session import Session
from nnviz.ui import theme
from nnviz.ui.contact_strip import ContactStrip
from nnviz.ui.fields import ChoiceBox, described, field_label
from nnviz.wording import tr
from nnviz.wording.own_data import data_apart, data_summary, network_to_come

WIDTH = 620.0
"""At type scale 1."""

SHOWN_COLUMNS = 30
ROW_HEIGHT, HEADER_ROWS = 24.0, 1.2
MOST_CHARACTERS = 60

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
    """

    def __init__(
        self, found: Understanding, document: Document, session: Session, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._found = found
        self._document, self._session = document, session
        self._options: dict[str, str] = {}
        self.setWindowTitle(tr("Own data"))
        self.setModal(True)
        self._make_texts()
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
        labels = [QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText) for _ in range(5)]
        self.name, self.summary, self.notes, self.network, self.error = labels
        roles = ("title", "", "muted", "", "error")
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
        self.rows = QTableWidget()
        self.rows.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.rows.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.verticalHeader().hide()
        self.rows.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setAccessibleName(tr("The first rows"))
        self.images = ContactStrip()
        layout = QVBoxLayout(self)
        layout.addWidget(self.name)
        layout.addWidget(self.summary)
        layout.addLayout(self._grid)
        for widget in (self.rows, self.images, self.notes, self.network, self.error, self.buttons):
            layout.addWidget(widget)

    def _measure(self) -> None:
        self.setMinimumWidth(round(theme.px(WIDTH)))
        height = theme.px(ROW_HEIGHT)
        self.rows.verticalHeader().setDefaultSectionSize(round(height))
        self.rows.horizontalHeader().setFixedHeight(round(height * HEADER_ROWS))
        wide = self.rows.horizontalHeader().length() > theme.px(WIDTH) - height
        rows = self.rows.rowCount() + HEADER_ROWS + (1 if wide else 0)  # room for the scroll bar
        self.rows.setFixedHeight(round(height * rows) + 4)

    # Showing

    def show_found(self, found: Understanding) -> None:
        """Show what was understood."""
        self._found = found
        self._place, self._options = split(found.dataset.reference)
        self.error.hide()
        self.name.setText(found.dataset.title)
        self.summary.setText(data_summary(found.dataset))
        self.summary.setToolTip(data_apart(found.dataset))
        self.notes.setText("\n".join(found.notes))
        self.notes.setVisible(bool(found.notes))
        self.network.setText(network_to_come(found.dataset, self._session.spec))
        self._show_choices()
        self._show_rows()
        shape = found.dataset.image_shape
        self.images.setVisible(shape is not None)
        self.images.show_examples(found.dataset)
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

    def _show_rows(self) -> None:
        found, table = self._found, self.rows
        table.setVisible(bool(found.rows))
        columns = self._shown_columns()
        table.setColumnCount(len(columns))
        table.setRowCount(len(found.rows))
        table.setHorizontalHeaderLabels([found.columns[k] for k in columns])
        for row, cells in enumerate(found.rows):
            for place, k in enumerate(columns):
                item = QTableWidgetItem(cells[k][:MOST_CHARACTERS] if k < len(cells) else "")
                item.setFont(theme.number_font(bold=found.columns[k] == found.label))
                table.setItem(row, place, item)
        table.resizeColumnsToContents()

    def _shown_columns(self) -> list[int]:
        """Return the label's column and the first others."""
        names = self._found.columns
        label = names.index(self._found.label) if self._found.label in names else -1
        columns = [k for k in range(min(len(names), SHOWN_COLUMNS)) if k != label]
        return [label, *columns] if label >= 0 else columns

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
        self._document.use_data(self._found.dataset)

    def reject(self) -> None:
        """Leave everything as it is."""
        self._document.cancel_loading()
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """As Cancel."""
        self._document.cancel_loading()
        super().closeEvent(event)
