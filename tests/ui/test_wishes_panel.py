from decimal import Decimal

import numpy as np
import pytest
from driving import expose
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nnviz.core.network import Location, NetworkSpec, Parameters
from nnviz.core.steps import Phase
from nnviz.session import Neuron
from nnviz.ui import theme
from nnviz.ui.pictures import PICTURES
from nnviz.ui.wishes.digits import digits_for
from nnviz.ui.wishes.layout import Spot
from nnviz.ui.wishes.paint import WishPainter
from nnviz.ui.wishes.panel import WishesPanel
from nnviz.wording import MINUS

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def show(qtbot):
    def _show(session, width=690, height=320):
        return expose(qtbot, WishesPanel(session), (width, height))

    return _show


def reveal(session, kind, layer):
    session.jump(session.plan.position(kind, layer))


def cell(panel, row, column):
    return panel.table.layout_().cell_rect(row, column).center().toPoint()


def click(panel, point):
    QTest.mouseClick(panel.table.viewport(), LEFT, pos=point)


def test_it_is_a_picture_of_the_middle(session):
    picture = next(picture for picture in PICTURES if picture.name == "wishes")
    panel = picture.make(session)
    assert isinstance(panel, WishesPanel)
    panel.deleteLater()


def test_before_the_backward_phase_it_offers_to_go_there(show, session):
    panel = show(session)
    assert not panel.reached
    assert panel.missing.isVisible()
    assert panel.missing.text() == "not yet computed: press →"
    QTest.mouseClick(panel.go, LEFT)
    assert session.phase == Phase("dC_da", 2)
    assert panel.reached
    assert panel.layer == 3
    np.testing.assert_array_equal(panel.table.wishes.sums, -session.trace.dC_da[2])


def test_it_follows_the_score_and_can_go_elsewhere(show, session):
    panel = show(session)
    for kind, layer, shown in (("delta", 3, 3), ("dC_da", 2, 3), ("delta", 2, 2), ("update", 0, 2)):
        reveal(session, kind, layer)
        assert (panel.layer, panel.reached) == (shown, True)
    QTest.mouseClick(panel.nearer, LEFT)
    assert panel.layer == 3
    assert not panel.nearer.isVisible()
    QTest.mouseClick(panel.further, LEFT)
    assert panel.layer == 2
    assert not panel.further.isVisible()


def test_one_layer_further_back_takes_the_score_along(show, session):
    panel = show(session)
    reveal(session, "dC_da", 2)
    sums = panel.table.wishes.sums
    QTest.mouseClick(panel.further, LEFT)
    assert session.phase == Phase("dC_da", 1)
    assert panel.layer == 2
    np.testing.assert_array_equal(panel.table.wishes.nudges, sums)


def test_rows_are_revealed_one_by_one_and_the_sum_grows(show, session):
    panel = show(session)
    reveal(session, "dC_da", 2)
    table = panel.table
    assert panel.rows == 10
    QTest.mouseClick(panel.rows_bar.next, LEFT)
    assert panel.rows == table.revealed == 1
    assert panel.rows_bar.count.text() == "row 1 of 10"
    QTest.mouseClick(panel.rows_bar.next, LEFT)
    expected = table.wishes.matrix[:2].sum(axis=0)
    assert f"{expected[5]:+.3g}"[:4].replace("-", MINUS) in table.tip(Spot(None, 5, True))
    assert "sum of 2 of 10" in table.tip(Spot(None, 5, True))
    assert "not revealed yet" in table.tip(Spot(2, 5))
    QTest.mouseClick(panel.rows_bar.back, LEFT)
    assert panel.rows == 1
    QTest.mouseClick(panel.rows_bar.first, LEFT)
    assert panel.rows == 0
    assert not panel.rows_bar.back.isEnabled()
    QTest.mouseClick(panel.rows_bar.all, LEFT)
    assert panel.rows == 10


def test_its_keys(show, session):
    panel = show(session)
    reveal(session, "dC_da", 2)
    panel.table.setFocus()
    for key, rows in (
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_PageDown, 1),
        (Qt.Key.Key_PageDown, 2),
        (Qt.Key.Key_PageUp, 1),
        (Qt.Key.Key_End, 10),
    ):
        QTest.keyClick(panel.table, key)
        assert panel.rows == rows
    for key, place in (
        (Qt.Key.Key_Down, (0, 0)),
        (Qt.Key.Key_Down, (1, 0)),
        (Qt.Key.Key_Right, (1, 1)),
        (Qt.Key.Key_Left, (1, 0)),
        (Qt.Key.Key_Up, (0, 0)),
        (Qt.Key.Key_Up, (0, 0)),
    ):
        QTest.keyClick(panel.table, key)
        assert session.selection == Location("w", 3, *place)


def test_the_mouse_points_and_chooses(show, session):
    panel = show(session)
    reveal(session, "dC_da", 2)
    QApplication.processEvents()  # the words below the table have made room for themselves
    view, layout = panel.table.viewport(), panel.table.layout_()
    QTest.mouseMove(view, QPoint(1, 1))
    QTest.mouseMove(view, cell(panel, 3, 7))
    assert session.pointed == Location("w", 3, 3, 7)
    click(panel, cell(panel, 3, 7))
    assert session.selection == Location("w", 3, 3, 7)
    click(panel, layout.row_head(4).center().toPoint())
    assert session.selection == Neuron(3, 4)
    for rect in (layout.column_head(9), layout.sum_rect(9)):
        session.select(None)
        click(panel, rect.center().toPoint())
        assert session.selection == Neuron(2, 9)
    weight, delta = session.trace.parameters.weights(3)[3, 7], session.trace.delta[3][3]
    tip = panel.table.tip(panel.table.layout_().spot_at(QPointF(cell(panel, 3, 7))))
    assert "output neuron 3" in tip
    assert ("should rise" if -weight * delta > 0 else "should fall") in tip


def test_arrows_have_the_colors_of_their_signs(show, session):
    panel = show(session, 1300, 640)
    reveal(session, "dC_da", 2)
    image = panel.table.viewport().grab().toImage()
    matrix, now = panel.table.wishes.matrix, theme.current()
    for value in (matrix.max(), matrix.min()):
        row, column = (int(n) for n in np.argwhere(matrix == value)[0])
        rect = panel.table.layout_().cell_rect(row, column).toRect()
        colors = {
            image.pixelColor(x, y).name()
            for x in range(rect.left(), rect.right())
            for y in range(rect.top(), rect.bottom())
        }
        assert now.color("positive" if value > 0 else "negative").name() in colors
        assert now.color("negative" if value > 0 else "positive").name() not in colors


def test_large_layers_scroll_to_what_is_chosen(show, make_session):
    session = make_session(NetworkSpec.build(4, (1000, 200), 3, "relu", "softmax", "cross_entropy"))
    panel = show(session)
    reveal(session, "dC_da", 1)
    assert panel.table.wishes.matrix.shape == (200, 1000)
    session.select(Location("w", 2, 150, 800))
    rect, room = panel.table.layout_().cell_rect(150, 800), panel.table.layout_().room
    assert room.adjusted(-2, -2, 2, 2).contains(rect)
    click(panel, rect.center().toPoint())
    assert session.selection == Location("w", 2, 150, 800)
    assert len(panel.table.layout_().seen_rows()) < 30
    panel.grab()


def test_without_hidden_layers_it_says_why(show, make_session):
    panel = show(make_session(NetworkSpec.build(5, (), 3)))
    assert "given" in panel.missing.text()
    assert not panel.go.isVisible()


def test_saturated_neurons_are_named_and_zeros_are_no_noise(show, session):
    panel = show(session)
    spec = session.spec
    session.open_network(Parameters(spec, np.full(spec.parameter_count, 50.0)))
    reveal(session, "dC_da", 1)
    assert panel.table.wishes.scale == 0
    assert "stand where σ is flat" in panel.notes.text()
    assert panel.table.digits.text(0.0) == "0"
    panel.grab()


def test_numbers_stand_where_they_fit():
    assert digits_for(0.195, 84).text(-0.0123) == MINUS + "0.012"
    narrow = digits_for(0.195, 36)
    assert (narrow.exponent, narrow.text(-0.0123), narrow.text(-1.62)) == (0, MINUS + ".01", MINUS + "1.62")
    assert digits_for(0.0195, 36).text(-0.0123) == MINUS + "1.2"
    assert digits_for(0.195, 12).text(0.1) == ""
    assert digits_for(3e-9, 84).exponent == -9


@pytest.mark.parametrize("width", [690, 1300])
def test_each_column_adds_up_in_the_digits_shown(show, session, monkeypatch, width):
    panel = show(session, width)
    reveal(session, "dC_da", 2)
    drawn = {}
    monkeypatch.setattr(
        WishPainter,
        "_wish",
        lambda self, rect, *value: drawn.update({rect.center().toTuple(): self._digits.text(*value)}),
    )
    for rows in (10, 3):
        panel.walk(rows - panel.rows)
        panel.grab()
        layout, digits = panel.table.layout_(), panel.table.digits
        for column in layout.seen_columns():
            *cells, total = (
                drawn[rect.center().toTuple()]
                for rect in (*(layout.cell_rect(row, column) for row in range(rows)), layout.sum_rect(column))
            )
            assert sum(Decimal(text.replace(MINUS, "-")) for text in cells) == Decimal(
                total.replace(MINUS, "-")
            )
        assert digits.exponent == 0


def test_another_unit_stands_beside_the_title(show, session):
    spec = session.spec
    session.open_network(Parameters(spec, session.parameters.theta * 0.05))
    panel = show(session)
    reveal(session, "dC_da", 2)
    QApplication.processEvents()
    exponent = panel.table.digits.exponent
    assert exponent < 0
    assert panel.title.text().endswith(f"(all numbers × {10.0**exponent:g})")
    panel.resize(1900, 400)
    QApplication.processEvents()
    assert panel.table.digits.exponent == 0
    assert "×" not in panel.title.text()


def test_a_hidden_panel_does_no_work(show, session, monkeypatch):
    panel = show(session)
    panel.hide()
    monkeypatch.setattr(panel, "refresh", lambda: pytest.fail("refreshed while hidden"))
    reveal(session, "dC_da", 1)
    monkeypatch.undo()
    panel.show()
    assert panel.layer == 2


@pytest.mark.parametrize("colors", [theme.LIGHT, theme.DARK.with_palette(theme.BLUE_RED_GLYPHS)])
@pytest.mark.parametrize("size", [(460, 300), (1300, 640)])
def test_it_is_drawn_at_every_size(show, session, qapp, colors, size):
    theme.apply(qapp, colors)
    panel = show(session, *size)
    reveal(session, "dC_da", 2)
    session.select(Location("w", 3, 1, 1))
    session.point_at(Neuron(2, 3))
    assert panel.minimumSizeHint().width() <= 460
    assert panel.width() == size[0]
    assert not panel.grab().isNull()


@pytest.mark.parametrize("width", [690, 1500])
def test_the_largest_number_it_speaks_of_stands_in_the_table(show, session, width, monkeypatch):
    reveal(session, "dC_da", 2)
    panel = show(session, width)
    written = []
    plain = type(panel.table.digits).text

    def text(digits, value, units=None):
        written.append((units is not None, plain(digits, value, units)))
        return written[-1][1]

    monkeypatch.setattr(type(panel.table.digits), "text", text)
    for rows in (session.spec.sizes[panel.layer], 3):
        panel.walk(rows - panel.rows)
        written.clear()
        panel.table.viewport().grab()
        sizes = [abs(float(number.replace(MINUS, "-"))) for shown, number in written if shown and number]
        assert f"up to {panel.table.largest}," in panel.notes.text()
        assert float(panel.table.largest) == max(sizes)
    panel.walk(-panel.rows)
    assert "up to" not in panel.notes.text()
