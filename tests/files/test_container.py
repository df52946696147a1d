import json
import os
import struct
from pathlib import Path

import by_hand
import numpy as np
import pytest
import safetensors
import safetensors.numpy

from nnviz.errors import FileError
from nnviz.files import container, header
from nnviz.files.container import opened, pack
from nnviz.files.fields import Flaw

ONE = {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}

FOUR = bytes(4)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "file.safetensors"


def read(path):
    with opened(path) as file:
        return file.arrays(), file.metadata


def sentence(path):
    with pytest.raises(FileError) as caught:
        read(path)
    return str(caught.value).replace(f"The file '{path}' ", "")


def said(path, of, numbers=b""):
    path.write_bytes(by_hand.with_header(of, numbers))
    return sentence(path)


def test_what_is_packed_another_reader_unpacks():
    arrays = {"a": np.float32([[1, 2], [3, 4]]).T, "b": np.float64([5]), "c": np.zeros((0, 8))}
    contents = pack(arrays, {"z": "1", "ü": "2"})
    back = safetensors.numpy.load(contents)
    assert {name: array.tolist() for name, array in back.items()} == {
        "a": [[1, 3], [2, 4]],
        "b": [5],
        "c": [],
    }
    start = len(contents) - 4 * 4 - 8
    assert (start % 8, contents[start : start + 8]) == (0, struct.pack("<d", 5))


def test_a_text_that_is_no_unicode_is_not_packed():
    with pytest.raises(Flaw, match="a text in it cannot be written as UTF-8"):
        pack({}, {"a": "\udcff"})


def test_big_endian_numbers_are_turned_round():
    assert safetensors.numpy.load(pack({"a": np.array([1.5], ">f4")}, {}))["a"].tolist() == [1.5]


def test_all_precisions_are_read_exactly(path):
    values = [1.5, -0.0, 2.0**-14]
    tensors = {dtype: (dtype, values) for dtype in ("F64", "F32", "F16")}
    path.write_bytes(by_hand.container(tensors | {"BF16": ("BF16", by_hand.bfloat16(values))}))
    arrays, metadata = read(path)
    assert metadata == {}
    for array in arrays.values():
        assert array.astype(np.float64).tobytes() == np.float64(values).tobytes()


def test_a_header_whose_metadata_are_null_has_none(path):
    path.write_bytes(by_hand.with_header({"__metadata__": None, "a": ONE}, FOUR))
    assert read(path)[1] == {}


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (b"[1]", "is no safetensors file: it does not begin with a header."),
        (
            b"{'a': 1}",
            "is no safetensors file, or damaged: its header is no JSON (Expecting property name enclosed in"
            " double quotes: line 1 column 2 (char 1)).",
        ),
        (
            b'{"\xff": 1}',
            "is no safetensors file, or damaged: its header is no JSON ('utf-8' codec can't decode byte 0xff"
            " in position 2: invalid start byte).",
        ),
        (
            b'{"a": {"shape": [1], "shape": [2]}}',
            "is no safetensors file, or damaged: its header is no JSON (a key stands twice).",
        ),
        (
            b'{"a":' * 100_000,
            "is no safetensors file, or damaged: its header is no JSON (nested too deeply).",
        ),
        ({"a": 1}, "is damaged: 'a' is 1, and not an object."),
        ({"a": {}}, "is damaged: 'a.dtype' is missing."),
        ({"a": ONE | {"dtype": 4}}, "is damaged: 'a.dtype' is 4, and not a text."),
        ({"a": ONE | {"dtype": "BOOL"}}, "cannot be used: 'a' is BOOL, and not F64, F32, F16 or BF16."),
        ({"a": ONE | {"shape": 1}}, "is damaged: 'a.shape' is 1, and not a list of at most 1001 values."),
        ({"a": ONE | {"shape": [-1]}}, "is damaged: 'a.shape' is [-1], and not a list of sizes."),
        ({"a": ONE | {"shape": [1.0]}}, "is damaged: 'a.shape' is [1.0], and not a list of sizes."),
        ({"a": ONE | {"shape": [True]}}, "is damaged: 'a.shape' is [True], and not a list of sizes."),
        (
            {"a": ONE | {"shape": [1] * 9}},
            "is damaged: 'a.shape' is [1, 1, 1, 1, 1, 1, ...], and not a list of sizes.",
        ),
        (
            {"a": ONE | {"data_offsets": [0]}},
            "is damaged: 'a.data_offsets' is [0], and not where it begins and ends.",
        ),
        (
            {"a": ONE | {"data_offsets": [4, 0]}},
            "is damaged: 'a.data_offsets' is [4, 0], and not as far apart as its shape and precision want.",
        ),
        (
            {"a": ONE | {"shape": [2**62, 2**62]}},
            "is damaged: 'a.data_offsets' is [0, 4], and not as far apart as its shape and precision want.",
        ),
        ({"a": ONE | {"more": 1}}, "is damaged: 'a.more' is not known here."),
        ({"__metadata__": {"a": 1}, "a": ONE}, "is damaged: its '__metadata__' are not texts."),
        ({"__metadata__": ["a"], "a": ONE}, "is damaged: its '__metadata__' are not texts."),
        (
            {"a": ONE, "b": ONE},
            "is damaged: the numbers of 'b' do not begin where those before them end.",
        ),
        (
            {"a": ONE | {"data_offsets": [4, 8]}},
            "is damaged: the numbers of 'a' do not begin where those before them end.",
        ),
        (
            {"a": ONE | {"shape": [2], "data_offsets": [0, 8]}},
            "is cut short: its header promises 8 bytes of numbers, but only 4 follow.",
        ),
        (
            {"a": ONE | {"shape": [0], "data_offsets": [0, 0]}},
            "does not end where it should: its header promises 0 bytes of numbers, but 4 follow.",
        ),
        (
            {"n" * 1000 + "\n": ONE | {"dtype": "\ud800"}},
            "cannot be used: 'nnnnnnnnnnnn...nnnnnnnnnnn\\n' is \\ud800, and not F64, F32, F16 or BF16.",
        ),
    ],
)
def test_what_is_wrong_with_a_header(path, of, expected):
    assert said(path, of, FOUR) == expected


def test_terabytes_are_promised_and_none_is_taken(path):
    size = 2**44
    entry = {"dtype": "F32", "shape": [size // 4], "data_offsets": [0, size]}
    assert said(path, {"a": entry}, FOUR) == (
        "is cut short: its header promises 17,592,186,044,416 bytes of numbers, but only 4 follow."
    )


def test_gigabytes_that_are_there_are_not_taken_either(path):
    size = 2**40
    entry = {"dtype": "F32", "shape": [size // 4], "data_offsets": [0, size]}
    contents = by_hand.with_header({"a": entry}, b"")
    path.write_bytes(contents)
    try:
        os.truncate(path, len(contents) + size)  # a hole, which takes no room on the disk
    except OSError:
        pytest.skip("this file system has no holes")
    assert sentence(path).startswith("is too large: it holds 1,099,511,6")
    path.unlink()


def test_a_header_that_would_be_too_long(path):
    path.write_bytes(struct.pack("<Q", 2**63) + b"{")
    assert sentence(path) == (
        "is no safetensors file, or damaged: its header would be 9,223,372,036,854,775,808 bytes long, and at"
        " most 1,048,576 are read."
    )


@pytest.mark.parametrize(
    ("contents", "expected"),
    [
        (b"", "is empty: there is nothing in it."),
        (b"1234", "is no safetensors file, or cut short: it ends within its header."),
        (bytes(8), "is no safetensors file, or cut short: it ends within its header."),
        (bytes(9), "is no safetensors file: it does not begin with a header."),
        (
            struct.pack("<Q", 3) + b"{}",
            "is no safetensors file, or cut short: it ends within its header.",
        ),
        (b"PK\x03\x04" + bytes(100), "is no safetensors file: it does not begin with a header."),
    ],
)
def test_what_is_no_container_at_all(path, contents, expected):
    path.write_bytes(contents)
    assert sentence(path) == expected


def test_a_container_of_nothing_is_one(path):
    path.write_bytes(by_hand.with_header({}, b""))
    assert read(path) == ({}, {})


def test_a_file_that_becomes_shorter_meanwhile(path):
    def read_late():
        with opened(path) as file:
            os.truncate(path, 20)
            file.arrays()

    path.write_bytes(by_hand.container({"a": ("F32", np.zeros(100_000))}))
    with pytest.raises(FileError, match="is cut short: it became shorter while it was read"):
        read_late()


def test_what_only_the_library_refuses(path, monkeypatch):
    def refuse(contents):
        raise safetensors.SafetensorError("not\nthis one")

    monkeypatch.setattr(safetensors, "deserialize", refuse)
    assert said(path, {"a": ONE}, FOUR) == "is refused by the safetensors library: not this one."


def test_an_empty_memory(path, monkeypatch):
    def too_much(contents):
        raise MemoryError

    monkeypatch.setattr(safetensors, "deserialize", too_much)
    assert said(path, {"a": ONE}, FOUR) == "does not fit into this computer's memory."


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (PermissionError(13, "x"), "may not be read: permission denied."),
        (OSError(5, "Input/output error"), "cannot be read: Input/output error."),
    ],
)
def test_a_file_that_cannot_be_read(path, monkeypatch, error, expected):
    def fail(*args):
        raise error

    path.touch()
    monkeypatch.setattr(Path, "open", fail)
    assert sentence(path) == expected


def test_a_pipe_is_not_waited_for(tmp_path):
    if not hasattr(os, "mkfifo"):
        pytest.skip("there are no pipes here")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileError, match="is not an ordinary file"):
        read(tmp_path / "pipe")


def test_the_limits_leave_room():
    longest = {f"{2 * i}.{part}": ONE for i in range(1000) for part in ("weight", "bias")}
    assert len(json.dumps(longest)) < header.MOST_HEADER / 4
    assert container.MOST_BYTES >= 4 * 100_000_000
