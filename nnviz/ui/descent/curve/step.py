"""The step to come, as it is painted: ball, tangent, arrow, where it lands, and words beside them."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from nnviz.core.arrays import Array
from nnviz.ui import theme
from nnviz.ui.descent.curve.free import APART, along, around, free_place, within
from nnviz.ui.descent.curve.paint import TRAIL, arrow, heights
from nnviz.ui.descent.curve.state import CurveState
from nnviz.ui.descent.frame import Frame
from nnviz.wording import number, tr
from nnviz.wording.descent import move_label, slope_text

BALL, GHOST, TANGENT = 8.0, 7.0, 92.0

SHORTEST = 3.0
"""A shorter arrow is not drawn: the ball lies over it."""


class Marks(NamedTuple):
    """What is drawn of a step, in pixels.

    Attributes
    ----------
    ball : QPointF
        The ball.
    tangent : QLineF
        From its lower to its upper end.
    way : QLineF
        −η · slope, from the ball as far as the frame reaches.
    ghost : QPointF or None
        Where the ball would be; None outside the frame, or where there is no cost.
    """

    ball: QPointF
    tangent: QLineF
    way: QLineF
    ghost: QPointF | None

    @classmethod
    def of(cls, frame: Frame, state: CurveState) -> Marks | None:
        """Place them; None where the slope, or the cost, is no number or the ball is outside."""
        step = state.step
        if not frame.x[0] <= step.x <= frame.x[1] or not math.isfinite(step.cost + step.slope):
            return None
        ball = frame.place(step.x, step.cost)
        end = frame.place(step.x_after, step.cost).x()
        inside = min(max(end, frame.rect.left()), frame.rect.right())
        lands = math.isfinite(step.cost_after) and end == inside
        ghost = frame.place(step.x_after, step.cost_after) if lands else None
        return cls(ball, _tangent(frame, ball, state), QLineF(ball, QPointF(inside, ball.y())), ghost)

    def points(self) -> Array:
        """Return points of all of them, shape (n, 2)."""
        parts = [along(self.tangent), along(self.way), around(self.ball, theme.px(BALL))]
        if self.ghost is not None:
            parts += [around(self.ghost, theme.px(GHOST)), along(QLineF(self.way.p2(), self.ghost))]
        return np.concatenate(parts)


class Words(NamedTuple):
    """A label: what it says, where, and in which color of the theme."""

    text: str
    place: QRectF
    role: str


def _tangent(frame: Frame, ball: QPointF, state: CurveState) -> QLineF:
    step = state.step
    unit = (state.region[1] - state.region[0]) / 50
    ahead = frame.place(step.x + unit, step.cost + unit * step.slope) - ball
    half = ahead * (theme.px(TANGENT) / max(math.hypot(ahead.x(), ahead.y()), 1e-9))
    return QLineF(ball + half, ball - half) if half.y() > 0 else QLineF(ball - half, ball + half)


def drawn(frame: Frame, state: CurveState) -> Array:
    """Return points of the curve and of all that lies on it but the step, shape (n, 2)."""
    columns = np.arange(frame.rect.left(), frame.rect.right(), APART)
    unit = (frame.x[1] - frame.x[0]) / max(frame.rect.width(), 1.0)
    over = frame.x[0] + (columns - frame.rect.left()) * unit
    x = np.concatenate([over, state.path[-TRAIL - 1 :], state.crowd])
    points = np.stack([frame.columns(x), frame.rows(heights(state, x))], axis=1)
    parts = [points[np.isfinite(points).all(axis=1)]]
    if state.present is not None:
        here = frame.place(state.present, 0).x()
        top = QPointF(here, frame.rect.top())
        parts += [along(QLineF(top, QPointF(here, frame.rect.bottom())))]
        parts += [along(QLineF(top, top + QPointF(theme.px(150), 0)).translated(0, theme.px(13)))]
    return np.concatenate(parts)


def words(frame: Frame, state: CurveState) -> list[Words]:
    """Return the labels of the arrow and of the tangent, each where it covers as little as can be."""
    marks = Marks.of(frame, state)
    if marks is None:
        return []
    slope = state.step.slope
    sign = "positive" if slope < 0 else "negative" if slope > 0 else "text"
    below = marks.way.center() + QPointF(0, theme.px(20))
    above = marks.tangent.p2() - QPointF(0, theme.px(14))
    taken, labels = np.concatenate([drawn(frame, state), marks.points()]), []
    for text, wanted, role in (
        (move_label(state.step), below, "selection_text"),
        (slope_text(slope), above, sign),
    ):
        place = free_place(_size(text), wanted, taken, frame.rect.adjusted(2, 2, -2, -2))
        taken = np.concatenate([taken, within(place)])
        labels.append(Words(text, place, role))
    return labels


def _font() -> QFont:
    return theme.number_font(1.1, bold=True)


def _size(text: str) -> QSizeF:
    metrics = QFontMetricsF(_font())
    return QSizeF(metrics.horizontalAdvance(text) + theme.px(10), metrics.height() + theme.px(2))


def draw_step(painter: QPainter, frame: Frame, state: CurveState) -> None:
    """Draw the ball, the tangent with its slope, and the step before it is taken."""
    step, now = state.step, theme.current()
    if not frame.x[0] <= step.x <= frame.x[1]:
        _draw_outside(painter, frame, state)
        return
    if not math.isfinite(step.cost):
        return
    painter.save()
    painter.setClipRect(frame.rect)
    marks = Marks.of(frame, state)
    if marks is not None:
        _draw_marks(painter, marks, step.slope)
    painter.setClipRect(frame.rect.adjusted(-theme.px(9), -theme.px(9), theme.px(9), theme.px(9)))
    painter.setPen(QPen(now.color("surface_sunken"), theme.px(1.5)))
    painter.setBrush(now.color("selection"))
    painter.drawEllipse(frame.place(step.x, step.cost), theme.px(BALL), theme.px(BALL))
    for label in words(frame, state):
        _write(painter, label)
    painter.restore()


def _draw_marks(painter: QPainter, marks: Marks, slope: float) -> None:
    """Draw the tangent, the arrow −η · slope, and the ghost of the ball where it leads."""
    now = theme.current()
    sign, gold = "positive" if slope < 0 else "negative" if slope > 0 else "text", now.color("selection")
    painter.setPen(QPen(now.color(sign), theme.px(2.2)))
    painter.drawLine(marks.tangent)
    if marks.way.length() > theme.px(SHORTEST):
        arrow(painter, marks.way.p1(), marks.way.p2(), gold)
    if marks.ghost is not None:
        painter.setPen(QPen(gold, theme.px(1.2), Qt.PenStyle.DotLine))
        painter.drawLine(marks.way.p2(), marks.ghost)
        painter.setPen(QPen(gold, theme.px(1.8)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(marks.ghost, theme.px(GHOST), theme.px(GHOST))


def _draw_outside(painter: QPainter, frame: Frame, state: CurveState) -> None:
    """Point to a ball that has left the picture."""
    x, rect = state.step.x, frame.rect
    if math.isnan(x):
        return
    right = x > frame.x[1]
    tip = QPointF(rect.right() if right else rect.left(), rect.center().y())
    way = QPointF(theme.px(26) if right else -theme.px(26), 0)
    arrow(painter, tip - way, tip, theme.current().color("selection"), 3.0)
    text = tr("{letter} = {x}", letter=state.letter, x=number(x))
    taken = np.concatenate([drawn(frame, state), along(QLineF(tip - way, tip))])
    place = free_place(_size(text), tip - way * 2.5, taken, rect.adjusted(2, 2, -2, -2))
    _write(painter, Words(text, place, "selection_text"))


def _write(painter: QPainter, label: Words) -> None:
    """Write on a patch of ground."""
    painter.setFont(_font())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.current().color("surface_sunken", 0.8))
    painter.drawRoundedRect(label.place, 4, 4)
    painter.setPen(theme.current().color(label.role))
    painter.drawText(label.place, Qt.AlignmentFlag.AlignCenter, label.text)
