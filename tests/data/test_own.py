"""What every reader of files has in common: what the system refuses, and what is said of it."""

import os
from pathlib import Path

import numpy as np
import pytest

from nnviz.data import is_idx, is_own, is_there, load
from nnviz.data.own import Raw, are_classes, assemble
from nnviz.errors import DataError, FileError

NAMES = ["a.csv", "a.tsv", "a.npz", "a.tar.gz", "a.tgz", "a.tar"]


@pytest.mark.parametrize("name", NAMES)
class TestPlaces:
    def sentence(self, path):
        with pytest.raises(FileError) as caught:
            load(path)
        assert str(path) in str(caught.value)
        return str(caught.value)

    def test_no_file(self, tmp_path, name):
        assert not is_there(str(tmp_path / name))
        assert self.sentence(tmp_path / name) == f"There is no file '{tmp_path / name}'."

    def test_empty(self, tmp_path, name):
        (tmp_path / name).touch()
        assert is_there(str(tmp_path / name))
        assert self.sentence(tmp_path / name) == f"The file '{tmp_path / name}' is empty."

    @pytest.mark.parametrize(
        ("error", "rest"),
        [
            (PermissionError(13, "Permission denied"), "may not be read: permission denied."),
            (OSError(5, "Input/output error"), "cannot be read: Input/output error."),
        ],
    )
    def test_what_the_system_says(self, tmp_path, monkeypatch, name, error, rest):
        (tmp_path / name).write_bytes(b"something")

        def refuse(*_):
            raise error

        monkeypatch.setattr(Path, "open", refuse)
        assert self.sentence(tmp_path / name) == f"The file '{tmp_path / name}' {rest}"

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
    def test_a_pipe_is_not_waited_for(self, tmp_path, name):
        os.mkfifo(tmp_path / name)
        assert self.sentence(tmp_path / name).endswith("is not an ordinary file.")

    def test_something_else(self, tmp_path, name):
        (tmp_path / name).write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(600))
        assert self.sentence(tmp_path / name).startswith("The file ")


def test_what_is_what(tmp_path):
    (tmp_path / "a.csv").touch()
    (tmp_path / "folder").mkdir()
    assert is_own(tmp_path / "a.csv")
    assert is_idx(tmp_path / "folder")
    assert not is_own(tmp_path / "folder")
    assert is_there("circles?n=50")
    assert is_there(f"{tmp_path / 'a.csv'}?label=x")
    assert not is_there("a.csv")
    assert not is_there("nothing?x=1")


def test_a_folder_called_like_a_data_set_does_not_stand_for_it(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("a", "b"):
        (tmp_path / "digits" / name).mkdir(parents=True)
        (tmp_path / "digits" / name / "1.png").touch()
    assert is_own("./digits")
    assert not is_own("digits")
    assert load("digits").image_shape == (28, 28)


@pytest.mark.parametrize(
    ("y", "expected"),
    [
        ([0, 1, 0, 1], True),
        ([0.0, 1.0, 2.0] * 4, True),
        ([0.5, 1, 1, 1], False),
        (range(100), False),
        ([1, 1, 1], False),
        ([np.nan, 1, 1, 2], False),
        ([[1, 0], [0, 1]], False),
    ],
)
def test_which_numbers_are_classes(y, expected):
    assert are_classes(np.array(y)) == expected


def raw(x, y, **more):
    return Raw(np.array(x, np.float32), np.array(y), **more)


def test_names_of_classes_are_one_line_each():
    data, _ = assemble(Path("/a/b.csv"), raw([[1], [2], [3], [4]], ["x\ny", "z" * 99, "x\ny", ""]), {})
    assert data.classes == ("(empty)", "x y", "z" * 60)


def test_brightness():
    x = np.arange(64 * 6).reshape(6, 64) % 17
    data, _ = assemble(Path("/a/b.csv"), raw(x, list("ababab")), {})
    assert data.image_shape == (8, 8)
    assert data.train.x.max() == 1
    data, _ = assemble(Path("/a/b.csv"), raw(x / 16, list("ababab"), image_shape=(8, 8)), {})
    assert data.train.x.max() == 1


def test_a_sentence_names_the_place():
    with pytest.raises(DataError, match=r"In '/a/b\.csv': There are 2 examples, but 3 labels\."):
        assemble(Path("/a/b.csv"), raw([[1], [2]], [1, 2, 3]), {})
