import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import LEGAL

from nnviz.core.functions import ACTIVATIONS, COSTS, check_known, check_pair, log_softmax, sigmoid, softmax
from nnviz.errors import SpecError

DIFFERENTIABLE = [f for f in ACTIVATIONS.values() if f.derivative is not None]
HUGE = np.array([-1e300, -1e8, -800.0, -30.0, 0.0, 30.0, 800.0, 1e8, 1e300])

# The outputs and the digit of the mission: a network that has not learned anything yet, shown a 3.
OUTPUTS = np.array([0.43, 0.28, 0.19, 0.88, 0.72, 0.01, 0.64, 0.86, 0.99, 0.63])
THREE = np.eye(10)[3]


def finite(z):
    return st.floats(-z, z, allow_subnormal=False)


def by_name(item):
    return item.name


class TestActivations:
    @pytest.mark.parametrize(
        ("name", "z", "a", "slope"),
        [
            ("identity", -2.5, -2.5, 1),
            ("sigmoid", 0, 0.5, 0.25),
            ("sigmoid", np.log(3), 0.75, 0.1875),  # 1/(1 + 1/3), and ¾ · ¼
            ("sigmoid", -np.log(3), 0.25, 0.1875),
            ("tanh", 0, 0, 1),
            ("tanh", np.log(2), 0.6, 0.64),  # (2 − ½)/(2 + ½), and 1 − 0.6²
            ("relu", 2.5, 2.5, 1),
            ("relu", -2.5, 0, 0),
            ("relu", 0, 0, 0),
        ],
    )
    def test_have_the_values_and_slopes_worked_by_hand(self, name, z, a, slope):
        function, z = ACTIVATIONS[name], np.array([z], float)
        np.testing.assert_allclose(function.value(z), [a], rtol=1e-15)
        np.testing.assert_allclose(function.derivative(z, function.value(z)), [slope], rtol=1e-15)

    def test_softmax_gives_shares(self):
        np.testing.assert_allclose(softmax(np.log([1.0, 2.0, 5.0])), [1 / 8, 2 / 8, 5 / 8])

    @pytest.mark.parametrize("function", DIFFERENTIABLE, ids=by_name)
    def test_slope_is_what_a_small_step_finds(self, function):
        z, step = np.linspace(-4, 4, 80), 1e-6  # an even count of points leaves out ReLU's kink
        wiggled = (function.value(z + step) - function.value(z - step)) / (2 * step)
        np.testing.assert_allclose(function.derivative(z, function.value(z)), wiggled, atol=1e-9)

    @pytest.mark.parametrize("function", ACTIVATIONS.values(), ids=by_name)
    def test_stay_in_their_range_however_large_z_is(self, function):
        with np.errstate(over="raise", invalid="raise", divide="raise"):
            a = function.value(HUGE)
        assert np.isfinite(a).all()
        assert function.low is None or a.min() >= function.low
        assert function.high is None or a.max() <= function.high

    @pytest.mark.parametrize("function", ACTIVATIONS.values(), ids=by_name)
    @pytest.mark.parametrize("dtype", [np.float32, np.float64])
    def test_keep_shape_and_precision_and_leave_z_alone(self, function, dtype):
        z = np.linspace(-2, 2, 6, dtype=dtype).reshape(2, 3)
        before = z.copy()
        a = function.value(z)
        assert (a.shape, a.dtype) == (z.shape, dtype)
        assert not np.shares_memory(a, z)
        np.testing.assert_array_equal(z, before)
        if function.derivative is not None:
            slope = function.derivative(z, a)
            assert (slope.shape, slope.dtype) == (z.shape, dtype)

    def test_softmax_has_no_slope_of_its_own(self):
        assert [f.name for f in ACTIVATIONS.values() if f.derivative is None] == ["softmax"]

    @given(st.lists(finite(1e300), min_size=1, max_size=6), finite(1e3))
    def test_softmax_sums_to_one_and_knows_differences_alone(self, z, shift):
        with np.errstate(over="raise", invalid="raise"):
            p = softmax(np.array(z))
        assert p.sum() == pytest.approx(1)
        np.testing.assert_allclose(softmax(np.clip(z, -9, 9) + shift), softmax(np.clip(z, -9, 9)), rtol=1e-9)

    @given(finite(1e300))
    def test_sigmoid_is_symmetric(self, z):
        assert sigmoid(np.array(z)) + sigmoid(np.array(-z)) == pytest.approx(1, abs=1e-15)


class TestCosts:
    def test_the_outputs_of_the_mission_cost_3_3585(self):
        terms = COSTS["squared"].terms(OUTPUTS, OUTPUTS, THREE)
        assert terms.sum() == pytest.approx(3.3585, abs=1e-12)
        # (0.88 − 1)² for the 3 itself; the worst is the 8, (0.99 − 0)².
        assert (terms[3], terms[8]) == (pytest.approx(0.0144), pytest.approx(0.9801))

    def test_one_term_and_its_derivative_worked_by_hand(self):
        a, y = np.array([0.66]), np.array([1.0])
        assert COSTS["squared"].terms(a, a, y)[0] == pytest.approx(0.1156)
        assert COSTS["squared"].by_activation(a, a, y)[0] == pytest.approx(-0.68)

    def test_the_three_squared_costs_differ_by_a_factor(self):
        def cost(name):
            return COSTS[name].terms(OUTPUTS, OUTPUTS, THREE)

        np.testing.assert_allclose(cost("half_squared"), cost("squared") / 2)
        np.testing.assert_allclose(cost("mean_squared"), cost("squared") / 10)

    def test_binary_cross_entropy_worked_by_hand(self):
        # a = ¾ and ¼ from z = ± log 3, wanted 1 and 0: −log ¾ each.
        z, y = np.log([3, 1 / 3]), np.array([1.0, 0.0])
        np.testing.assert_allclose(
            COSTS["binary_cross_entropy"].terms(z, sigmoid(z), y), -np.log([3 / 4] * 2)
        )

    def test_cross_entropy_worked_by_hand(self):
        # p = (⅛, ¼, ⅝) and the last is the right one: −log ⅝, and nothing from the others.
        z, y = np.log([1.0, 2.0, 5.0]), np.array([0.0, 0.0, 1.0])
        np.testing.assert_allclose(COSTS["cross_entropy"].terms(z, softmax(z), y), [0, 0, -np.log(5 / 8)])

    @pytest.mark.parametrize("cost", [c for c in COSTS.values() if c.by_activation is not None], ids=by_name)
    def test_derivative_by_activation_is_what_a_small_step_finds(self, cost):
        a, y, step = np.linspace(0.1, 0.9, 5), np.array([0, 1, 0.5, 1, 0]), 1e-6

        def terms(a):
            return cost.terms(np.log(a / (1 - a)), a, y)  # z matters to the cross-entropy alone

        wiggled = (terms(a + step) - terms(a - step)) / (2 * step)
        np.testing.assert_allclose(
            cost.by_activation(np.log(a / (1 - a)), a, y), wiggled, rtol=1e-7, atol=1e-8
        )

    @pytest.mark.parametrize("name", ["binary_cross_entropy", "cross_entropy"])
    @pytest.mark.parametrize("y", [0.0, 1.0])
    def test_cross_entropies_are_finite_where_the_output_is_exactly_wrong(self, name, y):
        cost, function = COSTS[name], ACTIVATIONS[COSTS[name].outputs[0]]
        a = function.value(HUGE)
        with np.errstate(over="raise", invalid="raise", divide="raise"):
            terms = cost.terms(HUGE, a, np.full_like(HUGE, y))
        assert np.isfinite(terms).all()
        assert (terms >= 0).all()

    def test_binary_cross_entropy_of_a_sure_mistake_is_z_itself(self):
        z = np.array([1e8, -1e8])
        assert COSTS["binary_cross_entropy"].terms(z, sigmoid(z), np.array([0.0, 1.0])).tolist() == [1e8, 1e8]

    def test_log_softmax_keeps_what_softmax_loses(self):
        z = np.array([0.0, -2000.0])
        assert softmax(z)[1] == 0
        assert log_softmax(z)[1] == -2000

    def test_binary_derivative_by_activation_stays_finite(self):
        cost = COSTS["binary_cross_entropy"]
        with np.errstate(over="raise", invalid="raise"):
            for y in (0.0, 1.0, 0.5):
                assert np.isfinite(cost.by_activation(HUGE, sigmoid(HUGE), np.full_like(HUGE, y))).all()

    @pytest.mark.parametrize("name", ["binary_cross_entropy", "cross_entropy"])
    def test_delta_of_cross_entropies_is_exactly_output_minus_target(self, name):
        a, y = np.array([0.25, 0.7]), np.array([1.0, 0.1])
        np.testing.assert_array_equal(COSTS[name].by_weighted_sum(a, y), a - y)

    def test_under_softmax_the_derivative_by_activation_is_not_reported(self):
        assert [c.name for c in COSTS.values() if c.by_activation is None] == ["cross_entropy"]


class TestPairs:
    def test_fourteen_are_legal(self):
        legal = [(output, cost) for output in ACTIVATIONS for cost in COSTS if _accepts(output, cost)]
        assert sorted(legal) == sorted(LEGAL)
        assert len(legal) == 14

    @pytest.mark.parametrize(
        ("output", "cost", "sentence"),
        [
            (
                "softmax",
                "squared",
                "the cost squared needs the output activation identity, sigmoid, tanh or relu, not softmax",
            ),
            (
                "tanh",
                "binary_cross_entropy",
                "binary_cross_entropy needs the output activation sigmoid, not tanh",
            ),
            ("sigmoid", "cross_entropy", "cross_entropy needs the output activation softmax, not sigmoid"),
        ],
    )
    def test_others_are_refused_with_what_would_fit(self, output, cost, sentence):
        with pytest.raises(SpecError, match=sentence) as caught:
            check_pair(output, cost)
        assert caught.value.field == "cost"

    @pytest.mark.parametrize(
        ("output", "cost", "field"), [("swish", "squared", "output"), ("relu", "hinge", "cost")]
    )
    def test_unknown_names_are_refused_with_the_known_ones(self, output, cost, field):
        with pytest.raises(SpecError, match="is not known here; choose one of") as caught:
            check_pair(output, cost)
        assert caught.value.field == field

    def test_a_known_name_passes(self):
        check_known("activation", "relu", ACTIVATIONS)

    @pytest.mark.parametrize("item", [*ACTIVATIONS.values(), *COSTS.values()], ids=by_name)
    def test_all_have_their_definition_as_tex(self, item):
        assert item.tex
        assert item.tex.count("{") == item.tex.count("}")


def _accepts(output, cost):
    try:
        check_pair(output, cost)
    except SpecError:
        return False
    return True
