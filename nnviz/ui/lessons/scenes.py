"""A picture of every step of every lesson, for the tour."""

from PySide6.QtWidgets import QDialog

from nnviz.lessons import Course, lesson_folders
from nnviz.session import Session
from nnviz.ui.offscreen import wait_until
from nnviz.ui.tour import Scene, SetUp
from nnviz.ui.window import MainWindow


def lesson_scenes() -> tuple[Scene, ...]:
    """Return a scene for every step of the lessons that come with the program: "lesson-01-03" and so on."""
    course = Course.read(lesson_folders()[:1])
    return tuple(
        Scene(f"lesson-{number:02}-{index + 1:02}", _step(lesson.name, index))
        for number, lesson in enumerate(course.lessons, 1)
        for index in range(len(lesson.steps))
    )


def _step(name: str, index: int) -> SetUp:
    def show(session: Session, window: MainWindow) -> QDialog | None:
        player = window.lessons.player
        window.lessons.start(name, index)
        wait_until(lambda: not player.busy, player.changed)
        return None

    return show
