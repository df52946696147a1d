"""Where a picture is taken: a panel of its own that nobody sees, or the window as it stands."""

from abc import ABC, abstractmethod
from math import ceil
from time import monotonic

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QEvent,
    QEventLoop,
    QIODevice,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.errors import NnvizError, SettingsError
from nnviz.session import Session
from nnviz.training.background import Background
from nnviz.ui import theme
from nnviz.ui.export.mending import mended
from nnviz.ui.export.subjects import Subject
from nnviz.ui.network.redraw import Redraw
from nnviz.ui.network.view import NetworkView
from nnviz.ui.plots.canvas import Canvas
from nnviz.ui.vacant import leave_out_empty, why_empty
from nnviz.wording import tr

Size = tuple[int, int]
Pixels = NDArray[np.uint8]

LEAST, MOST = 200, 8192
"""Of width and height, in pixels."""

LINES = 600
"""A picture is laid out as if it were so many pixels high, or more if its panel needs them, and drawn larger
or smaller: what can be read at one size can be read at all of them."""

ROUNDS = 3
"""How often events are let through before a picture: a layout that moves may move another."""

PATIENCE_SECONDS = 5.0
"""How long a picture waits for what is computed beside the window."""

SOON_MS = 500
"""A timer that rings no later belongs to what the picture shows, not to a message that goes away."""

LOOK_MS = 10


class NothingToShow(NnvizError):
    """A picture would be empty: its data, its network or its history are not of the kind that it shows."""


class Stage(ABC):
    """What is painted, and how large.

    Attributes
    ----------
    widget : QWidget
        What is painted.
    size : (int, int)
        Width and height of the picture, in pixels.
    scale : float
        Pixels of the picture for one of the widget.
    session : Session
        What it shows.
    """

    widget: QWidget
    session: Session
    size: Size
    scale: float

    @property
    def waits(self) -> bool:
        """True while something that it shows is still being computed, or is about to be."""
        for root in (self.widget, self.session):
            if any(work.busy for work in root.findChildren(Background)):
                return True
            if any(map(_rings_soon, root.findChildren(QTimer))):
                return True
        return False

    def wait(self) -> None:
        """Let the program run until the picture is complete, or patience is at its end."""
        loop, look, began = QEventLoop(), QTimer(interval=LOOK_MS), monotonic()

        def complete() -> None:
            if not self.waits or monotonic() - began > PATIENCE_SECONDS:
                loop.quit()

        look.timeout.connect(complete)
        look.start()
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        look.stop()

    def settle(self) -> None:
        """Bring what moves to its end, and draw what waits for a rest."""
        for _ in range(ROUNDS):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        for view in self.widget.findChildren(NetworkView):
            if view.isVisible():
                view.settle()

    def image(self) -> QImage:
        """Return the picture as it is now."""
        self.settle()
        image = QImage(*self.size, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(self.scale)
        image.fill(theme.current().color("background"))
        self.widget.render(image)
        image.setDevicePixelRatio(1)
        return image

    def pixels(self) -> Pixels:
        """Return the picture as numbers, uint8 of shape (height, width, 3)."""
        image = self.image().convertToFormat(QImage.Format.Format_RGB888)
        rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
        return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).copy()

    def _complete(self) -> None:
        """Wait until there is everything that there will be."""
        self.wait()

    def png(self) -> bytes:
        """Return the picture as the contents of a PNG file, once it is complete.

        Raises
        ------
        NothingToShow
            When it would only say how one gets something into it.
        """
        self._complete()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"png")).write(self.image())
        return bytes(buffer.data().data())

    def svg(self, title: str) -> bytes:
        """Return it, once it is complete, as the contents of an SVG file; text stays text; else as `png`."""
        self._complete()
        self.settle()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        # Only since 1.1 parts can be cut off: what a list scrolls away must not lie over its neighbors.
        file = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
        file.setOutputDevice(buffer)
        file.setSize(QSize(*self.size))
        file.setViewBox(QRect(0, 0, *self.size))
        file.setResolution(self.widget.logicalDpiX())
        file.setTitle(title)
        painter = QPainter(file)
        painter.fillRect(QRect(0, 0, *self.size), theme.current().color("background"))
        painter.scale(self.scale, self.scale)
        self.widget.render(painter, QPoint())
        painter.end()
        return mended(bytes(buffer.data().data()))

    @abstractmethod
    def close(self) -> None:
        """Be done with it."""


def _rings_soon(timer: QTimer) -> bool:
    soon = timer.isActive() and timer.isSingleShot() and timer.interval() <= SOON_MS
    return soon and not isinstance(timer.parent(), Redraw)  # which `settle` brings to its end


class WindowStage(Stage):
    """The window, at the size it has.

    Parameters
    ----------
    window : QWidget
        Stays as it is.
    session : Session
        What it shows.
    """

    def __init__(self, window: QWidget, session: Session) -> None:
        self.widget, self.session, self.scale = window, session, window.devicePixelRatioF()
        self.size = (round(window.width() * self.scale), round(window.height() * self.scale))

    def close(self) -> None:
        """Leave the window as it is."""


class PanelStage(Stage):
    """A new panel, made for this alone; it follows the session as long as the stage is not closed.

    Parameters
    ----------
    subject : Subject
        Not the window.
    session : Session
        What it shows.
    size : (int, int)
        Of the picture, in pixels, LEAST to MOST each.

    Raises
    ------
    SettingsError
        When a picture cannot be so small or so large.
    """

    def __init__(self, subject: Subject, session: Session, size: Size) -> None:
        if min(size) < LEAST or max(size) > MOST:
            sentence = "width and height of a picture are {least} to {most:,} pixels"
            raise SettingsError(tr(sentence, least=LEAST, most=MOST), "size")
        assert subject.make is not None
        self.size, self.session = size, session
        self.widget = QWidget()
        for quietly in (Qt.WidgetAttribute.WA_DontShowOnScreen, Qt.WidgetAttribute.WA_ShowWithoutActivating):
            self.widget.setAttribute(quietly)
        column = QVBoxLayout(self.widget)
        margin = round(theme.px(12))
        column.setContentsMargins(margin, margin, margin, margin)
        column.addWidget(subject.make(session))
        self._lay_out(column.minimumSize())
        self._sharpen()
        self.widget.show()
        for _ in range(ROUNDS):
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        self._sharpen()  # what was made when it was shown

    def _complete(self) -> None:
        super()._complete()
        leave_out_empty(self.widget)
        if why := why_empty(self.widget):
            raise NothingToShow(
                tr("this picture has nothing to show now: {why}", why=why.rstrip(".")), "picture"
            )

    def _lay_out(self, needed: QSize) -> None:
        (width, height), least = self.size, max(LINES, needed.height())
        self.scale = min(height / least, width / max(needed.width(), 1))
        self.widget.setFixedSize(ceil(width / self.scale), ceil(height / self.scale))

    def _sharpen(self) -> None:
        """Let panels that keep pixels make as many of them as the picture will have."""
        scale = self.scale
        for child in self.widget.findChildren(QWidget):
            setattr(child, "devicePixelRatioF", lambda: scale)  # noqa: B010 - not theirs to say
        for canvas in self.widget.findChildren(Canvas):
            canvas.keep_no_pixels()

    def close(self) -> None:
        """Delete the panel."""
        self.widget.hide()
        self.widget.deleteLater()
