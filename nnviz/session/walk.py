"""Going downhill step by step: what a ball on a curve and walkers on a surface have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, QTimer

from nnviz.core.expression import Expression
from nnviz.core.landscape import Landscape
from nnviz.core.parsing import parse
from nnviz.core.tokens import FormulaError
from nnviz.session.balls import Balls
from nnviz.session.changes import Changed
from nnviz.session.pack import Pack
from nnviz.training.settings import check_rate

if TYPE_CHECKING:
    from nnviz.session.session import Session

TICK_MS = 100
"""Between two steps of a walk that runs."""


class Walk(QObject):
    """Steps, exact steps back, and running; its children say what a step is.

    Everything it says is `Changed.DESCENT` of the Session.

    Parameters
    ----------
    session : Session
        Whose signal it uses.
    variables : tuple of str
        What a formula of one's own may use.
    formula : str
        The formula that stands there to begin with.
    """

    def __init__(self, session: Session, variables: tuple[str, ...], formula: str) -> None:
        super().__init__(session)
        self._session, self._variables = session, variables
        self._rate = 0.1
        self._typed = formula
        self._mistake: FormulaError | None = None
        self._own: Expression = parse(formula, variables)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._tick)
        session.closing.connect(self._timer.stop)

    KEPT: tuple[str, ...] = ("_rate", "_typed", "_mistake", "_own")
    """The attributes in which all of its state is."""

    # What a child says

    @property
    def landscape(self) -> Landscape:
        """What it goes down on."""
        raise NotImplementedError

    @property
    def steps(self) -> int:
        """How many steps lie between the beginning and here."""
        raise NotImplementedError

    @property
    def can_step(self) -> bool:
        """Whether anything would still move."""
        raise NotImplementedError

    def _advance(self) -> None:
        """Make one step."""
        raise NotImplementedError

    def _retreat(self, steps: int) -> None:
        """Go back to where so many steps had been made."""
        raise NotImplementedError

    def _begin_afresh(self) -> None:
        """Be as a program begins with it."""
        raise NotImplementedError

    def _formula_chosen(self) -> None:
        """Begin on the formula that was typed."""
        raise NotImplementedError

    # Walking

    @property
    def running(self) -> bool:
        """True while it walks by itself."""
        return self._timer.isActive()

    def step_forward(self) -> None:
        """Make one step downhill."""
        if self.can_step:
            self._advance()
            self._emit()
        else:
            self.stop()

    def step_back(self) -> None:
        """Take the last step back, exactly."""
        self._timer.stop()
        self._retreat(max(self.steps - 1, 0))
        self._emit()

    def to_start(self) -> None:
        """Go back to where it began."""
        self._timer.stop()
        self._retreat(0)
        self._emit()

    def to_end(self, most: int = 500) -> None:
        """Walk until nothing moves any more, but at most so many steps."""
        self._timer.stop()
        for _ in range(most):
            if not self.can_step:
                break
            self._advance()
        self._emit()

    def play(self) -> None:
        """Walk by itself, or stop."""
        if self.running:
            self._timer.stop()
        elif self.can_step:
            self._timer.start()
        self._emit(Changed.DESCENT | Changed.CURSOR)  # as the score does when it begins or ends to play

    def stop(self) -> None:
        """Walk no further by itself."""
        if self.running:
            self._timer.stop()
            self._emit(Changed.DESCENT | Changed.CURSOR)

    def _tick(self) -> None:
        self.step_forward()
        if not self.can_step:  # rather now than after another tick
            self.stop()

    def _emit(self, what: Changed = Changed.DESCENT) -> None:
        self._session.changed.emit(what)

    # For a while put away

    def remember(self) -> object:
        """Return all that it must be told to be as it is now; it walks no further by itself."""
        self._timer.stop()
        return {name: _apart(getattr(self, name)) for name in self.KEPT}

    def bring_back(self, memory: object) -> None:
        """Be as it was; as at the beginning when `memory` is None."""
        self._timer.stop()
        if memory is None:
            self._begin_afresh()
        else:
            known = cast(dict[str, Any], memory)
            vars(self).update({name: _apart(value) for name, value in known.items()})

    # The learning rate

    @property
    def rate(self) -> float:
        """The learning rate η."""
        return self._rate

    def set_rate(self, rate: float) -> None:
        """Take another learning rate from the next step on.

        Raises
        ------
        SettingsError
            Unless it is a number above 0.
        """
        check_rate(rate)
        if rate != self._rate:
            self._rate = rate
            self._emit()

    # A formula of one's own

    @property
    def typed(self) -> str:
        """What was typed last, understood or not."""
        return self._typed

    @property
    def mistake(self) -> FormulaError | None:
        """What is wrong with what was typed; None when it was understood."""
        return self._mistake

    def set_formula(self, text: str) -> None:
        """Go down on a formula; one with a mistake is not taken, and the mistake is said."""
        self._typed = text
        try:
            self._own = parse(text, self._variables)
        except FormulaError as error:
            self._mistake = error
        else:
            self._mistake = None
            self._formula_chosen()
        self._emit()


def _apart(value: Any) -> Any:
    """Return a copy of what grows with every step; nothing else ever changes."""
    return value.copied() if isinstance(value, Balls | Pack) else value
