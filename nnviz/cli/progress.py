"""How far a training has come, on standard error: a bar on a terminal, a line per epoch elsewhere."""

import shutil
import time
from typing import TextIO

from nnviz.training.trainer import Metrics
from nnviz.wording import number, percent, tr

CELLS = 10
REDRAW_SECONDS = 0.1


class Progress:
    """Shows a training's epochs, newest cost, accuracy or RMSE, and speed.

    Parameters
    ----------
    epochs : int
        How many there will be.
    stream : TextIO or None
        Where to; None (a program without a console) shows nothing.
    """

    def __init__(self, epochs: int, stream: TextIO | None) -> None:
        self._epochs = epochs
        self._stream = stream
        self._is_terminal = stream is not None and stream.isatty()
        self._news = ""
        self._width = 0
        self._drawn = 0.0

    def advance(self, done: float) -> None:
        """Show that `done` epochs are behind; cheap enough to be called after every update."""
        now = time.monotonic()
        if self._is_terminal and now - self._drawn >= REDRAW_SECONDS:
            self._drawn = now
            self._draw(done)

    def report(self, epoch: int, measured: Metrics) -> None:
        """Show what was measured after an epoch, counted from 1."""
        self._news = measured_words(measured)
        if self._is_terminal:
            self._draw(epoch)
        elif self._stream is not None:
            line = tr("epoch {n}/{all}: {news}", n=epoch, all=self._epochs, news=self._news)
            print(line, file=self._stream, flush=True)

    def clear(self) -> None:
        """Take the bar away, so that a line can stand in its place."""
        if self._width:
            self._put("")

    def _draw(self, done: float) -> None:
        full = int(CELLS * done / self._epochs)
        epoch = min(int(done) + 1, self._epochs)
        bar = "█" * full + "░" * (CELLS - full)
        self._put(tr("epoch {n}/{all}", n=epoch, all=self._epochs) + f" {bar} {self._news}")

    def _put(self, line: str) -> None:
        """Write over the present line; one that wrapped could not be taken away again."""
        assert self._stream is not None
        line = line[: shutil.get_terminal_size().columns - 1]
        self._stream.write(f"\r{line.ljust(self._width)}\r{line}")
        self._stream.flush()
        self._width = len(line)


def measured_words(measured: Metrics) -> str:
    """Return test cost, test accuracy or RMSE, and speed in a line."""
    words = [tr("test cost {cost}", cost=number(measured.test_cost))]
    if measured.test_accuracy is not None:
        words.append(tr("accuracy {share}", share=percent(measured.test_accuracy)))
    elif measured.test_rmse is not None:
        words.append(tr("RMSE {rmse}", rmse=number(measured.test_rmse)))
    words.append(tr("{speed:,.0f} samples/s", speed=measured.samples_per_second))
    return ", ".join(words)
