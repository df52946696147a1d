"""Taking what is chosen, or leaving."""

from PySide6.QtWidgets import QDialogButtonBox

from nnviz.ui import theme
from nnviz.ui.data_chooser.entries import Action
from nnviz.wording import tr


class TakeButtons(QDialogButtonBox):
    """Two buttons; the first says what it does with the entry that is chosen."""

    def __init__(self) -> None:
        boxes = QDialogButtonBox.StandardButton
        super().__init__(boxes.Ok | boxes.Cancel)
        self.take, self.leave = self.button(boxes.Ok), self.button(boxes.Cancel)
        theme.set_role(self.take, "primary")
        self.take.setToolTip(tr("Goes on with these data; undo brings the present ones back. (Enter)"))
        self.leave.setText(tr("Cancel"))
        self.leave.setToolTip(tr("Leaves everything as it is; while data are loaded, stops that. (Esc)"))

    def name_after(self, action: Action, loading: bool) -> None:
        """Say what is done; while something is loaded, nothing else can be."""
        self.take.setText(tr("Reading …") if loading else _words(action))
        self.take.setEnabled(not loading)


def _words(action: Action) -> str:
    from nnviz.data.download import MEGABYTES  # late: few need the network

    return {
        "open": tr("Use these data"),
        "fetch": tr("Download ({size} MB) and use", size=MEGABYTES),
        "archive": tr("Choose the archive…"),
        "file": tr("Choose a file…"),
        "folder": tr("Choose a folder…"),
        "draw": tr("Draw some…"),
    }[action]
