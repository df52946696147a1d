"""``nnviz lesson check FILE``: every mistake of a lesson, with its line and key."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from nnviz import environment
from nnviz.cli import FAILED
from nnviz.cli.options import OptionParser, UsageError
from nnviz.errors import NnvizError
from nnviz.lessons import LessonError, Mistake, read_lesson
from nnviz.wording import tr


def lesson(name: str, arguments: Sequence[str]) -> int:
    """Check the files of lessons: read them, and play them from the first step to the last.

    Parameters
    ----------
    name : str
        How the command was called.
    arguments : sequence of str
        "check" and the files; without a file, all lessons that come with the program and the user's own.

    Returns
    -------
    int
        0 when there is no mistake; else 1, and each stands on a line of its own.

    Raises
    ------
    NnvizError
        When the words make no command.
    """
    parser = OptionParser(
        f"{name} check [FILE …]",
        "Read lessons, play them without a window, and print every mistake with its file, line and key."
        " Without a FILE: all that come with the program, and your own.",
        "nnviz lesson check my-lesson.toml",
    )
    parser.switch("--read-only", "do not play them: what each line says by itself is all that is looked at")
    words = [word for word in arguments if not word.startswith("-")]
    options = parser.read([word for word in arguments if word not in words])
    if options is None:
        return 0
    if words[:1] != ["check"]:
        raise UsageError(f"what can be done with a lesson is: {name} check [FILE …]")
    mistakes = sum([_check(path, not options.read_only) for path in _files(words[1:])])
    return FAILED if mistakes else 0


def _files(words: Sequence[str]) -> list[Path]:
    from nnviz.lessons.course import ENDING, lesson_folders

    if words:
        return [Path(word) for word in words]
    return [path for folder in lesson_folders() for path in sorted(folder.glob(f"**/*{ENDING}"))]


def _check(path: Path, play: bool) -> int:
    """Print what is wrong with one file, and return how many mistakes there are."""
    try:
        found = read_lesson(path)
    except LessonError as error:
        return _tell(path, error.mistakes)
    mistakes = _tell(path, _rehearsed(found)) if play else 0
    if not mistakes:
        n = len(found.steps)
        steps = tr("1 step") if n == 1 else tr("{n:,} steps", n=n)
        print(tr("{file}: {steps}, no mistake", file=path, steps=steps))
    return mistakes


def _rehearsed(found: object) -> Iterable[Mistake]:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if (problem := environment.problem()) is not None:
        raise NnvizError(problem)
    from nnviz.ui.lessons.rehearsal import rehearse

    return rehearse(found)  # type: ignore[arg-type]


def _tell(path: Path, mistakes: Iterable[Mistake]) -> int:
    told = 0
    for mistake in mistakes:
        print(mistake.in_file(path), flush=True)
        told += 1
    return told
