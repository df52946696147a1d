"""The page of one example: what the network answers to it, all along its training; it can be pinned."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QImage, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from nnviz.core.arrays import Array
from nnviz.session import Changed, ExampleRef, Session
from nnviz.training.background import Background
from nnviz.training.timeline import State
from nnviz.ui import theme
from nnviz.ui.examples.thumbnails import input_picture
from nnviz.ui.examples.values import answer_of
from nnviz.ui.fields import PRESS, OwnKeys, described
from nnviz.ui.inspector.parts import Prose
from nnviz.ui.layers.answer_plot import AnswerPlot
from nnviz.ui.layers.answers import Answer, answer, question
from nnviz.wording import tr
from nnviz.wording.examples import example_name
from nnviz.wording.layers import answer_title

GAP_MS = 200
"""The least time between two looks while a training runs."""

MOST_LIVE = 300
"""So many answers of a training that runs are kept; beyond that every second one goes."""

_WHOLE = Changed.HISTORY | Changed.NETWORK


class Pin(NamedTuple):
    """Of what answers are asked for.

    Attributes
    ----------
    example : ExampleRef
        Which example.
    x : Array
        Its input, shape (n_0,), as the network is shown it.
    painted : bool
        Whether that was painted on it.
    """

    example: ExampleRef
    x: Array
    painted: bool


class ExamplePage(QWidget):
    """One example's outputs over the epochs.

    Without a pin it follows the example on the screen; what has been trained before is computed again from
    the states that are kept, so that any example has its whole past. A drawing is pinned as it was drawn.

    Parameters
    ----------
    session : Session
        Whose network answers.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._pinned: Pin | None = None
        self._dataset = session.dataset
        self._answers: tuple[Answer, ...] = ()
        self._stale = self._news = True
        self.setAccessibleName(tr("One example while the network learns"))
        self.plot = AnswerPlot(session)
        self.background = Background(self)
        self.background.ready.connect(self._take)
        self._soon = QTimer(self, singleShot=True, interval=GAP_MS)
        self._soon.timeout.connect(self._refresh)
        self._lay_out()
        session.changed.connect(self._follow)
        session.closing.connect(self._rest)
        self._name()

    def _lay_out(self) -> None:
        self.image = _Thumbnail(self._session)
        self.title = Prose()
        self.note = Prose("", "muted")
        self.pin = described(
            QPushButton(tr("pin")),
            tr("Pin this example"),
            tr("It stays here while other examples are looked at."),
        )
        self.pin.setCheckable(True)
        OwnKeys(self.pin, PRESS)
        self.pin.toggled.connect(self._toggle)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.note)
        card = QFrame()
        theme.set_role(card, "card")
        head = QHBoxLayout(card)
        head.setContentsMargins(12, 8, 12, 8)
        head.setSpacing(12)
        head.addWidget(self.image)
        head.addLayout(words, 1)
        head.addWidget(self.pin)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(card)
        page.addWidget(self.plot, 1)

    def minimumSizeHint(self) -> QSize:
        """Return a size that leaves it to the window."""
        return QSize(round(theme.px(240)), round(theme.px(200)))

    # Which example

    @property
    def shown(self) -> Pin:
        """What is pinned; what is on the screen where nothing is."""
        session = self._session
        return self._pinned or Pin(session.example, session.input, session.painted)

    @property
    def example(self) -> ExampleRef:
        """The example whose answers are shown."""
        return self.shown.example

    @property
    def answers(self) -> tuple[Answer, ...]:
        """What is drawn, in order."""
        return self._answers

    def _toggle(self, on: bool) -> None:
        self._pinned = self.shown if on else None
        self._ask_anew()

    def _name(self) -> None:
        """Say which example it is."""
        example, x, painted = self.shown
        wanted = answer_of(self._session.dataset, example)
        name = example_name(example.split, example.index)
        self.title.setText(answer_title(tr("painted on {name}", name=name) if painted else name, wanted))
        self.image.setVisible(self._session.dataset.image_shape is not None)
        pinned = tr("pinned: it stays while you look at others")
        self.note.setText(pinned if self._pinned else tr("the example on the screen"))
        self.image.show_input(x)

    def _label(self) -> int | None:
        labels = self._session.dataset.split(self.example.split).labels
        return None if labels is None else int(labels[self.example.index])

    # When it computes

    def _follow(self, what: Changed) -> None:
        if self._session.dataset is not self._dataset:
            self._dataset, self._pinned = self._session.dataset, None
            self.pin.setChecked(False)
        if what & _WHOLE or (what & Changed.EXAMPLE and self._pinned is None):
            self._ask_anew()
        elif what & Changed.PARAMETERS:
            self._news = True
            self._look_soon()

    def _ask_anew(self) -> None:
        self._stale = True
        self._look_soon()

    def _look_soon(self) -> None:
        if self.isVisible() and not self._soon.isActive():
            self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened meanwhile."""
        super().showEvent(event)
        self._stale = True
        self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Compute nothing that nobody sees."""
        super().hideEvent(event)
        self._rest()

    def _rest(self) -> None:
        self._soon.stop()
        self.background.close()

    def _refresh(self) -> None:
        if self._stale:
            self._stale = False
            self._name()
            asked = question(self._session, self.example, self.shown.x)
            self.background.ask(asked.answers)
        elif self._news and not self.background.busy:
            self._take(self._answers)
        self._news = False

    def _take(self, answers: tuple[Answer, ...]) -> None:
        """Show answers; those of a training that runs come after what it began from."""
        session = self._session
        if session.run_state == "running":
            state = State(session.parameters, session.position, session.dataset, session.off)
            now, begun = answer(state, self.shown.x), session.moment.position.updates
            before = tuple(a for a in answers if a.updates < now.updates)
            past = tuple(a for a in before if a.updates <= begun)
            live = tuple(a for a in before if a.updates > begun)
            answers = (*past, *(live[::2] if len(live) > MOST_LIVE else live), now)
        self._answers = answers
        label = self._label()
        fits = label is not None and label < session.spec.sizes[-1] > 1
        self.plot.show_answers(answers, label if fits else None)


class _Thumbnail(QWidget):
    """The picture of an input."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._x: Array | None = None
        self._image = QImage()
        theme.on_change(self, self._restyle)

    def _restyle(self) -> None:
        side = round(theme.px(44))
        self.setFixedSize(side, side)
        if self._x is not None:
            self._image = input_picture(self._x, self._session.dataset.image_shape)
        self.update()

    def show_input(self, x: Array) -> None:
        """Show another input, shape (n_0,)."""
        self._x = x
        self._restyle()

    def image(self) -> QImage:
        """Return the picture, a pixel for each input."""
        return self._image

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture as large as it fits."""
        if self._image.isNull():
            return
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(QRectF(self.rect()).center())
        painter = QPainter(self)
        painter.drawImage(place, self._image)
        painter.end()
