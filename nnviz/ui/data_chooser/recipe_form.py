"""How points are drawn: their number, noise and seed, and what of each the network is given."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from nnviz.data import curves, plane
from nnviz.data.curves import Curve
from nnviz.data.plane import FEATURES, Plane
from nnviz.data.recipes import FEWEST, MOST
from nnviz.errors import DataError
from nnviz.ui import theme
from nnviz.ui.fields import WholeBox, described, field_label, whole_number
from nnviz.wording import tr

PERCENT = 100
COLUMNS = 4
"""Of features, side by side."""


class RecipeForm(QWidget):
    """Fields for one kind of points.

    Signals
    -------
    changed()
        Other points are described now.
    refused(str)
        One sentence: why a number cannot be.
    """

    changed = Signal()
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._recipe: Plane | Curve = Plane()
        self._filling = False
        self._make_fields()
        self._lay_out()

    def _make_fields(self) -> None:
        self.number = described(
            whole_number(FEWEST, MOST),
            tr("Number of points"),
            tr("One in five is for the test, all others for training."),
        )
        self.noise = described(
            whole_number(0, PERCENT),
            tr("Noise"),
            tr("How far points are moved at random: the standard deviation, in hundredths."),
        )
        self.seed = described(
            whole_number(0, 2**31 - 1), tr("Seed"), tr("The same seed draws the same points again.")
        )
        self.classes = described(
            whole_number(2, plane.MOST_CLASSES), tr("Classes"), tr("How many blobs there are.")
        )
        self.features = {
            name: described(
                QCheckBox(shown), shown, tr("Gives the network this number of each point as an input.")
            )
            for name, (shown, _) in FEATURES.items()
        }
        for field in self._numbers():
            field.refused.connect(self.refused)
            field.valueChanged.connect(lambda _: self._tell())
        for box in self.features.values():
            box.toggled.connect(lambda _: self._tell())

    def _numbers(self) -> tuple[WholeBox, ...]:
        return self.number, self.noise, self.seed, self.classes

    def _lay_out(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        texts = (tr("points"), tr("noise, %"), tr("seed"), tr("classes"))
        for k, (text, field) in enumerate(zip(texts, self._numbers(), strict=True)):
            row, column = divmod(k, 2)
            label = field_label(text, field)
            self._grid.addWidget(label, row, 2 * column)
            self._grid.addWidget(field, row, 2 * column + 1)
            self._grid.setColumnStretch(2 * column + 1, 1)
        self._classes_label = label
        self._given = QLabel(tr("the network is given"))
        theme.set_role(self._given, "muted")
        self._grid.addWidget(self._given, 2, 0, 1, COLUMNS)
        boxes = QGridLayout()
        for k, box in enumerate(self.features.values()):
            boxes.addWidget(box, *divmod(k, COLUMNS))
        self._grid.addLayout(boxes, 3, 0, 1, COLUMNS)

    # What it says

    def show_recipe(self, recipe: Plane | Curve) -> None:
        """Fill the fields, without telling."""
        self._filling, self._recipe = True, recipe
        self.number.setValue(recipe.n)
        self.noise.setValue(round(PERCENT * recipe.noise))
        self.seed.setValue(recipe.seed)
        points = isinstance(recipe, Plane)
        if isinstance(recipe, Plane):
            self.classes.setValue(recipe.classes)
            for name, box in self.features.items():
                box.setChecked(name in recipe.features)
        for widget in (self._given, *self.features.values()):
            widget.setVisible(points)
        for widget in (self.classes, self._classes_label):
            widget.setVisible(recipe.shape == "blobs")
        self._filling = False

    def recipe(self) -> Plane | Curve:
        """Return what is described.

        Raises
        ------
        DataError
            If it cannot be drawn.
        """
        old, n, seed = self._recipe, self.number.value(), self.seed.value()
        noise = self.noise.value() / PERCENT
        if round(PERCENT * old.noise) == self.noise.value():
            noise = old.noise  # finer than the field shows
        if isinstance(old, Curve):
            return Curve(old.shape, n, noise, seed)
        features = tuple(name for name, box in self.features.items() if box.isChecked())
        classes = self.classes.value() if old.shape == "blobs" else old.classes
        wanted = {"n": n, "noise": noise, "seed": seed, "classes": classes}
        changed = {name: value for name, value in wanted.items() if value != getattr(old, name)}
        return old.redrawn(**changed, features=features)

    def _tell(self) -> None:
        """Say that other points are described, or why they cannot be."""
        if self._filling:
            return
        try:
            self.recipe()
        except DataError as error:
            self.refused.emit(str(error))
        else:
            self.changed.emit()


def recipe_of(reference: str) -> Plane | Curve | None:
    """Return how points are drawn; None for data that are not."""
    return plane.recipe(reference) or curves.recipe(reference)
