import re
from dataclasses import replace

import pytest
from samples import tiny_dataset

from nnviz.commands import ALL, BY_NAME, COMMANDS
from nnviz.core.network import Location, NetworkSpec
from nnviz.session import Session


def at_input(session):
    session.jump(0)


def at_update(session):
    session.jump(session.plan.update)


def after_update(session):
    at_update(session)
    session.step_forward()


def undone(session):
    at_update(session)
    session.undo()


def playing(session):
    session.play()


def running(session):
    session.set_pace(1.0)
    session.start()


def paused(session):
    running(session)
    session.pause()


def trained(session):
    session.train_batch()
    session.pause()


def chosen(session):
    session.select(Location("w", 1, 0, 0))


def last_test_example(session):
    session.go_to_example("test", -1)


def without_hidden_layer(session):
    session.new_network(NetworkSpec.build(4, (), 3, output="softmax", cost="cross_entropy"), "zeros", 0)


def with_values(session):
    data = tiny_dataset(n=1, n_test=1, n_inputs=1, n_outputs=1, classes=False)
    session.new_network(NetworkSpec.build(1, (1,), 1, "relu", "identity"), "he", 0, data)


def fresh(session):
    pass


STATES = (
    fresh,
    at_input,
    at_update,
    after_update,
    undone,
    playing,
    running,
    paused,
    trained,
    chosen,
    last_test_example,
    without_hidden_layer,
    with_values,
)

in_every_state = pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)


@pytest.fixture
def session(tiny_session, state):
    state(tiny_session)
    return tiny_session


def fits(session):
    """Say whether the mini-batches of the settings fit the data."""
    return session.settings.batch <= len(session.dataset.train)


@in_every_state
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_can_be_given_in_every_state(session, command):
    if not fits(session):
        session.set_settings(type(session.settings)(batch=1))
    command.run(session)
    assert isinstance(command.enabled(session), bool)
    assert session.trace.spec is session.spec


@in_every_state
def test_every_command_has_words_in_every_state(session):
    for command in COMMANDS:
        text = command.text(session)
        assert text
        assert not re.search(r"[{}_]|None", text)


@in_every_state
def test_what_is_disabled_does_nothing(session):
    for command in COMMANDS:
        if not command.enabled(session):
            before = session.parameters, session.cursor, session.selection, session.run_state
            command.run(session)
            assert before == (session.parameters, session.cursor, session.selection, session.run_state)


def test_names_are_unique_and_fit_for_files():
    names = [command.name for command in ALL]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch("[a-z]+(-[a-z]+)*", name) for name in names)
    assert tuple(BY_NAME.values()) == ALL
    assert set(COMMANDS) < set(ALL)
    assert tuple(BY_NAME) == tuple(names)


def test_keys_are_unique():
    keys = [key for command in COMMANDS for key in command.keys]
    assert len(set(keys)) == len(keys)


def test_keys_are_known_to_qt(qapp):
    from PySide6.QtGui import QKeySequence

    for command in COMMANDS:
        for key in command.keys:
            assert QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText) == key


def test_every_command_stands_in_a_menu_and_teaches_in_one_sentence():
    for command in COMMANDS:
        assert command.menu
        assert re.fullmatch(r"[A-Z].{15,110}\.", command.tip)


def test_every_icon_exists():
    from nnviz.resources import resource

    for command in COMMANDS:
        assert not command.icon or resource(f"icons/{command.icon}.svg").is_file()


class TestWordsSayWhatWouldHappen:
    def test_train(self, tiny_session):
        words = BY_NAME["train"].text
        tiny_session.set_pace(1.0)
        assert words(tiny_session) == "Train"
        for run_state, text in (("running", "Pause"), ("paused", "Resume"), ("running", "Pause")):
            BY_NAME["train"].run(tiny_session)
            assert (tiny_session.run_state, words(tiny_session)) == (run_state, text)
        BY_NAME["stop"].run(tiny_session)
        assert words(tiny_session) == "Train"

    def test_undo_and_redo(self, tiny_session):
        undo, redo = BY_NAME["undo"], BY_NAME["redo"]
        assert (undo.text(tiny_session), redo.text(tiny_session)) == ("Undo", "Redo")
        assert not undo.enabled(tiny_session)
        assert not redo.enabled(tiny_session)
        at_update(tiny_session)
        assert undo.text(tiny_session) == "Undo: update on training example 0"
        undo.run(tiny_session)
        assert redo.text(tiny_session) == "Redo: update on training example 0"
        running(tiny_session)
        assert undo.text(tiny_session) == "Undo: training"
        assert undo.enabled(tiny_session)
        assert not redo.enabled(tiny_session)

    def test_play(self, tiny_session):
        words = BY_NAME["play"].text
        assert words(tiny_session) == "Play"
        BY_NAME["play"].run(tiny_session)
        assert words(tiny_session) == "Stop playing"


def test_a_whole_step_by_commands_alone(tiny_session):
    run = {command.name: lambda c=command: c.run(tiny_session) for command in COMMANDS}
    before = tiny_session.parameters
    run["to-start"]()
    assert tiny_session.cursor == 0
    run["to-cost"]()
    assert tiny_session.phase.kind == "cost"
    for _ in range(tiny_session.plan.update - tiny_session.plan.cost):
        run["step-forward"]()
    assert tiny_session.updated
    run["step-back"]()
    assert tiny_session.parameters is before
    chosen(tiny_session)
    run["deselect"]()
    assert tiny_session.selection is None
    run["next-example"]()
    run["previous-example"]()
    assert tiny_session.example.index == 0


def test_a_session_of_its_own_is_all_they_need(qapp):
    session = Session(tiny_dataset())
    BY_NAME["train-epoch"].run(session)
    session.close()


def test_a_training_without_an_epoch_is_called_by_its_updates(qtbot, tiny_session):
    tiny_session.set_settings(replace(tiny_session.settings, batch=2, epochs=1))
    tiny_session.set_pace(None)
    tiny_session.start()
    qtbot.waitUntil(lambda: tiny_session.run_state == "idle")
    run = tiny_session.moment.change
    tiny_session.moment.change = replace(run, metrics=run.metrics[:1])  # as if stopped within the epoch
    assert BY_NAME["undo"].text(tiny_session) == "Undo: training, 6 updates"
    tiny_session.undo()
    assert BY_NAME["redo"].text(tiny_session) == "Redo: training, 6 updates"
    assert BY_NAME["undo"].text(tiny_session) == "Undo"
