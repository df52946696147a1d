import subprocess
import sys
from threading import Barrier, Thread

import scipy.linalg.blas  # noqa: F401 - a BLAS of its own
from threadpoolctl import threadpool_info

from nnviz.training.threads import computing

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


def test_one_that_ends_leaves_the_others_their_one_thread():
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
    told = subprocess.run([sys.executable, "-c", LATE], capture_output=True, text=True, check=True)
    assert set(told.stdout.strip("[]\n").split(", ")) == {"1"}
