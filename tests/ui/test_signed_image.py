import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from nnviz.ui import theme
from nnviz.ui.signed_image import SignedImage, largest

VALUES = np.array([[0.0, 1.0, -1.0], [0.5, -2.0, np.nan]])


@pytest.fixture
def image(qtbot):
    image = SignedImage("weights")
    qtbot.addWidget(image)
    image.resize(64, 44)
    image.set_values(VALUES)
    with qtbot.waitExposed(image):
        image.show()
    return image


def center(image, row, column):
    return image.cell_rect(row, column).center().toPoint()


def color(image, row, column):
    return image.grab().toImage().pixelColor(center(image, row, column)).name()


def test_sign_is_color_and_zero_is_the_ground(image):
    now = theme.current()
    image.set_values(VALUES, scale=1.0)
    assert color(image, 0, 0) == now.background
    assert color(image, 0, 1) == now.positive
    assert color(image, 0, 2) == color(image, 1, 1) == now.negative  # beyond the scale: full color
    assert color(image, 1, 2) == now.invalid


def test_without_a_scale_the_largest_finite_number_sets_it(image):
    assert image.scale() == 2.0
    assert largest(np.array([1.0, -3.0, np.inf])) == 3.0
    assert largest(np.array([])) == 0.0


def test_all_zeros_are_all_ground(image):
    image.set_values(np.zeros((2, 3)))
    assert color(image, 1, 1) == theme.current().background


def test_float32_views_of_parameters_are_taken_as_they_are(image):
    block = np.arange(12, dtype=np.float32).reshape(4, 3)
    image.set_values(block[:-1].T)
    assert (image.image().width(), image.image().height()) == (3, 3)
    assert image.scale() == 8.0
    assert image.image().pixelColor(2, 2).name() == theme.current().positive
    assert image.image().pixelColor(0, 0).name() == theme.current().background


def test_cells_are_squares_of_whole_pixels(image):
    image.set_values(np.ones((28, 28)))
    image.resize(133, 200)
    assert image.cell_side() == 4.0
    assert image.picture_rect().width() == image.picture_rect().height() == 112


def test_the_other_theme_has_its_colors(image, qapp):
    theme.apply(qapp, theme.LIGHT)
    image.set_values(VALUES, scale=1.0)
    assert color(image, 0, 1) == theme.LIGHT.positive
    theme.apply(qapp, theme.DARK)
    assert color(image, 0, 1) == theme.DARK.positive


def test_the_mouse_reports_the_cells_it_comes_to(image, qtbot):
    with qtbot.waitSignals([image.hovered, image.hovered], order="strict"):
        QTest.mouseMove(image, center(image, 0, 1))
        QTest.mouseMove(image, center(image, 1, 2))
    with qtbot.waitSignal(image.left):
        QApplication.sendEvent(image, QEvent(QEvent.Type.Leave))


def test_a_click_reports_its_cell_and_a_drag_none(image, qtbot):
    with qtbot.waitSignal(image.clicked) as clicked:
        qtbot.mouseClick(image, Qt.MouseButton.LeftButton, pos=center(image, 1, 1))
    assert clicked.args == [1, 1]
    with qtbot.assertNotEmitted(image.clicked):
        qtbot.mousePress(image, Qt.MouseButton.LeftButton, pos=center(image, 0, 0))
        qtbot.mouseRelease(image, Qt.MouseButton.LeftButton, pos=center(image, 1, 1))
        qtbot.mouseClick(image, Qt.MouseButton.LeftButton, pos=QPoint(63, 43))


def test_a_click_leaves_the_keyboard_where_it_is(image, qtbot):
    qtbot.mouseClick(image, Qt.MouseButton.LeftButton, pos=center(image, 1, 1))
    assert image.focusPolicy() == Qt.FocusPolicy.TabFocus


def test_arrow_keys_move_and_enter_chooses(image, qtbot):
    found = []
    image.hovered.connect(lambda row, column: found.append((row, column)))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(image, key)
    assert found == [(0, 0), (0, 1), (1, 1), (0, 1)]  # at the edge it stays
    with qtbot.waitSignal(image.clicked) as clicked:
        qtbot.keyClick(image, Qt.Key.Key_Return)
    assert clicked.args == [0, 1]


def test_arrow_keys_are_kept_from_the_windows_shortcuts_others_are_not(image):
    for key, kept in ((Qt.Key.Key_Left, True), (Qt.Key.Key_Return, True), (Qt.Key.Key_Space, False)):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        QApplication.sendEvent(image, event)
        assert event.isAccepted() == kept


def test_the_marked_cell_is_outlined_in_gold(image):
    assert image.marked() is None
    image.set_marked((0, 1))
    corner = image.cell_rect(0, 1).topLeft().toPoint()
    shades = {image.grab().toImage().pixelColor(corner + QPoint(dx, dx)).name() for dx in (-2, -1, 0)}
    assert theme.current().selection in shades


def test_cells_that_are_not_there_stay_empty_and_cannot_be_hit(image, qtbot):
    image.set_values(np.ones((2, 3)), present=np.array([[True, True, True], [True, False, False]]))
    assert image.image().pixelColor(2, 1).alpha() == 0
    assert image.cell_at(image.cell_rect(1, 2).center()) is None
    assert image.cell_at(image.cell_rect(1, 0).center()) == (1, 0)


@pytest.mark.qt_log_ignore("does not support raise")  # the offscreen platform, of a tooltip's window
def test_the_tooltip_says_what_stands_in_the_cell(image, qtbot):
    image.set_tip(lambda row, column: f"row {row}, column {column}")
    at = center(image, 1, 0)
    QApplication.sendEvent(image, QHelpEvent(QEvent.Type.ToolTip, at, image.mapToGlobal(at)))
    assert QToolTip.text() == "row 1, column 0"
    QTest.mouseMove(image, center(image, 1, 1))
    assert QToolTip.text() == "row 1, column 1"
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_other_numbers_of_another_shape_forget_the_marks(image):
    image.set_marked((1, 2))
    image.set_values(np.ones((1, 2)))
    assert image.marked() is None
    image.grab()


def test_a_palette_with_glyphs_writes_the_sign_into_large_cells(image, qapp):
    image.set_values([[0.0, 1.0], [-1.0, 1.0]])
    plain = image.grab(image.cell_rect(0, 1).toRect()).toImage()
    theme.apply(qapp, theme.DARK.with_palette(theme.BLUE_RED_GLYPHS))
    assert image.grab(image.cell_rect(0, 1).toRect()).toImage() != plain
    assert color(image, 0, 0) == theme.current().background
    theme.apply(qapp, theme.DARK)
    assert image.grab(image.cell_rect(0, 1).toRect()).toImage() == plain
