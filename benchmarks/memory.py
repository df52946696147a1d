"""Memory: what a training on MNIST takes at most, beside the data themselves."""

import json
import subprocess
import sys
from functools import partial

from benchmarks import subjects
from benchmarks.harness import interleave, main
from benchmarks.report import ROOT, Comparison, Goal, Report
from nnviz.data import Dataset

BESIDE = Goal("value", "most", 100)
"""MB, for Python, the libraries, the network, the buffers, and all that passes while files are read."""

TRAININGS = (("16,16", "10"), ("128,64", "100"), ("16,16", "60000"))
"""Hidden layers and mini-batch."""

# The system's own count of a process, not Python's: it knows libraries and BLAS's buffers too.
TELL = """
import json, resource, sys

def tell():
    unit = 1 if sys.platform == "darwin" else 1024
    print(json.dumps(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6))
"""

NNVIZ = (
    TELL
    + """
from benchmarks import subjects
from nnviz import data
from nnviz.cli.train import train

hidden, batch = sys.argv[1:]
data.load = lambda *_, **__: subjects.dataset()  # where there is no MNIST, random images of its size
train("nnviz train", ["--data", "mnist", "--hidden", hidden, "--batch", batch, "--epochs", "2", "--json"])
tell()
"""
)

TORCH = (
    TELL
    + """
from itertools import islice
import numpy as np
import torch
from benchmarks import subjects
from benchmarks.training import mini_batches, pytorch

hidden, batch = sys.argv[1:]
dataset = subjects.dataset()
start = subjects.network(tuple(map(int, hidden.split(","))))
step, _ = pytorch(dataset, start, int(batch))
for _ in range(2 * 60_000 // int(batch)):
    step()
tell()
"""
)


def measure(brief: bool) -> Report:
    """Train in processes of their own, and let each tell the most it has had."""
    dataset = subjects.dataset()
    data = data_mb(dataset)
    plain = dataset.train.x.nbytes / 1e6
    found = []
    for hidden, batch in TRAININGS[: 1 if brief else None]:
        turns = {
            name: partial(peak, program, hidden, batch)
            for name, program in (("nnviz", NNVIZ), ("torch", TORCH))
        }
        mb = interleave(turns, 1 if brief else 3, warm_up=0)
        kept = {"nnviz": data, "torch": data + plain}
        beside = {name: tuple(value - kept[name] for value in values) for name, values in mb.items()}
        what = f"784-{hidden.replace(',', '-')}-10, batch {int(batch):,}"
        found.append(Comparison(what, "MB", beside["nnviz"], "PyTorch", beside["torch"], BESIDE))
    return Report(
        "memory",
        "Memory",
        f"The most memory (resident set) that `nnviz train` has had in two epochs on "
        f"{dataset.title}, less the {data:.0f} MB of the data as they are kept, images in bytes: Python, all "
        "libraries, the reading of the files, the network and its buffers. The peer is the process of the "
        "same training in PyTorch, with the data read by nnviz, less the same and less the "
        f"{plain:.0f} MB of the training images in float32.",
        tuple(found),
        brief=brief,
    )


def data_mb(dataset: Dataset) -> float:
    """Return the size of all arrays of a data set."""
    arrays = [
        array for part in (dataset.train, dataset.test) for array in (part.stored, part.targets, part.labels)
    ]
    return sum(array.nbytes for array in arrays if array is not None) / 1e6


def peak(program: str, hidden: str, batch: str) -> float:
    """Run a program; return the MB it has told."""
    command = [sys.executable, "-c", program, hidden, batch]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=600)
    return float(json.loads(done.stdout.splitlines()[-1]))


if __name__ == "__main__":
    main(measure)
