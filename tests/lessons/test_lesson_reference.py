"""docs/lessons.md says what the program knows."""

import re
from pathlib import Path

import pytest

from nnviz.commands import ALL
from nnviz.lessons.places import PLACES
from nnviz.lessons.quantities import QUANTITIES
from nnviz.lessons.reader import LESSON_KEYS, NOW_KEYS, PREDICT_KEYS, STEP_KEYS, parse_lesson
from nnviz.lessons.reference import filled_in, lists

DOCUMENT = Path(__file__).parents[2] / "docs" / "lessons.md"


@pytest.fixture(scope="module")
def document():
    return DOCUMENT.read_text(encoding="utf-8")


def test_its_lists_are_those_of_the_program(document):
    assert filled_in(document) == document, "run make lesson-reference"


def test_the_lists_are_whole():
    text = "\n".join(lists().values())
    for command in ALL:
        assert (f"- `{command.name}` –" in text) == command.lessons
        for argument in command.arguments:
            assert f"  - `{argument.name}`: " in text
    for name in (*QUANTITIES, *PLACES):
        assert f"| `{name}" in text


def test_every_key_is_described(document):
    for key in {*LESSON_KEYS, *STEP_KEYS, *PREDICT_KEYS, *NOW_KEYS} - {"step"}:
        assert f"`{key}`" in document, key
    assert "[[step]]" in document


def test_its_example_is_a_lesson(document):
    example = re.search(r"```toml\n(title = .*?)```", document, re.DOTALL)[1]
    assert len(parse_lesson(example, Path("example.toml")).steps) == 1


def test_its_commands_can_be_given(document):
    lines = re.findall(r"^\{ do = .*\}$", document, re.MULTILINE)
    assert len(lines) > 5
    text = f'title = "T"\nabout = "A"\nset_up = [{", ".join(lines)}]\n[[step]]\ntitle = "S"\ntext = "x"'
    assert len(parse_lesson(text, Path("x.toml")).set_up) == len(lines)


def test_a_document_without_a_place_for_a_list_is_refused():
    with pytest.raises(ValueError, match="no place for the commands"):
        filled_in("nothing")
