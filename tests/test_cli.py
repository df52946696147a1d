"""The commands as a terminal sees them: what they print, what they return, how they refuse."""

import errno
import io
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from folders import idx_folder
from safetensors.numpy import save_file

from nnviz import data, environment
from nnviz.cli import main
from nnviz.cli.about import version
from nnviz.cli.progress import CELLS, Progress
from nnviz.cli.window import _check
from nnviz.core.network import NetworkSpec, initialize
from nnviz.data import Dataset, Source, make_split
from nnviz.files import load_network, read_network, save_network, save_state
from nnviz.training.trainer import Metrics
from nnviz.wording import fixed

ROOT = Path(__file__).parents[1]
SMALL = ("--data", "digits8", "--hidden", "5,4")
METRICS = {
    "epoch": int,
    "train_cost": float,
    "test_cost": float,
    "train_accuracy": float,
    "test_accuracy": float,
    "samples_per_second": float,
    "seconds": float,
    **dict.fromkeys(("train_rmse", "test_rmse", "train_r_squared", "test_r_squared"), type(None)),
}


def output(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(arguments) == 0
    return capsys.readouterr().out


def lines_of_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    return [strict_json(line) for line in output(capsys, *arguments, "--json").splitlines()]


def strict_json(line: str) -> dict[str, Any]:
    def refuse(word: str) -> None:
        raise AssertionError(f"{word} is no JSON")

    parsed: dict[str, Any] = json.loads(line, parse_constant=refuse)
    return parsed


def program(*arguments: str, **options: Any) -> subprocess.Popen[str]:
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "encoding": "utf-8"}
    return subprocess.Popen([sys.executable, "app.py", *arguments], cwd=ROOT, **(pipes | options))


@pytest.fixture
def line_data(monkeypatch: pytest.MonkeyPatch) -> None:
    """Known as "line": y = 2x + 1, which has values for targets and no classes."""
    x = np.linspace(-1, 1, 20)[:, None]
    part = make_split(x, targets=2 * x + 1)
    dataset = Dataset("line", "A line", part, part, None, None, "made up")
    monkeypatch.setitem(data.SOURCES, "line", Source("A line", lambda: dataset))


class TestTrain:
    def test_json_has_one_object_per_epoch_with_these_keys_and_kinds(self, capsys) -> None:
        epochs = lines_of_json(capsys, "train", *SMALL, "--epochs", "4")
        assert [row["epoch"] for row in epochs] == [1, 2, 3, 4]
        for row in epochs:
            assert {key: type(value) for key, value in row.items()} == METRICS
            assert 0 <= row["train_accuracy"] <= 1
            assert row["samples_per_second"] > 0
        assert epochs == sorted(epochs, key=lambda row: row["seconds"])

    def test_without_options_it_trains_the_default_network_for_three_epochs(self, capsys) -> None:
        text = output(capsys, "train")
        assert "784-16-16-10" in text
        assert "13,002 parameters" in text
        *_, first, second, third, _, best = text.splitlines()
        assert [line.split()[0] for line in (first, second, third)] == ["1", "2", "3"]
        assert re.fullmatch(r"best: epoch [123] with test accuracy \d\d\.\d\d%, test cost 0\.\d{4}", best)

    @pytest.mark.parametrize("seed", ["0", "1", "2"])
    def test_it_learns_more_than_nine_digits_in_ten_within_three_epochs(self, capsys, seed) -> None:
        last = lines_of_json(capsys, "train", "--rate", "2", "--seed", seed)[-1]
        assert last["epoch"] == 3
        assert last["train_accuracy"] > 0.9
        assert last["test_accuracy"] > 0.9

    def test_the_same_seed_gives_the_same_numbers_and_another_seed_others(self, capsys) -> None:
        def costs(seed: str) -> list[float]:
            return [row["test_cost"] for row in lines_of_json(capsys, "train", *SMALL, "--seed", seed)]

        assert costs("3") == costs("3")
        assert costs("3") != costs("4")

    def test_the_table_says_what_json_says(self, capsys) -> None:
        row = output(capsys, "train", *SMALL, "--epochs", "1").splitlines()[-1].split()
        values = lines_of_json(capsys, "train", *SMALL, "--epochs", "1")[0]
        assert row[:5] == [
            "1",
            f"{values['train_cost']:.4f}",
            f"{values['test_cost']:.4f}",
            f"{100 * values['train_accuracy']:.1f}%",
            f"{100 * values['test_accuracy']:.1f}%",
        ]

    @pytest.mark.parametrize(
        ("output_function", "cost"),
        [("identity", "mean_squared"), ("sigmoid", "binary_cross_entropy"), ("softmax", "cross_entropy")],
    )
    @pytest.mark.parametrize("activation", ["tanh", "relu"])
    def test_every_option_reaches_the_training(self, capsys, activation, output_function, cost) -> None:
        options = ("--activation", activation, "--output", output_function, "--cost", cost)
        others = ("--init", "glorot", "--batch", "50", "--rate", "0.05", "--epochs", "2")
        first, second = lines_of_json(capsys, "train", *SMALL, *options, *others)
        assert second["train_cost"] < first["train_cost"]

    @pytest.mark.parametrize("optimizer", ["momentum", "nesterov", "rmsprop", "adam"])
    def test_every_optimizer_learns(self, capsys, optimizer) -> None:
        rate = "0.1" if optimizer in ("momentum", "nesterov") else "0.01"
        options = ("--optimizer", optimizer, "--rate", rate, "--schedule", "cosine", "--l2", "1e-5")
        first, second = lines_of_json(capsys, "train", *SMALL, *options, "--dropout", "0.05", "--epochs", "2")
        assert second["train_cost"] < first["train_cost"]

    def test_what_is_unusual_is_said(self, capsys) -> None:
        options = ("--optimizer", "nesterov", "--schedule", "step", "--l1", "1e-4", "--dropout", "0.25")
        text = output(capsys, "train", *SMALL, *options, "--epochs", "1")
        assert "Nesterov, μ = 0.9, η = 1, mini-batches of 10, seed 0, schedule in stairs" in text
        assert "L1 λ = 0.0001, dropout 25.0%" in text

    def test_the_wanted_accuracy_ends_it(self, capsys) -> None:
        text = output(capsys, "train", "--epochs", "50", "--rate", "2", "--target-accuracy", "0.85")
        *_, best, ended = text.splitlines()
        assert ended == "ended early: the wanted accuracy is reached"
        assert float(re.search(r"accuracy (\S+)%", best)[1]) >= 85

    def test_patience_ends_it(self, capsys) -> None:
        rows = lines_of_json(capsys, "train", *SMALL, "--epochs", "200", "--rate", "30", "--patience", "1")
        costs = [row["test_cost"] for row in rows]
        assert len(costs) < 200
        assert costs[-1] >= min(costs)

    def test_spoiled_data_are_named_and_used(self, capsys) -> None:
        options = ("--examples", "200", "--labels", "random", "--noise-images", "--epochs", "1")
        text = output(capsys, "train", *options)
        assert "200 of them, labels drawn at random, noise in place of the training inputs" in text
        assert "200 training and 297 test examples" in text

    @pytest.mark.parametrize(
        ("option", "value", "sentence"),
        [
            ("--optimizer", "adamw", "'adamw' is not known here (did you mean “adam”?); choose one of sgd"),
            ("--schedule", "linear", "'linear' is not known here; choose one of constant, step"),
            ("--dropout", "1", "a number from 0 to less than 1, not 1"),
            ("--l2", "-1", "a number from 0, not -1"),
            ("--target-accuracy", "95", "a number above 0 and at most 1, not 95"),
            ("--patience", "0", "a whole number from 1, not 0"),
            ("--examples", "0", "a whole number from 1 to 1,500, not 0"),
            ("--labels", "wrong", "'wrong' is not known here; choose one of true, random"),
        ],
    )
    def test_settings_that_make_no_sense_are_refused(self, capsys, option, value, sentence) -> None:
        assert main(["train", option, value]) == 2
        assert capsys.readouterr().err.startswith(f"nnviz train: {option}: {sentence}")

    def test_without_hidden_layers(self, capsys) -> None:
        assert "64-10\n" in output(capsys, "train", "--data", "digits8", "--hidden", "none", "--epochs", "1")

    def test_accuracy_is_null_where_targets_are_no_classes(self, capsys, line_data) -> None:
        options = ("--data", "line", "--hidden", "none", "--output", "identity", "--rate", "0.1")
        row = lines_of_json(capsys, "train", *options, "--epochs", "30")[-1]
        assert row["train_accuracy"] is None
        assert row["test_accuracy"] is None
        assert row["test_cost"] < 1e-3
        assert row["test_rmse"] == pytest.approx(row["test_cost"] ** 0.5, rel=1e-5)
        assert row["test_r_squared"] == pytest.approx(1 - row["test_cost"] / 1.473684, rel=1e-5)
        text = output(capsys, "train", *options, "--epochs", "30")
        assert "accuracy" not in text
        assert "train RMSE  test RMSE  train R²  test R²" in text
        assert fixed(row["test_r_squared"]) in text
        assert " with test RMSE " in text.splitlines()[-1]

    def test_measured_values_have_no_accuracy_to_wait_for(self, capsys, line_data) -> None:
        assert main(["train", "--data", "line", "--hidden", "none", "--target-accuracy", "0.9"]) == 2
        assert "these data are measured values: there is no accuracy" in capsys.readouterr().err

    def test_a_cost_without_end_stops_with_a_sentence_and_no_json_of_it(self, capsys) -> None:
        options = (*SMALL, "--activation", "identity", "--output", "identity", "--rate", "1e6", "--json")
        assert main(["train", *options]) == 1
        captured = capsys.readouterr()
        assert captured.out == ""
        assert captured.err == (
            "nnviz train: the cost is no longer a finite number after epoch 1; try a smaller --rate\n"
        )

    def test_standard_error_gets_a_plain_line_per_epoch(self, capsys) -> None:
        main(["train", *SMALL, "--epochs", "2", "--json"])
        first, second = capsys.readouterr().err.splitlines()
        assert first.startswith("epoch 1/2: test cost ")
        assert second.startswith("epoch 2/2: test cost ")
        assert ", accuracy " in second
        assert second.endswith(" samples/s")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True

    def line(self) -> str:
        """What stands on the line now: every \\r begins to write over it."""
        shown = ""
        for part in self.getvalue().split("\r"):
            shown = part + shown[len(part) :]
        return shown.rstrip()


class TestProgress:
    measured = Metrics(300, 2.0, 0.4, 0.5, 0.9, 0.8, 12345.0, 0.1)

    def test_a_terminal_gets_a_bar_that_leaves_nothing_behind(self, monkeypatch) -> None:
        monkeypatch.setenv("COLUMNS", "200")
        terminal = Terminal()
        progress = Progress(4, terminal)
        progress.report(2, self.measured)
        bar = "█" * (CELLS // 2) + "░" * (CELLS // 2)
        assert terminal.line() == (f"epoch 3/4 {bar} test cost 0.500, accuracy 80.0%, 12,345 samples/s")
        progress.clear()
        assert terminal.line() == ""
        assert "\n" not in terminal.getvalue()

    def test_the_bar_never_wraps(self, monkeypatch) -> None:
        monkeypatch.setenv("COLUMNS", "30")
        terminal = Terminal()
        Progress(4, terminal).report(4, self.measured)
        assert len(terminal.line()) == 29

    def test_a_program_without_a_console_has_no_progress(self) -> None:
        progress = Progress(4, None)
        progress.advance(0.5)
        progress.report(1, self.measured)
        progress.clear()


PAIRS = [
    ("sigmoid", "sigmoid", "squared"),
    ("tanh", "identity", "half_squared"),
    ("relu", "tanh", "mean_squared"),
    ("identity", "relu", "squared"),
    ("tanh", "sigmoid", "binary_cross_entropy"),
    ("relu", "softmax", "cross_entropy"),
]

VALUE = {
    "identity": lambda z: z,
    "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
    "tanh": np.tanh,
    "relu": lambda z: np.where(z > 0, z, 0),
    "softmax": lambda z: np.exp(z) / np.exp(z).sum(),
}
SLOPE = {
    "identity": lambda z: np.ones_like(z),
    "sigmoid": lambda z: np.exp(-z) / (1 + np.exp(-z)) ** 2,
    "tanh": lambda z: 1 / np.cosh(z) ** 2,
    "relu": lambda z: np.where(z > 0, 1.0, 0.0),
}
COST = {
    "squared": lambda a, y: ((a - y) ** 2).sum(),
    "half_squared": lambda a, y: ((a - y) ** 2).sum() / 2,
    "mean_squared": lambda a, y: ((a - y) ** 2).mean(),
    "binary_cross_entropy": lambda a, y: -(y * np.log(a) + (1 - y) * np.log(1 - a)).sum(),
    "cross_entropy": lambda a, y: -(y * np.log(a)).sum(),
}
COST_SLOPE = {
    "squared": lambda a, y: 2 * (a - y),
    "half_squared": lambda a, y: a - y,
    "mean_squared": lambda a, y: 2 * (a - y) / len(a),
    "binary_cross_entropy": lambda a, y: (1 - y) / (1 - a) - y / a,
}


def explained(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    (numbers,) = lines_of_json(capsys, "explain", *arguments)
    return numbers


def forward_again(said: dict[str, Any]) -> tuple[list[np.ndarray], list[np.ndarray]]:
    a, zs = [np.array(said["x"])], []
    for weights, biases, name in zip(said["weights"], said["biases"], said["activations"], strict=True):
        zs.append(np.array(weights) @ a[-1] + np.array(biases))
        a.append(VALUE[name](zs[-1]))
    return zs, a


class TestExplain:
    @pytest.mark.parametrize("pair", PAIRS, ids="-".join)
    @pytest.mark.parametrize("hidden", ["5,4", "none", "3"])
    def test_every_number_against_the_rules_written_anew(self, capsys, pair, hidden) -> None:
        names = dict(zip(("--activation", "--output", "--cost"), pair, strict=True))
        said = explained(
            capsys,
            *("--data", "digits8", "--hidden", hidden, "--seed", "2", "--split", "test", "--example", "3"),
            *(word for option in names.items() for word in option),
        )
        zs, a = forward_again(said)
        y = np.array(said["y"])
        same(said["z"], zs)
        same(said["a"], a)
        assert said["cost"] == pytest.approx(COST[pair[2]](a[-1], y), rel=1e-12)

        if pair[1] == "softmax":
            assert said["dC_da"][-1] is None
            delta = a[-1] - y
        else:
            dC_da = COST_SLOPE[pair[2]](a[-1], y)
            same([said["dC_da"][-1]], [dC_da])
            delta = SLOPE[pair[1]](zs[-1]) * dC_da
        for layer in reversed(range(len(zs))):
            same([said["delta"][layer], said["dC_db"][layer]], [delta, delta])
            same([said["dC_dw"][layer]], [np.outer(delta, a[layer])])
            if layer > 0:
                dC_da = np.array(said["weights"][layer]).T @ delta
                same([said["dC_da"][layer - 1]], [dC_da])
                delta = SLOPE[pair[0]](zs[layer - 1]) * dC_da

    @pytest.mark.parametrize("pair", PAIRS, ids="-".join)
    def test_the_derivatives_against_small_nudges(self, capsys, pair) -> None:
        names = ("--activation", pair[0], "--output", pair[1], "--cost", pair[2])
        said = explained(capsys, *SMALL, "--seed", "1", *names)
        y, h = np.array(said["y"]), 1e-6
        for values, slopes in (("weights", "dC_dw"), ("biases", "dC_db")):
            for layer in range(3):
                array = np.array(said[values][layer])
                at = tuple(0 for _ in array.shape)
                costs = []
                for nudge in (h, -h):
                    moved = array.copy()
                    moved[at] += nudge
                    there = said | {values: [*said[values][:layer], moved, *said[values][layer + 1 :]]}
                    costs.append(COST[pair[2]](forward_again(there)[1][-1], y))
                expected = (costs[0] - costs[1]) / (2 * h)
                assert np.array(said[slopes][layer])[at] == pytest.approx(expected, rel=1e-4, abs=1e-8)

    def test_shapes_names_and_where_the_numbers_come_from(self, capsys) -> None:
        said = explained(capsys, "--seed", "5", "--example", "7", "--init", "normal")
        assert list(said) == [
            *("sizes", "activations", "cost_function", "data", "split", "example", "label", "guess"),
            *("weights", "biases", "x", "y", "z", "a", "cost", "dC_da", "delta", "dC_dw", "dC_db"),
        ]
        assert said["sizes"] == [784, 16, 16, 10]
        assert [np.shape(w) for w in said["weights"]] == [(16, 784), (16, 16), (10, 16)]
        assert [np.shape(w) for w in said["dC_dw"]] == [(16, 784), (16, 16), (10, 16)]
        for key in ("biases", "z", "dC_da", "delta", "dC_db"):
            assert [len(values) for values in said[key]] == [16, 16, 10], key
        assert [len(values) for values in said["a"]] == [784, 16, 16, 10]
        parameters = initialize(NetworkSpec.build(784, (16, 16), 10), "normal", 5)
        for layer in (1, 2, 3):
            assert np.array_equal(said["weights"][layer - 1], parameters.weights(layer))
            assert np.array_equal(said["biases"][layer - 1], parameters.biases(layer))
        train = data.load("digits").train
        assert np.array_equal(said["x"], train.x[7])
        assert np.array_equal(said["y"], train.targets[7])
        assert said["label"] == train.labels[7]
        assert said["guess"] == np.argmax(said["a"][-1])

    def test_numbers_are_in_float64(self, capsys) -> None:
        said = explained(capsys, *SMALL)
        values = np.array(said["z"][0])
        assert not np.array_equal(values, values.astype(np.float32))

    def test_where_targets_are_no_classes(self, capsys, line_data) -> None:
        said = explained(capsys, "--data", "line", "--hidden", "2", "--output", "identity")
        assert said["label"] is None
        assert said["guess"] is None
        text = output(capsys, "explain", "--data", "line", "--hidden", "2", "--output", "identity")
        assert "guess" not in text
        assert "1-2-1" in text
        assert f" {fixed(said['y'][0])} " in text  # and not as a whole number, as targets of classes are

    def test_the_report_shows_the_numbers_of_the_json(self, capsys) -> None:
        options = (*SMALL, "--output", "softmax", "--cost", "cross_entropy", "--example", "4")
        text, said = output(capsys, "explain", *options), explained(capsys, *options)
        (label_row,) = (line for line in text.splitlines() if line.startswith("label"))
        assert label_row.split() == ["label", str(said["label"])]
        verdict = "right" if said["guess"] == said["label"] else "wrong"
        assert f"{said['guess']} ({verdict})" in text
        (cost_row,) = (line for line in text.splitlines() if line.startswith("cost C₀"))
        assert cost_row.endswith(f"{said['cost']:.4f}")
        (last,) = (line for line in text.splitlines() if line.startswith("output layer"))
        assert f"{np.linalg.norm(said['dC_db'][-1]):.3f}" in last

    def test_a_network_beyond_float64_is_refused(self, capsys) -> None:
        deep = ("--hidden", ",".join(["50"] * 500), "--activation", "identity", "--init", "normal")
        assert refusal(capsys, "explain", *deep, "--json").startswith("nnviz explain: --hidden: ")


def same(said: Sequence[Any], expected: Sequence[np.ndarray]) -> None:
    for ours, theirs in zip(said, expected, strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=1e-9, atol=1e-13)


def refusal(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return the one sentence with which bad input is refused."""
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    (sentence,) = captured.err.splitlines()
    return sentence


BAD_NETWORKS = [
    ("--hidden", "16,x", "16,x"),
    ("--hidden", "0", "'0'"),
    ("--hidden", "-3", "'-3'"),
    ("--hidden", "-3,4", "'-3,4'"),
    ("--hidden", "16,,16", "16,,16"),
    ("--hidden", "", "such as 16,16, or none"),
    ("--hidden", "1.5", "1.5"),
    ("--hidden", "99999999", "at most 10,000,000"),
    ("--hidden", "9" * 5000, "whole numbers"),
    ("--activation", "swish", "identity, sigmoid, tanh, relu"),
    ("--activation", "softmax", "output"),
    ("--output", "softmax", "identity"),
    ("--output", "swish", "softmax"),
    ("--cost", "hinge", "binary_cross_entropy"),
    ("--cost", "cross_entropy", "softmax"),
    ("--init", "ones", "scaled, normal, he, glorot, zeros"),
    ("--seed", "-1", "-1"),
    ("--seed", "x", "whole number"),
    ("--data", "digitz", "digits, digits8"),
]

BAD_TRAININGS = [
    *(("--rate", rate, "above 0") for rate in ("nan", "inf", "-inf", "-1", "-1e-3", "0", "1e999")),
    ("--rate", "fast", "'fast'"),
    ("--batch", "0", "from 1"),
    ("--batch", "-5", "from 1"),
    ("--batch", "1501", "1,500"),
    ("--batch", "ten", "'ten'"),
    ("--epochs", "0", "from 1"),
    ("--epochs", "2.5", "'2.5'"),
    ("--epochs", "9" * 4000, "whole number"),
]

BAD_EXAMPLES = [
    ("--example", "-1", "from 0 to 1499"),
    ("--example", "1500", "from 0 to 1499"),
    ("--example", "first", "'first'"),
    ("--split", "validation", "train, test"),
]


class TestRefusals:
    @pytest.mark.parametrize("command", ["train", "explain", "run"])
    @pytest.mark.parametrize(("option", "value", "words"), BAD_NETWORKS)
    def test_a_bad_network(self, capsys, command, option, value, words) -> None:
        cost = () if option == "--cost" else ("--cost", "squared")
        # The pair is at fault, and the sentence names the cost.
        named = "--cost" if (option, value) == ("--output", "softmax") else option
        sentence = refusal(capsys, command, *cost, option, value)
        assert sentence.startswith(f"nnviz {command}: {named}: ")
        assert words in sentence
        assert len(sentence) < 240

    @pytest.mark.parametrize(("option", "value", "words"), BAD_TRAININGS)
    @pytest.mark.parametrize("joined", [True, False])
    def test_a_bad_training(self, capsys, option, value, words, joined) -> None:
        given = [f"{option}={value}"] if joined else [option, value]
        sentence = refusal(capsys, "train", *given)
        assert sentence.startswith(f"nnviz train: {option}: ")
        assert words in sentence

    @pytest.mark.parametrize(("option", "value", "words"), BAD_EXAMPLES)
    def test_a_bad_example(self, capsys, option, value, words) -> None:
        sentence = refusal(capsys, "explain", option, value)
        assert sentence.startswith(f"nnviz explain: {option}: ")
        assert words in sentence

    def test_an_unknown_activation_also_where_no_layer_uses_it(self, capsys) -> None:
        assert "relu" in refusal(capsys, "train", "--hidden", "none", "--activation", "swish")

    def test_an_unknown_command_names_the_known_ones(self, capsys) -> None:
        sentence = refusal(capsys, "trian")
        begin = "nnviz: there is no command 'trian' (did you mean “train”?); the known ones are: run, train, "
        assert sentence.startswith(begin)
        assert "did you mean" not in refusal(capsys, "quux")

    @pytest.mark.parametrize(
        ("words", "meant"),
        [
            (("--data", "mnsit"), "mnist"),
            (("train", "--data", "Digts8"), "digits8"),
            (("train", "--data", "circels?noise=0.2"), "circles"),
            (("train", "--dta", "mnist"), "--data"),
            (("train", "--activation", "signoid"), "sigmoid"),
            (("train", "--cost", "sqaured"), "squared"),
            (("train", "--init", "glorto"), "glorot"),
            (("train", "--schedule", "cosinus"), "cosine"),
            (("explain", "--split", "tset"), "test"),
        ],
    )
    def test_a_mistyped_name_is_told_what_was_perhaps_meant(self, capsys, words, meant) -> None:
        assert f"(did you mean “{meant}”?); " in refusal(capsys, *words)

    @pytest.mark.parametrize("word", ["--rat", "--ratee=3", "-r", "extra", "--hid"])
    def test_an_unknown_option_names_the_known_ones(self, capsys, word) -> None:
        sentence = refusal(capsys, "train", word)
        assert sentence.startswith(f"nnviz train: {word.partition('=')[0]!r} is no option here")
        for known in ("--data", "--hidden", "--rate", "--json", "--help"):
            assert known in sentence

    def test_a_value_that_is_missing_or_too_much(self, capsys) -> None:
        assert refusal(capsys, "train", "--rate") == "nnviz train: --rate: a value is missing"
        assert refusal(capsys, "train", "--rate", "--json") == "nnviz train: --rate: a value is missing"
        assert refusal(capsys, "train", "--json=yes") == "nnviz train: --json: takes no value"

    def test_options_without_a_command_are_the_window_s(self, capsys) -> None:
        assert refusal(capsys, "--hidden", "0").startswith("nnviz: --hidden: ")
        assert "is no option here" in refusal(capsys, "--epochs", "3")


def not_permitted(path: Path, *arguments: object) -> None:
    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))


class TestFiles:
    """Networks and states on the command line; the window's own part is in tests/ui/test_tour.py."""

    @pytest.fixture
    def saved(self, capsys, tmp_path) -> Path:
        """A small network that was trained and saved."""
        path = tmp_path / "net.safetensors"
        output(capsys, "train", *SMALL, "--epochs", "2", "--rate", "2", "--save", str(path))
        return path

    def test_a_saved_network_says_how_it_came_about(self, capsys, saved) -> None:
        file = read_network(saved)
        assert str(file.parameters.spec) == "64-5-4-10"
        last = lines_of_json(capsys, "train", *SMALL, "--epochs", "2", "--rate", "2")[-1]
        assert file.metadata == {
            "data": "digits8",
            "command": f"nnviz train {' '.join(SMALL)} --epochs 2 --rate 2 --save {saved}",
            "epochs": "2",
            "test_cost": f"{last['test_cost']:.4f}",
            "test_accuracy": f"{last['test_accuracy']:.4f}",
        }

    def test_it_is_explained_number_by_number(self, capsys, saved) -> None:
        said = explained(capsys, "--data", "digits8", "--network", str(saved), "--split", "test")
        parameters = load_network(saved)
        for layer in (1, 2, 3):
            assert np.array_equal(said["weights"][layer - 1], parameters.weights(layer))
        zs, a = forward_again(said)
        same(said["z"], zs)
        same(said["a"], a)
        assert "64-5-4-10" in output(capsys, "explain", "--data", "digits8", "--network", str(saved))

    def test_a_foreign_network_is_what_the_options_say(self, capsys, tmp_path) -> None:
        path = tmp_path / "torch.safetensors"
        rng = np.random.default_rng(0)
        shapes = {"0.weight": (5, 64), "0.bias": (5,), "2.weight": (10, 5), "2.bias": (10,)}
        tensors = {name: rng.normal(size=shape).astype(np.float32) for name, shape in shapes.items()}
        save_file(tensors, path)
        names = ("--activation", "relu", "--output", "softmax", "--cost", "cross_entropy")
        said = explained(capsys, "--data", "digits8", "--network", str(path), *names)
        assert said["activations"] == ["relu", "softmax"]
        assert np.array_equal(said["weights"][1], tensors["2.weight"])

    def test_a_training_that_fails_saves_nothing(self, capsys, tmp_path) -> None:
        wild = ("--activation", "identity", "--output", "identity", "--rate", "1e6")
        path = tmp_path / "net.safetensors"
        assert main(["train", *SMALL, *wild, "--save", str(path)]) == 1
        assert not path.exists()

    @pytest.mark.parametrize(
        ("target", "words"),
        [
            ("no folder/net.safetensors", "there is no folder"),
            (".", "is a folder"),
            ("file/net.safetensors", "is a file"),
            ("x" * 300 + ".safetensors", "the name is too long"),
            ("/dev/null", "a network is a .safetensors file"),
            ("net.txt", "a network is a .safetensors file, not "),
            ("net", "a network is a .safetensors file, not "),
        ],
    )
    def test_a_target_that_cannot_be_written_is_refused_before_the_training(
        self, capsys, tmp_path, monkeypatch, target, words
    ) -> None:
        (tmp_path / "file").touch()
        monkeypatch.chdir(tmp_path)
        sentence = refusal(capsys, "train", *SMALL, "--epochs", "100000", "--save", target)
        assert sentence.startswith("nnviz train: --save: ")
        assert words in sentence
        assert os.listdir(tmp_path) == ["file"]

    @pytest.mark.parametrize("protected", ["folder", "file"])
    def test_a_protected_target_too(self, capsys, saved, protected, monkeypatch) -> None:
        # Not by chmod: root, who runs the tests in many a container, may write everywhere.
        if protected == "file":
            monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != saved)
        else:
            monkeypatch.setattr(Path, "open", not_permitted)
        sentence = refusal(capsys, "train", *SMALL, "--epochs", "100000", "--save", str(saved))
        assert sentence == (f"nnviz train: --save: The file '{saved}' cannot be saved: permission denied.")

    def test_a_disk_that_fills_up_meanwhile_leaves_the_old_file(self, capsys, saved, monkeypatch) -> None:
        before = saved.read_bytes()

        def full(descriptor: int) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(os, "fsync", full)
        assert main(["train", *SMALL, "--epochs", "1", "--save", str(saved)]) == 2
        sentence = capsys.readouterr().err.splitlines()[-1]
        assert sentence.startswith("nnviz train: --save: ")
        assert "no space is left on the disk" in sentence
        assert saved.read_bytes() == before
        assert os.listdir(saved.parent) == [saved.name]

    @pytest.mark.parametrize(("command", "option"), [("explain", "--network"), ("run", "--open")])
    @pytest.mark.parametrize(
        ("make", "words"),
        [
            (lambda path: None, "There is no file"),
            (lambda path: path.write_bytes(b""), "empty"),
            (lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100)), "is no safetensors file"),
            (lambda path: path.mkdir(), ""),
        ],
        ids=["missing", "empty", "foreign", "folder"],
    )
    def test_a_file_that_holds_no_network(self, capsys, tmp_path, command, option, make, words) -> None:
        path = tmp_path / "net.safetensors"
        make(path)
        sentence = refusal(capsys, command, "--data", "digits8", option, str(path))
        assert sentence.startswith(f"nnviz {command}: {option}: ")
        assert str(path) in sentence
        assert words in sentence

    @pytest.mark.parametrize(("command", "option"), [("explain", "--network"), ("run", "--open")])
    @pytest.mark.parametrize("share", [0.05, 0.5, 0.99])
    def test_one_that_was_cut_short(self, capsys, saved, command, option, share) -> None:
        whole = saved.read_bytes()
        saved.write_bytes(whole[: int(share * len(whole))])
        sentence = refusal(capsys, command, "--data", "digits8", option, str(saved))
        assert sentence.startswith(f"nnviz {command}: {option}: ")
        assert str(saved) in sentence

    def test_one_of_other_sizes(self, capsys, saved) -> None:
        sentence = refusal(capsys, "explain", "--network", str(saved))
        assert sentence == (
            f"nnviz explain: --network: '{saved}' holds a 64-5-4-10 network, but digits has 784 inputs"
            " and 10 outputs; choose other --data"
        )

    def test_in_the_window_one_of_other_sizes_brings_its_data_or_is_refused(self, capsys, saved) -> None:
        """It was trained on digits8, which are always there; a foreign one says nothing of its data."""
        _check(str(saved), data.load("digits"))
        save_network(saved, load_network(saved))
        sentence = refusal(capsys, "--open", str(saved))
        assert sentence.startswith(f"nnviz: --open: '{saved}' holds a 64-5-4-10 network, but digits has 784")

    def test_a_state_that_is_damaged(self, capsys, tmp_path) -> None:
        (tmp_path / "a.nnviz").write_bytes(b"damaged")
        sentence = refusal(capsys, "run", "--open", str(tmp_path / "a.nnviz"))
        assert sentence.startswith(f"nnviz run: --open: The file '{tmp_path / 'a.nnviz'}'")

    def test_data_that_plainly_are_not_there(self, capsys, tmp_path, monkeypatch) -> None:
        """Refused before there is a window, though the window is to load them."""
        monkeypatch.setenv("NNVIZ_DATA", str(tmp_path))
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
        for name, words in (
            ("mnist", "there is no folder"),
            (str(tmp_path), "neither IDX files (train-images-idx3-ubyte"),
            (str(tmp_path / "none"), str(tmp_path / "none")),
        ):
            sentence = refusal(capsys, "--data", name)
            assert sentence.startswith("nnviz: --data: ")
            assert words in sentence

    def test_a_folder_without_images(self, capsys, tmp_path) -> None:
        sentence = refusal(capsys, "run", "--open", str(tmp_path))
        assert "holds no data that are known here: neither IDX files" in sentence

    def test_a_file_that_holds_no_data(self, capsys, tmp_path) -> None:
        (tmp_path / "README.md").write_text("words")
        sentence = refusal(capsys, "explain", "--data", str(tmp_path / "README.md"))
        assert "no file of data that is known here: CSV, NPZ" in sentence

    @pytest.mark.parametrize("words", [("--hidden", "9"), ("--seed=0",), ("--init", "he")])
    def test_what_a_saved_network_says_itself_is_not_asked(self, capsys, saved, words) -> None:
        sentence = refusal(capsys, "explain", "--data", "digits8", "--network", str(saved), *words)
        option = words[0].partition("=")[0]
        assert sentence.startswith(f"nnviz explain: {option}: this does not go with --network")

    @pytest.mark.parametrize("words", [("--hidden", "9"), ("--seed=0",), ("--cost", "squared")])
    def test_nor_is_it_where_the_window_opens_one(self, capsys, saved, words) -> None:
        sentence = refusal(capsys, "run", "--data", "digits8", "--open", str(saved), *words)
        option = words[0].partition("=")[0]
        assert sentence.startswith(f"nnviz run: {option}: this does not go with --open, whose file holds")

    def test_data_beside_a_file_that_brings_its_own_are_refused(self, capsys, saved, tmp_path) -> None:
        """Also beside data; not where they are the same, or the file's own are no longer there."""
        small = idx_folder(tmp_path / "small")
        for opened, own in ((saved, "digits8"), (small, small)):
            sentence = refusal(capsys, "--open", str(opened), "--data", "digits")
            assert sentence == (
                f"nnviz: --data: this does not go with --open, which brings its own data: '{own}'"
            )
        save_network(saved, load_network(saved), {"data": str(tmp_path / "gone")})
        sentence = refusal(capsys, "--open", str(saved), "--data", "digits")
        assert sentence.startswith(f"nnviz: --open: '{saved}' holds a 64-5-4-10 network, but digits has 784")

    def test_data_beside_a_state_are_refused(self, capsys, tiny_session, tmp_path, monkeypatch) -> None:
        state = tmp_path / "a.nnviz"
        save_state(state, tiny_session.saved())
        own = tiny_session.dataset.reference
        monkeypatch.setattr(data, "is_there", lambda reference: reference == own)
        sentence = refusal(capsys, "--open", str(state), "--data", "digits")
        assert sentence == f"nnviz: --data: this does not go with --open, which brings its own data: '{own}'"

    def test_what_contradicts_a_saved_network_is_refused(self, capsys, saved) -> None:
        words = ("explain", "--data", "digits8", "--network", str(saved), "--activation")
        sentence = refusal(capsys, *words, "relu")
        assert (
            sentence
            == f"nnviz explain: --activation: the network in '{saved}' has sigmoid, and says so itself"
        )
        assert output(capsys, *words, "sigmoid")

    def test_where_it_was_saved_is_said_and_json_stays_json(self, capsys, tmp_path) -> None:
        path = str(tmp_path / "net.safetensors")
        words = ("train", *SMALL, "--epochs", "1", "--examples", "50", "--save", path)
        assert output(capsys, *words).splitlines()[-1] == f"saved: {path}"
        assert main([*words, "--json"]) == 0
        said = capsys.readouterr()
        assert [strict_json(line)["epoch"] for line in said.out.splitlines()] == [1]
        assert f"saved: {path}" in said.err

    def test_a_cost_that_rose_gets_a_hint(self, capsys) -> None:
        words = ("train", "--data", "line", "--hidden", "4", "--output", "identity", "--epochs", "2")
        assert main(words) == 0
        assert re.search(
            r"the training cost rose from \S+ to \S+; try a smaller --rate than 1$",
            capsys.readouterr().err,
            re.M,
        )
        assert main([*words, "--rate", "0.01"]) == 0
        assert "--rate" not in capsys.readouterr().err


class TestAbout:
    @pytest.mark.parametrize("word", ["--help", "-h"])
    def test_help_names_every_command_and_gives_examples(self, capsys, word) -> None:
        text = output(capsys, word)
        for command in ("run", "train", "explain", "tour"):
            assert f"\n  {command} " in text
        assert "nnviz train --epochs 10" in text

    @pytest.mark.parametrize("command", ["run", "train", "explain", "tour"])
    def test_every_command_has_help_whatever_stands_beside_it(self, capsys, monkeypatch, command) -> None:
        monkeypatch.setenv("COLUMNS", "200")
        text = output(capsys, command, "--bogus", "--help")
        assert text.startswith(f"usage: nnviz {command}")
        assert command == "tour" or ", ".join(data.known()) in text
        assert "example:" in text

    def test_every_example_in_the_help_is_understood(self, capsys, tmp_path, monkeypatch) -> None:
        monkeypatch.chdir(tmp_path)
        examples = output(capsys, "--help").partition("examples:\n")[2].splitlines()
        for line in examples:
            words = line.split("  ")[1].partition(" | ")[0].split()[1:]
            if words[:1] in (["train"], ["explain"]):
                assert main(words) == 0, words

    def test_version(self, capsys) -> None:
        assert output(capsys, "--version") == f"nnviz {version()}\n"

    def test_without_an_installation_the_version_is_the_checkout_s(self, monkeypatch) -> None:
        from nnviz.cli import about

        installed = version()

        def not_installed(name: str) -> str:
            raise about.PackageNotFoundError(name)

        monkeypatch.setattr(about, "installed_version", not_installed)
        assert version() == installed


class TestWithoutQt:
    def test_missing_libraries_are_named_with_the_line_that_installs_them(self, capsys, monkeypatch) -> None:
        monkeypatch.setattr(
            environment, "problem", lambda: "Qt cannot start: …\nInstall with this line:\n    …"
        )
        assert main([]) == 1
        assert capsys.readouterr().err == "nnviz: Qt cannot start: …\nInstall with this line:\n    …\n"
        monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
        assert main(["tour"]) == 1
        assert os.environ["QT_QPA_PLATFORM"] == "offscreen"

    def test_a_folder_that_cannot_be_made(self, capsys, monkeypatch, tmp_path) -> None:
        monkeypatch.setattr(environment, "problem", lambda: None)
        monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
        (tmp_path / "file").touch()
        sentence = refusal(capsys, "tour", "--out", str(tmp_path / "file" / "pictures"))
        assert sentence.startswith("nnviz tour: --out: ")
        assert "cannot be made" in sentence


class TestAsAProgram:
    @pytest.mark.parametrize("command", ["train", "explain"])
    def test_neither_qt_nor_scikit_learn_nor_ziamath_is_loaded(self, command) -> None:
        code = (
            "import sys; from nnviz.cli import main; main(sys.argv[1:]);"
            "print({m.split('.')[0] for m in sys.modules} & {'PySide6', 'pyqtgraph', 'sklearn', 'ziamath'})"
        )
        done = subprocess.run(
            [sys.executable, "-c", code, command, *SMALL],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.splitlines()[-1] == "set()"

    def test_ctrl_c_ends_a_training_quietly(self) -> None:
        with program("train", *SMALL, "--epochs", "1000000", "--json") as process:
            assert process.stdout is not None
            assert strict_json(process.stdout.readline())["epoch"] == 1
            process.send_signal(signal.SIGINT)
            _, errors = process.communicate(timeout=30)
        assert process.returncode == 130
        assert "Traceback" not in errors

    def test_a_reader_who_leaves_is_no_failure(self) -> None:
        with program("train", *SMALL, "--epochs", "1000000", "--json", stderr=subprocess.DEVNULL) as process:
            assert process.stdout is not None
            process.stdout.readline()
            process.stdout.close()
            assert process.wait(timeout=30) == 0

    def test_a_reader_who_leaves_in_the_middle_of_one_long_line(self) -> None:
        with program("explain", "--json") as process:
            assert process.stdout is not None
            process.stdout.read(10)
            process.stdout.close()
            assert process.wait(timeout=30) == 0
            assert process.stderr is not None
            assert process.stderr.read() == ""

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux's full device")
    def test_a_full_disk_is_a_sentence(self) -> None:
        with Path("/dev/full").open("w") as full, program("explain", *SMALL, stdout=full) as process:
            _, errors = process.communicate(timeout=30)
        assert process.returncode == 1
        assert errors == "nnviz explain: No space left on device\n"

    def test_a_narrow_encoding_loses_no_minus_sign(self) -> None:
        environ = {**os.environ, "PYTHONIOENCODING": "ascii"}
        with program("explain", *SMALL, env=environ) as process:
            text, errors = process.communicate(timeout=30)
        assert process.returncode == 0
        assert errors == ""
        assert "−" in text
