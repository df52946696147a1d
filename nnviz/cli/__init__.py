"""The commands: the window, a training, one example in numbers, pictures of everything.

This module imports nothing heavy, so that every mistake and every Ctrl-C is met by `main`, whenever it comes.
"""

import contextlib
import gc
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from nnviz.environment import compute_on_one_thread
from nnviz.errors import NnvizError
from nnviz.saying import did_you_mean

COMMANDS = {
    "run": "open the window; also what nnviz does without a command",
    "train": "train a network and report every epoch",
    "explain": "show all numbers of one example",
    "get": "download a data set: mnist",
    "lesson": "check the files of lessons",
    "worksheet": "write one update by hand on paper, with blanks and a key",
    "render": "write one picture of a network as PNG or SVG, at any size",
    "tour": "write a picture of everything the window can show",
    "doctor": "tell what is installed, where things are kept, and what is missing",
}

MODULES = {"tour": "window"}
"""Where a command is that has no module of its own name; the function has the command's."""

BAD_INPUT, FAILED, INTERRUPTED = 2, 1, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out one command.

    Parameters
    ----------
    argv : sequence of str, optional
        The words after the program's name; by default those it was started with.

    Returns
    -------
    int
        0 when all went well, 1 when a training or the system failed, 2 for bad input, 130 after Ctrl-C.
    """
    _speak_utf8()
    compute_on_one_thread()
    arguments = list(sys.argv[1:] if argv is None else argv)
    name = "nnviz"
    try:
        command, rest = _command(arguments)
        name = f"nnviz {command}" if arguments[:1] == [command] else name
        status = _perform(command, name, rest)
        if sys.stdout is not None:
            sys.stdout.flush()
        return status
    except NnvizError as error:
        option = "" if error.field is None else f"--{error.field.replace('_', '-')}: "
        return _complain(name, f"{option}{error}", BAD_INPUT)
    except ModuleNotFoundError as error:
        if error.name is None or error.name.startswith("nnviz"):
            raise
        return _complain(name, f"the library {error.name} is missing; nnviz doctor tells more", FAILED)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _abandon_stdout()  # the reader has seen enough: `| head` is no failure
        return 0
    except OSError as error:
        _abandon_stdout()
        where = f"{error.filename}: " if error.filename else ""
        return _complain(name, f"{where}{error.strerror or error}", FAILED)


def _command(arguments: list[str]) -> tuple[str, list[str]]:
    """Split the words into the command and its options."""
    first, *rest = arguments or ["run"]
    if first in ("-h", "--help", "--version"):
        return first, rest
    if first.startswith("-"):
        return "run", arguments
    if first not in COMMANDS:
        meant = did_you_mean(first, COMMANDS)
        raise NnvizError(f"there is no command {first!r}{meant}; the known ones are: {', '.join(COMMANDS)}")
    return first, rest


def _perform(command: str, name: str, rest: list[str]) -> int:
    match command:
        case "run":
            return _run(name, rest)
        case _ if command in COMMANDS:
            perform = getattr(import_module(f"nnviz.cli.{MODULES.get(command, command)}"), command)
            return int(perform(name, rest))
        case "--version":
            from nnviz.cli.about import version

            print(f"nnviz {version()}")
        case _:
            from nnviz.cli.about import overview

            print(overview())
    return 0


def _run(name: str, rest: list[str]) -> int:
    """Open the window; what its start imports and builds is there to stay: no garbage to be looked for."""
    gc.disable()
    try:
        from nnviz.cli.window import run

        return run(name, rest)
    finally:
        gc.enable()


def _complain(name: str, sentence: str, status: int) -> int:
    print(f"{name}: {sentence}", file=sys.stderr)
    return status


def _speak_utf8() -> None:
    """Write the true minus sign and δ whatever the locale: a replaced sign would be a wrong number."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.encoding.lower() not in ("utf-8", "utf8"):
            stream.reconfigure(encoding="utf-8")


def _abandon_stdout() -> None:
    """Let what is still buffered go nowhere, or Python would fail once more at its end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
