import json
from dataclasses import replace

import by_hand
import numpy as np
import pytest
import safetensors.numpy
import states
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from nnviz.core.network import INITIALIZATIONS, Location, NetworkSpec, Parameters
from nnviz.core.steps import plan
from nnviz.errors import FileError
from nnviz.files import DataReference, SavedState, load_state, save_state, state_file
from nnviz.training.optimizers import OPTIMIZERS
from nnviz.training.schedules import SCHEDULES
from nnviz.training.timeline import ExampleRef, Origin, Painted
from nnviz.training.trainer import MOST_EPOCHS, Metrics, Position, TrainSettings

COUNTS = st.integers(0, 2**53)
EPOCHS = st.integers(1, MOST_EPOCHS)
FINITE = st.floats(allow_nan=False, allow_infinity=False)
POSITIVE = st.floats(0, exclude_min=True, allow_infinity=False)
AMOUNTS = st.floats(0, allow_infinity=False)
SHARES = st.none() | st.floats(0, 1)
SEEDS = st.integers(0, 2**31 - 1)
TEXTS = st.text(st.characters(exclude_categories=()))  # a surrogate is a byte of a name that is no Unicode
VIEWS = st.dictionaries(TEXTS, st.none() | st.booleans() | st.integers(-(2**53), 2**53) | FINITE | TEXTS)


def vectors(n):
    numbers = st.floats(width=32, allow_nan=False, allow_infinity=False)
    return hnp.arrays(np.float32, n, elements=numbers)


@st.composite
def specs(draw):
    sizes = draw(st.lists(st.integers(1, 5), min_size=2, max_size=5))
    hidden = [draw(st.sampled_from(["identity", "sigmoid", "tanh", "relu"])) for _ in sizes[2:]]
    output, cost = draw(
        st.sampled_from(
            [("softmax", "cross_entropy"), ("sigmoid", "binary_cross_entropy"), ("tanh", "half_squared")]
        )
    )
    return NetworkSpec(tuple(sizes), (*hidden, output), cost)


@st.composite
def selections(draw, spec):
    layer = draw(st.integers(0, spec.depth))
    neuron = st.just((layer, draw(st.integers(0, spec.sizes[layer] - 1))))
    parameter = st.integers(0, spec.parameter_count - 1).map(spec.locate)
    return draw(st.none() | neuron | parameter)


def switched_off(spec):
    hidden = [(layer, j) for layer in range(1, spec.depth) for j in range(spec.sizes[layer])]
    return st.frozensets(st.sampled_from(hidden)) if hidden else st.just(frozenset())


EXAMPLES = st.builds(ExampleRef, st.sampled_from(["train", "test"]), COUNTS)

LESS_THAN_ONE = st.floats(0, 1, exclude_max=True)
SETTINGS = st.builds(
    TrainSettings,
    *(POSITIVE, COUNTS.map(lambda n: n or 1), EPOCHS, SEEDS),
    optimizer=st.sampled_from(list(OPTIMIZERS)),
    momentum=LESS_THAN_ONE,
    schedule=st.sampled_from(SCHEDULES),
    final=st.floats(0.001, 1),
    l1=st.floats(0, 1e6),
    l2=st.floats(0, 1e6),
    dropout=LESS_THAN_ONE,
    target_accuracy=st.none() | st.floats(0.001, 1),
    patience=st.none() | st.integers(1, 1000),
)


@st.composite
def saved_states(draw):
    spec = draw(specs())
    n = spec.parameter_count
    names = st.from_regex(r"[a-z][a-z0-9_]{0,39}", fullmatch=True)
    cursor = draw(st.integers(0, plan(spec).update))
    before = draw(vectors(n)) if cursor == plan(spec).update or draw(st.booleans()) else None
    numbers = (COUNTS, AMOUNTS, st.floats(), st.floats(), SHARES, SHARES, AMOUNTS, AMOUNTS)
    fits = dict.fromkeys(("train_rmse", "test_rmse"), st.none() | st.floats(0))
    fits |= dict.fromkeys(("train_r_squared", "test_r_squared"), st.none() | st.floats(max_value=1))
    measured = st.builds(Metrics, *numbers, gradient_norms=st.none(), **fits)
    return SavedState(
        parameters=Parameters(spec, draw(vectors(n))),
        position=Position(draw(COUNTS), draw(COUNTS), draw(COUNTS)),
        data=DataReference(draw(TEXTS), draw(TEXTS), draw(st.sampled_from([states.HASH, "0" * 64]))),
        settings=draw(SETTINGS),
        example=draw(EXAMPLES),
        cursor=cursor,
        origin=draw(st.none() | st.builds(Origin, st.sampled_from(INITIALIZATIONS), SEEDS)),
        before=None if before is None else Parameters(spec, before),
        optimizer=draw(st.dictionaries(names, vectors(n) | vectors(1), max_size=3)),
        selection=draw(selections(spec)),
        goal=draw(st.none() | COUNTS),
        view=draw(VIEWS),
        metrics=tuple(draw(st.lists(measured, max_size=3))),
        off=draw(switched_off(spec)),
        painted=draw(st.none() | st.builds(Painted, EXAMPLES, vectors(spec.sizes[0]))),
    )


@pytest.fixture
def path(tmp_path):
    return tmp_path / "state.nnviz"


@pytest.fixture(scope="module")
def one_path(tmp_path_factory):
    return tmp_path_factory.mktemp("states") / "state.nnviz"


def sentence(path, contents):
    """Return what is said of a file of these contents."""
    path.write_bytes(contents)
    with pytest.raises(FileError) as caught:
        load_state(path)
    text = str(caught.value)
    assert f"'{path}'" in text
    assert "\n" not in text
    assert text.endswith(".")
    return text.replace(f"The file '{path}' ", "")


def refused(path, **changes):
    """Return why a state is not saved."""
    with pytest.raises(FileError) as caught:
        save_state(path, replace(states.full(), **changes))
    assert not path.exists()
    return str(caught.value).replace(f"The file '{path}' cannot be saved: ", "")


@settings(max_examples=50)
@given(saved_states())
def test_comes_back_bit_for_bit(one_path, state):
    save_state(one_path, state)
    assert states.same(load_state(one_path), state)


def test_the_least_there_can_be(path):
    full = states.full()
    least = SavedState(full.parameters, full.position, full.data, full.settings, full.example, 0)
    save_state(path, least)
    back = load_state(path)
    assert states.same(back, least)
    assert (back.optimizer, back.metrics, back.before, back.selection) == ({}, (), None, None)
    assert (back.off, back.painted) == (frozenset(), None)


def test_what_is_loaded_is_read_only(path):
    save_state(path, states.edited())
    back = load_state(path)
    vectors = (back.parameters.theta, back.before.theta, back.painted.x, *back.optimizer.values())
    assert not any(vector.flags.writeable for vector in vectors)


def test_saving_leaves_the_state_as_it_was(path):
    state = states.full()
    save_state(path, state)
    assert state.parameters.theta.flags.writeable
    assert states.same(state, states.full())


def test_equal_states_give_equal_files(path):
    save_state(path, states.full())
    first = path.read_bytes()
    save_state(path, states.full())
    assert path.read_bytes() == first


# The versions, as they were published


def test_a_file_of_version_1_made_by_hand_is_read(path):
    path.write_bytes(states.contents())
    assert states.same(load_state(path), states.full())


def test_a_file_of_version_2_made_by_hand_is_read(path):
    path.write_bytes(states.contents_2())
    assert states.same(load_state(path), states.edited())


@pytest.mark.parametrize(
    "saved",
    [states.full(), states.edited(), states.fitted(), states.raced()],
    ids=["plain", "edited", "fitted", "raced"],
)
def test_another_reader_finds_everything(path, saved):
    save_state(path, saved)
    tensors = safetensors.numpy.load_file(path)
    edited = {} if saved.painted is None else {"painted": ("F32", states.PAINTED)}
    fits = states.FITS if saved.metrics[1].test_rmse else ()
    norms = states.NORMS if saved.race else ([np.nan] * 2,) * 2
    wanted = states.TENSORS | edited | {"metrics": states.metrics_4(*fits), "gradient_norms": ("F64", norms)}
    assert {name: array.tobytes() for name, array in tensors.items()} == {
        name: np.array(values, by_hand.DTYPES[dtype]).tobytes() for name, (dtype, values) in wanted.items()
    }
    metadata = by_hand.apart(path.read_bytes())[0]["__metadata__"]
    fields = states.FIELDS_2 if edited else states.FIELDS | {"off": [], "painted": None, "rate": None}
    new = states.NEW_IN_5 if saved.race else {"race": None, "exam": None}
    wanted = fields | {"settings": fields["settings"] | states.NEW_IN_3} | new
    assert json.loads(metadata.pop("state")) == wanted
    assert metadata == {"format": "nnviz-state", "version": "5"}


def test_fields_are_those_of_version_5():
    """Whoever adds one raises VERSION, and goes on reading files of the versions before, which lack it."""
    assert state_file.VERSION == 5
    assert Metrics._fields == (
        *("updates", "epochs", "train_cost", "test_cost", "train_accuracy", "test_accuracy"),
        *("samples_per_second", "seconds", "gradient_norms"),  # the last of these has a tensor of its own
        *("train_rmse", "test_rmse", "train_r_squared", "test_r_squared"),
    )
    assert set(vars(TrainSettings())) == {"rate", "batch", "epochs", "seed", *states.NEW_IN_3}
    assert Position._fields == ("epoch", "used", "updates")


# What cannot be saved


def test_numbers_of_numpy_are_as_good(path):
    state = replace(
        states.full(),
        selection=(np.int64(1), np.int64(1)),
        example=ExampleRef("train", np.int64(3)),
        cursor=np.int32(2),
    )
    save_state(path, state)
    back = load_state(path)
    assert (back.selection, back.example.index, back.cursor) == ((1, 1), 3, 2)


@pytest.mark.parametrize(
    ("changes", "cause"),
    [
        ({"cursor": 13}, "'cursor' is 13, and not a whole number from 0 to 12."),
        ({"cursor": True}, "'cursor' is True, and not a whole number from 0 to 12."),
        (
            {"cursor": 12, "before": None},
            "'cursor' stands at the update, but the tensor 'before' is missing.",
        ),
        ({"selection": (3, 0)}, "'selection.layer' is 3, and not a whole number from 0 to 2."),
        ({"selection": (0, 3)}, "'selection.j' is 3, and not a whole number from 0 to 2."),
        (
            {"selection": Location("w", 1, 1, 3)},
            "'selection': this network has no parameter w 1 1 3.",
        ),
        ({"off": {(2, 0)}}, "'off' is [[2, 0]], and not a list of hidden neurons."),
        ({"off": {(1, 2)}}, "'off' is [[1, 2]], and not a list of hidden neurons."),
        (
            {"painted": Painted(ExampleRef("test", 0), np.zeros(2))},
            "the tensor 'painted' is F32, 2, and not F32, 3.",
        ),
        (
            {"painted": Painted(ExampleRef("test", 0), np.full(3, 1e39))},
            "a number in 'painted' is inf, and not a finite number.",
        ),
        ({"goal": -1}, "'goal' is -1, and not a whole number from 0 to 9007199254740992."),
        ({"view": {"a": [1]}}, "'view.a' is [1], and not a plain value."),
        ({"view": {"a": 2**53 + 1}}, "'view.a' is 9007199254740993, and not a plain value."),
        ({"view": {"a": {1, 2}}}, "{1, 2} is no plain value."),
        (
            {"before": Parameters(NetworkSpec((1, 1), ("relu",)), np.zeros(2, np.float32))},
            "the parameters before the last change are those of another network.",
        ),
        ({"optimizer": {"m": np.zeros(2)}}, "the tensor 'optimizer.m' is F32, 2, and not F32, 11 or 1."),
        ({"optimizer": {"M M": np.zeros(1)}}, "a tensor 'optimizer.M M' is not known here."),
        (
            {"optimizer": {"m": np.full(1, 1e39)}},
            "a number in 'optimizer.m' is inf, and not a finite number.",
        ),
        (
            {"metrics": (Metrics(1, 1, 1, 1, 1.5, None, 1, 1),)},
            "row 0 of the tensor 'metrics' has 1.5 for train_accuracy.",
        ),
    ],
)
def test_what_could_not_be_opened_again_is_not_saved(path, changes, cause):
    assert refused(path, **changes) == cause


def test_a_view_without_a_number_is_not_saved(path):
    assert refused(path, view={"a": float("nan")}) == "its text 'state' is no JSON (NaN is no number)."


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_numbers_that_are_none_are_not_saved(path, value):
    theta = states.THETA.copy()
    theta[3] = value
    for name in ("parameters", "before"):
        cause = refused(path, **{name: Parameters(states.SPEC, theta)})
        assert cause == f"a number in '{name}' is {value}, and not a finite number."


def test_what_was_saved_stays_if_what_follows_cannot_be(path):
    save_state(path, states.full())
    with pytest.raises(FileError):
        save_state(path, replace(states.full(), cursor=99))
    assert states.same(load_state(path), states.full())


# Damage


def inner(key, **changes):
    """Return the bytes of a good file, but for something within one of its objects."""
    return states.contents(**{key: states.FIELDS[key] | changes})


def without(*path):
    """Return the bytes of a good file without a key."""
    fields = json.loads(json.dumps(states.FIELDS))
    where = fields
    for key in path[:-1]:
        where = where[key]
    del where[path[-1]]
    return states.contents(texts={"state": json.dumps(fields)})


def metric(column, value):
    """Return the bytes of a good file with another number among its measurements."""
    table = np.array(states.TENSORS["metrics"][1])
    table[1, Metrics._fields.index(column)] = value
    return states.contents(tensors={"metrics": ("F64", table)})


def contents_4(*fits):
    """Return the bytes of a good file of version 4, with these RMSE and R²."""
    fields = states.FIELDS_2 | {"settings": states.FIELDS["settings"] | states.NEW_IN_3, "painted": None}
    tensors = {"metrics": states.metrics_4(*fits)}
    return states.contents(tensors=tensors, texts={"version": "4"}, **fields)


def test_a_file_of_version_4_made_by_hand_is_read(path):
    path.write_bytes(contents_4(*states.FITS))
    assert repr(load_state(path).metrics) == repr(states.fitted().metrics)


def test_a_file_of_version_5_made_by_hand_is_read(path):
    path.write_bytes(states.contents_5())
    assert states.same(load_state(path), states.raced())


def race(**changes):
    """Return the bytes of a good file, but for something in its line-up."""
    return states.contents_5(race=states.NEW_IN_5["race"] | changes)


@pytest.mark.parametrize(
    ("contents", "cause"),
    [
        (race(lanes=[]), "'race.lanes' is [], and not a list of 1 to 10 lanes."),
        (race(lanes=[[["rate", "x"]]]), "['rate', 'x'], and not something that can be changed in a race."),
        (race(lanes=[[["data", "my"]]]), "['data', 'my'], and not something that can be changed in a race."),
        (race(lanes=[[["epochs", 3]]]), "['epochs', 3], and not something that can be changed in a race."),
        (race(epochs=0), f"'race.epochs' is 0, and not a whole number from 1 to {2**53}."),
        (race(from_first=1), "'race.from_first' is 1, and not true or false."),
        (race(preset="mine"), "'race.preset' is 'mine', and not one of activations, rates,"),
        (race(color="red"), "'race.color' is not known here."),
        (states.contents_5(exam={"seed": 1, "speed": 1}), "'exam.stops' is missing."),
    ],
)
def test_a_line_up_that_is_none_is_refused(path, contents, cause):
    assert cause in sentence(path, contents)


def test_lengths_of_gradients_that_are_none_are_refused(path):
    first, second = states.raced().metrics
    below = second._replace(gradient_norms=(0.5, -1.0))
    assert refused(path, metrics=(first, below)) == "a number in 'gradient_norms' is below 0."
    tensors = {"metrics": states.metrics_4(), "gradient_norms": ("F64", [[1.0, 1.0]])}
    fields = states.FIELDS_2 | states.NEW_IN_5 | {"painted": None, "off": []}
    contents = states.contents(tensors=tensors, texts={"version": "5"}, **fields)
    assert "the tensor 'gradient_norms' is F64, 1 × 2, and not F64, 2 × 2." in sentence(path, contents)


COUNT = "a whole number from 0 to 9007199254740992"
HIDDEN = "and not a list of hidden neurons"
BOTH = "'painted' and the tensor 'painted' must both be there, or neither"


@pytest.mark.parametrize(
    ("contents", "expected"),
    [
        (
            states.contents(texts={"version": "6"}),
            "was written by a newer nnviz: its version is 6, and this program reads versions up to 5.",
        ),
        (
            states.contents(texts={"version": "1.5"}),
            "is damaged: its version is '1.5', and not a whole number from 1.",
        ),
        (
            states.contents(texts={"format": "nnviz-network"}),
            "is not a saved state of nnviz: it is a network.",
        ),
        (
            by_hand.container({"0.weight": ("F32", [[1]])}),
            "is not a saved state of nnviz: its metadata do not say so.",
        ),
        (
            by_hand.container({}, {"format": "nnviz-state", "version": "1"}),
            "is damaged: the text 'state' is missing.",
        ),
        (
            states.contents(texts={"state": "{"}),
            "is damaged: its text 'state' is no JSON (Expecting property name enclosed in double quotes:"
            " line 1 column 2 (char 1)).",
        ),
        (states.contents(texts={"state": "[]"}), "is damaged: its text is [], and not an object."),
        (
            states.contents(texts={"state": '{"cursor": Infinity}'}),
            "is damaged: its text 'state' is no JSON (Infinity is no number).",
        ),
        (states.contents("parameters"), "is damaged: the tensor 'parameters' is missing."),
        (states.contents("metrics"), "is damaged: the tensor 'metrics' is missing."),
        (
            states.contents(tensors={"more": ("F32", [1])}),
            "is damaged: a tensor 'more' is not known here.",
        ),
        (
            states.contents(tensors={"optimizer.m": ("F32", [1, 2])}),
            "is damaged: the tensor 'optimizer.m' is F32, 2, and not F32, 11 or 1.",
        ),
        (
            states.contents(tensors={"parameters": ("F64", np.zeros(11))}),
            "is damaged: the tensor 'parameters' is F64, 11, and not F32, 11.",
        ),
        (
            states.contents(tensors={"before": ("F32", np.zeros(12))}),
            "is damaged: the tensor 'before' is F32, 12, and not F32, 11.",
        ),
        (
            states.contents(tensors={"metrics": ("F64", np.zeros((1, 7)))}),
            "is damaged: the tensor 'metrics' is F64, 1 × 7, and not F64, rows of 8.",
        ),
        (
            states.contents(tensors={"parameters": ("F32", [np.nan] * 11)}),
            "is damaged: a number in 'parameters' is nan, and not a finite number.",
        ),
        (
            states.contents(tensors={"optimizer.t": ("F32", [-np.inf])}),
            "is damaged: a number in 'optimizer.t' is -inf, and not a finite number.",
        ),
        (metric("updates", 1.5), "is damaged: row 1 of the tensor 'metrics' has 1.5 for updates."),
        (metric("updates", np.nan), "is damaged: row 1 of the tensor 'metrics' has nan for updates."),
        (metric("epochs", -1), "is damaged: row 1 of the tensor 'metrics' has -1.0 for epochs."),
        (metric("seconds", np.inf), "is damaged: row 1 of the tensor 'metrics' has inf for seconds."),
        (
            contents_4([0] * 4, [0, -1, 0, 0]),
            "is damaged: row 1 of the tensor 'metrics' has -1.0 for test_rmse.",
        ),
        (metric("test_accuracy", 2), "is damaged: row 1 of the tensor 'metrics' has 2.0 for test_accuracy."),
        (without("network"), "is damaged: 'network' is missing."),
        (without("view"), "is damaged: 'view' is missing."),
        (without("goal"), "is damaged: 'goal' is missing."),
        (without("position", "used"), "is damaged: 'position.used' is missing."),
        (without("network", "sizes"), "is damaged: 'network.sizes' is missing."),
        (states.contents(more=1), "is damaged: 'more' is not known here."),
        (states.contents(off=[]), "is damaged: 'off' is not known here."),
        (
            states.contents(tensors={"painted": ("F32", [0, 0, 0])}),
            "is damaged: a tensor 'painted' is not known here.",
        ),
        (states.contents(texts={"version": "2"}), "is damaged: 'off' is missing."),
        (states.contents_2(off=3), "is damaged: 'off' is 3, and not a list of hidden neurons."),
        (states.contents_2(off=[[1, True]]), f"is damaged: 'off' is [[1, True]], {HIDDEN}."),
        (states.contents_2(off=[[1]]), f"is damaged: 'off' is [[1]], {HIDDEN}."),
        (states.contents_2(off=[[0, 0]]), f"is damaged: 'off' is [[0, 0]], {HIDDEN}."),
        (
            states.contents_2(off=[[1, 0], [1, 0]]),
            "is damaged: 'off' is [[1, 0], [1, 0]], and not a list in which each neuron stands once.",
        ),
        (states.contents_2(painted=None), f"is damaged: {BOTH}."),
        (states.contents_2("painted"), f"is damaged: {BOTH}."),
        (
            states.contents_2(painted={"split": "x", "index": 0}),
            "is damaged: 'painted.split' is 'x', and not one of train, test.",
        ),
        (inner("settings", momentum=0.9), "is damaged: 'settings.momentum' is not known here."),
        (inner("position", epoch=-1), f"is damaged: 'position.epoch' is -1, and not {COUNT}."),
        (inner("position", used=1.5), f"is damaged: 'position.used' is 1.5, and not {COUNT}."),
        (inner("position", updates=True), f"is damaged: 'position.updates' is True, and not {COUNT}."),
        (
            inner("position", updates=2**53 + 1),
            f"is damaged: 'position.updates' is 9007199254740993, and not {COUNT}.",
        ),
        (states.contents(position=[1]), "is damaged: 'position' is [1], and not an object."),
        (
            inner("origin", scheme="magic"),
            "is damaged: 'origin.scheme' is 'magic', and not one of scaled, normal, he, glorot, zeros.",
        ),
        (
            inner("origin", scheme=[]),
            "is damaged: 'origin.scheme' is [], and not one of scaled, normal, he, glorot, zeros.",
        ),
        (
            inner("settings", rate=0),
            "is damaged: 'settings.rate': the learning rate must be a number above 0, not 0.0.",
        ),
        (inner("settings", rate="1"), "is damaged: 'settings.rate' is '1', and not a finite number."),
        (
            states.contents(texts={"state": json.dumps(states.FIELDS).replace("0.25", "1e999")}),
            "is damaged: 'settings.rate' is inf, and not a finite number.",
        ),
        (
            inner("settings", batch=0),
            "is damaged: 'settings.batch': a whole number from 1, not 0.",
        ),
        (
            inner("settings", seed=-1),
            f"is damaged: 'settings.seed' is -1, and not a whole number from 0 to {2**31 - 1}.",
        ),
        (inner("data", reference=1), "is damaged: 'data.reference' is 1, and not a text."),
        (
            inner("data", content_hash="abc"),
            "is damaged: 'data.content_hash' is 'abc', and not 64 hexadecimal digits.",
        ),
        (
            inner("example", split="valid"),
            "is damaged: 'example.split' is 'valid', and not one of train, test.",
        ),
        (inner("example", index=-1), f"is damaged: 'example.index' is -1, and not {COUNT}."),
        (states.contents(cursor=13), "is damaged: 'cursor' is 13, and not a whole number from 0 to 12."),
        (
            states.contents("before", cursor=12),
            "is damaged: 'cursor' stands at the update, but the tensor 'before' is missing.",
        ),
        (states.contents(selection=[1, 2]), "is damaged: 'selection' is [1, 2], and not an object."),
        (inner("selection", kind="v"), "is damaged: 'selection.kind' is 'v', and not one of w, b."),
        (inner("selection", k=None), f"is damaged: 'selection.k' is None, and not {COUNT}."),
        (
            inner("selection", kind="b"),
            "is damaged: 'selection.k' is 2, and not null, for a bias has none.",
        ),
        (
            inner("selection", layer=0, j=0),
            "is damaged: 'selection': this network has no parameter w 0 0 2.",
        ),
        (states.contents(view=3), "is damaged: 'view' is 3, and not an object."),
        (inner("view", deep={"a": 1}), "is damaged: 'view.deep' is {'a': 1}, and not a plain value."),
        (
            inner("network", cost="cross_entropy"),
            "describes a network that cannot be built: the cost cross_entropy needs the output activation"
            " softmax, not sigmoid.",
        ),
        (
            inner("network", sizes=[3, 4, 1]),
            "is damaged: the tensor 'parameters' is F32, 11, and not F32, 21.",
        ),
        (
            inner("network", sizes=[2**50] * 3),
            f"is damaged: the tensor 'parameters' is F32, 11, and not F32, {2 * (2**100 + 2**50)}.",
        ),
    ],
)
def test_every_sentence(path, contents, expected):
    assert sentence(path, contents) == expected


def test_a_state_cut_short_anywhere(path):
    whole = states.contents()
    for length in range(len(whole)):
        said = sentence(path, whole[:length])
        assert said.startswith(("is empty", "is no safetensors file, or cut short", "is cut short"))


def test_a_data_set_is_referred_to(digits):
    reference = DataReference.of(digits)
    assert (reference.reference, reference.name) == (digits.reference, digits.name)
    assert reference.content_hash == digits.content_hash
