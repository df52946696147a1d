"""The exam: the test set image by image, who is taken for whom, and the wrong ones, most confident first."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from nnviz.core.arrays import IntArray
from nnviz.session import Changed, Session
from nnviz.session.exam import Result
from nnviz.training.exam import Answers, Fit
from nnviz.ui import theme
from nnviz.ui.cells import Cell
from nnviz.ui.exam.confusion import ConfusionView
from nnviz.ui.exam.controls import SittingControls
from nnviz.ui.exam.gallery import ExampleGallery
from nnviz.ui.exam.paper import Paper
from nnviz.ui.exam.scatter import ScatterView
from nnviz.ui.exam.strip import TickStrip
from nnviz.ui.examples.thumbnails import Thumbnails
from nnviz.ui.fields import described, tab_only
from nnviz.ui.inspector.parts import NumberLine
from nnviz.wording import tr
from nnviz.wording.exam import confidence_teaches, confusion_text, fit_text, standing_text
from nnviz.wording.standing import fit_teaches


class ExamPanel(QWidget):
    """A page of the laboratory.

    Parameters
    ----------
    session : Session
        Whose network is examined; what is wrong becomes its example.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: tuple[Result | None, Cell | None, bool] = (None, None, False)
        self._cell: Cell | None = None
        self.setAccessibleName(tr("Exam"))
        thumbnails = Thumbnails(session)
        self.paper = Paper(session, thumbnails)
        self.strip = TickStrip(session.exam.sitting)
        self.controls = SittingControls(session)
        self.note = NumberLine("text_muted", 0.95)
        self.summary = NumberLine("text", bold=True)
        self.confusion = ConfusionView(session)
        self.scatter = ScatterView(session)
        self.which = NumberLine("text_muted")
        self.all = _all_button()
        self.gallery = ExampleGallery(session, thumbnails)
        self._lay_out()
        self.strip.clicked.connect(lambda _, column: self._show(self.strip.index(column)))
        self.confusion.clicked.connect(self._choose_cell)
        self.scatter.chosen.connect(self._show)
        self.gallery.chosen.connect(self._show)
        self.all.clicked.connect(lambda: self._set_cell(None))
        session.exam.sitting.changed.connect(self._follow_sitting)
        session.changed.connect(self._follow)
        theme.on_change(self, self._space_out)

    # Placing

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.note, 1)
        top.addWidget(self.controls.stops)
        sitting = QVBoxLayout()
        sitting.addLayout(top)
        for widget in (self.paper, self.strip, self.controls):
            sitting.addWidget(widget)
        self.figure = QStackedWidget()
        self.figure.addWidget(self.confusion)
        self.figure.addWidget(self.scatter)
        head = QHBoxLayout()
        head.addWidget(self.which, 1)
        head.addWidget(self.all)
        whole = QVBoxLayout()
        whole.addWidget(self.summary)
        whole.addWidget(self.figure, 3)
        whole.addLayout(head)
        whole.addWidget(self.gallery, 2)
        self._columns = (sitting, whole)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        box.addWidget(_card(sitting))
        box.addWidget(_card(whole), 1)

    def _space_out(self) -> None:
        for column in self._columns:
            column.setContentsMargins(*(round(theme.px(side)) for side in (12, 6, 12, 8)))
            column.setSpacing(round(theme.px(5)))

    def minimumSizeHint(self) -> QSize:
        """Return a size that leaves it to the window."""
        return QSize(round(theme.px(370)), round(theme.px(240)))

    # When it works

    def showEvent(self, event: QShowEvent) -> None:
        """Watch the exam, and catch up with what happened meanwhile."""
        super().showEvent(event)
        self._session.exam.watch(self)
        self._follow_sitting()
        self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Watch no more; images that nobody sees do not come."""
        super().hideEvent(event)
        self._session.exam.unwatch(self)
        self._session.exam.sitting.pause()

    def _follow(self, what: Changed) -> None:
        if what & Changed.NETWORK:
            self._cell = None
        if what & Changed.NOTATION:
            self._shown = (None, None, False)
        if self.isVisible() and what & (Changed.EXAM | Changed.NETWORK | Changed.NOTATION):
            self._refresh()
        if self.isVisible() and what & (Changed.NETWORK | Changed.NOTATION):
            self._follow_sitting()

    def _follow_sitting(self) -> None:
        if not self.isVisible():
            return
        for part in (self.paper, self.strip, self.controls):
            part.follow()
        self.note.set_text(self._note())
        self.controls.stops.setVisible(self._session.dataset.test.labels is not None)

    def _note(self) -> str:
        sitting = self._session.exam.sitting
        if sitting.finished:
            return tr("That was all")
        if sitting.stale and sitting.begins_again and not sitting.running:
            return tr("The network has changed: Start begins again")
        if sitting.stale:
            return tr("The network as it was when this exam began")
        images = self._session.dataset.image_shape is not None
        return tr("Unseen images") if images else tr("Unseen examples")

    # What it shows

    def _refresh(self) -> None:
        """Show the newest result."""
        result = self._session.exam.result
        before, cell, ever = self._shown
        if ever and before is result and cell == self._cell:
            return
        self._shown = (result, self._cell, True)
        if result is None:
            self._show_nothing()
        elif isinstance(result.exam, Fit):
            self._show_fit(result, result.exam)
        else:
            self._show_answers(result, result.exam)
        self.all.setVisible(result is not None and self._cell is not None)

    def _show_nothing(self) -> None:
        self.summary.set_text(tr("Examining the whole test set …"))
        self.which.set_text("", "")
        self.figure.setCurrentWidget(self.confusion)
        self.confusion.set_answers(None)
        self.confusion.set_chosen(None)
        self.gallery.show_examples(None, np.zeros(0, np.int64))

    def _show_answers(self, result: Result, answers: Answers) -> None:
        self.figure.setCurrentWidget(self.confusion)
        self.summary.set_text(standing_text(answers.n_right, len(answers)), "")
        self.confusion.set_answers(answers)
        self.confusion.set_chosen(self._cell)
        rows, words = self._chosen_rows(answers)
        self.which.set_text(words, confidence_teaches(result.spec))
        self.gallery.show_examples(result, rows)

    def _chosen_rows(self, answers: Answers) -> tuple[IntArray, str]:
        """Return the examples of the chosen cell, or all wrong ones, and what they are."""
        if self._cell is not None:
            rows = answers.cell(*self._cell)
            label, guess = (self.confusion.name(index) for index in self._cell)
            return rows, confusion_text(len(rows), label, guess)
        rows = answers.wrong_by_confidence
        if len(rows) == 0:
            return rows, tr("None is wrong")
        if len(rows) == 1:
            return rows, tr("1 wrong one")
        return rows, tr("{n:,} wrong ones, the most confident first", n=len(rows))

    def _show_fit(self, result: Result, fit: Fit) -> None:
        self.figure.setCurrentWidget(self.scatter)
        self.summary.set_text(fit_text(fit.rmse, fit.r_squared, len(fit)), fit_teaches())
        self.scatter.show_fit(result)
        self.which.set_text(tr("The furthest off first"), "")
        self.gallery.show_examples(result, fit.worst)

    # What is chosen

    def _choose_cell(self, row: int, column: int) -> None:
        """Show a cell's images; of the cell already chosen, all wrong ones again."""
        self._set_cell(None if self._cell == (row, column) else (row, column))

    def _set_cell(self, cell: Cell | None) -> None:
        self._cell = cell
        self._refresh()
        self.gallery.to_top()

    def _show(self, index: int) -> None:
        """Make a test example the window's."""
        self._session.go_to_example("test", index)


def _all_button() -> QToolButton:
    button = QToolButton()
    button.setText(tr("all wrong ones"))
    tab_only(button)
    theme.set_role(button, "tight")
    button.hide()
    return described(button, tr("All wrong ones"), tr("Shows those of all cells again."))


def _card(layout: QLayout) -> QFrame:
    card = QFrame()
    theme.set_role(card, "card")
    card.setLayout(layout)
    return card
