"""Damaged in ten thousand ways, a file is still read, or refused in one sentence."""

import json
import random

import by_hand
import numpy as np
import pytest
import states

from nnviz.core.network import initialize
from nnviz.errors import NnvizError
from nnviz.files import load_network, load_state, save_network, save_state

FEW, MANY = 150, 5000
"""Of each kind of file."""

EVIL = (
    *(
        None,
        True,
        -1,
        0,
        1,
        2,
        3.5,
        2**31,
        2**53,
        2**63,
        2**64,
        -(2**70),
        10**400,
        1e308,
        "",
        "x",
        "F64",
        "F16",
    ),
    *(
        "BF16",
        "I8",
        [],
        {},
        [[]],
        [0],
        [0, 0],
        [2**40, 2**40],
        [1] * 2000,
        "9" * 3000,
        "\ud800",
        "\0",
        "[" * 3000,
    ),
    *({"__metadata__": {}}, {"a": None}, [None], ["relu"], "softmax", "identity", "null", "NaN"),
)


def flip(chance, contents):
    changed = bytearray(contents)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        changed[place(chance, changed)] = chance.randrange(256)
    return bytes(changed)


def place(chance, contents):
    """Choose a place, most often in the header."""
    return chance.randrange(min(len(contents), chance.choice((8, 16, 400, len(contents)))))


def cut(chance, contents):
    return contents[: chance.randrange(len(contents))]


def insert(chance, contents):
    at = place(chance, contents)
    return contents[:at] + chance.randbytes(chance.choice((1, 4, 100))) + contents[at:]


def leave_out(chance, contents):
    at = place(chance, contents)
    return contents[:at] + contents[at + chance.choice((1, 4, 100)) :]


def repeat(chance, contents):
    a, b = sorted((place(chance, contents), place(chance, contents)))
    return contents[:b] + contents[a:]


def evil_header(chance, contents):
    """Put something that does not belong there into the header; its length is right again."""
    header, numbers = by_hand.apart(contents)
    spoil(chance, header)
    return by_hand.with_header(header, numbers)


def evil_text(chance, contents):
    """The same within the JSON of a text of the metadata."""
    header, numbers = by_hand.apart(contents)
    metadata = header["__metadata__"]
    key = chance.choice([key for key in metadata if metadata[key][:1] in ("{", "[")])
    value = {"value": json.loads(metadata[key])}
    spoil(chance, value)
    metadata[key] = json.dumps(value.get("value"))
    return by_hand.with_header(header, numbers)


def spoil(chance, value):
    """Change one thing anywhere in `value`."""
    where = chance.choice(list(containers(value)))
    keys = list(where) if isinstance(where, dict) else list(range(len(where)))
    deed = chance.choice(("set", "set", "set", "remove", "add"))
    if deed == "remove" and keys:
        del where[chance.choice(keys)]
    elif deed == "set" and keys:
        where[chance.choice(keys)] = chance.choice(EVIL)
    elif isinstance(where, dict):
        where[chance.choice(("x", "0.weight", "parameters", "__metadata__"))] = chance.choice(EVIL)
    else:
        where.append(chance.choice(EVIL))


def containers(value):
    if isinstance(value, (dict, list)):
        yield value
        for inner in value.values() if isinstance(value, dict) else value:
            yield from containers(inner)


def evil_numbers(chance, contents):
    """Put numbers that are none among the others."""
    header, numbers = by_hand.apart(contents)
    values = np.frombuffer(numbers, "<f4").copy()
    values[chance.randrange(len(values))] = chance.choice((np.nan, np.inf, -np.inf, 3e38, 1e-45))
    return by_hand.with_header(header, values.tobytes())


MUTATIONS = (
    flip,
    cut,
    insert,
    leave_out,
    repeat,
    evil_header,
    evil_header,
    evil_text,
    evil_text,
    evil_numbers,
)


def mutated(contents, n, seed):
    chance = random.Random(seed)
    for _ in range(n):
        changed = chance.choice(MUTATIONS)(chance, contents)
        yield flip(chance, changed) if changed and chance.random() < 0.1 else changed


def read_or_refused(path, contents, load):
    """Return what is loaded, or None if it is refused as it should be."""
    path.write_bytes(contents)
    try:
        return load(path)
    except NnvizError as error:
        text = str(error)
    assert f"'{path}'" in text
    assert text.isprintable()
    assert text.endswith(".")
    assert len(text) < 600 + len(str(path))
    return None


def check_states(path, n, seed):
    """Return how many of n damaged states were read all the same; each can be saved, and comes back."""
    read = 0
    for contents in mutated(states.contents_2(), n, seed):
        state = read_or_refused(path, contents, load_state)
        if state is not None:
            read += 1
            assert state.parameters.finite
            save_state(path, state)
            assert states.same(load_state(path), state)
    return read


def check_networks(path, n, seed):
    save_network(path, initialize(states.SPEC), {"trained_on": "digits"})
    read = 0
    for contents in mutated(path.read_bytes(), n, seed):
        parameters = read_or_refused(
            path, contents, lambda path: load_network(path, "relu", "sigmoid", "squared")
        )
        if parameters is not None:
            read += 1
            assert parameters.finite
            save_network(path, parameters)
            assert load_network(path).theta.tobytes() == parameters.theta.tobytes()
    return read


@pytest.mark.parametrize("check", [check_states, check_networks])
def test_a_few_damaged_files(tmp_path, check):
    assert 0 < check(tmp_path / "file", FEW, seed=1) < FEW


@pytest.mark.slow
@pytest.mark.parametrize("check", [check_states, check_networks])
def test_thousands_of_damaged_files(tmp_path, check):
    assert 0 < check(tmp_path / "file", MANY, seed=2) < MANY
