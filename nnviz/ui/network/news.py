"""What a training's news move in the picture of the network: only that is painted while it runs."""

import time
from math import ceil, floor, inf

from PySide6.QtCore import QRect
from PySide6.QtGui import QRegion

from nnviz.core.steps import Phase
from nnviz.session import Session
from nnviz.ui.network.layout import NetworkLayout
from nnviz.ui.network.neurons import RING, STRIP
from nnviz.ui.readable import READABLE_MS

SOFT = 1
"""A bar may end within a pixel: this much of its ground is painted with its edge, never under an old one."""


class NewsPart:
    """Says which part of the picture a training's news is to be painted.

    The inputs, what the outputs are called and the numbers of neurons stay. The captions change: they are
    painted as fast as they are read, together with a frame. (A `Readable` would paint them between frames,
    one painting more; nothing is late without it, for a rest of the news has the whole painted anyway.)

    Parameters
    ----------
    session : Session
        What is trained.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._read_at = -inf

    def of(self, layout: NetworkLayout) -> QRegion | None:
        """Return what is to be painted now; None for the whole."""
        if not _only_values_move(self._session, layout):
            return None
        part, now = QRegion(moving(layout)), time.monotonic()
        if 1000 * (now - self._read_at) < READABLE_MS:
            return part
        self._read_at = now
        return part.united(QRegion(captions(layout)))


def moving(layout: NetworkLayout) -> QRect:
    """Return where edges and neurons show other numbers once the parameters have moved.

    A bar of inputs covers the edges under it: they are seen from its right end on.
    """
    stage, last = layout.stage, layout.spec.depth
    radius, bar = layout.radius(0), STRIP * layout.scale / 2
    left = floor(layout.columns[0] + (-radius - RING if radius else bar - SOFT))
    half = layout.radius(last) + RING if layout.radius(last) else bar + SOFT
    return QRect(left, stage.top(), ceil(layout.columns[last] + half) - left, stage.height())


def captions(layout: NetworkLayout) -> QRect:
    """Return where it is said what the edges show: all below the stage."""
    top = layout.stage.bottom() + 1
    return QRect(0, top, layout.width, layout.height - top)


def _only_values_move(session: Session, layout: NetworkLayout) -> bool:
    """Say whether a training's news leave everything where it stands, in front of nothing and alone."""
    last = layout.spec.depth
    chosen = session.selection is not None or session.pointed is not None
    wishes = session.shows(Phase("dC_da", last)) or session.shows(Phase("delta", last))
    return session.run_state == "running" and layout.camera.zoom == 1 and not chosen and not wishes
