"""What a race leaves for slides and spreadsheets: its curves with their names, and every number."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nnviz.files.curves_file import curves_table
from nnviz.session import Session
from nnviz.ui import theme
from nnviz.ui.race.curves import Axes
from nnviz.ui.race.values import Value, Values
from nnviz.wording import split_name, tr
from nnviz.wording.race import lane_name, preset_words

TALL = 10_000.0
"""Room enough for the names of all lanes."""


class RacePicture(QWidget):
    """A plot of a race with a title, and beside it what the curves are and where they end.

    Parameters
    ----------
    plot : QWidget
        The plot, made for this alone.
    title : str
        What stands over it.
    ends : tuple of Value
        The lanes in the order in which they are named.
    """

    def __init__(self, plot: QWidget, title: str, ends: tuple[Value, ...]) -> None:
        super().__init__()
        self.title = QLabel(title)
        theme.set_role(self.title, "title")
        self.ends = Values(self)
        self.ends.say(tr("at the end"), ends, TALL)
        self.ends.setFixedSize(self.ends.sizeHint())
        self.ends.show()
        row = QHBoxLayout()
        row.addWidget(plot, 1)
        row.addWidget(self.ends, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.title)
        column.addLayout(row, 1)


def race_title(session: Session, axes: Axes, classes: bool) -> str:
    """Return "learning rates: cost, test"; `classes` says whether there are any."""
    what = tr("cost") if axes.measure == "cost" else tr("accuracy") if classes else "R²"
    sets = ", ".join(split_name(split) for split in axes.splits)
    return tr("{race}: {what}, {sets}", race=preset_words(session.race.preset.name)[0], what=what, sets=sets)


def race_table(session: Session) -> str:
    """Return everything that was measured of all lanes, as CSV."""
    classes, news = session.dataset.classes, session.race.news
    names = [lane_name(lane.variations, classes) for lane in news]
    return curves_table([lane.metrics for lane in news], names)
