"""A picture of the middle: all examples of a split at a glance."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnviz.data.dataset import PartName
from nnviz.session import Changed, Session
from nnviz.session.exam import Result
from nnviz.ui import theme
from nnviz.ui.fields import ARROWS, ChoiceBox, OwnKeys, described
from nnviz.ui.inspector.parts import NumberLine
from nnviz.ui.segments import Segments
from nnviz.ui.sheet.order import Wanted, chosen
from nnviz.ui.sheet.view import SheetView
from nnviz.wording import tr
from nnviz.wording.sheet import count_text, nothing_text

EVERY = ""
"""The name of no class in particular."""

REST_MS = 1000
"""Between two exams while the network learns."""

_ANSWERS = Changed.EXAM | Changed.PARAMETERS | Changed.TRAINING


class SheetPanel(QWidget):
    """Pictures in rows, filtered and ordered; a click shows one to the network.

    Parameters
    ----------
    session : Session
        Whose examples.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: tuple[object, ...] = ()
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self.setAccessibleName(tr("All examples"))
        self.part = Segments(tr("Which set"), _parts())
        self.which = Segments(tr("Which of them"), _which())
        self.label = described(ChoiceBox({}), tr("Class"), tr("Shows the examples of one class alone."))
        self.order = described(ChoiceBox(_orders()), tr("Order"), tr("What stands first."))
        self.count = NumberLine("text_muted")
        self.view = SheetView(session)
        self.part.choose(session.example.split)
        self.which.choose("all")
        for box in (self.label, self.order):
            OwnKeys(box, ARROWS)
            box.currentIndexChanged.connect(lambda _: self._begin())
        for switch in (self.part, self.which):
            switch.chosen.connect(lambda _: self._begin())
        self.view.chosen.connect(lambda index: session.go_to_example(self._part, index))
        self._lay_out()
        self._name_classes()
        session.changed.connect(self._follow)
        theme.on_change(self, self._space_out)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        for widget in (self.part, self.which):
            head.addWidget(widget)
        head.addWidget(self.label)
        head.addWidget(self.order)
        head.addWidget(self.count, 1)
        self._box = QVBoxLayout(self)
        self._box.addLayout(head)
        self._box.addWidget(self.view, 1)

    def _space_out(self) -> None:
        self._box.setContentsMargins(*(round(theme.px(side)) for side in (6, 4, 6, 6)))
        self._box.setSpacing(round(theme.px(6)))

    def minimumSizeHint(self) -> QSize:
        """Return a size that leaves it to the window."""
        return QSize(round(theme.px(400)), round(theme.px(200)))

    # What is asked for

    @property
    def _part(self) -> PartName:
        return cast(PartName, self.part.value)

    @property
    def wanted(self) -> Wanted:
        """Which examples, in which order."""
        label = self.label.currentIndex() - 1
        return Wanted(label if label >= 0 else None, self.which.value == "wrong", self.order.value)

    def _name_classes(self) -> None:
        data = self._session.dataset
        names = (EVERY, *(data.classes or ())) if data.train.labels is not None else (EVERY,)
        if [self.label.itemData(k) for k in range(self.label.count())] == list(names):
            return
        self.label.blockSignals(True)
        self.label.clear()
        for name in names:
            self.label.addItem(name or tr("all classes"), name)
        self.label.blockSignals(False)

    # What it shows

    def _follow(self, what: Changed) -> None:
        if what & Changed.NETWORK:
            self._name_classes()
        if self.isVisible() and what & (_ANSWERS | Changed.NETWORK):
            self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up."""
        super().showEvent(event)
        self._refresh()

    def _begin(self) -> None:
        """Show something else, from its beginning."""
        self._refresh()
        self.view.to_top()

    def _refresh(self) -> None:
        session, part, wanted = self._session, self._part, self.wanted
        self._ask()
        result = self._known()
        shown = (session.dataset, part, wanted, result)
        if self._shown and all(
            now is before or (k in (1, 2) and now == before)
            for k, (now, before) in enumerate(zip(shown, self._shown, strict=True))
        ):
            return
        self._shown = shown
        answers = None if result is None else result.answers
        rows = chosen(session.dataset.split(part), wanted, answers)
        unknown = wanted.needs_answers and result is None
        self.view.show_part(part, rows, result, nothing_text(unknown, wanted.wrong))
        self.count.set_text(count_text(len(rows), len(session.dataset.split(part))), "")

    def _ask(self) -> None:
        """Have the present network examined; while it learns, about once a second."""
        if self._session.run_state != "running":
            self._session.exam.ask(self._part)
        elif not self._rest.isActive():
            self._rest.start()
            self._session.exam.ask(self._part)

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest."""
        super().hideEvent(event)
        self._rest.stop()

    def _known(self) -> Result | None:
        """Return what the network answers; of an earlier θ while a new one is being asked."""
        return self._session.exam.result_of(self._part)


def _parts() -> dict[str, tuple[str, str]]:
    return {
        "train": (tr("training"), tr("<b>Training examples</b><br>What the network learns from.")),
        "test": (tr("test"), tr("<b>Test examples</b><br>What it has never learned from.")),
    }


def _which() -> dict[str, tuple[str, str]]:
    return {
        "all": (tr("all"), tr("<b>All</b><br>Right and wrong ones.")),
        "wrong": (
            tr("wrong"),
            tr("<b>Only the wrong ones</b><br>What the network takes for something else."),
        ),
    }


def _orders() -> dict[str, str]:
    return {
        "set": "in order",
        "class": "by class",
        "doubtful": "least sure first",
        "random": "random order",
    }
