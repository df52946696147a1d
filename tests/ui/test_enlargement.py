"""Type as large as there is room for: with few tries, and taken back when there no longer is."""

import pytest
from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtWidgets import QApplication, QWidget

from nnviz.ui import theme
from nnviz.ui.presenter.enlargement import ENLARGED, Enlargement
from nnviz.ui.theme.now import notifier

WIDE = 1280


class Screen:
    def size(self):
        return QSize(WIDE, 720)

    def geometry(self):
        return QRect(0, 0, WIDE, 720)


class Window(QWidget):
    """Needs so much room whatever its type is, and so much more with its type."""

    def __init__(self):
        super().__init__()
        self.fixed, self.of_type = 300, 600

    def minimumSizeHint(self):
        return QSize(round(self.fixed + self.of_type * theme.current_scale()), 300)

    def screen(self):
        return Screen()


@pytest.fixture
def window(qtbot, qapp):
    theme.apply(qapp, theme.DARK, 1.0)
    window = Window()
    qtbot.addWidget(window)
    window.setGeometry(0, 0, WIDE, 720)
    window.show()
    yield window
    theme.apply(qapp, theme.DARK, 1.0)


@pytest.fixture
def applied():
    """Every size of type that was put on the application."""
    sizes, hub = [], notifier()
    connection = hub.changed.connect(lambda: sizes.append(hub.scale))
    yield sizes
    hub.disconnect(connection)


@pytest.fixture
def enlargement(window):
    return Enlargement(window, lambda: window.fixed > 400)


@pytest.fixture
def asked_again(qtbot, window, enlargement):
    """Let the window ask for another size, and wait until that has been looked at."""

    def ask():
        QApplication.postEvent(window, QEvent(QEvent.Type.LayoutRequest))
        QApplication.processEvents()
        qtbot.waitUntil(lambda: not enlargement.waits)
        for _ in range(3):
            QApplication.processEvents()

    return ask


def test_takes_the_largest_at_once_where_there_is_room(enlargement, window, applied):
    window.of_type = 500
    enlargement.begin()
    assert applied == [ENLARGED]
    enlargement.end()
    assert applied == [ENLARGED, 1.0]


@pytest.mark.parametrize(("of_type", "scale"), [(600, 1.5), (700, 1.3), (800, 1.15), (900, 1.0), (1500, 1.0)])
def test_finds_what_fits_in_two_tries(qtbot, enlargement, window, applied, of_type, scale):
    window.of_type = of_type
    enlargement.begin()
    qtbot.waitUntil(lambda: not enlargement.waits)
    assert theme.current_scale() == scale
    assert window.minimumSizeHint().width() <= WIDE or scale == 1.0
    assert len(applied) <= 2


def test_nothing_is_put_on_when_nothing_changes(enlargement, window, applied):
    window.of_type = 1100
    enlargement.begin()
    enlargement.end()
    assert applied == []


def test_takes_it_back_for_what_needs_more_room_and_tries_it_no_more(
    enlargement, window, asked_again, applied
):
    enlargement.begin()
    window.fixed = 390
    window.resize(1400, 720)  # as Qt does for what does not fit
    asked_again()
    assert applied == [1.5, 1.3]
    assert window.width() == WIDE
    window.fixed = 300
    asked_again()
    assert applied == [1.5, 1.3]


def test_tries_anew_for_something_else(enlargement, window, asked_again, applied):
    enlargement.begin()
    window.fixed = 500
    asked_again()
    assert applied == [1.5, 1.3]
    window.fixed = 300
    asked_again()
    assert applied == [1.5, 1.3, 1.5]


def test_another_look_stays_enlarged(enlargement, window, asked_again, qapp):
    enlargement.begin()
    theme.apply(qapp, theme.LIGHT, 1.0)  # as the View menu does
    asked_again()
    assert (theme.current(), theme.current_scale()) == (theme.LIGHT, 1.5)
    enlargement.end()
    asked_again()
    assert theme.current_scale() == 1.0
