import numpy as np
import pytest
import samples

from nnviz.core.curve import function_curve, is_curve
from nnviz.core.network import NetworkSpec
from nnviz.core.passes import forward, masks_of

PLACES = np.linspace(-3, 3, 41)


@pytest.mark.parametrize("hidden", [(), (5,), (4, 3)])
@pytest.mark.parametrize("output", ["identity", "sigmoid"])
def test_it_is_the_networks_own_function_and_the_pieces_add_up_to_it(hidden, output):
    spec = NetworkSpec.build(1, hidden, 1, "tanh", output)
    parameters = samples.random_parameters(spec)
    curve = function_curve(parameters, PLACES)
    passed = forward(parameters, PLACES[:, None])
    np.testing.assert_array_equal(curve.a, passed.a[spec.depth][:, 0])
    np.testing.assert_allclose(curve.pieces.sum(axis=0) + curve.bias, passed.z[spec.depth][:, 0], atol=1e-14)
    assert curve.pieces.shape == (spec.sizes[-2], len(PLACES))


def test_a_neuron_that_is_off_adds_nothing():
    spec = NetworkSpec.build(1, (5,), 1, "sigmoid", "identity")
    curve = function_curve(samples.random_parameters(spec), PLACES, masks_of(spec, {(1, 3)}))
    assert not curve.pieces[3].any()
    assert curve.pieces[2].any()
    np.testing.assert_allclose(curve.z, curve.pieces.sum(axis=0) + curve.bias)


def test_only_one_number_in_and_one_out_is_a_curve():
    assert is_curve(NetworkSpec.build(1, (4, 4), 1))
    assert not is_curve(NetworkSpec.build(2, (4,), 1))
    assert not is_curve(NetworkSpec.build(1, (4,), 2))
