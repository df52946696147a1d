"""The same calculation where activations are rows: a W instead of W a, every block turned over."""

from dataclasses import replace

from nnviz.ui.matrix.terms import Block, Calculation


def in_rows(line: Calculation) -> Calculation:
    """Return a calculation with rows for its columns; products then stand in the other order.

    The symbols are those that it already has: W now has a row for each neuron that is listened to.
    """
    terms = [_turned(term) if isinstance(term, Block) else term for term in line.terms]
    if isinstance(terms[0], Block) and isinstance(terms[1], Block):
        terms[:2] = terms[1], terms[0]
    return replace(line, terms=tuple(terms))


def _turned(block: Block) -> Block:
    values = None if block.values is None else block.values.T
    rows, columns = block.shape
    return replace(block, shape=(columns, rows), values=values, rows=block.columns, columns=block.rows)
