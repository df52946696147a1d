"""What a benchmark found out: values, goals, verdicts, where and when; and its JSON."""

import json
import os
import platform
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from statistics import median
from typing import Any, Literal

from threadpoolctl import threadpool_info

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "build" / "bench"
PACKAGES = ("numpy", "scipy", "PySide6-Essentials", "pyqtgraph", "scikit-learn", "torch")

LOAD = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
"""How many processes wanted the processor in the minute before: far above 1, others were measured too."""

Values = tuple[float, ...]


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
        if worse == better:
            return 1.0
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
    """Return one line: processor, cores, load, system, Python, the libraries' versions, and BLAS."""
    return "; ".join(
        (
            f"{_processor()}, {os.cpu_count()} cores, load {LOAD:.1f} beforehand",
            f"{platform.system()} {platform.release()}",
            f"Python {platform.python_version()}",
            *(f"{name} {version}" for name in PACKAGES if (version := _version(name))),
            *blas_in_use(),
        )
    )


def blas_in_use() -> tuple[str, ...]:
    """Return each BLAS that is loaded: whose it is, the kind of processor it computes for, its threads."""
    pools = (pool for pool in threadpool_info() if pool["user_api"] == "blas")
    words = "{internal_api} {version} of {owner} for {kind}, {n} thread{s}"
    return tuple(
        sorted(
            words.format(
                **pool,
                owner=_owner(pool["filepath"]),
                kind=pool.get("architecture", "an unknown processor"),
                n=pool["num_threads"],
                s="" if pool["num_threads"] == 1 else "s",
            )
            for pool in pools
        )
    )


def _owner(file: str) -> str:
    parts = Path(file).parts
    return next((part.removesuffix(".libs") for part in parts if part.endswith(".libs")), parts[-1])


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
