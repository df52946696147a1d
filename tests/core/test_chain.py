"""The chain of single neurons, against an example worked by hand and against shrinking nudges."""

import math

import numpy as np
import pytest
import samples
from hypothesis import given, settings
from hypothesis import strategies as st

from nnviz.core.chain import chain, is_chain, quantities
from nnviz.core.explain import Quantity
from nnviz.core.network import Location, NetworkSpec, Parameters
from nnviz.core.steps import Trace

PAIRS = [(hidden, output, cost) for hidden in samples.HIDDEN for output, cost in samples.LEGAL]


def made(spec: NetworkSpec, theta: list[float], x: float, y: float) -> Trace:
    return Trace.of(Parameters(spec, np.array(theta)), np.array([x]), np.array([y]))


def by_hand() -> Trace:
    """1-1-1 with identities: x = 2, w1 = 3, b1 = 1, w2 = −1, b2 = 4, y = 0.

    z1 = 3·2 + 1 = 7 = a1;  z2 = −1·7 + 4 = −3 = a2;  C = (−3 − 0)² = 9.
    """
    spec = NetworkSpec.build(1, (1,), 1, "identity", "identity")
    return made(spec, [3.0, 1.0, -1.0, 4.0], 2.0, 0.0)


def test_hand_worked_values_and_nudge():
    # w1 + 0.5 = 3.5: z1 = a1 = 8, z2 = a2 = −4, C = 16.
    nudged = chain(by_hand(), Location("w", 1, 0, 0), 0.5)
    values = {link.quantity: (link.value, link.nudged) for link in nudged.links}
    assert values[Quantity("z", 1, 0)] == (7.0, 8.0)
    assert values[Quantity("a", 1, 0)] == (7.0, 8.0)
    assert values[Quantity("z", 2, 0)] == (-3.0, -4.0)
    assert values[Quantity("C", 2, 0)] == (9.0, 16.0)
    assert values[Quantity("w", 2, 0, 0)] == (-1.0, -1.0)
    # Δz1/Δw1 = 1/0.5 = 2, Δa1/Δz1 = 1, Δz2/Δa1 = −1, Δa2/Δz2 = 1, ΔC/Δa2 = 7/−1 = −7.
    assert [ratio.quotient for ratio in nudged.ratios] == [2.0, 1.0, -1.0, 1.0, -7.0]
    # x = 2, σ' = 1, w2 = −1, σ' = 1, 2(a − y) = −6.
    assert [ratio.derivative for ratio in nudged.ratios] == [2.0, 1.0, -1.0, 1.0, -6.0]
    assert (nudged.whole.quotient, nudged.whole.derivative) == (14.0, 12.0)


def test_hand_worked_sigmoid():
    # One neuron: w = 2, b = −1, x = 0.5: z = 0, a = ½, σ' = ¼; y = 1: C = ¼, ∂C/∂a = −1, ∂C/∂w = 0.5·¼·(−1).
    worked = chain(made(NetworkSpec.build(1, (), 1), [2.0, -1.0], 0.5, 1.0), Location("w", 1, 0, 0), 1e-3)
    assert worked.link(Quantity("C", 1, 0)).value == 0.25
    assert [ratio.derivative for ratio in worked.ratios] == [0.5, 0.25, -1.0]
    assert worked.whole.derivative == -0.125
    assert worked.whole.quotient == pytest.approx(-0.125, rel=1e-3)


def test_a_bias_begins_with_one():
    nudged = chain(by_hand(), Location("b", 2, 0), 0.1)
    assert [ratio.derivative for ratio in nudged.ratios] == [1.0, 1.0, -6.0]
    assert nudged.ratios[0].equals is None


def test_a_nudge_of_nothing_has_no_quotients():
    still = chain(by_hand(), Location("w", 2, 0, 0), 0.0)
    assert all(ratio.quotient is None for ratio in (*still.ratios, still.whole))
    assert still.whole.derivative == -6.0 * 7.0


def test_a_dead_relu_ends_the_nudge():
    spec = NetworkSpec.build(1, (1,), 1, "relu", "identity")
    dead = chain(made(spec, [1.0, -5.0, 1.0, 0.0], 1.0, 1.0), Location("w", 1, 0, 0), 0.1)
    assert dead.ratios[1].derivative == dead.ratios[1].quotient == 0.0
    assert dead.ratios[2].quotient is None  # nothing arrives
    assert dead.whole.derivative == dead.whole.quotient == 0.0


def test_a_switched_off_neuron_multiplies_by_zero():
    spec = NetworkSpec.build(1, (1,), 1)
    parameters = samples.random_parameters(spec)
    trace = Trace.of(parameters, np.ones(1), np.ones(1), {1: np.zeros(1, np.float32)})
    assert chain(trace, Location("w", 1, 0, 0), 0.1).ratios[1].derivative == 0.0


def test_only_a_chain_is_one(tiny_dataset):
    assert is_chain(NetworkSpec.build(1, (1, 1), 1))
    wide = NetworkSpec.build(1, (2,), 1)
    assert not is_chain(wide)
    with pytest.raises(ValueError, match="no chain"):
        chain(Trace.of(samples.random_parameters(wide), np.ones(1), np.ones(1)), Location("b", 1, 0), 0.1)


def test_names_from_left_to_right():
    kinds = [quantity.kind for quantity in quantities(NetworkSpec.build(1, (1,), 1))]
    assert kinds == ["a", "w", "b", "z", "a", "w", "b", "z", "a", "y", "C"]


@pytest.mark.parametrize(("hidden", "output", "cost"), PAIRS)
@settings(max_examples=4)  # for each of 56 networks
@given(seed=st.integers(0, 10_000), layer=st.integers(1, 3), kind=st.sampled_from(["w", "b"]))
def test_factors_multiply_and_quotients_approach(hidden, output, cost, seed, layer, kind):
    spec = NetworkSpec.build(1, (1, 1), 1, hidden, output, cost)
    parameters, (x, y) = samples.random_parameters(spec, seed, 1.0), samples.random_batch(spec, 1, seed)
    trace = Trace.of(parameters, x[0], y[0])
    nudge = Location("w", layer, 0, 0) if kind == "w" else Location("b", layer, 0)
    product = math.prod(r.derivative for r in chain(trace, nudge, 0.1).ratios)
    assert product == pytest.approx(trace.gradient.at(nudge), rel=1e-9, abs=1e-15)
    if "relu" in (hidden, output) and min(abs(float(z[0])) for z in trace.z.values()) < 0.1:
        return  # a nudge over the kink is no derivative
    near = chain(trace, nudge, 1e-6)
    for ratio in (*near.ratios, near.whole):
        if ratio.quotient is not None and abs(near.link(ratio.cause).change) > 1e-10:
            assert ratio.quotient == pytest.approx(ratio.derivative, rel=1e-3, abs=1e-3)
    known = [r.quotient for r in near.ratios]
    if None not in known and near.whole.quotient is not None:
        assert math.prod(known) == pytest.approx(near.whole.quotient, rel=1e-6, abs=1e-12)
