"""A neuron's two derivatives, each from the phase on that computes it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from nnviz.core.explain import NeuronExplanation
from nnviz.core.network import NetworkSpec
from nnviz.ui.inspector.parts import DerivativeLine, View
from nnviz.wording import tr
from nnviz.wording.any_neuron import any_delta_tex, any_derivative_tex


class Backward(QWidget):
    """∂C/∂a and δ of a neuron, each from the phase on that computes it."""

    def __init__(self) -> None:
        super().__init__()
        self.by_activation = DerivativeLine(tr("How fast the cost grows with this activation:"))
        self.delta = DerivativeLine(tr("How fast the cost grows with this weighted sum, δ:"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.by_activation, 1)
        layout.addWidget(self.delta, 1)

    def set_subject(self, spec: NetworkSpec, layer: int) -> None:
        """Take another layer's symbols."""
        self.by_activation.set_symbol(any_derivative_tex(spec, layer))
        self.delta.set_symbol(any_delta_tex(spec, layer))

    def follow(self, view: View, neuron: NeuronExplanation) -> None:
        """Show what is revealed."""
        known = view.shows("dC_da", neuron.layer) and neuron.dC_da is not None
        deep = view.shows("delta", neuron.layer)
        if neuron.dC_da is not None:
            self.by_activation.set_value(neuron.dC_da)
        self.delta.set_value(neuron.delta)
        self.by_activation.setVisible(known)
        self.delta.setVisible(deep)
        self.setVisible(known or deep)
