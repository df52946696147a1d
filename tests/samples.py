"""Small networks and data sets that the tests share; no files, no Qt."""

import numpy as np

from nnviz.core import passes
from nnviz.core.functions import COSTS
from nnviz.core.network import NetworkSpec, Parameters
from nnviz.data.dataset import Dataset
from nnviz.data.split import Split, make_split

HIDDEN = ("identity", "sigmoid", "tanh", "relu")
LEGAL = tuple((output, cost.name) for cost in COSTS.values() for output in cost.outputs)
SPECS = tuple(
    NetworkSpec.build(5, (4, 6), 3, hidden, output, cost) for hidden in HIDDEN for output, cost in LEGAL
)


def spec_id(spec: NetworkSpec) -> str:
    return f"{spec.activations[0]}-{spec.activations[-1]}-{spec.cost}"


def tiny_dataset(
    n: int = 12, n_test: int = 5, n_inputs: int = 4, n_outputs: int = 3, classes: bool = True, seed: int = 0
) -> Dataset:
    """Make a data set of random numbers: classes that can be learned, or values to be fitted."""
    random = np.random.default_rng(seed)
    train, test = (_split(random, size, n_inputs, n_outputs, classes) for size in (n, n_test))
    names = tuple(f"class {j}" for j in range(n_outputs)) if classes else None
    return Dataset("tiny", "Tiny", train, test, names, None, "made up by the tests")


def _split(random: np.random.Generator, n: int, n_inputs: int, n_outputs: int, classes: bool) -> Split:
    x = random.uniform(0, 1, (n, n_inputs))
    if not classes:
        return make_split(x, targets=random.normal(size=(n, n_outputs)))
    labels = np.arange(n) % n_outputs
    x[np.arange(n), labels % n_inputs] += 1
    return make_split(x, labels=labels, n_classes=n_outputs)


def random_parameters(spec: NetworkSpec, seed: int = 0, spread: float = 0.5) -> Parameters:
    """Draw θ in float64, biases too."""
    return Parameters(spec, np.random.default_rng(seed).normal(0, spread, spec.parameter_count))


def random_batch(spec: NetworkSpec, n: int, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Draw inputs and targets that fit the cost: shares of 1 for softmax, 0 … 1 for sigmoid."""
    random = np.random.default_rng([seed, 7])
    x, y = random.normal(size=(n, spec.sizes[0])), random.normal(size=(n, spec.sizes[-1]))
    if spec.cost == "cross_entropy":
        y = random.dirichlet(np.ones(spec.sizes[-1]), n)
    elif spec.cost == "binary_cross_entropy":
        y = random.uniform(size=y.shape)
    return x, y


def away_from_kinks(
    spec: NetworkSpec, n: int, margin: float = 1e-3
) -> tuple[Parameters, np.ndarray, np.ndarray]:
    """Draw θ and a batch for which no weighted sum is near 0, where ReLU has no derivative."""
    for seed in range(1000):
        parameters, (x, y) = random_parameters(spec, seed), random_batch(spec, n, seed)
        z = passes.forward(parameters, x).z
        if min(np.abs(z[layer]).min() for layer in spec.layers) > margin:
            return parameters, x, y
    raise AssertionError("no such numbers were found")
