"""A worksheet as PDF on A4: text and formulas as drawings, sharp in every print."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QBuffer, QIODevice, QLineF, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
    QPicture,
)

from nnviz.ui.formula import draw_formula_at, measure
from nnviz.wording import tr
from nnviz.wording.worksheet import Part, Row, Worksheet, answer

DPI = 1200
POINT = DPI / 72
MARGIN_MM = 16
INK = "black"

TEXT, TITLE, HEADING = 10.0, 16.0, 12.0
"""Heights of type in points; a formula's em is FORMULA times that of the text."""

FORMULA = 1.15
ROW, KEY_ROW, SPACE, GAP = 7.0, 3.5, 15.0, 14.0
"""Between rows, between those of the key; to calculate in, below a row; between given formulas: in points."""

ENDLESS = 1e6
"""The height of a page that nothing is too high for."""

HEADED = 90.0
"""What a heading and the first row below it need, in points."""


def worksheet_pdf(sheet: Worksheet) -> bytes:
    """Return the file: the sheet with its blanks, and the key on pages of its own."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(*4 * [MARGIN_MM]), QPageLayout.Unit.Millimeter)
    writer.setTitle(sheet.title)
    painter = QPainter(writer)
    painter.scale(POINT, POINT)
    fill(Page(painter, QSizeF(writer.width(), writer.height()) / POINT, writer.newPage), sheet)
    painter.end()
    return bytes(buffer.data().data())


def fill(page: "Page", sheet: Worksheet) -> None:
    """Write everything, page after page."""
    page.text(sheet.title, TITLE, bold=True)
    page.text(sheet.about)
    page.text(tr("Given"), HEADING, bold=True)
    for line in sheet.given:
        page.formulas(line)
    page.text(sheet.hint)
    for part in sheet.parts:
        page.part(part, Page.blank)
    page.turn()
    page.text(tr("Key"), TITLE, bold=True)
    for part in sheet.parts:
        page.part(part, Page.solved)


class Page:
    """Where the next line goes; a full page is followed by another.

    Parameters
    ----------
    painter : QPainter
        In points, from the corner of what may be printed on.
    size : QSizeF
        Of that, in points.
    turned : callable
        ``turned()`` brings the next page under the painter.
    """

    def __init__(self, painter: QPainter, size: QSizeF, turned: Callable[[], object]) -> None:
        self._painter, self._turned = painter, turned
        self.width, self._height = size.width(), size.height()
        self._y = 0.0

    def turn(self) -> None:
        """Begin another page."""
        self._turned()
        self._y = 0.0

    def _take(self, height: float) -> float:
        """Return the upper end of the next `height` points."""
        if self._y and self._y + height > self._height:
            self.turn()
        top, self._y = self._y, self._y + height
        return top

    def text(self, text: str, size: float = TEXT, bold: bool = False) -> None:
        """Write a paragraph; a heading does not stand alone at the foot of a page."""
        font = _font(size, bold)
        flags = Qt.TextFlag.TextWordWrap
        everywhere = QRectF(0, 0, self.width, self._height)
        needed = QFontMetricsF(font).boundingRect(everywhere, flags, text).height()
        if bold and self._y:
            self._y += size / 2
            if self._y + HEADED > self._height:
                self.turn()
        top = self._take(needed + size / 2)
        self._painter.setFont(font)
        self._painter.setPen(QColor(INK))
        self._painter.drawText(QRectF(0, top, self.width, needed + size), flags, text)

    def formulas(self, line: Iterable[str], apart: float = ROW) -> tuple[float, float]:
        """Write formulas one beside the other, in as many lines as it takes; return where they end."""
        row: list[str] = []
        for tex in line:
            if row and self._wide([*row, tex]) > self.width:
                self._line(row, apart)
                row = []
            row.append(tex)
        return self._line(row, apart)

    def _wide(self, row: list[str]) -> float:
        return sum(measure(tex, TEXT * FORMULA).width + GAP for tex in row)

    def _line(self, row: list[str], apart: float, after: float = 0.0) -> tuple[float, float]:
        """Write formulas on one baseline; return their end, and the baseline."""
        boxes = [measure(tex, TEXT * FORMULA) for tex in row]
        ascent, descent = max(b.ascent for b in boxes), max(b.descent for b in boxes)
        baseline = self._take(ascent + descent + apart + after) + ascent + apart / 2
        x = 0.0
        for tex in row:
            x += draw_formula_at(self._painter, x, baseline, tex, TEXT * FORMULA, INK) + GAP
        return x - GAP, baseline

    def _words(self, x: float, baseline: float, words: str, bold: bool = False) -> float:
        """Write words after a formula, below it where they do not fit; return where they end."""
        font = _font(TEXT, bold)
        width = QFontMetricsF(font).horizontalAdvance(words)
        if x + width > self.width:
            x, baseline = 0.0, self._take(TEXT + ROW) + TEXT
        self._painter.setFont(font)
        self._painter.setPen(QColor(INK))
        self._painter.drawText(QPointF(x, baseline), words)
        return x + width

    def part(self, part: Part, row: Callable[["Page", Row], None]) -> None:
        """Write a heading, a sentence and rows: on one page where they fit on one."""
        needed = self._height_of(part, row)
        if self._y and self._y + needed > self._height >= needed:
            self.turn()
        self._write(part, row)

    def _height_of(self, part: Part, row: Callable[["Page", Row], None]) -> float:
        """Return how high a part is: it is written once where there is no end and nobody looks."""
        picture = QPicture()
        painter = QPainter(picture)
        endless = Page(painter, QSizeF(self.width, ENDLESS), lambda: None)
        endless._write(part, row)
        painter.end()
        return endless._y + HEADING / 2

    def _write(self, part: Part, row: Callable[["Page", Row], None]) -> None:
        self.text(part.title, HEADING, bold=True)
        self.text(part.text)
        for each in part.rows:
            row(self, each)

    def blank(self, row: Row) -> None:
        """Write what is to be computed, a line for the answer, and room to calculate."""
        end, baseline = self._line([row.tex], ROW, SPACE if row.worked else 0.0)
        start = self._words(end + 4, baseline, "=") + 4
        self._painter.setPen(QPen(QColor(INK), 0.5))
        self._painter.drawLine(QLineF(start, baseline + 2, self.width, baseline + 2))

    def solved(self, row: Row) -> None:
        """Write how the answer comes about, and the answer."""
        end, baseline = self.formulas([row.tex, *([row.worked] if row.worked else [])], KEY_ROW)
        self._words(end + GAP, baseline, f"= {answer(row.value)}", bold=True)


def _font(size: float, bold: bool) -> QFont:
    font = QFont()
    font.setPixelSize(round(size))
    font.setBold(bold)
    return font
