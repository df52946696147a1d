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
        thread = threading.Thread(target=window.stand_aside, args=[lambda: False])
        threads.append(thread)
        thread.start()
        return thread

    yield aside
    for thread in threads:
        thread.join(10)
        assert not thread.is_alive()


def test_nobody_waits_for_a_window_that_does_nothing(monkeypatch):
    monkeypatch.setattr(precedence.time, "sleep", None)  # cannot be called
    assert Precedence().stand_aside(lambda: False) == 0


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
    assert window.stand_aside(lambda: False) == 0


def test_patience_ends(monkeypatch, aside):
    monkeypatch.setattr(precedence, "PATIENCE", 0.02)
    window = Precedence()
    with window:
        aside(window).join(10)


def test_who_is_in_a_hurry_does_not_wait_and_all_are_told_how_long_it_was(patient):
    asked = iter([False, False, True])
    window = Precedence()
    with window:
        waited = window.stand_aside(lambda: next(asked))
    assert 0 < waited < 60
    assert next(asked, None) is None
