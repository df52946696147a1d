"""The network view's menu: which neurons have discs, zoom, and motion."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QInputDialog, QMenu

from nnviz.ui.attempt import attempt
from nnviz.ui.network.naming import ENDS, Naming, image_row
from nnviz.ui.network.sweep import SPEEDS
from nnviz.wording import layer_name, tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from nnviz.ui.network.view import NetworkView


def network_menu(widget: QWidget, layer: int | None) -> QMenu:
    """Return the menu of one layer's named neurons, or of the whole picture."""
    view = cast("NetworkView", widget)
    menu = QMenu(view)
    if layer is not None:
        _add_namings(menu, view, layer)
        return menu
    for some in view.discs():
        layer_menu = menu.addMenu(tr("Discs: {layer}", layer=layer_name(view.session.spec, some)))
        _add_namings(layer_menu, view, some)
    menu.addSeparator()
    _add(menu, tr("Zoom in\t+"), lambda: view.zoom(1.25))
    _add(menu, tr("Zoom out\t−"), lambda: view.zoom(0.8))
    _add(menu, tr("Whole network\t0"), view.fit)
    _add_speeds(menu.addMenu(tr("Motion")), view)
    return menu


def naming_words(view: NetworkView, layer: int) -> dict[str, str]:
    """Return what can be named in a layer, and its words."""
    session = view.session
    words = {
        "ends": tr("First and last {n}", n=ENDS),
        "strongest": tr("The {n} strongest", n=2 * ENDS),
    }
    if layer == 0 and session.dataset.image_shape is not None:
        words["row"] = tr("Row {row} of the image", row=image_row(session))
    return words | {"list": tr("A list…")}


def naming_tip(widget: QWidget, layer: int) -> str:
    """Return the tooltip of a layer's heading: which neurons are named, and how to choose others."""
    view = cast("NetworkView", widget)
    naming = view.naming(layer)
    chosen = naming.text if naming.kind == "list" else naming_words(view, layer)[naming.kind]
    size = view.session.spec.sizes[layer]
    return tr(
        "<b>{n:,} neurons, {layer}</b><br>Every one is a stripe of the bar, where its edges end. Discs name"
        " some of them: {chosen}.<br>Click to choose others.",
        n=size,
        layer=layer_name(view.session.spec, layer),
        chosen=chosen,
    )


def ask_list(view: NetworkView, layer: int) -> None:
    """Ask which neurons are to be named, and name them."""
    last = view.session.spec.sizes[layer] - 1
    label = tr("Numbers from 0 to {last}, such as 3, 17, 400-410", last=last)
    text, taken = QInputDialog.getText(view, tr("Discs for"), label, text=view.naming(layer).text)
    if taken:
        try_to_name(view, layer, Naming("list", text))


def try_to_name(view: NetworkView, layer: int, naming: Naming) -> None:
    """Name neurons; say why when that cannot be."""
    attempt(view.session, lambda: view.name(layer, naming))


def _add(menu: QMenu, text: str, slot: object) -> QAction:
    action = QAction(text, menu)
    action.triggered.connect(lambda: slot())  # type: ignore[operator]  # triggered's `checked` is not for it
    menu.addAction(action)
    return action


def _add_namings(menu: QMenu, view: NetworkView, layer: int) -> None:
    group = QActionGroup(menu)
    for kind, words in naming_words(view, layer).items():
        slot = partial(ask_list, view, layer) if kind == "list" else partial(view.name, layer, Naming(kind))
        action = _add(menu, words, slot)
        action.setActionGroup(group)
        action.setCheckable(True)
        action.setChecked(view.naming(layer).kind == kind)


def _add_speeds(menu: QMenu, view: NetworkView) -> None:
    group = QActionGroup(menu)
    for speed in SPEEDS:
        action = _add(menu, speed_name(speed), lambda speed=speed: setattr(view.sweep, "speed", speed))
        action.setActionGroup(group)
        action.setCheckable(True)
        action.setChecked(view.sweep.speed == speed)


def speed_name(speed: float) -> str:
    """Return "off", "×¼" … "×8"."""
    if not speed:
        return tr("off")
    return "×" + {0.25: "¼", 0.5: "½"}.get(speed, f"{speed:g}")
