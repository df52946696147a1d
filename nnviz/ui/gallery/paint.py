"""How a picture of the gallery is drawn: the weights, and under them number, activation and switch."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen

from nnviz.core.network import Location
from nnviz.session import Neuron, Session
from nnviz.ui import theme
from nnviz.ui.gallery.layout import GalleryLayout
from nnviz.ui.gallery.pictures import Pictures
from nnviz.ui.sign_marks import draw_stripes
from nnviz.wording import short, tr

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

OFF = 0.3
"""How much is left to be seen of a neuron that is switched off."""

SWITCH = (22.0, 12.0)


def switch_rect(whole: QRectF, caption: float) -> QRectF:
    """Return where the switch of a picture stands: at the right end of its caption."""
    width, height = (theme.px(length) for length in SWITCH)
    top = whole.bottom() - caption / 2 - height / 2
    return QRectF(whole.right() - width, top, width, height)


class GalleryPainter:
    """Draws some of the pictures.

    Parameters
    ----------
    painter : QPainter
        Open, with its origin where the layout has it.
    session, pictures, layout
        What to draw, and where.
    """

    def __init__(
        self, painter: QPainter, session: Session, pictures: Pictures, layout: GalleryLayout
    ) -> None:
        self._painter, self._session, self._pictures, self._layout = painter, session, pictures, layout
        self._theme = theme.current()
        self._font, self._bold = theme.number_font(0.85), theme.number_font(0.85, bold=True)
        self._metrics = metrics = QFontMetricsF(self._bold)
        self._digit, self._word = metrics.horizontalAdvance("0"), metrics.horizontalAdvance(tr("off"))
        self._activations, self._off = pictures.activations(), session.off
        roles = ("text", "text_muted", "selection_text", "border", "neuron_ring")
        self._ink = {role: QPen(self._theme.color(role), 1) for role in roles}

    def draw(self, seen: range, chosen: int | None, switch: int | None, focus: bool) -> None:
        """Draw the pictures, the chosen one framed in gold, and a switch for that which is pointed at."""
        images = self._pictures.images(seen, self._zoom())
        for j in seen:
            self._picture(j, images[j])
        self._discs(seen)
        for j in seen:
            self._caption(j, j == chosen, j == switch)
        self._pointed(seen)
        if chosen is not None:
            self._frame(chosen, QPen(self._theme.color("selection"), theme.px(2)))
            if focus:
                self._frame(chosen, QPen(self._theme.color("focus"), 1), theme.px(4))
        elif focus:
            self._frame(0, QPen(self._theme.color("focus"), 1), theme.px(2))

    def _zoom(self) -> int:
        """Return 1 where cells are whole device pixels; else they are drawn larger and shrunk smoothly."""
        device = self._layout.side * self._painter.device().devicePixelRatioF()
        whole = abs(device - round(device)) < 1e-6
        self._painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not whole)
        return 1 if whole else ceil(device)

    def _picture(self, j: int, image: QImage) -> None:
        rect, off = self._layout.picture(j), self._is_off(j)
        if off:
            self._painter.setOpacity(OFF)
        self._painter.drawImage(rect, image)
        if self._theme.glyphs and not self._pictures.in_color():
            scale = self._pictures.common_scale() or self._pictures.own_scale(j)
            values = self._pictures.values(j)
            draw_stripes(self._painter, rect.topLeft(), self._layout.side, values, scale)
        self._painter.setPen(self._ink["border"])
        self._painter.drawRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5))
        if off:
            self._painter.setOpacity(1.0)
            self._painter.setPen(QPen(self._theme.color("text_muted"), theme.px(1.5)))
            self._painter.drawLine(rect.bottomLeft(), rect.topRight())

    def _is_off(self, j: int) -> bool:
        return (1, j) in self._off

    # The line below

    def _line(self, j: int) -> QRectF:
        """Return where the line under a picture stands."""
        picture = self._layout.picture(j)
        return QRectF(picture.left(), picture.bottom(), picture.width(), self._layout.caption)

    def _named(self, j: int) -> float:
        """Return how much of the line its number, or its class, takes."""
        name = self._name(j)
        wide = len(name) * self._digit if name.isdigit() else self._metrics.horizontalAdvance(name)
        return wide + theme.px(5)

    def _name(self, j: int) -> str:
        """Return what stands first in the line, short enough to leave room for the disc."""
        room = self._layout.side * self._layout.columns - theme.px(16)
        name = self._pictures.short_name(j)
        return name if name.isdigit() else self._metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)

    def _discs(self, seen: range) -> None:
        """Draw a disc as bright as the neuron is in the network, hollow as long as that is not computed."""
        fills = self._fills(seen)
        painter, radius = self._painter, theme.px(4.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._ink["neuron_ring"])
        for j, fill in zip(seen, fills, strict=True):
            if not self._is_off(j):
                line = self._line(j)
                painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else QColor(*fill))
                painter.drawEllipse(
                    QPointF(line.left() + self._named(j) + radius, line.center().y()), radius, radius
                )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _fills(self, seen: range) -> list[list[int]] | list[None]:
        if self._activations is None:
            return [None] * len(seen)
        values = self._activations[seen.start : seen.stop]
        ends = self._pictures.brightness(self._activations)
        fills: list[list[int]] = theme.neuron_colors(self._theme, values, *ends).tolist()
        return fills

    def _caption(self, j: int, chosen: bool, pointed: bool) -> None:
        """Write number and activation, and draw the switch where it is wanted."""
        line, off = self._line(j), self._is_off(j)
        self._painter.setFont(self._bold if chosen else self._font)
        self._painter.setPen(self._ink["selection_text" if chosen else "text"])
        self._painter.drawText(line, _LEFT, self._name(j))
        rest = line.adjusted(self._named(j) + (0 if off else theme.px(13)), 0, 0, 0)
        if self._pictures.switchable() and (pointed or off):
            self._switch(switch_rect(self._layout.whole(j), self._layout.caption), not off)
            rest.setRight(rest.right() - theme.px(SWITCH[0] + 3))
        text, needed = tr("off"), self._word
        if not off:
            text = "" if self._activations is None else short(float(self._activations[j]))
            needed = len(text) * self._digit
        if needed <= rest.width():
            self._painter.setFont(self._font)
            self._painter.setPen(self._ink["text_muted"])
            self._painter.drawText(rest, _LEFT, text)

    def _switch(self, rect: QRectF, on: bool) -> None:
        painter, half = self._painter, rect.height() / 2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("control_border"), 1))
        painter.setBrush(self._theme.color("primary" if on else "surface_sunken"))
        painter.drawRoundedRect(rect, half, half)
        knob = QPointF(rect.right() - half if on else rect.left() + half, rect.center().y())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("primary_text" if on else "control_border"))
        painter.drawEllipse(knob, half - theme.px(2.5), half - theme.px(2.5))
        painter.restore()

    # What is pointed at, here or elsewhere

    def _pointed(self, seen: range) -> None:
        hit = self._session.pointed
        pen = QPen(self._theme.color("text"), theme.px(1.2))
        if hit is None:
            return
        if hit.layer == 1:
            self._frame(hit.j, pen)
            if isinstance(hit, Location) and hit.k is not None:
                self._cell(hit.j, hit.k, pen)
        elif isinstance(hit, Neuron) and hit.layer == 0:
            for j in seen:
                self._cell(j, hit.j, pen)

    def _frame(self, j: int, pen: QPen, beyond: float = 0.0) -> None:
        edge = pen.widthF() / 2 + beyond
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRect(self._layout.picture(j).adjusted(-edge, -edge, edge, edge))

    def _cell(self, j: int, k: int, pen: QPen) -> None:
        row, column = self._pictures.cell_of(k)
        corner, side = self._layout.picture(j).topLeft(), self._layout.side
        rect = QRectF(corner.x() + column * side, corner.y() + row * side, side, side)
        self._painter.setPen(pen)
        self._painter.drawRect(rect.adjusted(-1, -1, 1, 1))
