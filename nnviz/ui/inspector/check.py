"""Is the derivative true? What really happens to the cost, beside it; and the check of the whole network."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from nnviz.core.check import STEPS, Check, check, checkable
from nnviz.core.explain import Quantity
from nnviz.session import Session
from nnviz.ui import theme
from nnviz.ui.fields import tab_only
from nnviz.ui.inspector.fold import FoldButton
from nnviz.ui.inspector.parts import NumberLine, Prose, section
from nnviz.wording import exact, percent, tr
from nnviz.wording.check import (
    check_caption,
    check_rows,
    derivative_row,
    difference_text,
    verdict_badge,
    verdict_role,
    verdict_sentence,
    whole_sentence,
    whole_teaches,
    whole_text,
)

APART_MS = 100
"""While a value is dragged the check follows no more often than this."""


class CheckPart(QWidget):
    """ΔC/Δw with a badge, a table for smaller and smaller Δ, and the one number of the whole network.

    Parameters
    ----------
    session : Session
        Whose example is followed.
    whole : bool
        Whether the whole network can be checked from here.
    """

    def __init__(self, session: Session, whole: bool = True) -> None:
        super().__init__()
        self._session = session
        self._quantity: Quantity | None = None
        self.result: Check | None = None
        self._since = QElapsedTimer()
        self._due = QTimer(self, singleShot=True)
        self._due.timeout.connect(self._compute)
        teaches = tr("<b>Without calculus</b><br>Change it a little and see what the cost does.")
        self.title = section(tr("checked by trying it out"), teaches)
        self.fold = FoldButton(
            tr("<b>The quotient for smaller and smaller Δ</b><br>It settles at the derivative.")
        )
        self.fold.setAccessibleName(tr("Table of the differences"))
        self.numbers = NumberLine()
        self.badge = QLabel()
        self.sentence, self.table = Prose(role="muted"), DifferenceTable()
        self.whole = WholeCheck(session)
        self._place()
        self.whole.setHidden(not whole)
        self.fold.toggled.connect(self._show)

    def _place(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.fold)
        row.addWidget(self.numbers, 1)
        row.addWidget(self.badge)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addLayout(row)
        for part in (self.sentence, self.table, self.whole):
            column.addWidget(part)
        self.fold.set_words("")
        self.table.hide()

    def show_check(self, quantity: Quantity) -> None:
        """Follow the numbers, at once for another subject, else in its own time."""
        possible = checkable(self._session.trace, quantity)
        self.setVisible(possible)
        if not possible:
            return
        if quantity != self._quantity or not self._since.isValid() or self._since.elapsed() >= APART_MS:
            self._quantity = quantity
            self._compute()
        elif not self._due.isActive():
            self._due.start(APART_MS - int(self._since.elapsed()))

    def hideEvent(self, event: QHideEvent) -> None:
        """Compute nothing while nobody looks."""
        super().hideEvent(event)
        self._due.stop()
        self._since.invalidate()

    def _compute(self) -> None:
        self._due.stop()
        assert self._quantity is not None
        self._since.start()
        self.result = check(self._session.trace, self._quantity)
        self._show()

    def _show(self) -> None:
        found = self.result
        if found is None:
            return
        self.whole.button.setToolTip(whole_teaches())  # its symbols follow the notation
        self.numbers.set_text(difference_text(found), exact(found.row.central))
        self.badge.setText(verdict_badge(found.verdict))
        theme.set_role(self.badge, verdict_role(found.verdict))
        words = verdict_sentence(found)
        self.badge.setToolTip(words)
        self.sentence.setText(words)
        self.sentence.setVisible(found.verdict != "agree")
        self.table.setVisible(self.fold.isChecked())
        if self.fold.isChecked():
            self.table.show_check(found)


class DifferenceTable(QWidget):
    """Each Δ with its ΔC/Δ, and below them the derivative."""

    def __init__(self) -> None:
        super().__init__()
        self.caption = NumberLine("text_muted", 0.9)
        self.rows = tuple(
            (NumberLine("text_muted", 0.92), NumberLine(size=0.92)) for _ in range(len(STEPS) + 1)
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(round(theme.px(16)), 0, 0, 0)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, round(theme.px(64)))
        grid.addWidget(self.caption, 0, 0, 1, 2)
        for index, (name, value) in enumerate(self.rows):
            grid.addWidget(name, index + 1, 0)
            grid.addWidget(value, index + 1, 1)

    def show_check(self, found: Check) -> None:
        """Show the differences, and what they approach."""
        self.caption.set_text(check_caption(found.quantity))
        texts = (*((f"Δ = {step}", value) for step, value in check_rows(found)), derivative_row(found))
        tips = (*(row.central for row in found.rows), found.derivative)
        for (name, value), (left, right), tip in zip(self.rows, texts, tips, strict=True):
            name.set_text(left)
            value.set_text(right, exact(tip))

    def texts(self) -> tuple[tuple[str, str], ...]:
        """Return the rows as they are shown."""
        return tuple((name.text(), value.text()) for name, value in self.rows)


class WholeCheck(QWidget):
    """The button that checks the whole network, how far it is, and the one number that comes of it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.button = QPushButton()
        tab_only(self.button)
        self.button.setToolTip(whole_teaches())
        self.badge, self.numbers, self.sentence = QLabel(), NumberLine(), Prose(role="muted")
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addWidget(self.badge)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.numbers)
        column.addWidget(self.sentence)
        self.button.clicked.connect(self._press)
        session.checking.changed.connect(self._follow)
        self._follow()

    def _press(self) -> None:
        checking = self._session.checking
        if checking.running:
            checking.cancel()
        else:
            checking.start()

    def _follow(self) -> None:
        checking = self._session.checking
        words = tr("Cancel  {share}", share=percent(checking.share)) if checking.running else ""
        self.button.setText(words or tr("Check the whole network"))
        self.button.setAccessibleName(self.button.text())
        found = checking.found
        for part in (self.badge, self.numbers, self.sentence):
            part.setVisible(found is not None)
        if found is not None:
            self.badge.setText(verdict_badge(found.verdict))
            theme.set_role(self.badge, verdict_role(found.verdict))
            self.numbers.set_text(whole_text(found), exact(found.error))
            self.sentence.setText(whole_sentence(found))
