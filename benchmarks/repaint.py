"""One repaint of all 12,960 edges after every weight has changed, against lines drawn one by one."""

from collections.abc import Callable
from itertools import cycle

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QLineF
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from benchmarks import subjects
from benchmarks.harness import interleave, main, milliseconds, one_thread
from benchmarks.report import Comparison, Goal, Report
from benchmarks.windows import Exchange, application, pass_time, show
from nnviz.core.network import Parameters
from nnviz.ui import theme
from nnviz.ui.network.edges import Coverage
from nnviz.ui.network.layout import NetworkLayout
from nnviz.ui.network.tone import strengths, tone_table
from nnviz.ui.network.view import NetworkView
from nnviz.ui.offscreen import without_noise

SIZES = {(1280, 720): 10.0, (3840, 2160): 33.0}
"""The view's size, and the goal in ms."""

LESS_THAN_LINES = 1 / 50
"""What the repaint may take of the time that QPainter needs for translucent lines."""

READY = 1.0
"""Seconds in which the view, nothing else being done, prepares what quick changes need."""

TRANSLUCENT, OPAQUE = "QPainter, translucent lines", "QPainter, opaque lines"
GRAPH, WHOLE, PICTURE = "pyqtgraph.GraphItem", "one repaint of the network view", "the edges' picture alone"
LAYOUT = "new lines: coverage after a change of size"

Repaint = Callable[[], object]


def measure(brief: bool) -> Report:
    """Compare at both sizes."""
    found: list[Comparison] = []
    with one_thread(), without_noise():
        application()
        pg.setConfigOptions(antialias=True)
        for (width, height), goal in SIZES.items():
            rounds = 1 if brief else 9 if width < 2000 else 3
            found += _compare(width, height, goal, rounds)
    return Report(
        "repaint",
        "Repaint",
        "Milliseconds from new parameters to the painted view of a 784-16-16-10 network, all 12,960 edges, "
        "offscreen and without a GPU, on one thread. The peers draw the same lines antialiased in the same "
        "places into a pixmap of the same size, with a pen for every edge in the color of its weight; the "
        "opaque ones blend that color with the background beforehand. They draw no neurons, numbers or "
        "names; the view does. As in a training, the view shows parameters that come one right after the "
        "other, where its first gap has fewer columns and rows than at rest.",
        tuple(found),
        brief=brief,
    )


def _compare(width: int, height: int, goal: float, rounds: int) -> list[Comparison]:
    two = tuple(subjects.network(subjects.SMALL, seed) for seed in (1, 2))
    layout = NetworkLayout(two[0].spec, width, height)
    edges = edge_picture(layout, two)
    turns: dict[str, Repaint] = {
        WHOLE: view(width, height, two),
        PICTURE: edges,
        TRANSLUCENT: lines(layout, two, opaque=False),
        OPAQUE: lines(layout, two, opaque=True),
        GRAPH: graph(layout, two),
    }
    ms = interleave(
        {name: milliseconds(work, 3 if "Q" not in name else 1) for name, work in turns.items()}, rounds
    )
    rebuilt = interleave({LAYOUT: milliseconds(lambda: coverages(layout))}, min(rounds, 3))
    at = f"{width}×{height}"
    goals = {TRANSLUCENT: Goal("ratio", "most", LESS_THAN_LINES)}
    reached = Goal("value", "most", goal)
    return [
        *(
            Comparison(f"{WHOLE}, {at}", "ms", ms[WHOLE], peer, ms[peer], goals.get(peer, reached))
            for peer in (TRANSLUCENT, OPAQUE, GRAPH)
        ),
        Comparison(f"{PICTURE}, {at}", "ms", ms[PICTURE], OPAQUE, ms[OPAQUE]),
        Comparison(f"{LAYOUT}, {at}", "ms", rebuilt[LAYOUT]),
    ]


def view(width: int, height: int, two: tuple[Parameters, ...]) -> Repaint:
    """Return the repaint of the real view: new parameters, then its paint event into a pixmap."""
    session = Exchange(subjects.synthetic(100, 10))
    widget = NetworkView(session)
    show(widget, width, height)
    widget.settle()
    pass_time(READY)
    pixmap, coming = QPixmap(widget.size()), cycle(two)
    if (pixmap.width(), pixmap.height()) != (width, height):
        raise RuntimeError(f"the view is {pixmap.width()}×{pixmap.height()} and not {width}×{height}")

    def repaint() -> None:
        session.exchange(next(coming))
        widget.render(pixmap)

    return repaint


def coverages(layout: NetworkLayout) -> dict[int, Coverage]:
    """Return how the lines cover the pixels, which changes with the layout alone."""
    return {layer: Coverage(layout.gap(layer, 1.0)) for layer in layout.spec.layers}


def edge_picture(layout: NetworkLayout, two: tuple[Parameters, ...]) -> Repaint:
    """Return the way from weights to pixels as the view goes it in a hurry, before Qt gets to see them."""
    covering = {layer: coverage.draft() for layer, coverage in coverages(layout).items()}
    coming = cycle(two)
    table = tone_table(*(np.array(_rgb(role), float) for role in ("background", "positive", "negative")))

    def repaint() -> None:
        parameters = next(coming)
        for layer, coverage in covering.items():
            drawn, _ = strengths(parameters.blocks[layer][:-1].ravel(), 1.0)
            coverage.picture(drawn, coverage.gain(drawn), table)

    return repaint


def lines(layout: NetworkLayout, two: tuple[Parameters, ...], opaque: bool) -> Repaint:
    """Return the repaint that one writes first: a pen and a line for each edge."""
    pixmap, coming = QPixmap(layout.width, layout.height), cycle(two)
    places = [QLineF(*ends) for ends in _ends(layout)]

    def repaint() -> None:
        pixmap.fill(theme.current().color("background"))
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = (_blended if opaque else _inks)(layout, next(coming))
        for line, color in zip(places, colors.tolist(), strict=True):
            painter.setPen(QPen(QColor(*color), 1))
            painter.drawLine(line)
        painter.end()

    return repaint


def graph(layout: NetworkLayout, two: tuple[Parameters, ...]) -> Repaint:
    """Return the repaint of pyqtgraph's item for graphs, with a pen for each edge and no symbols."""
    widget = pg.GraphicsView(background=theme.current().color("background"))
    box = pg.ViewBox(enableMenu=False)
    widget.setCentralItem(box)
    show(widget, layout.width, layout.height)
    ends, coming = _ends(layout), cycle(two)
    item = pg.GraphItem()
    fields = [("red", "u1"), ("green", "u1"), ("blue", "u1"), ("alpha", "u1"), ("width", "f4")]
    pens = np.ones(len(ends), fields)
    numbers = np.arange(2 * len(ends)).reshape(-1, 2)
    item.setData(pos=ends.reshape(-1, 2), adj=numbers, pen=pens, size=0, symbolPen=None, symbolBrush=None)
    box.addItem(item)
    box.setRange(xRange=(0, layout.width), yRange=(0, layout.height), padding=0)
    pass_time(0.2)
    pixmap = QPixmap(layout.width, layout.height)

    def repaint() -> None:
        for name, values in zip(
            ("red", "green", "blue", "alpha"), _inks(layout, next(coming)).T, strict=True
        ):
            pens[name] = values
        item.setPen(pens)
        painter = QPainter(pixmap)
        widget.render(painter)
        painter.end()

    return repaint


def _ends(layout: NetworkLayout) -> np.ndarray:
    """Return x, y of both ends of every edge, shape (edges, 4), in the order of θ."""
    found = []
    for layer in layout.spec.layers:
        left, right = layout.anchors[layer - 1], layout.anchors[layer]
        y1, y2 = np.repeat(left, len(right)), np.tile(right, len(left))
        x1, x2 = (np.full(len(y1), float(layout.columns[n])) for n in (layer - 1, layer))
        found.append(np.stack([x1, y1, x2, y2], axis=1))
    return np.concatenate(found)


def _strengths(layout: NetworkLayout, parameters: Parameters) -> np.ndarray:
    blocks = (parameters.blocks[layer][:-1].ravel() for layer in layout.spec.layers)
    return np.concatenate([strengths(values, 1.0)[0] for values in blocks])


def _inks(layout: NetworkLayout, parameters: Parameters) -> np.ndarray:
    """Return red, green, blue and alpha of every edge, shape (edges, 4)."""
    signed = _strengths(layout, parameters)
    rgb = np.where(signed[:, None] >= 0, _rgb("positive"), _rgb("negative"))
    return np.column_stack([rgb, np.rint(255 * np.abs(signed))]).astype(int)


def _blended(layout: NetworkLayout, parameters: Parameters) -> np.ndarray:
    """Return the same colors over the background, opaque, shape (edges, 3)."""
    inks = _inks(layout, parameters)
    share, ground = inks[:, 3:] / 255, np.array(_rgb("background"))
    return np.asarray(np.rint(ground + share * (inks[:, :3] - ground)), int)


def _rgb(role: str) -> tuple[int, int, int]:
    color = theme.current().color(role)
    return color.red(), color.green(), color.blue()


if __name__ == "__main__":
    main(measure)
