"""A lesson's file read: TOML in, a Lesson out, or all its mistakes with their lines and keys."""

import re
import tomllib
from pathlib import Path
from typing import Any

from nnviz.commands import BY_NAME, ArgumentError
from nnviz.commands.arguments import must_be, unknown
from nnviz.errors import NnvizError
from nnviz.lessons.conditions import parse_condition, parse_term
from nnviz.lessons.fields import Fields, Table, key_words
from nnviz.lessons.lesson import Call, Lesson, LessonError, Mistake, Now, Predict, Script, Step
from nnviz.lessons.lines import Lines
from nnviz.lessons.lines import Path as Place
from nnviz.lessons.places import PANELS, check_place
from nnviz.wording import tr

MOST_BYTES = 300_000
"""A larger file is no lesson."""

MOST_STEPS = 99

MOST_MISTAKES = 100
"""So many are told: what has more is no lesson yet."""

LESSON_KEYS = ("title", "about", "order", "set_up", "step")
STEP_KEYS = ("title", "text", "set_up", "goes_on", "look", "panels", "predict", "now", "notes")
PREDICT_KEYS = ("question", "choices", "answer", "tolerance", "reveal", "because", "look")
NOW_KEYS = ("text", "check", "demo", "done")


def read_lesson(path: Path) -> Lesson:
    """Read a lesson.

    Raises
    ------
    LessonError
        With every mistake, in the order of their lines.
    """
    try:
        text = _text_of(path)
        return parse_lesson(text, path)
    except OSError as error:
        flaw = Mistake(0, "", tr("cannot be read: {reason}", reason=error.strerror or error))
        raise LessonError(path, (flaw,)) from error


def _text_of(path: Path) -> str:
    with path.open("rb") as file:
        content = file.read(MOST_BYTES + 1)  # no more: it may be a film
    if len(content) > MOST_BYTES:
        raise LessonError(path, (Mistake(0, "", tr("is too large for a lesson")),))
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise LessonError(path, (Mistake(line, "", tr("is not written in UTF-8")),)) from error


def parse_lesson(text: str, path: Path) -> Lesson:
    """Read a lesson from its text; `path` is for its name and for errors.

    Raises
    ------
    LessonError
        With every mistake, in the order of their lines.
    """
    try:
        table = tomllib.loads(text)
        reader = _Reader(Lines(text))
    except tomllib.TOMLDecodeError as error:
        raise LessonError(path, (_syntax_mistake(str(error), text),)) from error
    except (RecursionError, ValueError) as error:  # nested too deeply; a number of too many digits
        raise LessonError(path, (Mistake(0, "", tr("is no TOML: {error}", error=error)),)) from error
    lesson = reader.lesson(table, path)
    if reader.mistakes:
        raise LessonError(path, tuple(sorted(reader.mistakes)[:MOST_MISTAKES]))
    return lesson


def _syntax_mistake(words: str, text: str) -> Mistake:
    """Take the line out of tomllib's words: "… (at line 3, column 5)"."""
    found = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)$", words)
    sentence = words[: found.start()] if found else words
    line = int(found[1]) if found and found[1] else text.count("\n") + 1
    return Mistake(line, "", tr("is no TOML: {error}", error=sentence[:1].lower() + sentence[1:]))


class _Reader(Fields):
    """Reads a lesson part by part."""

    def lesson(self, table: Table, path: Path) -> Lesson:
        """Read the whole."""
        self.known(table, (), LESSON_KEYS)
        title, about = (self.words(table, (), key, needed=True) for key in ("title", "about"))
        order = self.number(table, (), "order", 1000.0)
        set_up = self.script(table, (), "set_up")
        steps = table.get("step")
        if not isinstance(steps, list) or not all(isinstance(step, dict) for step in steps) or not steps:
            self.wrong(("step",), tr("a lesson needs steps: tables that begin with [[step]]"))
            steps = []
        if len(steps) > MOST_STEPS:
            self.wrong(("step",), tr("at most {n} steps", n=MOST_STEPS))
        read = tuple(self.step(step, ("step", number)) for number, step in enumerate(steps))
        lines = {key_words(at): self.lines.line(at) for at in self.lines.paths()}
        return Lesson(path.stem, path, title, about, order, set_up, read, lines)

    def step(self, table: Table, at: Place) -> Step:
        """Read one step."""
        self.known(table, at, STEP_KEYS)
        step = Step(
            self.words(table, at, "title", needed=True),
            self.markdown(table, at, "text", needed=True),
            self.script(table, at, "set_up"),
            self.flag(table, at, "goes_on"),
            self.each(table, at, "look", self._place),
            self.each(table, at, "panels", self._panel) if "panels" in table else None,
            self.predict(table, (*at, "predict")),
            self.now(table, (*at, "now")),
            self.words(table, at, "notes"),
        )
        if step.goes_on and at[-1] == 0:
            self.wrong((*at, "goes_on"), tr("the first step has nothing to go on from"))
        return step

    def predict(self, owner: Table, at: Place) -> Predict | None:
        """Read the question of a step, if it has one."""
        table = self.table(owner, at, PREDICT_KEYS)
        if table is None:
            return None
        choices = self.each(table, at, "choices", str)
        if "choices" in table and len(choices) < 2:
            self.wrong((*at, "choices"), tr("needs two choices or more"))
        question = self.markdown(table, at, "question", needed=True)
        answer = self.answer(table, at, choices)
        tolerance = self.number(table, at, "tolerance", 0.0, needed=not choices)
        if tolerance < 0 or ("tolerance" in table and choices):
            self.wrong((*at, "tolerance"), tr("how far off a number may be, from 0; choices have none"))
        reveal, because = self.script(table, at, "reveal"), self.markdown(table, at, "because")
        look = self.each(table, at, "look", self._place) if "look" in table else None
        return Predict(question, choices, answer, tolerance, reveal, because, look)

    def answer(self, table: Table, at: Place, choices: tuple[str, ...]) -> Any:
        """Read the right answer: an index, a number, or a quantity."""
        at, value = (*at, "answer"), table.get("answer")
        if isinstance(value, str):
            term = self.parsed(at, parse_term, value)
            if term is not None and not term.quantity.is_number:
                self.wrong(at, tr("“{value}” is no number", value=value))
            return term or 0
        plain = isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e12
        index = isinstance(value, int) and 0 <= value < len(choices)
        if not plain or (choices and not index):
            words = tr("the number of the right choice, from 0,") if choices else tr("a number")
            self.wrong(at, must_be(tr("{words} or a quantity", words=words), value))
            return 0
        return value

    def now(self, owner: Table, at: Place) -> Now | None:
        """Read what is to be done in a step, if anything is."""
        table = self.table(owner, at, NOW_KEYS)
        if table is None:
            return None
        text = self.markdown(table, at, "text", needed=True)
        check = self.each(table, at, "check", parse_condition, needed=True)
        demo = self.script(table, at, "demo")
        if not table.get("demo"):
            self.wrong((*at, "demo"), tr("is needed: the commands that do what the check asks for"))
        return Now(text, check, demo, self.markdown(table, at, "done"))

    def script(self, table: Table, at: Place, key: str) -> Script:
        """Read a list of commands."""
        at = (*at, key)
        calls = table.get(key, [])
        if not isinstance(calls, list):
            self.wrong(at, must_be(tr('a list of commands, [{ do = "…" }, …]'), calls))
            return ()
        read = (self.call(call, (*at, number)) for number, call in enumerate(calls))
        return tuple(call for call in read if call is not None)

    def call(self, value: object, at: Place) -> Call | None:
        """Read one command with its arguments."""
        name = value.get("do") if isinstance(value, dict) else None
        if not isinstance(value, dict) or not isinstance(name, str):
            self.wrong(at, must_be(tr('a command, { do = "…" }'), value))
            return None
        usable = [command.name for command in BY_NAME.values() if command.lessons]
        if name not in usable:
            self.wrong((*at, "do"), f"“{name}” " + unknown(name, usable, tr("the commands are")))
            return None
        given = {key: item for key, item in value.items() if key != "do"}
        try:
            BY_NAME[name].read(given)
        except ArgumentError as error:
            self.wrong((*at, error.field or "do"), str(error))
            return None
        return Call(name, given, self.lines.line(at), key_words(at))

    @staticmethod
    def _place(text: str) -> str:
        check_place(text)
        return " ".join(text.split())

    @staticmethod
    def _panel(text: str) -> str:
        if text not in PANELS:
            raise NnvizError(f"“{text}” " + unknown(text, PANELS, tr("the panels are")))
        return text
