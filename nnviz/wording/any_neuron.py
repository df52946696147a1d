"""Formulas of any neuron of a layer, with a letter for its index: typeset once for all of them."""

from nnviz.core.network import NetworkSpec
from nnviz.wording.formulas import activation_tex, weighted_sum_tex
from nnviz.wording.notation import activation_symbol_tex, derivative_tex, neuron_index, subscript_tex


def any_neuron_tex(spec: NetworkSpec, layer: int) -> str:
    r"""Return what a neuron computes: a^{(1)}_j = \sigma(\sum_k w^{(1)}_{jk} a^{(0)}_k + b^{(1)}_j)."""
    j = neuron_index(spec, layer)
    total = activation_tex(spec, layer, weighted_sum_tex(spec, layer, j))
    return f"{activation_symbol_tex(spec, layer, j)} = {total}"


def any_derivative_tex(spec: NetworkSpec, layer: int) -> str:
    r"""Return the derivative of the cost by an activation: \partial C_0 / \partial a^{(1)}_j."""
    return derivative_tex(activation_symbol_tex(spec, layer, neuron_index(spec, layer)))


def any_delta_tex(spec: NetworkSpec, layer: int) -> str:
    r"""Return \delta^{(1)}_j."""
    return rf"\delta^{{({layer})}}{subscript_tex(neuron_index(spec, layer))}"


def index_text(spec: NetworkSpec, layer: int, j: int) -> str:
    """Return which neuron of the layer is meant: "j = 3"."""
    return f"{neuron_index(spec, layer)} = {j}"
