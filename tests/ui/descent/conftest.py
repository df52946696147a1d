"""What the tests of Descent's pages share: each module says what page is `shown`."""

import pytest
from PySide6.QtWidgets import QApplication
from samples import tiny_dataset

from nnviz.session import Changed, Session
from nnviz.ui import theme

PATIENCE = 5000


@pytest.fixture(scope="module")
def session(qapp):
    """One session for all: to make a page takes longer than to use it."""
    session = Session(tiny_dataset())
    yield session
    session.close()


@pytest.fixture(scope="module")
def keep():
    """Take the one page of a module, at the size it has in the window."""
    pages = []

    def take(page):
        page.resize(1256, 640)
        pages.append(page)
        return page

    yield take
    for page in pages:
        page.close()
        page.deleteLater()


@pytest.fixture
def page(qapp, qtbot, session, shown):
    """The page as it is first seen."""
    if (theme.current(), theme.current_scale()) != (theme.DARK, 1.0):
        theme.apply(qapp, theme.DARK)
    session.descent.bring_back(None)
    session.changed.emit(Changed.DESCENT)
    shown.show()
    QApplication.processEvents()
    yield shown
    shown.hide()
    session.descent.bring_back(None)
    qtbot.waitUntil(lambda: session.standing is not None, timeout=PATIENCE)  # what was changed is measured
