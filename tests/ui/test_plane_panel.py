"""The plane: surfaces are forward passes, points follow the hand, and every change is one of the history."""

from itertools import pairwise

import numpy as np
import pytest
from driving import LEFT, expose, move, press
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from nnviz import data
from nnviz.core.network import Location, NetworkSpec
from nnviz.core.passes import forward
from nnviz.data.plane import Plane
from nnviz.session import ExampleRef, Neuron, Session
from nnviz.ui import theme
from nnviz.ui.class_colors import class_role
from nnviz.ui.plane.panel import PlanePanel
from nnviz.ui.plane.seen import SIDE, TILE
from nnviz.ui.plane.tile_layout import Margins, TileLayout
from nnviz.ui.tour import SCENES
from nnviz.wording.plane import outputs_text

pytestmark = pytest.mark.usefixtures("dark")

RIGHT = Qt.MouseButton.RightButton
PATIENCE = 5000
SIZE = (700, 430)


@pytest.fixture
def make(qtbot, qapp, close_later):
    def make(reference="circles?n=60", spec=None, size=SIZE):
        dataset = data.load(reference)
        spec = spec or NetworkSpec.build(dataset.n_inputs, (5, 4), dataset.n_outputs, "tanh")
        session = Session(dataset, spec)
        close_later(session)
        panel = expose(qtbot, PlanePanel(session), size)
        qtbot.waitUntil(lambda: panel.tiles.seen() is not None, timeout=PATIENCE)
        return session, panel

    return make


@pytest.fixture
def both(make):
    return make()


def answers(session, points):
    known = session.points.plane
    return forward(session.parameters.astype(np.float64), known.inputs(np.asarray(points))).a


def cell(session, row, column, side):
    """The middle of a cell, worked out by itself."""
    low, high = session.points.plane.square.low, session.points.plane.square.high
    x = low[0] + (column + 0.5) / side * (high[0] - low[0])
    y = high[1] - (row + 0.5) / side * (high[1] - low[1])
    return x, y


def color_at(widget, place):
    image = widget.grab().toImage()
    return image.pixelColor((QPointF(place) * image.devicePixelRatio()).toPoint())


def on_screen(surface, x, y):
    return surface.axes().point(x, y)


def click(surface, place, button=LEFT):
    move(surface, place)
    QTest.mouseClick(surface, button, pos=QPointF(place).toPoint())


def free_place(panel):
    """A place of the plane that is far from every point."""
    surface = panel.surface
    for y in np.linspace(3.2, -3.2, 20):
        at = on_screen(surface, 3.3, y)
        if surface.point_at(at) is None:
            return surface.axes().in_plane(QPointF(at.toPoint()))
    raise AssertionError("no free place")


class TestSurfaces:
    def test_the_answer_is_the_forward_pass_of_every_cell(self, both) -> None:
        session, panel = both
        surface = panel.tiles.seen().surface
        assert surface.shape == (2, SIDE, SIDE)
        for row, column in ((0, 0), (17, 80), (99, 99)):
            expected = answers(session, [cell(session, row, column, SIDE)])[3][0]
            assert np.allclose(surface[:, row, column], expected, atol=1e-5)

    def test_every_neuron_has_its_own(self, both) -> None:
        session, panel = both
        tiles = panel.tiles.seen().tiles
        assert {layer: list(shown) for layer, shown in tiles.items()} == {
            layer: list(range(n)) for layer, n in enumerate(session.spec.sizes)
        }
        for layer, j, row, column in ((0, 1, 3, 9), (1, 4, 30, 2), (2, 0, 39, 39), (3, 1, 11, 20)):
            expected = answers(session, [cell(session, row, column, TILE)])[layer][0, j]
            assert tiles[layer][j][row, column] == pytest.approx(expected, abs=1e-5)

    def test_two_classes_are_colored_by_the_sign_of_their_difference(self, both) -> None:
        _, panel = both
        shade, outputs = panel.surface.shade(), panel.tiles.seen().surface
        blue = shade.colors[..., 2].astype(int) - shade.colors[..., 0]
        difference = outputs[0] - outputs[1]
        clear = np.abs(difference) > 0.05
        assert clear.any()
        assert (np.sign(blue[clear]) == np.sign(difference[clear])).all()
        assert (shade.legend.low, shade.legend.high) == ("B", "A")
        assert shade.legend.words == "a₀ − a₁"

    def test_more_classes_are_colored_as_the_largest_output_and_as_strongly(self, make) -> None:
        _, panel = make("blobs?n=60&classes=4")
        shade, outputs = panel.surface.shade(), panel.tiles.seen().surface
        best, top = outputs.argmax(axis=0), outputs.max(axis=0)
        ground = np.array(theme.current().color("background").getRgb()[:3])
        for row, column in ((0, 0), (50, 50), (99, 20)):
            end = np.array(theme.current().color(class_role(best[row, column], 4)).getRgb()[:3])
            expected = ground + (end - ground) * top[row, column]
            assert np.allclose(shade.colors[row, column, :3], expected, atol=1.01)

    def test_a_single_output_is_shown_as_its_activation(self, make, tiny_dataset) -> None:
        session, panel = make()
        session.use_data(tiny_dataset(n_inputs=2, n_outputs=1, classes=False))
        seen, shade = panel.tiles.seen(), panel.surface.shade()
        expected = theme.neuron_colors(theme.current(), seen.surface[0], 0, 1)
        assert np.array_equal(shade.colors, expected)
        assert (shade.legend.words, shade.legend.low, shade.legend.high) == ("sigmoid", "0", "1")
        assert panel.reading.text() == ""

    def test_numbers_that_are_none_are_no_answer(self, both) -> None:
        session, panel = both
        session.set_parameter(Location("b", 1, 0), 3e38)
        session.set_parameter(Location("w", 2, 0, 0), 3e38)
        session.set_parameter(Location("w", 3, 0, 0), 3e38)
        assert not panel.grab().isNull()

    def test_it_follows_a_training(self, qtbot, both) -> None:
        session, panel = both
        before = panel.tiles.seen().surface.copy()
        session.start()
        qtbot.waitUntil(lambda: not np.allclose(panel.tiles.seen().surface, before), timeout=PATIENCE)
        assert session.run_state == "running"
        session.stop()
        expected = answers(session, [cell(session, 5, 5, SIDE)])[3][0]
        qtbot.waitUntil(
            lambda: np.allclose(panel.tiles.seen().surface[:, 5, 5], expected, atol=1e-5), timeout=PATIENCE
        )

    def test_hidden_it_computes_nothing(self, both) -> None:
        session, panel = both
        seen = panel.tiles.seen()
        panel.hide()
        session.set_parameter(Location("b", 3, 0), 2.0)
        assert panel.tiles.seen() is seen
        panel.show()
        assert panel.tiles.seen() is not seen

    def test_a_large_network_is_looked_at_beside_the_window(self, qtbot, make) -> None:
        session, panel = make(spec=NetworkSpec.build(2, (64, 64), 2))
        chosen = panel.tiles.members()
        assert 1 < len(chosen[1]) < 64
        qtbot.waitUntil(lambda: list(panel.tiles.seen().tiles[1]) == list(chosen[1]), timeout=PATIENCE)
        session.select(Neuron(1, 60))
        assert panel.tiles.members()[1][-1] == 60
        qtbot.waitUntil(lambda: panel.tiles.seen().subject == Neuron(1, 60), timeout=PATIENCE)
        tip = panel.tiles.tip(QPointF(panel.tiles.layout_of.columns[1].x, 1))
        assert f"room for {len(chosen[1])} of 64" in tip


class TestTiles:
    def tile(self, panel, layer, j):
        return panel.tiles.layout_of.rect(Neuron(layer, j)).center()

    def test_pointing_shows_a_neuron_large_as_long_as_the_mouse_is_there(self, both) -> None:
        session, panel = both
        move(panel.tiles, self.tile(panel, 2, 3))
        assert session.pointed == Neuron(2, 3)
        assert panel.head.title.text() == "neuron 3, second hidden layer"
        expected = answers(session, [cell(session, 40, 7, SIDE)])[2][0, 3]
        assert panel.tiles.seen().surface.shape == (1, SIDE, SIDE)
        assert panel.tiles.seen().surface[0, 40, 7] == pytest.approx(expected, abs=1e-5)
        move(panel.tiles, QPointF(1, 1))
        assert session.pointed is None
        assert panel.head.title.text() == "the answer"

    def test_a_click_chooses_and_another_lets_go(self, both) -> None:
        session, panel = both
        for expected in (Neuron(1, 2), None):
            QTest.mouseClick(panel.tiles, LEFT, pos=self.tile(panel, 1, 2).toPoint())
            assert session.selection == expected
        session.select(Neuron(3, 1))
        assert panel.head.title.text() == "output neuron 1, “B”"
        assert panel.head.back.isVisible()
        press(panel.head.back)
        assert session.selection is None
        assert not panel.head.back.isVisible()

    def test_the_arrow_keys_go_from_neuron_to_neuron(self, both) -> None:
        session, panel = both
        keys = Qt.Key
        steps = (
            (keys.Key_Down, Neuron(1, 0)),
            (keys.Key_Down, Neuron(1, 1)),
            (keys.Key_Up, Neuron(1, 0)),
            (keys.Key_Right, Neuron(2, 0)),
            (keys.Key_Right, Neuron(3, 0)),
            (keys.Key_Right, Neuron(3, 0)),
            (keys.Key_Left, Neuron(2, 0)),
        )
        for key, expected in steps:
            QTest.keyClick(panel.tiles, key)
            assert session.selection == expected

    def test_a_neuron_that_is_off_is_silent_all_over_and_crossed_out(self, both) -> None:
        session, panel = both
        rect = panel.tiles.layout_of.rect(Neuron(1, 0))
        session.switch(Neuron(1, 0), on=False)
        assert not panel.tiles.seen().tiles[1][0].any()
        muted = theme.current().color("text_muted")
        found = color_at(panel.tiles, rect.center())
        assert max(abs(found.red() - muted.red()), abs(found.blue() - muted.blue())) < 60

    def test_edges_have_the_color_of_their_weights(self, both) -> None:
        session, panel = both
        for value, role in ((3.0, "positive"), (-3.0, "negative")):
            session.set_parameter(Location("w", 1, 0, 0), value)
            of, to = (panel.tiles.layout_of.rect(Neuron(layer, 0)) for layer in (0, 1))
            start, end = QPointF(of.right(), of.center().y()), QPointF(to.left(), to.center().y())
            found, wanted = color_at(panel.tiles, 0.2 * start + 0.8 * end), theme.current().color(role)
            assert (found.blue() > found.red()) == (wanted.blue() > wanted.red())
            assert max(found.blue(), found.red()) > 120

    @pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
    @pytest.mark.parametrize("sizes", [(2, 8, 8, 2), (7, 64, 3), (2, 1, 2), (2, *([5] * 12), 8)])
    def test_tiles_stay_apart_and_inside(self, sizes, scale) -> None:
        margins = Margins(30, 20, 18, 18)
        placed = TileLayout.fit(sizes, [Neuron(1, sizes[1] - 1)], (360.0, 300.0), margins, scale)
        assert placed.rect(Neuron(1, sizes[1] - 1)) is not None
        right = margins.left - 1
        for column in placed.columns:
            rects = [column.rect(place) for place in range(len(column.members))]
            assert rects[0].left() >= right
            right = rects[0].right()
            assert rects[0].top() >= margins.top - 1
            assert rects[-1].bottom() <= 300 - margins.bottom + 1
            assert all(above.bottom() < below.top() for above, below in pairwise(rects))
        assert right <= 360 - margins.right + 1


class TestPoints:
    def test_a_click_adds_a_point_of_the_chosen_class_and_shows_it(self, both) -> None:
        session, panel = both
        x, y = free_place(panel)
        panel.controls.classes.segments.buttons["1"].click()
        click(panel.surface, on_screen(panel.surface, x, y))
        assert len(session.dataset.train) == 49
        assert session.example == ExampleRef("train", 48)
        assert session.label == 1
        assert np.allclose(session.input, (x, y), atol=0.03)
        session.undo()
        assert len(session.dataset.train) == 48

    def test_keys_choose_the_class(self, both) -> None:
        _, panel = both
        panel.controls.classes.choose(1)
        assert panel.surface.label == 1
        panel.controls.classes.choose(5)
        assert panel.controls.classes.value == 1

    def test_a_drag_moves_a_point_as_one_step_and_the_example_follows(self, qtbot, both) -> None:
        session, panel = both
        surface, before = panel.surface, session.moment
        session.go_to_example("train", 9)
        start, end = surface.place_of(ExampleRef("train", 9)), on_screen(surface, -2.5, 3.0)
        QTest.mousePress(surface, LEFT, pos=start.toPoint())
        index = session.example.index
        for share in (0.3, 0.7, 1.0):
            move(surface, start + share * (end - start), LEFT)
            qtbot.waitUntil(lambda: not surface._live.isActive())
        QTest.mouseRelease(surface, LEFT, pos=end.toPoint())
        assert np.allclose(session.input, (-2.5, 3.0), atol=0.03)
        assert session.example.index == index
        assert session.moment.parent is before
        assert panel.tiles.seen().dataset is session.dataset

    def test_a_click_on_a_point_only_makes_it_the_example(self, both) -> None:
        session, panel = both
        moment = session.moment
        click(panel.surface, panel.surface.place_of(ExampleRef("train", 30)))
        assert np.allclose(
            session.points.plane.places["train"][session.example.index],
            session.points.plane.places["train"][30],
            atol=0.1,
        )
        assert session.moment is moment

    def test_the_right_button_removes(self, both) -> None:
        session, panel = both
        place = panel.surface.place_of(ExampleRef("train", 3))
        gone = panel.surface.point_at(QPointF(place.toPoint()))
        where = session.points.plane.places["train"][gone.index]
        click(panel.surface, place, RIGHT)
        assert len(session.dataset.train) == 47
        assert not (session.points.plane.places["train"] == where).all(axis=1).any()

    def test_with_the_keyboard_alone(self, both) -> None:
        session, panel = both
        surface, keys = panel.surface, Qt.Key
        surface.setFocus()
        for _ in range(3):
            QTest.keyClick(surface, keys.Key_Right)
        x, y = surface.at()
        assert (x, y) == pytest.approx((3 * 0.02 * surface.axes().shown.size[0], 0))
        QTest.keyClick(surface, keys.Key_Return)
        assert session.input == pytest.approx((x, y), abs=1e-3)
        assert surface.hovered() == ExampleRef("train", 48)
        QTest.keyClick(surface, keys.Key_Up, Qt.KeyboardModifier.ShiftModifier)
        assert session.input[1] > y
        QTest.keyClick(surface, keys.Key_Delete)
        assert len(session.dataset.train) == 48

    def test_what_cannot_be_is_said(self, both) -> None:
        session, panel = both
        said = []
        session.failed.connect(said.append)
        while len(session.dataset.test) > 1:
            session.points.remove(ExampleRef("test", 0))
        while near := panel.surface.point_at(panel.surface.place_of(ExampleRef("test", 0))):
            session.points.remove(near)  # a training point that lies over it
        panel.test.setChecked(True)
        click(panel.surface, panel.surface.place_of(ExampleRef("test", 0)), RIGHT)
        assert len(session.dataset.test) == 1
        assert len(said) == 1
        assert said[0].startswith("The last point")

    def test_wrong_points_are_those_the_network_takes_for_something_else(self, both) -> None:
        session, panel = both
        for part in ("train", "test"):
            split = session.dataset.split(part)
            expected = forward(session.parameters, split.x).a[3].argmax(axis=1) != split.labels
            panel.test.setChecked(part == "test")
            assert np.array_equal(panel.surface.wrong(part), expected)
        right = int((~panel.surface.wrong("train")).sum())
        assert panel.reading.text().startswith(f"{right} of 48 training points right,")

    def test_test_points_are_shown_when_asked_for(self, both) -> None:
        _, panel = both
        surface = panel.surface
        known = surface._session.points.plane.places
        away = np.hypot(*(known["test"][:, None] - known["train"]).transpose(2, 0, 1)).min(axis=1)
        lonely = ExampleRef("test", int(away.argmax()))
        assert surface.point_at(surface.place_of(lonely)) != lonely
        panel.test.click()
        assert surface.point_at(surface.place_of(lonely)) == lonely

    def test_many_points_are_sampled_and_it_says_so(self, make) -> None:
        _, panel = make("circles?n=4000")
        assert "of the first 1,500 training points right (3,200 in all)" in panel.reading.text()


class TestReading:
    def test_the_numbers_under_the_mouse_are_computed_there(self, both) -> None:
        session, panel = both
        place = on_screen(panel.surface, 1.0, -2.0)
        move(panel.surface, place)
        x, y = panel.surface.at()
        outputs = answers(session, [(x, y)])[3][0]
        assert panel.reading.values_at(x, y) == pytest.approx(outputs)
        text = panel.reading.text()
        assert text.startswith("x₁ = 1.0")
        assert f"A {outputs[0]:.3f}" in text
        assert repr(float(outputs[0])) in panel.reading.toolTip()
        session.select(Neuron(1, 2))
        assert panel.reading.values_at(x, y) == pytest.approx([answers(session, [(x, y)])[1][0, 2]])
        assert "a =" in panel.reading.text()

    def test_a_point_is_named_with_what_it_is_taken_for(self, both) -> None:
        session, panel = both
        ref = ExampleRef("train", 7)
        move(panel.surface, panel.surface.place_of(ref))
        found = panel.surface.hovered()
        label = "AB"[session.dataset.train.labels[found.index]]
        guess = "AB"[int(forward(session.parameters, session.dataset.train.x).a[3][found.index].argmax())]
        mark = "✓" if guess == label else "✗"
        assert f"training example {found.index}, {label}, taken for {guess} {mark}" in panel.reading.text()

    def test_of_many_outputs_the_largest(self) -> None:
        assert outputs_text("ABCDE", (0.1, 0.5, 0.2, 0.4, 0.3)) == "B 0.500, D 0.400, E 0.300 …"


class TestControls:
    def test_shape_number_noise_seed_and_inputs_draw_other_points(self, both) -> None:
        session, panel = both
        controls = panel.controls
        controls.number.setValue(80)
        assert session.dataset.reference == Plane("circles", 80).reference
        controls.noise.setValue(30)
        press(controls.seed)
        assert session.dataset.reference == Plane("circles", 80, 0.3, 1).reference
        controls.features.actions_["xy"].trigger()
        assert session.dataset.input_names == ("x₁", "x₂", "x₁x₂")
        assert session.spec.sizes == (3, 5, 4, 2)
        controls.shape.choose("blobs")
        controls.shape.activated.emit(controls.shape.currentIndex())
        assert session.spec.sizes == (3, 5, 4, 3)
        assert controls.blobs.isVisible()
        for _ in range(5):
            session.undo()
        assert session.dataset.reference == "circles?n=60"
        assert controls.number.value() == 60
        assert not controls.blobs.isVisible()

    def test_points_changed_by_hand_stay_with_other_inputs(self, both) -> None:
        session, panel = both
        session.points.add(1, 2.0, 2.0)
        panel.controls.features.actions_["xx"].trigger()
        assert session.points.plane.places["train"][-1].tolist() == [2, 2]
        assert session.dataset.train.x[-1].tolist() == [2, 2, 4]

    def test_the_last_input_cannot_be_taken_away(self, both) -> None:
        session, panel = both
        said = []
        session.failed.connect(said.append)
        panel.controls.features.actions_["x"].trigger()
        panel.controls.features.actions_["y"].trigger()
        assert session.dataset.input_names == ("x₂",)
        assert len(said) == 1
        assert panel.controls.features.actions_["y"].isChecked()

    def test_little_room_folds_the_fields(self, make) -> None:
        _, panel = make(size=(330, 430))
        assert panel.controls.fold.isVisible()
        assert not panel.controls.shape.isVisible()
        panel.controls.fold.click()
        assert panel.controls.shape.isVisible()
        panel.resize(*SIZE)
        assert not panel.controls.fold.isVisible()
        assert panel.controls.shape.isVisible()


class TestOtherData:
    def test_images_get_an_invitation_that_opens_points(self, qtbot, session) -> None:
        panel = expose(qtbot, PlanePanel(session), SIZE)
        assert panel.invitation.isVisible()
        assert not panel.content.isVisible()
        assert "784 inputs" in panel.invitation.sentence.text()
        press(panel.invitation.buttons["spirals"])
        assert session.dataset.name == "spirals"
        assert session.spec.sizes == (2, 8, 8, 2)
        assert panel.content.isVisible()
        session.undo()
        assert session.spec.sizes == (784, 16, 16, 10)
        assert panel.invitation.isVisible()

    def test_a_table_of_two_inputs_is_seen_but_not_drawn_on(self, make, tiny_dataset) -> None:
        session, panel = make()
        session.use_data(tiny_dataset(n_inputs=2))
        assert not panel.controls.shape.isVisible()
        assert not panel.controls.classes.isVisible()
        place = panel.surface.axes().plot.center()
        click(panel.surface, place)
        assert len(session.dataset.train) == 12
        assert not panel.grab().isNull()

    @pytest.mark.parametrize(
        "palette", [theme.BLUE_RED, theme.BLUE_RED_GLYPHS], ids=lambda palette: palette.key
    )
    @pytest.mark.parametrize("colors", [theme.DARK, theme.LIGHT], ids=lambda colors: colors.name)
    def test_in_every_look(self, qapp, both, colors, palette) -> None:
        _, panel = both
        panel.test.setChecked(True)
        theme.apply(qapp, colors.with_palette(palette), 1.4)
        assert not panel.grab().isNull()
        assert panel.surface.geometry().right() <= panel.body.width()


def test_the_tour_shows_it() -> None:
    assert any(scene.name.endswith("plane") for scene in SCENES)
