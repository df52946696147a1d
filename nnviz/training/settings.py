"""How to train: everything that can be chosen before a training, checked."""

import math
from dataclasses import dataclass, replace

from nnviz.errors import SettingsError
from nnviz.training.optimizers import OPTIMIZERS, USUAL_RATES
from nnviz.training.schedules import SCHEDULES

AT_ONCE = ("rate", "momentum", "batch", "l1", "l2")
"""The settings that a training takes over while it runs."""

MOST_EPOCHS = 1_000_000
"""More would take years, and no spin box holds them all."""


@dataclass(frozen=True)
class TrainSettings:
    """How to train.

    Parameters
    ----------
    rate : float
        The learning rate η; what a schedule begins with.
    batch : int
        Examples per mini-batch.
    epochs : int
        Passes over the training set.
    seed : int
        Seed of the shuffling and of dropout.
    optimizer : str
        One of `OPTIMIZERS`.
    momentum : float
        μ of momentum and Nesterov, from 0 to less than 1; the others do not ask for it.
    schedule : str
        One of `SCHEDULES`: how the rate falls over the epochs of a run.
    final : float
        What share of the rate "step" and "exponential" end with, above 0 and at most 1.
    l1, l2 : float
        λ of the penalties λ Σ|w| and ½ λ Σw² on the weights, not the biases.
    dropout : float
        The share of every hidden layer's neurons that is silent in an update, from 0 to less than 1.
    target_accuracy : float or None
        The accuracy on the test set, above 0 and at most 1, with which a training may end early.
    patience : int or None
        After how many epochs without a lower test cost a training ends early.

    Raises
    ------
    SettingsError
        When a value lies outside what makes sense.
    """

    rate: float = 1.0
    batch: int = 10
    epochs: int = 30
    seed: int = 0
    optimizer: str = "sgd"
    momentum: float = 0.9
    schedule: str = "constant"
    final: float = 0.01
    l1: float = 0.0
    l2: float = 0.0
    dropout: float = 0.0
    target_accuracy: float | None = None
    patience: int | None = None

    def __post_init__(self) -> None:
        check_rate(self.rate)
        self._check_counts()
        for field, known in (("optimizer", tuple(OPTIMIZERS)), ("schedule", SCHEDULES)):
            name = getattr(self, field)
            if name not in known:
                sentence = "{name!r} is not known here; choose one of {names}"
                raise SettingsError(sentence, field=field, name=name, names=", ".join(known))
        self._check_shares()

    def adjusted(self, wanted: "TrainSettings") -> "TrainSettings":
        """Return these settings with what a training that runs can take over from others.

        They count from the next mini-batch on; the rest at the next start.
        """
        return replace(self, **{name: getattr(wanted, name) for name in AT_ONCE})

    def with_optimizer(self, name: str) -> "TrainSettings":
        """Return these settings with another optimizer; a rate usual for the one becomes the other's."""
        usual = self.rate == USUAL_RATES[self.optimizer]
        return replace(self, optimizer=name, rate=USUAL_RATES[name] if usual else self.rate)

    def _check_counts(self) -> None:
        for name in ("batch", "epochs", "patience"):
            value = getattr(self, name)
            if value is not None and value < 1:
                raise SettingsError("a whole number from 1, not {value}", field=name, value=value)
        if self.epochs > MOST_EPOCHS:
            raise SettingsError(
                "at most {most_epochs:,}, not {epochs}",
                field="epochs",
                most_epochs=MOST_EPOCHS,
                epochs=self.epochs,
            )
        if self.seed < 0:
            raise SettingsError("a whole number from 0, not {seed}", field="seed", seed=self.seed)

    def _check_shares(self) -> None:
        for name in ("l1", "l2"):
            value = getattr(self, name)
            if not (math.isfinite(value) and value >= 0):
                raise SettingsError("a number from 0, not {value:g}", field=name, value=value)
        for name in ("momentum", "dropout"):
            if not 0 <= getattr(self, name) < 1:
                value = getattr(self, name)
                raise SettingsError("a number from 0 to less than 1, not {value:g}", field=name, value=value)
        for name in ("final", "target_accuracy"):
            value = getattr(self, name)
            if value is not None and not 0 < value <= 1:
                raise SettingsError("a number above 0 and at most 1, not {value:g}", field=name, value=value)


def check_rate(rate: float) -> None:
    """Raise SettingsError unless the learning rate is a finite number above 0."""
    if not (math.isfinite(rate) and rate > 0):
        raise SettingsError("the learning rate must be a number above 0, not {rate}", field="rate", rate=rate)
