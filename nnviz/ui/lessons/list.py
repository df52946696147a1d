"""The Lessons workspace: all lessons in their order, how far one has come, and files that cannot be read."""

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from nnviz.data.places import shown
from nnviz.errors import FileError
from nnviz.ui import theme
from nnviz.ui.fields import PRESS, OwnKeys, described
from nnviz.ui.lessons.library import Library
from nnviz.ui.lessons.row import LessonRow
from nnviz.ui.preferences import Preferences
from nnviz.wording import tr

WIDTH = 760.0
"""The list's width, at type scale 1: longer lines are hard to read."""


class LessonList(QWidget):
    """Shows what can be learned.

    Signals
    -------
    chosen(str)
        The user wants this lesson, by its name.

    Parameters
    ----------
    library : Library
        The lessons.
    preferences : Preferences
        Remembers how far one has come.
    """

    chosen = Signal(str)

    def __init__(self, library: Library, preferences: Preferences) -> None:
        super().__init__()
        self._library, self._preferences = library, preferences
        self.setAccessibleName(tr("Lessons"))
        self._content: object = None
        self.rows: list[LessonRow] = []
        self._head = QLabel(tr("Lessons"))
        self._about = QLabel(wordWrap=True)
        theme.set_role(self._head, "heading")
        theme.set_role(self._about, "muted")
        self._about.setText(
            tr("Each lesson drives this window. When you leave it, everything is as it was before.")
        )
        self.folder = QPushButton(tr("Open the folder of your own lessons"))
        described(
            self.folder,
            tr("Your own lessons"),
            tr("A lesson is a text file; docs/lessons.md says how to write one."),
            shown(library.folders[-1]),
        )
        OwnKeys(self.folder, PRESS)
        self.folder.clicked.connect(self._open_folder)
        self._lay_out()
        library.changed.connect(self.refresh)
        theme.on_change(self, self._space_out)
        self.refresh()

    def _lay_out(self) -> None:
        self._column = QWidget()
        self._rows = QVBoxLayout(self._column)
        inner = QWidget()
        across = QHBoxLayout(inner)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(self._column, 100)
        across.addStretch(1)
        self.area = QScrollArea(widgetResizable=True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)

    def _space_out(self) -> None:
        self._column.setMaximumWidth(round(theme.px(WIDTH)))
        side = round(theme.px(12))
        self._rows.setContentsMargins(side, round(theme.px(24)), side, round(theme.px(24)))
        self._rows.setSpacing(round(theme.px(8)))

    def showEvent(self, event: QShowEvent) -> None:
        """Show how far one has come by now."""
        self.refresh()
        super().showEvent(event)
        if self.rows:
            self.rows[0].setFocus(Qt.FocusReason.TabFocusReason)

    def refresh(self) -> None:
        """Make the list anew, if something is not as it was."""
        course, furthest = self._library.course, self._preferences.furthest_step
        content = [(lesson, furthest(lesson.name)) for lesson in course.lessons], course.errors
        if content != self._content:
            self._content = content
            self._make_rows()

    def _make_rows(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget not in (self._head, self._about, self.folder):
                widget.hide()
                widget.deleteLater()
        self._rows.addWidget(self._head)
        self._rows.addWidget(self._about)
        self.rows = [self._row(number) for number in range(len(self._library.course.lessons))]
        for widget in (*self.rows, *self._errors()):
            self._rows.addWidget(widget)
        self._rows.addSpacing(round(theme.px(8)))
        self._rows.addWidget(self.folder, 0, Qt.AlignmentFlag.AlignLeft)
        self._rows.addStretch(1)

    def _row(self, index: int) -> LessonRow:
        lesson = self._library.course.lessons[index]
        row = LessonRow(lesson, index + 1, self._preferences.furthest_step(lesson.name))
        row.clicked.connect(lambda: self.chosen.emit(lesson.name))
        return row

    def _errors(self) -> list[QLabel]:
        """Return one line for each mistake, so that whoever writes a lesson sees it at once."""
        labels = []
        for error in self._library.course.errors:
            text = "\n".join(mistake.in_file(error.path) for mistake in error.mistakes)
            label = QLabel(text, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
            theme.set_role(label, "error")
            labels.append(label)
        return labels

    def _open_folder(self) -> None:
        folder = self._library.folders[-1]
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FileError(
                "The folder {parent} cannot be made: {strerror}.",
                parent=shown(folder),
                strerror=error.strerror,
            ) from error
        self._library.read()
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
