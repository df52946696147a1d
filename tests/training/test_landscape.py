"""The cost along lines and over planes, held to direct evaluation; samples, paths, why there may be none."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from samples import random_parameters, tiny_dataset

from nnviz.core import passes
from nnviz.core.flat import Flat
from nnviz.core.network import NetworkSpec, Parameters, initialize
from nnviz.training.course import Course
from nnviz.training.landscape import planes, slices
from nnviz.training.landscape import survey as survey_module
from nnviz.training.landscape.path import MOST, walk
from nnviz.training.landscape.subject import NoLandscape, Subject, sampled
from nnviz.training.landscape.survey import Survey
from nnviz.training.state import State
from nnviz.training.stretch import Stretch
from nnviz.training.trainer import Trainer, TrainSettings

DATA = tiny_dataset(n=40, n_test=11)
SPEC = NetworkSpec.build(4, (6, 5), 3)


def subject(parameters=None, **changes):
    at = parameters or initialize(SPEC, seed=2)
    made = Subject(at, {}, DATA.train, DATA.test, None)
    return replace(made, **changes)


def directly(parameters, split, masks=None):
    spec, exactly = parameters.spec, parameters.astype(np.float64)
    x, y = split.x.astype(np.float64), split.targets.astype(np.float64)
    with np.errstate(all="ignore"):
        passed = passes.forward(exactly, x, masks)
        return passes.costs(spec, passed.z[spec.depth], passed.a[spec.depth], y).mean()


def last(pictures):
    *_, picture = pictures
    return picture


@pytest.fixture(scope="module")
def course():
    """A training of 60 updates."""
    settings = TrainSettings(batch=4, epochs=6)
    trainer = Trainer(initialize(SPEC, seed=2), DATA, settings)
    made = Course(State.of(trainer), settings)
    for update in range(60):
        if update % 5 == 4:
            made.keep(State.of(trainer))
        trainer.step()
    return made


class TestSamples:
    def test_are_the_same_every_time_and_in_their_order(self):
        first, again = (sampled("train", DATA.train, 7) for _ in range(2))
        assert np.array_equal(first.x, again.x)
        assert len(first) == 7
        assert first.of == 40
        rows = [int(np.flatnonzero((DATA.train.x == x).all(axis=1))[0]) for x in first.x]
        assert rows == sorted(set(rows)) != list(range(7))
        assert np.array_equal(first.y, DATA.train.targets[rows])

    @pytest.mark.parametrize("n", [None, 40, 1000])
    def test_of_all_are_the_split_itself(self, n):
        assert sampled("train", DATA.train, n).x.base is DATA.train.x.base


class TestSurvey:
    @pytest.mark.parametrize("kept", [0, 10**9])
    def test_chunks_make_no_difference(self, monkeypatch, kept):
        monkeypatch.setattr(survey_module, "LARGEST_CHUNK", 9)
        monkeypatch.setattr(survey_module, "KEPT", kept)
        flat = Flat.spanned(random_parameters(SPEC), random_parameters(SPEC, 1).theta)
        told = []
        survey = Survey(flat, sampled("train", DATA.train, None), {})
        for _ in range(2):
            found = survey.costs(np.array([[0.0], [0.5], [-2.0]]), told=told.append)
            assert found == pytest.approx([directly(flat.at(t), DATA.train) for t in (0, 0.5, -2)])
        assert told[:5] == pytest.approx([9 / 40, 18 / 40, 27 / 40, 36 / 40, 1])

    def test_stops_when_it_is_no_longer_wanted(self):
        flat = Flat.spanned(random_parameters(SPEC), random_parameters(SPEC, 1).theta)
        survey = Survey(flat, sampled("train", DATA.train, None), {})
        assert survey.costs(np.zeros((3, 1)), lambda: True) is None


class TestAlongTheGradient:
    @pytest.mark.parametrize(
        "spec",
        [
            SPEC,
            NetworkSpec.build(4, (6, 5), 3, "relu", "softmax", "cross_entropy"),
            NetworkSpec.build(4, (6,), 3, "tanh", "sigmoid", "binary_cross_entropy"),
        ],
        ids=str,
    )
    def test_every_point_is_the_cost_after_such_a_step(self, spec):
        masks = passes.masks_of(spec, [(1, 2)])
        parameters = initialize(spec, seed=1)
        found = last(slices.along_gradient(subject(parameters, masks=masks), rate=0.5))
        for place in (0, 17, found.here, 120, 200):
            there = found.flat.at(found.t[place])
            assert found.train[place] == pytest.approx(directly(there, DATA.train, masks), rel=1e-12)
            assert found.test[place] == pytest.approx(directly(there, DATA.test, masks), rel=1e-12)
        one = found.flat.at(1.0)
        assert found.at_one == pytest.approx(directly(one, DATA.train, masks))
        exactly = parameters.astype(np.float64)
        passed = passes.forward(exactly, DATA.train.x.astype(np.float64), masks)
        gradient = passes.backward(exactly, passed, DATA.train.targets, masks).gradient.theta
        assert one.theta == pytest.approx(exactly.theta - 0.5 * gradient)
        assert found.slope == pytest.approx(-0.5 * gradient @ gradient)
        assert found.cosine == pytest.approx(1)

    def test_it_gets_finer_and_computes_nothing_twice(self):
        rounds = list(slices.along_gradient(subject(), rate=1.0))
        assert [len(found.t) for found in rounds] == [26, 51, 101, 201]
        assert [found.finished for found in rounds] == [False, False, False, True]
        for coarse, fine in pairwise(rounds):
            assert fine.t[::2] == pytest.approx(coarse.t)
            assert np.array_equal(fine.train[::2], coarse.train)
        assert rounds[0].t[rounds[0].here] == 0
        assert all(found.t[-1] > 1 for found in rounds)

    def test_the_line_is_true_just_up_to_where_it_is_said_to_be(self):
        found = last(slices.along_gradient(subject(), rate=1.0, reach=40.0))
        assert found.holds is not None

        def off(t):
            wrong = abs(directly(found.flat.at(t), DATA.train) - (found.cost + t * found.slope))
            return wrong / abs(t * found.slope)

        assert off(found.holds) == pytest.approx(slices.OFF, rel=0.01)
        assert all(off(t) < slices.OFF for t in np.linspace(0.001, 0.999, 9) * found.holds)

    def test_a_short_step_is_as_good_as_straight(self):
        found = last(slices.along_gradient(subject(), rate=1e-4, reach=1.5))
        assert found.holds is None
        assert found.lowest()[0] == found.t[-1]

    def test_a_flat_place_and_a_network_that_has_run_away(self):
        dead = NetworkSpec.build(4, (6,), 3, "relu", "relu")
        far = Parameters(dead, np.full(dead.parameter_count, -50.0, np.float32))
        with pytest.raises(NoLandscape) as none:
            last(slices.along_gradient(subject(far), 1.0))
        assert none.value.reason == "flat"
        gone = Parameters(SPEC, np.full(SPEC.parameter_count, np.inf, np.float32))
        with pytest.raises(NoLandscape) as none:
            last(slices.along_gradient(subject(gone), 1.0))
        assert none.value.reason == "infinite"

    def test_it_ends_when_it_is_no_longer_wanted(self):
        stops = iter([False] * 6 + [True] * 100)
        rounds = list(slices.along_gradient(subject(stopped=lambda: next(stops)), 1.0))
        assert not rounds or not rounds[-1].finished

    def test_it_tells_how_much_is_done(self):
        told = []
        last(slices.along_gradient(subject(told=told.append), 1.0))
        assert told == sorted(told)
        assert told[-1] == pytest.approx(1)


class TestOtherLines:
    def test_at_random_it_goes_as_far_as_it_is_told(self):
        parameters = initialize(SPEC, seed=2)
        found = last(slices.at_random(subject(parameters), seed=5, reach=0.3))
        assert found.t[[0, -1]] == pytest.approx([-0.3, 0.3])
        assert found.length == pytest.approx(np.linalg.norm(parameters.theta.astype(np.float64)))
        assert found.train[3] == pytest.approx(directly(found.flat.at(found.t[3]), DATA.train))
        with pytest.raises(NoLandscape) as none:
            last(slices.at_random(subject(initialize(SPEC, "zeros")), 0))
        assert none.value.reason == "zero"

    def test_toward_another_network_it_arrives_there(self):
        there = initialize(SPEC, seed=9)
        found = last(slices.toward(subject(), there))
        arrived = found.nearest(1.0)
        assert found.t[arrived] == pytest.approx(1)
        assert found.train[arrived] == pytest.approx(directly(there, DATA.train), rel=1e-6)
        assert found.train[found.here] == pytest.approx(directly(initialize(SPEC, seed=2), DATA.train))

    @pytest.mark.parametrize(
        ("there", "reason"),
        [
            (initialize(SPEC, seed=2), "same"),
            (initialize(NetworkSpec.build(4, (7,), 3)), "shape"),
            (Parameters(SPEC, np.full(SPEC.parameter_count, np.nan)), "infinite"),
        ],
    )
    def test_there_is_not_always_a_way(self, there, reason):
        with pytest.raises(NoLandscape) as none:
            last(slices.toward(subject(), there))
        assert none.value.reason == reason

    def test_what_is_not_finite_is_kept_as_such(self):
        spec = NetworkSpec.build(4, (6, 5), 3, "relu", "identity")
        here = Parameters(spec, random_parameters(spec).theta.astype(np.float32))
        there = Parameters(spec, (1e38 * random_parameters(spec, 1).theta).astype(np.float32))
        found = last(slices.toward(subject(here), Parameters(spec, 1e100 * there.theta.astype(np.float64))))
        assert np.isfinite(found.train[found.here])
        assert not np.isfinite(found.train[-1])
        assert found.lowest()[0] == 0


class TestPaths:
    def test_states_come_back_exactly_from_kept_and_from_trained_again(self, course):
        for stretch in (Stretch(course, 0, 60), Stretch(course, 13, 41)):
            found = walk([stretch], SPEC.parameter_count)
            for theta, updates in ((found.theta[0], stretch.first), (found.theta[-1], stretch.last)):
                assert np.array_equal(theta, course.state_at(updates).parameters.theta)
        few = list(Stretch(course, 0, 60).some(4))
        kept = [course.state_at(n).parameters.theta for n in (*course.keyframes, 60)]
        assert all(any(np.array_equal(one.theta, theta) for theta in kept) for one in few)

    def test_are_not_longer_than_can_be_drawn(self, course):
        assert len(walk([Stretch(course, 0, 60)], SPEC.parameter_count).theta) <= MOST
        assert len(walk([Stretch(course, 0, 60)], 10**7).theta) <= 13
        assert walk([Stretch(course, 0, 60)], SPEC.parameter_count, lambda: True) is None
        assert walk([], SPEC.parameter_count) is None

    def test_a_leap_begins_a_new_piece(self, course):
        alone = Stretch(initialize(SPEC, seed=7), 3, 3, leaps=True)
        found = walk([Stretch(course, 0, 60), alone], SPEC.parameter_count)
        assert found.pieces[-1] == 1
        assert set(found.pieces[:-1]) == {0}


class TestPlanes:
    @pytest.mark.parametrize("part", ["train", "test"])
    def test_of_the_path_agree_with_direct_evaluation(self, course, part):
        masks = passes.masks_of(SPEC, [(2, 1)])
        rounds = list(planes.over_path(subject(masks=masks), [Stretch(course, 0, 60)], part))
        assert [found.costs.shape for found in rounds] == [(11, 11), (21, 21), (41, 41)]
        for coarse, fine in pairwise(rounds):
            assert np.array_equal(fine.costs[::2, ::2], coarse.costs)
        found, random = rounds[-1], np.random.default_rng(0)
        split = getattr(DATA, part)
        for i, j in random.integers(0, 41, (5, 2)):
            there = found.flat.at(found.s[i], found.t[j])
            assert found.costs[i, j] == pytest.approx(directly(there, split, masks), rel=1e-12)
        assert found.cost_at(found.s[7], found.t[30]) == pytest.approx(found.costs[7, 30])
        assert np.isnan(found.cost_at(found.s[-1] + 1, 0))

    def test_of_the_path_go_through_its_mean_and_have_it_in_sight(self, course):
        found = last(planes.over_path(subject(), [Stretch(course, 0, 60)]))
        states = walk([Stretch(course, 0, 60)], SPEC.parameter_count).theta
        (point,), (distance,) = found.flat.nearest(states.mean(axis=0, dtype=np.float64))
        assert point == pytest.approx([0, 0], abs=1e-5)
        assert distance == pytest.approx(0, abs=1e-5)
        assert 0.5 < sum(found.shares) <= 1
        low, high = found.trail.points.min(axis=0), found.trail.points.max(axis=0)
        assert found.s[0] < low[0] < high[0] < found.s[-1]
        assert found.t[0] < low[1] < high[1] < found.t[-1]
        rest = states[3] - found.flat.at(*found.trail.points[3]).theta
        assert found.trail.distances[3] == pytest.approx(np.linalg.norm(rest))

    def test_through_three_have_them_as_corners(self, course):
        three = [Stretch(course, n, n) for n in (0, 20, 60)]
        found = last(planes.through(subject(), three, [Stretch(course, 0, 60)]))
        for corner, stretch in zip(found.corners, three, strict=True):
            assert found.flat.at(*corner).theta == pytest.approx(stretch.end().theta, abs=1e-6)
        assert found.shares is None
        s, t, lowest = found.lowest()
        assert lowest == found.costs.min() == pytest.approx(found.cost_at(s, t))

    def test_need_more_than_a_line(self, course):
        with pytest.raises(NoLandscape) as none:
            last(planes.over_path(subject(), [Stretch(course, 0, 1)]))
        assert none.value.reason == "short"
        with pytest.raises(NoLandscape) as none:
            last(planes.through(subject(), [Stretch(course, n, n) for n in (0, 20, 20)], []))
        assert none.value.reason == "line"

    def test_stop_when_nobody_wants_them(self, course):
        path = [Stretch(course, 0, 60)]
        assert list(planes.over_path(subject(stopped=lambda: True), path)) == []
