"""The page of layers: how long their gradients are, how their weights and activations are spread, live."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
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
from nnviz.ui.layers.histograms import LayerHistogramRows, histograms_table
from nnviz.ui.layers.norms import NormsPlot
from nnviz.ui.plots.export import SaveMenu, more_button
from nnviz.ui.scrolled import ScrolledColumn
from nnviz.wording import tr
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
        self._shown: tuple[LayerHistograms, ...] = ()
        self.setAccessibleName(tr("The layers while they learn"))
        self.norms, self.bars = NormsPlot(session), LayerHistogramRows()
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
        self.log.toggled.connect(lambda on: self.bars.set_log(on))
        self.sample = Prose("", "muted")
        self.sample.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.menu = SaveMenu(self._session, self, self._pictures, self._numbers, "layers", "histograms")
        head = QHBoxLayout()
        head.addWidget(self.log)
        head.addWidget(self.sample, 1)
        head.addWidget(more_button(self.menu))
        card = QFrame()
        theme.set_role(card, "card")
        scroll = ScrolledColumn()
        scroll.setWidget(self.bars)
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

    def leave_out_empty(self) -> None:
        """Hide the gradients where none are known: on a picture an empty box would be a riddle."""
        self.norms.setVisible(not self.norms.why_empty)

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
        self._shown = layers
        self._name_sample()
        self.bars.show_layers(self._session.spec, layers)

    def _name_sample(self) -> None:
        n = len(sample_rows(len(self._session.dataset.train)))
        self.sample.setText(measured_text(n))
        self.sample.setToolTip(sample_text(n))

    # What is saved

    def _pictures(self) -> list[QWidget]:
        twin = LayerHistogramRows(fills=True)
        twin.set_log(self.log.isChecked())
        twin.show_layers(self._session.spec, self._shown)
        return [twin]

    def _numbers(self) -> str:
        """Return every bar as CSV."""
        return histograms_table(self._shown)
