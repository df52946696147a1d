"""The average cost of a sample all over a line or a plane, chunk by chunk."""

from collections.abc import Callable, Iterator

import numpy as np

from nnviz.core.arrays import Array
from nnviz.core.flat import STACK, Flat, Section
from nnviz.core.passes import Masks
from nnviz.training.landscape.subject import Sample

LARGEST_CHUNK = 1000
"""Examples whose first layer is computed together."""

KEPT = 24_000_000
"""Bytes of first-layer sums that are kept between two rounds of points; beyond, they are made again."""

TURN = 8
"""So many stacks of points are computed between two looks at whether to stop: some 20 ms."""


class Survey:
    """Computes average costs on a flat, again and again for other points.

    Parameters
    ----------
    flat : Flat
        The line or plane.
    sample : Sample
        The examples.
    masks : dict
        Of the neurons that are switched off.
    """

    def __init__(self, flat: Flat, sample: Sample, masks: Masks) -> None:
        self._flat, self._sample, self._masks = flat, sample, masks
        widest = max(flat.origin.spec.sizes[1:])
        self._chunk = max(1, min(LARGEST_CHUNK, STACK // widest))
        self._sections: list[Section] = []
        self._keeps = 8 * len(sample) * flat.origin.spec.sizes[1] * (1 + len(flat.directions)) <= KEPT

    def costs(
        self,
        points: Array,
        stopped: Callable[[], bool] = lambda: False,
        told: Callable[[float], None] = lambda share: None,
    ) -> Array | None:
        """Return C at points of shape (m, number of directions).

        Parameters
        ----------
        points : Array
            Where.
        stopped : callable
            Asked every few stacks of points.
        told : callable
            Called as often, with how much is done, from 0 to 1.

        Returns
        -------
        Array or None
            Shape (m,); inf and NaN where it is not finite. None when stopped before the end.
        """
        total, done = np.zeros(len(points)), 0
        for section, size in self._through():
            turn = TURN * section.stack
            for start in range(0, len(points), turn):
                if stopped():
                    return None
                part = slice(start, start + turn)
                total[part] += section.costs(points[part])
                done += size * len(points[part])
                told(done / (len(self._sample) * len(points)))
        return total / len(self._sample)

    def _through(self) -> Iterator[tuple[Section, int]]:
        """Yield the chunks of the sample with their sizes; what is kept is made only once."""
        x, y, chunk = self._sample.x, self._sample.y, self._chunk
        for number, start in enumerate(range(0, len(x), chunk)):
            part = slice(start, start + chunk)
            if number < len(self._sections):
                section = self._sections[number]
            else:
                section = Section(self._flat, x[part], y[part], self._masks)
                if self._keeps:
                    self._sections.append(section)
            yield section, len(x[part])


def lowest_place(costs: Array) -> int | None:
    """Return the place of the least finite number, in the flattened array; None where there is none."""
    finite = np.isfinite(costs)
    return int(np.where(finite, costs, np.inf).argmin()) if finite.any() else None
