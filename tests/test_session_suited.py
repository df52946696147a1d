"""Networks that fit other data."""

import pytest

from nnviz.core.network import NetworkSpec
from nnviz.data import load
from nnviz.data.facts import Facts
from nnviz.session.suited import refitted, suited

DIGITS = Facts(784, 10, tuple("0123456789"), (28, 28))
COLORS = Facts(3072, 10, tuple("abcdefghij"), (32, 32, 3))
POINTS = Facts(2, 3, ("A", "B", "C"))
ONE_OUTPUT = Facts(2, 1, ("black", "white"))
CURVE = Facts(1, 1)
ALL = (DIGITS, COLORS, POINTS, ONE_OUTPUT, CURVE)
SOFTMAX = NetworkSpec.build(784, (30,), 10, "relu", "softmax", "cross_entropy")
CLASSIC = NetworkSpec.build(784, (16, 16), 10)


@pytest.mark.parametrize("facts", ALL)
@pytest.mark.parametrize("spec", [SOFTMAX, CLASSIC])
def test_the_same_hidden_layers_between_ends_that_fit(spec, facts):
    found = refitted(spec, facts)
    assert found.sizes == (facts.n_inputs, *spec.sizes[1:-1], facts.n_outputs)
    assert found.activations[:-1] == spec.activations[:-1]


def test_what_fits_already_is_the_very_same():
    assert refitted(SOFTMAX, DIGITS) == SOFTMAX
    assert refitted(CLASSIC, CURVE).activations[-1] == "sigmoid"


def test_an_output_that_could_not_say_it_becomes_one_that_can():
    """Softmax of one output is always 1, and a cross-entropy speaks of classes."""
    found = refitted(SOFTMAX, CURVE)
    assert (found.activations[-1], found.cost) == ("identity", "squared")
    found = refitted(SOFTMAX, ONE_OUTPUT)
    assert (found.activations[-1], found.cost) == ("sigmoid", "binary_cross_entropy")


@pytest.mark.parametrize(
    ("facts", "text", "ending"),
    [
        (DIGITS, "784-16-16-10", ("softmax", "cross_entropy")),
        (COLORS, "3072-64-32-10", ("softmax", "cross_entropy")),
        (POINTS, "2-8-8-3", ("softmax", "cross_entropy")),
        (ONE_OUTPUT, "2-8-8-1", ("sigmoid", "binary_cross_entropy")),
        (CURVE, "1-16-1", ("identity", "squared")),
    ],
)
def test_what_suits(facts, text, ending):
    spec, scheme, rate = suited(facts)
    assert str(spec) == text
    assert (spec.activations[-1], spec.cost) == ending
    bends_apart = "normal" if facts.n_inputs == 1 else "glorot"
    assert scheme == ("he" if "relu" in spec.activations else bends_apart)
    assert 0 < rate <= 0.1


def test_it_learns_points_that_a_line_cannot_part(qtbot, session):
    session.use_data(load("circles"), anew=True)
    assert session.settings.rate == 0.1
    session.set_pace(None)
    session.start()
    qtbot.waitUntil(lambda: session.run_state == "idle", timeout=20_000)
    assert session.metrics[-1].test.accuracy > 0.95


def test_undo_brings_network_and_data_back(session):
    before = session.parameters
    session.use_data(load("sine"), anew=True)
    assert session.spec.sizes == (1, 16, 1)
    session.undo()
    assert session.parameters is before
    assert session.dataset.name == "digits"
