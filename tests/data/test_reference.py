import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.data.reference import check_options, join, real, split, whole
from nnviz.errors import DataError

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@given(TEXTS.filter(bool), st.dictionaries(TEXTS.filter(bool), TEXTS, min_size=1, max_size=5))
def test_what_is_joined_is_split(place, options):
    assert split(join(place, options)) == (place, options)


@pytest.mark.parametrize("text", ["digits", "/a/b.csv", "/a/what?.csv", "?", "/a?b/c.csv"])
def test_what_has_no_options_is_a_place(text):
    assert split(text) == (text, {})
    assert join(text, {}) == text


def test_a_file_that_is_there_is_a_place_whatever_its_name(tmp_path):
    path = tmp_path / "a?label=b"
    assert split(path) == (str(tmp_path / "a"), {"label": "b"})
    path.touch()
    assert split(path) == (str(path), {})


def test_numbers():
    options = {"n": "12", "noise": "0.5", "bad": "1e", "long": "9" * 5000, "nan": "nan", "odd": "²"}
    assert whole(options, "n", 3, 0, 20) == 12
    assert whole(options, "m", 3, 0, 20) == 3
    assert real(options, "noise", 1, 0, 1) == 0.5
    for name in ("bad", "long", "nan", "noise", "odd"):
        with pytest.raises(DataError, match=f"{name} must be a whole number from 0 to 20, not"):
            whole(options, name, 3, 0, 20)
    for name in ("bad", "long", "nan", "n", "odd"):
        with pytest.raises(DataError, match=f"{name} must be a number from 0 to 1, not"):
            real(options, name, 1, 0, 1)


def test_unknown_options():
    check_options({"n": "1"}, ("n",), "It")
    with pytest.raises(DataError, match="It cannot be chosen by 'm'; what can be chosen is n"):
        check_options({"n": "1", "m": ""}, ("n",), "It")
