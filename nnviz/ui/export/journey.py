"""Leading the session through a film, and back to where it was."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from nnviz.session import ExampleRef, Selection, Session

Moment = Callable[[], object]
"""Brings the session to one moment of a film."""


@dataclass(frozen=True)
class Standing:
    """Where the session was, so that it can be there again.

    Attributes
    ----------
    place, cursor : int
        In the history, and in the score.
    updated : bool
        Whether the score stood at its update.
    example : ExampleRef
        On the screen.
    selection : Selection
        What was chosen.
    """

    place: int
    cursor: int
    updated: bool
    example: ExampleRef
    selection: Selection

    @classmethod
    def of(cls, session: Session) -> "Standing":
        """Bring what moves by itself to rest, and return where it rests: a training that runs is paused."""
        session.end_training()
        if session.playing:
            session.play()
        return cls(session.place, session.cursor, session.updated, session.example, session.selection)

    def restore(self, session: Session) -> None:
        """Bring it all back; the update is not made again, but redone."""
        if self.updated and not (session.updated and session.place == self.place):
            session.visit(self.place - 1)
            session.redo()
        elif not self.updated:
            session.visit(self.place)
            if session.example != self.example:
                session.go_to_example(self.example.split, self.example.index)
            session.jump(self.cursor)
        session.select(self.selection)


def phases(session: Session) -> Sequence[Moment]:
    """Return the phases of the score, from the input on; the update only where it has been made."""
    last = session.plan.update
    moments = [partial(session.jump, position) for position in range(last)]
    return [*moments, partial(_again, session)] if session.updated else moments


def _again(session: Session) -> None:
    if not session.updated:
        session.redo()


def training(session: Session, frames: int) -> Sequence[Moment]:
    """Return so many moments of the history, evenly from its beginning to its end, or as many as there are.

    Of a training that comes from a file only the ends are known, and nothing between them is shown.
    """
    wanted = np.linspace(0, session.length, max(frames, 2)).round().astype(int)
    places = [place for place in dict.fromkeys(map(int, wanted)) if session.comes_back(place)]
    return [partial(session.visit, place) for place in places]
