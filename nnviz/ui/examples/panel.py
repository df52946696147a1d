"""Many examples: what each of them wants, what is left on average, and how much cancels."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.core.network import Location
from nnviz.session import Changed, Session
from nnviz.training.background import Background
from nnviz.ui.examples.choices import ExampleChoices
from nnviz.ui.examples.content import AT_ONCE, Content, Task
from nnviz.ui.examples.table import ExampleTable
from nnviz.ui.inspector.parts import NumberLine, Prose
from nnviz.wording import cost, tr
from nnviz.wording.examples import guesses_summary, table_summary

_NUMBERS = Changed.NETWORK | Changed.PARAMETERS | Changed.EXAMPLES | Changed.TRAINING
_ROWS = Changed.NETWORK | Changed.EXAMPLES


class ExamplesPanel(QWidget):
    """The table of examples with its controls; in the middle while `session.view.picture` is "examples".

    Parameters
    ----------
    session : Session
        Whose network and examples it shows.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._stale = True
        self._rows: tuple[Location, ...] = ()
        self.setAccessibleName(tr("Many examples"))
        self.choices = ExampleChoices(session)
        self.table = ExampleTable(session)
        self.summary = NumberLine("text_muted")
        self.asked = NumberLine("text_muted")
        self.empty = Prose(
            tr("No parameter is chosen yet: select a weight or a bias anywhere, then press “+ selected”."),
            "muted",
        )
        self.background = Background(self)
        self.background.ready.connect(self._show)
        self.choices.own.toggled.connect(self.table.set_own_scale)
        self.choices.whole.toggled.connect(self.table.show_whole)
        self._place()
        session.changed.connect(self._follow)
        session.closing.connect(self.background.close)

    def _place(self) -> None:
        words = QVBoxLayout()
        words.setContentsMargins(12, 0, 12, 4)
        words.setSpacing(0)
        for widget in (self.empty, self.summary, self.asked):
            words.addWidget(widget)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.choices)
        box.addWidget(self.table, 1)
        box.addLayout(words)
        self.empty.hide()

    def minimumSizeHint(self) -> QSize:
        """Return a size that leaves it to the window."""
        return QSize(self.table.minimumSizeHint().width(), super().minimumSizeHint().height())

    # When it computes

    def _follow(self, what: Changed) -> None:
        if what & _ROWS:
            self._rows = ()
        if what & _NUMBERS:
            self._stale = True
            self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened meanwhile."""
        super().showEvent(event)
        self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Compute nothing that nobody sees."""
        super().hideEvent(event)
        if self.background.busy:
            self._stale = True
        self.background.close()

    def _refresh(self) -> None:
        if not self._stale or not self.isVisible():
            return
        self._stale = False
        # While a training runs the rows stay where they are: nobody can read what jumps about.
        running = self._session.run_state == "running"
        task = Task.of(self._session, self._rows if running else ())
        self.background.ask(lambda stopped: task.content(), at_once=task.work <= AT_ONCE)

    # What it shows

    def _show(self, content: Content) -> None:
        if content.task.dataset is not self._session.dataset:
            return  # computed for data that have gone meanwhile
        self._rows = content.locations
        self.table.show_content(content)
        self.empty.setVisible(not content.locations)
        average = float(content.costs.mean())
        self.summary.set_text(table_summary(len(content.refs), average, content.cancelled, cost()))
        self.asked.set_text(self._asked(content))

    def _asked(self, content: Content) -> str:
        """Say what the network takes test examples for, most of them."""
        classes, counts = content.task.dataset.classes, content.asked
        if counts is None or classes is None:
            return ""
        top, n = int(counts.argmax()), int(counts.sum())
        return guesses_summary(classes[top], float(counts[top]) / n, n)
