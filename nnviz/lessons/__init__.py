"""Lessons: text files that drive the program. The format, its reader, the list of them, and the player.

What a lesson does is done by the commands of :mod:`nnviz.commands`, what it asks for is one of
:mod:`nnviz.lessons.quantities`, and what it points at one of :mod:`nnviz.lessons.places`: nothing in it is
executable code. docs/lessons.md describes the format.
"""

from nnviz.lessons.course import Course, lesson_folders
from nnviz.lessons.lesson import Lesson, LessonError, Mistake, Step
from nnviz.lessons.player import Player
from nnviz.lessons.reader import read_lesson

__all__ = ["Course", "Lesson", "LessonError", "Mistake", "Player", "Step", "lesson_folders", "read_lesson"]
