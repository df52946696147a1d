import pytest
from PySide6.QtCore import QObject

from nnviz.commands import COMMANDS
from nnviz.core.network import Location
from nnviz.session import Changed
from nnviz.ui.actions import SPEAKS_OF, CommandAction, make_actions


@pytest.fixture
def asked(monkeypatch):
    """Who was asked to follow: names of commands."""
    names, follow = [], CommandAction.follow

    def noted(action, what):
        names.append(action.objectName())
        follow(action, what)

    monkeypatch.setattr(CommandAction, "follow", noted)
    return names


def test_every_command_has_an_action_that_follows_and_none_is_asked_for_news(tiny_session, asked):
    owner = QObject()
    actions = make_actions(tiny_session, owner)
    assert set(actions) == {command.name for command in COMMANDS}
    asked.clear()
    tiny_session.changed.emit(Changed.PARAMETERS | Changed.METRICS)
    tiny_session.changed.emit(Changed.POINTED)
    assert asked == []
    for flag in SPEAKS_OF:
        asked.clear()
        tiny_session.changed.emit(flag | Changed.PARAMETERS)
        assert asked == list(actions)


def test_words_and_what_can_be_done_follow_the_session(tiny_session):
    owner = QObject()
    undo = make_actions(tiny_session, owner)["undo"]
    assert not undo.isEnabled()
    tiny_session.set_parameter(Location("w", 1, 0, 0), 0.25)
    assert undo.isEnabled()
    tiny_session.undo()
    assert not undo.isEnabled()
