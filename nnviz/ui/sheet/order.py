"""Which examples stand on the sheet, and in which order."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from nnviz.core.arrays import IntArray
from nnviz.data.split import Split
from nnviz.training.exam import Answers

ORDERS = ("set", "class", "doubtful", "random")


class Wanted(NamedTuple):
    """What is asked for.

    Attributes
    ----------
    label : int or None
        Only examples of this class.
    wrong : bool
        Only those the network takes for something else.
    order : str
        One of ORDERS: as in the set; class by class; where the network is least sure first; at random.
    """

    label: int | None = None
    wrong: bool = False
    order: str = "set"

    @property
    def needs_answers(self) -> bool:
        """Whether the network must have been asked."""
        return self.wrong or self.order == "doubtful"


def chosen(split: Split, wanted: Wanted, answers: Answers | None) -> IntArray:
    """Return the rows of a split that are wanted, in order.

    Without the network's answers none is known to be wrong or doubtful, and none is returned.
    """
    if wanted.needs_answers and answers is None:
        return np.zeros(0, np.int64)
    rows = np.arange(len(split))
    if wanted.label is not None and split.labels is not None:
        rows = rows[split.labels[rows] == wanted.label]
    if wanted.wrong and answers is not None:
        rows = rows[~answers.right[rows]]
    return _ordered(rows, split, wanted.order, answers)


def _ordered(rows: IntArray, split: Split, order: str, answers: Answers | None) -> IntArray:
    if order == "class" and split.labels is not None:
        return rows[np.argsort(split.labels[rows], kind="stable")]
    if order == "doubtful" and answers is not None:
        return rows[np.argsort(answers.confidences[rows], kind="stable")]
    return np.random.default_rng(0).permutation(rows) if order == "random" else rows
