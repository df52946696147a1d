"""The File menu: data, states and networks, with the questions they raise."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QWidget

from nnviz.data import is_there
from nnviz.data.reference import split
from nnviz.document import NETWORK, STATE, Document
from nnviz.resources import resource
from nnviz.session import Session
from nnviz.ui.attempt import attempt
from nnviz.ui.data_opener import FILES, DataOpener
from nnviz.ui.plots.export import save_numbers, save_picture
from nnviz.ui.preferences import Preferences
from nnviz.ui.saving import ask_where
from nnviz.wording import tr
from nnviz.wording.data import TITLES, data_title

EXAMPLE = "networks/mnist-16-16.safetensors"

RECENT_CHARACTERS = 60
"""A longer path is shown without its middle."""


class FileMenu(QMenu):
    """Opens and saves; asks before unsaved work is given up.

    Parameters
    ----------
    session : Session
        Reports what fails.
    document : Document
        What is opened and saved.
    preferences : Preferences
        Remembers the recent files.
    parent : QWidget
        The window, over which dialogs stand.
    """

    def __init__(
        self, session: Session, document: Document, preferences: Preferences, parent: QWidget
    ) -> None:
        super().__init__(tr("File"), parent)
        self._session = session
        self._document = document
        self._preferences = preferences
        self._window = parent
        self._add("Open…", "Ctrl+O", self.open)
        self.recent = self.addMenu(tr("Open recent"))
        self.recent.aboutToShow.connect(self._list_recent)
        self.data = DataOpener(session, document, preferences, self._folder, parent)
        self._add("Data…", "Ctrl+D", self.data.choose)
        self._add_to(self, tr("Example: a network trained on MNIST"), self.open_example)
        self.addSeparator()
        self._add("Save", "Ctrl+S", self.save)
        self._add("Save as…", "Ctrl+Shift+S", self.save_as)
        self._add("Save the network alone…", "", self.save_network)
        self._add("Export a picture…", "Ctrl+E", self.export)
        self._add("Save the curves as a picture…", "", self.save_curves)
        self._add("Save the numbers of the training…", "", self.save_numbers)
        self.worksheet = self._add_to(self, tr("Worksheet…"), self.save_worksheet)
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self._offer_worksheet)
        document.opened.connect(self._remember)

    def _add(self, text: str, keys: str, slot: Callable[[], object]) -> None:
        action = self._add_to(self, tr(text), slot)
        action.setShortcut(QKeySequence(keys))
        self._window.addAction(action)

    def _add_to(self, menu: QMenu, text: str, slot: Callable[[], object]) -> QAction:
        action = QAction(text, menu)
        action.triggered.connect(lambda: self.carefully(slot))
        menu.addAction(action)
        return action

    def carefully(self, slot: Callable[[], object]) -> bool:
        """Call it; say what fails, and tell whether nothing did."""
        return attempt(self._session, slot)

    # Opening

    def open(self) -> None:
        """Ask for a file and open it."""
        kinds = tr("nnviz files and data") + f" (*{STATE} *{NETWORK} {FILES})"
        name, _ = QFileDialog.getOpenFileName(self._window, tr("Open"), self._folder(), kinds)
        if name:
            self.open_file(name)

    def open_file(self, name: str) -> None:
        """Open a file or folder by its name, as one that was dropped or is on the recent list."""
        if self.data.open_place(name):
            return
        # A state brings a history of its own; a network is one more step of the present one.
        if not name.lower().endswith(STATE) or self.may_go_on():
            self._document.open(name)

    def open_data(self, reference: str) -> None:
        """Open data; a network that fits them comes along, and undo brings the old one back."""
        self.data.open_data(reference)

    def open_example(self) -> None:
        """Open the network that is shipped, trained on MNIST."""
        self._document.open(resource(EXAMPLE))

    def _folder(self) -> str:
        """Return where a dialog begins: beside what is open, or what was opened last."""
        here = [str(self._document.path)] if self._document.path else []
        files = filter(os.path.isabs, [*here, *self._preferences.recent])
        return str(Path(next(files, "")).parent)

    def _list_recent(self) -> None:
        self.recent.clear()
        for name in self._preferences.recent:
            self._add_to(self.recent, self._title(name), partial(self._reopen, name))
        if self.recent.isEmpty():
            self.recent.addAction(tr("Nothing yet")).setEnabled(False)

    def _title(self, name: str) -> str:
        """Return what the list of recent files calls one; a long path loses its middle, & no letter."""
        title = data_title(name) if split(name)[0] in TITLES else name
        room = RECENT_CHARACTERS * self.fontMetrics().averageCharWidth()
        text = self.fontMetrics().elidedText(title, Qt.TextElideMode.ElideMiddle, room)
        return text.replace("&", "&&")

    def _reopen(self, name: str) -> None:
        if name in TITLES or is_there(name):
            self.open_data(name)  # as it was taken then: nothing is asked again
        elif Path(name).exists():
            self.open_file(name)
        else:
            self._preferences.forget(name)
            self._session.failed.emit(tr("{name} is no longer there.", name=name))

    def _remember(self, name: str) -> None:
        if name != str(resource(EXAMPLE)):  # it has an entry of its own
            self._preferences.remember(name)

    # Saving

    def save(self) -> bool:
        """Save where the document is kept; ask where, the first time. Return whether it was saved."""
        if self._document.path is None:
            return self.save_as()
        self._document.save(self._document.path)
        return True

    def save_as(self) -> bool:
        """Ask where to save the state, and save it there. Return whether it was saved."""
        path = self._ask_where(tr("Save the state"), STATE)
        if path is not None:
            self._document.save(path)
        return path is not None

    def save_network(self) -> None:
        """Ask where to save the network, and save it there."""
        path = self._ask_where(tr("Save the network"), NETWORK)
        if path is not None:
            self._document.save_network(path)

    def export(self) -> None:
        """Open the dialog that saves a picture of anything, or a film."""
        from nnviz.ui.export.dialog import ExportDialog

        ExportDialog(self._session, self._folder(), self._window).exec()

    def save_curves(self) -> None:
        """Ask where to save a picture of the curves, and save it there."""
        from nnviz.ui.plots.panel import AccuracyPlot, CostPlot

        path = self._ask_where(tr("Save the curves"), ".png")
        if path is not None:
            save_picture(path, [kind(self._session).twin() for kind in (CostPlot, AccuracyPlot)])

    def save_numbers(self) -> None:
        """Ask where to save all that was measured, as a table, and save it there."""
        path = self._ask_where(tr("Save the numbers"), ".csv")
        if path is not None:
            save_numbers(path, self._session)

    def _offer_worksheet(self) -> None:
        """Let it be chosen where the network is small enough, or say why not."""
        from nnviz.ui.worksheet.opened import why_no_worksheet

        why_not = why_no_worksheet(self._session)
        self.worksheet.setEnabled(not why_not)
        tip = tr("One update of this network by hand, on paper, with a key.")
        self.worksheet.setToolTip(why_not or tip)

    def save_worksheet(self) -> None:
        """Ask where to save one update of the open network by hand, and save it there."""
        from nnviz.files.atomic import write_atomic
        from nnviz.ui.worksheet.opened import opened_worksheet, worksheet_file

        sheet = opened_worksheet(self._session)
        path = ask_where(self._window, tr("Save the worksheet"), self._folder(), ".pdf", ".html")
        if path is None:
            return
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)  # some seconds of typesetting
        try:
            write_atomic(path, worksheet_file(sheet, path))
        finally:
            QGuiApplication.restoreOverrideCursor()

    def _ask_where(self, title: str, suffix: str) -> Path | None:
        return ask_where(self._window, title, self._folder(), suffix)

    # Questions

    def may_go_on(self) -> bool:
        """Ask about unsaved work; False when the user would rather stay."""
        if not self._document.modified:
            return True
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle("nnviz")
        box.setText(tr("There are changes that have not been saved."))
        box.setInformativeText(tr("Save the network, its training and what is on the screen?"))
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Save)
        answer = box.exec()
        if answer == buttons.Save:
            saved: list[bool] = []
            return self.carefully(lambda: saved.append(self.save())) and saved == [True]
        return answer == buttons.Discard
