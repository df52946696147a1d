import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import HIDDEN, LEGAL, SPECS, away_from_kinks, random_batch, random_parameters, spec_id

from nnviz.core.check import STEPS, TOLERANCE, check, check_network, checkable, derivative_of
from nnviz.core.explain import Quantity
from nnviz.core.network import Location, NetworkSpec, Parameters
from nnviz.core.passes import masks_of
from nnviz.core.steps import Trace

any_spec = pytest.mark.parametrize("spec", SPECS, ids=spec_id)


def quantities(spec):
    for index in range(spec.parameter_count):
        yield Quantity(*spec.locate(index))
    for layer, size in enumerate(spec.sizes):
        yield from (Quantity("a", layer, j) for j in range(size))


def smooth_trace(spec):
    parameters, x, y = away_from_kinks(spec, 1, margin=1e-2)
    return Trace.of(parameters, x[0], y[0])


@any_spec
def test_every_number_agrees_with_its_differences(spec):
    trace = smooth_trace(spec)
    for quantity in quantities(spec):
        if not checkable(trace, quantity):
            continue
        found = check(trace, quantity)
        assert found.verdict in ("agree", "zero", "flat"), (quantity, found)
        assert found.row.central == pytest.approx(found.derivative, rel=TOLERANCE, abs=1e-8)
        assert [row.step for row in found.rows] == list(STEPS)


@given(
    st.lists(st.integers(1, 4), min_size=2, max_size=4),
    st.sampled_from(LEGAL),
    st.sampled_from(HIDDEN),
    st.integers(0, 10_000),
    st.booleans(),
)
def test_random_networks_pass_whole(sizes, pair, hidden, seed, off):
    spec = NetworkSpec(tuple(sizes), (*(hidden for _ in sizes[1:-1]), pair[0]), pair[1])
    x, y = random_batch(spec, 1, seed)
    masks = masks_of(spec, [(1, 0)] if off and len(sizes) > 2 else [])
    found = check_network(Trace.of(random_parameters(spec, seed), x[0], y[0], masks))
    assert found.verdict != "disagree"
    assert found.verdict == "kink" or found.error < TOLERANCE or found.verdict == "flat"


@any_spec
def test_the_whole_check_is_that_of_every_parameter(spec):
    trace = smooth_trace(spec)
    found = check_network(trace)
    numbers = [check(trace, Quantity(*spec.locate(i))).rows[4].central for i in range(spec.parameter_count)]
    exact = trace.gradient.theta
    error = np.linalg.norm(numbers - exact) / (np.linalg.norm(numbers) + np.linalg.norm(exact))
    assert (found.count, found.verdict, found.kinks) == (spec.parameter_count, "agree", 0)
    assert found.error == pytest.approx(error, abs=1e-9)


def test_the_differences_approach_the_derivative_as_their_square():
    trace = smooth_trace(NetworkSpec.build(3, (4,), 2))
    errors = [abs(row.central - c.derivative) for c in [check(trace, Quantity("b", 1, 0))] for row in c.rows]
    assert errors[1] / errors[0] == pytest.approx(0.01, rel=0.1)
    assert errors[2] / errors[1] == pytest.approx(0.01, rel=0.1)


def test_a_wrong_derivative_is_found_out():
    trace = smooth_trace(NetworkSpec.build(3, (4,), 2))
    trace.gradient.theta[5] *= 1.001
    assert check(trace, Quantity(*trace.spec.locate(5))).verdict == "disagree"
    found = check_network(trace)
    assert (found.verdict, found.worst) == ("disagree", trace.spec.locate(5))


def at_kink(z=0.0):
    """One ReLU whose weighted sum is z, on its way to a squared error of slope 4."""
    spec = NetworkSpec.build(1, (1,), 1, "relu", "identity")
    return Trace.of(Parameters(spec, np.array([1.0, z, 2.0, 1.0])), np.zeros(1), np.zeros(1))


def test_a_relu_at_its_kink_is_called_so():
    found = check(at_kink(), Quantity("b", 1, 0))
    assert found.verdict == "kink"
    assert found.derivative == 0 == found.row.left
    assert found.row.right == pytest.approx(4, rel=1e-4)
    assert check_network(at_kink()).verdict == "kink"


def test_a_kink_farther_off_leaves_the_smaller_differences_alone():
    found = check(at_kink(5e-6), Quantity("b", 1, 0))
    assert (found.verdict, found.decides) == ("agree", 5)
    assert found.rows[0].central != pytest.approx(found.derivative, rel=0.1)


def test_a_dead_relu_has_a_gradient_of_zero():
    found = check(at_kink(-1.0), Quantity("b", 1, 0))
    assert (found.verdict, found.derivative, found.row.central) == ("zero", 0, 0)


def test_a_saturated_sigmoid_is_zero_or_too_flat():
    spec = NetworkSpec.build(1, (1,), 1, cost="squared")
    far = Trace.of(Parameters(spec, np.array([0.0, 40.0, 1.0, 0.0])), np.ones(1), np.zeros(1))
    assert check(far, Quantity("b", 1, 0)).verdict == "zero"
    near = Trace.of(Parameters(spec, np.array([0.0, 25.0, 1.0, 0.0])), np.ones(1), np.zeros(1))
    found = check(near, Quantity("b", 1, 0))
    assert found.verdict == "flat"
    assert found.derivative != 0
    assert not found.resolved(found.row)


def test_an_output_of_a_cross_entropy_cannot_be_moved_alone():
    for output, cost in (("sigmoid", "binary_cross_entropy"), ("softmax", "cross_entropy")):
        trace = smooth_trace(NetworkSpec.build(3, (4,), 2, output=output, cost=cost))
        assert not checkable(trace, Quantity("a", 2, 0))
        assert checkable(trace, Quantity("a", 1, 0))


def test_a_derivative_is_found_for_every_kind():
    trace = smooth_trace(NetworkSpec.build(3, (4,), 2))
    assert derivative_of(trace, Quantity("w", 1, 2, 1)) == trace.gradient.at(Location("w", 1, 2, 1))
    assert derivative_of(trace, Quantity("b", 2, 1)) == trace.delta[2][1]
    assert derivative_of(trace, Quantity("a", 1, 3)) == trace.dC_da[1][3]
    assert derivative_of(trace, Quantity("a", 0, 1)) == pytest.approx(
        trace.parameters.weights(1)[:, 1] @ trace.delta[1]
    )


def test_the_whole_check_can_be_ended():
    trace, shares = smooth_trace(NetworkSpec.build(3, (4,), 2)), []

    def go_on(share):
        shares.append(share)
        return len(shares) < 3

    assert check_network(trace, go_on) is None
    assert shares == sorted(shares)
    assert 0 < shares[0] < shares[-1] < 1


def test_a_network_that_is_exactly_right_has_no_gradient():
    trace = smooth_trace(NetworkSpec.build(2, (), 1, output="identity"))
    right = Trace.of(trace.parameters, trace.x, trace.a[1])
    assert right.cost == 0
    assert check(right, Quantity("w", 1, 0, 0)).verdict == "zero"
    assert check_network(right).verdict == "zero"


def test_numbers_beyond_all_bounds_are_called_so():
    spec = NetworkSpec.build(1, (1,), 1, "identity", "identity")
    wild = Trace.of(Parameters(spec, np.array([1e200, 0, 1e200, 0])), np.ones(1), np.zeros(1))
    assert check(wild, Quantity("w", 1, 0, 0)).verdict == "infinite"
    assert check_network(wild).verdict == "infinite"
