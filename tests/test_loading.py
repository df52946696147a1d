"""Loading in a thread of its own."""

import threading

import pytest
from folders import idx_folder
from PySide6.QtCore import QThread
from samples import tiny_dataset

from nnviz import loading
from nnviz.errors import Cancelled
from nnviz.loading import Loader


@pytest.fixture
def loader(qapp):
    """Makes a loader; its thread is joined at the end."""
    made = []

    def make(reference):
        made.append(Loader(str(reference)))
        return made[-1]

    yield make
    for loader in made:
        loader.cancel()
        loader.wait()


def run(qtbot, loader):
    with qtbot.waitSignal(loader.ended) as ended:
        loader.start()
    assert ended.args == [loader]
    loader.wait()


def test_what_it_loads_is_ready_for_use(qtbot, loader, tmp_path):
    loads = loader(idx_folder(tmp_path / "small"))
    assert (loads.dataset, loads.error, loads.share) == (None, None, 0.0)
    run(qtbot, loads)
    assert loads.dataset.name == "small"
    assert loads.dataset.reference == str(tmp_path / "small")
    assert loads.error is None
    assert loads.share == 1.0
    assert "content_hash" in vars(loads.dataset)  # computed already: it takes its time


def test_it_works_in_another_thread_and_reports_in_this(qtbot, loader, monkeypatch):
    threads = []

    def load(reference, progress, cancelled):
        threads.append(threading.get_ident())
        return tiny_dataset()

    monkeypatch.setattr(loading, "load", load)
    loads = loader("tiny")
    receiver = QThread.currentThread()
    assert loads.thread() is receiver
    run(qtbot, loads)
    assert threads != [threading.get_ident()]


@pytest.mark.parametrize(("done", "total", "share"), [(0, 8, 0.0), (2, 8, 0.25), (8, 8, 1.0), (0, 0, 0.0)])
def test_shares(qtbot, loader, monkeypatch, done, total, share):
    def load(reference, progress, cancelled):
        progress(done, total)
        return tiny_dataset()

    monkeypatch.setattr(loading, "load", load)
    loads = loader("tiny")
    run(qtbot, loads)
    assert loads.share == share


def test_a_mistake_is_a_sentence(qtbot, loader, tmp_path):
    loads = loader(tmp_path / "missing")
    run(qtbot, loads)
    assert loads.dataset is None
    assert loads.error == f"There is no folder '{tmp_path / 'missing'}'."


def test_an_unforeseen_failure_too(qtbot, loader, monkeypatch):
    def load(reference, progress, cancelled):
        raise RuntimeError("a bug")

    monkeypatch.setattr(loading, "load", load)
    loads = loader("tiny")
    run(qtbot, loads)
    assert loads.error == "tiny could not be loaded: RuntimeError: a bug"


@pytest.mark.parametrize("heard", [True, False])
def test_cancelled_it_has_nothing_to_show(qtbot, loader, monkeypatch, heard):
    asked = threading.Event()

    def load(reference, progress, cancelled):
        asked.wait()
        if heard and cancelled():
            raise Cancelled("cancelled")
        return tiny_dataset()

    monkeypatch.setattr(loading, "load", load)
    loads = loader("tiny")
    with qtbot.waitSignal(loads.ended):
        loads.start()
        loads.cancel()
        asked.set()
    assert (loads.dataset, loads.error) == (None, None)
