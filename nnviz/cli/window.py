"""``nnviz run`` and ``nnviz tour``: what needs Qt, and looks first whether Qt can start here."""

import gc
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from nnviz import data, environment
from nnviz.cli import FAILED
from nnviz.cli.networks import ALSO_OF_A_FILE, OF_A_FILE, add_network, check_fit, network
from nnviz.cli.options import OptionParser, concerning, refuse_beside
from nnviz.core.network import Parameters
from nnviz.data import Dataset
from nnviz.data.mnist import find_files
from nnviz.data.places import MNIST, find_mnist, shown
from nnviz.data.reference import split as split_reference
from nnviz.errors import FileError
from nnviz.files import load_state, read_network
from nnviz.saying import both
from nnviz.wording import tr

if TYPE_CHECKING:
    from nnviz.ui.tour import Scene

PICTURES = "build/tour"

FIRST = "digits"
"""The data that are shown while others are being loaded."""


def run(name: str, arguments: Sequence[str]) -> int:
    """Open the window; without a display write the tour's pictures in its place."""
    parser = OptionParser(name, "Open the window.", "nnviz --data digits8 --hidden 32,16 --activation tanh")
    add_network(parser)
    parser.option("--open", "FILE", "a saved state or network to begin with")
    parser.switch("--reset-settings", "forget theme, layout and recent files first")
    options = parser.read(arguments)
    if options is None:
        return 0
    # Before Qt: a mistake must not flash a window.
    wanted, later = str(options.data), _loaded_later(options)
    dataset, parameters = network(options)
    if options.open is not None:
        _check_options(options, wanted, None if later else dataset)
    if (problem := environment.problem()) is not None:
        return _say(f"{name}: {problem}", FAILED)
    if not environment.has_display():
        print(f"{name}: {_without_display(options)}", file=sys.stderr)
        return _take_pictures(name, Path(PICTURES))
    return _open(dataset, parameters, options, later)


def tour(name: str, arguments: Sequence[str]) -> int:
    """Write a picture of each state of the window."""
    parser = OptionParser(
        name,
        "Lead the window through its main states, without a display, and write a picture of each.",
        "nnviz tour --out pictures",
    )
    parser.value("--out", Path, PICTURES, "the folder for the pictures; made where there is none")
    parser.switch("--lessons", "every step of every lesson instead")
    options = parser.read(arguments)
    return 0 if options is None else _take_pictures(name, options.out, options.lessons)


def _loaded_later(options: Namespace) -> str | None:
    """Return the data that the window loads once it is there, and let the options begin with others.

    Data that plainly are not there are refused now; what is wrong inside of them, the window says.
    """
    reference = str(options.data)
    if reference in data.SOURCES:
        return None
    with concerning("data"):
        if reference == MNIST:
            find_files(find_mnist())
        elif data.is_idx(reference):
            find_files(reference)
        elif not os.path.exists(split_reference(reference)[0]):
            data.load(reference)  # drawn in no time, or there is none
    options.data = FIRST
    return reference


def _check_options(options: Namespace, wanted: str, dataset: Dataset | None) -> None:
    """Look into what is to be opened, and refuse the options that it leaves nothing to say."""
    if not _is_data(options.open):
        network_options = (*OF_A_FILE, *ALSO_OF_A_FILE)
        refuse_beside("--open", network_options, options, "whose file holds the whole network")
    with concerning("open"):
        own = _check(options.open, dataset)
    if own not in (None, wanted, os.path.abspath(wanted)):
        refuse_beside("--open", ("--data",), options, f"which brings its own data: {shown(own)}")


def _without_display(options: Namespace) -> str:
    """Say what is done in place of opening the window, and which options count for nothing then."""
    sentence = f"there is no display here, so the window's pictures go to {PICTURES}/"
    if not options.given:
        return sentence
    names = both(sorted(options.given))
    return f"{sentence}; they show the tour's own networks and pass over {names} (nnviz render draws yours)"


def _is_data(path: str) -> bool:
    return data.is_idx(path) or data.is_there(os.path.abspath(path))


def _check(path: str, dataset: Dataset | None) -> str | None:
    """Read what is to be opened, and forget it again: the window will open it.

    Returns the data that it brings along; None where they are none, or no longer there: then others are asked
    for. What cannot be known before the data are loaded (`dataset` is None), the window says.
    """
    if data.is_idx(path):
        find_files(path)
        return path
    if _is_data(path):
        return path
    if path.lower().endswith(".nnviz"):
        own = load_state(path).data.reference
        return own if data.is_there(own) else None
    file = read_network(path)
    own = file.metadata.get("data", "")
    if data.is_there(own):
        return own
    if dataset is not None:
        check_fit(path, file.parameters.spec, dataset)
    return None


def _open(dataset: Dataset, parameters: Parameters, options: Namespace, later: str | None) -> int:
    from nnviz.cli.application import open_window
    from nnviz.session import Session

    return open_window(
        lambda: Session(dataset, parameters.spec, options.init, options.seed),
        file=options.open,
        data=later,
        reset_settings=options.reset_settings,
    )


def _take_pictures(name: str, folder: Path, lessons: bool = False) -> int:
    gc.enable()  # a start of the window has stopped it
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if (problem := environment.problem()) is not None:
        return _say(f"{name}: {problem}", FAILED)
    with concerning("out"):
        _make(folder)
        from nnviz.ui import tour

        for picture in tour.take(folder, _lesson_scenes()) if lessons else tour.take(folder):
            print(picture, flush=True)
    return 0


def _lesson_scenes() -> "tuple[Scene, ...]":
    from nnviz.ui.lessons.scenes import lesson_scenes

    return lesson_scenes()


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(
            tr("{folder} cannot be made: {reason}", folder=error.filename or folder, reason=error.strerror)
        ) from error


def _say(sentence: str, status: int) -> int:
    print(sentence, file=sys.stderr)
    return status
