"""Everything over the edges' picture, from back to front: edges brought forward, neurons, words, rings."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPen

from nnviz.core.network import Location
from nnviz.core.steps import Phase
from nnviz.session import Neuron
from nnviz.ui import theme
from nnviz.ui.network.frame import Discs, Frame, FramePainter
from nnviz.ui.network.layout import NetworkLayout
from nnviz.ui.network.lines import LinePainter
from nnviz.ui.network.neurons import NeuronPainter
from nnviz.ui.network.values import SYMBOLS, TEACHES, Shown
from nnviz.wording import exact, number, tr, whole

CAPTION = 0.82
"""The size of the captions below the gaps."""

BESIDE_WISH = 22.0
"""What a class's name has beside the ▲▼ of its output."""

SMALLEST_NAME = 0.62
"""The share of its size to which a class's name shrinks at most; what is longer then ends in "…"."""


class NetworkPainter(FramePainter):
    """Paints one frame.

    Parameters
    ----------
    frame : Frame
        Where and what.
    bundles : dict of int to (int, int)
        How many edges one line stands for, gap by gap.
    """

    def __init__(self, frame: Frame, bundles: dict[int, tuple[int, int]]) -> None:
        super().__init__(frame)
        self._session = frame.session
        self._bundles = bundles

    def paint(self) -> None:
        """Paint all, from back to front."""
        lines, neurons = LinePainter(self._frame), NeuronPainter(self._frame)
        self._painter.setClipRect(self._layout.stage)
        lines.paint()
        lines.paint_lights()
        for layer in range(len(self._layout.columns)):
            neurons.paint(layer)
        self._output_names()
        self._rings()
        self._painter.setClipping(False)
        self._words()

    # Words

    def _words(self) -> None:
        """Write what stands above and below the stage; most of a training's pictures need neither."""
        layout, layers = self._layout, range(len(self._layout.columns))
        if self._frame.wants(QRectF(0, 0, layout.width, layout.stage.top())):
            for layer in layers:
                self._heading(layer)
        if self._frame.wants(below_stage(layout, 0, layout.width)):
            for layer in layers:
                self._named_count(layer)
            for layer in layers[1:]:
                self._gap_caption(layer)

    def _heading(self, layer: int) -> None:
        text = whole(self._session.spec.sizes[layer])
        self._frame.text(heading_rect(self._layout, layer), text, "text_muted", 1.05)

    def _named_count(self, layer: int) -> None:
        """Say how many of a layer's neurons have discs, when not all have."""
        rect = named_rect(self._layout, self._frame.named, layer)
        if rect is not None and 0 <= self._layout.columns[layer] <= self._layout.width:
            self._frame.text(rect, named_text(self._layout, self._frame.named, layer), "text", CAPTION)

    def _gap_caption(self, layer: int) -> None:
        """Say what the edges show, and what the strongest of them stands for."""
        rect = caption_rect(self._layout, self._frame.named, layer)
        if not self._frame.wants(rect):
            return
        metrics = QFontMetricsF(theme.number_font(CAPTION))
        for text in self._captions(layer):
            if metrics.horizontalAdvance(text) <= rect.width():
                self._frame.text(rect, text, "text_muted", CAPTION)
                return

    def _captions(self, layer: int) -> list[str]:
        """Return the caption in full, and shorter ones for a narrow gap."""
        shown = self._frame.edges.shown(layer)
        symbol = tr(SYMBOLS[shown.kind])
        if shown.values is None:
            return [f"{symbol}: {shown.missing}", shown.missing, symbol]
        scale = number(self._frame.edges.drawn(layer)[1], 2)
        text = tr("{what}  up to ±{scale}", what=symbol, scale=scale)
        brief = f"{symbol} ±{scale}"
        n, m = self._bundles.get(layer, (1, 1))
        if (n, m) == (1, 1):
            return [text, brief, symbol]
        bundled = tr("1 line stands for {n} × {m} edges", n=n, m=m)
        short = tr("1 line = {n}×{m}", n=n, m=m)
        return [f"{text}   {bundled}", f"{brief} · {bundled}", f"{brief} · {short}", short, symbol]

    def _output_names(self) -> None:
        classes = self._session.dataset.classes
        last = self._session.spec.depth
        anchors = self._layout.anchors[last]
        if classes is None or len(classes) != len(anchors) or not self._layout.radius(last):
            return
        scale = self._layout.scale
        spacing = self._layout.column_height * self._layout.camera.zoom / len(anchors)
        size = min(1.25, 1.05 * spacing / (theme.BASE_PX * scale))  # a line is no higher than its place
        x = self._layout.columns[last] + self._layout.radius(last) + 6 * scale
        if not self._frame.wants_column(x, self._layout.width):
            return
        shown = self._session.shows(Phase("dC_da", last)) or self._session.shows(Phase("delta", last))
        room = BESIDE_WISH * scale if shown else self._layout.width - x - 2 * scale
        metrics = QFontMetricsF(theme.number_font(size, True))
        widest = max(metrics.horizontalAdvance(name) for name in classes)
        size *= max(min(room / widest, 1.0), SMALLEST_NAME)
        for j, (name, y) in enumerate(zip(classes, anchors, strict=True)):
            wanted = j == self._session.label
            self._painter.setFont(theme.number_font(size, wanted))
            self._painter.setPen(self._theme.color("selection_text" if wanted else "text"))
            rect = QRectF(x, y - 12 * scale, room, 24 * scale)
            fits = self._painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(room) + 1)
            self._painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fits)

    # What is chosen or pointed at

    def _rings(self) -> None:
        for hit, role in ((self._session.pointed, "text"), (self._session.selection, "selection")):
            for neuron in _ends(hit):
                self._ring(neuron, role)

    def _ring(self, neuron: Neuron, role: str) -> None:
        x, y, radius = self._frame.disc(neuron)
        self._painter.setPen(QPen(self._theme.color(role), 2.4))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        reach = radius + 1 if radius else 4.0
        self._painter.drawEllipse(QPointF(x, y), reach, reach)


def heading_rect(layout: NetworkLayout, layer: int) -> QRectF:
    """Return where the number of a layer's neurons stands."""
    scale = layout.scale
    return QRectF(layout.columns[layer] - 36 * scale, 4 * scale, 72 * scale, 22 * scale)


def named_text(layout: NetworkLayout, named: Mapping[int, Discs], layer: int) -> str:
    """Return "⋮ 16 of 784"."""
    return tr("⋮ {k} of {n:,}", k=len(named[layer].members), n=layout.spec.sizes[layer])


def named_rect(layout: NetworkLayout, named: Mapping[int, Discs], layer: int) -> QRectF | None:
    """Return where it is said how many of a layer's neurons have discs; None where all have."""
    if layer not in named:
        return None
    scale, x = layout.scale, layout.columns[layer]
    metrics = QFontMetricsF(theme.number_font(CAPTION))
    width = metrics.horizontalAdvance(named_text(layout, named, layer)) + 10 * scale
    left = min(max(x - width / 2, 0.0), layout.width - width) if 0 <= x <= layout.width else x
    return below_stage(layout, left, left + width)


def caption_rect(layout: NetworkLayout, named: Mapping[int, Discs], layer: int) -> QRectF:
    """Return where it is said what the edges before `layer` show: beside what stands under the columns."""
    ends = [max(0.0, layout.columns[layer - 1]), min(layout.width, layout.columns[layer])]
    for side, n in enumerate((layer - 1, layer)):
        under = named_rect(layout, named, n)
        if under is not None:
            ends[side] = max(ends[0], under.right()) if side == 0 else min(ends[1], under.left())
    return below_stage(layout, ends[0], ends[1])


def below_stage(layout: NetworkLayout, left: float, right: float) -> QRectF:
    """Return where words stand below the edges: they reach no higher, so that edges move without them."""
    top, middle = layout.stage.bottom() + 1, layout.height - 8.5 * layout.scale
    return QRectF(left, top, right - left, 2 * (middle - top))


def caption_tip(shown: Shown, scale: float, bundle: tuple[int, int]) -> str:
    """Return what a caption means, and honestly how many edges one line stands for."""
    lines = [f"<b>{tr(SYMBOLS[shown.kind])}</b>: {tr(TEACHES[shown.kind])}"]
    if shown.values is None:
        return "<br>".join([*lines, shown.missing])
    lines.append(tr("The strongest color stands for ±{scale}.", scale=exact(scale)))
    n, m = bundle
    if (n, m) != (1, 1):
        lines.append(
            tr(
                "There are too many edges to be told apart: one line stands for the edges from {n} neighbors"
                " to {m}, and its blue and its red are the sums of theirs.",
                n=n,
                m=m,
            )
        )
    return "<br>".join(lines)


def _ends(hit: Neuron | Location | None) -> tuple[Neuron, ...]:
    """Return the neurons to be ringed for what was hit."""
    if hit is None or isinstance(hit, Neuron):
        return () if hit is None else (hit,)
    target = Neuron(hit.layer, hit.j)
    return (target,) if hit.k is None else (Neuron(hit.layer - 1, hit.k), target)
