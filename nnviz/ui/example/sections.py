"""Two parts of the example's card: what comes out of the network, and what it costs."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from nnviz.core.steps import Phase
from nnviz.session import Changed, Neuron, Session
from nnviz.ui import theme
from nnviz.ui.example.lines import LEAST, MOST, Lines
from nnviz.ui.example.terms import blank_lines, cost_lines, output_lines
from nnviz.ui.formula import FormulaLabel
from nnviz.ui.readable import Readable
from nnviz.ui.scrolled import ScrolledColumn
from nnviz.wording import COST_NAMES, exact, fixed, number, phase_formula, phase_sentence, tr

SENTENCE, FEW = 56.0, 3
"""Room for the sentence that stands in place of the lines; and the lines there is room for at least."""

_VALUES = Changed.NETWORK | Changed.PARAMETERS | Changed.EXAMPLE | Changed.CURSOR


class Section(QWidget):
    """A heading, a formula, its lines of numbers and their sum; a sentence until they are revealed.

    Parameters
    ----------
    session : Session
        Whose example it is about.
    name : str
        What the lines are, for screen readers.
    """

    def __init__(self, session: Session, name: str) -> None:
        super().__init__()
        self._session = session
        self._revealed = True
        self.heading = QLabel()
        self.heading.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.set_role(self.heading, "section")
        self.formula = FormulaLabel(size=1.1, min_size=0.7)
        self.lines = Lines(name)
        self.lines.chosen.connect(session.select)
        self.lines.pointed.connect(session.point_at)
        self.empty = QLabel(wordWrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        theme.set_role(self.empty, "muted")
        self.sum = Sum()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._lay_out()
        self._numbers = Readable(self, session, self._reveal)
        session.changed.connect(self._follow)
        theme.on_change(self, self._space_out)

    def _lay_out(self) -> None:
        self._scroll = ScrolledColumn()
        self._scroll.setWidget(self.lines)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(self.empty)
        self._stack.setMinimumHeight(1)  # what the scroll area believes it needs is more than one line
        self._stack.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self.heading)
        self._layout.addWidget(self.formula)
        self._layout.addWidget(self._stack, 1)
        self._layout.addWidget(self.sum)

    def _space_out(self) -> None:
        self._layout.setSpacing(round(theme.px(2)))

    # Room

    def height_with(self, line: float) -> int:
        """Return the height with lines of a height, in pixels at type scale 1."""
        return self._height_around() + self.lines.height_of(line)

    def _height_around(self) -> int:
        around = [w for w in (self.heading, self.formula, self.sum) if not w.isHidden()]
        return sum(w.sizeHint().height() for w in around) + len(around) * self._layout.spacing()

    def sizeHint(self) -> QSize:
        """Return the height with comfortable lines, which is the largest there is use for."""
        # Not less before the lines are there: what stands below would jump.
        inside = max(self.lines.height_of(MOST), 0 if self._revealed else round(theme.px(SENTENCE)))
        return QSize(round(theme.px(196)), self._height_around() + inside)

    def hasHeightForWidth(self) -> bool:
        """Return False: else the sentence, which wraps, would set the height instead of `sizeHint`."""
        return False

    def minimumSizeHint(self) -> QSize:
        """Return the height with a few lines; the others are scrolled to."""
        few = min(self.lines.height_of(LEAST), round(theme.px(FEW * LEAST)))
        return QSize(round(theme.px(120)), self._height_around() + few)

    # What it shows

    def revealed(self) -> bool:
        """Say whether the cursor has reached its numbers."""
        raise NotImplementedError

    def _begin(self) -> None:
        """Follow another network."""
        raise NotImplementedError

    def _fill(self) -> None:
        """Show the numbers."""
        raise NotImplementedError

    def _follow(self, what: Changed) -> None:
        if what & (Changed.NETWORK | Changed.NOTATION):
            self._begin()
            self.updateGeometry()
        if what & (Changed.SELECTION | Changed.NETWORK):
            chosen = self._session.selection
            self.lines.set_marked(chosen if isinstance(chosen, Neuron) else None)
        if what & (Changed.POINTED | Changed.NETWORK):
            self.lines.set_pointed(self._session.pointed)
        if what & _VALUES:
            self._numbers.ask(what)

    def _reveal(self) -> None:
        """Show the numbers, or the sentence."""
        revealed = self.revealed()
        if revealed != self._revealed:
            self._revealed = revealed
            self._stack.setCurrentWidget(self._scroll if revealed else self.empty)
            self.updateGeometry()
        if revealed:
            self._fill()
        else:
            self.lines.set_lines(blank_lines(self._session), 1.0)
            self.sum.show_sum("", None)


class Outputs(Section):
    """The activations of the output layer; called probabilities only under softmax."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, tr("Outputs"))
        self._follow(Changed.NETWORK)

    def revealed(self) -> bool:
        """Say whether the output's activations are shown."""
        return self._session.shows(Phase("activation", self._session.spec.depth))

    def _begin(self) -> None:
        spec = self._session.spec
        phase = Phase("activation", spec.depth)
        self._softmax = spec.activations[-1] == "softmax"
        self._function = spec.activation(spec.depth)
        self.sum.setVisible(self._softmax)
        self.heading.setText(tr("Probabilities") if self._softmax else tr("Outputs"))
        self.heading.setToolTip(phase_sentence(phase, spec))
        self.formula.set_tex(phase_formula(phase, spec), phase_sentence(phase, spec))
        self.empty.setText(tr("The outputs appear here when the forward pass has reached them: press →"))

    def _fill(self) -> None:
        lines, function = output_lines(self._session), self._function
        largest = max((abs(line.value) for line in lines), default=1.0)
        scale = largest if function.high is None else function.high
        self.lines.set_lines(lines, scale, "text_muted" if function.low == 0 else "")
        total = float(self._session.trace.a[self._session.spec.depth].sum())
        self.sum.show_sum(tr("sum"), total if self._softmax else None, 2)


class CostSum(Section):
    """The cost of this example as the sum it is."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, tr("Terms of the cost"))
        self._follow(Changed.NETWORK)

    def revealed(self) -> bool:
        """Say whether the cost is shown."""
        return self._session.shows(Phase("cost", self._session.spec.depth))

    def _begin(self) -> None:
        spec = self._session.spec
        phase = Phase("cost", spec.depth)
        self.heading.setText(tr("Cost of this example"))
        self.heading.setToolTip(f"<b>{tr(COST_NAMES[spec.cost])}</b><br>{phase_sentence(phase, spec)}")
        self.formula.set_tex(phase_formula(phase, spec), tr(COST_NAMES[spec.cost]))
        self.empty.setText(tr("Its terms appear here, one for each output, when the outputs stand: press →"))

    def _fill(self) -> None:
        lines = cost_lines(self._session)
        self.lines.set_lines(lines, max(self._off_by_one(), *(line.value for line in lines)), "bad")
        self.sum.show_sum(tr("sum"), self._session.trace.cost, 4)

    def _off_by_one(self) -> float:
        """Return the term of an output that is wrong by 1: a full bar, unless one is even longer."""
        spec = self._session.spec
        return {"half_squared": 0.5, "mean_squared": 1 / spec.sizes[-1]}.get(spec.cost, 1.0)


class Sum(QWidget):
    """A line under the lines: what they add up to."""

    def __init__(self) -> None:
        super().__init__()
        self._word, self._decimals = "", 4
        self._value: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.on_change(self, self._restyle)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def show_sum(self, word: str, value: float | None, decimals: int = 4) -> None:
        """Show a sum, or nothing."""
        if (word, value, decimals) != (self._word, self._value, self._decimals):
            self._word, self._value, self._decimals = word, value, decimals
            self.setAccessibleName(f"{word} {self.text()}".strip())
            self.setToolTip("" if value is None else f"{word} = {exact(value)}")
            self.update()

    def text(self) -> str:
        """Return the number as it is shown."""
        if self._value is None:
            return ""
        text = fixed(self._value, self._decimals)
        # A sum that would be rounded to 0 but is not says so.
        return text if self._value == 0 or text.strip("0.−") else number(self._value)

    def sizeHint(self) -> QSize:
        """Return the height of a line."""
        return QSize(round(theme.px(120)), round(theme.px(22)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rule, the word and the number."""
        if self._value is None:
            return
        now, painter = theme.current(), QPainter(self)
        rect = QRectF(self.rect()).adjusted(0, 2, 0, 0)
        painter.fillRect(QRectF(0, 1, self.width(), 1), now.color("groove"))
        painter.setFont(theme.number_font(1.0))
        painter.setPen(now.color("text_muted"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._word)
        painter.setFont(theme.number_font(1.15, bold=True))
        painter.setPen(now.color("text"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self.text())
        painter.end()
