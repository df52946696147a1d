"""Where the lines and planes of a landscape lead, as things now are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nnviz.session.landmarks import Landmark, Landmarks
from nnviz.session.wanted import Recipe, Wanted

if TYPE_CHECKING:
    from nnviz.session.session import Session


class Aims:
    """Finds the places that are wanted; where those are gone, or none was chosen, usual ones.

    Parameters
    ----------
    session : Session
        Whose history it is.
    landmarks : Landmarks
        The places there are.
    """

    def __init__(self, session: Session, landmarks: Landmarks) -> None:
        self._session, self._landmarks = session, landmarks

    def corners(self, wanted: Wanted) -> tuple[Landmark, ...]:
        """Return three places of a plane; fewer where there are no three."""
        places = self._landmarks.places()
        if wanted.corners and {*wanted.corners} <= {*places, *self._landmarks.others()}:
            return wanted.corners
        return tuple(places[i] for i in dict.fromkeys((0, len(places) // 2, len(places) - 1)))

    def moment(self, wanted: Wanted) -> Landmark | None:
        """Return the moment a line leads to: the beginning, unless the network stands there."""
        others = self.moments()
        return wanted.moment if wanted.moment in others else next(iter(others), None)

    def moments(self) -> tuple[Landmark, ...]:
        """Return the moments of the history a line can lead to."""
        here = Landmark("place", self._session.place)
        return tuple(place for place in self._landmarks.places() if place != here)

    def other(self, wanted: Wanted) -> Landmark | None:
        """Return the other training's end a line leads to: the newest."""
        others = self._landmarks.others()
        return wanted.other if wanted.other in others else next(reversed(others), None)

    def reason(self, wanted: Wanted, running: bool) -> str:
        """Return why there can be no picture now: "alone", "running", "young"; "" if there can be."""
        if wanted.kind == "seed":
            return "alone" if self.other(wanted) is None else ""
        if wanted.plane and running:
            return "running"
        missing = {
            "moment": self.moment(wanted) is None,
            "three": len(self.corners(wanted)) < 3,
            "path": self._session.changes[-1][0] == 0,
        }
        return "young" if missing.get(wanted.kind) else ""

    def recipe(self, wanted: Wanted) -> Recipe:
        """Return what the picture is made from."""
        session, through = self._session, self._through(wanted)
        return Recipe(
            wanted,
            session.settings.rate if wanted.kind == "gradient" else 0.0,
            None if wanted.plane else session.parameters,
            tuple(self._landmarks.stretch(landmark) for landmark in through),
            session.stretches if wanted.plane else (),
            session.dataset,
            session.off,
        )

    def _through(self, wanted: Wanted) -> tuple[Landmark, ...]:
        if wanted.kind == "three":
            return self.corners(wanted)
        aims = {"moment": self.moment, "seed": self.other}
        aim = aims[wanted.kind](wanted) if wanted.kind in aims else None
        return () if aim is None else (aim,)
