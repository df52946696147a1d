"""What is said of the network's cost along lines and over planes."""

from dataclasses import replace

import numpy as np
import pytest
from samples import random_parameters

from nnviz.core.flat import Flat
from nnviz.core.network import NetworkSpec
from nnviz.training.landscape.cut import Slice
from nnviz.wording.landscape import sample_sentence, slice_sentences
from nnviz.wording.landscape_page import KIND_WORDS, kind_words, reach_words, sample_words, spread_words

SPEC = NetworkSpec.build(2, (3,), 1)


def cut(costs, slope=-0.5, holds=None, at_one=0.6) -> Slice:
    theta, t = random_parameters(SPEC), np.linspace(-1, 3, len(costs))
    flat = Flat.spanned(theta, theta.theta)
    return Slice(flat, t, np.array(costs), np.array(costs), 10, 5, slope, 0.012, at_one, holds, True)


def test_downhill_it_says_promise_and_truth() -> None:
    said = slice_sentences("gradient", cut([1.5, 1.0, 0.6, 0.4, 0.9], holds=0.25), 0.3, "")
    assert "One step of η = 0.300: the straight line promises −0.500, really C changes by −0.400." in said
    assert "off by a tenth after 0.250 of a step already" in said
    assert "Lowest is C = 0.400 after 2.00 steps" in said


@pytest.mark.parametrize(
    ("costs", "holds", "words"),
    [
        ([1.5, 1.0, 0.6, 0.4, 0.9], 2.5, "off by a tenth after 2.50 steps."),
        ([1.5, 1.0, 0.6, 0.4, 0.9], None, "As far as the picture goes"),
        ([1.1, 1.0, 1.6, 2.4, 2.9], 0.1, "before the first point: choose a shorter reach"),
        ([1.5, 1.0, np.inf, np.nan, 0.9], 0.1, "Hatched: the cost is no finite number."),
    ],
)
def test_downhill_it_says_how_far_to_trust_it(costs, holds, words) -> None:
    assert words in slice_sentences("gradient", cut(costs, holds=holds), 1.0, "")


def test_a_hill_is_one_if_it_is_higher_than_both_ends() -> None:
    t = np.linspace(-1, 3, 41)
    hill = slice_sentences("seed", cut(0.3 + np.exp(-8 * (t - 0.5) ** 2)), 1.0, "seed 3")
    assert "to seed 3" in hill
    assert "a hill lies in between: C rises to 1.3" in hill
    assert "swapped" in hill
    slope = slice_sentences("moment", cut(2.0 - t / 2), 1.0, "the beginning")
    assert "no hill lies in between" in slope
    assert "swapped" not in slope


def test_what_was_sampled_is_said() -> None:
    said = sample_sentence({"train": (1000, 60_000), "test": (1000, 10_000)}, "201", penalized=True)
    assert said == (
        "C over 1,000 of 60,000 training examples and 1,000 of 10,000 test examples, always the same ones, "
        "chosen at random; at 201 points, in between interpolated; without L1 and L2."
    )
    assert "chosen" not in sample_sentence({"test": (5, 5)}, "41 × 41", penalized=False)


def test_the_choices_have_words() -> None:
    assert kind_words().keys() == KIND_WORDS.keys()
    assert reach_words(1000.0) == "1,000 η"
    assert reach_words(None) == "as far as it falls"
    assert spread_words(0.1) == "± 0.1 ‖θ‖"
    assert sample_words(1000) == "1,000 examples"


def test_uphill_at_once_it_says_so() -> None:
    rises = cut([1.1, 1.0, 1.6, 2.4, 2.9], holds=0.1, at_one=1.3)
    assert "It rises at once" in slice_sentences("gradient", rises, 1.0, "")


@pytest.mark.parametrize(("cosine", "level"), [(0.012, True), (-0.09, True), (0.7, False), (-0.7, False)])
def test_a_random_direction_is_called_level_only_where_it_is(cosine, level) -> None:
    said = slice_sentences("random", replace(cut([1.5, 1.0, 0.6]), cosine=cosine), 1.0, "")
    assert ("nearly level" in said) is level
    assert said.endswith(".")
