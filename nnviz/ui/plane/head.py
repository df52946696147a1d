"""What stands over the large surface: what it shows, what its colors mean, and the way back to the answer."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from nnviz.session import Neuron, Session
from nnviz.ui import theme
from nnviz.ui.fields import described, tab_only
from nnviz.ui.icons import set_icon
from nnviz.ui.inspector.parts import NumberLine
from nnviz.ui.legend import draw_scale
from nnviz.ui.plane.seen import Seen
from nnviz.ui.plane.shades import STRENGTH, Legend
from nnviz.wording import tr
from nnviz.wording.plane import answer_teaches, answer_title, neuron_teaches, surface_title

SIZE = 0.85
ROOM = 270.0
"""The width for a title and the whole legend, in pixels at type scale 1."""

BAR, SHORT, GAP = 44.0, 28.0, 5.0
"""The width of the legend's bar, also where there is little room, and its distance from the words."""


class Head(QWidget):
    """One line: a title, a button that goes back to the answer, and the legend.

    Parameters
    ----------
    session : Session
        Whose chosen neuron is let go by the button.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.title = NumberLine("text", 1.0, bold=True)
        self.back = QToolButton()
        tab_only(self.back)
        theme.set_role(self.back, "tight")
        set_icon(self.back, "cross", "text_muted")
        described(self.back, tr("Back to the answer"), tr("Lets the chosen neuron go. (Esc)"))
        self.back.clicked.connect(lambda: session.select(None))
        self.legend = LegendBar()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.title, 1)
        self._row.addWidget(self.back)
        self._row.addWidget(self.legend)
        theme.on_change(self, self._space_out)

    def _space_out(self) -> None:
        side = round(theme.px(16))
        self.back.setIconSize(QSize(round(0.7 * side), round(0.7 * side)))
        self.back.setFixedSize(side, side)
        self._row.setSpacing(round(theme.px(GAP)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words of the legend to its tooltip where there is little room."""
        super().resizeEvent(event)
        short = self.width() < theme.px(ROOM)
        policy = self.back.sizePolicy()
        policy.setRetainSizeWhenHidden(not short)  # nothing beside it must move, where there is room
        self.back.setSizePolicy(policy)
        self.legend.set_short(short)

    def show_seen(self, seen: Seen, legend: Legend, names: tuple[str, ...], chosen: bool) -> None:
        """Speak of another surface.

        Parameters
        ----------
        seen : Seen
            What is shown.
        legend : Legend
            What its colors mean.
        names : tuple of str
            Of the subject's layer, where its neurons have names.
        chosen : bool
            Whether the neuron is chosen, and not only pointed at.
        """
        subject: Neuron | None = seen.subject
        if subject is None:
            title = answer_title(seen.dataset.classes is not None)
            teaches = answer_teaches(seen.spec, seen.dataset.classes)
        else:
            title, teaches = surface_title(seen.spec, *subject, names), neuron_teaches()
        self.title.set_text(title, teaches)
        self.back.setVisible(chosen)
        self.legend.show_legend(legend, teaches)


class LegendBar(QWidget):
    """Words, a bar of colors, and what its ends stand for."""

    def __init__(self) -> None:
        super().__init__()
        self._legend: Legend | None = None
        self._short = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.on_change(self, self.updateGeometry)
        theme.on_change(self, self.update)

    def show_legend(self, legend: Legend, teaches: str) -> None:
        """Show another one."""
        self.setToolTip(teaches)
        if legend != self._legend:
            self._legend = legend
            self.setAccessibleName(f"{legend.words} {legend.low} … {legend.high}".strip())
            self.updateGeometry()
            self.update()

    def set_short(self, short: bool) -> None:
        """Leave the words out, or not."""
        if short != self._short:
            self._short = short
            self.updateGeometry()
            self.update()

    def legend(self) -> Legend | None:
        """Return what is shown."""
        return self._legend

    def _before(self) -> str:
        assert self._legend is not None
        return self._legend.low if self._short else f"{self._legend.words}  {self._legend.low}".strip()

    def _bar(self) -> float:
        return theme.px(SHORT if self._short else BAR)

    def sizeHint(self) -> QSize:
        """Return room for words and bar."""
        if self._legend is None:
            return QSize(0, round(theme.px(16)))
        metrics = QFontMetricsF(theme.number_font(SIZE))
        words = metrics.horizontalAdvance(self._before()) + metrics.horizontalAdvance(self._legend.high)
        return QSize(round(words + self._bar() + theme.px(2 * GAP)) + 2, round(theme.px(18)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw them from left to right."""
        if self._legend is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.number_font(SIZE))
        painter.setPen(theme.current().color("text_muted"))
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(self.rect()), align, self._before())
        left = QFontMetricsF(painter.font()).horizontalAdvance(self._before()) + theme.px(GAP)
        height = theme.px(9)
        bar = QRectF(left, (self.height() - height) / 2, self._bar(), height)
        painter.drawText(
            QRectF(bar.right() + theme.px(GAP), 0, self.width(), self.height()), align, self._legend.high
        )
        painter.fillRect(bar.adjusted(2, 0, -2, 0), theme.current().color("background"))
        painter.setOpacity(STRENGTH)
        draw_scale(painter, bar, self._legend.roles)
        painter.end()
