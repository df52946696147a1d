"""How evenly the window's clock ticks while a training runs flat out and the whole network is repainted."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QWidget

from benchmarks import subjects
from benchmarks.harness import interleave, main, one_thread
from benchmarks.report import Comparison, Goal, Report
from benchmarks.windows import Paints, application, show
from nnviz.data import Dataset
from nnviz.session import Session
from nnviz.training.trainer import Trainer, TrainSettings
from nnviz.training.worker import TrainingWorker
from nnviz.ui.offscreen import without_noise
from nnviz.ui.window import MainWindow

TICK_MS = 16
WARM_UP = 0.7
"""Seconds before the watching begins: the first measurement, the first frames."""

ENDLESS = TrainSettings(rate=1.0, batch=10, epochs=100_000)


@dataclass(frozen=True)
class Course:
    """How a while went: gaps between ticks in ms, frames per second, and samples trained on per second."""

    gaps: Sequence[float] = ()
    frames: float = 0.0
    speed: float = 0.0

    def gap(self, percent: float) -> float:
        """Return a percentile of the gaps."""
        return float(np.percentile(self.gaps, percent))


def measure(brief: bool) -> Report:
    """Let the idle window, the training window and the training alone take turns."""
    seconds, rounds = (2.0, 1) if brief else (6.0, 3)
    dataset = subjects.dataset()
    with one_thread(), without_noise():
        application()
        session = Session(dataset)
        session.set_settings(ENDLESS)
        session.set_pace(None)
        window = MainWindow(session)
        show(window, 1280, 720)
        turns = {
            "idle": lambda: watch(window.network.view, seconds),
            "training": lambda: training(session, window, seconds),
            "headless": lambda: headless(dataset, seconds),
        }
        found = interleave(turns, rounds, warm_up=0)
        window.close()
    return Report(
        "window",
        "The window while training",
        f"A {TICK_MS} ms timer ticks in the real window (1280×720, offscreen, with all that it opens with) "
        f"for {seconds:.0f} seconds, while a 784-16-16-10 network trains flat out in mini-batches of 10 on "
        f"{dataset.title} and the full network is repainted. The peers are the same window at rest, and "
        "the same training thread with nothing beside it.",
        _comparisons(found),
        notes=(
            "The speed is of all samples over all time: evaluating, waiting for the interpreter and standing "
            "aside for the window are included.",
        ),
        brief=brief,
    )


def _comparisons(found: dict[str, tuple[Course, ...]]) -> tuple[Comparison, ...]:
    busy, idle, alone = (found[name] for name in ("training", "idle", "headless"))

    def gap(name: str, percent: float, goal: Goal | None = None) -> Comparison:
        ours, theirs = (tuple(course.gap(percent) for course in courses) for courses in (busy, idle))
        return Comparison(f"tick gap, {name}", "ms", ours, "at rest", theirs, goal)

    ours, theirs = (tuple(course.speed for course in courses) for courses in (busy, alone))
    speed = Comparison("training speed", "samples/s", ours, "headless", theirs, Goal("ratio", "least", 0.7))
    frames = tuple(course.frames for course in busy)
    return (
        gap("p50", 50),
        gap("p95", 95),
        gap("p99", 99, Goal("value", "most", 33)),
        gap("longest", 100),
        Comparison("frames of the network", "frames/s", frames, goal=Goal("value", "least", 20)),
        speed,
    )


def watch(view: QWidget, seconds: float) -> Course:
    """Let the event loop run and write down when the clock ticks."""
    ticks: list[float] = []
    timer = QTimer(interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    paints, begun = Paints(view), time.perf_counter()
    timer.start()
    _run_events(seconds)
    timer.stop()
    lasted = time.perf_counter() - begun
    view.removeEventFilter(paints)
    paints.deleteLater()
    return Course(tuple(1000 * np.diff(ticks)), paints.count / lasted)


def training(session: Session, window: MainWindow, seconds: float) -> Course:
    """Watch the window while its session trains."""
    session.start()
    _run_events(WARM_UP)
    before, begun = session.updates, time.perf_counter()
    seen = watch(window.network.view, seconds)
    done, lasted = session.updates - before, time.perf_counter() - begun
    session.stop()
    return replace(seen, speed=done * ENDLESS.batch / lasted)


def headless(dataset: Dataset, seconds: float) -> Course:
    """Run the same thread with nothing beside it: this one sleeps."""
    trainer = Trainer(subjects.network(subjects.SMALL), dataset, ENDLESS)
    worker = TrainingWorker(trainer, lambda _: False)
    worker.start()
    time.sleep(WARM_UP)
    before, begun = trainer.position.updates, time.perf_counter()
    time.sleep(seconds)
    done, lasted = trainer.position.updates - before, time.perf_counter() - begun
    worker.request_stop()
    worker.wait()
    return Course(speed=done * ENDLESS.batch / lasted)


def _run_events(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()


if __name__ == "__main__":
    main(measure)
