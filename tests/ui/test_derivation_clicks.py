"""A click on a number, in whichever panel: the inspector shows the derivation of just that number."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nnviz.core.explain import Quantity, explain_parameter
from nnviz.core.network import Location
from nnviz.core.paths import effect
from nnviz.session import Neuron
from nnviz.ui.gallery.panel import WeightGallery
from nnviz.ui.inspector import InspectorPanel
from nnviz.ui.matrix.panel import MatrixPanel
from nnviz.ui.network.view import NetworkView
from nnviz.wording import exact
from nnviz.wording.chain_rule import chain_rule_steps

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def open_beside(qtbot, session):
    """Open a panel and the inspector on one session whose gradient is known."""
    session.jump(session.plan.update - 1)

    def _open(make):
        panel, inspector = make(session), InspectorPanel(session)
        for widget, size in ((panel, (760, 480)), (inspector, (300, 900))):
            qtbot.addWidget(widget)
            widget.resize(*size)
            with qtbot.waitExposed(widget):
                widget.show()
        return panel, inspector

    return _open


def assert_parameter(inspector, session, location):
    assert session.selection == location
    part, explained = inspector.parameter.gradient, explain_parameter(session.trace, location)
    assert part.numbers.text() == " ".join(chain_rule_steps(explained))
    assert part.numbers.toolTip() == exact(session.trace.gradient.at(location))
    assert part.check.result.derivative == session.trace.gradient.at(location)


def assert_activation(inspector, session, neuron):
    assert session.selection == neuron
    found = effect(session.trace, Quantity("dC_da", *neuron))
    shown = [line.number for line in inspector.neuron.effect.rows.lines() if line.kind == "path"]
    assert shown == found.values[found.order[:4]].tolist()
    assert inspector.neuron.check.result.derivative == session.trace.dC_da[neuron.layer][neuron.j]


def test_the_network(open_beside, session):
    view, inspector = open_beside(NetworkView)
    view.settle()
    x, y = view.layout_.position(Neuron(2, 5))
    QTest.mouseClick(view, LEFT, pos=QPoint(round(x), round(y)))
    assert_activation(inspector, session, Neuron(2, 5))
    (x0, y0), (x1, y1) = view.layout_.position(Neuron(2, 0)), view.layout_.position(Neuron(3, 0))
    at = QPoint(round(0.6 * x0 + 0.4 * x1), round(0.6 * y0 + 0.4 * y1))
    hit = view.under(at.x(), at.y())
    assert isinstance(hit, Location)
    QTest.mouseClick(view, LEFT, pos=at)
    assert_parameter(inspector, session, hit)


@pytest.mark.parametrize(
    ("mode", "key", "cell", "hit"),
    [
        ("outer", "dC_dW", (4, 7), Location("w", 2, 4, 7)),
        ("outer", "dC_db", (4, 0), Location("b", 2, 4)),
        ("forward", "a_before", (7, 0), Neuron(1, 7)),
    ],
)
def test_the_matrix(open_beside, session, mode, key, cell, hit):
    panel, inspector = open_beside(MatrixPanel)
    panel.pin(mode, 2)
    QApplication.processEvents()
    QTest.mouseClick(panel.view, LEFT, pos=panel.view.cell_center(key, *cell).toPoint())
    if isinstance(hit, Neuron):
        assert_activation(inspector, session, hit)
    else:
        assert_parameter(inspector, session, hit)


def test_the_gallery_and_the_inspectors_own_rows(open_beside, session):
    gallery, inspector = open_beside(WeightGallery)
    view = gallery.view
    corner = view.layout_().picture(9).center() - QPointF(0, view.verticalScrollBar().value())
    QTest.mouseClick(view.viewport(), LEFT, pos=corner.toPoint())
    assert_activation(inspector, session, Neuron(1, 9))
    QApplication.processEvents()
    rows = inspector.neuron.ways.weights
    target = rows.shown()[0].target
    QTest.mouseClick(rows, LEFT, pos=rows.row_rect(0).center().toPoint())
    assert_parameter(inspector, session, target)
    QApplication.processEvents()
    QTest.mouseClick(inspector.parameter.gradient.factors.buttons[1], LEFT)
    assert_activation(inspector, session, Neuron(1, 9))
    QTest.mouseClick(inspector.neuron.ways.bias, LEFT)
    assert_parameter(inspector, session, Location("b", 1, 9))
