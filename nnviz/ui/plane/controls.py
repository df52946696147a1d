"""Which points there are: their shape, number, noise and inputs; and which class a click adds."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from nnviz.data import plane
from nnviz.data.dataset import Dataset
from nnviz.data.plane import MOST_CLASSES, Plane, load_plane
from nnviz.data.recipes import FEWEST, MOST
from nnviz.errors import NnvizError
from nnviz.session import Session
from nnviz.training.background import Background
from nnviz.ui import theme
from nnviz.ui.attempt import attempt
from nnviz.ui.fields import ChoiceBox, WholeBox, described, field_label, tab_only, whole_number
from nnviz.ui.flow import FlowLayout, together
from nnviz.ui.icons import set_icon
from nnviz.ui.inspector.fold import FoldButton
from nnviz.ui.plane.class_switch import ClassSwitch
from nnviz.ui.plane.features import FeatureButton
from nnviz.wording import tr

PERCENT = 100

LINES = 1.8
"""Fields that take more lines than two are folded."""

AT_ONCE = 2000
"""So many points are drawn in no time."""


class PlaneControls(QWidget):
    """One line, or more where there is little room.

    Signals
    -------
    labeled(int)
        A click is to add points of this class.

    Parameters
    ----------
    session : Session
        Whose data are drawn anew.
    """

    labeled = Signal(int)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._recipe = Plane()
        self.background = Background(self)
        self.background.ready.connect(self._take)
        self._make_fields()
        self.classes = ClassSwitch()
        self.classes.chosen.connect(lambda key: self.labeled.emit(int(key)))
        self._lay_out()
        theme.on_change(self, self._space_out)

    def _make_fields(self) -> None:
        self.shape = described(ChoiceBox(plane.SHAPES), tr("Shape"), tr("What the points are drawn from."))
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
        self.blobs = described(
            whole_number(2, MOST_CLASSES), tr("Number of classes"), tr("How many blobs there are.")
        )
        self.seed = described(
            QToolButton(), tr("Other points"), tr("Draws as many again, with the next seed.")
        )
        tab_only(self.seed)
        set_icon(self.seed, "random")
        self.features = FeatureButton()
        self.shape.activated.connect(lambda: self.draw(shape=self.shape.value))
        self.number.valueChanged.connect(lambda n: self.draw(n=n))
        self.noise.valueChanged.connect(lambda noise: self.draw(noise=noise / PERCENT))
        self.blobs.valueChanged.connect(lambda classes: self.draw(classes=classes))
        self.seed.clicked.connect(lambda: self.draw(seed=self._recipe.seed + 1))
        self.features.chosen.connect(lambda features: self.draw(features=features))
        for box in self._numbers():
            box.refused.connect(self._session.failed)

    def _numbers(self) -> tuple[WholeBox, ...]:
        return self.number, self.noise, self.blobs

    def _lay_out(self) -> None:
        self._flow = FlowLayout(self)
        self._named = {
            "n": together(self.number, field_label(tr("points"), self.number)),
            "noise": together(self.noise, field_label(tr("% noise"), self.noise)),
            "blobs": together(self.blobs, field_label(tr("classes"), self.blobs)),
        }
        self.fold = FoldButton(tr("Which points there are: their shape, number, noise, and inputs."))
        self.fold.set_words(tr("points"))
        self.fold.toggled.connect(self._fold)
        self.fold.hide()
        adds = QLabel(tr("click adds"))
        theme.set_role(adds, "muted")
        self._adds = together(adds, self.classes)
        drawn = (self.shape, *self._named.values(), self.seed, self.features)
        for widget in (self.fold, *drawn, self._adds):
            self._flow.addWidget(widget)
        self._drawn = drawn

    def _space_out(self) -> None:
        self._flow.setSpacing(round(theme.px(5)))
        for box, digits in ((self.number, 5), (self.noise, 3), (self.blobs, 2)):
            width = box.fontMetrics().horizontalAdvance("0" * digits)
            box.setFixedWidth(width + round(theme.px(34)))
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what would leave no room for the surfaces."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Show the fields; where they need too many lines, only when they are asked for."""
        recipe = None if self._session.points.plane is None else self._session.points.plane.recipe
        wide = sum(widget.sizeHint().width() + self._flow.spacing() for widget in (*self._drawn, self._adds))
        crowded = wide > LINES * self.width()
        self.fold.setVisible(recipe is not None and crowded)
        open_ = recipe is not None and (self.fold.isChecked() or not crowded)
        for widget in self._drawn:
            counted = widget is not self._named["blobs"] or self.shape.value == "blobs"
            widget.setVisible(open_ and counted)
        self._flow.invalidate()
        self.updateGeometry()

    # What is there

    def follow(self) -> None:
        """Show how the present points are drawn."""
        known, data = self._session.points.plane, self._session.dataset
        recipe = None if known is None else known.recipe
        if recipe is not None:
            self._show(recipe)
        self._adds.setVisible(self._session.points.changeable)
        self.classes.name_classes(data.classes or ())
        self._fold()

    def _show(self, recipe: Plane) -> None:
        self._recipe = recipe
        self.shape.choose(recipe.shape)
        for box, value in (
            (self.number, recipe.n),
            (self.noise, round(PERCENT * recipe.noise)),
            (self.blobs, recipe.classes),
        ):
            box.blockSignals(True)
            box.setValue(value)
            box.blockSignals(False)
        self.features.show_features(recipe.features)

    # Drawing others

    def draw(self, **chosen: Any) -> None:
        """Go on with points that are drawn otherwise; undo brings the present ones back."""
        try:
            recipe = self._recipe.redrawn(**chosen)
        except NnvizError as error:
            self._session.failed.emit(str(error))
            self.follow()
            return
        self._recipe = recipe
        self.background.ask(lambda stopped: load_plane(recipe), at_once=recipe.n <= AT_ONCE)

    def _take(self, dataset: Dataset) -> None:
        if not attempt(self._session, lambda: self._session.use_data(dataset)):
            self.follow()
