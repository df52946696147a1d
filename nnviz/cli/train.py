"""``nnviz train``: stochastic gradient descent without a window."""

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import fields

from nnviz.cli import FAILED
from nnviz.cli.options import (
    OptionParser,
    add_network,
    concerning,
    network,
    one_of,
    real_number,
    whole_number,
)
from nnviz.cli.progress import Progress
from nnviz.cli.report import named, network_rows
from nnviz.core.network import Parameters
from nnviz.data import Dataset
from nnviz.data.spoiled import first, noise_images, random_labels
from nnviz.errors import NnvizError
from nnviz.files import check_target, save_network
from nnviz.training.optimizers import OPTIMIZERS
from nnviz.training.schedules import SCHEDULES
from nnviz.training.trainer import Metrics, Trainer, TrainSettings
from nnviz.wording import INITIALIZATION_NAMES, fixed, number, percent, tr
from nnviz.wording.standing import r_squared_value
from nnviz.wording.training import reason_words, training_words

COSTS, TIMES = ("epoch", "train cost", "test cost"), ("samples/s", "seconds")
RIGHT, CLOSE = ("train accuracy", "test accuracy"), ("train RMSE", "test RMSE", "train R²", "test R²")
HEADINGS = {True: (*COSTS, *RIGHT, *TIMES), False: (*COSTS, *CLOSE, *TIMES)}
"""The columns, where there are classes and where values are measured."""

UNKNOWN = "–"


def train(name: str, arguments: Sequence[str]) -> int:
    """Train the network that the options describe, and report every epoch.

    Returns
    -------
    int
        0, or 1 when the cost stopped being a finite number.
    """
    options = _parser(name).read(arguments)
    if options is None:
        return 0
    dataset, parameters = network(options)
    if options.save is not None:
        with concerning("save"):
            check_target(options.save)  # before an hour of training, not after it
    dataset = _changed(dataset, options)
    settings = _settings(options)
    if settings.target_accuracy is not None and dataset.test.labels is None:
        raise NnvizError(tr("these data are measured values: there is no accuracy"), "target_accuracy")
    progress = Progress(options.epochs, sys.stderr)
    trainer = WatchedTrainer(progress, parameters, dataset, settings)
    if not options.json:
        print(_opening(trainer, options), flush=True)
    try:
        status = _report(name, trainer, progress, as_json if options.json else as_row)
    finally:
        progress.clear()
    if status == 0 and options.save is not None:
        _save(trainer, options, arguments)
    return status


def _save(trainer: Trainer, options: Namespace, arguments: Sequence[str]) -> None:
    """Save the trained network, with what it was trained on and how."""
    measured = trainer.measure()
    assert measured is not None
    texts = {
        "data": trainer.dataset.reference,
        "command": " ".join(["nnviz train", *arguments]),
        "epochs": str(options.epochs),
        "test_cost": f"{measured.test_cost:.4f}",
    }
    for name in ("test_accuracy", "test_rmse", "test_r_squared"):
        if (value := getattr(measured, name)) is not None:
            texts[name] = f"{value:.4f}"
    with concerning("save"):
        save_network(options.save, trainer.parameters, texts)


def _parser(name: str) -> OptionParser:
    parser = OptionParser(
        name,
        "Train a network by stochastic gradient descent; report after every epoch the cost of the whole\n"
        "training and test set, and the accuracy; of measured values RMSE and R².",
        "nnviz train --hidden 32 --epochs 10 --rate 3",
    )
    add_network(parser)
    _add_data_changes(parser)
    _add_training(parser)
    parser.option("--save", "FILE", "save the trained network there, as .safetensors")
    parser.switch("--json", "one JSON object per epoch in place of the table")
    return parser


def _add_data_changes(parser: OptionParser) -> None:
    text = "train on the first N training examples only"
    parser.option("--examples", "N", text, whole_number)
    parser.value(
        "--labels", one_of("true", "random"), "true", "true, or random: drawn anew for the training examples"
    )
    parser.switch("--noise-images", "put noise of the same mean and spread in place of the training inputs")


def _add_training(parser: OptionParser) -> None:
    parser.value("--epochs", whole_number, "3", "passes over the training set")
    parser.value("--batch", whole_number, "10", "examples per mini-batch, up to the whole training set")
    parser.value("--optimizer", str, "sgd", ", ".join(OPTIMIZERS))
    parser.value("--rate", real_number, "1", "learning rate η; Adam and RMSProp want about 0.001")
    parser.value("--momentum", real_number, "0.9", "μ of momentum and nesterov: what is left of a velocity")
    parser.value("--schedule", str, "constant", f"how the rate falls over the epochs: {', '.join(SCHEDULES)}")
    parser.value(
        "--final",
        real_number,
        "0.01",
        "share of the rate that step and exponential end with; cosine ends at 0",
    )
    parser.value("--l1", real_number, "0", "λ of λ Σ|w|, added to the cost")
    parser.value("--l2", real_number, "0", "λ of ½ λ Σw², added to the cost")
    parser.value("--dropout", real_number, "0", "share of each hidden layer that is silent in an update")
    text = "stop when the test accuracy is this high, such as 0.95"
    parser.option("--target-accuracy", "X", text, real_number)
    parser.option("--patience", "N", "stop after N epochs without a lower test cost", whole_number)


def _settings(options: Namespace) -> TrainSettings:
    return TrainSettings(**{field.name: getattr(options, field.name) for field in fields(TrainSettings)})


def _changed(dataset: Dataset, options: Namespace) -> Dataset:
    """Return the data that the options ask for: fewer, with other labels, or noise."""
    if options.examples is not None:
        with concerning("examples"):
            dataset = first(dataset, options.examples)
    if options.labels == "random":
        with concerning("labels"):
            dataset = random_labels(dataset, options.seed)
    return noise_images(dataset, options.seed) if options.noise_images else dataset


class WatchedTrainer(Trainer):
    """A trainer that tells after each update how far it has come."""

    def __init__(
        self, progress: Progress, parameters: Parameters, dataset: Dataset, settings: TrainSettings
    ) -> None:
        super().__init__(parameters, dataset, settings)
        self._progress = progress

    def step(self) -> bool:
        """Train on the next mini-batch."""
        learned = super().step()
        self._progress.advance(self.epochs)
        return learned


def _report(name: str, trainer: Trainer, progress: Progress, line: Callable[[int, Metrics], str]) -> int:
    best: tuple[int, Metrics] | None = None
    for epoch, measured in enumerate(trainer.train(), 1):
        progress.clear()
        if not measured.finite:
            sentence = tr(
                "the cost is no longer a finite number after epoch {n}; try a smaller --rate", n=epoch
            )
            print(f"{name}: {sentence}", file=sys.stderr)
            return FAILED
        print(line(epoch, measured), flush=True)
        progress.report(epoch, measured)
        if best is None or _goodness(measured) > _goodness(best[1]):
            best = epoch, measured
    if line is as_row and best is not None and epoch > 1:
        print(f"\n{_closing(trainer, *best)}")
    return 0


def _goodness(measured: Metrics) -> tuple[float, float]:
    """Return what is greater for a better epoch: test accuracy; without it, or when equal, a lower cost."""
    accuracy = measured.test_accuracy
    return 0.0 if accuracy is None else accuracy, -measured.test_cost


def _closing(trainer: Trainer, epoch: int, best: Metrics) -> str:
    """Return which epoch was the best, and why the training ended early if it did."""
    words = {"n": epoch, "cost": fixed(best.test_cost, 4)}
    if best.test_accuracy is None:
        fit = number(best.test_rmse or 0.0)
        text = tr("best: epoch {n} with test RMSE {fit}, test cost {cost}", fit=fit, **words)
    else:
        share = fixed(100 * best.test_accuracy, 2)
        text = tr("best: epoch {n} with test accuracy {share}%, test cost {cost}", share=share, **words)
    if trainer.finished is not None:
        text += "\n" + tr("ended early: {reason}", reason=reason_words(trainer.finished))
    return text


def as_json(epoch: int, measured: Metrics) -> str:
    """Return what was measured after an epoch, counted from 1, as one line of JSON."""
    values = measured._asdict()
    del values["updates"], values["epochs"], values["gradient_norms"]
    return json.dumps({"epoch": epoch, **values}, allow_nan=False)


def as_row(epoch: int, measured: Metrics) -> str:
    """Return the same as a row of the table."""
    classes = measured.test_accuracy is not None
    cells = (
        str(epoch),
        *(fixed(cost, 4) for cost in (measured.train_cost, measured.test_cost)),
        *(_shares(measured) if classes else _fits(measured)),
        f"{measured.samples_per_second:,.0f}",
        fixed(measured.seconds, 2),
    )
    return _row(cells, HEADINGS[classes])


def _shares(measured: Metrics) -> tuple[str, ...]:
    return tuple(percent(value or 0.0) for value in (measured.train_accuracy, measured.test_accuracy))


def _fits(measured: Metrics) -> tuple[str, ...]:
    rmses = (number(value or 0.0) for value in (measured.train_rmse, measured.test_rmse))
    values = (measured.train_r_squared, measured.test_r_squared)
    return *rmses, *(UNKNOWN if value is None else r_squared_value(value) for value in values)


def _row(cells: Sequence[str], headings: Sequence[str]) -> str:
    """Align a row with the headings: the table grows line by line, no later cell can widen it."""
    return "  ".join(cell.rjust(len(tr(heading))) for cell, heading in zip(cells, headings, strict=True))


def _opening(trainer: Trainer, options: Namespace) -> str:
    dataset, settings = trainer.dataset, trainer.settings
    rows = [
        *network_rows(trainer.parameters.spec),
        (tr("start"), INITIALIZATION_NAMES[options.init]),
        (tr("data"), examples_words(dataset)),
        (tr("training"), training_words(settings)),
    ]
    headings = HEADINGS[dataset.test.labels is not None]
    return "\n".join([named(rows), "", _row([tr(heading) for heading in headings], headings)])


def examples_words(dataset: Dataset) -> str:
    """Return "Handwritten digits, 28×28: 1,500 training and 297 test examples"."""
    return tr(
        "{title}: {train:,} training and {test:,} test examples",
        title=dataset.title,
        train=len(dataset.train),
        test=len(dataset.test),
    )
