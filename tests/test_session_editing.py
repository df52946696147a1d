import numpy as np
import pytest

from nnviz.commands import BY_NAME
from nnviz.core.explain import explain_parameter
from nnviz.core.network import Location, NetworkSpec
from nnviz.core.passes import forward, masks_of
from nnviz.errors import SettingsError
from nnviz.session import Changed, Neuron
from nnviz.training.kernel import Kernel
from nnviz.training.trainer import evaluate

WEIGHT = Location("w", 2, 5, 3)


def test_a_weight_is_set_and_undone_bit_for_bit(session):
    before = session.parameters.theta.copy()
    session.set_parameter(WEIGHT, 1.25)
    assert session.parameters.at(WEIGHT) == 1.25
    assert np.count_nonzero(session.parameters.theta != before) == 1
    assert session.trace.parameters.at(WEIGHT) == 1.25
    session.undo()
    assert np.array_equal(session.parameters.theta, before)
    session.redo()
    assert session.parameters.at(WEIGHT) == 1.25


def test_a_drag_is_one_entry_of_the_history(session):
    before = session.parameters.theta.copy()
    session.begin_drag()
    for value in (0.1, 0.2, 0.3):
        session.set_parameter(WEIGHT, value)
    session.end_drag()
    session.set_parameter(WEIGHT, 0.4)
    session.undo()
    assert session.parameters.at(WEIGHT) == pytest.approx(0.3)
    session.undo()
    assert np.array_equal(session.parameters.theta, before)
    assert session.undoable is None


def test_two_things_in_one_drag_are_two_entries(session):
    session.begin_drag()
    session.set_parameter(WEIGHT, 0.5)
    session.set_parameter(Location("b", 1, 0), 0.5)
    session.end_drag()
    session.undo()
    assert session.undoable is not None
    assert session.undoable.edit.location == WEIGHT


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 1e39])
def test_no_weight_becomes_what_is_no_number(session, value):
    before = session.parameters
    with pytest.raises(SettingsError, match="finite"):
        session.set_parameter(WEIGHT, value)
    assert session.parameters is before


def test_weights_are_painted(session):
    session.paint_weights(Neuron(1, 4), {0: 1.0, 783: -1.0})
    weights = session.parameters.weights(1)[4]
    assert (weights[0], weights[783]) == (1.0, -1.0)


def test_a_painted_input_belongs_to_its_example_and_comes_back_with_it(session):
    session.paint_input({0: 1.0, 5: 0.5})
    assert session.painted
    assert session.trace.x[[0, 5]].tolist() == [1.0, 0.5]
    session.next_example()
    assert not session.painted
    session.previous_example()
    assert session.painted
    session.next_example()
    session.undo()
    assert session.example.index == 0
    assert not session.painted
    assert session.cursor <= session.plan.cost


def test_an_update_learns_from_the_painted_input(session):
    session.paint_input(dict.fromkeys(range(784), 0.0))
    session.jump(session.plan.update)
    weights = session.change.weights(1)
    assert not weights.any()
    assert session.change.biases(1).any()


def test_a_neuron_switched_off_is_silent_everywhere(session):
    session.switch(Neuron(1, 3), on=False)
    assert session.trace.a[1][3] == 0
    assert session.trace.delta[1][3] == 0
    assert session.off == {(1, 3)}
    session.jump(session.plan.update)
    assert not session.change.weights(1)[3].any()
    session.switch(Neuron(1, 3), on=True)
    assert session.trace.a[1][3] != 0
    session.undo()
    assert session.trace.a[1][3] == 0


def test_only_hidden_neurons_can_be_switched_off(session):
    for neuron in (Neuron(0, 3), Neuron(3, 3)):
        with pytest.raises(SettingsError, match="hidden"):
            session.switch(neuron, on=False)


def test_training_leaves_a_neuron_off_alone(qtbot, session):
    session.switch(Neuron(1, 3), on=False)
    before = session.parameters.weights(1)[3].copy()
    with qtbot.waitSignal(session.changed, check_params_cb=lambda _: session.run_state == "idle"):
        session.train_batch()
    assert session.updates == 1
    assert np.array_equal(session.parameters.weights(1)[3], before)
    assert session.off == {(1, 3)}


def test_an_edit_pauses_a_training(qtbot, session):
    session.set_pace(10)
    session.start()
    session.set_parameter(WEIGHT, 0.5)
    assert session.run_state == "paused"
    assert session.parameters.at(WEIGHT) == 0.5


def test_the_standing_over_the_test_set_follows(qtbot, session):
    session.switch(Neuron(1, 3), on=False)
    qtbot.waitUntil(lambda: session.standing is not None, timeout=5000)
    masks = masks_of(session.spec, session.off)
    kernel = Kernel(session.parameters, masks)
    cost, accuracy, *_ = evaluate(kernel, session.dataset.test)
    assert session.standing[:2] == pytest.approx((cost, accuracy), rel=1e-6)
    passed = forward(session.parameters, session.dataset.test.x, masks)
    right = (passed.a[3].argmax(1) == session.dataset.test.labels).mean()
    assert session.standing.accuracy == pytest.approx(right)


def test_painting_the_input_keeps_what_a_training_has_reached(qtbot, session):
    session.set_pace(None)
    session.train_epoch()
    qtbot.waitUntil(lambda: session.updates >= 1 or session.run_state == "idle")
    session.paint_input({0: 1.0})
    assert session.updates >= 1
    assert session.painted


def test_what_is_pointed_at_goes_with_its_network(session):
    session.point_at(Location("w", 3, 9, 15))
    session.select(Neuron(2, 5))
    session.new_network(NetworkSpec.build(784, (), 10), "scaled", 0)
    assert session.pointed is None
    assert session.selection is None


def test_no_past_state_can_be_written_through_a_view(session):
    assert not session.parameters.blocks[1].flags.writeable
    session.jump(session.plan.update)
    with pytest.raises(ValueError, match="read-only"):
        session.parameters.blocks[1][0, 0] = 5


def test_a_neuron_that_is_off_is_a_factor_of_its_own_not_a_flat_slope(session):
    session.switch(Neuron(1, 3), on=False)
    explained = explain_parameter(session.trace, Location("w", 1, 3, 400))
    factors = {factor.quantity.kind: factor.value for factor in explained.factors}
    assert factors["mask"] == 0
    assert factors["slope"] > 0
    assert explained.derivative == 0


def test_after_an_update_home_goes_on_instead_of_taking_it_back(session):
    session.jump(session.plan.update)
    after = session.parameters
    BY_NAME["to-start"].run(session)
    assert session.cursor == 0
    assert session.parameters is after


def test_the_standing_is_not_that_of_before_while_a_training_runs(qtbot, session):
    qtbot.waitUntil(lambda: session.standing is not None, timeout=5000)
    session.set_pace(10)
    session.start()
    assert session.standing is None
    session.pause()
    qtbot.waitUntil(lambda: session.standing is not None, timeout=5000)


def test_what_the_test_set_made_of_a_network_that_has_gone_is_not_told(session, qtbot):
    told = []
    session.changed.connect(lambda what: told.append(session.standing) if what & Changed.STANDING else None)
    session._measuring.evaluate()
    session.new_network(session.spec, "scaled", 5)
    qtbot.waitUntil(lambda: session.standing is not None)
    assert {standing for standing in told if standing is not None} == {session.standing}
    test = session.dataset.test
    answers = forward(session.parameters, test.x).a[session.spec.depth].argmax(axis=1)
    assert session.standing.accuracy == pytest.approx(np.mean(answers == test.labels))
