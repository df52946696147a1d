"""The lines of the example's card: inputs, outputs and the terms of the cost, from the session's numbers."""

from collections.abc import Callable, Sequence
from functools import partial

import numpy as np

from nnviz.core.arrays import Array
from nnviz.core.explain import CostTerm, explain_cost
from nnviz.session import Neuron, Selection, Session
from nnviz.ui.example.columns import Line
from nnviz.wording import cost_term_text, exact, fixed, neuron_name, number, tr

MOST, LARGEST = 12, 9
"""Of more outputs than the first, as many as the second are shown, and the others together."""


def blank_lines(session: Session) -> list[Line]:
    """Return as many lines as there will be outputs or terms, without a number."""
    n = session.spec.sizes[-1]
    return [Line(None, "", "", 0.0, "")] * (n if n <= MOST else LARGEST + 1)


def output_lines(session: Session) -> list[Line]:
    """Return one line for each output, with its activation."""
    outputs = session.trace.a[session.spec.depth]

    def line(j: int) -> Line:
        value = float(outputs[j])
        return _line(session, j, "", value, fixed(value, 2), partial(_output_tip, session, j, value))

    def others(left: Array) -> Line:
        return Line(None, "⋮", tr("{n:,} more", n=len(left)), 0.0, "")

    return _largest(session, outputs, line, others)


def cost_lines(session: Session) -> list[Line]:
    """Return one line for each term of the cost."""
    terms = explain_cost(session.trace)

    def line(j: int) -> Line:
        term = terms[j]
        text = cost_term_text(session.spec, term)
        return _line(
            session, j, text, term.value, fixed(term.value, 4), partial(_term_tip, session, term, text)
        )

    def others(left: Array) -> Line:
        total = float(left.sum())
        return Line(None, "⋮", tr("{n:,} more", n=len(left)), 0.0, fixed(total, 4), partial(exact, total))

    return _largest(session, session.trace.cost_terms, line, others)


def input_lines(session: Session) -> list[Line]:
    """Return one line for each input of a table or of points."""
    names, x = session.dataset.input_name, session.trace.x
    return [
        Line(Neuron(0, k), names(k), "", value, number(value), partial(_input_tip, names(k), value))
        for k, value in enumerate(x.tolist())
    ]


def input_of(hit: Selection) -> Neuron | None:
    """Return the input that is meant by itself or as the one a weight begins at; None for all else."""
    if isinstance(hit, Neuron):
        return hit if hit.layer == 0 else None
    return None if hit is None or hit.layer != 1 or hit.k is None else Neuron(0, hit.k)


def output_name(session: Session, j: int) -> str:
    """Return an output's name, with the class it speaks for."""
    classes = session.dataset.classes
    spoken_for = classes if classes is not None and len(classes) == session.spec.sizes[-1] else None
    return neuron_name(session.spec, session.spec.depth, j, spoken_for)


def _line(session: Session, j: int, text: str, value: float, shown: str, tip: Callable[[], str]) -> Line:
    classes, depth = session.dataset.classes, session.spec.depth
    single = session.spec.sizes[-1] == 1
    name = "" if single else str(j) if classes is None else classes[j]
    wanted = not single and classes is not None and j == session.label
    return Line(Neuron(depth, j), name, text, value, shown, tip, wanted)


def _input_tip(name: str, value: float) -> str:
    return f"{name}: {exact(value)}"


def _output_tip(session: Session, j: int, value: float) -> str:
    return f"<b>{output_name(session, j)}</b><br>a = {exact(value)}"


def _term_tip(session: Session, term: CostTerm, text: str) -> str:
    rows = (f"a = {exact(term.a)}", f"y = {exact(term.y)}", f"{text} = {exact(term.value)}")
    return "<br>".join((f"<b>{output_name(session, term.j)}</b>", *rows))


def _largest(
    session: Session, values: Array, line: Callable[[int], Line], others: Callable[[Array], Line]
) -> list[Line]:
    """Return the lines of the largest values, in the outputs' order, and one for all others."""
    if len(values) <= MOST:
        return [line(j) for j in range(len(values))]
    sizes = np.abs(values)
    if session.label is not None and session.label < len(sizes):
        sizes[session.label] = np.inf  # what was wanted is always among them
    order = np.argsort(-sizes, kind="stable")
    kept: Sequence[int] = sorted(order[:LARGEST].tolist())
    return [*(line(j) for j in kept), others(values[order[LARGEST:]])]
