from dataclasses import replace

import numpy as np
import pytest
from driving import press
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow

from nnviz.core.network import Location
from nnviz.errors import SettingsError
from nnviz.session import PACES
from nnviz.training.evaluation import Standing
from nnviz.training.trainer import Metrics
from nnviz.training.worker import TrainingWorker
from nnviz.ui import theme
from nnviz.ui.actions import make_actions
from nnviz.ui.fields import RATES, parse_rate, stepped
from nnviz.ui.training.bar import TrainingBar
from nnviz.wording import exact, percent
from nnviz.wording.progress import Progress, pace_name, status_texts


@pytest.fixture
def window(qtbot, tiny_session):
    """A window with all commands, so that its shortcuts compete with the bar's controls for keys."""
    window = QMainWindow()
    actions = make_actions(tiny_session, window)
    window.addActions(list(actions.values()))
    window.bar = TrainingBar(tiny_session, actions)
    window.setCentralWidget(window.bar)
    window.resize(1256, 40)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


@pytest.fixture
def bar(window):
    return window.bar


@pytest.fixture
def slow(tiny_session):
    """A session whose training lasts until it is stopped."""
    tiny_session.set_pace(1.0)
    return tiny_session


def wait_until_idle(qtbot, session):
    qtbot.waitUntil(lambda: session.run_state != "running")


def test_train_pause_resume_stop(bar, slow):
    assert (slow.run_state, bar.train.text(), bar.stop.isEnabled()) == ("idle", "Train", False)
    press(bar.train)
    assert (slow.run_state, bar.train.text(), bar.stop.isEnabled()) == ("running", "Pause", True)
    press(bar.train)
    assert (slow.run_state, bar.train.text()) == ("paused", "Resume")
    press(bar.train)
    assert slow.run_state == "running"
    press(bar.stop)
    assert (slow.run_state, bar.train.text(), bar.stop.isEnabled()) == ("idle", "Train", False)


def test_the_icon_follows_the_run(bar, slow):
    pictures = [bar.train.icon().pixmap(16).toImage()]
    for _ in range(2):
        press(bar.train)
        pictures.append(bar.train.icon().pixmap(16).toImage())
    assert all(a != b for i, a in enumerate(pictures) for b in pictures[:i])


def test_nothing_moves_when_the_text_changes(bar, slow):
    widths = {bar.train.width()}
    places = {bar.rate.x()}
    for _ in range(2):
        press(bar.train)
        QTest.qWait(0)
        widths.add(bar.train.width())
        places.add(bar.rate.x())
    assert len(widths) == len(places) == 1


def test_one_batch_and_one_epoch(bar, tiny_session, qtbot):
    tiny_session.set_pace(None)
    bar.batch.setValue(5)
    press(bar.one_batch)
    wait_until_idle(qtbot, tiny_session)
    assert tiny_session.updates == 1
    press(bar.one_epoch)
    wait_until_idle(qtbot, tiny_session)
    assert tiny_session.epochs == 1.0
    assert tiny_session.updates == 3  # 12 examples: 5 + 5 + 2


def test_one_example(bar, tiny_session, qtbot):
    bar.batch.setValue(5)
    press(bar.one_example)
    wait_until_idle(qtbot, tiny_session)
    assert tiny_session.position == (0, 1, 1)
    press(bar.one_batch)
    wait_until_idle(qtbot, tiny_session)
    assert tiny_session.position == (0, 6, 2)
    assert tiny_session.settings.batch == 5


def test_it_says_which_stop_condition_has_ended_it(bar, tiny_session, qtbot):
    tiny_session.set_pace(None)
    tiny_session.set_settings(replace(tiny_session.settings, target_accuracy=0.01, epochs=5))
    press(bar.train)
    wait_until_idle(qtbot, tiny_session)
    assert (tiny_session.finished, tiny_session.epochs) == ("target", 1)
    assert bar.status.accessibleName().endswith("· target reached")
    assert "ended early: the wanted accuracy is reached." in bar.status.toolTip()
    tiny_session.visit(1)
    assert tiny_session.finished is None
    assert "target" not in bar.status.accessibleName()


def test_start_over(bar, tiny_session, qtbot):
    first = tiny_session.parameters.theta.copy()
    press(bar.one_batch)
    wait_until_idle(qtbot, tiny_session)
    assert (tiny_session.parameters.theta != first).any()
    press(bar.reset)
    np.testing.assert_array_equal(tiny_session.parameters.theta, first)


def test_every_pace(bar, tiny_session):
    for row, pace in enumerate(PACES):
        bar.pace.setCurrentIndex(row)
        bar.pace.activated.emit(row)
        assert tiny_session.pace == pace
        assert bar.pace.currentText() in (pace_name(pace), pace_name(pace, long=False))


def test_a_pace_set_elsewhere_is_shown(bar, tiny_session):
    tiny_session.set_pace(10.0)
    assert bar.pace.currentIndex() == PACES.index(10.0)


def test_the_pace_changes_a_training_that_runs(bar, slow, qtbot):
    slow.start()
    bar.pace.activated.emit(PACES.index(None))
    wait_until_idle(qtbot, slow)
    assert slow.epochs == slow.settings.epochs


def enter_rate(bar, text):
    bar.rate.lineEdit().setText(text)
    QTest.keyClick(bar.rate, Qt.Key.Key_Return)


def test_a_typed_rate_is_taken(bar, tiny_session):
    enter_rate(bar, "0,3")
    assert tiny_session.settings.rate == 0.3
    assert bar.rate.text() == "0.3"


def test_the_rate_changes_a_training_that_runs(bar, slow):
    slow.start()
    enter_rate(bar, "0.25")
    assert slow.run_state == "running"
    assert slow.settings.rate == 0.25


@pytest.mark.parametrize("text", ["nan", "0", "-1", "inf", "", "fast", "1000", "0.00001", "1 2"])
def test_a_bad_rate_is_explained_once_and_the_old_one_is_back(bar, tiny_session, qtbot, text):
    sentences = []
    tiny_session.failed.connect(sentences.append)
    enter_rate(bar, text)
    bar.train.setFocus()  # leaving the field finishes the editing once more
    assert len(sentences) == 1
    assert text in sentences[0]
    assert tiny_session.settings.rate == 1.0
    assert bar.rate.text() == "1"


def test_a_rate_set_elsewhere_is_shown_but_does_not_disturb_typing(bar, tiny_session):
    bar.rate.lineEdit().setText("0.0")
    tiny_session.set_pace(10.0)
    assert bar.rate.text() == "0.0"
    tiny_session.set_rate(3.0)
    assert bar.rate.text() == "3"


def test_leaving_a_rate_of_many_digits_does_not_round_it(bar, tiny_session):
    tiny_session.set_rate(0.123456789)
    bar.rate.editingFinished.emit()
    assert tiny_session.settings.rate == 0.123456789


def test_arrows_step_the_rate_and_not_the_example(bar, tiny_session):
    bar.rate.setFocus()
    example = tiny_session.example
    QTest.keyClick(bar.rate, Qt.Key.Key_Up)
    assert tiny_session.settings.rate == 2.0
    for _ in range(3):
        QTest.keyClick(bar.rate, Qt.Key.Key_Down)
    assert tiny_session.settings.rate == 0.2
    assert tiny_session.example == example


def test_a_letter_in_a_number_is_no_command(bar, slow):
    bar.batch.setFocus()
    QTest.keyClick(bar.batch, Qt.Key.Key_T)
    assert slow.run_state == "idle"


@pytest.mark.parametrize("text", ["0", "-5", "2.5", "9999", "1e2", "abc"])
def test_a_batch_that_is_none_is_refused_in_words(qtbot, bar, slow, text):
    said = []
    slow.failed.connect(said.append)
    bar.batch.setFocus()
    bar.batch.selectAll()
    QTest.keyClicks(bar.batch, text)
    QTest.keyClick(bar.batch, Qt.Key.Key_Return)
    assert slow.settings.batch == bar.batch.value() == 10
    assert len(said) == 1
    assert text in said[0]


def test_space_presses_the_button_that_has_the_focus(bar, slow):
    bar.train.setFocus()
    QTest.keyClick(bar.train, Qt.Key.Key_Space)
    assert slow.run_state == "running"
    assert not slow.playing


def test_the_ladder_goes_through_1_2_5(qapp):
    assert RATES[0] == 1e-4
    assert RATES[-1] == 100.0
    rate = 1e-4
    for expected in RATES[1:]:
        rate = stepped(rate, 1)
        assert rate == expected
    assert stepped(100.0, 1) == 100.0
    assert stepped(1e-4, -1) == 1e-4
    assert stepped(0.3, 1) == 0.5
    assert stepped(0.3, -1) == 0.2
    assert stepped(1.0, 10) == 100.0
    assert stepped(1.0, -3) == 0.1


def test_a_rate_is_read_as_it_is_written():
    assert parse_rate(" 1e-3 ") == 0.001
    with pytest.raises(SettingsError, match="must be a number from") as raised:
        parse_rate("101")
    assert raised.value.field == "rate"


def test_batch_goes_from_one_to_the_whole_set(bar, tiny_session, tiny_dataset):
    n = len(tiny_session.dataset.train)
    assert (bar.batch.minimum(), bar.batch.maximum()) == (1, n)
    bar.batch.setValue(10 * n)
    assert tiny_session.settings.batch == n
    bar.batch.setValue(0)
    assert tiny_session.settings.batch == 1
    tiny_session.new_network(tiny_session.spec, "scaled", 0, tiny_dataset(n=30))
    assert bar.batch.maximum() == 30


def test_a_batch_larger_than_new_data_stays_in_view_until_it_is_changed(bar, tiny_session, tiny_dataset):
    bar.batch.setValue(12)
    tiny_session.new_network(tiny_session.spec, "scaled", 0, tiny_dataset(n=8))
    assert bar.batch.value() == tiny_session.settings.batch


def test_epochs(bar, tiny_session, qtbot):
    tiny_session.set_pace(None)
    bar.epochs.setValue(3)
    press(bar.train)
    wait_until_idle(qtbot, tiny_session)
    assert tiny_session.epochs == 3.0
    assert bar.train.text() == "Train"


def test_status_says_how_far_it_has_come(bar, tiny_session, qtbot):
    tiny_session.set_pace(None)
    assert bar.status.text().startswith("not trained yet")
    bar.epochs.setValue(2)
    press(bar.train)
    wait_until_idle(qtbot, tiny_session)
    accuracy = percent(tiny_session.metrics[-1].test_accuracy)
    assert bar.status.text() == f"epoch 2.0 · {tiny_session.updates} updates · test {accuracy}"
    tiny_session.undo()
    assert bar.status.text().startswith("not trained yet")


def test_after_an_edit_the_status_says_how_the_network_does_now(bar, tiny_session, qtbot):
    tiny_session.train_batch()
    wait_until_idle(qtbot, tiny_session)
    tiny_session.set_parameter(Location("b", 2, 0), 50.0)  # now it always says the same
    assert bar.status.text().endswith("test …")  # the old number would be wrong
    qtbot.waitUntil(lambda: tiny_session.standing is not None)
    assert bar.status.text().endswith(f"test {percent(tiny_session.standing.accuracy)}")
    assert exact(tiny_session.standing.accuracy) in bar.status.toolTip()


def test_weights_that_were_not_drawn_here_are_not_called_untrained():
    texts = status_texts(Progress(False, 0.0, 0, None, Standing(0.1, 0.945), drawn=False))
    assert texts == ("weights from elsewhere · test 94.5%", "weights from elsewhere", "test 94.5%")
    assert status_texts(Progress(False, 0.0, 0)) == ("not trained yet · test …", "not trained yet")


def test_a_measurement_of_an_earlier_network_is_not_shown_as_the_present_one():
    measured = Metrics(512, 3.4, 0.2, 0.25, None, None, 0.0, 0.0)
    assert status_texts(Progress(False, 3.5, 520, measured))[0] == "epoch 3.5 · 520 updates · test …"
    assert "0.250" in status_texts(Progress(True, 3.5, 520, measured))[0]


def test_steps_by_hand_are_counted(qtbot, bar, tiny_session):
    tiny_session.set_parameter(Location("b", 2, 0), 0.5)
    assert bar.status.text() == "1 step by hand · test …"
    tiny_session.jump(tiny_session.plan.update)
    tiny_session.paint_input({0: 0.75})  # that moves no weight
    assert bar.status.text().startswith("2 steps by hand · test ")
    tiny_session.undo()
    tiny_session.undo()
    assert bar.status.text() == "1 step by hand · test …"
    tiny_session.visit(0)
    assert bar.status.text() == "not trained yet · test …"
    qtbot.waitUntil(lambda: tiny_session.standing is not None)
    assert bar.status.text() == f"not trained yet · test {percent(tiny_session.standing.accuracy)}"


def test_a_training_does_not_show_what_was_measured_before_its_first_step(qtbot, monkeypatch, bar, slow):
    monkeypatch.setattr(TrainingWorker, "_measure_now", lambda worker: False)
    slow.set_pace(100.0)
    slow.start()
    qtbot.waitUntil(lambda: slow.updates > 1)
    assert [measured.updates for measured in slow.metrics] == [0]
    assert slow.run_state == "running"
    qtbot.waitUntil(lambda: bar.status.text().endswith(" updates"))
    slow.stop()


def test_after_a_pause_the_last_status_is_there_without_a_wait(qtbot, bar, tiny_session):
    tiny_session.set_pace(100.0)
    tiny_session.start()
    qtbot.waitUntil(lambda: tiny_session.updates > 2)
    tiny_session.pause()
    assert f"{tiny_session.updates} updates" in bar.status.text()


def test_status_without_classes_says_the_cost():
    measured = Metrics(512, 3.4, 0.2, 0.25, None, None, 0.0, 0.0)
    assert (
        status_texts(Progress(False, 3.41, 512, measured))[0] == "epoch 3.4 · 512 updates · test cost 0.250"
    )
    assert status_texts(Progress(True, 0.0, 0))[0] == "running …"


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_it_fits_a_window_of_1280_pixels(qapp, bar, scale):
    theme.apply(qapp, theme.LIGHT, scale)
    assert bar.minimumSizeHint().width() <= 1256
    assert bar.minimumSizeHint().height() <= 40 * scale


def test_a_narrow_bar_says_less_and_loses_nothing(bar, window, qtbot, tiny_session):
    tiny_session.train_epoch()
    wait_until_idle(qtbot, tiny_session)
    assert "updates" in bar.status.text()
    window.resize(bar.minimumSizeHint().width(), 40)
    qtbot.waitUntil(lambda: bar.pace.width() >= bar.pace.sizeHint().width())
    assert bar.status.text().startswith("test")
    assert bar.status.geometry().right() < bar.width()
    assert bar.one_batch.text() == "1 batch"


def test_every_control_has_a_name_and_teaches(bar):
    controls = (bar.train, bar.stop, bar.one_example, bar.one_batch, bar.one_epoch, bar.reset)
    for control in (*controls, bar.rate, bar.batch, bar.epochs, bar.pace):
        assert control.accessibleName()
        assert len(control.toolTip()) > 30
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus
