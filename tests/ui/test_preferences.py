"""What is remembered, and what a damaged file does to it: nothing."""

import pytest
from PySide6.QtCore import QByteArray, QSettings

from nnviz.ui.preferences import RECENT, Preferences
from nnviz.ui.theme import BLUE_ORANGE, BLUE_RED


@pytest.fixture
def file(tmp_path):
    return tmp_path / "nnviz.ini"


@pytest.fixture
def start(file):
    """Reads the settings as the next start of the program does."""
    return lambda: Preferences(QSettings(str(file), QSettings.Format.IniFormat))


def everything(preferences):
    return (
        preferences.theme,
        preferences.palette,
        preferences.type_scale,
        preferences.bytes("window"),
        preferences.bytes("splitter"),
        preferences.workspace,
        preferences.recent,
    )


DEFAULTS = ("dark", BLUE_RED, 1.0, QByteArray(), QByteArray(), 0, ())


def test_without_a_file_everything_is_as_it_was_designed(start):
    assert everything(start()) == DEFAULTS
    assert everything(Preferences.forgetful()) == DEFAULTS


@pytest.mark.parametrize("kind", ["file", "forgetful"])
def test_everything_comes_back(start, kind):
    preferences = start() if kind == "file" else Preferences.forgetful()
    preferences.theme, preferences.palette, preferences.type_scale = "light", BLUE_ORANGE, 1.5
    preferences.set_bytes("window", QByteArray(b"\x00\xff\x01,;="))
    preferences.workspace = 1
    preferences.remember("/ä ö/R&D, 100%.nnviz")
    preferences.save()
    again = start() if kind == "file" else preferences
    assert everything(again) == (
        *("light", BLUE_ORANGE, 1.5, QByteArray(b"\x00\xff\x01,;="), QByteArray(), 1),
        ("/ä ö/R&D, 100%.nnviz",),
    )


@pytest.mark.parametrize(
    "contents",
    [
        b"\x00\xff garbage [[[ \n=== \n\x80\x81",
        b"[look",
        b"[look]\ntheme=neon\npalette=blue\nscale=huge\n",
        b"[look]\ntheme=a, b\npalette=\nscale=nan\n",
        b"[look]\nscale=9\n[layout]\nworkspace=inf\n",
        b"[look]\nscale=-1\n[layout]\nworkspace=1e999\nwindow=5\n",
        b"[look]\ntheme=@Rect(1 2 3 4)\nscale=@Invalid()\n[files]\nrecent=@Invalid()\n",
        b"[layout]\nwindow=hello\nsplitter=@Point(x y)\nworkspace=@DateTime(\\xff)\n",
    ],
)
def test_values_that_make_no_sense_count_as_not_there(file, start, contents):
    file.write_bytes(contents)
    assert everything(start()) == DEFAULTS
    start().theme = "light"
    assert start().theme == "light"


def test_a_folder_in_the_file_s_place_is_no_hindrance(file, start):
    file.mkdir()
    preferences = start()
    assert everything(preferences) == DEFAULTS
    preferences.theme = "light"
    preferences.save()
    preferences.reset()


def test_reset_forgets_everything(file, start):
    preferences = start()
    preferences.theme = "light"
    preferences.remember("/a")
    preferences.save()
    preferences.reset()
    assert everything(preferences) == everything(start()) == DEFAULTS


class TestRecent:
    def test_the_newest_first_each_once_and_not_too_many(self, start):
        preferences = start()
        for i in range(RECENT + 3):
            preferences.remember(f"/{i}")
        preferences.remember("/8")
        newest = ["/8", *(f"/{i}" for i in range(RECENT + 2, 0, -1) if i != 8)][:RECENT]
        preferences.save()
        assert list(start().recent) == newest

    def test_one_alone_and_none(self, start):
        preferences = start()
        preferences.remember("/a")
        preferences.save()
        assert start().recent == ("/a",)
        preferences.forget("/a")
        preferences.forget("/never there")
        preferences.save()
        assert start().recent == ()

    def test_what_is_no_name_is_left_out(self, file, start):
        file.write_bytes(b"[files]\nrecent=/a, , @Invalid(), /b\n")
        assert set(start().recent) >= {"/a", "/b"}
        assert "" not in start().recent


def test_those_of_the_user_lie_where_the_system_keeps_them():
    file = Preferences.of_user().file
    assert file.name == "nnviz.ini"
    assert "nnviz-tests-" in str(file)  # tests/conftest.py
