"""The network's picture with the line below it: its legend and the control of its contrast."""

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QLinearGradient, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSlider, QVBoxLayout, QWidget

from nnviz.session import Changed, Session
from nnviz.ui import theme
from nnviz.ui.network.switch import EdgeSwitch
from nnviz.ui.network.view import NetworkView
from nnviz.wording import ACTIVATION_NAMES, MINUS, tr

STEPS = 10
"""Slider steps for a γ of 1."""


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
        self.legend = Legend(session)
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


class Legend(QWidget):
    """What the brightness of a neuron and the color of an edge mean, for the network that is open."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setAccessibleName(tr("Legend"))
        session.changed.connect(self._follow)
        theme.on_change(self, self.updateGeometry)
        theme.on_change(self, self.update)

    def _follow(self, what: Changed) -> None:
        if what & Changed.NETWORK:
            self.updateGeometry()
            self.update()

    def scales(self) -> list[tuple[str, str, str, bool]]:
        """Return name, low end, high end and whether it is signed, for each activation function in use."""
        found = []
        for layer in self._session.spec.layers:
            function = self._session.spec.activation(layer)
            largest = tr("largest")
            low = MINUS + largest if function.low is None else f"{function.low}".replace("-", MINUS)
            high = largest if function.high is None else f"{function.high}"
            row = (ACTIVATION_NAMES[function.name], low, high, function.low != 0)
            if row not in found:
                found.append(row)
        return found

    def sizeHint(self) -> QSize:
        """Return room for all scales in one line."""
        metrics = QFontMetricsF(theme.number_font(0.85))
        words = [tr("edges  {minus}", minus=MINUS), "+"]
        for name, low, high, _ in self.scales():
            words += [f"{name}  {low}", high]
        spaces = theme.px(6 * len(words) + (44 + 6 + 14) * (len(self.scales()) + 1))
        return QSize(int(sum(map(metrics.horizontalAdvance, words)) + spaces), int(theme.px(20)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scales from left to right."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.number_font(0.85))
        x = 0.0
        for name, low, high, signed in self.scales():
            x = self._text(painter, x, f"{name}  {low}")
            x = self._bar(
                painter, x, ("negative", "neuron_off", "positive") if signed else ("neuron_off", "neuron_on")
            )
            x = self._text(painter, x, high) + theme.px(14)
        x = self._text(painter, x, tr("edges  {minus}", minus=MINUS))
        x = self._bar(painter, x, ("negative", "background", "positive"))
        self._text(painter, x, "+")
        painter.end()

    def _text(self, painter: QPainter, x: float, text: str) -> float:
        painter.setPen(theme.current().color("text_muted"))
        width = painter.fontMetrics().horizontalAdvance(text)
        rect = QRectF(x, 0, width + 2, self.height())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        return x + width + theme.px(6)

    def _bar(self, painter: QPainter, x: float, roles: tuple[str, ...]) -> float:
        width, height = theme.px(44), theme.px(9)
        gradient = QLinearGradient(x, 0, x + width, 0)
        for i, role in enumerate(roles):
            gradient.setColorAt(i / (len(roles) - 1), theme.current().color(role))
        painter.setBrush(gradient)
        painter.setPen(theme.current().color("neuron_ring"))
        painter.drawRoundedRect(QRectF(x, (self.height() - height) / 2, width, height), 3, 3)
        return x + width + theme.px(6)
