import numpy as np
import pytest

from nnviz.core.network import Location
from nnviz.core.passes import forward, masks_of
from nnviz.errors import SettingsError
from nnviz.session import Neuron
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
    assert session.standing == pytest.approx(evaluate(kernel, session.dataset.test), rel=1e-6)
    passed = forward(session.parameters, session.dataset.test.x, masks)
    right = (passed.a[3].argmax(1) == session.dataset.test.labels).mean()
    assert session.standing.accuracy == pytest.approx(right)
