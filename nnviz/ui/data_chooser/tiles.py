"""The pictures to choose from, in groups; one of all is chosen."""

from __future__ import annotations

import os

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QLabel, QWidget

from nnviz.data.sample import Sample
from nnviz.ui import theme
from nnviz.ui.data_chooser.entries import Entry, Group
from nnviz.ui.sample_view import SamplePicture, draw_words
from nnviz.wording import tr

CELL, DOT = 28.0, 1.5
"""Of a picture: the side of one image's place, which shows each of MNIST's pixels; the radius of a point."""

WIDE, HIGH = 4 * CELL, 3 * CELL
AIR, TITLE, GAP, HEAD = 4.0, 20.0, 6.0, 24.0
"""Around a picture; its title's height; between two; the height of a group's title."""


class Tile(QAbstractButton):
    """One entry: its picture, and its title below.

    Signals
    -------
    taken()
        It was double-clicked.

    Parameters
    ----------
    entry : Entry
        What it stands for.
    present : bool
        Whether these data are open now.
    """

    taken = Signal()

    def __init__(self, entry: Entry, present: bool) -> None:
        super().__init__()
        self.entry = entry
        self._present = present
        self._picture: SamplePicture | None = None
        self._drawn: tuple[object, QPixmap] | None = None
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(entry.full)
        now = f"<br>{tr('These data are open.')}" if present else ""
        self.setToolTip(f"<b>{entry.full}</b><br>{entry.about}{now}<br>{tr('Double-click: use them.')}")

    def show_sample(self, sample: Sample | None) -> None:
        """Show what is in it."""
        self._picture = None if sample is None else SamplePicture(sample)
        self._drawn = None
        self.update()

    @property
    def pictured(self) -> bool:
        """Whether it shows what is in it, and not words."""
        return self._picture is not None

    def sizeHint(self) -> QSize:
        """Return what picture and title take."""
        return QSize(round(theme.px(WIDE + 2 * AIR)), round(theme.px(HIGH + 2 * AIR + TITLE)))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take it at once."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.taken.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Light up."""
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Go out."""
        self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, picture and title."""
        now, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(self._outline(now))
        painter.setBrush(now.color(self._ground()))
        painter.drawRoundedRect(whole, 6, 6)
        if self.isChecked() and self.hasFocus():
            painter.setPen(QPen(now.color("focus"), 1))
            painter.drawRoundedRect(whole.adjusted(2, 2, -2, -2), 5, 5)
        painter.drawPixmap(round(theme.px(AIR)), round(theme.px(AIR)), self._pixmap())
        painter.setFont(theme.number_font(0.9, bold=self._present))
        painter.setPen(now.color("text"))
        room = round(theme.px(WIDE))
        text = f"{self.entry.title} ✓" if self._present else self.entry.title
        of_file = os.path.isabs(self.entry.reference)  # its end says what it is
        mode = Qt.TextElideMode.ElideMiddle if of_file else Qt.TextElideMode.ElideRight
        text = painter.fontMetrics().elidedText(text, mode, room)
        line = QRectF(theme.px(AIR), theme.px(HIGH + AIR), room, self.height() - theme.px(HIGH + AIR) - 2)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()

    def _ground(self) -> str:
        if self.isChecked():
            return "selection_surface"
        return "surface_hover" if self.underMouse() else "surface"

    def _outline(self, now: theme.Theme) -> QPen:
        if self.isChecked():
            return QPen(now.color("selection"), 2)
        return QPen(now.color("focus" if self.hasFocus() else "border"), 1)

    def _pixmap(self) -> QPixmap:
        """Return the picture, drawn once for each look."""
        look = (theme.current(), theme.current_scale(), self.devicePixelRatioF())
        if self._drawn is None or self._drawn[0] != look:
            self._drawn = look, self._draw(look[2])
        return self._drawn[1]

    def _draw(self, ratio: float) -> QPixmap:
        place = QRectF(0, 0, round(theme.px(WIDE)), round(theme.px(HIGH)))
        pixmap = QPixmap((place.size() * ratio).toSize())
        pixmap.setDevicePixelRatio(ratio)
        picture = self._picture
        pixmap.fill(theme.current().color("surface_sunken"))
        painter = QPainter(pixmap)
        if picture is not None:
            picture.draw(painter, place, theme.px(CELL), theme.px(DOT))
        else:
            draw_words(painter, place, self.entry.instead)
        painter.end()
        return pixmap


class TileGroups(QWidget):
    """All tiles, group below group, as many side by side as there is room for.

    Signals
    -------
    chosen(object)
        The Entry that is chosen now.
    taken(object)
        The Entry that was double-clicked.

    Parameters
    ----------
    groups : tuple of Group
        What there is.
    present : str
        The key of the data that are open now.
    """

    chosen = Signal(object)
    taken = Signal(object)

    def __init__(self, groups: tuple[Group, ...], present: str) -> None:
        super().__init__()
        self.setAccessibleName(tr("Data"))
        self._buttons = QButtonGroup(self)  # exclusive: the arrow keys go from one to the next
        self._titles: list[QLabel] = []
        self._rows: list[list[Tile]] = []
        for group in groups:
            self._titles.append(self._title(group.title))
            self._rows.append([self._tile(entry, present) for entry in group.entries])
        theme.on_change(self, self._arrange)

    def _title(self, text: str) -> QLabel:
        label = QLabel(text, self)
        theme.set_role(label, "section")
        return label

    def _tile(self, entry: Entry, present: str) -> Tile:
        tile = Tile(entry, entry.key == present)
        tile.setParent(self)
        self._buttons.addButton(tile)
        tile.toggled.connect(lambda on: self.chosen.emit(entry) if on else None)
        tile.taken.connect(lambda: self.taken.emit(entry))
        return tile

    @property
    def tiles(self) -> list[Tile]:
        """All of them, in order."""
        return [tile for row in self._rows for tile in row]

    def tile(self, key: str) -> Tile:
        """Return one by its key; the first where there is none of that name."""
        return next((tile for tile in self.tiles if tile.entry.key == key), self.tiles[0])

    # Where they stand

    def columns(self) -> int:
        """Return how many stand side by side."""
        wide = self.tiles[0].sizeHint().width() + round(theme.px(GAP))
        return max((self.width() + round(theme.px(GAP))) // wide, 1)

    def width_of(self, columns: int) -> int:
        """Return the width that so many take."""
        gap = round(theme.px(GAP))
        return columns * (self.tiles[0].sizeHint().width() + gap) - gap

    def sizeHint(self) -> QSize:
        """Return the room that the longest group takes, and the height at the present width."""
        return QSize(self.width_of(max(map(len, self._rows))), self._height())

    def _height(self) -> int:
        columns, step = self.columns(), self.tiles[0].sizeHint().height() + round(theme.px(GAP))
        lines = sum(-(-len(row) // columns) for row in self._rows)
        return lines * step + len(self._rows) * round(theme.px(HEAD))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand as there is room."""
        self._arrange()

    def _arrange(self) -> None:
        gap, head, columns, top = round(theme.px(GAP)), round(theme.px(HEAD)), self.columns(), 0
        for title, row in zip(self._titles, self._rows, strict=True):
            title.setGeometry(2, top, self.width(), head)
            top += head
            for i, tile in enumerate(row):
                size, (line, column) = tile.sizeHint(), divmod(i, columns)
                place = QPoint(column * (size.width() + gap), top + line * (size.height() + gap))
                tile.setGeometry(QRect(place, size))
            top += -(-len(row) // columns) * (row[0].sizeHint().height() + gap)
        self.setMinimumHeight(top)
        self.updateGeometry()
