"""The formulas that come with the program: today's, all that a start needs, and quick for it."""

import json
import subprocess
import sys
from importlib.metadata import version

import pytest
from PySide6.QtSvg import QSvgRenderer

from nnviz.resources import resource
from nnviz.ui.formula import shipped, typeset
from nnviz.ui.formula.typesetting import typeset_now

SHIPPED = json.loads(resource(shipped.FILE).read_text(encoding="utf-8"))
AFRESH = "run `make formulas`"

START = """
import os, sys
from nnviz.cli import main
from PySide6.QtCore import QObject, QTimer
from nnviz.cli import application

class Look(application.FirstFrame):
    def _tell(self):
        heavy = ["ziamath", "scipy", "pyqtgraph", "sklearn", "safetensors", "pooch", "requests"]
        print(*(name for name in heavy if name in sys.modules), "at the first frame")
        sys.stdout.flush()
        os._exit(0)

application.FirstFrame = Look
main([])
"""


# Every fifth is enough for a day: another ziamath, or another font, changes them all.
EACH = [
    tex if number % 5 == 0 else pytest.param(tex, marks=pytest.mark.slow)
    for number, tex in enumerate(SHIPPED["formulas"])
]


@pytest.mark.parametrize("tex", EACH)
def test_each_is_what_ziamath_makes_of_it_today(tex, qapp):
    setting, now = typeset(tex), typeset_now(tex)
    assert setting.ok
    assert QSvgRenderer(setting.svg.encode()).isValid()
    assert setting.box == pytest.approx(now.box, abs=0.05), AFRESH
    if version("ziamath") == SHIPPED["ziamath"]:  # another version may set a stroke otherwise
        assert setting == now, AFRESH


def test_a_start_waits_for_no_library_that_it_does_not_need(tmp_path, monkeypatch):
    """All formulas of the first frame are shipped, for else ziamath would have been imported."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    done = subprocess.run([sys.executable, "-c", START], capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "at the first frame", f"{AFRESH}, or see what is imported\n{done.stderr}"
