"""The histograms of all layers, one row of two for each; on the page, and in a picture of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from nnviz.core.network import NetworkSpec
from nnviz.files.curves_file import table
from nnviz.training.histograms import LayerHistograms
from nnviz.ui import theme
from nnviz.ui.layers.bars import HistogramView
from nnviz.wording import layer_name, tr


class LayerHistogramRows(QWidget):
    """A name, the weights and the activations of every layer.

    Parameters
    ----------
    fills : bool
        Whether the histograms take all the height there is.

    Attributes
    ----------
    rows : list of (QLabel, HistogramView, HistogramView)
        One for each layer.
    """

    def __init__(self, fills: bool = False) -> None:
        super().__init__()
        self._fills = fills
        self.rows: list[tuple[QLabel, HistogramView, HistogramView]] = []
        self._log = False
        self._grid = QGridLayout()
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(14)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 6, 0)
        column.addLayout(self._grid, 1 if fills else 0)
        column.addStretch(0 if fills else 1)

    def show_layers(self, spec: NetworkSpec, layers: Sequence[LayerHistograms]) -> None:
        """Show other numbers, perhaps of a network with more layers or fewer."""
        while len(self.rows) > len(layers):
            for widget in self.rows.pop():
                widget.deleteLater()
        while len(self.rows) < len(layers):
            self._add_row()
        for (name, weights, activations), histograms in zip(self.rows, layers, strict=True):
            title = layer_name(spec, histograms.layer) if histograms.layer <= spec.depth else ""
            name.setText(title)
            weights.show_histogram(histograms.weights)
            activations.show_histogram(histograms.activations)

    def _add_row(self) -> None:
        n = len(self.rows)
        name = QLabel()
        theme.set_role(name, "section")
        weights = HistogramView(tr("weights"), "curve")
        weights.setToolTip(tr("<b>Weights</b><br>All weights that arrive at this layer; mean ± deviation."))
        activations = HistogramView(tr("activations"), "category 4")
        activations.setToolTip(
            tr("<b>Activations</b><br>Of all its neurons, for some training examples; mean ± deviation.")
        )
        self._grid.addWidget(name, 2 * n, 0, 1, 2)
        self._grid.addWidget(weights, 2 * n + 1, 0)
        self._grid.addWidget(activations, 2 * n + 1, 1)
        if self._fills:
            for view in (weights, activations):
                view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.rows.append((name, weights, activations))
        self.set_log(self._log)

    def set_log(self, on: bool) -> None:
        """Let the heights of all bars be logarithms."""
        self._log = on
        for _, weights, activations in self.rows:
            weights.set_log(on)
            activations.set_log(on)


def histograms_table(layers: Sequence[LayerHistograms]) -> str:
    """Return every bar of some layers as CSV: of what, from where to where, how many."""
    rows = (
        (layers[i].layer, what, float(low), float(high), int(count))
        for i in range(len(layers))
        for what, found in (("weights", layers[i].weights), ("activations", layers[i].activations))
        for low, high, count in zip(found.edges[:-1], found.edges[1:], found.counts, strict=True)
    )
    return table(("layer", "of", "low", "high", "count"), rows)
