"""The question after a crash: what was kept of it, and what shall become of it."""

from datetime import datetime
from enum import Enum
from pathlib import Path

from PySide6.QtWidgets import QMessageBox, QWidget

from nnviz import autosave
from nnviz.document import Document
from nnviz.errors import NnvizError
from nnviz.files import load_state
from nnviz.session import Session
from nnviz.wording import tr


class Wish(Enum):
    """What shall become of a file."""

    TAKE = "Take it up"
    DELETE = "Delete it"
    LATER = "Ask me later"


def offer_recovery(parent: QWidget, session: Session, document: Document) -> bool:
    """Offer what programs that did not end by themselves have left, one after the other, the newest first.

    What is neither taken up nor deleted is offered again at the next start.

    Returns
    -------
    bool
        True when something was taken up.
    """
    for file in document.recoverable():
        try:
            match _ask(parent, file):
                case Wish.TAKE:
                    document.recover(file)
                    return True
                case Wish.DELETE:
                    autosave.discard(file)
                case Wish.LATER:
                    return False
        except NnvizError as error:
            session.failed.emit(str(error))
    return False


def _ask(parent: QWidget, file: Path) -> Wish:
    box = QMessageBox(parent)
    box.setWindowTitle("nnviz")
    box.setText(tr("nnviz did not end by itself the last time, and something was not saved."))
    box.setInformativeText(_words(file))
    roles = QMessageBox.ButtonRole
    kinds = {Wish.TAKE: roles.AcceptRole, Wish.DELETE: roles.DestructiveRole, Wish.LATER: roles.RejectRole}
    buttons = {wish: box.addButton(tr(wish.value), role) for wish, role in kinds.items()}
    box.setDefaultButton(buttons[Wish.TAKE])
    box.setEscapeButton(buttons[Wish.LATER])
    box.exec()
    pressed = next((wish for wish, button in buttons.items() if button is box.clickedButton()), Wish.LATER)
    box.deleteLater()
    return pressed


def _words(file: Path) -> str:
    """Say what is in a file, so that one knows what one decides about."""
    saved = load_state(file)
    n = saved.position.updates
    return tr(
        "A {spec} network on {data}, {trained}, kept on {when}.",
        spec=saved.parameters.spec,
        data=saved.data.name,
        trained=tr("after 1 update") if n == 1 else tr("after {n:,} updates", n=n),
        when=datetime.fromtimestamp(file.stat().st_mtime).strftime("%Y-%m-%d %H:%M"),
    )
