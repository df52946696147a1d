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
                lessons[path.stem] = read_lesson(path)
                errors.pop(path.stem, None)
            except LessonError as error:
                errors[path.stem] = error
        ordered = sorted(lessons.values(), key=lambda lesson: (lesson.order, lesson.name))
        return cls(tuple(ordered), tuple(errors.values()))

    def find(self, name: str) -> Lesson | None:
        """Return a lesson by its name."""
        return next((lesson for lesson in self.lessons if lesson.name == name), None)
