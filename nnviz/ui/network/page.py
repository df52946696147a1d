"""The network's picture with the line below it: its legend and the control of its contrast."""

from dataclasses import replace
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QSlider, QVBoxLayout, QWidget

from nnviz.session import Changed, Session
from nnviz.ui import theme
from nnviz.ui.legend import EDGES, draw_scale, scales
from nnviz.ui.network.switch import EdgeSwitch
from nnviz.ui.network.view import NetworkView
from nnviz.wording import MINUS, tr

STEPS = 10
"""Slider steps for a γ of 1."""

SIZE = 0.85
"""Of the legend's type."""

BAR, GAP, APART = 44, 6, 14
"""A bar's width, its distance from its words and from the next bar, in pixels at type scale 1."""


class NetworkPage(QWidget):
    """The network, and below it how to read it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.view = NetworkView(session)
        self.reading = ReadingLine(session)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.reading)


class ReadingLine(QWidget):
    """How to read the network's picture: the legend, what the edges show, and their contrast.

    One line where there is room for it; else the legend has one of its own.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.legend = LegendLine(session)
        self.edges = EdgeSwitch(session)
        self.contrast = self._contrast_slider()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(8, 0, 12, 2)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self.edges, 1, 0)
        self._grid.addWidget(self._contrast, 1, 2)
        self._grid.addWidget(self.contrast, 1, 3)
        self._wide: bool | None = None
        self._arrange()
        session.changed.connect(self._follow)
        self._follow(Changed.VIEW)
        theme.on_change(self, self._arrange)

    def _arrange(self) -> None:
        """Place the legend beside the controls, or above them."""
        controls = (self.edges, self._contrast, self.contrast)
        needed = self.legend.sizeHint().width() + sum(w.sizeHint().width() for w in controls)
        wide = self.width() >= needed + 40
        if wide != self._wide:
            self._wide = wide
            self._grid.removeWidget(self.legend)
            self._grid.addWidget(self.legend, *((1, 1) if wide else (0, 0, 1, 4)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._arrange()

    def _contrast_slider(self) -> QSlider:
        self._contrast = QLabel()
        theme.set_role(self._contrast, "muted")
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(3, 3 * STEPS)
        slider.setFixedWidth(90)
        slider.setAccessibleName(tr("Contrast of the edges"))
        slider.setToolTip(
            tr(
                "<b>Contrast γ</b><br>An edge is drawn with the strength (|w| / max |w|)<sup>γ</sup>:"
                " a small γ shows weak weights too, a large one only the strongest."
            )
        )
        self._contrast.setToolTip(slider.toolTip())
        slider.valueChanged.connect(self._set_contrast)
        return slider

    def _set_contrast(self, value: int) -> None:
        self._session.set_view(replace(self._session.view, gamma=value / STEPS))

    def _follow(self, what: Changed) -> None:
        if what & Changed.VIEW:
            gamma = self._session.view.gamma
            self._contrast.setText(tr("γ = {gamma:.1f}", gamma=gamma))
            self.contrast.setValue(round(gamma * STEPS))
        if what & Changed.NETWORK:
            self._arrange()


class LegendLine(QWidget):
    """What the brightness of a neuron and the color of an edge mean, in one line."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setAccessibleName(tr("Legend"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        session.changed.connect(self._follow)
        theme.on_change(self, self.updateGeometry)
        theme.on_change(self, self.update)

    def _follow(self, what: Changed) -> None:
        if what & Changed.NETWORK:
            self.updateGeometry()
            self.update()

    def _words(self) -> list[tuple[str, tuple[str, ...], str]]:
        """Return what stands before each bar, the bar's colors, and what stands after it."""
        neurons = [(f"{s.name}  {s.low}", s.roles, s.high) for s in scales(self._session.spec)]
        return [*neurons, (tr("edges  {minus}", minus=MINUS), EDGES, "+")]

    def sizeHint(self) -> QSize:
        """Return room for all scales in one line."""
        wide, words = QFontMetricsF(theme.number_font(SIZE)).horizontalAdvance, self._words()
        text = sum(wide(before) + wide(after) for before, _, after in words)
        return QSize(ceil(text + theme.px((BAR + 2 * GAP + APART) * len(words))), ceil(theme.px(20)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scales from left to right."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.number_font(SIZE))
        x, height = 0.0, theme.px(9)
        for before, roles, after in self._words():
            x = self._text(painter, x, before)
            draw_scale(painter, QRectF(x, (self.height() - height) / 2, theme.px(BAR), height), roles)
            x = self._text(painter, x + theme.px(BAR + GAP), after) + theme.px(APART - GAP)
        painter.end()

    def _text(self, painter: QPainter, x: float, text: str) -> float:
        painter.setPen(theme.current().color("text_muted"))
        width = painter.fontMetrics().horizontalAdvance(text)
        rect = QRectF(x, 0, width + 2, self.height())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        return x + width + theme.px(GAP)
