"""What the tooltips of the table say."""

from nnviz.ui.examples.content import Content
from nnviz.ui.examples.layout import Hit
from nnviz.wording import exact, parameter_symbol, tr
from nnviz.wording.examples import example_name, nudge_tip


def cell_tip(content: Content, hit: Hit) -> str:
    """Return what one example wants of one parameter, as rich text."""
    ref, symbol = content.refs[hit.column], parameter_symbol(content.locations[hit.row])
    derivative = -float(content.cells[hit.row, hit.column])
    return nudge_tip(derivative, example_name(ref.split, ref.index), symbol)


def average_tip(content: Content, row: int) -> str:
    """Return what the examples want of one parameter on average, as rich text."""
    symbol = parameter_symbol(content.locations[row])
    return nudge_tip(-float(content.average[row]), tr("Average of the examples shown"), symbol)


def example_tip(content: Content, column: int) -> str:
    """Return which example a column belongs to, as rich text."""
    ref, names = content.refs[column], content.names(column)
    lines = [f"<b>{example_name(ref.split, ref.index)}</b>"]
    if names is not None:
        lines.append(tr("label {label}, guess {guess}", label=names[0], guess=names[1]))
    lines.append(tr("its cost: {cost}", cost=exact(float(content.costs[column]))))
    lines.append(tr("A click shows it; Ctrl+click or Delete takes it out."))
    return "<br>".join(lines)
