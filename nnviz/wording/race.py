"""How a race is described: what makes a lane different, how it ended, what is to be seen."""

from nnviz.training.lanes import Variation, Variations
from nnviz.training.measuring import Metrics
from nnviz.training.race import LaneNews
from nnviz.wording.names import ACTIVATION_NAMES
from nnviz.wording.numbers import fixed, number, percent
from nnviz.wording.text import tr
from nnviz.wording.training import OPTIMIZER_NAMES, SCHEDULE_NAMES, reason_words

SCHEME_NAMES = {
    "scaled": "scaled",
    "normal": "normal, wide",
    "he": "He",
    "glorot": "Glorot",
    "zeros": "all zero",
}

DATA_NAMES = {"true": "true labels", "random": "random labels", "noise": "noise images"}

PRESET_NAMES = {
    "activations": "sigmoid against ReLU",
    "rates": "learning rates",
    "batches": "batch sizes",
    "inits": "initializations",
    "seeds": "ten starts",
    "memorizing": "true against random",
    "class": "one class only",
    "optimizers": "optimizers",
}

PRESET_SENTENCES = {
    "activations": "The same start, but the hidden layers use another activation: which one learns faster at"
    " this learning rate?",
    "rates": "Eight learning rates {η} from one start: too small hardly moves, too large stays at a guess.",
    "batches": "How many examples decide on one step: compare the curves over epochs, over updates and over"
    " seconds.",
    "inits": "The first weights are drawn otherwise: too wide saturates, and all zero makes neurons alike.",
    "seeds": "Ten different starts: they end in different places, and nearly all of them are about as low.",
    "memorizing": "True labels, random labels, noise in place of the images: what has structure is learned"
    " sooner; without it the test accuracy stays at a guess, about {chance}.",
    "class": "A network that sees one class only answers nothing else: perfect in training, a guess in the"
    " test.",
    "optimizers": "The same gradients, used otherwise; each optimizer with a rate that suits it.",
}

VARIED = {
    "nothing": "nothing: as it is",
    "rate": "learning rate {η}",
    "batch": "mini-batch size",
    "activation": "hidden activation",
    "optimizer": "optimizer",
    "schedule": "schedule",
    "momentum": "momentum μ",
    "l1": "L1 {λ}",
    "l2": "L2 {λ}",
    "dropout": "dropout",
    "init": "initialization",
    "seed": "seed",
    "data": "training data",
    "class": "only one class",
}
"""What a lane may differ in."""


def preset_words(name: str, classes: int | None = None) -> tuple[str, str]:
    """Return the name of a preset, and a sentence on what it shows."""
    chance = percent(1 / classes) if classes else tr("chance")
    return tr(PRESET_NAMES[name]), tr(PRESET_SENTENCES[name], chance=chance)


def lane_name(variations: Variations, classes: tuple[str, ...] | None = None) -> str:
    """Return what makes a lane different, "SGD, η = 0.3"; "as it is" where nothing does."""
    if not variations:
        return tr("as it is")
    return ", ".join(_varied(variation, classes) for variation in variations)


def value_name(what: str, value: str | int | float, classes: tuple[str, ...] | None = None) -> str:
    """Return the words of one of the values that can be chosen from."""
    names = {
        "activation": ACTIVATION_NAMES,
        "optimizer": OPTIMIZER_NAMES,
        "schedule": SCHEDULE_NAMES,
        "init": SCHEME_NAMES,
        "data": DATA_NAMES,
    }
    if what in names:
        return tr(names[what][str(value)])
    if what == "class" and classes and int(value) < len(classes):  # the data may be others by now
        return classes[int(value)]
    return f"{value:g}"


def _varied(variation: Variation, classes: tuple[str, ...] | None) -> str:
    what, value = variation
    if what == "batch":
        return _batch(int(value))
    texts = {
        "activation": "{value}",
        "optimizer": "{value}",
        "data": "{value}",
        "init": "{value}",
        "schedule": "rate {value}",
        "rate": "{η} = {value}",
        "momentum": "μ = {value}",
        "final": "to {value} of {η}",
        "l1": "L1 {λ} = {value}",
        "l2": "L2 {λ} = {value}",
        "dropout": "dropout {value}",
        "seed": "seed {value}",
        "class": "only “{value}”",
    }
    return tr(texts[what], value=value_name(what, value, classes))


def _batch(size: int) -> str:
    if size == 1:
        return tr("one at a time")
    return tr("batches of {n:,}", n=size) if size else tr("the whole set")


def lane_end(news: LaneNews) -> str:
    """Say how a lane has ended; "" while it goes on or when its epochs are over."""
    if news.end == "diverged" and news.diverged_at is not None:
        return tr(
            "diverged at update {n:,}; its last good state is from update {good:,}",
            n=news.diverged_at,
            good=news.position.updates,
        )
    return reason_words(news.end) if news.end in ("target", "patience") else ""


def lane_sentence(name: str, news: LaneNews) -> str:
    """Return all that is known of a lane in one line, for tooltips and screen readers."""
    parts = [name, tr("epoch {n}", n=fixed(news.epochs, 2)), tr("{n:,} updates", n=news.position.updates)]
    if news.last is not None:
        parts.append(_measured(news.last))
    return "; ".join([*parts, *filter(None, [lane_end(news)])])


def _measured(last: Metrics) -> str:
    words = tr(
        "cost {train} in training, {test} in the test",
        train=number(last.train_cost),
        test=number(last.test_cost),
    )
    if last.train_rmse is not None and last.test_rmse is not None:
        fit = tr("RMSE {train} and {test}", train=number(last.train_rmse), test=number(last.test_rmse))
        return f"{words}; {fit}"
    if last.test_accuracy is None or last.train_accuracy is None:
        return words
    right = tr(
        "{train} right in training, {test} in the test",
        train=percent(last.train_accuracy),
        test=percent(last.test_accuracy),
    )
    return f"{words}; {right}"


def take_over_tip() -> str:
    """Say what happens to the network in the window, as rich text."""
    return tr(
        "<b>Take the chosen network over</b><br>It becomes the network in the window, with what is different"
        " in its settings, to be looked at and trained on.<br>If it was trained on the same data, its curves"
        " and all its updates come along. Undo leads back, step by step."
    )


def spread_sentence(costs: tuple[float, ...]) -> str:
    """Say where several runs have ended: "ten runs ended between 0.0283 and 0.0432"."""
    return tr(
        "{n} lanes ended with training costs from {low} to {high}",
        n=len(costs),
        low=number(min(costs)),
        high=number(max(costs)),
    )
