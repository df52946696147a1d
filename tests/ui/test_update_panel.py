"""What the last update did: the numbers are core's, nothing is changed by asking."""

from dataclasses import replace

import numpy as np
import pytest
from driving import expose
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from nnviz.core.network import Location, NetworkSpec, Parameters
from nnviz.core.step_effect import Step, effect
from nnviz.core.steps import Trace
from nnviz.session import Neuron
from nnviz.ui.update.deltas import mosaic
from nnviz.ui.update.panel import UpdatePanel
from nnviz.wording import number

LEFT = Qt.MouseButton.LeftButton
WEIGHT = Location("w", 2, 3, 7)


@pytest.fixture
def make_panel(qtbot):
    def make(session, size=(690, 340)):
        panel = expose(qtbot, UpdatePanel(session), size)
        qtbot.waitUntil(lambda: panel.settled)
        return panel

    return make


def effects(panel):
    return {row.name: row.effect for row in panel.table.rows()}


def expected(session, x, y):
    moment = session.moment
    step = Step.between(moment.parent.state.parameters, moment.state.parameters)
    return effect(step, np.atleast_2d(x), np.atleast_2d(y))


def updated(session):
    session.jump(session.plan.update)


def test_nothing_yet(make_panel, tiny_session):
    panel = make_panel(tiny_session)
    assert not panel.body.isVisible()
    assert "not been changed yet" in panel.reason.text()


def test_an_update_is_held_against_every_set(make_panel, tiny_session):
    session = tiny_session
    updated(session)
    panel = make_panel(session)
    found = effects(panel)
    assert list(found) == ["this example", "training set", "test set"]
    assert found["this example"] == expected(session, *session.split.example(0))
    for name, split in (("training set", session.dataset.train), ("test set", session.dataset.test)):
        assert found[name] == pytest.approx(expected(session, split.x, split.targets))
    row = panel.table.rows()[0]
    assert row.texts[:2] == (
        number(row.effect.predicted, signed=True),
        number(row.effect.real, signed=True),
    )
    assert "η = 1.00" in panel.title.text()


def test_large_sets_are_computed_in_a_thread(make_panel, session):
    updated(session)
    panel = make_panel(session)
    split = session.dataset.test
    assert effects(panel)["test set"] == pytest.approx(expected(session, split.x, split.targets))
    panel.hide()
    assert panel._thread is None


def test_another_example_keeps_the_updates_own(make_panel, tiny_session):
    session = tiny_session
    updated(session)
    session.next_example()
    found = effects(make_panel(session))
    assert list(found)[:2] == ["this example", "its own example"]
    assert found["its own example"] == expected(session, *session.dataset.train.example(0))
    assert found["this example"] == expected(session, *session.dataset.train.example(1))


def test_one_mini_batch_is_known(make_panel, tiny_session, qtbot):
    session = tiny_session
    session.set_settings(replace(session.settings, batch=5))
    session.train_batch()
    qtbot.waitUntil(lambda: session.run_state == "idle")
    panel = make_panel(session)
    found = effects(panel)
    moment = session.moment
    rows = moment.parent.state.trainer(replace(session.settings, seed=session.origin.seed)).rows()
    train = session.dataset.train
    assert found["its mini-batch"] == expected(session, train.x[rows], train.targets[rows])
    # Plain gradient descent on these very examples: −η|∇C|².
    change = moment.state.parameters.theta - moment.parent.state.parameters.theta
    assert found["its mini-batch"].predicted == pytest.approx(-float(change @ change), rel=1e-3)


def test_while_a_training_runs_it_waits(make_panel, tiny_session, qtbot):
    panel = make_panel(tiny_session)
    tiny_session.set_pace(1.0)
    tiny_session.start()
    assert "running" in panel.reason.text()
    tiny_session.stop()


def test_an_edit_that_moves_no_parameter(make_panel, tiny_session):
    tiny_session.switch(Neuron(1, 0), on=False)
    assert "moved no weight" in make_panel(tiny_session).reason.text()


def test_the_chosen_parameter_and_the_largest(make_panel, tiny_session):
    session = tiny_session
    before = session.parameters.at(WEIGHT)
    session.set_parameter(WEIGHT, before + 1.5)
    panel = make_panel(session, (1200, 600))
    assert panel.unchosen.isVisible()
    rows = panel.rows.shown()
    assert [row.target for row in rows] == [WEIGHT]
    assert rows[0].value == pytest.approx(1.5)
    QTest.mouseClick(panel.rows, LEFT, pos=panel.rows.row_rect(0).center().toPoint())
    assert session.selection == WEIGHT
    assert panel.chosen.change.text() == "Δ = +1.50"
    assert panel.deltas[1].picture.marked() == (3, 7)


def test_another_rate_is_only_a_question(make_panel, tiny_session):
    session = tiny_session
    updated(session)
    panel = make_panel(session)
    moment, theta = session.moment, session.parameters.theta.copy()
    plot = panel.trying.plot
    frame = plot.frame_rect()
    middle = QPoint(round(frame.center().x()), round(frame.center().y()))
    QTest.mouseClick(plot, LEFT, pos=middle)
    curve, rate = panel.trying._curve, panel.trying._rate
    assert rate == pytest.approx(1.5, abs=0.02)
    before = moment.parent.state.parameters
    x, y = session.split.example(0)
    trace = Trace.of(before, x, y)
    moved = Parameters(before.spec, trace.parameters.theta - rate * trace.gradient.theta)
    assert curve.real(rate) == pytest.approx(Trace.of(moved, x, y).cost)
    assert number(curve.real(rate)) in panel.trying.says.text()
    assert session.moment is moment
    np.testing.assert_array_equal(session.parameters.theta, theta)
    # Where the update really went, the curve has the cost it really led to.
    assert curve.real(curve.used) == pytest.approx(effects(panel)["this example"].after, rel=1e-5)


def test_a_rate_that_is_typed_lengthens_the_axis(make_panel, tiny_session):
    updated(tiny_session)
    panel = make_panel(tiny_session)
    trying = panel.trying
    trying.rate.offered.emit("20")
    assert trying._curve.highest == 20
    trying.rate.offered.emit("nonsense")
    assert "must be a number" in trying.says.text()


def test_hovering_a_change_points_everywhere(make_panel, session):
    updated(session)
    panel = make_panel(session, (1000, 900))
    panel.deltas[0].picture.hovered.emit(30, 30)  # the second row of pictures, the second column
    pointed = session.pointed
    assert pointed == panel.deltas[0].location(30, 30)
    assert (pointed.layer, pointed.j, pointed.k) == (1, 9, 28 + 1)


def test_the_mosaic_holds_every_weight_once():
    spec = NetworkSpec.build(6, (4,), 2)
    theta = Parameters(spec, np.arange(spec.parameter_count, dtype=float))
    for layer, image in ((1, (2, 3)), (1, None), (2, None)):
        arranged = mosaic(theta, layer, image)
        held = np.sort(arranged.places[arranged.present])
        block = theta.blocks[layer]
        wanted = block[:-1] if image else block
        np.testing.assert_array_equal(held, np.sort(wanted.ravel()))
    matrix = mosaic(theta, 2, None)
    np.testing.assert_array_equal(matrix.values(theta.theta)[:, :4], theta.weights(2))
    np.testing.assert_array_equal(matrix.values(theta.theta)[:, -1], theta.biases(2))


def test_color_images_show_their_channels_side_by_side():
    spec = NetworkSpec.build(12, (1,), 2)
    theta = Parameters(spec, np.arange(spec.parameter_count, dtype=float))
    arranged = mosaic(theta, 1, (2, 2, 3))
    assert arranged.places.shape == (2, 6)
    assert arranged.places[0].tolist() == [0, 3, 1, 4, 2, 5]
