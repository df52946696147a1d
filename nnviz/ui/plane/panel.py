"""A picture of the middle: the plane as every neuron sees it, and the points that the network learns from."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from nnviz.data import load
from nnviz.session import Changed, Neuron, Session
from nnviz.training.background import Background
from nnviz.ui import theme
from nnviz.ui.attempt import attempt
from nnviz.ui.fields import described, tab_only
from nnviz.ui.invitation import Invitation
from nnviz.ui.plane.body import Body
from nnviz.ui.plane.controls import PlaneControls
from nnviz.ui.plane.hand import SurfaceView
from nnviz.ui.plane.head import Head
from nnviz.ui.plane.reading import Reading
from nnviz.ui.plane.seen import Seen, cost, look
from nnviz.ui.plane.tiles import TilesView
from nnviz.wording import tr
from nnviz.wording.plane import (
    no_plane_sentences,
)

GAP_MS = 40
"""From one picture to the next while the network learns: 25 in a second."""

AT_ONCE = 8_000_000
"""Multiplications that take no longer than a frame; more are done beside the window."""

_OTHER = Changed.NETWORK | Changed.HISTORY | Changed.SELECTION | Changed.POINTED
_FOLLOWED = _OTHER | Changed.PARAMETERS | Changed.EXAMPLE | Changed.VIEW | Changed.NOTATION


class PlanePanel(QWidget):
    """Small surfaces in the network at the left, the large one with the points at the right.

    Parameters
    ----------
    session : Session
        Whose network and points.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._made_from: tuple[object, ...] = ()
        self.setAccessibleName(tr("Points in the plane"))
        self.invitation = Invitation(_choices())
        self.invitation.wanted.connect(self.open_points)
        self.controls = PlaneControls(session)
        self.tiles, self.surface = TilesView(session), SurfaceView(session)
        self.head = Head(session)
        self.reading = Reading(session, self.surface, self.subject)
        self.test = self._test_box()
        self.body = Body(self.tiles, self.head, self.surface)
        self.content = QWidget()
        self._lay_out()
        self.controls.labeled.connect(self._take_label)
        self.tiles.arranged.connect(self._compute)
        self.surface.told.connect(self.reading.tell)
        remove = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.content)
        remove.activated.connect(self.surface.remove_hovered)
        self.background = Background(self)
        self.background.ready.connect(self._take)
        self._since = QElapsedTimer()
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._compute)
        session.changed.connect(self._follow)
        session.closing.connect(self._stop)
        theme.on_change(self, self._space_out)

    def _test_box(self) -> QCheckBox:
        box = described(
            QCheckBox(tr("test points")),
            tr("Points of the test set"),
            tr("Shows them too, as rings. The network never learns from them."),
        )
        tab_only(box)
        box.toggled.connect(self.surface.show_test)
        return box

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.addWidget(self.reading, 1)
        below.addWidget(self.test)
        self._column = QVBoxLayout(self.content)
        self._column.addWidget(self.controls)
        self._column.addWidget(self.body, 1)
        self._column.addLayout(below)
        both = QVBoxLayout(self)  # no stack: that would move the keyboard's focus
        both.setContentsMargins(0, 0, 0, 0)
        both.addWidget(self.invitation)
        both.addWidget(self.content)

    def _space_out(self) -> None:
        side = round(theme.px(4))
        self._column.setContentsMargins(side, side, side, side)
        self._column.setSpacing(side)
        self.body.arrange()

    def minimumSizeHint(self) -> QSize:
        """Return a size that leaves it to the window."""
        return QSize(round(theme.px(320)), round(theme.px(220)))

    # What the user does

    def open_points(self, reference: str) -> None:
        """Begin with points and a small network that suits them; undo brings back what was here."""
        self.invitation.let_go()
        attempt(self._session, lambda: self._session.use_data(load(reference), anew=True))

    def _take_label(self, label: int) -> None:
        self.surface.label = label

    # When it works

    def _follow(self, what: Changed) -> None:
        if not self.isVisible() or not what & _FOLLOWED:
            return
        if what & ~Changed.PARAMETERS & _FOLLOWED:
            self._refresh(what)
        elif not self._soon.isActive():
            self._soon.start(max(GAP_MS - self._since.elapsed(), 0) if self._since.isValid() else 0)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up."""
        super().showEvent(event)
        self._refresh(_FOLLOWED)

    def hideEvent(self, event: QHideEvent) -> None:
        """Compute nothing that nobody sees."""
        super().hideEvent(event)
        self._stop()

    def _stop(self) -> None:
        self._soon.stop()
        self.background.close()
        self.controls.background.close()
        self._made_from = ()

    def _refresh(self, what: Changed) -> None:
        known = self._session.points.plane
        self.invitation.setVisible(known is None)
        self.content.setVisible(known is not None)
        if known is None:
            n = self._session.dataset.n_inputs
            why = tr("It shows data of 2 inputs, and these have {n:,}.", n=n)
            self.invitation.say(*no_plane_sentences(n), why)
            return
        if what & Changed.NETWORK:
            self.controls.follow()
            self.surface.look_again()
            self._forget_another()
        if what & _OTHER:
            self.tiles.arrange()  # which computes what is new
        self.tiles.update()
        self.surface.update()
        self.reading.follow()

    def _forget_another(self) -> None:
        """Show nothing rather than another network, until this one has been looked at."""
        seen = self.tiles.seen()
        if seen is not None and seen.spec != self._session.spec:
            for view in (self.tiles, self.surface, self.reading):
                view.show_seen(None)

    def subject(self) -> Neuron | None:
        """Return the neuron that the large surface is to show, which is pointed at or chosen; else None."""
        for hit in (self._session.pointed, self._session.selection):
            if isinstance(hit, Neuron):
                return hit
        return None

    def _compute(self) -> None:
        session, known = self._session, self._session.points.plane
        if known is None or not self.isVisible():
            return
        parameters, off, dataset = session.parameters, session.off, session.dataset
        subject, chosen = self.subject(), self.tiles.members()
        made_from = (parameters, off, dataset, subject, chosen)
        if made_from == self._made_from:  # of the first three the very same ones, for they compare so
            return
        self._made_from = made_from
        self._since.start()
        at_once = cost(parameters.spec) <= AT_ONCE
        self.background.ask(
            lambda stopped: look(parameters, off, dataset, known, subject, chosen), at_once=at_once
        )

    def _take(self, seen: Seen) -> None:
        session = self._session
        if seen.dataset is not session.dataset or seen.spec != session.spec:
            return
        self.tiles.show_seen(seen)
        self.surface.show_seen(seen)
        self.reading.show_seen(seen)
        shade = self.surface.shade()
        assert shade is not None
        names = self.tiles.names_of(seen.subject.layer) if seen.subject is not None else ()
        self.head.show_seen(seen, shade.legend, names, isinstance(session.selection, Neuron))
        self.reading.follow()


def _choices() -> dict[str, tuple[str, str]]:
    teaches = tr("These points, and a small network that suits them. Undo (Ctrl+Z) brings back what is here.")
    return {
        "circles": (tr("Two circles"), teaches),
        "spirals": (tr("Two spirals"), teaches),
        "xor": (tr("Exclusive or"), teaches),
    }
