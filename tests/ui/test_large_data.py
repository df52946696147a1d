"""60,000 images: the window stays smooth, and pause, stop, cancel and close answer at once."""

import random
import time
from itertools import pairwise

import pytest
from folders import idx_folder
from PySide6.QtCore import QEventLoop, Qt, QTimer

from nnviz.data import load
from nnviz.document import Document
from nnviz.session import Session
from nnviz.ui.window import MainWindow

pytestmark = pytest.mark.slow

AT_ONCE = 0.3
"""Seconds in which a click is answered."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return idx_folder(tmp_path_factory.mktemp("images") / "large", n=60_000, n_test=10_000, side=28)


@pytest.fixture
def window(qtbot, qapp):
    session = Session(load("digits"))
    window = MainWindow(session, None, Document(session))
    window.session = session
    qtbot.addWidget(window)
    window.show()
    live(0.5)
    yield window
    window.close()


def live(seconds):
    """Let the program run; return the longest time in which it did nothing for the user."""
    ticks = [time.perf_counter()]
    timer = QTimer(interval=5, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    timer.start()
    loop = QEventLoop()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()
    timer.stop()
    return max((b - a for a, b in pairwise(ticks)), default=0.0)


def seconds(action):
    begun = time.perf_counter()
    action()
    return time.perf_counter() - begun


def open_folder(window, folder):
    """Load it, and return the longest gap meanwhile."""
    window.document.open_data(str(folder))
    longest = 0.0
    while window.document.loading is not None:
        longest = max(longest, live(0.1))
    assert len(window.session.dataset.train) == 60_000
    return longest


def test_loading_disturbs_nobody(window, folder):
    assert open_folder(window, folder) < AT_ONCE


@pytest.mark.parametrize("after", [0.0, 0.1, 0.2, 0.4])
def test_cancelling_is_answered_at_once(window, folder, after):
    window.document.open_data(str(folder))
    live(after)
    in_time = window.document.loading is not None
    assert seconds(window.document.cancel_loading) < 0.1
    assert (window.session.dataset.name == "digits") == in_time


@pytest.mark.parametrize("pace", [None, 10.0])
def test_a_training_is_paused_stopped_and_closed_at_once(window, folder, pace):
    open_folder(window, folder)
    session, chance = window.session, random.Random(1)
    session.set_pace(pace)
    session.start()
    answers = []
    for _ in range(8):
        assert live(chance.uniform(0.1, 0.6)) < AT_ONCE
        answers.append(seconds(session.pause))
        assert session.run_state == "paused"
        answers.append(seconds(session.resume))
    answers.append(seconds(session.stop))
    session.start()
    live(0.4)
    answers.append(seconds(window.close))
    assert max(answers) < AT_ONCE
