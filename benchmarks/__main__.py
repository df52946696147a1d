"""Run all benchmarks, or those that are named, and write results.md from the newest run of each."""

import argparse
import os
import subprocess
import sys

from benchmarks.harness import overrides, without_overrides
from benchmarks.report import FOLDER, ROOT, Report
from benchmarks.words import markdown

NAMES = (
    *("training", "agreement", "window", "travel", "memory"),
    *("repaint", "step", "large", "landscape", "startup"),
)
RESULTS = ROOT / "benchmarks" / "results.md"

INTRODUCTION = """# Measured

Written by `make bench`; every number is a median of rounds in which nnviz and its peer took turns in the
same process, or as processes of their own where the start or the memory is measured. Brackets hold the least
and the greatest of the rounds. Every BLAS, ours and the peers', chooses its code for the processor by itself:
variables of the environment that overrule it are not handed on. Times wander from machine to machine; the
ratios do so much less. The goals are ambitions set beforehand, and what falls short of them says so.
"""


def main() -> int:
    """Run them one after the other, each in a process of its own; return the exit code."""
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"of {', '.join(NAMES)}; all when none is given"
    )
    parser.add_argument("--brief", action="store_true", help="a short run, while developing: nothing is kept")
    options = parser.parse_args()
    names = tuple(options.names) or NAMES
    unknown = ", ".join(set(names) - set(NAMES))
    if unknown:
        parser.error(f"there is no benchmark {unknown}; the known ones are: {', '.join(NAMES)}")
    if forced := overrides(os.environ):
        print(f"benchmarks: not handed on: {', '.join(forced)}", flush=True)
    failed = [name for name in names if _run(name, options.brief)]
    if not options.brief:
        _write_results()
    if failed:
        print(f"benchmarks: {', '.join(failed)} failed", file=sys.stderr)
    return 1 if failed else 0


def _run(name: str, brief: bool) -> int:
    command = [sys.executable, "-m", f"benchmarks.{name}", *(["--brief"] if brief else [])]
    return subprocess.run(command, cwd=ROOT, env=without_overrides(os.environ), check=False).returncode


def _write_results() -> None:
    files = [file for name in NAMES if (file := FOLDER / f"{name}.json").exists()]
    sections = [markdown(Report.read(file)) for file in files]
    RESULTS.write_text("\n".join([INTRODUCTION, *sections]), encoding="utf-8")
    print(f"benchmarks: {RESULTS.relative_to(ROOT)} is written")


if __name__ == "__main__":
    sys.exit(main())
