"""Words for the plots of a training: the courses beside the present one, what is saved of them."""

from nnviz.wording.text import tr


def ahead_words() -> str:
    """Return what the line beyond the present is called."""
    return tr("ahead of here")


def left_words(n: int) -> str:
    """Return what the lines of courses are called that were left."""
    return tr("left") if n == 1 else tr("{n} left", n=n)


def travel_tip() -> str:
    """Return what a click in a plot does."""
    return tr("A click goes to that moment of the training; what you do from there begins another course.")


def picture_size(width: int, height: int) -> str:
    """Return "1600 × 900"."""
    return tr("{width} × {height}", width=width, height=height)
