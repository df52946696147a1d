"""Garbage is collected in the window's thread, and nowhere else."""

import gc
import os
import sys
import threading
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from nnviz.ui import tidying
from nnviz.ui.tidying import Tidying, give_back


class Knot(QObject):
    """An object of Qt that knows itself: only the collector can free it."""

    def __init__(self):
        super().__init__()
        self.itself = self


@pytest.fixture
def parent(qapp, monkeypatch):
    monkeypatch.setattr(tidying, "INTERVAL_MS", 5)
    was_enabled = gc.isenabled()
    parent = QObject()
    yield parent
    parent.deleteLater()
    gc.unfreeze()
    if was_enabled:
        gc.enable()


def allocate(n=100_000):
    """Allocate so much that Python would collect."""
    return [[] for _ in range(n)]


def test_threads_free_no_object_of_qt(qtbot, parent):
    gc.enable()
    Tidying(parent)
    freed_by = []
    weakref.finalize(Knot(), lambda: freed_by.append(threading.current_thread()))
    thread = threading.Thread(target=allocate)
    thread.start()
    thread.join()
    assert freed_by == []
    kept = allocate()  # many enough to be due
    qtbot.waitUntil(lambda: freed_by != [])
    assert freed_by == [threading.main_thread()]
    assert len(kept) == 100_000


def test_nothing_is_collected_before_it_is_due(parent):
    tidy = Tidying(parent)
    gc.collect()
    freed = []
    weakref.finalize(Knot(), freed.append, True)
    tidy.tidy()
    assert not freed


@pytest.mark.skipif(sys.platform != "linux", reason="reads the process's memory from /proc")
def test_gaps_between_what_is_in_use_are_given_back():
    def resident_mb():
        return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6

    blocks = [bytearray(20_000) for _ in range(4_000)]
    kept = blocks[:: len(blocks) // 10]
    full = resident_mb()
    del blocks
    give_back()
    assert resident_mb() < full - 50
    assert len(kept) == 10
