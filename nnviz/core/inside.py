"""The way through one neuron: product by product to s, by the bias to z, by the activation function to a."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np

from nnviz.core.arrays import Array, IntArray
from nnviz.core.explain import NeuronExplanation

StepKind = Literal["start", "product", "bias", "activation"]


class InsideStep(NamedTuple):
    """One step of the way.

    Attributes
    ----------
    kind : str
        "start" (nothing yet), "product" (one w_k a_k more), "bias" (s becomes z), "activation" (z becomes a).
    k : int or None
        The neuron before, for a product.
    before, total : float
        The running sum before and after this step; from the bias on it is z.
    """

    kind: StepKind
    k: int | None
    before: float
    total: float

    @property
    def term(self) -> float:
        """What this step adds to the sum."""
        return self.total - self.before


@dataclass(frozen=True, eq=False)
class Inside:
    """All steps through one neuron.

    Attributes
    ----------
    neuron : NeuronExplanation
        The neuron.
    order : IntArray
        The k of the products, in turn, shape (n,).
    sums : Array
        The running sum after 0, 1 … n products, shape (n + 1,).
    """

    neuron: NeuronExplanation
    order: IntArray
    sums: Array

    @property
    def products(self) -> int:
        """n, how many products there are on the way."""
        return len(self.order)

    @property
    def skipped(self) -> int:
        """How many products are left out because they are 0."""
        return len(self.neuron.products) - self.products

    @property
    def bias_at(self) -> int:
        """The position at which the bias is added."""
        return self.products + 1

    @property
    def end(self) -> int:
        """The last position, the activation."""
        return self.products + 2

    @property
    def reach(self) -> float:
        """The largest magnitude the running sum takes, z included."""
        return float(max(np.abs(self.sums).max(), abs(self.neuron.z)))

    def step(self, position: int) -> InsideStep:
        """Return the step at `position`: 0 the start, 1 … n the products, then bias and activation."""
        s, z = float(self.sums[-1]), self.neuron.z
        if position <= 0:
            return InsideStep("start", None, 0.0, 0.0)
        if position <= self.products:
            before, total = self.sums[position - 1 : position + 1].tolist()
            return InsideStep("product", int(self.order[position - 1]), before, total)
        return (
            InsideStep("bias", None, s, z)
            if position == self.bias_at
            else InsideStep("activation", None, z, z)
        )

    def position_of(self, step: InsideStep) -> int:
        """Return where a step of another order of the same neuron stands, or what comes before it."""
        if step.k is not None:
            return int(np.searchsorted(self.order, step.k, side="right"))
        return {"start": 0, "bias": self.bias_at}.get(step.kind, self.end)


def inside(neuron: NeuronExplanation, skip_zeros: bool = True) -> Inside:
    """Walk through a neuron in the order of its inputs: of an image, row by row.

    Parameters
    ----------
    neuron : NeuronExplanation
        The neuron.
    skip_zeros : bool
        Whether to leave out the products that are 0.

    Returns
    -------
    path : Inside
        The last of its sums is z − b, up to rounding.
    """
    order = np.flatnonzero(neuron.products) if skip_zeros else np.arange(len(neuron.products))
    # A training about to run away has weights so large that a sum may become ∞.
    with np.errstate(over="ignore", invalid="ignore"):
        sums = np.concatenate([[0.0], np.cumsum(neuron.products[order])])
    return Inside(neuron, order, sums)


def zeros(neuron: NeuronExplanation) -> int:
    """Return how many of a neuron's products are 0."""
    return len(neuron.products) - int(np.count_nonzero(neuron.products))
