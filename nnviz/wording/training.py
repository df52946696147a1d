"""How a training is described: its optimizer, its schedule, what ends it."""

from nnviz.training.ending import Reason
from nnviz.training.settings import TrainSettings
from nnviz.wording.numbers import percent
from nnviz.wording.text import tr

OPTIMIZER_NAMES = {
    "sgd": "SGD",
    "momentum": "momentum",
    "nesterov": "Nesterov",
    "rmsprop": "RMSProp",
    "adam": "Adam",
}

SCHEDULE_NAMES = {
    "constant": "constant",
    "step": "in stairs",
    "exponential": "exponential",
    "cosine": "cosine",
}


def training_words(settings: TrainSettings) -> str:
    """Return "SGD, η = 1, mini-batches of 10, seed 0", and whatever else is not as usual."""
    words = [
        tr(OPTIMIZER_NAMES[settings.optimizer]),
        tr("{η} = {rate:g}, mini-batches of {batch}, seed {seed}", **vars(settings)),
    ]
    if settings.optimizer in ("momentum", "nesterov"):
        words.insert(1, tr("μ = {momentum:g}", momentum=settings.momentum))
    if settings.schedule != "constant":
        words.append(tr("schedule {name}", name=tr(SCHEDULE_NAMES[settings.schedule])))
    for name, strength in (("L1", settings.l1), ("L2", settings.l2)):
        if strength:
            words.append(tr("{name} {λ} = {strength:g}", name=name, strength=strength))
    if settings.dropout:
        words.append(tr("dropout {share}", share=percent(settings.dropout)))
    return ", ".join(words)


def reason_name(reason: Reason) -> str:
    """Return which stop condition has ended a training, in two words or three."""
    return tr("target reached") if reason == "target" else tr("no longer better")


def reason_words(reason: Reason) -> str:
    """Say which stop condition has ended a training."""
    if reason == "target":
        return tr("the wanted accuracy is reached")
    return tr("the test cost has not become lower for as many epochs as were to be waited")
