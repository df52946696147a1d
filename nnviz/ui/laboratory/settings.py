"""The page of settings: how to train, when each choice takes effect, and what it does as a formula."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from nnviz.core.network import LARGEST_SEED
from nnviz.errors import SettingsError
from nnviz.session import Changed, Session
from nnviz.training.settings import AT_ONCE, TrainSettings
from nnviz.training.timeline import Origin
from nnviz.ui import theme
from nnviz.ui.attempt import attempt
from nnviz.ui.fields import ARROWS, PRESS, ChoiceBox, OwnKeys, described, whole_number
from nnviz.ui.inspector.parts import Prose
from nnviz.ui.laboratory.editors import Field, Heading, LadderBox, SettingsTree
from nnviz.ui.laboratory.values import LADDERS, defaults, parse_setting
from nnviz.wording import tr
from nnviz.wording.settings import (
    AT_ONCE_HEADING,
    NEW_NETWORK_HEADING,
    NEXT_START_HEADING,
    initializations,
    rate_advice,
    refusal,
    setting_words,
    value_text,
)
from nnviz.wording.training import OPTIMIZER_NAMES, SCHEDULE_NAMES

NEXT_START = ("optimizer", "schedule", "final", "epochs", "dropout", "target_accuracy", "patience")
ORDER = ("rate", "momentum", "batch", "l1", "l2", *NEXT_START)
assert {*AT_ONCE, *NEXT_START} == {*ORDER}

CHOICES = {"optimizer": OPTIMIZER_NAMES, "schedule": SCHEDULE_NAMES}

APPLIES: dict[str, Callable[[Session], bool]] = {
    "momentum": lambda session: session.settings.optimizer in ("momentum", "nesterov"),
    "final": lambda session: session.settings.schedule in ("step", "exponential"),
    "target_accuracy": lambda session: session.dataset.test.labels is not None,
}
"""Settings that are only there where they mean something."""


class SettingsPage(QWidget):
    """Every setting of a training in a tree; they follow the session, and it follows them.

    Parameters
    ----------
    session : Session
        Whose settings they are.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setAccessibleName(tr("How to train"))
        self.tree = SettingsTree()
        self.tree.setAccessibleName(tr("Settings"))
        self.advice = Prose(role="muted")
        self.fields: dict[str, Field] = {}
        self.headings: list[Heading] = []
        self.boxes: dict[str, LadderBox] = {}
        self.choices: dict[str, ChoiceBox] = {}
        self._make_buttons()
        self._plant()
        self._lay_out()
        session.changed.connect(self._follow)
        theme.on_change(self, self._dress)
        self._teach()
        self._show_settings()
        self._show_origin()

    # Building

    def _plant(self) -> None:
        """Put all settings into the tree, under headings that say when they take effect."""
        groups = {
            AT_ONCE_HEADING: [name for name in ORDER if name in AT_ONCE],
            NEXT_START_HEADING: list(NEXT_START),
            NEW_NETWORK_HEADING: ["scheme", "seed"],
        }
        for heading, names in groups.items():
            group = Heading(name=heading, title=tr(heading))
            self.headings.append(group)
            for name in names:
                self.fields[name] = Field(name=name, title=name, editor=self._editor(name))
                group.addChild(self.fields[name])
            self.tree.addParameters(group)

    def _editor(self, name: str) -> QWidget:
        if name == "scheme":
            self.scheme = ChoiceBox(
                {key: words[0] for key, words in initializations().items()}, translated=True
            )
            self.scheme.currentIndexChanged.connect(lambda _: self._teach_scheme())
            OwnKeys(self.scheme, ARROWS)
            return self.scheme
        if name == "seed":
            self.seed = whole_number(0, LARGEST_SEED)
            self.seed.refused.connect(lambda words: self.tree.refuse(self.fields["seed"], words))
            self.seed.valueChanged.connect(lambda _: self.tree.accept(self.fields["seed"]))
            return self.seed
        if name in CHOICES:
            choice = self.choices[name] = ChoiceBox(CHOICES[name])
            OwnKeys(choice, ARROWS)
            choice.activated.connect(lambda _: self._set(name, choice.value))
            return choice
        box = self.boxes[name] = LadderBox(LADDERS[name], partial(value_text, name))
        box.offered.connect(partial(self.offer, name))
        return _beside(box, self.all) if name == "batch" else box

    def _make_buttons(self) -> None:
        self.all = QToolButton()
        self.again = QPushButton(tr("Begin again with these"))
        self.again.clicked.connect(self._begin_again)
        self.usual = QPushButton(tr("Defaults"))
        self.usual.clicked.connect(lambda: self._try("", lambda: defaults(self._examples)))
        self.all.clicked.connect(lambda: self._set("batch", self._examples))
        for button in (self.all, self.again, self.usual):
            OwnKeys(button, PRESS)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.again)
        buttons.addStretch(1)
        buttons.addWidget(self.usual)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tree, 1)
        column.addWidget(self.advice)
        column.addLayout(buttons)

    def minimumSizeHint(self) -> QSize:
        """Return a size that leaves it to the window."""
        return QSize(self.tree.minimumSizeHint().width(), super().minimumSizeHint().height())

    def _dress(self) -> None:
        self.tree.dress(list(self.fields.values()), self.headings)

    def _teach(self) -> None:
        """Write names, formulas and tooltips, in the notation now in use."""
        settings = self._session.settings
        for name, field in self.fields.items():
            self._teach_one(name, field, settings)
        self._advise()
        self._teach_scheme()
        described(
            self.all, tr("all"), tr("One mini-batch holds the whole training set: the full gradient ∇{C}.")
        )
        self.all.setText(tr("all"))
        described(
            self.again,
            tr("Begin again with these"),
            tr("Draws a new network of the same shape from these first weights and this seed."),
            tr("Undo brings the old one back."),
        )
        described(self.usual, tr("Defaults"), tr("Takes the usual settings of a training again."))

    def _teach_one(self, name: str, field: Field, settings: TrainSettings) -> None:
        words, editor = setting_words(name, settings), self._speaker(name)
        described(editor, words.name, words.formula, words.teaches, tr(self._when(name)))
        # What becomes of θ; how v is made stands in the tooltip.
        field.teach(words.name, words.formula.rpartition(";")[2].strip(), editor.toolTip())

    def _teach_scheme(self) -> None:
        if "scheme" in self.fields:
            field, formula = self.fields["scheme"], initializations()[self.scheme.value][1]
            field.item.setText(2, formula)

    def _speaker(self, name: str) -> QWidget:
        """Return the control of a setting that names and explains itself."""
        others: dict[str, QWidget] = {"scheme": self.scheme, "seed": self.seed}
        return others.get(name) or self.boxes.get(name) or self.choices[name]

    @staticmethod
    def _when(name: str) -> str:
        if name in AT_ONCE:
            return "It takes effect at once, also while training: from the next mini-batch on."
        if name in NEXT_START:
            return "It takes effect at the next start; a training that runs goes on as it began."
        return "It takes effect with “Begin again with these”."

    # What the user does

    @property
    def _examples(self) -> int:
        return len(self._session.dataset.train)

    def offer(self, name: str, text: str) -> None:
        """Take what was typed for a setting, or say below it why not; then the old value stays."""
        self._try(name, lambda: self._with(name, parse_setting(name, text)))

    def _set(self, name: str, value: object) -> None:
        self._try(name, lambda: self._with(name, value))

    def _with(self, name: str, value: object) -> TrainSettings:
        settings = self._session.settings
        # A training that runs would take over the rate at once, but not the optimizer.
        if name == "optimizer" and self._session.run_state != "running":
            return settings.with_optimizer(str(value))
        changes: dict[str, Any] = {name: value}
        return replace(settings, **changes)

    def _try(self, name: str, wanted: Callable[[], TrainSettings]) -> None:
        for field in self.fields.values():
            self.tree.accept(field)
        try:
            self._session.set_settings(wanted())
        except SettingsError as error:
            field = self.fields[name or error.field or "rate"]
            words = setting_words(field.name(), self._session.settings)
            self.tree.refuse(field, refusal(words.name, str(error)))
            self._restore()

    def _restore(self) -> None:
        for box in self.boxes.values():
            box.restore()
        self._show_settings()

    def _begin_again(self) -> None:
        session = self._session
        attempt(session, lambda: session.new_network(session.spec, self.scheme.value, self.seed.value()))

    # What the session says

    def _follow(self, what: Changed) -> None:
        if what & Changed.NETWORK:
            self._show_origin()
        if what & (Changed.TRAINING | Changed.NETWORK):
            self._show_settings()
        if what & Changed.NOTATION:
            self._teach()

    def _show_settings(self) -> None:
        settings = self._session.settings
        for name, box in self.boxes.items():
            box.show_value(getattr(settings, name))
        for name, choice in self.choices.items():
            if choice.value != getattr(settings, name):
                choice.choose(getattr(settings, name))
        for name, applies in APPLIES.items():
            self.fields[name].setOpts(visible=applies(self._session))
        for name in ("optimizer", "schedule", "momentum"):  # their formulas depend on what is chosen
            self._teach_one(name, self.fields[name], settings)
        self._advise()

    def _advise(self) -> None:
        words = rate_advice(self._session.settings)
        self.advice.setText(words)
        self.advice.setVisible(bool(words))

    def _show_origin(self) -> None:
        origin = self._session.origin or Origin("scaled", 0)
        self.scheme.choose(origin.scheme)
        self.seed.setValue(origin.seed)


def _beside(field: QWidget, button: QWidget) -> QWidget:
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(2)
    row.addWidget(field, 1)
    row.addWidget(button)
    return pair
