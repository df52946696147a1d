"""What the edges show: weights, contributions, wishes or the last change; and what is not known yet."""

from typing import NamedTuple

import numpy as np

from nnviz.core.arrays import Array
from nnviz.core.network import Parameters
from nnviz.core.steps import Phase
from nnviz.session import Changed, Session
from nnviz.ui.network.tone import strengths
from nnviz.wording import tr

SYMBOLS = {"weight": "w", "contribution": "{w·a}", "wish": "−∂{C}/∂w", "change": "Δw"}
"""How the captions name what an edge can show; `tr` fills in how the notation writes it."""

TEACHES = {
    "weight": "the weights, blue above 0 and red below",
    "contribution": "what each edge carries to its neuron for this example",
    "wish": "how each weight should change to lower the cost of this example",
    "change": "what the last update did to each weight",
}
"""What each of them means."""

MOVES = Changed.NETWORK | Changed.PARAMETERS | Changed.EXAMPLE | Changed.CURSOR | Changed.VIEW


class Shown(NamedTuple):
    """What the edges of one gap show.

    Attributes
    ----------
    kind : str
        One of SYMBOLS.
    values : Array or None
        Shape (n_(l−1), n_l); None where there is nothing to be shown yet.
    missing : str
        Why not.
    """

    kind: str
    values: Array | None
    missing: str = ""


class EdgeValues:
    """What the edges show just now, gap by gap; computed when asked for, and kept until it moves.

    Parameters
    ----------
    session : Session
        Where the numbers are.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._shown: dict[int, Shown] = {}
        self._drawn: dict[int, tuple[Array, float]] = {}
        self._change: tuple[Parameters | None] | None = None

    def follow(self, what: Changed) -> None:
        """Forget what has moved."""
        if what & MOVES:
            self._shown.clear()
            self._drawn.clear()
            self._change = None

    def kind(self, layer: int) -> str:
        """Return which of SYMBOLS the gap before `layer` is to show."""
        session = self._session
        if session.view.edges != "score":
            return session.view.edges
        computed = not session.updated and session.shows(Phase("gradient", layer))
        return "wish" if computed else "weight"

    def shown(self, layer: int) -> Shown:
        """Return what the edges before `layer` show."""
        if layer not in self._shown:
            self._shown[layer] = self._look(layer)
        return self._shown[layer]

    def values(self, layer: int) -> Array | None:
        """Return the numbers behind the edges before `layer`, shape (n_(l−1), n_l), None where unknown."""
        return self.shown(layer).values

    def drawn(self, layer: int) -> tuple[Array, float]:
        """Return the signed strengths −1 … 1 of the edges before `layer`, and what 1 stands for."""
        if layer not in self._drawn:
            values = self.values(layer)
            size = self._session.spec.weight_count(layer)
            flat = np.zeros(size, np.float32) if values is None else values.ravel()
            self._drawn[layer] = strengths(flat, self._session.view.gamma)
        return self._drawn[layer]

    def _look(self, layer: int) -> Shown:
        kind, session = self.kind(layer), self._session
        match kind:
            case "contribution" if not self._activated(layer - 1):
                return Shown(kind, None, tr("not yet computed"))
            case "contribution":
                # As they were computed: after an update z still comes from the weights before it.
                weights = session.trace.parameters.blocks[layer][:-1]
                return Shown(kind, weights * session.trace.a[layer - 1][:, None])
            case "wish" if not self._wishes_known(layer):
                return Shown(kind, None, tr("not yet computed"))
            case "wish":
                return Shown(kind, np.negative(session.trace.gradient.blocks[layer][:-1]))
            case "change":
                change = self._last_change()
                if change is None:
                    return Shown(kind, None, tr("no change yet"))
                return Shown(kind, change.blocks[layer][:-1])
            case _:
                return Shown("weight", session.parameters.blocks[layer][:-1])

    def _wishes_known(self, layer: int) -> bool:
        """Say whether the example's gradient may be shown: once the cursor is there, or while it trains.

        A training goes through all phases many times a second; the trace is then of the newest parameters.
        """
        return self._session.run_state == "running" or self._session.shows(Phase("gradient", layer))

    def _activated(self, layer: int) -> bool:
        return self._session.shows(Phase("activation", layer) if layer else Phase("input", 0))

    def _last_change(self) -> Parameters | None:
        if self._change is None:
            self._change = (self._session.change,)
        return self._change[0]
