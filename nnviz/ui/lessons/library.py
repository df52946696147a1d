"""The lessons that there are, read anew whenever a file is saved."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from nnviz.lessons import Course, lesson_folders

REST_MS = 150
"""An editor saves in several strokes: the files are read when they have rested this long."""


class Library(QObject):
    """Reads all lessons, and follows their files.

    Signals
    -------
    changed()
        There are others, or a file has become another.

    Parameters
    ----------
    folders : tuple of Path, optional
        Where they are; by default those of the program and of the user.
    language : str
        The code of the language in which they are read, where they are translated.
    """

    changed = Signal()

    def __init__(self, parent: QObject, folders: tuple[Path, ...] | None = None, language: str = "") -> None:
        super().__init__(parent)
        self.folders = folders or lesson_folders()
        self._language = language
        self.course = Course.read(self.folders, language)
        self._watcher = QFileSystemWatcher(self)
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._rest.timeout.connect(self.read)
        self._watcher.directoryChanged.connect(lambda _: self._rest.start())
        self._watcher.fileChanged.connect(lambda _: self._rest.start())
        self._watch()

    def read(self) -> None:
        """Read all files now."""
        self.course = Course.read(self.folders, self._language)
        self._watch()
        self.changed.emit()

    def _watch(self) -> None:
        """Follow folders and files; a file that was replaced has to be followed anew."""
        read = [lesson.path for lesson in self.course.lessons] + [error.path for error in self.course.errors]
        folders = (folder / name for folder in self.folders for name in {"", self._language})
        wanted = {str(path) for path in (*folders, *read) if path.exists()}
        missing = wanted - {*self._watcher.files(), *self._watcher.directories()}
        if missing:
            self._watcher.addPaths(sorted(missing))
