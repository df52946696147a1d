"""Words for a mini-batch: which it is, how far it has been gone through, how well its examples agree."""

from nnviz.wording.examples import examples_text
from nnviz.wording.numbers import fixed, number, percent
from nnviz.wording.text import tr


def batch_title(number: int, count: int, epoch: int) -> str:
    """Return "Mini-batch 17 of 150, epoch 3", both counted from 1."""
    return tr(
        "Mini-batch {number:,} of {count:,}, epoch {epoch:,}", number=number + 1, count=count, epoch=epoch + 1
    )


def shuffle_text(used: int, size: int, n: int) -> str:
    """Return which places of the shuffled training set it is, counted from 1."""
    return tr("examples {first:,} to {last:,} of {n:,}, shuffled", first=used + 1, last=used + size, n=n)


def progress_text(done: int, size: int, mean: bool) -> str:
    """Return "7 of 10", and "÷ 10" once the mean was taken."""
    if mean:
        return tr("mean: sum ÷ {size:,}", size=size)
    return tr("{done:,} of {size:,}", done=done, size=size)


def next_step(done: int, size: int, mean: bool, stride: int) -> str:
    """Return what the next step does."""
    if mean:
        return tr("update")
    if done == size:
        return tr("mean")
    if stride > 1:
        return tr("+ {examples}", examples=examples_text(min(stride, size - done)))
    return tr("example {n:,}", n=done + 1)


def agreement_text(cosine: float, cancelled: float) -> str:
    """Return "mean cosine 0.31 · 62% of all nudges cancel"."""
    return tr(
        "mean cosine {cosine} · {share} of all nudges cancel",
        cosine=fixed(cosine, 2),
        share=percent(cancelled),
    )


def sum_name(layer: int, j: int | None) -> str:
    """Return whose part of the accumulator it is, for narrow columns: "layer 1, neuron 7"."""
    if j is None:
        return tr("layer {layer}", layer=layer)
    return tr("layer {layer}, neuron {j}", layer=layer, j=j)


def length_text(length: float) -> str:
    """Return the length of an accumulated gradient: "‖Σ‖ = 0.532"."""
    return tr("length {length}", length=number(length))


def size_name(size: int, whole: bool) -> str:
    """Return "100", or "all 1,500"."""
    return tr("all {n:,}", n=size) if whole else tr("{n:,}", n=size)


def draws_text(draws: int) -> str:
    """Return how the sizes were measured."""
    return tr("means of {n} mini-batches drawn at random; all: the one there is", n=draws)


def more_text(n: int) -> str:
    """Return "⋮ 12 more"."""
    return tr("⋮ {n:,} more", n=n)
