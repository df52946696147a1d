"""The progress of loading data, with a way out."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton

from nnviz.document import Document
from nnviz.ui import theme
from nnviz.wording import tr
from nnviz.wording.data import data_title


class LoadingBar(QFrame):
    """Shown while data are being loaded.

    Parameters
    ----------
    document : Document
        Does the loading.
    """

    def __init__(self, document: Document) -> None:
        super().__init__()
        theme.set_role(self, "card")
        self._document = document
        self.text = QLabel()
        self.progress = QProgressBar(maximum=1000, textVisible=False)
        self.progress.setAccessibleName(tr("Progress of loading"))
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.setToolTip(tr("Stops loading; what is open stays open."))
        self.cancel.clicked.connect(document.cancel_loading)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 8, 6)
        layout.addWidget(self.text)
        layout.addWidget(self.progress, 1)
        layout.addWidget(self.cancel)
        document.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        loading = self._document.loading
        self.setVisible(loading is not None)
        if loading is not None:
            name, share = data_title(loading[0]), loading[1]
            fetching = self._document.fetching
            self.text.setText(
                tr("Downloading {name} …", name=name) if fetching else tr("Loading {name} …", name=name)
            )
            self.text.setToolTip(loading[0])
            self.progress.setValue(round(1000 * share))
