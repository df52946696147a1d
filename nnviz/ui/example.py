"""The example: its picture, which one it is, what the network says of it, and what that costs."""

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QHelpEvent, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from nnviz.core.steps import Phase
from nnviz.session import Changed, Neuron, Session
from nnviz.ui import theme
from nnviz.ui.cost_table import CostTable
from nnviz.ui.formula import FormulaLabel
from nnviz.wording import fixed, number, split_name, tr

SPLITS = ("train", "test")


class ExamplePanel(QFrame):
    """The left card: picture, navigation, verdict, cost.

    Parameters
    ----------
    session : Session
        Whose example is shown.
    actions : Mapping
        The commands' actions, by name.
    """

    def __init__(self, session: Session, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        theme.set_role(self, "card")
        self._session = session
        self.picture = InputPicture(session)
        self.navigation = Navigation(session, actions)
        self.verdict = Verdict(session)
        self.formula = FormulaLabel(size=1.2)
        self.costs = CostTable(session)
        heading = QLabel(tr("Cost of this example"))
        theme.set_role(heading, "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 10)
        layout.setSpacing(5)
        layout.addWidget(self.picture, 3)
        layout.addWidget(self.navigation)
        layout.addWidget(self.verdict)
        layout.addWidget(heading)
        layout.addWidget(self.formula)
        layout.addWidget(self.costs, 4)
        session.changed.connect(self._follow)
        self._follow(Changed.NETWORK)

    def sizeHint(self) -> QSize:
        """Return the width of the card in the design."""
        return QSize(round(theme.px(232)), 600)

    def _follow(self, what: Changed) -> None:
        if what & Changed.NETWORK:
            self.formula.set_tex(
                rf"C_0 = {self._session.spec.cost_function.tex}", tr("the cost of one example")
            )


class InputPicture(QWidget):
    """The input as a picture, crisp, or as a list of values where it is none."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setMouseTracking(True)
        self.setMinimumSize(100, 100)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("The input"))
        session.changed.connect(self._follow)
        theme.on_change(self, self.update)

    def sizeHint(self) -> QSize:
        """Return a comfortable square."""
        return QSize(200, 200)

    def _follow(self, what: Changed) -> None:
        if what & (Changed.EXAMPLE | Changed.NETWORK | Changed.SELECTION):
            self.update()

    @property
    def _shape(self) -> tuple[int, ...] | None:
        return self._session.dataset.image_shape

    def _frame(self) -> QRectF:
        assert self._shape is not None
        rows, columns = self._shape[:2]
        unit = min((self.width() - 2) / columns, (self.height() - 2) / rows)
        if unit >= 3:
            unit = float(int(unit))  # whole pixels: every cell is as large as its neighbor
        size = QSize(round(unit * columns), round(unit * rows))
        return QRectF((self.width() - size.width()) // 2, 1, size.width(), size.height())

    def input_at(self, x: float, y: float) -> int | None:
        """Return which input is drawn at a point."""
        if self._shape is None or not self._frame().contains(x, y):
            return None
        frame, (rows, columns) = self._frame(), self._shape[:2]
        row = min(int((y - frame.top()) / frame.height() * rows), rows - 1)
        column = min(int((x - frame.left()) / frame.width() * columns), columns - 1)
        return (row * columns + column) * (self._shape[2] if len(self._shape) == 3 else 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, its frame, and the chosen pixel's outline."""
        painter = QPainter(self)
        if self._shape is None:
            self._paint_values(painter)
        else:
            self._paint_image(painter)
        painter.end()

    def _paint_image(self, painter: QPainter) -> None:
        frame = self._frame()
        painter.drawImage(frame, self._image())
        painter.setPen(theme.current().color("border"))
        painter.drawRect(frame.adjusted(-1, -1, 0, 0))
        chosen = self._session.selection
        if isinstance(chosen, Neuron) and chosen.layer == 0:
            self._outline(painter, chosen.j)
        elif (
            chosen is not None
            and not isinstance(chosen, Neuron)
            and chosen.layer == 1
            and chosen.k is not None
        ):
            self._outline(painter, chosen.k)

    def _outline(self, painter: QPainter, k: int) -> None:
        assert self._shape is not None
        frame, (rows, columns) = self._frame(), self._shape[:2]
        row, column = divmod(k // (self._shape[2] if len(self._shape) == 3 else 1), columns)
        width, height = frame.width() / columns, frame.height() / rows
        painter.setPen(QPen(theme.current().color("selection"), 2))
        painter.drawRect(QRectF(frame.left() + column * width, frame.top() + row * height, width, height))

    def _image(self) -> QImage:
        assert self._shape is not None
        x = np.clip(self._session.trace.x, 0, 1).reshape(self._shape)
        if x.ndim == 3:
            rgb = np.rint(255 * x).astype(np.uint8)
            return QImage(rgb.tobytes(), x.shape[1], x.shape[0], 3 * x.shape[1], QImage.Format.Format_RGB888)
        colors = theme.current()
        off, on = (np.array(colors.color(role).getRgb()) for role in ("image_off", "image_on"))
        rgba = np.rint(off + x[..., None] * (on - off)).astype(np.uint8)
        return QImage(rgba.tobytes(), x.shape[1], x.shape[0], 4 * x.shape[1], QImage.Format.Format_RGBA8888)

    def _paint_values(self, painter: QPainter) -> None:
        data, x = self._session.dataset, self._session.trace.x
        painter.setFont(theme.number_font())
        painter.setPen(theme.current().color("text"))
        line = painter.fontMetrics().lineSpacing()
        for k in range(min(len(x), self.height() // line)):
            area = QRectF(0, k * line, self.width(), line)
            painter.drawText(area, Qt.AlignmentFlag.AlignLeft, data.input_name(k))
            painter.drawText(area, Qt.AlignmentFlag.AlignRight, fixed(float(x[k])))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the input under the mouse."""
        k = self.input_at(event.position().x(), event.position().y())
        if k is not None:
            self._session.select(Neuron(0, k))

    def event(self, event: QEvent) -> bool:
        """Answer a request for a tooltip with the pixel's name and value."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip(event.x(), event.y()), self)
            return True
        return super().event(event)

    def tip(self, x: float, y: float) -> str:
        """Return "pixel row 14, column 20: 0.83" for a point; "" beside the picture."""
        k = self.input_at(x, y)
        if k is None:
            return ""
        return f"{self._session.dataset.input_name(k)}: {number(float(self._session.trace.x[k]))}"


class Navigation(QWidget):
    """Which example: previous, its number, next, any other; from which set."""

    def __init__(self, session: Session, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self._session = session
        self.index = QLineEdit(alignment=Qt.AlignmentFlag.AlignRight)
        self.index.setAccessibleName(tr("Number of the example"))
        self.index.setToolTip(tr("The number of the example, counted from 0. Type another and press Enter."))
        self.index.setMaximumWidth(round(theme.px(56)))
        self.index.editingFinished.connect(self._go)
        self.total = QLabel()
        theme.set_role(self.total, "muted")
        self.split = QComboBox()
        self.split.setAccessibleName(tr("Set the example is from"))
        self.split.setToolTip(
            tr(
                "<b>Training set</b>: what the network learns from.<br><b>Test set</b>: what it has never seen."
            )
        )
        self.split.addItems([split_name(name) for name in SPLITS])
        self.split.activated.connect(lambda i: session.show_split(SPLITS[i]))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        widgets = [
            _button(actions["previous-example"]),
            self.index,
            self.total,
            _button(actions["next-example"]),
            _button(actions["random-example"]),
            self.split,
        ]
        for widget in widgets:
            layout.addWidget(widget, 1 if widget is self.split else 0)
        session.changed.connect(self._follow)
        self._follow(Changed.EXAMPLE)

    def _follow(self, what: Changed) -> None:
        if what & (Changed.EXAMPLE | Changed.NETWORK):
            example = self._session.example
            self.index.setText(str(example.index))
            self.total.setText(f"/ {len(self._session.split):,}")
            self.split.setCurrentIndex(SPLITS.index(example.split))

    def _go(self) -> None:
        text, example, n = self.index.text().strip(), self._session.example, len(self._session.split)
        if text == str(example.index):
            return
        if text.isdecimal() and int(text) < n:
            self._session.go_to_example(example.split, int(text))
            return
        self._follow(Changed.EXAMPLE)
        self._session.failed.emit(
            tr("There is no example {text!r}; choose a number from 0 to {last:,}.", text=text, last=n - 1)
        )


def _button(action: QAction) -> QToolButton:
    button = QToolButton(autoRaise=True)
    button.setDefaultAction(action)
    button.setAccessibleName(action.text())
    return button


class Verdict(QWidget):
    """What it is and what the network takes it for."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.label, self.guess = QLabel(), QLabel()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.label)
        layout.addStretch(1)
        layout.addWidget(self.guess)
        for part in (self.label, self.guess):
            part.setFont(theme.number_font(1.1))
        session.changed.connect(self._follow)
        self._follow(Changed.NETWORK)

    def _follow(self, what: Changed) -> None:
        session = self._session
        label, classes = session.label, session.dataset.classes
        self.setVisible(label is not None)
        if label is None:
            return
        names = classes or tuple(str(i) for i in range(max(label, session.guess or 0) + 1))
        self.label.setText(tr("label {name}", name=names[label]))
        if not session.shows(Phase("activation", session.spec.depth)):
            self._say(tr("guess –"), "muted", tr("The outputs are not computed yet: press →"))
            return
        guess = session.guess
        assert guess is not None
        right = guess == label
        tip = tr("The guess is the output with the largest activation.")
        self._say(
            tr("guess {name}", name=names[guess]) + ("  ✓" if right else "  ✗"),
            "good" if right else "bad",
            tip,
        )

    def _say(self, text: str, role: str, tip: str) -> None:
        if self.guess.property("role") != role:
            theme.set_role(self.guess, role)
        self.guess.setText(text)
        self.guess.setToolTip(tip)
