"""What a lesson consists of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from nnviz.commands import BY_NAME, Command
from nnviz.data.places import shown
from nnviz.errors import FileError
from nnviz.lessons.conditions import Condition, Term
from nnviz.session import Session
from nnviz.wording import tr


class Mistake(NamedTuple):
    """What is wrong in a lesson's file, and where.

    Attributes
    ----------
    line : int
        From 1; 0 where the file as a whole is meant.
    key : str
        Which key, as in "step 3, set_up 1, neuron"; "" for none.
    sentence : str
        What is wrong with it.
    """

    line: int
    key: str
    sentence: str

    def in_file(self, path: Path) -> str:
        """Return one line that names file, line and key."""
        where = tr("{file}, line {line}", file=shown(path), line=self.line) if self.line else shown(path)
        return ": ".join(filter(None, (where, self.key, self.sentence)))


class LessonError(FileError):
    """A lesson cannot be read; `mistakes` has all that is wrong, the first of which is the sentence."""

    def __init__(self, path: Path, mistakes: tuple[Mistake, ...]) -> None:
        super().__init__(mistakes[0].in_file(path))
        self.path = path
        self.mistakes = mistakes


@dataclass(frozen=True)
class Call:
    """A command with its arguments, as a lesson gives it; `line` and `key` say where it stands."""

    name: str
    given: Mapping[str, Any]
    line: int = 0
    key: str = ""

    @property
    def command(self) -> Command:
        """The command."""
        return BY_NAME[self.name]

    def perform(self, session: Session) -> None:
        """Do it.

        Raises
        ------
        NnvizError
            When the Session refuses.
        """
        self.command.perform(session, self.given)


Script = tuple[Call, ...]


@dataclass(frozen=True)
class Predict:
    """A question that is asked before the answer is shown.

    Attributes
    ----------
    question : str
        Markdown.
    choices : tuple of str
        What can be chosen; none for a number.
    answer : int, float or Term
        The index of the right choice, or the number; a Term is looked up in the Session.
    tolerance : float
        How far off a number may be.
    reveal : Script
        What happens when it has been answered, before the answer is looked up.
    because : str
        Markdown, shown then.
    look : tuple of str or None
        What is outlined from then on; None for what the step outlines.
    """

    question: str
    choices: tuple[str, ...]
    answer: float | Term
    tolerance: float = 0.0
    reveal: Script = ()
    because: str = ""
    look: tuple[str, ...] | None = None

    def truth(self, session: Session) -> float | None:
        """Return the right answer as it is now; None as long as it is not known."""
        if not isinstance(self.answer, Term):
            return self.answer
        value = self.answer.value(session)
        return None if value is None or isinstance(value, str) else float(value)

    def is_right(self, given: float, truth: float) -> bool:
        """Say whether an answer counts as right."""
        return abs(given - truth) <= (0 if self.choices else self.tolerance)


@dataclass(frozen=True)
class Now:
    """Something to do.

    Attributes
    ----------
    text : str
        Markdown: what.
    check : tuple of Condition
        All of them hold when it is done.
    demo : Script
        How it can be done.
    done : str
        Markdown, shown then.
    """

    text: str
    check: tuple[Condition, ...]
    demo: Script
    done: str = ""

    def met(self, session: Session) -> tuple[bool, ...]:
        """Say of each condition whether it holds."""
        return tuple(condition.holds(session) for condition in self.check)


@dataclass(frozen=True)
class Step:
    """One step.

    Attributes
    ----------
    title : str
        A few words.
    text : str
        Markdown with formulas.
    set_up : Script
        What is done when the step is reached.
    goes_on : bool
        Whether it continues what the user has made in the step before.
    look : tuple of str
        What is outlined, places of :mod:`nnviz.lessons.places`.
    panels : tuple of str or None
        Which panels stand beside the network where there is room for one; None leaves it to the window.
    predict : Predict or None
        A question.
    now : Now or None
        Something to do.
    notes : str
        For the presenter.
    """

    title: str
    text: str
    set_up: Script = ()
    goes_on: bool = False
    look: tuple[str, ...] = ()
    panels: tuple[str, ...] | None = None
    predict: Predict | None = None
    now: Now | None = None
    notes: str = ""


@dataclass(frozen=True)
class Lesson:
    """A lesson.

    Attributes
    ----------
    name : str
        The name of its file, without ending: stable, for progress and links.
    path : Path
        Where it was read from.
    title, about : str
        For the list of lessons.
    order : float
        Its place in the list.
    set_up : Script
        What is done before the first step.
    steps : tuple of Step
        At least one.
    lines : Mapping
        In which line of the file each key stands, as in "step 3, now, check 1".
    """

    name: str
    path: Path
    title: str
    about: str
    order: float
    set_up: Script
    steps: tuple[Step, ...]
    lines: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False)

    def mistake(self, key: str, sentence: str) -> Mistake:
        """Return a mistake at a key; where that is not there, at what it would stand in."""
        inner = key
        while inner and inner not in self.lines:
            inner = inner.rpartition(", ")[0]
        return Mistake(self.lines.get(inner, 0), key, sentence)

    def scripts(self) -> tuple[Script, ...]:
        """Return everything that may be done in it."""
        found = [self.set_up]
        for step in self.steps:
            found += [
                step.set_up,
                step.predict.reveal if step.predict else (),
                step.now.demo if step.now else (),
            ]
        return tuple(found)

    def deeds(self) -> tuple[object, ...]:
        """Return all of it but the texts: what it does and checks, the same in every language."""
        scripts = [[(call.name, call.given) for call in script] for script in self.scripts()]
        return self.order, scripts, [_deeds(step) for step in self.steps]


def _deeds(step: Step) -> tuple[object, ...]:
    asked, now = step.predict, step.now
    question = asked and (len(asked.choices), asked.answer, asked.tolerance, asked.look)
    return step.goes_on, step.look, step.panels, question, now and now.check
