"""Lessons read; and every mistake named with its line and key."""

import random
import re
from pathlib import Path

import pytest
from texts import WHOLE

from nnviz.lessons import LessonError, lesson_folders, read_lesson
from nnviz.lessons.reader import MOST_BYTES, MOST_MISTAKES, parse_lesson

PATH = Path("a-lesson.toml")


def mistakes(text):
    with pytest.raises(LessonError) as caught:
        parse_lesson(text, PATH)
    return caught.value.mistakes


def test_a_whole_lesson():
    lesson = parse_lesson(WHOLE, PATH)
    assert (lesson.name, lesson.title, lesson.order, len(lesson.steps)) == ("a-lesson", "A lesson", 3, 3)
    one, two, three = lesson.steps
    assert [call.name for call in lesson.set_up] == ["data", "network"]
    assert (one.look, one.notes) == (("image", "neuron 1 3"), "For the presenter.")
    assert one.predict.reveal[0].given == {"at": "C"}
    assert [condition.text for condition in two.now.check] == ["selected = neuron 1 3", "cursor >= x"]
    assert (three.goes_on, three.panels, three.predict.tolerance) == (True, ("example",), 0.5)
    assert [call.name for script in lesson.scripts() for call in script] == [
        *("data", "network", "example", "cursor", "cursor", "select", "view")
    ]


WRONG = (
    ('title = "A lesson"', "titel = 1", 1, "titel", "did you mean “title”"),
    ('title = "A lesson"', "", 1, "title", "is needed"),
    ("order = 3", 'order = "three"', 3, "order", "must be a number, not 'three'"),
    ('name = "digits8"', 'name = "digits9"', 6, "set_up 1, name", "must be one of digits, digits8"),
    ("hidden = [5]", "hiden = [5]", 7, "set_up 2, hiden", "did you mean “hidden”"),
    ("hidden = [5]", "hidden = 5", 7, "set_up 2, hidden", "must be whole numbers"),
    ('do = "example"', 'do = "exampel"', 16, "step 1, set_up 1, do", "did you mean “example”"),
    ('do = "example"', "do = 3", 16, "step 1, set_up 1", "must be a command"),
    ("label = 3", "label = 3.5", 16, "step 1, set_up 1, label", "a whole number"),
    ('"neuron 1 3"]', '"neuron 1"]', 19, "step 1, look 2", "must be written “neuron l j”"),
    ('"neuron 1 3"]', '"nueron 1 3"]', 19, "step 1, look 2", "did you mean “neuron”"),
    ('answer = "guess"', 'answer = "gues"', 25, "step 1, predict, answer", "did you mean “guess”"),
    ('answer = "guess"', "answer = 10", 25, "step 1, predict, answer", "number of the right choice"),
    ('answer = "guess"', 'answer = "selected"', 25, "step 1, predict, answer", "is no number"),
    ('reveal = [{ do = "cursor", at = "C" }]', "reveal = true", 26, "step 1, predict, reveal", "a list"),
    ("$w a + b$", "$w a + b", 12, "step 1, text", "between $ and $"),
    ("$w a + b$", "$w_{k a + b$", 12, "step 1, text", "w_{k a + b has a brace too few"),
    ("{= cost}", "${= cost$", 12, "step 1, text", "“{= cost$.” has no closing brace"),
    ("{= cost}", "![it](me.png)", 12, "step 1, text", "no pictures"),
    ('{= guess}."', '{= guess}."\nlook = ["nuron 1 3"]', 28, "step 1, predict, look 1", "“neuron”"),
    ("{= cost}", "{= costs}", 12, "step 1, text", "did you mean “cost”"),
    ('check = ["selected', 'check = ["selectd', 35, "step 2, now, check 1", "did you mean “selected”"),
    ("selected = neuron 1 3", "selected < neuron 1 3", 35, "step 2, now, check 1", "only be = or !="),
    ("selected = neuron 1 3", "selected = neuron", 35, "step 2, now, check 1", "never “neuron”"),
    ("selected = neuron 1 3", "selected neuron", 35, "step 2, now, check 1", "no comparison"),
    ('demo = [{ do = "select", neuron = [1, 3] }]', "", 33, "step 2, now, demo", "is needed"),
    ("goes_on = true", "goes_on = 1", 42, "step 3, goes_on", "true or false"),
    ('panels = ["example"]', 'panels = ["exmple"]', 44, "step 3, panels 1", "did you mean “example”"),
    ("tolerance = 0.5", "tolerance = -1", 49, "step 3, predict, tolerance", "from 0"),
    ("tolerance = 0.5", "", 46, "step 3, predict, tolerance", "is needed"),
    ("[step.now]", "now = 5\n[step.nw]", 33, "step 2, now", "must be a table"),
    ('title = "Two"', 'title = "Two', 30, "", "is no TOML"),
)


@pytest.mark.parametrize(("old", "new", "line", "key", "words"), WRONG, ids=[f"{w[3]}-{w[1]}" for w in WRONG])
def test_a_mistake_is_named_with_line_and_key(old, new, line, key, words):
    assert old in WHOLE
    found = mistakes(WHOLE.replace(old, new, 1))
    mine = [mistake for mistake in found if mistake.key == key and words in mistake.sentence]
    assert mine, found
    assert mine[0].line == line


def test_all_mistakes_are_found_in_the_order_of_their_lines():
    found = mistakes(WHOLE.replace("label = 3", "label = -1").replace("goes_on", "goes").replace("Two", ""))
    assert [mistake.line for mistake in found] == [16, 30, 42]


def test_a_mistake_reads_as_one_line(tmp_path):
    path = tmp_path / "x.toml"
    path.write_text(WHOLE.replace("label = 3", "label = -1"))
    with pytest.raises(LessonError, match=r"x\.toml.*, line 16: step 1, set_up 1, label: must be"):
        read_lesson(path)


def test_the_first_step_has_nothing_to_go_on_from():
    text = WHOLE.replace('title = "One"', 'title = "One"\ngoes_on = true')
    assert mistakes(text)[0].key == "step 1, goes_on"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is needed"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"a = " + b"[" * 5000, "is no TOML"),
        (b"a = 1" + b"0" * 5000, "is no TOML"),
        (b"#" * (MOST_BYTES + 1), "too large"),
        (b"step = 5\ntitle = 'a'\nabout = 'b'", "needs steps"),
        (b"step = [1]\ntitle = 'a'\nabout = 'b'", "needs steps"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_what_is_no_lesson_at_all(tmp_path, content, words):
    path = tmp_path / "x.toml"
    path.write_bytes(content)
    with pytest.raises(LessonError, match=words):
        read_lesson(path)


@pytest.mark.parametrize("opens", ["[", "{a = ", "[{a = "])
@pytest.mark.parametrize("apart", [pytest.param(7, marks=pytest.mark.slow), 49])
def test_however_deep_values_are_nested(opens, apart):
    """At some depth the reader's own stack ends: that is no lesson, and nothing else."""
    closes = "".join({"[": "]", "{": "}"}.get(sign, "") for sign in reversed(opens))
    for depth in range(100, 500, apart):
        value = opens * depth + "1" + closes * depth
        assert error_of(f"set_up = {value}\nx = {value}\n{WHOLE.replace('set_up = [', 'set = [', 1)}")


def test_a_file_with_very_many_mistakes_tells_the_first():
    found = mistakes("[[step]]\n" * 2000)
    assert len(found) == MOST_MISTAKES
    assert found[-1].line < 60


def test_a_mistake_is_told_in_few_words():
    (mistake,) = mistakes("a" * 100_000 + " = 1\n" + WHOLE)
    assert len(mistake.in_file(PATH)) < 300


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(LessonError, match="cannot be read"):
        read_lesson(tmp_path / "none.toml")


def test_a_byte_order_mark_and_windows_lines_are_no_mistake(tmp_path):
    path = tmp_path / "x.toml"
    path.write_bytes(b"\xef\xbb\xbf" + WHOLE.replace("\n", "\r\n").encode())
    assert len(read_lesson(path).steps) == 3


def error_of(text):
    """Return the error of a text; None when it is a lesson. Any other error is one of the reader."""
    try:
        parse_lesson(text, PATH)
    except LessonError as error:
        return error
    return None


JUNK = (
    "[",
    "]",
    "{",
    "}",
    '"',
    "'",
    "=",
    "$",
    "\n",
    "0",
    "-1",
    "1e999",
    "nan",
    "true",
    "[[step]]",
    "\\",
    "[1]",
)


@pytest.mark.parametrize("seed", range(4))
def test_however_a_file_is_damaged_it_has_its_own_error_or_is_a_lesson(seed):
    chance = random.Random(seed)
    text = lesson_folders()[0].glob("*.toml").__next__().read_text(encoding="utf-8") if seed % 2 else WHOLE
    for _ in range(60):
        at, length = chance.randrange(len(text)), chance.randrange(12)
        damaged = text[:at] + chance.choice(JUNK) * chance.randrange(3) + text[at + length :]
        error = error_of(damaged)
        if error is not None:
            assert re.match(r"'?a-lesson\.toml'?(, line \d+)?: .", str(error))
            last = damaged.count("\n") + 1
            assert all(0 <= mistake.line <= last for mistake in error.mistakes)


@pytest.mark.parametrize(
    "value", ["[]", "{}", "[[]]", '"x"', "5", "true", "1979-05-27", "nan", "[{}]", "[5]"]
)
def test_any_value_anywhere_has_its_own_error_or_is_a_lesson(value):
    """Every line `key = …` gets a value of another kind."""
    rows = WHOLE.split("\n")
    for number, row in enumerate(rows):
        key, equals, old = row.partition(" = ")
        if equals and not old.endswith(("[", '"""')):
            damaged = "\n".join([*rows[:number], f"{key} = {value}", *rows[number + 1 :]])
            error = error_of(damaged)
            assert error is None or error.mistakes
