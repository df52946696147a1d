"""Painting on a picture: the mouse that leads a brush over it, and the button for that."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeAlias, cast

from PySide6.QtCore import QEvent, QObject, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QShortcut, QWheelEvent
from PySide6.QtWidgets import QToolButton

from nnviz.core.arrays import Array, IntArray
from nnviz.errors import NnvizError
from nnviz.session import Changed, Session
from nnviz.ui import theme
from nnviz.ui.fields import described, tab_only
from nnviz.ui.icons import set_icon
from nnviz.ui.signed_image import SignedImage
from nnviz.ui.stroke import Place, Stroke
from nnviz.wording import tr

RADII = (1, 2, 3)
"""Of the brush, in cells."""

NOTCH = 120
"""What Qt reports of one notch of a mouse wheel."""

Handler: TypeAlias = Callable[[QEvent], bool]

_ELSEWHERE = Changed.NETWORK | Changed.EXAMPLE | Changed.SELECTION | Changed.PARAMETERS
"""After such a change by others the numbers under the brush are no longer those it began on."""


class Canvas(Protocol):
    """The numbers that a picture shows, as something that can be painted on."""

    def cells(self) -> IntArray:
        """Return which numbers stand in which cell, shape (rows, columns, channels); −1 for none."""
        ...

    def numbers(self) -> Array:
        """Return the present numbers, shape (n,)."""
        ...

    def ink(self, erase: bool) -> float:
        """Return the value that the brush, or the eraser, leads to."""
        ...

    def write(self, values: dict[int, float]) -> None:
        """Change some of the numbers."""
        ...


class Painting(QObject):
    """Lets the mouse paint on a picture while it is turned on; one drag is one entry of the history.

    Left paints, right or Shift erases; the wheel and [ ] change the brush. Over a picture that has the
    keyboard focus Enter puts one dab of ink on the cell, with Shift it erases. It belongs to the picture.

    Parameters
    ----------
    picture : SignedImage
        What is painted on.
    session : Session
        Whose history the strokes go to.
    canvas : Canvas
        The numbers that the picture shows.
    """

    turned = Signal(bool)

    def __init__(self, picture: SignedImage, session: Session, canvas: Canvas) -> None:
        super().__init__(picture)
        self._picture, self._session, self._canvas = picture, session, canvas
        self._on = False
        self._radius = RADII[0]
        self._stroke: Stroke | None = None
        self._writing = False
        self._turned_by = 0  # of the wheel, less than a notch
        self._handlers: dict[QEvent.Type, Handler] = {
            QEvent.Type.MouseButtonPress: self._press,
            QEvent.Type.MouseButtonDblClick: self._press,
            QEvent.Type.MouseMove: self._move,
            QEvent.Type.MouseButtonRelease: self._release,
            QEvent.Type.Wheel: self._wheel,
            QEvent.Type.KeyPress: self._key,
            QEvent.Type.Leave: self._leave,
            QEvent.Type.ContextMenu: lambda event: True,
        }
        self._shortcuts = [self._shortcut("[", -1), self._shortcut("]", 1)]
        picture.installEventFilter(self)
        session.changed.connect(self._follow)

    def _shortcut(self, key: str, step: int) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), self._picture)
        shortcut.activated.connect(lambda: self.set_radius(self._radius + step))
        shortcut.setEnabled(False)
        return shortcut

    # The brush

    @property
    def on(self) -> bool:
        """Whether the mouse paints."""
        return self._on

    def turn(self, on: bool) -> None:
        """Take the brush, or put it away."""
        if on == self._on:
            return
        self._end()
        self._on = on
        shapes = Qt.CursorShape
        self._picture.set_pointer(shapes.CrossCursor if on else shapes.PointingHandCursor)
        self._picture.set_ring(None)
        self._own_keys()
        self.turned.emit(on)

    @property
    def radius(self) -> int:
        """Of the brush, in cells."""
        return self._radius

    def set_radius(self, radius: int) -> None:
        """Take a finer or a broader brush; beyond the finest and the broadest there is none."""
        self._radius = min(max(radius, RADII[0]), RADII[-1])
        self._picture.set_ring(self._picture.ring(), self._radius)

    def _own_keys(self) -> None:
        """Keep [ and ] from other pictures' brushes."""
        near = self._on and (self._picture.underMouse() or self._picture.hasFocus())
        for shortcut in self._shortcuts:
            shortcut.setEnabled(near)

    # One stroke

    def _begin(self, erase: bool) -> None:
        canvas, session = self._canvas, self._session
        session.end_training()  # an edit does; what it has reached is what is painted on
        session.begin_drag()
        self._stroke = Stroke(canvas.cells(), canvas.numbers(), canvas.ink(erase), self._radius)

    def _lead(self, place: Place) -> None:
        assert self._stroke is not None
        values = self._stroke.to(place)
        if not values:
            return
        self._writing = True
        try:
            self._canvas.write(values)
        except NnvizError as error:
            self._end()
            self._session.failed.emit(str(error))
        finally:
            self._writing = False

    def _end(self) -> None:
        if self._stroke is not None:
            self._stroke = None
            self._session.end_drag()

    def _follow(self, what: Changed) -> None:
        if what & _ELSEWHERE and not self._writing:
            self._end()

    # Mouse and keyboard

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is for the brush."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._own_keys()
        handler = self._handlers.get(event.type()) if self._on else None
        return handler is not None and handler(event)

    def _press(self, event: QEvent) -> bool:
        mouse = cast(QMouseEvent, event)
        right = mouse.button() == Qt.MouseButton.RightButton
        inside = self._picture.cell_at(mouse.position()) is not None
        if inside and self._stroke is None and (right or mouse.button() == Qt.MouseButton.LeftButton):
            self._begin(right or bool(mouse.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            self._lead(self._picture.place_of(mouse.position()))
        return True

    def _move(self, event: QEvent) -> bool:
        at: QPointF = cast(QMouseEvent, event).position()
        over = self._stroke is not None or self._picture.cell_at(at) is not None
        self._picture.set_ring(at if over else None, self._radius)
        if self._stroke is not None:
            self._lead(self._picture.place_of(at))
        return False  # what the mouse points at is named as ever

    def _release(self, event: QEvent) -> bool:
        self._end()
        return True

    def _wheel(self, event: QEvent) -> bool:
        self._turned_by += cast(QWheelEvent, event).angleDelta().y()
        notches = int(self._turned_by / NOTCH)
        self._turned_by -= notches * NOTCH
        self.set_radius(self._radius + notches)
        return True

    def _key(self, event: QEvent) -> bool:
        key, cell = cast(QKeyEvent, event), self._picture.hovered_cell()
        if key.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or cell is None:
            return False
        self._begin(bool(key.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        self._lead((cell[0] + 0.5, cell[1] + 0.5))
        self._end()
        return True

    def _leave(self, event: QEvent) -> bool:
        if self._stroke is None:
            self._picture.set_ring(None)
        for shortcut in self._shortcuts:
            shortcut.setEnabled(self._picture.hasFocus())
        return False


class BrushButton(QToolButton):
    """Turns a brush on and off.

    Parameters
    ----------
    painting : Painting
        Whose brush.
    name : str
        What it paints: "Paint the input".
    inks : str
        One sentence: what the two buttons of the mouse do.
    key : str
        Its shortcut.
    """

    def __init__(self, painting: Painting, name: str, inks: str, key: str) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setShortcut(QKeySequence(key))
        tab_only(self)
        set_icon(self, "draw")
        brush = tr("The wheel or [ ] make the brush finer or broader; a drag is one step of undo (Ctrl+Z).")
        described(self, name, tr("Key {key}.", key=key), inks, brush)
        self.setAccessibleName(name)
        self.toggled.connect(painting.turn)
        painting.turned.connect(self.setChecked)
        theme.on_change(self, self._measure)

    def _measure(self) -> None:
        side = round(theme.px(16))
        self.setIconSize(QSize(side, side))
