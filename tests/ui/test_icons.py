"""Every icon leaves ink in the theme's color."""

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QColor, QIcon, QImage
from PySide6.QtWidgets import QMenu, QToolButton

from nnviz.resources import resource
from nnviz.ui import icons, theme
from nnviz.ui.theme import DARK, LIGHT

NEEDED = {
    *("previous", "next", "play", "pause", "stop", "step-forward", "step-back", "first", "last"),
    *("undo", "redo", "random", "train", "one-batch", "one-epoch", "network", "settings"),
    *("example-image", "zoom-fit", "chevron-down", "check", "cross", "info", "warning"),
    *("save", "open", "reset", "moon", "sun"),
}


@pytest.fixture(params=(DARK, LIGHT), ids=lambda t: t.name)
def applied(request, qapp):
    theme.apply(qapp, request.param)
    return request.param


def pixels(icon: QIcon, size: int = 24, mode: QIcon.Mode = QIcon.Mode.Normal) -> np.ndarray:
    image = icon.pixmap(QSize(size, size), 1.0, mode).toImage().convertToFormat(QImage.Format.Format_RGBA8888)
    assert (image.width(), image.height()) == (size, size)
    return np.frombuffer(image.constBits(), np.uint8).reshape(size, size, 4).copy()


def ink(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> str:
    """Return the color of the most opaque pixel of a large rendering."""
    rgba = pixels(icon, 96, mode)
    assert (rgba[..., 3] > 40).sum() > 150, "hardly any ink"
    y, x = np.unravel_index(rgba[..., 3].argmax(), rgba.shape[:2])
    return QColor(*rgba[y, x, :3].tolist()).name()


def test_all_needed_icons_are_there():
    assert set(icons.names()) >= NEEDED


@pytest.mark.parametrize("name", icons.names())
def test_every_icon_shows(name, applied):
    icon = icons.icon(name)
    assert ink(icon) == applied.text
    assert ink(icon, QIcon.Mode.Disabled) == applied.text_disabled
    assert ink(icons.icon(name, "selection")) == applied.selection


@pytest.mark.parametrize("name", icons.names())
def test_every_icon_is_drawn_on_the_common_grid(name):
    drawing = resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in drawing
    assert "currentColor" in drawing
    assert "#" not in drawing, "a color of its own would not follow the theme"
    rgba = pixels(icons.icon(name), 24)
    assert not rgba[[0, -1]].any(), "something is cut off"
    assert not rgba[:, [0, -1]].any(), "something is cut off"


def test_icons_are_cached():
    assert icons.icon("play") is icons.icon("play")
    assert icons.icon("play") is not icons.icon("play", "text_muted")


def test_unknown_icon():
    with pytest.raises(KeyError, match="No icon"):
        icons.icon("unheard-of")


def test_app_icon():
    rgba = pixels(icons.app_icon(), 64)
    assert (rgba[32, 1:63, 3] == 255).all()
    blue = (rgba[..., 2].astype(int) - rgba[..., 0]) > 60
    red = (rgba[..., 0].astype(int) - rgba[..., 2]) > 60
    assert blue.any()
    assert red.any()


@pytest.mark.parametrize("build", [QToolButton, QAction])
def test_set_icon_follows_the_theme(build, qapp):
    target = build()
    icons.set_icon(target, "play")
    assert ink(target.icon()) == DARK.text
    theme.apply(qapp, LIGHT)
    assert ink(target.icon()) == LIGHT.text
    icons.set_icon(target, "pause", "selection")
    theme.apply(qapp, DARK)
    assert ink(target.icon()) == DARK.selection
    assert (pixels(target.icon()) == pixels(icons.icon("pause", "selection"))).all()
    shiboken6.delete(target)


def test_a_button_and_the_actions_of_its_menu_keep_their_own_icons(qtbot):
    button = QToolButton()
    qtbot.addWidget(button)
    menu = QMenu(button)
    icons.set_icon(menu.addAction("Open"), "open")
    icons.set_icon(button, "play")
    assert (pixels(button.icon()) == pixels(icons.icon("play"))).all()
    assert (pixels(menu.actions()[0].icon()) == pixels(icons.icon("open"))).all()
