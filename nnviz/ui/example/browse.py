"""Which example is shown, and how to come to another: one by one, by number, at random, from either set."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QFocusEvent, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QSizePolicy, QToolButton, QWidget

from nnviz.data.dataset import PartName
from nnviz.errors import DataError, NnvizError
from nnviz.session import Changed, Session
from nnviz.ui import theme
from nnviz.ui.example.brush import PaintedMark
from nnviz.ui.fields import OwnKeys, described, tab_only
from nnviz.ui.icon_button import IconButton
from nnviz.wording import split_name, tr, whole

NARROWEST, WIDEST = 19.0, 25.0
"""Of a button: four stand beside a picture of 28 × 4 pixels."""

SPARE = 8.0
"""What the name of the set can do without before it is cut."""

PARTS: tuple[PartName, ...] = ("train", "test")

_GIVE_UP = frozenset({Qt.Key.Key_Escape})


class ExampleNumber(QWidget):
    """The set and the number of the example, both to be changed: "training 17 of 1,500".

    Parameters
    ----------
    session : Session
        Whose example it shows and changes.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.part = PartButton(session)
        self.index = IndexField(session)
        self.count, self.painted = QLabel(), PaintedMark(session)
        theme.set_role(self.count, "muted")
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.part, self.index, self.count, self.painted):
            self._layout.addWidget(widget)
        self._layout.addStretch(1)
        session.changed.connect(self._follow)
        theme.on_change(self, self._space_out)
        self._follow(Changed.NETWORK)

    def _space_out(self) -> None:
        self._layout.setSpacing(round(theme.px(5)))
        self._fit_count()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say how many there are as there is room for it."""
        super().resizeEvent(event)
        self._fit_count()

    def _fit_count(self) -> None:
        """Write "of 1,500", or "/ 1,500" where the name of the set would be cut for it."""
        n = len(self._session.split)
        roomy = self.width() >= self.sizeHint().width() - theme.px(SPARE)
        self.count.setText(tr("of {n:,}", n=n) if roomy else f"/ {whole(n)}")

    def sizeHint(self) -> QSize:
        """Return room for all words, whichever are shown."""
        words = tr("of {n:,}", n=len(self._session.split))
        metrics, hint = QFontMetrics(self.count.font()), super().sizeHint()
        longer = metrics.horizontalAdvance(words) - metrics.horizontalAdvance(self.count.text())
        return hint + QSize(longer if not self._session.painted else 0, 0)

    def _follow(self, what: Changed) -> None:
        if what & (Changed.NETWORK | Changed.EXAMPLE):
            self._fit_count()
            self.count.setVisible(not self._session.painted)
            self.painted.setVisible(self._session.painted)

    def text(self) -> str:
        """Return the line as it reads."""
        return f"{self.part.text()} {self.index.text()} {self.count.text()}"


class PartButton(QToolButton):
    """Names the set the example is from, and lets the user choose the other."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        tab_only(self)
        menu = QMenu(self)
        self._choices: dict[PartName, QAction] = {}
        for part in PARTS:
            action = self._choices[part] = menu.addAction(tr("{name} set", name=split_name(part)))
            action.setCheckable(True)
            action.triggered.connect(lambda _, part=part: session.show_split(part))
        menu.addSeparator()
        self.setMenu(menu)
        session.changed.connect(self._follow)
        self._follow(Changed.EXAMPLE)

    def _follow(self, what: Changed) -> None:
        if not what & (Changed.NETWORK | Changed.EXAMPLE):
            return
        data, present = self._session.dataset, self._session.example.split
        self.setText(split_name(present))
        for part, action in self._choices.items():
            action.setChecked(part == present)
        described(
            self,
            tr("Set: {name}", name=split_name(present)),
            tr("The network learns from the {n:,} examples of the training set,", n=len(data.train)),
            tr("and is examined with the {n:,} of the test set, which it never trains on.", n=len(data.test)),
        )


class IndexField(QLineEdit):
    """The example's number, counted from 0; Enter goes to another."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        OwnKeys(self, _GIVE_UP)
        described(
            self,
            tr("Number of the example"),
            tr("Counted from 0. Type another one and press Enter."),
        )
        self.returnPressed.connect(self._go)
        session.changed.connect(self._follow)
        theme.on_change(self, self._measure)
        self._follow(Changed.EXAMPLE)

    def _measure(self) -> None:
        """Make room for the largest number of the set."""
        digits = "0" * max(len(str(len(self._session.split) - 1)), 3)
        width = QFontMetrics(theme.number_font()).horizontalAdvance(digits)
        self.setFixedWidth(width + round(theme.px(20)))

    def _follow(self, what: Changed) -> None:
        if what & (Changed.NETWORK | Changed.EXAMPLE):
            self._measure()
            self._restore()

    def _restore(self) -> None:
        self.setText(str(self._session.example.index))

    def _go(self) -> None:
        """Go to the example that was typed; what cannot be is explained, and the old number is back."""
        session = self._session
        try:
            index = self._typed()
            session.split.example(index)
            session.go_to_example(session.example.split, index)
            self.clearFocus()  # the arrow keys are the score's again
        except NnvizError as error:
            self._restore()
            self.selectAll()
            session.failed.emit(str(error))

    def _typed(self) -> int:
        text = self.text().strip()
        try:
            return int(text.replace(",", ""))
        except ValueError:
            last = len(self._session.split) - 1
            sentence = tr(
                "“{text}” is no number of an example; type one from 0 to {last}.", text=text, last=last
            )
            raise DataError(sentence) from None

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the example there is, where a number was typed but never entered."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._restore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._restore()
            self.clearFocus()
        else:
            super().keyPressEvent(event)


class ExampleButtons(QWidget):
    """The example before, any, the next."""

    def __init__(self, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self.previous = IconButton(actions["previous-example"], "previous")
        self.random = IconButton(actions["random-example"], "random")
        self.next = IconButton(actions["next-example"], "next")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._buttons: list[QToolButton] = []
        for button in (self.previous, self.random, self.next):
            self.add(button)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def add(self, button: QToolButton) -> None:
        """Let another button stand at the end."""
        theme.set_role(button, "tight")
        self._buttons.append(button)
        self._row.addWidget(button)

    def fit(self, width: float) -> None:
        """Make all buttons as wide as there is room for, within reason."""
        side = min(max(width / len(self._buttons), theme.px(NARROWEST)), theme.px(WIDEST))
        for button in self._buttons:
            button.setFixedSize(int(side), round(theme.px(26)))
            button.setIconSize(QSize(round(theme.px(16)), round(theme.px(16))))
