"""Words for inputs of one's own: drawings and noise, and how sure a network is of them."""

from nnviz.core.network import NetworkSpec
from nnviz.wording.numbers import fixed, percent
from nnviz.wording.text import tr


def verdict(spec: NetworkSpec, name: str, confidence: float) -> str:
    """Return "It says 3 with 0.87", which is a probability only under softmax."""
    if spec.activations[-1] == "softmax":
        return tr("It says {name}, probability {p}.", name=name, p=fixed(confidence, 2))
    return tr("It says {name} with {a}.", name=name, a=fixed(confidence, 2))


def noise_name(kind: str, number: int, share: float) -> str:
    """Return what an input is that is no example."""
    if kind == "random":
        return tr("Random pixels (seed {seed}).", seed=number)
    if kind == "shuffled":
        return tr("The same pixels, shuffled (seed {seed}).", seed=number)
    return tr("A mean with {share} of example {index:,}.", share=percent(share), index=number)


def kept_text(n: int, right: int | None) -> str:
    """Return "3 of 4 of your drawings recognized"."""
    if not n:
        return tr("none yet")
    if right is None:
        return tr("{n:,} kept", n=n)
    return tr("{right:,} of {n:,} recognized", right=right, n=n)
