"""Damaged files read in a program of their own, whose whole memory is watched."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from mutants import MOST_BYTES, MOST_SECONDS

HERE = Path(__file__).parent
KINDS = ("images", "drawings", "states", "networks")


def check(n, seed, folder, *kinds):
    places = os.pathsep.join(map(str, (HERE.parent, HERE, HERE / "files")))
    command = [sys.executable, str(HERE / "reading_in_a_child.py"), str(n), str(seed), str(folder), *kinds]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": places, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [result["kind"] for result in found] == list(kinds)
    for result in found:
        assert 0 < result["read"] < n
        assert result["slowest"] < MOST_SECONDS
        assert result["grown"] < MOST_BYTES / 1e6


def test_a_few(tmp_path):
    check(80, 1, tmp_path, *KINDS)


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_ten_thousand(tmp_path, kind):
    check(10_000, 2, tmp_path, kind)
