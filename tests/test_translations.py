"""The catalogues: complete, with the same placeholders and tags; how texts are found; translated lessons."""

import ast
import re
import string
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from nnviz.lessons import Course, read_lesson
from nnviz.lessons.texts import formulas
from nnviz.resources import resource

TOOLS = Path(__file__).parent.parent / "tools"
GERMAN = resource("translations/nnviz_de.ts")
NEXT = "run `make translations` and translate it in resources/translations/nnviz_de.ts, then run it again"


@pytest.fixture(scope="module")
def tools():
    """tools/ is no package: its modules, and the way to them forgotten afterwards."""
    sys.path.insert(0, str(TOOLS))
    try:
        import find_texts
        import make_translations

        yield make_translations, find_texts
    finally:
        sys.path.remove(str(TOOLS))
        for name in ("find_texts", "make_translations", "syntax"):
            sys.modules.pop(name, None)


@pytest.fixture(scope="module")
def german(tools):
    """Text → translation."""
    return tools[0].read(GERMAN)


def test_every_text_of_the_window_is_translated(qapp, tools, german):
    texts = tools[0].texts()
    assert len(texts) > 2000
    missing = [f"{where}: {text!r}" for text, where in texts.items() if text not in german]
    assert not missing, f"not translated, {NEXT}:\n" + "\n".join(missing)
    gone = german.keys() - texts.keys()
    assert not gone, f"no longer asked for, run `make translations`: {sorted(gone)[:5]}"


def test_the_compiled_catalogue_is_that_of_the_source(qapp, german):
    compiled = QTranslator()
    assert compiled.load(str(GERMAN.with_suffix(".qm")))
    other = [text for text, words in german.items() if compiled.translate("nnviz", text) != words]
    assert not other, f"{NEXT}: {other[:5]}"


def test_what_errors_fill_in_is_translated_too(tools):
    """A value of several words is English: it has to be a `Text`, which is translated when it is read."""
    _, find_texts = tools
    tree, english = find_texts.read_tree(find_texts.ROOT), []
    for source in tree.sources:
        for call in (call for name in tree.errors for call in source.calls.get(name, ())):
            for value in (keyword.value for keyword in call.keywords if keyword.arg not in (None, "field")):
                if (
                    isinstance(value, ast.Name | ast.IfExp) and ast.unparse(value) != "cause"
                ):  # an error's own
                    texts = find_texts.strings(tree.values(value, source))
                    english += [f"{source.where}: {text!r}" for text in texts if " " in text.strip(" ,.:")]
    assert not english


def placeholders(text):
    """Return what is filled in, with its format; a text without values may have other braces, as TOML's."""
    try:
        return sorted((name, spec, how) for _, name, spec, how in string.Formatter().parse(text) if name)
    except ValueError:
        return sorted(re.findall(r"\{\w+\}", text))


def test_translations_fill_in_the_same_things(german):
    other = [text for text, words in german.items() if set(placeholders(text)) != set(placeholders(words))]
    assert not other


def test_translations_have_the_same_tags_and_ends(german):
    for text, words in german.items():
        assert sorted(re.findall(r"</?\w+>", text)) == sorted(re.findall(r"</?\w+>", words)), text
        for opened in set(re.findall(r"<(b|i|sup|sub)>", words)):
            assert words.count(f"<{opened}>") == words.count(f"</{opened}>"), words
        for end in (r"^\s*", r"\s*$", r"…$"):  # what others are joined to, and what asks first
            assert re.search(end, text) is None or re.search(end, text)[0] == re.search(end, words)[0], words
        assert text.count("\n") == words.count("\n"), text


def test_nobody_is_addressed(german):
    """Infinitives, and sentences without a person."""
    said = re.compile(r"\b([Dd]u|[Dd]ich|[Dd]ir|[Dd]ein\w*|Ihnen)\b")
    assert not [words for words in german.values() if said.search(words)]


class TestFinding:
    """Texts that reach `tr` by way of something else."""

    @pytest.fixture
    def found(self, tools, tmp_path, monkeypatch):
        def found(code):
            package = tmp_path / "nnviz"
            package.mkdir()
            (package / "example.py").write_text(code)
            _, find_texts = tools
            monkeypatch.setattr(find_texts, "ROOT", tmp_path)
            monkeypatch.setattr(sys.modules["syntax"], "ROOT", tmp_path)
            monkeypatch.setattr(sys.modules["syntax"].Source, "names", {"TABLE": {"a": "in a table"}})
            return [told.text or f"? {told.expression}" for told in find_texts.find_texts()]

        return found

    @pytest.mark.parametrize(
        ("code", "texts"),
        [
            ("tr('plain')", ["plain"]),
            ("tr('one' if x else 'two')", ["one", "two"]),
            ("tr(TABLE[x])", ["in a table"]),
            ("[tr(text) for name, text in TABLE.items()]", ["? text"]),  # outside of any function
            ("def f():\n  for name, text in TABLE.items(): tr(text)", ["in a table"]),
            ("def f():\n  words = 'assigned'\n  tr(words, n=1)", ["assigned"]),
            ("def say(text): tr(text)\nsay('given')\nsay(text='by name')", ["given", "by name"]),
            ("class A:\n  text: str\ndef f(a): tr(a.text)\nA('of a field')", ["of a field"]),
            ("class A:\n  tip = 'its own'\n  def f(self): tr(self.tip)", ["its own"]),
            (
                "class A:\n  def f(self): tr(self.tip)\nclass B(A):\n  tip, size = 'derived', 3",
                ["derived"],
            ),
            ("def word(): return 'returned'\ntr(word())", ["returned"]),
            ("class Told: ...\nclass E(Told): ...\nraise E('an error', n=1)", ["an error"]),
            ("def f(kind='usual'): Text(kind)\nf('another')", ["usual", "another"]),
            ("tr(unknown)", ["? unknown"]),
        ],
    )
    def test_is_followed_back(self, found, code, texts):
        assert found(code) == texts


def test_a_text_that_is_not_translated_is_named(tools, tmp_path, monkeypatch, capsys):
    make, _ = tools
    monkeypatch.setattr(make, "texts", lambda: {"Say this": "nnviz/x.py", "And <b>{n:,}</b>": "nnviz/x.py"})
    monkeypatch.setattr(make, "FOLDER", tmp_path)
    monkeypatch.setattr(sys, "argv", ["make_translations.py"])
    make.write(tmp_path / "nnviz_de.ts", "de", make.texts(), {"And <b>{n:,}</b>": "Und <b>{n:,}</b>"})
    assert make.main() == 0
    assert "not translated yet: 'Say this' (nnviz/x.py)" in capsys.readouterr().out
    assert make.read(tmp_path / "nnviz_de.ts") == {"And <b>{n:,}</b>": "Und <b>{n:,}</b>"}
    monkeypatch.setattr(sys, "argv", ["make_translations.py", "--check"])
    assert make.main() == 1
    monkeypatch.setattr(subprocess, "run", None)  # --check compiles nothing
    assert make.main() == 1


TRANSLATED = sorted(path for path in resource("lessons").glob("*/*.toml"))


def test_lesson_1_is_there_in_german():
    assert [path.relative_to(resource("lessons")).as_posix() for path in TRANSLATED][:1] == [
        "de/01-what-is-a-neuron.toml"
    ]


@pytest.mark.parametrize("path", TRANSLATED, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_translated_lesson_does_the_same(path):
    lesson, original = read_lesson(path), read_lesson(resource("lessons") / path.name)
    assert lesson.deeds() == original.deeds()
    for step, model in zip(lesson.steps, original.steps, strict=True):
        assert step.title != model.title
        assert bool(step.notes) == bool(model.notes)
        for words, text in zip(_texts(step), _texts(model), strict=True):
            assert formulas(words) == formulas(text)
            assert _values(words) == _values(text)


def _texts(step):
    asked, now = step.predict, step.now
    yield step.text
    yield from (asked.question, asked.because) if asked else ()
    yield from (now.text, now.done) if now else ()


def _values(text):
    return re.findall(r"\{=[^}]*\}", text)


def test_a_course_is_read_in_a_language():
    folders = (resource("lessons"),)
    english, german = Course.read(folders), Course.read(folders, "de")
    assert [lesson.name for lesson in english.lessons] == [lesson.name for lesson in german.lessons]
    assert english.lessons[0].title == "What is a neuron?"
    assert german.lessons[0].title == "Was ist ein Neuron?"
    assert Course.read(folders, "fr").lessons == english.lessons


def test_a_translation_that_cannot_be_read_leaves_the_lesson(tmp_path):
    lesson = 'title = "A"\nabout = "B"\n[[step]]\ntitle = "C"\ntext = "D"\n'
    (tmp_path / "own.toml").write_text(lesson)
    (tmp_path / "de").mkdir()
    (tmp_path / "de" / "own.toml").write_text("titel = 1")
    course = Course.read((tmp_path,), "de")
    assert [lesson.title for lesson in course.lessons] == ["A"]
    assert "de/own.toml" in str(course.errors[0]) or "own.toml" in str(course.errors[0])
