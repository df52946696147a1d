"""Samples per second of the training, against PyTorch, scikit-learn, and the matrix products alone."""

import time
from collections.abc import Callable, Iterator
from functools import cache
from itertools import count, islice

import numpy as np
import torch
from scipy.linalg.blas import sgemm
from sklearn.neural_network import MLPClassifier, MLPRegressor

from benchmarks import subjects
from benchmarks.harness import interleave, main, one_thread
from benchmarks.report import Comparison, Goal, Report, blas_in_use
from nnviz.core.arrays import IntArray, numbers_of
from nnviz.core.network import Parameters
from nnviz.data import Dataset
from nnviz.training.trainer import Trainer, TrainSettings, shuffled

RATE = 1.0

BATCHES = (10, 32, 100)

PRODUCT_SHARE: dict[tuple[int, ...], float] = {subjects.SMALL: 0.5, subjects.LARGER: 0.8}

AGAINST_TORCH: dict[tuple[int, ...], tuple[float, ...]] = {
    subjects.SMALL: (8.0, 6.0, 4.5),
    subjects.LARGER: (4.0, 3.0, 2.2),
}

NNVIZ, TORCH, PRODUCTS = "nnviz", "PyTorch", "products alone"
CLASSIFIER, REGRESSOR = "MLPClassifier", "MLPRegressor"
PEERS = (TORCH, PRODUCTS, CLASSIFIER, REGRESSOR)

Learner = Callable[[], int]
"""Trains on one mini-batch, or on a few; returns on how many examples."""


def measure(brief: bool) -> Report:
    """Compare all networks and batch sizes."""
    seconds, rounds = (0.05, 1) if brief else (0.25, 7)
    dataset = subjects.dataset()
    found: list[Comparison] = []
    with one_thread(), np.errstate(all="ignore"):
        apart = max(same_training(dataset, hidden) for hidden in PRODUCT_SHARE)
        computed = (*blas_in_use(), torch_in_use())
        for hidden in PRODUCT_SHARE:
            for batch in BATCHES:
                found += _compare(dataset, hidden, batch, seconds, rounds)
    return Report(
        "training",
        "Training",
        "Samples per second of `Trainer.step` in float32 on one thread, shuffling and gathering included, "
        f"evaluation not, on {dataset.title}: sigmoid, sum of squared errors, plain SGD. PyTorch in eager "
        "mode (nn.Sequential, index_select, mse_loss, optim.SGD) trains on the same mini-batches; so does "
        "scikit-learn (`partial_fit`, logistic, SGD), whose classifier ends in softmax and cross-entropy and "
        "whose regressor ends in the identity. The products alone are the same matrix products of the same "
        "shapes in warm arrays, and nothing else.",
        tuple(sorted(found, key=lambda comparison: PEERS.index(comparison.peer))),
        notes=(
            f"After 100 mini-batches of 10, PyTorch's parameters and ours differ by {apart:.1g} at most: "
            "it is the same training.",
            f"While measuring: {'; '.join(computed)}.",
        ),
        brief=brief,
    )


def torch_in_use() -> str:
    """Return for which kind of processor PyTorch computes, and on how many threads."""
    n = torch.get_num_threads()
    kind = torch.backends.cpu.get_cpu_capability()
    return f"PyTorch for {kind}, {n} thread{'' if n == 1 else 's'}"


def _compare(
    dataset: Dataset, hidden: tuple[int, ...], batch: int, seconds: float, rounds: int
) -> Iterator[Comparison]:
    start = subjects.network(hidden)
    learners = {
        NNVIZ: ours(dataset, start, batch),
        TORCH: pytorch(dataset, start, batch)[0],
        PRODUCTS: products(start, batch),
        CLASSIFIER: scikit_learn(MLPClassifier, dataset, hidden, batch),
        REGRESSOR: scikit_learn(MLPRegressor, dataset, hidden, batch),
    }
    turns = {name: speed(learner, seconds) for name, learner in learners.items()}
    speeds = interleave(turns, rounds)
    what = f"{start.spec}, batch {batch}"
    goals = {
        TORCH: Goal("ratio", "least", AGAINST_TORCH[hidden][BATCHES.index(batch)]),
        PRODUCTS: Goal("ratio", "least", PRODUCT_SHARE[hidden]),
    }
    for peer in PEERS:
        yield Comparison(what, "samples/s", speeds[NNVIZ], peer, speeds[peer], goals.get(peer))


def speed(learner: Learner, seconds: float) -> Callable[[], float]:
    """Return a contender: samples per second over a while."""

    def contender() -> float:
        done, begun = 0, time.perf_counter()
        while (passed := time.perf_counter() - begun) < seconds:
            done += learner()
        return done / passed

    return contender


def mini_batches(n: int, batch: int) -> Iterator[IntArray]:
    """Yield the mini-batches of the trainer with seed 0, epoch after epoch."""
    for epoch in count():
        order = shuffled(n, 0, epoch)
        for start in range(0, n, batch):
            yield order[start : start + batch]


def ours(dataset: Dataset, start: Parameters, batch: int) -> Learner:
    """Return the trainer's step."""
    trainer = Trainer(start, dataset, TrainSettings(rate=RATE, batch=batch, seed=0))

    def step() -> int:
        trainer.step()
        return batch

    return step


@cache
def plain_inputs(dataset: Dataset) -> np.ndarray:
    """Return the training inputs without the bias's column, as everybody else keeps them."""
    return np.ascontiguousarray(numbers_of(dataset.train.stored[:, :-1]))


def pytorch(dataset: Dataset, start: Parameters, batch: int) -> tuple[Learner, Callable[[], np.ndarray]]:
    """Return the same step as one writes it in PyTorch, and what reads its parameters in our order."""
    x = torch.from_numpy(plain_inputs(dataset))
    y = torch.from_numpy(dataset.train.targets.copy())
    model = _model(start)
    optimizer = torch.optim.SGD(model.parameters(), lr=RATE)
    coming = mini_batches(len(x), batch)

    def step() -> int:
        rows = torch.from_numpy(next(coming))
        outputs = model(x.index_select(0, rows))
        targets = y.index_select(0, rows)
        cost = torch.nn.functional.mse_loss(outputs, targets, reduction="sum") / len(rows)
        optimizer.zero_grad()
        cost.backward()
        optimizer.step()
        return len(rows)

    def theta() -> np.ndarray:
        layers = [layer for layer in model if isinstance(layer, torch.nn.Linear)]
        blocks = [np.vstack([layer.weight.detach().T, layer.bias.detach()]) for layer in layers]
        return np.concatenate([block.ravel() for block in blocks])

    return step, theta


def _model(start: Parameters) -> "torch.nn.Sequential":
    layers: list[torch.nn.Module] = []
    for block in start.blocks.values():
        linear = torch.nn.Linear(block.shape[0] - 1, block.shape[1])
        with torch.no_grad():
            linear.weight.copy_(torch.from_numpy(block[:-1].T.copy()))
            linear.bias.copy_(torch.from_numpy(block[-1].copy()))
        layers += [linear, torch.nn.Sigmoid()]
    return torch.nn.Sequential(*layers)


def scikit_learn(
    kind: type[MLPClassifier | MLPRegressor], dataset: Dataset, hidden: tuple[int, ...], batch: int
) -> Learner:
    """Return partial_fit on a chunk of mini-batches: a call for each would measure its checks instead."""
    x = plain_inputs(dataset)
    y = dataset.train.labels if kind is MLPClassifier else dataset.train.targets
    assert y is not None
    model = kind(
        hidden_layer_sizes=hidden,
        activation="logistic",
        solver="sgd",
        alpha=0,
        batch_size=batch,
        learning_rate_init=0.1,
        momentum=0,
        shuffle=False,
        random_state=0,
    )
    coming = mini_batches(len(x), batch)
    known = {"classes": np.arange(dataset.n_outputs)} if kind is MLPClassifier else {}

    def step() -> int:
        rows = np.concatenate(list(islice(coming, max(1, 2000 // batch))))
        model.partial_fit(x[rows], y[rows], **known)
        return len(rows)

    return step


def products(start: Parameters, batch: int) -> Learner:
    """Return one mini-batch's matrix products without anything between them."""
    spec, random = start.spec, np.random.default_rng(0)
    blocks = {layer: block.copy() for layer, block in start.blocks.items()}

    def matrices(extra: int) -> list[np.ndarray]:
        return [random.random((batch, n + extra), np.float32) for n in spec.sizes]

    a, z, delta = matrices(1), matrices(0), matrices(0)
    before = matrices(0)

    def step() -> int:
        for layer in spec.layers:
            np.dot(a[layer - 1], blocks[layer], out=z[layer])
        for layer in reversed(spec.layers):
            if layer > 1:
                np.dot(delta[layer], blocks[layer][:-1].T, out=before[layer - 1])
            # The tiny step keeps the weights what they are; 0 would make BLAS skip the product.
            sgemm(-1e-20, delta[layer].T, a[layer - 1].T, 1.0, blocks[layer].T, trans_b=1, overwrite_c=1)
        return batch

    return step


def same_training(dataset: Dataset, hidden: tuple[int, ...]) -> float:
    """Train ours and PyTorch's on the same 100 mini-batches; return how far they are apart at most.

    Raises
    ------
    RuntimeError
        When it was not the same training.
    """
    start = subjects.network(hidden)
    trainer = Trainer(start, dataset, TrainSettings(rate=RATE, batch=10, seed=0))
    step, theta = pytorch(dataset, start, 10)
    for _ in range(100):
        trainer.step()
        step()
    apart = float(np.abs(trainer.parameters.theta - theta()).max())
    if apart > 1e-3:
        raise RuntimeError(f"PyTorch was given another training: the parameters are {apart:.2g} apart")
    return apart


if __name__ == "__main__":
    main(measure)
