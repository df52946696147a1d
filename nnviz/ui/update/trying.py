"""Another learning rate, tried without taking the step."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnviz.core.steps import Trace
from nnviz.errors import SettingsError
from nnviz.ui.fields import RateBox, described, field_label, parse_rate
from nnviz.ui.inspector.parts import NumberLine, Prose, section
from nnviz.ui.update.rates import RateCurve, RatePlot
from nnviz.wording import number, tr
from nnviz.wording.update import nothing_changes_sentence, try_texts


class Trying(QWidget):
    """The curve of C over η′, a field for η′, and the promise that nothing is changed."""

    def __init__(self) -> None:
        super().__init__()
        self._curve: RateCurve | None = None
        self._rate: float | None = None
        self.plot, self.rate = RatePlot(), RateBox()
        self.rate.setFocusPolicy(Qt.FocusPolicy.ClickFocus | Qt.FocusPolicy.TabFocus)
        self.says, self.title, self.promise = NumberLine(), section(), Prose(role="muted")
        self.label = field_label("", self.rate)
        self.write()
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.label)
        head.addWidget(self.rate)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        for part in (self.plot, self.says, self.promise):
            column.addWidget(part)
        self.plot.moved.connect(self.try_rate)
        self.rate.offered.connect(self._take_typed)

    def write(self) -> None:
        """Name everything in the notation in use."""
        teaches = tr("How far the step would go. Solid: the real cost; dashed: what ∇{C} alone predicts.")
        name = tr("The cost over another learning rate {η}′")
        described(self.plot, name, teaches, tr("Drag, or Tab and ← →."))
        described(self.rate, tr("Another learning rate {η}′"), teaches)
        self.title.set_text(tr("try another {η}, without the step"))
        self.label.setText(tr("{η}′"))
        self.label.setToolTip(self.rate.toolTip())
        self.promise.setText(nothing_changes_sentence())

    def show_trace(self, trace: Trace, used: float) -> None:
        """Go along −∇C of another example, from another θ."""
        if self._curve is None or used != self._curve.used:
            self._rate = None
        self._curve = RateCurve.of(trace, used)
        self.try_rate(used if self._rate is None else self._rate)

    def try_rate(self, rate: float) -> None:
        """Ask what a step with this rate would have done."""
        assert self._curve is not None
        curve, self._rate = self._curve, rate
        if rate > curve.highest:
            self._curve = curve = RateCurve.of(curve.trace, curve.used, rate)
        self.plot.show_curve(curve, rate)
        self.rate.show_rate(rate)
        self.rate.restore()
        self.says.set_text(try_texts(rate, curve.trace.cost, curve.real(rate), curve.line(rate)))
        self.plot.setAccessibleDescription(tr("{η}′ = {rate}", rate=number(rate)))

    def _take_typed(self, text: str) -> None:
        try:
            self.try_rate(parse_rate(text))
        except SettingsError as error:
            self.rate.restore()
            self.says.set_text((str(error),))
