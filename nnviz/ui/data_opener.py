"""Opening data: the chooser, the dialogs that ask for a place, and the user's own data looked into."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from nnviz.data import Understanding, is_own, is_there
from nnviz.data.cifar import ENDINGS as ARCHIVES
from nnviz.data.mnist import is_one_of_four
from nnviz.data.places import DRAWINGS, MNIST
from nnviz.document import Document
from nnviz.session import Session
from nnviz.ui.data_chooser.entries import Action
from nnviz.ui.preferences import Preferences
from nnviz.wording import tr

OWN = "*.csv *.tsv *.npz"
PACKED = " ".join(f"*{ending}" for ending in ARCHIVES)
FILES = f"{OWN} {PACKED}"
"""What dialogs show of data."""

NAMED = (MNIST, DRAWINGS)
"""Data with a name that need not be there."""


class DataOpener:
    """Opens data, from wherever they are wanted.

    Parameters
    ----------
    session : Session
        Reports what fails.
    document : Document
        Loads the data and goes on with them.
    preferences : Preferences
        Remembers what was used last.
    folder : callable
        Returns the folder in which dialogs begin.
    window : QWidget
        Over which dialogs stand.
    """

    def __init__(
        self,
        session: Session,
        document: Document,
        preferences: Preferences,
        folder: Callable[[], str],
        window: QWidget,
    ) -> None:
        self._session, self._document, self._preferences = session, document, preferences
        self._folder, self._window = folder, window
        self._over: QWidget = window

    def choose(self, key: str = "") -> None:
        """Open the chooser, at one of its entries or at the data that are open."""
        from nnviz.ui.data_chooser.dialog import DataChooser

        chooser = DataChooser(
            self._session, self._document, self, self._preferences.recent, parent=self._window
        )
        if key:
            chooser.choose(key)
        chooser.finished.connect(self._chosen)
        chooser.finished.connect(chooser.deleteLater)
        self._over = chooser
        chooser.open()

    def _chosen(self) -> None:
        self._over = self._window

    def open_data(self, reference: str) -> None:
        """Open data; a network that fits them comes along, and undo brings the old one back.

        What has a name but is not on this computer is shown in the chooser, which says how to get it.
        """
        if reference in NAMED and not is_there(reference):
            self.choose(reference)
        else:
            self._document.open_data(reference)

    # Places

    def ask(self, action: Action) -> str:
        """Ask for a file or folder; "" when the user gives up."""
        if action == "folder":
            title = tr("Folder of images or IDX files")
            return QFileDialog.getExistingDirectory(self._over, title, self._folder())
        if action == "archive":
            title, kinds = tr("CIFAR-10's binary version, cifar-10-binary.tar.gz"), PACKED
        else:
            title, kinds = tr("Tables and arrays"), OWN
        return QFileDialog.getOpenFileName(self._over, title, self._folder(), f"{title} ({kinds})")[0]

    def open_place(self, place: str, anew: bool = False) -> bool:
        """Open data in a file or folder; of the user's own it is shown first what was understood.

        Parameters
        ----------
        place : str
            The file or folder; one of MNIST's four files stands for its folder.
        anew : bool
            With a new network that suits them.

        Returns
        -------
        bool
            False when it is nothing of that kind.
        """
        if is_one_of_four(place):
            place = str(Path(place).parent)
        if is_own(place):
            self._document.look_into(place, lambda found: self.show_found(found, anew))
        elif is_there(place):
            self._document.open_data(place, anew=anew)
        else:
            return False
        return True

    def show_found(self, found: Understanding, anew: bool = False) -> None:
        """Show what was understood of the user's own data, and let it be taken or not."""
        from nnviz.ui.own_data import OwnDataDialog

        dialog = OwnDataDialog(found, self._document, self._session, self._over, anew)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def draw(self) -> None:
        """Show the pad on which digits are drawn and kept."""
        self._session.set_view(replace(self._session.view, picture="draw"))
