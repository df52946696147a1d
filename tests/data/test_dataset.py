import pickle
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from nnviz.data import SOURCES, Source, load
from nnviz.data.dataset import Dataset
from nnviz.data.split import make_split
from nnviz.errors import DataError

POINTS = [[0.0, 0.25], [1.0, 0.5], [2.0, 0.75]]


def classes_split(n=3, n_inputs=2, n_classes=2):
    x = np.arange(n * n_inputs, dtype=float).reshape(n, n_inputs)
    return make_split(x, labels=np.arange(n) % n_classes, n_classes=n_classes)


def make_dataset(train=None, test=None, **changes):
    train = classes_split() if train is None else train
    test = train if test is None else test
    settings = {
        "name": "toy",
        "title": "Toy",
        "classes": None,
        "image_shape": None,
        "source": "made up",
    }
    return Dataset(train=train, test=test, **(settings | changes))


class TestSplit:
    def test_holds_inputs_with_a_last_column_of_ones(self):
        split = make_split(POINTS, labels=[0, 2, 1])
        np.testing.assert_array_equal(split.inputs, [[0, 0.25, 1], [1, 0.5, 1], [2, 0.75, 1]])
        np.testing.assert_array_equal(split.targets, [[1, 0, 0], [0, 0, 1], [0, 1, 0]])
        np.testing.assert_array_equal(split.labels, [0, 2, 1])
        assert (len(split), split.n_inputs, split.n_outputs) == (3, 2, 3)

    def test_has_the_types_a_training_wants(self):
        split = classes_split()
        assert (split.inputs.dtype, split.targets.dtype, split.labels.dtype) == ("f4", "f4", "i8")
        assert split.inputs.flags.c_contiguous

    def test_x_is_a_view(self):
        split = classes_split()
        assert np.shares_memory(split.x, split.inputs)
        assert split.x.shape == (3, 2)

    @pytest.mark.parametrize("name", ["inputs", "targets", "labels", "x"])
    def test_is_read_only(self, name):
        with pytest.raises(ValueError, match="read-only"):
            getattr(classes_split(), name)[0] = 1

    def test_keeps_nothing_of_the_callers_arrays(self):
        x, y, labels = np.ones((2, 1), "f4"), np.ones((2, 1), "f4"), np.array([0, 1])
        split = make_split(x, targets=y, labels=labels)
        x[:], y[:], labels[:] = 5, 5, 0
        assert split.x.max() == split.targets.max() == split.labels.max() == 1

    def test_example_is_a_float64_copy(self):
        split = make_split(POINTS, targets=[5, 6, 7])
        x, y = split.example(1)
        assert (x.tolist(), y.tolist()) == ([1.0, 0.5], [6.0])
        assert x.dtype == y.dtype == np.float64
        x[0] = y[0] = 99
        assert split.x[1, 0] == 1

    @pytest.mark.parametrize("i", [-1, 3])
    def test_example_names_the_allowed_range(self, i):
        with pytest.raises(DataError, match=rf"^There is no example {i}; choose one from 0 to 2\.$"):
            classes_split().example(i)

    def test_regression_has_no_labels(self):
        split = make_split(POINTS, targets=[0.5, -1.5, 2.5])
        assert split.labels is None
        assert split.targets.tolist() == [[0.5], [-1.5], [2.5]]

    def test_regression_may_have_several_outputs(self):
        assert make_split(POINTS, targets=np.ones((3, 4))).n_outputs == 4

    def test_one_output_may_tell_two_classes_apart(self):
        split = make_split(POINTS, targets=[0, 1, 1], labels=[0, 1, 1])
        assert split.n_outputs == 1
        assert split.labels.tolist() == [0, 1, 1]

    def test_classes_that_do_not_occur_have_an_output(self):
        assert make_split(POINTS, labels=[0, 0, 0], n_classes=10).n_outputs == 10

    @pytest.mark.parametrize("dtype", [bool, np.uint8, np.int64, np.float16, np.float64])
    def test_takes_every_kind_of_number(self, dtype):
        split = make_split(np.eye(2, dtype=dtype), labels=np.array([0, 1], dtype=dtype))
        assert split.x.tolist() == split.targets.tolist() == [[1, 0], [0, 1]]

    @given(hnp.arrays(np.float32, hnp.array_shapes(min_dims=2, max_dims=2), elements=st.floats(width=32)))
    def test_keeps_finite_numbers_to_the_bit_and_refuses_others(self, x):
        if np.isfinite(x).all():
            np.testing.assert_array_equal(make_split(x, targets=x).x, x)
        else:
            with pytest.raises(DataError, match="must be finite"):
                make_split(x, targets=np.zeros(len(x)))

    @given(st.lists(st.integers(0, 4), min_size=1, max_size=20))
    def test_one_hot_targets_point_at_the_labels(self, labels):
        targets = make_split(np.zeros((len(labels), 1)), labels=labels, n_classes=5).targets
        assert targets.argmax(axis=1).tolist() == labels
        assert (targets.sum(axis=1) == 1).all()


@pytest.mark.parametrize(
    ("x", "settings", "sentence"),
    [
        (
            [1, 2],
            {"labels": [0, 1]},
            "inputs must be a table with one row per example, but their shape is (2,)",
        ),
        ([[1, 2], [3]], {"labels": [0, 1]}, "The inputs must all have the same number of values."),
        ([["a"], ["b"]], {"labels": [0, 1]}, "The inputs must be numbers, not str"),
        ([[1j], [2j]], {"labels": [0, 1]}, "The inputs must be numbers, not complex128."),
        (np.zeros((0, 3)), {"labels": []}, "There are no inputs: the table has 0 rows, 3 columns."),
        (np.zeros((3, 0)), {"labels": [0, 1, 2]}, "There are no inputs: the table has 3 rows, 0 columns."),
        ([[1, 2], [3, np.nan]], {"labels": [0, 1]}, "but row 1, column 1 (both counted from 0) is nan."),
        ([[1, 1e300]], {"labels": [0]}, "finite numbers of ordinary size, but row 0, column 1"),
        (POINTS, {}, "Give labels or targets"),
        (POINTS, {"labels": [0, 1]}, "as many labels as inputs, but there are 2 labels and 3 inputs."),
        (POINTS, {"labels": [[0, 1, 1]]}, "The labels must be one list, but their shape is (1, 3)."),
        (POINTS, {"labels": ["a", "b", "c"]}, "The labels must be numbers, not str"),
        (
            POINTS,
            {"labels": [0, -1, 1]},
            "Labels must be whole numbers from 0 to 999, but the label of example 1 is -1.",
        ),
        (POINTS, {"labels": [0, 1, 0.5]}, "whole numbers from 0 to 999, but the label of example 2 is 0.5."),
        (
            POINTS,
            {"labels": [0, np.nan, 0]},
            "whole numbers from 0 to 999, but the label of example 1 is nan.",
        ),
        (POINTS, {"labels": [0, 1, 3], "n_classes": 3}, "from 0 to 2, but the label of example 2 is 3."),
        (POINTS, {"targets": [1, 2]}, "as many targets as inputs, but there are 2 targets and 3 inputs."),
        (POINTS, {"targets": [1, np.inf, 2]}, "The targets must be finite numbers"),
        (POINTS, {"targets": np.zeros((3, 0))}, "There are no targets: the table has 3 rows, 0 columns."),
        (
            POINTS,
            {"targets": 1.0},
            "The targets must be a table with one row per example, but their shape is ().",
        ),
    ],
)
def test_make_split_says_what_is_wrong(x, settings, sentence):
    with pytest.raises(DataError) as caught:
        make_split(x, **settings)
    assert sentence in str(caught.value)


class TestDataset:
    def test_tells_its_size(self):
        data = make_dataset(classes_split(n_inputs=4, n_classes=3))
        assert (data.n_inputs, data.n_outputs) == (4, 3)

    def test_gives_its_parts_by_name(self):
        train, test = classes_split(), classes_split(n=5)
        data = make_dataset(train, test)
        assert data.split("train") is train
        assert data.split("test") is test
        with pytest.raises(DataError, match="the parts 'train' and 'test', but none called 'valid'"):
            data.split("valid")

    def test_names_the_pixels_of_an_image(self):
        data = make_dataset(classes_split(n_inputs=784), image_shape=(28, 28))
        assert data.input_name(14 * 28 + 20) == "pixel row 14, column 20"

    def test_names_the_channels_of_a_color_image(self):
        data = make_dataset(classes_split(n_inputs=60), image_shape=(4, 5, 3))
        assert data.input_name(3 * (2 * 5 + 4) + 2) == "pixel row 2, column 4, blue"

    def test_names_features(self):
        assert make_dataset(input_names=("width", "height")).input_name(1) == "height"
        assert make_dataset().input_name(1) == "input 1"

    @pytest.mark.parametrize("k", [-1, 2])
    def test_input_name_names_the_allowed_range(self, k):
        with pytest.raises(DataError, match=rf"^There is no input {k}; choose one from 0 to 1\.$"):
            make_dataset().input_name(k)

    def test_may_be_a_regression(self):
        data = make_dataset(make_split(POINTS, targets=np.ones((3, 2))))
        assert data.classes is None
        assert data.n_outputs == 2
        assert len(data.content_hash) == 64

    def test_two_names_fit_one_output(self):
        split = make_split(POINTS, targets=[0, 1, 1], labels=[0, 1, 1])
        assert make_dataset(split, classes=("black", "white")).n_outputs == 1

    @pytest.mark.parametrize(
        ("changes", "sentence"),
        [
            ({"test": classes_split(n_inputs=3)}, "must have equally many inputs, not 2 and 3."),
            ({"test": classes_split(n_classes=3)}, "must have equally many outputs, not 2 and 3."),
            ({"classes": ("a", "b", "c")}, "one class name per output, but 3 names for 2 outputs."),
            (
                {"train": make_split(POINTS, targets=np.ones((3, 2))), "classes": ("a", "b")},
                "Classes are named, but the examples have no labels.",
            ),
            ({"image_shape": (28, 28)}, "(28, 28) has 784 values, but there are 2 inputs."),
            ({"image_shape": (2,)}, "(rows, columns) or (rows, columns, 3), not (2,)."),
            ({"image_shape": (1, 1, 2)}, "(rows, columns) or (rows, columns, 3), not (1, 1, 2)."),
            ({"input_names": ("a",)}, "one name per input, but 1 names for 2 inputs."),
        ],
    )
    def test_says_what_does_not_agree(self, changes, sentence):
        with pytest.raises(DataError) as caught:
            make_dataset(**changes)
        assert sentence in str(caught.value)


class TestContentHash:
    def test_is_known(self):
        expected = "16db3ba61c81f127f6120f33e0e6c26db84ec571c28f3683115d1fee5bcd6aa2"
        assert make_dataset().content_hash == expected

    def test_does_not_depend_on_names(self):
        assert make_dataset().content_hash == make_dataset(name="other", classes=("a", "b")).content_hash

    def test_does_not_depend_on_where_the_numbers_lie(self):
        x = np.arange(6.0).reshape(3, 2)
        hashes = {
            make_dataset(make_split(a, targets=a)).content_hash
            for a in (x, np.asfortranarray(x), x.astype(">f8"), x.tolist())
        }
        assert len(hashes) == 1

    def test_sees_every_array(self):
        x = np.zeros((2, 2))
        splits = [
            make_split(x, targets=x),
            make_split(x + 1, targets=x),
            make_split(x, targets=x + 1),
            make_split(x, targets=x, labels=[0, 0]),
            make_split(x, targets=x, labels=[0, 1]),
        ]
        hashes = [make_dataset(split).content_hash for split in splits]
        hashes += [make_dataset(splits[0], splits[1]).content_hash]
        assert len(set(hashes)) == 6

    def test_survives_a_pickle(self):
        data = make_dataset()
        assert pickle.loads(pickle.dumps(data)).content_hash == data.content_hash


def test_load_finds_every_source():
    for name, source in SOURCES.items():
        data = load(name)
        assert (data.name, data.title) == (name, source.title)


def test_load_asks_the_registry(monkeypatch):
    data = make_dataset()
    monkeypatch.setitem(SOURCES, "toy", Source("Toy", lambda: data))
    assert load("toy") is data


def test_load_names_the_known_ones():
    with pytest.raises(
        DataError, match=r"no data set 'digit' \(did you mean “digits”\?\); known are digits, digits8"
    ):
        load("digit")


def test_importing_the_data_brings_in_no_window_and_no_scikit_learn():
    code = "import sys, nnviz.data; print(sorted({'PySide6', 'sklearn', 'scipy'} & set(sys.modules)))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
