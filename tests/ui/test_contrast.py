"""Every text that really stands in the window can be read: its contrast is measured in the picture."""

from dataclasses import dataclass, field, replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QVBoxLayout, QWidget

from nnviz.core.network import Location, NetworkSpec
from nnviz.core.steps import Phase
from nnviz.session import Neuron, View
from nnviz.ui import theme
from nnviz.ui.new_network.dialog import NetworkDialog
from nnviz.ui.theme import DARK, LIGHT, PALETTES, TEXT_PAIRS, contrast
from nnviz.ui.window import MainWindow
from nnviz.ui.workspaces import EXPLORE, TRAIN


def named(colors):
    return f"{colors.name} {colors.palette.key}"


THEMES = [base.with_palette(palette) for base in (DARK, LIGHT) for palette in PALETTES]
LEAST = 4.5


@dataclass
class Writing:
    """One text, where it stands in the window, and its ink."""

    widget: QWidget
    place: QRect
    ink: QColor
    text: str


@dataclass
class Spy:
    """Keeps what is written with a painter onto widgets."""

    writings: list[Writing] = field(default_factory=list)

    def watch(self, monkeypatch):
        draw = QPainter.drawText

        def draw_text(painter, *args):
            draw(painter, *args)
            self.hear(painter, *args)

        monkeypatch.setattr(QPainter, "drawText", draw_text)

    def hear(self, painter, where, *rest):
        widget, text = painter.device(), rest[-1]
        if not isinstance(widget, QWidget) or not text.strip():
            return
        if isinstance(where, QPoint | QPointF):
            box = QRectF(painter.fontMetrics().boundingRect(text)).translated(QPointF(where))
        else:
            flags = getattr(rest[0], "value", rest[0])
            box = painter.boundingRect(QRectF(where), int(flags), text)
        place = painter.transform().mapRect(box).toAlignedRect()
        self.writings.append(Writing(widget, place, painter.pen().color(), text))


@pytest.fixture
def window(qtbot, session):
    window = MainWindow(session)
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    session.train_epoch()
    session.pause()
    return window


def exploring(session, window):
    session.select(Neuron(session.spec.depth, 3))
    session.jump(session.plan.phases.index(Phase("gradient", 2)))


def a_weight(session, window):
    session.jump(session.plan.phases.index(Phase("delta", 1)))
    session.select(Location("w", 2, 4, 7))
    session.failed.emit("something is wrong")


def training(session, window):
    window.tabs.setCurrentIndex(TRAIN)
    session.select(None)


def signed(session, window):
    session.new_network(NetworkSpec.build(784, (16,), 10, "tanh", "softmax", "cross_entropy"), "glorot", 0)
    session.select(Neuron(1, 2))


def pictures(session, window):
    session.set_view(View(picture="weights"))


def matrix(session, window):
    session.set_view(View(picture="matrix"))


SCENES = (exploring, a_weight, training, pictures, matrix, signed)
"""The last one's network stays."""


def as_at_the_start(session, window):
    session.select(None)
    session.jump(session.plan.cost)
    session.set_view(View())
    window.tabs.setCurrentIndex(EXPLORE)


def is_seen(window, widget, place):
    """Say whether nothing covers or cuts off the place."""
    if not (widget.isVisible() and widget.visibleRegion().contains(place) and widget.rect().contains(place)):
        return False
    above = window.childAt(widget.mapTo(window, place.center()))
    return above is not None and (above is widget or widget.isAncestorOf(above))


def written(window, spy):
    """Return all writings of the window, those of labels and buttons too."""
    labels = [label for label in window.findChildren(QLabel) if label.text() and label.pixmap().isNull()]
    buttons = [button for button in window.findChildren(QAbstractButton) if button.text()]
    for widget in (*labels, *buttons):
        if widget.isVisible() and not _paints_itself(widget):
            ink = widget.palette().color(widget.foregroundRole())
            spy.writings.append(Writing(widget, widget.contentsRect(), ink, widget.text()))
    return [w for w in spy.writings if w.widget.isEnabled() and is_seen(window, w.widget, w.place)]


def _paints_itself(widget):
    return "paintEvent" in {
        name for kind in type(widget).__mro__ if "nnviz" in kind.__module__ for name in vars(kind)
    }


def pixels_of(window):
    """Return what is seen of a window, shape (rows, columns): 0xffrrggbb for each pixel."""
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return np.array(image.constBits()).view(np.uint32).reshape(image.height(), image.width())


def ground_of(pixels, window, writing):
    """Return the color that most of the place has beside the ink."""
    place = writing.place.translated(writing.widget.mapTo(window, QPoint(0, 0)))
    place = place.intersected(QRect(0, 0, pixels.shape[1], pixels.shape[0]))
    seen = pixels[place.top() : place.bottom() + 1 : 2, place.left() : place.right() + 1]
    colors, counts = np.unique(seen[seen != QColor(writing.ink.name()).rgb()], return_counts=True)
    return QColor.fromRgb(int(colors[counts.argmax()])) if len(colors) else writing.ink


def faint_now(monkeypatch, window, at_least):
    """Measure all writings of a window; return those that are hard to read."""
    for _ in range(3):
        QApplication.processEvents()
    spy, faint = Spy(), []
    with monkeypatch.context() as patch:
        spy.watch(patch)
        pixels = pixels_of(window)
    writings = written(window, spy)
    assert len(writings) > at_least
    for writing in writings:
        measured = contrast(writing.ink, ground_of(pixels, window, writing))
        if measured < LEAST:
            name = f"{named(theme.current())}: {writing.text!r} in {type(writing.widget).__name__}"
            faint.append(f"{name} {measured:.2f}")
    return faint


def faint(qapp, monkeypatch, window, at_least):
    """Measure all writings of a window in all themes; return those that are hard to read."""
    found = []
    for colors in THEMES:
        theme.apply(qapp, colors)
        found += faint_now(monkeypatch, window, at_least)
    return found


# A palette changes few inks, and test_theme.py computes their contrast in each: both themes are enough daily.
EACH = [c if c in (theme.DARK, theme.LIGHT) else pytest.param(c, marks=pytest.mark.slow) for c in THEMES]


# One window goes through all scenes: to put a theme on it takes far longer.
@pytest.mark.parametrize("colors", EACH, ids=named)
def test_every_text_in_the_window_can_be_read(qapp, session, window, monkeypatch, colors):
    theme.apply(qapp, colors)
    for scene in SCENES:
        as_at_the_start(session, window)
        scene(session, window)
        assert faint_now(monkeypatch, window, at_least=40) == [], scene.__name__


def test_every_text_in_the_dialog_can_be_read(qapp, qtbot, session, monkeypatch):
    dialog = NetworkDialog(session)
    qtbot.addWidget(dialog)
    dialog.show()
    assert faint(qapp, monkeypatch, dialog, at_least=8) == []


def test_it_would_find_a_text_that_is_too_faint(qapp, qtbot, monkeypatch):
    box = QWidget()
    layout = QVBoxLayout(box)
    for role in ("muted", "title"):
        label = QLabel(f"a {role} label")
        theme.set_role(label, role)
        layout.addWidget(label)
    qtbot.addWidget(box)
    box.show()
    assert faint(qapp, monkeypatch, box, at_least=1) == []
    monkeypatch.setattr(f"{__name__}.THEMES", [replace(DARK, text_muted="#555a66")])
    (found,) = faint(qapp, monkeypatch, box, at_least=1)
    assert "'a muted label' in QLabel" in found


def test_the_pairs_of_the_theme_are_roles():
    roles = {role for pair in TEXT_PAIRS for role in pair}
    assert all(QColor(getattr(DARK, role)).isValid() for role in roles)
