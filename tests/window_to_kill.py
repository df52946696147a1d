"""The real program, which trains until somebody kills it: ``FILE INTERVAL_MS``.

Takes up what was left behind, if it is asked; else opens FILE. Prints a line of JSON: what it began with.
Then then line after line how many updates there are, and when.
"""

import json
import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from nnviz import autosave, environment
from nnviz.cli import main
from nnviz.session import Session
from nnviz.ui.window import MainWindow

LOOK_MS = 10


class Watcher:
    """Answers the question after a crash, then trains and tells how far it has come."""

    def __init__(self) -> None:
        self._asked = False
        self._timer = QTimer(interval=LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        question = QApplication.activeModalWidget()
        if isinstance(question, QMessageBox):
            self._asked = True
            question.defaultButton().click()
            return
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow) and window.isVisible():
                self._follow(window, window._session)

    def _follow(self, window: MainWindow, session: Session) -> None:
        if session.run_state == "running":
            say([session.updates, time.monotonic()])
        elif window.document.loading is None and (self._asked or window.document.path):
            say(
                {
                    "asked": self._asked,
                    "updates": session.updates,
                    "network": str(session.spec),
                    "data": session.dataset.name,
                    "said": window.message.text,
                }
            )
            session.set_pace(500.0)
            session.start()


def say(what: object) -> None:
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    file, interval = sys.argv[1:]
    autosave.AUTOSAVE_MS = int(interval)
    environment.has_display = lambda: True
    application = QApplication(["nnviz"])
    watcher = Watcher()
    sys.exit(main(["run", "--data", "digits8", "--open", file]))
