"""∂C/∂a taken apart: the sum over its paths, the strongest first, unfolded layer by layer until the cost."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from nnviz.core.explain import Quantity
from nnviz.core.network import NetworkSpec
from nnviz.core.paths import Key, unfold
from nnviz.data.dataset import Dataset
from nnviz.session import Neuron, Selection, Session
from nnviz.ui import theme
from nnviz.ui.formula import measure
from nnviz.ui.inspector.derivation_paint import EM, INDENT, MARKER, DerivationPainter
from nnviz.ui.inspector.names import full_name, short_names
from nnviz.ui.row_list import KEYS, RowList
from nnviz.wording import tr
from nnviz.wording.derivation import Line, derivation_lines, go_there, list_others

FEW, MORE = 4, 100
"""How many paths a sum shows at first, and how many more with each click; with few, all digits come out."""

_TURN = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False}


class DerivationRows(RowList):
    """The lines of one sum; ▸ unfolds the sum that a path ends in, a click on the rest goes to the neuron.

    Parameters
    ----------
    session : Session
        What it reads, and where it chooses and points.
    """

    def __init__(self, session: Session) -> None:
        super().__init__(tr("Paths to the cost"))
        self._session = session
        self._root: Quantity | None = None
        self._subject: tuple[NetworkSpec, Dataset, Quantity] | None = None
        self._opened: dict[Key, int] = {}
        self._lines: tuple[Line, ...] = ()
        self._names: dict[int, tuple[str, ...]] = {}
        self._tops: tuple[float, ...] = (0.0,)
        self.setToolTip(
            tr("Each path: weight · slope · effect of the next neuron. Together they are the sum.")
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.chosen.connect(session.select)
        self.pointed.connect(self._light_up)
        theme.on_change(self, self._restyle)

    def _restyle(self) -> None:
        self._font, self._small = theme.number_font(0.95), theme.number_font(0.85)
        self._line = QFontMetricsF(self._font).height() + theme.px(3)
        self._second = QFontMetricsF(self._small).height()
        self._place()

    # What it shows

    def set_root(self, quantity: Quantity) -> None:
        """Take another number apart; what was unfolded of the last one is folded."""
        subject = (self._session.spec, self._session.dataset, quantity)
        if subject != self._subject:
            self._subject, self._root = subject, quantity
            self._opened, self._names = {(quantity,): FEW}, {}

    def refresh(self) -> None:
        """Follow the numbers."""
        if self._root is None:
            return
        found = unfold(self._session.trace, (self._root,), self._opened)
        before = [(line.kind, line.level) for line in self._lines]
        self._lines = derivation_lines(self._session.spec, found, self._name, FEW)
        if [(line.kind, line.level) for line in self._lines] != before:
            if self._current is not None and self._current >= len(self._lines):
                self._point_at(None)
            self._place()
        self.update()

    def lines(self) -> tuple[Line, ...]:
        """Return what is shown."""
        return self._lines

    def _name(self, layer: int, j: int) -> str:
        if layer == self._session.spec.depth:
            return full_name(self._session, layer, j).partition(",")[0]
        if layer not in self._names:
            self._names[layer] = short_names(self._session, layer)
        return self._names[layer][j]

    def turn(self, key: Key, opened: bool) -> None:
        """Unfold or fold one sum."""
        if opened:
            self._opened[key] = FEW
        else:
            for deeper in [other for other in self._opened if other[: len(key)] == key]:
                del self._opened[deeper]
        self.refresh()

    def list_others(self, key: Key, listed: bool) -> None:
        """List more of a sum's paths, or none but the strongest."""
        self._opened[key] = self._opened[key] + MORE if listed else FEW
        self.refresh()

    def _turn_line(self, line: Line, opened: bool) -> None:
        """Unfold or fold what stands below a line."""
        if line.key is not None and line.opened != opened:
            (self.list_others if line.kind == "others" else self.turn)(line.key, opened)

    # Where it shows it

    def _place(self) -> None:
        tops = [0.0]
        for line in self._lines:
            tops.append(tops[-1] + self._height_of(line))
        self._tops = tuple(tops)
        self.updateGeometry()
        self.update()

    def _height_of(self, line: Line) -> float:
        if line.kind == "formula":
            return measure(line.text, theme.px(EM)).height + theme.px(6)
        return self._line + (self._second + theme.px(2) if line.product else 0)

    def sizeHint(self) -> QSize:
        """Return room for all lines."""
        return QSize(round(theme.px(240)), round(self._tops[-1]))

    def minimumSizeHint(self) -> QSize:
        """Return the same height, at any width."""
        return QSize(round(theme.px(120)), round(self._tops[-1]))

    def row_rect(self, index: int) -> QRectF:
        """Return where a line stands."""
        return QRectF(0, self._tops[index], self.width(), self._tops[index + 1] - self._tops[index])

    def row_count(self) -> int:
        """Return how many lines there are."""
        return len(self._lines)

    def row_at(self, point: QPointF) -> int | None:
        """Return the line at a point."""
        return next(
            (i for i in range(len(self._lines)) if self._tops[i] <= point.y() < self._tops[i + 1]), None
        )

    def marker_rect(self, index: int) -> QRectF:
        """Return where a line's ▸ stands."""
        rect, left = self.row_rect(index), theme.px(INDENT * self._lines[index].level)
        return QRectF(left, rect.top(), theme.px(MARKER), rect.height())

    # What it says of a line

    def target(self, index: int) -> Selection:
        """Return the neuron that a path passes; of the others the one that all of them begin at."""
        line = self._lines[index]
        if line.kind == "others" and line.key is not None:
            return Neuron(line.key[-1].layer, line.key[-1].j)
        return None if line.through is None else Neuron(*line.through)

    def tip(self, index: int) -> str:
        """Return a line in full precision."""
        line = self._lines[index]
        if line.kind == "others":
            return list_others(line.opened)
        return f"{line.tip}\n{go_there()}" if line.kind == "path" else line.tip or self.toolTip()

    def _light_up(self, hit: Selection) -> None:
        """Light up the path's weight in every panel, not only the neuron it leads to."""
        line = None if self._current is None else self._lines[self._current]
        edge = None if line is None or hit is None else line.edge
        self._session.point_at(edge or (hit if line and line.kind == "path" else None))

    def _choose(self, index: int | None) -> None:
        line = self._lines[index] if index is not None and index < len(self._lines) else None
        if line is not None and line.kind == "others":
            self._turn_line(line, not line.opened)
        else:
            super()._choose(index)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Unfold where ▸ was clicked."""
        index = self.row_at(event.position())
        if index is not None and index == self._pressed:
            line = self._lines[index]
            right = self.marker_rect(index).right() + theme.px(4)
            if line.kind == "path" and line.key is not None and event.position().x() <= right:
                self._pressed = None
                self._turn_line(line, not line.opened)
                return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Unfold with →, fold with ←; on the others Enter does both."""
        opened = _TURN.get(Qt.Key(event.key()))
        line = None if self._current is None else self._lines[self._current]
        if opened is None or line is None or line.key is None:
            super().keyPressEvent(event)
        else:
            self._turn_line(line, opened)

    def event(self, event: QEvent) -> bool:
        """Keep ← and → too from the window's shortcuts."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.setAccepted(event.key() in (*KEYS, *_TURN))
            return event.isAccepted()
        return super().event(event)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines that are in sight."""
        painter = QPainter(self)
        paint = DerivationPainter(painter, self._font, self._small, self._lines)
        for index, line in enumerate(self._lines):
            rect = self.row_rect(index)
            if rect.intersects(QRectF(event.rect())):
                if self.lit(index):
                    paint.highlight(rect, self.hasFocus() and index == self._current)
                paint.line(rect, line)
        painter.end()
