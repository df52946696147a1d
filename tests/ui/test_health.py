"""The page that says what hinders a network from learning."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nnviz.core.network import Location, NetworkSpec, Parameters, initialize
from nnviz.session import Neuron
from nnviz.ui.health.layers import DECADES
from nnviz.ui.health.panel import HealthPanel
from nnviz.ui.inspector.parts import Prose
from nnviz.ui.laboratory.pages import PAGES


@pytest.fixture
def panel(qtbot, session):
    panel = HealthPanel(session)
    qtbot.addWidget(panel)
    panel.resize(480, 560)
    return panel


def look(qtbot, panel):
    with qtbot.waitSignal(panel.looked, timeout=5000):
        panel.show()


def with_dead(session, dead=(2, 5, 7, 11)):
    spec = NetworkSpec.build(784, (16, 16), 10, "relu")
    parameters = initialize(spec, "he", 1)
    parameters = Parameters(spec, parameters.theta.copy())
    parameters.biases(1)[list(dead)] = -100
    session.open_network(parameters)


def said(panel):
    found = []
    for row in range(panel.findings.count()):
        widget = panel.findings.itemAt(row).widget()
        found += (
            [widget.text()] if isinstance(widget, Prose) else [p.text() for p in widget.findChildren(Prose)]
        )
    return found


def test_is_a_page_of_the_laboratory():
    assert "health" in [page.name for page in PAGES]


def test_says_when_all_is_well(qtbot, panel):
    look(qtbot, panel)
    assert panel.title.text() == "Nothing to worry about"
    assert said(panel) == ["Nothing hinders it from learning, as far as 500 examples show."]
    assert [layer.layer for layer in panel.health.layers] == [1, 2, 3]


def test_names_what_is_dead_and_what_to_try(qtbot, panel, session):
    with_dead(session)
    look(qtbot, panel)
    assert panel.title.text() == "One thing hinders it"
    found, advice = said(panel)
    dead = panel.health.layers[0].dead
    assert found.startswith(f"{dead} of 16 ReLUs of the first hidden layer are dead")
    assert "learning rate η" in advice


def test_does_not_advise_what_the_network_already_has(qtbot, panel, session):
    session.new_network(session.spec, "scaled", 1)
    for j in range(16):
        session.set_parameter(Location("b", 1, j), 50.0)
    look(qtbot, panel)
    assert said(panel)[1] == "Try a smaller learning rate η or ReLU."


def test_a_click_goes_through_the_neurons_that_ail(qtbot, panel, session):
    with_dead(session)
    look(qtbot, panel)
    ailing = panel.health.layers[0].ailing
    assert set(ailing) >= {2, 5, 7, 11}
    place = panel.layers.row_rect(0).center().toPoint()
    for j in (*ailing, ailing[0]):
        QTest.mouseClick(panel.layers, Qt.MouseButton.LeftButton, pos=place)
        assert session.selection == Neuron(1, j)


def test_follows_the_network_and_forgets_what_is_cured(qtbot, panel, session):
    with_dead(session)
    look(qtbot, panel)
    with qtbot.waitSignal(panel.looked, timeout=5000):
        session.undo()
    qtbot.waitUntil(lambda: panel.title.text() == "Nothing to worry about", timeout=5000)


def test_looks_no_more_than_twice_a_second_while_it_trains(qtbot, panel, session):
    look(qtbot, panel)
    looks = []
    panel.looked.connect(lambda: looks.append(session.updates))
    session.set_pace(None)
    session.set_settings(replace(session.settings, epochs=10_000))
    session.start()
    qtbot.waitUntil(lambda: len(looks) >= 2, timeout=5000)
    assert panel._rest.interval() >= 500
    assert looks[1] > looks[0]
    session.stop()


def test_looks_at_nothing_while_nobody_looks(qtbot, panel, session):
    look(qtbot, panel)
    panel.hide()
    before = panel.health
    with_dead(session)
    assert panel.health is before
    with qtbot.waitSignal(panel.looked, timeout=5000):
        panel.show()
    assert panel.health.layers[0].dead >= 4


def test_lines_are_read_aloud_and_tell_all_in_tips(qtbot, panel, session):
    with_dead(session)
    look(qtbot, panel)
    assert "of 16 dead" in panel.layers.tip(0)
    assert repr(panel.health.layers[0].gradient) in panel.layers.tip(0)
    assert "output layer" in panel.layers.accessibleDescription()


def test_bars_of_gradients_are_in_powers_of_ten(qtbot, panel, session):
    spec = NetworkSpec.build(784, (16,) * 6, 10)
    session.new_network(spec, "scaled", 1)
    look(qtbot, panel)
    lengths = [layer.gradient for layer in panel.health.layers]
    assert panel.health.findings[0].kind == "vanishing"
    assert lengths == sorted(lengths)
    assert np.log10(lengths[-1] / lengths[0]) < DECADES
    panel.grab()


def test_no_number_is_no_reason_to_fail(qtbot, panel, session):
    parameters = Parameters(session.spec, session.parameters.theta.copy())
    parameters.biases(2)[0] = np.inf
    session.open_network(parameters)
    look(qtbot, panel)
    assert "too large" in said(panel)[0]
    panel.grab()
