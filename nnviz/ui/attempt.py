"""Doing what a user wants, or saying why it cannot be."""

from collections.abc import Callable

from nnviz.errors import NnvizError
from nnviz.session import Session


def attempt(session: Session, action: Callable[[], object]) -> bool:
    """Call `action`; say what fails, and tell whether nothing did."""
    try:
        action()
    except NnvizError as error:
        session.failed.emit(str(error))
        return False
    return True
