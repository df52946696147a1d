"""What the window remembers from one start to the next: its look, its layout, the files last opened.

A value that cannot be read (another version's, or a damaged file's) counts as not there: the window opens
with its default instead of not at all.
"""

import math
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from nnviz.ui.theme import BLUE_RED, DARK, LIGHT, PALETTES, SCALES, Palette
from nnviz.wording import NOTATIONS, Notation, notation_of

RECENT = 8
"""Files remembered."""

SYSTEM = "system"
"""The theme that follows the desktop's."""

THEMES = (SYSTEM, DARK.name, LIGHT.name)


class Forgetful:
    """Settings that are never written."""

    def __init__(self) -> None:
        self._values: dict[str, object] = {}

    def value(self, key: str, default: object = None) -> object:
        """Return a value, or the default."""
        return self._values.get(key, default)

    def setValue(self, key: str, value: object) -> None:
        """Keep a value."""
        self._values[key] = value

    def clear(self) -> None:
        """Forget all values."""
        self._values.clear()

    def sync(self) -> None:
        """Do nothing: there is no file."""

    def fileName(self) -> str:
        """Return no name: there is no file."""
        return ""


class Preferences:
    """Typed access to the settings.

    Parameters
    ----------
    settings : QSettings or Forgetful
        Where they are kept.
    """

    def __init__(self, settings: "QSettings | Forgetful") -> None:
        self._settings = settings

    @classmethod
    def of_user(cls) -> "Preferences":
        """Return those of the user, kept where the system keeps such settings."""
        return cls(QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "nnviz", "nnviz"))

    @classmethod
    def forgetful(cls) -> "Preferences":
        """Return preferences that last as long as the program: for pictures and tests."""
        return cls(Forgetful())

    @property
    def file(self) -> Path:
        """Where they are kept."""
        return Path(self._settings.fileName())

    def reset(self) -> None:
        """Forget everything."""
        self._settings.clear()
        self._settings.sync()

    def save(self) -> None:
        """Write to disk now."""
        self._settings.sync()

    # The look

    @property
    def theme(self) -> str:
        """One of THEMES."""
        return self._one_of("look/theme", THEMES, DARK.name)

    @theme.setter
    def theme(self, name: str) -> None:
        self._settings.setValue("look/theme", name)

    @property
    def palette(self) -> Palette:
        """The two colors of sign."""
        keys = {palette.key: palette for palette in PALETTES}
        return keys[self._one_of("look/palette", tuple(keys), BLUE_RED.key)]

    @palette.setter
    def palette(self, palette: Palette) -> None:
        self._settings.setValue("look/palette", palette.key)

    @property
    def type_scale(self) -> float:
        """The size of type, 0.8 … 2."""
        low, high = SCALES
        value = self._number("look/scale", 1.0)
        return value if low <= value <= high else 1.0

    @type_scale.setter
    def type_scale(self, scale: float) -> None:
        self._settings.setValue("look/scale", scale)

    @property
    def notation(self) -> Notation:
        """How formulas are written."""
        keys = tuple(notation.key for notation in NOTATIONS)
        return notation_of(self._one_of("look/notation", keys, NOTATIONS[0].key))

    @notation.setter
    def notation(self, notation: Notation) -> None:
        self._settings.setValue("look/notation", notation.key)

    @property
    def language(self) -> str:
        """The code of the language that was chosen; "" as long as none was."""
        value = self._settings.value("look/language", "")
        return value if isinstance(value, str) else ""

    @language.setter
    def language(self, key: str) -> None:
        self._settings.setValue("look/language", key)

    # The layout

    def bytes(self, key: str) -> QByteArray:
        """Return a saved geometry or splitter state; empty where there is none."""
        value = self._settings.value(f"layout/{key}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_bytes(self, key: str, value: QByteArray) -> None:
        """Keep a geometry or splitter state."""
        self._settings.setValue(f"layout/{key}", value)

    @property
    def workspace(self) -> int:
        """The index of the workspace last shown."""
        return int(self._number("layout/workspace", 0))

    @workspace.setter
    def workspace(self, index: int) -> None:
        self._settings.setValue("layout/workspace", index)

    # Lessons

    def last_step(self, lesson: str) -> int | None:
        """Return the step at which a lesson was left, from 0; None when it has not been begun."""
        return self._step(lesson, "last")

    def furthest_step(self, lesson: str) -> int | None:
        """Return the furthest step of a lesson that was reached, from 0; None when it has not been begun."""
        return self._step(lesson, "furthest")

    def remember_step(self, lesson: str, step: int) -> None:
        """Keep how far a lesson has come."""
        self._settings.setValue(f"lessons/{lesson}/last", step)
        self._settings.setValue(f"lessons/{lesson}/furthest", max(step, self.furthest_step(lesson) or 0))

    def _step(self, lesson: str, which: str) -> int | None:
        number = self._number(f"lessons/{lesson}/{which}", -1)
        return int(number) if number >= 0 else None

    # Files

    @property
    def recent(self) -> tuple[str, ...]:
        """Files and folders opened or saved last, the newest first."""
        value = self._settings.value("files/recent", [])
        names = value if isinstance(value, list) else [value]  # an INI file keeps a list of one as its member
        return tuple(name for name in names if isinstance(name, str) and name)[:RECENT]

    def remember(self, file: str) -> None:
        """Put a file at the head of the recent ones."""
        self._settings.setValue("files/recent", [file, *(f for f in self.recent if f != file)][:RECENT])

    def forget(self, file: str) -> None:
        """Take a file that is no longer there out of the recent ones."""
        self._settings.setValue("files/recent", [f for f in self.recent if f != file])

    # Reading

    def _one_of(self, key: str, allowed: tuple[str, ...], default: str) -> str:
        value = self._settings.value(key, default)
        return value if isinstance(value, str) and value in allowed else default

    def _number(self, key: str, default: float) -> float:
        try:
            number = float(self._settings.value(key, default))  # type: ignore[arg-type]  # refused below
        except (TypeError, ValueError):
            return default
        return number if math.isfinite(number) else default
