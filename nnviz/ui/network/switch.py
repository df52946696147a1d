"""Switches of a few words, one of which is chosen: what edges show, what stands in the middle."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from nnviz.session import Changed, Session
from nnviz.ui import theme
from nnviz.ui.fields import PRESS, OwnKeys
from nnviz.wording import tr


class Segments(QWidget):
    """A few buttons side by side, one of which is down.

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
        theme.on_change(self, self._restyle)

    def _button(self, key: str, words: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setText(words)
        button.setCheckable(True)
        button.setToolTip(tip)
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click must not take the arrow keys from the score
        OwnKeys(button, PRESS)
        button.clicked.connect(lambda: self.chosen.emit(key))
        self._group.addButton(button)
        self.buttons[key] = button
        return button

    def _restyle(self) -> None:
        for button in self.buttons.values():
            button.setFont(theme.number_font(0.9))

    def choose(self, key: str) -> None:
        """Show which one is chosen."""
        self.buttons[key].setChecked(True)

    @property
    def value(self) -> str:
        """The stable name of the one that is chosen."""
        return next(key for key, button in self.buttons.items() if button.isChecked())


class EdgeSwitch(Segments):
    """What the edges show."""

    def __init__(self, session: Session) -> None:
        super().__init__(tr("What the edges show"), _edge_words())
        self._session = session
        self.chosen.connect(lambda key: session.set_view(replace(session.view, edges=key)))
        session.changed.connect(self._follow)
        self._follow(Changed.VIEW)

    def _follow(self, what: Changed) -> None:
        if what & Changed.VIEW:
            self.choose(self._session.view.edges)


class PictureSwitch(Segments):
    """What stands in the middle."""

    def __init__(self, session: Session) -> None:
        super().__init__(tr("What stands in the middle"), _picture_words())
        self._session = session
        self.chosen.connect(lambda key: session.set_view(replace(session.view, picture=key)))
        session.changed.connect(self._follow)
        self._follow(Changed.VIEW)

    def _follow(self, what: Changed) -> None:
        if what & Changed.VIEW:
            self.choose(self._session.view.picture)


def _edge_words() -> dict[str, tuple[str, str]]:
    return {
        "score": (
            tr("score"),
            tr("<b>As the score has it</b><br>Weights; and once its gradient is computed, the wish −∂C/∂w."),
        ),
        "weight": (
            tr("w"),
            tr("<b>Weights w</b><br>How strongly a neuron listens to one before it, and with which sign."),
        ),
        "contribution": (
            tr("w·a"),
            tr("<b>Contributions w·a</b><br>What each edge adds to the weighted sum, for this example."),
        ),
        "wish": (
            tr("−∂C/∂w"),
            tr(
                "<b>Wishes −∂C/∂w</b><br>The direction that lowers the cost of this example:"
                " blue weights should rise, red ones fall."
            ),
        ),
        "change": (
            tr("Δw"),
            tr(
                "<b>The last change Δw</b><br>What the last update, training or edit did to each weight;"
                " while training, what the newest mini-batch does."
            ),
        ),
    }


def _picture_words() -> dict[str, tuple[str, str]]:
    return {
        "network": (tr("network"), tr("<b>The network</b><br>Neurons as discs, weights as edges.")),
        "matrix": (
            tr("matrix"),
            tr("<b>One layer as a matrix</b><br>a = σ(W a + b): every edge is a cell of W."),
        ),
        "weights": (
            tr("weights"),
            tr("<b>All first-layer weights</b><br>One picture for each neuron: what does it look for?"),
        ),
    }
