import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from nnviz.files import save_state
from nnviz.files.atomic import STALE_SECONDS

SCRIPT = Path(__file__).with_name("killed_while_saving.py")

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")


def kill(folder, rounds, seed):
    command = [sys.executable, str(SCRIPT), str(folder), str(rounds), str(seed)]
    environment = os.environ | {"PYTHONPATH": str(SCRIPT.parents[2])}
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120, env=environment)
    return json.loads(done.stdout)


def test_fifty_killed_saves_leave_the_old_or_the_new_state_whole(tmp_path):
    report = kill(tmp_path, rounds=50, seed=2)
    assert len(report["results"]) == 50
    assert set(report["results"]) <= {1, 2}
    assert report["parts"] > 0  # about thirty are really killed in the middle


def test_what_killed_saves_left_behind_goes_with_a_later_one(tmp_path):
    from killed_while_saving import found, state

    kill(tmp_path, rounds=5, seed=3)
    (tmp_path / ".nnviz-0123456789abcdef.part").touch()
    past = time.time() - 2 * STALE_SECONDS
    for part in tmp_path.glob(".nnviz-*"):
        os.utime(part, (past, past))
    path = tmp_path / "state.nnviz"
    save_state(path, state(3))
    assert os.listdir(tmp_path) == [path.name]
    assert found(path) == 3
