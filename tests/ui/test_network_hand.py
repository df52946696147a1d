"""Zoom, pan, pointing, menus and motion of the network view."""

from dataclasses import replace

import numpy as np
import pytest
from driving import expose
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from nnviz.core.network import Location, NetworkSpec
from nnviz.session import Neuron
from nnviz.ui import theme
from nnviz.ui.network import menu as network_menu
from nnviz.ui.network.camera import CLOSEST, Camera
from nnviz.ui.network.menu import network_menu as make_menu
from nnviz.ui.network.menu import speed_name, try_to_name
from nnviz.ui.network.naming import Naming
from nnviz.ui.network.paint import caption_rect, caption_tip
from nnviz.ui.network.sweep import SPEEDS, Sweep, _strongest, pulse_of
from nnviz.ui.network.view import NetworkView
from nnviz.wording import exact


@pytest.fixture
def view(qtbot, session):
    view = expose(qtbot, NetworkView(session), (760, 480))
    view.settle()
    return view


def wheel(view, point, notches):
    event = QWheelEvent(
        QPointF(point),
        QPointF(view.mapToGlobal(point)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def place(view, neuron):
    return QPoint(*(round(v) for v in view.layout_.position(neuron)))


def color_at(view, x, y):
    return view.grab().toImage().pixelColor(round(x), round(y))


# Zoom and pan


def test_the_wheel_zooms_about_the_mouse(view):
    point = place(view, Neuron(1, 5))
    wheel(view, point, 3)
    assert view.camera.zoom > 1.9
    assert (place(view, Neuron(1, 5)) - point).manhattanLength() <= 2
    wheel(view, point, 30)
    assert view.camera.zoom == CLOSEST
    wheel(view, point, -60)
    assert view.camera == Camera()


def test_keys_zoom_pan_and_fit_but_leave_the_arrows_alone(qtbot, view):
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    zoomed = view.camera
    assert zoomed.zoom == pytest.approx(1.25)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.camera == zoomed
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.camera.x > zoomed.x
    qtbot.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.camera.zoom == zoomed.zoom
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    assert view.camera.zoom == pytest.approx(1.0)
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    qtbot.keyClick(view, Qt.Key.Key_0)
    assert view.camera == Camera()


@pytest.mark.parametrize("button", [Qt.MouseButton.MiddleButton, Qt.MouseButton.LeftButton])
def test_dragging_pans_and_chooses_nothing(qtbot, view, session, button):
    view.zoom(4, QPointF(300, 200))
    view.settle()
    before, start = view.camera, QPoint(400, 200)
    assert not isinstance(view.under(400, 200), Neuron)
    qtbot.mousePress(view, button, pos=start)
    for step in (10, 25, 40):
        qtbot.mouseMove(view, start + QPoint(step, step))
    qtbot.mouseRelease(view, button, pos=start + QPoint(40, 40))
    assert (before.x - view.camera.x, before.y - view.camera.y) == (40, 40)
    assert session.selection is None


def test_a_double_click_fits(qtbot, view):
    view.zoom(4)
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    assert view.camera == Camera()


def test_the_picture_is_scaled_at_once_and_built_anew_after_a_rest(qtbot, view):
    old = view._picture.coverages[1]
    view.zoom(3)
    view.grab()
    assert view._picture.coverages[1] is old
    qtbot.waitUntil(lambda: view._picture.fits(view.layout_, 1.0), timeout=3000)
    assert view._picture.coverages[1] is not old


def test_a_zoomed_edge_is_drawn_where_it_answers(view, session):
    session.new_network(NetworkSpec.build(784, (2,), 10), "zeros", 0)
    session.set_parameter(Location("w", 2, 3, 0), 1.0)
    view.zoom(5, QPointF(560, 130))
    view.settle()
    (x0, y0), (x1, y1) = (view.layout_.position(n) for n in (Neuron(1, 0), Neuron(2, 3)))
    layout, found = view.layout_, 0
    for t in np.linspace(0.05, 0.95, 19):
        x, y = x0 + t * (x1 - x0), y0 + t * (y1 - y0)
        if 5 < x < view.width() - 5 and layout.top + 5 < y < layout.top + layout.column_height - 5:
            found += 1
            image = view.grab().toImage()
            assert max(image.pixelColor(int(x), int(y) + dy).blue() for dy in (-1, 0, 1)) > 150
            assert view.under(x, y) == Location("w", 2, 3, 0)
    assert found


# Pointing


def test_pointing_lights_an_edge_and_its_ends_up_in_every_panel(qtbot, view, session):
    (x0, y0), (x1, y1) = (view.layout_.position(n) for n in (Neuron(2, 4), Neuron(3, 9)))
    qtbot.mouseMove(view, QPoint(round(x0 + 0.4 * (x1 - x0)), round(y0 + 0.4 * (y1 - y0))))
    assert isinstance(session.pointed, Location)
    assert session.pointed.layer == 3
    view.point_at(QPointF(place(view, Neuron(2, 4))))
    assert session.pointed == Neuron(2, 4)


def test_what_another_panel_points_at_is_ringed_here(view, session):
    x, y = view.layout_.position(Neuron(3, 2))
    reach = view.layout_.radius(3) + 1
    before = color_at(view, x, y - reach)
    session.point_at(Location("w", 3, 2, 7))
    assert color_at(view, x, y - reach) != before
    session.point_at(None)
    assert color_at(view, x, y - reach) == before


def test_a_hundred_drawn_edges_answer_with_their_true_name(view, session):
    """Name shown, pixel named and θ's entry agree."""
    random = np.random.default_rng(7)
    layout = view.layout_
    for _ in range(100):
        layer = int(random.integers(1, 4))
        k, j = (int(random.integers(session.spec.sizes[n])) for n in (layer - 1, layer))
        t = random.uniform(0.15, 0.85)
        (x0, y0), (x1, y1) = (layout.position(n) for n in (Neuron(layer - 1, k), Neuron(layer, j)))
        x, y = x0 + t * (x1 - x0), y0 + t * (y1 - y0)
        hit = view.under(x, y)
        value = session.parameters.theta[session.spec.index(hit)]
        assert value == view.values(layer)[hit.k, hit.j]
        assert abs(value) >= abs(view.values(layer)[k, j])
        (hx0, hy0), (hx1, hy1) = (
            layout.position(n) for n in (Neuron(layer - 1, hit.k), Neuron(layer, hit.j))
        )
        height = hy0 + (x - hx0) / (hx1 - hx0) * (hy1 - hy0)
        assert abs(height - y) <= 3.001 * np.hypot(1, (hy1 - hy0) / (hx1 - hx0))
        tip = view.tip_at(QPointF(x, y))
        assert exact(value) in tip
        if layer == 1:
            row, column = divmod(hit.k, 28)
            assert f"pixel row {row}, column {column}" in tip


def test_the_strongest_candidate_is_found_as_by_looking_at_every_edge(view, session):
    layout, values = view.layout_, {n: view.values(n) for n in session.spec.layers}
    random = np.random.default_rng(3)
    for _ in range(60):
        layer = int(random.integers(1, 4))
        left, right = layout.columns[layer - 1], layout.columns[layer]
        x, y = random.uniform(left + 8, right - 16), random.uniform(60, 400)
        rise = layout.anchors[layer][None] - layout.anchors[layer - 1][:, None]
        heights = layout.anchors[layer - 1][:, None] + (x - left) / (right - left) * rise
        distance = np.abs(heights - y) / np.hypot(1, rise / (right - left))
        near = np.where(distance <= 3, np.abs(values[layer]), -1)
        k, j = divmod(int(near.argmax()), near.shape[1])
        wanted = Location("w", layer, j, k) if near[k, j] >= 0 else None
        assert layout.edge_at(x, y, values) == wanted


def test_a_gap_that_shows_nothing_answers_nothing(view, session):
    session.set_view(replace(session.view, edges="change"))
    x = sum(view.layout_.columns[:2]) / 2
    assert all(view.under(x, y) is None for y in range(60, 400, 20))
    assert color_at(view, x, 200) == theme.current().color("background")


# Named discs


def test_a_named_disc_stands_for_its_real_pixel(qtbot, view, session):
    view.name(0, Naming("list", "100, 300, 301-303"))
    discs = view.discs()[0]
    assert discs.members.tolist() == [100, 300, 301, 302, 303]
    for j, y in zip(discs.members.tolist(), discs.y.tolist(), strict=True):
        assert view.under(discs.x, y) == Neuron(0, j)
        row, column = divmod(j, 28)
        assert f"pixel row {row}, column {column}" in view.tip_at(QPointF(discs.x, y))
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(round(discs.x), round(discs.y[0])))
    assert session.selection == Neuron(0, 100)


def test_a_named_disc_has_its_activations_color(view, session):
    bright = int(session.trace.x.argmax())
    view.name(0, Naming("list", f"{bright}, 0"))
    discs = view.discs()[0]
    shades = {j: color_at(view, discs.x, y).lightness() for j, y in zip(discs.members, discs.y, strict=True)}
    assert shades[bright] > 200
    assert shades[0] < 40


def test_the_heading_opens_the_menu_of_its_layer(qtbot, view, monkeypatch):
    opened = []
    monkeypatch.setattr(view, "pop_up", lambda menu, where: opened.append(menu))
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(round(view.layout_.columns[0]), 14))
    words = [action.text() for action in opened[0].actions()]
    assert words == ["First and last 8", "The 16 strongest", "Row 14 of the image", "A list…"]
    opened[0].actions()[2].trigger()
    assert view.naming(0) == Naming("row")
    assert "Row 14 of the image" in view.tip_at(QPointF(view.layout_.columns[0], 14))


def test_a_list_is_asked_for_and_a_bad_one_refused(view, session, monkeypatch):
    failed = []
    session.failed.connect(failed.append)
    monkeypatch.setattr(network_menu.QInputDialog, "getText", lambda *a, **k: ("3, 9", True))
    make_menu(view, 0).actions()[-1].trigger()
    assert view.naming(0) == Naming("list", "3, 9")
    try_to_name(view, 0, Naming("list", "999"))
    assert "0 … 783" in failed[0]
    assert view.naming(0) == Naming("list", "3, 9")


def test_the_whole_menu_offers_zoom_and_speed(view):
    menu = make_menu(view, None)
    motion = menu.actions()[-1].menu()
    assert [a.text() for a in motion.actions()] == [speed_name(s) for s in SPEEDS]
    motion.actions()[0].trigger()
    assert view.sweep.speed == 0
    assert Sweep.speed == 1


def test_another_network_forgets_what_was_named_and_zoomed(view, session):
    view.name(0, Naming("row"))
    view.zoom(3)
    session.new_network(NetworkSpec.build(784, (20,), 10), "scaled", 0)
    assert view.naming(0) == Naming()
    assert view.camera == Camera()


# Large networks, and what is off


def test_a_million_edges_are_shown_bundled(qtbot, view, session):
    session.new_network(NetworkSpec.build(784, (1000, 200), 10), "scaled", 0)
    qtbot.waitUntil(lambda: view._picture.fits(view.layout_, 1.0), timeout=10_000)
    assert sum(c.entries for c in view._picture.coverages.values()) <= 12_000_000
    assert view._picture.coverages[1].bundle != (1, 1)
    session.select(Neuron(1, 700))
    assert isinstance(view.under(sum(view.layout_.columns[:2]) / 2, 200), Location)
    assert not view.grab().isNull()


def test_a_neuron_that_is_off_is_crossed_out(view, session):
    session.switch(Neuron(1, 3), False)
    x, y = view.layout_.position(Neuron(1, 3))
    reach = 0.6 * view.layout_.radius(1)
    muted = theme.current().color("text_muted")
    shade = color_at(view, x - reach, y - reach)
    assert abs(shade.red() - muted.red()) < 60
    assert color_at(view, x, y - reach).lightness() < 40


# Motion


def test_a_step_moves_light_and_comes_to_rest_by_itself(qtbot, view, session):
    session.jump(0)
    assert not view.sweep.running
    session.step_forward()
    assert view.sweep.running
    assert view.sweep.pulse.gap == 1
    view.grab()
    qtbot.waitUntil(lambda: not view.sweep.running, timeout=3000)
    assert not view.sweep._timer.isActive()


def test_a_new_step_ends_the_motion_at_once(view, session):
    session.jump(0)
    session.step_forward()
    session.step_forward()
    assert view.sweep.pulse.gap is None  # now the discs of layer 1 light up
    session.jump(0)
    assert not view.sweep.running


def test_every_phase_moves_or_rests_and_can_be_painted(view, session):
    session.jump(0)
    for _ in range(len(session.plan) - 1):
        session.step_forward()
        pulse = pulse_of(session.phase, session.spec.depth)
        assert view.sweep.pulse == (None if session.updated else pulse)
        assert not view.grab().isNull()


def test_off_means_off(view, session):
    view.sweep.speed = 0.0
    session.jump(0)
    session.step_forward()
    assert not view.sweep.running


@pytest.mark.parametrize("size", [1, 7, 40, 3000, 100_000])
@pytest.mark.parametrize("zeros", [0.0, 0.9, 1.0])
def test_the_strongest_are_found_without_sorting_all(size, zeros):
    random = np.random.default_rng(size)
    sizes = random.random(size) * (random.random(size) >= zeros)
    found = _strongest(sizes, 40)
    assert len(found) == len(set(found.tolist())) == min(40, np.count_nonzero(sizes))
    np.testing.assert_array_equal(np.sort(sizes[found])[::-1], np.sort(sizes)[::-1][: len(found)])


def test_the_lights_travel_along_the_largest_products(view, session):
    session.jump(0)
    session.step_forward()
    k, j = view.sweep.lights()
    products = np.abs(session.trace.parameters.blocks[1][:-1] * session.trace.x[:, None])
    assert products[k, j].min() >= np.sort(products.ravel())[-len(k)]


# HiDPI


def test_twice_the_pixels_draw_twice_the_detail(view, monkeypatch):
    monkeypatch.setattr(view, "devicePixelRatioF", lambda: 2.0)
    view.settle()
    coverage = view._picture.coverages[2]
    assert coverage.crisp
    assert coverage.gap.thickness == 2
    assert view._picture._pixmap.width() == 2 * view.width()
    assert coverage.gap.height == 2 * view.layout_.column_height


def test_quick_changes_are_drafts_and_rest_brings_the_detail_back(qtbot, view, session, monkeypatch):
    view.settle()
    drawn = []
    drawing = view._picture.drawing

    def watched(chosen, draft=False):
        drawn.append(draft)
        return drawing(chosen, draft)

    monkeypatch.setattr(view._picture, "drawing", watched)
    fine = view._picture.coverages[1]
    for value in (0.1, 0.2, 0.3):
        session.set_parameter(Location("w", 1, 3, 412), value)
    assert drawn == [False, True, True]
    assert view._picture._kept[1].coverage is not fine
    qtbot.waitUntil(lambda: len(drawn) == 4)
    assert drawn[-1] is False
    assert view._picture._kept[1].coverage is fine


def test_drafts_are_there_before_they_are_wanted_for_every_layout(qtbot, view):
    import scipy.sparse  # noqa: F401  # as the warm-up does

    def is_ready():
        draft = view._picture._drafts.get(1)
        return draft is not None and "_of_scipy" in draft._matrix.__dict__

    view.settle()
    qtbot.waitUntil(is_ready)
    view.resize(view.width() + 60, view.height())
    view.settle()
    assert not is_ready()
    qtbot.waitUntil(is_ready)


def test_alt_and_the_arrows_choose_neurons(qtbot, view, session):
    alt = Qt.KeyboardModifier.AltModifier
    chosen = []
    for key in ["Right", "Down", "Down", "Up", "Right", "Left", "Left", "Left"]:
        qtbot.keyClick(view, getattr(Qt.Key, f"Key_{key}"), alt)
        chosen.append(session.selection)
    assert chosen[:4] == [Neuron(1, 0), Neuron(1, 1), Neuron(1, 2), Neuron(1, 1)]
    assert chosen[4:6] == [Neuron(2, 1), Neuron(1, 1)]
    assert chosen[6].layer == chosen[7].layer == 0
    cursor = session.cursor
    qtbot.keyClick(view, Qt.Key.Key_Down, alt)
    assert session.cursor == cursor
    session.select(Location("w", 2, 5, 3))
    qtbot.keyClick(view, Qt.Key.Key_Down, alt)
    assert session.selection == Neuron(2, 6)


def test_the_cursor_says_that_a_zoomed_picture_can_be_dragged(view):
    empty = QPointF(view.width() - 3, view.height() / 2)
    view.point_at(empty)
    assert view.cursor().shape() == Qt.CursorShape.ArrowCursor
    view.zoom(3)
    view.point_at(QPointF(3, 3))
    assert view.cursor().shape() == Qt.CursorShape.OpenHandCursor
    assert "drag" in view.tip_at(QPointF(3, 3))


def test_a_caption_says_what_it_means(view, session):
    spot = caption_rect(view.layout_, view.discs(), 2).center()
    assert exact(view.scale(2)) in view.tip_at(spot)
    assert "one line stands" not in view.tip_at(spot)
    session.set_view(replace(session.view, edges="wish"))
    assert "not yet computed" in view.tip_at(spot)
    tip = caption_tip(view.edges.shown(2), 0.5, (4, 2))
    assert "not yet computed" in tip
    session.set_view(replace(session.view, edges="weight"))
    assert "from 4 neighbors to 2" in caption_tip(view.edges.shown(2), 0.5, (4, 2))
