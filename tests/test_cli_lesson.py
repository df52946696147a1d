"""`nnviz lesson check`: every mistake of a lesson on a line of its own."""

import pytest

from nnviz.cli import BAD_INPUT, FAILED, main
from nnviz.lessons import lesson_folders

LESSON = """
title = "T"
about = "A"
set_up = [{ do = "data", name = "digits8" }, { do = "network", hidden = [4] }]
[[step]]
title = "S"
text = "$w$"
look = ["neuron 1 3"]
[step.predict]
question = "?"
choices = ["a", "b"]
answer = 1
[step.now]
text = "x"
check = ["bias 1 0 > 5"]
demo = [{ do = "set-bias", bias = [1, 0], value = 6.0 }]
"""


@pytest.fixture
def check(tmp_path, capsys, qapp):
    """Checks a text; returns what it exits with and what it prints."""

    def check(text, *options):
        path = tmp_path / "x.toml"
        path.write_text(text)
        status = main(["lesson", "check", str(path), *options])
        return status, capsys.readouterr().out

    return check


def test_a_lesson_without_a_mistake(check):
    status, out = check(LESSON)
    assert status == 0
    assert ": 1 step, no mistake" in out


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("hidden = [4]", "hidden = 4", 4, "set_up 2, hidden: must be whole numbers"),
        ("title = ", "titel = ", 2, "did you mean “title”"),
        ("neuron 1 3", "neuron 1 4", 8, "step 1, look 1: a 64-4-10 network has no “neuron 1 4”"),
        ("$w$", r"$\\frac{1}$", 7, "step 1, text: the formula \\frac{1} cannot be typeset"),
        ("$w$", r"$a = \\summ_k w_k$", 7, r"step 1, text: \summ in the formula a = \summ_k w_k is unknown"),
        ("$w$", r"$\\sum_{k w_k$", 7, r"step 1, text: the formula \sum_{k w_k has a brace too few"),
        ("$w$", "{= input 64}", 7, "step 1, text: a 64-4-10 network has no “input 64”"),
        ("$w$", "${= delta 0 3}$", 7, "step 1, text: a 64-4-10 network has no “delta 0 3”"),
        ('"?"', '"{= target 10}?"', 10, "step 1, predict, question: a 64-4-10 network has no “target 10”"),
        ('"x"', '"{= bias 1 4}"', 14, "step 1, now, text: a 64-4-10 network has no “bias 1 4”"),
        ("answer = 1", 'answer = "parameters"', 12, "step 1, predict, answer: is 310"),
        ("bias 1 0 > 5", "bias 1 4 > 5", 15, "check 1: a 64-4-10 network has no “bias 1 4”"),
        ("bias 1 0 > 5", "bias 1 0 > -5", 15, "is met before anything is done"),
        ("bias = [1, 0]", "bias = [1, 8]", 16, "step 1, now, demo 1, bias"),
    ],
)
def test_mistakes_that_the_text_shows_and_those_that_playing_shows(check, old, new, line, words):
    status, out = check(LESSON.replace(old, new, 1))
    assert status == FAILED
    assert [row for row in out.splitlines() if f"line {line}: " in row and words in row], out


def test_a_demo_that_does_not_do_it(check, monkeypatch):
    monkeypatch.setattr("nnviz.ui.lessons.rehearsal.PATIENCE_MS", 300)
    status, out = check(LESSON.replace("value = 6.0", "value = 4.0"))
    assert status == FAILED
    assert "line 16: step 1, now, demo: does not meet: bias 1 0 > 5" in out


def test_what_is_told_after_a_reveal_and_a_demo_is_looked_at_then(check):
    told = LESSON.replace(
        "answer = 1\n", 'answer = 1\nreveal = [{ do = "network", hidden = [5] }]\nbecause = "$B$"\n'
    )
    told = (
        told.replace('"bias 1 0 >', '"bias 1 4 >').replace("bias = [1, 0]", "bias = [1, 4]") + 'done = "$D$"'
    )
    assert check(told.replace("$B$", "{= bias 1 4}").replace("$D$", "{= bias 1 4}"))[0] == 0
    out = check(told.replace("$B$", "{= bias 1 5}").replace("$D$", "{= bias 1 6}"))[1]
    assert "step 1, predict, because: a 64-5-10 network has no “bias 1 5”" in out
    assert "step 1, now, done: a 64-5-10 network has no “bias 1 6”" in out


def test_reading_only_does_not_play(check):
    assert check(LESSON.replace("neuron 1 3", "neuron 1 4"), "--read-only")[0] == 0


def test_without_a_file_all_lessons_are_read(capsys, qapp):
    assert main(["lesson", "check", "--read-only"]) == 0
    shipped = list(lesson_folders()[0].glob("**/*.toml"))
    assert len(capsys.readouterr().out.splitlines()) == len(shipped) > 1


def test_other_words_are_refused(capsys):
    assert main(["lesson", "play", "x"]) == BAD_INPUT
    assert "lesson check [FILE …]" in capsys.readouterr().err
    assert main(["lesson", "--help"]) == 0
    assert "Without a FILE: all" in " ".join(capsys.readouterr().out.split())
