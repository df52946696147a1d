"""What the doctor says, on a healthy machine and on a sick one."""

import subprocess
import sys
from pathlib import Path

import pytest

from nnviz import environment
from nnviz.cli import doctor as examination
from nnviz.cli import main
from nnviz.cli.about import version
from nnviz.cli.doctor import LIBRARIES, RESOURCES
from nnviz.data.places import autosave_folder, cache_folder
from nnviz.errors import FileError
from nnviz.lessons.course import own_folder
from nnviz.resources import resource

ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def healthy(monkeypatch):
    monkeypatch.setattr(environment, "problem", lambda: None)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.delenv("NNVIZ_DATA", raising=False)


@pytest.fixture
def said(capsys):
    """Asks the doctor; returns what was printed as {name: text}, the verdict, and the status."""

    def said(*arguments):
        status = main(["doctor", *arguments])
        text = capsys.readouterr().out
        table, _, verdict = text.partition("\n\n")
        rows = dict(line.split("  ", 1) for line in table.splitlines())
        return {name: words.strip() for name, words in rows.items()}, verdict.strip(), status

    return said


def test_a_healthy_machine(said):
    rows, verdict, status = said()
    assert (verdict, status) == ("Nothing that nnviz needs is missing.", 0)
    assert rows["nnviz"] == version()
    assert rows["Python"] == f"{'.'.join(map(str, sys.version_info[:3]))} ({sys.executable})"
    assert rows["numpy"] == sys.modules["numpy"].__version__
    assert set(LIBRARIES) < set(rows)
    assert not any("unknown" in rows[name] for name in LIBRARIES)


def test_where_things_are_kept(said):
    rows, _, _ = said()
    assert rows["settings"].endswith("nnviz.ini")
    assert rows["cache"] == str(cache_folder())
    assert rows["autosaves"] == str(autosave_folder())
    assert rows["your lessons"] == str(own_folder())


def test_qt_and_blas(said, monkeypatch):
    rows, _, _ = said()
    assert rows["Qt platform"] == "offscreen"
    assert "processors; threads: " in rows["BLAS"]
    monkeypatch.delenv("QT_QPA_PLATFORM")
    assert said()[0]["Qt platform"] == "Qt's own choice"


@pytest.mark.parametrize(("display", "words"), [(True, "there"), (False, "pictures in place of a window")])
def test_the_display(said, monkeypatch, display, words):
    monkeypatch.setattr(environment, "has_display", lambda: display)
    assert words in said()[0]["display"]


def test_mnist(said, monkeypatch, tmp_path):
    assert said()[0]["MNIST"].startswith("not here, and not needed: nnviz get mnist fetches it; looked in ")
    (tmp_path / "mnist").mkdir()
    monkeypatch.setenv("NNVIZ_DATA", str(tmp_path))
    assert said()[0]["MNIST"] == str(tmp_path / "mnist")


def test_a_system_that_lacks_a_library_of_qt(said, monkeypatch):
    monkeypatch.setattr(environment, "problem", lambda: "Qt cannot start: …\nInstall with this line:")
    rows, verdict, status = said()
    assert verdict.startswith("Qt cannot start")
    assert status == 1
    assert "settings" not in rows  # only Qt knows


def test_a_file_that_is_not_installed(said, monkeypatch):
    def missing(name):
        raise FileError(f"The file {name!r} is missing")

    monkeypatch.setattr(examination, "resource", missing)
    _, verdict, status = said()
    assert verdict.splitlines() == [f"The file {name!r} is missing" for name in RESOURCES]
    assert status == 1


def test_what_it_looks_for_is_there():
    assert all(resource(name).exists() for name in RESOURCES)


def test_the_libraries_are_those_of_the_project():
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = [line.partition(">")[0] for line in project["dependencies"]]
    assert list(LIBRARIES) == names


def without(library, *arguments):
    """Run the program where a library is not installed."""
    code = (
        "import sys\n"
        "class Gap:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name.split('.')[0] == sys.argv[1]:\n"
        "            raise ModuleNotFoundError(f'No module named {name!r}', name=name)\n"
        "sys.meta_path.insert(0, Gap())\n"
        "from nnviz.cli import main\n"
        "sys.exit(main(sys.argv[2:]))\n"
    )
    command = [sys.executable, "-c", code, library, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("library", ["numpy", "scikit-learn", "PySide6-Essentials", "safetensors"])
def test_a_library_that_is_missing(library):
    done = without(LIBRARIES[library].split(".")[0], "doctor")
    assert done.returncode == 1
    assert done.stderr == ""
    (row,) = (line for line in done.stdout.splitlines() if line.startswith(f"{library} "))
    assert row.endswith(" missing")
    assert done.stdout.splitlines()[-2] == f"Missing: {library}. Install with this line:"
    assert done.stdout.splitlines()[-1].endswith(f"-m pip install {library}")


def test_another_command_then_sends_to_the_doctor():
    done = without("threadpoolctl", "train")
    assert done.returncode == 1
    assert done.stderr == "nnviz train: the library threadpoolctl is missing; nnviz doctor tells more\n"


def test_options(said, capsys):
    assert main(["doctor", "--help"]) == 0
    assert "usage: nnviz doctor" in capsys.readouterr().out
    assert main(["doctor", "--fast"]) == 2
    assert capsys.readouterr().err.startswith("nnviz doctor: '--fast' is no option here")
