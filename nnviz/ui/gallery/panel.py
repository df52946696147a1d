"""The gallery: what every neuron of the first layer looks for, side by side, while it is being learned."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from nnviz.session import Changed, Session
from nnviz.ui import theme
from nnviz.ui.arrangement import is_color
from nnviz.ui.color_switch import ColorSwitch
from nnviz.ui.fields import described, tab_only
from nnviz.ui.gallery.view import GalleryView
from nnviz.ui.inspector.parts import NumberLine
from nnviz.wording import MINUS, exact, number, tr
from nnviz.wording.color import color_teaches


class WeightGallery(QWidget):
    """All pictures of first-layer weights, and one line over them that says how to read them.

    It belongs in the middle of the window while `session.view.picture` is "weights". Weights of a color image
    show as one in color, or as its three channels side by side; inputs that are no image as rows of cells.

    Parameters
    ----------
    session : Session
        Whose weights it shows, and whose selection it changes.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setAccessibleName(tr("Weights of the first layer"))
        self.view = GalleryView(session)
        self.title = QLabel()
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.colors, self.switch = QWidget(), ColorSwitch(session)
        self.channels = NumberLine("text_muted", 0.95)
        self.scale = ScaleBar(self.view)
        self.own = self._own_scale()
        self._place()
        session.changed.connect(self._follow)
        self._follow(Changed.NETWORK)

    def _own_scale(self) -> QCheckBox:
        box = QCheckBox(tr("own scales"))
        tab_only(box)
        described(
            box,
            tr("Each by its own scale"),
            tr("With one scale strong neurons stand out, and pictures can be compared."),
            tr("With its own, the largest weight of each neuron has the full color: weak patterns show too."),
        )
        box.toggled.connect(self.view.set_own_scale)
        box.toggled.connect(self.scale.update)
        return box

    def _place(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(12, 2, 12, 0)
        line.setSpacing(12)
        line.addWidget(self.title, 1)
        line.addWidget(self.scale)
        line.addWidget(self.own)
        below = QHBoxLayout(self.colors)
        below.setContentsMargins(12, 0, 12, 0)
        below.addWidget(self.channels, 1)
        below.addWidget(self.switch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(line)
        layout.addWidget(self.colors)
        layout.addWidget(self.view, 1)

    def _follow(self, what: Changed) -> None:
        if what & Changed.NETWORK:
            self.title.setText(self.view.words.title())
            self.title.setToolTip(
                tr("What each neuron looks for: it answers to ink on blue, and against ink on red.")
            )
            self.colors.setVisible(is_color(self._session.dataset.image_shape))
        if what & (Changed.NETWORK | Changed.VIEW):
            in_color = self.view.pictures().in_color()
            self.channels.set_text(
                tr("gray: 0 · more of a color: above 0 · less of it: below")
                if in_color
                else tr("from left to right: red, green, blue")
            )
            self.scale.show_colors(in_color)
        if what & (Changed.NETWORK | Changed.PARAMETERS):
            self.scale.update()


class ScaleBar(QWidget):
    """What the two colors stand for: "−0.46 ▬ +0.46"."""

    def __init__(self, view: GalleryView) -> None:
        super().__init__()
        self._view = view
        self._in_color = False
        self.show_colors(False)
        theme.on_change(self, self.updateGeometry)

    def show_colors(self, in_color: bool) -> None:
        """Show the scale of the three channels of color images, or that of signs."""
        self._in_color = in_color
        signs = tr("Blue weights add to a neuron, red ones take away; at 0 there is the ground.")
        self.setToolTip(color_teaches() if in_color else signs)
        self.update()

    def ends(self) -> tuple[str, str]:
        """Return what stands at the two ends."""
        scale = self._view.common_scale()
        if scale is None:
            return tr("{minus}largest", minus=MINUS), tr("largest")
        return MINUS + number(scale), "+" + number(scale)

    def sizeHint(self) -> QSize:
        """Return room for numbers of any length."""
        return QSize(round(theme.px(158)), round(theme.px(20)))

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write the ends left and right of the colors."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.number_font(0.85))
        bar = QRectF(
            self.width() / 2 - theme.px(22), (self.height() - theme.px(9)) / 2, theme.px(44), theme.px(9)
        )
        gap, half = theme.px(6), self.width() / 2
        low, high = self.ends()
        painter.setPen(theme.current().color("text_muted"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(
            QRectF(0, 0, bar.left() - gap, self.height()), middle | Qt.AlignmentFlag.AlignRight, low
        )
        painter.drawText(
            QRectF(bar.right() + gap, 0, half, self.height()), middle | Qt.AlignmentFlag.AlignLeft, high
        )
        self._colors(painter, bar)
        painter.end()
        scale = self._view.common_scale()
        self.setAccessibleName(tr("Scale: {low} to {high}", low=low, high=high))
        self.setAccessibleDescription("" if scale is None else exact(scale))

    def _channels(self, painter: QPainter, bar: QRectF) -> None:
        """Draw a stripe for each channel, from less of its color to more."""
        steps = np.linspace(-1, 1, 2 * round(bar.width()) + 1)
        values = np.eye(3)[:, None, :] * steps[:, None]
        colors = theme.channel_colors(theme.current(), values, 1.0)
        image = QImage(colors.data, len(steps), 3, 4 * len(steps), QImage.Format.Format_RGBA8888)
        painter.drawImage(bar, image)

    def _colors(self, painter: QPainter, bar: QRectF) -> None:
        if self._in_color:
            self._channels(painter, bar)
            return
        now = theme.current()
        gradient = QLinearGradient(bar.topLeft(), bar.topRight())
        for at, role in ((0.0, "negative"), (0.5, "background"), (1.0, "positive")):
            gradient.setColorAt(at, now.color(role))
        painter.setBrush(gradient)
        painter.setPen(now.color("neuron_ring"))
        painter.drawRoundedRect(bar, 3, 3)
