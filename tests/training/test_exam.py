"""The exam of a whole split: who is right, who is taken for whom, how sure the network is."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import random_parameters, tiny_dataset

from nnviz.core import passes
from nnviz.core.network import NetworkSpec, Parameters, initialize
from nnviz.data.split import make_split
from nnviz.training.exam import Answers, Fit, examine
from nnviz.training.kernel import Kernel
from nnviz.training.measuring import EVALUATION_CHUNK, evaluate


def network(spec, seed=0):
    return Parameters(spec, random_parameters(spec, seed).theta.astype(np.float32))


def exam_of(spec, split, seed=0):
    return examine(Kernel(network(spec, seed)), split)


SOFTMAX = NetworkSpec.build(4, (5,), 3, "relu", "softmax", "cross_entropy")
SQUARED = NetworkSpec.build(4, (5,), 3)


@pytest.mark.parametrize("spec", [SOFTMAX, SQUARED], ids=["softmax", "squared"])
@given(n=st.integers(1, 60), seed=st.integers(0, 99))
def test_it_agrees_with_the_evaluation_and_with_the_trace(spec, n, seed):
    split = tiny_dataset(n=n, seed=seed).train
    kernel = Kernel(network(spec, seed))
    exam = examine(kernel, split)
    assert exam.accuracy == evaluate(kernel, split).accuracy
    a = passes.forward(network(spec, seed).astype(np.float64), split.x.astype(np.float64)).a[spec.depth]
    assert np.array_equal(exam.guesses, a.argmax(axis=1))
    assert exam.confidences == pytest.approx(a.max(axis=1), rel=1e-4, abs=1e-6)


@given(n=st.integers(1, 200), seed=st.integers(0, 99))
def test_rows_of_the_matrix_sum_to_the_labels(n, seed):
    split = tiny_dataset(n=n, seed=seed).train
    exam = exam_of(SQUARED, split, seed)
    assert np.array_equal(exam.matrix.sum(axis=1), np.bincount(split.labels, minlength=3))
    assert np.array_equal(exam.matrix.sum(axis=0), np.bincount(exam.guesses, minlength=3))
    assert exam.matrix.trace() == exam.n_right == n - len(exam.wrong)


@given(n=st.integers(1, 200), seed=st.integers(0, 99))
def test_the_wrong_ones_stand_in_order(n, seed):
    split = tiny_dataset(n=n, seed=seed).train
    exam = exam_of(SQUARED, split, seed)
    assert exam.wrong.tolist() == [i for i in range(n) if split.labels[i] != exam.guesses[i]]
    order = exam.wrong_by_confidence
    assert sorted(order) == sorted(exam.wrong)
    assert (np.diff(exam.confidences[order]) <= 0).all()
    cells = np.concatenate([exam.cell(i, j) for i in range(3) for j in range(3)])
    assert sorted(cells) == list(range(n))


def test_equally_sure_ones_keep_the_order_of_the_split():
    answers = Answers(np.zeros(4, int), np.array([1, 0, 1, 1]), np.array([0.5, 0.9, 0.7, 0.5]), 2)
    assert answers.wrong_by_confidence.tolist() == [2, 0, 3]


def test_many_chunks_are_as_good_as_one():
    split = tiny_dataset(n=2 * EVALUATION_CHUNK + 7).train
    exam = exam_of(SOFTMAX, split)
    few = make_split(split.x[-7:], labels=split.labels[-7:], n_classes=3)
    assert exam.guesses[-7:].tolist() == exam_of(SOFTMAX, few).guesses.tolist()
    assert len(exam) == 2 * EVALUATION_CHUNK + 7


@pytest.mark.parametrize(
    ("output", "cost"),
    [("sigmoid", "binary_cross_entropy"), ("tanh", "squared"), ("identity", "squared")],
)
def test_one_output_says_yes_or_no(output, cost):
    low = -1.0 if output == "tanh" else 0.0
    labels = np.arange(9) % 2
    x = np.random.default_rng(0).normal(size=(9, 2))
    split = make_split(x, labels=labels, targets=np.where(labels, 1.0, low))
    spec = NetworkSpec.build(2, (3,), 1, "tanh", output, cost)
    exam = exam_of(spec, split, 8)
    a = Kernel(network(spec, 8)).forward(split.stored).outputs[:, 0]
    middle = (1 + low) / 2
    assert exam.guesses.tolist() == (a > middle).tolist()
    assert 0 < exam.guesses.sum() < 9
    assert exam.confidences == pytest.approx(np.where(a > middle, a, 1 + low - a))
    assert (exam.confidences >= middle).all()
    assert exam.matrix.shape == (2, 2)


def test_values_have_residuals_instead():
    split = tiny_dataset(n=50, n_outputs=2, classes=False).train
    spec = NetworkSpec.build(4, (5,), 2, "tanh", "identity")
    exam = exam_of(spec, split)
    assert isinstance(exam, Fit)
    forward = passes.forward(network(spec).astype(np.float64), split.x.astype(np.float64))
    residuals = forward.a[spec.depth] - split.targets
    assert exam.residuals == pytest.approx(residuals, abs=1e-5)
    assert exam.rmse == pytest.approx(np.sqrt((residuals**2).mean()), rel=1e-5)
    spread = ((split.targets - split.targets.mean(axis=0)) ** 2).sum()
    assert exam.r_squared == pytest.approx(1 - (residuals**2).sum() / spread, rel=1e-4)
    assert (np.diff(exam.errors[exam.worst]) <= 0).all()


def test_always_saying_the_mean_is_worth_nothing_and_being_right_is_worth_all():
    y = np.array([[1.0], [2.0], [6.0]], np.float32)
    assert Fit(y, np.full_like(y, 3)).r_squared == pytest.approx(0)
    assert (Fit(y, y).r_squared, Fit(y, y).rmse) == (1, 0)
    assert Fit(y[:1], y[:1] + 1).r_squared is None


def test_it_stops_between_two_chunks():
    data = tiny_dataset(n=3 * EVALUATION_CHUNK, classes=True)
    looks = iter((False, True))
    assert examine(Kernel(network(SQUARED)), data.train, lambda: next(looks)) is None
    values = tiny_dataset(n=3, n_outputs=3, classes=False).train
    assert examine(Kernel(network(SQUARED)), values, lambda: True) is None


def test_what_it_returns_cannot_be_written():
    exam = exam_of(SQUARED, tiny_dataset().train)
    for array in (exam.labels, exam.guesses, exam.confidences, exam.matrix, exam.wrong, exam.right):
        assert not array.flags.writeable


def test_real_handwriting(digits):
    spec = NetworkSpec.build(784, (16,), 10)
    kernel = Kernel(initialize(spec, "scaled", 0))
    exam = examine(kernel, digits.test)
    assert exam.accuracy == evaluate(kernel, digits.test).accuracy
    assert exam.matrix.sum(axis=1).tolist() == np.bincount(digits.test.labels, minlength=10).tolist()
