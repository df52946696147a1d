"""What is wanted for the first time is there already, and nobody waited for it."""

from threading import Event, Thread

from nnviz.cli.warm_up import WhileIdle, in_steps
from nnviz.session import Neuron
from nnviz.ui.formula import typesetting
from nnviz.ui.window import MainWindow


def test_the_first_choice_finds_its_view_and_its_formulas_made(qtbot, session, monkeypatch):
    window = MainWindow(session)
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    assert "neuron" not in window.inspector.__dict__
    window.network.view.settle()
    for _ in in_steps(window):
        pass
    views = {name: window.inspector.__dict__[name] for name in ("neuron", "parameter", "input")}
    assert set(window.network.view._picture._drafts) == {1, 2, 3}
    typeset = []
    now = typesetting.typeset_now
    monkeypatch.setattr(typesetting, "typeset_now", lambda tex: (typeset.append(tex), now(tex))[1])
    session.select(Neuron(1, 3))
    assert window.inspector.view() is views["neuron"]
    assert typeset == []


def test_steps_begin_after_the_thread_and_one_by_one(qtbot, qapp):
    may_end, done = Event(), []

    def steps():
        for n in range(3):
            done.append(n)
            yield

    thread = Thread(target=may_end.wait)
    thread.start()
    idle = WhileIdle(steps(), thread, qapp)
    with qtbot.waitSignal(idle._timer.timeout):
        pass
    assert done == []
    may_end.set()
    thread.join()
    with qtbot.waitSignal(idle.destroyed):
        pass
    assert done == [0, 1, 2]
