"""The two functions: counts and values are those of the network on the screen."""

import pytest
from driving import expose
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from nnviz import data
from nnviz.core.network import Location, NetworkSpec
from nnviz.session import Session
from nnviz.training.kernel import Kernel
from nnviz.training.trainer import evaluate
from nnviz.ui.functions.panel import FunctionsPanel
from nnviz.wording import number

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def make_panel(qtbot):
    def make(session, size=(690, 340)):
        panel = expose(qtbot, FunctionsPanel(session), size)
        qtbot.waitUntil(lambda: panel.settled)
        return panel

    return make


def test_counts_and_values(make_panel, session):
    panel = make_panel(session)
    assert panel.takes.count.text() == "784 numbers"
    assert panel.holds.count.text() == "13,002 parameters"
    assert panel.gives.count.text() == "10 numbers"
    assert panel.wants.count.text() == "13,002 numbers"
    assert "1,500 examples" in panel.knows.count.text()
    assert panel.says.count.text() == "one number"
    assert panel.cost.text() == f"{number(session.trace.cost)} for this example"


def test_the_average_is_the_training_sets(make_panel, session, qtbot):
    panel = make_panel(session)
    cost, *_ = evaluate(Kernel(session.parameters), session.dataset.train)
    assert number(cost) in panel.average.text()
    session.set_parameter(Location("b", 3, 0), 2.0)
    assert "…" in panel.average.text()
    qtbot.waitUntil(lambda: panel.settled)
    cost, *_ = evaluate(Kernel(session.parameters), session.dataset.train)
    assert number(cost) in panel.average.text()


def test_the_strip_names_every_parameter(make_panel, session):
    panel = make_panel(session)
    strip = panel.variables
    for index in (0, 500, 13_001):
        location = session.spec.locate(index)
        assert strip.location_at(strip.rect_of(location).center()) == location
    place = strip.rect_of(Location("b", 3, 4)).center().toPoint()
    QTest.mouseMove(strip, QPoint(1, 1))
    QTest.mouseMove(strip, place)
    assert session.pointed == strip.location_at(QPointF(place))
    QTest.mouseClick(strip, LEFT, pos=place)
    assert session.selection == strip.location_at(QPointF(place))


def test_regression_has_generic_numbers(make_panel, qapp):
    session = Session(data.load("chain"), NetworkSpec.build(1, (1,), 1))
    panel = make_panel(session, (460, 300))
    panel.grab()
    assert panel.takes.count.text() == "one number"
    assert panel.holds.count.text() == "4 parameters"
    panel.hide()
    session.close()


def test_hidden_it_computes_nothing(make_panel, tiny_session):
    panel = make_panel(tiny_session)
    panel.hide()
    before = panel.cost.text()
    tiny_session.set_parameter(Location("b", 3, 0), 5.0)
    assert panel.cost.text() == before
    assert panel._evaluation is None
