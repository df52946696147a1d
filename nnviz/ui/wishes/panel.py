"""What all neurons of a layer want of the layer before, row by row; and again one layer further back."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from nnviz.core.steps import Phase
from nnviz.core.wishes import wishing_layers
from nnviz.session import Changed, Session
from nnviz.ui import theme
from nnviz.ui.fields import described, tab_only
from nnviz.ui.formula import FormulaLabel
from nnviz.ui.inspector.parts import Prose, section
from nnviz.ui.wishes.rows_bar import RowsBar
from nnviz.ui.wishes.table import WishTable
from nnviz.wording import FLAT, layer_name, not_yet, tr
from nnviz.wording.wishes import (
    becomes_sentence,
    no_wishes,
    quiet_sentence,
    reading_text,
    unit_text,
    wishes_tex,
    wishes_title,
)

FORMULA_FROM = 420.0
"""From this height on there is room for the formula."""

NEWS = Changed.NETWORK | Changed.PARAMETERS | Changed.EXAMPLE | Changed.CURSOR | Changed.NOTATION


class WishesPanel(QWidget):
    """The table of wishes of one layer, with a cursor of its own over its rows.

    Which layer follows the score, until the user goes to another one here.

    Parameters
    ----------
    session : Session
        What it shows.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._pinned: int | None = None
        self._shown: int | None = None
        self._layer = 0
        self.setAccessibleName(tr("Wishes"))
        self.title = section()
        self.formula = FormulaLabel(size=1.05, min_size=0.7)
        self.table = WishTable(session)
        self.table.walked.connect(self.walk)
        self.table.resized.connect(self._say_numbers)
        self.notes = Prose(role="muted")
        self._make_buttons()
        self._make_missing()
        self._place()
        session.changed.connect(self._follow)
        theme.on_change(self, self._restyle)

    # Its parts

    def _make_buttons(self) -> None:
        self.rows_bar = RowsBar()
        self.rows_bar.walked.connect(self.walk)
        self.nearer = self._words(
            tr("next layer"),
            tr("Back to where the score came from: the wishes that these nudges are the sum of."),
        )
        self.further = self._words(
            tr("one layer further back"),
            tr("The sum becomes the wish of the layer before, and it wants something of the one before it."),
        )
        self.nearer.clicked.connect(lambda: self.go_to(self._layer + 1))
        self.further.clicked.connect(lambda: self.go_to(self._layer - 1))

    def _words(self, text: str, teaches: str) -> QPushButton:
        button = QPushButton(text)
        tab_only(button)
        return described(button, text, teaches)

    def _make_missing(self) -> None:
        self.missing = Prose(role="muted")
        self.missing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.go = self._words("", "")
        self.go.clicked.connect(self._go_there)

    def _place(self) -> None:
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(2)
        self._head.addWidget(self.title, 1)
        self._head.addWidget(self.formula)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(0)
        self._foot.addWidget(self.rows_bar, 1)
        self._foot.addWidget(self.nearer)
        self._foot.addSpacing(6)
        self._foot.addWidget(self.further)
        there = QWidget()
        column = QVBoxLayout(there)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.table, 1)
        column.addLayout(self._foot)
        self.pages = QStackedWidget()
        self.pages.addWidget(there)
        self.pages.addWidget(self._missing_page())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(8, 0, 8, 2)
        whole.setSpacing(3)
        whole.addLayout(self._head)
        whole.addWidget(self.pages, 1)
        whole.addWidget(self.notes)

    def _missing_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.addStretch(1)
        column.addWidget(self.missing)
        column.addSpacing(6)
        column.addWidget(self.go, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)
        return page

    def _restyle(self) -> None:
        for label, size in ((self.notes, 0.86), (self.missing, 1.0)):
            label.setFont(theme.number_font(size))

    def minimumSizeHint(self) -> QSize:
        """Return little: the table scrolls."""
        return QSize(round(theme.px(300)), round(theme.px(200)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the formula beside the title, or below it."""
        super().resizeEvent(event)
        self._direct()

    def _direct(self) -> None:
        """Leave the height to the table where there is little: the line above has a formula too."""
        self.formula.setVisible(self.reached and self.height() >= theme.px(FORMULA_FROM))
        needed = self.title.sizeHint().width() + self.formula.sizeHint().width() + theme.px(32)
        direction = QBoxLayout.Direction
        self._head.setDirection(direction.LeftToRight if needed <= self.width() else direction.TopToBottom)

    # What is shown

    @property
    def layer(self) -> int:
        """The layer whose neurons wish; 0 in a network without hidden layers."""
        return self._layer

    @property
    def rows(self) -> int:
        """How many rows are revealed."""
        size = self._session.spec.sizes[self._layer]
        return size if self._shown is None else min(self._shown, size)

    @property
    def reached(self) -> bool:
        """Whether the score has come so far that this layer's wishes are known."""
        return self._knows(self._layer)

    def _knows(self, layer: int) -> bool:
        return layer in wishing_layers(self._session.spec) and self._session.shows(Phase("delta", layer))

    def _followed(self) -> int:
        """Return the layer that the score's cursor has come to: the last one whose δ is known."""
        layers = wishing_layers(self._session.spec)
        known = [layer for layer in layers if self._knows(layer)]
        return known[-1] if known else (layers[0] if layers else 0)

    def walk(self, rows: int) -> None:
        """Reveal so many rows more, or fewer; from all of them on it begins again."""
        size = self._session.spec.sizes[self._layer]
        now = 0 if rows == 1 and self.rows == size else self.rows
        self._shown = min(max(now + rows, 0), size)
        self.refresh()

    def go_to(self, layer: int) -> None:
        """Show another layer's wishes; where the score has not been there, it goes along."""
        if layer not in wishing_layers(self._session.spec):
            return
        if self._knows(layer):
            self._pinned = layer
            self.refresh()
        else:
            self._layer, self._shown = layer, None
            self._go_there()

    def _go_there(self) -> None:
        """Let the score's cursor go to the phase in which these wishes are summed."""
        position = self._session.plan.position("dC_da", self._layer - 1)
        if position is not None:
            self._session.jump(position)

    def refresh(self) -> None:
        """Follow the session."""
        layer = self._followed() if self._pinned is None else self._pinned
        if layer != self._layer:
            self._layer, self._shown = layer, None
        reached = self.reached
        self.pages.setCurrentIndex(0 if reached else 1)
        self.notes.setVisible(reached)
        if reached:
            self.table.show_layer(layer, self.rows)
            self._say()
        else:
            self._say_missing()
        self._direct()

    def _say(self) -> None:
        spec, layer, table = self._session.spec, self._layer, self.table.wishes
        self.formula.set_tex(wishes_tex(spec, layer, table.of))
        self.rows_bar.show_rows(self.rows, spec.sizes[layer])
        self.nearer.setVisible(layer < spec.depth)
        self.further.setVisible(layer > 2)
        self._say_numbers()

    def _say_numbers(self) -> None:
        """Say whose wishes they are, in which unit all numbers of the table stand, and how to read them."""
        if not self.reached:
            return
        spec, layer, table = self._session.spec, self._layer, self.table
        title, unit = wishes_title(spec, layer), unit_text(table.digits.exponent)
        self.title.set_text((title, f"({unit})") if unit else title)
        quiet = quiet_sentence(self._flat(), spec.sizes[layer], not table.wishes.matrix.any())
        notes = (reading_text(table.largest), quiet or becomes_sentence(spec, layer))
        self.notes.setText("  ·  ".join(note for note in notes if note))

    def _flat(self) -> int:
        """Return how many of the wishing neurons hardly let anything through."""
        slope = self._session.trace.slope(self._layer)
        return 0 if slope is None else int(np.count_nonzero(np.abs(slope) < FLAT))

    @property
    def why_empty(self) -> str:
        """Why there is no table; "" where there is one."""
        if self.reached:
            return ""
        return tr("The score has not come to these wishes yet.") if self._layer else no_wishes()

    def _say_missing(self) -> None:
        spec, layer = self._session.spec, self._layer
        self.go.setVisible(layer > 0)
        if not layer:
            self.title.set_text("")
            self.missing.setText(no_wishes())
            return
        self.title.set_text(wishes_title(spec, layer))
        self.missing.setText(not_yet())
        before = layer_name(spec, layer - 1)
        self.go.setText(tr("go there: the wish of the {before}", before=before))
        described(
            self.go, self.go.text(), tr("Moves the cursor of the score to the phase that sums these wishes.")
        )

    # Following the session

    def _follow(self, what: Changed) -> None:
        if what & (Changed.NETWORK | Changed.CURSOR):
            self._pinned = None
        if not self.isVisible():
            return
        if what & NEWS:
            self.refresh()
        elif what & (Changed.SELECTION | Changed.POINTED):
            if what & Changed.SELECTION and self.reached:
                self.table.reveal(self._session.selection)
            self.table.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while another picture stood here."""
        super().showEvent(event)
        self.refresh()
