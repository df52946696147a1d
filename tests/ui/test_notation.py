"""The notation menu: all panels write anew, no number moves, and the choice is remembered."""

import re
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QToolButton, QWidget
from samples import SPECS

from nnviz import wording
from nnviz.core.network import Location
from nnviz.core.steps import plan
from nnviz.session import PICTURES, Changed, Neuron
from nnviz.ui.formula import FormulaLabel
from nnviz.ui.formula.typesetting import typeset
from nnviz.ui.matrix.calculation import calculation
from nnviz.ui.matrix.terms import MODES
from nnviz.ui.matrix.view import MatrixView
from nnviz.ui.notation_menu import NotationMenu
from nnviz.ui.preferences import Preferences
from nnviz.ui.window import MainWindow
from nnviz.wording.chain_rule import Piece
from nnviz.wording.notation import HAT, NOTATIONS, PLACES, ROWS, STANDARD


@pytest.fixture(autouse=True)
def as_before():
    yield
    wording.use_notation(STANDARD)


@pytest.fixture
def preferences():
    return Preferences.forgetful()


@pytest.fixture
def window(qtbot, session, preferences):
    window = MainWindow(session, preferences)
    window.asks_before_closing = False
    qtbot.addWidget(window)
    window.show()
    return window


def chosen(menu: NotationMenu) -> list[str]:
    return [action.data() for action in menu.choices.actions() if action.isChecked()]


def press(menu: NotationMenu, notation: wording.Notation) -> None:
    next(action for action in menu.choices.actions() if action.data() == notation.key).trigger()


def _tex(piece: Piece) -> str:
    return piece if isinstance(piece, str) else " ".join((*piece.above, "/", *piece.below))


def written(window: MainWindow) -> str:
    """Return what the panels have on the screen in formulas and words."""
    row = window.score.row.layout_()
    cells = [row.symbol(position).tex for position in range(len(row.cells))]
    inspector = window.inspector.parameter
    return " ".join(
        [
            window.caption.tex,
            *cells,
            *window.inspector.header.symbol.tex(),
            *(_tex(piece) for line in inspector.update_part.formula.pieces() for piece in line),
            window.training.rate_label.text(),
            window.training.rate.toolTip(),
        ]
    )


def test_the_menu_changes_all_formulas_and_no_number(window, session, preferences):
    session.jump(len(session.plan) - 2)
    session.select(Location("w", 3, 5, 3))
    before = written(window)
    state = session.saved()
    theta = session.parameters.theta.copy()
    assert "L_0" not in before
    assert "w^{(3)}_{5,3}" in before
    press(window.notation, ROWS)
    after = written(window)
    assert "w^{(3)}_{3,5}" in after
    assert r"\partial L_0" in after
    assert r"-\lambda" in after
    assert window.training.rate_label.text() == "λ"
    for left_over in ("C_0", r"\eta", "η", "_{jk}"):
        assert left_over not in after
    assert np.array_equal(session.parameters.theta, theta)
    now = session.saved()
    assert (now.cursor, now.selection, now.view, now.example) == (
        state.cursor,
        state.selection,
        state.view,
        state.example,
    )
    assert session.undoable is None
    press(window.notation, STANDARD)
    assert written(window) == before


def test_it_is_one_signal(session, qtbot, preferences, window):
    with qtbot.waitSignal(session.changed) as blocker:
        press(window.notation, HAT)
    assert blocker.args == [Changed.NOTATION]
    with qtbot.assertNotEmitted(session.changed):
        session.write_in(HAT)


def test_it_comes_back_at_the_next_start(qtbot, session, preferences, window):
    press(window.notation, PLACES)
    assert chosen(window.notation) == ["places"]
    window.close()
    wording.use_notation(STANDARD)
    again = MainWindow(session, preferences)
    again.asks_before_closing = False
    qtbot.addWidget(again)
    assert wording.current_notation() is PLACES
    assert chosen(again.notation) == ["places"]
    session.jump(1)
    assert r"\sum_i w^{(1)}_{ji}" in again.caption.tex


def test_unreadable_preferences_give_the_first_profile(preferences):
    preferences._settings.setValue("look/notation", 17)
    assert preferences.notation is STANDARD


def test_example_and_network_follow(window, session):
    session.jump(len(session.plan) - 2)
    session.write_in(HAT)
    assert window.inspector.empty.cost_formula.tex() == (r"J_0 = \sum_j (\hat{y}_j - y_j)^2",)
    texts = [button.text() for button in window.findChildren(QToolButton)]
    assert "−∂J/∂w" in texts
    assert "−∂C/∂w" not in texts
    assert "∇J" in window.actions_["train"].toolTip()


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("layer", [1, 2, 3])
def test_rows_turn_every_block_and_keep_every_number(session, mode, layer):
    session.jump(len(session.plan) - 2)
    columns = calculation(session, mode, layer)
    session.write_in(ROWS)
    rows = calculation(session, mode, layer)
    assert {block.key for block in rows.blocks} == {block.key for block in columns.blocks}
    for block in columns.blocks:
        turned = rows.block(block.key)
        assert np.array_equal(turned.values, block.values.T)
        for i in range(min(block.shape[0], 3)):
            for j in range(min(block.shape[1], 3)):
                assert turned.hit(j, i) == block.hit(i, j)


def test_w_stands_behind_a_and_its_rows_are_where_edges_begin(qtbot, session):
    session.write_in(ROWS)
    session.jump(4)
    view = MatrixView(session)
    qtbot.addWidget(view)
    view.resize(700, 320)
    view.show()
    view.show_calculation("forward", 2, in_numbers=False)
    assert [block.key for block in view.line.blocks] == ["a_before", "W", "b", "z", "a"]
    assert view.line.tex == r"a^{(2)} = \sigma(a^{(1)} W^{(2)} + b^{(2)})"
    assert (view.line.block("W").rows, view.line.block("W").columns) == (1, 2)
    assert view.hit_at(view.cell_center("W", 3, 5)) == Location("w", 2, 5, 3)
    assert view.hit_at(view.cell_center("b", 0, 5)) == Location("b", 2, 5)
    assert view.hit_at(view.cell_center("a", 0, 5)) == Neuron(2, 5)
    rects = [placed.rect for placed in view.board.blocks]
    assert all(a.right() < b.left() for a, b in pairwise(rects))
    assert rects[-1].right() <= 700


def test_in_the_outer_product_the_biases_are_a_row_below(qtbot, session):
    session.write_in(ROWS)
    session.jump(len(session.plan) - 2)
    view = MatrixView(session)
    qtbot.addWidget(view)
    view.resize(690, 300)
    view.show()
    view.show_calculation("outer", 2, in_numbers=False)
    left, top, matrix, bias = (placed.rect for placed in view.board.blocks)
    assert left.right() < matrix.left()
    assert top.bottom() < matrix.top()
    assert matrix.bottom() < bias.top()
    assert bias.left() == matrix.left()
    assert bias.bottom() < view.height()
    assert view.hit_at(view.cell_center("dC_dW", 3, 5)) == Location("w", 2, 5, 3)


@pytest.mark.parametrize("notation", NOTATIONS, ids=lambda notation: notation.key)
def test_all_of_it_can_be_typeset(qapp, notation):
    wording.use_notation(notation)
    spec = SPECS[0]
    for phase in plan(spec).phases:
        for tex in (wording.phase_tex(phase, spec), wording.phase_formula(phase, spec)):
            assert typeset(tex).ok, tex


def everything_written(window: MainWindow) -> list[str]:
    """Return all words, tooltips and formulas of what is to be seen in the window."""
    found = [action.toolTip() for action in window.actions_.values()]
    for widget in filter(QWidget.isVisible, window.findChildren(QWidget)):
        found += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        if isinstance(widget, QLabel | QAbstractButton):
            found.append(widget.text())
        if isinstance(widget, FormulaLabel):
            found += widget.tex()
    return found


def left_over(window: MainWindow) -> list[str]:
    return [text for text in everything_written(window) if LEFT_OVER.search(text)]


@pytest.mark.parametrize("selection", [None, Neuron(2, 5), Neuron(3, 3), Location("w", 2, 5, 3)])
def test_no_widget_keeps_a_symbol_of_another_notation(qtbot, window, session, selection):
    session.jump(len(session.plan) - 2)
    session.select(selection)
    for picture in PICTURES:
        session.set_view(replace(session.view, picture=picture))
    press(window.notation, ROWS)
    for picture in PICTURES:
        session.set_view(replace(session.view, picture=picture))  # what was hidden catches up
        qtbot.waitUntil(lambda: not left_over(window))


LEFT_OVER = re.compile(r"C_0|C₀|\\eta|η|[∂∇Δ]C|w·a|w · a|W a|_\{jk\}")
