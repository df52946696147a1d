"""The sheet of all examples: filters, order, clicks and keys; and that many do not slow it down."""

from time import thread_time

import numpy as np
import pytest
from driving import expose, press
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from nnviz.data.dataset import Dataset
from nnviz.data.split import make_split
from nnviz.session import ExampleRef, Session
from nnviz.training.exam import Answers
from nnviz.ui.sheet.order import Wanted, chosen
from nnviz.ui.sheet.panel import SheetPanel

LEFT = Qt.MouseButton.LeftButton
PATIENCE = 5000


def opened(qtbot, session, size=(690, 400)):
    panel = expose(qtbot, SheetPanel(session), size)
    qtbot.waitUntil(lambda: session.exam.current("train") is not None, timeout=PATIENCE)
    return panel


@pytest.fixture
def panel(qtbot, session):
    return opened(qtbot, session)


def test_all_stand_in_order_and_a_click_shows_one(session, panel) -> None:
    assert np.array_equal(panel.view.rows(), np.arange(1500))
    place = panel.view.tiles().rect(12).center().toPoint()
    QTest.mouseClick(panel.view.viewport(), LEFT, pos=place)
    assert session.example == ExampleRef("train", 12)
    assert f"label {session.label}" in panel.view.tip(QPointF(place))
    assert f"guess {session.guess}" in panel.view.tip(QPointF(place))


def test_only_the_wrong_ones_of_a_class(session, panel) -> None:
    press(panel.which.buttons["wrong"])
    panel.label.setCurrentIndex(1 + 3)
    rows, answers = panel.view.rows(), session.exam.current("train").answers
    assert len(rows)
    assert (answers.labels[rows] == 3).all()
    assert (answers.guesses[rows] != 3).all()
    assert len(rows) == ((answers.labels == 3) & ~answers.right).sum()
    assert panel.count.text() == f"{len(rows)} of 1,500"


def test_the_test_set(qtbot, session, panel) -> None:
    press(panel.part.buttons["test"])
    qtbot.waitUntil(lambda: session.exam.current("test") is not None, timeout=PATIENCE)
    assert len(panel.view.rows()) == 297
    panel.view.setFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Return):
        QTest.keyClick(panel.view, key)
    assert session.example == ExampleRef("test", 1)


def test_the_guesses_follow_an_update(qtbot, session, panel) -> None:
    before = session.exam.current("train")
    session.train_batch()
    qtbot.waitUntil(lambda: session.exam.current("train") not in (None, before), timeout=PATIENCE)
    press(panel.which.buttons["wrong"])
    assert np.array_equal(panel.view.rows(), session.exam.current("train").answers.wrong)


@pytest.mark.parametrize("order", ["set", "class", "doubtful", "random"])
def test_every_order_has_all_of_them(digits, order) -> None:
    n = len(digits.test)
    confidences = np.random.default_rng(0).uniform(size=n).astype(np.float32)
    answers = Answers(digits.test.labels, digits.test.labels, confidences, 10)
    rows = chosen(digits.test, Wanted(order=order), answers)
    assert np.array_equal(np.sort(rows), np.arange(n))
    if order == "class":
        assert (np.diff(digits.test.labels[rows]) >= 0).all()
    if order == "doubtful":
        assert (np.diff(confidences[rows]) >= 0).all()


def test_without_answers_none_is_known_to_be_wrong(digits) -> None:
    assert len(chosen(digits.test, Wanted(wrong=True), None)) == 0


def scrolling(qtbot, n: int) -> float:
    """Return the median of the seconds that a repaint computes, from the first of n images to the last."""
    random = np.random.default_rng(0)
    many, few = (
        make_split(random.uniform(0, 1, (k, 784)).astype(np.float32), labels=np.arange(k) % 10, n_classes=10)
        for k in (n, 10)
    )
    session = Session(Dataset("many", "Many", many, few, tuple("0123456789"), (28, 28), "made up"))
    panel = opened(qtbot, session, (1300, 500))
    bar, times = panel.view.verticalScrollBar(), []
    for place in np.linspace(0, bar.maximum(), 12):
        bar.setValue(round(place))
        began = thread_time()
        panel.view.viewport().repaint()
        times.append(thread_time() - began)
    session.close()
    return float(np.median(times))


def test_sixty_thousand_are_scrolled_like_six_hundred(qtbot, qapp) -> None:
    assert scrolling(qtbot, 60_000) < 3 * scrolling(qtbot, 600)
