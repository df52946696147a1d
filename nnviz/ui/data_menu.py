"""The Data menu within File: what comes with the program, what can be fetched, and the user's own."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QWidget

from nnviz.data import SOURCES, Understanding, curves, is_own, is_there, plane
from nnviz.data.cifar import ENDINGS as ARCHIVES
from nnviz.data.curves import SHAPES as CURVES
from nnviz.data.mnist import is_one_of_four
from nnviz.data.places import MNIST
from nnviz.data.plane import SHAPES as POINTS
from nnviz.document import Document
from nnviz.session import Session
from nnviz.wording import tr

TITLES = {name: source.title for name, source in SOURCES.items()} | {
    MNIST: "MNIST, 70,000 handwritten digits"
}
"""What the data that have a name are called."""

OWN = "*.csv *.tsv *.npz"
PACKED = " ".join(f"*{ending}" for ending in ARCHIVES)
FILES = f"{OWN} {PACKED}"
"""What dialogs show of data."""


class DataMenu(QMenu):
    """Opens data; asks before anything is downloaded, and shows what was understood of the user's own.

    Parameters
    ----------
    session : Session
        Reports what fails.
    document : Document
        Loads the data and goes on with them.
    carefully : callable
        Calls what an entry does, and says what fails.
    folder : callable
        Returns the folder in which dialogs begin.
    window : QWidget
        Over which dialogs stand.
    """

    def __init__(
        self,
        session: Session,
        document: Document,
        carefully: Callable[[Callable[[], object]], object],
        folder: Callable[[], str],
        window: QWidget,
    ) -> None:
        super().__init__(tr("Data"), window)
        self._session, self._document = session, document
        self._carefully, self._folder, self._window = carefully, folder, window
        for name, title in TITLES.items():
            if name not in POINTS and name not in CURVES:
                self._add_to(self, tr(title), partial(self.open_data, name))
        self._add_to(self, tr("CIFAR-10, 60,000 color photographs…"), self.open_cifar)
        self._add_drawn(tr("Points in the plane"), POINTS, self.describe_points)
        self._add_drawn(tr("Curves"), CURVES, self.describe_curve)
        self.addSeparator()
        self._add_to(self, tr("Own table or arrays…"), self.open_own)
        self._add_to(self, tr("Folder of images or IDX files…"), self.open_folder)

    def _add_to(self, menu: QMenu, text: str, slot: Callable[[], object]) -> None:
        action = QAction(text, menu)
        action.triggered.connect(lambda: self._carefully(slot))
        menu.addAction(action)

    def _add_drawn(self, text: str, shapes: Mapping[str, str], describe: Callable[[], object]) -> None:
        menu = self.addMenu(text)
        for name, title in shapes.items():
            self._add_to(menu, tr(title), partial(self.open_data, name))
        menu.addSeparator()
        self._add_to(menu, tr("Number, noise and more…"), describe)

    # By name

    def open_data(self, reference: str) -> None:
        """Open data; a network that fits them comes along, and undo brings the old one back."""
        if reference != MNIST or is_there(MNIST):
            self._document.open_data(reference)
            return
        wish = self._ask_about_mnist()
        if wish == "download":
            self._document.open_data(MNIST, fetch=True)
        elif wish == "folder":
            self.open_folder()

    def _ask_about_mnist(self) -> str:
        from nnviz.data.download import MEGABYTES, MIRRORS, host  # late: few starts need the network

        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle("nnviz")
        box.setText(tr("Download MNIST ({size} MB) from {host}?", size=MEGABYTES, host=host(MIRRORS[0])))
        box.setInformativeText(
            tr(
                "It is kept on this computer and fetched only once. Without the internet, choose a folder"
                " that holds its four files."
            )
        )
        roles = QMessageBox.ButtonRole
        download = box.addButton(tr("Download"), roles.AcceptRole)
        choose = box.addButton(tr("Choose a folder…"), roles.ActionRole)
        box.setEscapeButton(box.addButton(tr("Cancel"), roles.RejectRole))
        box.setDefaultButton(download)
        box.exec()
        clicked = box.clickedButton()
        box.deleteLater()
        return "download" if clicked is download else "folder" if clicked is choose else ""

    def describe_points(self) -> None:
        """Open the dialog in which points in the plane are described."""
        self._describe(plane.recipe(self._session.dataset.reference) or plane.Plane())

    def describe_curve(self) -> None:
        """Open the dialog in which points on a curve are described."""
        self._describe(curves.recipe(self._session.dataset.reference) or curves.Curve())

    def _describe(self, recipe: plane.Plane | curves.Curve) -> None:
        from nnviz.ui.drawn_data import DrawnDataDialog

        dialog = DrawnDataDialog(recipe, self._document, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # From files

    def open_cifar(self) -> None:
        """Ask for the archive of CIFAR-10 and open it."""
        kinds = tr("CIFAR-10, binary version") + f" ({PACKED})"
        title = tr("CIFAR-10's binary version, cifar-10-binary.tar.gz")
        name, _ = QFileDialog.getOpenFileName(self._window, title, self._folder(), kinds)
        if name:
            self._document.open_data(name)

    def open_own(self) -> None:
        """Ask for a file of the user's own and look into it."""
        kinds = tr("Tables and arrays") + f" ({OWN})"
        name, _ = QFileDialog.getOpenFileName(self._window, tr("Own data"), self._folder(), kinds)
        if name:
            self.open_place(name)

    def open_folder(self) -> None:
        """Ask for a folder of images or IDX files and open it."""
        title = tr("Folder of images or IDX files")
        name = QFileDialog.getExistingDirectory(self._window, title, self._folder())
        if name:
            self.open_place(name)

    def open_place(self, place: str) -> bool:
        """Open data in a file or folder; of the user's own it is shown first what was understood.

        Returns
        -------
        bool
            False when it is nothing of that kind.
        """
        if is_one_of_four(place):
            place = str(Path(place).parent)
        if is_own(place):
            self._document.look_into(place, self.show_found)
        elif is_there(place):
            self._document.open_data(place)
        else:
            return False
        return True

    def show_found(self, found: Understanding) -> None:
        """Show what was understood of the user's own data, and let it be taken or not."""
        from nnviz.ui.own_data import OwnDataDialog

        dialog = OwnDataDialog(found, self._document, self._session, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
