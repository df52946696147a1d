"""The page of settings: every choice reaches the trainer, and what makes no sense is refused in place."""

from dataclasses import replace

import numpy as np
import pytest
from driving import expose
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox
from samples import tiny_dataset

from nnviz.core.network import initialize
from nnviz.session import Session
from nnviz.training.settings import AT_ONCE, TrainSettings
from nnviz.ui import theme
from nnviz.ui.actions import make_actions
from nnviz.ui.laboratory.settings import NEXT_START, ORDER, SettingsPage
from nnviz.ui.laboratory.values import LADDERS
from nnviz.ui.training.bar import TrainingBar
from nnviz.wording.notation import NOTATIONS

TYPED = {
    "rate": ("0.25", 0.25),
    "momentum": ("0.5", 0.5),
    "batch": ("4", 4),
    "l1": ("1e-3", 1e-3),
    "l2": ("0,01", 0.01),
    "final": ("10%", 0.1),
    "epochs": ("7", 7),
    "dropout": ("0.2", 0.2),
    "target_accuracy": ("95%", 0.95),
    "patience": ("3", 3),
}


@pytest.fixture
def page(qtbot, tiny_session):
    return expose(qtbot, SettingsPage(tiny_session), (480, 560))


def type_in(page, name, text):
    box = page.boxes[name]
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, text)
    QTest.keyClick(box, Qt.Key.Key_Return)


def choose(box, name):
    box.setCurrentIndex(box.findData(name))
    box.activated.emit(box.currentIndex())


def running(session):
    return session._worker._trainer


@pytest.mark.parametrize("name", TYPED)
def test_what_is_typed_is_the_session_s_setting(page, tiny_session, name):
    if name == "momentum":
        choose(page.choices["optimizer"], "momentum")
    if name == "final":
        choose(page.choices["schedule"], "exponential")
    before = tiny_session.settings
    text, value = TYPED[name]
    type_in(page, name, text)
    assert tiny_session.settings == replace(before, **{name: value})


def test_every_setting_reaches_the_trainer(page, tiny_session):
    choose(page.choices["optimizer"], "nesterov")
    choose(page.choices["schedule"], "step")
    for name, (text, _) in TYPED.items():
        type_in(page, name, text)
    tiny_session.set_pace(0.01)
    tiny_session.start()
    wanted = {name: value for name, (_, value) in TYPED.items()}
    seed = tiny_session.origin.seed
    assert running(tiny_session).settings == TrainSettings(
        **wanted, optimizer="nesterov", schedule="step", seed=seed
    )


def test_while_it_runs_some_take_effect_at_once_and_the_rest_at_the_next_start(page, tiny_session, qtbot):
    tiny_session.set_settings(TrainSettings(optimizer="momentum", batch=5, epochs=1000))
    tiny_session.set_pace(1000.0)
    tiny_session.start()
    for name, (text, _) in TYPED.items():
        if name != "final":
            type_in(page, name, text)
    choose(page.choices["optimizer"], "adam")
    trainer = running(tiny_session)
    qtbot.waitUntil(lambda: trainer.settings.l2 == 0.01)
    for name, (_, value) in TYPED.items():
        expected = value if name in AT_ONCE else getattr(TrainSettings(epochs=1000), name)
        assert getattr(trainer.settings, name) == expected
    assert trainer.settings.optimizer == "momentum"
    tiny_session.stop()
    tiny_session.set_pace(0.01)
    tiny_session.start()
    assert running(tiny_session).settings.optimizer == "adam"
    assert running(tiny_session).settings.dropout == 0.2


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("rate", "-1", "the learning rate must be a number from 0.0001 to 100, not “-1”"),
        ("rate", "fast", "the learning rate must be a number from 0.0001 to 100, not “fast”"),
        ("batch", "0", "mini-batch B: a whole number from 1, not 0"),
        ("batch", "13", "mini-batch B: a mini-batch can have at most the 12 examples of the training set"),
        ("batch", "2.5", "mini-batch B: a whole number is needed here, not “2.5”"),
        ("l1", "-0.5", "L1 λ: a number from 0, not -0.5"),
        ("l2", "nan", "L2 λ: a number from 0, not nan"),
        ("dropout", "1", "dropout p: a number from 0 to less than 1, not 1"),
        ("epochs", "0", "epochs: a whole number from 1, not 0"),
        ("target_accuracy", "101%", "stop at accuracy: a number above 0 and at most 1, not 1.01"),
        ("patience", "0", "patience k: a whole number from 1, not 0"),
        ("patience", "soon", "patience k: a whole number is needed here, not “soon”"),
    ],
)
def test_what_makes_no_sense_is_refused_below_its_field(page, tiny_session, name, text, says):
    before, shown = tiny_session.settings, page.boxes[name].text()
    type_in(page, name, text)
    assert page.tree.refusal(name) == says
    assert tiny_session.settings == before
    assert page.boxes[name].text() == shown
    type_in(page, name, TYPED[name][0])
    assert page.tree.refusal(name) == ""
    assert getattr(tiny_session.settings, name) == TYPED[name][1]


def test_what_can_be_off_is_turned_off_by_an_empty_field(page, tiny_session):
    for name in ("target_accuracy", "patience"):
        type_in(page, name, TYPED[name][0])
        assert getattr(tiny_session.settings, name) is not None
        page.offer(name, "")
        assert getattr(tiny_session.settings, name) is None
        assert page.boxes[name].text() == ""


@pytest.mark.parametrize("name", LADDERS)
def test_arrows_climb_the_ladder_and_stop_at_its_ends(page, tiny_session, name):
    choose(page.choices["optimizer"], "momentum")
    choose(page.choices["schedule"], "step")
    box = page.boxes[name]
    for _ in range(60):
        QTest.keyClick(box, Qt.Key.Key_Up)
    top = LADDERS[name][-1] if name != "batch" else 10  # 20 is more than there are, and is refused
    assert getattr(tiny_session.settings, name) == top
    seen = [top]
    while seen[-1] != LADDERS[name][0]:
        QTest.keyClick(box, Qt.Key.Key_Down)
        assert getattr(tiny_session.settings, name) != seen[-1]
        seen.append(getattr(tiny_session.settings, name))
    assert seen == [*reversed([rung for rung in LADDERS[name] if rung is None or rung <= top])]
    assert not box.stepEnabled() & QAbstractSpinBox.StepEnabledFlag.StepDownEnabled


def test_measured_values_have_no_accuracy_to_stop_at(page, tiny_session):
    assert page.fields["target_accuracy"].opts["visible"]
    tiny_session.use_data(tiny_dataset(classes=False))
    assert not page.fields["target_accuracy"].opts["visible"]
    tiny_session.undo()
    assert page.fields["target_accuracy"].opts["visible"]


def test_momentum_and_final_share_are_there_only_where_they_apply(page, tiny_session):
    def there(name):
        return not page.fields[name].item.isHidden()

    for optimizer in ("sgd", "momentum", "nesterov", "rmsprop", "adam"):
        choose(page.choices["optimizer"], optimizer)
        assert tiny_session.settings.optimizer == optimizer
        assert there("momentum") == (optimizer in ("momentum", "nesterov"))
    for schedule in ("constant", "step", "exponential", "cosine"):
        choose(page.choices["schedule"], schedule)
        assert tiny_session.settings.schedule == schedule
        assert there("final") == (schedule in ("step", "exponential"))


def test_another_optimizer_takes_its_usual_rate_along(page, tiny_session):
    for optimizer, rate in (("momentum", 1.0), ("adam", 0.001), ("rmsprop", 0.001), ("sgd", 1.0)):
        choose(page.choices["optimizer"], optimizer)
        assert (tiny_session.settings.optimizer, tiny_session.settings.rate) == (optimizer, rate)
        assert page.advice.isHidden()
    type_in(page, "rate", "0.5")
    choose(page.choices["optimizer"], "adam")
    assert tiny_session.settings.rate == 0.5  # chosen by hand
    assert page.advice.isVisible()
    assert page.advice.text() == "With Adam, η is usually about 0.001."
    type_in(page, "rate", "0.01")
    assert page.advice.isHidden()


def test_a_training_that_runs_keeps_its_rate_when_the_next_optimizer_is_chosen(page, tiny_session):
    tiny_session.set_pace(0.01)
    tiny_session.start()
    choose(page.choices["optimizer"], "adam")
    assert (tiny_session.settings.optimizer, tiny_session.settings.rate) == ("adam", 1.0)
    assert "0.001" in page.advice.text()
    tiny_session.stop()


def test_the_bar_and_the_page_show_the_same(page, tiny_session, qtbot):
    bar = TrainingBar(tiny_session, make_actions(tiny_session, page))
    qtbot.addWidget(bar)
    type_in(page, "rate", "0.3")
    type_in(page, "batch", "6")
    type_in(page, "epochs", "8")
    assert (bar.rate.text(), bar.batch.value(), bar.epochs.value()) == ("0.3", 6, 8)
    bar.batch.setValue(3)
    bar.epochs.setValue(9)
    tiny_session.set_rate(2.0)
    assert [page.boxes[name].text() for name in ("rate", "batch", "epochs")] == ["2", "3", "9"]


def test_all_takes_the_whole_set_and_defaults_bring_the_usual_back(page, tiny_session):
    QTest.mouseClick(page.all, Qt.MouseButton.LeftButton)
    assert tiny_session.settings.batch == len(tiny_session.dataset.train) == 12
    type_in(page, "dropout", "0.4")
    choose(page.choices["optimizer"], "adam")
    QTest.mouseClick(page.usual, Qt.MouseButton.LeftButton)
    assert tiny_session.settings == TrainSettings(batch=10)
    assert page.choices["optimizer"].value == "sgd"


def test_begin_again_draws_a_network_of_the_same_shape(page, tiny_session):
    spec = tiny_session.spec
    page.scheme.choose("he")
    page.seed.setValue(42)
    assert tiny_session.origin != ("he", 42)
    QTest.mouseClick(page.again, Qt.MouseButton.LeftButton)
    np.testing.assert_array_equal(tiny_session.parameters.theta, initialize(spec, "he", 42).theta)
    assert (tiny_session.spec, tiny_session.origin) == (spec, ("he", 42))
    assert page.fields["scheme"].item.text(2) == "N(0, 2/n), biases 0"
    tiny_session.undo()
    assert (page.scheme.value, page.seed.value()) == tuple(tiny_session.origin)


def test_a_seed_that_is_none_is_refused_below_its_field(page):
    before = page.seed.value()
    for text in ("none", "-3"):
        page.seed.setFocus()
        page.seed.selectAll()
        QTest.keyClicks(page.seed, text)
        QTest.keyClick(page.seed, Qt.Key.Key_Return)
        assert "a whole number from 0" in page.tree.refusal("seed")
        assert page.seed.value() == before
    page.seed.setValue(before + 1)
    assert page.tree.refusal("seed") == ""


def test_tab_goes_from_field_to_field(page, qtbot):
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.boxes["rate"].setFocus()
    seen = []
    for _ in range(13):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        seen.append(page.focusWidget())
    boxes, choices = page.boxes, page.choices
    assert seen == [
        *(boxes["batch"], page.all, boxes["l1"], boxes["l2"], choices["optimizer"], choices["schedule"]),
        *(boxes["epochs"], boxes["dropout"], boxes["target_accuracy"], boxes["patience"]),
        *(page.scheme, page.seed, page.again),
    ]


def test_every_field_teaches_and_says_when_it_takes_effect(page):
    assert set(page.boxes) | set(page.choices) == set(ORDER)
    for name in (*ORDER, "scheme", "seed"):
        control = page._speaker(name)
        assert control.accessibleName()
        assert len(control.toolTip()) > 60
        assert control.toolTip() == page.fields[name].item.toolTip(0)
        assert ("at once" in control.toolTip()) == (name in AT_ONCE)
        assert ("next start" in control.toolTip()) == (name in NEXT_START)
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus
    for kind in (QAbstractSpinBox, QComboBox):
        for control in page.tree.findChildren(kind):
            assert control.accessibleName()
    texts = [page.tree.topLevelItem(i).text(0) for i in range(page.tree.topLevelItemCount())]
    assert ["at once" in text for text in texts] == [True, False, False]


def test_formulas_follow_the_notation(page, tiny_session):
    before = page.fields["rate"].item.text(2)
    assert before == "θ ← θ − η ∇C"
    rows = next(notation for notation in NOTATIONS if notation.key == "rows")
    tiny_session.write_in(rows)
    try:
        assert page.fields["rate"].item.text(2) == "θ ← θ − λ ∇L"
        assert page.fields["rate"].item.text(0) == "learning rate λ"
        assert "∇L" in page.boxes["rate"].toolTip()
    finally:
        tiny_session.write_in(NOTATIONS[0])
    assert page.fields["rate"].item.text(2) == before


def test_data_with_fewer_examples_show_a_smaller_mini_batch(page, tiny_session, tiny_dataset):
    tiny_session.use_data(tiny_dataset(n=4))
    assert page.boxes["batch"].text() == "4"


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_it_never_widens_the_window_and_follows_the_type(qapp, page, scale):
    theme.apply(qapp, theme.LIGHT, scale)
    assert page.minimumSizeHint().width() <= 460
    name = page.fields["rate"].item
    box = page.tree.visualItemRect(name)
    assert box.height() >= 30 * scale


def test_a_page_for_a_session_without_an_origin(qtbot, tiny_dataset):
    session = Session(tiny_dataset())
    session.open_network(session.parameters)
    page = SettingsPage(session)
    qtbot.addWidget(page)
    assert (page.scheme.value, page.seed.value()) == ("scaled", 0)
    session.close()
