"""The gallery of first-layer weights: what it shows, where, and what can be done to it."""

from math import ceil

import numpy as np
import pytest
from driving import expose, move
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from samples import tiny_dataset

from nnviz.core.network import Location, NetworkSpec
from nnviz.data import make_split
from nnviz.data.dataset import Dataset
from nnviz.session import Neuron, Session
from nnviz.ui import theme
from nnviz.ui.gallery import view as gallery_view
from nnviz.ui.gallery.layout import GalleryLayout
from nnviz.ui.gallery.paint import switch_rect
from nnviz.ui.gallery.panel import WeightGallery
from nnviz.wording import MINUS, change_name, exact, number

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SIZE = (700, 400)


@pytest.fixture
def show(qtbot, close_later):
    """Open the gallery of a session, which is closed at the end."""

    def show(session, size=SIZE):
        close_later(session)
        return expose(qtbot, WeightGallery(session), size)

    return show


@pytest.fixture
def gallery(show, session):
    return show(session)


@pytest.fixture
def view(gallery):
    return gallery.view


def spot(view, j, row=14, column=20):
    """Return where a cell of picture j stands in the viewport."""
    layout = view.layout_()
    corner = layout.picture(j).topLeft()
    place = corner + QPointF((column + 0.5) * layout.side, (row + 0.5) * layout.side)
    return (place - QPointF(0, view.verticalScrollBar().value())).toPoint()


def caption_spot(view, j):
    layout = view.layout_()
    picture = layout.picture(j)
    return QPointF(picture.left() + 3, picture.bottom() + layout.caption / 2).toPoint()


def switch_spot(view, j):
    layout = view.layout_()
    return switch_rect(layout.whole(j), layout.caption).center().toPoint()


def click(view, at):
    QTest.mouseClick(view.viewport(), LEFT, PLAIN, at)


def color(view, at):
    return view.viewport().grab().toImage().pixelColor(at)


def ring_color(view, j):
    """Return the color just beside the left edge of a picture."""
    picture = view.layout_().picture(j)
    return color(view, QPointF(picture.left() - 1, picture.center().y()).toPoint()).name()


def hidden(session, *sizes):
    n_inputs, n_outputs = session.dataset.n_inputs, session.dataset.n_outputs
    session.new_network(NetworkSpec.build(n_inputs, sizes, n_outputs), "scaled", 0)


class TestPictures:
    def test_they_are_the_weights(self, view, session) -> None:
        weights = session.parameters.weights(1)
        for j in range(16):
            np.testing.assert_array_equal(view.pictures().values(j), weights[j].reshape(28, 28))

    def test_each_cell_has_the_color_of_its_weight_on_the_common_scale(self, view, session) -> None:
        weights = session.parameters.weights(1)
        scale = float(np.abs(weights).max())
        assert view.common_scale() == scale
        for j, row, column in ((0, 0, 0), (7, 14, 20), (15, 27, 27)):
            expected = theme.sign_colors(theme.current(), weights[j, row * 28 + column], scale)
            assert color(view, spot(view, j, row, column)).getRgb() == tuple(expected.tolist())

    def test_each_by_its_own_scale(self, gallery, view, session) -> None:
        weights = session.parameters.weights(1)
        j, k = 5, int(np.abs(weights[5]).argmax())
        gallery.own.click()
        assert view.common_scale() is None
        strongest = "positive" if weights[j, k] > 0 else "negative"
        assert color(view, spot(view, j, *divmod(k, 28))).name() == getattr(theme.current(), strongest)
        assert gallery.scale.ends() == (f"{MINUS}largest", "largest")
        gallery.own.click()
        scale = number(float(np.abs(weights).max()))
        assert gallery.scale.ends() == (f"{MINUS}{scale}", f"+{scale}")

    def test_they_follow_every_change(self, view, session) -> None:
        location = Location("w", 1, 3, 14 * 28 + 20)
        session.set_parameter(location, 5.0)
        assert color(view, spot(view, 3)).name() == theme.current().positive
        session.undo()
        assert color(view, spot(view, 3)).name() != theme.current().positive

    def test_they_follow_the_theme(self, qapp, view, session) -> None:
        session.paint_weights(Neuron(1, 3), dict.fromkeys(range(784), 0.0))
        assert color(view, spot(view, 3)).name() == theme.DARK.background
        theme.apply(qapp, theme.LIGHT)
        assert color(view, spot(view, 3)).name() == theme.LIGHT.background

    def test_they_are_live_while_a_training_runs(self, qtbot, view, session) -> None:
        before = view.pictures().values(0).copy()
        session.set_pace(None)
        session.start()
        qtbot.waitUntil(lambda: session.updates > 20)
        np.testing.assert_array_equal(
            view.pictures().values(0), session.parameters.weights(1)[0].reshape(28, 28)
        )
        assert not np.array_equal(view.pictures().values(0), before)
        session.stop()

    def test_a_disc_is_as_bright_as_its_neuron_once_that_is_revealed(self, view, session) -> None:
        session.jump(0)
        assert view.pictures().activation(3) is None
        session.jump(session.plan.cost)
        assert view.pictures().activation(3) == session.trace.a[1][3]
        picture = view.layout_().picture(3)
        line = QPointF(picture.left(), picture.bottom() + view.layout_().caption / 2)
        found = {color(view, (line + QPointF(x, 0)).toPoint()).name() for x in range(5, 30)}
        assert theme.neuron_color(theme.current(), session.trace.a[1][3]).name() in found

    def test_numbers_that_ran_away_are_shown(self, view, session) -> None:
        theta = session.parameters.theta.copy()
        theta[:3] = np.nan, np.inf, -np.inf
        present = session._timeline.present
        parameters = type(session.parameters)(session.spec, theta)
        present.set_state(present.state._replace(parameters=parameters))
        assert np.isfinite(view.common_scale())
        assert color(view, spot(view, 0, 0, 0)).name() == theme.current().invalid

    def test_only_what_is_seen_is_colored(self, view, session) -> None:
        hidden(session, 300)
        view.viewport().grab()
        seen = view.layout_().visible(0, view.viewport().height())
        assert sorted(view.pictures().images(seen)) == list(seen)
        assert len(seen) < 100
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
        assert not view.viewport().grab().isNull()
        assert 299 in view.pictures().images(range(0))

    def test_inputs_that_are_no_picture_stand_in_rows(self, show) -> None:
        session = Session(tiny_dataset(n_inputs=70))
        gallery = show(session)
        view = gallery.view
        values = view.pictures().values(1)
        assert values.shape == (3, 24)
        np.testing.assert_array_equal(values.ravel()[:70], session.parameters.weights(1)[1])
        assert np.isnan(values.ravel()[70:]).all()
        assert view.hit(QPointF(spot(view, 1, 2, 23))) == Neuron(1, 1)
        assert view.hit(QPointF(spot(view, 1, 2, 21))) == Location("w", 1, 1, 69)
        assert not view.viewport().grab().isNull()


class TestRoom:
    @pytest.mark.parametrize("count", [1, 10, 16, 30, 128, 1000])
    @pytest.mark.parametrize("room", [(700, 360), (480, 300), (1400, 900), (260, 200)])
    def test_nothing_overlaps_and_nothing_stands_outside(self, count, room) -> None:
        layout = GalleryLayout.fit(count, (28, 28), room, (8, 20, 56))
        assert layout.side >= 2
        assert layout.picture(0).width() == pytest.approx(round(layout.picture(0).width()))
        last = layout.whole(min(layout.across, count) - 1)
        assert layout.picture(0).left() >= 0
        assert last.right() <= room[0]
        assert layout.pitch[0] > layout.picture(0).width()
        assert layout.pitch[1] > layout.whole(0).height()
        assert layout.whole(count - 1).bottom() <= layout.height
        if layout.side > 2:
            assert layout.height <= room[1]

    @pytest.mark.parametrize("count", [10, 16, 17])
    def test_no_other_grid_has_larger_pictures(self, count) -> None:
        width, height = 700, 360
        layout = GalleryLayout.fit(count, (28, 28), (width, height), (8, 20, 56))
        for across in range(1, count + 1):
            by_width = ((width - 8) / across - 8) / 28
            by_height = ((height - 8) / ceil(count / across) - 28) / 28
            assert layout.side > 0.85 * min(by_width, by_height)

    def test_sixteen_fit_at_the_smallest_window(self, view) -> None:
        assert view.layout_().side >= 3
        assert view.verticalScrollBar().maximum() == 0

    def test_many_scroll_up_and_down_alone(self, view, session) -> None:
        hidden(session, 1000)
        assert view.verticalScrollBar().maximum() > 0
        assert view.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        layout = view.layout_()
        assert layout.picture(layout.across - 1).right() <= view.viewport().width()

    @pytest.mark.parametrize("scale", [1.0, 1.5])
    @pytest.mark.parametrize("width", [600, 700, 1100])
    def test_the_line_above_fits(self, qapp, show, session, width, scale) -> None:
        theme.apply(qapp, theme.DARK, scale)
        gallery = show(session, (round(width * scale), 400))
        assert gallery.width() == round(width * scale)
        assert gallery.own.geometry().right() <= gallery.width()

    def test_every_point_belongs_to_what_is_drawn_there(self, view) -> None:
        for j in range(16):
            assert view.hit(QPointF(spot(view, j, 3, 4))) == Location("w", 1, j, 3 * 28 + 4)
            assert view.hit(QPointF(caption_spot(view, j))) == Neuron(1, j)
        assert view.hit(QPointF(1, 1)) is None

    def test_device_pixels_stay_whole(self) -> None:
        layout = GalleryLayout.fit(16, (28, 28), (700, 400), (8, 20, 56), 2.0)
        assert layout.side == 3.5

    def test_in_a_room_between_two_sizes_the_pictures_use_it(self, show, session) -> None:
        gallery = show(session, (680, 353))
        view = gallery.view
        assert 2.5 < view.layout_().side < 3
        session.set_parameter(Location("w", 1, 3, 14 * 28 + 20), 5.0)
        assert color(view, spot(view, 3)).name() == theme.current().positive
        assert view.hit(QPointF(spot(view, 3))) == Location("w", 1, 3, 14 * 28 + 20)


class TestLinks:
    def test_a_click_chooses_the_neuron_and_gold_outlines_it(self, view, session) -> None:
        click(view, spot(view, 9))
        assert session.selection == Neuron(1, 9)
        assert ring_color(view, 9) == theme.current().selection
        assert ring_color(view, 8) != theme.current().selection
        click(view, caption_spot(view, 8))
        assert session.selection == Neuron(1, 8)

    def test_a_weight_of_the_neuron_outlines_it_too(self, view, session) -> None:
        session.select(Location("b", 1, 4))
        assert view.chosen() == 4
        session.select(Neuron(2, 4))
        assert view.chosen() is None

    def test_a_drag_that_ends_elsewhere_chooses_nothing(self, view, session) -> None:
        QTest.mousePress(view.viewport(), LEFT, PLAIN, spot(view, 3))
        QTest.mouseRelease(view.viewport(), LEFT, PLAIN, spot(view, 4))
        assert session.selection is None

    def test_the_mouse_points_at_a_weight_in_every_panel(self, view, session) -> None:
        move(view.viewport(), spot(view, 9, 3, 5))
        assert session.pointed == Location("w", 1, 9, 3 * 28 + 5)
        assert ring_color(view, 9) == theme.current().text
        move(view.viewport(), caption_spot(view, 9))
        assert session.pointed == Neuron(1, 9)
        QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
        assert session.pointed is None

    def test_what_is_pointed_at_elsewhere_lights_up_here(self, view, session) -> None:
        session.point_at(Neuron(1, 2))
        assert ring_color(view, 2) == theme.current().text
        session.point_at(Neuron(0, 3 * 28 + 5))
        for j in (0, 15):
            at = spot(view, j, 3, 5)
            side = round(view.layout_().side)
            around = {color(view, QPointF(at.x() + side * x, at.y()).toPoint()).name() for x in (-1, 1)}
            assert theme.current().text in around or len(around) == 1
        session.point_at(Neuron(3, 1))
        assert not view.viewport().grab().isNull()

    def test_the_tooltip_names_pixel_weight_and_activation(self, view, session) -> None:
        tip = view.tip(QPointF(spot(view, 9, 3, 5)))
        weight = session.parameters.at(Location("w", 1, 9, 3 * 28 + 5))
        for words in (view.words.name(9), session.dataset.input_name(3 * 28 + 5), exact(weight)):
            assert words in tip
        assert exact(session.trace.a[1][9]) in tip
        session.jump(0)
        assert "not yet computed" in view.tip(QPointF(caption_spot(view, 9)))
        assert view.tip(QPointF(1, 1)) == ""

    def test_the_tooltip_comes_and_goes_along(self, view, monkeypatch) -> None:
        shown = []

        class Tip:
            @staticmethod
            def showText(where, text, *_) -> None:
                shown.append(text)

            @staticmethod
            def isVisible() -> bool:
                return True

        monkeypatch.setattr(gallery_view, "QToolTip", Tip)
        at = spot(view, 9, 3, 5)
        move(view.viewport(), at)
        assert shown == [view.tip(QPointF(at))]

    def test_the_arrow_keys_move_the_selection(self, qtbot, view, session) -> None:
        view.setFocus(Qt.FocusReason.TabFocusReason)
        across = view.layout_().across
        for key, j in (
            (Qt.Key.Key_Right, 0),
            (Qt.Key.Key_Right, 1),
            (Qt.Key.Key_Down, 1 + across),
            (Qt.Key.Key_Left, across),
            (Qt.Key.Key_Up, 0),
            (Qt.Key.Key_Up, 0),
            (Qt.Key.Key_End, 15),
            (Qt.Key.Key_Right, 15),
            (Qt.Key.Key_Home, 0),
        ):
            qtbot.keyClick(view, key)
            assert session.selection == Neuron(1, j)

    def test_the_arrow_keys_are_no_shortcuts_meanwhile(self, view) -> None:
        for key, kept in ((Qt.Key.Key_Right, True), (Qt.Key.Key_O, True), (Qt.Key.Key_T, False)):
            event = QKeyEvent(QEvent.Type.ShortcutOverride, key, PLAIN)
            event.ignore()
            view.event(event)
            assert event.isAccepted() == kept

    def test_the_chosen_one_is_scrolled_into_view(self, qtbot, view, session) -> None:
        hidden(session, 300)
        session.select(Neuron(1, 299))
        bar = view.verticalScrollBar()
        whole = view.layout_().whole(299)
        assert bar.value() <= whole.top()
        assert whole.bottom() <= bar.value() + view.viewport().height()
        click(view, spot(view, 298))
        assert session.selection == Neuron(1, 298)
        session.select(Neuron(1, 0))
        assert bar.value() <= view.layout_().picture(0).top()


class TestSwitch:
    def test_the_switch_turns_a_neuron_off_and_on(self, view, session) -> None:
        move(view.viewport(), switch_spot(view, 6))
        click(view, switch_spot(view, 6))
        assert session.off == {(1, 6)}
        assert session.selection is None
        assert session.trace.a[1][6] == 0
        assert change_name(session.undoable) == "switch of neuron 6, layer 1"
        click(view, switch_spot(view, 6))
        assert session.off == frozenset()
        session.undo()
        assert session.off == {(1, 6)}

    def test_a_neuron_that_is_off_is_faint_and_says_so(self, view, session) -> None:
        session.set_parameter(Location("w", 1, 6, 3 * 28 + 4), 5.0)
        assert color(view, spot(view, 6, 3, 4)).name() == theme.current().positive
        session.switch(Neuron(1, 6), on=False)
        assert color(view, spot(view, 6, 3, 4)).name() != theme.current().positive
        assert "off" in view.tip(QPointF(caption_spot(view, 6)))
        assert "Switch on" in view.tip(QPointF(switch_spot(view, 6)))

    def test_the_key_and_the_menu_switch_too(self, qtbot, view, session) -> None:
        session.select(Neuron(1, 6))
        view.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.keyClick(view, Qt.Key.Key_O)
        assert session.off == {(1, 6)}
        switch = view.menu_of(6).actions()[1]
        assert switch.text() == "Switch on"
        switch.trigger()
        assert session.off == frozenset()
        view.menu_of(2).actions()[0].trigger()
        assert session.selection == Neuron(1, 2)

    def test_outputs_have_no_switch(self, qtbot, view, session, said) -> None:
        hidden(session)
        assert view.switch_at(QPointF(switch_spot(view, 6))) is None
        assert not view.menu_of(6).actions()[1].isEnabled()
        click(view, switch_spot(view, 6))
        assert session.selection == Neuron(1, 6)
        view.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.keyClick(view, Qt.Key.Key_O)
        assert said == ["only hidden neurons can be switched off"]
        assert session.off == frozenset()


class TestNetworks:
    @pytest.mark.parametrize("sizes", [(), (8,), (32, 16, 16), (128,)], ids=str)
    def test_other_networks_take_its_place(self, gallery, session, sizes) -> None:
        hidden(session, *sizes)
        view = gallery.view
        assert view.layout_().count == session.spec.sizes[1]
        assert gallery.title.text() == (
            "Weights into the first hidden layer" if sizes else "Each digit's weights"
        )
        assert not gallery.grab().isNull()

    def test_without_a_hidden_layer_they_are_the_weights_of_the_digits(self, gallery, session) -> None:
        hidden(session)
        assert [gallery.view.pictures().short_name(j) for j in range(10)] == [str(j) for j in range(10)]
        assert gallery.view.tip(QPointF(spot(gallery.view, 3))).startswith("<b>digit 3's weights</b>")
        assert not gallery.colors.isVisible()

    def test_classes_with_names_are_called_by_them(self, show) -> None:
        session = Session(tiny_dataset(), NetworkSpec.build(4, (), 3, output="softmax", cost="cross_entropy"))
        gallery = show(session)
        assert gallery.title.text() == "Each class's weights"
        assert gallery.view.pictures().short_name(1) == "class 1"
        assert "the weights of “class 1”" in gallery.view.tip(QPointF(spot(gallery.view, 1, 0, 0)))
        assert not gallery.view.viewport().grab().isNull()

    def test_one_output_speaks_for_neither_of_two_classes(self, show) -> None:
        x, labels = np.zeros((2, 3)), np.array([0, 1])
        part = make_split(x, labels=labels, targets=labels[:, None].astype(float))
        session = Session(Dataset("d", "d", part, part, ("no", "yes"), None, ""), NetworkSpec.build(3, (), 1))
        assert show(session).view.pictures().short_name(0) == "0"

    def test_activations_without_a_bound_are_compared_with_the_largest(self, view, session) -> None:
        session.new_network(NetworkSpec.build(784, (16,), 10, "relu"), "scaled", 0)
        values = session.trace.a[1]
        assert view.pictures().brightness(values) == (0, values.max())
        session.new_network(NetworkSpec.build(784, (16,), 10, "tanh"), "scaled", 0)
        assert view.pictures().brightness(session.trace.a[1]) == (-1, 1)
        assert not view.grab().isNull()
