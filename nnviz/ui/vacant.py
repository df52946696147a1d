"""Whether a picture has anything to show, or only says how one gets something into it.

A widget that may be empty says so by its property ``why_empty``: a sentence, "" while it shows something. A
page that shows more than what is empty in it has a method ``leave_out_empty()``, which hides that part.
"""

from PySide6.QtWidgets import QWidget


def leave_out_empty(root: QWidget) -> None:
    """Let pages hide those of their parts that have nothing to show."""
    for widget in _visible(root):
        if (leave_out := getattr(widget, "leave_out_empty", None)) is not None:
            leave_out()


def why_empty(root: QWidget) -> str:
    """Return why there is nothing to show, "" where there is something.

    Parameters
    ----------
    root : QWidget
        Shown, at least to itself; what is hidden inside it does not count.
    """
    return next((why for widget in _visible(root) if (why := getattr(widget, "why_empty", ""))), "")


def _visible(root: QWidget) -> list[QWidget]:
    return [widget for widget in (root, *root.findChildren(QWidget)) if widget.isVisible()]
