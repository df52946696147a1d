"""Write resources/formulas.json, the formulas of a start and of first looks around (``make formulas``).

The file is kept in the repository; with the same ziamath, running this again gives the same bytes.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from importlib.metadata import version
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

from nnviz import data
from nnviz.core.network import Location, NetworkSpec
from nnviz.data import Dataset
from nnviz.wording.notation import NOTATIONS, STANDARD, Notation

if TYPE_CHECKING:
    from nnviz.session import Session

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


PARTICULAR = re.compile(r"_\{\d")
"""The symbol of one neuron or weight: there are too many of them."""

Look = Callable[[], None]


def main() -> None:
    """Open a window on each network, and write what it had typeset."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    formulas = {tex: _typeset(tex) for tex in sorted(_of_starts())}
    whole = {"ziamath": version("ziamath"), "formulas": formulas}
    TARGET.write_text(json.dumps(whole, indent=0, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
    print(f"{TARGET}: {len(formulas)} formulas, {TARGET.stat().st_size:,} bytes")


def _of_starts() -> set[str]:
    """Return the TeX of all formulas that are in a first picture, or met in a first walk."""
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
        _look_around()
        _look_at_a_chain()
    return {tex for tex in wanted if not PARTICULAR.search(tex)}


@contextmanager
def _window(dataset: Dataset, spec: NetworkSpec, notation: Notation) -> Iterator[tuple[Session, Look]]:
    """Open a window, as large as the smallest screen; what is yielded with its session paints it once."""
    from PySide6.QtWidgets import QApplication

    from nnviz.session import Session
    from nnviz.ui.preferences import Preferences
    from nnviz.ui.window import MainWindow

    preferences = Preferences.forgetful()
    preferences.notation = notation
    session = Session(dataset, spec)
    window = MainWindow(session, preferences)
    window.asks_before_closing = False
    window.show()

    def look() -> None:
        QApplication.processEvents()
        window.grab()

    yield session, look
    window.close()
    window.deleteLater()


def _show(spec: NetworkSpec, notation: Notation) -> None:
    """Show the first picture of a network."""
    with _window(data.load("digits"), spec, notation) as (_, look):
        look()


def _look_around() -> None:
    """Go through the score of the default network, take its neurons and weights apart, see all pictures."""
    from nnviz.session import PICTURES, Neuron

    spec = NetworkSpec.build(784, DEFAULT, 10)
    with _window(data.load("digits"), spec, STANDARD) as (session, look):
        for position in range(len(session.plan.phases)):
            session.jump(position)
            for picture in ("network", "matrix", "wishes"):
                session.set_view(replace(session.view, picture=picture))
                look()
        session.jump(session.plan.update - 1)
        for picture in PICTURES:
            session.set_view(replace(session.view, picture=picture))
            look()
        for layer in spec.layers:
            for chosen in (Neuron(layer, 0), Location("w", layer, 0, 0), Location("b", layer, 0)):
                session.select(chosen)
                look()


def _look_at_a_chain() -> None:
    """Show the network of single neurons, with all of its numbers."""
    from nnviz.ui.chain.panel import SPEC

    with _window(data.load("chain"), SPEC, STANDARD) as (session, look):
        session.jump(session.plan.update - 1)
        session.set_view(replace(session.view, picture="chain"))
        look()


def _typeset(tex: str) -> tuple[str, float, float, float]:
    from nnviz.ui.formula.typesetting import typeset_now

    setting = typeset_now(tex)
    if not setting.ok:
        raise ValueError(f"{tex} cannot be typeset")
    return setting.svg, *setting.box


if __name__ == "__main__":
    main()
