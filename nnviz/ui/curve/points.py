"""The points of both sets: where they are, which one is near, and their picture, made once for each place."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from nnviz.core.arrays import Array
from nnviz.data.dataset import Dataset
from nnviz.session import ExampleRef
from nnviz.ui import theme
from nnviz.ui.plane.axes import Axes

RADIUS, RIM = 3.2, 1.4
"""Of a point, and how thick the ring of a hollow one is, in pixels at type scale 1."""

NEAR = 10.0
"""How near the mouse must be."""

MANY = 1000
"""From so many points on they are drawn smaller and fainter, so that they do not become one patch."""


class Points:
    """All examples of a data set of one input and one output.

    Parameters
    ----------
    data : Dataset
        Their data.

    Attributes
    ----------
    places : Array
        Shape (n, 2), those for training first.
    """

    def __init__(self, data: Dataset) -> None:
        self.data = data
        self._n_train = len(data.train)
        parts = (np.column_stack([split.x[:, 0], split.targets[:, 0]]) for split in (data.train, data.test))
        self.places: Array = np.concatenate(list(parts)).astype(np.float64)
        self._order = np.argsort(self.places[:, 0], kind="stable")
        self._picture: tuple[tuple[object, ...], QPixmap] | None = None

    def __len__(self) -> int:
        return len(self.places)

    def ref(self, row: int) -> ExampleRef:
        """Return which example a row is."""
        if row < self._n_train:
            return ExampleRef("train", row)
        return ExampleRef("test", row - self._n_train)

    def row(self, ref: ExampleRef) -> int:
        """Return the row of an example."""
        return ref.index + (0 if ref.split == "train" else self._n_train)

    def nearest(self, axes: Axes, at: QPointF) -> int | None:
        """Return the row of the point under the mouse."""
        apart = axes.on_screen(self.places) - (at.x(), at.y())
        distances = np.hypot(apart[:, 0], apart[:, 1])
        row = int(distances.argmin())
        return row if distances[row] <= theme.px(NEAR) else None

    def beside(self, row: int, step: int) -> int:
        """Return the next point to the right (step 1) or to the left (−1); the same at the end."""
        place = int(np.flatnonzero(self._order == row)[0]) + step
        return int(self._order[min(max(place, 0), len(self) - 1)])

    def draw(self, painter: QPainter, axes: Axes, size: QSize) -> None:
        """Draw all points; they stand still while the network moves."""
        ratio = painter.device().devicePixelRatioF()
        made_from = (axes, size, ratio, theme.current(), theme.current_scale())
        if self._picture is None or self._picture[0] != made_from:
            self._picture = made_from, self._drawn(axes, size, ratio)
        painter.drawPixmap(0, 0, self._picture[1])

    def _drawn(self, axes: Axes, size: QSize, ratio: float) -> QPixmap:
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(axes.plot)
        places = [QPointF(x, y) for x, y in axes.on_screen(self.places).tolist()]
        draw_filled(painter, places[: self._n_train], self._share())
        draw_hollow(painter, places[self._n_train :], self._share())
        painter.end()
        return pixmap

    def _share(self) -> float:
        return 1.0 if len(self) < MANY else 0.6


def draw_filled(painter: QPainter, places: list[QPointF], share: float = 1.0) -> None:
    """Draw points of the training set, in a share of their size and strength."""
    pen = QPen(theme.current().color("plot_train", 0.85 * share), 2 * theme.px(RADIUS) * share)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawPoints(places)


def draw_hollow(painter: QPainter, places: list[QPointF], share: float = 1.0) -> None:
    """Draw points of the test set."""
    painter.setPen(QPen(theme.current().color("plot_test", 0.95 * share), theme.px(RIM)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = theme.px(RADIUS) * share
    for place in places:
        painter.drawEllipse(place, radius, radius)
