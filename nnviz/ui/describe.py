"""What a tooltip says of a neuron or an edge: its name, and every value of it that is revealed."""

from nnviz.core.network import Location
from nnviz.core.steps import Phase
from nnviz.session import Neuron, Session
from nnviz.ui.inspector.names import full_name
from nnviz.wording import (
    current_notation,
    derivative_text,
    exact,
    output_letter,
    parameter_name,
    weight_index,
)


def describe(session: Session, hit: Neuron | Location | None) -> str:
    """Return rich text for a tooltip; "" for nothing."""
    if hit is None:
        return ""
    return _neuron(session, hit) if isinstance(hit, Neuron) else _parameter(session, hit)


def _neuron(session: Session, neuron: Neuron) -> str:
    layer, j = neuron
    if layer == 0:
        return _lines(session.dataset.input_name(j), [(f"x<sub>{j}</sub>", session.trace.x[j])])
    trace = session.trace
    index = f"<sup>({layer})</sup><sub>{j}</sub>"
    answers = current_notation().hat and layer == session.spec.depth
    a = f"{output_letter()}<sub>{j}</sub>" if answers else f"a{index}"
    rows = [
        (symbol, values[layer][j])
        for kind, symbol, values in (
            ("weighted_sum", f"z{index}", trace.z),
            ("activation", a, trace.a),
            ("dC_da", derivative_text(a), trace.dC_da),
            ("delta", f"δ{index}", trace.delta),
        )
        if session.shows(Phase(kind, layer))  # type: ignore[arg-type]  # the literals stand above
    ]
    return _lines(full_name(session, layer, j), rows)


def _parameter(session: Session, location: Location) -> str:
    kind, layer, j, k = location
    index = f"{j}" if k is None else weight_index(j, k)
    symbol = f"{kind}<sup>({layer})</sup><sub>{index}</sub>"
    rows = [(symbol, session.parameters.at(location))]
    if session.shows(Phase("gradient", layer)):
        rows.append((derivative_text(symbol), session.trace.gradient.at(location)))
    source = session.dataset.input_name(k) if layer == 1 and k is not None else None
    return _lines(parameter_name(session.spec, location, source), rows)


def _lines(title: str, rows: list[tuple[str, float]]) -> str:
    return "<br>".join([f"<b>{title}</b>", *(f"{symbol} = {exact(value)}" for symbol, value in rows)])
