"""What the recipes of points drawn at random have in common: how many, how noisy, and from which seed."""

from typing import Protocol, TypedDict

from nnviz.data.reference import Options, real, whole

FEWEST, MOST = 10, 20_000
"""Points."""


class Recipe(Protocol):
    """How points are drawn."""

    @property
    def n(self) -> int:
        """The number of points, training and test together."""

    @property
    def noise(self) -> float:
        """The standard deviation by which they are moved."""

    @property
    def seed(self) -> int:
        """Of all that is random."""


class Amounts(TypedDict):
    """What can be chosen of every recipe."""

    n: int
    noise: float
    seed: int


def amounts(options: Options, plain: Recipe) -> Amounts:
    """Read what was chosen; all else is as in `plain`, which is checked as well.

    Raises
    ------
    DataError
        If a value is none, or out of range.
    """
    return {
        "n": whole(options, "n", plain.n, FEWEST, MOST),
        "noise": real(options, "noise", plain.noise, 0, 1),
        "seed": whole(options, "seed", plain.seed, 0, 2**63),
    }


def chosen(recipe: Recipe, plain: Recipe, names: tuple[str, ...]) -> dict[str, str]:
    """Return the options in which a recipe is not `plain`: the inverse of `amounts`."""
    return {
        name: str(getattr(recipe, name)) for name in names if getattr(recipe, name) != getattr(plain, name)
    }
