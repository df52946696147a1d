"""Two parameters compared: how sensitive the cost is to each, and what a real wiggle of each does."""

from __future__ import annotations

from math import isfinite

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from nnviz.core.network import Location
from nnviz.core.sensitivity import Comparison, compare
from nnviz.core.steps import Phase
from nnviz.errors import SettingsError
from nnviz.session import Session
from nnviz.ui import theme
from nnviz.ui.fields import described, tab_only
from nnviz.ui.gradient.wiggle import WiggleLine
from nnviz.ui.inspector.parts import Prose
from nnviz.wording import not_yet, parse_number, tr
from nnviz.wording.gradient import how_to_compare, sensitivity_sentence, what_if

DELTAS = (0.1, 0.01, 0.001)
"""The steps there is a button for."""


class SensitivityStrip(QFrame):
    """Pins one parameter and compares it with the one that is chosen next.

    Parameters
    ----------
    session : Session
        Whose parameters; the network itself is never changed here.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._pinned: Location | None = None
        self._delta = DELTAS[0]
        theme.set_role(self, "card")
        self.setAccessibleName(tr("Two parameters compared"))
        self.pin = QPushButton(tr("compare"))
        self.pin.setCheckable(True)
        tab_only(self.pin)
        described(self.pin, tr("Compare"), tr("Pins the chosen parameter; the next one is compared with it."))
        self.pin.clicked.connect(self._pin)
        self.sentence = Prose()
        self.steps = {delta: self._step_button(delta) for delta in DELTAS}
        self.own = self._own_field()
        self.lines = (WiggleLine(), WiggleLine())
        self.note = Prose(what_if(), "muted")
        self._place()
        theme.on_change(self, self._restyle)

    def _step_button(self, delta: float) -> QToolButton:
        button = QToolButton()
        button.setText(f"{delta:g}")
        button.setCheckable(True)
        tab_only(button)
        button.clicked.connect(lambda: self.set_delta(delta))
        return described(button, tr("Step Δ = {delta:g}", delta=delta), tr("Moves each by so much, alone."))

    def _own_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        described(field, tr("Another step Δ"), tr("Any number but 0, also a negative one."))
        field.editingFinished.connect(self._typed)
        field.returnPressed.connect(field.clearFocus)
        return field

    def _place(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.pin)
        head.addWidget(self.sentence, 1)
        self.body = QWidget()
        grid = QGridLayout(self.body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(0)
        steps = QHBoxLayout()
        steps.setSpacing(4)
        steps.addWidget(QLabel("Δ ="))
        for part in (*self.steps.values(), self.own):
            steps.addWidget(part)
        steps.addWidget(self.note, 1)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self.heads = [QLabel(alignment=right) for _ in _column_words()]
        for column, label in enumerate(self.heads, start=1):
            theme.set_role(label, "muted")
            grid.addWidget(label, 0, column)
        for row, line in enumerate(self.lines, start=1):
            for column, part in enumerate(line.parts()):
                grid.addWidget(part, row, column)
        grid.addLayout(steps, 3, 0, 1, 5)
        grid.setColumnStretch(4, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(8, 4, 8, 4)
        whole.setSpacing(2)
        whole.addLayout(head)
        whole.addWidget(self.body)

    def _restyle(self) -> None:
        self.own.setFixedWidth(round(theme.px(64)))
        self.note.setFont(theme.number_font(0.82))

    # What is compared

    @property
    def pinned(self) -> Location | None:
        """The parameter the next one is compared with."""
        return self._pinned

    @property
    def delta(self) -> float:
        """Δ, by which each is moved."""
        return self._delta

    def set_delta(self, delta: float) -> None:
        """Move each by another Δ."""
        self._delta = delta
        self.refresh()

    def comparison(self) -> Comparison | None:
        """Return the two parameters compared; None until there are two, and their gradients."""
        second = self._session.selection
        if self._pinned is None or not isinstance(second, Location) or second == self._pinned:
            return None
        if not all(self._session.shows(Phase("gradient", at.layer)) for at in (self._pinned, second)):
            return None
        return compare(self._session.trace, self._pinned, second, self._delta)

    def forget(self) -> None:
        """Pin nothing: the network is another one."""
        self._pinned = None

    def _pin(self) -> None:
        chosen = self._session.selection
        pinned = chosen if self._pinned is None and isinstance(chosen, Location) else None
        self._pinned = pinned
        self.refresh()

    def _typed(self) -> None:
        typed = self.own.text().strip()
        if typed == f"{self._delta:g}":
            return
        try:
            delta = parse_number(typed)
        except SettingsError:
            delta = 0.0
        if delta == 0 or not isfinite(delta):
            self.own.setText(f"{self._delta:g}")
            self._session.failed.emit(tr("Δ must be a number other than 0, not “{typed}”", typed=typed))
            return
        self.set_delta(delta)

    # Showing it

    def refresh(self) -> None:
        """Follow the session."""
        for label, (text, tip) in zip(self.heads, _column_words(), strict=True):
            label.setText(text)
            label.setToolTip(tip)
        chosen = self._session.selection
        self.pin.setChecked(self._pinned is not None)
        self.pin.setText(tr("end comparing") if self._pinned is not None else tr("compare"))
        self.pin.setEnabled(self._pinned is not None or isinstance(chosen, Location))
        found = self.comparison()
        self.body.setVisible(found is not None)
        if found is None:
            waits = isinstance(chosen, Location) and self._pinned not in (None, chosen)
            self.sentence.setText(not_yet() if waits else how_to_compare(self._pinned))
            return
        self.sentence.setText(sensitivity_sentence(found))
        self._show_delta()
        scale = max(abs(w.change) for w in (found.first, found.second))
        for line, wiggle in zip(self.lines, (found.first, found.second), strict=True):
            line.show_wiggle(wiggle, scale)

    def _show_delta(self) -> None:
        for delta, button in self.steps.items():
            button.setChecked(delta == self._delta)
        if not self.own.hasFocus():
            self.own.setText(f"{self._delta:g}")


def _column_words() -> tuple[tuple[str, str], ...]:
    """Return what stands above the numbers, and what it teaches."""
    return (
        (tr("∂{C}/∂θ"), tr("How fast the cost grows with this parameter, all others held still")),
        (tr("∂{C}/∂θ · Δ"), tr("What the derivative predicts for a step of Δ")),
        (tr("Δ{C} really"), tr("{C}(θ + Δ) − {C}(θ), of a real forward pass with this one parameter moved")),
    )
