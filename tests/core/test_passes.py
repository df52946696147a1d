"""Backpropagation against numbers worked by hand, numbers from a book, and central differences."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import LEGAL, SPECS, away_from_kinks, random_batch, random_parameters, spec_id

from nnviz.core import passes
from nnviz.core.network import Location, NetworkSpec, Parameters

any_spec = pytest.mark.parametrize("spec", SPECS, ids=spec_id)


def mean_cost(parameters, x, y, masks=None):
    """The average cost of a batch, the function that is differentiated."""
    passed, last = passes.forward(parameters, x, masks), parameters.spec.depth
    return passes.costs(parameters.spec, passed.z[last], passed.a[last], y).mean()


def central_differences(parameters, x, y, masks=None, step=1e-5):
    theta, gradient = parameters.theta, np.empty_like(parameters.theta)
    for i, value in enumerate(theta.copy()):
        theta[i] = value + step
        above = mean_cost(parameters, x, y, masks)
        theta[i] = value - step
        gradient[i] = (above - mean_cost(parameters, x, y, masks)) / (2 * step)
        theta[i] = value
    return gradient


def gradient_of(parameters, x, y, masks=None):
    return passes.backward(parameters, passes.forward(parameters, x, masks), y, masks).gradient.theta


def assert_agrees_with_differences(parameters, x, y, masks=None):
    gradient = gradient_of(parameters, x, y, masks)
    difference = gradient - central_differences(parameters, x, y, masks)
    assert np.linalg.norm(difference) <= 1e-7 * np.linalg.norm(gradient)


class TestByHand:
    """A 2-2-1 network, relu then identity, squared error.

    x = (1, 2), y = 3

    w¹ = ( 1    0.5 )   b¹ = (0.5, 0)     z¹_0 = 1·1 + 0.5·2 + 0.5  =  2.5    a¹_0 = 2.5
         (−1    0.25)                     z¹_1 = −1·1 + 0.25·2 + 0  = −0.5    a¹_1 = 0
    w² = ( 2    3   )   b² = −1           z²   = 2·2.5 + 3·0 − 1    =  4      a²   = 4
                                          C_0  = (4 − 3)²           =  1

    ∂C/∂a² = 2 (4 − 3) = 2      δ² = 1·2 = 2             ∂C/∂w² = (2.5·2, 0·2) = (5, 0)    ∂C/∂b² = 2
    ∂C/∂a¹ = (2·2, 3·2) = (4, 6)
    δ¹     = (1·4, 0·6) = (4, 0)                         ∂C/∂w¹ = ((1·4, 2·4), (0, 0))     ∂C/∂b¹ = (4, 0)
    ∂C/∂x  = (1·4 − 1·0, 0.5·4 + 0.25·0) = (4, 2)
    """

    spec = NetworkSpec.build(2, (2,), 1, "relu", "identity", "squared")
    # θ: the row of each neuron before, then the biases, layer by layer.
    theta = np.array([1, -1, 0.5, 0.25, 0.5, 0, 2, 3, -1])
    gradient = np.array([4, 0, 8, 0, 4, 0, 5, 0, 2])
    x, y = np.array([[1.0, 2.0]]), np.array([[3.0]])

    def test_forward(self):
        passed = passes.forward(Parameters(self.spec, self.theta), self.x)
        assert passed.z[1].tolist() == [[2.5, -0.5]]
        assert passed.a[1].tolist() == [[2.5, 0]]
        assert passed.z[2].tolist() == passed.a[2].tolist() == [[4]]
        assert mean_cost(Parameters(self.spec, self.theta), self.x, self.y) == 1

    def test_backward(self):
        parameters = Parameters(self.spec, self.theta)
        back = passes.backward(parameters, passes.forward(parameters, self.x), self.y)
        assert back.dC_da[2].tolist() == back.delta[2].tolist() == [[2]]
        assert back.dC_da[1].tolist() == [[4, 6]]
        assert back.delta[1].tolist() == [[4, 0]]
        assert back.dC_da[0].tolist() == [[4, 2]]
        assert back.gradient.theta.tolist() == self.gradient.tolist()
        assert back.gradient.at(Location("w", 1, 0, 1)) == 8

    def test_a_batch_averages(self):
        # The same example again with the target 5: C_0 = 1 too, and every derivative has the other sign.
        parameters, x, y = (
            Parameters(self.spec, self.theta),
            self.x.repeat(2, axis=0),
            np.array([[3.0], [5.0]]),
        )
        assert mean_cost(parameters, x, y) == 1
        assert not gradient_of(parameters, x, y).any()


class TestFromTheBook:
    """M. Mazur, *A Step by Step Backpropagation Example* (2015): 2-2-2, sigmoid, ½ Σ (a − y)²."""

    spec = NetworkSpec.build(2, (2,), 2, cost="half_squared")
    # w1 … w4 lead to h1, h1, h2, h2, and w5 … w8 to o1, o1, o2, o2; both neurons of a layer share a bias.
    theta = np.array([0.15, 0.25, 0.20, 0.30, 0.35, 0.35, 0.40, 0.50, 0.45, 0.55, 0.60, 0.60])
    x, y = np.array([[0.05, 0.10]]), np.array([[0.01, 0.99]])

    def test_forward(self):
        parameters = Parameters(self.spec, self.theta)
        passed = passes.forward(parameters, self.x)
        np.testing.assert_allclose(passed.z[1][0, 0], 0.3775, rtol=1e-9)
        np.testing.assert_allclose(passed.a[1], [[0.593269992, 0.596884378]], rtol=1e-8)
        np.testing.assert_allclose(passed.a[2], [[0.75136507, 0.772928465]], rtol=1e-8)
        assert mean_cost(parameters, self.x, self.y) == pytest.approx(0.298371109, abs=1e-9)

    def test_one_update_of_the_weights(self):
        parameters = Parameters(self.spec, self.theta)
        gradient = gradient_of(parameters, self.x, self.y)
        assert gradient[6] == pytest.approx(0.082167041, abs=1e-9)  # ∂E/∂w5
        after = (self.theta - 0.5 * gradient)[self.spec.weight_mask()]
        # In his order w1, w3, w2, w4, then w5, w7, w6, w8.
        first = [0.149780716, 0.24975114, 0.19956143, 0.29950229]
        second = [0.35891648, 0.511301270, 0.408666186, 0.561370121]
        np.testing.assert_allclose(after, first + second, atol=1e-8)


class TestCentralDifferences:
    @any_spec
    def test_every_legal_pair(self, spec):
        assert_agrees_with_differences(*away_from_kinks(spec, 4))

    @any_spec
    def test_with_masks(self, spec):
        parameters, x, y = away_from_kinks(spec, 4)
        random = np.random.default_rng(3)
        dropped = 2.0 * random.integers(0, 2, (4, 4))  # dropout: each example its own
        switched_off = np.array([1, 0, 1, 1, 0.5, 1])  # a neuron switched off, another one halved
        assert_agrees_with_differences(parameters, x, y, {1: dropped, 2: switched_off})

    @pytest.mark.parametrize("output", ["identity", "sigmoid", "tanh", "relu"])
    def test_with_an_output_switched_off(self, output):
        spec = NetworkSpec.build(5, (4,), 3, "tanh", output, "squared")
        assert_agrees_with_differences(*away_from_kinks(spec, 4), {2: np.array([1.0, 0.0, 1.0])})

    @pytest.mark.parametrize(("output", "cost"), LEGAL)
    def test_without_a_hidden_layer(self, output, cost):
        assert_agrees_with_differences(*away_from_kinks(NetworkSpec.build(6, (), 4, "relu", output, cost), 3))

    # A single softmax output is 1 whatever comes in: there is no gradient to compare with.
    @pytest.mark.parametrize(("output", "cost"), [pair for pair in LEGAL if pair[0] != "softmax"])
    def test_a_single_chain_of_neurons(self, output, cost):
        assert_agrees_with_differences(
            *away_from_kinks(NetworkSpec.build(1, (1, 1), 1, "tanh", output, cost), 2)
        )

    def test_inputs_too(self):
        spec = NetworkSpec.build(3, (4,), 2, "tanh", "softmax", "cross_entropy")
        parameters, x, y = away_from_kinks(spec, 1)
        back = passes.backward(parameters, passes.forward(parameters, x), y)
        step = 1e-5 * np.eye(3)
        wiggled = [(mean_cost(parameters, x + d, y) - mean_cost(parameters, x - d, y)) / 2e-5 for d in step]
        np.testing.assert_allclose(back.dC_da[0][0], wiggled, rtol=1e-7, atol=1e-9)


class TestRules:
    @any_spec
    def test_shapes(self, spec):
        parameters, (x, y) = random_parameters(spec), random_batch(spec, 7)
        passed = passes.forward(parameters, x)
        back = passes.backward(parameters, passed, y)
        for layer, n in enumerate(spec.sizes):
            assert passed.a[layer].shape == (7, n)
            assert layer == 0 or passed.z[layer].shape == back.delta[layer].shape == (7, n)
            assert layer not in back.dC_da or back.dC_da[layer].shape == (7, n)
        assert sorted(passed.z) == sorted(back.delta) == list(spec.layers)
        assert back.gradient.theta.shape == parameters.theta.shape

    @any_spec
    def test_under_softmax_the_derivative_by_the_outputs_is_left_out(self, spec):
        parameters, (x, y) = random_parameters(spec), random_batch(spec, 2)
        back = passes.backward(parameters, passes.forward(parameters, x), y)
        assert (spec.depth in back.dC_da) is (spec.cost != "cross_entropy")

    @pytest.mark.parametrize("cost", ["cross_entropy", "binary_cross_entropy"])
    def test_delta_of_the_cross_entropies_is_exactly_output_minus_target(self, cost):
        spec = next(s for s in SPECS if s.cost == cost)
        parameters, (x, y) = random_parameters(spec, spread=50), random_batch(spec, 5)
        passed = passes.forward(parameters, x)
        back = passes.backward(parameters, passed, y)
        np.testing.assert_array_equal(back.delta[spec.depth], passed.a[spec.depth] - y)

    @pytest.mark.parametrize("cost", ["cross_entropy", "binary_cross_entropy"])
    def test_cross_entropies_neither_overflow_nor_lose_the_gradient(self, cost):
        spec = NetworkSpec.build(
            2, (), 2, output="softmax" if cost == "cross_entropy" else "sigmoid", cost=cost
        )
        parameters = Parameters(spec, np.array([-1e200, 1e200, 0, 0, 0, 0]))
        x, y = np.array([[1.0, 0.0]]), np.array([[1.0, 0.0]])  # as sure and as wrong as can be
        with np.errstate(over="raise", invalid="raise", divide="raise"):
            assert np.isfinite(mean_cost(parameters, x, y))
            np.testing.assert_array_equal(gradient_of(parameters, x, y), [-1, 1, 0, 0, -1, 1])

    @given(n=st.integers(1, 6), seed=st.integers(0, 1000), spec=st.sampled_from(SPECS))
    def test_the_gradient_of_a_batch_is_the_mean_of_its_examples(self, n, seed, spec):
        parameters, (x, y) = random_parameters(spec, seed), random_batch(spec, n, seed)
        single = [gradient_of(parameters, x[i : i + 1], y[i : i + 1]) for i in range(n)]
        np.testing.assert_allclose(gradient_of(parameters, x, y), np.mean(single, axis=0), atol=1e-12)

    @any_spec
    def test_nothing_that_was_handed_over_is_changed(self, spec):
        parameters, (x, y) = random_parameters(spec), random_batch(spec, 3)
        before = [array.copy() for array in (parameters.theta, x, y)]
        for array in (parameters.theta, x, y):
            array.flags.writeable = False  # shared numbers are read-only
        gradient_of(parameters, x, y, {1: np.ones(4)})
        for array, copy in zip((parameters.theta, x, y), before, strict=True):
            np.testing.assert_array_equal(array, copy)

    @any_spec
    def test_a_mask_of_ones_changes_nothing(self, spec):
        parameters, (x, y) = random_parameters(spec), random_batch(spec, 3)
        ones = {layer: np.ones(n) for layer, n in enumerate(spec.sizes)}
        np.testing.assert_allclose(
            gradient_of(parameters, x, y, ones), gradient_of(parameters, x, y), rtol=1e-12
        )

    def test_a_neuron_switched_off_gives_and_gets_nothing(self):
        spec = SPECS[0]
        parameters, (x, y) = random_parameters(spec), random_batch(spec, 3)
        masks = {1: np.array([1.0, 0.0, 1.0, 1.0])}
        passed = passes.forward(parameters, x, masks)
        gradient = passes.backward(parameters, passed, y, masks).gradient
        assert not passed.a[1][:, 1].any()
        assert not gradient.weights(1)[1].any()  # what leads to it
        assert not gradient.weights(2)[:, 1].any()  # what leads away from it

    @pytest.mark.parametrize("dtype", [np.float32, np.float64])
    def test_precision_is_kept(self, dtype):
        spec = next(s for s in SPECS if s.cost == "half_squared")
        parameters, (x, y) = random_parameters(spec).astype(dtype), random_batch(spec, 3)
        passed = passes.forward(parameters, x.astype(dtype))
        back = passes.backward(parameters, passed, y.astype(dtype))
        arrays = [*passed.z.values(), *passed.a.values(), *back.delta.values(), back.gradient.theta]
        assert {array.dtype for array in arrays} == {np.dtype(dtype)}
