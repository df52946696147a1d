import json
import struct

import by_hand
import numpy as np
import pytest
import safetensors
import safetensors.numpy
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from nnviz.core.functions import ACTIVATIONS, COSTS
from nnviz.core.network import NetworkSpec, Parameters, initialize
from nnviz.errors import FileError, NnvizError
from nnviz.files import container, load_network, network_file, read_network, save_network
from nnviz.files.network_file import RESERVED

SPEC = NetworkSpec((3, 2, 1), ("relu", "sigmoid"), "squared")

PAIRS = [(output, name) for name, cost in COSTS.items() for output in cost.outputs]

DESCRIBED = {
    "format": "nnviz-network",
    "version": "1",
    "sizes": "[3, 2, 1]",
    "activations": '["relu", "sigmoid"]',
    "cost": "squared",
}

TENSORS = {
    "0.weight": ("F32", [[1, 2, 3], [4, 5, 6]]),
    "0.bias": ("F32", [7, 8]),
    "2.weight": ("F32", [[9, -10]]),
    "2.bias": ("F32", [0.5]),
}

THETA = [1, 4, 2, 5, 3, 6, 7, 8, 9, -10, 0.5]
"""The same numbers as they lie in θ."""

CHOSEN = {"activation": "tanh", "output": "softmax", "cost": "cross_entropy"}


@st.composite
def networks(draw):
    sizes = draw(st.lists(st.integers(1, 6), min_size=2, max_size=5))
    hidden = draw(
        st.lists(
            st.sampled_from(["identity", "sigmoid", "tanh", "relu"]),
            min_size=len(sizes) - 2,
            max_size=len(sizes) - 2,
        )
    )
    output, cost = draw(st.sampled_from(PAIRS))
    spec = NetworkSpec(tuple(sizes), (*hidden, output), cost)
    numbers = st.floats(width=32, allow_nan=False, allow_infinity=False)
    return Parameters(spec, draw(hnp.arrays(np.float32, spec.parameter_count, elements=numbers)))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "net.safetensors"


@pytest.fixture(scope="module")
def one_path(tmp_path_factory):
    return tmp_path_factory.mktemp("networks") / "net.safetensors"


def sentence(path, contents, **chosen):
    """Return what is said of a file of these contents."""
    path.write_bytes(contents)
    with pytest.raises(FileError) as caught:
        load_network(path, **chosen)
    text = str(caught.value)
    assert f"'{path}'" in text
    assert "\n" not in text
    assert text.endswith(".")
    return text.replace(f"The file '{path}' ", "")


def ours(**changes):
    """Return the bytes of a good file, but for some of its texts; None takes one away."""
    metadata = {key: text for key, text in (DESCRIBED | changes).items() if text is not None}
    return by_hand.container(TENSORS, metadata)


def with_tensors(*without, **others):
    """Return the bytes of a good file, but for some of its tensors."""
    tensors = {name: entry for name, entry in TENSORS.items() if name not in without}
    return by_hand.container(tensors | {name.replace("_", "."): e for name, e in others.items()}, DESCRIBED)


@given(networks())
def test_comes_back_bit_for_bit(one_path, parameters):
    save_network(one_path, parameters)
    back = read_network(one_path)
    assert back.parameters.spec == parameters.spec
    assert back.parameters.theta.dtype == np.float32
    assert back.parameters.theta.tobytes() == parameters.theta.tobytes()
    assert not back.parameters.theta.flags.writeable
    assert (dict(back.metadata), back.note) == ({}, None)


@given(networks())
def test_another_reader_finds_torchs_names_and_orientation(one_path, parameters):
    save_network(one_path, parameters)
    tensors = safetensors.numpy.load_file(one_path)
    spec = parameters.spec
    assert set(tensors) == {f"{2 * i}.{part}" for i in range(spec.depth) for part in ("weight", "bias")}
    for layer in spec.layers:
        weight, bias = tensors[f"{2 * layer - 2}.weight"], tensors[f"{2 * layer - 2}.bias"]
        assert (weight.dtype, bias.dtype) == (np.float32, np.float32)
        assert weight.shape == (spec.sizes[layer], spec.sizes[layer - 1])
        assert (weight == parameters.weights(layer)).all()
        assert (bias == parameters.biases(layer)).all()


def test_every_activation_and_cost_can_be_saved(path):
    for output, cost in PAIRS:
        spec = NetworkSpec.build(2, (3,), 2, output="softmax" if output == "softmax" else output, cost=cost)
        save_network(path, initialize(spec))
        assert load_network(path).spec == spec
    assert {output for output, _ in PAIRS} == set(ACTIVATIONS)


def test_torch_reads_it(path):
    torch = pytest.importorskip("torch")
    from safetensors.torch import load_file

    parameters = initialize(NetworkSpec((4, 3, 3, 2), ("relu", "identity", "softmax"), "cross_entropy"))
    save_network(path, parameters)
    nn = torch.nn
    model = nn.Sequential(
        nn.Linear(4, 3), nn.ReLU(), nn.Linear(3, 3), nn.Identity(), nn.Linear(3, 2), nn.Softmax(-1)
    )
    model.load_state_dict(load_file(path), strict=True)
    assert (model[2].weight.detach().numpy() == parameters.weights(2)).all()


def test_what_torch_saves_is_read(path):
    torch = pytest.importorskip("torch")
    from safetensors.torch import save_file

    nn = torch.nn
    model = nn.Sequential(nn.Linear(4, 3), nn.Tanh(), nn.Linear(3, 2), nn.Softmax(-1))
    save_file(model.state_dict(), path)
    parameters = load_network(path, **CHOSEN)
    assert parameters.spec == NetworkSpec((4, 3, 2), ("tanh", "softmax"), "cross_entropy")
    assert (model[0].weight.detach().numpy() == parameters.weights(1)).all()


def test_a_file_made_by_hand_is_read(path):
    path.write_bytes(by_hand.container(TENSORS, DESCRIBED | {"trained_on": "digits"}))
    file = read_network(path)
    assert file.parameters.spec == SPEC
    assert file.parameters.theta.tolist() == THETA
    assert (dict(file.metadata), file.note) == ({"trained_on": "digits"}, None)


def test_the_very_bytes_of_a_file_are_known(path):
    save_network(path, Parameters(SPEC, np.array(THETA, np.float32)), {"trained_on": "digits"})
    header, numbers = by_hand.apart(path.read_bytes())
    assert header["__metadata__"] == DESCRIBED | {"trained_on": "digits"}
    assert header["0.weight"] == {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]}
    assert struct.unpack("<11f", numbers) == (1, 2, 3, 4, 5, 6, 7, 8, 9, -10, 0.5)
    assert (len(path.read_bytes()) - len(numbers)) % 8 == 0


def test_equal_networks_give_equal_files(path, tmp_path):
    for name in ("a", "b"):
        save_network(tmp_path / name, initialize(SPEC), {"x": "1", "y": "2", "z": "3"})
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_the_other_texts_come_back(path):
    texts = {"trained_on": "Ziffern, 28×28", "test_accuracy": "0.97", "command": "a 'b' \"c\" \n \\"}
    save_network(path, initialize(SPEC), texts)
    assert read_network(path).metadata == texts


def test_a_text_that_is_no_unicode_does_not_lose_the_network(path):
    save_network(path, initialize(SPEC), {"command": "train --data /d\udcffta"})
    assert read_network(path).metadata == {"command": "train --data /d\\udcffta"}


@pytest.mark.parametrize("name", RESERVED)
def test_texts_the_network_needs_itself_are_refused(path, name):
    with pytest.raises(FileError) as caught:
        save_network(path, initialize(SPEC), {name: "x"})
    cause = f"the name '{name}' is needed for the network itself"
    assert str(caught.value) == f"The file '{path}' cannot be saved: {cause}."
    assert not path.exists()


@pytest.mark.parametrize("value", [np.nan, np.inf, 1e39])
def test_numbers_that_are_none_are_not_saved(path, value):
    theta = np.zeros(11)
    theta[8] = value
    with pytest.raises(
        FileError, match=r"cannot be saved: a number in '2.weight' is (nan|inf), and|too large"
    ):
        save_network(path, Parameters(SPEC, theta))
    assert not path.exists()


def test_what_is_too_large_to_be_read_is_not_saved(path, monkeypatch):
    with pytest.raises(
        FileError, match=r"its header would be 1,0\d\d,\d\d\d bytes long, and at most 1,048,576"
    ):
        save_network(path, initialize(SPEC), {"note": "n" * 1_050_000})
    with pytest.raises(FileError, match="the network has 1,001 layers, and at most 1,000 are read"):
        save_network(path, initialize(NetworkSpec.build(1, (1,) * 1000, 1)))
    monkeypatch.setattr(container, "MOST_BYTES", 40)
    with pytest.raises(FileError, match="it would hold 44 bytes of numbers, and at most 40 are read"):
        save_network(path, initialize(SPEC))
    assert not path.exists()


def test_a_thousand_layers_come_back(path):
    parameters = initialize(NetworkSpec.build(1, (1,) * 999, 1), seed=3)
    save_network(path, parameters)
    assert load_network(path).theta.tobytes() == parameters.theta.tobytes()


def test_float64_is_rounded_when_saved(path):
    theta = np.linspace(-1, 1, 11)
    save_network(path, Parameters(SPEC, theta))
    assert (load_network(path).theta == theta.astype(np.float32)).all()


@pytest.mark.parametrize("dtype", ["F64", "F16", "BF16"])
def test_other_precisions_are_converted_and_that_is_said(path, dtype):
    def coded(values):
        return by_hand.bfloat16(values) if dtype == "BF16" else values

    tensors = {name: (dtype, coded(values)) for name, (_, values) in TENSORS.items()}
    path.write_bytes(by_hand.container(tensors, DESCRIBED))
    file = read_network(path)
    assert file.parameters.theta.dtype == np.float32
    assert file.parameters.theta.tolist() == THETA
    assert file.note == f"The numbers in '{path}' are {dtype}; they were converted to float32."


def test_rounding_is_to_the_nearest(path):
    tensors = TENSORS | {"2.bias": ("F64", [0.1])}
    path.write_bytes(by_hand.container(tensors, DESCRIBED))
    assert load_network(path).theta[-1] == np.float32(0.1)


# Foreign files


def test_a_foreign_network_takes_what_was_chosen(path):
    path.write_bytes(by_hand.container(TENSORS, {"format": "pt"}))
    file = read_network(path, "relu", "sigmoid", "squared")
    assert file.parameters.spec == SPEC
    assert file.parameters.theta.tolist() == THETA
    assert file.metadata == {"format": "pt"}


def test_a_foreign_network_without_hidden_layers_needs_no_hidden_activation(path):
    tensors = {"0.weight": ("F32", [[1, 2]]), "0.bias": ("F32", [3])}
    path.write_bytes(by_hand.container(tensors))
    assert load_network(path, output="tanh", cost="squared").spec == NetworkSpec((2, 1), ("tanh",))


def test_the_activations_of_our_own_files_are_not_asked(path):
    path.write_bytes(ours())
    assert load_network(path, **CHOSEN).spec == SPEC


@pytest.mark.parametrize(
    ("chosen", "missing"),
    [
        ({}, "no hidden activation, no output activation, no cost"),
        ({"activation": "relu"}, "no output activation, no cost"),
        ({"activation": "relu", "output": "relu"}, "no cost"),
    ],
)
def test_what_a_foreign_network_does_not_say_is_listed(path, chosen, missing):
    expected = f"does not say enough: it holds the numbers of a 3-2-1 network, but {missing}."
    assert sentence(path, by_hand.container(TENSORS), **chosen) == expected


def test_a_choice_that_does_not_fit(path):
    said = sentence(path, by_hand.container(TENSORS), activation="relu", output="relu", cost="cross_entropy")
    assert said == (
        "cannot be opened so: the cost cross_entropy needs the output activation softmax, not relu."
    )


@pytest.mark.parametrize(
    ("tensors", "expected"),
    [
        (
            {"embed": ("F32", [1])},
            "holds no network that can be shown: it has no '0.weight', the weights of the first Linear of a"
            " torch.nn.Sequential.",
        ),
        (
            {"0.weight": ("F32", [[[1]]])},
            "cannot be used: '0.weight' is no matrix, its shape is 1 × 1 × 1.",
        ),
        (
            {"0.weight": ("F32", np.ones((2, 0)))},
            "cannot be opened so: every layer needs at least one neuron.",
        ),
        (
            {"0.weight": ("F32", [[1]]), "0.bias": ("F32", [1]), "3.weight": ("F32", [[1]])},
            "does not hold a 1-1 network: '3.weight' is no part of it.",
        ),
        (
            TENSORS | {"2.weight": ("F32", [[1, 2, 3]])},
            "does not hold a 3-2-1 network: the shape of '2.weight' is 1 × 3, and not 1 × 2.",
        ),
        (
            {"0.weight": ("F32", [[1]])},
            "does not hold a 1-1 network: '0.bias' is missing.",
        ),
    ],
)
def test_foreign_files_that_are_no_stack_of_linears(path, tensors, expected):
    assert sentence(path, by_hand.container(tensors), **CHOSEN) == expected


# Damage


@pytest.mark.parametrize(
    ("contents", "expected"),
    [
        (
            with_tensors("2.bias"),
            "does not hold a 3-2-1 network: '2.bias' is missing.",
        ),
        (
            with_tensors(extra=("F32", [1])),
            "does not hold a 3-2-1 network: 'extra' is no part of it.",
        ),
        (
            with_tensors(**{"0_bias": ("F32", [1, 2, 3])}),
            "does not hold a 3-2-1 network: the shape of '0.bias' is 3, and not 2.",
        ),
        (
            with_tensors(**{"0_weight": ("F32", np.ones((3, 2)))}),
            "does not hold a 3-2-1 network: the shape of '0.weight' is 3 × 2, and not 2 × 3.",
        ),
        (
            with_tensors(**{"2_bias": ("F32", 1)}),
            "does not hold a 3-2-1 network: the shape of '2.bias' is no dimensions, and not 1.",
        ),
        (
            with_tensors(**{"2_bias": ("F32", [np.nan])}),
            "is damaged: a number in '2.bias' is nan, and not a finite number.",
        ),
        (
            with_tensors(**{"0_weight": ("F16", [[1, 2, -np.inf], [1, 2, 3]])}),
            "is damaged: a number in '0.weight' is -inf, and not a finite number.",
        ),
        (
            with_tensors(**{"2_bias": ("F64", [1e300])}),
            "is damaged: a number in '2.bias' is 1e+300, too large for float32.",
        ),
        (
            with_tensors(**{"2_bias": ("I64", [1])}),
            "cannot be used: '2.bias' is I64, and not F64, F32, F16 or BF16.",
        ),
        (ours(format="nnviz-state"), "is not a network of nnviz: it is a saved state."),
        (ours(format="nnviz-drawing"), "is not a network of nnviz: its metadata do not say so."),
        (
            ours(version="2"),
            "was written by a newer nnviz: its version is 2, and this program reads versions up to 1.",
        ),
        (ours(version="0"), "is damaged: its version is '0', and not a whole number from 1."),
        (ours(version="²"), "is damaged: its version is '²', and not a whole number from 1."),
        (ours(version=None), "is damaged: its version is '', and not a whole number from 1."),
        (ours(sizes=None), "is damaged: 'sizes' is missing."),
        (ours(activations=None), "is damaged: 'activations' is missing."),
        (ours(cost=None), "is damaged: 'cost' is missing."),
        (
            ours(sizes="[3, 2"),
            "is damaged: its 'sizes' is no JSON (Expecting ',' delimiter: line 1 column 6 (char 5)).",
        ),
        (ours(sizes="[NaN]"), "is damaged: its 'sizes' is no JSON (NaN is no number)."),
        (ours(sizes='{"a":1,"a":2}'), "is damaged: its 'sizes' is no JSON (a key stands twice)."),
        (ours(sizes="[" * 100_000), "is damaged: its 'sizes' is no JSON (nested too deeply)."),
        (ours(sizes="3"), "is damaged: 'sizes' is 3, and not a list of at most 1001 values."),
        (
            ours(sizes='[3, true, "1"]'),
            "is damaged: 'sizes' is [3, True, '1'], and not a list of whole numbers.",
        ),
        (
            ours(sizes="[3, 2, -1]"),
            "describes a network that cannot be built: every layer needs at least one neuron.",
        ),
        (
            ours(sizes="[3, 9007199254740992, 1]"),
            "does not hold a 3-9007199254740992-1 network: the shape of '0.weight' is 2 × 3, and not"
            " 9007199254740992 × 3.",
        ),
        (
            ours(sizes="[3, 9007199254740993, 1]"),
            "is damaged: 'sizes' is [3, 9007199254740993, 1], and not a list of whole numbers.",
        ),
        (
            ours(sizes="[3, 1]"),
            "describes a network that cannot be built: every layer after the input needs one activation.",
        ),
        (
            ours(activations='["swish", "sigmoid"]'),
            "describes a network that cannot be built: 'swish' is not known here; choose one of identity,"
            " sigmoid, tanh, relu, softmax.",
        ),
        (
            ours(activations='["softmax", "sigmoid"]'),
            "describes a network that cannot be built: softmax can only stand at the output.",
        ),
        (
            ours(activations='["relu", 1]'),
            "is damaged: 'activations' is ['relu', 1], and not a list of names.",
        ),
        (
            ours(cost="cross_entropy"),
            "describes a network that cannot be built: the cost cross_entropy needs the output activation"
            " softmax, not sigmoid.",
        ),
        (ours(cost="c" * 101), "is damaged: 'cost' is 'cccccccccccc...ccccccccccccc', and not a name."),
    ],
)
def test_every_sentence(path, contents, expected):
    assert sentence(path, contents) == expected


def test_a_network_cut_short_anywhere(path):
    whole = ours()
    for length in range(len(whole)):
        said = sentence(path, whole[:length])
        assert said.startswith(("is empty", "is no safetensors file, or cut short", "is cut short"))


def test_a_file_that_is_not_there(path):
    with pytest.raises(FileError, match="There is no file"):
        load_network(path)


def test_a_folder(tmp_path):
    with pytest.raises(FileError) as caught:
        load_network(tmp_path)
    assert str(caught.value) == f"'{tmp_path}' is a folder, not a file."


def test_nothing_is_executed(path):
    """Other programs' weights can be pickles; what looks like one is not even looked at."""

    class Bomb:
        def __reduce__(self):
            return (pytest.fail, ("executed",))

    import pickle

    assert sentence(path, pickle.dumps(Bomb())).startswith("is no safetensors file")


def test_all_that_is_kept_as_it_was_if_it_cannot_be_saved(path):
    save_network(path, initialize(SPEC, seed=1))
    with pytest.raises(NnvizError):
        save_network(path, Parameters(SPEC, np.full(11, np.nan)))
    assert load_network(path).theta.tobytes() == initialize(SPEC, seed=1).theta.tobytes()


def test_extension_and_texts_are_written_for_others_to_read(path):
    save_network(path, initialize(SPEC))
    with safetensors.safe_open(path, "numpy") as file:
        metadata = file.metadata()
    assert json.loads(metadata["sizes"]) == [3, 2, 1]
    assert json.loads(metadata["activations"]) == ["relu", "sigmoid"]
    assert path.suffix == network_file.EXTENSION
