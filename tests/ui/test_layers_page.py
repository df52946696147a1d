"""The pages of layers and of one example: real numbers, live, and no work while nobody looks."""

import csv

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from samples import tiny_dataset
from seeing import colors_in

from nnviz.core.network import NetworkSpec
from nnviz.core.steps import Trace
from nnviz.data.strokes import Dab
from nnviz.session import ExampleRef, Neuron, Session
from nnviz.training.histograms import layer_histograms
from nnviz.training.trainer import TrainSettings
from nnviz.ui import theme
from nnviz.ui.layers import answers as answering
from nnviz.ui.layers import example as layers_example
from nnviz.ui.layers import panel as layers_panel
from nnviz.ui.layers.answers import question
from nnviz.ui.layers.example import ExamplePage
from nnviz.ui.layers.panel import LayersPage
from nnviz.ui.plots.export import save_picture
from nnviz.ui.plots.lines_plot import apart
from nnviz.wording import NOTATIONS, fixed


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Nobody has to read along: what changes is shown at once."""
    for module in (layers_panel, layers_example):
        monkeypatch.setattr(module, "GAP_MS", 5)


@pytest.fixture
def show(qtbot):
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


def resized(page, *widths):
    """Yield the head's readout in several widths."""
    readout = page.norms.readout
    for width in widths:
        readout.resize(width, readout.height())
        yield readout


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
        assert same(page.bars.rows, tiny_session)
        train()
        qtbot.waitUntil(lambda: same(page.bars.rows, tiny_session))
        tiny_session.switch(Neuron(1, 3), False)
        qtbot.waitUntil(lambda: same(page.bars.rows, tiny_session))
        tiny_session.visit(1)
        qtbot.waitUntil(lambda: same(page.bars.rows, tiny_session))

    def test_they_follow_while_it_trains_but_not_more_than_five_times_a_second(
        self, show, tiny_session, qtbot, monkeypatch
    ):
        monkeypatch.setattr(layers_panel, "GAP_MS", 200)
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
        before = page.bars.rows[0][1].histogram
        train()
        assert page.bars.rows[0][1].histogram is before
        assert len(page.norms.drawn.epochs) == 0
        page.show()
        qtbot.waitUntil(lambda: same(page.bars.rows, tiny_session))
        assert len(page.norms.drawn.epochs) == len(tiny_session.metrics)

    def test_another_shape_has_other_rows(self, show, tiny_session, qtbot):
        page = show(LayersPage(tiny_session))
        for hidden in ((5, 5, 5), (), (7,)):
            tiny_session.new_network(NetworkSpec.build(4, hidden, 3), "scaled", 1)
            qtbot.waitUntil(lambda: same(page.bars.rows, tiny_session))
            assert len(page.bars.rows) == len(hidden) + 1
            assert page.bars.rows[-1][0].text() == "output layer"

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

    def test_a_course_that_was_left_stays_as_a_faint_line(self, show, train, tiny_session):
        page = show(LayersPage(tiny_session))
        train(epochs=3)
        assert page.norms.legend.text == ""
        tiny_session.visit(6)
        tiny_session.set_rate(0.3)
        train(epochs=1)
        (ghost,) = tiny_session.ghosts
        epochs, values = page.norms.drawn.left
        np.testing.assert_array_equal(epochs[:-1], [row.epochs for row in ghost])
        np.testing.assert_array_equal(values[:-1], [row.gradient_norms for row in ghost])
        assert page.norms.legend.text == "left"
        assert page.norms.canvas.getViewBox().viewRange()[0][1] >= ghost[-1].epochs
        tiny_session.reset()
        assert len(page.norms.drawn.left[0]) == 0

    def test_every_value_has_its_place_in_a_head_that_is_wide_enough(self, show, train, tiny_session):
        page = show(LayersPage(tiny_session))
        train()
        text = page.norms.readout.text
        assert all(f"layer {layer} " in text for layer in (1, 2, 3))
        wide, narrow = (readout.grab().toImage() for readout in resized(page, 400, 80))
        colors = [theme.current().color(f"{theme.CATEGORY}{i}").name() for i in range(3)]
        assert [color in colors_in(wide) for color in colors] == [True, True, True]
        assert [color in colors_in(narrow) for color in colors] == [True, False, False]

    def test_histograms_are_saved_as_a_picture_and_as_numbers(self, show, tiny_session, tmp_path):
        page = show(LayersPage(tiny_session))
        save_picture(tmp_path / "a.png", page.menu._make(), (1280, 720))
        image = QImage(str(tmp_path / "a.png"))
        assert (image.width(), image.height()) == (1280, 720)
        assert theme.current().color("category 4").name() in colors_in(image)
        rows = list(csv.DictReader(page.menu._numbers().splitlines()))
        _, weights, _ = page.bars.rows[1]
        second = [row for row in rows if (row["layer"], row["of"]) == ("2", "weights")]
        assert [int(row["count"]) for row in second] == weights.histogram.counts.tolist()
        assert [float(row["low"]) for row in second] == weights.histogram.edges[:-1].tolist()

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
        view = page.bars.rows[0][1]
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
        for _, weights, activations in page.bars.rows:
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
        asked = question(tiny_session, tiny_session.example, tiny_session.input)
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

    def test_a_pinned_drawing_stays_what_it_was(self, show, qtbot, session):
        """Its picture and its answers are the drawing's, whatever is drawn or looked at afterwards."""
        page = show(ExamplePage(session))
        session.drawings.put_down(Dab(140, 60, 16))
        session.drawings.lead(Dab(140, 220, 16))
        session.drawings.lift()
        drawn = session.input
        qtbot.waitUntil(lambda: page.title.text().startswith("painted on training example 0"))
        page.pin.click()
        session.drawings.clear()
        session.go_to_example("test", 5)
        session.set_settings(TrainSettings(batch=1500, epochs=2))
        session.set_pace(None)
        session.start()
        qtbot.waitUntil(lambda: session.run_state == "idle", timeout=10_000)
        qtbot.waitUntil(lambda: len(page.answers) == 3)
        _, y = session.split.example(0)
        expected = Trace.of(session.parameters, drawn, y).a[session.spec.depth]
        np.testing.assert_allclose(page.answers[-1].outputs, expected, atol=2e-6)
        image, colors = page.image.image(), theme.current()
        off, on = (colors.color(role).red() for role in ("image_off", "image_on"))
        seen = [[image.pixelColor(c, r).red() for c in range(28)] for r in range(28)]
        np.testing.assert_array_equal(seen, np.rint(off + (on - off) * drawn.reshape(28, 28)))

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

    def test_the_answers_are_saved_as_numbers_and_seen_on_a_log_axis(self, show, train, tiny_session, qtbot):
        train(epochs=2)
        page = show(ExamplePage(tiny_session))
        qtbot.waitUntil(lambda: len(page.answers) > 1)
        head, *rows = list(csv.reader(page.plot.numbers().splitlines()))
        assert head == ["updates", "epochs", *tiny_session.dataset.classes]
        assert [int(row[0]) for row in rows] == [answer.updates for answer in page.answers]
        np.testing.assert_array_equal(
            [[float(cell) for cell in row[2:]] for row in rows], [answer.outputs for answer in page.answers]
        )
        page.plot.log.setChecked(True)
        least = min(answer.outputs.min() for answer in page.answers)
        _, (low, _) = page.plot.canvas.getViewBox().viewRange()
        assert low <= np.log10(least)
        tiny_session.new_network(NetworkSpec.build(4, (3,), 3, output="identity"), "scaled", 0)
        train(epochs=1)
        qtbot.waitUntil(lambda: not page.plot.log.isVisible())  # outputs below 0 have no logarithm

    def test_of_a_training_from_a_file_it_does_not_pretend_to_compute(self, show, train, tiny_session, qtbot):
        train(epochs=2)
        tiny_session.restore(tiny_session.saved(), tiny_session.dataset)
        page = show(ExamplePage(tiny_session))
        qtbot.waitUntil(lambda: len(page.answers) == 1)
        assert "opened from a file" in page.plot.message.text()

    def test_measured_values_are_wanted_by_their_number(self, show, qtbot, qapp):
        data = tiny_dataset(n_inputs=2, n_outputs=1, classes=False)
        session = Session(data)
        page = show(ExamplePage(session))
        assert page.title.text() == f"training example 0, wanted: {fixed(float(data.train.targets[0, 0]), 2)}"
        assert not page.image.isVisible()  # two numbers are no picture
        session.close()

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
