"""The curve and the ball on it: set down by mouse or keyboard, with tangent and the step to come."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.ui import theme
from nnviz.ui.descent.curve.paint import draw_balls, draw_curve, draw_path, draw_tally
from nnviz.ui.descent.curve.state import CurveState
from nnviz.ui.descent.curve.step import draw_step
from nnviz.ui.descent.frame import Frame, span
from nnviz.ui.descent.ground import Ground
from nnviz.ui.held import is_fine
from nnviz.wording import tr

STEPS = {
    Qt.Key.Key_Left: -0.01,
    Qt.Key.Key_Right: 0.01,
    Qt.Key.Key_PageDown: -0.1,
    Qt.Key.Key_PageUp: 0.1,
}
"""How far a key moves the ball, as a share of the axis."""

ZOOM, ZOOM_KEYS = 1.25, {Qt.Key.Key_Plus: -1, Qt.Key.Key_Equal: -1, Qt.Key.Key_Minus: 1}
"""Of one notch of the wheel; the keys that do the same."""

BELOW = 0.2
"""What share of the picture stays free below the curve, for the bars of the tally."""

HEAD = 20.0
"""What is left free over the frame, for the name of the axis."""


class CurvePlot(QWidget):
    """Paints a curve; a press sets the ball down, a drag leads it.

    Signals
    -------
    moved(float)
        Where the ball is wanted.
    zoomed(float, float)
        By which factor less (below 1) or more is wanted, about which x.
    """

    moved = Signal(float)
    zoomed = Signal(float, float)

    def __init__(self) -> None:
        super().__init__()
        self._state: CurveState | None = None
        self._frame: Frame | None = None
        self._ground = Ground(self)
        self.setAccessibleName(tr("The curve and the ball"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setToolTip(
            tr(
                "<b>The ball</b><br>Press or drag to set it down anywhere; with the keyboard Tab and ← →."
                "<br>The wheel, + and − show more or less of the axis."
            )
        )
        theme.on_change(self, self._restyle)

    def _restyle(self) -> None:
        self._frame = None
        self.update()

    def show_state(self, state: CurveState) -> None:
        """Show other numbers."""
        before, self._state = self._state, state
        if before is None or state.curve is not before.curve or state.region != before.region:
            self._frame = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew."""
        super().resizeEvent(event)
        self._frame = None

    def sizeHint(self) -> QSize:
        """Return a size at which it is read with ease."""
        return QSize(round(theme.px(700)), round(theme.px(460)))

    def minimumSizeHint(self) -> QSize:
        """Return the size at which it can still be read."""
        return QSize(round(theme.px(260)), round(theme.px(220)))

    def frame(self) -> Frame:
        """Return where numbers stand."""
        assert self._state is not None
        if self._frame is None:
            heights = (0.0, 1.0) if self._state.curve is None else span(self._state.curve[1], BELOW)
            self._frame = Frame.inside(self.width(), self.height(), self._state.region, heights, HEAD)
        return self._frame

    # Mouse and keyboard

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Set the ball down."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._lead(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Lead it while the button is down."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._lead(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let it lie."""

    def _lead(self, event: QMouseEvent) -> None:
        if self._state is not None:
            low, high = self._state.region
            self.moved.emit(min(max(self.frame().x_at(event.position().x()), low), high))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Show less or more of the axis, the place under the mouse staying where it is."""
        if self._state is not None and event.angleDelta().y():
            about = self.frame().x_at(event.position().x())
            self.zoomed.emit(ZOOM ** (-event.angleDelta().y() / 120), about)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the ball by a hundredth of the axis, or a tenth; + and − zoom."""
        key = Qt.Key(event.key())
        if self._state is None or (key not in STEPS and key not in ZOOM_KEYS):
            super().keyPressEvent(event)
        elif key in STEPS:
            low, high = self._state.region
            by = STEPS[key] * (high - low) * (0.1 if is_fine(event) else 1.0)
            self.moved.emit(float(f"{self._state.step.x + by:.6g}"))
        else:
            self.zoomed.emit(ZOOM ** ZOOM_KEYS[key], self._state.step.x)

    def event(self, event: QEvent) -> bool:
        """Keep its own keys from the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() in STEPS)
            return event.isAccepted()
        return super().event(event)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the curve, the tally, the balls, and the step to come."""
        if self._state is None:
            return
        painter = QPainter(self)
        state, frame = self._state, self.frame()
        values = (state.settled, state.region, state.letter, state.present)
        self._ground.draw(painter, (state.curve,), values, self._paint_ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_tally(painter, frame, self._state)
        draw_path(painter, frame, self._state)
        draw_balls(painter, frame, self._state)
        draw_step(painter, frame, self._state)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme.current().color("focus"))
            painter.drawRect(frame.rect)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        assert self._state is not None
        self.frame().draw(painter)
        draw_curve(painter, self.frame(), self._state)
