"""The descents of the Session: stepped, taken back exactly; keys and lessons drive them."""

from dataclasses import replace

import numpy as np
import pytest

from nnviz.commands import BY_NAME
from nnviz.core import passes
from nnviz.core.network import Location, NetworkSpec
from nnviz.core.parsing import parse
from nnviz.errors import SettingsError
from nnviz.session import Changed
from nnviz.session.balls import CROWD
from nnviz.session.curve_descent import CURVE_NAMES
from nnviz.session.pack import WALKERS
from nnviz.session.surface_descent import SURFACE_NAMES

PATIENCE = 5000


@pytest.fixture
def session(tiny_session):
    return tiny_session


@pytest.fixture
def curve(session):
    return session.descent.curve


@pytest.fixture
def surface(session):
    return session.descent.surface


def opened(session, landscape):
    session.set_view(replace(session.view, workspace="descent", landscape=landscape))


class TestCurve:
    def test_every_curve_can_be_chosen_and_walked(self, curve, qtbot):
        for name in CURVE_NAMES:
            curve.choose(name)
            qtbot.waitUntil(lambda: curve.curve is not None and curve.settled, timeout=PATIENCE)
            x, costs = curve.curve
            np.testing.assert_allclose(costs, curve.landscape.at(x[:, None])[0])
            before = curve.next_step
            curve.step_forward()
            assert curve.x == before.x_after
            assert curve.x == pytest.approx(before.x - curve.rate * before.slope)
        with pytest.raises(SettingsError, match="no curve"):
            curve.choose("elephant")

    def test_a_walk_is_taken_back_exactly(self, curve):
        curve.place(4.0)
        for _ in range(7):
            curve.step_forward()
        path = curve.path
        assert len(path) == 8
        for n in range(7, 0, -1):
            assert curve.steps == n
            assert curve.x == path[n]
            curve.step_back()
        assert curve.x == 4.0
        curve.step_back()
        assert (curve.x, curve.steps) == (4.0, 0)

    def test_the_hand_worked_sequence(self, curve):
        curve.choose("parabola")
        curve.set_rate(0.25)
        curve.place(2.0)
        curve.to_end(3)
        assert curve.path.tolist() == [2.0, 1.0, 0.5, 0.25]

    def test_too_large_a_rate_diverges_and_says_so(self, curve):
        curve.choose("parabola")
        curve.set_rate(1.5)
        assert curve.next_step.verdict == "diverges"
        curve.to_end()
        assert curve.gone
        assert not curve.can_step
        assert curve.tally.gone == 1
        curve.to_start()
        assert curve.x == 2.5

    def test_twenty_balls_end_in_the_minima_of_their_basins(self, curve):
        curve.set_crowd(True)
        assert len(curve.positions) == CROWD + 1
        curve.to_end()
        tally = curve.tally
        assert sum(tally.counts) == CROWD
        assert (tally.on_the_way, tally.gone) == (0, 0)
        low, high = curve.region
        starts = low + (high - low) * (np.arange(CROWD) + 0.5) / CROWD
        x = np.linspace(low, high, 20001)
        height = parse("sin(2x) + 0.25x^2 + 1").at(x[:, None])[0]
        tops = x[1:-1][(height[1:-1] > height[:-2]) & (height[1:-1] > height[2:])]
        basins = np.searchsorted(tops, starts)
        assert tally.counts == tuple(int(n) for n in np.bincount(basins, minlength=3))
        curve.set_crowd(False)
        assert len(curve.positions) == 1

    def test_it_runs_by_itself_until_nothing_moves(self, curve, qtbot):
        curve.choose("parabola")
        curve.set_rate(0.5)  # one step to the bottom
        curve.play()
        assert curve.running
        qtbot.waitUntil(lambda: not curve.running, timeout=PATIENCE)
        assert (curve.x, curve.steps) == (0.0, 1)
        curve.play()
        assert not curve.running

    def test_a_formula_of_ones_own(self, curve):
        curve.set_formula("(x - 1)^2")
        assert curve.name == "own"
        assert curve.mistake is None
        np.testing.assert_allclose(curve.minima, [1.0], atol=1e-9)
        curve.place(3.0)
        curve.step_forward()
        curve.set_formula("(x - 1)^2 +")
        assert curve.mistake.position == 12
        assert curve.typed == "(x - 1)^2 +"
        assert (curve.landscape.text, curve.steps) == ("(x - 1)^2", 1), "the last good one stays"

    def test_gaps_are_no_place_to_go_to(self, curve):
        curve.set_formula("sqrt(x)")
        curve.place(0.01)
        curve.set_rate(1.0)
        assert curve.next_step.verdict == "lost"
        curve.place(-1.0)
        assert curve.next_step.verdict == "nowhere"
        assert not curve.can_step

    def test_the_shown_part_can_be_changed(self, curve):
        curve.zoom(0.5, about=1.0)
        low, high = curve.region
        assert (low, high) == pytest.approx((-1.8, 2.8))
        assert curve.curve[0][0] == low
        curve.set_span(2, 1)
        assert curve.region == (low, high)

    def test_rates_must_be_numbers_above_0(self, curve):
        for rate in (0.0, -1.0, float("nan")):
            with pytest.raises(SettingsError):
                curve.set_rate(rate)
        assert curve.rate > 0


class TestWeight:
    @pytest.fixture
    def weight(self, session, curve):
        session.select(Location("w", 2, 3, 5))
        curve.choose("weight")
        return curve.weight

    def cost(self, session, parameters, example=None):
        spec, train = parameters.spec, session.dataset.train
        x, y = (train.x, train.targets) if example is None else (example[0][None], example[1][None])
        passed = passes.forward(parameters.astype(np.float64), x.astype(np.float64))
        last = spec.depth
        return float(passes.costs(spec, passed.z[last], passed.a[last], y).mean())

    def test_it_begins_where_the_network_stands(self, session, curve, weight):
        location = Location("w", 2, 3, 5)
        assert weight.location == location
        assert curve.x == session.parameters.at(location)
        assert (weight.used, weight.count) == (12, 12)
        assert curve.next_step.cost == pytest.approx(self.cost(session, session.parameters))

    def test_taking_the_value_is_one_entry_of_the_history(self, session, curve, weight):
        before = session.parameters
        curve.set_rate(5.0)
        for _ in range(3):
            curve.step_forward()
        x, cost = curve.x, curve.next_step.cost
        curve.take()
        assert session.parameters.at(weight.location) == np.float32(x)
        assert self.cost(session, session.parameters) == pytest.approx(cost, rel=1e-6)
        session.undo()
        assert session.parameters is before

    def test_over_one_example(self, session, curve, weight):
        curve.set_over("example")
        example = session.split.example(session.example.index)
        assert weight.used == 1
        assert curve.next_step.cost == pytest.approx(self.cost(session, session.parameters, example))
        session.next_example()
        example = session.split.example(session.example.index)
        assert curve.next_step.cost == pytest.approx(self.cost(session, session.parameters, example))

    def test_it_follows_the_network_until_it_is_moved(self, session, curve, weight):
        session.set_parameter(weight.location, 0.75)
        assert curve.x == 0.75
        curve.step_forward()
        moved = curve.x
        session.set_parameter(weight.location, -0.5)
        assert curve.x == moved
        assert weight.landscape.present == -0.5
        session.select(Location("b", 3, 1))
        assert curve.x == session.parameters.at(Location("b", 3, 1))
        assert curve.steps == 0

    def test_another_network_has_other_weights(self, session, curve, weight):
        session.select(None)
        session.new_network(NetworkSpec.build(4, (), 3), "scaled", 0)
        assert session.has(weight.location)
        assert curve.x == session.parameters.at(weight.location)

    def test_the_steepest_has_the_largest_derivative(self, session, weight):
        weight.choose_steepest()
        train, spec = session.dataset.train, session.spec
        parameters = session.parameters.astype(np.float64)
        passed = passes.forward(parameters, train.x.astype(np.float64))
        gradient = np.abs(passes.backward(parameters, passed, train.targets).gradient.theta)
        assert gradient[spec.index(weight.location)] == pytest.approx(gradient[spec.weight_mask()].max())
        weight.choose_any()
        assert session.selection == weight.location


class TestSurface:
    def test_every_surface_can_be_chosen_and_walked(self, surface):
        for name in SURFACE_NAMES:
            surface.choose(name)
            x1, x2, heights = surface.grid
            point = np.array([[x1[7], x2[30]]])
            assert heights[7, 30] == pytest.approx(surface.landscape.at(point)[0][0])
            before, gradient = surface.point, surface.gradient
            surface.step_forward()
            np.testing.assert_allclose(surface.point, before - surface.rate * gradient)
        with pytest.raises(SettingsError, match="no surface"):
            surface.choose("elephant")

    def test_the_saddle_by_hand(self, surface):
        surface.choose("saddle")
        surface.place((1.0, 1.0))
        assert surface.cost == 6.0
        assert surface.gradient.tolist() == [5.0, 7.0]
        surface.set_rate(0.1)
        surface.step_forward()
        np.testing.assert_allclose(surface.point, [0.5, 0.3])
        assert surface.cost == pytest.approx(0.25 + 0.18 + 0.45)

    def test_all_walkers_go_back_exactly_where_they_were(self, surface):
        surface.choose("neuron")
        surface.set_active(tuple(WALKERS))
        surface.step_forward()
        surface.set_pace("epoch")
        paths = {}
        for n in range(1, 4):
            paths[n] = {name: surface.path(name) for name in WALKERS}
            surface.step_forward()
        for n in range(3, 0, -1):
            surface.step_back()
            assert surface.steps == n
            for name in WALKERS:
                np.testing.assert_array_equal(surface.path(name), paths[n][name])
        surface.to_start()
        assert {len(surface.path(name)) for name in WALKERS} == {1}

    def test_a_mini_batch_walker_uses_the_gradients_of_its_examples(self, surface):
        surface.choose("line")
        surface.set_active(("batch", "single"))
        surface.set_batch(4)
        used = []
        for _ in range(10):
            rows, before = surface.rows("batch"), surface.path("batch")[-1]
            used += rows.tolist()
            surface.step_forward()
            wanted = before - surface.rate * surface.fit.gradient(before, rows)
            np.testing.assert_allclose(surface.path("batch")[-1], wanted)
        assert sorted(used) == list(range(40)), "an epoch looks at every example once"
        assert surface.looked_at("batch").tolist() == list(range(0, 44, 4))
        assert surface.looked_at("single")[-1] == 10

    def test_at_the_pace_of_epochs_all_look_at_as_many_examples(self, surface):
        surface.choose("line")
        surface.set_active(("full", "batch", "single"))
        surface.step_forward()
        surface.set_pace("epoch")
        surface.step_forward()
        surface.step_forward()
        assert [int(surface.looked_at(name)[-1]) for name in surface.active] == [120, 80, 80]
        assert [len(surface.costs(name)) for name in surface.active] == [4, 21, 81]

    def test_seed_and_size_decide_on_the_drunk_walk(self, surface):
        surface.choose("line")
        surface.set_active(("batch",))

        def walked(seed, batch):
            surface.set_seed(seed)
            surface.set_batch(batch)
            surface.to_end(5)
            return surface.path("batch").tolist()

        assert walked(0, 4) == walked(0, 4)
        assert walked(0, 4) != walked(1, 4)
        assert walked(0, 4) != walked(0, 5)

    def test_a_formula_has_no_mini_batches(self, surface):
        surface.choose("line")
        surface.set_active(("batch", "adam"))
        surface.choose("bowl")
        assert surface.active == ("adam",)
        assert surface.rows("adam") is None
        surface.set_active(("single",))
        assert surface.active == ("full",)
        surface.toggle("momentum")
        assert surface.active == ("full", "momentum")

    def test_a_walker_that_diverges_is_gone_and_the_others_go_on(self, surface):
        surface.choose("valley")
        surface.set_active(("full", "adam"))
        surface.set_rate(1.0)
        surface.to_end(60)
        assert surface.gone("full")
        assert not surface.gone("adam")
        assert len(surface.costs("adam")) == 61
        surface.step_back()
        assert len(surface.costs("adam")) == 60

    @pytest.mark.parametrize("name", ["full", "batch", "single", "momentum", "nesterov", "adam"])
    def test_what_is_said_of_the_next_step_is_what_it_does(self, surface, name):
        surface.choose("line")
        surface.set_active((name,))
        for _ in range(3):
            ahead = surface.ahead
            surface.step_forward()
            np.testing.assert_array_equal(surface.point, ahead)

    def test_nobody_rolls_on_where_there_is_no_slope(self, surface):
        surface.set_formula("log(x1) + x2")
        surface.set_active(("momentum",))
        surface.place((0.2, 1.0))
        surface.set_rate(0.1)
        surface.to_end(20)
        assert surface.point[0] < 0
        assert surface.steps < 5
        assert not surface.can_step

    def test_a_formula_of_ones_own(self, surface):
        surface.set_formula("x1 x2")
        assert surface.name == "own"
        surface.place((2.0, 3.0))
        assert surface.gradient.tolist() == [3.0, 2.0]
        surface.set_formula("x1 x3")
        assert "“x3” is not known" in str(surface.mistake)
        assert surface.landscape.text == "x1 x2"

    def test_zooming_shows_more_around_the_middle(self, surface):
        surface.choose("bowl")
        surface.zoom(2.0)
        assert (surface.low, surface.high) == ((-4.0, -4.0), (4.0, 4.0))
        assert surface.grid[0][0] == -4.0


class TestKeys:
    def test_in_descent_they_walk(self, session, curve):
        opened(session, "curve")
        cursor, x = session.cursor, curve.x
        BY_NAME["step-forward"].run(session)
        assert (curve.steps, session.cursor) == (1, cursor)
        BY_NAME["step-back"].run(session)
        assert curve.x == x
        BY_NAME["to-cost"].run(session)
        assert not curve.can_step
        BY_NAME["to-start"].run(session)
        assert curve.steps == 0
        BY_NAME["play"].run(session)
        assert BY_NAME["play"].text(session) == "Stop"
        BY_NAME["play"].run(session)
        assert BY_NAME["play"].text(session) == "Run"
        assert BY_NAME["step-forward"].text(session) == "One step downhill"

    def test_on_the_surface_too(self, session, surface):
        opened(session, "surface")
        BY_NAME["step-forward"].run(session)
        assert surface.steps == 1

    def test_elsewhere_they_step_the_score(self, session, curve):
        cursor = session.cursor
        BY_NAME["step-forward"].run(session)
        assert (curve.steps, session.cursor) == (0, cursor + 1)
        assert BY_NAME["step-forward"].text(session) == "Step forward"

    def test_where_nothing_walks_they_do_nothing(self, session):
        opened(session, "network")
        cursor = session.cursor
        for name in ("step-forward", "step-back", "play", "to-start", "to-cost"):
            assert not BY_NAME[name].enabled(session)
            BY_NAME[name].run(session)
        assert (session.cursor, session.playing) == (cursor, False)


class TestLessons:
    def test_a_lesson_sets_a_curve_up(self, session, curve):
        opened(session, "curve")
        wanted = {"formula": "x^2", "x": 2, "rate": 0.25, "balls": False}
        BY_NAME["descend-curve"].perform(session, wanted)
        BY_NAME["descend"].perform(session, {"n": 2})
        assert curve.path.tolist() == [2.0, 1.0, 0.5]
        with pytest.raises(SettingsError, match="is missing, at character 4"):
            BY_NAME["descend-curve"].perform(session, {"formula": "x +"})

    def test_a_lesson_sets_a_surface_up(self, session, surface):
        opened(session, "surface")
        wanted = {"name": "line", "walkers": "full batch", "pace": "epoch", "batch": 5, "seed": 2, "x1": 0.5}
        BY_NAME["descend-surface"].perform(session, wanted)
        assert (surface.name, surface.active, surface.pace) == ("line", ("full", "batch"), "epoch")
        assert (surface.batch, surface.seed, surface.point[0]) == (5, 2, 0.5)
        with pytest.raises(SettingsError, match="no walker “horse”"):
            BY_NAME["descend-surface"].perform(session, {"walkers": "horse"})

    def test_steps_need_something_that_walks(self, session):
        with pytest.raises(SettingsError, match="nothing walks here"):
            BY_NAME["descend"].perform(session, {"n": 2})

    def test_all_of_it_is_put_away_and_brought_back(self, session, curve, surface):
        curve.set_formula("x^2 + 1")
        curve.place(2.0)
        curve.to_end(3)
        surface.choose("line")
        surface.set_active(("full", "batch"))
        surface.to_end(4)
        path, batch_path = curve.path.tolist(), surface.path("batch").tolist()
        kept = session.keep()
        curve.to_end(2)
        curve.choose("kink")
        surface.to_end(3)
        surface.choose("bowl")
        session.bring_back(kept)
        assert (curve.name, curve.typed, curve.path.tolist()) == ("own", "x^2 + 1", path)
        assert (surface.name, surface.path("batch").tolist()) == ("line", batch_path)
        surface.step_forward()
        session.descent.bring_back(None)
        assert (curve.name, curve.steps, surface.name) == ("minima", 0, "saddle")


def test_one_action_says_one_thing(session, curve, surface):
    said = []
    session.changed.connect(said.append)
    for action in (
        lambda: curve.place(1.0),
        curve.step_forward,
        lambda: curve.set_crowd(True),
        lambda: curve.choose("kink"),
        lambda: surface.place((0.5, 0.5)),
        surface.step_forward,
        lambda: surface.toggle("adam"),
    ):
        said.clear()
        action()
        assert said == [Changed.DESCENT]
