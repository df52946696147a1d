"""Which parameter of a chain is nudged, and by how much."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from nnviz.core.explain import Quantity
from nnviz.core.network import Location, NetworkSpec
from nnviz.ui import theme
from nnviz.ui.fields import ARROWS, ChoiceBox, OwnKeys, described, field_label
from nnviz.ui.inspector.slider import SignedSlider
from nnviz.ui.segments import Segments
from nnviz.wording import number, tr
from nnviz.wording.chain import chain_text

SIZES = {"0.1": 0.1, "0.01": 0.01, "0.001": 0.001}
LARGEST = 1.0
"""The nudge to which the slider reaches."""


class NudgeControls(QWidget):
    """The parameter, the size of its nudge as buttons and on a slider.

    Signals
    -------
    chosen(Location)
        Another parameter is wanted.
    sized(float)
        Another size of the nudge.
    """

    chosen = Signal(object)
    sized = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self._locations: tuple[Location, ...] = ()
        self.parameter = ChoiceBox({})
        self.slider = SignedSlider()
        self.value = QLabel()
        self.sizes = Segments(tr("Size of the nudge"), self._size_words())
        self._describe()
        self._place()
        self.parameter.activated.connect(lambda n: self.chosen.emit(self._locations[n]))
        self.sizes.chosen.connect(lambda key: self.sized.emit(SIZES[key]))
        self.slider.moved.connect(self.sized)

    def _size_words(self) -> dict[str, tuple[str, str]]:
        teaches = tr("The smaller the nudge, the nearer the quotients come to the derivatives.")
        return {key: (key, f"<b>Δ = {key}</b><br>{teaches}") for key in SIZES}

    def _describe(self) -> None:
        OwnKeys(self.parameter, ARROWS)
        self.parameter.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        which = tr("The weight or bias that is nudged; a click on its number line chooses it, too.")
        described(self.parameter, tr("What is nudged"), which)
        how = tr("Drag, or Tab and ← →; with Shift finer. The network itself keeps its numbers.")
        described(self.slider, tr("Size of the nudge Δ"), how)

    def _place(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(field_label(tr("nudge"), self.parameter))
        row.addWidget(self.parameter)
        row.addWidget(field_label(tr("by Δ ="), self.slider))
        row.addWidget(self.value)
        row.addWidget(self.slider, 1)
        row.addWidget(self.sizes)
        theme.on_change(self, self._restyle)

    def _restyle(self) -> None:
        self.value.setFont(theme.number_font(bold=True))
        self.value.setMinimumWidth(round(theme.px(46)))

    def show_network(self, spec: NetworkSpec) -> None:
        """Offer the parameters of this chain."""
        locations = [(Location("w", n, 0, 0), Location("b", n, 0)) for n in spec.layers]
        self._locations = tuple(location for pair in locations for location in pair)
        self.parameter.clear()
        self.parameter.addItems([chain_text(Quantity(*location), spec) for location in self._locations])

    def show_nudge(self, location: Location, delta: float) -> None:
        """Show what is nudged, and by how much."""
        self.parameter.setCurrentIndex(self._locations.index(location))
        self.slider.show_value(delta, LARGEST)
        self.value.setText(number(delta))
        for key, button in self.sizes.buttons.items():
            button.setAutoExclusive(False)
            button.setChecked(SIZES[key] == delta)
