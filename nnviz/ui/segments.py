"""A switch of a few words, one of which is chosen."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QToolButton, QWidget

from nnviz.ui import theme
from nnviz.ui.fields import tab_only
from nnviz.wording import tr


class Segments(QWidget):
    """A few buttons side by side, one of which is down.

    Where they do not all fit, the last ones stand in the menu of a "⋯"; the chosen one is always in sight.

    Signals
    -------
    chosen(str)
        The user has pressed this one.

    Parameters
    ----------
    name : str
        What is chosen here, for screen readers.
    choices : mapping of str to (str, str)
        The words and the tooltip of each stable name.
    """

    chosen = Signal(str)

    def __init__(self, name: str, choices: Mapping[str, tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QToolButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for key, (words, tip) in choices.items():
            layout.addWidget(self._button(key, words, tip))
        self.more = self._more_button()
        layout.addWidget(self.more)
        theme.on_change(self, self._restyle)

    def _button(self, key: str, words: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setText(words)
        button.setCheckable(True)
        button.setToolTip(tip)
        button.setAccessibleName(words)
        tab_only(button)
        button.clicked.connect(lambda: self.chosen.emit(key))
        self._group.addButton(button)
        self.buttons[key] = button
        return button

    def _more_button(self) -> QToolButton:
        button = QToolButton()
        button.setText("⋯")
        button.setToolTip(tr("The rest, for which there is no room here"))
        button.setAccessibleName(tr("More"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(QMenu(button))
        button.hide()
        return button

    def _restyle(self) -> None:
        for button in (*self.buttons.values(), self.more):
            button.setFont(theme.number_font(0.9))
        self.updateGeometry()
        self._arrange()

    def sizeHint(self) -> QSize:
        """Return room for all buttons."""
        hints = [button.sizeHint() for button in self.buttons.values()]
        return QSize(sum(hint.width() for hint in hints), max(hint.height() for hint in hints))

    def minimumSizeHint(self) -> QSize:
        """Return room for the widest button and the menu of the others."""
        hints = [button.sizeHint() for button in self.buttons.values()]
        widest = max(hint.width() for hint in hints) + self.more.sizeHint().width()
        return QSize(min(widest, self.sizeHint().width()), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep in sight what there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        widths = {key: button.sizeHint().width() for key, button in self.buttons.items()}
        room, fits = self.width(), set(widths)
        if sum(widths.values()) > room:
            room -= self.more.sizeHint().width()
            chosen = next((key for key, button in self.buttons.items() if button.isChecked()), None)
            fits = set()
            for key in sorted(widths, key=lambda key: key != chosen):  # stable: the rest in their order
                if widths[key] > room:
                    break
                fits.add(key)
                room -= widths[key]
        menu = self.more.menu()
        menu.clear()
        for key, button in self.buttons.items():
            button.setVisible(key in fits)
            if key not in fits:
                action = menu.addAction(button.text())
                action.setToolTip(button.toolTip())
                action.triggered.connect(button.click)
        menu.setToolTipsVisible(True)
        self.more.setVisible(len(fits) < len(widths))

    def choose(self, key: str) -> None:
        """Show which one is chosen."""
        self.buttons[key].setChecked(True)
        self._arrange()

    def rename(self, choices: Mapping[str, tuple[str, str]]) -> None:
        """Take other words and tooltips for the same choices."""
        for key, (words, tip) in choices.items():
            button = self.buttons[key]
            button.setText(words)
            button.setToolTip(tip)
            button.setAccessibleName(words)
        self.updateGeometry()
        self._arrange()

    @property
    def value(self) -> str:
        """The stable name of the one that is chosen."""
        return next(key for key, button in self.buttons.items() if button.isChecked())
