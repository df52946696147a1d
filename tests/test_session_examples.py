"""Many examples and mini-batches, as the Session knows them."""

from dataclasses import replace

import numpy as np
import pytest

from nnviz.core.network import Location
from nnviz.data.subset import gathered, restricted
from nnviz.errors import DataError
from nnviz.session import Changed, ExampleRef
from nnviz.session.examples import MOST
from nnviz.training.trainer import Trainer


def wait(qtbot, session):
    qtbot.waitUntil(lambda: session.run_state == "idle", timeout=10_000)


@pytest.fixture
def heard(tiny_session):
    changes = []
    tiny_session.changed.connect(changes.append)
    return changes


class TestSubset:
    def test_it_has_the_chosen_examples_in_order_and_the_same_test_part(self, digits) -> None:
        part = restricted(digits, [("train", 7), ("test", 3), ("train", 2)], "some")
        for i, (name, row) in enumerate([("train", 7), ("test", 3), ("train", 2)]):
            split = digits.split(name)
            np.testing.assert_array_equal(part.train.inputs[i], split.inputs[row])
            np.testing.assert_array_equal(part.train.targets[i], split.targets[row])
            assert part.train.labels[i] == split.labels[row]
        assert part.test is digits.test
        assert part.source == "some"
        assert not part.train.inputs.flags.writeable
        x, y = gathered(digits, [("test", 3)])
        np.testing.assert_array_equal(x[0], digits.test.x[3])
        np.testing.assert_array_equal(y[0], digits.test.targets[3])

    def test_values_without_classes_can_be_chosen_too(self, tiny_dataset) -> None:
        part = restricted(tiny_dataset(classes=False), [("train", 1)], "")
        assert part.train.labels is None

    @pytest.mark.parametrize("chosen", [[], [("train", 1500)], [("test", -1)]])
    def test_what_is_not_there_is_refused(self, digits, chosen) -> None:
        with pytest.raises(DataError):
            restricted(digits, chosen, "")


class TestExamples:
    def test_at_first_there_is_one_of_each_class(self, session) -> None:
        labels = session.dataset.train.labels
        assert [labels[ref.index] for ref in session.examples.refs] == list(range(10))

    def test_they_are_chosen_added_and_removed(self, tiny_session, heard) -> None:
        examples = tiny_session.examples
        examples.choose_class(1)
        assert [ref.index for ref in examples.refs] == [1, 4, 7, 10]
        tiny_session.go_to_example("test", 2)
        examples.add_current()
        assert examples.refs[0] == ExampleRef("test", 2)
        examples.remove(ExampleRef("train", 4))
        assert [ref.index for ref in examples.refs] == [2, 1, 7, 10]
        examples.choose_first(3)
        examples.choose_random(5)
        assert len(set(examples.refs)) == 5
        examples.choose_current()
        examples.remove(examples.refs[0])  # the last one stays
        assert examples.refs == (ExampleRef("test", 2),)
        assert Changed.EXAMPLES in heard

    def test_there_are_never_too_many(self, session) -> None:
        session.examples.choose_first(10_000)
        assert len(session.examples.refs) == MOST

    def test_rows_can_be_chosen_and_those_of_another_network_are_hidden(self, tiny_session) -> None:
        examples, row = tiny_session.examples, Location("w", 2, 15, 3)
        examples.add_row(row)
        assert (examples.rows, examples.own) == ("own", (row,))
        tiny_session.new_network(replace(tiny_session.spec, sizes=(4, 16, 5, 3)), "scaled", 0)
        assert examples.own == ()
        tiny_session.undo()
        examples.remove_row(row)
        assert examples.own == ()
        examples.set_rows("strongest")
        assert examples.rows == "strongest"

    def test_trained_on_one_class_alone_everything_is_that_class(self, session, qtbot) -> None:
        examples, whole, before = session.examples, session.dataset, session.parameters
        examples.choose_class(2)
        chosen = examples.refs
        session.set_settings(replace(session.settings, epochs=3, batch=5))
        session.set_pace(None)
        examples.train_on_these()
        wait(qtbot, session)
        assert (session.dataset.train.labels == 2).all()
        assert session.dataset.test is whole.test
        assert "chosen from" in session.dataset.source
        assert len(examples.refs) == len(chosen) == len(session.dataset.train)
        session.show_split("test")
        for index in range(20):
            session.go_to_example("test", index)
            assert session.guess == 2
        trained = session.parameters
        examples.train_on_all()
        assert session.dataset is whole
        np.testing.assert_array_equal(session.parameters.theta, trained.theta)
        assert examples.cut_from is None
        for _ in range(3):  # all data again, the training, the other data
            session.undo()
        assert session.dataset is whole
        assert session.parameters is before
        assert examples.refs == chosen


class TestBatch:
    def test_its_rows_are_the_trainers(self, session, qtbot) -> None:
        for size in (1, 7, 100):
            session.set_settings(replace(session.settings, batch=size))
            state = session.moment.state
            settings = replace(session.settings, seed=session.origin.seed)
            trainer = Trainer(state.parameters, session.dataset, settings, state.position)
            np.testing.assert_array_equal(session.batch.rows, trainer.rows())
            assert session.batch.size == size
        session.train_batch()
        wait(qtbot, session)
        assert session.batch.number == 1
        assert session.batch.count == 15

    @pytest.mark.parametrize("size", [1, 5, 12])
    def test_its_update_is_bit_equal_with_the_trainers_and_can_be_gone_back_into(
        self, tiny_session, qtbot, size
    ) -> None:
        session, batch = tiny_session, tiny_session.batch
        session.set_settings(replace(session.settings, batch=size))
        before, rows = session.moment, batch.rows.copy()
        settings = replace(session.settings, seed=session.origin.seed)
        trainer = Trainer(before.state.parameters, session.dataset, settings, before.state.position)
        trainer.step()
        for done in range(1, size + 1):
            batch.step_forward()
            assert (batch.done, batch.mean_taken) == (done, False)
        batch.step_forward()
        assert batch.mean_taken
        batch.step_forward()
        wait(qtbot, session)
        np.testing.assert_array_equal(session.parameters.theta, trainer.parameters.theta)
        assert (batch.cursor, session.updates) == (0, 1)
        assert batch.came_from_update
        batch.step_back()
        assert session.moment is before
        assert batch.mean_taken
        np.testing.assert_array_equal(batch.rows, rows)
        for done in (*range(size, -1, -1), 0):
            batch.step_back()
            assert batch.cursor == done

    def test_the_cursor_falls_back_when_network_or_batch_is_another(self, tiny_session) -> None:
        session, batch = tiny_session, tiny_session.batch
        batch.jump(3)
        session.set_settings(replace(session.settings, batch=4))
        assert batch.cursor == 0
        batch.jump(3)
        session.set_parameter(Location("b", 1, 0), 0.5)
        assert batch.cursor == 0

    def test_a_large_one_is_gone_through_in_a_hundred_steps(self, session) -> None:
        session.set_settings(replace(session.settings, batch=1500))
        batch = session.batch
        assert (batch.stride, batch.count) == (15, 1)
        batch.step_forward()
        batch.step_forward()
        assert batch.cursor == 30
        batch.step_back()
        assert batch.cursor == 15
        batch.jump(10_000)
        assert batch.cursor == 1501
