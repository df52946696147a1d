"""A whole network on little room: its edges, or what its first layer looks for."""

from __future__ import annotations

from functools import lru_cache
from math import ceil, prod

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from nnviz.core.arrays import Array
from nnviz.core.network import NetworkSpec, Parameters
from nnviz.core.passes import Forward
from nnviz.ui import theme
from nnviz.ui.arrangement import arrange
from nnviz.ui.network.edges import Coverage
from nnviz.ui.network.gap import Gap
from nnviz.ui.network.tone import Colors, strengths, tone_table

LIMIT = 250_000
"""What the matrix of one gap may hold: ten of these are drawn ten times a second."""

LARGEST = 5.0
"""The radius of a neuron."""

FIRST = 1.6
"""The gap behind the inputs is so much wider than the others."""


def heights(count: int, height: int) -> Array:
    """Return where a layer's neurons stand, spread over the height."""
    if count == 1:
        return np.array([height / 2])
    margin = min(LARGEST + 1, height / 2 / count)
    return np.linspace(margin, height - margin, count)


def columns(spec: NetworkSpec, width: int) -> list[int]:
    """Return the x of every layer."""
    shares = np.ones(spec.depth)
    shares[0] = FIRST if spec.depth > 1 else 1.0
    room = width - 2 * LARGEST - 2
    ends = np.concatenate([[0], np.cumsum(shares / shares.sum())]) * room
    return [round(LARGEST + 1 + end) for end in ends.tolist()]


@lru_cache(maxsize=12)
def coverages(sizes: tuple[int, ...], width: int, height: int) -> dict[int, Coverage]:
    """Return the lines of every gap; all lanes of one shape share them."""
    spec = NetworkSpec(sizes, ("identity",) * (len(sizes) - 1))
    xs = columns(spec, width)
    return {
        layer: Coverage(
            Gap(
                max(xs[layer] - xs[layer - 1], 4),
                height,
                heights(sizes[layer - 1], height),
                heights(sizes[layer], height),
            ),
            LIMIT,
        )
        for layer in spec.layers
    }


def edges_image(parameters: Parameters, width: int, height: int) -> QImage:
    """Return the picture of all edges, width × height device pixels."""
    now, spec = theme.current(), parameters.spec
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(now.color("background"))
    table = _colors(now.background, now.positive, now.negative)
    xs, lines = columns(spec, width), coverages(spec.sizes, width, height)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for layer, coverage in lines.items():
        drawn, _ = strengths(np.ascontiguousarray(parameters.blocks[layer][:-1]).ravel(), 1.0)
        colors = coverage.picture(drawn, coverage.gain(drawn), table)
        rows, cells = colors.shape
        gap = QImage(colors.data, cells, rows, cells * 4, QImage.Format.Format_RGB32)
        painter.drawImage(QRectF(xs[layer - 1], 0, coverage.gap.width, height), gap)
    painter.end()
    return image


@lru_cache(maxsize=4)
def _colors(*names: str) -> Colors:
    """Return the tone curve of a theme: its ground, its positive and its negative color."""
    ground, positive, negative = (
        np.array([color.red(), color.green(), color.blue()], np.float64) for color in map(QColor, names)
    )
    return tone_table(ground, positive, negative)


def draw_neurons(painter: QPainter, spec: NetworkSpec, passed: Forward, width: int, height: int) -> None:
    """Draw the neurons that can be told apart, filled by their activations of one example."""
    now, xs = theme.current(), columns(spec, width)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(now.color("neuron_ring"), 1))
    for layer in spec.layers:
        ys = heights(spec.sizes[layer], height).tolist()
        radius = min(LARGEST, 0.42 * height / spec.sizes[layer])
        if radius < 1.5:
            continue
        values, function = passed.a[layer][0], spec.activation(layer)
        most = float(np.abs(values).max(initial=0.0)) or 1.0
        low = -most if function.low is None else function.low
        fills = theme.neuron_colors(now, values, low, most if function.high is None else function.high)
        for y, fill in zip(ys, fills.tolist(), strict=True):
            painter.setBrush(QColor(*fill))
            painter.drawEllipse(QPointF(xs[layer], y), radius, radius)


def weights_table(
    parameters: Parameters, image_shape: tuple[int, ...] | None, room: tuple[float, float]
) -> Array:
    """Return the first layer's weights in −1 … 1, one picture for each neuron, in a grid that suits the room.

    Each neuron has its own scale; NaN stands where there is nothing.
    """
    weights, inputs = parameters.weights(1), parameters.spec.sizes[0]
    fits = image_shape is not None and prod(image_shape) == inputs  # the data may be others by now
    cells = arrange(inputs, image_shape if fits else None)
    rows, cols = cells.shape
    count = min(len(weights), most_pictures(room, (rows, cols)))
    across = _across(count, room, (rows, cols))
    down = ceil(count / across)
    table = np.full((down * (rows + 1) - 1, across * (cols + 1) - 1), np.nan)
    for j in range(count):
        top, left = (j // across) * (rows + 1), (j % across) * (cols + 1)
        scale = float(np.abs(weights[j]).max(initial=0.0)) or 1.0
        table[top : top + rows, left : left + cols] = np.where(cells >= 0, weights[j][cells] / scale, np.nan)
    return table


def weights_image(table: Array) -> QImage:
    """Return the picture of such a table, one pixel for each weight; what is nothing is transparent."""
    there = ~np.isnan(table)
    colors = theme.sign_colors(theme.current(), np.where(there, table, 0.0), 1.0, theme.current().surface)
    colors[~there] = 0
    height, width = table.shape
    return QImage(colors.data, width, height, width * 4, QImage.Format.Format_RGBA8888).copy()


def most_pictures(room: tuple[float, float], shape: tuple[int, int]) -> int:
    """Return how many pictures have a room in which a cell is half a pixel at least."""
    width, height = room
    return max(int(width / (0.5 * shape[1] + 1)) * int(height / (0.5 * shape[0] + 1)), 1)


def _across(count: int, room: tuple[float, float], shape: tuple[int, int]) -> int:
    """Return how many stand in a row, so that they become as large as possible."""
    width, height = room

    def side(n: int) -> float:
        return min(width / (n * (shape[1] + 1)), height / (ceil(count / n) * (shape[0] + 1)))

    return max(range(1, count + 1), key=side)


def fitted(image: QImage, room: QRectF) -> QRectF:
    """Return where a picture stands in a room, in its own proportions."""
    scale = min(room.width() / image.width(), room.height() / image.height())
    width, height = image.width() * scale, image.height() * scale
    return QRectF(room.center().x() - width / 2, room.center().y() - height / 2, width, height)


def grid(count: int, room: tuple[float, float], ratio: float = 1.25) -> tuple[int, int]:
    """Return columns and rows of `count` cells whose sides come nearest to a ratio of width to height."""
    width, height = room

    def area(across: int) -> float:
        w, h = width / across, height / ceil(count / across)
        return min(w, h * ratio) ** 2 / ratio

    across = max(range(1, count + 1), key=area) if count else 1
    return across, ceil(max(count, 1) / across)
