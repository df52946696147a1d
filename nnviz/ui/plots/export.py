"""Saving what the plots show: as a picture of any size, and as numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QEvent, QIODevice, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QMenu, QToolButton, QVBoxLayout, QWidget

from nnviz.files.atomic import write_atomic
from nnviz.files.curves_file import curves_table, save_table
from nnviz.session import Session
from nnviz.ui import theme
from nnviz.ui.attempt import attempt
from nnviz.ui.fields import described, tab_only
from nnviz.ui.plots.courses import whole_course
from nnviz.ui.saving import ask_where
from nnviz.wording import tr
from nnviz.wording.plots import picture_size

Size = tuple[int, int]

SIZES: tuple[Size, ...] = ((1600, 900), (1280, 720), (1920, 1080), (3840, 2160))
"""The sizes of pictures that are offered, in pixels; the first is the usual one."""

LINES = 450
"""A picture is laid out as if it were so many pixels high, or more if it must be, and drawn larger: legible
on a slide."""


def picture(plots: Sequence[QWidget], size: Size) -> bytes:
    """Return plots, made for this alone, one below the other as a PNG in the theme now in use."""
    width, height = size
    from nnviz.ui.plots.canvas import Canvas

    page = QWidget()
    page.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    column = QVBoxLayout(page)
    for plot in plots:
        column.addWidget(plot, 1)
    lines = max(LINES, column.minimumSize().height())
    scale = height / lines
    page.setFixedSize(round(width / scale), lines)
    page.show()
    for _ in range(3):  # a layout that moves may move another
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    for canvas in page.findChildren(Canvas):
        canvas.keep_no_pixels()
    pixmap = QPixmap(width, height)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(theme.current().color("background"))
    page.render(pixmap)
    page.hide()
    page.deleteLater()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    pixmap.save(buffer, "PNG")
    return bytes(buffer.data().data())


def save_picture(path: Path, plots: Sequence[QWidget], size: Size = SIZES[0]) -> None:
    """Save plots as a PNG.

    Raises
    ------
    FileError
        If the file could not be written; nothing has changed then.
    """
    write_atomic(path, picture(plots, size))


def training_table(session: Session) -> str:
    """Return all measurements of the course on the screen, and of those that were left, as CSV."""
    return curves_table((whole_course(session), *session.ghosts))


def save_numbers(path: Path, session: Session) -> None:
    """Save them.

    Raises
    ------
    FileError
        If the file could not be written; nothing has changed then.
    """
    save_table(path, training_table(session))


class SaveMenu(QMenu):
    """Offers to save plots as a picture and the numbers behind them.

    Parameters
    ----------
    session : Session
        It says what fails.
    parent : QWidget
        Over which the dialogs stand.
    make : callable
        Returns new plots, for the picture alone; they are deleted with it.
    numbers : callable
        Returns the numbers as CSV.
    name : str
        How a picture's file name begins; also an attribute, for a plot may show something else later.
    table : str
        How that of the numbers begins.
    """

    def __init__(
        self,
        session: Session,
        parent: QWidget,
        make: Callable[[], Sequence[QWidget]],
        numbers: Callable[[], str],
        name: str,
        table: str = "training",
    ) -> None:
        super().__init__(parent)
        self._session, self._parent, self._make, self._numbers = session, parent, make, numbers
        self.name, self._table = name, table
        pictures = self.addMenu(tr("Save as a picture"))
        for size in SIZES:
            pictures.addAction(picture_size(*size), partial(self.save_picture, size))
        self.addAction(tr("Save the numbers (CSV)…"), self.save_numbers)

    def save_picture(self, size: Size) -> None:
        """Ask where, and save the plots there."""
        path = ask_where(self._parent, tr("Save the picture"), f"{self.name}.png", ".png")
        if path is not None:
            attempt(self._session, lambda: save_picture(path, self._make(), size))

    def save_numbers(self) -> None:
        """Ask where, and save the numbers there."""
        path = ask_where(self._parent, tr("Save the numbers"), f"{self._table}.csv", ".csv")
        if path is not None:
            attempt(self._session, lambda: save_table(path, self._numbers()))


def more_button(menu: QMenu) -> QToolButton:
    """Return the "⋯" that opens a plot's menu."""
    button = described(QToolButton(), tr("More"), tr("Saves the plot as a picture, or its numbers."))
    button.setText("⋯")
    theme.set_role(button, "tight")
    tab_only(button)
    # Not the button's own menu: Qt would draw an arrow beside the dots.
    button.clicked.connect(lambda: menu.popup(button.mapToGlobal(button.rect().bottomLeft())))
    return button
