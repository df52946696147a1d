"""Points of the plane that are added, moved and removed: entries of the one history, saved and trained on."""

import numpy as np
import pytest

from nnviz import data
from nnviz.core.network import NetworkSpec
from nnviz.data.plane import recipe
from nnviz.errors import DataError, SettingsError
from nnviz.files import load_state, save_state
from nnviz.session import Changed, ExampleRef, Session
from nnviz.training.trainer import Position
from nnviz.wording import change_name

PATIENCE = 5000


@pytest.fixture
def plane_session(qapp):
    session = Session(data.load("circles?n=50"), NetworkSpec.build(2, (4,), 2, "tanh"))
    yield session
    session.close()


def at(session, index, part="train"):
    return session.points.plane.places[part][index]


class TestWhatIsKnown:
    def test_places_are_the_inputs_they_were_made_from(self, plane_session):
        known = plane_session.points.plane
        for part in ("train", "test"):
            assert np.array_equal(known.places[part].astype(np.float32), plane_session.dataset.split(part).x)
        assert plane_session.points.names == ("x₁", "x₂")
        assert known.square.low == (-3.6, -3.6)

    def test_places_without_coordinates_among_the_inputs(self, plane_session):
        session = plane_session
        before = session.points.plane.places["train"]
        session.use_data(data.load("circles?n=50&features=xx,sinx"))
        known = session.points.plane
        assert np.array_equal(known.places["train"], before)
        assert np.array_equal(known.inputs(before).astype(np.float32), session.dataset.train.x)

    def test_the_square_grows_with_points_far_away(self, plane_session):
        plane_session.use_data(data.load("circles?n=50&noise=1"))
        known = plane_session.points.plane
        assert known.square.high[0] > 3.6
        assert max(np.abs(points).max() for points in known.places.values()) < known.square.high[0]

    def test_other_data(self, plane_session, tiny_dataset):
        plane_session.use_data(tiny_dataset())
        assert plane_session.points.plane is None
        assert not plane_session.points.changeable
        with pytest.raises(SettingsError, match="point by point"):
            plane_session.points.add(0, 0, 0)

    def test_a_table_of_two_inputs_is_seen_and_not_changed(self, plane_session, tiny_dataset):
        plane_session.use_data(tiny_dataset(n_inputs=2))
        known = plane_session.points.plane
        assert np.array_equal(known.places["test"], plane_session.dataset.test.x)
        low, high = known.square.low, known.square.high
        assert (known.places["train"] > low).all()
        assert (known.places["train"] < high).all()
        assert not plane_session.points.changeable

    def test_some_of_the_points_are_seen_and_not_changed(self, plane_session):
        session = plane_session
        session.examples.choose([ExampleRef("train", 3), ExampleRef("train", 7)])
        before = session.points.plane.places["train"][[3, 7]]
        session.examples.train_on_these()
        session.stop()
        assert np.allclose(session.points.plane.places["train"], before, atol=1e-6)
        assert not session.points.changeable


class TestChanging:
    def test_an_added_point_is_a_training_example_and_shown(self, plane_session):
        session, theta = plane_session, plane_session.parameters.theta
        session.points.add(1, 0.5, -1.25)
        assert session.example == ExampleRef("train", 40)
        assert session.input.tolist() == [0.5, -1.25]
        assert session.label == 1
        assert session.split.targets[40].tolist() == [0, 1]
        assert np.array_equal(session.parameters.theta, theta)

    def test_undo_and_redo_bring_the_data_back(self, plane_session):
        session = plane_session
        hashes = [session.dataset.content_hash]
        session.points.add(0, 1, 1)
        hashes.append(session.dataset.content_hash)
        session.points.move(ExampleRef("train", 40), 2, 2)
        hashes.append(session.dataset.content_hash)
        session.points.remove(ExampleRef("test", 4))
        hashes.append(session.dataset.content_hash)
        assert len({*hashes}) == 4
        for expected in reversed(hashes[:-1]):
            session.undo()
            assert session.dataset.content_hash == expected
        for expected in hashes[1:]:
            session.redo()
            assert session.dataset.content_hash == expected

    def test_undoing_shows_the_point_it_was_about(self, plane_session):
        session = plane_session
        session.points.remove(ExampleRef("test", 4))
        session.show_split("train")
        session.undo()
        assert session.example == ExampleRef("test", 4)

    def test_a_drag_is_one_entry(self, plane_session):
        session, before = plane_session, plane_session.moment
        session.begin_drag()
        for step in range(1, 6):
            session.points.move(ExampleRef("train", 7), 0.1 * step, 0)
        session.end_drag()
        assert at(session, 7).tolist() == [0.5, 0]
        assert session.moment.parent is before

    def test_the_example_shown_follows_its_point(self, plane_session):
        session = plane_session
        session.go_to_example("train", 20)
        shown = session.input.copy()
        session.points.remove(ExampleRef("train", 5))
        assert session.example.index == 19
        assert np.array_equal(session.input, shown)
        session.points.remove(ExampleRef("train", 30))
        session.points.remove(ExampleRef("test", 0))
        assert session.example == ExampleRef("train", 19)
        session.go_to_example("train", 37)
        session.points.remove(ExampleRef("train", 37))
        assert session.example.index == 36

    def test_the_last_of_a_part_stays(self, plane_session):
        session = plane_session
        for _ in range(9):
            session.points.remove(ExampleRef("test", 0))
        moment = session.moment
        with pytest.raises(DataError, match="The last point"):
            session.points.remove(ExampleRef("test", 0))
        assert session.moment is moment

    def test_panels_hear_of_other_data_once(self, plane_session):
        heard = []
        plane_session.changed.connect(heard.append)
        plane_session.points.add(0, 0, 0)
        assert len(heard) == 1
        assert heard[0] & Changed.NETWORK
        assert heard[0] & Changed.EXAMPLE
        assert heard[0] & Changed.HISTORY

    def test_mini_batches_never_outgrow_the_set(self, plane_session):
        session = plane_session
        session.set_settings(type(session.settings)(batch=40))
        session.points.remove(ExampleRef("train", 0))
        assert session.settings.batch == 39

    def test_the_menu_names_them(self, plane_session):
        session = plane_session
        session.points.add(1, 1, 1)
        assert change_name(session.undoable) == "added point"
        session.points.move(ExampleRef("train", 0), 1, 1)
        assert change_name(session.undoable) == "moved point"
        session.points.remove(ExampleRef("train", 0))
        assert change_name(session.undoable) == "removed point"


def test_an_epoch_that_is_over_with_fewer_examples():
    assert Position(2, 30, 50).within(31) == Position(2, 30, 50)
    assert Position(2, 30, 50).within(30) == Position(3, 0, 50)


class TestWhatFollows:
    def test_training_goes_on_with_the_changed_points(self, qtbot, plane_session):
        session = plane_session
        session.train_batch()
        qtbot.waitUntil(lambda: session.run_state != "running", timeout=PATIENCE)
        session.points.add(0, 0, 0)
        session.train_epoch()
        qtbot.waitUntil(lambda: session.run_state != "running", timeout=PATIENCE)
        assert session.position.epoch == 1
        assert session.updates == 1 + 4  # 31 examples were left of the epoch
        place = session.place
        session.visit(3)
        assert len(session.dataset.train) == 41
        session.visit(1)
        assert len(session.dataset.train) == 40
        session.visit(place)
        assert session.position.epoch == 1

    def test_a_state_let_go_comes_back_with_its_data(self, plane_session):
        session = plane_session
        session.points.add(0, 1, 2)
        moment = session.moment
        expected = moment.state.dataset.content_hash
        session.points.add(0, 2, 1)
        moment.let_go()
        assert moment.nbytes == 0
        session.undo()
        assert session.dataset.content_hash == expected

    def test_a_saved_state_finds_the_changed_points_again(self, plane_session, tmp_path):
        session = plane_session
        session.points.add(1, 0.1234567, -2)
        session.points.move(ExampleRef("test", 3), -1, 1)
        session.points.remove(ExampleRef("train", 11))
        save_state(tmp_path / "a.nnviz", session.saved())
        saved = load_state(tmp_path / "a.nnviz")
        found = data.load(saved.data.reference)
        assert found.content_hash == saved.data.content_hash == session.dataset.content_hash
        assert len(recipe(saved.data.reference).by_hand) == 3
