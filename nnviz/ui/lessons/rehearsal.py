"""A lesson played without a window, to find what its text alone cannot tell."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from nnviz.commands.building import dataset
from nnviz.commands.phases import phase_position
from nnviz.core.network import Location
from nnviz.errors import NnvizError, SettingsError
from nnviz.lessons import Lesson, Mistake, Player, Step
from nnviz.lessons.conditions import Condition, Term
from nnviz.lessons.lesson import Now, Predict
from nnviz.lessons.places import split_place
from nnviz.lessons.player import FIRST
from nnviz.lessons.texts import formulas, terms, with_values
from nnviz.session import Neuron, Selection, Session
from nnviz.ui.formula import typeset, unknown_commands
from nnviz.ui.offscreen import wait_until
from nnviz.wording import tr
from nnviz.wording.notation import fill_in_tex

PATIENCE_MS = 30_000
"""How long a step may take to be set up, answered or shown: nobody would wait longer."""


def rehearse(lesson: Lesson) -> tuple[Mistake, ...]:
    """Play a lesson from its first step to its last, and return what goes wrong.

    Every set-up is performed, every question answered and every check met by its demo; what is pointed at is
    looked for, and formulas are typeset.
    """
    app = QApplication.instance() or QApplication(["nnviz"])
    session = Session(dataset(FIRST))
    try:
        return tuple(_Rehearsal(lesson, session).played())
    finally:
        session.close()
        session.deleteLater()
        app.processEvents()


class _Rehearsal:
    """One lesson, one session, and what was wrong so far."""

    def __init__(self, lesson: Lesson, session: Session) -> None:
        self._lesson, self._session = lesson, session
        self._player = Player(session)
        self._mistakes: list[Mistake] = []
        self._stumbled: list[Mistake] = []
        self._player.stumbled.connect(self._stumbled.append)

    def played(self) -> list[Mistake]:
        """Play it, up to a step that cannot be set up: what follows would be wrong too."""
        self._player.start(self._lesson)
        for number, step in enumerate(self._lesson.steps):
            if number:
                self._player.next()
            if not self._waited(lambda: not self._player.busy, f"step {number + 1}, set_up"):
                break
            if not self._stumbled:
                self._look_at(step, f"step {number + 1}")
            if self._stumbled:
                break
        self._player.leave()
        return self._mistakes + self._stumbled

    def _wrong(self, key: str, sentence: str) -> None:
        self._mistakes.append(self._lesson.mistake(key, sentence))

    def _waited(self, done: Callable[[], bool], key: str) -> bool:
        try:
            wait_until(done, self._player.changed, PATIENCE_MS)
        except NnvizError:
            self._wrong(key, tr("takes longer than {n} seconds", n=PATIENCE_MS // 1000))
            return False
        return True

    def _look_at(self, step: Step, key: str) -> None:
        self._says(step.text, f"{key}, text")
        for number, place in enumerate(step.look):
            self._exists(place, f"{key}, look {number + 1}")
        if step.predict is not None:
            self._ask(step.predict, f"{key}, predict")
        if step.now is not None:
            self._do(step.now, f"{key}, now")

    def _says(self, text: str, key: str) -> None:
        """Look at a text that is shown now: its formulas, and whether there are the values it speaks of."""
        for tex in formulas(with_values(text, self._session)):
            filled = fill_in_tex(tex)
            if not typeset(filled).ok:
                self._wrong(key, tr("the formula {tex} cannot be typeset", tex=tex))
            for command in unknown_commands(filled):
                self._wrong(key, tr("{command} in the formula {tex} is unknown", command=command, tex=tex))
        for term in dict.fromkeys(terms(text)):
            self._checked(term, key)

    def _checked(self, asked: Term | Condition, key: str) -> None:
        try:
            asked.check(self._session)
        except SettingsError as error:
            self._wrong(key, str(error))

    def _exists(self, text: str, key: str) -> None:
        name, indices = split_place(text)
        try:
            if name == "phase":
                phase_position(self._session, indices[0])
            elif not self._session.has(_pointed(name, tuple(int(index) for index in indices))):
                raise SettingsError(
                    tr("a {spec} network has no “{place}”", spec=self._session.spec, place=text)
                )
        except SettingsError as error:
            self._wrong(key, str(error))

    def _ask(self, predict: Predict, key: str) -> None:
        self._says(predict.question, f"{key}, question")
        self._player.answer(0)
        if not self._waited(lambda: self._player.answered is not None, f"{key}, answer"):
            return
        self._says(predict.because, f"{key}, because")
        answered = self._player.answered
        if answered and predict.choices and answered.truth not in range(len(predict.choices)):
            self._wrong(
                f"{key}, answer", tr("is {truth:g}, for which there is no choice", truth=answered.truth)
            )
        for number, place in enumerate(predict.look or ()):
            self._exists(place, f"{key}, look {number + 1}")

    def _do(self, now: Now, key: str) -> None:
        self._says(now.text, f"{key}, text")
        if not self._can_be_met(now, key):
            return
        self._player.show_me()
        if not self._waited(lambda: not self._player.busy, f"{key}, demo") or self._stumbled:
            return
        try:
            wait_until(lambda: self._player.done, self._player.changed, PATIENCE_MS // 3)
        except NnvizError:
            unmet = [str(c.text) for c in now.check if not c.holds(self._session)]
            self._wrong(f"{key}, demo", tr("does not meet: {conditions}", conditions="; ".join(unmet)))
        self._says(now.done, f"{key}, done")

    def _can_be_met(self, now: Now, key: str) -> bool:
        """Say whether all that is asked for exists, and something is still to be done."""
        flaws = len(self._mistakes)
        for number, condition in enumerate(now.check):
            self._checked(condition, f"{key}, check {number + 1}")
        if self._player.done:
            self._wrong(f"{key}, check", tr("is met before anything is done"))
        return len(self._mistakes) == flaws


def _pointed(name: str, indices: tuple[int, ...]) -> Selection:
    """Return the neuron or weight that a place speaks of; None where it speaks of none."""
    if name in ("layer", "edges"):
        return Neuron(indices[0], 0)
    if name == "neuron":
        return Neuron(*indices)
    return Location("w", *indices) if name == "edge" else None
