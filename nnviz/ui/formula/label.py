"""The widget that shows a formula."""

from __future__ import annotations

import base64
import html
from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QRectF, QSize
from PySide6.QtGui import QHelpEvent, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from nnviz.ui import theme
from nnviz.ui.formula.drawing import draw_formula_at, render_tex
from nnviz.ui.formula.typesetting import Metrics, measure


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
