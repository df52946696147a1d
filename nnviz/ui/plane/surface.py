"""The large surface with its points, as it is seen; what hands can do with it is in `hand.py`."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.core.arrays import Array, BoolArray
from nnviz.core.surface import Rectangle
from nnviz.data.dataset import PartName
from nnviz.session import ExampleRef, Session
from nnviz.ui import theme
from nnviz.ui.plane.axes import Axes
from nnviz.ui.plane.dots import draw_dots, nowhere
from nnviz.ui.plane.seen import MOST, PARTS, Seen
from nnviz.ui.plane.shades import STRENGTH, Shade, shade
from nnviz.ui.sign_marks import draw_stripes
from nnviz.wording import tr

NEAR = 8.0
"""So near to a point the mouse means it, in pixels at type scale 1."""

FULL = 300.0
"""The side of a surface on which points have their full size, in pixels at type scale 1."""

NOWHERE = Rectangle((-1.0, -1.0), (1.0, 1.0))


class Surface(QWidget):
    """One surface in colors, with axes and points.

    Signals
    -------
    told()
        What is pointed at is another, or what is shown of it has changed.

    Parameters
    ----------
    session : Session
        Whose points.
    """

    told = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._seen: Seen | None = None
        self._shade: Shade | None = None
        self._at: tuple[float, float] | None = None
        self._hover: ExampleRef | None = None
        self.shows_test = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Surface over the plane, with the points"))
        theme.on_change(self, self._recolor)

    # What it shows

    def show_seen(self, seen: Seen | None) -> None:
        """Show other numbers, or none."""
        self._seen = seen
        self._recolor()

    def shade(self) -> Shade | None:
        """Return the surface in its colors."""
        return self._shade

    def _recolor(self) -> None:
        self._shade = None if self._seen is None else shade(self._seen)
        if self._shade is not None:
            colors = self._shade.colors
            rows, columns = colors.shape[:2]
            self._image = QImage(colors.data, columns, rows, 4 * columns, QImage.Format.Format_RGBA8888)
        self.update()

    def show_test(self, on: bool) -> None:
        """Show the points of the test set too, or not."""
        self.shows_test = on
        self.update()
        self.told.emit()

    def minimumSizeHint(self) -> QSize:
        """Return the least room in which points can be hit."""
        return QSize(round(theme.px(150)), round(theme.px(130)))

    # Where

    def axes(self) -> Axes:
        """Return where the plane lies."""
        known = self._session.points.plane
        return Axes.fit(self.width(), self.height(), NOWHERE if known is None else known.square)

    def place_of(self, ref: ExampleRef) -> QPointF | None:
        """Return where an example's point is on the screen; None where that is not known."""
        known = self._session.points.plane
        places = None if known is None else known.places.get(ref.split)
        if places is None or ref.index >= len(places):
            return None
        return self.axes().point(*places[ref.index].tolist())

    def point_at(self, at: QPointF) -> ExampleRef | None:
        """Return the example whose point is nearest to a place; None where none is near."""
        found: tuple[float, ExampleRef] | None = None
        for part in PARTS if self.shows_test else PARTS[:1]:
            places = self._on_screen(part)
            if len(places):
                away = np.hypot(places[:, 0] - at.x(), places[:, 1] - at.y())
                nearest = int(away.argmin())
                if away[nearest] <= theme.px(NEAR) and (found is None or away[nearest] < found[0]):
                    found = float(away[nearest]), ExampleRef(part, nearest)
        return None if found is None else found[1]

    def _on_screen(self, part: PartName) -> Array:
        known = self._session.points.plane
        places = None if known is None else known.places.get(part)
        return np.zeros((0, 2)) if places is None else self.axes().on_screen(places[:MOST])

    def at(self) -> tuple[float, float] | None:
        """Return the place of the plane that the mouse or the cross-hair is at."""
        return self._at

    def hovered(self) -> ExampleRef | None:
        """Return the example whose point is there."""
        return self._hover

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw surface, axes and points."""
        axes, painter = self.axes(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(axes.plot, theme.current().color("background"))
        if self._shade is not None:
            painter.setOpacity(STRENGTH)
            painter.drawImage(axes.plot, self._image)
            painter.setOpacity(1.0)
            self._mark_signs(painter, axes.plot)
        axes.draw(painter, self._session.points.names)
        painter.setPen(QPen(theme.current().color("border"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(axes.plot)
        for part in reversed(PARTS) if self.shows_test else PARTS[:1]:
            self._draw_points(painter, part)
        self._draw_rings(painter)
        self._draw_cross_hair(painter, axes)
        painter.end()

    def _mark_signs(self, painter: QPainter, plot: QRectF) -> None:
        assert self._shade is not None
        values = self._shade.signed
        if values is not None:
            draw_stripes(painter, plot.topLeft(), plot.width() / len(values), values, self._shade.scale)

    def _draw_points(self, painter: QPainter, part: PartName) -> None:
        places, data = self._on_screen(part), self._session.dataset
        labels = data.split(part).labels
        labels = None if labels is None else labels[:MOST]
        n_classes = len(data.classes or ()) or data.n_outputs
        draw_dots(painter, places, labels, self.wrong(part), n_classes, part == "test", self.dot_size())

    def dot_size(self) -> float:
        """Return how large points are: smaller where there is little room for them."""
        return theme.current_scale() * float(np.clip(self.axes().plot.width() / theme.px(FULL), 0.5, 1.0))

    def wrong(self, part: PartName) -> BoolArray:
        """Return which of the shown points of a part the network takes for something else."""
        labels, n = self._session.dataset.split(part).labels, len(self._on_screen(part))
        taken = None if self._seen is None else self._seen.guesses.get(part)
        if labels is None or taken is None or len(taken) != n:
            return nowhere(n)
        return np.asarray(taken != labels[:MOST])

    def _draw_rings(self, painter: QPainter) -> None:
        """Mark the example in gold, and the point under the mouse."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for ref, role in ((self._session.example, "selection"), (self._hover, "text")):
            place = None if ref is None else self.place_of(ref)
            if place is not None:
                size = self.dot_size()
                for color, width in (("background", 4.0), (role, 2.0)):
                    painter.setPen(QPen(theme.current().color(color), size * width))
                    painter.drawEllipse(place, 7 * size, 7 * size)

    def _draw_cross_hair(self, painter: QPainter, axes: Axes) -> None:
        if not self.hasFocus():
            return
        painter.setPen(QPen(theme.current().color("focus"), 2))
        painter.drawRect(axes.plot.adjusted(-1, -1, 1, 1))
        if self._at is not None:
            at, reach = axes.point(*self._at), theme.px(10)
            painter.drawLine(at - QPointF(reach, 0), at + QPointF(reach, 0))
            painter.drawLine(at - QPointF(0, reach), at + QPointF(0, reach))
