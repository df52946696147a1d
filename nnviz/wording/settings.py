"""Words for the settings of a training: what each is called, its formula, and what it does."""

from typing import NamedTuple

from nnviz.training.optimizers import USUAL_RATES
from nnviz.training.settings import TrainSettings
from nnviz.wording.names import INITIALIZATION_NAMES
from nnviz.wording.numbers import percent
from nnviz.wording.text import tr
from nnviz.wording.training import OPTIMIZER_NAMES

FAR = 30
"""A rate so many times the usual one, or as small a part of it, is worth a word."""


class SettingWords(NamedTuple):
    """A setting's name, its formula as plain text, and a sentence that teaches it."""

    name: str
    formula: str
    teaches: str


AT_ONCE_HEADING = "takes effect at once, in the next mini-batch"
NEXT_START_HEADING = "at the next start of a training"
NEW_NETWORK_HEADING = "with a new network of the same shape"

OPTIMIZER_FORMULAS = {
    "sgd": "θ ← θ − {η} ∇{C}",
    "momentum": "v ← μ v + ∇{C};  θ ← θ − {η} v",
    "nesterov": "v ← μ v + ∇{C};  θ ← θ − {η} (∇{C} + μ v)",
    "rmsprop": "v ← 0.99 v + 0.01 (∇{C})²;  θ ← θ − {η} ∇{C} / √v",
    "adam": "θ ← θ − {η} m / √v",
}

OPTIMIZER_TEACHES = {
    "sgd": "Straight against the gradient of the mini-batch.",
    "momentum": "A velocity v remembers where it has been going, like a ball that rolls downhill.",
    "nesterov": "Momentum that looks ahead: it counts with where the velocity will have led.",
    "rmsprop": "Each parameter has a step of its own, the shorter the larger its gradients have been.",
    "adam": (
        "m ← 0.9 m + 0.1 ∇{C} and v ← 0.999 v + 0.001 (∇{C})², both freed of their start at 0:"
        " momentum, and a step of its own for each parameter."
    ),
}

SCHEDULE_FORMULAS = {
    "constant": "{η}",
    "step": "{η} f^(⌊3s⌋/2)",
    "exponential": "{η} f^s",
    "cosine": "½ {η} (1 + cos π s)",
}


def setting_words(field: str, settings: TrainSettings) -> SettingWords:
    """Return the words of one of the fields of TrainSettings."""
    if field == "optimizer":
        formula, teaches = (table[settings.optimizer] for table in (OPTIMIZER_FORMULAS, OPTIMIZER_TEACHES))
        return SettingWords(tr("optimizer"), tr(formula), tr(teaches))
    name, formula, teaches = _WORDS[field]
    if field == "schedule":
        formula = SCHEDULE_FORMULAS[settings.schedule]
    if field == "momentum":
        formula = OPTIMIZER_FORMULAS.get(settings.optimizer, formula).partition(";")[0]
    return SettingWords(tr(name), tr(formula), tr(teaches))


_WORDS = {
    "rate": (
        "learning rate {η}",
        "θ ← θ − {η} ∇{C}",
        "How far one update goes against the gradient. With a schedule, it is the rate that begins it.",
    ),
    "momentum": (
        "momentum μ",
        "v ← μ v + ∇{C}",
        "How much of the velocity is kept from one update to the next: from 0 to less than 1.",
    ),
    "batch": (
        "mini-batch B",
        "∇{C} ≈ 1/B Σ ∇{C}ᵢ",
        "How many examples are averaged for one update: 1 is quick and drunk, all of them slow and sure.",
    ),
    "l1": (
        "L1 {λ}",
        "{C} + {λ} Σ |w|",
        "Pulls every weight toward 0 by the same amount, until many are 0. Biases are left alone.",
    ),
    "l2": (
        "L2 {λ}",
        "{C} + ½ {λ} Σ w²",
        "Pulls every weight toward 0, the large ones most: weight decay. Biases are left alone.",
    ),
    "schedule": (
        "schedule",
        "{η}",
        "How the rate falls in a run: s goes from 0 to 1 over its epochs, f is what is left of the rate.",
    ),
    "final": (
        "final share f",
        "{η} → f {η}",
        "What share of the learning rate is left when the run ends: above 0 and at most 1.",
    ),
    "epochs": (
        "epochs",
        "⌈n/B⌉ updates each",
        "How many times a training goes through all n training examples.",
    ),
    "dropout": (
        "dropout p",
        "a ← 0, or a / (1 − p)",
        "The share of every hidden layer that is silent in an update, drawn anew each time: from 0 to less"
        " than 1. Nobody can rely on a neighbor; measured is the whole network.",
    ),
    "target_accuracy": (
        "stop at accuracy",
        "test accuracy ≥ target",
        "The accuracy on the test set with which a training may end early, as 0.95 or 95%. Empty: never.",
    ),
    "patience": (
        "patience k",
        "min {C} older than k epochs",
        "After how many epochs without a lower test cost a training ends early. Empty: never.",
    ),
    "scheme": (
        "first weights",
        "w ~ N(0, v)",
        "How the first weights are drawn: from a bell curve around 0 with variance v. n is the number of"
        " inputs of a neuron, m of the neurons in its layer.",
    ),
    "seed": (
        "seed",
        "",
        "Where the random numbers begin: the same seed draws the same weights, and shuffles the same way.",
    ),
}


def initializations() -> dict[str, tuple[str, str]]:
    """Return what each initialization is called in short, and what it draws from."""
    parts = {key: tr(text).partition(": ") for key, text in INITIALIZATION_NAMES.items()}
    return {key: (name, formula or tr("all 0")) for key, (name, _, formula) in parts.items()}


def rate_advice(settings: TrainSettings) -> str:
    """Return what rate the optimizer usually wants, when the present one is far from it; else ""."""
    usual = USUAL_RATES[settings.optimizer]
    if usual < FAR * settings.rate and settings.rate < FAR * usual:
        return ""
    name = tr(OPTIMIZER_NAMES[settings.optimizer])
    return tr("With {optimizer}, {η} is usually about {rate:g}.", optimizer=name, rate=usual)


def refusal(name: str, sentence: str) -> str:
    """Return one sentence: which setting was refused, and why."""
    return sentence if sentence.startswith(tr("the learning rate")) else f"{name}: {sentence}"


def value_text(field: str, value: float | None) -> str:
    """Return a setting as its field shows it; nothing for one that is off."""
    if value is None:
        return ""
    return percent(value).replace(".0%", "%") if field == "target_accuracy" else f"{value:g}"
