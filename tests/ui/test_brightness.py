"""The scale of a neuron's brightness, and the legends that explain it."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from nnviz.core.network import NetworkSpec
from nnviz.ui.brightness import brightness_span
from nnviz.ui.legend import EDGES, draw_scale, scales


@pytest.mark.parametrize(
    ("activation", "values", "span"),
    [
        ("sigmoid", [0.2, 0.9], (0.0, 1.0)),
        ("tanh", [-0.2, 0.4], (-1.0, 1.0)),
        ("relu", [0.0, 2.5], (0.0, 2.5)),
        ("relu", [0.0, np.inf, 2.5], (0.0, 2.5)),
        ("relu", [0.0, 0.0], (0.0, 1e-9)),
    ],
)
def test_the_function_bounds_it_or_else_the_largest(activation, values, span):
    spec = NetworkSpec((2, len(values), 2), (activation, "sigmoid"))
    assert brightness_span(spec, 1, np.array(values)) == span


@pytest.mark.parametrize(
    ("x", "span"), [([0.0, 0.5], (0, 1)), ([0.0, 3.0], (0, 3)), ([-0.5, 0.25], (-0.5, 0.5))]
)
def test_inputs_reach_from_0_to_1_where_they_keep_within_that(x, span):
    spec = NetworkSpec((2, 2, 2), ("sigmoid", "sigmoid"))
    assert brightness_span(spec, 0, np.array(x)) == span


def test_each_function_has_one_scale():
    spec = NetworkSpec((2, 3, 3, 2), ("relu", "tanh", "relu"))
    assert [(s.name, s.low, s.high, len(s.roles)) for s in scales(spec)] == [
        ("ReLU", "0", "largest", 2),
        ("tanh", "−1", "1", 3),
    ]


def test_a_scale_runs_from_one_color_to_the_other():
    image = QImage(60, 10, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    draw_scale(painter, QRectF(0, 0, 60, 10), EDGES)
    painter.end()
    left, right = image.pixelColor(6, 5), image.pixelColor(53, 5)
    assert left.red() > left.blue()
    assert right.blue() > right.red()
