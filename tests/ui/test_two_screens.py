"""Presenting with a second screen: a program of its own, for Qt takes its screens when it starts."""

import json
import os
import subprocess
import sys

import pytest

PROGRAM = """
import json, sys
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from nnviz import data
from nnviz.session import Session
from nnviz.ui import theme
from nnviz.ui.offscreen import wait_until
from nnviz.ui.window import MainWindow

app = QApplication(["nnviz"])
theme.apply(app, theme.DARK, 1.0)
window = MainWindow(Session(data.load("digits8"), seed=1))
window.resize(1100, 650)
window.show()

def settle():
    for _ in range(2):  # what is enlarged may ask once more
        app.processEvents()
        QTest.qWait(10)
        while window.presenter.waits:
            app.processEvents()
    place = window.geometry()
    return [place.width(), place.height(), theme.current_scale()]

said = {"before": settle()}
window.presenter.begin()
said["presented"] = settle()
said["bars"] = window.training.isVisible()
notes = window.presenter.notes
said["notes"] = [notes.screen().name(), *notes.geometry().getRect(), notes.isVisible()]
said["clock"] = notes.clock.isVisible() and not notes.clock.visibleRegion().isEmpty()
guide = window.lessons
guide.start(guide.library.course.lessons[1].name, 2)
wait_until(lambda: not guide.player.busy, guide.player.changed)
said["lesson"] = settle()
said["least"] = window.minimumSizeHint().width()
said["title"] = notes.title.text()
guide.player.leave()
window.presenter.stop()
said["after"] = settle()
said["bars after"] = window.training.isVisible()
said["notes gone"] = notes.isHidden()
print(json.dumps(said))
window.close()
"""


def screen(name, x, width, height):
    return {"name": name, "x": x, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1}


@pytest.mark.slow
def test_a_lesson_on_the_projector_and_its_notes_on_the_other_screen(tmp_path):
    screens = tmp_path / "screens.json"
    both = [screen("projector", 0, 1280, 720), screen("desk", 1280, 1440, 900)]
    screens.write_text(json.dumps({"screens": both}))
    environment = os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={screens}"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert said["before"] == [1100, 650, 1.0]
    assert said["presented"] == [1280, 720, 1.5]
    assert (said["bars"], said["bars after"]) == (False, True)  # the network has the height
    assert said["notes"] == ["desk", 1280, 0, 1440, 900, True]
    assert said["clock"]
    assert said["lesson"][:2] == [1280, 720]
    assert said["lesson"][2] > 1.0
    assert said["least"] <= 1280  # nothing is cut
    assert said["title"]
    assert said["after"] == said["before"]
    assert said["notes gone"]
