"""An input of one's own: a pad to draw on, what the network sees of it, and what it says."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from nnviz.core.arrays import IntArray
from nnviz.session import Changed, Session
from nnviz.training.exam import confidence
from nnviz.ui import theme
from nnviz.ui.drawing.button import tight_button
from nnviz.ui.drawing.kept import KeptStrip
from nnviz.ui.drawing.noise import NoiseBar
from nnviz.ui.drawing.pad import RADII, PadView
from nnviz.ui.example.image import ExampleImage
from nnviz.ui.example.lines import Lines
from nnviz.ui.example.terms import output_lines
from nnviz.ui.fields import ChoiceBox, described
from nnviz.ui.inspector.parts import NumberLine
from nnviz.ui.segments import Segments
from nnviz.wording import tr
from nnviz.wording.drawing import kept_text, noise_name, verdict
from nnviz.wording.exam import class_name, confidence_teaches

SEEN = 116.0
"""The side of the picture that the network sees."""

_VALUES = Changed.NETWORK | Changed.PARAMETERS | Changed.EXAMPLE | Changed.HISTORY | Changed.NOTATION


class DrawingPanel(QWidget):
    """A picture of the middle: draw, and see at once what the network makes of it.

    Parameters
    ----------
    session : Session
        Whose input is drawn.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setAccessibleName(tr("Draw a digit"))
        self.pad = PadView(session)
        self.pens = Segments(tr("Width of the pen"), _pens())
        self.pens.choose("medium")
        self.pens.chosen.connect(self._take_pen)
        self.back = tight_button(
            session, tr("undo"), tr("Takes the last stroke away."), session.drawings.take_back
        )
        self.wipe = tight_button(
            session, tr("clear"), tr("Takes the whole drawing away."), session.drawings.clear
        )
        self.seen = ExampleImage(session)
        self.says = NumberLine("text", 1.1, bold=True)
        self.lines = Lines(tr("Outputs"))
        self.lines.chosen.connect(session.select)
        self.lines.pointed.connect(session.point_at)
        self.label = described(ChoiceBox({}), tr("What it is"), tr("The label your drawing is kept with."))
        self.keep = tight_button(
            session, tr("keep"), tr("Keeps the drawing with this label, also for the next time."), self._keep
        )
        self.kept = KeptStrip(session)
        self.kept.told.connect(self._count_kept)
        self.delete = tight_button(session, tr("delete"), tr("Deletes the chosen drawing."), self.kept.delete)
        self.tally = NumberLine("text_muted")
        self.noise = NoiseBar(session)
        self._lay_out()
        session.changed.connect(self._follow)
        theme.on_change(self, self._space_out)
        self._name_classes()

    # Placing

    def _lay_out(self) -> None:
        tools = _row(self.pens, self.back, self.wipe)
        tools.setStretch(0, 1)
        answer = QGridLayout()
        answer.addWidget(self.says, 0, 0, 1, 2)
        answer.addWidget(self.seen, 1, 0, Qt.AlignmentFlag.AlignTop)
        answer.addWidget(self.lines, 1, 1)
        answer.setColumnStretch(1, 1)
        answer.setRowStretch(1, 1)
        right = QVBoxLayout()
        right.addLayout(answer, 1)
        right.addLayout(_row(self.label, self.keep, self.delete, self.tally))
        right.addWidget(self.kept)
        right.addWidget(self.noise)
        left = QVBoxLayout()
        left.addWidget(self.pad, 1)
        left.addLayout(tools)
        whole = QHBoxLayout(self)
        whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        whole.addLayout(left, 5)
        whole.addLayout(right, 6)
        self._boxes = (whole, left, right, answer)

    def _space_out(self) -> None:
        whole, left, right, answer = self._boxes
        whole.setContentsMargins(*(round(theme.px(side)) for side in (6, 4, 6, 6)))
        whole.setSpacing(round(theme.px(18)))
        for box in (left, right, answer):
            box.setSpacing(round(theme.px(6)))
        side = theme.px(SEEN)
        self.seen.setFixedSize(*self.seen.fitting(side, side))

    def minimumSizeHint(self) -> QSize:
        """Return a size that leaves it to the window."""
        return QSize(round(theme.px(400)), round(theme.px(240)))

    # What it shows

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up."""
        super().showEvent(event)
        self._refresh()

    def _follow(self, what: Changed) -> None:
        if what & Changed.NETWORK:
            self._name_classes()
            self._space_out()
        if what & (_VALUES | Changed.EXAMPLES) and self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        session = self._session
        self.says.set_text(self._says(), confidence_teaches(session.spec))
        lines, function = output_lines(session), session.spec.activation(session.spec.depth)
        largest = max((abs(line.value) for line in lines), default=1.0)
        scale = largest if function.high is None else function.high
        self.lines.set_lines(lines, scale, "text_muted" if function.low == 0 else "")
        drawn = bool(session.drawings.strokes)
        for button in (self.back, self.wipe):
            button.setEnabled(drawn)
        self.keep.setEnabled(drawn and self.label.count() > 0)

    def _count_kept(self) -> None:
        self.delete.setEnabled(self.kept.count() > 0)
        self.tally.set_text(kept_text(self.kept.count(), self.kept.right), "")

    def _says(self) -> str:
        session = self._session
        guess = session.guess
        if guess is None:
            return ""
        outputs = session.trace.a[session.spec.depth]
        sure = float(confidence(session.spec, outputs[None], _rows(guess))[0])
        says = verdict(session.spec, class_name(session.dataset.classes, guess), sure)
        noise = session.nonsense.present
        return says if noise is None else f"{noise_name(*noise)} {says}"

    def _name_classes(self) -> None:
        session = self._session
        labels = session.dataset.train.labels
        classes = session.dataset.classes or ()
        names = classes if labels is not None else ()
        if [self.label.itemText(k) for k in range(self.label.count())] != list(names):
            self.label.clear()
            for name in names:
                self.label.addItem(name, name)

    # What can be done

    def _take_pen(self, name: str) -> None:
        self.pad.radius = RADII[name]

    def _keep(self) -> None:
        self._session.drawings.keep(self.label.currentIndex())


def _pens() -> dict[str, tuple[str, str]]:
    tip = tr("<b>Width of the pen</b><br>MNIST's digits are about three pixels thick.")
    return {"fine": (tr("fine"), tip), "medium": (tr("mid"), tip), "broad": (tr("broad"), tip)}


def _row(*widgets: QWidget | None) -> QHBoxLayout:
    """Return widgets side by side; None is room between them."""
    row = QHBoxLayout()
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return row


def _rows(guess: int) -> IntArray:
    return np.array([guess])
