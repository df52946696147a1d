"""Words for the two functions: the network, and the cost."""

from nnviz.core.network import NetworkSpec
from nnviz.wording.numbers import fixed, number, whole
from nnviz.wording.text import tr


def counted(n: int) -> str:
    """Return "784 numbers", "one number"."""
    return tr("one number") if n == 1 else tr("{n:,} numbers", n=n)


def network_role(spec: NetworkSpec) -> str:
    """Return what the first card says of the network's parameters."""
    return tr("{n:,} parameters", n=spec.parameter_count)


def examples_role(n: int) -> str:
    """Return what the second card says of the training examples."""
    return tr("{n:,} examples as parameters", n=n)


def network_sentence(spec: NetworkSpec) -> str:
    """Return the first function in one sentence."""
    inputs = counted(spec.sizes[0])
    return tr(
        "{inputs} in, {outputs} out; θ is held still.",
        inputs=inputs[:1].upper() + inputs[1:],
        outputs=counted(1) if spec.sizes[-1] == 1 else whole(spec.sizes[-1]),
    )


def cost_sentence() -> str:
    """Return the second function in one sentence."""
    return tr("θ in, one number out: how bad it is.")


def few_numbers(values: list[float], total: int) -> str:
    """Return some numbers of many: "0.00, 0.42, 0.99, … 784"."""
    text = ",  ".join(fixed(value, 2) for value in values)
    return text if len(values) == total else tr("{numbers},  … {total:,}", numbers=text, total=total)


def average_cost(cost: float | None, n: int) -> str:
    """Return the average cost over the training set, or that it is being computed."""
    if cost is None:
        return tr("{C} = …, averaging over {n:,} examples", n=n)
    return tr("{C} = {cost}, average over all {n:,}", cost=number(cost), n=n)
