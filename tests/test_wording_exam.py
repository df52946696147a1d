"""The exam's words."""

import pytest

from nnviz.core.network import NetworkSpec
from nnviz.wording import use_notation
from nnviz.wording.exam import (
    class_name,
    confidence_name,
    confidence_teaches,
    confusion_text,
    confusion_tip,
    fit_text,
    none_wrong,
    share_text,
    short_confidence,
    tally_share,
    tally_text,
)
from nnviz.wording.notation import notation_of


@pytest.mark.parametrize(
    ("count", "label", "guess", "text"),
    [
        (9, "4", "9", "9 fours taken for nines"),
        (1, "4", "8", "1 four taken for an eight"),
        (0, "6", "1", "no six taken for a one"),
        (1030, "6", "6", "1,030 sixes recognized"),
        (1, "6", "6", "1 six recognized"),
        (3, "cat", "dog", "3 “cat” taken for “dog”"),
    ],
)
def test_who_is_taken_for_whom(count, label, guess, text):
    assert confusion_text(count, label, guess) == text


def test_a_cell_says_what_share_of_its_row_it_is():
    assert confusion_tip(9, 98, "4", "9").endswith("9.2% of the 98 fours<br>Click: show these images")
    assert confusion_tip(1, 1, "4", "9").split("<br>")[1] == "100.0% of the only four"
    assert confusion_tip(0, 0, "4", "9").endswith("There is none of this class among them.")


def test_the_tally():
    assert (tally_text(75, 77), tally_share(75, 77)) == ("75 of 77", "= 0.974")
    assert tally_share(77, 77) == "= 1.000"
    assert tally_share(59_999, 60_000) == "= 0.99998"
    assert tally_share(0, 0) == ""


def test_all_is_said_only_of_all():
    assert share_text(980, 980) == "100.0%"
    assert share_text(4999, 5000) == "99.98%"
    assert share_text(2, 3) == "66.7%"
    assert share_text(0, 0) == "–"
    assert [short_confidence(v) for v in (0.904, 0.9964, 0.99996, 1.0, 0.001)] == [
        *(".90", ".996", ".999", "1.0", ".00")
    ]


def test_only_softmax_has_probabilities():
    softmax = NetworkSpec.build(2, (3,), 2, output="softmax", cost="cross_entropy")
    assert confidence_name(softmax) == "probability"
    assert confidence_name(NetworkSpec.build(2, (3,), 2)) == "winning output"
    assert confidence_name(NetworkSpec.build(2, (3,), 1)) == "output, towards the guess"


def test_a_single_output_in_another_notation():
    tanh = NetworkSpec.build(2, (3,), 1, output="tanh")
    assert "yes, −a where it is no" in confidence_teaches(tanh)
    try:
        use_notation(notation_of("hat"))
        assert "1 − ŷ where it is no" in confidence_teaches(NetworkSpec.build(2, (3,), 1))
    finally:
        use_notation(notation_of("standard"))


def test_values():
    assert fit_text(0.1234, 0.97, 300) == "RMSE 0.123 · R² 0.970 over 300 test examples"
    assert fit_text(0.5, None, 1) == "RMSE 0.500 · R² is not defined over 1 test example"


def test_the_rest():
    assert class_name(None, 3) == "3"
    assert class_name(("no", "yes"), 1) == "yes"
    assert none_wrong("train", 1500) == "All 1,500 training examples are recognized: there is no wrong one."
