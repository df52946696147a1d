"""Words for the sheet of examples."""

from nnviz.wording.text import tr


def count_text(shown: int, n: int) -> str:
    """Return "52 of 1,500"."""
    return tr("{n:,} examples", n=n) if shown == n else tr("{shown:,} of {n:,}", shown=shown, n=n)


def nothing_text(unknown: bool, wrong: bool) -> str:
    """Say why the sheet is empty."""
    if unknown:
        return tr("The network is being asked about all of them …")
    return tr("None of these is wrong.") if wrong else tr("There is no such example.")
