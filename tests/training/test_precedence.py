import threading

import pytest

from nnviz.training import precedence
from nnviz.training.precedence import Precedence


@pytest.fixture
def patient(monkeypatch):
    monkeypatch.setattr(precedence, "PATIENCE", 60.0)


@pytest.fixture
def aside():
    """Stand aside in another thread; tell whether it has gone on."""
    threads = []

    def aside(window):
        thread = threading.Thread(target=window.stand_aside)
        threads.append(thread)
        thread.start()
        return thread

    yield aside
    for thread in threads:
        thread.join(10)
        assert not thread.is_alive()


def test_nobody_waits_for_a_window_that_does_nothing(monkeypatch):
    monkeypatch.setattr(precedence.time, "sleep", None)  # cannot be called
    Precedence().stand_aside()


def test_one_goes_on_when_the_window_is_done(patient, aside):
    window = Precedence()
    with window:
        with window:
            thread = aside(window)
        thread.join(0.05)
        assert thread.is_alive()  # within, it was entered once more
    thread.join(10)
    assert not thread.is_alive()


def test_an_error_in_the_window_lets_one_go_on():
    window = Precedence()
    with pytest.raises(ZeroDivisionError), window:
        _ = 1 / 0
    window.stand_aside()


def test_patience_ends(monkeypatch, aside):
    monkeypatch.setattr(precedence, "PATIENCE", 0.02)
    window = Precedence()
    with window:
        aside(window).join(10)
