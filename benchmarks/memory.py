"""Memory: what a training on MNIST takes at most, beside the data themselves."""

import json
import subprocess
import sys
from functools import partial

from benchmarks.harness import interleave, main
from benchmarks.report import ROOT, Comparison, Goal, Report

BESIDE = Goal("value", "most", 100)
"""MB, for Python, the libraries, the network, the buffers, and all that passes while files are read."""

TRAININGS = (("16,16", "10"), ("128,64", "100"), ("16,16", "60000"))
"""Hidden layers and mini-batch."""

# The system's own count of a process, not Python's: it knows libraries and BLAS's buffers too. A process
# begins with the count of the one that has started it, so that this one must not load any data itself.
TELL = """
import json, resource, sys
from benchmarks import subjects

def tell(dataset, plain=0):
    unit = 1 if sys.platform == "darwin" else 1024
    parts = dataset.train, dataset.test
    arrays = [array for part in parts for array in (part.stored, part.targets, part.labels)]
    kept = sum(array.nbytes for array in arrays if array is not None)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
    print(json.dumps([most / 1e6, kept / 1e6, plain / 1e6, dataset.title]))
"""

NNVIZ = (
    TELL
    + """
from nnviz import data
from nnviz.cli.train import train

hidden, batch = sys.argv[1:]
dataset = subjects.dataset()
data.load = lambda *_, **__: dataset  # where there is no MNIST, random images of its size
train("nnviz train", ["--data", "mnist", "--hidden", hidden, "--batch", batch, "--epochs", "2", "--json"])
tell(dataset)
"""
)

TORCH = (
    TELL
    + """
from itertools import islice
import numpy as np
import torch
from benchmarks.training import mini_batches, plain_inputs, pytorch

hidden, batch = sys.argv[1:]
dataset = subjects.dataset()
start = subjects.network(tuple(map(int, hidden.split(","))))
step, _ = pytorch(dataset, start, int(batch))
for _ in range(2 * 60_000 // int(batch)):
    step()
tell(dataset, plain_inputs(dataset).nbytes)
"""
)


def measure(brief: bool) -> Report:
    """Train in processes of their own, and let each tell the most it has had."""
    found, data, plain, title = [], 0.0, 0.0, ""
    for hidden, batch in TRAININGS[: 1 if brief else None]:
        turns = {
            name: partial(peak, program, hidden, batch)
            for name, program in (("nnviz", NNVIZ), ("torch", TORCH))
        }
        told = interleave(turns, 1 if brief else 3, warm_up=0)
        _, data, plain, title = told["torch"][0]
        beside = {
            name: tuple(most - kept - numbers for most, kept, numbers, _ in runs)
            for name, runs in told.items()
        }
        what = f"784-{hidden.replace(',', '-')}-10, batch {int(batch):,}"
        found.append(Comparison(what, "MB", beside["nnviz"], "PyTorch", beside["torch"], BESIDE))
    return Report(
        "memory",
        "Memory",
        f"The most memory (resident set) that `nnviz train` has had in two epochs on "
        f"{title}, less the {data:.0f} MB of the data as they are kept, images in bytes: Python, all "
        "libraries, the reading of the files, the network and its buffers. The peer is the process of the "
        "same training in PyTorch, with the data read by nnviz, less the same and less the "
        f"{plain:.0f} MB of the training images in float32.",
        tuple(found),
        brief=brief,
    )


def peak(program: str, hidden: str, batch: str) -> tuple[float, float, float, str]:
    """Run a program; return what it tells: MB at most, of the data and of a copy; the data's title."""
    command = [sys.executable, "-c", program, hidden, batch]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=600)
    most, kept, plain, title = json.loads(done.stdout.splitlines()[-1])
    return most, kept, plain, title


if __name__ == "__main__":
    main(measure)
