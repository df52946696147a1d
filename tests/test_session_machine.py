"""Any sequence of what a user can do leaves the session in order."""

from contextlib import suppress
from dataclasses import replace
from functools import partial

import numpy as np
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from PySide6.QtCore import QCoreApplication, QThread, QTimer
from samples import tiny_dataset

from nnviz.core.network import Location, NetworkSpec
from nnviz.core.steps import plan
from nnviz.errors import NnvizError
from nnviz.session import PLAY_MS, Neuron, Session
from nnviz.session.race import Racing
from nnviz.training.worker import TrainingWorker
from nnviz.wording.exam import none_wrong


def _taken(n, race):
    race.take_over(n)


DATA = (tiny_dataset(), tiny_dataset(n=4, n_inputs=2, n_outputs=1, classes=False))
DATA_SETS = range(len(DATA))
NETWORKS = (
    ((16, 16), "sigmoid", "sigmoid", "squared"),
    ((), "sigmoid", "softmax", "cross_entropy"),
    ((3, 2, 2), "relu", "identity", "mean_squared"),
    ((2,), "tanh", "sigmoid", "binary_cross_entropy"),
)
CALLS = (
    Session.next_example,
    Session.previous_example,
    Session.random_example,
    Session.step_forward,
    Session.step_back,
    Session.play,
    Session.undo,
    Session.redo,
    Session.reset,
    Session.start,
    Session.pause,
    Session.resume,
    Session.stop,
    Session.train_example,
    Session.train_batch,
    Session.train_epoch,
    Session.visit_earlier,
    Session.visit_later,
    Session.next_wrong,
    Session.begin_drag,
    Session.end_drag,
)
RACE_CALLS = (Racing.start, Racing.pause, Racing.resume, Racing.stop, *(partial(_taken, n) for n in (0, 7)))
OPTIMIZERS = ("sgd", "momentum", "adam")
SCHEDULES = ("constant", "cosine")


class SessionMachine(RuleBasedStateMachine):
    # No preconditions: a training ends when it likes, and hypothesis wants the same choices every time.

    @initialize()
    def begin(self):
        self.session = Session(DATA[0])
        self.session.set_settings(replace(self.session.settings, batch=5, epochs=3))
        self.complaints = []
        self.session.failed.connect(self.complaints.append)

    def teardown(self):
        if hasattr(self, "session"):
            self.session.close()
            assert self.session.run_state != "running"
            assert not any(thread.isRunning() for thread in self.session.findChildren(QThread))

    # What the user does

    @rule(call=st.sampled_from(CALLS))
    def call(self, call):
        before = self.session.parameters
        try:
            call(self.session)
        except NnvizError:
            assert self.session.run_state != "running"
            assert self.session.parameters is before

    @rule(n=st.integers(1, 25))
    def step(self, n):
        for _ in range(n):
            self.session.step_forward()

    @rule(position=st.integers(-1, 25))
    def jump(self, position):
        self.session.jump(position)

    @rule(split=st.sampled_from(["train", "test"]), index=st.integers(-50, 50))
    def go_to_example(self, split, index):
        self.session.go_to_example(split, index)

    @rule(network=st.sampled_from(NETWORKS), data=st.sampled_from([None, *DATA_SETS]), seed=st.integers(0, 3))
    def new_network(self, network, data, seed):
        of = self.session.dataset if data is None else DATA[data]
        spec = NetworkSpec.build(of.n_inputs, network[0], of.n_outputs, *network[1:])
        self.session.new_network(spec, "normal", seed, of)
        assert self.session.run_state == "idle"

    @rule(data=st.sampled_from(DATA_SETS))
    def use_data(self, data):
        self.session.use_data(DATA[data])
        assert self.session.run_state == "idle"

    @rule()
    def save_and_open(self):
        self.session.pause()
        parameters, cursor = self.session.parameters, self.session.cursor
        trace, metrics, state = self.session.trace, self.session.metrics, self.session.run_state
        self.session.restore(self.session.saved(), self.session.dataset)
        np.testing.assert_array_equal(self.session.parameters.theta, parameters.theta)
        np.testing.assert_array_equal(self.session.trace.gradient.theta, trace.gradient.theta)
        assert (self.session.cursor, self.session.metrics, self.session.run_state) == (cursor, metrics, state)

    @rule(rate=st.sampled_from([0.1, 1.0, 1e5, 1e300]), batch=st.integers(1, 12), epochs=st.integers(1, 3))
    def set_settings(self, rate, batch, epochs):
        with suppress(NnvizError):  # a mini-batch larger than the set
            self.session.set_settings(replace(self.session.settings, rate=rate, batch=batch, epochs=epochs))

    @rule(
        optimizer=st.sampled_from(OPTIMIZERS),
        schedule=st.sampled_from(SCHEDULES),
        dropout=st.sampled_from([0.0, 0.3]),
        l2=st.sampled_from([0.0, 0.01]),
        patience=st.sampled_from([None, 1]),
    )
    def set_up(self, **chosen):
        self.session.set_settings(replace(self.session.settings, rate=0.1, **chosen))

    @rule(n=st.integers(1, 12), back=st.booleans())
    def go_through_the_mini_batch(self, n, back):
        for _ in range(n):
            self.session.batch.step_forward()
        if back:
            self.session.batch.step_back()

    @rule(call=st.sampled_from(RACE_CALLS))
    def race(self, call):
        race = self.session.race
        if race.preset.name != "rates":
            race.line_up("rates")  # some of them run away
            race.set_pace(None)
        call(race)

    @rule(seed=st.sampled_from([None, 1]), stops=st.booleans(), speed=st.sampled_from([8.0, None]))
    def sit_an_exam(self, seed, stops, speed):
        sitting = self.session.exam.sitting
        sitting.set_seed(seed)
        sitting.set_speed(speed)
        sitting.set_stops(stops)
        sitting.start()

    @rule(index=st.integers(0, 10**6), value=st.floats(-3, 3, width=32))
    def edit(self, index, value):
        spec = self.session.spec
        location = spec.locate(index % spec.parameter_count)
        self.session.set_parameter(location, value)
        assert self.session.run_state != "running"
        assert self.session.parameters.theta[spec.index(location)] == np.float32(value)

    @rule(k=st.integers(0, 10**6), value=st.floats(0, 1, width=32))
    def paint(self, k, value):
        k %= self.session.spec.sizes[0]
        self.session.paint_input({k: value})
        assert self.session.input[k] == np.float32(value)

    @rule(layer=st.integers(1, 3), j=st.integers(0, 100), on=st.booleans())
    def switch(self, layer, j, on):
        sizes = self.session.spec.sizes
        neuron = Neuron(layer % len(sizes), j % sizes[layer % len(sizes)])
        with suppress(NnvizError):  # an input or an output
            self.session.switch(neuron, on)
            assert (tuple(neuron) not in self.session.off) == on

    @rule(place=st.integers(-2, 40))
    def visit(self, place):
        self.session.visit(place)
        assert self.session.run_state != "running"
        assert self.session.place == min(max(place, 0), self.session.length)

    @rule(place=st.integers(0, 40))
    def there_and_back(self, place):
        """Any moment of the history comes back bit for bit."""
        self.session.pause()
        here, theta = self.session.place, self.session.parameters.theta.tobytes()
        length, optimizer = self.session.length, self.session.moment.state.optimizer.vectors()
        self.session.visit(place)
        assert self.session.length == length
        self.session.visit(here)
        assert (self.session.place, self.session.parameters.theta.tobytes()) == (here, theta)
        for name, vector in self.session.moment.state.optimizer.vectors().items():
            np.testing.assert_array_equal(vector, optimizer[name])

    @rule(index=st.integers(0, 10**6))
    def point_at(self, index):
        self.session.point_at(self.session.spec.locate(index % self.session.spec.parameter_count))

    @rule(pace=st.sampled_from([0.5, 100.0, None]))
    def set_pace(self, pace):
        self.session.set_pace(pace)

    @rule(index=st.integers(0, 10**6))
    def select_a_parameter(self, index):
        self.session.select(self.session.spec.locate(index % self.session.spec.parameter_count))

    @rule(layer=st.integers(0, 10), j=st.integers(0, 100))
    def select_a_neuron(self, layer, j):
        sizes = self.session.spec.sizes
        layer %= len(sizes)
        self.session.select(Neuron(layer, j % sizes[layer]))

    # What time does

    @rule()
    def let_it_train(self):
        updates = self.session.updates
        for _ in range(20):  # at a slow pace the next update may be seconds away
            if self.session.run_state != "running" or self.session.updates > updates:
                return
            self.session.findChildren(QThread)[-1].wait(1)
            QCoreApplication.processEvents()

    @rule(n=st.integers(1, 25))
    def let_it_play(self, n):
        (player,) = [t for t in self.session.findChildren(QTimer) if t.interval() == PLAY_MS]
        for _ in range(n):
            if player.isActive():
                player.timeout.emit()

    # What can be taken back

    @rule()
    def undo_and_redo(self):
        self.session.pause()
        if self.session.undoable is None:
            return
        before, spec = self.session.parameters, self.session.spec
        self.session.undo()
        self.session.redo()
        assert self.session.parameters is before
        assert self.session.spec is spec

    @rule()
    def forward_and_back(self):
        self.session.pause()
        if self.session.updated:
            return
        before, cursor, complaints = self.session.parameters, self.session.cursor, len(self.complaints)
        self.session.step_forward()
        if len(self.complaints) == complaints:
            self.session.step_back()
        assert self.session.parameters is before
        assert self.session.cursor == cursor

    # What always holds

    @invariant()
    def the_cursor_is_on_the_plan_of_this_network(self):
        session = self.session
        assert session.plan == plan(session.spec)
        assert session.plan.phases[session.cursor] == session.phase

    @invariant()
    def at_the_update_the_present_came_from_an_update_of_this_example(self):
        session = self.session
        if session.updated:
            assert session.run_state != "running"
            assert session.undoable.kind == "update"
            assert session.undoable.example == session.example

    @invariant()
    def the_trace_is_that_of_this_network_and_example(self):
        session = self.session
        x, y = session.split.example(session.example.index)  # raises unless there is such an example
        assert session.trace.spec is session.spec
        np.testing.assert_array_equal(session.trace.x, session.input if session.painted else x)
        np.testing.assert_array_equal(session.trace.y, y)
        if not session.updated:
            np.testing.assert_array_equal(session.trace.parameters.theta, session.parameters.theta)

    @invariant()
    def what_is_chosen_and_pointed_at_exists(self):
        spec = self.session.spec
        for chosen in (self.session.selection, self.session.pointed):
            if isinstance(chosen, Location):
                spec.index(chosen)  # raises unless there is such a parameter
            elif chosen is not None:
                assert chosen.j < spec.sizes[chosen.layer]

    @invariant()
    def what_is_switched_off_is_hidden(self):
        spec = self.session.spec
        assert all(0 < layer < spec.depth and j < spec.sizes[layer] for layer, j in self.session.off)

    @invariant()
    def the_present_lies_on_the_way(self):
        places = [place for place, _ in self.session.changes]
        assert places == sorted(places)
        assert 0 <= self.session.place <= self.session.length

    @invariant()
    def the_parameters_are_finite_and_shared_read_only(self):
        assert self.session.parameters.finite
        assert not self.session.parameters.theta.flags.writeable

    @invariant()
    def curves_lead_up_to_the_present(self):
        measured = [m.updates for m in self.session.metrics]
        assert measured == sorted(measured)
        if self.session.run_state != "running":
            assert not measured or measured[-1] <= self.session.updates

    @invariant()
    def a_thread_runs_while_and_only_while_a_training_does(self):
        running = [thread for thread in self.session.findChildren(TrainingWorker) if thread.isRunning()]
        assert len(running) <= (self.session.run_state == "running")

    @invariant()
    def complaints_are_about_too_large_a_rate_or_say_that_nothing_is_wrong(self):
        expected = ("smaller learning rate", none_wrong("train", 1)[:10], none_wrong("test", 1)[:10])
        assert all(any(words in sentence for words in expected) for sentence in self.complaints)


SessionMachine.TestCase.settings = settings(max_examples=40, stateful_step_count=40)


@pytest.mark.usefixtures("qapp")
class TestSession(SessionMachine.TestCase):
    pass
