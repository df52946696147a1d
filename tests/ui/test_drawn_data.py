"""Points in the plane and on curves, described in a dialog."""

import pytest
from PySide6.QtCore import Qt

from nnviz.data.curves import Curve
from nnviz.data.plane import Plane
from nnviz.document import Document
from nnviz.ui.drawn_data import DrawnDataDialog


@pytest.fixture
def document(session):
    document = Document(session)
    yield document
    document.close()


@pytest.fixture
def dialog(qtbot, document):
    def dialog(recipe):
        dialog = DrawnDataDialog(recipe, document)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return dialog


RECIPES = [
    Plane("spirals", 300, 0.05, 7, ("x", "y", "sinx")),
    Plane("blobs", classes=5),
    Curve("sine", 50, 0.2, 3),
]


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.shape)
def test_it_begins_where_it_is_told_and_draws_that(qtbot, dialog, session, document, recipe):
    shown = dialog(recipe)
    assert shown.recipe() == recipe
    qtbot.mouseClick(shown.draw, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: document.loading is None)
    assert session.dataset.reference == recipe.reference


def test_fields(qtbot, dialog):
    shown = dialog(Plane())
    assert not shown.classes.isVisible()
    shown.shape.choose("blobs")
    assert shown.classes.isVisible()
    shown.number.setValue(80)
    shown.noise.setValue(33)
    shown.seed.setValue(5)
    qtbot.mouseClick(shown.features["xy"], Qt.MouseButton.LeftButton)
    assert shown.recipe() == Plane("blobs", 80, 0.33, 5, ("x", "y", "xy"), 3)
    assert not dialog(Curve()).classes.isVisible()


def test_without_inputs_it_stays_and_says_so(qtbot, dialog, session):
    shown = dialog(Plane())
    for box in shown.features.values():
        box.setChecked(False)
    shown.accept()
    assert shown.isVisible()
    assert "at least one of x, y" in shown.error.text()
    assert session.dataset.name == "digits"


def test_a_number_that_is_none_is_said(qtbot, dialog):
    shown = dialog(Plane())
    shown.number.setFocus()
    shown.number.selectAll()
    qtbot.keyClicks(shown.number, "5")
    qtbot.keyClick(shown.number, Qt.Key.Key_Return)
    assert shown.isVisible()
    assert shown.number.value() == 500
    assert "Number of points: a whole number from 10 to 20,000" in shown.error.text()
