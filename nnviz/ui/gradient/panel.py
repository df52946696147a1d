"""∇C of the example: the list of all its components, its pictures, and two parameters compared."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from nnviz.core.network import Location
from nnviz.session import Changed, Neuron, Session
from nnviz.ui import theme
from nnviz.ui.fields import ChoiceBox, described, tab_only
from nnviz.ui.gradient.model import GradientModel
from nnviz.ui.gradient.nudge import NudgeLine
from nnviz.ui.gradient.pictures import GradientPictures
from nnviz.ui.gradient.rows import Filter, Kinds
from nnviz.ui.gradient.sensitivity import SensitivityStrip
from nnviz.ui.gradient.table import GradientTable
from nnviz.ui.inspector.parts import NumberLine
from nnviz.wording import layer_name, tr
from nnviz.wording.gradient import copied_text, gradient_of, rows_text

NUMBERS = (
    Changed.NETWORK
    | Changed.PARAMETERS
    | Changed.EXAMPLE
    | Changed.CURSOR
    | Changed.TRAINING
    | Changed.NOTATION
)

PICTURES_FROM = 620.0
"""From this width on there is room for pictures beside the list."""


class GradientPanel(QWidget):
    """The list; above it what is listed and the nudge, beside it pictures, below it the comparison.

    Parameters
    ----------
    session : Session
        What it shows.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._stale = True
        self._offered: object = None
        self.setAccessibleName(tr("The gradient"))
        self.model = GradientModel(session, self)
        self.table = GradientTable(session, self.model)
        self.pictures = GradientPictures(session)
        self.nudge = NudgeLine(session)
        self.strip = SensitivityStrip(session)
        self.title = NumberLine("text_muted")
        self.layers = ChoiceBox({})
        described(self.layers, tr("Layer"), tr("List the components of one layer, or of all."))
        self.layers.activated.connect(self._choose)
        self.kinds = ChoiceBox({"all": "w and b", "w": "weights w", "b": "biases b"})
        described(self.kinds, tr("Kind"), tr("List weights, biases, or both."))
        self.kinds.activated.connect(self._choose)
        self.jump = QPushButton(tr("find chosen"))
        tab_only(self.jump)
        described(self.jump, tr("Go to the chosen parameter"), tr("Lists it, and scrolls there."))
        self.jump.clicked.connect(self._go_to_chosen)
        self.table.copied.connect(self._say_copied)
        self.nudge.nudged.connect(self.refresh)
        self._place()
        session.changed.connect(self._follow)

    def _place(self) -> None:
        for box in (self.layers, self.kinds):
            box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(9)
        whose, does = QHBoxLayout(), QHBoxLayout()
        whose.addWidget(self.title, 1)
        for box in (self.layers, self.kinds):
            whose.addWidget(box)
        does.addWidget(self.nudge, 1)
        does.addWidget(self.jump)
        middle = QHBoxLayout()
        middle.setSpacing(8)
        middle.addWidget(self.table, 1)
        middle.addWidget(self.pictures)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 8, 2)
        column.setSpacing(4)
        column.addLayout(whose)
        column.addLayout(does)
        column.addLayout(middle, 1)
        column.addWidget(self.strip)

    def minimumSizeHint(self) -> QSize:
        """Return little: the list scrolls."""
        return QSize(round(theme.px(300)), round(theme.px(220)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the pictures where there is room for them."""
        super().resizeEvent(event)
        self.pictures.setVisible(self.width() >= theme.px(PICTURES_FROM))

    # What is listed

    def _offer_layers(self) -> None:
        spec = self._session.spec
        self.layers.clear()
        self.layers.addItem(tr("all layers"), "0")
        for layer in spec.layers:
            self.layers.addItem(layer_name(spec, layer), str(layer))
        self._offered = spec

    def _choose(self) -> None:
        layer = int(self.layers.value)
        self.show_filter(Filter(layer or None, cast(Kinds, self.kinds.value)))

    def show_filter(self, chosen: Filter) -> None:
        """List other components."""
        self.model.set_filter(chosen)
        self._show_filter()
        self.table.follow(scroll=True)

    def _show_filter(self) -> None:
        chosen = self.model.filter
        self.layers.choose(str(chosen.layer or 0))
        self.kinds.choose(chosen.kinds)
        self._say()

    def _go_to_chosen(self) -> None:
        """List the chosen parameter, of a neuron its bias, and scroll there."""
        chosen = self._session.selection
        if isinstance(chosen, Neuron) and chosen.layer:
            chosen = Location("b", chosen.layer, chosen.j)
            self._session.select(chosen)
        if not isinstance(chosen, Location):
            return
        if self.model.row_of(chosen) is None:
            wanted = self.model.filter
            layer = wanted.layer if wanted.layer in (None, chosen.layer) else chosen.layer
            kinds: Kinds = wanted.kinds if wanted.kinds in ("all", chosen.kind) else "all"
            self.show_filter(replace(wanted, layer=layer, kinds=kinds))
        self.table.follow(scroll=True)

    # Following the session

    def _follow(self, what: Changed) -> None:
        if what & Changed.NETWORK:
            self.strip.forget()
        if what & NUMBERS:
            self._stale = True
        if not self.isVisible() or self.nudge.nudging:
            return
        if self._stale:
            self.refresh()
        if what & Changed.POINTED:
            self.table.show_pointed()
            self.pictures.follow()
        if what & Changed.SELECTION:
            self.table.follow(scroll=True)
            self.pictures.follow()
            self.strip.refresh()
            self._say()

    def refresh(self) -> None:
        """Read the numbers anew; while a training runs the rows stay where they are."""
        session = self._session
        self._stale = False
        if self._offered != session.spec:
            self._offer_layers()
            self.pictures.rebuild()
            self.table.follow(scroll=False)
        self.model.take(keep_order=session.run_state == "running")
        self._show_filter()
        self.table.follow(scroll=False)
        self.table.show_pointed()
        self.pictures.refresh()
        self.nudge.refresh()
        self.strip.refresh()

    def _say(self) -> None:
        session = self._session
        self.jump.setEnabled(session.selection is not None and session.selection.layer > 0)
        whose = gradient_of(session.example.split, session.example.index)
        listed = rows_text(self.model.rowCount(), session.spec.parameter_count)
        self.title.set_text((whose, f"·  {listed}"))

    def _say_copied(self, copied: int, chosen: int) -> None:
        self.title.set_text(copied_text(copied, chosen))

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while another picture stood here."""
        super().showEvent(event)
        self.refresh()
        self.table.follow(scroll=True)
