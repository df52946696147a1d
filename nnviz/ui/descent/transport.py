"""The buttons of a walk: to the beginning, back, step, run, to the end."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from nnviz.session.walk import Walk
from nnviz.ui import theme
from nnviz.ui.fields import described, tab_only
from nnviz.ui.icons import set_icon
from nnviz.wording import tr
from nnviz.wording.descent import steps_text


class Transport(QWidget):
    """Walks, and says how many steps have been made.

    Parameters
    ----------
    walk : Walk
        What is walked.
    """

    def __init__(self, walk: Walk) -> None:
        super().__init__()
        self._walk = walk
        self._icon = ""
        self.start = self._button("first", walk.to_start)
        self.back = self._button("step-back", walk.step_back)
        self.step = self._button("step-forward", walk.step_forward)
        self.run = self._button("play", walk.play)
        self.end = self._button("last", walk.to_end)
        self.write()
        self.count = QLabel()
        self.count.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        theme.set_role(self.count, "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for button in (self.start, self.back, self.step, self.run, self.end):
            row.addWidget(button)
        row.addSpacing(6)
        row.addWidget(self.count, 1)
        self.refresh()

    def _button(self, icon: str, action: Callable[[], object]) -> QToolButton:
        button = tab_only(QToolButton())
        set_icon(button, icon)
        button.clicked.connect(lambda: action())
        return button

    def write(self) -> None:
        """Name everything in the notation in use."""
        described(self.start, tr("To the beginning"), tr("Back to where it began. Key Home."))
        described(self.back, tr("One step back"), tr("Takes the last step back, exactly. Key ←."))
        described(self.step, tr("One step downhill"), tr("Goes {η} times the slope, downhill. Key →."))
        described(self.run, tr("Run"), tr("Step after step, until nothing moves any more. Key Space."))
        described(self.end, tr("To the end"), tr("All the steps at once, at most 500. Key End."))

    def refresh(self) -> None:
        """Show what can be done."""
        walk = self._walk
        moved, moves = walk.steps > 0, walk.can_step
        for button in (self.start, self.back):
            button.setEnabled(moved)
        for button in (self.step, self.end):
            button.setEnabled(moves)
        self.run.setEnabled(moves or walk.running)
        icon = "pause" if walk.running else "play"
        if icon != self._icon:
            self._icon = icon
            set_icon(self.run, icon)
        self.count.setText(steps_text(walk.steps))
