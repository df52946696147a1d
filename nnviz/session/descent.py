"""The Session's descents: a ball on a curve, walkers on a surface, and which of the two is on the screen."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

from nnviz.session.curve_descent import CurveDescent
from nnviz.session.surface_descent import SurfaceDescent
from nnviz.session.walk import Walk

if TYPE_CHECKING:
    from nnviz.session.session import Session


class Descent:
    """What the Descent workspace shows besides the network's own landscape; made when it is first asked for.

    Parameters
    ----------
    session : Session
        Whose network one of the curves belongs to.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    @cached_property
    def curve(self) -> CurveDescent:
        """The page "one dimension"."""
        return CurveDescent(self._session)

    @cached_property
    def surface(self) -> SurfaceDescent:
        """The page "two dimensions"."""
        return SurfaceDescent(self._session)

    @property
    def walk(self) -> Walk | None:
        """What is walked on the page that is open; None where nothing is."""
        view = self._session.view
        if view.workspace != "descent" or view.landscape not in ("curve", "surface"):
            return None
        return self.curve if view.landscape == "curve" else self.surface

    def remember(self) -> object:
        """Return what both pages must be told to be as they are now; nothing of one that was never opened."""
        made = vars(self)
        return {name: made[name].remember() for name in ("curve", "surface") if name in made}

    def bring_back(self, memory: object) -> None:
        """Be as it was; as at the beginning where nothing was remembered."""
        known = cast(dict[str, object], memory or {})
        for name in ("curve", "surface"):
            if name in known or name in vars(self):
                cast(Walk, getattr(self, name)).bring_back(known.get(name))
