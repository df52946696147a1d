"""A lesson's text: Markdown with typeset formulas, and with values that follow the Session."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.lessons.texts import Piece, has_values, pieces, plain, with_values
from nnviz.session import Changed, Session
from nnviz.ui import theme
from nnviz.ui.formula import draw_formula_at, measure
from nnviz.wording.notation import fill_in, fill_in_tex

INLINE, BLOCK = 1.16, 1.3
"""The em of formulas in multiples of the text's height: their letters are lower than the text's."""

LINE = 3.5
"""What is left free between two lines."""

INDENT = 18.0
"""How far lists are indented."""

_ALIGNMENT = QTextCharFormat.VerticalAlignment


class LessonText(QWidget):
    """Shows one text, as high as it needs to be.

    Parameters
    ----------
    session : Session
        Whose values it may speak of.
    size : float
        In multiples of the application's type.
    role : str
        Its color.
    """

    def __init__(self, session: Session, size: float = 1.0, role: str = "text") -> None:
        super().__init__()
        self._session, self._size, self._role = session, size, role
        self._text = self._shown = ""
        self._widest = self._composed_for = 0.0
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        session.changed.connect(self._follow)
        theme.on_change(self, self._compose)

    def set_text(self, text: str) -> None:
        """Show another text; without one the widget is hidden."""
        self._text = text
        self.setVisible(bool(text))
        self._compose()

    def set_role(self, role: str) -> None:
        """Take another color."""
        if role != self._role:
            self._role = role
            self._compose()

    @property
    def plain(self) -> str:
        """The text as it reads, formulas as TeX."""
        return self.accessibleName()

    def _follow(self, what: Changed) -> None:
        values = has_values(self._text) and with_values(self._text, self._session) != self._shown
        if values or what & Changed.NOTATION:
            self._compose()

    # Composing

    def _compose(self) -> None:
        """Make the document anew: for another text, other values, another look."""
        self._shown = with_values(self._text, self._session)
        self._composed_for = self.width()
        parts = [
            Piece(fill_in(piece.text) if piece.kind == "words" else fill_in_tex(piece.text), piece.kind)
            for piece in pieces(self._shown)
        ]
        self.setAccessibleName(plain(parts))
        self._document.clear()
        self._document.setDefaultFont(theme.number_font(self._size))
        self._document.setIndentWidth(theme.px(INDENT))
        formulas = [piece for piece in parts if piece.kind != "words"]
        ratio = self.devicePixelRatioF()
        self._document.setMarkdown(_markdown(parts), _FEATURES)
        self._place(formulas, ratio)
        self._space_out()
        self.updateGeometry()
        self.update()

    def _place(self, formulas: list[Piece], ratio: float) -> None:
        """Give every formula's picture its size, and its baseline that of the line."""
        block = self._document.begin()
        while block.isValid():
            fragments = [part.fragment() for part in block]  # type: ignore[attr-defined]  # Qt's iterator is one
            for fragment in fragments:
                image = fragment.charFormat().toImageFormat()
                if not image.isValid():
                    continue
                picture = self._picture(formulas[_number(image.name())], ratio)
                self._document.addResource(_IMAGE, QUrl(image.name()), picture.image)
                shape = QTextImageFormat()
                shape.setName(image.name())
                shape.setWidth(picture.width)
                shape.setHeight(picture.height)
                shape.setVerticalAlignment(picture.alignment)
                cursor = QTextCursor(self._document)
                cursor.setPosition(fragment.position())
                cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(shape)
            block = block.next()

    def _space_out(self) -> None:
        block = self._document.begin()
        while block.isValid():
            shape = block.blockFormat()
            shape.setLineHeight(theme.px(LINE), QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value)
            shape.setTopMargin(0)
            last = not block.next().isValid()
            shape.setBottomMargin(0 if last else theme.px(4 if block.textList() else 8))
            QTextCursor(block).setBlockFormat(shape)
            block = block.next()

    def _picture(self, piece: Piece, ratio: float) -> _Picture:
        font = theme.number_font(self._size)
        em = theme.px(theme.BASE_PX) * self._size * (BLOCK if piece.kind == "block" else INLINE)
        width = measure(piece.text, em).width
        self._widest = max(self._widest, width)
        if self.width() > theme.px(120) and width > self.width() - 2:
            em *= (self.width() - 2) / width
        return _Picture(piece.text, em, font, theme.current().color(self._role).name(), ratio)

    # Qt

    def hasHeightForWidth(self) -> bool:
        """Return that it grows as it becomes narrower."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width."""
        self._document.setTextWidth(width)
        return ceil(self._document.size().height())

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        width = round(theme.px(280))
        return QSize(width, self.heightForWidth(self.width() if self.width() > 100 else width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let formulas that are too wide become smaller, and large again."""
        super().resizeEvent(event)
        if self._widest > min(self.width(), self._composed_for) and self.width() != self._composed_for:
            self._compose()

    def minimumSizeHint(self) -> QSize:
        """Return the least it can do with."""
        return QSize(round(theme.px(120)), 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the document."""
        self._document.setTextWidth(self.width())
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, theme.current().color(self._role))
        painter = QPainter(self)
        context.clip = QRectF(self.rect())
        self._document.documentLayout().draw(painter, context)
        painter.end()


class _Picture:
    """A formula as a picture that stands in a line of text.

    Qt puts a picture either so that its foot is as deep as the font's descent, or so that its middle is that
    of the letters: it is made as high as it takes for the formula's baseline to be the line's.
    """

    def __init__(self, tex: str, em: float, font: QFont, color: str, ratio: float) -> None:
        box, metrics = measure(tex, em), QFontMetricsF(font)
        self.width = ceil(box.width) + 2
        if box.descent <= metrics.descent():
            self.alignment = _ALIGNMENT.AlignBaseline
            below = metrics.descent()
            above = ceil(box.ascent + below) - below
        else:
            self.alignment = _ALIGNMENT.AlignMiddle
            half = metrics.xHeight() / 2
            reach = max(box.ascent - half / 2, box.descent + half / 2) + 1  # from the middle of the letters
            above, below = reach + half / 2, reach - half / 2
        self.height = ceil(above + below)
        self._drawn = tex, em, color, ratio, above

    @property
    def image(self) -> QImage:
        """The picture, at the screen's resolution."""
        tex, em, color, ratio, above = self._drawn
        image = QImage(
            ceil(self.width * ratio), ceil(self.height * ratio), QImage.Format.Format_ARGB32_Premultiplied
        )
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        draw_formula_at(painter, 1.0, above, tex, em, color)
        painter.end()
        return image


_IMAGE = QTextDocument.ResourceType.ImageResource
_FEATURES = (
    QTextDocument.MarkdownFeature.MarkdownDialectCommonMark | QTextDocument.MarkdownFeature.MarkdownNoHTML
)


def _name(number: int) -> str:
    return f"formula-{number}"


def _number(name: str) -> int:
    return int(name.rpartition("-")[2])


def _markdown(parts: list[Piece]) -> str:
    """Return Markdown in which formulas are pictures."""
    text, number = "", 0
    for piece in parts:
        if piece.kind == "words":
            text += piece.text
            continue
        picture = f"![formula]({_name(number)})"  # without words Qt leaves it out
        text += f"\n\n{picture}\n\n" if piece.kind == "block" else picture
        number += 1
    return text
