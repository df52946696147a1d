"""Time travel: how long it takes to have any moment of a long training again, and what is kept for it."""

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks import subjects
from benchmarks.harness import main, one_thread
from benchmarks.report import Comparison, Goal, Report
from benchmarks.windows import application, pass_time
from nnviz.core.network import NetworkSpec
from nnviz.session import Session
from nnviz.training.course import Course
from nnviz.training.trainer import Metrics, TrainSettings
from nnviz.ui.offscreen import without_noise

EPOCHS = 100

MOST_MS: dict[tuple[int, ...], float] = {subjects.SMALL: 50, subjects.LARGER: 300}

MOST_MB = 256 * 2**20 / 1e6
"""The budget for kept states."""


@dataclass(frozen=True)
class Travels:
    """ms to each place that was visited, and the ms that the training itself took until there."""

    visits: tuple[float, ...]
    trained: tuple[float, ...]


def measure(brief: bool) -> Report:
    """Train, then visit places at random, and those that are furthest from a kept state."""
    epochs, visits = (2, 10) if brief else (EPOCHS, 100)
    found: list[Comparison] = []
    with one_thread(), without_noise():
        application()
        for hidden in MOST_MS:
            found += _travel(hidden, epochs, visits)
    return Report(
        "travel",
        "Time travel",
        f"Milliseconds of `Session.visit`, without a window, in a training of {epochs} epochs on "
        f"{subjects.dataset().title} in mini-batches of 10: a kept state is taken and the updates after it "
        "are made again, bit for bit. The peer is the training itself: what it took to come there.",
        tuple(found),
        brief=brief,
    )


def _travel(hidden: tuple[int, ...], epochs: int, visits: int) -> list[Comparison]:
    session, course = trained(hidden, epochs)
    chance = random.Random(1)
    anywhere = travel(session, [chance.randrange(session.length) for _ in range(visits)])
    farthest = travel(session, before_keyframes(course, visits))
    spec, goal = session.spec, Goal("value", "most", MOST_MS[hidden])
    kept = session.kept_bytes / 1e6
    session.close()
    return [
        *(
            Comparison(f"{spec}, {where}, {which}", "ms", (ours,), "the training", (theirs,), goal)
            for where, went in (("anywhere", anywhere), ("just before a kept state", farthest))
            for which, ours, theirs in (
                ("median", float(np.median(went.visits)), float(np.median(went.trained))),
                ("longest", max(went.visits), max(went.trained)),
            )
        ),
        Comparison(f"{spec}, kept states", "MB", (kept,), goal=Goal("value", "most", MOST_MB)),
    ]


def trained(hidden: tuple[int, ...], epochs: int) -> tuple[Session, Course]:
    """Return a session after a whole training, and the course of it."""
    dataset = subjects.dataset()
    session = Session(dataset, NetworkSpec.build(dataset.n_inputs, hidden, dataset.n_outputs))
    session.set_settings(TrainSettings(rate=1.0, batch=10, epochs=epochs))
    session.set_pace(None)
    session.start()
    while session.run_state != "idle":
        pass_time(0.1)
    course = session.moment.change.course
    assert course is not None
    return session, course


def before_keyframes(course: Course, most: int) -> list[int]:
    """Return the places from which the kept state before is furthest, the worst first."""
    ends = sorted(zip(np.diff(course.keyframes), course.keyframes[1:], strict=True), reverse=True)
    return [int(end) - 1 for _, end in ends[:most]]


def travel(session: Session, places: Sequence[int]) -> Travels:
    """Visit the places one after the other."""
    visits, trained = [], []
    session.visit(session.length)  # where all that was measured is known
    measured = session.metrics
    for place in places:
        begun = time.perf_counter()
        session.visit(place)
        visits.append(1000 * (time.perf_counter() - begun))
        trained.append(1000 * _seconds_until(measured, place))
    return Travels(tuple(visits), tuple(trained))


def _seconds_until(measured: Sequence[Metrics], updates: int) -> float:
    return float(np.interp(updates, [m.updates for m in measured], [m.seconds for m in measured]))


if __name__ == "__main__":
    main(measure)
