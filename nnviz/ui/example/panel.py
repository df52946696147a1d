"""The example: its picture, what it is, what the network takes it for, and what that costs."""

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from nnviz.session import Changed, Neuron, Session
from nnviz.ui import theme
from nnviz.ui.example.answer import Answer
from nnviz.ui.example.browse import ExampleButtons, ExampleNumber
from nnviz.ui.example.brush import InputBrush, InputCanvas
from nnviz.ui.example.image import ExampleImage
from nnviz.ui.example.lines import LEAST, MOST, Lines
from nnviz.ui.example.sections import CostSum, Outputs
from nnviz.ui.example.terms import input_lines, input_of
from nnviz.ui.painting import Painting
from nnviz.ui.scrolled import ScrolledColumn
from nnviz.wording import tr

SMALLEST = 116.0
"""The side of the picture where there is least room, in pixels: 4 for each of 28."""

BELOW = 144.0
"""Under a picture that cannot be this large at type scale 1, the answer takes the place beside it."""

BESIDE = 0.6
"""The share of the width that the picture then takes."""

_CENTER = Qt.AlignmentFlag.AlignHCenter


class ExamplePanel(QFrame):
    """The card at the left.

    Where there is little height, the answer stands beside a small picture instead of below a large one,
    and outputs and cost share one place; where there is much, both are shown.

    Parameters
    ----------
    session : Session
        Whose example it shows and changes.
    actions : mapping of str to QAction
        The commands; "previous-example", "next-example" and "random-example" get a button.
    """

    def __init__(self, session: Session, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self._session = session
        self._compact: bool | None = None
        self._roomy = False
        theme.set_role(self, "card")
        self.setAccessibleName(tr("Example"))
        self.image, self.inputs = ExampleImage(session), InputTable(session)
        self.number, self.buttons = ExampleNumber(session), ExampleButtons(actions)
        self.number.part.menu().addAction(actions["browse"])
        self.painting = Painting(self.image, session, InputCanvas(session))
        self.brush = InputBrush(self.painting)
        self.buttons.add(self.brush)
        self.answer = Answer(session)
        self.outputs, self.cost = Outputs(session), CostSum(session)
        self._lay_out()
        session.changed.connect(self._follow)
        theme.on_change(self, self._arrange)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Let the keyboard go from top to bottom."""
        number, buttons = self.number, self.buttons
        chain: tuple[QWidget, ...] = (
            *(self.image, self.inputs.lines, number.part, number.index),
            *(number.painted, buttons.previous, buttons.random, buttons.next, self.brush),
            *(self.outputs.lines, self.cost.lines),
        )
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _lay_out(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self.inputs, 0, 0, 1, 2)
        self._sections = QVBoxLayout()
        self._sections.addWidget(self.outputs)
        self._sections.addWidget(self.cost)
        self._sections.addStretch(1)
        self._grid.addLayout(self._sections, 4, 0, 1, 2)
        self._grid.setRowStretch(4, 1)

    def _follow(self, what: Changed) -> None:
        if what & Changed.NETWORK:
            if not self._has_image():
                self.painting.turn(False)
            self._arrange()
        elif what & Changed.CURSOR:
            self._show_parts()

    # Room

    def sizeHint(self) -> QSize:
        """Return the width of the card in the window's design."""
        return QSize(round(theme.px(228)), round(theme.px(560)))

    def minimumSizeHint(self) -> QSize:
        """Return the least the card can do with."""
        return QSize(round(theme.px(216)), round(SMALLEST + theme.px(200)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit picture and parts to the size."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Place everything for the present size."""
        margin, gap = round(theme.px(12)), round(theme.px(5))
        self._grid.setContentsMargins(margin, margin, margin, margin - 4)
        self._grid.setHorizontalSpacing(gap + 2)
        self._grid.setVerticalSpacing(gap)
        self._sections.setSpacing(2 * gap)
        width, height = self.width() - 2 * margin, self.height() - 2 * margin + 4
        parts = (self.number, self.buttons, self.answer)
        self._place(False)
        self.buttons.fit(width)
        below = sum(part.sizeHint().height() for part in parts) + 4 * gap
        if self._has_image() and height - below - self.cost.height_with(LEAST) < theme.px(BELOW):
            self._place(True)
            self.buttons.fit(width - gap - 2 - SMALLEST)
            room = height - self.number.sizeHint().height() - 2 * gap - self.cost.height_with(LEAST)
            beside = self.answer.sizeHint().height() + self.buttons.sizeHint().height()
            free = width - self.buttons.sizeHint().width() - gap - 2
            self._fit_input(min(BESIDE * width, free), max(room, beside))
            self._roomy = False
        else:
            self._fit_input(width, height - below - self.cost.height_with(LEAST + 3))
            both = self.cost.height_with(LEAST + 3) + self.outputs.height_with(LEAST + 3)
            self._roomy = height >= self._input_height() + below + gap + both
        self._show_parts()

    def _has_image(self) -> bool:
        return self._session.dataset.image_shape is not None

    def _place(self, compact: bool) -> None:
        """Stand answer and buttons beside the picture, or below it."""
        for part in (self.image, self.brush):
            part.setVisible(self._has_image())
        self.inputs.setVisible(not self._has_image())
        if compact == self._compact:
            return
        self._compact = compact
        self.answer.set_upright(compact)
        if compact:
            self._grid.addWidget(self.image, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(self.answer, 0, 1)
            self._grid.addWidget(self.buttons, 1, 1, Qt.AlignmentFlag.AlignBottom)
            self._grid.addWidget(self.number, 2, 0, 1, 2)
        else:
            self._grid.addWidget(self.image, 0, 0, 1, 2, _CENTER)
            self._grid.addWidget(self.number, 1, 0, 1, 2, _CENTER)
            self._grid.addWidget(self.buttons, 2, 0, 1, 2, _CENTER)
            self._grid.addWidget(self.answer, 3, 0, 1, 2)

    def _fit_input(self, width: float, height: float) -> None:
        """Make the picture as large as its room allows, or the table as high as it needs."""
        width, height = max(width, SMALLEST), max(height, SMALLEST)  # before it is laid out, there is none
        if self._has_image():
            self.image.setFixedSize(*self.image.fitting(width, height))
        else:
            self.inputs.setFixedHeight(min(self.inputs.wanted(), round(height)))

    def _input_height(self) -> int:
        return self.image.height() if self._has_image() else self.inputs.height()

    def _show_parts(self) -> None:
        """Show outputs and cost; where there is room for one alone, the newest that is revealed."""
        only_outputs = self.outputs.revealed() and not self.cost.revealed()
        self.outputs.setVisible(self._roomy or only_outputs)
        self.cost.setVisible(self._roomy or not only_outputs)


class InputTable(ScrolledColumn):
    """Inputs that are no picture, by name and value."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.lines = Lines(tr("Inputs"))
        self.lines.chosen.connect(session.select)
        self.lines.pointed.connect(session.point_at)
        self.setWidget(self.lines)
        session.changed.connect(self._follow)
        self._follow(Changed.NETWORK)

    def _follow(self, what: Changed) -> None:
        session = self._session
        if session.dataset.image_shape is not None:
            return
        if what & (Changed.NETWORK | Changed.EXAMPLE):
            lines = input_lines(session)
            self.lines.set_lines(lines, max(abs(line.value) for line in lines))
        if what & (Changed.NETWORK | Changed.SELECTION):
            chosen = session.selection
            self.lines.set_marked(chosen if isinstance(chosen, Neuron) else None)
        if what & (Changed.NETWORK | Changed.POINTED):
            self.lines.set_pointed(input_of(session.pointed))

    def wanted(self) -> int:
        """Return the height at which all inputs are seen."""
        return self.lines.height_of(MOST)
