"""A step of the cursor from the key to the painted window, phase by phase."""

import time
from collections.abc import Callable
from functools import partial
from statistics import median
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAction, QColor, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from benchmarks import subjects
from benchmarks.harness import interleave, main, one_thread
from benchmarks.report import Comparison, Goal, Report, Table
from benchmarks.windows import Paints, application, pass_time, process_until, show
from benchmarks.words import number
from nnviz.cli.warm_up import in_steps
from nnviz.core.network import Location
from nnviz.session import Neuron, Session
from nnviz.ui.offscreen import without_noise
from nnviz.ui.window import MainWindow
from nnviz.wording import phase_title

SIZE = (1280, 720)

CALM = 0.05
"""Seconds before every step: what the step before has set going is over then."""

PEER = "empty window"


class Step(NamedTuple):
    """The phase that a key press revealed, and the ms until it was painted."""

    phase: str
    ms: float


def measure(brief: bool) -> Report:
    """Step through the plan, each step in turn with the same key in an empty window."""
    dataset = subjects.dataset()
    with one_thread(), without_noise():
        application()
        session = Session(dataset)
        window, empty = MainWindow(session), Empty()
        show(empty, *SIZE)
        show(window, *SIZE)
        steps, peers = walk(window, session, empty, 1 if brief else 6)
        selecting = select(window, session, 3 if brief else 15)
        hovering = hover(window, session, 3 if brief else 15)
        window.close()
        empty.close()
    goal = Goal("value", "most", 16)
    return Report(
        "step",
        "A step of the cursor",
        "Milliseconds from the key → (a real key event to the window) until everything that it changes in "
        "the 1280×720 window is painted, offscreen, for every phase of one update of 784-16-16-10 on "
        f"{dataset.title}. The peer is the same key in a window of the same size that holds one surface, "
        "which turns from black to white.",
        (
            *comparisons(steps, peers, goal),
            Comparison("select a neuron, until painted", "ms", selecting, goal=goal),
            Comparison("hover over an edge, until painted", "ms", hovering, goal=goal),
        ),
        (by_phase(steps),),
        brief=brief,
    )


Rounds = tuple[tuple[Step, ...], ...]


def comparisons(steps: Rounds, peers: Rounds, goal: Goal) -> tuple[Comparison, ...]:
    """Return the median step and the slowest, round by round."""

    def compare(what: str, of: Callable[[list[float]], float]) -> Comparison:
        ours, theirs = (
            tuple(of([step.ms for step in one_round]) for one_round in rounds) for rounds in (steps, peers)
        )
        return Comparison(what, "ms", ours, PEER, theirs, goal)

    return compare("key to paint, median of the phases", median), compare("key to paint, slowest phase", max)


def by_phase(steps: Rounds) -> Table:
    """Return median and worst of each phase, in the order of the plan."""
    times: dict[str, list[float]] = {}
    for one_round in steps:
        for step in one_round:
            times.setdefault(step.phase, []).append(step.ms)
    rows = tuple((phase, number(median(ms)), number(max(ms))) for phase, ms in times.items())
    return Table("Phase by phase", ("phase", "median, ms", "worst, ms"), rows)


def walk(
    window: MainWindow, session: Session, empty: "Empty", rounds: int, warm_up: int = 1
) -> tuple[Rounds, Rounds]:
    """Step through the whole plan again and again; return our steps and the peer's, without the warm-up."""

    def ours() -> Step:
        calm(window, session)
        ms = press(window.network.view, window.network.view)
        return Step(phase_title(session.phase, session.spec), ms)

    def theirs() -> Step:
        calm(empty)
        return Step("", press(empty, empty.surface))

    session.jump(0)
    both, length = {"nnviz": ours, PEER: theirs}, len(session.plan)
    found = [interleave(both, length, warm_up=0) for _ in range(warm_up + rounds)][warm_up:]
    return tuple(each["nnviz"] for each in found), tuple(each[PEER] for each in found)


def press(window: QWidget, surface: QWidget) -> float:
    """Press → and return the ms until the surface is painted."""
    return until_painted(surface, lambda: QTest.keyClick(window, Qt.Key.Key_Right))


def until_painted(surface: QWidget, act: Callable[[], object]) -> float:
    """Do something, and return the ms until the surface, and all else that it changes, is painted."""
    paints = Paints(surface)
    begun = time.perf_counter()
    act()
    process_until(lambda: paints.count > 0)
    ms = 1000 * (time.perf_counter() - begun)
    surface.removeEventFilter(paints)
    paints.deleteLater()
    return ms


def select(window: MainWindow, session: Session, times: int) -> tuple[float, ...]:
    """Return the ms from choosing one neuron of the first hidden layer after another until it is painted.

    The program has warmed up, as it does a moment after its start, and one choice has gone before.
    """
    session.jump(session.plan.cost)
    for _ in in_steps(window):
        pass
    session.select(Neuron(1, times))
    found = []
    for j in range(times):
        calm(window, session)
        found.append(until_painted(window.network.view, partial(session.select, Neuron(1, j))))
    session.select(None)
    return tuple(found)


def hover(window: MainWindow, session: Session, times: int) -> tuple[float, ...]:
    """Return the ms from moving the mouse onto an edge of the first gap until its name and line are painted.

    Raises
    ------
    RuntimeError
        When the mouse meets no edge.
    """
    view = window.network.view
    layout = view.layout_
    x, found = sum(layout.columns[:2]) / 2, list[float]()
    for n in range(times):
        place = QPointF(x, layout.top + (n + 1) / (times + 1) * layout.column_height)
        calm(window, session)
        found.append(until_painted(view, partial(move_mouse, view, place)))
        if not isinstance(session.pointed, Location):
            raise RuntimeError("there is no edge under the mouse")
    session.point_at(None)
    return tuple(found)


def move_mouse(widget: QWidget, place: QPointF) -> None:
    """Move the mouse within a widget."""
    none, plain = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    move = QMouseEvent(QEvent.Type.MouseMove, place, widget.mapToGlobal(place), none, none, plain)
    QApplication.sendEvent(widget, move)


def calm(window: QMainWindow, session: Session | None = None) -> None:
    """Let what is under way come to its end: the window come forward, the test set be evaluated."""
    window.activateWindow()
    pass_time(CALM)
    if session is not None:
        process_until(lambda: session.standing is not None)


class Empty(QMainWindow):
    """A window with nothing in it but one surface that changes color at a key."""

    def __init__(self) -> None:
        super().__init__()
        self.surface = Surface()
        self.setCentralWidget(self.surface)
        step = QAction("Step", self, shortcut=QKeySequence("Right"))
        step.triggered.connect(self.surface.step)
        self.addAction(step)


class Surface(QWidget):
    """Black, white, black, white."""

    white = False

    def step(self) -> None:
        """Turn to the other color."""
        self.white = not self.white
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill all of it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(Qt.GlobalColor.white if self.white else Qt.GlobalColor.black))
        painter.end()


if __name__ == "__main__":
    main(measure)
