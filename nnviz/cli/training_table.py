"""What ``nnviz train`` prints of its epochs: a table or JSON, and what is to be said at the end."""

import json
from collections.abc import Sequence

from nnviz.training.trainer import Metrics, Trainer, TrainSettings
from nnviz.wording import fixed, number, percent, tr
from nnviz.wording.standing import r_squared_value
from nnviz.wording.training import reason_words

COSTS, TIMES = ("epoch", "train cost", "test cost"), ("samples/s", "seconds")
RIGHT, CLOSE = ("train accuracy", "test accuracy"), ("train RMSE", "test RMSE", "train R²", "test R²")
HEADINGS = {True: (*COSTS, *RIGHT, *TIMES), False: (*COSTS, *CLOSE, *TIMES)}
"""The columns, where there are classes and where values are measured."""

UNKNOWN = "–"


def risen_words(before: Metrics, after: Metrics, settings: TrainSettings) -> str:
    """Say that it has become worse than at the beginning, and what to try."""
    return tr(
        "the training cost rose from {before} to {after}; try a smaller --rate than {rate:g}",
        before=fixed(before.train_cost, 4),
        after=fixed(after.train_cost, 4),
        rate=settings.rate,
    )


def closing_words(trainer: Trainer, epoch: int, best: Metrics) -> str:
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
    return aligned(cells, HEADINGS[classes])


def _shares(measured: Metrics) -> tuple[str, ...]:
    return tuple(percent(value or 0.0) for value in (measured.train_accuracy, measured.test_accuracy))


def _fits(measured: Metrics) -> tuple[str, ...]:
    rmses = (number(value or 0.0) for value in (measured.train_rmse, measured.test_rmse))
    values = (measured.train_r_squared, measured.test_r_squared)
    return *rmses, *(UNKNOWN if value is None else r_squared_value(value) for value in values)


def aligned(cells: Sequence[str], headings: Sequence[str]) -> str:
    """Align a row with the headings: the table grows line by line, no later cell can widen it."""
    return "  ".join(cell.rjust(len(tr(heading))) for cell, heading in zip(cells, headings, strict=True))
