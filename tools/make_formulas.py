"""Write resources/formulas.json, the formulas that a start shows, typeset (``make formulas``).

The file is kept in the repository; with the same ziamath, running this again gives the same bytes.
"""

import json
import os
from importlib.metadata import version
from itertools import product
from pathlib import Path
from unittest.mock import patch

from nnviz import data
from nnviz.core.network import NetworkSpec
from nnviz.wording.notation import NOTATIONS, STANDARD, Notation

TARGET = Path(__file__).resolve().parent.parent / "resources" / "formulas.json"

DEFAULT = (16, 16)
HIDDEN = ((), (16,), DEFAULT, (16, 16, 16), (16, 16, 16, 16))
OUTPUTS = (
    ("sigmoid", "squared"),
    ("sigmoid", "half_squared"),
    ("sigmoid", "mean_squared"),
    ("sigmoid", "binary_cross_entropy"),
    ("softmax", "cross_entropy"),
)
"""Networks whose first picture is to be quick: each of these sizes with each of these outputs.

So is that of the default one in every notation.
"""


def main() -> None:
    """Open a window on each network, and write what it had typeset."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    formulas = {tex: _typeset(tex) for tex in sorted(_of_starts())}
    whole = {"ziamath": version("ziamath"), "formulas": formulas}
    TARGET.write_text(json.dumps(whole, indent=0, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
    print(f"{TARGET}: {len(formulas)} formulas, {TARGET.stat().st_size:,} bytes")


def _of_starts() -> set[str]:
    """Return the TeX of all formulas that are in a first picture."""
    from PySide6.QtWidgets import QApplication

    from nnviz.ui import theme
    from nnviz.ui.formula import shipped, typesetting
    from nnviz.ui.offscreen import delete_now, without_noise

    app = QApplication(["nnviz"])
    wanted: set[str] = set()
    now = typesetting.typeset_now

    def record(tex: str) -> typesetting.Typeset:
        wanted.add(tex)
        return now(tex)

    theme.apply(app, theme.DARK)
    with (
        without_noise(),
        patch.object(shipped, "drawings", dict),
        patch.object(typesetting, "typeset_now", record),
    ):
        typesetting.typeset.cache_clear()
        for hidden, (output, cost) in product(HIDDEN, OUTPUTS):
            _show(NetworkSpec.build(784, hidden, 10, "sigmoid", output, cost), STANDARD)
            delete_now(app)
        for notation in NOTATIONS:
            _show(NetworkSpec.build(784, DEFAULT, 10), notation)
    return wanted


def _show(spec: NetworkSpec, notation: Notation) -> None:
    """Open a window, as large as the smallest screen, and paint it once."""
    from nnviz.session import Session
    from nnviz.ui.preferences import Preferences
    from nnviz.ui.window import MainWindow

    preferences = Preferences.forgetful()
    preferences.notation = notation
    window = MainWindow(Session(data.load("digits"), spec), preferences)
    window.asks_before_closing = False
    window.show()
    window.grab()
    window.close()
    window.deleteLater()


def _typeset(tex: str) -> tuple[str, float, float, float]:
    from nnviz.ui.formula.typesetting import typeset_now

    setting = typeset_now(tex)
    if not setting.ok:
        raise ValueError(f"{tex} cannot be typeset")
    return setting.svg, *setting.box


if __name__ == "__main__":
    main()
