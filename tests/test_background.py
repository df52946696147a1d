"""What is computed beside the window: results, and what goes wrong."""

import threading

import pytest
from PySide6.QtCore import QObject

from nnviz.errors import DataError
from nnviz.training.background import Background


@pytest.fixture
def owner(qapp):
    return QObject()


def test_an_error_is_raised_in_the_windows_thread(qtbot, owner):
    background = Background(owner)
    where = []

    def fail(_):
        where.append(threading.current_thread())
        raise DataError("one sentence.")

    with qtbot.captureExceptions() as raised:
        background.ask(fail)
        qtbot.waitUntil(lambda: bool(raised))
    (kind, error, _) = raised[0]
    assert (kind, str(error)) == (DataError, "one sentence.")
    assert where[0] is not threading.current_thread()
    assert not background.busy


def test_after_an_error_the_next_wish_is_done(qtbot, owner):
    background, ready, begun = Background(owner), [], threading.Event()
    background.ready.connect(ready.append)

    def fail(_):
        assert begun.wait(10)
        raise ZeroDivisionError

    with qtbot.captureExceptions() as raised:
        background.ask(fail)
        background.ask(lambda _: 7)
        begun.set()
        qtbot.waitUntil(lambda: bool(ready))
    assert ready == [7]
    assert [kind for kind, _, _ in raised] == [ZeroDivisionError]


def test_of_an_error_in_what_was_given_up_nobody_hears(qtbot, qapp, owner):
    background = Background(owner)

    def fail(stopped):
        while not stopped():
            pass
        raise ZeroDivisionError

    with qtbot.captureExceptions() as raised:
        background.ask(fail)
        background.close()
        qapp.processEvents()
    assert raised == []
