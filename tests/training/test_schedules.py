import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.training.schedules import SCHEDULES, rate_factor


@pytest.mark.parametrize("schedule", SCHEDULES)
def test_begins_with_the_whole_rate(schedule):
    assert rate_factor(schedule, 0, 0.01) == 1


@pytest.mark.parametrize(
    ("schedule", "passed", "factor"),
    [
        ("constant", 0.5, 1),
        ("constant", 1, 1),
        ("step", 0.33, 1),
        ("step", 0.34, 0.1),
        ("step", 0.67, 0.01),
        ("step", 1, 0.01),
        ("exponential", 0.5, 0.1),
        ("exponential", 1, 0.01),
        ("cosine", 0.5, 0.5),
        ("cosine", 1 / 3, 0.75),
        ("cosine", 1, 0),
    ],
)
def test_by_its_formula(schedule, passed, factor):
    assert rate_factor(schedule, passed, 0.01) == pytest.approx(factor, abs=1e-12)


@given(
    schedule=st.sampled_from(SCHEDULES),
    final=st.floats(0.001, 1),
    one=st.floats(-1, 2),
    other=st.floats(-1, 2),
)
def test_never_rises(schedule, final, one, other):
    early, late = sorted((one, other))
    before, after = (rate_factor(schedule, passed, final) for passed in (early, late))
    assert 0 <= after <= before <= 1
    assert not math.isnan(after)
