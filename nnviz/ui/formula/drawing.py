"""Formulas painted: a small picture on screens, where drawings are kept a drawing."""

from __future__ import annotations

from functools import lru_cache
from math import ceil, hypot
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPaintEngine, QPainter, QPainterPath
from PySide6.QtSvg import QSvgRenderer

from nnviz.ui.formula.outline import outline
from nnviz.ui.formula.typesetting import EM, MARGIN, measure, plain_font, typeset

_AXIS = 0.25  # height of a minus sign above the baseline, in em

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class _Raster(NamedTuple):
    image: QImage
    origin: QPointF
    """Where the left end of the baseline lies in the image, on a whole device pixel."""


@lru_cache(maxsize=1024)
def _raster(tex: str, size: float, color: str, ratio: float) -> _Raster:
    em = size * ratio
    margin, box = MARGIN / EM * em, measure(tex, em)
    left, top = ceil(margin), ceil(box.ascent + margin)
    width, height = left + ceil(box.width + margin), top + ceil(box.descent + margin)
    image = QImage(max(width, 1), max(height, 1), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw_pixels(painter, QPointF(left, top), tex, em, color)
    painter.end()
    image.setDevicePixelRatio(ratio)
    return _Raster(image, QPointF(left, top))


def _draw_pixels(painter: QPainter, origin: QPointF, tex: str, size: float, color: str) -> None:
    setting = typeset(tex)
    if not setting.ok:
        _draw_source(painter, origin, tex, size, color)
        return
    box, margin = setting.box.scaled(size), MARGIN / EM * size
    renderer = QSvgRenderer(QByteArray(setting.svg.replace("currentColor", color).encode()))
    corner = origin - QPointF(margin, box.ascent + margin)
    renderer.render(painter, QRectF(corner.x(), corner.y(), box.width + 2 * margin, box.height + 2 * margin))


def _draw_vector(painter: QPainter, origin: QPointF, tex: str, size: float, color: str) -> None:
    setting = typeset(tex)
    if not setting.ok:
        _draw_source(painter, origin, tex, size, color)
        return
    painter.translate(origin)
    painter.scale(size, size)
    path = painter.transform().map(outline(setting))
    painter.resetTransform()
    if painter.paintEngine().type() == QPaintEngine.Type.Pdf:
        _round(path)
    painter.fillPath(path, QColor(color))


def _round(path: QPainterPath) -> None:
    """Put every point on a whole dot of the printer: half the digits, half the file."""
    for i in range(path.elementCount()):
        at = path.elementAt(i)
        path.setElementPositionAt(i, round(at.x), round(at.y))


def _draw_source(painter: QPainter, origin: QPointF, tex: str, size: float, color: str) -> None:
    painter.setFont(plain_font(size))
    painter.setPen(QColor(color))
    painter.drawText(origin, tex)


def render_tex(tex: str, size_px: float, color: str | QColor, dpr: float = 1.0) -> QImage:
    """Return a picture of a formula, from a cache.

    Parameters
    ----------
    tex : str
        One line of TeX, without $.
    size_px : float
        The em, in device-independent pixels.
    color : str or QColor
        Opaque.
    dpr : float
        Device pixels per pixel; the picture carries it as its device pixel ratio.

    Returns
    -------
    QImage
        Transparent around the ink, with a small margin. Shared: do not paint on it.
    """
    return _raster(tex, float(size_px), QColor(color).name(), round(dpr, 3)).image


def draw_formula_at(
    painter: QPainter, x: float, baseline: float, tex: str, size: float, color: str | QColor
) -> float:
    """Draw a formula on a baseline, as `painter.drawText(QPointF(x, baseline), …)` draws text.

    Returns
    -------
    float
        Its width: the place where what follows goes on.
    """
    ink = QColor(color)
    painter.save()
    painter.setOpacity(painter.opacity() * ink.alphaF())
    if painter.paintEngine().type() == QPaintEngine.Type.Raster:
        _draw_raster(painter, QPointF(x, baseline), tex, size, ink.name())
    else:  # SVG, PDF: a drawing stays a drawing
        _draw_vector(painter, QPointF(x, baseline), tex, size, ink.name())
    painter.restore()
    return measure(tex, size).width


def _draw_raster(painter: QPainter, origin: QPointF, tex: str, size: float, color: str) -> None:
    to_device = painter.deviceTransform()
    ratio = round(hypot(to_device.m11(), to_device.m12()), 3)
    back, invertible = to_device.inverted()
    if not invertible:
        return
    raster = _raster(tex, round(size, 2), color, ratio)
    # Only on whole device pixels does the picture arrive as sharp as it was rendered.
    corner = QPointF(to_device.map(origin).toPoint()) - raster.origin
    painter.drawImage(back.map(corner), raster.image)


def draw_formula(
    painter: QPainter,
    rect: QRectF,
    tex: str,
    size: float,
    color: str | QColor,
    align: Qt.AlignmentFlag = _LEFT,
) -> QRectF:
    """Draw a formula inside a rectangle, smaller if it does not fit.

    Parameters
    ----------
    painter : QPainter
        Anything Qt paints on; on SVG and PDF the formula stays a drawing.
    rect : QRectF
        The room there is.
    tex : str
        One line of TeX.
    size : float
        The em in pixels, if there is room.
    color : str or QColor
        Of the ink.
    align : Qt.AlignmentFlag
        Left, HCenter or Right with Top, VCenter, Bottom or Baseline. Baseline centers the height of
        a minus sign: formulas of one size in rectangles of one height then share a baseline,
        whatever their superscripts.

    Returns
    -------
    QRectF
        The formula's box.
    """
    box = measure(tex, size)
    fit = min(1.0, rect.width() / max(box.width, 1e-9), rect.height() / max(box.height, 1e-9))
    box = box.scaled(fit)
    x = _start(rect.left(), rect.width() - box.width, align, _HORIZONTAL)
    if align & Qt.AlignmentFlag.AlignBaseline:
        baseline = rect.center().y() + _AXIS * size
        baseline = min(max(baseline, rect.top() + box.ascent), rect.bottom() - box.descent)
    else:
        baseline = _start(rect.top(), rect.height() - box.height, align, _VERTICAL) + box.ascent
    draw_formula_at(painter, x, baseline, tex, size * fit, color)
    return QRectF(x, baseline - box.ascent, box.width, box.height)


_HORIZONTAL = (Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight)
_VERTICAL = (Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignBottom)


def _start(
    edge: float, room: float, align: Qt.AlignmentFlag, flags: tuple[Qt.AlignmentFlag, Qt.AlignmentFlag]
) -> float:
    center, end = flags
    return edge + room * (0.5 if align & center else 1.0 if align & end else 0.0)
