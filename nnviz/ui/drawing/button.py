"""The small buttons beside the pad."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from nnviz.session import Session
from nnviz.ui import theme
from nnviz.ui.attempt import attempt
from nnviz.ui.fields import described, tab_only


def tight_button(session: Session, words: str, teaches: str, run: Callable[[], object]) -> QPushButton:
    """Return a button of a few words; where `run` fails, the window says why."""
    button = tab_only(described(QPushButton(words), words, teaches))
    theme.set_role(button, "tight")
    button.clicked.connect(lambda: attempt(session, run))
    return button
