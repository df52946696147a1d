import pytest

from nnviz import resources
from nnviz.errors import FileError
from nnviz.resources import resource


@pytest.fixture
def installation(tmp_path, monkeypatch):
    """Return a function that lays out a program's files and points `resource` at them."""

    def lay_out(*names):
        for name in names:
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(name)
        places = (tmp_path / "nnviz" / "resources", tmp_path / "resources")
        monkeypatch.setattr(resources, "_PLACES", places)

    return lay_out


def test_finds_what_is_in_this_checkout():
    assert resource("digits.npz").is_absolute()
    assert resource("digits.npz").is_file()


def test_finds_a_file_in_a_checkout(installation):
    installation("resources/icons/play.svg")
    assert resource("icons/play.svg").read_text() == "resources/icons/play.svg"


def test_finds_a_file_in_an_installed_wheel(installation):
    installation("nnviz/resources/icons/play.svg")
    assert resource("icons/play.svg").read_text() == "nnviz/resources/icons/play.svg"


def test_prefers_its_own_files_to_what_lies_beside_the_package(installation):
    installation("resources/a.txt", "nnviz/resources/a.txt")
    assert resource("a.txt").read_text() == "nnviz/resources/a.txt"


def test_finds_a_folder(installation):
    installation("resources/lessons/1.md")
    assert [path.name for path in resource("lessons").iterdir()] == ["1.md"]


def test_names_what_is_missing(installation):
    installation("resources/a.txt")
    with pytest.raises(FileError, match=r"'b\.txt' is missing from this installation; please install"):
        resource("b.txt")
