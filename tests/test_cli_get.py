"""`nnviz get mnist`, and data that the commands find by their names, options and files."""

from argparse import Namespace

import numpy as np
import pytest
from folders import idx_folder
from PySide6.QtGui import QColor, QImage

from nnviz.cli import BAD_INPUT, main
from nnviz.cli import get as command
from nnviz.cli.window import _loaded_later
from nnviz.errors import FileError, NnvizError


@pytest.fixture
def fetched(monkeypatch, tmp_path):
    def fetch(progress):
        progress(5, 10)
        return tmp_path / "mnist"

    monkeypatch.setattr(command, "fetch_mnist", fetch)
    monkeypatch.delenv("NNVIZ_DATA", raising=False)
    return tmp_path / "mnist"


def test_it_says_where_mnist_is(capsys, fetched):
    assert main(["get", "mnist"]) == 0
    out, err = capsys.readouterr()
    assert out == f"MNIST is in {fetched}: use it with --data mnist\n"
    assert err == ""


def test_who_has_mnist_need_not_fetch_it(capsys, fetched, monkeypatch, tmp_path):
    monkeypatch.setenv("NNVIZ_DATA", str(tmp_path / "own"))
    folder = idx_folder(tmp_path / "own" / "mnist")
    assert main(["get", "mnist"]) == 0
    assert capsys.readouterr().out == f"MNIST is in {folder}: use it with --data mnist\n"
    next(iter(folder.iterdir())).unlink()
    assert main(["get", "mnist"]) == 0
    assert capsys.readouterr().out == f"MNIST is in {fetched}: use it with --data mnist\n"


def test_on_a_terminal_it_shows_how_far_it_is(capsys, fetched, monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    assert main(["get", "mnist"]) == 0
    assert "downloading MNIST: 50" in capsys.readouterr().err


@pytest.mark.parametrize("words", [[], ["cifar10"], ["mnist", "mnist"]])
def test_what_cannot_be_downloaded(capsys, fetched, words):
    assert main(["get", *words]) == BAD_INPUT
    assert capsys.readouterr().err == "nnviz get: what can be downloaded is mnist: nnviz get mnist\n"


def test_help(capsys, fetched):
    assert main(["get", "--help"]) == 0
    assert "70,000 handwritten digits" in capsys.readouterr().out


def test_a_failure_is_a_sentence(capsys, monkeypatch):
    def fail(progress):
        raise FileError("MNIST could not be downloaded: nobody answers.")

    monkeypatch.setattr(command, "fetch_mnist", fail)
    monkeypatch.delenv("NNVIZ_DATA", raising=False)
    assert main(["get", "mnist"]) == BAD_INPUT
    assert capsys.readouterr().err == "nnviz get: MNIST could not be downloaded: nobody answers.\n"


@pytest.fixture
def own(tmp_path):
    """Makes data of one kind and returns what --data takes."""

    def make(kind):
        if kind == "table":
            (tmp_path / "a.csv").write_text("".join(f"{i / 9},{i % 2}\n" for i in range(20)))
            return f"{tmp_path / 'a.csv'}?label=column 1"
        if kind == "arrays":
            np.savez(tmp_path / "a.npz", x=np.ones((10, 3)), y=np.arange(10) % 2)
            return str(tmp_path / "a.npz")
        for name in ("red", "blue"):
            (tmp_path / "images" / name).mkdir(parents=True)
            for i in range(3):
                image = QImage(4, 4, QImage.Format.Format_RGB32)
                image.fill(QColor(name))
                image.save(str(tmp_path / "images" / name / f"{i}.png"))
        return str(tmp_path / "images")

    return make


@pytest.mark.parametrize(
    ("kind", "sizes"),
    [("table", "1-2-1"), ("arrays", "3-2-2"), ("images", "48-2-2")],
)
def test_own_data_train(capsys, own, kind, sizes):
    assert main(["train", "--data", own(kind), "--hidden", "2", "--epochs", "1", "--batch", "2"]) == 0
    assert sizes in capsys.readouterr().out


@pytest.mark.parametrize(
    ("reference", "sizes"),
    [
        ("moons", "2-2-2"),
        ("xor?features=x,y,xy&n=50", "3-2-2"),
        ("blobs?classes=4", "2-2-4"),
        ("sine", "1-2-1"),
    ],
)
def test_drawn_data_train(capsys, reference, sizes):
    assert main(["train", "--data", reference, "--hidden", "2", "--epochs", "1", "--batch", "2"]) == 0
    assert sizes in capsys.readouterr().out


def test_a_wrong_option_is_a_sentence(capsys):
    assert main(["train", "--data", "moons?n=3"]) == BAD_INPUT
    assert capsys.readouterr().err == (
        "nnviz train: --data: n must be a whole number from 10 to 20,000, not '3'.\n"
    )


@pytest.mark.parametrize("kind", ["table", "arrays", "images"])
def test_the_window_loads_own_data_once_it_is_there(own, kind):
    reference = own(kind)
    options = Namespace(data=reference)
    assert _loaded_later(options) == reference
    assert options.data == "digits"


@pytest.mark.parametrize("reference", ["moons?noise=0.3", "line?n=20"])
def test_drawn_data_too(reference):
    assert _loaded_later(Namespace(data=reference)) == reference


@pytest.mark.parametrize(
    "reference", ["moons?noise=3", "/nowhere/a.csv", "/nowhere/a.csv?label=b", "/nowhere/images"]
)
def test_what_plainly_is_not_there_is_said_before(reference):
    with pytest.raises(NnvizError):
        _loaded_later(Namespace(data=reference))
