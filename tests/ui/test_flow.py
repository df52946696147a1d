"""Widgets in lines: as many in each as fit."""

import pytest
from driving import expose
from PySide6.QtWidgets import QWidget

from nnviz.ui.flow import FlowLayout


@pytest.fixture
def row(qtbot):
    """Five widgets of 50 × 20, with 10 pixels between them."""
    holder = QWidget()
    layout = FlowLayout(holder)
    layout.setSpacing(10)
    for _ in range(5):
        widget = QWidget()
        widget.setFixedSize(50, 20)
        layout.addWidget(widget)
    return expose(qtbot, holder, (300, 100)), layout


def places(layout):
    return [layout.itemAt(k).geometry().topLeft().toTuple() for k in range(layout.count())]


def test_one_line_where_there_is_room(row):
    _, layout = row
    assert places(layout) == [(60 * k, 0) for k in range(5)]
    assert layout.heightForWidth(300) == 20
    assert layout.sizeHint().toTuple() == (290, 20)
    assert layout.minimumSize().toTuple() == (50, 20)


def test_more_lines_where_there_is_less(row):
    holder, layout = row
    holder.resize(170, 100)
    assert places(layout) == [(0, 0), (60, 0), (120, 0), (0, 30), (60, 30)]
    assert layout.heightForWidth(170) == 50
    assert layout.heightForWidth(10) == 5 * 20 + 4 * 10


def test_what_is_hidden_takes_no_room(row):
    holder, layout = row
    layout.itemAt(1).widget().hide()
    layout.activate()
    assert places(layout)[2] == (60, 0)
    assert layout.heightForWidth(230) == 20
    layout.takeAt(0).widget().setParent(None)
    assert layout.count() == 4
    assert layout.itemAt(9) is None
    assert layout.takeAt(9) is None
    assert holder.isVisible()
