"""Words for what is inside a network while it learns: norms, histograms, one example's answer."""

from nnviz.wording.notation import gradient_text
from nnviz.wording.numbers import fixed, number, percent
from nnviz.wording.text import tr


def norms_title() -> str:
    """Return "‖∇C‖ by layer"."""
    return tr("‖{gradient}‖ by layer", gradient=gradient_text())


def sample_text(n: int) -> str:
    """Return over which examples something was measured."""
    return tr("over {n:,} evenly spaced training examples", n=n)


def measured_text(n: int) -> str:
    """Return what of the page of layers was measured over which examples."""
    return tr("‖{gradient}‖, activations: {n:,} training examples", gradient=gradient_text(), n=n)


def spread_text(mean: float, deviation: float) -> str:
    """Return mean and standard deviation: "0.012 ± 0.31"."""
    return tr("{mean} ± {deviation}", mean=number(mean, 2), deviation=number(deviation, 2))


def bin_text(low: float, high: float, count: int, total: int) -> str:
    """Return what one bar of a histogram stands for."""
    share = percent(count / total) if total else percent(0)
    return tr("{low} … {high}: {n:,} ({share})", low=fixed(low, 2), high=fixed(high, 2), n=count, share=share)


def answer_title(example: str, wanted: str) -> str:
    """Return whose outputs are shown: "training example 17, wanted: 7"."""
    return tr("{example}, wanted: {wanted}", example=example, wanted=wanted)
