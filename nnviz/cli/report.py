"""Text for a terminal: named lines and columns of numbers."""

from collections.abc import Sequence

from nnviz.core.network import NetworkSpec
from nnviz.wording import ACTIVATION_NAMES, COST_NAMES, parameter_count_apart, tr


def named(rows: Sequence[tuple[str, str]]) -> str:
    """Return one line for each (name, text), the texts below one another."""
    width = max(len(name) for name, _ in rows)
    return "\n".join(f"{name:<{width}}  {text}".rstrip() for name, text in rows)


def table(rows: Sequence[Sequence[str]]) -> str:
    """Return columns as wide as their longest cell, the first to the left and the numbers to the right."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    return "\n".join(_line(row, widths) for row in rows)


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = (cell.rjust(width) for cell, width in zip(row, widths, strict=True))
    return "   ".join([first.strip().ljust(widths[0]), *others]).rstrip()


def network_rows(spec: NetworkSpec) -> list[tuple[str, str]]:
    """Return the named lines that describe a network."""
    activations = ", ".join(ACTIVATION_NAMES[name] for name in spec.activations)
    return [
        (tr("network"), str(spec)),
        (tr("activations"), activations),
        (tr("cost"), COST_NAMES[spec.cost]),
        (tr("parameters"), parameter_count_apart(spec)),
    ]
