import pytest
from PySide6.QtCore import QObject, QTimer

from nnviz.ui.network.turns import Turns


class Work:
    """Writes down what is done, and within what."""

    def __init__(self):
        self.log = []

    def __enter__(self):
        self.log.append("(")

    def __exit__(self, *error):
        self.log.append(")")

    def steps(self, n, error=None):
        for i in range(n):
            self.log.append(i)
            yield
        if error:
            raise error


@pytest.fixture
def work():
    return Work()


@pytest.fixture
def turns(qapp, work):
    parent = QObject()
    yield Turns(parent, work)
    parent.deleteLater()


def done(work):
    return lambda: work.log.append("done")


def test_steps_are_taken_between_other_events_and_each_within_the_context(qtbot, turns, work):
    turns.start(work.steps(2), done(work))
    assert work.log == []  # nothing at once
    QTimer.singleShot(0, lambda: work.log.append("other"))
    qtbot.waitUntil(lambda: not turns.active)
    assert [word for word in work.log if word != "other"] == ["(", 0, ")", "(", 1, ")", "(", ")", "done"]
    assert "other" in work.log[:-1]


def test_what_is_left_can_be_done_at_once(turns, work):
    turns.start(work.steps(3), done(work))
    turns.finish()
    assert work.log[-1] == "done"
    assert not turns.active
    turns.finish()
    assert work.log.count("done") == 1


def test_a_new_start_gives_the_former_steps_up(turns, work):
    turns.start(iter([None]), lambda: work.log.append("former"))
    turns.start(work.steps(1), done(work))
    turns.finish()
    assert "former" not in work.log


def test_given_up_nothing_is_done(qtbot, turns, work):
    turns.start(work.steps(3), done(work))
    turns.stop()
    qtbot.wait(20)
    assert work.log == []


def test_an_error_is_told_once(turns, work):
    turns.start(work.steps(1, MemoryError()), done(work))
    with pytest.raises(MemoryError):
        turns.finish()
    assert not turns.active
    assert "done" not in work.log
