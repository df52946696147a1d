"""Where a file is to be saved: the question, and the one about a file that is there already."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from nnviz.data.places import shown
from nnviz.wording import tr


def ask_where(parent: QWidget, title: str, proposal: str, suffix: str, *others: str) -> Path | None:
    """Ask for a file name with this ending; None when the user would rather not.

    Parameters
    ----------
    parent : QWidget
        The window over which the dialog stands.
    title : str
        What the dialog says.
    proposal : str
        The folder, or the file, it begins with.
    suffix : str
        The ending that is added where it is missing, ".png".
    others : str
        Endings that are as good.
    """
    kinds = " ".join(f"*{ending}" for ending in (suffix, *others))
    name, _ = QFileDialog.getSaveFileName(parent, title, proposal, kinds)
    if not name:
        return None
    if name.lower().endswith((suffix, *others)):
        return Path(name)
    path = Path(name + suffix)
    return path if not path.exists() or _may_replace(parent, path) else None


def _may_replace(parent: QWidget, path: Path) -> bool:
    """Ask about a file that the dialog did not: the name given there had no ending yet."""
    buttons = QMessageBox.StandardButton
    question = tr("There is a file {name} already. Replace it?", name=shown(path))
    return QMessageBox.question(parent, "nnviz", question, buttons.Yes | buttons.Cancel) == buttons.Yes
