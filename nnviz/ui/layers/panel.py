"""The page of layers: how long their gradients are, how their weights and activations are spread, live."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from nnviz.session import Changed, Session
from nnviz.training.background import Background
from nnviz.training.histograms import LayerHistograms, layer_histograms
from nnviz.training.measuring import sample_rows
from nnviz.ui import theme
from nnviz.ui.fields import described
from nnviz.ui.inspector.parts import Prose
from nnviz.ui.layers.bars import HistogramView
from nnviz.ui.layers.norms import NormsPlot
from nnviz.wording import layer_name, tr
from nnviz.wording.layers import measured_text, sample_text

GAP_MS = 200
"""The least time between two looks while a training runs."""

AT_ONCE = 4_000_000
"""So many products of an example's weights are computed in the window's own thread."""

_NUMBERS = Changed.NETWORK | Changed.PARAMETERS


class LayersPage(QWidget):
    """Gradient norms above, a row of two histograms for every layer below.

    Parameters
    ----------
    session : Session
        Whose network it looks into.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._stale = True
        self.setAccessibleName(tr("The layers while they learn"))
        self.norms = NormsPlot(session)
        self.rows: list[tuple[QLabel, HistogramView, HistogramView]] = []
        self.background = Background(self)
        self.background.ready.connect(self._show)
        self._soon = QTimer(self, singleShot=True, interval=GAP_MS)
        self._soon.timeout.connect(self._refresh)
        self._lay_out()
        session.changed.connect(self._follow)
        session.closing.connect(self._rest)

    def _lay_out(self) -> None:
        self.log = described(
            QCheckBox(tr("log")),
            tr("Logarithmic counts"),
            tr("Each step up is ten times as many: single values far from the others become visible."),
        )
        self.log.toggled.connect(self._set_log)
        self.sample = Prose("", "muted")
        self.sample.setAlignment(Qt.AlignmentFlag.AlignRight)
        head = QHBoxLayout()
        head.addWidget(self.log)
        head.addWidget(self.sample, 1)
        card = QFrame()
        theme.set_role(card, "card")
        self.grid = QGridLayout()
        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)
        self.grid.setHorizontalSpacing(14)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 6, 0)
        column.addLayout(self.grid)
        column.addStretch(1)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        below = QVBoxLayout(card)
        below.setContentsMargins(12, 4, 8, 6)
        below.addLayout(head)
        below.addWidget(scroll, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.norms, 2)
        page.addWidget(card, 3)

    def minimumSizeHint(self) -> QSize:
        """Return a size that leaves it to the window."""
        return QSize(round(theme.px(240)), round(theme.px(240)))

    # When it computes

    def _follow(self, what: Changed) -> None:
        if what & Changed.NOTATION:
            self._name_sample()
        if what & _NUMBERS:
            self._stale = True
            if self.isVisible() and not self._soon.isActive():
                self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened meanwhile."""
        super().showEvent(event)
        self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Compute nothing that nobody sees."""
        super().hideEvent(event)
        self._stale |= self.background.busy
        self._rest()

    def _rest(self) -> None:
        self._soon.stop()
        self.background.close()

    def _refresh(self) -> None:
        if not self._stale or not self.isVisible():
            return
        self._stale = False
        session = self._session
        parameters, train, off = session.parameters, session.dataset.train, session.off
        work = len(sample_rows(len(train))) * parameters.spec.parameter_count
        self.background.ask(lambda stopped: layer_histograms(parameters, train, off), at_once=work <= AT_ONCE)

    # What it shows

    def _show(self, layers: tuple[LayerHistograms, ...]) -> None:
        while len(self.rows) > len(layers):
            for widget in self.rows.pop():
                widget.deleteLater()
        while len(self.rows) < len(layers):
            self._add_row()
        self._name_sample()
        spec = self._session.spec
        for (name, weights, activations), histograms in zip(self.rows, layers, strict=True):
            title = layer_name(spec, histograms.layer) if histograms.layer <= spec.depth else ""
            name.setText(title)
            weights.show_histogram(histograms.weights)
            activations.show_histogram(histograms.activations)

    def _name_sample(self) -> None:
        n = len(sample_rows(len(self._session.dataset.train)))
        self.sample.setText(measured_text(n))
        self.sample.setToolTip(sample_text(n))

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
        self.grid.addWidget(name, 2 * n, 0, 1, 2)
        self.grid.addWidget(weights, 2 * n + 1, 0)
        self.grid.addWidget(activations, 2 * n + 1, 1)
        self.rows.append((name, weights, activations))
        self._set_log(self.log.isChecked())

    def _set_log(self, on: bool) -> None:
        for _, weights, activations in self.rows:
            weights.set_log(on)
            activations.set_log(on)
