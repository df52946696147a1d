"""The window's first line says as much as it has room for, the data first."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nnviz.ui import theme
from nnviz.ui.window import MainWindow

WORDS = Qt.ToolButtonStyle.ToolButtonTextBesideIcon


@pytest.fixture
def header(session, qtbot):
    window = MainWindow(session)
    qtbot.addWidget(window)
    window.show()
    return window.findChild(type(window.tabs.parent()))


def test_the_data_keep_their_name_longer_than_the_parameters_are_counted(header):
    said = set()
    for width in range(1400, 900, -20):
        header.window().resize(width, 720)
        QApplication.processEvents()
        named = header.data_button.toolButtonStyle() == WORDS
        said.add((named, header.summary.text()))
        assert not (header.summary.text().endswith("13,002 parameters") and not named)
        right = header.summary.geometry().right()
        assert right <= header.width()
        assert header.data_button.geometry().right() < header.summary.geometry().left()
    assert {(True, "784-16-16-10  ·  13,002 parameters"), (True, "784-16-16-10"), (False, "")} <= said


def test_larger_type_shares_the_room_anew_without_another_size(header, qapp):
    header.window().resize(1280, 720)
    QApplication.processEvents()
    assert header.summary.text().endswith("13,002 parameters")
    try:
        for _ in range(3):
            theme.apply(qapp, theme.DARK, theme.current_scale() + 0.05)
            for _ in range(3):
                QApplication.processEvents()
            assert header.data_button.toolButtonStyle() == WORDS
    finally:
        theme.apply(qapp, theme.DARK, 1.0)
