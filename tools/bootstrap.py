"""Make the environment that nnviz runs in: ``python3 tools/bootstrap.py --env .venv --extra test``.

Runs with a bare ``python3`` and the standard library.  Where something is missing that only the system can
bring (Python's venv, Qt's libraries), root on Debian gets it installed and everybody else gets the line to
type.  A second run costs a moment: the environment holds a stamp of what it was made from.

Old Pythons must be able to read this file far enough to say that they are too old, hence no newer syntax.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from nnviz import environment  # noqa: E402  (the checkout has to be on the path first)
from nnviz.environment import SystemPart, Use  # noqa: E402

OLDEST = (3, 11)
NEWEST_KNOWN = 14
STAMP = "nnviz-stamp.json"
UNFINISHED = "nnviz-unfinished"
PIP_LOG = "pip.log"
NETWORK = re.compile(
    r"NewConnectionError|NameResolutionError|Name or service not known|Temporary failure in name resolution"
    r"|Network is unreachable|Connection refused|ConnectTimeoutError|ReadTimeoutError|ProxyError|SSLError"
)


class BootstrapError(Exception):
    """The environment cannot be made; the message is a sentence that the user can act on."""


@dataclass(frozen=True)
class Wish:
    """The environment that is asked for.

    Attributes
    ----------
    env : Path
        Its folder.
    extras : tuple of str
        Extras of pyproject.toml to install along with the project.
    only : tuple of str
        When given, these of pyproject.toml's requirements are installed and the project is not.
    """

    env: Path
    extras: tuple[str, ...] = ()
    only: tuple[str, ...] = ()

    @property
    def python(self) -> Path:
        """The environment's interpreter."""
        return self.env / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def stamp(self) -> Path:
        """The file that says what the environment was made from; absent while that is unfinished."""
        return self.env / STAMP


def main(arguments: Sequence[str] | None = None) -> int:
    """Make or update the environment and return the exit code."""
    wish = _parse(arguments)
    try:
        prepare(wish)
    except BootstrapError as error:
        print(f"nnviz: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"nnviz: {_shown(wish.env)} cannot be made: {error}.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nnnviz: interrupted; the same command starts again.", file=sys.stderr)
        return 130
    return 0


def prepare(wish: Wish) -> None:
    """Bring the machine and the environment into the state that is asked for.

    Raises
    ------
    BootstrapError
        When something is missing that this process cannot bring.
    """
    check_version(sys.version_info[:3])
    check_system(wish)
    if not is_current(wish):
        build(wish)


def check_version(version: tuple[int, ...], which: Callable[[str], str | None] = shutil.which) -> None:
    """Raise when this Python is too old, naming a newer one where there is one."""
    if version >= OLDEST:
        return
    ours = ".".join(map(str, version))
    sentence = f"Python {OLDEST[0]}.{OLDEST[1]} or newer is needed, and {sys.executable} is {ours}"
    names = [f"python3.{minor}" for minor in range(NEWEST_KNOWN, OLDEST[1] - 1, -1)]
    newer = next((name for name in names if which(name)), None)
    if newer:
        raise BootstrapError(f"{sentence}; there is a {newer}, so type: make run PYTHON={newer}")
    raise BootstrapError(f"{sentence}; get one from your package manager or https://www.python.org.")


def check_system(wish: Wish) -> None:
    """Install what the system lacks, or raise with the line that does, when it stands in the way now."""
    if _missing(wish) and environment.is_root() and shutil.which("apt-get"):
        _apt_install(lambda: _missing(wish))
    blocking = (*_missing_venv(), *(() if wish.only else environment.blocking_parts()))
    if blocking:
        names = environment.named(blocking)
        raise BootstrapError(f"This system lacks {names}. {environment.install_advice(_missing(wish))}")


def is_current(wish: Wish) -> bool:
    """Return whether the environment already is what is asked for."""
    made = _read_stamp(wish)
    return (
        os.access(wish.python, os.X_OK)
        and made.get("from") == _fingerprint(wish)
        and set(wish.extras) <= set(made.get("extras", ()))
    )


def build(wish: Wish) -> None:
    """Make the environment anew where it is none or a broken one, then install into it."""
    made = _read_stamp(wish)
    # An extra that somebody asked for earlier stays: `make run` must not undo `make test`.
    wish = Wish(wish.env, tuple(sorted({*wish.extras, *made.get("extras", ())})), wish.only)
    if not _is_sound(wish, made):
        _remove(wish.env)
        _say(f"Making the Python environment {_shown(wish.env)}")
        _create(wish)
    wish.stamp.unlink(missing_ok=True)
    _install(wish)
    _write_stamp(wish)
    _say(f"{_shown(wish.env)} is ready")


def explain(output: str) -> str:
    """Put pip's output on a failure into one readable message."""
    if NETWORK.search(output):
        return "the package index cannot be reached; is there a network, or a proxy to set (HTTPS_PROXY)?"
    if "No space left on device" in output:
        return "the disk is full."
    none = re.search(r"No matching distribution found for (\S+)", output)
    if none:
        python = f"Python {platform.python_version()} on {platform.system()} {platform.machine()}"
        return f"there is no package {none[1]} for {python}."
    errors = re.findall(r"(?im)^\s*(?:×\s*)?error: (.+)$", output) or output.strip().splitlines()[-3:]
    return "; ".join(dict.fromkeys(line.strip() for line in errors)) or "pip said nothing."


def requirements(names: Sequence[str], project: dict[str, Any]) -> list[str]:
    """Return the named requirements as pyproject.toml writes them, bounds included.

    Raises
    ------
    BootstrapError
        When pyproject.toml does not have one of them.
    """
    lists = [project["dependencies"], *project["optional-dependencies"].values()]
    # A requirement's name ends where its extras, its bounds or its marker begin.
    known = {re.split(r"[^\w.-]", line, maxsplit=1)[0]: line for lines in lists for line in lines}
    unknown = [name for name in names if name not in known]
    if unknown:
        raise BootstrapError(f"pyproject.toml requires no {', '.join(unknown)}.")
    return [known[name] for name in names]


def _parse(arguments: Sequence[str] | None) -> Wish:
    parser = argparse.ArgumentParser(description="Make or update the environment that nnviz runs in.")
    parser.add_argument("--env", type=Path, default=Path(".venv"), help="its folder (default: .venv)")
    parser.add_argument("--extra", action="append", default=[], help="an extra of pyproject.toml, e.g. test")
    parser.add_argument("--only", nargs="+", default=[], help="these requirements alone, without the project")
    options = parser.parse_args(arguments)
    env = Path(os.path.abspath(ROOT / options.env))
    return Wish(env, tuple(sorted(set(options.extra))), tuple(options.only))


def _missing(wish: Wish) -> tuple[SystemPart, ...]:
    return (*_missing_venv(), *(() if wish.only else environment.missing_parts()))


def _missing_venv() -> tuple[SystemPart, ...]:
    """Debian leaves ensurepip out of Python; the package for it is named after the interpreter."""
    importlib.invalidate_caches()
    if importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip"):
        return ()
    default = os.path.basename(os.path.realpath("/usr/bin/python3"))
    ours = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    return (SystemPart("Python's venv", "python3-venv" if ours == default else f"{ours}-venv", Use.ANY),)


def _apt_install(missing: Callable[[], tuple[SystemPart, ...]]) -> None:
    _apt("update")  # its failure shows in what follows
    for _ in range(2):  # that there is no font can only be seen once the font library is there
        packages = environment.debian_packages(missing())
        if packages:
            _say(f"Installing system packages: {' '.join(packages)}")
            output = _apt("install", "-y", "--no-install-recommends", *packages)
            errors = re.findall(r"(?m)^E: (.+)$", output)
            if errors and missing():
                line = environment.install_command(packages)
                raise BootstrapError(f"apt-get failed: {'; '.join(errors)}. By hand:\n    {line}")


def _apt(*arguments: str) -> str:
    command = ["apt-get", "-q", "-o", "DPkg::Lock::Timeout=120", *arguments]
    return _run(command, {"DEBIAN_FRONTEND": "noninteractive"})[1]


def _run(command: Sequence[str], extra: dict[str, str] | None = None) -> tuple[int, str]:
    """Run a command without a keyboard and return its exit code and all that it printed."""
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        cwd=ROOT,
        env={**os.environ, **(extra or {})},
        check=False,
    )
    return done.returncode, done.stdout


def _is_sound(wish: Wish, made: dict[str, Any]) -> bool:
    """Return whether the folder holds this Python's environment, made in this place, with a working pip."""
    # Scripts carry the path of the interpreter that they were installed for: a moved copy is not sound.
    if made and (made.get("python"), made.get("place")) != (_python_identity(), _place(wish)):
        return False
    if (wish.env / UNFINISHED).exists() or not os.access(wish.python, os.X_OK):
        return False
    probe = "import pip, sys; print(*sys.version_info[:2], sys.base_prefix)"
    code, output = _run([str(wish.python), "-c", probe])
    return code == 0 and output.strip() == _python_identity()


def _remove(env: Path) -> None:
    if not env.exists():
        return
    if any(env.iterdir()) and not (env / "pyvenv.cfg").exists():
        raise BootstrapError(f"{_shown(env)} is no Python environment; remove it or name another --env.")
    _say(f"{_shown(env)} is unfinished or of another Python: making it anew")
    shutil.rmtree(env)


def _create(wish: Wish) -> None:
    code, output = _run([sys.executable, "-m", "venv", str(wish.env)])
    if code:
        raise BootstrapError(f"{_shown(wish.env)} cannot be made: {explain(output)}")


def _install(wish: Wish) -> None:
    _say(f"Installing into {_shown(wish.env)} (the first time takes a few minutes)")
    options = ["--disable-pip-version-check", "--no-input", "--progress-bar", "off"]
    command = [str(wish.python), "-m", "pip", "install", *options, *_pip_arguments(wish)]
    # A pip that is killed while it unpacks leaves packages behind that the next pip takes for complete.
    unfinished = wish.env / UNFINISHED
    unfinished.touch()
    # A pip.conf with `user = true` would refuse to install into an environment.
    code, output = _run(command, {"PIP_USER": "0"})
    unfinished.unlink()
    log = wish.env / PIP_LOG
    log.write_text(output, encoding="utf-8")
    if code:
        raise BootstrapError(f"pip failed: {explain(output)}\n    All that it said: {_shown(log)}")
    if not wish.only:
        _check_qt(wish)


def _pip_arguments(wish: Wish) -> list[str]:
    if wish.only:
        return requirements(wish.only, _project())
    extras = f"[{','.join(wish.extras)}]" if wish.extras else ""
    return ["--editable", f".{extras}"]


def _check_qt(wish: Wish) -> None:
    """Import Qt once, in a child process: a future Qt may want a library that our list does not have."""
    code, output = _run([str(wish.python), "-c", "from PySide6 import QtGui, QtSvg, QtWidgets"])
    if code:
        raise BootstrapError(f"Qt is installed and does not load: {output.strip().splitlines()[-1:]}")


def _project() -> dict[str, Any]:
    import tomllib  # not there in the Pythons that check_version turns away

    project: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return project


def _fingerprint(wish: Wish) -> str:
    project = (ROOT / "pyproject.toml").read_bytes()
    parts = [project, *(text.encode() for text in (_python_identity(), _place(wish), *wish.only))]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _python_identity() -> str:
    """Name the interpreter; a security update of it, which an environment survives, does not change that."""
    return " ".join(map(str, (*sys.version_info[:2], sys.base_prefix)))


def _place(wish: Wish) -> str:
    return f"{wish.env} for {ROOT}"


def _read_stamp(wish: Wish) -> dict[str, Any]:
    try:
        made = json.loads(wish.stamp.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return made if isinstance(made, dict) else {}


def _write_stamp(wish: Wish) -> None:
    made = {
        "from": _fingerprint(wish),
        "python": _python_identity(),
        "place": _place(wish),
        "extras": list(wish.extras),
    }
    half = wish.stamp.with_suffix(".half")
    half.write_text(json.dumps(made, indent=2), encoding="utf-8")
    half.replace(wish.stamp)  # at once or not at all


def _shown(path: Path) -> str:
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else str(path)


def _say(text: str) -> None:
    print(f"nnviz: {text}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
