"""``nnviz train``: stochastic gradient descent without a window."""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import fields
from pathlib import Path

from nnviz.cli import FAILED
from nnviz.cli.networks import add_network, network
from nnviz.cli.options import OptionParser, concerning, one_of, real_number, whole_number
from nnviz.cli.progress import Progress
from nnviz.cli.report import named, network_rows
from nnviz.cli.training_table import HEADINGS, aligned, as_json, as_row, closing_words, risen_words
from nnviz.core.network import Parameters
from nnviz.data import Dataset
from nnviz.data.places import shown
from nnviz.data.spoiled import first, noise_images, random_labels
from nnviz.errors import NnvizError
from nnviz.files import check_target, save_network
from nnviz.files.network_file import EXTENSION
from nnviz.training.optimizers import OPTIMIZERS
from nnviz.training.schedules import SCHEDULES
from nnviz.training.trainer import Metrics, Trainer, TrainSettings
from nnviz.wording import INITIALIZATION_NAMES, tr
from nnviz.wording.training import training_words


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
    if options.save is not None:
        with concerning("save"):  # before an hour of training, not after it
            _check_ending(options.save)
            check_target(options.save)
    dataset, parameters = network(options)
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
    # Beside the table, where --json wants nothing but JSON.
    print(tr("saved: {path}", path=options.save), file=sys.stderr if options.json else sys.stdout)


def _check_ending(path: str) -> None:
    """Refuse what the window would not offer to open again."""
    if Path(path).suffix != EXTENSION and not os.path.isdir(path):
        raise NnvizError(tr("a network is a {ending} file, not {path}", ending=EXTENSION, path=shown(path)))


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
    parser.value("--optimizer", one_of(*OPTIMIZERS), "sgd", ", ".join(OPTIMIZERS))
    parser.value("--rate", real_number, "1", "learning rate η; Adam and RMSProp want about 0.001")
    parser.value("--momentum", real_number, "0.9", "μ of momentum and nesterov: what is left of a velocity")
    falls = f"how the rate falls over the epochs: {', '.join(SCHEDULES)}"
    parser.value("--schedule", one_of(*SCHEDULES), "constant", falls)
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
    before = trainer.measure()
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
        print(f"\n{closing_words(trainer, *best)}", flush=True)
    if before is not None and best is not None and measured.train_cost > before.train_cost:
        print(f"{name}: {risen_words(before, measured, trainer.settings)}", file=sys.stderr)
    return 0


def _goodness(measured: Metrics) -> tuple[float, float]:
    """Return what is greater for a better epoch: test accuracy; without it, or when equal, a lower cost."""
    accuracy = measured.test_accuracy
    return 0.0 if accuracy is None else accuracy, -measured.test_cost


def _opening(trainer: Trainer, options: Namespace) -> str:
    dataset, settings = trainer.dataset, trainer.settings
    rows = [
        *network_rows(trainer.parameters.spec),
        (tr("start"), INITIALIZATION_NAMES[options.init]),
        (tr("data"), examples_words(dataset)),
        (tr("training"), training_words(settings)),
    ]
    headings = HEADINGS[dataset.test.labels is not None]
    return "\n".join([named(rows), "", aligned([tr(heading) for heading in headings], headings)])


def examples_words(dataset: Dataset) -> str:
    """Return "Handwritten digits, 28×28: 1,500 training and 297 test examples"."""
    return tr(
        "{title}: {train:,} training and {test:,} test examples",
        title=dataset.title,
        train=len(dataset.train),
        test=len(dataset.test),
    )
