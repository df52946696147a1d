"""The program's icons: one stroke, one grid of 24 × 24, tinted with the theme.

The drawings are resources/icons/*.svg; in them `currentColor` stands for the tint.
"""

from __future__ import annotations

from functools import cache
from typing import Protocol

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QIcon

from nnviz.resources import resource
from nnviz.ui import theme


class TakesIcon(Protocol):
    """A button or an action."""

    def setIcon(self, icon: QIcon, /) -> None:  # noqa: D102 (Qt's name)
        ...


@cache
def names() -> tuple[str, ...]:
    """Return the names of all icons, sorted; the application's own is not among them."""
    return tuple(sorted(file.stem for file in resource("icons").glob("*.svg") if file.stem != "nnviz"))


def icon(name: str, role: str = "text") -> QIcon:
    """Return an icon in a color of the theme now in use; disabled it takes `text_disabled`.

    Parameters
    ----------
    name : str
        One of `names()`.
    role : str
        A field of Theme that is a color.

    Raises
    ------
    KeyError
        If there is no icon of that name.
    """
    now = theme.current()
    return _icon(name, getattr(now, role), now.text_disabled)


@cache
def _icon(name: str, color: str, disabled: str) -> QIcon:
    if name not in names():
        raise KeyError(f"No icon is called {name!r}; there are {', '.join(names())}.")
    result = QIcon(str(theme.tinted_icon(name, color)))
    result.addFile(str(theme.tinted_icon(name, disabled)), QSize(), QIcon.Mode.Disabled)
    return result


def app_icon() -> QIcon:
    """Return the application's icon, the same in both themes."""
    return QIcon(str(resource("icons/nnviz.svg")))


class _Tint(QObject):
    """Keeps the icon of its parent in the theme's color; lives and dies with it."""

    def __init__(self, owner: QObject, target: TakesIcon) -> None:
        super().__init__(owner)
        self._target = target
        self.name, self.role = "", "text"
        theme.notifier().changed.connect(self.refresh)

    def refresh(self) -> None:
        self._target.setIcon(icon(self.name, self.role))


def set_icon(target: QObject, name: str, role: str = "text") -> None:
    """Give a button or an action an icon that follows the theme; a second call replaces it."""
    direct = Qt.FindChildOption.FindDirectChildrenOnly  # a button's menu has tints of its own
    tint = target.findChild(_Tint, options=direct) or _Tint(target, target)  # type: ignore[arg-type]
    tint.name, tint.role = name, role
    tint.refresh()
