import os
import subprocess
import sys
from threading import Barrier, Thread

import scipy.linalg.blas  # noqa: F401 - a BLAS of its own
from threadpoolctl import threadpool_info

from nnviz.training.threads import computing, limit_what_is_loaded

LATE = """
from threading import Thread
from threadpoolctl import threadpool_info
from nnviz.core.network import NetworkSpec, initialize
from nnviz.training.threads import computing
from nnviz.training.trainer import single_update

def train():
    with computing():
        parameters = initialize(NetworkSpec.build(784, (64,), 10))
        single_update(parameters, parameters.theta[:784], parameters.theta[:10], 1.0)
        print(sorted(pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"))

thread = Thread(target=train)
thread.start()
thread.join()
"""


def threads():
    return {pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"}


def test_one_that_ends_leaves_the_others_their_one_thread(monkeypatch):
    monkeypatch.setattr("nnviz.training.threads._told", False)
    before, steps, found = threads(), Barrier(2, timeout=10), []

    def short():
        with computing():
            steps.wait()  # both compute
        steps.wait()  # this one has ended

    other = Thread(target=short)
    other.start()
    with computing():
        steps.wait()
        steps.wait()
        found.append(threads())
    other.join()
    assert found == [{1}]
    assert threads() <= before | {1}


def test_a_blas_that_is_loaded_late_has_one_thread_too():
    alone = {name: value for name, value in os.environ.items() if not name.endswith("_NUM_THREADS")}
    told = subprocess.run([sys.executable, "-c", LATE], capture_output=True, text=True, check=True, env=alone)
    assert set(told.stdout.strip("[]\n").split(", ")) == {"1"}


def test_where_blas_was_told_before_no_library_is_looked_for(monkeypatch):
    monkeypatch.setattr("nnviz.training.threads._told", True)
    monkeypatch.setattr("nnviz.training.threads.threadpool_limits", lambda *arguments: 1 / 0)
    with computing():
        limit_what_is_loaded()
