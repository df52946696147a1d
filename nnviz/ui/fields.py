"""Small controls: numbers with their own keys, the learning rate's ladder, a tooltip and a name for each."""

import math
from collections.abc import Mapping
from typing import TypeVar, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItemModel, QValidator
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLabel, QLineEdit, QSpinBox, QWidget

from nnviz.errors import SettingsError
from nnviz.ui import theme
from nnviz.wording import tr

W = TypeVar("W", bound=QWidget)

LOWEST_RATE, HIGHEST_RATE = 1e-4, 100.0
"""What the learning rate's box takes; beyond lies nothing that trains these networks."""

RATES = (*(float(f"{digit}e{power}") for power in range(-4, 2) for digit in (1, 2, 5)), HIGHEST_RATE)
"""The rates ↑ and ↓ go through."""

ARROWS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
PRESS = frozenset({Qt.Key.Key_Space})


class OwnKeys(QObject):
    """Settles who gets a key while a control has the focus: the control, or a shortcut of the window.

    ↑ and ↓ would show another example instead of stepping the number; T typed into a number would do nothing
    instead of training.

    Parameters
    ----------
    control : QWidget
        The control.
    keys : frozenset of Qt.Key
        What it keeps; a field also keeps all that is typed into it.
    """

    def __init__(self, control: QWidget, keys: frozenset[Qt.Key]) -> None:
        super().__init__(control)
        self._keys = keys
        control.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer Qt's question whether a key is a shortcut."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if isinstance(watched, QAbstractSpinBox | QLineEdit):
            # Whoever types into a number means the number, also where it is none: "1e2" must not train.
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
            typed = plain and bool(event.text()) and event.text().isprintable()
            event.setAccepted(event.key() in self._keys or typed)
            return True
        event.setAccepted(event.key() in self._keys)
        return event.text().isalpha() or event.isAccepted()


def parse_rate(text: str) -> float:
    """Return the learning rate a text says.

    Raises
    ------
    SettingsError
        Unless it is a number from 0.0001 to 100.
    """
    try:
        rate = float(text.strip().replace(",", "."))
    except ValueError:
        rate = math.nan
    if LOWEST_RATE <= rate <= HIGHEST_RATE:
        return rate
    raise SettingsError(
        tr("the learning rate must be a number from 0.0001 to 100, not “{typed}”", typed=text.strip()),
        field="rate",
    )


def stepped(rate: float, steps: int) -> float:
    """Return the rate so many steps up or down the ladder of 1, 2, 5, 10, 20."""
    if steps > 0:
        return ([r for r in RATES if r > rate * (1 + 1e-9)][:steps] or [HIGHEST_RATE])[-1]
    return ([r for r in reversed(RATES) if r < rate * (1 - 1e-9)][:-steps] or [LOWEST_RATE])[-1]


class RateBox(QAbstractSpinBox):
    """A number that is stepped on a ladder and typed freely.

    Signals
    -------
    offered(str)
        What the user wants; the owner accepts it by `show_rate` or refuses it by `restore`.
    """

    offered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._rate = 1.0
        self.editingFinished.connect(self._offer)
        OwnKeys(self, ARROWS)
        self.lineEdit().returnPressed.connect(self.clearFocus)  # the arrow keys step the score again
        self.restore()

    def show_rate(self, rate: float) -> None:
        """Show a rate as the one in force; what is just being typed stays if that has not changed."""
        if rate != self._rate:
            self._rate = rate
            self.restore()

    def restore(self) -> None:
        """Show the rate in force instead of what was typed."""
        self.lineEdit().setText(self._text())
        self.update()

    def _text(self) -> str:
        return f"{self._rate:g}"

    def _offer(self) -> None:
        if self.text() != self._text():
            self.offered.emit(self.text())

    def stepBy(self, steps: int) -> None:
        """Go up or down the ladder, from what was typed last."""
        self._offer()
        self.offered.emit(repr(stepped(self._rate, steps)))
        self.selectAll()

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        """Return whether there is a step above and below."""
        flag = QAbstractSpinBox.StepEnabledFlag
        up = flag.StepUpEnabled if self._rate < HIGHEST_RATE else flag.StepNone
        return up | (flag.StepDownEnabled if self._rate > LOWEST_RATE else flag.StepNone)

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Let everything be typed; it is judged when it is finished."""
        return QValidator.State.Acceptable, text, position


class WholeBox(QSpinBox):
    """A whole number; what is none, or lies outside, is refused in words instead of being made to fit.

    Signals
    -------
    refused(str)
        One sentence; the old number is back.
    """

    refused = Signal(str)

    def __init__(self, low: int, high: int) -> None:
        super().__init__(minimum=low, maximum=high)
        self._wrong: str | None = None
        self.setKeyboardTracking(False)
        OwnKeys(self, ARROWS)
        self.editingFinished.connect(self._judge)
        self.lineEdit().returnPressed.connect(self.clearFocus)  # the arrow keys step the score again

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Let everything be typed; it is judged when it is finished."""
        return QValidator.State.Acceptable, text, position

    def valueFromText(self, text: str) -> int:
        """Return the number a text says, or the old one where it says none."""
        try:
            value = int(text.strip().replace(",", ""))
        except ValueError:
            value = self.minimum() - 1
        right = self.minimum() <= value <= self.maximum()
        self._wrong = None if right else text
        return value if right else self.value()

    def _judge(self) -> None:
        wrong, self._wrong = self._wrong, None
        if wrong is not None:
            bounds = {"low": self.minimum(), "high": self.maximum()}
            sentence = "{name}: a whole number from {low:,} to {high:,} is needed here, not “{text}”."
            self.refused.emit(tr(sentence, name=self.accessibleName(), text=wrong, **bounds))


def whole_number(low: int, high: int) -> WholeBox:
    """Return a spin box that speaks when the number is finished: half a number is not a setting yet."""
    return WholeBox(low, high)


def described(widget: W, name: str, *sentences: str) -> W:
    """Give a control its accessible name and a tooltip that teaches; return it."""
    widget.setAccessibleName(name)
    widget.setToolTip("<br>".join([f"<b>{name}</b>", *sentences]))
    return widget


def tab_only(button: W) -> W:
    """Give a button the keyboard by Tab alone, and Space: a click leaves the arrow keys to the score."""
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    OwnKeys(button, PRESS)
    return button


def field_label(text: str, field: QWidget) -> QLabel:
    """Return the label that stands before a field."""
    label = QLabel(text)
    theme.set_role(label, "muted")
    label.setBuddy(field)
    label.setToolTip(field.toolTip())
    return label


class ChoiceBox(QComboBox):
    """A combo box of names: what is chosen is the stable name, what is read are its words.

    Parameters
    ----------
    words : mapping of str to str
        The words of each name, in order.
    translated : bool
        Whether they are in the user's language already.
    """

    def __init__(self, words: Mapping[str, str], translated: bool = False) -> None:
        super().__init__()
        for name, text in words.items():
            self.addItem(text if translated else tr(text), name)

    @property
    def value(self) -> str:
        """The chosen name."""
        return str(self.currentData())

    def choose(self, name: str) -> None:
        """Choose by name."""
        self.setCurrentIndex(self.findData(name))

    def allow(self, name: str, why_not: str = "") -> None:
        """Let a name be chosen, or say in its tooltip why it cannot be."""
        item = cast(QStandardItemModel, self.model()).item(self.findData(name))
        item.setEnabled(not why_not)
        item.setToolTip(why_not)
