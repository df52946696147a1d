"""Points changed by hand, as part of a recipe and of its reference."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.data.by_hand import MOST, ByHand
from nnviz.data.plane import Plane, load_plane, recipe
from nnviz.errors import DataError

PLAIN = Plane("circles", n=50)


def test_points_are_where_they_were_put():
    plane = PLAIN.moving(7, 0.5, -1).adding(1, 2, 2).removing(9)
    points, labels = plane.points()
    before, _ = PLAIN.points()
    assert points[7].tolist() == [0.5, -1]
    assert (points[50].tolist(), labels[50]) == ([2, 2], 1)
    others = [k for k in range(50) if k != 7]
    assert np.array_equal(points[others], before[others])
    train, test = plane.parts()
    assert sorted([*train, *test]) == [k for k in range(51) if k != 9]
    assert train[-1] == 50


def test_moving_and_removing_what_was_added():
    plane = PLAIN.adding(0, 1, 1).adding(1, 2, 2).moving(50, 3, 3).removing(51)
    assert plane.by_hand.added == ((0, 3, 3),)
    assert PLAIN.moving(3, 1, 1).removing(3).by_hand == ByHand(removed=(3,))
    assert PLAIN.moving(3, 1, 1).moving(3, 2, 2).by_hand == ByHand(moved=((3, 2, 2),))


def test_its_source_says_so():
    assert "1 of them changed by hand" in load_plane(PLAIN.removing(3)).source
    assert "hand" not in load_plane(PLAIN).source


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 30), *[st.floats(-9, 9)] * 2), max_size=12))
def test_its_reference_gives_the_same_points(changes):
    plane = PLAIN
    for kind, number, x, y in changes:
        if number in plane.by_hand.removed:
            continue
        match kind:
            case 0:
                plane = plane.adding(number % 2, x, y)
            case 1:
                plane = plane.moving(number, x, y)
            case _:
                plane = plane.removing(number)
    again = recipe(plane.reference)
    assert again == plane
    assert load_plane(again).content_hash == load_plane(plane).content_hash


def test_features_leave_points_alone_and_other_points_are_drawn_anew():
    plane = PLAIN.adding(0, 1, 1)
    assert plane.redrawn(features=("xx",)).by_hand == plane.by_hand
    assert not plane.redrawn(noise=0.2).by_hand
    assert plane.redrawn(shape="blobs").classes == 3
    assert Plane("blobs", classes=5).redrawn(shape="moons").classes == 2


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ("added=0,1", "added must be threes"),
        ("added=0,1,x", "added must place points by numbers, not 'x'"),
        ("added=0,1,nan", "coordinates must be numbers from -100 to 100"),
        ("added=0,1,101", "coordinates must be"),
        ("added=2,1,1", "one of the 2 classes"),
        ("moved=-1,1,1", "moved must name points by whole numbers"),
        ("moved=500,1,1", "There are 500 points to be moved"),
        ("moved=3,1,1,3,2,2", "once"),
        ("removed=3,2", "their numbers must rise"),
        ("removed=1.5", "removed must name points"),
        ("moved=3,1,1&removed=3", "once"),
        (f"removed={','.join(map(str, range(500)))}", "The last point"),
        (f"added={','.join(['0,1,1'] * (MOST + 1))}", "At most 2,000 points"),
    ],
)
def test_what_cannot_be_is_a_sentence(options, words):
    with pytest.raises(DataError) as caught:
        recipe(f"circles?{options}")
    assert words in str(caught.value)
