"""The tour through the real window, and the window as a program."""

import contextlib
import io
import signal
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog

from nnviz import environment
from nnviz.cli import main
from nnviz.cli.application import SWITCH_SECONDS
from nnviz.core.network import Location
from nnviz.errors import NnvizError
from nnviz.session import Neuron, Selection, Session
from nnviz.ui import theme, tour
from nnviz.ui.offscreen import wait_until
from nnviz.ui.tour import SCENES, Scene, picture, take
from nnviz.ui.window import MainWindow

BY_NAME = {scene.name.partition("-")[2]: scene for scene in SCENES}


@pytest.fixture(autouse=True)
def own_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """What the program changes for itself is as before after each test."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(environment, "problem", lambda: None)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))  # what Ctrl-C leaves is for no other test
    monkeypatch.chdir(tmp_path)
    interval = sys.getswitchinterval()
    yield
    sys.setswitchinterval(interval)


def shades(image: QImage) -> int:
    """How many different colors there are in a picture."""
    pixels = np.array(image.convertToFormat(QImage.Format.Format_RGB32).constBits()).view(np.uint32)
    return len(np.unique(pixels))


def few_scenes(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    monkeypatch.setattr(tour, "take", lambda folder: take(folder, tuple(BY_NAME[name] for name in names)))


class State(NamedTuple):
    """What was true of a session when its picture was taken."""

    cursor: int
    selection: Selection
    updates: int
    run_state: str


@pytest.fixture(scope="module")
def pictures(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> dict[str, QImage]:
    """The pictures of the whole tour, by scene, as the command wrote them into a new folder."""
    folder = tmp_path_factory.mktemp("tour") / "new" / "folder"
    said = io.StringIO()
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(said):
        patch.setenv("QT_QPA_PLATFORM", "offscreen")
        patch.setattr(environment, "problem", lambda: None)
        assert main(["tour", "--out", str(folder)]) == 0
    files = [Path(line) for line in said.getvalue().splitlines()]
    assert files == sorted(folder.iterdir())
    return {file.stem: QImage(str(file)) for file in files}


def watch(scene: Scene, states: dict[str, State]) -> Scene:
    """Return the same scene, which tells what the session is once it is set up."""

    def set_up(session: Session, window: MainWindow) -> QDialog | None:
        dialog = scene.set_up(session, window)
        name = scene.name.partition("-")[2]
        states[name] = State(session.cursor, session.selection, session.updates, session.run_state)
        return dialog

    return replace(scene, set_up=set_up)


@pytest.mark.slow
class TestTour:
    def test_there_is_a_different_picture_of_every_scene(self, pictures) -> None:
        assert list(pictures) == [scene.name for scene in SCENES]
        assert len(pictures) >= 8
        assert len({bytes(image.constBits()) for image in pictures.values()}) == len(SCENES)

    @pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
    def test_the_window_has_the_size_it_was_given_and_shows_something(self, pictures, scene) -> None:
        image = pictures[scene.name]
        assert (image.width(), image.height()) == scene.size
        # A network's edges alone have more shades.
        assert shades(image) > 200

    def test_the_same_scene_gives_the_same_picture(self, qtbot, qapp, pictures) -> None:
        scene = BY_NAME["after-one-update"]
        first, second = pictures[scene.name], picture(qapp, scene).toImage()
        assert first.convertToFormat(second.format()) == second

    def test_a_picture_that_cannot_be_written_is_one_sentence(
        self, qtbot, capsys, monkeypatch, tmp_path
    ) -> None:
        few_scenes(monkeypatch, "cost")
        (tmp_path / f"{BY_NAME['cost'].name}.png").mkdir()
        assert main(["tour", "--out", str(tmp_path)]) == 2
        (sentence,) = capsys.readouterr().err.splitlines()
        assert sentence.startswith("nnviz tour: --out: the picture ")
        assert sentence.endswith("cannot be written")


def state_of(app: QApplication, name: str) -> State:
    """Return what the session is when a scene's picture is taken."""
    states: dict[str, State] = {}
    picture(app, watch(BY_NAME[name], states))
    return states[name]


class TestScenes:
    def test_phases(self, qtbot, qapp) -> None:
        # x z¹ a¹ z² a² z³ a³ C ∂³ δ³ ∇³ ∂² δ² ∇² ∂¹ δ¹ ∇¹ update
        names = ("input", "cost", "backward-delta", "after-one-update")
        assert [state_of(qapp, name).cursor for name in names] == [0, 7, 9, 17]

    def test_selections(self, qtbot, qapp) -> None:
        assert isinstance(state_of(qapp, "hidden-neuron").selection, Neuron)
        assert isinstance(state_of(qapp, "weight").selection, Location)

    def test_trainings(self, qtbot, qapp) -> None:
        trained, running = state_of(qapp, "trained"), state_of(qapp, "training-running")
        assert (trained.updates, trained.run_state) == (1500, "idle")  # 10 epochs of 150 mini-batches
        assert running.run_state == "running"
        assert 300 < running.updates < 310

    def test_a_training_that_fails_says_so(self, qtbot, qapp) -> None:
        said = []

        def set_up(session: Session, window: MainWindow) -> None:
            session.failed.connect(said.append)
            BY_NAME["diverged"].set_up(session, window)
            said.append(window.message.text)

        picture(qapp, Scene("diverged", set_up))
        assert len(said) == 2
        assert said[0] == said[1]
        assert "no longer a finite number" in said[0]


class Source(QObject):
    moved = Signal(object)


class TestWaiting:
    def test_it_ends_with_the_signal_that_makes_it_true(self, qtbot) -> None:
        source, seen = Source(), []
        source.moved.connect(seen.append)
        for n in range(3):
            QTimer.singleShot(0, lambda n=n: source.moved.emit(n))
        wait_until(lambda: len(seen) >= 2, source.moved)
        assert len(seen) >= 2

    def test_it_does_not_wait_for_what_is_so_already(self, qtbot) -> None:
        source = Source()
        wait_until(lambda: True, source.moved)

    def test_its_patience_ends_with_an_error(self, qtbot) -> None:
        source = Source()
        with pytest.raises(NnvizError, match="did not come so far"):
            wait_until(lambda: False, source.moved, patience_ms=1)


class TestRun:
    def test_without_a_display_it_says_so_and_writes_the_tour(self, qtbot, capsys, monkeypatch) -> None:
        monkeypatch.setattr(environment, "has_display", lambda: False)
        few_scenes(monkeypatch, "cost", "input")
        assert main([]) == 0
        captured = capsys.readouterr()
        (sentence,) = captured.err.splitlines()
        assert sentence == "nnviz: there is no display here, so the window's pictures go to build/tour/"
        written = sorted(path.name for path in Path("build/tour").iterdir())
        assert written == [f"{BY_NAME[name].name}.png" for name in ("input", "cost")]

    def test_without_a_display_it_says_which_options_count_for_nothing(
        self, qtbot, capsys, monkeypatch
    ) -> None:
        monkeypatch.setattr(environment, "has_display", lambda: False)
        few_scenes(monkeypatch, "input")
        assert main(["--seed", "3", "--data", "digits8"]) == 0
        (sentence,) = capsys.readouterr().err.splitlines()
        assert sentence.endswith(
            "build/tour/; they show the tour's own networks and pass over --data and --seed"
            " (nnviz render draws yours)"
        )

    def test_ctrl_c_closes_the_window(self, qtbot, qapp, monkeypatch) -> None:
        monkeypatch.setattr(environment, "has_display", lambda: True)
        seen: list[tuple[str, str, bool]] = []

        def look() -> None:
            (window,) = (w for w in qapp.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible())
            session: Session = window._session
            session.start()
            seen.append((str(session.spec), session.dataset.name, theme.current().is_dark))
            assert sys.getswitchinterval() == pytest.approx(SWITCH_SECONDS)
            signal.raise_signal(signal.SIGINT)

        QTimer.singleShot(0, look)
        handler = signal.getsignal(signal.SIGINT)
        assert main(["run", "--data", "digits8", "--hidden", "7", "--activation", "tanh"]) == 0
        assert seen == [("64-7-10", "digits8", True)]
        assert signal.getsignal(signal.SIGINT) is handler
