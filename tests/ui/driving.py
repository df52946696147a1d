"""Showing widgets, and what a hand does to them."""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

LEFT, NO_BUTTON = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
PLAIN = Qt.KeyboardModifier.NoModifier


def expose(qtbot, widget, size=None):
    """Show a widget, at a size if one is told, wait until it can be seen, and return it."""
    qtbot.addWidget(widget)
    if size is not None:
        widget.resize(*size)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def press(button, times=1):
    """Click the middle of a button."""
    for _ in range(times):
        QTest.mouseClick(button, LEFT)


def move(widget, at, buttons=NO_BUTTON):
    """Move the mouse, with the buttons that are held, as the system reports it."""
    place = QPointF(at)
    there = QPointF(widget.mapToGlobal(place))
    event = QMouseEvent(QEvent.Type.MouseMove, place, there, NO_BUTTON, buttons, PLAIN)
    QApplication.sendEvent(widget, event)


def rest_at(widget, point):
    """Let the mouse rest at a point, until a tooltip is asked for."""
    event = QHelpEvent(QEvent.Type.ToolTip, point, widget.mapToGlobal(point))
    QApplication.sendEvent(widget, event)


def choose(session, selection):
    """Choose, and let the layout come to rest, as it has before anybody can click."""
    session.select(selection)
    QApplication.processEvents()


def record_tooltips(monkeypatch, *modules):
    """Return the list of what these modules show as tooltips; real ones would stay open after the test."""
    shown = []

    class Recorder:
        @staticmethod
        def showText(position, text, widget):
            shown.append(text)

        @staticmethod
        def isVisible():
            return False

    for module in modules:
        monkeypatch.setattr(module, "QToolTip", Recorder)
    return shown
