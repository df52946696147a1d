from dataclasses import replace

import numpy as np
import pytest

from nnviz.session import EDGES
from nnviz.ui.network.values import EdgeValues


@pytest.fixture
def edges(session):
    edges = EdgeValues(session)
    session.changed.connect(edges.follow)
    return edges


def show(session, kind):
    session.set_view(replace(session.view, edges=kind))


def test_weights_stay_weights(session, edges):
    show(session, "weight")
    for position in range(len(session.plan)):
        session.jump(position)
        np.testing.assert_array_equal(edges.values(2), session.parameters.blocks[2][:-1])


def test_contributions_are_w_times_a_once_a_is_computed(session, edges):
    show(session, "contribution")
    session.jump(0)
    np.testing.assert_allclose(
        edges.values(1).sum(axis=0) + session.parameters.biases(1), session.trace.z[1], rtol=1e-6
    )
    assert edges.shown(2).values is None
    assert edges.shown(2).missing == "not yet computed"
    session.jump(session.plan.position("activation", 1))
    weights = session.parameters.weights(2)
    np.testing.assert_allclose(edges.values(2)[3, 5], weights[5, 3] * session.trace.a[1][3], rtol=1e-6)


def test_wishes_are_minus_the_gradient_once_it_is_computed(session, edges):
    show(session, "wish")
    assert edges.shown(3).missing == "not yet computed"
    session.jump(session.plan.position("gradient", 3))
    np.testing.assert_array_equal(edges.values(3), -session.trace.gradient.blocks[3][:-1])
    assert edges.values(2) is None


def test_the_change_is_what_the_last_update_did(session, edges):
    show(session, "change")
    assert edges.shown(1).missing == "no change yet"
    before = session.parameters
    session.jump(session.plan.update)
    np.testing.assert_array_equal(edges.values(1), session.change.blocks[1][:-1])
    np.testing.assert_allclose(
        edges.values(1), (session.parameters.theta - before.theta)[: 784 * 16].reshape(784, 16)
    )


def test_all_kinds_follow_a_training(qtbot, tiny_session):
    edges = EdgeValues(tiny_session)
    tiny_session.changed.connect(edges.follow)
    tiny_session.set_pace(100.0)
    for kind in EDGES:
        show(tiny_session, kind)
        updates = tiny_session.updates
        tiny_session.start()
        qtbot.waitUntil(lambda n=updates: tiny_session.updates > n, timeout=5000)
        shown = edges.shown(1)
        expected = {
            "score": lambda: tiny_session.parameters.blocks[1][:-1],
            "weight": lambda: tiny_session.parameters.blocks[1][:-1],
            "contribution": lambda: (
                tiny_session.parameters.blocks[1][:-1].astype(float) * tiny_session.trace.x[:, None]
            ),
            "wish": lambda: -tiny_session.trace.gradient.blocks[1][:-1],
            "change": lambda: tiny_session.change.blocks[1][:-1],
        }[kind]()
        np.testing.assert_allclose(shown.values, expected)
        tiny_session.stop()
    show(tiny_session, "wish")
    assert edges.shown(1).values is None  # at rest the cursor has not come to the gradient


def test_strengths_and_their_scale(session, edges):
    drawn, scale = edges.drawn(2)
    values = session.parameters.blocks[2][:-1].ravel()
    assert scale == pytest.approx(np.abs(values).max())
    np.testing.assert_allclose(drawn, values / scale, rtol=1e-6)
    show(session, "change")
    drawn, scale = edges.drawn(2)
    assert scale == 0
    assert not drawn.any()
