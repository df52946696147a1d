"""What is painted of the network while a training runs: only what moves, and nothing of that is missed."""

from dataclasses import replace
from math import ceil, floor

import pytest
from driving import expose
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from nnviz.core.network import NetworkSpec
from nnviz.data import load
from nnviz.session import NEWS, Neuron, Session
from nnviz.ui import theme
from nnviz.ui.network import news
from nnviz.ui.network.layout import NetworkLayout
from nnviz.ui.network.naming import Naming
from nnviz.ui.network.neurons import STRIP
from nnviz.ui.network.news import NewsPart, captions, moving
from nnviz.ui.network.paint import below_stage
from nnviz.ui.network.view import NetworkView
from nnviz.ui.readable import READABLE_MS

PEN = 0.6
"""What the pen of a disc reaches beyond it."""


@pytest.fixture
def session():
    session = Session(load("digits"))
    yield session
    session.close()


def show(qtbot, session):
    view = expose(qtbot, NetworkView(session), (760, 480))
    view.settle()
    QApplication.processEvents()
    return view


class Painted(QObject):
    """Writes down which regions of a widget are painted."""

    def __init__(self, widget):
        super().__init__(widget)
        self.regions = []
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.regions.append(event.region())
        return False

    def whole(self):
        """Return whether each painting was of the whole."""
        return [region.contains(QPoint(0, 0)) for region in self.regions]


def on_screen(view):
    """Return what stands on the screen, down to the end of the stage."""
    image = view.backingStore().paintDevice().convertToFormat(QImage.Format.Format_RGB32)
    return image.copy(QRect(0, 0, view.width(), view.layout_.stage.bottom() + 1))


@pytest.mark.parametrize("scale", [1.0, 1.4])
@pytest.mark.parametrize("naming", [None, "strongest"])
def test_only_what_moves_is_painted_and_nothing_is_missed(qtbot, qapp, session, naming, scale):
    theme.apply(qapp, theme.DARK, scale)
    if naming is not None:
        session.new_network(NetworkSpec.build(784, (300,), 10), "scaled", 0)
    view = show(qtbot, session)
    if naming is not None:
        view.name(1, Naming(naming))
        QApplication.processEvents()
    before, painted, stage = on_screen(view), Painted(view), view.layout_.stage
    session.set_pace(200.0)
    session.start()

    def read():
        """Return how often the captions were painted with what moves, and nothing else."""
        ends = [r.boundingRect().bottom() for r in painted.regions if not r.contains(QPoint(0, 0))]
        return sum(end > stage.bottom() for end in ends)

    qtbot.waitUntil(lambda: read() > 1 and painted.whole().count(False) > 2, timeout=20_000)
    session._poll.stop()  # no further news while it is compared
    view._redraw._rest.stop()  # nor the draft in full
    while view._redraw._drawing.active:
        QApplication.processEvents()
    QApplication.processEvents()  # the last may still wait to be painted
    seen = on_screen(view)
    view.update()
    QApplication.processEvents()
    assert painted.whole()[-1]
    assert seen == on_screen(view)
    assert seen != before
    session.stop()


@pytest.fixture
def running(qtbot, session):
    """A view whose session trains, and tells news only when the test does."""
    view = show(qtbot, session)
    session.set_pace(1.0)
    session.start()
    session._poll.stop()
    QApplication.processEvents()
    view.painted = Painted(view)
    return view


def tell(view):
    """Tell of a training's news, and return whether each painting they led to was of the whole."""
    view.painted.regions.clear()
    view.session.changed.emit(NEWS)
    while view._redraw._drawing.active:  # gap by gap, between other events
        QApplication.processEvents()
    QApplication.processEvents()
    return view.painted.whole()


def test_news_are_drawn_gap_by_gap_between_other_events(running):
    order = []
    running._redraw.drawn.connect(lambda news: order.append(("drawn", news)))
    running.session.changed.emit(NEWS)
    QTimer.singleShot(0, lambda: order.append("other"))
    while running._redraw._drawing.active:
        QApplication.processEvents()
    assert order == ["other", ("drawn", True)]


def test_news_that_come_before_the_last_are_drawn_wait_for_no_turns(running):
    drawn = []
    running._redraw.drawn.connect(drawn.append)
    running.session.changed.emit(NEWS)
    assert drawn == []
    running.session.changed.emit(NEWS)
    assert drawn == [False]  # at once, and all of it is painted
    assert not running._redraw._drawing.active


def test_what_is_chosen_meanwhile_is_drawn_at_once_and_once(running):
    drawn = []
    running._redraw.drawn.connect(drawn.append)
    running.session.changed.emit(NEWS)
    running.session.select(Neuron(1, 3))
    assert drawn == [False]
    QApplication.processEvents()
    assert drawn == [False]
    assert running._picture._chosen == Neuron(1, 3)


def test_a_zoom_before_the_last_are_drawn_gives_them_up(running):
    running.session.changed.emit(NEWS)
    running.zoom(1.5)
    running.session.changed.emit(NEWS)
    assert not running._redraw._drawing.active  # the lines are elsewhere soon
    running.settle()


@pytest.mark.parametrize("turns", [0, 1])
def test_hidden_before_the_last_are_drawn_it_shows_them_when_it_is_seen_again(running, turns):
    running.session._live = None  # the numbers of the beginning again: others than those on the screen
    running.session.changed.emit(NEWS)
    for _ in range(turns):
        QApplication.processEvents()
    running.hide()
    running.show()
    QApplication.processEvents()
    seen = on_screen(running)
    running.settle()
    running.update()
    QApplication.processEvents()
    assert seen == on_screen(running)


def show_wishes(view):
    session = view.session
    session._cursor = session.plan.position("dC_da", session.spec.depth)  # a player's way there


@pytest.mark.parametrize(
    "act",
    [
        lambda view: view.session.select(Neuron(1, 3)),
        lambda view: view.session.point_at(Neuron(2, 3)),
        lambda view: (view.zoom(2.0), view.settle()),
        show_wishes,
    ],
)
def test_what_reaches_beyond_it_has_the_whole_painted(running, act):
    assert tell(running) == [False]
    act(running)
    QApplication.processEvents()
    assert tell(running) == [True]


def test_other_changes_and_a_pause_paint_the_whole_once(running, session):
    assert tell(running) == [False]
    running.painted.regions.clear()
    session.set_view(replace(session.view, gamma=2.0))
    QApplication.processEvents()
    assert running.painted.whole() == [True]
    running.painted.regions.clear()
    session.pause()
    QApplication.processEvents()
    assert running.painted.whole() == [True]


def test_an_error_while_drawing_leaves_no_trace(running, monkeypatch):
    def fail(*_):
        raise MemoryError

    with monkeypatch.context() as patched:
        patched.setattr(running._picture, "drawing", fail)
        with pytest.raises(MemoryError):
            running._follow(NEWS)
    running.painted.regions.clear()
    running._restyle()
    QApplication.processEvents()
    assert running.painted.whole() == [True]


def test_captions_are_painted_as_fast_as_they_are_read(running, monkeypatch):
    clock, part = [100.0], NewsPart(running.session)
    monkeypatch.setattr(news.time, "monotonic", lambda: clock[0])
    below = captions(running.layout_)

    def read(after_ms):
        clock[0] += after_ms / 1000
        region = part.of(running.layout_)
        assert region.contains(moving(running.layout_))
        return region.contains(below)

    asked = [read(0), read(READABLE_MS / 2), read(READABLE_MS / 2 + 1), read(33), read(READABLE_MS)]
    assert asked == [True, False, True, False, True]


SPECS = [(784, (16, 16), 10), (784, (300,), 10), (2, (8,), 2), (784, (16,), 300)]


@pytest.mark.parametrize("spec", SPECS)
@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 1.75, 2.0])
def test_at_every_scale_the_part_holds_what_moves_and_spares_the_inputs(spec, ratio):
    """In the device's pixels, a part that ends within one is rounded to either side."""
    for scale in (0.8, 0.9, 1.0, 1.1, 1.15, 1.25, 1.4, 1.5, 1.75, 2.0):
        layout = NetworkLayout(NetworkSpec.build(*spec), 761, 483, scale)
        part, last, bar = moving(layout), layout.spec.depth, STRIP * scale / 2
        first, left = layout.columns[0], part.left() * ratio
        if layout.radius(0):
            assert ceil(left) <= floor((first - layout.radius(0) - PEN) * ratio)
        else:
            assert ceil(left) <= floor((first + bar) * ratio)  # the pixel in which the bar ends
            assert floor(left) >= ceil((first - bar + PEN) * ratio)  # where the leaders end
        half = layout.radius(last) + PEN if layout.radius(last) else bar
        assert floor((part.right() + 1) * ratio) >= ceil((layout.columns[last] + half) * ratio)
        bottom = layout.top + layout.column_height
        assert ceil(part.top() * ratio) <= floor((layout.top - PEN) * ratio)
        assert floor((part.bottom() + 1) * ratio) >= ceil((bottom + PEN) * ratio)


@pytest.mark.parametrize("scale", [0.8, 0.9, 1.0, 1.1, 1.25, 1.4, 1.5, 1.75, 2.0])
def test_captions_begin_where_the_stage_ends(scale):
    layout = NetworkLayout(NetworkSpec.build(784, (16, 16), 10), 760, 480, scale)
    below, words = captions(layout), below_stage(layout, 0.0, 50.0)
    assert below.top() == moving(layout).bottom() + 1 == words.toAlignedRect().top()
    assert below.bottom() == layout.height - 1
    assert words.height() >= 11.5 * scale  # their letters
    assert below.toRectF().contains(words)
