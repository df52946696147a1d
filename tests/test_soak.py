"""The window in use for a long time: memory stays flat, nothing complains, no thread is left behind.

``make test-nightly`` takes ten minutes; NNVIZ_SOAK_SECONDS=30 makes it a short check.
"""

import gc
import os
import random
import sys
import time
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication

from nnviz.core.network import Location
from nnviz.data import load
from nnviz.document import Document
from nnviz.session import PAGES, WORKSPACES, Neuron, Session
from nnviz.training.race_presets import PRESETS
from nnviz.ui.tidying import Tidying, give_back
from nnviz.ui.window import MainWindow

SECONDS = float(os.environ.get("NNVIZ_SOAK_SECONDS", "600"))

WARM_UP = 0.4
"""The share of the time after which everything that is made once has been made, and must not grow."""

MOST_MB = 60
"""So much more may be in use in the end, besides the states that the history keeps on purpose: a race may be
under way, with data of its own in each lane, and pictures of what was looked at are kept, up to a number."""

pytestmark = [
    pytest.mark.nightly,
    pytest.mark.skipif(sys.platform != "linux", reason="reads the process's memory from /proc"),
]


def resident_mb():
    """Return the memory that this process has in use, as the window does once a minute."""
    gc.collect()
    give_back()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def kept_mb(session):
    """Return what the history holds of states and measurements, which the user wants to come back to."""
    ghosts = sum(len(ghost) for ghost in session.ghosts)
    return session.kept_bytes / 1e6 + 600e-6 * (len(session.metrics) + ghosts)


SHOWN = ("network", "weights", "batch", "race")


class User:
    """Somebody who tries everything again and again, while a training runs most of the time."""

    def __init__(self, session, seed):
        self._session = session
        self._chance = random.Random(seed)
        self._deeds = [
            *(self.train, self.train, self.train, self.rest, self.rest, self.rest),
            *(self.choose, self.step, self.travel, self.edit, self.switch, self.paint, self.look, self.race),
            *(session.pause, session.undo, session.redo, session.next_wrong, session.random_example),
        ]

    def act(self):
        self._chance.choice(self._deeds)()

    def train(self):
        if self._session.run_state != "running":
            self._session.start()

    def rest(self):
        """Look on."""

    def choose(self):
        layer = self._chance.randrange(4)
        neuron = Neuron(layer, self._chance.randrange(self._session.spec.sizes[layer]))
        self._session.select(neuron)
        self._session.point_at(self._chance.choice([neuron, None]))

    def step(self):
        for _ in range(self._chance.randrange(15)):
            self._session.step_forward()

    def travel(self):
        self._session.visit(self._chance.randrange(self._session.length + 1))

    def edit(self):
        place = Location("w", 2, self._chance.randrange(16), self._chance.randrange(16))
        self._session.set_parameter(place, self._chance.uniform(-1, 1))

    def switch(self):
        neuron = Neuron(1, self._chance.randrange(16))
        self._session.switch(neuron, on=tuple(neuron) in self._session.off)

    def paint(self):
        self._session.paint_input({self._chance.randrange(784): self._chance.random()})

    def look(self):
        self.show(*(self._chance.choice(places) for places in (WORKSPACES, PAGES, SHOWN)))

    def show(self, workspace, page, picture):
        view = replace(self._session.view, workspace=workspace, page=page, picture=picture)
        self._session.set_view(view)

    def race(self):
        race = self._session.race
        if race.state == "idle":
            race.line_up(self._chance.choice(PRESETS))
            race.set_pace(None)
        self._chance.choice([race.start, race.pause, race.resume, race.stop, lambda: race.take_over(1)])()


def test_memory_stays_flat_and_nothing_complains(qtbot, tmp_path):
    session = Session(load("digits"), seed=1)
    session.set_settings(replace(session.settings, epochs=1_000_000))
    session.set_pace(None)
    complaints = []
    session.failed.connect(complaints.append)
    window = MainWindow(session, document=Document(session, tmp_path))
    Tidying(window)
    window.asks_before_closing = False
    qtbot.addWidget(window)
    window.show()
    user = User(session, seed=1)
    for place in (*product(WORKSPACES, PAGES[:1], SHOWN), *product(("train",), PAGES, SHOWN[:1])):
        user.show(*place)  # what is made once is there
        qtbot.wait(100)
    begun, early = time.monotonic(), None
    while (passed := time.monotonic() - begun) < SECONDS:
        user.act()
        qtbot.wait(100)
        if early is None and passed > WARM_UP * SECONDS:
            session.race.stop()
            early = resident_mb() - kept_mb(session)
    session.race.stop()
    session.pause()
    late = resident_mb() - kept_mb(session)
    window.close()
    session.close()
    QApplication.processEvents()
    assert early is not None
    assert late - early < MOST_MB, f"{early:.0f} MB became {late:.0f} MB, kept states left aside"
    assert not [thread for thread in session.findChildren(QThread) if thread.isRunning()]
    assert all("answered wrongly" in sentence or "wrong" in sentence for sentence in complaints), complaints
