"""What is said of races and of networks that do not learn."""

import pytest

from nnviz.core.network import NetworkSpec
from nnviz.training.diagnosis import Finding, LayerHealth
from nnviz.training.lanes import SETTINGS, Start, Variation
from nnviz.training.race import Race
from nnviz.training.race_presets import PRESETS, preset
from nnviz.training.settings import TrainSettings
from nnviz.wording.diagnosis import diverged_sentence, finding_advice, finding_sentence, layer_sentence
from nnviz.wording.race import (
    PRESET_NAMES,
    VARIED,
    lane_end,
    lane_name,
    lane_sentence,
    preset_words,
    spread_sentence,
)

SPEC = NetworkSpec.build(4, (6,), 3)


@pytest.fixture
def start(tiny_dataset):
    return Start.drawn(SPEC, tiny_dataset(), TrainSettings(batch=4), seed=1)


def test_every_preset_has_a_name_and_a_sentence():
    assert set(PRESET_NAMES) == set(PRESETS)
    for name in PRESETS:
        words, sentence = preset_words(name, 10)
        assert words
        assert sentence[-1] in ".?"
        assert "{" not in sentence


def test_every_lane_of_every_preset_has_a_name_of_its_own(start):
    for name in PRESETS:
        names = [lane_name(lane, ("a", "b", "c")) for lane in preset(name, start).lanes]
        assert len(set(names)) == len(names)


def test_whatever_may_differ_can_be_named():
    assert set(VARIED) >= set(SETTINGS) - {"final"} | {"activation", "init", "seed", "data", "class"}
    for what in SETTINGS:
        value = {"optimizer": "adam", "schedule": "cosine", "batch": 7}.get(what, 0.5)
        assert lane_name((Variation(what, value),))


@pytest.mark.parametrize(
    ("variations", "name"),
    [
        ((), "as it is"),
        ((("batch", 1),), "one at a time"),
        ((("batch", 0),), "the whole set"),
        ((("batch", 5000),), "batches of 5,000"),
        ((("optimizer", "adam"), ("rate", 0.003)), "Adam, η = 0.003"),
        ((("class", 2),), "only “c”"),
        ((("class", 9),), "only “9”"),  # of data that were there before
    ],
)
def test_names(variations, name):
    assert lane_name(tuple(Variation(*v) for v in variations), ("a", "b", "c")) == name


def test_a_lane_in_one_line(start):
    race = Race(start, ((Variation("rate", 0.1),),), 2)
    while race.turn():
        pass
    (news,) = race.news()
    text = lane_sentence("η = 0.1", news)
    assert text.startswith("η = 0.1; epoch 2.00; 6 updates; cost ")
    assert "right in training" in text
    assert lane_end(news) == ""


def test_a_spread():
    assert spread_sentence((0.5, 0.25, 0.75)) == "3 lanes ended with training costs from 0.250 to 0.750"


@pytest.mark.parametrize(
    "kind", ["overflow", "dead", "saturated", "stuck", "alike", "vanishing", "exploding"]
)
def test_every_finding_has_a_sentence_and_something_to_try(kind):
    finding = Finding(kind, 1, 3, 6, 1e-5)
    assert "{" not in finding_sentence(SPEC, finding) + finding_advice(finding)
    assert finding_sentence(SPEC, finding).endswith(".")
    assert any(word in finding_advice(finding) for word in ("Try", "try", "Begin"))


def test_a_layer_in_words():
    health = LayerHealth(1, 6, 0, 2, False, 0.125, (1, 4))
    assert layer_sentence(SPEC, health) == (
        "first hidden layer, 2 of 6 saturated, length of its gradient 0.125."
    )


def test_a_training_that_ran_away_says_where_and_what_to_try():
    settings = TrainSettings(rate=50)
    assert diverged_sentence(12, 10, settings) == (
        "The cost was no longer a finite number after update 12; the last good state, after update 10,"
        " is back. Try a smaller learning rate than η = 50."
    )
    assert "as it was at the beginning" in diverged_sentence(3, 0, settings)
