"""The network's cost along a line and over a plane: how long a picture of it takes."""

import time
from collections.abc import Callable, Iterator
from functools import partial

import numpy as np

from benchmarks import subjects
from benchmarks.harness import interleave, main, milliseconds, one_thread
from benchmarks.report import Comparison, Goal, Report
from benchmarks.windows import application, pass_time
from nnviz.core import passes
from nnviz.core.flat import Flat
from nnviz.core.network import NetworkSpec, Parameters
from nnviz.data import Dataset
from nnviz.session import Session
from nnviz.session.wanted import Kind
from nnviz.training.landscape.cut import Slice
from nnviz.training.landscape.planes import PlaneMap
from nnviz.training.landscape.subject import sampled
from nnviz.training.landscape.survey import Survey
from nnviz.ui.offscreen import without_noise

EXAMPLES, EPOCHS = 1000, 1

GOALS: dict[Kind, float] = {"gradient": 1.0, "path": 8.0}
"""Seconds, for 784-16-16-10."""

POINTS = 20
"""So many points are evaluated directly; all of them would take minutes."""

PEER = "point by point"

FINE = Goal("value", "most", 33)
"""ms that the window may be held up."""


def measure(brief: bool) -> Report:
    """Let pictures be computed as a user does, and evaluate points directly in between."""
    found: list[Comparison] = []
    with one_thread(), without_noise():
        application()
        for hidden in (subjects.SMALL,) if brief else (subjects.SMALL, subjects.LARGER):
            found += _pictures(hidden, 1 if brief else 5)
            found.append(_points(hidden, 1 if brief else 5))
    return Report(
        "landscape",
        "Landscape",
        "Seconds from the wish for a picture of the cost to its last refinement, in the Session without a "
        f"window, on {EXAMPLES:,} training examples of {subjects.dataset().title} (a slice on as many test "
        "examples too), and the longest that the window's thread was held up. The peer is the direct way: "
        f"for each point its parameters, a forward pass in float64, the average; {POINTS} points, and as "
        "much more as there are points. Beside it the milliseconds of a single point of a plane.",
        tuple(found),
        brief=brief,
    )


def _pictures(hidden: tuple[int, ...], rounds: int) -> Iterator[Comparison]:
    """Yield how long a slice and a plane take after a short training."""
    dataset = subjects.dataset()
    spec = NetworkSpec.build(dataset.n_inputs, hidden, dataset.n_outputs)
    session = Session(dataset, spec)
    session.train_epochs(EPOCHS)
    while session.run_state == "running":
        pass_time(0.1)
    session.landscape.want(sample=EXAMPLES)
    session.landscape.watch(session)
    for kind, limit in GOALS.items():
        held: list[float] = []
        turns: dict[str, Callable[[], float]] = {
            "ours": partial(_draw, session, kind, held),
            PEER: milliseconds(partial(_directly, dataset, session.parameters)),
        }
        taken = interleave(turns, rounds)
        points, samples = _size(session)
        direct = tuple(ms / 1000 / POINTS * points * samples for ms in taken[PEER])
        goal = Goal("value", "most", limit) if hidden == subjects.SMALL else None
        what = f"{spec}, {'slice' if kind == 'gradient' else 'plane'} of {points:,} points"
        yield Comparison(what, "s", taken["ours"], PEER, direct, goal)
        yield Comparison(f"{what}, window held up at most", "ms", (max(held),), goal=FINE)
    session.close()


def _draw(session: Session, kind: Kind, held: list[float]) -> float:
    """Let a picture be computed, and return the seconds until it is finished."""
    begun = last = time.perf_counter()
    session.landscape.want(kind=kind)
    session.landscape.again()
    while session.landscape.busy:
        pass_time(0.001)
        held.append(1000 * (time.perf_counter() - last) - 1)
        last = time.perf_counter()
    assert session.landscape.found is not None
    assert session.landscape.found.finished
    return time.perf_counter() - begun


def _size(session: Session) -> tuple[int, int]:
    """Return of how many points the picture is, and on how many samples."""
    found = session.landscape.found
    if isinstance(found, Slice):
        return len(found.t), 2
    assert isinstance(found, PlaneMap)
    return found.costs.size, 1


def _directly(dataset: Dataset, parameters: Parameters) -> None:
    """Evaluate some points as one would without the trick."""
    sample, spec = sampled("train", dataset.train, EXAMPLES), parameters.spec
    flat = _flat(parameters)
    x = sample.x[:].astype(np.float64)
    for point in np.linspace(-1, 1, POINTS).tolist():
        passed = passes.forward(flat.at(point, -point), x)
        passes.costs(spec, passed.z[spec.depth], passed.a[spec.depth], sample.y).mean()


def _points(hidden: tuple[int, ...], rounds: int) -> Comparison:
    """Compare one point of a plane with a forward pass at that point."""
    dataset = subjects.dataset()
    parameters = subjects.network(hidden)
    survey = Survey(_flat(parameters), sampled("train", dataset.train, EXAMPLES), {})
    points = np.random.default_rng(1).normal(size=(441, 2))
    turns: dict[str, Callable[[], float]] = {
        "ours": milliseconds(partial(survey.costs, points)),
        PEER: milliseconds(partial(_directly, dataset, parameters)),
    }
    taken = interleave(turns, rounds)
    ours = tuple(ms / len(points) for ms in taken["ours"])
    theirs = tuple(ms / POINTS for ms in taken[PEER])
    return Comparison(f"{parameters.spec}, one point", "ms", ours, PEER, theirs)


def _flat(parameters: Parameters) -> Flat:
    random = np.random.default_rng(0)
    u, v = (random.normal(0, 0.01, parameters.theta.size) for _ in range(2))
    return Flat.spanned(parameters, u, v)


if __name__ == "__main__":
    main(measure)
