"""What somebody has changed by hand about points that were drawn: some moved, some removed, some added.

It is part of the recipe, so that a saved state finds these very points again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import isfinite

from nnviz.data.reference import Options
from nnviz.errors import DataError

MOST = 2000
"""Points that can be changed by hand."""

DECIMALS = 3
"""Of coordinates: finer than any pixel, and as short as a reference should be."""

FARTHEST = 100.0
"""How far from 0 a coordinate can be."""

NAMES = ("moved", "removed", "added")

Placed = tuple[int, float, float]
"""A point's number, or the class of a new one; and where it stands."""


@dataclass(frozen=True)
class ByHand:
    """Changes of points that are numbered as they were drawn, those added after all others.

    Attributes
    ----------
    moved : tuple of (number, x, y)
        Points that were drawn, and where they are now; by their numbers.
    removed : tuple of int
        Points that were drawn and are no more; by their numbers.
    added : tuple of (class, x, y)
        Points that were not drawn, in the order in which they came.
    """

    moved: tuple[Placed, ...] = ()
    removed: tuple[int, ...] = ()
    added: tuple[Placed, ...] = ()

    def __len__(self) -> int:
        return len(self.moved) + len(self.removed) + len(self.added)

    # Changing more

    def adding(self, label: int, x: float, y: float) -> ByHand:
        """Return the same with one point more."""
        return replace(self, added=(*self.added, _placed(label, x, y)))

    def moving(self, number: int, x: float, y: float, n: int) -> ByHand:
        """Return the same with a point elsewhere; `n` points were drawn."""
        if number < n:
            others = (point for point in self.moved if point[0] != number)
            return replace(self, moved=tuple(sorted((*others, _placed(number, x, y)))))
        added = list(self.added)
        added[number - n] = _placed(added[number - n][0], x, y)
        return replace(self, added=tuple(added))

    def removing(self, number: int, n: int) -> ByHand:
        """Return the same without a point; `n` points were drawn."""
        if number < n:
            others = tuple(point for point in self.moved if point[0] != number)
            return replace(self, moved=others, removed=tuple(sorted({*self.removed, number})))
        return replace(self, added=self.added[: number - n] + self.added[number - n + 1 :])

    # As text

    def options(self) -> dict[str, str]:
        """Return what a reference says of it; the inverse of `read`."""
        texts = {name: _text(getattr(self, name)) for name in NAMES}
        return {name: text for name, text in texts.items() if text}

    @classmethod
    def read(cls, options: Options) -> ByHand:
        """Read what a reference says of it.

        Raises
        ------
        DataError
            If something is not written as it must be. Whether there are such points is not known here.
        """
        moved, added = (_places(options, name) for name in ("moved", "added"))
        return cls(moved, tuple(_whole(text, "removed") for text in _parts(options, "removed")), added)

    def check(self, n: int, classes: int) -> None:
        """Refuse what cannot be done to n points of so many classes.

        Raises
        ------
        DataError
            If there is no such point or class, or too much was changed.
        """
        if len(self) > MOST:
            raise DataError("At most {most:,} points can be changed by hand; draw others instead.", most=MOST)
        moved, removed = [point[0] for point in self.moved], list(self.removed)
        numbers = moved + removed
        if len({*numbers}) < len(numbers) or (moved, removed) != (sorted(moved), sorted(removed)):
            raise DataError("Each point can be moved or removed once; their numbers must rise.")
        if any(number >= n for number in numbers):
            raise DataError("There are {n:,} points to be moved and removed, counted from 0.", n=n)
        if any(label >= classes for label, _, _ in self.added):
            raise DataError(
                "An added point must be of one of the {classes} classes, counted from 0.", classes=classes
            )


def _placed(number: int, x: float, y: float) -> Placed:
    x, y = round(float(x), DECIMALS) + 0.0, round(float(y), DECIMALS) + 0.0  # + 0: a zero has no sign
    if not (isfinite(x) and isfinite(y) and max(abs(x), abs(y)) <= FARTHEST):
        raise DataError(
            "A point's coordinates must be numbers from {low:g} to {farthest:g}.",
            low=-FARTHEST,
            farthest=FARTHEST,
        )
    return number, x, y


def _text(values: tuple[Placed, ...] | tuple[int, ...]) -> str:
    numbers = [number for value in values for number in (value if isinstance(value, tuple) else (value,))]
    return ",".join(f"{number:.{DECIMALS + 4}g}" for number in numbers)


def _parts(options: Options, name: str) -> list[str]:
    text = options.get(name, "")
    return text.split(",") if text else []


def _places(options: Options, name: str) -> tuple[Placed, ...]:
    texts = _parts(options, name)
    if len(texts) % 3:
        raise DataError("{name} must be threes of a whole number, x and y, with commas between.", name=name)
    threes = zip(texts[::3], texts[1::3], texts[2::3], strict=True)
    return tuple(_placed(_whole(number, name), _real(x, name), _real(y, name)) for number, x, y in threes)


def _whole(text: str, name: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise DataError(
            "{name} must name points by whole numbers from 0, not {text!r}.", name=name, text=text[:40]
        )
    return int(text)


def _real(text: str, name: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise DataError(
            "{name} must place points by numbers, not {text!r}.", name=name, text=text[:40]
        ) from None
