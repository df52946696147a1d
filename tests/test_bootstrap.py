"""The road from a clone to an environment, with pip, venv and apt-get replaced by stand-ins."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from nnviz.environment import SystemPart, Use

TOOLS = Path(__file__).parent.parent / "tools"
CURSOR = SystemPart("libxcb-cursor.so.0", "libxcb-cursor0", Use.X11)
PYPROJECT = """
[project]
dependencies = ["numpy>=1.26", "scipy>=1.11", "PySide6-Essentials>=6.8.3,!=6.12.0"]
[project.optional-dependencies]
test = ["pytest>=8.3", "coverage[toml]>=7; python_version >= '3.11'"]
"""


@pytest.fixture
def bootstrap(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module, read anew and forgotten afterwards: tools is no package."""
    spec = importlib.util.spec_from_file_location("bootstrap", TOOLS / "bootstrap.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "bootstrap", module)
    monkeypatch.setattr(sys, "path", sys.path.copy())
    spec.loader.exec_module(module)
    return module


class Machine:
    """A checkout in a temporary folder on a machine where every command is pretended."""

    def __init__(self, module: ModuleType, root: Path) -> None:
        self.module = module
        self.env = root / ".venv"
        self.pyproject = root / "pyproject.toml"
        self.pyproject.write_text(PYPROJECT)
        self.commands: list[list[str]] = []
        self.missing: tuple[SystemPart, ...] = ()
        self.pip: tuple[int, str] = (0, "")
        self.pip_raises: type[BaseException] | None = None
        self.python_works = True
        self.apt_output = ""

    def run(self, command: list[str], extra: dict[str, str] | None = None) -> tuple[int, str]:
        command = [str(word) for word in command]
        self.commands.append(command)
        if command[0] == "apt-get":
            return self._apt(command)
        if "venv" in command:
            return self._venv()
        if "pip" in command:
            if self.pip_raises:
                raise self.pip_raises
            return self.pip
        if "import pip" in command[-1]:
            return (0, self.module._python_identity()) if self.python_works else (1, "")
        return 0, ""

    def _apt(self, command: list[str]) -> tuple[int, str]:
        if "install" in command and not self.apt_output:
            self.missing = ()
        return 100 if self.apt_output else 0, self.apt_output

    def _venv(self) -> tuple[int, str]:
        python = self.module.Wish(self.env).python
        python.parent.mkdir(parents=True)
        python.touch(mode=0o755)
        (self.env / "pyvenv.cfg").touch()
        self.python_works = True
        return 0, ""

    def make(self, *arguments: str) -> int:
        """Run the bootstrap as from the command line, forgetting earlier commands."""
        self.commands.clear()
        return self.module.main(["--env", str(self.env), *arguments])

    def did(self, *words: str) -> bool:
        return any(set(words) <= set(command) for command in self.commands)


@pytest.fixture
def machine(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Machine:
    machine = Machine(bootstrap, tmp_path)
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    monkeypatch.setattr(bootstrap, "_run", machine.run)
    monkeypatch.setattr(bootstrap, "_missing_venv", lambda: ())
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: f"/usr/bin/{name}")
    for name in ("missing_parts", "blocking_parts"):
        monkeypatch.setattr(bootstrap.environment, name, lambda: machine.missing)
    monkeypatch.setattr(bootstrap.environment, "_apt_has_lists", lambda: True)
    monkeypatch.setattr(bootstrap.environment, "is_root", lambda: False)
    return machine


class TestStamp:
    def test_first_run_makes_and_installs(self, machine: Machine) -> None:
        assert machine.make("--extra", "test") == 0
        assert machine.did("venv")
        assert machine.did("pip", "--editable", ".[test]")
        assert machine.module.Wish(machine.env).stamp.exists()

    def test_second_run_does_nothing_at_all(
        self, machine: Machine, capsys: pytest.CaptureFixture[str]
    ) -> None:
        machine.make()
        capsys.readouterr()
        assert machine.make() == 0
        assert machine.commands == []
        assert capsys.readouterr() == ("", "")

    def test_a_changed_pyproject_installs_into_the_same_environment(self, machine: Machine) -> None:
        machine.make()
        machine.pyproject.write_text(PYPROJECT.replace("1.26", "2.0"))
        assert machine.make() == 0
        assert machine.did("pip")
        assert not machine.did("venv")

    def test_an_extra_is_added_once_and_kept(self, machine: Machine) -> None:
        machine.make()
        machine.make("--extra", "test")
        assert machine.did("pip", ".[test]")
        machine.make()
        assert machine.commands == []
        machine.pyproject.write_text(PYPROJECT.replace("1.26", "2.0"))
        machine.make()
        assert machine.did("pip", ".[test]")

    def test_another_python_makes_it_anew(self, machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
        machine.make()
        monkeypatch.setattr(machine.module, "_python_identity", lambda: "3 99 /usr")
        assert machine.make() == 0
        assert machine.did("venv")

    def test_a_moved_environment_is_made_anew(self, machine: Machine, tmp_path: Path) -> None:
        machine.make()
        machine.env = machine.env.rename(tmp_path / ".elsewhere")
        assert machine.make() == 0
        assert machine.did("venv")

    @pytest.mark.parametrize("stamp", ["", "no json", "[1]"])
    def test_an_unreadable_stamp_counts_as_none(self, machine: Machine, stamp: str) -> None:
        machine.make()
        machine.module.Wish(machine.env).stamp.write_text(stamp)
        assert machine.make() == 0
        assert machine.did("pip")

    def test_other_requirements_alone_are_another_wish(self, machine: Machine) -> None:
        machine.make("--only", "numpy", "scipy")
        assert machine.did("pip", "numpy>=1.26", "scipy>=1.11")
        assert not machine.did("--editable")
        machine.make("--only", "numpy")
        assert machine.did("pip", "numpy>=1.26")


class TestUnfinished:
    @pytest.mark.parametrize(("how", "code"), [(KeyboardInterrupt, 130), (OSError, 1)])
    def test_an_interrupted_install_leaves_no_stamp(
        self, machine: Machine, how: type[BaseException], code: int
    ) -> None:
        machine.make()
        machine.pyproject.write_text(PYPROJECT.replace("1.26", "2.0"))
        machine.pip_raises = how
        assert machine.make() == code
        assert not machine.module.Wish(machine.env).stamp.exists()
        machine.pip_raises = None
        assert machine.make() == 0
        assert machine.did("venv"), "half a package could pass for a whole one"
        assert machine.did("pip")
        assert machine.module.Wish(machine.env).stamp.exists()

    def test_a_failed_install_leaves_no_stamp_and_says_why(
        self, machine: Machine, capsys: pytest.CaptureFixture[str]
    ) -> None:
        machine.pip = (1, "Collecting numpy\nERROR: Could not install it: it is Friday\n")
        assert machine.make() == 1
        assert not machine.module.Wish(machine.env).stamp.exists()
        said = capsys.readouterr().err
        assert said.startswith("nnviz: pip failed: Could not install it: it is Friday\n")
        assert (machine.env / "pip.log").read_text() == machine.pip[1]
        machine.pip = (0, "")
        assert machine.make() == 0
        assert not machine.did("venv"), "pip itself cleans up behind a failure"

    def test_an_environment_without_a_working_pip_is_made_anew(self, machine: Machine) -> None:
        machine.make()
        machine.module.Wish(machine.env).stamp.unlink()
        machine.python_works = False
        assert machine.make() == 0
        assert machine.did("venv")

    def test_an_environment_whose_python_is_gone_is_made_anew(self, machine: Machine) -> None:
        machine.make()
        python = machine.module.Wish(machine.env).python
        python.unlink()
        python.symlink_to("/nowhere/python3")
        assert machine.make() == 0
        assert machine.did("venv")

    def test_a_folder_that_is_no_environment_is_left_alone(
        self, machine: Machine, capsys: pytest.CaptureFixture[str]
    ) -> None:
        machine.env.mkdir()
        (machine.env / "thesis.tex").touch()
        assert machine.make() == 1
        assert "is no Python environment" in capsys.readouterr().err
        assert (machine.env / "thesis.tex").exists()


class TestSystem:
    def test_an_old_python_gets_one_sentence(self, bootstrap: ModuleType) -> None:
        with pytest.raises(
            bootstrap.BootstrapError, match=r"^Python 3\.11 or newer is needed, and .* is 3\.9\.2;"
        ):
            bootstrap.check_version((3, 9, 2), lambda name: None)

    def test_a_newer_python_nearby_is_named(self, bootstrap: ModuleType) -> None:
        with pytest.raises(bootstrap.BootstrapError, match=r"make run PYTHON=python3\.12$"):
            bootstrap.check_version(
                (3, 10, 1), lambda name: name if name in {"python3.11", "python3.12"} else None
            )

    def test_this_python_will_do(self, bootstrap: ModuleType) -> None:
        bootstrap.check_version(sys.version_info[:3])

    def test_a_user_gets_the_line_and_nothing_is_made(
        self, machine: Machine, capsys: pytest.CaptureFixture[str]
    ) -> None:
        machine.missing = (CURSOR,)
        assert machine.make() == 1
        assert machine.commands == []
        said = capsys.readouterr().err
        assert said.startswith("nnviz: This system lacks libxcb-cursor.so.0. ")
        assert said.endswith("\n    sudo apt-get install -y libxcb-cursor0\n")

    def test_root_on_debian_gets_it_installed(
        self, machine: Machine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(machine.module.environment, "is_root", lambda: True)
        machine.missing = (CURSOR,)
        assert machine.make() == 0
        verbs = [
            [word for word in command if word in {"update", "install"}] for command in machine.commands[:2]
        ]
        assert verbs == [["update"], ["install"]]
        assert machine.did("apt-get", "install", "libxcb-cursor0")

    def test_a_failing_apt_is_quoted(
        self, machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(machine.module.environment, "is_root", lambda: True)
        machine.missing = (CURSOR,)
        machine.apt_output = "Reading...\nE: Unable to locate package libxcb-cursor0\n"
        assert machine.make() == 1
        assert "apt-get failed: Unable to locate package libxcb-cursor0." in capsys.readouterr().err

    def test_an_environment_without_qt_asks_for_no_library(self, machine: Machine) -> None:
        machine.missing = (CURSOR,)
        assert machine.make("--only", "numpy") == 0

    def test_debian_s_python_without_venv(
        self, bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(
            bootstrap.importlib.util, "find_spec", lambda name: None if name == "ensurepip" else name
        )
        ours = f"/usr/bin/python{sys.version_info[0]}.{sys.version_info[1]}"
        monkeypatch.setattr(bootstrap.os.path, "realpath", lambda path: ours)
        assert [part.package for part in bootstrap._missing_venv()] == ["python3-venv"]
        monkeypatch.setattr(bootstrap.os.path, "realpath", lambda path: "/usr/bin/python3.5")
        assert bootstrap._missing_venv()[0].package == f"{Path(ours).name}-venv"


class TestPip:
    def test_no_network_is_one_sentence(self, bootstrap: ModuleType) -> None:
        output = (
            "WARNING: Retrying (Retry(total=4)) after broken by 'NewConnectionError('<pip>')'\n"
            "ERROR: Could not find a version that satisfies the requirement hatchling (from versions: none)\n"
            "ERROR: No matching distribution found for hatchling\n"
        )
        assert bootstrap.explain(output).startswith("the package index cannot be reached")

    def test_a_machine_without_wheels_is_named(self, bootstrap: ModuleType) -> None:
        output = "ERROR: No matching distribution found for PySide6-Essentials!=6.12.0,>=6.8.3\n"
        assert bootstrap.explain(output).startswith(
            "there is no package PySide6-Essentials!=6.12.0,>=6.8.3 for Python"
        )

    def test_pip_s_own_errors_come_once(self, bootstrap: ModuleType) -> None:
        output = "Collecting a\nERROR: first\n  ERROR: second\nERROR: first\nnotice\n"
        assert bootstrap.explain(output) == "first; second"

    def test_without_errors_the_last_lines(self, bootstrap: ModuleType) -> None:
        assert bootstrap.explain("a\nb\nc\nd\n") == "b; c; d"
        assert bootstrap.explain("") == "pip said nothing."

    def test_requirements_keep_their_bounds(self, bootstrap: ModuleType) -> None:
        import tomllib

        project = tomllib.loads(PYPROJECT)["project"]
        names = ["coverage", "PySide6-Essentials"]
        assert bootstrap.requirements(names, project) == [
            "coverage[toml]>=7; python_version >= '3.11'",
            "PySide6-Essentials>=6.8.3,!=6.12.0",
        ]
        with pytest.raises(bootstrap.BootstrapError, match="requires no torch"):
            bootstrap.requirements(["numpy", "torch"], project)
