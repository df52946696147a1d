"""The View menu's look: theme, palette and size of type, applied at once and remembered."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from nnviz.ui import theme
from nnviz.ui.preferences import SYSTEM, THEMES, Preferences
from nnviz.wording import tr

SIZES = (0.8, 0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
"""Steps of the type scale."""


def apply_look(app: QApplication, preferences: Preferences) -> None:
    """Give the application the look that is remembered."""
    of_system = preferences.theme == SYSTEM
    name = _system_theme() if of_system else preferences.theme
    chosen = theme.LIGHT if name == theme.LIGHT.name else theme.DARK
    theme.apply(app, chosen.with_palette(preferences.palette), preferences.type_scale, of_system)


def _system_theme() -> str:
    """Ask the system, which a theme chosen before may have overruled."""
    hints = QGuiApplication.styleHints()
    hints.unsetColorScheme()
    return theme.LIGHT.name if hints.colorScheme() == Qt.ColorScheme.Light else theme.DARK.name


class LookMenu(QMenu):
    """Theme, palette, size of type.

    Parameters
    ----------
    preferences : Preferences
        Remembers the choice.
    parent : QWidget
        The window.
    """

    def __init__(self, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(tr("View"), parent)
        self._preferences = preferences
        self._window = parent
        self._applying = False
        self._chosen = self._grown = QSize()
        # By then the layout has let larger type enlarge the window.
        self._settling = QTimer(self, interval=0, singleShot=True)
        self._settling.timeout.connect(self._settle)
        names = {SYSTEM: tr("Theme of the system"), "dark": tr("Dark"), "light": tr("Light")}
        self.themes = self._choices([(names[key], key) for key in THEMES], self.choose_theme)
        self.addSeparator()
        self.palettes = self._choices([(tr(p.label), p.key) for p in theme.PALETTES], self.choose_palette)
        self.addSeparator()
        self._add("Larger type", lambda: self.resize_type(1), "Ctrl++", "Ctrl+=")  # + is often Shift and =
        self._add("Smaller type", lambda: self.resize_type(-1), "Ctrl+-")
        self._add("Type at 100%", lambda: self.resize_type(0), "Ctrl+0")
        self.addSeparator()
        self._add("Light or dark", self.toggle, "Ctrl+L")
        self.aboutToShow.connect(self._tick)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def _choices(self, choices: list[tuple[str, str]], slot: Callable[[str], None]) -> QActionGroup:
        group = QActionGroup(self)
        for text, key in choices:
            action = QAction(text, group, checkable=True)
            action.setData(key)
            self.addAction(action)
        group.triggered.connect(lambda action: slot(action.data()))
        return group

    def _add(self, text: str, slot: Callable[[], None], *keys: str) -> None:
        action = QAction(tr(text), self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(lambda: slot())  # triggered's `checked` is not for it
        self.addAction(action)
        self._window.addAction(action)

    def _tick(self) -> None:
        for group, key in (
            (self.themes, self._preferences.theme),
            (self.palettes, self._preferences.palette.key),
        ):
            for action in group.actions():
                action.setChecked(action.data() == key)

    def _apply(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._applying = True
        apply_look(app, self._preferences)
        self._applying = False

    def _follow_system(self) -> None:
        # Not when it is this menu's own choice that changes what Qt takes for the system's.
        if self._preferences.theme == SYSTEM and not self._applying:
            self._apply()

    def choose_theme(self, name: str) -> None:
        """Change the theme: "system", "dark" or "light"."""
        self._preferences.theme = name
        self._apply()

    def choose_palette(self, key: str) -> None:
        """Change the two colors of sign."""
        self._preferences.palette = next(p for p in theme.PALETTES if p.key == key)
        self._apply()

    def toggle(self) -> None:
        """Change between light and dark."""
        self.choose_theme(theme.LIGHT.name if theme.current().is_dark else theme.DARK.name)

    def resize_type(self, step: int) -> None:
        """Make type one step larger or smaller; 0 brings it back to 100%."""
        nearest = min(range(len(SIZES)), key=lambda i: abs(SIZES[i] - self._preferences.type_scale))
        index = SIZES.index(1.0) if step == 0 else min(max(nearest + step, 0), len(SIZES) - 1)
        self._preferences.type_scale = SIZES[index]
        if not self._settling.isActive() and self._window.size() != self._grown:
            self._chosen = self._window.size()
        self._apply()
        self._settling.start()

    def _settle(self) -> None:
        """Bring the window back to the size the user gave it, or as near to it as its type allows."""
        if not self._window.isMaximized() and not self._window.isFullScreen():
            self._window.resize(self._chosen.expandedTo(self._window.minimumSizeHint()))
        self._grown = self._window.size()
