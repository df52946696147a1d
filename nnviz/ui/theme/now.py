"""The theme and the type scale now in use, and who tells the widgets that they changed."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from nnviz.ui.theme.colors import DARK
from nnviz.ui.theme.roles import Theme


class Notifier(QObject):
    """Tells widgets that paint themselves when to do so again.

    Attributes
    ----------
    changed : Signal()
        The theme, its palette or the type scale is another one. Carries nothing, so that
        `widget.update` can be connected as it is.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.theme = DARK
        self.scale = 1.0


@cache
def notifier() -> Notifier:
    """Return the one notifier."""
    return Notifier()


def current() -> Theme:
    """Return the theme now in use."""
    return notifier().theme


def current_scale() -> float:
    """Return the type scale now in use, 0.8 … 2."""
    return notifier().scale


def px(length: float) -> float:
    """Return a length for custom painting, grown with the type scale."""
    return length * notifier().scale


def on_change(widget: QWidget, slot: Callable[[], object]) -> None:
    """Call a slot now, and whenever the theme or the type scale changes, as long as the widget lives."""
    connection = notifier().changed.connect(slot)
    widget.destroyed.connect(lambda: QObject.disconnect(connection))
    slot()
