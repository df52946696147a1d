"""The Session's landscapes: computed while somebody watches, exact when taken over, never left running."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QObject
from samples import tiny_dataset

from nnviz.core.network import Location, NetworkSpec
from nnviz.session import Changed, wanted
from nnviz.session.kept import Kept
from nnviz.session.landmarks import Landmark
from nnviz.training.landscape.cut import Slice
from nnviz.training.landscape.planes import PlaneMap
from nnviz.training.lanes import Start, Variation, lane
from nnviz.training.trainer import Trainer
from nnviz.wording import change_name

PATIENCE = 10_000


@pytest.fixture
def session(tiny_session):
    tiny_session.set_settings(replace(tiny_session.settings, batch=4))
    tiny_session.set_pace(None)
    return tiny_session


@pytest.fixture
def landscape(session):
    return session.landscape


@pytest.fixture
def watcher(landscape):
    watcher = QObject()
    landscape.watch(watcher)
    return watcher


def train(qtbot, session, epochs=4):
    session.train_epochs(epochs)
    qtbot.waitUntil(lambda: session.run_state != "running", timeout=PATIENCE)


def settle(qtbot, landscape):
    qtbot.waitUntil(lambda: not landscape.busy, timeout=PATIENCE)


def drawn(qtbot, landscape, **wanted):
    landscape.want(**wanted)
    settle(qtbot, landscape)
    return landscape.found


class TestWhatIsComputed:
    def test_nothing_while_nobody_watches(self, session, landscape):
        landscape.want(kind="random", seed=3)
        session.train_batch()
        assert not landscape.busy
        assert landscape.found is None

    def test_a_slice_at_once_and_then_finer(self, qtbot, session, landscape, watcher):
        seen = []
        session.changed.connect(
            lambda what: seen.append(landscape.found) if what & Changed.LANDSCAPE else None
        )
        settle(qtbot, landscape)
        assert isinstance(landscape.found, Slice)
        assert landscape.found.finished
        assert {len(found.t) for found in seen if found is not None} == {26, 51, 101, 201}
        assert landscape.share == 1

    def test_over_many_examples_there_is_at_once_one_over_few(self, qtbot, session, landscape, monkeypatch):
        monkeypatch.setattr(wanted, "FEW", 5)
        seen, watcher = [], QObject()
        session.changed.connect(
            lambda what: seen.append(landscape.found) if what & Changed.LANDSCAPE else None
        )
        for n, sizes in ((None, [5, 12]), (10, [10])):
            seen.clear()
            landscape.want(sample=n)
            landscape.watch(watcher)
            settle(qtbot, landscape)
            found = list(dict.fromkeys(each for each in seen if each is not None))
            assert list(dict.fromkeys(each.train_size for each in found)) == sizes
            assert [each.finished for each in found] == [False] * (len(found) - 1) + [True]
            landscape.unwatch(watcher)
            landscape._found = None

    def test_it_follows_the_network(self, qtbot, session, landscape, watcher):
        settle(qtbot, landscape)
        before = landscape.found
        session.set_parameter(Location("b", 1, 0), 3.0)
        settle(qtbot, landscape)
        assert landscape.found is not before
        assert np.array_equal(landscape.found.flat.origin.theta.astype(np.float32), session.parameters.theta)

    def test_another_rate_stretches_the_line(self, qtbot, session, landscape, watcher):
        settle(qtbot, landscape)
        before = landscape.found.slope
        session.set_rate(session.settings.rate / 4)
        settle(qtbot, landscape)
        assert landscape.found.slope == pytest.approx(before / 4)

    def test_neurons_that_are_off_are_off_in_it(self, qtbot, session, landscape, watcher):
        settle(qtbot, landscape)
        before = landscape.found.cost
        session.switch((1, 3), False)
        settle(qtbot, landscape)
        assert landscape.found.cost != before

    def test_the_newest_wish_counts(self, qtbot, landscape, watcher):
        for seed in range(5):
            landscape.want(kind="random", seed=seed)
        settle(qtbot, landscape)
        again = drawn(qtbot, landscape, seed=4)
        assert again is landscape.found
        assert again.train[0] != drawn(qtbot, landscape, seed=3).train[0]

    def test_a_slice_follows_a_training_and_ends_where_it_does(self, qtbot, session, landscape, watcher):
        session.set_pace(1000.0)
        session.set_settings(replace(session.settings, epochs=10_000))
        settle(qtbot, landscape)
        first = landscape.found
        session.start()
        qtbot.waitUntil(lambda: landscape.found is not first, timeout=PATIENCE)
        session.stop()
        settle(qtbot, landscape)
        assert np.array_equal(landscape.found.flat.origin.theta.astype(np.float32), session.parameters.theta)

    def test_cancel_leaves_what_is_there_and_nothing_running(self, qtbot, session, landscape, watcher):
        found = []
        session.changed.connect(lambda _: found.append(landscape.found) if landscape.found else None)
        qtbot.waitUntil(lambda: bool(found), timeout=PATIENCE)
        landscape.cancel()
        assert not landscape.busy
        assert landscape.found is not None
        landscape.again()
        settle(qtbot, landscape)
        assert landscape.found.finished

    def test_who_leaves_stops_it_and_who_comes_back_finds_it_finished(self, qtbot, landscape, watcher):
        landscape.unwatch(watcher)
        assert not landscape.busy
        landscape.watch(watcher)
        settle(qtbot, landscape)
        assert landscape.found.finished

    def test_another_network_has_another_landscape(self, qtbot, session, landscape, watcher):
        train(qtbot, session)
        drawn(qtbot, landscape, kind="moment", moment=Landmark("place", 3))
        session.new_network(NetworkSpec.build(4, (5,), 3), "scaled", 0, tiny_dataset())
        assert landscape.found is None
        assert landscape.wanted.moment is None
        assert landscape.why == "young"


class TestWhyThereIsNone:
    @pytest.mark.parametrize("kind", ["moment", "three", "path"])
    def test_a_new_network_has_not_gone_anywhere(self, landscape, watcher, kind):
        landscape.want(kind=kind)
        assert landscape.why == "young"
        assert landscape.found is None
        assert not landscape.busy

    def test_there_is_no_other_seed_yet(self, landscape, watcher):
        landscape.want(kind="seed")
        assert landscape.why == "alone"

    def test_one_update_is_no_plane(self, qtbot, session, landscape, watcher):
        session.train_batch()
        qtbot.waitUntil(lambda: session.run_state != "running", timeout=PATIENCE)
        assert drawn(qtbot, landscape, kind="path") is None
        assert landscape.why == "short"

    def test_zeros_have_no_length(self, qtbot, session, landscape, watcher):
        session.new_network(session.spec, "zeros", 0)
        assert drawn(qtbot, landscape, kind="random") is None
        assert landscape.why == "zero"
        assert drawn(qtbot, landscape, kind="gradient") is not None
        assert landscape.why == ""

    def test_a_plane_waits_for_a_training_to_pause(self, qtbot, session, landscape, watcher):
        train(qtbot, session)
        session.set_pace(100.0)
        session.start()
        landscape.want(kind="path")
        assert landscape.why == "running"
        session.stop()
        settle(qtbot, landscape)
        assert isinstance(landscape.found, PlaneMap)


class TestLoading:
    def test_takes_exactly_that_place_and_undo_brings_the_old_one_back(
        self, qtbot, session, landscape, watcher
    ):
        train(qtbot, session)
        before, moment = session.parameters.theta.copy(), session.moment
        found = drawn(qtbot, landscape, kind="path")
        landscape.load(0.25, -0.5)
        wanted = found.flat.at(0.25, -0.5).theta.astype(np.float32)
        assert np.array_equal(session.parameters.theta.view(np.uint32), wanted.view(np.uint32))
        assert change_name(session.undoable) == "parameters from the landscape"
        session.undo()
        assert np.array_equal(session.parameters.theta.view(np.uint32), before.view(np.uint32))
        assert session.moment is moment
        session.redo()
        assert np.array_equal(session.parameters.theta, wanted)

    def test_the_plane_stays_where_it_is(self, qtbot, session, landscape, watcher):
        train(qtbot, session)
        found = drawn(qtbot, landscape, kind="path")
        landscape.load(0.25, -0.5)
        landscape.load(-0.25, 0.5)
        session.undo()
        session.visit(2)
        assert landscape.found is found
        assert not landscape.busy

    def test_so_does_the_plane_of_three(self, qtbot, session, landscape, watcher):
        train(qtbot, session)
        found = drawn(qtbot, landscape, kind="three")
        landscape.load(0.25, -0.5)
        landscape.load(0.5, 0.5)
        assert landscape.found is found
        assert not landscape.busy
        assert landscape.landmarks.places()[-1].number == session.length - 2

    def test_what_goes_on_from_there_has_come_by_a_leap(self, qtbot, session, landscape, watcher):
        train(qtbot, session)
        drawn(qtbot, landscape, kind="path")
        landscape.load(0.25, -0.5)
        loaded = session.parameters.theta
        train(qtbot, session)
        settle(qtbot, landscape)
        trail = landscape.found.trail
        assert set(trail.pieces) == {0, 1}
        begins = int(np.flatnonzero(trail.pieces == 1)[0])
        (point,), _ = landscape.found.flat.nearest(loaded)
        assert trail.points[begins] == pytest.approx(point, abs=1e-6)

    def test_pauses_a_training_as_other_edits_do(self, qtbot, session, landscape, watcher):
        settle(qtbot, landscape)
        session.set_pace(50.0)
        session.start()
        landscape.load(0.5)
        assert session.run_state == "paused"
        assert session.undoable.edit.kind == "landscape"

    def test_from_a_line_too(self, qtbot, session, landscape, watcher):
        found = drawn(qtbot, landscape, kind="gradient")
        landscape.load(found.lowest()[0])
        assert np.array_equal(
            session.parameters.theta, found.flat.at(found.lowest()[0]).theta.astype(np.float32)
        )

    def test_what_is_not_finite_is_refused_in_words(self, qtbot, session, landscape, watcher):
        sentences = []
        session.failed.connect(sentences.append)
        settle(qtbot, landscape)
        before = session.moment
        landscape.load(1e300)
        assert sentences == ["there the weights are no finite numbers"]
        assert session.moment is before

    def test_without_a_picture_nothing_happens(self, session, landscape):
        before = session.moment
        landscape.load(1.0)
        assert session.moment is before


class TestLandmarks:
    def test_name_the_beginning_epochs_edits_and_the_end(self, qtbot, session, landscape):
        train(qtbot, session, 2)
        session.set_parameter(Location("b", 1, 0), 3.0)
        session.step_forward()
        assert [place.number for place in landscape.landmarks.places()] == [0, 3, 6, 7]

    def test_of_a_long_history_some_are_offered(self, qtbot, session, landscape):
        train(qtbot, session, 90)
        places = landscape.landmarks.places()
        assert len(places) == 60
        assert (places[0].number, places[-1].number) == (0, session.length)

    def test_come_back_without_a_visit(self, qtbot, session, landscape):
        train(qtbot, session)
        here = session.moment
        looked_at = {place: session.stretch_at(place).end().theta for place in (0, 5, 12)}
        assert session.moment is here
        for place, theta in looked_at.items():
            session.visit(place)
            assert np.array_equal(session.parameters.theta, theta)
        with pytest.raises(ValueError, match="12 steps"):
            session.stretch_at(13)

    def test_a_line_leads_to_a_moment(self, qtbot, session, landscape, watcher):
        train(qtbot, session)
        found = drawn(qtbot, landscape, kind="moment", moment=Landmark("place", 6))
        there = session.stretch_at(6).end().theta
        assert found.flat.at(1.0).theta == pytest.approx(there.astype(np.float64))

    def test_a_plane_leads_through_three(self, qtbot, session, landscape, watcher):
        train(qtbot, session)
        corners = tuple(Landmark("place", place) for place in (3, 12, 9))
        found = drawn(qtbot, landscape, kind="three", corners=corners)
        for corner, landmark in zip(found.corners, corners, strict=True):
            there = session.stretch_at(landmark.number).end().theta
            assert found.flat.at(*corner).theta == pytest.approx(there, abs=1e-6)

    def test_what_is_gone_is_replaced_by_the_usual(self, qtbot, session, landscape, watcher):
        train(qtbot, session)
        landscape.want(kind="three", corners=tuple(Landmark("place", n) for n in (3, 12, 9)))
        session.visit(6)
        train(qtbot, session, 1)
        chosen = landscape.aims.corners(landscape.wanted)
        assert [landmark.number for landmark in chosen] == [0, 6, 9]
        settle(qtbot, landscape)


class TestOtherSeeds:
    def test_are_trained_as_the_trainer_would(self, qtbot, session, landscape, watcher):
        train(qtbot, session, 3)
        landscape.want(kind="seed")
        shares = []
        session.changed.connect(lambda _: shares.append(landscape.landmarks.share))
        landscape.landmarks.train(7)
        assert landscape.landmarks.training == 7
        qtbot.waitUntil(lambda: landscape.landmarks.training is None, timeout=PATIENCE)
        settle(qtbot, landscape)
        start = Start.drawn(session.spec, session.dataset, replace(session.settings, epochs=3))
        alone = lane(start, (Variation("seed", 7),))
        trainer = Trainer(alone.parameters, alone.dataset, alone.settings)
        list(trainer.train())
        (end,) = landscape.landmarks.others()
        assert end == Landmark("seed", 7)
        assert np.array_equal(landscape.landmarks.news(end).parameters.theta, trainer.parameters.theta)
        assert landscape.found.flat.at(1.0).theta == pytest.approx(trainer.parameters.theta)
        assert shares == sorted(shares)

    def test_are_kept_while_a_lesson_borrows_the_session(self, qtbot, session, landscape, watcher):
        session.set_settings(replace(session.settings, epochs=1))
        landscape.landmarks.train(7)
        qtbot.waitUntil(lambda: landscape.landmarks.training is None, timeout=PATIENCE)
        before = drawn(qtbot, landscape, kind="seed", sample=100)
        kept, wanted = session.keep(), landscape.wanted
        session.bring_back(Kept.fresh(tiny_dataset(n_inputs=6)))
        assert (landscape.landmarks.others(), landscape.wanted.kind) == ((), "gradient")
        drawn(qtbot, landscape, kind="random")
        session.bring_back(kept)
        settle(qtbot, landscape)
        assert landscape.landmarks.others() == (Landmark("seed", 7),)
        assert landscape.wanted == wanted
        assert np.array_equal(landscape.found.test, before.test)

    def test_can_be_given_up(self, session, landscape):
        session.set_settings(replace(session.settings, epochs=100_000))
        landscape.landmarks.train(1)
        landscape.landmarks.cancel()
        assert landscape.landmarks.training is None
        assert landscape.landmarks.others() == ()

    def test_closing_ends_them(self, session, landscape):
        session.set_settings(replace(session.settings, epochs=100_000))
        landscape.landmarks.train(1)
        session.close()
        assert landscape.landmarks.training is None

    def test_that_diverge_are_not_kept(self, qtbot, session, landscape):
        sentences = []
        session.failed.connect(sentences.append)
        session.new_network(NetworkSpec.build(4, (5,), 3, "relu", "identity"), "scaled", 0)
        session.set_settings(replace(session.settings, rate=100.0, epochs=30))
        landscape.landmarks.train(1)
        qtbot.waitUntil(lambda: landscape.landmarks.training is None, timeout=PATIENCE)
        assert sentences == ["The training with seed 1 has diverged."]
        assert landscape.landmarks.others() == ()

    def test_lanes_of_the_race_are_there_too(self, qtbot, session, landscape, watcher):
        session.race.set_pace(None)
        session.race.line_up("seeds")
        session.race.set_epochs(1)
        session.race.start()
        qtbot.waitUntil(lambda: session.race.state == "over", timeout=PATIENCE)
        assert landscape.landmarks.others()[2] == Landmark("lane", 2)
        found = drawn(qtbot, landscape, kind="seed", other=Landmark("lane", 2))
        assert found.flat.at(1.0).theta == pytest.approx(session.race.news[2].parameters.theta)
