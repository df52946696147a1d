"""What all tests share. Core's and training's tests run where neither PySide6 nor pytest-qt is installed."""

import atexit
import gc
import os
import shutil
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# As the program does (nnviz.environment.compute_on_one_thread), before NumPy is loaded.
os.environ |= dict.fromkeys(("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")

import pytest
import samples
from hypothesis import HealthCheck, settings

from nnviz.data.digits import load_digits28

# The settings, caches and autosaves of whoever runs the tests are left alone. Now, for Qt asks only once.
_HOME = Path(tempfile.mkdtemp(prefix="nnviz-tests-"))
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)
os.environ |= {f"XDG_{name.upper()}_HOME": str(_HOME / name) for name in ("config", "cache", "data")}

# Another program on the machine is no reason to fail.
settings.register_profile("nnviz", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("nnviz")


MUCH = 5_000
"""New objects, after which garbage is collected between two tests."""

MANY = 2_000
"""More objects of Qt than were there after all garbage had been collected: then all of it is, again."""

_lasting = 0


def pytest_collection_finish():
    """Look no more through what stays until the end, modules and tests, whenever garbage is collected."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def digits():
    """The handwriting that comes with the program, 28×28."""
    return load_digits28()


@pytest.fixture(scope="session")
def tiny_dataset():
    """Makes data sets of a few random numbers."""
    return samples.tiny_dataset


@pytest.fixture
def session(qapp, digits):
    """A session with the network everybody starts with, 784-16-16-10."""
    yield from _sessions(digits)


@pytest.fixture
def tiny_session(qapp):
    """A session that trains in no time: a 4-16-16-3 network and 12 examples."""
    yield from _sessions(samples.tiny_dataset())


def _sessions(dataset):
    from nnviz.session import Session

    session = Session(dataset)
    yield session
    session.close()


@pytest.fixture(autouse=True)
def nothing_left_behind():
    """Fail a test after which a thread or a timer still runs, or a window is still open."""
    windows = _windows()
    if "PySide6.QtCore" in sys.modules:
        gc.disable()  # as the window does (nnviz.ui.tidying): no object of Qt is destroyed just anywhere
    yield
    if "PySide6.QtCore" not in sys.modules:
        return
    _delete_what_is_to_be_deleted()
    if gc.get_count()[0] > MUCH:
        gc.collect(1)  # what has outlived a test before is not looked through again
    if _still_running(_objects_of_qt()):
        gc.collect()  # a session and its rooms know one another: nobody else may know them any more
        assert not _still_running(_objects_of_qt()), "left running"
    assert _windows() <= windows, "left open"


def _delete_what_is_to_be_deleted():
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _objects_of_qt():
    """Return them; all garbage is collected now and then, or every test looks through what windows left."""
    import shiboken6

    global _lasting
    objects = shiboken6.getAllValidWrappers()
    if len(objects) > _lasting + MANY:
        del objects
        gc.collect()
        objects = shiboken6.getAllValidWrappers()
        _lasting = len(objects)
    return objects


def _still_running(objects):
    from PySide6.QtCore import QThread, QTimer

    kinds = tuple(kind for kind in set(map(type, objects)) if issubclass(kind, (QThread, QTimer)))
    found = [w for w in objects if type(w) in kinds]  # isinstance() of each of thousands takes long
    here = QThread.currentThread()
    return [w for w in found if (w.isActive() if isinstance(w, QTimer) else w is not here and w.isRunning())]


def _windows():
    if "PySide6.QtWidgets" not in sys.modules:
        return set()
    from PySide6.QtWidgets import QApplication

    return {widget for widget in QApplication.topLevelWidgets() if widget.isVisible()}
