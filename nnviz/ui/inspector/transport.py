"""The buttons with which one walks through a neuron."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from nnviz.ui import theme
from nnviz.ui.fields import ChoiceBox, described, tab_only
from nnviz.ui.icons import set_icon
from nnviz.ui.inspector.parts import section
from nnviz.wording import tr

SPEEDS = {"0.25": "×¼", "0.5": "×½", "1": "×1", "2": "×2", "4": "×4", "8": "×8"}


class SpeedBox(ChoiceBox):
    """How quickly the walk goes on by itself."""

    def __init__(self) -> None:
        super().__init__(SPEEDS, translated=True)
        self.choose("1")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        described(self, tr("Speed inside the neuron"), tr("How quickly one product follows the other."))

    def rate(self) -> float:
        """Return the chosen speed as a factor."""
        return float(self.value)


class Walker(Protocol):
    """What the buttons move."""

    def to_start(self) -> None: ...  # noqa: D102
    def back(self) -> None: ...  # noqa: D102
    def play(self) -> None: ...  # noqa: D102
    def forward(self) -> None: ...  # noqa: D102
    def to_end(self) -> None: ...  # noqa: D102
    def leave(self) -> None: ...  # noqa: D102


class Transport(QWidget):
    """The slim row of buttons: |◀ ◀ play ▶ ▶|, where one stands, and a way out."""

    def __init__(self, part: Walker) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        sums = tr("Each input times its weight, added up one after the other.")
        self.first = self._button("first", tr("To the beginning: the sum is 0"), part.to_start, sums)
        self.back = self._button(
            "step-back", tr("One product back"), part.back, tr("Exactly: the sum is what it was.")
        )
        self.play = self._button("play", tr("Play inside the neuron"), part.play, sums)
        self.forward = self._button("step-forward", tr("One product on"), part.forward, sums)
        to_end = tr("All products, the bias b, and the activation function.")
        self.last = self._button("last", tr("To the activation"), part.to_end, to_end)
        self.note = section()
        self._row.addSpacing(4)
        self._row.addWidget(self.note, 1)
        self.leave = self._button(
            "cross", tr("Leave the neuron (Esc)"), part.leave, tr("Back to the whole sum.")
        )

    def _button(self, icon: str, name: str, slot: Callable[[], object], teaches: str) -> QToolButton:
        button = QToolButton()
        set_icon(button, icon)
        theme.on_change(button, lambda: button.setIconSize(QSize(round(theme.px(16)), round(theme.px(16)))))
        tab_only(button)
        button.clicked.connect(slot)
        self._row.addWidget(button)
        return described(button, name, teaches)

    def show_state(self, position: int | None, end: int, playing: bool, possible: bool) -> None:
        """Enable what can be done, and hide what is of no use outside."""
        entered = position is not None
        for button in (self.first, self.back):
            button.setEnabled(possible and bool(position))
        for button in (self.forward, self.last):
            button.setEnabled(possible and position != end)
        self.play.setEnabled(possible)
        set_icon(self.play, "pause" if playing else "play")
        self.leave.setVisible(entered)
