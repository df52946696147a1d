"""The pages of layers and of one example: real numbers, live, and no work while nobody looks."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from nnviz.core.network import NetworkSpec
from nnviz.core.steps import Trace
from nnviz.session import ExampleRef, Neuron
from nnviz.training.histograms import layer_histograms
from nnviz.training.trainer import TrainSettings
from nnviz.ui import theme
from nnviz.ui.layers import answers as answering
from nnviz.ui.layers.answers import question
from nnviz.ui.layers.example import ExamplePage
from nnviz.ui.layers.panel import LayersPage
from nnviz.ui.plots.lines_plot import apart
from nnviz.wording import NOTATIONS


@pytest.fixture
def show(qapp, qtbot):
    theme.apply(qapp, theme.DARK)
    shown = []

    def show(page, width=480, height=560):
        qtbot.addWidget(page)
        shown.append(page)
        page.resize(width, height)
        with qtbot.waitExposed(page):
            page.show()
        return page

    yield show
    for page in shown:
        page.hide()  # ends what is computed for it


@pytest.fixture
def train(qtbot, tiny_session):
    def train(epochs=2, **settings):
        tiny_session.set_pace(None)
        tiny_session.set_settings(TrainSettings(epochs=epochs, batch=3, **settings))
        tiny_session.start()
        qtbot.waitUntil(lambda: tiny_session.run_state == "idle")

    return train


def same(histograms, session):
    expected = layer_histograms(session.parameters, session.dataset.train, session.off)
    return len(histograms) == len(expected) and all(
        np.array_equal(shown.counts, wanted.counts) and np.array_equal(shown.edges, wanted.edges)
        for (_, *pair), layer in zip(histograms, expected, strict=True)
        for shown, wanted in zip([view.histogram for view in pair], layer[1:], strict=True)
    )


class TestLayers:
    def test_histograms_are_those_of_the_present_network(self, show, train, tiny_session, qtbot):
        page = show(LayersPage(tiny_session))
        assert same(page.rows, tiny_session)
        train()
        qtbot.waitUntil(lambda: same(page.rows, tiny_session))
        tiny_session.switch(Neuron(1, 3), False)
        qtbot.waitUntil(lambda: same(page.rows, tiny_session))
        tiny_session.visit(1)
        qtbot.waitUntil(lambda: same(page.rows, tiny_session))

    def test_they_follow_while_it_trains_but_not_more_than_five_times_a_second(
        self, show, tiny_session, qtbot
    ):
        page = show(LayersPage(tiny_session))
        shown = []
        page.background.ready.connect(lambda _: shown.append(tiny_session.updates))
        tiny_session.set_settings(TrainSettings(epochs=100_000, batch=3))
        tiny_session.set_pace(1000.0)
        tiny_session.start()
        asked = []
        tiny_session.changed.connect(asked.append)
        qtbot.waitUntil(lambda: len(shown) >= 3)
        assert shown == sorted(set(shown))
        assert len(asked) >= 3 * len(shown)
        tiny_session.stop()

    def test_hidden_it_does_nothing_and_catches_up(self, show, train, tiny_session, qtbot):
        page = show(LayersPage(tiny_session))
        page.hide()
        before = page.rows[0][1].histogram
        train()
        assert page.rows[0][1].histogram is before
        assert len(page.norms.drawn.epochs) == 0
        page.show()
        qtbot.waitUntil(lambda: same(page.rows, tiny_session))
        assert len(page.norms.drawn.epochs) == len(tiny_session.metrics)

    def test_another_shape_has_other_rows(self, show, tiny_session, qtbot):
        page = show(LayersPage(tiny_session))
        for hidden in ((5, 5, 5), (), (7,)):
            tiny_session.new_network(NetworkSpec.build(4, hidden, 3), "scaled", 1)
            qtbot.waitUntil(lambda: same(page.rows, tiny_session))
            assert len(page.rows) == len(hidden) + 1
            assert page.rows[-1][0].text() == "output layer"

    def test_norms_are_the_session_s_metrics(self, show, train, tiny_session):
        page = show(LayersPage(tiny_session))
        assert "Press Train" in page.norms.message.text()
        for _ in range(2):
            train()
            drawn, rows = page.norms.drawn, tiny_session.metrics
            np.testing.assert_array_equal(drawn.values, [row.gradient_norms for row in rows])
            np.testing.assert_array_equal(drawn.epochs, [row.epochs for row in rows])
        for i, line in enumerate(page.norms.lines):
            np.testing.assert_array_equal(line.getOriginalDataset()[1], drawn.values[:, i])
        assert drawn.names == ("layer 1", "layer 2", "layer 3")
        whole = len(drawn.epochs)
        tiny_session.visit(3)
        assert len(page.norms.drawn.epochs) == whole
        assert page.norms._present.value() == tiny_session.epochs
        tiny_session.reset()
        assert len(page.norms.drawn.epochs) == 0

    def test_it_says_over_which_examples_and_in_the_notation_of_the_day(self, show, train, tiny_session):
        page = show(LayersPage(tiny_session))
        train()
        assert page.sample.text() == "‖∇C‖, activations: 12 training examples"
        assert page.norms.title_label.text() == "‖∇C‖ by layer"
        tiny_session.write_in(NOTATIONS[1])
        try:
            assert page.sample.text().startswith("‖∇L‖")
            assert page.norms.title_label.text() == "‖∇L‖ by layer"
            assert "12 evenly spaced" in page.norms.title_label.toolTip()
        finally:
            tiny_session.write_in(NOTATIONS[0])

    def test_a_click_in_the_norms_goes_there(self, show, train, tiny_session):
        page = show(LayersPage(tiny_session), height=700)
        train(epochs=3)
        view = page.norms.canvas.getViewBox()
        (left, right), _ = view.viewRange()
        box = view.sceneBoundingRect()
        x = box.left() + (1 - left) / (right - left) * box.width()
        where = page.norms.canvas.mapFromScene(QPointF(x, box.center().y()))
        QTest.mouseClick(page.norms.canvas.viewport(), Qt.MouseButton.LeftButton, pos=where)
        assert tiny_session.epochs == 1

    def test_a_bar_says_what_it_counts(self, show, tiny_session):
        page = show(LayersPage(tiny_session))
        view = page.rows[0][1]
        found = view.histogram
        i = int(found.counts.argmax())
        box = view.bars()
        x = round(box.left() + (i + 0.5) * box.width() / len(found.counts))
        QTest.mouseMove(view, QPoint(x, round(box.center().y())))
        assert view.text.startswith(f"{found.edges[i]:.2f}".replace("-", "−"))
        assert f": {found.counts[i]:,} (" in view.text
        picture = view.grab().toImage()
        color = picture.pixelColor(x, round(box.bottom()) - 3).name()
        assert color == theme.current().selection

    def test_log_heights_make_single_values_visible(self, show, tiny_session):
        page = show(LayersPage(tiny_session))
        page.log.setChecked(True)
        for _, weights, activations in page.rows:
            for view in (weights, activations):
                counts, heights = view.histogram.counts, view.heights()
                assert heights.max() == pytest.approx(1)
                assert ((heights > 0) == (counts > 0)).all()
                top = np.log10(counts.max()) + 1
                np.testing.assert_allclose(heights[counts == 1], 1 / top)
                assert view.accessibleName()


class TestOneExample:
    def truth(self, session, example):
        """Go to every update and calculate."""
        found = {}
        place = session.place
        x, y = session.dataset.split(example.split).example(example.index)
        for n in range(session.length + 1):
            session.visit(n)
            found[session.updates] = Trace.of(session.parameters, x, y).a[session.spec.depth]
        session.visit(place)
        return found

    def check(self, answers, truth):
        assert [answer.updates for answer in answers] == sorted(truth)
        for answer in answers:
            np.testing.assert_allclose(answer.outputs, truth[answer.updates], atol=2e-6)

    def test_the_whole_past_of_any_example(self, show, train, tiny_session, qtbot):
        train(epochs=3)
        tiny_session.go_to_example("test", 2)
        truth = self.truth(tiny_session, ExampleRef("test", 2))
        page = show(ExamplePage(tiny_session))
        qtbot.waitUntil(lambda: len(page.answers) > 1)
        assert len(truth) == 13
        self.check(page.answers, truth)
        for i, line in enumerate(page.plot.lines):
            np.testing.assert_allclose(
                line.getOriginalDataset()[1], [truth[n][i] for n in sorted(truth)], atol=2e-6
            )
        assert page.plot.drawn.bold == tiny_session.label
        assert page.plot.readout.text.startswith(tiny_session.dataset.classes[tiny_session.label])

    def test_long_trainings_are_looked_at_here_and_there(self, train, tiny_session, monkeypatch):
        monkeypatch.setattr(answering, "MOST", 5)
        train(epochs=3)
        asked = question(tiny_session, tiny_session.example)
        truth = self.truth(tiny_session, tiny_session.example)
        answers = asked.answers(lambda: False)
        assert [answer.updates for answer in answers] == [0, 3, 6, 9, 12]
        for answer in answers:
            np.testing.assert_allclose(answer.outputs, truth[answer.updates], atol=2e-6)
        assert asked.answers(lambda: True) is None

    def test_it_follows_the_screen_until_it_is_pinned(self, show, train, tiny_session, qtbot):
        train()
        page = show(ExamplePage(tiny_session))
        tiny_session.go_to_example("train", 4)
        qtbot.waitUntil(lambda: page.title.text().startswith("training example 4"))
        page.pin.click()
        tiny_session.go_to_example("train", 7)
        qtbot.waitUntil(lambda: not page.background.busy and not page._soon.isActive())
        assert page.example == ExampleRef("train", 4)
        assert page.title.text() == "training example 4, wanted: class 1"
        self.check(page.answers, self.truth(tiny_session, ExampleRef("train", 4)))
        page.pin.click()
        qtbot.waitUntil(lambda: page.title.text().startswith("training example 7"))

    def test_other_data_take_the_pin_away(self, show, tiny_session, tiny_dataset):
        page = show(ExamplePage(tiny_session))
        page.pin.click()
        tiny_session.use_data(tiny_dataset(n=5, seed=3))
        assert not page.pin.isChecked()
        assert page.example == tiny_session.example

    def test_live_while_it_trains_and_after_a_fork(self, show, train, tiny_session, qtbot):
        page = show(ExamplePage(tiny_session))
        train(epochs=3)
        qtbot.waitUntil(lambda: len(page.answers) == 13)
        tiny_session.visit(5)
        tiny_session.set_pace(100.0)
        tiny_session.set_settings(TrainSettings(rate=3.0, batch=3, epochs=1000))
        tiny_session.start()
        qtbot.waitUntil(lambda: page.answers[-1].updates > 20)
        updates = [answer.updates for answer in page.answers]
        assert updates == sorted(set(updates))
        assert updates[:6] == [0, 1, 2, 3, 4, 5]
        tiny_session.stop()
        n = tiny_session.updates
        qtbot.waitUntil(lambda: len(page.answers) == n + 1)
        self.check(page.answers, self.truth(tiny_session, tiny_session.example))

    def test_hidden_it_does_nothing(self, show, train, tiny_session, qtbot):
        page = show(ExamplePage(tiny_session))
        qtbot.waitUntil(lambda: len(page.answers) == 1)
        page.hide()
        train()
        assert len(page.answers) == 1
        assert not page.background.busy
        page.show()
        qtbot.waitUntil(lambda: len(page.answers) == 9)


def test_names_that_would_lie_upon_one_another_are_moved_apart():
    np.testing.assert_allclose(apart(np.array([0.0, 0.01, 1.0, 0.02]), 0.1), [0, 0.1, 1.0, 0.2])
    moved = apart(np.array([np.nan, 0.5, 0.5]), 0.1)
    assert np.isnan(moved[0])
    np.testing.assert_allclose(moved[1:], [0.5, 0.6])


@pytest.mark.parametrize("kind", [LayersPage, ExamplePage])
def test_a_page_is_no_wider_than_there_is_room(kind, show, tiny_session):
    page = show(kind(tiny_session))
    assert page.minimumSizeHint().width() <= 460
    assert page.width() == 480
    assert page.accessibleName()
