"""The optimizers against their equations, worked by hand, and against PyTorch where it is installed."""

import math

import numpy as np
import pytest

from nnviz.core.network import NetworkSpec, Parameters, initialize
from nnviz.training.optimizers import OPTIMIZERS, Optimizer, OptimizerState

EPS = 1e-8


def course(name, gradients, rate=0.1, start=1.0, momentum=0.5):
    """Return θ, one number, after each update."""
    optimizer, theta = Optimizer(name, 1, momentum), np.array([start], np.float32)
    seen = []
    for gradient in gradients:
        optimizer.update(theta, np.array([gradient], np.float32), rate)
        seen.append(float(theta[0]))
    return seen


class TestByHand:
    def test_sgd(self):
        # 1 − 0.1·2 = 0.8; 0.8 + 0.1·4 = 1.2
        assert course("sgd", [2, -4]) == pytest.approx([0.8, 1.2], rel=1e-6)

    def test_momentum(self):
        # v = 2: 1 − 0.2; v = 0.5·2 + 1 = 2: 0.8 − 0.2; v = 0.5·2 − 3 = −2: 0.6 + 0.2
        assert course("momentum", [2, 1, -3]) == pytest.approx([0.8, 0.6, 0.8], rel=1e-6)

    def test_nesterov(self):
        # v = 2: g + v/2 = 3; v = 2: 1 + 1 = 2; v = −2: −3 − 1 = −4
        assert course("nesterov", [2, 1, -3]) == pytest.approx([0.7, 0.5, 0.9], rel=1e-6)

    def test_rmsprop(self):
        # v = 0.01·4 = 0.04: 0.1·2/0.2 = 1; v = 0.99·0.04 + 0.01·1 = 0.0496
        second = 0.1 * 1 / (math.sqrt(0.0496) + EPS)
        assert course("rmsprop", [2, 1]) == pytest.approx([0, -second], rel=1e-5, abs=1e-6)

    def test_adam(self):
        # The first step is η · sign(g). Then m = 0.9·0.2 − 0.1 = 0.08, v = 0.999·0.004 + 0.001 = 0.004996.
        m, v = 0.08 / (1 - 0.9**2), 0.004996 / (1 - 0.999**2)
        second = 0.9 - 0.1 * m / (math.sqrt(v) + EPS)
        assert course("adam", [2, -1]) == pytest.approx([0.9, second], rel=1e-5)

    def test_the_first_step_of_adam_is_the_rate_whatever_the_gradient(self):
        for gradient in (1e-4, 1, 1e4):
            assert course("adam", [gradient]) == pytest.approx([0.9], rel=1e-4)


class TestMemory:
    @pytest.mark.parametrize("name", OPTIMIZERS)
    def test_brought_back_goes_on_bit_for_bit(self, name):
        random = np.random.default_rng(0)
        gradients = random.normal(size=(20, 50)).astype(np.float32)
        whole, theta = Optimizer(name, 50, 0.9), np.ones(50, np.float32)
        for gradient in gradients[:7]:
            whole.update(theta, gradient.copy(), 0.01)
        kept, then = whole.state(3), theta.copy()
        for gradient in gradients[7:]:
            whole.update(theta, gradient.copy(), 0.01)
        back = Optimizer(name, 50, 0.9, OptimizerState.from_vectors(kept.vectors()))
        for gradient in gradients[7:]:
            back.update(then, gradient.copy(), 0.01)
        np.testing.assert_array_equal(then, theta)
        assert back.steps == whole.steps == 20

    @pytest.mark.parametrize("name", OPTIMIZERS)
    def test_a_kept_state_does_not_change(self, name):
        optimizer = Optimizer(name, 3, 0.9)
        optimizer.update(np.ones(3, np.float32), np.ones(3, np.float32), 0.1)
        kept = optimizer.state(0)
        before = [moment.copy() for moment in kept.moments]
        optimizer.update(np.ones(3, np.float32), np.ones(3, np.float32), 0.1)
        Optimizer(name, 3, 0.9, kept).update(np.ones(3, np.float32), np.ones(3, np.float32), 0.1)
        assert len(before) == OPTIMIZERS[name]
        for moment, copy in zip(kept.moments, before, strict=True):
            np.testing.assert_array_equal(moment, copy)
            assert not moment.flags.writeable

    def test_another_optimizer_begins_afresh(self):
        adam = Optimizer("adam", 2, 0.9)
        adam.update(np.ones(2, np.float32), np.ones(2, np.float32), 0.1)
        momentum = Optimizer("momentum", 2, 0.9, adam.state(4))
        assert momentum.steps == 0
        assert not momentum.moments[0].any()

    def test_vectors_nobody_knows_are_left_out(self):
        known = OptimizerState.from_vectors({"m": np.ones(3, np.float32), "begun": np.array([4.0])})
        assert known == OptimizerState(begun=4)
        assert OptimizerState.from_vectors({}) == OptimizerState()
        assert OptimizerState.from_vectors({"adam_0": np.ones(3, np.float32)}) == OptimizerState()


def torch_optimizer(torch, name, parameters, rate):
    kinds = {
        "sgd": (torch.optim.SGD, {}),
        "momentum": (torch.optim.SGD, {"momentum": 0.9}),
        "nesterov": (torch.optim.SGD, {"momentum": 0.9, "nesterov": True}),
        "rmsprop": (torch.optim.RMSprop, {}),
        "adam": (torch.optim.Adam, {}),
    }
    kind, options = kinds[name]
    return kind(parameters, lr=rate, **options)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_is_that_of_pytorch(name):
    torch = pytest.importorskip("torch")
    start = initialize(NetworkSpec.build(4, (5,), 3)).theta
    gradients = np.random.default_rng(1).normal(size=(50, start.size)).astype(np.float32)
    theirs = torch.nn.Parameter(torch.from_numpy(start.copy()))
    peer = torch_optimizer(torch, name, [theirs], 0.01)
    ours, theta = Optimizer(name, start.size, 0.9), start.copy()
    for gradient in gradients:
        theirs.grad = torch.from_numpy(gradient.copy())
        peer.step()
        ours.update(theta, gradient.copy(), 0.01)
    np.testing.assert_allclose(theta, theirs.detach().numpy(), rtol=2e-5, atol=2e-6)
    assert Parameters(NetworkSpec.build(4, (5,), 3), theta).finite
