"""784-1000-200-10, a million parameters: a step, a choice and a repaint of the whole window."""

import sys
import time
from functools import partial
from itertools import cycle, pairwise

from PySide6.QtCore import QPointF

from benchmarks import subjects
from benchmarks.harness import main, one_thread
from benchmarks.report import Comparison, Goal, Report
from benchmarks.step import (
    PEER,
    SIZE,
    Empty,
    by_phase,
    calm,
    comparisons,
    hover,
    select,
    until_painted,
    walk,
)
from benchmarks.windows import Exchange, application, show
from nnviz.core.network import Parameters
from nnviz.ui.offscreen import without_noise
from nnviz.ui.window import MainWindow

MEMORY_GB = 12
"""More than this is not given: the benchmark shall fail, and not the machine's other programs."""


def measure(brief: bool) -> Report:
    """Step, choose and repaint; while developing, in a network of a fortieth of the size."""
    limit_memory()
    two = tuple(subjects.network(subjects.LARGER if brief else subjects.HUGE, seed) for seed in (0, 1))
    dataset = subjects.dataset()
    with one_thread(), without_noise():
        application()
        session = Exchange(dataset, two[0].spec)
        window, empty = MainWindow(session), Empty()
        show(empty, *SIZE)
        begun = time.perf_counter()
        show(window, *SIZE)
        opening = time.perf_counter() - begun
        steps, peers = walk(window, session, empty, 1, warm_up=0)
        selecting = select(window, session, 2 if brief else 7)
        hovering = hover(window, session, 3 if brief else 15)
        said = aggregated(window)
        repainting, turning = repaint(window, session, empty, two, 2 if brief else 7)
        window.close()
        empty.close()
    goal = Goal("value", "most", 100)
    return Report(
        "large",
        "A million parameters",
        f"The same in a {two[0].spec} network: a step of the cursor by key, a neuron chosen, and new "
        "parameters shown as a training shows them, each until all that it changes in the 1280×720 window "
        f"is painted. The picture says of its gaps: {said}",
        (
            *comparisons(steps, peers, goal),
            Comparison("select a neuron, until painted", "ms", selecting, goal=goal),
            Comparison("hover over an edge, until painted", "ms", hovering, goal=Goal("value", "most", 16)),
            Comparison("repaint", "ms", repainting, PEER, turning, Goal("value", "most", 33)),
            Comparison("window shown and at rest", "s", (opening,)),
            Comparison("memory at most", "GB", (peak_memory(),)),
        ),
        (by_phase(steps),),
        brief=brief,
    )


def repaint(
    window: MainWindow, session: Exchange, empty: Empty, two: tuple[Parameters, ...], rounds: int
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return the ms from new parameters to the painted window, and from a new color to the peer's."""
    ours, theirs, coming = [], [], cycle(reversed(two))
    for _ in range(rounds):
        calm(window, session)
        ours.append(until_painted(window.network.view, partial(session.exchange, next(coming))))
        theirs.append(until_painted(empty.surface, empty.surface.step))
    return tuple(ours), tuple(theirs)


def aggregated(window: MainWindow) -> str:
    """Return what the tooltip of each gap's caption says last: how many edges one line stands for."""
    view = window.network.view
    middles = ((left + right) / 2 for left, right in pairwise(view.layout_.columns))
    tips = (view.caption_tip_at(QPointF(x, view.height() - 8)) for x in middles)
    return " ".join(tip.split("<br>")[-1] for tip in tips)


def limit_memory() -> None:
    """Let what wants more memory fail, where the system knows such a limit."""
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_GB * 2**30, MEMORY_GB * 2**30))


def peak_memory() -> float:
    """Return the most memory that this process has had, in GB; 0 where it cannot be known."""
    if sys.platform != "linux":
        return 0.0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e9


if __name__ == "__main__":
    main(measure)
