"""Results in words: numbers, ratios, a section of results.md, lines for the terminal."""

from collections.abc import Callable
from statistics import median

from benchmarks.report import Comparison, Report, Values


def number(value: float) -> str:
    """Write a value with three digits, or more where it has more before the point."""
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}"


def times(ratio: float) -> str:
    """Write a ratio: ×4.9, ×0.61, or 1/35."""
    return f"1/{number(1 / ratio)}" if 0 < ratio < 0.1 else f"×{number(ratio)}"


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
