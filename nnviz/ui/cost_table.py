"""The cost of one example as the sum it is, line by line."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.core.explain import CostTerm, explain_cost
from nnviz.core.steps import Phase
from nnviz.session import Changed, Session
from nnviz.ui import theme
from nnviz.wording import cost_term_text, exact, fixed, tr

MOST_LINES = 12
"""With more outputs the largest summands are listed, and the rest counted."""


class CostTable(QWidget):
    """One line for each output: the summand in numbers, a bar, its value; and the sum below."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("The cost, summand by summand"))
        session.changed.connect(self._follow)
        theme.on_change(self, self.updateGeometry)
        self._follow(Changed.NETWORK)

    def _follow(self, what: Changed) -> None:
        if what & Changed.NETWORK:
            self.updateGeometry()
        if what & ~(Changed.TRAINING | Changed.METRICS | Changed.HISTORY | Changed.SELECTION):
            self.setToolTip(tr("C = {cost}", cost=exact(self._session.trace.cost)) if self.revealed else "")
            self.update()

    @property
    def revealed(self) -> bool:
        """True once the cursor has reached the cost."""
        return self._session.shows(Phase("cost", self._session.spec.depth))

    def lines(self) -> list[tuple[str, str, str, float]]:
        """Return name, summand in numbers, value as text and value, for each output that is listed."""
        session = self._session
        classes = session.dataset.classes
        rows = []
        for term in self._listed():
            name = classes[term.j] if classes and len(classes) == session.spec.sizes[-1] else str(term.j)
            rows.append((name, cost_term_text(session.spec, term), fixed(term.value, 4), term.value))
        return rows

    def _listed(self) -> list[CostTerm]:
        terms = explain_cost(self._session.trace)
        if len(terms) <= MOST_LINES:
            return list(terms)
        return sorted(terms, key=lambda term: -term.value)[:MOST_LINES]

    @property
    def total(self) -> str:
        """The sum, as it is shown."""
        return fixed(self._session.trace.cost, 4)

    def _count(self) -> int:
        return min(self._session.spec.sizes[-1], MOST_LINES)

    def sizeHint(self) -> QSize:
        """Return room for all lines, generously."""
        return QSize(200, round(theme.px(19) * (self._count() + 1.6)))

    def minimumSizeHint(self) -> QSize:
        """Return room for all lines, tightly."""
        return QSize(150, round(theme.px(13.5) * (self._count() + 1.5)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines, or what will stand there."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.revealed:
            self._paint_lines(painter)
        else:
            self._paint_waiting(painter)
        painter.end()

    def _paint_waiting(self, painter: QPainter) -> None:
        painter.setPen(theme.current().color("text_muted"))
        text = tr("The sum appears here once the outputs are computed: press →")
        flags = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(QRectF(self.rect()), int(flags), text)

    def _paint_lines(self, painter: QPainter) -> None:
        rows = self.lines()
        step = min(theme.px(20), self.height() / (len(rows) + 1.4))
        font = theme.number_font(min(0.95, 0.95 * step / theme.px(16)))
        painter.setFont(font)
        largest = max((value for *_, value in rows), default=0.0)
        for index, (name, text, value, size) in enumerate(rows):
            share = size / largest if largest > 0 else 0.0
            self._line(painter, QRectF(0, index * step, self.width(), step), name, text, value, share)
        self._sum(painter, step * len(rows) + step * 0.2, step)

    def _line(self, painter: QPainter, area: QRectF, name: str, text: str, value: str, share: float) -> None:
        colors, metrics = theme.current(), painter.fontMetrics()
        wanted = self._session.label is not None and name == self._wanted_name()
        painter.setPen(colors.color("selection_text" if wanted else "text_muted"))
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, left | middle, name)
        name_width = metrics.horizontalAdvance("00 ")
        painter.setPen(colors.color("text"))
        painter.drawText(area.adjusted(name_width, 0, 0, 0), left | middle, text)
        painter.drawText(area, right | middle, value)
        start = name_width + metrics.horizontalAdvance(text) + theme.px(8)
        room = area.width() - start - metrics.horizontalAdvance("0.0000") - theme.px(8)
        if room > 4 and share > 0:
            bar = QRectF(start, area.center().y() - area.height() * 0.22, room * share, area.height() * 0.44)
            painter.fillRect(bar, colors.color("negative", 0.75))

    def _wanted_name(self) -> str:
        label, classes = self._session.label, self._session.dataset.classes
        assert label is not None
        return classes[label] if classes else str(label)

    def _sum(self, painter: QPainter, top: float, step: float) -> None:
        colors = theme.current()
        painter.setPen(colors.color("border"))
        painter.drawLine(0, round(top), self.width(), round(top))
        area = QRectF(0, top, self.width(), step * 1.2)
        hidden = self._session.spec.sizes[-1] - self._count()
        text = tr("sum, with ⋮ {n} more", n=hidden) if hidden else tr("sum")
        painter.setPen(colors.color("text_muted"))
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(colors.color("text"))
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.total)
