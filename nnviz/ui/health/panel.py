"""The laboratory's page for what hinders a network from learning."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from nnviz.core.network import NetworkSpec
from nnviz.core.passes import masks_of
from nnviz.session import Changed, Session
from nnviz.training.background import Background, Stopped
from nnviz.training.diagnosis import Finding, Health, diagnose
from nnviz.ui import theme
from nnviz.ui.health.layers import LayerRows
from nnviz.ui.inspector.parts import Heading, Prose, View
from nnviz.wording import tr
from nnviz.wording.diagnosis import (
    already_so,
    finding_advice,
    finding_sentence,
    healthy_sentence,
    meaning_sentences,
)

REST_MS = 500
"""How long it looks away between two looks while a training runs."""

_FOLLOWED = Changed.PARAMETERS | Changed.NETWORK | Changed.NOTATION


class HealthPanel(View):
    """Dead and saturated neurons and lengths of gradients, layer by layer; what was found, and what to try.

    Signals
    -------
    looked()
        The network was looked over once more.

    Parameters
    ----------
    session : Session
        Whose network is looked at, with examples of its training set.
    """

    looked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.health: Health | None = None
        self._already: frozenset[str] = frozenset()
        self._stale = True
        self._background = Background(self)
        self._background.ready.connect(self._take)
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._rest.timeout.connect(self._look)
        self.setAccessibleName(tr("What hinders it from learning"))
        self.title, self.said = QLabel(), Prose(role="muted")
        theme.set_role(self.title, "title")
        self.layers = LayerRows()
        self.findings = QVBoxLayout()
        self.findings.setSpacing(8)
        self.means = Prose(role="muted")
        self._column.setContentsMargins(10, 4, 10, 6)
        for widget in (self.title, self.said, self.layers):
            self._column.addWidget(widget)
        self._column.addLayout(self.findings)
        self._column.addWidget(self.means)
        self._column.addStretch(1)
        self.layers.chosen.connect(session.select)
        session.changed.connect(self._follow)
        session.closing.connect(self._background.close)

    # When to look

    def _follow(self, what: Changed) -> None:
        if what & _FOLLOWED:
            self._stale = True
            if self.isVisible() and not self._rest.isActive():
                self._look()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while nobody looked."""
        super().showEvent(event)
        self._look()

    def hideEvent(self, event: QHideEvent) -> None:
        """Compute nothing that nobody sees."""
        super().hideEvent(event)
        self._rest.stop()
        self._background.close()
        self._stale = True

    def _look(self) -> None:
        if not self._stale or not self.isVisible():
            return
        self._stale = False
        session = self._session
        parameters, train = session.parameters, session.dataset.train
        masks = masks_of(session.spec, session.off)

        def work(stopped: Stopped) -> tuple[NetworkSpec, Health]:
            return parameters.spec, diagnose(parameters, train.each, train.targets, masks)

        self._background.ask(work)
        self._rest.start()

    # What was found

    def _take(self, found: tuple[NetworkSpec, Health]) -> None:
        spec, health = found
        self.layers.show_layers(spec, health.layers)
        said = None if self.health is None else (self.health.findings, self._already)
        self.health, self._already = health, self._already_so(spec)
        if (health.findings, self._already) != said or not self.findings.count():
            self._show_findings(spec, health)
        self.said.setText(tr("Looked at with {n:,} training examples.", n=health.examples))
        self.means.setText("\n".join(meaning_sentences()))
        self.looked.emit()

    def _already_so(self, spec: NetworkSpec) -> frozenset[str]:
        session, origin = self._session, self._session.origin
        return already_so(spec, origin and origin.scheme, origin is None or session.place > 0)

    def _show_findings(self, spec: NetworkSpec, health: Health) -> None:
        while (item := self.findings.takeAt(0)) is not None:
            widget = item.widget()
            assert widget is not None
            widget.hide()
            widget.deleteLater()
        self.title.setText(_title(health))
        for finding in health.findings:
            self.findings.addWidget(_card(spec, finding, self._already))
        if not health.findings:
            self.findings.addWidget(Prose(healthy_sentence(health)))

    def refresh(self) -> Heading:
        """Look again."""
        self._stale = True
        self._look()
        return Heading()


def _title(health: Health) -> str:
    count = len(health.findings)
    if not count:
        return tr("Nothing to worry about")
    return tr("One thing hinders it") if count == 1 else tr("{n} things hinder it", n=count)


def _card(spec: NetworkSpec, finding: Finding, already: frozenset[str]) -> QFrame:
    """Return what was found and, below it, what to try."""
    card = QFrame()
    theme.set_role(card, "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(10, 8, 10, 8)
    column.setSpacing(4)
    found = Prose(finding_sentence(spec, finding), "warning")
    column.addWidget(found)
    column.addWidget(Prose(finding_advice(finding, already)))
    return card
