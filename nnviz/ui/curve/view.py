"""The plot: points, function, residual; and what stands under the mouse."""

from __future__ import annotations

from math import ceil

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from nnviz.core.curve import FunctionCurve, function_curve
from nnviz.core.passes import masks_of
from nnviz.core.steps import Phase
from nnviz.core.surface import Rectangle
from nnviz.session import Neuron, Session
from nnviz.ui import theme
from nnviz.ui.curve.paint import SIZE, CurvePainter, heights
from nnviz.ui.curve.points import Points
from nnviz.ui.curve.seen import Line, Seen, frame
from nnviz.ui.plane.axes import Axes
from nnviz.ui.plots.parts import plain
from nnviz.wording.curve import line_text, piece_text, place_text, point_text, residual_text

ON_PIECE = 7.0
"""How near the mouse must be to one of the pieces, in pixels at type scale 1."""


class CurveDrawing(QWidget):
    """Draws what the panel has computed, and says what stands at the place that is pointed at.

    Parameters
    ----------
    session : Session
        Whose example is marked, and whose selection.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._points: Points | None = None
        self._seen: Seen | None = None
        self._line: Line | None = None
        self._style = "function"
        self._shown = Rectangle((0.0, 0.0), (1.0, 1.0))
        self._mouse: QPointF | None = None
        self._hover: int | None = None
        theme.on_change(self, self.update)

    # What it shows

    def show_seen(self, seen: Seen | None, line: Line | None, style: str) -> None:
        """Show other numbers.

        Parameters
        ----------
        seen : Seen or None
            What the network makes of its data; None while that is not known.
        line : Line or None
            The least-squares line, where it stands beside the network's.
        style : "function" or "pieces"
            Whether what each neuron adds is drawn too.
        """
        data = self._session.dataset
        if self._points is None or self._points.data is not data:
            self._points, self._hover, self._mouse = Points(data), None, None
        self._seen, self._line, self._style = seen, line, style
        self._shown = frame(data, seen, style)
        self.update()

    def seen(self) -> Seen | None:
        """Return what is shown."""
        return self._seen

    def hovered(self) -> int | None:
        """Return the row of the point under the mouse, those for training first."""
        return self._hover

    def minimumSizeHint(self) -> QSize:
        """Return a size that leaves it to the window."""
        return QSize(round(theme.px(220)), round(theme.px(110)))

    def axes(self) -> Axes:
        """Return where everything stands."""
        metrics, gap = QFontMetricsF(theme.number_font(SIZE)), theme.px(6)
        plot = QRectF(0, gap, self.width() - gap, max(self.height() - metrics.height() - 2 * gap, 1.0))
        values = heights(Axes(plot, self._shown))
        widest = max((metrics.horizontalAdvance(plain(value)) for value in values), default=0.0)
        plot.setLeft(min(ceil(widest + theme.px(12)), plot.right() - 1))
        return Axes(plot, self._shown)

    def place(self, row: int) -> QPointF:
        """Return where a point stands."""
        assert self._points is not None
        return self.axes().point(*self._points.places[row].tolist())

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw everything, the points below the function."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        axes = self.axes()
        drawing = CurvePainter(painter, axes)
        drawing.ground(self._session.dataset.input_name(0))
        if self._points is not None and self._points.data is self._session.dataset:
            self._points.draw(painter, axes, self.size())
            drawing.clip()
            self._draw_function(drawing)
            self._draw_example(drawing)
            self._draw_mouse(drawing)
        painter.end()

    def _draw_function(self, drawing: CurvePainter) -> None:
        if self._line is not None:
            drawing.least_squares(self._line.parameters)
        if self._seen is None:
            return
        curve = self._seen.curve
        if self._style == "pieces":
            drawing.bias(curve)
            drawing.pieces(curve, self._chosen(self._session.selection), self._chosen(self._session.pointed))
            if self._session.spec.activations[-1] != "identity":
                drawing.weighted_sum(curve)
        drawing.function(curve)

    def _chosen(self, hit: object) -> int | None:
        """Return which piece is a neuron's."""
        before = self._session.spec.depth - 1
        return hit.j if isinstance(hit, Neuron) and hit.layer == before > 0 else None

    def _draw_example(self, drawing: CurvePainter) -> None:
        session, trace = self._session, self._session.trace
        x, y = float(trace.x[0]), float(trace.y[0])
        drawing.example(x, y)
        if session.shows(Phase("activation", session.spec.depth)):
            drawing.residual(x, y, float(trace.a[session.spec.depth][0]))

    def _draw_mouse(self, drawing: CurvePainter) -> None:
        lines = self.said()
        if self._mouse is None or not lines:
            return
        x = self._x()
        if self._hover is None:
            drawing.cross(x, self._at(x), self._line_at(x))
        else:
            assert self._points is not None
            drawing.pointed(*self._points.places[self._hover].tolist())
        drawing.card(lines, self._mouse, self.width(), self.height())

    # Under the mouse

    def said(self) -> list[str]:
        """Return what is said of the place under the mouse; nothing beside the plot."""
        if self._mouse is None or self._points is None:
            return []
        x = self._x()
        if self._hover is not None:
            ref = self._points.ref(self._hover)
            x, y = self._points.places[self._hover].tolist()
            return [*point_text(ref.split, ref.index, x, y), residual_text(self._at(x) - y)]
        lines = [place_text(x, self._at(x))]
        line, piece = self._line_at(x), self._piece(self._mouse)
        if line is not None:
            lines.append(line_text(line))
        if piece is not None:
            lines.append(piece_text(piece, float(self._curve_at(x).pieces[piece, 0])))
        return lines

    def _x(self) -> float:
        assert self._mouse is not None
        return self.axes().in_plane(self._mouse)[0]

    def _curve_at(self, x: float) -> FunctionCurve:
        session = self._session
        return function_curve(session.parameters, np.array([x]), masks_of(session.spec, session.off))

    def _at(self, x: float) -> float:
        return float(self._curve_at(x).a[0])

    def _line_at(self, x: float) -> float | None:
        if self._line is None:
            return None
        best = self._line.parameters
        return float(best.weights(1)[0, 0] * x + best.biases(1)[0])

    def _piece(self, mouse: QPointF) -> int | None:
        """Return the neuron whose piece is under the mouse."""
        if self._style != "pieces" or self._seen is None:
            return None
        axes = self.axes()
        x = axes.in_plane(mouse)[0]
        values = self._curve_at(x).pieces[:, 0]
        places = axes.on_screen(np.column_stack([np.full(len(values), x), values]))[:, 1]
        j = int(np.abs(places - mouse.y()).argmin())
        return j if abs(places[j] - mouse.y()) <= theme.px(ON_PIECE) else None
