"""The few pairs for a chain of single neurons."""

import numpy as np

from nnviz import data


def test_one_number_in_one_out():
    chain = data.load("chain")
    assert (chain.n_inputs, chain.n_outputs) == (1, 1)
    assert chain.classes is None
    assert chain.input_name(0) == "x"
    assert data.is_there(chain.reference)
    assert data.load(chain.reference).content_hash == chain.content_hash


def test_the_larger_x_the_smaller_y():
    for split in (data.load("chain").train, data.load("chain").test):
        order = np.argsort(split.x[:, 0])
        assert (np.diff(split.targets[order, 0]) < 0).all()


def test_the_first_input_is_not_nothing():
    x, y = data.load("chain").train.example(0)
    assert (float(x[0]), float(y[0])) == (0.75, 0.25)  # with x = 0 the first weight would not matter
