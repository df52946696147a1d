"""Words for what an update did: predicted and real, before and after."""

from nnviz.core.step_effect import Effect, ParameterChange
from nnviz.training.timeline import Change
from nnviz.wording.history import change_name, updates_text
from nnviz.wording.names import split_name
from nnviz.wording.numbers import before_after, number
from nnviz.wording.text import tr


def step_title(change: Change, updates: int) -> str:
    """Return what was done: "training up to 5 epochs, 750 updates", "update on training example 3"."""
    name = change_name(change)
    name = name[:1].upper() + name[1:]
    if change.kind == "run":
        return tr("{name}: {updates}", name=name, updates=updates_text(updates))
    if change.rate is not None:
        return tr("{name}, {η} = {rate}", name=name, rate=number(change.rate))
    return name


def example_row() -> str:
    """Return the table's name for the example on the screen."""
    return tr("this example")


def used_row() -> str:
    """Return the table's name for the example an update has used, when another is on the screen."""
    return tr("its own example")


def batch_row() -> str:
    """Return the table's name for the mini-batch an update has used."""
    return tr("its mini-batch")


def set_row(split: str) -> str:
    """Return the table's name for a whole set."""
    return tr("{split} set", split=split_name(split))


def count_name(n: int) -> str:
    """Return how many examples stand behind a row."""
    return tr("{n:,} examples", n=n)


def off_text(effect: Effect) -> str:
    """Return how far the straight line was off, as a share of what really happened where that says more."""
    if effect.real == 0 or abs(effect.off) > 10 * abs(effect.real):
        return number(effect.off, signed=True)
    return tr("{share:.1f}%", share=100 * abs(effect.off / effect.real))


def effect_teaches(effect: Effect) -> str:
    """Return one sentence about a row of the table."""
    before, after = before_after(effect.before, effect.after)
    return tr(
        "Cost {before} → {after}: the straight line said {predicted}, it was {real}.",
        before=before,
        after=after,
        predicted=number(effect.predicted, signed=True),
        real=number(effect.real, signed=True),
    )


def line_sentence() -> str:
    """Return what the table compares."""
    return tr(
        "Δ{C} ≈ ∇{C}·Δθ: each row with its own ∇{C}, taken before the step. The larger the step, the more the"
        " straight line misses."
    )


def change_text(change: ParameterChange) -> tuple[str, str, str]:
    """Return before, after and Δ of one parameter."""
    before, after = before_after(change.before, change.after)
    return before, after, number(change.change, signed=True)


def try_texts(rate: float, now: float, real: float, line: float) -> tuple[str, str]:
    """Return what a step with another learning rate would have made of this example's cost, and the line."""
    step = tr("{η}′ = {rate}: {C} {now} → {real};", rate=number(rate), now=number(now), real=number(real))
    return step, tr("the straight line says {line}.", line=number(line))


def nothing_changes_sentence() -> str:
    """Return the promise that trying changes nothing."""
    return tr("Only a question: −{η}′∇{C} of this example, from θ before. Nothing is changed.")


def no_step_sentences(kind: str) -> tuple[str, str]:
    """Return a title and a sentence where there is no step to look at.

    Parameters
    ----------
    kind : str
        "none" (nothing has been done yet), "running" (a training is under way), "still" (the last change
        moved no parameter).
    """
    title = tr("What did that update do?")
    return title, {
        "none": tr(
            "This network has not been changed yet. Step to the end of the score (→), train a mini-batch (B),"
            " or drag a weight: then its before and after stand here."
        ),
        "running": tr(
            "A training is running. Pause it, and this picture shows what it has done to every parameter."
        ),
        "still": tr("The last change moved no weight and no bias, so there is nothing to compare."),
    }[kind]
