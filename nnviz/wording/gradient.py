"""∇C as a list, its components in words, and two parameters compared."""

from math import isfinite, isnan

from nnviz.core.network import Location
from nnviz.core.sensitivity import Comparison
from nnviz.wording.examples import example_name
from nnviz.wording.notation import derivative_text, gradient_text
from nnviz.wording.numbers import number
from nnviz.wording.plain import parameter_symbol
from nnviz.wording.text import MINUS, tr

LOT, SOMEWHAT = 0.5, 0.1
"""From these shares of the largest |component| on a parameter should change a lot, or somewhat."""

MOST_COSTS = 6
"""So many costs are told one after the other."""


def amount_words(component: float, largest: float) -> str:
    """Return what −∂C/∂θ asks for, in words: "increase a lot", "decrease a little".

    Parameters
    ----------
    component : float
        −∂C/∂θ.
    largest : float
        The largest |component| to compare it with.
    """
    if component == 0 or isnan(component):
        return tr("leave as it is") if component == 0 else ""
    share = abs(component) / largest if largest > 0 else 0.0
    if component > 0:
        more = tr("increase a lot"), tr("increase somewhat"), tr("increase a little")
    else:
        more = tr("decrease a lot"), tr("decrease somewhat"), tr("decrease a little")
    return more[0] if share >= LOT else more[1] if share >= SOMEWHAT else more[2]


def amount_rule(largest: float, layer: str | None) -> str:
    """Say what "a lot" means here; `layer` names the layer that is listed, None the whole network."""
    where = tr("in the {layer}", layer=layer) if layer else tr("in the network")
    return tr(
        "<b>In words</b><br>Compared with the largest component {where}, {largest}:"
        "<br>a lot: from {lot:.0%} of it on; somewhat: from {somewhat:.0%} on; a little: less.",
        where=where,
        largest=number(largest),
        lot=LOT,
        somewhat=SOMEWHAT,
    )


def component_symbol(by: str = "θ") -> str:
    """Return what the list shows of each parameter: "−∂C/∂θ"."""
    return MINUS + derivative_text(by)


def component_sign(component: float) -> str:
    """Return ▲ for a component of −∇C above 0, ▼ for one below, "" else."""
    return "" if component == 0 or isnan(component) else "▲" if component > 0 else "▼"


def gradient_of(split: str, index: int) -> str:
    """Say whose gradient is listed: "−∇C of training example 0"."""
    return tr("{gradient} of {example}", gradient=MINUS + gradient_text(), example=example_name(split, index))


def rows_text(shown: int, count: int) -> str:
    """Return how much of θ is listed: "13,002 components", "160 of 13,002 components"."""
    if shown == count:
        return tr("{count:,} components", count=count)
    return tr("{shown:,} of {count:,} components", shown=shown, count=count)


def copied_text(copied: int, chosen: int) -> str:
    """Say how many rows have been copied as text."""
    if copied < chosen:
        return tr("copied the first {copied:,} of {chosen:,} rows", copied=copied, chosen=chosen)
    return tr("copied 1 row") if copied == 1 else tr("copied {copied:,} rows", copied=copied)


def cost_course(costs: tuple[float, ...]) -> str:
    """Return the costs that nudge after nudge has led to: "C  0.812 → 0.764 → 0.721"."""
    told = costs if len(costs) <= MOST_COSTS else (costs[0], *costs[1 - MOST_COSTS :])
    for digits in range(3, 9):
        texts = [number(cost, digits) for cost in told]
        if len(set(texts)) == len(set(told)):
            break
    if len(costs) > MOST_COSTS:
        texts.insert(1, "…")
    return tr("{C}  {course}", course=" → ".join(texts))


def times_text(ratio: float) -> str:
    """Return how many times: "32 times", "2.4 times"; of very many the power of ten."""
    if not isfinite(ratio):
        return tr("infinitely many times")
    if ratio < 9.95:
        return tr("{ratio} times", ratio=f"{ratio:.1f}")
    return tr("{ratio} times", ratio=f"{ratio:,.0f}" if ratio < 999_999.5 else number(ratio, 2))


def sensitivity_sentence(comparison: Comparison) -> str:
    """Say in one sentence to which of two parameters the cost is more sensitive, and how much more."""
    first, second = (parameter_symbol(w.location) for w in (comparison.first, comparison.second))
    ratio = comparison.ratio
    if isnan(ratio):
        return tr("Neither {first} nor {second} makes a difference just now.", first=first, second=second)
    if ratio in (0.0, float("inf")):
        still, moved = (first, second) if ratio == 0 else (second, first)
        return tr(
            "{still} makes no difference just now; the cost is sensitive to {moved} alone.",
            still=still,
            moved=moved,
        )
    if ratio < 1:
        first, second, ratio = second, first, 1 / ratio
    if ratio < 1.05:
        return tr("The cost is as sensitive to {first} as to {second}.", first=first, second=second)
    return tr(
        "The cost is {times} more sensitive to {first} than to {second}.",
        times=times_text(ratio),
        first=first,
        second=second,
    )


def how_to_compare(pinned: Location | None) -> str:
    """Say what to do next in order to compare two parameters."""
    if pinned is None:
        return tr("Two parameters compared: choose one, press “compare”, then choose another.")
    return tr("{first} is pinned: now choose another parameter.", first=parameter_symbol(pinned))


def what_if() -> str:
    """Say that a wiggle is only thought through."""
    return tr("A what-if: each is moved alone in a copy, and the network stays as it is.")
