"""Images are kept as bytes: nothing that is shown makes numbers of all of them."""

import traceback

from PySide6.QtWidgets import QApplication
from seeing import everything

from nnviz.data.split import Split
from nnviz.ui.window import MainWindow


def test_nothing_on_the_screen_makes_numbers_of_all_images(session, qtbot, monkeypatch):
    asked = []
    make = Split.inputs.fget

    def inputs(split):
        asked.append("".join(traceback.format_stack()))
        return make(split)

    monkeypatch.setattr(Split, "inputs", property(inputs))
    window = MainWindow(session)
    qtbot.addWidget(window)
    window.show()
    session.step_forward()
    for _ in everything(session):
        QApplication.processEvents()
    assert not asked, asked[0]
    assert len(session.dataset.train.inputs) == len(asked) * 1500
