"""The commands that must be told something: what they do, and what they refuse by name."""

import re
from dataclasses import replace

import numpy as np
import pytest
from samples import tiny_dataset

from nnviz.commands import ALL, BY_NAME, COMMANDS, ArgumentError
from nnviz.commands.arguments import NEEDED, Either, OneOf, Real, Whole, Wholes, YesNo
from nnviz.commands.building import dataset
from nnviz.commands.phases import parse_phase, phase_name, phase_position
from nnviz.core.network import Location, NetworkSpec
from nnviz.errors import NnvizError
from nnviz.session import Neuron, Session


@pytest.fixture
def give(tiny_session):
    """Gives a command to a tiny session: 4-16-16-3, 12 training and 5 test examples."""

    def give(name, /, **arguments):
        BY_NAME[name].perform(tiny_session, arguments)
        return tiny_session

    return give


@pytest.fixture
def images(qapp):
    """A session with the 8×8 digits, and what gives commands to it."""
    session = Session(dataset("digits8"))
    yield session, lambda name, /, **arguments: BY_NAME[name].perform(session, arguments)
    session.close()


class TestWhatTheyDo:
    def test_data_and_network(self, give):
        session = give("data", name="circles", n=40, noise=0.0, seed=3)
        assert (len(session.dataset.train) + len(session.dataset.test), session.spec.sizes[0]) == (40, 2)
        give("network", hidden=[5], activation="relu", output="tanh", cost="half_squared", seed=9)
        n_out = session.dataset.n_outputs
        assert session.spec == NetworkSpec((2, 5, n_out), ("relu", "tanh"), "half_squared")
        assert session.origin == ("he", 9)

    def test_the_same_data_are_the_same_object(self, give):
        session = give("data", name="xor")
        first = session.moment
        give("data", name="xor")
        assert session.moment is first

    def test_an_example_network(self, qapp, digits):
        session = Session(digits)
        BY_NAME["open-network"].perform(session, {"name": "mnist-16-16"})
        assert session.parameters.weights(1).std() > 0.5  # trained: they began at 1/28
        assert session.origin is None
        session.close()

    def test_an_example_by_index_and_by_class(self, give):
        assert give("example", part="train", index=7).example.index == 7
        session = give("example", part="test", label=1, nth=1)
        assert (session.example.split, session.label) == ("test", 1)
        assert session.example.index == np.flatnonzero(session.dataset.test.labels == 1)[1]

    def test_cursor(self, give):
        assert give("cursor", at="delta2").phase == ("delta", 2)
        assert give("cursor", at="x").cursor == 0

    def test_select(self, give):
        assert give("select", neuron=[1, 3]).selection == Neuron(1, 3)
        assert give("select", weight=[1, 3, 2]).selection == Location("w", 1, 3, 2)
        assert give("select", bias=[3, 2]).selection == Location("b", 3, 2)

    def test_view_changes_what_is_named(self, give):
        session = give("view", picture="matrix", contrast=2.0)
        before = session.view
        assert (before.picture, before.gamma) == ("matrix", 2.0)
        assert give("view", workspace="train").view == replace(before, workspace="train")

    def test_parameters_and_neurons(self, give):
        session = give("set-weight", weight=[2, 1, 3], value=0.5)
        assert session.parameters.at(Location("w", 2, 1, 3)) == 0.5
        give("set-bias", bias=[2, 1], value=-1.5)
        assert session.parameters.at(Location("b", 2, 1)) == -1.5
        give("paint-weights", neuron=[2, 1], value=0.25)
        assert set(session.parameters.weights(2)[1]) == {0.25}
        give("switch", neuron=[1, 4])
        assert (1, 4) in session.off
        give("switch", neuron=[1, 4], on=True)
        assert not session.off

    def test_a_rectangle_of_pixels(self, images):
        session, give = images
        give("paint-weights", neuron=[1, 0], value=0.0)
        give("paint-weights", neuron=[1, 0], rows=[2, 3], columns=[1, 4], value=1.0)
        weights = session.parameters.weights(1)[0].reshape(8, 8)
        assert weights[2:4, 1:5].all()
        assert weights.sum() == 8
        give("paint-input", rows=[0, 0], value=1.0)
        assert session.input.reshape(8, 8)[0].tolist() == [1.0] * 8

    def test_noise_by_seed(self, images):
        session, give = images
        give("noise", seed=5)
        first = session.input.copy()
        give("noise", seed=6)
        assert not np.array_equal(session.input, first)
        give("noise", seed=5)
        assert np.array_equal(session.input, first)
        give("noise", kind="mix", other=3)
        assert session.nonsense.present.number == 3

    def test_training_is_set_and_waited_for(self, qtbot, give):
        session = give("training", rate=0.25, batch=3, optimizer="momentum")
        assert (session.settings.rate, session.settings.batch) == (0.25, 3)
        give("pace", updates=1)
        assert session.pace == 1.0
        give("train-updates", n=6)
        qtbot.waitUntil(lambda: session.run_state == "idle")
        assert session.updates == 6
        give("train-epochs", n=2)
        qtbot.waitUntil(lambda: session.run_state == "idle")
        assert session.position.epoch == 3
        assert session.settings.epochs == 30  # what the user has set stays
        give("pace", updates="flat out")
        assert session.pace is None

    def test_training_until(self, qtbot, give):
        give("training", batch=3)
        session = give("train-until", accuracy=0.1, most=5)
        qtbot.waitUntil(lambda: session.run_state == "idle")
        assert 0 < session.position.epoch <= 5

    def test_history_and_races(self, qtbot, give):
        session = give("training", batch=3)
        give("train-updates", n=4)
        qtbot.waitUntil(lambda: session.run_state == "idle")
        assert give("visit", step=2).updates == 2
        assert give("race", preset="seeds", epochs=2).race.epochs == 2
        assert give("race", preset="seeds", pace="20").race.pace == 20
        assert give("race", preset="seeds", pace="flat out").race.pace is None
        assert len(give("examples", first=5).examples.refs) == 5

    def test_rows_of_the_table(self, give):
        assert give("rows", show="strongest").examples.rows == "strongest"
        give("rows", biases=3)
        session = give("rows", weight=[2, 1, 4])
        assert session.examples.own == (*(Location("b", 3, j) for j in range(3)), Location("w", 2, 1, 4))
        assert session.examples.rows == "own"

    def test_listening_to_one_class_alone(self, qtbot, give):
        give("examples", label=1)
        session = give("these-only")
        assert set(session.dataset.train.labels) == {1}
        assert session.run_state == "idle"
        give("training", batch=2)
        give("train-epochs", n=3)
        qtbot.waitUntil(lambda: session.run_state == "idle")
        assert session.epochs == 3


REFUSED = (
    ("cursor", {"at": "a9"}, "at", "no phase"),
    ("cursor", {"at": "b1"}, "at", "must be a phase"),
    ("cursor", {}, "at", "must be told"),
    ("select", {}, "neuron", "one thing"),
    ("select", {"neuron": [1, 99]}, "neuron", "none such"),
    ("select", {"bias": [0, 0]}, "bias", "none such"),
    ("rows", {"biases": 9}, "biases", "none such"),
    ("rows", {"weight": [1, 0, 99]}, "weight", "none such"),
    ("rows", {"show": "all"}, "show", "must be one of"),
    ("select", {"neuron": [1, -1]}, "neuron", "whole numbers from 0"),
    ("select", {"neuron": "1 3"}, "neuron", "whole numbers from 0"),
    ("example", {"index": 99}, "index", "examples"),
    ("example", {"label": 0, "nth": 99}, "label", "of that class"),
    ("example", {"index": 0, "label": 0}, "index", "by its index or by its label"),
    ("example", {"indx": 0}, "indx", "did you mean “index”"),
    ("data", {"name": "digit"}, "name", "must be one of"),
    ("data", {"name": "digits", "noise": 0.1}, "noise", "not drawn at random"),
    ("network", {"hidden": [16, 0]}, "hidden", "whole numbers from 1"),
    ("network", {"hidden": [True]}, "hidden", "whole numbers from 1"),
    ("open-network", {"name": "none"}, "name", "no example network"),
    ("open-network", {"name": "mnsit-16-16"}, "name", "did you mean “mnist-16-16”?"),
    ("data", {"name": "digts"}, "name", "not 'digts' (did you mean “digits”?)"),
    ("open-network", {"name": "../secret"}, "name", "no example network"),
    ("paint-weights", {"neuron": [2, 0], "rows": [0, 1], "value": 1}, "rows", "from the pixels"),
    ("paint-weights", {"neuron": [0, 0], "value": 1}, "neuron", "no weights"),
    ("paint-input", {"value": 2}, "value", "from 0 to 1"),
    ("set-weight", {"weight": [1, 0, 0], "value": float("nan")}, "value", "a number"),
    ("training", {"rate": -1}, "rate", "a number from"),
    ("view", {"workspace": "lessons"}, "workspace", "one of explore"),
)


@pytest.mark.parametrize(("name", "arguments", "field", "words"), REFUSED, ids=lambda value: str(value)[:30])
def test_what_is_wrong_is_refused_by_its_name_and_changes_nothing(
    tiny_session, name, arguments, field, words
):
    before = tiny_session.keep()
    with pytest.raises(NnvizError, match=re.escape(words)) as caught:
        BY_NAME[name].perform(tiny_session, arguments)
    assert caught.value.field == field
    after = tiny_session.keep()
    assert (before.cursor, before.selection, before.view) == (after.cursor, after.selection, after.view)
    assert tiny_session.moment is before.timeline.present


def test_every_command_has_one_sentence_and_every_argument_a_phrase():
    for command in ALL:
        assert re.fullmatch(r"[A-Z].{10,110}\.", command.tip)
        for argument in command.arguments:
            assert argument.tip
            assert argument.kind.words
            if argument.default is not NEEDED and argument.default is not None:
                argument.kind.read(argument.default)


def test_what_is_random_is_not_for_lessons():
    assert {c.name for c in COMMANDS if not c.lessons} >= {"random-example", "random-pixels", "train"}


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (Whole(1, 3), (1, 3), (0, 4, 1.0, True, "1", None)),
        (Real(0, 1), (0, 0.5, 1), (-0.1, 1.1, float("inf"), True, "0.5")),
        (OneOf(("a", "b")), ("a",), ("c", 1, None)),
        (YesNo(), (True, False), (1, "true")),
        (Wholes(0, 2, 2, "[l, j]"), ([1, 2], (0, 0)), ([1], [1, 2, 3], "12", [1, -2], 5)),
        (Either((Real(), OneOf(("flat out",)))), (1.5, "flat out"), ("fast", [])),
    ],
    ids=lambda value: type(value).__name__,
)
def test_kinds_take_what_is_right_and_nothing_else(kind, good, bad):
    for value in good:
        kind.read(value)
    for value in bad:
        with pytest.raises(ValueError):  # noqa: PT011 (the words are the caller's)
            kind.read(value)


def test_all_phases_have_names_that_lead_back(tiny_session):
    for position, phase in enumerate(tiny_session.plan.phases):
        name = phase_name(phase)
        assert parse_phase(name)[0] == phase.kind
        assert phase_position(tiny_session, name) == position


def test_softmax_has_no_phase_dc_da_at_the_output(qapp):
    spec = NetworkSpec.build(4, (2,), 3, output="softmax", cost="cross_entropy")
    session = Session(tiny_dataset(), spec)
    with pytest.raises(NnvizError, match="no phase"):
        phase_position(session, "da2")
    session.close()


def test_an_argument_error_is_one_of_the_family():
    assert issubclass(ArgumentError, NnvizError)
