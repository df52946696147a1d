"""One BLAS thread for everything that is computed: fast for small products, and the same to the last bit.

The program sees to that when it starts (:func:`nnviz.environment.compute_on_one_thread`). Where these modules
are used without it, a BLAS may have its threads already. Their number is the process's, not a Python
thread's: if each set and restored it by itself, one that ends would give their threads back to another that
still computes. So whoever computes is counted.

Where the environment has told BLAS before it was loaded, nothing is set: looking for libraries takes the
loader's lock and then Python's, importing one takes them the other way round, and the two could wait for
each other for ever.
"""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from threadpoolctl import threadpool_limits

_told = os.environ.get("OPENBLAS_NUM_THREADS") == "1"
_lock = threading.Lock()
_computing = 0
_limits: list[threadpool_limits] = []


@contextmanager
def computing() -> Iterator[None]:
    """Compute on one BLAS thread, and without warnings: whether numbers are finite is looked at later."""
    _begin()
    try:
        with np.errstate(all="ignore"):
            yield
    finally:
        _end()


def limit_what_is_loaded() -> None:
    """Limit a BLAS too that was loaded while something is computed."""
    with _lock:
        if _computing and not _told:
            _limits.append(threadpool_limits(1, "blas"))


def _begin() -> None:
    global _computing
    with _lock:
        _computing += 1
        if _computing == 1 and not _told:
            _limits.append(threadpool_limits(1, "blas"))


def _end() -> None:
    global _computing
    with _lock:
        _computing -= 1
        while not _computing and _limits:
            _limits.pop().restore_original_limits()
