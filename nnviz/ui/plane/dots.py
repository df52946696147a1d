"""How points are drawn over a surface: discs, rings for the test, crosses where the network is wrong.

Each kind is drawn once and then copied to its places: Qt takes twenty times as long to draw every point anew.
"""

from __future__ import annotations

from functools import lru_cache
from math import ceil
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from nnviz.core.arrays import Array, BoolArray, IntArray
from nnviz.ui import theme
from nnviz.ui.class_colors import class_role

RADIUS, HOLE, RIM = 2.7, 1.4, 0.8
"""Of a disc, of a ring's hole, and the ground around them, in pixels at size 1."""

CROSS, STROKE, THIN = 3.8, 2.0, 1.2
"""How far a cross reaches, and how thick it is: of a training point, and of one of the test."""


class Look(NamedTuple):
    """How one kind of points looks.

    Attributes
    ----------
    role : str
        The theme's role of its color.
    wrong, hollow, square : bool
        A cross; a ring; with corners.
    size : float
        In pixels for one pixel at type scale 1.
    ratio : float
        Device pixels for a pixel.
    """

    role: str
    wrong: bool
    hollow: bool
    square: bool
    size: float
    ratio: float


def draw_dots(
    painter: QPainter,
    places: Array,
    labels: IntArray | None,
    wrong: BoolArray,
    n_classes: int,
    hollow: bool,
    size: float = 1.0,
) -> None:
    """Draw points, the wrong ones last.

    Parameters
    ----------
    painter : QPainter
        Open.
    places : Array
        Shape (n, 2), in the painter's coordinates.
    labels : IntArray or None
        Shape (n,), their classes.
    wrong : BoolArray
        Shape (n,), which of them the network takes for something else.
    n_classes : int
        How many classes there are.
    hollow : bool
        Whether they are rings: points of the test set.
    size : float
        Of the points, in pixels for one pixel at type scale 1.
    """
    now, ratio = theme.current(), painter.device().devicePixelRatioF()
    classes: list[int | None] = [None] if labels is None else [int(label) for label in np.unique(labels)]
    for mistaken in (False, True):
        for label in classes:
            rows = wrong == mistaken if labels is None else (wrong == mistaken) & (labels == label)
            # A palette that does not leave classes to color alone tells every other one by its shape.
            square = now.glyphs and label is not None and label % 2 == 1
            look = Look(_role(label, n_classes), mistaken, hollow, square, round(size, 2), ratio)
            _copy(painter, sprite(now, look), places[rows])


def _role(label: int | None, n_classes: int) -> str:
    return "text" if label is None else class_role(label, n_classes)


def _copy(painter: QPainter, image: QImage, places: Array) -> None:
    half = image.width() / image.devicePixelRatio() / 2
    for x, y in (places - half).tolist():
        painter.drawImage(QPointF(x, y), image)


@lru_cache(maxsize=64)
def sprite(now: theme.Theme, look: Look) -> QImage:
    """Return one point of a kind, in the middle of a square picture."""
    reach = (max(CROSS, RADIUS) + RIM + STROKE) * look.size
    side = ceil(2 * reach * look.ratio)
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(look.ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(side / look.ratio / 2, side / look.ratio / 2)
    painter.scale(look.size, look.size)
    (_cross if look.wrong else _disc)(painter, now, look)
    painter.end()
    return image


def _disc(painter: QPainter, now: theme.Theme, look: Look) -> None:
    ground, ink = now.color("background"), now.color(look.role)
    cap = Qt.PenCapStyle.SquareCap if look.square else Qt.PenCapStyle.RoundCap
    for radius, color in ((RADIUS + RIM, ground), (RADIUS, ink), (HOLE, ground))[: 3 if look.hollow else 2]:
        painter.setPen(QPen(color, 2 * radius, c=cap))
        painter.drawPoint(QPointF(0, 0))


def _cross(painter: QPainter, now: theme.Theme, look: Look) -> None:
    stroke = THIN if look.hollow else STROKE
    for width, role in ((stroke + 2 * RIM, "background"), (stroke, look.role)):
        painter.setPen(QPen(now.color(role), width, c=Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(-CROSS, -CROSS), QPointF(CROSS, CROSS))
        painter.drawLine(QPointF(-CROSS, CROSS), QPointF(CROSS, -CROSS))


def nowhere(n: int) -> BoolArray:
    """Return that none of n points is wrong."""
    return np.zeros(n, np.bool_)
