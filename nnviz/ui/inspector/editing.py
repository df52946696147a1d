"""A weight or a bias in your hand: slider, number field, zero; and what follows from it."""

from __future__ import annotations

from math import isfinite
from weakref import WeakKeyDictionary

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from nnviz.core import passes
from nnviz.core.network import Location
from nnviz.core.steps import Phase
from nnviz.session import Changed, Session
from nnviz.training.evaluation import Standing
from nnviz.training.moment import Moment
from nnviz.training.timeline import Edit
from nnviz.ui import theme
from nnviz.ui.attempt import attempt
from nnviz.ui.fields import OwnKeys, described, tab_only
from nnviz.ui.inspector.parts import NumberLine
from nnviz.ui.inspector.slider import SignedSlider
from nnviz.wording import (
    MINUS,
    cost_follows,
    exact,
    guess_follows,
    parse_number,
    standing_follows,
    tr,
)


class NumberField(QLineEdit):
    """A number that is typed; what is being typed stays until Enter, or until Esc takes it back."""

    def __init__(self) -> None:
        super().__init__()
        self._shown = ""
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        OwnKeys(self, frozenset({Qt.Key.Key_Escape}))
        theme.on_change(self, self._restyle)

    def _restyle(self) -> None:
        font = theme.number_font()
        self.setFont(font)
        text = QFontMetricsF(font).horizontalAdvance(f"{MINUS}0.00000")
        self.setFixedWidth(round(text + theme.px(18)))

    def show_value(self, value: float) -> None:
        """Show a value, unless another is just being typed."""
        if not (self.isModified() and self.hasFocus()):
            self.restore(value)

    def restore(self, value: float) -> None:
        """Show a value instead of what was typed."""
        shown = f"{value:.4g}".replace("-", MINUS)
        if shown != self.text():
            self.setText(shown)
        self._shown = shown
        self.setModified(False)

    def changed_text(self) -> str | None:
        """Return what was typed; None if it is what was there before."""
        return self.text() if self.text() != self._shown else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take back with Esc what was typed."""
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._shown)
            self.setModified(False)
            self.clearFocus()
        else:
            super().keyPressEvent(event)


class ValueEditor(QWidget):
    """Slider, number and a button that sets to 0, for one weight or bias.

    Parameters
    ----------
    session : Session
        Where it is changed; a drag is one entry of the history.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._location: Location | None = None
        self._reach = 1.0
        self.slider, self.field, self.zero = SignedSlider(), NumberField(), QToolButton()
        self.zero.setText("0")
        tab_only(self.zero)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.slider, 1)
        row.addWidget(self.field)
        row.addWidget(self.zero)
        self.slider.grabbed.connect(session.begin_drag)
        self.slider.moved.connect(self._set)
        self.slider.released.connect(session.end_drag)
        self.field.editingFinished.connect(self._take_typed)
        self.zero.clicked.connect(lambda: self._set(0.0))

    def show_parameter(self, location: Location) -> None:
        """Show the present value of a weight or bias."""
        if location != self._location:
            self.slider.let_go()
            self._location = location
            self.field.setModified(False)
            self._reach = self._natural_reach(location)
            self._describe(location)
        value = self._session.parameters.at(location)
        if isfinite(value):
            self._reach = max(self._reach, abs(value))
        self.slider.show_value(value, self._reach)
        self.slider.setAccessibleDescription(exact(value))
        self.field.show_value(value)
        self.zero.setEnabled(value != 0)

    def _natural_reach(self, location: Location) -> float:
        """Return three times what the layer holds; it stands still while a value moves within it."""
        largest = float(np.abs(self._session.parameters.weights(location.layer)).max())
        return max(3 * largest, 1.0) if isfinite(largest) else 1.0

    def _describe(self, location: Location) -> None:
        what = tr("bias") if location.kind == "b" else tr("weight")
        how = tr("With Shift finer. By keyboard (Tab): ← →, Page up and down, or the wheel.")
        teaches = {
            "b": tr("The bias decides how easily the neuron wakes: drag it and watch the curve shift."),
            "w": tr("The weight decides how much one neuron listens to another: drag it, and all follows."),
        }[location.kind]
        described(self.slider, tr("The {what}, by hand", what=what), teaches, how)
        typed = tr("Type a number and press Enter; Esc takes it back. One change is one step of undo.")
        described(self.field, tr("The {what} as a number", what=what), typed)
        nothing = {
            "b": tr("Without a bias only the weighted sum decides."),
            "w": tr("A weight of 0 is a connection that is cut."),
        }[location.kind]
        described(self.zero, tr("Set the {what} to 0", what=what), nothing)

    def _set(self, value: float) -> None:
        location = self._location
        assert location is not None
        if not attempt(self._session, lambda: self._session.set_parameter(location, value)):
            self._restore()

    def _take_typed(self) -> None:
        typed = self.field.changed_text()
        if typed is None:
            return
        self.field.setModified(False)
        if not attempt(self._session, lambda: self._set(parse_number(typed))):
            self._restore()

    def _restore(self) -> None:
        assert self._location is not None
        self.field.restore(self._session.parameters.at(self._location))


class Outcome(NumberLine):
    """Cost, guess and how the test set takes it; after a change by hand also what they were before it."""

    def __init__(self, session: Session) -> None:
        super().__init__("text_muted", 0.95)
        self._session = session
        self._standings: WeakKeyDictionary[Moment, Standing] = WeakKeyDictionary()
        self._compared: tuple[object, ...] = ()
        self._cost_before: float | None = None
        session.changed.connect(self._remember)

    def _remember(self, what: Changed) -> None:
        if what & Changed.STANDING and self._session.standing is not None:
            self._standings[self._session.moment] = self._session.standing

    def follow(self, location: Location) -> bool:
        """Show what follows from the present value of a parameter; return whether it was changed last."""
        session = self._session
        before = self._before(location)
        texts = []
        if session.shows(Phase("cost", session.spec.depth)) and not session.updated:
            texts.append(cost_follows(self._cost_of(before), session.trace.cost))
        if session.shows(Phase("activation", session.spec.depth)) and session.guess is not None:
            texts.append(guess_follows(self._class(session.guess), session.guess == session.label))
        known = None if before is None else self._standings.get(before)
        standing = None if session.run_state == "running" else session.standing
        texts.append(standing_follows(known, standing))
        separated = [f"{text}," for text in texts[:-1]] + texts[-1:]
        self.set_text(separated, self._teaches(before))
        return before is not None

    def _teaches(self, before: Moment | None) -> str:
        after = tr("Before and after your last change. ") if before is not None else ""
        return after + tr("The cost and the guess are this example's; the test set's follow in a moment.")

    def _class(self, index: int) -> str:
        classes = self._session.dataset.classes
        return str(index) if classes is None else classes[index]

    def _before(self, location: Location) -> Moment | None:
        """Return the moment before the last change, if that was one of this parameter by hand.

        With a bias goes the switch of its neuron.
        """
        moment = self._session.moment
        edits = [Edit("parameter", location=location)]
        if location.kind == "b":
            edits.append(Edit("switch", neuron=(location.layer, location.j)))
        return moment.parent if moment.change.edit in edits and self._session.run_state != "running" else None

    def _cost_of(self, before: Moment | None) -> float | None:
        """Return what the present example cost before; computed once for each change."""
        if before is None:
            return None
        session = self._session
        compared = (before, session.example, session.trace.x.tobytes())
        if compared != self._compared:
            self._compared = compared
            self._cost_before = _cost(session, before)
        return self._cost_before


def _cost(session: Session, moment: Moment) -> float:
    state, y = moment.state, session.trace.y[None]
    spec = state.parameters.spec
    masks = passes.masks_of(spec, state.off)
    with np.errstate(over="ignore", invalid="ignore"):
        passed = passes.forward(state.parameters.astype(np.float64), session.trace.x[None], masks)
        return float(passes.costs(spec, passed.z[spec.depth], passed.a[spec.depth], y)[0])
