import dataclasses

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import random_parameters

from nnviz.core.network import INITIALIZATIONS, Location, NetworkSpec, Parameters, initialize
from nnviz.errors import SpecError

DEFAULT = NetworkSpec.build(784, (16, 16), 10)


def specs(most=8):
    sizes = st.lists(st.integers(1, most), min_size=2, max_size=5).map(tuple)
    return sizes.map(lambda s: NetworkSpec.build(s[0], s[1:-1], s[-1]))


class TestSpec:
    def test_the_networks_parameters_are_13002(self):
        weights = [DEFAULT.weight_count(layer) for layer in DEFAULT.layers]
        assert weights == [12_544, 256, 160]
        assert sum(weights) == DEFAULT.weight_mask().sum() == 12_960
        assert (~DEFAULT.weight_mask()).sum() == 42
        assert DEFAULT.parameter_count == 13_002
        assert DEFAULT.offsets == (0, 785 * 16, 785 * 16 + 17 * 16, 13_002)

    def test_says_its_shape(self):
        assert str(DEFAULT) == "784-16-16-10"
        assert (DEFAULT.depth, list(DEFAULT.layers)) == (3, [1, 2, 3])

    def test_hidden_layers_share_an_activation(self):
        spec = NetworkSpec.build(2, (3, 4), 5, "relu", "softmax", "cross_entropy")
        assert spec.activations == ("relu", "relu", "softmax")
        assert [spec.activation(layer).name for layer in spec.layers] == ["relu", "relu", "softmax"]
        assert spec.cost_function.name == "cross_entropy"

    def test_may_have_no_hidden_layer(self):
        spec = NetworkSpec.build(784, (), 10)
        assert (spec.sizes, spec.activations, spec.parameter_count) == ((784, 10), ("sigmoid",), 7850)

    def test_cannot_be_changed(self):
        with pytest.raises(dataclasses.FrozenInstanceError):
            DEFAULT.cost = "half_squared"

    def test_equal_descriptions_are_equal(self):
        again = NetworkSpec.build(784, (16, 16), 10)
        assert again == DEFAULT
        assert hash(again) == hash(DEFAULT)

    @pytest.mark.parametrize(
        ("sizes", "activations", "cost", "sentence", "field"),
        [
            ((4,), (), "squared", "at least one neuron", "hidden"),
            ((4, 0, 2), ("relu", "relu"), "squared", "at least one neuron", "hidden"),
            ((4, 3, 2), ("relu",), "squared", "needs one activation", "activation"),
            ((4, 3, 2), ("softmax", "relu"), "squared", "softmax can only stand at the output", "activation"),
            ((4, 3, 2), ("swish", "relu"), "squared", "is not known here", "activation"),
            ((4, 3, 2), ("relu", "swish"), "squared", "is not known here", "output"),
            ((4, 3, 2), ("relu", "relu"), "hinge", "is not known here", "cost"),
            ((4, 3, 2), ("relu", "relu"), "cross_entropy", "needs the output activation softmax", "cost"),
        ],
    )
    def test_what_cannot_be_built_is_refused(self, sizes, activations, cost, sentence, field):
        with pytest.raises(SpecError, match=sentence) as caught:
            NetworkSpec(sizes, activations, cost)
        assert caught.value.field == field


class TestLocations:
    def test_a_row_of_a_block_holds_what_leaves_one_neuron(self):
        # 2-3-1: the block of layer 1 has the rows k = 0, k = 1, biases; that of layer 2 k = 0, 1, 2, bias.
        spec = NetworkSpec.build(2, (3,), 1)
        assert spec.index(Location("w", 1, 0, 0)) == 0
        assert spec.index(Location("w", 1, 2, 0)) == 2
        assert spec.index(Location("w", 1, 0, 1)) == 3
        assert spec.index(Location("b", 1, 0)) == 6
        assert spec.index(Location("w", 2, 0, 0)) == 9
        assert spec.index(Location("b", 2, 0)) == 12

    @given(specs())
    def test_index_and_locate_are_inverse(self, spec):
        locations = [spec.locate(i) for i in range(spec.parameter_count)]
        assert [spec.index(location) for location in locations] == list(range(spec.parameter_count))
        assert len(set(locations)) == spec.parameter_count

    @given(specs())
    def test_the_mask_knows_weights_from_biases(self, spec):
        kinds = [spec.locate(i).kind == "w" for i in range(spec.parameter_count)]
        assert spec.weight_mask().tolist() == kinds

    @pytest.mark.parametrize(
        "location",
        [
            Location("w", 0, 0, 0),
            Location("b", 0, 0),
            Location("w", 4, 0, 0),
            Location("b", 4, 0),
            Location("w", 1, 16, 0),
            Location("w", 1, -1, 0),
            Location("w", 1, 0, 784),
            Location("w", 1, 0, -1),
            Location("w", 1, 0),
            Location("b", 1, 16),
            Location("a", 1, 0, 0),
        ],
    )
    def test_no_such_parameter(self, location):
        with pytest.raises(SpecError, match="no parameter"):
            DEFAULT.index(location)

    @pytest.mark.parametrize("index", [-1, 13_002])
    def test_no_such_component(self, index):
        with pytest.raises(SpecError, match="13002 components"):
            DEFAULT.locate(index)


class TestParameters:
    @given(specs())
    def test_blocks_weights_and_biases_are_views_of_one_vector(self, spec):
        theta = np.arange(spec.parameter_count, dtype=np.float64)
        parameters = Parameters(spec, theta)
        for layer in spec.layers:
            assert parameters.blocks[layer].shape == (spec.sizes[layer - 1] + 1, spec.sizes[layer])
            assert parameters.weights(layer).shape == (spec.sizes[layer], spec.sizes[layer - 1])
            assert parameters.biases(layer).shape == (spec.sizes[layer],)
            for view in (parameters.blocks[layer], parameters.weights(layer), parameters.biases(layer)):
                assert np.shares_memory(view, theta)
        for location in map(spec.locate, range(spec.parameter_count)):
            assert parameters.at(location) == spec.index(location) == _by_view(parameters, location)

    def test_a_change_of_the_vector_is_seen_in_the_views(self):
        parameters = Parameters(DEFAULT, np.zeros(13_002))
        parameters.theta[DEFAULT.index(Location("w", 2, 3, 5))] = 7
        assert parameters.weights(2)[3, 5] == 7
        parameters.biases(3)[9] = 8
        assert parameters.theta[-1] == 8

    def test_another_precision_is_a_copy(self):
        parameters = Parameters(DEFAULT, np.zeros(13_002, np.float32))
        copy = parameters.astype(np.float64)
        copy.theta[0] = 1
        assert (copy.theta.dtype, parameters.theta[0]) == (np.float64, 0)

    def test_the_wrong_number_of_components_is_refused(self):
        with pytest.raises(SpecError, match=r"a 784-16-16-10 network has 13,002 parameters, not 13,001"):
            Parameters(DEFAULT, np.zeros(13_001))

    @pytest.mark.parametrize(("value", "finite"), [(1e38, True), (np.inf, False), (np.nan, False)])
    def test_knows_when_it_has_run_away(self, value, finite):
        parameters = random_parameters(DEFAULT)
        parameters.theta[77] = value
        assert parameters.finite is finite


class TestInitialize:
    @pytest.mark.parametrize(
        ("scheme", "variances"),
        [
            ("scaled", (1 / 784, 1 / 400)),
            ("normal", (1, 1)),
            ("he", (2 / 784, 2 / 400)),
            ("glorot", (2 / (784 + 400), 2 / (400 + 100))),
            ("zeros", (0, 0)),
        ],
    )
    def test_weights_spread_as_the_scheme_says(self, scheme, variances):
        parameters = initialize(NetworkSpec.build(784, (400,), 100), scheme)
        for layer, variance in enumerate(variances, 1):
            weights = parameters.weights(layer)
            assert weights.std() == pytest.approx(np.sqrt(variance), rel=0.02)
            assert weights.mean() == pytest.approx(0, abs=5 * np.sqrt(variance / weights.size))

    @pytest.mark.parametrize("scheme", INITIALIZATIONS)
    def test_biases_begin_at_zero_but_for_normal(self, scheme):
        parameters = initialize(NetworkSpec.build(5, (400,), 3), scheme)
        if scheme == "normal":
            assert parameters.biases(1).std() == pytest.approx(1, rel=0.1)
        else:
            assert not parameters.biases(1).any()

    @pytest.mark.parametrize("scheme", INITIALIZATIONS)
    def test_the_same_seed_gives_the_same_numbers(self, scheme):
        first, again, other = (initialize(DEFAULT, scheme, seed).theta for seed in (3, 3, 4))
        np.testing.assert_array_equal(first, again)
        assert first.dtype == np.float32
        assert scheme == "zeros" or (first != other).any()

    def test_numbers_are_those_that_saved_files_mean(self):
        # A file says how its network began by scheme and seed alone.
        numbers = initialize(NetworkSpec.build(2, (), 2), "normal", 7).theta
        np.testing.assert_allclose(
            numbers, [0.3473618, -2.337856, -0.3388578, -0.6830888, 0.6629266, 0.04769583], rtol=1e-6
        )

    @pytest.mark.parametrize(
        ("scheme", "seed", "sentence", "field"),
        [
            ("random", 0, "'random' is not known here; choose one of scaled, normal", "init"),
            ("he", -1, "a seed is a whole number from 0 to .*, not -1", "seed"),
        ],
    )
    def test_what_cannot_be_drawn_is_refused(self, scheme, seed, sentence, field):
        with pytest.raises(SpecError, match=sentence) as caught:
            initialize(DEFAULT, scheme, seed)
        assert caught.value.field == field


def _by_view(parameters, location):
    kind, layer, j, k = location
    return parameters.biases(layer)[j] if kind == "b" else parameters.weights(layer)[j, k]
