"""What a step did: the prediction is right to first order, the pieces are the whole."""

import numpy as np
import pytest
import samples
from hypothesis import given, settings
from hypothesis import strategies as st

from nnviz.core import passes, step_effect
from nnviz.core.network import Location, NetworkSpec, Parameters
from nnviz.core.step_effect import Effect, Step, costs_along, effect
from nnviz.core.steps import Trace


def stepped(parameters: Parameters, direction: np.ndarray, size: float) -> Step:
    return Step.between(parameters, Parameters(parameters.spec, parameters.theta + size * direction))


def known(spec: NetworkSpec) -> Step:
    before = samples.random_parameters(spec)
    theta = before.theta.copy()
    theta[[3, 7, 11]] += [0.5, -2.0, 1.0]
    return Step.between(before, Parameters(spec, theta))


@pytest.mark.parametrize("spec", samples.SPECS, ids=samples.spec_id)
@settings(max_examples=4)  # for each of 56 networks
@given(seed=st.integers(0, 10_000))
def test_error_of_the_straight_line_is_of_second_order(spec, seed):
    parameters, x, y = samples.away_from_kinks(spec, 4)
    direction = np.random.default_rng(seed).normal(size=spec.parameter_count)
    direction /= np.linalg.norm(direction)
    results = [effect(stepped(parameters, direction, size), x, y) for size in (1e-4, 5e-5)]
    large, small = (abs(result.off) for result in results)
    assert large < 1e-5
    assert small < 0.3 * large + 1e-13  # half the step: a quarter of the error


def test_hand_worked():
    # a = w x + b = 2·3 + 0 = 6, y = 5: C = 1, ∂C/∂w = 2·1·3 = 6, ∂C/∂b = 2.
    spec = NetworkSpec.build(1, (), 1, output="identity")
    step = Step.between(*(Parameters(spec, np.array(theta)) for theta in ([2.0, 0.0], [1.5, 0.5])))
    result = effect(step, np.array([[3.0]]), np.array([[5.0]]))
    # Δθ = (−0.5, 0.5): predicted −3 + 1 = −2; a = 5, C = 0: real −1.
    assert result == Effect(before=1.0, after=0.0, predicted=-2.0)
    assert (result.real, result.off) == (-1.0, 1.0)


def test_chunks_are_the_whole(monkeypatch):
    spec = NetworkSpec.build(5, (4,), 3)
    step, (x, y) = known(spec), samples.random_batch(spec, 25)
    whole = effect(step, x, y)
    monkeypatch.setattr(step_effect, "CHUNK", 4)
    assert effect(step, x, y) == pytest.approx(whole)
    assert effect(step, x, y, stopped=lambda: True) is None


def test_prediction_is_the_gradient_times_the_step():
    spec = NetworkSpec.build(5, (4,), 3)
    step, (x, y) = known(spec), samples.random_batch(spec, 6)
    gradient = passes.backward(step.before, passes.forward(step.before, x), y).gradient.theta
    assert effect(step, x, y).predicted == pytest.approx(float(gradient @ step.change.theta))


def test_masks_hold_for_both_costs():
    spec = NetworkSpec.build(5, (4,), 3)
    step, (x, y) = known(spec), samples.random_batch(spec, 6)
    masks = {1: np.array([0, 1, 1, 1], np.float32)}
    after = passes.forward(step.after, x, masks)
    wanted = passes.costs(spec, after.z[2], after.a[2], y).mean()
    assert effect(step, x, y, masks).after == pytest.approx(float(wanted))


def test_largest_changes():
    spec = NetworkSpec.build(5, (4,), 3)
    step = known(spec)
    largest = step.largest(10)
    assert [spec.index(change.location) for change in largest] == [7, 11, 3]
    assert [change.change for change in largest] == pytest.approx([-2.0, 1.0, 0.5])
    assert step.largest(1) == largest[:1]
    assert step.of(Location("b", 1, 0)).change == 0.0


def test_no_change_has_no_largest():
    parameters = samples.random_parameters(NetworkSpec.build(2, (), 1))
    assert Step.between(parameters, parameters).largest(5) == ()


@pytest.mark.parametrize("spec", samples.SPECS[::3], ids=samples.spec_id)
def test_costs_along_a_direction(spec):
    parameters, (x, y) = samples.random_parameters(spec), samples.random_batch(spec, 1)
    trace = Trace.of(parameters, x[0], y[0])
    lengths = np.array([0.0, -0.1, -1.0])
    costs = costs_along(trace.parameters, trace.gradient, lengths, (x[0], y[0]))
    one_by_one = [
        Trace.of(Parameters(spec, parameters.theta + t * trace.gradient.theta), x[0], y[0]).cost
        for t in lengths
    ]
    assert costs == pytest.approx(one_by_one)
