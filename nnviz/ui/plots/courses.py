"""The courses of a training beside the one that led to the present: what lies ahead of it, what was left."""

from collections.abc import Sequence

import numpy as np

from nnviz.session import Session
from nnviz.training.timeline import Change
from nnviz.training.trainer import Metrics
from nnviz.ui.plots.curves import Column, Curves

MOST_LEFT, MOST_POINTS = 8, 500
"""So many of the courses that were left are drawn, the last ones, and of each so many points."""

Line = tuple[Column, Column]
Rows = tuple[Metrics, ...]


def whole_course(session: Session) -> tuple[Metrics, ...]:
    """Return all that was measured on this branch of the history, what lies ahead of the present included."""
    running = session.metrics if session.run_state == "running" else ()
    return running or tuple(row for _, change in session.changes for row in change.metrics)


def ahead(session: Session) -> tuple[Metrics, ...]:
    """Return what was measured beyond the present, from the last measurement before it on; else nothing.

    While a training goes on from the past, it is what the course measured that is now being left.
    """
    whole = tuple(row for _, change in session.changes for row in change.metrics)
    shared = 0
    for row, known in zip(session.metrics, whole, strict=False):
        if row is not known:
            break
        shared += 1
    return whole[max(shared - 1, 0) :] if shared < len(whole) else ()


def drawn_of(left: Sequence[Rows]) -> list[Rows]:
    """Return which courses that were left are drawn, and of each as many measurements as are."""
    return [rows[:: -(-len(rows) // MOST_POINTS)] for rows in left[-MOST_LEFT:]]


def place_of(changes: Sequence[tuple[int, Change]], updates: int) -> int:
    """Return the first step of a history at which so many mini-batches were trained on; else its end."""
    reached = before = 0
    for place, change in changes:
        if change.kind == "run":
            if reached + place - before >= updates:
                return before + max(updates - reached, 0)
            reached += place - before
        before = place
    return before


def travel(session: Session, updates: int) -> None:
    """Go to the moment after so many updates; a training that runs is paused."""
    session.end_training()
    session.visit(place_of(session.changes, updates))


class Others:
    """The courses beside the present one, as they are drawn."""

    def __init__(self) -> None:
        self.ahead = Curves()
        self.left: tuple[Rows, ...] = ()

    def follow(self, session: Session) -> bool:
        """Take over the session's courses; return whether they are others than before."""
        changed = self.ahead.follow(ahead(session))
        left = session.ghosts
        same = len(left) == len(self.left) and all(a is b for a, b in zip(left, self.left, strict=True))
        self.left = left
        return changed or not same

    @property
    def last(self) -> float:
        """The last epoch that any of them reaches; 0 without any."""
        ends = [rows[-1].epochs for rows in self.left[-MOST_LEFT:]]
        return max([*ends, *self.ahead.column("epochs")[-1:]], default=0.0)

    def lines(self, column: str) -> tuple[Line, Line]:
        """Return what lies ahead and what was left, each as x and y; NaN stands between two courses."""
        x, y = [np.empty(0)], [np.empty(0)]
        for some in drawn_of(self.left):
            x.append(np.array([row.epochs for row in some] + [np.nan]))
            y.append(np.array([getattr(row, column) for row in some] + [np.nan], dtype=np.float64))
        return (self.ahead.column("epochs"), self.ahead.column(column)), (
            np.concatenate(x),
            np.concatenate(y),
        )
