"""From the start of the process to the first painted frame, against a bare PySide6 + pyqtgraph window."""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.harness import interleave, main
from benchmarks.report import ROOT, Comparison, Goal, Report, Table

MOMENT = re.compile(r"^moment ([\d.]+) (.+)$", re.MULTILINE)
IMPORT = re.compile(r"^import time:\s+(\d+) \|\s+(\d+) \| (\s*)(\S+)$", re.MULTILINE)

PYTHON = "Python's own"
PAINTED = "first frame painted"
MOST = 10
"""Lines of a breakdown."""

# Both programs end themselves after their first frame; nothing of theirs is torn down.
TELL = """
import os, time

def tell(what):
    print("moment", time.monotonic(), what, flush=True)

def painted(view_class):
    from PySide6.QtCore import QTimer

    paint = view_class.paintEvent

    def paint_and_tell(self, event):
        paint(self, event)
        QTimer.singleShot(0, lambda: (tell("first frame painted"), os._exit(0)))

    view_class.paintEvent = paint_and_tell

tell("Python started")
"""

NNVIZ = (
    TELL
    + """
import gc, sys
from nnviz.cli import main

gc.disable()  # as main itself does before it imports what follows
from nnviz.cli import window as command
from nnviz.cli import application
from nnviz.ui.network.view import NetworkView

tell("everything imported")

network = command.network

def network_and_tell(options):
    result = network(options)
    tell("data loaded, network drawn from its seed")
    return result

class Window(application.MainWindow):
    def __init__(self, *arguments):
        tell("application, theme and session made")
        super().__init__(*arguments)
        tell("window made")

command.network, application.MainWindow = network_and_tell, Window
application._begin = lambda *_: None  # what the window does after its first frame is not asked here
painted(NetworkView)
sys.exit(main([]))
"""
)

BARE = (
    TELL
    + """
import pyqtgraph as pg
from PySide6.QtWidgets import QApplication, QMainWindow

tell("everything imported")
painted(pg.PlotWidget)
app = QApplication(["bare"])
window = QMainWindow()
plot = pg.PlotWidget()
plot.plot([1, 3, 2, 4])
window.setCentralWidget(plot)
window.resize(1280, 720)
tell("window made")
window.show()
app.exec()
"""
)

Moments = dict[str, float]


def measure(brief: bool) -> Report:
    """Start both in turn, then once more each under Python's import clock."""
    rounds, clocked = (2, 1) if brief else (11, 3)
    with tempfile.TemporaryDirectory() as folder:
        env = environment(Path(folder))
        found = interleave({"nnviz": lambda: start(NNVIZ, env), "bare": lambda: start(BARE, env)}, rounds)
        imports = interleave(
            {"nnviz": lambda: import_times(NNVIZ, env), "bare": lambda: import_times(BARE, env)}, clocked, 0
        )
    seconds = {name: tuple(moments[PAINTED] for moments in each) for name, each in found.items()}
    comparison = Comparison(
        "process start to first frame",
        "s",
        seconds["nnviz"],
        "bare window",
        seconds["bare"],
        Goal("ratio", "most", 1.5),
    )
    return Report(
        "startup",
        "Start",
        "Seconds from the start of the Python process to the first painted frame of the whole window, "
        "offscreen, with the files of both programs in the system's cache and their bytecode compiled. The "
        "peer is a QMainWindow of the same size with one pyqtgraph plot in it and nothing else.",
        (comparison,),
        (
            Table("Phases of nnviz's start", ("until", "s", "of it"), phases(found["nnviz"])),
            Table("Phases of the bare window's start", ("until", "s", "of it"), phases(found["bare"])),
            Table(
                "Imports by package, each without what it imports in turn",
                ("package", "nnviz, ms", "bare window, ms"),
                by_package(imports["nnviz"], imports["bare"]),
            ),
            Table(
                "What nnviz imports from elsewhere",
                ("module and who imports it first", "with all it brings along, ms"),
                borders(imports["nnviz"]),
            ),
            Table(
                "nnviz's own modules, without what they import",
                ("module", "ms"),
                largest_own(imports["nnviz"]),
            ),
        ),
        (
            "Python's import clock (-X importtime) itself slows imports down; the tables tell shares.",
            "The first frame is the whole window: network, example, score, inspector, formulas, and what "
            "stands in place of curves before a training. nnviz imports ziamath, SciPy and pyqtgraph "
            "afterwards, in a thread beside the window.",
        ),
        brief=brief,
    )


def environment(folder: Path) -> Mapping[str, str]:
    """Return an environment in which nothing of the user's is read or written."""
    return {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str(folder / "bytecode"),  # written by the rounds that are thrown away
    }


def start(program: str, env: Mapping[str, str]) -> Moments:
    """Run a program until its first frame; return the seconds from its start to each of its moments."""
    begun = time.monotonic()
    told = _run(program, env).stdout
    return {what: float(moment) - begun for moment, what in MOMENT.findall(told)}


def _run(program: str, env: Mapping[str, str], *options: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, *options, "-c", program]
    done = subprocess.run(
        command, env=env, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )
    if PAINTED not in done.stdout:
        raise RuntimeError(f"the window was never painted:\n{done.stderr[-2000:]}")
    return done


def phases(runs: tuple[Moments, ...]) -> tuple[tuple[str, ...], ...]:
    """Return for each moment when it came, and how long the phase before it took."""
    rows, before = [], 0.0
    for what in runs[0]:
        when = median(moments[what] for moments in runs)
        rows.append((what, f"{when:.3f}", f"{when - before:.3f}"))
        before = when
    return tuple(rows)


# Imports


@dataclass(frozen=True)
class Import:
    """One line of Python's import clock.

    Attributes
    ----------
    name : str
        The module.
    own, whole : float
        ms of its own, and with all that it imported for the first time.
    by : str
        The module that imported it first; "" for the program.
    """

    name: str
    own: float
    whole: float
    by: str

    @property
    def package(self) -> str:
        """The package it belongs to."""
        return _package(self.name)


Clock = list[Import]


def import_times(program: str, env: Mapping[str, str]) -> Clock:
    """Run a program under Python's import clock."""
    return read_clock(_run(program, env, "-X", "importtime").stderr)


def read_clock(text: str) -> Clock:
    """Read what ``python -X importtime`` writes: a module below those it imported, which are indented."""
    found: Clock = []
    above: dict[int, str] = {}  # read from the end, every line stands below the one it belongs to
    for own, whole, indent, name in reversed(IMPORT.findall(text)):
        depth = len(indent) // 2
        above[depth] = name
        found.append(Import(name, int(own) / 1000, int(whole) / 1000, above[depth - 1] if depth else ""))
    return found[::-1]


def by_package(ours: tuple[Clock, ...], theirs: tuple[Clock, ...]) -> tuple[tuple[str, ...], ...]:
    """Sum each package's own time, the largest first, for both programs."""
    a, b = (_sums(clocks, lambda one: one.package, lambda one: one.own) for clocks in (ours, theirs))
    rows = [(name, f"{ms:.0f}", f"{b.get(name, 0.0):.0f}") for name, ms in a.items()][:MOST]
    return (*rows, ("all", f"{sum(a.values()):.0f}", f"{sum(b.values()):.0f}"))


def borders(clocks: tuple[Clock, ...]) -> tuple[tuple[str, ...], ...]:
    """Return what nnviz imports from elsewhere, with all that this brings along, the largest first."""
    crossing = tuple([one for one in clock if _crosses(one)] for clock in clocks)
    sums = _sums(crossing, lambda one: f"{one.name}, from {one.by or 'a call'}", lambda one: one.whole)
    return tuple((name, f"{ms:.0f}") for name, ms in sums.items())[:MOST]


def largest_own(clocks: tuple[Clock, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the modules of nnviz that take longest themselves, the largest first."""
    ours = tuple([one for one in clock if one.package == "nnviz"] for clock in clocks)
    sums = _sums(ours, lambda one: one.name, lambda one: one.own)
    return tuple((name, f"{ms:.1f}") for name, ms in sums.items())[:MOST]


def _crosses(one: Import) -> bool:
    """Say whether nnviz brought a module in: by an import, or later, in a function that needs it."""
    late = not one.by and one.package != PYTHON
    return one.package != "nnviz" and (late or _package(one.by) == "nnviz")


def _sums(
    clocks: tuple[Clock, ...], key: Callable[[Import], str], ms: Callable[[Import], float]
) -> dict[str, float]:
    """Return the mean over the runs of the summed times by key, the largest first."""
    sums: dict[str, float] = {}
    for clock in clocks:
        for one in clock:
            sums[key(one)] = sums.get(key(one), 0.0) + ms(one) / len(clocks)
    return dict(sorted(sums.items(), key=lambda item: -item[1]))


def _package(name: str) -> str:
    root = name.partition(".")[0]
    return PYTHON if root in sys.stdlib_module_names else root


if __name__ == "__main__":
    main(measure)
