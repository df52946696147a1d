"""The list of lessons: in their order, each read once, the user's own and translations in their places."""

import os

from texts import WHOLE

from nnviz.lessons import Course


def titled(title, order=3):
    return WHOLE.replace("A lesson", title).replace("order = 3", f"order = {order}")


def saved(path, text):
    """Write a file as an editor does, at a later time than before."""
    path.parent.mkdir(exist_ok=True)
    before = path.stat().st_mtime_ns if path.exists() else 0
    path.write_text(text)
    if path.stat().st_mtime_ns == before:
        os.utime(path, ns=(before + 1, before + 1))


def titles(*folders, language=""):
    return [lesson.title for lesson in Course.read(folders, language).lessons]


def test_in_their_order(tmp_path):
    saved(tmp_path / "a.toml", titled("Last", 9))
    saved(tmp_path / "b.toml", titled("First", 1))
    (tmp_path / "notes.txt").write_text("no lesson")
    assert titles(tmp_path) == ["First", "Last"]


def test_a_file_is_read_once_as_long_as_it_is_the_same(tmp_path):
    path = tmp_path / "a.toml"
    saved(path, titled("One"))
    (first,) = Course.read((tmp_path,)).lessons
    (again,) = Course.read((tmp_path,)).lessons
    assert again is first
    saved(path, titled("Two"))  # as long as before
    assert titles(tmp_path) == ["Two"]


def test_one_that_was_mended_or_broken_is_seen(tmp_path):
    path = tmp_path / "a.toml"
    saved(path, titled("Good"))
    assert titles(tmp_path) == ["Good"]
    saved(path, titled("Good").replace("goes_on", "goes_off"))
    broken = Course.read((tmp_path,))
    assert broken.lessons == ()
    assert [error.path for error in broken.errors] == [path]
    saved(path, titled("Mended"))
    assert titles(tmp_path) == ["Mended"]
    path.unlink()
    assert titles(tmp_path) == []


def test_one_s_own_takes_the_place_of_one_with_the_same_name(tmp_path):
    shipped, own = tmp_path / "shipped", tmp_path / "own"
    saved(shipped / "a.toml", titled("Theirs"))
    saved(own / "a.toml", titled("Mine"))
    assert titles(shipped, own) == ["Mine"]
    saved(own / "a.toml", "title =")
    course = Course.read((shipped, own))
    assert [lesson.title for lesson in course.lessons] == ["Theirs"]
    assert [error.path for error in course.errors] == [own / "a.toml"]


def test_translations_take_the_place_of_what_they_translate(tmp_path):
    saved(tmp_path / "a.toml", titled("Lesson"))
    saved(tmp_path / "de" / "a.toml", titled("Lektion"))
    assert titles(tmp_path, language="de") == ["Lektion"]
    assert titles(tmp_path, language="fr") == titles(tmp_path) == ["Lesson"]


def test_a_folder_that_is_called_like_a_lesson_is_none(tmp_path):
    (tmp_path / "a.toml").mkdir()
    (error,) = Course.read((tmp_path,)).errors
    assert "cannot be read" in str(error)
