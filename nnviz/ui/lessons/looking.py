"""Where in the window the places are that a lesson can point at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtWidgets import QWidget

from nnviz.commands.phases import phase_position
from nnviz.errors import NnvizError
from nnviz.lessons.places import split_place
from nnviz.session import Neuron, Session
from nnviz.ui import theme

if TYPE_CHECKING:
    from nnviz.ui.network.view import NetworkView
    from nnviz.ui.window import MainWindow

BESIDE = 6.0
"""How far from a column its outline stands."""

EDGE = 6.0
"""How far from the window's edge an outline stays, to be seen whole."""

ASIDE = 5.0
"""How far to the sides an outline stands from what fills a column."""

DISCS, NAMES = 16.0, 34.0
"""Room for the discs beside a bar, and for the names of the outputs with the marks of their wishes."""

DOT = 5.0
"""The radius of the outline of a neuron that is only a point."""

Found = tuple[QWidget, QRectF]

WIDGETS: dict[str, tuple[str, ...]] = {
    "picture": ("network.pages",),
    "network": ("network.view",),
    "legend": ("network.reading",),
    "pictures": ("network.switch",),
    "caption": ("caption",),
    "example": ("example",),
    "image": ("example.image",),
    "browse": ("example.number", "example.buttons"),
    "answer": ("example.answer",),
    "outputs": ("example.outputs",),
    "cost": ("example.cost",),
    "inspector": ("inspector",),
    "score": ("score",),
    "training": ("training",),
    "timeline": ("timeline",),
    "curves": ("workspaces.cost_plot", "workspaces.accuracy_plot"),
    "page": ("laboratory",),
    "tabs": ("tabs",),
    "menus": ("menus",),
    "summary": ("summary",),
}
"""The places that are widgets, as attributes of the window; of several the outline goes around all."""


IN_DESCENT: dict[str, tuple[str, ...]] = {
    "landscape": ("plot_card", "contours", "view", "pages"),
    "slices": ("slices",),
    "slope": ("readings", "where", "gradient", "importance"),
    "rate": ("rate",),
    "walk": ("transport",),
    "balls": ("crowd", "tally"),
    "walkers": ("walkers",),
}
"""The places in Descent, as attributes of its pages; none of these has all of them."""

IN_INSPECTOR: dict[str, tuple[str, ...]] = {
    "incoming": ("pictures",),
    "squashing": ("curve",),
    "bias": ("by_hand",),
    "ways": ("ways",),
}
"""The places in the inspector, as attributes of what it shows of a neuron."""


def find(window: MainWindow, session: Session, places: tuple[str, ...]) -> tuple[list[QRectF], list[QWidget]]:
    """Return where the places are that can be seen, in the window's coordinates, and their widgets."""
    rects, widgets = [], []
    inside = QRectF(window.rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE)
    for place in places:
        name, indices = split_place(place)
        for widget, rect in _found(window, session, name, indices):
            widgets.append(widget)
            if widget.isVisible() and not rect.isEmpty():
                corner = widget.mapTo(window, QPoint(0, 0))
                rects.append(rect.translated(corner).intersected(inside))
    return rects, widgets


def _found(window: MainWindow, session: Session, name: str, indices: tuple[str, ...]) -> Iterator[Found]:
    if name in WIDGETS:
        yield from _around(window, [attrgetter(path)(window) for path in WIDGETS[name]])
    elif name == "descent":
        yield from _around(window, [window.workspaces.bodies] if window.in_descent else [])
    elif name in IN_DESCENT or name in IN_INSPECTOR:
        aside = 0.0 if name == "landscape" else theme.px(ASIDE)
        for widget, rect in _around(window, _parts(window, name)):
            yield widget, rect if rect.isEmpty() else rect.adjusted(-aside, 0, aside, 0)
    elif name == "phase":
        try:
            rect = window.score.row.cell_rect(phase_position(session, indices[0]))
        except NnvizError:
            return
        yield window.score.row, rect
    else:
        view = window.network.view
        for rect in _in_network(view, name, tuple(int(index) for index in indices)):
            yield view, rect


def _around(window: MainWindow, widgets: Sequence[QWidget]) -> Iterator[Found]:
    """Return one rectangle around what can be seen of the widgets."""
    seen = [widget for widget in widgets if widget.isVisible()]
    if not seen:
        yield from ((widget, QRectF()) for widget in widgets)
        return
    rect = QRectF()
    for widget in seen:
        rect |= _seen(window, widget)
        yield widget, QRectF()  # to be followed
    yield seen[0], rect.translated(-seen[0].mapTo(window, QPoint(0, 0)))


def _seen(window: MainWindow, widget: QWidget) -> QRectF:
    """Return what can be seen of a widget, in the window's coordinates: a column may have been scrolled."""
    rect = QRectF(widget.rect()).translated(widget.mapTo(window, QPoint(0, 0)))
    above = widget.parentWidget()
    while above is not None and above is not window:
        rect &= QRectF(above.rect()).translated(above.mapTo(window, QPoint(0, 0)))
        above = above.parentWidget()
    return rect


def _parts(window: MainWindow, name: str) -> list[QWidget]:
    """Return the widgets of a place in Descent or in the inspector that what stands there has."""
    if name in IN_INSPECTOR:
        page, attributes = window.inspector.view(), IN_INSPECTOR[name]
    elif window.in_descent:
        page, attributes = attrgetter("workspaces.descent.pages")(window).currentWidget(), IN_DESCENT[name]
    else:
        return []
    found: list[QWidget] = []
    for part in (getattr(page, attribute, ()) for attribute in attributes):
        found += part if isinstance(part, tuple) else (part,)
    return found


def _in_network(view: NetworkView, name: str, indices: tuple[int, ...]) -> Iterator[QRectF]:
    layout, layer = view.layout_, indices[0]
    sizes = layout.spec.sizes
    if layer >= len(sizes) or (name in ("edges", "edge") and layer == 0):
        return
    if name == "layer":
        yield _column(view, layer, layer)
    elif name == "edges":
        yield _column(view, layer - 1, layer)
    elif name == "neuron":
        yield from _neuron(view, Neuron(layer, indices[1]))
    else:
        yield from _neuron(view, Neuron(layer - 1, indices[2]))
        yield from _neuron(view, Neuron(layer, indices[1]))


def _column(view: NetworkView, first: int, last: int) -> QRectF:
    layout = view.layout_
    radius = max(layout.radius(first), layout.radius(last), theme.px(8)) + theme.px(BESIDE)
    left, right = layout.columns[first] - radius, layout.columns[last] + radius
    if not layout.radius(first):
        left -= theme.px(DISCS)  # what is named of a layer stands to the left of its bar
    if last == layout.spec.depth:
        right += theme.px(NAMES)
    if first != last:
        left, right = layout.columns[first] + radius, layout.columns[last] - radius
    return QRectF(left, layout.top, right - left, layout.column_height)


def _neuron(view: NetworkView, neuron: Neuron) -> Iterator[QRectF]:
    layout = view.layout_
    if neuron.j >= layout.spec.sizes[neuron.layer]:
        return
    x, y = layout.position(neuron)
    radius = max(layout.radius(neuron.layer), theme.px(DOT))
    yield QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
