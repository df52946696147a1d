"""Which landscape is wanted, and how it is computed from what the Session holds."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal

from nnviz.core.network import Parameters
from nnviz.data.dataset import PartName
from nnviz.session.landmarks import Landmark
from nnviz.training.landscape import planes, slices
from nnviz.training.landscape.cut import Slice
from nnviz.training.landscape.planes import PlaneMap
from nnviz.training.landscape.subject import NoLandscape, Subject
from nnviz.training.stretch import Stretch

Kind = Literal["gradient", "random", "moment", "seed", "three", "path"]

KINDS: tuple[Kind, ...] = ("gradient", "random", "moment", "seed", "three", "path")
PLANES: tuple[Kind, ...] = ("three", "path")

SAMPLES: tuple[int | None, ...] = (100, 1000, None)
"""How many examples may stand for a set; None for all."""

FEW = 1000
"""On so many examples a picture is there at once; it is shown while that over all of them is computed."""

Picture = Slice | PlaneMap


@dataclass(frozen=True)
class Wanted:
    """Which landscape.

    Attributes
    ----------
    kind : str
        Slices: "gradient", "random", "moment" (a line to one of the history), "seed" (a line to another
        training's end); planes: "three" (through three places), "path" (the main directions of the path).
    sample : int or None
        How many examples stand for a set; None for all.
    part : "train" or "test"
        Of which set a plane shows the cost; a slice shows both.
    reach : float or None
        How many steps of η a slice along −∇C goes; None as far as there is something to see.
    seed : int
        Draws the random direction.
    spread : float
        How far a slice along it goes to both sides, as a share of ‖θ‖.
    moment, other : Landmark or None
        Where the lines lead; None to the first, or the newest, there is.
    corners : tuple of Landmark
        The three places of a plane; () for the beginning, the middle and the end of the history.
    """

    kind: Kind = "gradient"
    sample: int | None = 1000
    part: PartName = "train"
    reach: float | None = None
    seed: int = 0
    spread: float = 1.0
    moment: Landmark | None = None
    other: Landmark | None = None
    corners: tuple[Landmark, ...] = ()

    @property
    def plane(self) -> bool:
        """Whether it is a plane, and not a line."""
        return self.kind in PLANES


@dataclass(frozen=True)
class Recipe:
    """All that a picture is made from; equal ones make the same picture.

    Attributes
    ----------
    wanted : Wanted
        Which one.
    rate : float
        η.
    parameters : Parameters or None
        Where the network stands; None for planes, which do not depend on it.
    through : tuple of Stretch
        The places a line or a plane leads through.
    path : tuple of Stretch
        The path that a plane shows.
    data, off : object
        The data, and the neurons that are switched off.
    """

    wanted: Wanted
    rate: float
    parameters: Parameters | None
    through: tuple[Stretch, ...]
    path: tuple[Stretch, ...]
    data: object
    off: frozenset[tuple[int, int]]

    def at_once(self, subject: Subject) -> Iterator[Picture]:
        """Compute it, where there are many examples first on few of them: a picture that is there at once.

        That one is coarse and never finished, and says on how many examples it was taken. Otherwise, as
        `pictures`.
        """
        if subject.n is None and max(len(subject.train), len(subject.test)) > FEW:
            few = replace(subject, n=FEW, told=lambda share: None)
            with suppress(NoLandscape):  # whether there is something to be drawn, the whole says
                yield from islice(self.pictures(few), 1)
        yield from self.pictures(subject)

    def pictures(self, subject: Subject) -> Iterator[Picture]:
        """Compute it, coarse first; to be called in a thread.

        Raises
        ------
        NoLandscape
            When there is nothing to be drawn.
        """
        wanted = self.wanted
        if wanted.kind == "gradient":
            return slices.along_gradient(subject, self.rate, wanted.reach)
        if wanted.kind == "random":
            return slices.at_random(subject, wanted.seed, wanted.spread)
        if wanted.kind == "path":
            return planes.over_path(subject, self.path, wanted.part)
        if wanted.kind == "three":
            return planes.through(subject, self.through, self.path, wanted.part)
        return slices.toward(subject, self.through[0].end())
