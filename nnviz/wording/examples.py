"""Words for many examples at once: what a table of nudges shows, and what training on a part is."""

from nnviz.wording.names import split_name
from nnviz.wording.notation import derivative_text
from nnviz.wording.numbers import exact, number, percent
from nnviz.wording.sentences import wish_glyph, wish_words
from nnviz.wording.text import tr


def chosen_source(n: int, source: str) -> str:
    """Return what the source of a data set says that is a part of another."""
    return tr("{examples} chosen from: {source}", examples=examples_text(n), source=source)


def examples_text(n: int) -> str:
    """Return "10 examples"."""
    return tr("1 example") if n == 1 else tr("{n:,} examples", n=n)


def nudge_text(derivative: float) -> str:
    """Return a nudge for a table's cell: "▲ 0.0123"; in which direction, and how much."""
    return f"{wish_glyph(derivative)} {number(abs(derivative), 2)}".strip()


def example_name(split: str, index: int) -> str:
    """Return "training example 17"."""
    return tr("{split} example {index:,}", split=split_name(split), index=index)


def nudge_tip(derivative: float, example: str, parameter: str) -> str:
    """Return what one cell of the table says, as rich text."""
    return tr(
        "<b>{example}</b><br>{parameter} {words}<br>−{slope} = {value}",
        example=example,
        parameter=parameter,
        words=wish_words(derivative),
        slope=derivative_text(parameter),
        value=exact(-derivative),
    )


def cancelled_text(share: float) -> str:
    """Return a share of 1 as a whole percentage: "62%"."""
    return f"{100 * share:.0f}%"


def cancel_tip(share: float) -> str:
    """Return what a cancellation means, for a tooltip."""
    return tr(
        "<b>{share} cancels</b><br>1 − |Σ g| / Σ |g| = {value}<br>"
        "Nudges up and nudges down of these examples take one another away; what is left is the average.",
        share=cancelled_text(share),
        value=exact(share),
    )


def table_summary(n: int, cost: float, cancelled: float, symbol: str) -> str:
    """Return "10 examples · average C 0.412 · 38% of all nudges cancel"."""
    return tr(
        "{examples} · average {symbol} {cost} · {share} of all nudges cancel",
        examples=examples_text(n),
        symbol=symbol,
        cost=number(cost),
        share=percent(cancelled),
    )


def guesses_summary(top: str, share: float, n: int) -> str:
    """Return what the network says of test examples it does not learn from: "“2” for 97% of 1,000 …"."""
    return tr("of {n:,} test examples it calls {share} “{top}”", n=n, share=cancelled_text(share), top=top)
