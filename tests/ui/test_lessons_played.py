"""Every lesson that comes with the program, played in the real window from its first step to its last."""

from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtCore import QRect

from nnviz.core.network import Location
from nnviz.lessons import lesson_folders
from nnviz.lessons.reader import read_lesson
from nnviz.session import Neuron, Session
from nnviz.session.kept import Kept
from nnviz.ui.window import MainWindow
from nnviz.ui.workspaces import EXPLORE, LESSONS

LESSON_FILES = sorted(lesson_folders()[0].glob("*.toml"))
EVERY_DAY = 2
"""So many are played with every `make test`; all of them with `make test-slow`."""

PLAYED = [
    pytest.param(path, id=path.stem, marks=() if index < EVERY_DAY else pytest.mark.slow)
    for index, path in enumerate(LESSON_FILES)
]


@pytest.fixture
def window(qtbot, digits):
    session = Session(digits)
    window = MainWindow(session)
    qtbot.addWidget(window)
    window.session = session
    window.resize(1280, 720)
    window.show()
    yield window
    window.close()


class Playing:
    """Plays as somebody in front of the window does."""

    def __init__(self, qtbot, window, path: Path) -> None:
        self.qtbot, self.window = qtbot, window
        self.lesson = read_lesson(path)
        self.guide = window.lessons
        self.player, self.pane = self.guide.player, self.guide.pane

    def settled(self) -> None:
        self.qtbot.waitUntil(lambda: not self.player.busy and self.pane.isVisible(), timeout=20_000)
        self.guide.outline.refresh()

    def state(self) -> tuple[object, ...]:
        session = self.window.session
        theta = session.parameters.theta.tobytes()
        return theta, session.cursor, session.example, session.selection, session.view, session.off

    def look(self) -> None:
        """What is pointed at can be seen, and the pane needs no more width than it has."""
        for place in self.player.look:
            try:  # a panel that has just come has no size yet
                self.qtbot.waitUntil(lambda place=place: self.guide.find((place,))[0] != [], timeout=2_000)
            except self.qtbot.TimeoutError:
                pytest.fail(f"{self.player.step.title}: {place} is not on the screen")
        self.qtbot.waitUntil(lambda: self.guide.outline.isVisible() == bool(self.player.look))
        inside = self.pane.area.widget()
        assert inside.minimumSizeHint().width() <= self.pane.area.viewport().width()

    def answer(self) -> None:
        question, step = self.pane.question, self.player.step
        assert question.isVisible() == (step.predict is not None)
        if step.predict is None:
            return
        assert not self.pane.task.isVisible()
        if step.predict.choices:
            question.choices[-1].click()
        else:
            question.field.setText("0.5")
            question.send.click()
        self.qtbot.waitUntil(lambda: self.player.answered is not None, timeout=20_000)
        assert question.verdict.text()
        self.look()
        if step.predict.choices:
            states = [button.state for button in question.choices]
            assert states.index("right") == self.player.answered.truth

    def do(self) -> None:
        task, step = self.pane.task, self.player.step
        assert task.isVisible() == (step.now is not None)
        if step.now is None:
            return
        assert not self.player.done
        task.show_me.click()
        self.qtbot.waitUntil(lambda: self.player.done, timeout=20_000)
        assert task.state.text() == "Done"


def seen_of_parts(session):
    """What can be seen of the objects that the Session is composed of."""
    curve, surface, race, examples = (
        session.descent.curve,
        session.descent.surface,
        session.race,
        session.examples,
    )
    return (
        *(curve.name, curve.x, curve.steps, curve.crowd, surface.name, surface.point.tolist(), surface.steps),
        *(race.preset, race.lanes, race.epochs, race.pace, race.state),
        *(examples.refs, examples.own, examples.rows, session.batch.cursor, session.landscape.wanted),
    )


@pytest.mark.parametrize("path", PLAYED)
def test_from_the_first_step_to_the_last_and_back(qtbot, window, path):
    session = window.session
    session.go_to_example("test", 4)
    session.set_parameter(Location("b", 1, 0), 0.5)
    session.switch(Neuron(1, 2), False)
    session.undo()
    session.select(Neuron(2, 3))
    session.descent.curve.place(1.5)
    session.descent.surface.choose("saddle")
    window.show_workspace(LESSONS)
    before, present, seen = session.keep(), session.moment, seen_of_parts(session)
    layout = window.workspaces.splitter.sizes()
    playing = Playing(qtbot, window, path)
    window.lessons.start(path.stem, 0)
    began = []
    for index in range(len(playing.lesson.steps)):
        playing.settled()
        assert playing.player.index == index
        began.append(playing.state())
        playing.look()
        playing.answer()
        playing.do()
        if not playing.player.is_last:
            playing.pane.next.click()
    for index in reversed(range(len(began) - 1)):
        playing.pane.back.click()
        playing.settled()
        assert playing.player.index == index
        if not playing.player.step.goes_on:
            assert playing.state() == began[index], f"step {index + 1} begins otherwise than before"
    assert not playing.pane.back.isEnabled()
    playing.pane.leave.click()
    after = session.keep()
    assert session.moment is present
    assert (session.undoable.edit.kind, session.redoable.edit.kind) == ("parameter", "switch")
    for field in {field.name for field in fields(Kept)} - {"parts"}:
        assert getattr(after, field) == getattr(before, field), field
    assert seen_of_parts(session) == seen
    assert window.tabs.currentIndex() == LESSONS
    assert playing.pane.isHidden()
    window.show_workspace(EXPLORE)
    qtbot.waitUntil(lambda: window.workspaces.splitter.sizes() == layout)
    assert window.geometry().size() == QRect(0, 0, 1280, 720).size()


def test_each_asks_and_lets_do_and_is_neither_short_nor_long():
    assert LESSON_FILES
    for path in LESSON_FILES:
        lesson = read_lesson(path)
        assert 5 <= len(lesson.steps) <= 15
        assert any(step.predict for step in lesson.steps)
        assert any(step.now for step in lesson.steps)
