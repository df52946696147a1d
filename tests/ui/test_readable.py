import pytest
from PySide6.QtWidgets import QLabel

from nnviz.ui.readable import Readable


class Numbers(QLabel):
    """Counts how often it writes, and what."""

    def __init__(self, session):
        super().__init__()
        self.session, self.written = session, []
        self.pace = Readable(self, session, self._write)

    def _write(self):
        self.written.append(self.session.updates)


@pytest.fixture
def numbers(tiny_session, qtbot):
    widget = Numbers(tiny_session)
    qtbot.addWidget(widget)
    return widget


def test_at_rest_every_number_is_written_at_once(numbers):
    for wanted in range(1, 4):
        numbers.pace.ask()
        assert len(numbers.written) == wanted


def test_while_training_they_are_written_with_rests_and_the_newest_is_not_lost(numbers, qtbot):
    session = numbers.session
    session.set_pace(10.0)
    session.start()
    for _ in range(50):
        numbers.pace.ask()
    assert len(numbers.written) == 1
    qtbot.waitUntil(lambda: session.updates > 0)
    qtbot.waitUntil(lambda: len(numbers.written) == 2)
    session.stop()


def test_the_end_of_a_training_waits_for_no_rest(numbers):
    session = numbers.session
    session.set_pace(10.0)
    session.start()
    numbers.pace.ask()
    numbers.pace.ask()
    session.stop()
    numbers.pace.ask()
    assert numbers.written[-1] == session.updates
    assert len(numbers.written) == 2
