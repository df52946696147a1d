"""A picture of the middle: how each layer arranges the test examples."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.core.arrays import Array
from nnviz.core.network import NetworkSpec, Parameters
from nnviz.core.passes import Masks, forward, masks_of
from nnviz.core.representation import Representation, as_they_are, represent
from nnviz.session import Changed, Session
from nnviz.session.points import PlaneData
from nnviz.training.background import Background, Stopped
from nnviz.ui import theme
from nnviz.ui.inspector.parts import Prose
from nnviz.ui.space.view import SpaceView
from nnviz.wording import tr
from nnviz.wording.space import space_teaches

MOST = 1000
"""Examples that are shown, the first of the test set."""

LINES, POINTS = 13, 61
"""The plane's grid has so many lines in each direction, and each line so many points, enough to bend."""

GAP_MS = 250
"""Between two pictures while the network learns."""

_OTHER = Changed.NETWORK | Changed.PARAMETERS | Changed.HISTORY


class _Seen(NamedTuple):
    """What was computed, and of what."""

    layers: tuple[Representation, ...]
    grids: tuple[Array, ...]
    dataset: object
    spec: NetworkSpec


class SpacePanel(QWidget):
    """The layers side by side, live while the network learns.

    Parameters
    ----------
    session : Session
        Whose network.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._seen: _Seen | None = None
        self._made_from: tuple[object, ...] = ()
        self.setAccessibleName(tr("Layers as representations"))
        self.view = SpaceView(session)
        self.view.chosen.connect(lambda row: session.go_to_example("test", row))
        self.note = Prose(space_teaches(), "muted")
        self._box = QVBoxLayout(self)
        self._box.addWidget(self.note)
        self._box.addWidget(self.view, 1)
        self.background = Background(self)
        self.background.ready.connect(self._take)
        self._soon = QTimer(self, singleShot=True, interval=GAP_MS)
        self._soon.timeout.connect(self._refresh)
        session.changed.connect(self._follow)
        session.closing.connect(self._stop)
        theme.on_change(self, self._space_out)

    def _space_out(self) -> None:
        self._box.setContentsMargins(*(round(theme.px(side)) for side in (6, 4, 6, 6)))
        self._box.setSpacing(round(theme.px(6)))

    def minimumSizeHint(self) -> QSize:
        """Return a size that leaves it to the window."""
        return QSize(round(theme.px(320)), round(theme.px(220)))

    # When it works

    def _follow(self, what: Changed) -> None:
        if what & Changed.NETWORK and not self._is_current(self._seen):
            self._seen = None
            self.view.show_layers((), None)
        if self.isVisible() and what & _OTHER and not self._soon.isActive():
            self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up."""
        super().showEvent(event)
        self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Compute nothing that nobody sees."""
        super().hideEvent(event)
        self._stop()

    def _stop(self) -> None:
        self._soon.stop()
        self.background.close()
        self._made_from = ()

    def _refresh(self) -> None:
        session = self._session
        parameters, off, dataset = session.parameters, session.off, session.dataset
        made_from = (parameters, off, dataset)
        if self._made_from and all(a is b for a, b in zip(made_from, self._made_from, strict=True)):
            return
        self._made_from = made_from
        before = self._seen.layers if self._seen is not None else ()
        known, masks = session.points.plane, masks_of(parameters.spec, off)

        def work(stopped: Stopped) -> _Seen | None:
            with np.errstate(all="ignore"):
                passed = forward(parameters, dataset.test.each[:MOST], masks)
            layers = list(before[:1])  # the input does not change while the network learns
            for layer in range(len(layers), parameters.spec.depth + 1):
                a = passed.a[layer]
                if stopped() or not np.isfinite(a).all():
                    return None
                layers.append(_shown(a, before[layer] if before else None))
            grids = () if known is None else _bent(parameters, masks, known, layers)
            return _Seen(tuple(layers), grids, dataset, parameters.spec)

        self.background.ask(work)

    def _is_current(self, seen: _Seen | None) -> bool:
        """Say whether what was computed is of the present data and a network of the present shape."""
        session = self._session
        return seen is not None and seen.dataset is session.dataset and seen.spec == session.spec

    def _take(self, seen: _Seen) -> None:
        if not self._is_current(seen):
            return
        self._seen = seen
        labels = self._session.dataset.test.labels
        self.view.show_layers(seen.layers, None if labels is None else labels[:MOST], seen.grids)
        self.note.setText(space_teaches(grid=bool(seen.grids)))


def _shown(a: Array, before: Representation | None) -> Representation:
    return as_they_are(a) if a.shape[1] == 2 else represent(a, before)


def _bent(
    parameters: Parameters, masks: Masks, known: PlaneData, layers: Sequence[Representation]
) -> tuple[Array, ...]:
    """Return the lines of the plane's grid as each layer bends them, shape (2, LINES, POINTS, 2) each."""
    lines = known.square.lines(LINES, POINTS)
    with np.errstate(all="ignore"):
        passed = forward(parameters, known.inputs(lines.reshape(-1, 2)), masks)
    return tuple(shown.project(passed.a[layer]).reshape(lines.shape) for layer, shown in enumerate(layers))
