"""Save two states in turn, be killed in the middle, look what is there: ``FOLDER ROUNDS SEED``.

Prints JSON: how often each state was found, what was wrong, and how many parts were left behind. Every saving
process is a fork of this one, so that fifty of them need no fifty starts of Python.
"""

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

import numpy as np

from nnviz.core.network import NetworkSpec, Parameters
from nnviz.errors import NnvizError
from nnviz.files import DataReference, SavedState, load_state, save_state
from nnviz.training.timeline import ExampleRef
from nnviz.training.trainer import Position, TrainSettings

SPEC = NetworkSpec.build(784, (64,), 10)


def state(number):
    """Return a state that shows in every number which one it is."""
    return SavedState(
        parameters=Parameters(SPEC, np.full(SPEC.parameter_count, number, np.float32)),
        position=Position(updates=number),
        data=DataReference("digits", "digits", "0" * 64),
        settings=TrainSettings(),
        example=ExampleRef("train", number),
        cursor=0,
    )


def found(path):
    """Return the number of the state that is there, or what is wrong with it."""
    try:
        back = load_state(path)
    except NnvizError as error:
        return str(error)
    number = back.position.updates
    same = back.example.index == number and (back.parameters.theta == number).all()
    return number if same else "a mixture of both"


def save_until_killed(path):
    while True:
        for number in (1, 2):
            save_state(path, state(number))


def main(folder, rounds, seed):
    path, chance = Path(folder) / "state.nnviz", random.Random(seed)
    save_state(path, state(1))
    results = []
    for _ in range(rounds):
        child = os.fork()
        if child == 0:
            save_until_killed(path)
        time.sleep(chance.uniform(0.001, 0.02))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        results.append(found(path))
    parts = [p.name for p in path.parent.iterdir() if p != path]
    print(json.dumps({"results": results, "parts": len(parts)}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
