"""The one place in which data are chosen."""

from __future__ import annotations

from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from nnviz.data.places import shown
from nnviz.data.reference import split
from nnviz.data.sample import quick_sample
from nnviz.document import Document
from nnviz.errors import NnvizError
from nnviz.session import Session
from nnviz.ui import theme
from nnviz.ui.data_chooser.buttons import TakeButtons
from nnviz.ui.data_chooser.details import Details
from nnviz.ui.data_chooser.entries import Action, Entry, groups
from nnviz.ui.data_chooser.opener import Opener
from nnviz.ui.data_chooser.samples import Samples
from nnviz.ui.data_chooser.tiles import TileGroups
from nnviz.ui.dropping import local_file
from nnviz.ui.loading_bar import LoadingBar
from nnviz.ui.scrolled import ScrolledColumn
from nnviz.wording import tr

HEIGHT = 640.0
"""At type scale 1; where all tiles need less, the dialog is lower."""

SPARE = 64.0
"""Width and height of the window, or screen, that stay free."""


class DataChooser(QDialog):
    """Pictures of all data at the left, what is chosen at the right.

    Parameters
    ----------
    session : Session
        Says what is open and reports what fails.
    document : Document
        Loads what is chosen; the dialog closes once the session goes on with it.
    opener : Opener
        Asks for places.
    recent : tuple of str
        References used last, the newest first.
    parent : QWidget, optional
        The window it belongs to.
    """

    def __init__(
        self,
        session: Session,
        document: Document,
        opener: Opener,
        recent: tuple[str, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._document, self._opener = session, document, opener
        self._refused = False
        self.setWindowTitle(tr("Data"))
        self.setModal(True)
        self.setAcceptDrops(True)
        self.samples = Samples(self)
        self.samples.came.connect(self._picture)
        found = groups(recent)
        keys = {entry.reference: entry.key for group in found for entry in group.entries if entry.reference}
        reference = session.dataset.reference
        self._present = keys.get(reference) or keys.get(split(reference)[0], "")
        self.tiles = TileGroups(found, self._present)
        self.details = Details(session)
        self.loading = LoadingBar(document)
        self.error = QLabel(wordWrap=True)
        theme.set_role(self.error, "error")
        self.error.hide()
        self.buttons = TakeButtons()
        self.take = self.buttons.take
        self._lay_out()
        self._connect()
        for tile in self.tiles.tiles:
            tile.show_sample(self.samples.get(tile.entry.reference))
        self.choose(self._present)
        theme.on_change(self, self._measure)

    def _lay_out(self) -> None:
        self._area = ScrolledColumn()
        self._area.setWidget(self.tiles)
        hint = QLabel(tr("A file or a folder can also be dropped here, or anywhere on the window."))
        theme.set_role(hint, "muted")
        below = QVBoxLayout()
        below.addWidget(self.loading)
        below.addWidget(self.error)
        grid = QGridLayout(self)
        grid.addWidget(self._area, 0, 0)
        grid.addWidget(self.details, 0, 1)
        grid.addLayout(below, 1, 0, 1, 2)
        grid.addWidget(hint, 2, 0)
        grid.addWidget(self.buttons, 2, 1)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(0, 1)

    def _connect(self) -> None:
        self.tiles.chosen.connect(self._show)
        self.tiles.taken.connect(lambda _: self.accept())
        self.details.folder_wanted.connect(lambda: self._ask_for("folder"))
        self.details.refused.connect(self._refuse)
        self.details.redrawn.connect(self._redraw)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._document.changed.connect(self._follow_loading)
        self._document.opened.connect(self._leave)
        self._session.failed.connect(self._complain)

    def _measure(self) -> None:
        """Be as large as all tiles need, within the window."""
        parent = self.parentWidget()
        room = parent.window().size() if parent else self.screen().availableSize()
        margins, spare = round(theme.px(48)), round(theme.px(SPARE))
        bar = self._area.verticalScrollBar().sizeHint().width()
        wanted = self.tiles.sizeHint().width() + self.details.width() + margins + bar
        self.resize(min(wanted, room.width() - 8), min(round(theme.px(HEIGHT)), room.height() - spare))

    # What is chosen

    @property
    def entry(self) -> Entry:
        """What is chosen."""
        return next((tile.entry for tile in self.tiles.tiles if tile.isChecked()), self.tiles.tiles[0].entry)

    def choose(self, key: str) -> None:
        """Choose by key; the first where there is none of that name."""
        tile = self.tiles.tile(key)
        tile.setChecked(True)
        tile.setFocus()
        self._area.ensureWidgetVisible(tile)

    def showEvent(self, event: QShowEvent) -> None:
        """Have in sight what is chosen."""
        super().showEvent(event)
        self._area.ensureWidgetVisible(self.tiles.tile(self.entry.key))

    def _show(self, entry: Entry) -> None:
        """Show what is chosen; of points that are open, as they are drawn now."""
        self._refused = False
        self.error.hide()
        present = entry.key == self._present and entry.action == "open"
        reference = self._session.dataset.reference if present else entry.reference
        self.details.show_entry(entry, reference, self.samples.get(reference))
        self._area.ensureWidgetVisible(self.tiles.tile(entry.key))
        self._name_button()

    def _picture(self, reference: str) -> None:
        """Show a sample that has come."""
        sample = self.samples.get(reference)
        for tile in self.tiles.tiles:
            if tile.entry.reference == reference:
                tile.show_sample(sample)
        if self.entry.reference == reference:
            self.details.show_sample(sample)

    def _refuse(self, sentence: str) -> None:
        """Say why points cannot be drawn so; what was pressed just then does not take the old ones."""
        self._refused = True
        self._complain(sentence)

    def _redraw(self) -> None:
        """Draw the points that are described now."""
        self._refused = False
        self.error.hide()
        self.details.show_sample(quick_sample(self.details.reference()))

    def _name_button(self) -> None:
        self.buttons.name_after(self.entry.action, self._document.loading is not None)

    # What comes of it

    def accept(self) -> None:
        """Do what the entry stands for; the dialog stays until the data are there."""
        if self._document.loading is not None or self._refused:
            self._refused = False
            return
        self.error.hide()
        try:
            self._take(self.entry.action)
        except NnvizError as error:
            self._complain(str(error))

    def _take(self, action: Action) -> None:
        if action == "draw":
            self._leave()
            self._opener.draw()
        elif action in ("open", "fetch"):
            reference, anew = self.details.reference(), self.details.offer.anew
            if reference == self._session.dataset.reference and not anew:
                self._leave()  # they are open: nothing changes
            else:
                self._document.open_data(reference, fetch=action == "fetch", anew=anew)
        else:
            self._ask_for(action)

    def _ask_for(self, action: Action) -> None:
        place = self._opener.ask(action)
        if place:
            self._open(place)

    def _open(self, place: str) -> None:
        if not self._opener.open_place(place, self.details.offer.anew):
            self._complain(tr("{name} holds no data: no table, no arrays, no images.", name=shown(place)))

    def _follow_loading(self) -> None:
        if self._document.loading is not None:
            self.error.hide()
        self._name_button()

    def _leave(self) -> None:
        """Close; the data are there."""
        super().accept()

    def reject(self) -> None:
        """Stop what is being loaded; else leave everything as it is."""
        if self._document.loading is not None:
            self._document.cancel_loading()
        else:
            super().reject()

    def _complain(self, sentence: str) -> None:
        """Say what failed."""
        self.error.setText(sentence[:1].upper() + sentence[1:])
        self.error.show()

    def done(self, result: int) -> None:
        """Get no more pictures."""
        self.samples.close()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        """As Cancel, and what is being loaded is no longer wanted."""
        self._document.cancel_loading()
        self.samples.close()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders."""
        if local_file(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        event.acceptProposedAction()
        try:
            self._open(local_file(event))
        except NnvizError as error:
            self._complain(str(error))
