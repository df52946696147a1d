import numpy as np
import pytest

from nnviz.core.network import Location, NetworkSpec
from nnviz.errors import SettingsError
from nnviz.session import Neuron
from nnviz.ui.network.naming import ENDS, MOST, Naming, named, parse, spread


def test_a_typed_list_is_numbers_and_ranges():
    assert parse("3, 17, 400-403", 784) == (3, 17, 400, 401, 402, 403)
    assert parse("5–6;5", 10) == (5, 6)


@pytest.mark.parametrize("text", ["", "a", "3,,4", "784", "5-3", "-1", "0-700", "1-40, 100-140"])
def test_what_is_no_list_is_refused_in_a_sentence(text):
    with pytest.raises(SettingsError, match=r"neurons|numbers"):
        parse(text, 784)


def test_the_ends_are_the_first_and_the_last(session):
    members = named(session, 0, Naming())
    np.testing.assert_array_equal(members, [*range(ENDS), *range(784 - ENDS, 784)])


def test_the_strongest_are_so_by_activation_or_by_what_they_add_to_the_chosen_neuron(session):
    x = session.trace.a[0]
    members = named(session, 0, Naming("strongest"))
    assert x[members].min() >= np.sort(x)[-len(members)]
    session.select(Neuron(1, 4))
    members = named(session, 0, Naming("strongest"))
    products = np.abs(session.parameters.weights(1)[4] * x)
    assert set(members) == set(np.argsort(-products, kind="stable")[: len(members)])


def test_what_is_not_computed_names_nobody_strong(session):
    session.new_network(NetworkSpec.build(784, (300,), 10), "scaled", 0)
    session.jump(0)
    np.testing.assert_array_equal(named(session, 1, Naming("strongest")), named(session, 1, Naming("ends")))


def test_the_row_is_that_of_the_pointed_pixel_the_chosen_one_or_the_middle(session):
    def row():
        members = named(session, 0, Naming("row"))
        assert len(members) == 28
        return members[0] // 28

    assert row() == 14
    session.select(Location("w", 1, 0, 28 * 5 + 3))
    assert row() == 5
    session.point_at(Neuron(0, 28 * 9))
    assert row() == 9


@pytest.mark.parametrize("seed", range(5))
def test_discs_stand_apart_in_order_and_as_near_as_can_be(seed):
    heights = np.sort(np.random.default_rng(seed).uniform(0, 300, 20))
    placed = spread(heights, 8.0, 0.0, 300.0)
    assert (np.diff(placed) >= 8 - 1e-9).all()
    assert placed.min() >= 0
    assert placed.max() <= 300 + 1e-9


def test_discs_far_enough_apart_stay_where_they_are():
    np.testing.assert_allclose(spread(np.array([10.0, 50.0, 90.0]), 8.0, 0.0, 100.0), [10, 50, 90])
    assert len(spread(np.zeros(0), 8.0, 0.0, 100.0)) == 0
    assert spread(np.zeros(MOST), 8.0, 0.0, 100.0).max() <= 100 + 1e-9
