"""``explain --parameter``: the same derivation as in the window, as text and as JSON."""

import json

import pytest

from nnviz import data
from nnviz.cli import main
from nnviz.core.check import check
from nnviz.core.explain import Quantity, explain_parameter
from nnviz.core.network import Location, NetworkSpec, initialize
from nnviz.core.paths import effect
from nnviz.core.steps import Trace
from nnviz.wording import number
from nnviz.wording.chain_rule import chain_rule_pieces, chain_rule_steps, pieces_text
from nnviz.wording.check import difference_text

SMALL = ("explain", "--data", "digits8", "--hidden", "5,4", "--seed", "2", "--example", "3")


@pytest.fixture(scope="module")
def trace():
    spec = NetworkSpec.build(64, (5, 4), 10)
    return Trace.of(initialize(spec, "scaled", 2), *data.load("digits8").train.example(3))


def text(capsys, *arguments):
    assert main([*SMALL, *arguments]) == 0
    return capsys.readouterr().out


def test_a_weight_as_text(capsys, trace):
    said = text(capsys, "--parameter", "w 2 3 4")
    explained = explain_parameter(trace, Location("w", 2, 3, 4))
    rule, equal = (pieces_text(line) for line in chain_rule_pieces(trace.spec, explained))
    for line in (
        rule,
        equal,
        *chain_rule_steps(explained),
        difference_text(check(trace, Quantity("w", 2, 3, 4))),
    ):
        assert line in said
    assert "✓ agrees" in said
    assert f"sum = {number(effect(trace, Quantity('dC_da', 2, 3)).value)}" in said
    assert said.startswith("Weight from neuron 4, first hidden layer to neuron 3, second hidden layer")


def test_the_recursion_is_written_out_until_the_cost(capsys):
    said = text(capsys, "--parameter", "w 1 3 20")
    assert "the cost gives: 2 · (" in said
    assert said.count("sum = ") == 2


def test_several_are_written_one_after_the_other(capsys):
    said = text(capsys, "--parameter", "b 2 3", "--parameter", "a 1 4", "--parameter", "a 0 20")
    assert said.count("Δ = 10⁻⁶") == 3
    assert "Activation of neuron 4, first hidden layer: a⁽¹⁾₄ =" in said


def test_the_same_as_json(capsys, trace):
    said = json.loads(text(capsys, "--parameter", "w 2 3 4", "--parameter", "a 1 4", "--json"))
    weight, activation = said["derivations"]
    explained = explain_parameter(trace, Location("w", 2, 3, 4))
    assert weight["derivative"] == explained.derivative == said["dC_dw"][1][3][4]
    assert [factor["value"] for factor in weight["factors"]] == [f.value for f in explained.factors]
    assert weight["check"]["verdict"] == "agree"
    assert activation["derivative"] == said["dC_da"][0][4]
    assert sum(activation["effect"]["paths"]) == pytest.approx(activation["derivative"])
    assert "derivations" not in json.loads(text(capsys, "--json"))


def test_softmax_reports_no_effect_of_a_single_output(capsys):
    names = ("--output", "softmax", "--cost", "cross_entropy", "--parameter", "a 3 2")
    said = json.loads(text(capsys, *names, "--json"))["derivations"][0]
    assert said["derivative"] is None
    assert "check" not in said
    assert said["effect"]["value"] == pytest.approx(sum(said["effect"]["paths"]))
    assert "Σᵢ" in text(capsys, *names)


@pytest.mark.parametrize(
    "wrong",
    ["", "w", "w 2 3", "w 2 3 4 5", "b 2 x", "b 9 0", "w 2 4 0", "w 2 0 5", "a 1 5", "a 4 0", "z 1 1"],
)
def test_what_does_not_exist_is_refused_in_one_sentence(capsys, wrong):
    assert main([*SMALL, "--parameter", wrong]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("nnviz explain: --parameter: ")
    assert said.err.count("\n") == 1
