"""Which points: their kind, number, noise and seed, beside the picture that they change at once."""

from __future__ import annotations

import random
from dataclasses import replace

from PySide6.QtWidgets import QToolButton, QWidget

from nnviz.data.curves import SHAPES, Curve, load_curve, recipe
from nnviz.data.recipes import FEWEST, MOST
from nnviz.session import Changed, Session
from nnviz.ui import theme
from nnviz.ui.attempt import attempt
from nnviz.ui.fields import ChoiceBox, WholeBox, described, field_label, tab_only, whole_number
from nnviz.ui.flow import FlowLayout, together
from nnviz.ui.icons import set_icon
from nnviz.wording import tr
from nnviz.wording.data import short_title

PERCENT, LARGEST_SEED, ANY = 100, 9999, 1000

OTHER = ""
"""Stands for data that were not drawn from one of the curves."""


class CurveControls(QWidget):
    """Kind, number, noise and seed; each change draws the points anew, and the network stays.

    Parameters
    ----------
    session : Session
        Whose data they are.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.kind = described(
            ChoiceBox({OTHER: tr("other data")} | {name: short_title(name) for name in SHAPES}, True),
            tr("Kind of curve"),
            tr("What the points are drawn from. The network stays, and undo brings the old points back."),
        )
        self.number = self._field(FEWEST, MOST, 72, tr("Points"), tr("One in five is for the test."))
        self.noise = self._field(
            *(0, PERCENT, 56, tr("Noise")),
            tr("The standard deviation by which y is moved at random, in hundredths."),
            tr("Closer than that no network can come to points it has not seen."),
        )
        self.seed = self._field(
            *(0, LARGEST_SEED, 66, tr("Seed")), tr("The same seed draws the same points again.")
        )
        self.another = tab_only(QToolButton())
        described(self.another, tr("Other points"), tr("Draws points of the same kind from another seed."))
        set_icon(self.another, "random")
        self._place()
        self.kind.activated.connect(lambda _: self._draw())
        for field in self._fields():
            field.valueChanged.connect(lambda _: self._draw())
            field.refused.connect(session.failed)
        self.another.clicked.connect(lambda: self.seed.setValue(random.randrange(ANY)))
        session.changed.connect(self._follow)
        theme.on_change(self, self._measure)
        self._follow(Changed.NETWORK)

    def _field(self, low: int, high: int, width: float, name: str, *sentences: str) -> WholeBox:
        field = described(whole_number(low, high), name, *sentences)
        theme.on_change(field, lambda: field.setFixedWidth(round(theme.px(width))))
        return field

    def _fields(self) -> tuple[WholeBox, ...]:
        return self.number, self.noise, self.seed

    def _place(self) -> None:
        self._flow = FlowLayout(self)
        seed = together(field_label(tr("seed"), self.seed), self.seed, self.another)
        pairs = (
            together(self.number, field_label(tr("points"), self.number)),
            together(self.noise, field_label(tr("% noise"), self.noise)),
        )
        for widget in (self.kind, *pairs, seed):
            self._flow.addWidget(widget)

    def _measure(self) -> None:
        self._flow.setSpacing(round(theme.px(6)))

    # There and back

    def recipe(self) -> Curve | None:
        """Return how the present points are drawn; None for data of another kind."""
        return recipe(self._session.dataset.reference)

    def _follow(self, what: Changed) -> None:
        if not what & Changed.NETWORK:
            return
        drawn = self.recipe()
        self.kind.allow(OTHER, "" if drawn is None else tr("Choose other data by File › Data."))
        self.kind.choose(OTHER if drawn is None else drawn.shape)
        shown = drawn or Curve()
        values = (shown.n, round(PERCENT * shown.noise), min(shown.seed, LARGEST_SEED))
        for field, value in zip(self._fields(), values, strict=True):
            blocked = field.blockSignals(True)
            field.setValue(value)
            field.blockSignals(blocked)
            field.setEnabled(drawn is not None)
        self.another.setEnabled(drawn is not None)

    def _draw(self) -> None:
        """Draw the points that are described now."""
        if self.kind.value == OTHER:
            return
        before = self.recipe() or Curve()
        noise, seed = self.noise.value() / PERCENT, self.seed.value()
        if round(PERCENT * before.noise) == self.noise.value():
            noise = before.noise  # a file may say it more finely
        if before.seed > LARGEST_SEED == seed:
            seed = before.seed
        wanted = replace(before, shape=self.kind.value, n=self.number.value(), noise=noise, seed=seed)
        if wanted != self.recipe():
            attempt(self._session, lambda: self._session.use_data(load_curve(wanted)))
