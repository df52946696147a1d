"""What all benchmarks share: taking turns, medians and ratios, goals and verdicts, JSON and Markdown."""

import argparse
import gc
import json
import os
import platform
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, fields
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from statistics import median
from typing import Any, Literal, TypeVar

from threadpoolctl import threadpool_info, threadpool_limits

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "build" / "bench"
PACKAGES = ("numpy", "scipy", "PySide6-Essentials", "pyqtgraph", "scikit-learn", "torch")

T = TypeVar("T")
Values = tuple[float, ...]


# Taking turns


def interleave(
    contenders: Mapping[str, Callable[[], T]], rounds: int, warm_up: int = 1
) -> dict[str, tuple[T, ...]]:
    """Let the contenders take turns, A B A B …, and return what each of them returned in every round.

    The results of the first `warm_up` rounds are thrown away. Whatever disturbs the machine for a while
    disturbs all of them.
    """
    results: dict[str, list[T]] = {name: [] for name in contenders}
    for _ in range(warm_up + rounds):
        for name, contender in contenders.items():
            gc.collect()  # nobody tidies up after the one before
            results[name].append(contender())
    return {name: tuple(values[warm_up:]) for name, values in results.items()}


def milliseconds(work: Callable[[], object], times: int = 1) -> Callable[[], float]:
    """Return a contender: the median time of `work` over some calls, in ms."""

    def contender() -> float:
        return median(_once(work) for _ in range(times))

    return contender


def _once(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - begun)


@contextmanager
def one_thread() -> Iterator[None]:
    """Give BLAS and OpenMP one thread, and PyTorch too where it is there already."""
    torch = sys.modules.get("torch")
    if torch is not None:
        torch.set_num_threads(1)
    with threadpool_limits(1):
        yield


# What came out


@dataclass(frozen=True)
class Goal:
    """What must be reached.

    Attributes
    ----------
    of : str
        "ratio", ours divided by the peer's, or "value", ours itself.
    bound : str
        "least" or "most".
    limit : float
        The bound.
    """

    of: Literal["ratio", "value"]
    bound: Literal["least", "most"]
    limit: float

    def miss(self, figure: float) -> float:
        """Return how far the figure is from the goal as a factor; 1 or less has reached it."""
        worse, better = (self.limit, figure) if self.bound == "least" else (figure, self.limit)
        return worse / better if better else float("inf")


@dataclass(frozen=True)
class Comparison:
    """One line of the results: what we need, what the peer needs, and what is wanted.

    Attributes
    ----------
    what : str
        What was measured.
    unit : str
        The unit of all values.
    ours : tuple of float
        One value for each round.
    peer : str
        Who took turns with us; "" for nobody.
    theirs : tuple of float
        The peer's values.
    goal : Goal or None
        What must be reached.
    """

    what: str
    unit: str
    ours: Values
    peer: str = ""
    theirs: Values = ()
    goal: Goal | None = None

    @property
    def ratio(self) -> float | None:
        """The median of ours divided by the median of the peer's."""
        return median(self.ours) / median(self.theirs) if self.theirs else None

    @property
    def ratios(self) -> Values:
        """The ratio of every round; empty where the two did not go through the same rounds."""
        if len(self.ours) != len(self.theirs):
            return ()
        return tuple(a / b for a, b in zip(self.ours, self.theirs, strict=True))

    @property
    def verdict(self) -> str:
        """Whether the goal is reached, in words."""
        figure = self.ratio if self.goal and self.goal.of == "ratio" else median(self.ours)
        if self.goal is None or figure is None:
            return "no goal"
        miss = self.goal.miss(figure)
        if miss <= 1:
            return "reached"
        if self.goal.bound == "least":
            return f"falls short: {100 / miss:.0f}% of the goal"
        return f"falls short: {miss:.2g} times the goal"

    def as_json(self) -> dict[str, Any]:
        """Return everything, and what follows from it for those who only read the file."""
        return {
            **asdict(self),
            "ours_median": median(self.ours),
            "peer_median": median(self.theirs) if self.theirs else None,
            "ratio": self.ratio,
            "ratio_min_max": [min(self.ratios), max(self.ratios)] if self.ratios else None,
            "verdict": self.verdict,
        }

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> "Comparison":
        """Return what `as_json` was made from."""
        goal = Goal(**told["goal"]) if told["goal"] else None
        values = {key: tuple(told[key]) for key in ("ours", "theirs")}
        return cls(told["what"], told["unit"], peer=told["peer"], goal=goal, **values)


@dataclass(frozen=True)
class Table:
    """Where the time goes: a heading, the columns' names, and rows of texts."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Report:
    """All that one benchmark found out.

    Attributes
    ----------
    name : str
        The benchmark's, as in ``make bench ONLY=name``.
    title : str
        Its heading.
    how : str
        What exactly was measured, in a sentence or two.
    comparisons : tuple of Comparison
        Its lines.
    tables : tuple of Table
        Where the time goes.
    notes : tuple of str
        What one has to know to read it.
    brief : bool
        True for a short run while developing: good for nothing else.
    machine, date : str
        Where and when.
    """

    name: str
    title: str
    how: str
    comparisons: tuple[Comparison, ...]
    tables: tuple[Table, ...] = ()
    notes: tuple[str, ...] = ()
    brief: bool = False
    machine: str = field(default_factory=lambda: machine())
    date: str = field(default_factory=lambda: now())

    def as_json(self) -> dict[str, Any]:
        """Return everything as JSON knows it."""
        return {**asdict(self), "comparisons": [c.as_json() for c in self.comparisons]}

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> "Report":
        """Return what `as_json` was made from."""
        plain = {f.name: told[f.name] for f in fields(cls)}
        plain["comparisons"] = tuple(Comparison.from_json(c) for c in told["comparisons"])
        plain["tables"] = tuple(
            Table(t["title"], tuple(t["columns"]), tuple(tuple(row) for row in t["rows"]))
            for t in told["tables"]
        )
        return cls(**{**plain, "notes": tuple(told["notes"])})

    def write(self, folder: Path = FOLDER) -> Path:
        """Write NAME.json; a brief run does not overwrite a real one."""
        file = folder / ("brief" if self.brief else "") / f"{self.name}.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        half = file.with_suffix(".half")
        half.write_text(json.dumps(self.as_json(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        half.replace(file)
        return file

    @classmethod
    def read(cls, file: Path) -> "Report":
        """Read what `write` wrote."""
        return cls.from_json(json.loads(file.read_text(encoding="utf-8")))


# Where and when


def machine() -> str:
    """Return one line: processor, cores, system, Python, BLAS, and the versions of the libraries."""
    blas = {
        f"{b['internal_api']} {b['version']} ({b.get('architecture', '?')})"
        for b in threadpool_info()
        if b["user_api"] == "blas"
    }
    return "; ".join(
        (
            f"{_processor()}, {os.cpu_count()} cores",
            f"{platform.system()} {platform.release()}",
            f"Python {platform.python_version()}",
            *(f"{name} {version}" for name in PACKAGES if (version := _version(name))),
            *sorted(blas),
        )
    )


def now() -> str:
    """Return the date, with the minute, in UTC."""
    return datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine())


# In words


def number(value: float) -> str:
    """Write a value with three digits, or more where it has more before the point."""
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}"


def times(ratio: float) -> str:
    """Write a ratio: ×4.9, ×0.61, or 1/35."""
    return f"1/{number(1 / ratio)}" if 0 < ratio < 0.3 else f"×{number(ratio)}"


def _spread(values: Values, write: Callable[[float], str]) -> str:
    return f" ({write(min(values))} … {write(max(values))})" if len(values) > 1 else ""


def cells(c: Comparison) -> tuple[str, str, str, str, str, str]:
    """Write one comparison: what, ours, peer, ratio, goal, verdict."""
    peer = f"{c.peer}: {number(median(c.theirs))} {c.unit}{_spread(c.theirs, number)}" if c.theirs else "–"
    ratio = "–" if c.ratio is None else times(c.ratio) + _spread(c.ratios, times)
    goal = "–"
    if c.goal is not None:
        limit = times(c.goal.limit) if c.goal.of == "ratio" else f"{number(c.goal.limit)} {c.unit}"
        goal = f"{'≥' if c.goal.bound == 'least' else '≤'} {limit}"
    ours = f"{number(median(c.ours))} {c.unit}{_spread(c.ours, number)}"
    return c.what, ours, peer, ratio, goal, c.verdict


HEADER = ("what", "nnviz", "peer", "nnviz : peer", "goal", "verdict")


def markdown(report: Report) -> str:
    """Return a report as a section of results.md."""
    parts = [f"## {report.title}", report.how, _pipes(HEADER, [cells(c) for c in report.comparisons])]
    for table in report.tables:
        parts += [f"### {table.title}", _pipes(table.columns, table.rows)]
    if report.notes:
        parts.append("\n".join(f"- {note}" for note in report.notes))
    parts.append(f"{report.date}, `make bench ONLY={report.name}`, on {report.machine}.")
    return "\n\n".join(parts) + "\n"


def _pipes(columns: tuple[str, ...], rows: "list[tuple[str, ...]] | tuple[tuple[str, ...], ...]") -> str:
    lines = [columns, ("---",) * len(columns), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def plain(report: Report) -> str:
    """Return a report for the terminal."""
    lines = [f"{report.title}{'  (BRIEF RUN)' if report.brief else ''}"]
    for comparison in report.comparisons:
        what, ours, peer, ratio, goal, verdict = cells(comparison)
        lines += [f"  {what}", f"    {ours}; {peer}; {ratio}; goal {goal}: {verdict}"]
    for table in report.tables:
        lines.append(f"  {table.title}")
        lines += ["    " + "  ".join(row) for row in (table.columns, *table.rows)]
    lines += [f"  - {note}" for note in report.notes]
    return "\n".join(lines)


# One benchmark as a program


def main(measure: Callable[[bool], Report]) -> None:
    """Run one benchmark, print it and write its JSON."""
    parser = argparse.ArgumentParser(description=sys.modules["__main__"].__doc__)
    parser.add_argument("--brief", action="store_true", help="a short run, while developing")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    report = measure(options.brief)
    print(plain(report))
    print(f"  {report.write().relative_to(ROOT)}", flush=True)
