"""Weights that answer to a horizontal edge, by hand: a bar and what surrounds it."""

import numpy as np

from nnviz.core.arrays import Array


def edge_rows(rows: int, columns: int) -> tuple[range, range, range]:
    """Return the rows of an edge, its surround from first to last row, and the columns of both."""
    thick = max(round(rows / 9), 1)
    top = (rows - thick) // 2
    edge = range(top, top + thick)
    return edge, range(max(top - thick, 0), min(top + 2 * thick, rows)), range(columns // 4, columns * 3 // 4)


def edge_detector(rows: int, columns: int, strength: float) -> Array:
    """Return weights that answer to a horizontal edge: a positive bar, negative above and below; sum 0."""
    edge, surround, across = edge_rows(rows, columns)
    weights = np.zeros((rows, columns))
    around = len(surround) - len(edge)
    weights[surround.start : surround.stop, across.start : across.stop] = (
        -strength * len(edge) / around if around else 0.0
    )
    weights[edge.start : edge.stop, across.start : across.stop] = strength
    return weights
