"""The question of a step: choices or a number, and after the answer what was right."""

import re
from math import ceil

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from nnviz.errors import SettingsError
from nnviz.lessons.lesson import Predict
from nnviz.lessons.player import Answer
from nnviz.lessons.texts import told
from nnviz.session import Session
from nnviz.ui import theme
from nnviz.ui.fields import OwnKeys, described
from nnviz.ui.lessons.choice import ChoiceButton
from nnviz.ui.lessons.text import LessonText
from nnviz.wording import parse_number, tr

SHORT, ACROSS = 3, 5
"""Choices of at most so many signs stand side by side, and so many of them."""


class Question(QFrame):
    """Asks, and shows the answer once it is given.

    Signals
    -------
    answered(float)
        The index of the choice, or the number.
    refused(str)
        What was typed is no number: one sentence.

    Parameters
    ----------
    session : Session
        Whose values the texts may speak of.
    """

    answered = Signal(float)
    refused = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        theme.set_role(self, "inset")
        self._predict: Predict | None = None
        self.choices: list[ChoiceButton] = []
        self.title = QLabel(tr("What do you expect?"))
        theme.set_role(self.title, "selection")
        self.question, self.because = LessonText(session), LessonText(session)
        self.verdict = QLabel(wordWrap=True)
        self._places, self._typing = QWidget(), QWidget()
        self._grid = QGridLayout(self._places)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._make_field()
        self._column = QVBoxLayout(self)
        for widget in (self.title, self.question, self._places, self._typing, self.verdict, self.because):
            self._column.addWidget(widget)
        theme.on_change(self, self._space_out)

    def _make_field(self) -> None:
        self.field = described(
            QLineEdit(), tr("Your answer"), tr("A number. It need not be exact: being close is enough.")
        )
        OwnKeys(self.field, frozenset())
        self.send = described(QPushButton(tr("Answer")), tr("Answer"), tr("Shows what is right."))
        row = QHBoxLayout(self._typing)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field, 1)
        row.addWidget(self.send)
        self.send.clicked.connect(self._send)
        self.field.returnPressed.connect(self._send)

    def _space_out(self) -> None:
        margin = round(theme.px(10))
        self._column.setContentsMargins(margin, margin - 2, margin, margin)
        self._column.setSpacing(round(theme.px(7)))
        self._grid.setSpacing(round(theme.px(5)))

    def show_question(self, predict: Predict | None, answer: Answer | None) -> None:
        """Show a step's question, and what has been answered."""
        self.setVisible(predict is not None)
        if predict is None:
            self._predict = None
            return
        if predict is not self._predict:
            self._predict = predict
            self.question.set_text(predict.question)
            self.field.clear()
            self._make_choices(predict.choices)
        self._typing.setVisible(not predict.choices and answer is None)
        for index, button in enumerate(self.choices):
            button.show_state(_state(index, answer))
        self.verdict.setVisible(answer is not None)
        if answer is not None:
            theme.set_role(self.verdict, "good" if answer.right else "bad")
            self.verdict.setText(_words(predict, answer))
        self.because.set_text(predict.because if answer is not None else "")

    def _make_choices(self, choices: tuple[str, ...]) -> None:
        for button in self.choices:
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        short = bool(choices) and all(len(text) <= SHORT for text in choices)
        columns = ceil(len(choices) / ceil(len(choices) / ACROSS)) if short else 1
        self.choices = [ChoiceButton(text, short) for text in choices]
        for index, button in enumerate(self.choices):
            button.clicked.connect(lambda _, index=index: self.answered.emit(float(index)))
            self._grid.addWidget(button, *divmod(index, columns))
        self._places.setVisible(bool(choices))

    def _send(self) -> None:
        try:
            self.answered.emit(_typed(self.field.text()))
        except SettingsError as error:
            self.refused.emit(str(error))


def _typed(text: str) -> float:
    """Return the number that was typed; 13,002 is read as lessons write it."""
    grouped = re.fullmatch(r"\s*[1-9]\d{0,2}(,\d{3})+\s*", text)
    return parse_number(text.replace(",", "") if grouped else text)


def _state(index: int, answer: Answer | None) -> str:
    if answer is None:
        return "choice"
    if index == answer.truth:
        return "right"
    return "wrong" if index == answer.given else "past"


def _words(predict: Predict, answer: Answer) -> str:
    if predict.choices:
        return tr("Right.") if answer.right else tr("Not quite.")
    if answer.right:
        return tr("Right: {truth}.", truth=told(answer.truth))
    return tr("You said {given}; it is {truth}.", given=told(answer.given), truth=told(answer.truth))
