import pytest
from PySide6.QtWidgets import QLabel

from nnviz.session import NEWS, Changed
from nnviz.ui import readable
from nnviz.ui.readable import BETWEEN_MS, READABLE_MS, Readable


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
    numbers.pace.ask()
    assert len(numbers.written) == 1  # nothing was written yet
    for _ in range(50):
        numbers.pace.ask()
    assert len(numbers.written) == 1  # the picture comes first, and then a rest
    qtbot.waitUntil(lambda: session.updates > 0)
    for _ in range(50):
        numbers.pace.ask()
    qtbot.waitUntil(lambda: numbers.written[-1] > 0)
    assert len(numbers.written) <= 3
    session.stop()


def test_what_somebody_does_while_it_trains_is_written_at_once(numbers):
    numbers.session.set_pace(0.1)
    numbers.session.start()
    numbers.pace.ask()
    for n in (2, 3):
        numbers.pace.ask(NEWS | Changed.EXAMPLE)
        assert len(numbers.written) == n
    assert not numbers.pace._soon.isActive()
    numbers.session.stop()


def test_after_a_rest_they_do_not_wait_for_another(numbers, qtbot, monkeypatch):
    clock = [100.0]
    monkeypatch.setattr(readable.time, "monotonic", lambda: clock[0])
    numbers.session.set_pace(0.1)
    numbers.session.start()
    numbers.pace.ask()
    qtbot.waitUntil(lambda: len(numbers.written) == 1)
    numbers.pace.ask()
    assert numbers.pace._soon.interval() == READABLE_MS
    clock[0] += READABLE_MS / 1000
    numbers.pace.ask()
    assert numbers.pace._soon.interval() == BETWEEN_MS
    numbers.session.stop()


def test_the_end_of_a_training_waits_for_no_rest(numbers):
    session = numbers.session
    session.set_pace(10.0)
    session.start()
    numbers.pace.ask()
    numbers.pace.ask()
    session.stop()
    numbers.pace.ask()
    assert len(numbers.written) == 2
    assert numbers.written[-1] == session.updates
    assert not numbers.pace._soon.isActive()
