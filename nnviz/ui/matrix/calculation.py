"""One layer's calculation as a matrix equation, as far as the cursor has come; without Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from nnviz.core.arrays import Array
from nnviz.core.network import NetworkSpec
from nnviz.core.steps import Phase, PhaseKind
from nnviz.session import Session
from nnviz.ui.matrix.rows import in_rows
from nnviz.ui.matrix.terms import Block, Calculation, Ink, Mode, Sign
from nnviz.wording import (
    activation_symbol_tex,
    activation_tex,
    cost_tex,
    current_notation,
    derivative_tex,
    layer_name,
    output_letter,
    product_tex,
    tr,
)


def at_phase(phase: Phase, spec: NetworkSpec) -> tuple[Mode, int]:
    """Return the calculation that a phase of the score belongs to."""
    match phase.kind:
        case "input" | "update":
            return ("outer" if phase.kind == "update" else "forward"), 1
        case "dC_da" | "delta":
            return "backward", phase.layer
        case "gradient":
            return "outer", phase.layer
        case _:
            return "forward", min(phase.layer, spec.depth)


def calculation(session: Session, mode: Mode, layer: int) -> Calculation:
    """Return a layer's calculation for the example on the screen, as far as the cursor has come.

    "backward" is the one whose result is δ of `layer`; at the output it begins at the cost.
    """
    terms: dict[Mode, Callable[[], Calculation]] = {
        "forward": _Board(session, layer).forward,
        "backward": _Board(session, layer).backward,
        "outer": _Board(session, layer).outer,
    }
    line = terms[mode]()
    return in_rows(line) if current_notation().row_vectors else line


def _up(layer: int) -> str:
    return f"^{{({layer})}}"


def _wish_note() -> str:
    return tr("δ and ∂{C}/∂… are colored as wishes: blue should rise ▲, red fall ▼")


class _Board:
    """Makes the blocks of one layer."""

    def __init__(self, session: Session, layer: int) -> None:
        self._session, self._layer = session, layer
        self._spec, self._trace = session.spec, session.trace

    # The three lines

    def forward(self) -> Calculation:
        layer, l = self._layer, _up(self._layer)  # noqa: E741 - the subject's notation
        inner = f"{product_tex(f'W{l}', self._a(layer - 1))} + b{l}"
        right = activation_tex(self._spec, layer, inner)
        mask = self._mask(layer)
        tex = rf"{self._a(layer)} = m{l} \odot {right}" if mask else f"{self._a(layer)} = {right}"
        masked = (Sign(r"\odot"), mask, Sign("=")) if mask else ()
        terms = (
            *(self._weights(layer), self._activations(layer - 1), Sign("+"), self._biases(layer)),
            *(Sign("="), self._sums(layer), Sign(self._function_tex(layer), arrow=True)),
            *(*masked, self._activations(layer)),
        )
        note = tr("W, b and z: blue is positive, red negative; a: brightness as in the network")
        return Calculation("forward", layer, tex, terms, self._notes(note, mask))

    def backward(self) -> Calculation:
        layer, l, n = self._layer, _up(self._layer), _up(self._layer + 1)  # noqa: E741
        if layer == self._spec.depth:
            return self._from_cost()
        mask = self._mask(layer)
        masked = (Sign(r"\odot"), mask) if mask else ()
        by_mask = rf"m{l} \odot " if mask else ""
        carried = product_tex(f"W{n}{{}}^T", rf"\delta{n}")
        tex = rf"\delta{l} = {by_mask}\sigma'(z{l}) \odot {carried}"
        terms = (
            *(self._weights(layer + 1, turned=True), self._deltas(layer + 1), Sign("=")),
            *(self._by_activation(layer), Sign(r"\odot"), self._slopes(layer), *masked),
            *(Sign("="), self._deltas(layer)),
        )
        return Calculation("backward", layer, tex, terms, self._notes(_wish_note(), mask))

    def _from_cost(self) -> Calculation:
        layer, l = self._layer, _up(self._layer)  # noqa: E741
        difference = (self._activations(layer), Sign("-"), self._targets())
        if self._spec.cost_function.by_weighted_sum is not None:
            note = tr("δ = ∂{C}/∂z: for this cost the slope of the output cancels")
            terms = (*difference, Sign("="), self._deltas(layer))
            notes = self._notes(_wish_note(), None, note)
            return Calculation("backward", layer, rf"\delta{l} = {self._a(layer)} - y", terms, notes)
        factor = {"squared": "2", "mean_squared": r"\frac{2}{n}"}.get(self._spec.cost, "")
        tex = rf"\delta{l} = \sigma'(z{l}) \odot {factor}({self._a(layer)} - y)"
        terms = (
            *((Sign(factor),) if factor else ()),
            *(Sign("("), *difference, Sign(")"), Sign("="), self._by_activation(layer)),
            *(Sign(r"\odot"), self._slopes(layer), Sign("="), self._deltas(layer)),
        )
        return Calculation("backward", layer, tex, terms, self._notes(_wish_note(), None))

    def outer(self) -> Calculation:
        layer, l = self._layer, _up(self._layer)  # noqa: E741
        product = product_tex(rf"\delta{l}", f"{self._a(layer - 1)}{{}}^T", r" \, ")
        tex = rf"\partial {cost_tex()} / \partial W{l} = {product}"
        terms = (
            *(self._deltas(layer), self._activations(layer - 1, turned=True)),
            *(self._gradient(layer), self._bias_gradient(layer)),
        )
        return Calculation("outer", layer, tex, terms, self._notes(self._outer_note(), None))

    def _outer_note(self) -> str:
        if current_notation().row_vectors:
            cell = tr("each cell: its row’s a times its column’s δ")
        else:
            cell = tr("each cell: its row’s δ times its column’s a")
        return tr("{cell}; blue: w should rise ▲, red: fall ▼ (−∂{C}/∂w)", cell=cell)

    def _notes(self, first: str, mask: Block | None, *more: str) -> tuple[str, ...]:
        off = (tr("m = 0 where a neuron is switched off"),) if mask else ()
        before = (tr("θ as it was before the update"),) if self._session.updated else ()
        return (first, *more, *off, *before)

    # The blocks

    def _a(self, layer: int) -> str:
        return activation_symbol_tex(self._spec, layer)

    def _shows(self, kind: PhaseKind, layer: int) -> bool:
        return self._session.shows(Phase(kind, layer))

    def _column(
        self,
        key: str,
        tex: str,
        words: str,
        values: Array | None,
        layer: int,
        ink: Ink = "sign",
        span: tuple[float | None, float | None] = (None, None),
        holds: Literal["bias", "neuron"] = "neuron",
    ) -> Block:
        column = None if values is None else values[:, None]
        shape = (self._spec.sizes[layer], 1)
        return Block(key, tex, words, shape, column, layer, None, holds, ink, span)

    def _weights(self, layer: int, turned: bool = False) -> Block:
        values, sizes = self._trace.parameters.weights(layer), self._spec.sizes
        words = tr("weights, {layer}", layer=layer_name(self._spec, layer))
        if turned:
            shape = sizes[layer - 1], sizes[layer]
            return Block("WT", f"W{_up(layer)}{{}}^T", words, shape, values.T, layer - 1, layer, "weight")
        shape = sizes[layer], sizes[layer - 1]
        return Block("W", f"W{_up(layer)}", words, shape, values, layer, layer - 1, "weight")

    def _biases(self, layer: int) -> Block:
        words, values = tr("biases"), self._trace.parameters.biases(layer)
        return self._column("b", f"b{_up(layer)}", words, values, layer, holds="bias")

    def _sums(self, layer: int) -> Block:
        values = self._trace.z[layer] if self._shows("weighted_sum", layer) else None
        return self._column("z", f"z{_up(layer)}", tr("weighted sums"), values, layer)

    def _activations(self, layer: int, turned: bool = False) -> Block:
        known = layer == 0 or self._shows("activation", layer)
        values = self._trace.a[layer] if known else None
        words = tr("activations, {layer}", layer=layer_name(self._spec, layer))
        key = "a" if layer == self._layer else "a_before"
        span = self._span(layer)
        if not turned:
            return self._column(key, self._a(layer), words, values, layer, "neuron", span)
        row = None if values is None else values[None, :]
        shape = (1, self._spec.sizes[layer])
        tex = f"{self._a(layer)}{{}}^T"
        return Block(key, tex, words, shape, row, None, layer, "neuron", "neuron", span)

    def _span(self, layer: int) -> tuple[float | None, float | None]:
        if layer:
            function = self._spec.activation(layer)
            return function.low, function.high
        x = self._trace.x
        return (None if x.min() < 0 else 0.0), (None if x.max() > 1 or x.min() < 0 else 1.0)

    def _mask(self, layer: int) -> Block | None:
        masks = self._trace.masks
        if not masks or layer not in masks:
            return None
        words = tr("1: on; 0: switched off")
        return self._column("m", f"m{_up(layer)}", words, masks[layer], layer, "neuron", (0.0, 1.0))

    def _targets(self) -> Block:
        y = self._trace.y if self._shows("cost", self._layer) else None
        return self._column("y", "y", tr("wanted outputs"), y, self._layer, "neuron", self._span(self._layer))

    def _deltas(self, layer: int) -> Block:
        values = self._trace.delta[layer] if self._shows("delta", layer) else None
        key = "delta" if layer == self._layer else "delta_next"
        words = tr("effect of each weighted sum on the cost, ∂{C}/∂z")
        return self._column(key, rf"\delta{_up(layer)}", words, values, layer, "wish")

    def _by_activation(self, layer: int) -> Block:
        values = self._trace.dC_da[layer] if self._shows("dC_da", layer) else None
        tex = derivative_tex(self._a(layer))
        words = tr(
            "effect of each activation on the cost, ∂{C}/∂{a}",
            a=output_letter() if layer == self._spec.depth else "a",
        )
        return self._column("dC_da", tex, words, values, layer, "wish")

    def _slopes(self, layer: int) -> Block:
        values = self._slope_of(layer) if self._shows("delta", layer) else None
        words = tr("slope of the activation function, σ′(z)")
        return self._column("slope", rf"\sigma'(z{_up(layer)})", words, values, layer)

    def _slope_of(self, layer: int) -> Array:
        slope = self._trace.slope(layer)
        assert slope is not None, "softmax only stands where δ comes from the cost"
        return slope

    def _gradient(self, layer: int) -> Block:
        known = self._shows("gradient", layer)
        values = self._trace.gradient.weights(layer) if known else None
        shape = self._spec.sizes[layer], self._spec.sizes[layer - 1]
        tex = derivative_tex(f"W{_up(layer)}")
        words = tr("effect of each weight on the cost, ∂{C}/∂w")
        return Block("dC_dW", tex, words, shape, values, layer, layer - 1, "weight", "wish")

    def _bias_gradient(self, layer: int) -> Block:
        values = self._trace.gradient.biases(layer) if self._shows("gradient", layer) else None
        tex = derivative_tex(f"b{_up(layer)}")
        words = tr("effect of each bias on the cost, ∂{C}/∂b = δ")
        return self._column("dC_db", tex, words, values, layer, "wish", holds="bias")

    def _function_tex(self, layer: int) -> str:
        return {
            "identity": r"\text{id}",
            "sigmoid": r"\sigma",
            "tanh": r"\tanh",
            "relu": r"\text{ReLU}",
            "softmax": r"\text{softmax}",
        }[self._spec.activations[layer - 1]]
