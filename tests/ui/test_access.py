"""Whoever cannot see the window, or has no mouse, finds and understands every control of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QSlider,
    QTabBar,
    QWidget,
)
from seeing import everything

from nnviz.ui.window import MainWindow

CONTROLS = (QAbstractButton, QComboBox, QAbstractSpinBox, QSlider, QTabBar, QLineEdit)
WITHIN = (QTabBar, QAbstractSpinBox, QComboBox)
"""Controls made of controls: their parts are Qt's."""


@pytest.fixture
def window(session, qtbot):
    window = MainWindow(session)
    qtbot.addWidget(window)
    window.show()
    return window


def visible(window):
    return [w for w in window.findChildren(QWidget) if w.isVisible() and not isinstance(w.parent(), WITHIN)]


def is_ours(widget):
    return type(widget).__module__.startswith("nnviz")


def name_of(widget):
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


def teaches(widget):
    """Say whether it has a tooltip, or tells one for each of the places that are painted in it."""
    cls = type(widget)
    ours = [c for c in cls.__mro__ if c.__module__.startswith("nnviz")]
    own = any(name in vars(c) for c in ours for name in ("event", "viewportEvent"))
    tab = isinstance(widget, QTabBar) and all(widget.tabToolTip(i) for i in range(widget.count()))
    return bool(widget.toolTip()) or tab or (own and not isinstance(widget, CONTROLS))


def nameless(window):
    for widget in visible(window):
        if isinstance(widget, CONTROLS) and not isinstance(widget.parent(), WITHIN):
            if not name_of(widget) or not teaches(widget):
                yield f"{type(widget).__name__} in {type(widget.parent()).__name__}: {name_of(widget)!r}"
        elif (
            is_ours(widget)
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not (widget.accessibleName() and teaches(widget))
        ):
            yield f"{type(widget).__name__}: {widget.accessibleName()!r}"


def test_every_control_has_a_name_and_teaches(window, session):
    missing = {}
    for where in everything(session):
        QApplication.processEvents()
        for flaw in nameless(window):
            missing.setdefault(flaw, where)
    assert missing == {}


def walk(window):
    """Press Tab until it comes round, and return what had the focus."""
    seen: list[QWidget] = []
    while (widget := QApplication.focusWidget()) is not None and widget not in seen:
        seen.append(widget)
        window.focusNextChild()
    return seen


@pytest.mark.parametrize("workspace", range(4))
def test_tab_comes_to_every_control_of_a_workspace_and_round_again(window, qtbot, workspace):
    window.show_workspace(workspace)
    window.activateWindow()
    QApplication.processEvents()
    window.tabs.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.tabs)
    seen = walk(window)
    wanted = {
        w
        for w in visible(window)
        if isinstance(w, CONTROLS) and w.isEnabled() and w.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    reached = {w for w in wanted if any(w is s or w.isAncestorOf(s) for s in seen)}
    unreached = {f"{type(w).__name__} {name_of(w)}" for w in wanted - reached}
    assert unreached == set()
    assert len(seen) >= 3


def test_every_key_reaches_its_action(window, qtbot):
    assert window.lessons is not None  # its keys too
    window.activateWindow()
    window.network.view.setFocus()
    qtbot.waitUntil(window.network.view.hasFocus)
    keyed = [action for action in window.actions() if action.shortcuts()]
    assert len(keyed) > 30
    reached = []
    for action in keyed:
        action.triggered.disconnect()  # what it does is another test's affair
        action.triggered.connect(lambda checked=False, action=action: reached.append(action))
        action.setEnabled(True)
    for action in keyed:
        for sequence in action.shortcuts():
            QTest.keySequence(window.network.view, sequence)
            assert reached[-1:] == [action], f"{sequence.toString()} does not reach {action.text()}"
            reached.clear()
            action.setEnabled(True)
