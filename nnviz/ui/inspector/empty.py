"""Nothing is chosen: the whole network in numbers, and how to read its picture."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from nnviz.core.network import NetworkSpec
from nnviz.session import Session
from nnviz.ui import theme
from nnviz.ui.formula import FormulaLabel
from nnviz.ui.inspector.check import WholeCheck
from nnviz.ui.inspector.parts import Heading, NumberLine, Prose, View, section
from nnviz.ui.legend import Scale, draw_scale, scales
from nnviz.ui.sign_marks import break_line
from nnviz.wording import (
    COST_NAMES,
    MINUS,
    activation_name,
    cost_formula_tex,
    exact,
    layer_name,
    not_yet,
    number,
    parameter_count_apart,
    tr,
    whole,
)
from nnviz.wording.check import whole_teaches

GAP = 6
"""More room in front of a new subject, in pixels."""

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class EmptyView(View):
    """Layers, parameters, cost, the check of the whole gradient, and the legend of the network's picture."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._spec: NetworkSpec | None = None
        self.layers = LayerTable()
        self.parameters = Prose(role="muted")
        self.parameters.setToolTip(
            tr("A weight for every pair of neurons of neighboring layers, a bias for each.")
        )
        self.cost_title = section(
            "", tr("The cost is one number: how far the outputs are from what was wanted.")
        )
        self.cost_formula = FormulaLabel(size=1.2)
        self.cost = NumberLine()
        self.whole = WholeCheck(session)
        self.legend_title, self.legend = section(tr("how to read the picture")), LegendLines()
        self.hint = Prose(role="muted")
        self._column.addWidget(self.layers)
        self._column.addWidget(self.parameters)
        self._column.addSpacing(GAP)
        self._column.addWidget(self.cost_title)
        self._column.addWidget(self.cost_formula)
        self._column.addWidget(self.cost)
        self._column.addWidget(self.whole)
        self._column.addSpacing(GAP)
        self._column.addWidget(self.legend_title)
        self._column.addWidget(self.legend)
        self._column.addStretch(1)
        self._column.addWidget(self.hint)

    def refresh(self) -> Heading:
        """Show the network and what the present example costs it."""
        session, spec = self._session, self._session.spec
        # Also where the network is another of the same shape, and in another notation.
        self.cost_formula.set_tex(cost_formula_tex(spec))
        if spec != self._spec:
            self._spec = spec
            self.layers.show_spec(spec)
            self.parameters.setText(parameter_count_apart(spec))
            self.cost_title.set_text(tr("cost of one example: {name}", name=tr(COST_NAMES[spec.cost])))
            self.legend.show_spec(spec)
        if self.shows("cost", spec.depth):
            cost = session.trace.cost
            self.cost.set_text(f"= {number(cost, 4)}", exact(cost), "text")
        else:
            self.cost.set_text(not_yet(), "", "text_muted")
        self.whole.button.setToolTip(whole_teaches())  # its symbols follow the notation
        self._show_legend()
        return Heading(title=str(spec))

    def _show_legend(self) -> None:
        """Say how to read the network's picture, where that stands in the middle."""
        network = self._session.view.picture == "network"
        self.legend_title.setVisible(network)
        self.legend.setVisible(network)
        elsewhere = tr("Choose a neuron, a weight or a row to take it apart.")
        self.hint.setText(tr("Choose a neuron or an edge to take it apart.") if network else elsewhere)


class LayerTable(QWidget):
    """One line for each layer: its name, how many neurons, their activation function."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(0, 1)
        self.setToolTip(tr("Every neuron is joined to all neurons of the layer before it."))

    def show_spec(self, spec: NetworkSpec) -> None:
        """Describe another network."""
        while (item := self._grid.takeAt(0)) is not None:
            if (label := item.widget()) is not None:
                label.deleteLater()
        for layer, size in enumerate(spec.sizes):
            function = activation_name(spec.activations[layer - 1]) if layer else ""
            for column, text in enumerate((layer_name(spec, layer), whole(size), function)):
                self._grid.addWidget(self._label(text, column), layer, column)

    def _label(self, text: str, column: int) -> QLabel:
        label = QLabel(text)
        if column == 1:
            theme.on_change(label, lambda: label.setFont(theme.number_font()))
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        else:
            theme.set_role(label, "muted")
        return label

    def texts(self) -> list[str]:
        """Return what is written, line by line."""
        items = (self._grid.itemAt(i) for i in range(self._grid.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [label.text() for label in widgets if isinstance(label, QLabel)]


class LegendLines(QWidget):
    """What brightness, color, thickness and triangles mean, for the activation functions in use."""

    def __init__(self) -> None:
        super().__init__()
        self._scales: list[Scale] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(tr("Brightness is activation; color is sign; thickness and strength are size."))
        theme.on_change(self, self._restyle)

    def _restyle(self) -> None:
        self._font = theme.number_font(0.92)
        self.updateGeometry()
        self.update()

    def show_spec(self, spec: NetworkSpec) -> None:
        """Explain another network."""
        self._scales = scales(spec)
        self.setAccessibleName("; ".join(" ".join(line) for line in self.lines()))
        self._restyle()

    def lines(self) -> list[tuple[str, str, str]]:
        """Return name, low end and high end of each scale."""
        return [(scale.name, scale.low, scale.high) for scale in self._scales]

    def _row(self) -> float:
        return QFontMetricsF(self._font).height() + theme.px(5)

    def sizeHint(self) -> QSize:
        """Return room for one line for each function, one for edges and one for wishes."""
        return QSize(round(theme.px(200)), ceil(self._row() * (len(self._scales) + 2)))

    def minimumSizeHint(self) -> QSize:
        """Return the same height, at any width."""
        return QSize(round(theme.px(120)), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint line by line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        for row, scale in enumerate(self._scales):
            self._scale(painter, self._rect(row), scale)
        self._edges(painter, self._rect(len(self._scales)))
        self._wishes(painter, self._rect(len(self._scales) + 1))
        painter.end()

    def _rect(self, row: int) -> QRectF:
        return QRectF(0, row * self._row(), self.width(), self._row())

    def _write(self, painter: QPainter, rect: QRectF, text: str, role: str = "text_muted") -> None:
        """Write, and take what is written off the rectangle."""
        painter.setPen(theme.current().color(role))
        painter.drawText(rect, _LEFT, text)
        rect.setLeft(rect.left() + painter.fontMetrics().horizontalAdvance(text) + theme.px(6))

    def _scale(self, painter: QPainter, rect: QRectF, scale: Scale) -> None:
        self._write(painter, rect, tr("neurons"))
        self._write(painter, rect, scale.low)
        bar = QRectF(rect.left(), rect.center().y() - theme.px(5), theme.px(44), theme.px(10))
        draw_scale(painter, bar, scale.roles)
        rect.setLeft(bar.right() + theme.px(6))
        self._write(painter, rect, scale.high)
        self._write(painter, rect, f"({scale.name})")

    def _edges(self, painter: QPainter, rect: QRectF) -> None:
        self._write(painter, rect, tr("edges"))
        for sign, role, word in (("+", "positive", tr("adds")), (MINUS, "negative", tr("takes away"))):
            y = rect.center().y()
            pen = QPen(theme.current().color(role), theme.px(2.5), c=Qt.PenCapStyle.FlatCap)
            painter.setPen(break_line(pen, -1.0 if sign == MINUS else 1.0))
            painter.drawLine(QLineF(rect.left(), y, rect.left() + theme.px(22), y))
            rect.setLeft(rect.left() + theme.px(27))
            self._write(painter, rect, f"{sign} {word}")

    def _wishes(self, painter: QPainter, rect: QRectF) -> None:
        self._write(painter, rect, tr("wishes"))
        for glyph, role, word in (("▲", "positive", tr("should rise")), ("▼", "negative", tr("should fall"))):
            self._write(painter, rect, glyph, role)
            self._write(painter, rect, word)
