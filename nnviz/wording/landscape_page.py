"""Words of the page that shows the network's cost: its choices, its axes, and why it may be empty."""

from nnviz.wording.numbers import fixed, number, percent
from nnviz.wording.text import tr

KIND_WORDS = {
    "gradient": (
        "along −∇{C}",
        "<b>Along −∇{C}</b><br>Straight downhill from where the network stands. How far can the slope be"
        " trusted?",
    ),
    "random": (
        "at random",
        "<b>Along a random direction</b><br>Among so many directions nearly every one is nearly level.",
    ),
    "moment": (
        "to a moment",
        "<b>Straight to another moment</b><br>From here to where the network was, or will be: is there a"
        " hill in between?",
    ),
    "seed": (
        "to another seed",
        "<b>Straight to where another training has ended</b><br>Two networks may be equally good and yet"
        " have a hill between them.",
    ),
    "three": (
        "plane of three",
        "<b>A plane through three moments</b><br>The cost all over it, as a map.",
    ),
    "path": (
        "plane of the path",
        "<b>The plane of the path</b><br>Through the two directions along which the training has moved most:"
        " the first two principal components of its kept moments.",
    ),
}


def kind_words() -> dict[str, tuple[str, str]]:
    """Return the words and the tooltip of each landscape."""
    return {kind: (tr(words), tr(tip)) for kind, (words, tip) in KIND_WORDS.items()}


def title(kind: str) -> str:
    """Return what a picture shows."""
    return {
        "gradient": tr("The cost along −∇{C}"),
        "random": tr("The cost along a random direction"),
        "moment": tr("The cost on the way to another moment"),
        "seed": tr("The cost on the way to another training's end"),
        "three": tr("The cost over the plane of three moments"),
        "path": tr("The cost over the plane of the path"),
    }[kind]


# Where the mouse is


def click_tip() -> str:
    """Return what a click on a picture does."""
    return tr(
        "Click: the network takes the parameters of this place, to be looked at anywhere. Undo brings"
        " the old ones back.<br>By keyboard (Tab): arrows, Enter."
    )


def loaded_sentence() -> str:
    """Return what a click has done."""
    return tr("Parameters from this picture:")


def place_words(kind: str, t: float) -> str:
    """Return where on a slice something is: "3.2 steps of η", "half way"."""
    if kind == "gradient":
        return tr("after {t} steps of {η}", t=number(t)) if t >= 0 else tr("{t} steps back", t=number(-t))
    if kind == "random":
        return tr("{t} · ‖θ‖ away", t=fixed(t, 2))
    return tr("{share} of the way", share=percent(t))


def axis_words(kind: str) -> str:
    """Return what a slice's axis counts."""
    if kind == "gradient":
        return tr("steps of {η} along −∇{C}")
    if kind == "random":
        return tr("distance as a share of ‖θ‖")
    return tr("share of the way")


def plane_axes(kind: str) -> tuple[str, str]:
    """Return what the axes of a plane count."""
    if kind == "path":
        return tr("distance along the first main direction"), tr("along the second")
    return tr("distance from P toward Q"), tr("across, toward R")


# What there is to choose


def epoch_words(epoch: int) -> str:
    """Return "the end of epoch 3"."""
    return tr("the end of epoch {epoch:,}", epoch=epoch)


def landmark_words(seed: int, epochs: float, accuracy: float | None, cost: float | None) -> str:
    """Return where a training with another seed has ended: "seed 3: epoch 5, test 94.1%"."""
    name = tr("seed {seed}: epoch {epochs}", seed=seed, epochs=f"{epochs:.4g}")
    if accuracy is not None:
        return tr("{name}, test {share}", name=name, share=percent(accuracy))
    return name if cost is None else tr("{name}, test cost {cost}", name=name, cost=number(cost))


def sample_words(n: int | None) -> str:
    """Return how many examples stand for a set."""
    return tr("all examples") if n is None else tr("{n:,} examples", n=n)


def reach_words(steps: float | None) -> str:
    """Return how far a slice along −∇C goes."""
    return tr("as far as it falls") if steps is None else tr("{steps:,g} {η}", steps=steps)


def spread_words(share: float) -> str:
    """Return how far a slice along a random direction goes."""
    return tr("± {share:g} ‖θ‖", share=share)


# Why there is nothing

TRAIN_EPOCHS = 3
"""What the button of an empty page trains."""


def empty_words(why: str, kind: str, epochs: int) -> tuple[str, str]:
    """Return a title and a sentence where there is no picture; `epochs` another seed would be trained."""
    if why == "young":
        return _young(kind)
    if why == "alone":
        return tr("No other network yet"), tr(
            "Train one from another seed, with the present settings and for as long ({epochs}); or run a race"
            " in Train: its lanes can be chosen here too. Then the cost on the straight way there is drawn.",
            epochs=tr("1 epoch") if epochs == 1 else tr("{n:,} epochs", n=epochs),
        )
    return {
        "running": (
            tr("A training is running"),
            tr("Pause it: the plane is then laid through the path it has gone."),
        ),
        "infinite": (
            tr("There are no finite numbers"),
            tr("The parameters or the gradient have grown too large. Undo, and try a smaller learning rate."),
        ),
        "flat": (
            tr("∇{C} is zero"),
            tr("No direction leads downhill from here: every neuron is saturated, or switched off."),
        ),
        "zero": (
            tr("All weights and biases are zero"),
            tr("A random direction is drawn as long as θ itself, and that has no length."),
        ),
        "same": (tr("There is no way to go"), tr("The other network has the very same parameters.")),
        "short": (
            tr("The path is too short"),
            tr("A plane needs a path that leaves a straight line. Train a little longer."),
        ),
        "line": (
            tr("These three lie on a line"),
            tr("Three moments that do not lie on one line span a plane: choose another."),
        ),
        "shape": (tr("Another network"), tr("It has other layers: there is no straight way to it.")),
    }[why]


def _young(kind: str) -> tuple[str, str]:
    sentence = {
        "moment": tr("Then the cost on the straight way between two of its moments is drawn here."),
        "three": tr("Then the cost over the plane through three of its moments is drawn here, as a map."),
        "path": tr("The path of the training is then drawn here, on a map of the cost around it."),
    }[kind]
    return tr("Train first"), sentence
