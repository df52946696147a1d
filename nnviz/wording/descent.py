"""Words for the descents: curves and surfaces, what a step does, where balls end, which walker is which."""

from nnviz.core.downhill import NextStep
from nnviz.core.tokens import FormulaError
from nnviz.wording.notation import cost as letter
from nnviz.wording.numbers import factor_text, number
from nnviz.wording.text import MINUS, tr

CURVE_WORDS = {
    "minima": "several minima",
    "parabola": "a parabola",
    "quartic": "two minima",
    "plateau": "a plateau",
    "kink": "a kink",
    "own": "a formula of your own",
    "weight": "one weight of the network",
}

CURVE_TEACHES = {
    "minima": "Where one begins decides in which minimum one ends.",
    "parabola": "Above {η} = 0.5 each step goes past the bottom; from {η} = 1 on it never gets there.",
    "quartic": "Two minima, one lower than the other: the ball does not know of the lower one.",
    "plateau": "The squared error of a sigmoid neuron: where it is saturated there is hardly a slope.",
    "kink": "As steep beside the bottom as anywhere: with a fixed {η} the ball hops across and hardly rests.",
    "own": "Any formula in x: + − * / ^, sin, cos, exp, log, sqrt, abs, tanh, sigmoid, relu, pi, e.",
    "weight": "The real cost of the open network, all its other weights and biases held still.",
}

SURFACE_WORDS = {
    "line": "a neuron fitted to a line",
    "neuron": "a sigmoid neuron fitted to a step",
    "bowl": "a bowl",
    "valley": "a long valley",
    "saddle": "a saddle",
    "minima": "several minima",
    "banana": "a bent valley",
    "own": "a formula of your own",
}

SURFACE_TEACHES = {
    "line": "A real network of one weight and one bias; its points, mini-batches and gradients are real.",
    "neuron": "A real sigmoid neuron: where it is saturated, the cost is all but flat.",
    "bowl": "Every step points to the bottom.",
    "valley": "Steep across, flat along: the gradient points across, so the path goes to and fro.",
    "saddle": "Up in one direction, down in another, and flat in the middle without being a minimum.",
    "minima": "Where one begins decides in which minimum one ends.",
    "banana": "Rosenbrock's valley: down into it is easy, along it is slow.",
    "own": "Any formula in x1 and x2: + − * / ^, sin, cos, exp, log, sqrt, abs, tanh, sigmoid, relu, pi, e.",
}

WALKER_WORDS = {
    "full": "full gradient",
    "batch": "mini-batch",
    "single": "single example",
    "momentum": "momentum",
    "nesterov": "Nesterov",
    "adam": "Adam",
}

WALKER_TEACHES = {
    "full": "Looks at every example before each step: careful, and slow.",
    "batch": "Looks at a few examples before each step: a drunk walker, but a quick one.",
    "single": "Looks at one example before each step: the drunkest and the quickest.",
    "momentum": "v ← 0.9 v + ∇{C}, θ ← θ − {η} v: a heavy ball that keeps rolling.",
    "nesterov": "As momentum, but it looks ahead: θ ← θ − {η} (∇{C} + 0.9 v).",
    "adam": "Divides every component of ∇{C} by its usual size: each moves by about {η}, steep or flat.",
}


def choices(words: dict[str, str], teaches: dict[str, str]) -> dict[str, tuple[str, str]]:
    """Return names with their words and sentences, as the user reads them."""
    return {name: (tr(text), tr(teaches[name])) for name, text in words.items()}


def mistake_sentence(mistake: FormulaError) -> str:
    """Return what is wrong with a formula."""
    sentence = str(mistake)
    return f"{sentence[:1].upper()}{sentence[1:]}."


# One dimension


def value_texts(letter: str, x: float, cost: float) -> tuple[str, str]:
    """Return "x = 4.40,", "C = 3.72"."""
    return f"{letter} = {number(x)},", tr("{C} = {cost}", cost=number(cost))


def slope_text(slope: float) -> str:
    """Return "slope −0.742"."""
    return tr("slope {slope}", slope=number(slope))


def move_texts(step: NextStep) -> tuple[str, str]:
    """Return "−η · slope = −0.1 · (−0.742)", "= +0.0742"."""
    product = f"{MINUS}{number(step.rate)} · {factor_text(step.slope)}"
    return tr("{MINUS}{η} · slope = {product}", MINUS=MINUS, product=product), (
        f"= {number(step.move, signed=True)}"
    )


def after_texts(letter: str, step: NextStep) -> tuple[str, str]:
    """Return "x → 4.47,", "C → 3.66"."""
    return f"{letter} → {number(step.x_after)},", tr("{C} → {cost}", cost=number(step.cost_after))


def move_label(step: NextStep) -> str:
    """Return what stands at the arrow of a step: "−η · slope = +0.0742"."""
    return tr("{MINUS}{η} · slope = {move}", MINUS=MINUS, move=number(step.move, signed=True))


VERDICTS = {
    "nowhere": ("no slope", "There is no slope here, so there is no step.", "warning"),
    "rests": ("rests", "The step is as good as none: the ball stays where it is.", "good"),
    "lost": ("lost", "The step leads to where there is no cost.", "bad"),
    "diverges": (
        "diverges",
        "Past the bottom and higher up, where it is steeper: the next step will be longer still.",
        "bad",
    ),
    "climbs": ("overshoots", "The step is so long that it ends higher than it began.", "warning"),
    "overshoots": ("overshoots", "The step goes past the bottom, to the other side.", "warning"),
    "creeps": ("creeps", "The step is so short that it is hardly seen.", "text_muted"),
    "descends": ("descends", "The step leads downhill.", "good"),
}
"""A word, a sentence and a color for each kind of step."""


def verdict_words(step: NextStep) -> tuple[str, str, str]:
    """Return a word, a sentence and the color's role for the step to come."""
    word, sentence, role = VERDICTS[step.verdict]
    return tr(word), tr(sentence), role


def gone_sentence(steps: int) -> str:
    """Say that the ball has left for good."""
    return tr("After {n} steps the ball is beyond all numbers: it has diverged.", n=steps)


def steps_text(n: int) -> str:
    """Return "12 steps"."""
    return tr("1 step") if n == 1 else tr("{n:,} steps", n=n)


def minimum_text(letter: str, x: float) -> str:
    """Return which minimum it is: "minimum at x = −0.748"."""
    return tr("minimum at {letter} = {x}", letter=letter, x=number(x))


def left_over_texts(on_the_way: int, gone: int) -> tuple[str, str]:
    """Return "3 on the way", "2 gone for good"; "" for none."""
    way = tr("{n} on the way", n=on_the_way) if on_the_way else ""
    return way, tr("{n} gone for good", n=gone) if gone else ""


def over_words(over: str, used: int, count: int) -> str:
    """Say which examples the cost of a weight is computed over."""
    if over == "example":
        return tr("{C}₀ of the example on the screen")
    if used == count:
        return tr("{C} over all {count:,} training examples", count=count)
    return tr("{C} over {used:,} of {count:,} training examples, evenly spaced", used=used, count=count)


# Two dimensions


def importance_sentence(names: tuple[str, str], slopes: tuple[float, float]) -> str:
    """Return which of two variables matters more, and how much."""
    first, second = abs(slopes[0]), abs(slopes[1])
    if not (first < float("inf") and second < float("inf")):
        return tr("There is no slope here.")
    if first == second:
        return tr("Flat: neither matters here.") if not first else tr("Both matter the same here.")
    more, less = (names[0], names[1]) if first > second else (names[1], names[0])
    if min(first, second) == 0:
        return tr("Only {more} matters here: along {less} it is flat.", more=more, less=less)
    ratio = max(first, second) / min(first, second)
    if ratio < 1.05:
        return tr("Both matter about the same here.")
    return tr("{more} matters {ratio} times as much as {less}.", more=more, less=less, ratio=number(ratio, 2))


def slice_sentence(names: tuple[str, str], held: float, slope: float) -> str:
    """Return what a slice shows: the one runs, the other is held still."""
    runs, still = names
    rises = tr("rises") if slope > 0 else tr("falls")
    if slope == 0 or slope != slope:
        return tr("{still} stays at {held}.", still=still, held=number(held))
    return tr(
        "{still} stays at {held}: here {C} {rises} by {slope} per unit of {runs}.",
        still=still,
        held=number(held),
        rises=rises,
        slope=number(abs(slope)),
        runs=runs,
    )


def partial_text(name: str, slope: float) -> str:
    """Return "∂C/∂x₁ = 4.20"."""
    return tr("∂{C}/∂{name} = {slope}", name=name, slope=number(slope))


def gradient_text_of(slopes: tuple[float, float]) -> str:
    """Return "∇C = (4.20, 6.60)"."""
    return tr("∇{C} = ({first}, {second})", first=number(slopes[0]), second=number(slopes[1]))


def fit_words(activation: str, n: int, seed: int) -> str:
    """Say which network it is, and what it is fitted to."""
    function = "w x + b" if activation == "identity" else "σ(w x + b)"
    return tr("a = {function}, fitted to {n} points, seed {seed}", function=function, n=n, seed=seed)


def cost_head() -> tuple[str, str]:
    """Return what stands over the numbers of the walkers."""
    return tr("{C}"), tr("examples")


def walker_cost(cost: float, gone: bool) -> str:
    """Return where a walker stands."""
    return tr("diverged") if gone else number(cost)


def fit_tex(activation: str) -> str:
    """Return the cost of a network of one neuron as TeX."""
    inner = "w x + b" if activation == "identity" else r"\sigma\left( w x + b \right)"
    return rf"{letter()}(w, b) = \frac{{1}}{{n}} \sum \left( {inner} - y \right)^2"
