"""The dialog in which points in the plane, or on a curve, are described: shape, number, noise, features."""

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from nnviz.data import curves, plane
from nnviz.data.curves import Curve
from nnviz.data.plane import FEATURES, Plane
from nnviz.document import Document
from nnviz.errors import DataError
from nnviz.ui import theme
from nnviz.ui.fields import ChoiceBox, WholeBox, described, field_label, whole_number
from nnviz.wording import tr

PERCENT = 100
WIDTH = 420.0
"""At type scale 1."""


class DrawnDataDialog(QDialog):
    """Describes points and draws them; accepted, the session goes on with them.

    Parameters
    ----------
    recipe : Plane or Curve
        Where the dialog begins.
    document : Document
        Takes the data.
    parent : QWidget, optional
        The window it belongs to.
    """

    def __init__(self, recipe: Plane | Curve, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._refused = False
        self._points = isinstance(recipe, Plane)
        self.setWindowTitle(tr("Points in the plane") if self._points else tr("Curves"))
        self.setModal(True)
        self._make_fields()
        self._make_buttons()
        self._lay_out()
        self._begin(recipe)
        theme.on_change(self, lambda: self.setMinimumWidth(round(theme.px(WIDTH))))

    def _make_fields(self) -> None:
        shapes = plane.SHAPES if self._points else curves.SHAPES
        fewest, most = (plane.FEWEST, plane.MOST) if self._points else (curves.FEWEST, curves.MOST)
        self.shape = described(ChoiceBox(shapes), tr("Shape"), tr("What the points are drawn from."))
        self.number = described(
            whole_number(fewest, most),
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
        self.error = QLabel(wordWrap=True)
        theme.set_role(self.error, "error")
        self.error.hide()
        self.shape.currentIndexChanged.connect(self._follow_shape)
        for field in self._numbers():
            field.refused.connect(self._refuse)

    def _numbers(self) -> tuple[WholeBox, ...]:
        return self.number, self.noise, self.seed, self.classes

    def _make_buttons(self) -> None:
        boxes = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(boxes.Ok | boxes.Cancel)
        self.draw = self.buttons.button(boxes.Ok)
        self.draw.setText(tr("Draw points"))
        self.draw.setToolTip(tr("Goes on with these points; undo brings the present data back. (Enter)"))
        theme.set_role(self.draw, "primary")
        self.buttons.button(boxes.Cancel).setText(tr("Cancel"))
        self.buttons.button(boxes.Cancel).setToolTip(tr("Leaves everything as it is. (Esc)"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        rows = (
            (tr("shape"), self.shape),
            (tr("points"), self.number),
            (tr("noise, %"), self.noise),
            (tr("seed"), self.seed),
            (tr("classes"), self.classes),
        )
        for row, (text, field) in enumerate(rows):
            label = field_label(text, field)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
            if field is self.classes:
                self._classes_label = label
        layout = QVBoxLayout(self)
        layout.addLayout(grid)
        if self._points:
            layout.addLayout(self._feature_grid())
        layout.addWidget(self.error)
        layout.addWidget(self.buttons)

    def _feature_grid(self) -> QGridLayout:
        grid = QGridLayout()
        label = QLabel(tr("inputs of the network"))
        theme.set_role(label, "muted")
        grid.addWidget(label, 0, 0, 1, len(self.features))
        for column, box in enumerate(self.features.values()):
            grid.addWidget(box, 1, column)
        return grid

    def _begin(self, recipe: Plane | Curve) -> None:
        self.shape.choose(recipe.shape)
        self.number.setValue(recipe.n)
        self.noise.setValue(round(PERCENT * recipe.noise))
        self.seed.setValue(recipe.seed)
        if isinstance(recipe, Plane):
            self.classes.setValue(recipe.classes if recipe.shape == "blobs" else plane.DEFAULT_BLOBS)
            for name, box in self.features.items():
                box.setChecked(name in recipe.features)
        self._follow_shape()

    def _follow_shape(self) -> None:
        """Ask for the number of classes where it can be chosen."""
        for widget in (self.classes, self._classes_label):
            widget.setVisible(self._points and self.shape.value == "blobs")

    def recipe(self) -> Plane | Curve:
        """Return what is described.

        Raises
        ------
        DataError
            If it cannot be drawn.
        """
        n, noise, seed = self.number.value(), self.noise.value() / PERCENT, self.seed.value()
        if not self._points:
            return Curve(self.shape.value, n, noise, seed)
        features = tuple(name for name, box in self.features.items() if box.isChecked())
        classes = self.classes.value() if self.shape.value == "blobs" else 2
        return Plane(self.shape.value, n, noise, seed, features, classes)

    def _refuse(self, sentence: str) -> None:
        """Say why a number cannot be; what was pressed just then does not draw with the old one."""
        self._refused = True
        self._complain(sentence)

    def _complain(self, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.show()

    def accept(self) -> None:
        """Go on with these points."""
        if self._refused:
            self._refused = False
            return
        try:
            reference = self.recipe().reference
        except DataError as error:
            self._complain(str(error))
            return
        super().accept()
        self._document.open_data(reference)
