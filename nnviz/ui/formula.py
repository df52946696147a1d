r"""Typeset formulas: TeX through ziamath, drawn with Qt, crisp at any scale.

A formula is typeset once, in lengths of its em; size, color and resolution come when it is drawn.
Write plain ( ) around tall parts: \left( … \right) comes out taller than the window in QtSvg.
TeX that cannot be typeset is shown as it was written.
"""

from __future__ import annotations

import base64
import html
import re
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import ceil, hypot
from typing import Any, NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QImage,
    QPaintEngine,
    QPainter,
    QPaintEvent,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from nnviz.ui import theme

_EM = 64.0  # large, because the drawing's coordinates have three decimals
_MARGIN = 4.0  # in the same unit: room for what leans out of its box
_AXIS = 0.25  # height of a minus sign above the baseline, in em

_TOP_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Metrics(NamedTuple):
    """The box of a formula: pixels, or em in `Typeset`; ascent and descent from the baseline."""

    width: float
    ascent: float
    descent: float

    @property
    def height(self) -> float:
        """Ascent and descent together."""
        return self.ascent + self.descent

    def scaled(self, factor: float) -> Metrics:
        """Return the box at another size."""
        return Metrics(*(length * factor for length in self))


@dataclass(frozen=True)
class Typeset:
    """A formula without size and color.

    Attributes
    ----------
    tex : str
        The source.
    svg : str
        The drawing in `currentColor`; empty if the source could not be typeset.
    box : Metrics
        In em.
    """

    tex: str
    svg: str
    box: Metrics

    @property
    def ok(self) -> bool:
        """Whether the source could be typeset."""
        return bool(self.svg)


@cache
def _ziamath() -> Any:
    """Import ziamath when the first formula is wanted: it takes a sixth of a second."""
    with warnings.catch_warnings():
        # It opens its font in a way that Python 3.11 has deprecated.
        warnings.simplefilter("ignore", DeprecationWarning)
        import ziamath
        from ziamath.config import config

    config.svg2 = False  # QtSvg draws SVG 1.1
    return ziamath


_ORDINARY = re.compile(r"\\(?:nabla|partial)(?![A-Za-z])")
_SIGN = re.compile(r"(^|[=(,\[{<>]|\\(?:cdot|times|approx|leftarrow|quad)(?![A-Za-z]))(\s*)-")


def _spaced(tex: str) -> str:
    """Space ∂, ∇ and a sign as TeX does: ziamath keeps off from them as from a binary operator."""
    return _SIGN.sub(r"\1\2{-}", _ORDINARY.sub(lambda m: f"{{{m[0]}}}", tex))


@lru_cache(maxsize=2048)
def typeset(tex: str) -> Typeset:
    """Typeset a line of TeX; never raises."""
    ziamath = _ziamath()
    try:
        math = ziamath.Latex(_spaced(tex), size=_EM, color="currentColor", margin=_MARGIN)
        svg, box = str(math.svg()), math.node.bbox
    except Exception:
        # The parsers below raise anything from AssertionError to ParseError at bad source.
        return Typeset(tex, "", _plain_box(tex))
    return Typeset(tex, svg, Metrics(box.xmax - box.xmin, box.ymax, -box.ymin).scaled(1 / _EM))


def _plain_font(size: float) -> QFont:
    font = QFont(QApplication.font())
    font.setPixelSize(max(round(size), 1))
    return font


def _plain_box(text: str) -> Metrics:
    metrics = QFontMetricsF(_plain_font(_EM))
    width = metrics.horizontalAdvance(text)
    return Metrics(width, metrics.ascent(), metrics.descent()).scaled(1 / _EM)


def measure(tex: str, size: float) -> Metrics:
    """Return the box in pixels of a formula whose em is `size` pixels."""
    return typeset(tex).box.scaled(size)


# ---- drawing ---------------------------------------------------------------------------------


class _Raster(NamedTuple):
    image: QImage
    origin: QPointF
    """Where the left end of the baseline lies in the image, on a whole device pixel."""


@lru_cache(maxsize=1024)
def _raster(tex: str, size: float, color: str, ratio: float) -> _Raster:
    em = size * ratio
    margin, box = _MARGIN / _EM * em, measure(tex, em)
    left, top = ceil(margin), ceil(box.ascent + margin)
    width, height = left + ceil(box.width + margin), top + ceil(box.descent + margin)
    image = QImage(max(width, 1), max(height, 1), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw_vector(painter, QPointF(left, top), tex, em, color)
    painter.end()
    image.setDevicePixelRatio(ratio)
    return _Raster(image, QPointF(left, top))


def _draw_vector(painter: QPainter, origin: QPointF, tex: str, size: float, color: str) -> None:
    setting = typeset(tex)
    if not setting.ok:
        painter.setFont(_plain_font(size))
        painter.setPen(QColor(color))
        painter.drawText(origin, tex)
        return
    box, margin = setting.box.scaled(size), _MARGIN / _EM * size
    renderer = QSvgRenderer(QByteArray(setting.svg.replace("currentColor", color).encode()))
    corner = origin - QPointF(margin, box.ascent + margin)
    renderer.render(painter, QRectF(corner.x(), corner.y(), box.width + 2 * margin, box.height + 2 * margin))


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


# ---- the widget ------------------------------------------------------------------------------


class FormulaLabel(QWidget):
    """One or several lines of TeX, flush left, in the color and the type scale of the theme.

    A formula too wide for the label is drawn smaller, down to `min_size`; what is too wide even then
    ends in "…", and the tooltip shows it whole.

    Parameters
    ----------
    tex : str or sequence of str
        The lines.
    words : str
        The formula as one would say it, for screen readers; the TeX itself unless given.
    size, min_size : float
        The em and its least, in multiples of the application's font size.
    role : str
        The field of Theme that gives the color.
    parent : QWidget, optional
        As ever in Qt.
    """

    def __init__(
        self,
        tex: str | Sequence[str] = (),
        words: str = "",
        *,
        size: float = 1.35,
        min_size: float = 0.9,
        role: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._size, self._min_size, self._role = size, min_size, role
        self._lines: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_tex(tex, words)
        theme.notifier().changed.connect(self._refresh)

    def set_tex(self, tex: str | Sequence[str], words: str = "") -> None:
        """Show other lines."""
        self._lines = (tex,) if isinstance(tex, str) else tuple(tex)
        self.setAccessibleName(words or "; ".join(self._lines))
        self._refresh()

    def tex(self) -> tuple[str, ...]:
        """Return the lines as they were given."""
        return self._lines

    def set_role(self, role: str) -> None:
        """Take another color of the theme."""
        self._role = role
        self.update()

    def baseline(self) -> float:
        """Return the first line's baseline, in pixels from the label's top."""
        return self._boxes()[0].ascent if self._lines else 0.0

    def is_elided(self) -> bool:
        """Whether a line ends in … because even the least size is too wide."""
        em = self._em()
        return any(measure(line, em).width > self.width() + 0.5 for line in self._lines)

    def _refresh(self) -> None:
        self.updateGeometry()
        self.update()

    def _full_em(self) -> float:
        return theme.px(theme.BASE_PX * self._size)

    def _em(self) -> float:
        """Return the size at which the widest line fits, or the least."""
        full, widest = self._full_em(), self._natural_width()
        if widest <= self.width():
            return full
        return max(full * self.width() / widest, theme.px(theme.BASE_PX * self._min_size))

    def _boxes(self) -> list[Metrics]:
        """Return the lines' boxes at full size, none lower than a line of text."""
        em = self._full_em()
        boxes = (measure(line, em) for line in self._lines)
        return [Metrics(box.width, max(box.ascent, 0.8 * em), max(box.descent, 0.25 * em)) for box in boxes]

    def _natural_width(self) -> float:
        return max((box.width for box in self._boxes()), default=0.0)

    def _gap(self) -> float:
        return 0.35 * self._full_em()

    def sizeHint(self) -> QSize:
        """Return the room that the lines take at full size."""
        height = sum(box.height for box in self._boxes()) + self._gap() * max(len(self._lines) - 1, 0)
        return QSize(ceil(self._natural_width()), ceil(height))

    def minimumSizeHint(self) -> QSize:
        """Return a width that a few signs need, and the height at full size."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), ceil(4 * self._full_em())), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines one below the other."""
        now = theme.current()
        color = getattr(now, self._role) if self.isEnabled() else now.text_disabled
        painter = QPainter(self)
        em, top = self._em(), 0.0
        for line, box in zip(self._lines, self._boxes(), strict=True):
            self._draw_line(painter, line, top + box.ascent, em, color)
            top += box.height + self._gap()
        painter.end()

    def _draw_line(self, painter: QPainter, tex: str, baseline: float, em: float, color: str) -> None:
        if measure(tex, em).width <= self.width() + 0.5:
            draw_formula_at(painter, 0.0, baseline, tex, em, color)
            return
        end = self.width() - measure(r"\ldots", em).width
        painter.save()
        painter.setClipRect(QRectF(0.0, 0.0, end, self.height()))
        draw_formula_at(painter, 0.0, baseline, tex, em, color)
        painter.restore()
        draw_formula_at(painter, end, baseline, r"\ldots", em, color)

    def event(self, event: QEvent) -> bool:
        """Show the whole formula as the tooltip of an elided one."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self.is_elided():
            QToolTip.showText(event.globalPos(), self.full_formula_html(), self)
            return True
        return super().event(event)

    def full_formula_html(self) -> str:
        """Return all lines at full size and the label's own tooltip, as rich text."""
        color, dpr = theme.current().text, self.devicePixelRatioF()
        pictures = [_as_html(render_tex(line, self._full_em(), color, dpr)) for line in self._lines]
        return "<br>".join([*pictures, html.escape(self.toolTip() or self.accessibleName())])


def _as_html(image: QImage) -> str:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    size = image.deviceIndependentSize()
    code = base64.b64encode(data.data()).decode("ascii")
    return f'<img src="data:image/png;base64,{code}" width="{size.width():.0f}" height="{size.height():.0f}">'
