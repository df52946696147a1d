"""What the tests of the window share."""

import pytest
import samples
from PySide6.QtCore import QEvent, Qt

from nnviz.session import Session
from nnviz.ui import theme


@pytest.fixture(autouse=True)
def dark(qapp):
    """Begin and end every test in the dark theme at type scale 1."""
    _darken(qapp)
    yield
    _darken(qapp)


def _darken(app):
    # Not without need, and not while the test's widgets wait to be deleted: all would be styled anew.
    light = app.styleHints().colorScheme() == Qt.ColorScheme.Light
    as_wanted = theme.current() is theme.DARK and theme.current_scale() == 1
    if light or not as_wanted or not app.styleSheet():
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        theme.apply(app, theme.DARK)


@pytest.fixture
def said(session):
    """The sentences the user got to read."""
    sentences = []
    session.failed.connect(sentences.append)
    return sentences


@pytest.fixture
def close_later():
    """Take sessions that are to be closed at the end."""
    sessions = []
    yield sessions.append
    for session in sessions:
        session.close()


@pytest.fixture
def make_session(qapp, close_later):
    """Make sessions of networks of any shape, with random weights and data that fit."""

    def make(spec, classes=True):
        dataset = samples.tiny_dataset(n_inputs=spec.sizes[0], n_outputs=spec.sizes[-1], classes=classes)
        session = Session(dataset, spec, "normal")
        close_later(session)
        return session

    return make
