"""Commands about training, its history, exams and races."""

from dataclasses import replace

from nnviz.commands.arguments import Argument, Either, OneOf, Real, Whole
from nnviz.commands.command import Command, taking
from nnviz.errors import SettingsError
from nnviz.session import Session
from nnviz.session.race import RACE_PACES
from nnviz.training.optimizers import OPTIMIZERS
from nnviz.training.race_presets import PRESETS
from nnviz.training.schedules import SCHEDULES
from nnviz.training.settings import MOST_EPOCHS
from nnviz.wording import tr

FLAT_OUT = "flat out"
_RACE_PACES = {FLAT_OUT if pace is None else f"{pace:g}": pace for pace in RACE_PACES}

MOST_UPDATES = 100_000
"""What a lesson may have trained before a step is shown; more would take too long."""


def _set_training(session: Session, **wanted: object) -> None:
    changes = {name: value for name, value in wanted.items() if value is not None}
    if "optimizer" in changes:
        session.set_settings(session.settings.with_optimizer(str(changes.pop("optimizer"))))
    session.set_settings(replace(session.settings, **changes))  # type: ignore[arg-type]  # checked by kinds


def _pace(session: Session, updates: float | str) -> None:
    session.set_pace(None if isinstance(updates, str) else updates)


def _start(session: Session) -> None:
    if session.run_state == "paused":
        session.resume()
    elif session.run_state == "idle":
        session.start()


def _train_updates(session: Session, n: int) -> None:
    session.train_updates(n)


def _train_epochs(session: Session, n: int) -> None:
    session.train_epochs(n)


def _train_until(session: Session, accuracy: float, most: int) -> None:
    if session.dataset.train.labels is None:
        raise SettingsError(tr("these data have no classes, so there is no accuracy"), field="accuracy")
    session.train_epochs(most, accuracy)


def _visit(session: Session, step: int) -> None:
    session.visit(step)


def _examine(session: Session, part: str) -> None:
    session.exam.ask(part)  # type: ignore[arg-type]  # one of the two by its kind


def _line_up(session: Session, preset: str, epochs: int | None, pace: str | None) -> None:
    session.race.line_up(preset)
    if epochs is not None:
        session.race.set_epochs(epochs)
    if pace is not None:
        session.race.set_pace(_RACE_PACES[pace])


def _start_race(session: Session) -> None:
    session.race.start()


LEARNING: tuple[Command, ...] = (
    taking(
        "training",
        "Sets how to train; what is not named stays.",
        _set_training,
        Argument("rate", Real(0.0001, 100), "the learning rate {η}", None),
        Argument("batch", Whole(1), "examples in a mini-batch", None),
        Argument("epochs", Whole(1, MOST_EPOCHS), "how long “start-training” goes on", None),
        Argument("optimizer", OneOf(tuple(OPTIMIZERS)), "which", None),
        Argument("momentum", Real(0, 1), "μ of momentum and Nesterov", None),
        Argument("schedule", OneOf(SCHEDULES), "how the rate falls", None),
        Argument("l1", Real(0), "{λ} of {λ} Σ|w|", None),
        Argument("l2", Real(0), "{λ} of ½ {λ} Σw²", None),
        Argument("dropout", Real(0, 1), "the share of hidden neurons that is silent in an update", None),
    ),
    taking(
        "pace",
        "Sets how fast a training goes that can be watched.",
        _pace,
        Argument("updates", Either((Real(0.1), OneOf((FLAT_OUT,)))), "how many a second"),
    ),
    taking(
        "start-training",
        "Begins a training, or goes on with one that was paused; the lesson does not wait for its end.",
        _start,
        lasts=True,
    ),
    taking("pause-training", "Interrupts a training.", Session.pause),
    taking(
        "train-updates",
        "Trains flat out for so many mini-batches; the lesson waits for it.",
        _train_updates,
        Argument("n", Whole(1, MOST_UPDATES), "how many"),
        waits=True,
    ),
    taking(
        "train-epochs",
        "Trains flat out for so many epochs; the lesson waits for it.",
        _train_epochs,
        Argument("n", Whole(1, 1000), "how many"),
        waits=True,
    ),
    taking(
        "train-until",
        "Trains flat out until the test set is answered so well; the lesson waits for it.",
        _train_until,
        Argument("accuracy", Real(0, 1), "the share of right answers"),
        Argument("most", Whole(1, 1000), "epochs after which it ends anyhow", 100),
        waits=True,
    ),
    taking(
        "visit",
        "Goes to any step of the network's history, counted from its beginning.",
        _visit,
        Argument("step", Whole(), "which"),
    ),
    taking(
        "examine",
        "Lets the network answer a whole part of the data.",
        _examine,
        Argument("part", OneOf(("train", "test")), "which", "test"),
    ),
    taking(
        "race",
        "Lines up trainings side by side, each with one thing changed.",
        _line_up,
        Argument("preset", OneOf(PRESETS), "which"),
        Argument("epochs", Whole(1, 1000), "how long", None),
        Argument("pace", OneOf(tuple(_RACE_PACES)), "epochs a second", None),
    ),
    taking("start-race", "Begins the race; the lesson does not wait for its end.", _start_race, lasts=True),
)
