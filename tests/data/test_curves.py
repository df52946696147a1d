import numpy as np
import pytest

from nnviz.data.curves import REACH, SHAPES, Curve, load_curve, recipe
from nnviz.errors import DataError

EXPECTED = {
    "line": lambda x: 0.5 + x / 8,
    "parabola": lambda x: 0.1 + 0.8 * x**2 / 9,
    "sine": lambda x: 0.5 + 0.4 * np.sin(2 * x),
    "step": lambda x: 0.5 + 0.3 * np.sign(x),
    "noise": lambda x: 0.5 + 0 * x,
}


@pytest.mark.parametrize("shape", SHAPES)
class TestCurves:
    def test_points_lie_on_it(self, shape):
        x, y = Curve(shape, noise=0).points()
        assert np.abs(x).max() <= REACH
        np.testing.assert_allclose(y, EXPECTED[shape](x))
        assert 0.09 <= y.min() <= y.max() <= 0.91

    def test_noise(self, shape):
        x, y = Curve(shape, n=5000, noise=0.2, seed=3).points()
        assert np.std(y - EXPECTED[shape](x)) == pytest.approx(0.2, rel=0.05)

    def test_a_data_set_without_classes(self, shape):
        data = load_curve(Curve(shape))
        assert (len(data.train), len(data.test)) == (160, 40)
        assert (data.n_inputs, data.n_outputs) == (1, 1)
        assert data.classes is None
        assert data.input_names == ("x",)
        assert data.title == SHAPES[shape]
        assert abs(data.train.targets[:, 0] - EXPECTED[shape](data.train.x[:, 0])).mean() < 0.06

    def test_its_reference_draws_it_again(self, shape):
        for curve in (Curve(shape), Curve(shape, 30, 0.5, 9)):
            assert recipe(curve.reference) == curve
            assert load_curve(recipe(curve.reference)).content_hash == load_curve(curve).content_hash
        assert Curve(shape).reference == shape


@pytest.mark.parametrize("text", ["line?n=2", "sine?noise=-1", "step?seed=x", "line?features=x"])
def test_what_cannot_be_drawn_is_a_sentence(text):
    with pytest.raises(DataError):
        recipe(text)


def test_other_references():
    assert recipe("digits") is None
    with pytest.raises(DataError, match="There is no curve called 'circle'"):
        Curve("circle")
