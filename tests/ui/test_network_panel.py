from dataclasses import replace

import pytest
from driving import expose
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from nnviz.session import EDGES, PICTURES
from nnviz.ui.network.panel import NetworkPanel
from nnviz.ui.pictures import Picture


@pytest.fixture
def session(tiny_session):
    """The pages are what matters here, and a few neurons are drawn sooner than many."""
    return tiny_session


@pytest.fixture
def panel(qtbot, session, monkeypatch):
    monkeypatch.setattr(Picture, "make", lambda picture, session: QWidget(objectName=picture.name))
    return expose(qtbot, NetworkPanel(session), (900, 480))


def test_a_page_that_was_left_asks_for_no_room(panel, session):
    before = panel.minimumSizeHint()
    picture = session.view.picture
    session.set_view(replace(session.view, picture="draw"))
    panel.pages.currentWidget().setMinimumWidth(before.width() + 200)
    QApplication.processEvents()
    assert panel.minimumSizeHint().width() == before.width() + 200
    session.set_view(replace(session.view, picture=picture))
    QApplication.processEvents()
    assert panel.minimumSizeHint() == before


def test_the_switch_chooses_what_edges_show(qtbot, panel, session):
    assert tuple(panel.reading.edges.buttons) == EDGES
    for key in EDGES[::-1]:
        qtbot.mouseClick(panel.reading.edges.buttons[key], Qt.MouseButton.LeftButton)
        assert session.view.edges == key
        assert panel.reading.edges.value == key
    session.set_view(replace(session.view, edges="wish"))
    assert panel.reading.edges.value == "wish"


def test_the_switch_chooses_the_picture_and_pages_are_made_when_first_shown(qtbot, panel, session):
    assert tuple(panel.switch.buttons) == PICTURES
    assert panel.pages.count() == 1
    for key in ("matrix", "weights", "matrix"):
        qtbot.mouseClick(panel.switch.buttons[key], Qt.MouseButton.LeftButton)
        assert session.view.picture == key
        assert panel.pages.currentWidget().objectName() == key
    assert panel.pages.count() == 3
    session.set_view(replace(session.view, picture="network"))
    assert panel.view.isVisible()


def test_every_button_teaches_and_has_a_name(panel):
    for segments in (panel.reading.edges, panel.switch):
        assert segments.accessibleName()
        for button in segments.buttons.values():
            assert button.toolTip()
            assert button.accessibleName()


@pytest.mark.parametrize("width", [460, 1000])
def test_the_legend_has_a_line_of_its_own_where_it_is_narrow(panel, qapp, width):
    panel.resize(width, 480)
    qapp.processEvents()
    legend, edges = panel.reading.legend.geometry(), panel.reading.edges.geometry()
    assert (legend.bottom() <= edges.top() + 1) == (width == 460)
    assert panel.reading.contrast.geometry().right() <= width
    assert panel.minimumSizeHint().width() <= 460


@pytest.mark.parametrize("chosen", PICTURES)
def test_where_the_switch_does_not_fit_the_rest_is_in_a_menu(qtbot, panel, session, chosen):
    switch = panel.switch
    panel.resize(switch.sizeHint().width() + 20, panel.height())
    session.set_view(replace(session.view, picture=chosen))
    assert all(button.isVisible() for button in switch.buttons.values())
    assert not switch.more.isVisible()
    switch.setFixedWidth(switch.minimumSizeHint().width())
    qtbot.waitUntil(switch.more.isVisible)
    assert switch.buttons[chosen].isVisible()
    hidden = [key for key, button in switch.buttons.items() if not button.isVisible()]
    actions = switch.more.menu().actions()
    assert [action.text() for action in actions] == [switch.buttons[key].text() for key in hidden]
    actions[0].trigger()
    assert session.view.picture == hidden[0]
    assert switch.buttons[hidden[0]].isVisible()


def test_another_picture_does_not_take_the_keyboard_into_a_field(qtbot, session, monkeypatch):
    monkeypatch.setattr(Picture, "make", lambda picture, session: QLineEdit())
    panel = NetworkPanel(session)
    qtbot.addWidget(panel)
    with qtbot.waitActive(panel):
        panel.show()
    panel.view.setFocus()
    session.set_view(replace(session.view, picture="matrix"))
    assert panel.hasFocus()
    session.set_view(replace(session.view, picture="network"))
    assert panel.view.hasFocus()
