"""The networks of all lanes side by side: painted in cells, one of which can be chosen."""

from __future__ import annotations

import time
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from nnviz.core.arrays import Array
from nnviz.core.network import NetworkSpec, Parameters
from nnviz.core.passes import forward
from nnviz.session import Session
from nnviz.training.race import LaneNews
from nnviz.ui import theme
from nnviz.ui.fields import OwnKeys
from nnviz.ui.race.marks import draw_mark
from nnviz.ui.race.small import draw_neurons, edges_image, fitted, grid, weights_image, weights_table
from nnviz.ui.sign_marks import draw_stripes
from nnviz.wording import tr
from nnviz.wording.race import lane_name, lane_sentence
from nnviz.wording.standing import result_value

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

LARGE = 300_000
"""From so many parameters on the neurons are left out: ten forward passes would take too long."""

MOMENT = 0.012
"""Seconds that drawing may take at a time while a race runs."""

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Kept(NamedTuple):
    """A picture, and what it was made from."""

    parameters: Parameters
    kind: str
    size: tuple[int, int]
    x: Array | None
    image: QImage
    table: Array | None

    @property
    def spec(self) -> NetworkSpec:
        """The network's shape."""
        return self.parameters.spec

    def shows(self, parameters: Parameters, kind: str, size: tuple[int, int], x: Array | None) -> bool:
        """Say whether it is the picture of these."""
        same = self.parameters is parameters and (self.kind, self.size) == (kind, size)
        return same and (x is self.x or (x is not None and self.x is not None and np.array_equal(x, self.x)))


class Networks(QWidget):
    """One cell for each lane; a click chooses it.

    Parameters
    ----------
    session : Session
        Whose race is shown, and whose example runs through the networks.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._kind = "edges"
        self._kept: dict[int, Kept] = {}
        self._next = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(tr("The networks of the race"))
        self.setToolTip(
            tr("A click, or ← and →, chooses a lane; it then stands out in the curves and the table.")
        )
        OwnKeys(self, frozenset(_STEPS))
        theme.on_change(self, self.recolor)

    def recolor(self) -> None:
        """Draw everything anew."""
        self._kept.clear()
        self.freshen()

    def show_kind(self, kind: str) -> None:
        """Show "edges", or "weights" of the first layer."""
        self._kind = kind
        self.recolor()

    def minimumSizeHint(self) -> QSize:
        """Return a size that never widens the window."""
        return QSize(round(theme.px(200)), round(theme.px(140)))

    # Where the cells are

    def cell(self, index: int) -> QRectF:
        """Return where a lane stands."""
        gap = theme.px(8)
        across, down = grid(len(self._session.race.lanes), (self.width(), self.height()))
        width, height = (
            (self.width() - gap * (across - 1)) / across,
            (self.height() - gap * (down - 1)) / down,
        )
        row, column = divmod(index, across)
        return QRectF(column * (width + gap), row * (height + gap), width, height)

    def picture_rect(self, index: int) -> QRectF:
        """Return where a lane's network stands, below its name."""
        pad = theme.px(6)
        return self.cell(index).adjusted(pad, theme.px(24), -pad, -pad)

    def cell_at(self, point: QPointF) -> int | None:
        """Return the lane at a point."""
        lanes = range(len(self._session.race.lanes))
        return next((index for index in lanes if self.cell(index).contains(point)), None)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw all cells."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.number_font(0.9))
        for index in range(len(self._session.race.lanes)):
            self._draw(painter, index)
        painter.end()

    def _draw(self, painter: QPainter, index: int) -> None:
        now, race = theme.current(), self._session.race
        cell, chosen = self.cell(index), race.chosen == index
        painter.setPen(QPen(now.color("selection" if chosen else "border"), theme.px(2) if chosen else 1))
        painter.setBrush(now.color("background"))
        painter.drawRoundedRect(cell.adjusted(1, 1, -1, -1), 6, 6)
        news = race.news[index] if index < len(race.news) else None
        self._draw_head(painter, index, cell, news)
        if news is not None:
            self._draw_network(painter, index, news)

    def _draw_head(self, painter: QPainter, index: int, cell: QRectF, news: LaneNews | None) -> None:
        now, line = theme.current(), QRectF(cell)
        line.setHeight(theme.px(24))
        line.adjust(theme.px(8), 0, -theme.px(8), 0)
        draw_mark(painter, QPointF(line.left() + theme.px(4), line.center().y()), index, theme.px(4))
        text, role = _standing(news)
        painter.setPen(now.color(role))
        painter.drawText(line, _RIGHT, text)
        metrics = painter.fontMetrics()
        room = line.width() - metrics.horizontalAdvance(text) - theme.px(20)
        name = lane_name(self._session.race.lanes[index], self._session.dataset.classes)
        painter.setPen(now.color("text"))
        line.adjust(theme.px(14), 0, 0, 0)
        painter.drawText(line, _LEFT, metrics.elidedText(name, Qt.TextElideMode.ElideRight, round(room)))

    def _draw_network(self, painter: QPainter, index: int, news: LaneNews) -> None:
        room = self.picture_rect(index)
        if room.width() < 30 or room.height() < 20:
            return
        kept = self._kept.get(index)
        if kept is None or kept.kind != self._kind or kept.spec != news.parameters.spec:
            self._make(index)
        kept = self._kept[index]
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if kept.table is None:
            painter.drawImage(room, kept.image)
            return
        place = fitted(kept.image, room)
        painter.drawImage(place, kept.image)
        draw_stripes(painter, place.topLeft(), place.width() / kept.table.shape[1], kept.table, 1.0)

    # The pictures

    def freshen(self) -> None:
        """Draw what has changed; while a race runs no longer than a moment, and go on the next time."""
        race, begun = self._session.race, time.perf_counter()
        count = min(len(race.lanes), len(race.news))
        for _ in range(count):
            self._next = (self._next + 1) % count
            self._make(self._next)
            if race.state == "running" and time.perf_counter() - begun > MOMENT:
                break
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the pictures in their new size."""
        super().resizeEvent(event)
        self.freshen()

    def _make(self, index: int) -> None:
        """Make the picture of a lane, unless it is there."""
        parameters, room = self._session.race.news[index].parameters, self.picture_rect(index)
        size = max(round(room.width()), 8), max(round(room.height()), 8)
        x = self._session.input if self._kind == "edges" else None
        kept = self._kept.get(index)
        if kept is not None and kept.shows(parameters, self._kind, size, x):
            return
        table = None
        if self._kind == "weights":
            table = weights_table(parameters, self._session.dataset.image_shape, size)
            image = weights_image(table)
        else:
            image = edges_image(parameters, *size)
            self._draw_example(image, parameters, x)
        self._kept[index] = Kept(parameters, self._kind, size, x, image, table)

    def _draw_example(self, image: QImage, parameters: Parameters, x: Array | None) -> None:
        """Run the example through a network that is not too large."""
        spec = parameters.spec
        if x is None or spec.parameter_count > LARGE or spec.sizes[0] != len(x):
            return
        with np.errstate(all="ignore"):
            passed = forward(parameters, x[None].astype(np.float32))
        painter = QPainter(image)
        draw_neurons(painter, spec, passed, image.width(), image.height())
        painter.end()

    # Mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the lane under the mouse; one that is chosen, no more."""
        race, index = self._session.race, self.cell_at(event.position())
        race.choose(None if index == race.chosen else index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Leave it at the first click of two."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with ← and →."""
        race, step = self._session.race, _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            here = race.chosen if race.chosen is not None else -1 if step > 0 else 0
            race.choose((here + step) % len(race.lanes))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let the keyboard begin at the first lane."""
        super().focusInEvent(event)
        if self._session.race.chosen is None and event.reason() == Qt.FocusReason.TabFocusReason:
            self._session.race.choose(0)

    def tip(self, index: int) -> str:
        """Return all that is known of a lane."""
        race = self._session.race
        name = lane_name(race.lanes[index], self._session.dataset.classes)
        return lane_sentence(name, race.news[index]) if index < len(race.news) else name

    def event(self, event: QEvent) -> bool:
        """Say what stands under the mouse."""
        if isinstance(event, QHelpEvent):
            index = self.cell_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), "" if index is None else self.tip(index), self)
            return True
        return super().event(event)


def _standing(news: LaneNews | None) -> tuple[str, str]:
    """Return what is said of a lane beside its name, and in which color."""
    if news is None or news.last is None:
        return "", "text_muted"
    if news.diverged_at is not None:
        return tr("✕ update {n:,}", n=news.diverged_at), "bad"
    return result_value(news.last.test), "text_muted"
