import numpy as np
import pytest

from nnviz.core.least_squares import least_squares
from nnviz.core.passes import backward, forward


def test_a_line_through_points_has_the_slope_and_the_intercept_of_the_closed_form():
    random = np.random.default_rng(3)
    x = random.uniform(-3, 3, 50)
    y = 0.5 + x / 8 + random.normal(0, 0.1, 50)
    slope = np.sum((x - x.mean()) * (y - y.mean())) / np.sum((x - x.mean()) ** 2)
    found = least_squares(x[:, None], y[:, None])
    assert found.weights(1)[0, 0] == pytest.approx(slope, rel=1e-12)
    assert found.biases(1)[0] == pytest.approx(y.mean() - slope * x.mean(), rel=1e-12)


def test_by_hand():
    """Through (0, 1), (1, 2), (2, 2): ȳ = 5/3, slope ½, and so the intercept 7/6."""
    found = least_squares(np.array([[0.0], [1.0], [2.0]]), np.array([[1.0], [2.0], [2.0]]))
    np.testing.assert_allclose(found.theta, [1 / 2, 7 / 6])


def test_no_gradient_is_left_there_with_several_inputs_and_outputs():
    random = np.random.default_rng(5)
    x, y = random.normal(size=(30, 4)), random.normal(size=(30, 2))
    found = least_squares(x, y)
    assert found.spec.sizes == (4, 2)
    assert found.spec.activations == ("identity",)
    gradient = backward(found, forward(found, x), y).gradient
    np.testing.assert_allclose(gradient.theta, 0, atol=1e-13)


def test_inputs_that_depend_on_one_another_have_the_shortest_solution():
    x = np.array([[1.0, 1.0], [2.0, 2.0], [3.0, 3.0]])
    found = least_squares(x, 2 * x[:, :1])
    np.testing.assert_allclose(found.theta, [1, 1, 0], atol=1e-12)


def test_a_single_point_is_met():
    found = least_squares(np.array([[2.0]]), np.array([[5.0]]))
    assert forward(found, np.array([[2.0]])).a[1].item() == pytest.approx(5)
