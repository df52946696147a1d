"""The worksheet of the open network and the example on the screen."""

from pathlib import Path

import numpy as np

from nnviz.core.arrays import Array
from nnviz.core.by_hand import MOST_WEIGHTS, rounded
from nnviz.core.steps import Trace
from nnviz.session import Session
from nnviz.ui.worksheet.html import worksheet_html
from nnviz.ui.worksheet.pdf import worksheet_pdf
from nnviz.wording import tr
from nnviz.wording.worksheet import Worksheet, worksheet

DECIMALS = 2
"""Of what is given: enough to be that network, few enough to be written down."""


def why_no_worksheet(session: Session) -> str:
    """Return a sentence that says why this network is none for pen and paper, or ""."""
    n = int(session.spec.weight_mask().sum())
    if n > MOST_WEIGHTS:
        return tr("{n:,} weights are too many to compute by hand: {most} at most.", n=n, most=MOST_WEIGHTS)
    if session.off:
        return tr("A neuron is switched off: switch it on first.")
    return ""


def opened_worksheet(session: Session) -> Worksheet:
    """Return the worksheet of the network and the example on the screen, rounded to two decimals.

    Raises
    ------
    SpecError
        When the network is too large to be computed by hand.
    """
    _, y = session.split.example(session.example.index)
    network = rounded(session.parameters, DECIMALS)
    trace = Trace.of(network, _written(session.input), _written(y))
    return worksheet(trace, session.settings.rate, rounded_to=DECIMALS)


def _written(values: Array) -> Array:
    return np.round(values.astype(np.float64), DECIMALS) + 0.0


def worksheet_file(sheet: Worksheet, path: Path) -> bytes:
    """Return the contents of a .pdf or .html file; fonts need a QApplication."""
    return worksheet_pdf(sheet) if path.suffix.lower() == ".pdf" else worksheet_html(sheet).encode()
