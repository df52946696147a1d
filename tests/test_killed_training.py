"""kill −9 in the middle of a training: it costs no more than the autosave interval, and never a file."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from nnviz.data import load
from nnviz.document import Document
from nnviz.files import load_state
from nnviz.session import Session

SCRIPT = Path(__file__).with_name("window_to_kill.py")

INTERVAL = 0.2
"""Between two autosaves of the program that is killed, in seconds; a user's has 20."""

SLACK = 1.0
"""For a machine that is busy with other tests too."""

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")


@pytest.fixture
def file(qapp, tmp_path):
    """A state that was saved before, and lies where the user put it."""
    session = Session(load("digits8"), seed=4)
    session.train_batch()
    session.pause()
    document = Document(session)
    document.save(tmp_path / "mine.nnviz")
    document.close()
    session.close()
    return tmp_path / "mine.nnviz"


class Program:
    """One run of it, from the start to the kill."""

    def __init__(self, file):
        home = {"XDG_CACHE_HOME": str(file.parent / "cache"), "XDG_CONFIG_HOME": str(file.parent / "config")}
        path = {"PYTHONPATH": str(SCRIPT.parents[1]), "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, str(SCRIPT), str(file), str(round(1000 * INTERVAL))]
        # In a file: a pipe that nobody reads would fill up, and hold the program.
        self._said = file.parent / "said"
        with self._said.open("w") as said:
            self._process = subprocess.Popen(command, stdout=said, env=os.environ | home | path)

    def lines(self):
        return [
            json.loads(line) for line in self._said.read_text().splitlines(keepends=True) if line[-1] == "\n"
        ]

    def train(self, seconds):
        """Wait until it has begun, and then some time; kill it, and return what it said and when it ended."""
        patience = time.monotonic() + 60
        while len(self.lines()) < 2:
            assert self._process.poll() is None, "ended by itself"
            assert time.monotonic() < patience
            time.sleep(0.01)
        time.sleep(seconds)
        self._process.kill()
        self._process.wait()
        end = time.monotonic()
        begun, *reached = self.lines()
        return begun, reached, end


def lost_seconds(reached, end, updates):
    """Return for how long the program had been beyond an update when it was killed."""
    beyond = [when for n, when in reached if n > updates]
    return end - beyond[0] if beyond else 0.0


def kill_again_and_again(file, rounds, seed):
    """Kill one program after the other; each goes on with what the one before has left."""
    chance, before = random.Random(seed), file.read_bytes()
    begun, reached, end = Program(file).train(1.0)
    assert begun == {"asked": False, "updates": 1, "network": "64-16-16-10", "data": "digits8", "said": ""}
    for _ in range(rounds):
        (left,) = (file.parent / "cache" / "nnviz" / "autosaves").glob("*.nnviz")
        saved = load_state(left)
        assert saved.position.updates > 1
        assert lost_seconds(reached, end, saved.position.updates) <= INTERVAL + SLACK
        begun, reached, end = Program(file).train(chance.uniform(0.3, 1.5))
        assert begun["asked"]
        assert (begun["updates"], begun["said"]) == (saved.position.updates, "")
        assert file.read_bytes() == before


def test_what_was_learned_is_offered_again(file):
    kill_again_and_again(file, rounds=1, seed=1)


@pytest.mark.slow
def test_twenty_five_times_in_a_row(file):
    kill_again_and_again(file, rounds=25, seed=2)
