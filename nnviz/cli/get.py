"""`nnviz get`: a data set downloaded once, for the window and the commands."""

import sys
import time
from collections.abc import Sequence
from pathlib import Path

from nnviz.cli.options import OptionParser, UsageError
from nnviz.data.download import fetch_mnist
from nnviz.data.mnist import find_files
from nnviz.data.places import MNIST, cache_folder, find_mnist
from nnviz.errors import FileError
from nnviz.wording import percent, tr

REDRAW_SECONDS = 0.1


def get(name: str, arguments: Sequence[str]) -> int:
    """Download a data set and say where it lies.

    Parameters
    ----------
    name : str
        How the command was called.
    arguments : sequence of str
        The words after it: which data set.

    Returns
    -------
    int
        0 when it is there.

    Raises
    ------
    NnvizError
        When it is not known, or cannot be downloaded.
    """
    parser = OptionParser(
        f"{name} {MNIST}",
        "Download MNIST's 70,000 handwritten digits (12 MB), once; a download that was broken off goes on.",
        f"nnviz get {MNIST}",
    )
    wanted = [word for word in arguments if not word.startswith("-")]
    if parser.read([word for word in arguments if word not in wanted]) is None:
        return 0
    if wanted != [MNIST]:
        raise UsageError(f"what can be downloaded is {MNIST}: nnviz get {MNIST}")
    progress = _Progress()
    try:
        folder = _own_mnist() or fetch_mnist(progress)
    finally:
        progress.clear()
    print(tr("MNIST is in {folder}: use it with --data mnist", folder=folder))
    return 0


def _own_mnist() -> Path | None:
    """Return where the user keeps MNIST; what was downloaded is looked through by the download itself."""
    try:
        folder = find_mnist()
        find_files(folder)
    except FileError:
        return None
    return None if folder == cache_folder() / MNIST else folder


class _Progress:
    """How much has arrived, on a terminal."""

    def __init__(self) -> None:
        self._drawn = 0.0
        self._width = 0

    def __call__(self, done: int, total: int) -> None:
        """Show that `done` of `total` bytes are there; cheap enough to be called often."""
        now = time.monotonic()
        if now - self._drawn < REDRAW_SECONDS or sys.stderr is None or not sys.stderr.isatty():
            return
        self._drawn = now
        line = tr("downloading MNIST: {share}", share=percent(done / total))
        sys.stderr.write(f"\r{line.ljust(self._width)}")
        sys.stderr.flush()
        self._width = len(line)

    def clear(self) -> None:
        """Take the line away."""
        if self._width:
            sys.stderr.write(f"\r{' ' * self._width}\r")
            sys.stderr.flush()
