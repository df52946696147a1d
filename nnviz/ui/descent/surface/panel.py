"""The page of two dimensions: contours, surface, slices, and the walkers compared."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from nnviz.session import Changed, Session
from nnviz.ui import theme
from nnviz.ui.attempt import attempt
from nnviz.ui.descent.chooser import LandscapeChooser, cost_of
from nnviz.ui.descent.rate import RateRow
from nnviz.ui.descent.side import SideColumn
from nnviz.ui.descent.surface.compare import Compare
from nnviz.ui.descent.surface.contours import ContourPlot
from nnviz.ui.descent.surface.options import WalkOptions
from nnviz.ui.descent.surface.points import PointsPlot
from nnviz.ui.descent.surface.slices import Slice
from nnviz.ui.descent.surface.state import SurfaceState
from nnviz.ui.descent.surface.view import SurfaceView
from nnviz.ui.descent.surface.walkers import WalkerList
from nnviz.ui.descent.transport import Transport
from nnviz.ui.fields import parse_rate
from nnviz.ui.inspector.parts import NumberLine, Prose
from nnviz.wording import exact, tr
from nnviz.wording.descent import (
    SURFACE_TEACHES,
    SURFACE_WORDS,
    choices,
    fit_tex,
    gradient_text_of,
    importance_sentence,
    value_texts,
)

SPACE, SPACES = 8, 34
"""Pixels between two pictures; between all of them and the two ends of the page and the column."""


class SurfacePage(QWidget):
    """Pictures at the left, all that one does and reads at the right.

    Parameters
    ----------
    session : Session
        Its `descent.surface` is shown.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._walk = session, session.descent.surface
        self._state: SurfaceState | None = None
        self.setAccessibleName(tr("Descent in two dimensions"))
        self.contours, self.view = ContourPlot(), SurfaceView()
        self.slices = (Slice(0), Slice(1))
        self.compare, self.points = Compare(), PointsPlot()
        self.chooser = LandscapeChooser(tr("Which surface"), choices(SURFACE_WORDS, SURFACE_TEACHES))
        self.rate, self.transport = RateRow(), Transport(self._walk)
        self.where, self.gradient = NumberLine(), NumberLine(size=1.1, bold=True)
        self.importance = Prose()
        self.walkers, self.options = WalkerList(self._walk), WalkOptions(session)
        self._place()
        self._connect()
        theme.on_change(self, self._fit)

    def _place(self) -> None:
        self.side = side = SideColumn()
        side.add(self.chooser)
        side.add(self.where, self.gradient, self.importance)
        side.add(self.rate, self.transport)
        side.add(self.walkers, self.options)
        pictures = QGridLayout()
        pictures.setSpacing(8)
        pictures.addWidget(_card(self.contours), 0, 0, 1, 2)
        pictures.addWidget(_card(self.view), 0, 2, 1, 2)
        below = QHBoxLayout()
        below.setSpacing(SPACE)
        self.below = [_card(part) for part in (*self.slices, self.compare, self.points)]
        for card in self.below:
            below.addWidget(card, 1)
        pictures.addLayout(below, 1, 0, 1, 4)
        pictures.setRowStretch(0, 2)
        pictures.setRowStretch(1, 1)
        for column in range(4):
            pictures.setColumnStretch(column, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 12, 10)
        row.setSpacing(SPACES - 24)
        row.addLayout(pictures, 1)
        row.addWidget(side)

    def _connect(self) -> None:
        walk = self._walk
        self.contours.moved.connect(lambda x1, x2: walk.place((x1, x2)))
        self.contours.resized.connect(walk.zoom)
        self.chooser.chosen.connect(walk.choose)
        self.chooser.typed.connect(walk.set_formula)
        self.rate.offered.connect(self._take_rate)
        self._session.changed.connect(self._follow)

    def _take_rate(self, text: str) -> None:
        if not attempt(self._session, lambda: self._walk.set_rate(parse_rate(text))):
            self.rate.box.restore()

    # Room

    def minimumSizeHint(self) -> QSize:
        """Return a size at which the lower pictures that have no room are not there."""
        return QSize(self.side.width() + round(theme.px(280)), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show as many of the lower pictures as there is room for, the slices first; the points of data."""
        room = self.width() - self.side.width() - SPACES
        for card in self.below:
            room -= card.minimumSizeHint().width() + SPACE
            card.setVisible(room >= -SPACE and (card is not self.below[-1] or self._walk.fit is not None))

    # Following

    def _follow(self, what: Changed) -> None:
        if self.isVisible() and what & (Changed.DESCENT | Changed.NOTATION):
            if what & Changed.NOTATION:
                self._write()
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up."""
        super().showEvent(event)
        self._write()
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Walk no further while nobody looks."""
        super().hideEvent(event)
        self._walk.stop()

    def _write(self) -> None:
        self.rate.write()
        self.transport.write()
        self.chooser.write(tr("x1 and x2"))

    def refresh(self) -> None:
        """Show everything as it is now."""
        walk = self._walk
        self._state = state = SurfaceState.of(walk, self._state)
        self.contours.show_state(state)
        self.view.show_state(state)
        for part in self.slices:
            part.show_state(state, walk.landscape)
        self.compare.show_state(state, walk.fit is not None)
        self._show_data(state)
        tex = cost_of(walk.landscape, "x_1, x_2")
        if walk.fit is not None:
            tex = fit_tex(walk.fit.spec.activations[0])
        self.chooser.show_walk(walk.name, walk, tex, tr(SURFACE_TEACHES[walk.name]))
        self.rate.show_rate(walk.rate)
        self.transport.refresh()
        self.walkers.refresh()
        self._read(state)

    def _show_data(self, state: SurfaceState) -> None:
        walk = self._walk
        self._fit()
        self.options.setVisible(walk.fit is not None)
        rows = {name: walk.rows(name) for name in walk.active if name in ("batch", "single")}
        known = {name: found for name, found in rows.items() if found is not None}
        self.points.show_fit(walk.fit, state.trails, known)
        self.options.refresh()

    def _read(self, state: SurfaceState) -> None:
        first, second = state.point.tolist()
        slopes = (float(state.gradient[0]), float(state.gradient[1]))
        tip = f"{exact(first)}; {exact(second)}; {exact(state.cost)}"
        at, cost = value_texts(state.names[0], first, state.cost)
        self.where.set_text((at, value_texts(state.names[1], second, 0.0)[0], cost), tip)
        self.gradient.set_text(gradient_text_of(slopes), f"{exact(slopes[0])}; {exact(slopes[1])}")
        self.importance.setText(importance_sentence(state.names, slopes))


def _card(part: QWidget) -> QFrame:
    card = QFrame()
    theme.set_role(card, "card")
    inner = QVBoxLayout(card)
    inner.setContentsMargins(6, 5, 6, 5)
    inner.addWidget(part)
    return card
