"""Nudge and recompute, again and again, while the cost falls."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from nnviz.core.steps import Phase
from nnviz.session import Changed, Session
from nnviz.ui.fields import described, tab_only
from nnviz.ui.inspector.parts import NumberLine
from nnviz.wording import layer_name, not_yet, tr
from nnviz.wording.gradient import cost_course


class NudgeLine(QWidget):
    """The button that applies −{η}∇C of this example and computes the new gradient; and what C made of it.

    Parameters
    ----------
    session : Session
        It is the session's own update: undo takes it back.
    """

    nudged = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._costs: tuple[float, ...] = ()
        self._nudging = False
        self.nudge, self.compute = self._button(), self._button()
        self.nudge.clicked.connect(self._nudge)
        self.compute.clicked.connect(lambda: session.jump(session.plan.update - 1))
        self.course = NumberLine()
        self._write()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.nudge)
        row.addWidget(self.compute)
        row.addWidget(self.course, 1)
        session.changed.connect(self._follow)

    def _button(self) -> QPushButton:
        button = QPushButton()
        tab_only(button)
        return button

    def _write(self) -> None:
        """Name the buttons in the notation in use."""
        again = tr("Every parameter moves against its component, then ∇{C} is computed anew: press again.")
        whole = tr("Moves the cursor of the score to the whole gradient.")
        for button, text, teaches in (
            (self.nudge, tr("nudge by −{η}∇{C}"), again),
            (self.compute, tr("compute ∇{C}"), whole),
        ):
            button.setText(text)
            described(button, text, teaches)

    @property
    def costs(self) -> tuple[float, ...]:
        """C before the first nudge, and after each."""
        return self._costs

    @property
    def nudging(self) -> bool:
        """True within one press, in which the score is moved several times."""
        return self._nudging

    def _nudge(self) -> None:
        """θ ← θ − η∇C, then all phases of the same example up to the new gradient."""
        session = self._session
        before, update = session.trace.cost, session.plan.update
        self._nudging = True
        if session.updated:
            session.step_forward()
            before = session.trace.cost
        session.jump(update)
        if session.updated:  # else the weights would have become too large, and the session has said so
            session.step_forward()
            session.jump(update - 1)
            self._costs = (*(self._costs or (before,)), session.trace.cost)
        self._nudging = False
        self.nudged.emit()

    def _follow(self, what: Changed) -> None:
        if what & (Changed.NETWORK | Changed.PARAMETERS | Changed.EXAMPLE) and not self._nudging:
            self._costs = ()

    def refresh(self) -> None:
        """Show what C has come to, or what is not computed yet."""
        self._write()
        session = self._session
        missing = [n for n in session.spec.layers if not session.shows(Phase("gradient", n))]
        self.compute.setVisible(bool(missing))
        if missing:
            whole = len(missing) == session.spec.depth
            names = ", ".join(layer_name(session.spec, n) for n in missing)
            self.course.set_text(not_yet() if whole else tr("not yet: {layers}", layers=names))
        else:
            self.course.set_text(cost_course(self._costs or (session.trace.cost,)))
