"""Theme, palette and size of type: at once, and remembered."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QMainWindow

from nnviz.ui import look_menu, theme
from nnviz.ui.look_menu import SIZES, LookMenu, apply_look
from nnviz.ui.preferences import Preferences

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def preferences():
    return Preferences.forgetful()


@pytest.fixture
def window(qtbot, qapp, preferences):
    window = QMainWindow()
    window.setCentralWidget(QLabel("text"))
    qtbot.addWidget(window)
    apply_look(qapp, preferences)
    window.look = LookMenu(preferences, window)
    window.menuBar().addMenu(window.look)
    window.show()
    return window


@pytest.fixture
def look(window):
    return window.look


def pick(look, text):
    (action,) = (action for action in look.actions() if action.text() == text)
    action.trigger()


def ticked(look):
    look.aboutToShow.emit()
    return [action.text() for action in look.actions() if action.isChecked()]


class SystemHints:
    """A system whose color scheme the test decides."""

    def __init__(self, scheme):
        self.scheme = scheme
        self.colorSchemeChanged = QGuiApplication.styleHints().colorSchemeChanged

    def unsetColorScheme(self):
        pass

    def colorScheme(self):
        return self.scheme

    def turn(self, scheme):
        self.scheme = scheme
        self.colorSchemeChanged.emit(scheme)


@pytest.fixture
def system(monkeypatch, qapp):
    hints = SystemHints(Qt.ColorScheme.Light)
    monkeypatch.setattr(look_menu, "QGuiApplication", SimpleNamespace(styleHints=lambda: hints))
    return hints


def test_themes(look, preferences):
    pick(look, "Light")
    assert theme.current().name == "light"
    assert preferences.theme == "light"
    pick(look, "Dark")
    assert theme.current().name == "dark"


def test_palettes_keep_the_theme(look, preferences):
    pick(look, "Light")
    pick(look, "Blue / orange")
    assert theme.current() == theme.LIGHT.with_palette(theme.BLUE_ORANGE)
    assert preferences.palette == theme.BLUE_ORANGE
    pick(look, "Blue / red with + −")
    assert theme.current().glyphs
    pick(look, "Dark")
    assert theme.current() == theme.DARK.with_palette(theme.BLUE_RED_GLYPHS)


def test_sizes_step_by_step_and_no_further(look, preferences, window):
    heights = []
    for _ in range(len(SIZES) + 2):
        heights.append(window.centralWidget().fontMetrics().height())
        pick(look, "Larger type")
    assert theme.current_scale() == SIZES[-1] == 2.0
    assert heights[-1] > 1.8 * heights[0]
    for _ in range(2 * len(SIZES)):
        pick(look, "Smaller type")
    assert theme.current_scale() == SIZES[0] == 0.8
    pick(look, "Type at 100%")
    assert (theme.current_scale(), preferences.type_scale) == (1.0, 1.0)


def test_a_window_that_grew_with_its_type_shrinks_with_it(qtbot, look, window):
    window.centralWidget().setText("a line of some length")
    window.resize(window.minimumSizeHint())
    qtbot.waitUntil(lambda: window.width() == window.minimumSizeHint().width())
    chosen = window.size()
    for _ in range(5):
        pick(look, "Larger type")
    qtbot.waitUntil(lambda: window.width() > 1.5 * chosen.width())
    pick(look, "Type at 100%")
    qtbot.waitUntil(lambda: window.size() == chosen)
    # A size that the user gave it meanwhile is kept.
    pick(look, "Larger type")
    qtbot.waitUntil(lambda: window.width() > chosen.width())
    own = 2 * chosen
    window.resize(own)
    pick(look, "Type at 100%")
    qtbot.wait_until(lambda: not look._settling.isActive())
    assert window.size() == own


def test_a_size_between_two_steps_goes_on_from_the_nearest(look, preferences):
    preferences.type_scale = 1.2
    pick(look, "Larger type")
    assert preferences.type_scale == 1.3


def test_keys(qtbot, look, window, preferences):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for key, scale in ((Qt.Key.Key_Plus, 1.15), (Qt.Key.Key_Equal, 1.3), (Qt.Key.Key_Minus, 1.15)):
        qtbot.keyClick(window, key, CTRL)
        assert theme.current_scale() == scale
    qtbot.keyClick(window, Qt.Key.Key_0, CTRL)
    assert theme.current_scale() == 1.0
    qtbot.keyClick(window, Qt.Key.Key_L, CTRL)
    assert theme.current().name == "light"
    qtbot.keyClick(window, Qt.Key.Key_L, CTRL)
    assert (theme.current().name, preferences.theme) == ("dark", "dark")


def test_what_is_chosen_is_ticked(look):
    assert ticked(look) == ["Dark", "Blue / red"]
    look.toggle()
    look.choose_palette("blue-orange")
    assert ticked(look) == ["Light", "Blue / orange"]


def test_remembered_for_the_next_start(qapp, look, preferences):
    pick(look, "Light")
    pick(look, "Blue / orange")
    pick(look, "Larger type")
    theme.apply(qapp, theme.DARK)
    apply_look(qapp, preferences)
    assert theme.current() == theme.LIGHT.with_palette(theme.BLUE_ORANGE)
    assert theme.current_scale() == 1.15


class TestTheSystemsTheme:
    def test_is_followed_at_once_and_when_it_turns(self, system, look, preferences):
        pick(look, "Theme of the system")
        assert (theme.current().name, preferences.theme) == ("light", "system")
        system.turn(Qt.ColorScheme.Dark)
        assert theme.current().name == "dark"
        system.turn(Qt.ColorScheme.Light)
        assert theme.current().name == "light"

    def test_one_that_says_nothing_counts_as_dark(self, system, look):
        system.scheme = Qt.ColorScheme.Unknown
        pick(look, "Theme of the system")
        assert theme.current().name == "dark"

    def test_is_not_followed_by_who_chose_otherwise(self, system, look):
        pick(look, "Dark")
        system.turn(Qt.ColorScheme.Light)
        assert theme.current().name == "dark"

    def test_turning_it_keeps_palette_and_size(self, system, look):
        pick(look, "Theme of the system")
        pick(look, "Blue / orange")
        pick(look, "Larger type")
        system.turn(Qt.ColorScheme.Dark)
        assert theme.current() == theme.DARK.with_palette(theme.BLUE_ORANGE)
        assert theme.current_scale() == 1.15


def test_a_theme_chosen_before_does_not_pass_for_the_system_s(look):
    """Qt itself: choosing a theme overrules what Qt says of the system, until it is unset."""
    hints = QGuiApplication.styleHints()
    own = hints.colorScheme()
    hints.unsetColorScheme()
    of_system = hints.colorScheme()
    hints.setColorScheme(own)
    for chosen in ("Light", "Dark"):
        pick(look, chosen)
        pick(look, "Theme of the system")
        assert hints.colorScheme() == of_system
        assert theme.current().is_dark == (of_system != Qt.ColorScheme.Light)
