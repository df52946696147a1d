"""``nnviz train``: stochastic gradient descent without a window."""

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence

from nnviz.cli import FAILED
from nnviz.cli.options import OptionParser, add_network, concerning, network, real_number, whole_number
from nnviz.cli.progress import Progress
from nnviz.cli.report import named, network_rows
from nnviz.core.network import Parameters
from nnviz.data import Dataset
from nnviz.files import check_target, save_network
from nnviz.training.trainer import Metrics, Trainer, TrainSettings
from nnviz.wording import INITIALIZATION_NAMES, fixed, percent, tr

HEADINGS = ("epoch", "train cost", "test cost", "train accuracy", "test accuracy", "samples/s", "seconds")
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
    settings = TrainSettings(options.rate, options.batch, options.epochs, options.seed)
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
    if measured.test_accuracy is not None:
        texts["test_accuracy"] = f"{measured.test_accuracy:.4f}"
    with concerning("save"):
        save_network(options.save, trainer.parameters, texts)


def _parser(name: str) -> OptionParser:
    parser = OptionParser(
        name,
        "Train a network by stochastic gradient descent; report cost and accuracy of the whole training\n"
        "and test set after every epoch.",
        "nnviz train --hidden 32 --epochs 10 --rate 3",
    )
    add_network(parser)
    parser.value("--epochs", whole_number, "3", "passes over the training set")
    parser.value("--batch", whole_number, "10", "examples per mini-batch")
    parser.value("--rate", real_number, "1", "learning rate η")
    parser.option("--save", "FILE", "save the trained network there, as .safetensors")
    parser.switch("--json", "one JSON object per epoch in place of the table")
    return parser


class WatchedTrainer(Trainer):
    """A trainer that tells after each update how far it has come."""

    def __init__(
        self, progress: Progress, parameters: Parameters, dataset: Dataset, settings: TrainSettings
    ) -> None:
        super().__init__(parameters, dataset, settings)
        self._progress = progress

    def step(self) -> None:
        """Train on the next mini-batch."""
        super().step()
        self._progress.advance(self.epochs)


def _report(name: str, trainer: Trainer, progress: Progress, line: Callable[[int, Metrics], str]) -> int:
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
    return 0


def as_json(epoch: int, measured: Metrics) -> str:
    """Return what was measured after an epoch, counted from 1, as one line of JSON."""
    values = measured._asdict()
    del values["updates"], values["epochs"]
    return json.dumps({"epoch": epoch, **values}, allow_nan=False)


def as_row(epoch: int, measured: Metrics) -> str:
    """Return the same as a row of the table."""
    cells = (
        str(epoch),
        *(fixed(cost, 4) for cost in (measured.train_cost, measured.test_cost)),
        *(_share(accuracy) for accuracy in (measured.train_accuracy, measured.test_accuracy)),
        f"{measured.samples_per_second:,.0f}",
        fixed(measured.seconds, 2),
    )
    return _row(cells)


def _share(accuracy: float | None) -> str:
    return UNKNOWN if accuracy is None else percent(accuracy)


def _row(cells: Sequence[str]) -> str:
    """Align a row with the headings: the table grows line by line, no later cell can widen it."""
    return "  ".join(cell.rjust(len(tr(heading))) for cell, heading in zip(cells, HEADINGS, strict=True))


def _opening(trainer: Trainer, options: Namespace) -> str:
    dataset, settings = trainer.dataset, trainer.settings
    how = tr("η = {rate:g}, mini-batches of {batch}, seed {seed}", **vars(settings))
    rows = [
        *network_rows(trainer.parameters.spec),
        (tr("start"), INITIALIZATION_NAMES[options.init]),
        (tr("data"), examples_words(dataset)),
        (tr("training"), how),
    ]
    return "\n".join([named(rows), "", _row([tr(heading) for heading in HEADINGS])])


def examples_words(dataset: Dataset) -> str:
    """Return "Handwritten digits, 28×28: 1,500 training and 297 test examples"."""
    return tr(
        "{title}: {train:,} training and {test:,} test examples",
        title=dataset.title,
        train=len(dataset.train),
        test=len(dataset.test),
    )
