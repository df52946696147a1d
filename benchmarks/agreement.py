"""Whether PyTorch and nnviz mean the same: network files both ways, activations, and the optimizers."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file, save_file

from benchmarks import subjects
from benchmarks.harness import main, one_thread
from benchmarks.report import Comparison, Goal, Report
from nnviz.core.arrays import Inputs, numbers_of
from nnviz.core.network import NetworkSpec, Parameters, initialize
from nnviz.files import load_network, save_network
from nnviz.training.kernel import Kernel
from nnviz.training.optimizers import OPTIMIZERS
from nnviz.training.trainer import Trainer, TrainSettings

CLOSE = Goal("value", "most", 1e-5)
"""Sums of 784 products of float32, in another order, come no closer."""

UPDATES = 100

MODULES: dict[str, Callable[[], torch.nn.Module]] = {
    "sigmoid": torch.nn.Sigmoid,
    "tanh": torch.nn.Tanh,
    "relu": torch.nn.ReLU,
    "softmax": lambda: torch.nn.Softmax(dim=1),
    "identity": torch.nn.Identity,
}

SPECS = (
    NetworkSpec.build(784, (16, 16), 10),
    NetworkSpec.build(784, (128, 64), 10, "relu", "softmax", "cross_entropy"),
    NetworkSpec.build(784, (20,), 10, "tanh", "identity", "mean_squared"),
    NetworkSpec.build(784, (), 10),
)

RATES = {"sgd": 1.0, "momentum": 0.1, "nesterov": 0.1, "rmsprop": 0.001, "adam": 0.001}


def measure(brief: bool) -> Report:
    """Let each read the other's files, and both take the same updates."""
    images = subjects.synthetic(1000, 100).train.stored
    with one_thread(), np.errstate(all="ignore"), tempfile.TemporaryDirectory() as folder:
        found = [
            comparison
            for spec in SPECS
            for comparison in exchanged(initialize(spec, seed=3), images, Path(folder))
        ]
        found += [trained(name, 10 if brief else UPDATES) for name in OPTIMIZERS]
    return Report(
        "agreement",
        "Agreement with PyTorch",
        "The largest difference between nnviz and PyTorch, in float32. Files: `load_state_dict(…, "
        "strict=True)` of a `torch.nn.Sequential` takes what `save_network` has written, and the outputs for "
        "1,000 images are compared; a file of its `state_dict()` is opened by `load_network`, and the "
        f"parameters are compared. Optimizers: θ after {UPDATES} mini-batches of 10 from one start.",
        tuple(found),
        brief=brief,
    )


def sequential(spec: NetworkSpec) -> torch.nn.Sequential:
    """Return the same network as one writes it in PyTorch."""
    modules: list[torch.nn.Module] = []
    for layer in spec.layers:
        modules.append(torch.nn.Linear(spec.sizes[layer - 1], spec.sizes[layer]))
        modules.append(MODULES[spec.activations[layer - 1]]())
    return torch.nn.Sequential(*modules)


def exchanged(parameters: Parameters, images: Inputs, folder: Path) -> Iterator[Comparison]:
    """Yield how far the outputs differ of a file of ours, and the parameters of a file of PyTorch's."""
    spec, model = parameters.spec, sequential(parameters.spec)
    save_network(folder / "ours.safetensors", parameters)
    model.load_state_dict(load_file(folder / "ours.safetensors"), strict=True)
    with torch.no_grad():
        theirs = model(torch.from_numpy(numbers_of(images)[:, :-1].copy())).numpy()
    ours = Kernel(parameters).forward(images).outputs
    kind = f"{spec}, {', '.join(dict.fromkeys(spec.activations))}"
    yield _differ(f"our file in PyTorch: outputs, {kind}", ours, theirs, CLOSE)
    save_file(model.state_dict(), folder / "theirs.safetensors")
    hidden = spec.activations[0]
    back = load_network(folder / "theirs.safetensors", hidden, spec.activations[-1], spec.cost)
    nothing = Goal("value", "most", 0)
    yield _differ(f"PyTorch's file here: parameters, {kind}", back.theta, parameters.theta, nothing)


def trained(name: str, updates: int) -> Comparison:
    """Return how far θ is apart after the same mini-batches under one optimizer."""
    dataset, start = subjects.synthetic(2000, 100), initialize(SPECS[0], seed=4)
    settings = TrainSettings(rate=RATES[name], batch=10, optimizer=name)
    trainer, model = Trainer(start, dataset, settings), sequential(start.spec)
    with tempfile.TemporaryDirectory() as folder:
        save_network(Path(folder, "start.safetensors"), start)
        model.load_state_dict(load_file(Path(folder, "start.safetensors")))
    peer = _optimizer(name, model)
    x, y = (torch.from_numpy(a.copy()) for a in (dataset.train.x, dataset.train.targets))
    for _ in range(updates):
        rows = torch.from_numpy(trainer.rows())
        cost = torch.nn.functional.mse_loss(model(x[rows]), y[rows], reduction="sum") / len(rows)
        peer.zero_grad()
        cost.backward()
        peer.step()
        trainer.step()
    theirs = np.concatenate([_block(layer) for layer in model if isinstance(layer, torch.nn.Linear)])
    return _differ(f"θ after {updates} updates, {name}", trainer.parameters.theta, theirs, _loose(name))


def _loose(name: str) -> Goal:
    # Where a gradient is nearly 0, m / √v amplifies its last bits.
    return Goal("value", "most", 1e-3 if name in ("adam", "rmsprop") else 1e-4)


def _optimizer(name: str, model: torch.nn.Module) -> torch.optim.Optimizer:
    rate, parameters = RATES[name], model.parameters()
    if name == "adam":
        return torch.optim.Adam(parameters, lr=rate)
    if name == "rmsprop":
        return torch.optim.RMSprop(parameters, lr=rate)
    momentum = 0.0 if name == "sgd" else TrainSettings.momentum
    return torch.optim.SGD(parameters, lr=rate, momentum=momentum, nesterov=name == "nesterov")


def _block(layer: torch.nn.Linear) -> np.ndarray:
    """Return a layer's part of θ: the weights by their origin, then the biases."""
    return np.vstack([layer.weight.detach().T, layer.bias.detach()]).ravel()


def _differ(what: str, ours: np.ndarray, theirs: np.ndarray, goal: Goal) -> Comparison:
    """Return the largest difference.

    Raises
    ------
    RuntimeError
        When it is larger than the goal: then the two do not mean the same.
    """
    apart = float(np.abs(ours - theirs).max())
    if not apart <= goal.limit:
        raise RuntimeError(f"{what}: {apart:.3g} apart, and at most {goal.limit:.3g} would be agreement")
    return Comparison(what, "apart", (apart,), goal=goal)


if __name__ == "__main__":
    main(measure)
