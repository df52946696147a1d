"""What runs every benchmark: contenders that take turns, one thread each, and the program around them."""

import argparse
import gc
import os
import re
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from statistics import median
from typing import TypeVar

from threadpoolctl import threadpool_limits

from benchmarks.report import ROOT, Report
from benchmarks.words import plain

T = TypeVar("T")

OVERRIDES = re.compile(r"(OPENBLAS|GOTO|MKL|BLIS|NVPL|ATEN|DNNL|ONEDNN|OMP)_")
"""Variables meant for one machine or another program: OPENBLAS_CORETYPE=Haswell, say, halves our speed on
a newer processor and leaves PyTorch's alone."""


def interleave(
    contenders: Mapping[str, Callable[[], T]], rounds: int, warm_up: int = 1
) -> dict[str, tuple[T, ...]]:
    """Let the contenders take turns, A B A B …, and return what each of them returned in every round.

    The results of the first `warm_up` rounds are thrown away. Whatever disturbs the machine for a while
    disturbs all of them.
    """
    results: dict[str, list[T]] = {name: [] for name in contenders}
    for _ in range(warm_up + rounds):
        for name, contender in contenders.items():
            gc.collect()  # nobody tidies up after the one before
            results[name].append(contender())
    return {name: tuple(values[warm_up:]) for name, values in results.items()}


def milliseconds(work: Callable[[], object], times: int = 1) -> Callable[[], float]:
    """Return a contender: the median time of `work` over some calls, in ms."""

    def contender() -> float:
        return median(_once(work) for _ in range(times))

    return contender


def _once(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - begun)


def overrides(environment: Mapping[str, str]) -> tuple[str, ...]:
    """Return the variables, "NAME=value", that make a BLAS compute otherwise than it would by itself."""
    return tuple(f"{name}={value}" for name, value in sorted(environment.items()) if OVERRIDES.match(name))


def without_overrides(environment: Mapping[str, str]) -> dict[str, str]:
    """Return an environment in which every BLAS, ours and the peers', chooses for itself."""
    return {name: value for name, value in environment.items() if not OVERRIDES.match(name)}


@contextmanager
def one_thread() -> Iterator[None]:
    """Give BLAS and OpenMP one thread, and PyTorch too where it is there already."""
    import scipy.linalg.blas  # noqa: F401  # a BLAS of its own: one that is loaded later has no limit

    torch = sys.modules.get("torch")
    if torch is not None:
        torch.set_num_threads(1)
    with threadpool_limits(1):
        yield


def main(measure: Callable[[bool], Report]) -> None:
    """Run one benchmark, print it and write its JSON."""
    parser = argparse.ArgumentParser(description=sys.modules["__main__"].__doc__)
    parser.add_argument("--brief", action="store_true", help="a short run, while developing")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    report = measure(options.brief)
    if forced := overrides(os.environ):
        said = f"The environment has overruled a BLAS: {', '.join(forced)}."
        report = replace(report, notes=(*report.notes, said))
    print(plain(report))
    print(f"  {report.write().relative_to(ROOT)}", flush=True)
