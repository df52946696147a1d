from itertools import product

import numpy as np
import pytest
from driving import expose, press
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from samples import tiny_dataset

from nnviz.core.functions import ACTIVATIONS, COSTS, check_pair
from nnviz.core.network import INITIALIZATIONS, NetworkSpec, initialize
from nnviz.data import SOURCES, load
from nnviz.errors import FileError, SpecError
from nnviz.session import Session
from nnviz.ui import theme
from nnviz.ui.new_network import form as network_form
from nnviz.ui.new_network.dialog import NetworkDialog
from nnviz.ui.new_network.hidden_layers import MOST_LAYERS, MOST_NEURONS
from nnviz.ui.new_network.presets import PRESETS
from nnviz.wording import COST_NAMES, parameter_count_apart

HIDDEN = ("identity", "sigmoid", "tanh", "relu")
LEGAL = tuple((output, cost) for cost in COSTS for output in COSTS[cost].outputs)


@pytest.fixture
def open_dialog(qtbot):

    def open_dialog(session):
        dialog = NetworkDialog(session)
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
            dialog.activateWindow()
        return dialog

    return open_dialog


@pytest.fixture
def dialog(open_dialog, tiny_session):
    return open_dialog(tiny_session)


@pytest.fixture
def form(dialog):
    return dialog.form


def offered(box, name):
    return box.model().item(box.findData(name)).isEnabled()


def tooltip(box, name):
    return box.model().item(box.findData(name)).toolTip()


# What it begins with


def test_it_begins_with_the_present_network(tiny_session, open_dialog):
    spec = NetworkSpec((4, 7, 5, 3), ("tanh", "relu", "softmax"), "cross_entropy")
    tiny_session.new_network(spec, "he", 42)
    form = open_dialog(tiny_session).form
    assert form.choice() == (spec, "he", 42, tiny_session.dataset)


def test_the_built_in_data_are_offered(open_dialog, session):
    dialog = open_dialog(session)
    box = dialog.form.data
    assert [box.itemData(row) for row in range(box.count())] == [*SOURCES]
    box.choose("digits8")
    assert dialog.form.spec().sizes == (64, 16, 16, 10)
    assert dialog.form.outputs.text() == "10 neurons, one per class"
    press(dialog.create_button)
    assert session.dataset.name == "digits8"
    assert session.spec.sizes[0] == 64


def test_data_of_one_s_own_stay_available(form, tiny_session):
    assert [form.data.itemData(row) for row in range(form.data.count())] == ["tiny", *SOURCES]
    form.data.choose("digits8")
    form.data.choose("tiny")
    assert form.dataset is tiny_session.dataset


# Hidden layers


def test_layers_are_added_and_removed(form):
    for n in range(3, MOST_LAYERS + 1):
        press(form.hidden.add)
        assert len(form.spec().sizes) == n + 2
    assert not form.hidden.add.isEnabled()
    form.hidden.add_layer()
    assert len(form.hidden.layers) == MOST_LAYERS
    form.hidden.rows[3].neurons.setValue(99)
    press(form.hidden.rows[3].remove)
    assert 99 not in form.spec().sizes
    while form.hidden.rows:
        press(form.hidden.rows[0].remove)
    assert form.spec().sizes == (4, 3)
    press(form.hidden.add)
    assert form.spec().sizes == (4, 16, 3)


def test_a_new_layer_is_like_the_last_and_waits_for_its_size(form, qtbot):
    form.hidden.set_layers(((5, "tanh"),))
    press(form.hidden.add)
    assert form.hidden.layers == ((5, "tanh"), (5, "tanh"))
    assert form.hidden.rows[1].neurons.hasFocus()


def test_sizes_go_from_1_to_1024(form):
    box = form.hidden.rows[0].neurons
    box.setValue(0)
    assert box.value() == 1
    box.setValue(5000)
    assert box.value() == MOST_NEURONS == 1024


def test_softmax_stands_at_the_output_only(form):
    hidden, output = form.hidden.rows[0].activation, form.output
    assert [hidden.itemData(row) for row in range(hidden.count())] == list(HIDDEN)
    assert [output.itemData(row) for row in range(output.count())] == list(ACTIVATIONS)


def test_tab_goes_from_top_to_bottom(form, qtbot):
    form.hidden.add_layer()
    form.data.setFocus()
    order = [w for row in form.hidden.rows for w in (row.neurons, row.activation, row.remove)]
    for widget in (*order, form.hidden.add, form.output, form.cost, form.scheme, form.seed):
        QTest.keyClick(form.window().focusWidget(), Qt.Key.Key_Tab)
        assert form.window().focusWidget() is widget


# Output and cost


@pytest.mark.parametrize("output", ACTIVATIONS)
def test_only_pairs_that_go_together_are_offered(form, output):
    form.output.choose(output)
    for cost in COSTS:
        assert offered(form.cost, cost) == ((output, cost) in LEGAL)
        if (output, cost) in LEGAL:
            assert tooltip(form.cost, cost) == ""
        else:
            with pytest.raises(SpecError) as raised:
                check_pair(output, cost)
            assert tooltip(form.cost, cost) == str(raised.value)


@pytest.mark.parametrize(("output", "cost"), LEGAL)
def test_the_cost_follows_the_output_and_says_so(form, output, cost):
    for target in ACTIVATIONS:
        form.output.choose(output)
        form.cost.choose(cost)
        form.cost.activated.emit(form.cost.currentIndex())
        form.output.choose(target)
        check_pair(form.output.value, form.cost.value)
        moved = form.cost.value != cost
        assert moved == ((target, cost) not in LEGAL)
        assert form.note.isVisible() == moved
        if moved:
            assert COST_NAMES[cost] in form.note.text()


def test_a_chosen_cost_ends_the_note(form):
    form.output.choose("softmax")
    assert form.note.isVisible()
    form.cost.activated.emit(form.cost.currentIndex())
    assert not form.note.isVisible()


@pytest.mark.parametrize(("output", "cost"), LEGAL)
def test_every_legal_network_can_be_built(open_dialog, tiny_session, output, cost):
    dialog = open_dialog(tiny_session)
    form = dialog.form
    for hidden, depth in (("sigmoid", 0), *product(HIDDEN, (1, 3))):
        dialog.show()
        form.hidden.set_layers(((6, hidden),) * depth)
        form.output.choose(output)
        form.cost.choose(cost)
        spec = NetworkSpec((4, *(6,) * depth, 3), (*(hidden,) * depth, output), cost)
        assert dialog.preview.text() == f"{spec} · {spec.parameter_count:,} parameters"
        press(dialog.create_button)
        assert tiny_session.spec == spec
        assert not dialog.isVisible()


@pytest.mark.parametrize("scheme", INITIALIZATIONS)
def test_first_weights_are_drawn_as_described(dialog, tiny_session, scheme):
    dialog.form.scheme.choose(scheme)
    dialog.form.seed.setValue(7)
    press(dialog.create_button)
    expected = initialize(tiny_session.spec, scheme, 7)
    np.testing.assert_array_equal(tiny_session.parameters.theta, expected.theta)


def test_another_seed(form):
    seeds = set()
    for _ in range(5):
        press(form.new_seed)
        seeds.add(form.seed.value())
    assert len(seeds) > 1


# The preview and the presets


def test_the_preview_counts_and_takes_apart(open_dialog, session):
    dialog = open_dialog(session)
    assert dialog.preview.text() == "784-16-16-10 · 13,002 parameters"
    dialog.form.hidden.rows[0].neurons.setValue(30)
    spec = dialog.form.spec()
    assert dialog.preview.text() == f"784-30-16-10 · {spec.parameter_count:,} parameters"
    assert dialog.apart.text() == parameter_count_apart(spec)


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.title)
def test_presets_describe_what_they_say(dialog, tiny_session, preset):
    dialog.form.seed.setValue(3)
    button = dialog.presets[preset]
    press(button)
    assert [b.isChecked() for b in dialog.presets.values()] == [b is button for b in dialog.presets.values()]
    press(button)
    assert button.isChecked()
    assert not dialog.form.note.isVisible()
    press(dialog.create_button)
    spec = tiny_session.spec
    assert spec.sizes[1:-1] == tuple(size for size, _ in preset.layers)
    assert (spec.activations[-1], spec.cost) == (preset.output, preset.cost)
    assert tiny_session.origin == (preset.scheme, 3)


LINEAR, LOGISTIC = (next(p for p in PRESETS if name in p.title) for name in ("linear", "logistic"))


def test_regression_comes_with_data_that_suit_it_and_back(open_dialog, session):
    dialog = open_dialog(session)
    press(dialog.presets[LINEAR])
    assert dialog.form.dataset.name == "line"
    assert dialog.form.data_note.isVisible()
    assert dialog.preview.text().startswith("1-1 ")
    press(dialog.presets[LOGISTIC])
    assert dialog.form.dataset is session.dataset  # what one had is not lost on the way
    assert not dialog.form.data_note.isVisible()
    press(dialog.presets[LINEAR])
    press(dialog.create_button)
    assert (session.dataset.name, session.spec.activations, session.settings.rate) == (
        "line",
        ("identity",),
        LINEAR.rate,
    )


def test_logistic_regression_on_measured_values_moves_to_digits(open_dialog, tiny_session):
    tiny_session.use_data(tiny_dataset(classes=False))
    dialog = open_dialog(tiny_session)
    press(dialog.presets[LOGISTIC])
    assert dialog.form.dataset.name == "digits"
    press(dialog.presets[LINEAR])
    assert dialog.form.dataset is tiny_session.dataset


def test_data_chosen_by_hand_stay(open_dialog, session):
    dialog = open_dialog(session)
    press(dialog.presets[LINEAR])
    dialog.form.data.choose("digits8")
    dialog.form.data.activated.emit(dialog.form.data.currentIndex())
    press(dialog.presets[LOGISTIC])
    assert dialog.form.dataset.name == "digits8"


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.title)
def test_a_preset_suits_the_data_it_names(preset):
    data = load(preset.data)
    assert preset.suits(data)
    assert preset.spec(data).sizes[0] == data.n_inputs


def test_the_classic_is_what_everybody_starts_with(open_dialog, session):
    dialog = open_dialog(session)
    assert dialog.presets[PRESETS[0]].isChecked()
    dialog.form.output.choose("tanh")
    assert not any(button.isChecked() for button in dialog.presets.values())


def test_relu_asks_for_small_steps(dialog, tiny_session):
    assert not dialog.hint.isVisible()
    press(dialog.presets[PRESETS[2]])
    assert dialog.hint.isVisible()
    tiny_session.set_rate(0.1)
    dialog.form.changed.emit()
    assert not dialog.hint.isVisible()


# Accepting, refusing, failing


def test_enter_builds_and_undo_brings_the_old_one_back(dialog, tiny_session):
    before = tiny_session.parameters
    dialog.form.hidden.set_layers(((5, "sigmoid"),))
    QTest.keyClick(dialog.form.hidden.rows[0].neurons, Qt.Key.Key_Return)
    assert tiny_session.spec.sizes == (4, 5, 3)
    assert dialog.result() == NetworkDialog.DialogCode.Accepted
    tiny_session.undo()
    assert tiny_session.parameters is before


@pytest.mark.parametrize("way", ["escape", "button"])
def test_cancel_changes_nothing(dialog, tiny_session, way):
    before = tiny_session.parameters
    dialog.form.hidden.set_layers(())
    if way == "escape":
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        press(dialog.cancel_button)
    assert not dialog.isVisible()
    assert tiny_session.parameters is before
    assert tiny_session.undoable is None


def test_a_training_that_runs_is_ended_and_kept(dialog, tiny_session, qtbot):
    tiny_session.set_pace(100.0)
    tiny_session.start()
    qtbot.waitUntil(lambda: tiny_session.updates > 2)
    press(dialog.create_button)
    assert tiny_session.run_state == "idle"
    assert tiny_session.updates == 0
    tiny_session.undo()
    assert tiny_session.updates > 2


def test_what_cannot_be_built_is_explained_and_the_dialog_stays(dialog, tiny_session, monkeypatch):
    def refuse(*args):
        raise SpecError("this does not fit")

    monkeypatch.setattr(Session, "new_network", refuse)
    press(dialog.create_button)
    assert dialog.isVisible()
    assert dialog.error.isVisible()
    assert dialog.error.text() == "This does not fit"
    dialog.form.hidden.add_layer()
    assert not dialog.error.isVisible()


def test_data_that_cannot_be_loaded_are_explained(dialog, form, tiny_session, monkeypatch):
    def fail(name):
        raise FileError("the file is damaged")

    monkeypatch.setattr(network_form, "load", fail)
    form.data.choose("digits8")
    assert form.data.value == "tiny"
    assert form.dataset is tiny_session.dataset
    assert dialog.error.text() == "The file is damaged"
    assert dialog.error.isVisible()


# Room


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_it_fits_the_screen_and_nothing_is_cut_off(qapp, dialog, form, qtbot, scale):
    theme.apply(qapp, theme.LIGHT, scale)
    form.hidden.set_layers(((1024, "relu"),) * MOST_LAYERS)
    form.output.choose("softmax")
    screen = dialog.screen().availableGeometry().height()
    qtbot.waitUntil(lambda: dialog._area.height() > 120)
    qtbot.waitUntil(lambda: form.width() == dialog._area.viewport().width())
    assert dialog.height() <= screen
    assert dialog.width() == 560 * scale
    assert form.minimumSizeHint().width() <= dialog._area.viewport().width()


def test_the_dialog_grows_with_its_layers(dialog, form, qtbot):
    low = dialog.height()
    form.hidden.add_layer()
    qtbot.waitUntil(lambda: dialog.height() > low)
    form.hidden.remove_layer(0)
    qtbot.waitUntil(lambda: dialog.height() == low)
    assert not dialog._area.verticalScrollBar().isVisible()


def test_every_control_has_a_name_and_teaches(dialog, form):
    row = form.hidden.rows[0]
    for control in (
        *(form.data, form.output, form.cost, form.scheme, form.seed, form.new_seed),
        *(row.neurons, row.activation, row.remove, form.hidden.add, *dialog.presets.values()),
    ):
        assert control.accessibleName()
        assert control.toolTip()


def test_it_opens_whole_on_the_screen(qtbot, tiny_session):
    dialog = expose(qtbot, NetworkDialog(tiny_session))
    assert dialog.screen().availableGeometry().contains(dialog.frameGeometry())
