"""What is chosen, at length: a larger picture, words and numbers, how points are drawn, and the network."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout

from nnviz.data.facts import Facts
from nnviz.data.places import MNIST
from nnviz.data.sample import CIFAR_FACTS, MNIST_FACTS, Sample
from nnviz.session import Session
from nnviz.ui import theme
from nnviz.ui.data_chooser.entries import Entry
from nnviz.ui.data_chooser.recipe_form import RecipeForm, recipe_of
from nnviz.ui.fields import described
from nnviz.ui.inspector.parts import Prose
from nnviz.ui.network_offer import NetworkOffer
from nnviz.ui.sample_view import SampleView
from nnviz.wording import tr
from nnviz.wording.data import CIFAR, data_summary

WIDTH, CELL = 300.0, 44.0
ROWS, COLUMNS = 4, 6

KNOWN_BEFORE = {MNIST: MNIST_FACTS, CIFAR: CIFAR_FACTS}
"""Of what is known before it is there."""


class Details(QFrame):
    """The card beside the pictures.

    Signals
    -------
    folder_wanted()
        The user would rather choose the folder that holds the data.
    refused(str)
        One sentence: why points cannot be drawn so.
    redrawn()
        Points are described otherwise.

    Parameters
    ----------
    session : Session
        Whose network is made to fit.
    """

    folder_wanted = Signal()
    refused = Signal(str)
    redrawn = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._entry: Entry | None = None
        theme.set_role(self, "card")
        self.setAccessibleName(tr("What is chosen"))
        self.picture = SampleView(ROWS, COLUMNS, CELL)
        self.name, self.about, self.summary = QLabel(wordWrap=True), Prose(role="muted"), Prose()
        theme.set_role(self.name, "title")
        self.form = RecipeForm()
        self.form.changed.connect(self.redrawn)
        self.form.refused.connect(self.refused)
        self.folder = described(
            QPushButton(tr("Choose a folder…"), autoDefault=False),
            tr("Choose a folder"),
            tr("Without the internet: the folder that holds MNIST's four files."),
        )
        self.folder.clicked.connect(self.folder_wanted)
        self.offer = NetworkOffer()
        self._column = QVBoxLayout(self)
        for widget in (self.picture, self.name, self.about, self.summary, self.form, self.folder):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self._column.addWidget(self.offer)
        theme.on_change(self, self._space_out)

    def _space_out(self) -> None:
        side = round(theme.px(12))
        self._column.setContentsMargins(side, side, side, side)
        self._column.setSpacing(round(theme.px(7)))
        self.setFixedWidth(round(theme.px(WIDTH)))

    def minimumSizeHint(self) -> QSize:
        """Return a height that leaves it to the dialog."""
        return QSize(round(theme.px(WIDTH)), round(theme.px(200)))

    # What it shows

    def show_entry(self, entry: Entry, reference: str, sample: Sample | None) -> None:
        """Show what is chosen; `reference` says how its points are drawn."""
        self._entry = entry
        self.name.setText(entry.full)
        self.about.setText(entry.about)
        recipe = recipe_of(reference) if reference else None
        self.form.setVisible(recipe is not None)
        if recipe is not None:
            self.form.show_recipe(recipe)
        self.folder.setVisible(entry.action == "fetch")
        self.show_sample(sample)

    def show_sample(self, sample: Sample | None) -> None:
        """Show the picture, how large the data are, and the network, as far as it is known."""
        assert self._entry is not None
        facts = self._facts(self._entry, sample)
        self.picture.show_sample(sample, self._entry.instead)
        self.summary.setText("" if facts is None else data_summary(facts))
        self.summary.setVisible(facts is not None)
        self.offer.setVisible(self._entry.action in ("open", "fetch", "archive"))
        self.offer.offer(facts, self._session.spec)

    def _facts(self, entry: Entry, sample: Sample | None) -> Facts | None:
        if sample is not None and sample.facts is not None:
            return sample.facts
        return KNOWN_BEFORE.get(entry.key)

    def reference(self) -> str:
        """Return what is to be loaded; "" where a place has to be asked for.

        Raises
        ------
        DataError
            If points cannot be drawn as they are described.
        """
        assert self._entry is not None
        if not self.form.isVisibleTo(self):
            return self._entry.reference
        return self.form.recipe().reference
