"""A small picture of what is in a data set: some of its images, or its points."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.core.arrays import IntArray
from nnviz.data.sample import Sample
from nnviz.ui import ink, theme
from nnviz.ui.class_colors import class_role
from nnviz.wording import tr

AIR = 0.08
"""Of a plot's width and height that stays free on each side."""

DOT = 2.2
"""The radius of a point, at type scale 1."""

CRISP = 2
"""Images enlarged so many times keep their pixels sharp."""

_SMOOTH = QPainter.RenderHint.SmoothPixmapTransform
_ROUND = QPainter.RenderHint.Antialiasing


class SamplePicture:
    """Draws a sample; the images are colored once.

    Parameters
    ----------
    sample : Sample
        What is drawn.
    """

    def __init__(self, sample: Sample) -> None:
        self._sample = sample
        self._images: list[QImage] = []
        self._theme: theme.Theme | None = None

    def images(self) -> list[QImage]:
        """Return the images in the theme now in use, a pixel for each of their own."""
        if self._theme is not theme.current():
            self._theme = theme.current()
            images = self._sample.images
            self._images = [] if images is None else [ink.picture(image) for image in images]
        return self._images

    def draw(self, painter: QPainter, place: QRectF, cell: float, dot: float) -> None:
        """Draw as many images as there is room for, or all points.

        Parameters
        ----------
        painter : QPainter
            Open.
        place : QRectF
            Where.
        cell, dot : float
            The side of one image's place, and the radius of a point.
        """
        painter.save()
        if self._sample.points is not None:
            self._draw_points(painter, place, dot)
        else:
            self._draw_images(painter, place, cell)
        painter.restore()

    def _draw_images(self, painter: QPainter, place: QRectF, cell: float) -> None:
        images = self.images()
        columns = max(int(place.width() // cell), 1)
        rows = max(min(int(place.height() // cell), -(-len(images) // columns)), 1)
        left = place.left() + (place.width() - columns * cell) / 2
        top = place.top() + (place.height() - rows * cell) / 2
        for i, image in enumerate(images[: rows * columns]):
            row, column = divmod(i, columns)
            factor = cell / max(image.width(), image.height())
            factor = int(factor) if factor >= CRISP else factor
            painter.setRenderHint(_SMOOTH, factor < CRISP)
            where = QRectF(0, 0, image.width() * factor, image.height() * factor)
            where.moveCenter(QPointF(left + (column + 0.5) * cell, top + (row + 0.5) * cell))
            painter.drawImage(where, image)

    def _draw_points(self, painter: QPainter, place: QRectF, dot: float) -> None:
        points, labels = self._sample.points, self._sample.labels
        assert points is not None
        now = theme.current()
        low, high = points.min(axis=0), points.max(axis=0)
        span = np.where(high > low, high - low, 1)
        room = np.array([place.width(), place.height()])
        if self._sample.one_scale:
            span, room = np.full(2, span.max()), np.full(2, room.min())
        middle, air = (low + high) / 2, 1 - 2 * AIR
        at = (points - middle) / span * air * room * (1, -1) + (place.center().x(), place.center().y())
        painter.setRenderHint(_ROUND)
        painter.setPen(Qt.PenStyle.NoPen)
        roles = ["curve"] * len(at) if labels is None else self._roles(labels)
        for role, (x, y) in zip(roles, at.tolist(), strict=True):
            painter.setBrush(now.color(role))
            painter.drawEllipse(QPointF(x, y), dot, dot)

    def _roles(self, labels: IntArray) -> list[str]:
        facts = self._sample.facts
        classes = () if facts is None or facts.classes is None else facts.classes
        n = max(len(classes), int(labels.max()) + 1)
        return [class_role(label, n) for label in labels.tolist()]


class SampleView(QWidget):
    """Shows a sample as large as there is room for.

    Parameters
    ----------
    rows, columns : int
        Of images, for which it asks for room.
    cell : float
        The side of one image's place, at type scale 1.
    """

    def __init__(self, rows: int, columns: int, cell: float) -> None:
        super().__init__()
        self._rows, self._columns, self._cell = rows, columns, cell
        self._picture: SamplePicture | None = None
        self._count = 0
        self._words = ""
        self.setAccessibleName(tr("The first examples"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        theme.on_change(self, self._restyle)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def show_sample(self, sample: Sample | None, words: str = "") -> None:
        """Show a sample; where there is none, some words."""
        self._picture = None if sample is None else SamplePicture(sample)
        self._count = 0 if sample is None or sample.images is None else len(sample.images)
        self._words = words
        self._restyle()

    @property
    def count(self) -> int:
        """How many images there are."""
        return self._count

    def image(self, i: int) -> QImage:
        """Return image `i`, a pixel for each of its own."""
        assert self._picture is not None
        return self._picture.images()[i]

    def sizeHint(self) -> QSize:
        """Return room for all rows."""
        cell = theme.px(self._cell)
        rows = self._rows if not self._count else min(-(-self._count // self._columns), self._rows)
        return QSize(round(self._columns * cell), round(rows * cell))

    def minimumSizeHint(self) -> QSize:
        """Return a size that leaves the room to words and fields."""
        return QSize(round(theme.px(self._cell)), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture, or the words."""
        painter, place, cell = QPainter(self), QRectF(self.rect()), theme.px(self._cell)
        if place.height() < cell:
            pass  # no room for a picture
        elif self._picture is not None:
            if self._count:  # no more in a row than it asked for
                place.setWidth(min(place.width(), self._columns * cell))
                place.moveCenter(QRectF(self.rect()).center())
            self._picture.draw(painter, place, cell, theme.px(DOT))
        else:
            draw_words(painter, place, self._words)
        painter.end()


def draw_words(painter: QPainter, place: QRectF, words: str) -> None:
    """Write in place of a picture."""
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.setPen(QPen(theme.current().color("text_muted")))
    painter.setFont(theme.number_font(0.85))
    air = theme.px(4)
    painter.drawText(place.adjusted(air, air, -air, -air), int(flags), words)
