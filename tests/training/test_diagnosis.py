"""What a network suffers from, on networks made to suffer from just that."""

import numpy as np
import pytest
from samples import tiny_dataset

from nnviz.core.network import NetworkSpec, Parameters, initialize
from nnviz.core.passes import backward, forward, masks_of
from nnviz.training.diagnosis import MOST_EXAMPLES, Finding, diagnose
from nnviz.wording.diagnosis import already_so, finding_advice, finding_sentence, healthy_sentence

DATA = tiny_dataset(n=200, n_inputs=6).train


def made(activation="sigmoid", hidden=(8, 8), output="sigmoid", cost="squared", scheme="scaled"):
    spec = NetworkSpec.build(6, hidden, 3, activation, output, cost)
    parameters = initialize(spec, scheme, 1)
    return Parameters(spec, parameters.theta.copy())


def look(parameters, masks=None):
    return diagnose(parameters, DATA.x, DATA.targets, masks)


def kinds(health):
    return [(finding.kind, finding.layer) for finding in health.findings]


def test_an_ordinary_network_is_well():
    for activation, scheme in (("sigmoid", "scaled"), ("tanh", "glorot"), ("relu", "he")):
        health = look(made(activation, scheme=scheme))
        assert health.findings == ()
        assert "200" in healthy_sentence(health)


def test_a_bias_far_below_zero_kills_a_relu():
    parameters = made("relu", scheme="he")
    parameters.biases(2)[:3] = -100
    health = look(parameters)
    assert kinds(health) == [("dead", 2)]
    assert (health.findings[0].count, health.findings[0].of) == (3 + _dead_before(), 8)
    assert "dead" in finding_sentence(parameters.spec, health.findings[0])
    assert "He's" in finding_advice(health.findings[0])


def test_through_a_layer_that_is_all_dead_no_gradient_comes_and_that_is_no_news():
    parameters = made("relu", scheme="he")
    parameters.blocks[2][-1] = -1e6
    health = look(parameters)
    assert kinds(health) == [("dead", 2)]
    assert health.layers[0].gradient == 0


def _dead_before():
    return look(made("relu", scheme="he")).layers[1].dead


def test_a_few_dead_ones_are_counted_but_not_worth_a_word():
    parameters = made("relu", hidden=(20,), scheme="he")
    parameters.biases(1)[0] = -100
    health = look(parameters)
    assert health.layers[0].dead == 1 + look(made("relu", hidden=(20,), scheme="he")).layers[0].dead
    assert health.findings == ()


def test_a_neuron_switched_off_is_not_counted():
    parameters = made("relu", scheme="he")
    parameters.biases(2)[:3] = -100
    health = look(parameters, masks_of(parameters.spec, [(2, 0), (2, 1), (2, 2)]))
    assert health.layers[1].neurons == 5
    assert kinds(health) == []


@pytest.mark.parametrize("activation", ["sigmoid", "tanh"])
def test_large_weights_saturate(activation):
    parameters = made(activation)
    parameters.blocks[1][:] *= 1000
    health = look(parameters)
    assert ("saturated", 1) in kinds(health)
    assert health.layers[0].saturated >= 6
    assert "saturated" in finding_sentence(parameters.spec, health.findings[0])


def test_an_output_at_an_end_counts_only_where_it_is_wrong():
    right = made(hidden=(8,))
    right.weights(2)[:] = 0
    right.biases(2)[:] = -20  # 0 for every example: wrong for those of its own class
    assert kinds(look(right))[0] == ("stuck", 2)
    easy = made(hidden=(8,), cost="binary_cross_entropy")
    easy.weights(2)[:] *= 0.1
    easy.biases(2)[:] = -20  # δ = a − y does without the slope
    assert kinds(look(easy)) == []


def test_a_deep_sigmoid_network_loses_its_gradient():
    parameters = made(hidden=(8,) * 8)
    health = look(parameters)
    (finding,) = health.findings
    assert finding.kind == "vanishing"
    assert finding.ratio < 1e-3
    assert "ReLU" in finding_advice(finding)


def test_a_deep_network_of_large_weights_explodes():
    parameters = made("identity", hidden=(8,) * 6, output="identity", scheme="normal")
    for layer in range(1, 8):
        parameters.weights(layer)[:] *= 1e-9 if layer == 1 else 30  # small forward, large on the way back
        parameters.biases(layer)[:] = 0
    assert [finding.kind for finding in look(parameters).findings] == ["exploding"]


def test_zeros_make_neurons_alike():
    health = look(made(scheme="zeros"))
    assert kinds(health) == [("alike", 1), ("alike", 2)]


def test_what_is_already_so_is_not_advised():
    spec = made().spec
    saturated, vanishing = Finding("saturated", 1, 8, 8), Finding("vanishing", 1, ratio=1e-5)
    assert finding_advice(saturated).startswith("Try a smaller learning rate η, smaller first weights")
    trained, fresh = already_so(spec, "scaled", True), already_so(spec, "scaled", False)
    assert finding_advice(saturated, trained) == "Try a smaller learning rate η or ReLU."
    assert finding_advice(saturated, fresh) == "Try ReLU."
    relu = already_so(made("relu").spec, "he", True)
    assert finding_advice(vanishing, relu) == "Try tanh, Glorot's initialization, or fewer layers."


def test_what_is_no_number_is_found_first():
    parameters = made()
    parameters.biases(2)[0] = np.inf
    parameters.biases(2)[1] = np.nan
    health = look(parameters)
    assert kinds(health) == [("overflow", 2)]
    assert "learning rate" in finding_advice(health.findings[0])


def test_gradients_are_those_of_the_backward_pass():
    parameters = made("tanh")
    health = look(parameters)
    exactly = parameters.astype(np.float64)
    gradient = backward(exactly, forward(exactly, DATA.x), DATA.targets).gradient
    for layer in health.layers:
        expected = np.linalg.norm(gradient.blocks[layer.layer])
        assert layer.gradient == pytest.approx(expected, rel=1e-12)


def test_of_many_examples_it_looks_at_some_from_everywhere():
    many = tiny_dataset(n=3000, n_inputs=6).train
    assert diagnose(made(), many.x, many.targets).examples == MOST_EXAMPLES
    few = tiny_dataset(n=3, n_inputs=6).train
    assert diagnose(made(), few.x, few.targets).examples == 3
