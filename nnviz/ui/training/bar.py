"""The training's controls in one slim row: run, learning rate, batch, epochs, pace, how far it has come."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLayout,
    QSizePolicy,
    QSpinBox,
)

from nnviz.errors import NnvizError
from nnviz.session import PACES, Changed, Session
from nnviz.ui import theme
from nnviz.ui.fields import ARROWS, OwnKeys, RateBox, described, field_label, parse_rate, whole_number
from nnviz.ui.readable import Readable
from nnviz.ui.training.parts import TrainButton, action_button
from nnviz.ui.training.status import Status, progress_of
from nnviz.wording import tr
from nnviz.wording.progress import pace_name, status_texts, status_tip

MOST_EPOCHS = 10_000

LEAST, NARROW = -1, -2
"""What stands in for a number of words where there is even less room than for none."""

_CONTROLS = Changed.TRAINING | Changed.NETWORK
_STATUS = Changed.PARAMETERS | Changed.METRICS | Changed.TRAINING | Changed.NETWORK | Changed.STANDING


class TrainingBar(QFrame):
    """Runs and steers the training, in every workspace.

    Parameters
    ----------
    session : Session
        What is trained.
    actions : mapping of str to QAction
        The commands; "train", "stop", "train-example", "train-batch", "train-epoch" and "reset" get a
        button here.
    """

    def __init__(self, session: Session, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self._session = session
        self.setAccessibleName(tr("Training"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.set_role(self, "card")
        self.train = TrainButton(session, actions["train"])
        self.stop = action_button(actions["stop"])
        self.one_example = action_button(actions["train-example"], tr("1 example"))
        self.one_batch = action_button(actions["train-batch"], tr("1 batch"))
        self.one_epoch = action_button(actions["train-epoch"], tr("1 epoch"))
        self.reset = action_button(actions["reset"])
        self._make_fields()
        self.status = Status()
        self._numbers = Readable(self, session, self._show_status)
        self._lay_out()
        session.changed.connect(self._follow)
        theme.on_change(self, self._measure)
        self._follow(_CONTROLS | _STATUS)

    def _make_fields(self) -> None:
        self.rate = RateBox()
        self.rate_label = field_label("", self.rate)
        self._name_rate()
        self.batch = described(
            whole_number(1, 1),
            tr("Mini-batch size"),
            tr(
                "How many examples are averaged for one update:"
                " 1 is quick and drunk, all of them slow and sure."
            ),
            tr("It counts from the next mini-batch, also while training."),
        )
        self.epochs = described(
            whole_number(1, MOST_EPOCHS),
            tr("Epochs"),
            tr("How many times a training goes through all the training examples."),
            tr("Counts from the next start."),
        )
        self.pace = described(
            QComboBox(),
            tr("Pace"),
            tr("Updates a second. Slow enough, each one can be watched; flat out trains fastest."),
        )
        self.pace.addItems([pace_name(pace) for pace in PACES])
        self.pace.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        OwnKeys(self.pace, ARROWS)
        self.rate.offered.connect(lambda text: self._try(lambda: self._session.set_rate(parse_rate(text))))
        for box in (self.batch, self.epochs):
            box.refused.connect(self._session.failed)
        self.batch.valueChanged.connect(lambda n: self._set(batch=n))
        self.epochs.valueChanged.connect(lambda n: self._set(epochs=n))
        self.pace.activated.connect(lambda row: self._session.set_pace(PACES[row]))

    def _name_rate(self) -> None:
        described(
            self.rate,
            tr("Learning rate {η}"),
            tr("How far one update goes against the gradient. It takes effect at once, also while training."),
            tr("↑ ↓ step it: 1, 2, 5, 10 …"),
        )
        self.rate_label.setText(tr("{η}"))
        self.rate_label.setToolTip(self.rate.toolTip())

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        # The bar says itself how narrow it can be: without the words on its buttons.
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        single = (self.one_example, self.one_batch, self.one_epoch)
        for widget in (self.train, self.stop, *single, self.reset):
            layout.addWidget(widget)
        layout.addWidget(self.rate_label)
        layout.addWidget(self.rate)
        self.epochs_label = field_label(tr("epochs"), self.epochs)
        for label, field in (
            (field_label(tr("batch"), self.batch), self.batch),
            (self.epochs_label, self.epochs),
        ):
            layout.addWidget(label)
            layout.addWidget(field)
        layout.addWidget(self.pace)
        layout.addWidget(self.status, 1)

    # Room

    def _measure(self) -> None:
        """Fit margins and fields to the type."""
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(*(round(theme.px(m)) for m in (5, 3, 12, 3)))
        layout.setSpacing(round(theme.px(5)))
        for field, sample in ((self.rate, "0.0005"), (self.batch, "60000"), (self.epochs, "10000")):
            width = QFontMetrics(theme.number_font()).horizontalAdvance(sample)
            field.setFixedWidth(width + round(theme.px(32)))
        # Reckoned: what is hidden for a moment would lose the keyboard.
        left_out = (
            self.epochs_label.sizeHint().width() + self.epochs.maximumWidth() + self.pace.sizeHint().width()
        )
        self._least = self._dress(words=LEAST, long=False) - QSize(left_out + 3 * layout.spacing(), 0)
        self._fit()
        self.updateGeometry()

    def _dress(self, words: int, long: bool) -> QSize:
        """Write words on so many buttons, and the paces long or short; return the room that needs.

        With `LEAST` the least of the buttons is left out, too; its command is in the menu. With `NARROW` also
        how long and how fast, which are rarely changed: beside a lesson in large type.
        """
        layout = self.layout()
        assert layout is not None
        style = Qt.ToolButtonStyle
        for i, button in enumerate((self.one_epoch, self.one_batch, self.one_example)):
            with_words = i < words
            button.setToolButtonStyle(
                style.ToolButtonTextBesideIcon if with_words else style.ToolButtonIconOnly
            )
            button.setVisible(i < 2 or words >= 0)
        for widget in (self.epochs_label, self.epochs, self.pace):
            widget.setVisible(words > NARROW)
        for row, pace in enumerate(PACES):
            self.pace.setItemText(row, pace_name(pace, long))
        layout.invalidate()
        return layout.minimumSize()

    def _fit(self) -> None:
        """Say as much as there is room for, the status first."""
        room = self.width() - self.status.wide()
        for words, long in ((3, True), (3, False), (2, False), (0, False)):
            if self._dress(words, long).width() <= room:
                return
        if self._dress(LEAST, long=False).width() > self.width():
            self._dress(NARROW, long=False)

    def showEvent(self, event: QShowEvent) -> None:
        """Measure again: the style sheet reaches the controls only now."""
        super().showEvent(event)
        self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the words to the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """Return the size with bare buttons and the shortest words."""
        return self._least

    def sizeHint(self) -> QSize:
        """Return a width that leaves it to the window, and the height of a button."""
        return QSize(max(super().sizeHint().width(), self._least.width()), self._least.height())

    # What the user does

    def _set(self, **changes: Any) -> None:
        self._try(lambda: self._session.set_settings(replace(self._session.settings, **changes)))

    def _try(self, change: Callable[[], None]) -> None:
        """Change something; what cannot be is explained, and the old value is back."""
        try:
            change()
        except NnvizError as error:
            self._show_settings()
            self.rate.restore()
            self._session.failed.emit(str(error))

    # What the session says

    def _follow(self, what: Changed) -> None:
        if what & _CONTROLS:
            self._show_settings()
        if what & _STATUS:
            self._numbers.ask(what)
        if what & Changed.NOTATION:
            self._name_rate()

    def _show_settings(self) -> None:
        settings, n = self._session.settings, len(self._session.dataset.train)
        for box, value, top in ((self.batch, settings.batch, n), (self.epochs, settings.epochs, MOST_EPOCHS)):
            _show_number(box, value, max(top, value))
        self.rate.show_rate(settings.rate)
        pace = self._session.pace
        self.pace.setCurrentIndex(PACES.index(pace) if pace in PACES else -1)

    def _show_status(self) -> None:
        progress = progress_of(self._session)
        self.status.say(*status_texts(progress))
        theme.set_role(self.status, "" if progress.result else "muted")
        self.status.setToolTip(status_tip(progress))


def _show_number(box: QSpinBox, value: int, top: int) -> None:
    """Show a number without telling anyone, and without disturbing one who is typing."""
    blocked = box.blockSignals(True)
    if box.maximum() != top:
        box.setMaximum(top)
    if box.value() != value:
        box.setValue(value)
    box.blockSignals(blocked)
