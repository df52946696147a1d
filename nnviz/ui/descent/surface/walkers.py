"""Who walks: a switch for each walker, with its mark, its cost, and at how many examples it has looked."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from nnviz.session.pack import WALKERS
from nnviz.session.surface_descent import SurfaceDescent
from nnviz.ui import theme
from nnviz.ui.descent.surface.state import MARKS
from nnviz.ui.fields import described, tab_only
from nnviz.ui.race.marks import draw_mark
from nnviz.wording import exact, tr, whole
from nnviz.wording.descent import WALKER_TEACHES, WALKER_WORDS, cost_head, walker_cost


class _Mark(QWidget):
    """The mark of a walker."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._index = MARKS[name]
        theme.on_change(self, self._measure)

    def _measure(self) -> None:
        self.setFixedSize(QSize(round(theme.px(14)), round(theme.px(18))))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        draw_mark(painter, QPointF(self.width() / 2, self.height() / 2), self._index, theme.px(4.5))
        painter.end()


class WalkerList(QWidget):
    """One row for each walker.

    Parameters
    ----------
    walk : SurfaceDescent
        Whose walkers they are.
    """

    def __init__(self, walk: SurfaceDescent) -> None:
        super().__init__()
        self._walk = walk
        self.boxes = {name: self._box(name) for name in WALKERS}
        self.costs = {name: _number() for name in WALKERS}
        self.seen = {name: _number() for name in WALKERS}
        self.heads = (_number(), _number())
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        grid.setHorizontalSpacing(6)
        for column, head in enumerate(self.heads, start=2):
            grid.addWidget(head, 0, column)
        for row, name in enumerate(WALKERS, start=1):
            parts = (_Mark(name), self.boxes[name], self.costs[name], self.seen[name])
            for column, part in enumerate(parts):
                grid.addWidget(part, row, column)
        grid.setColumnStretch(1, 1)

    def _box(self, name: str) -> QCheckBox:
        box = tab_only(QCheckBox(tr(WALKER_WORDS[name])))
        box.clicked.connect(lambda: self._walk.toggle(name))
        return described(box, tr(WALKER_WORDS[name]), tr(WALKER_TEACHES[name]))

    def refresh(self) -> None:
        """Show who walks, and how far they are."""
        walk = self._walk
        for name, box in self.boxes.items():
            on = name in walk.active
            box.setEnabled(walk.can_walk(name))
            box.setChecked(on)
            cost = walker_cost(float(walk.costs(name)[-1]), walk.gone(name)) if on else ""
            self.costs[name].setText(cost)
            self.costs[name].setToolTip(exact(float(walk.costs(name)[-1])) if on else "")
            seen = on and walk.fit is not None
            self.seen[name].setText(whole(int(walk.looked_at(name)[-1])) if seen else "")
        for head, text in zip(self.heads, cost_head(), strict=True):
            head.setText(text)
        self.heads[1].setVisible(walk.fit is not None)


def _number() -> QLabel:
    label = QLabel(alignment=Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    theme.set_role(label, "muted")
    return label
