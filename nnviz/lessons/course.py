"""The list of lessons: those that come with the program, and the user's own."""

from dataclasses import dataclass
from pathlib import Path

from nnviz.lessons.lesson import Lesson, LessonError
from nnviz.lessons.reader import read_lesson
from nnviz.resources import resource

ENDING = ".toml"


def own_folder() -> Path:
    """Return the folder of the user's own lessons; it need not exist.

    It lies in the user's data folder: ``~/.local/share/nnviz/lessons`` on Linux.
    """
    from platformdirs import user_data_dir  # late: a start does not need it

    return Path(user_data_dir("nnviz")) / "lessons"


def lesson_folders() -> tuple[Path, ...]:
    """Return where lessons are looked for: those of the program first."""
    return resource("lessons"), own_folder()


_read: dict[Path, tuple[tuple[int, int], Lesson]] = {}
"""The lessons that have been read, each with when its file was changed and how large it was."""


def _lesson(path: Path) -> Lesson:
    """Read a lesson, once as long as its file stays what it is; one with mistakes is read again every time.

    Raises
    ------
    LessonError
        As :func:`nnviz.lessons.reader.read_lesson`.
    """
    try:
        about = path.stat()
    except OSError:
        return read_lesson(path)  # which says why
    stamp = about.st_mtime_ns, about.st_size
    known = _read.get(path)
    if known is None or known[0] != stamp:
        known = _read[path] = stamp, read_lesson(path)
    return known[1]


@dataclass(frozen=True)
class Course:
    """All lessons in their order, and the files that cannot be read.

    Attributes
    ----------
    lessons : tuple of Lesson
        By their order, then by their names.
    errors : tuple of LessonError
        One for each file that is no lesson.
    """

    lessons: tuple[Lesson, ...]
    errors: tuple[LessonError, ...] = ()

    @classmethod
    def read(cls, folders: tuple[Path, ...], language: str = "") -> "Course":
        """Read all lessons in some folders; a later one takes the place of one with the same name.

        So does a translation: what is in the folder's folder of that language.
        """
        lessons: dict[str, Lesson] = {}
        errors: dict[str, LessonError] = {}
        here = [f"*{ENDING}", f"{language}/*{ENDING}"] if language else [f"*{ENDING}"]
        for path in (path for folder in folders for names in here for path in sorted(folder.glob(names))):
            try:
                lessons[path.stem] = _lesson(path)
                errors.pop(path.stem, None)
            except LessonError as error:
                errors[path.stem] = error
        ordered = sorted(lessons.values(), key=lambda lesson: (lesson.order, lesson.name))
        return cls(tuple(ordered), tuple(errors.values()))

    def find(self, name: str) -> Lesson | None:
        """Return a lesson by its name."""
        return next((lesson for lesson in self.lessons if lesson.name == name), None)
