"""The two switches of the middle: what stands there, and what the network's edges show."""

from dataclasses import replace

from nnviz.session import Changed, Session
from nnviz.ui.pictures import PICTURES
from nnviz.ui.segments import Segments
from nnviz.wording import tr


class EdgeSwitch(Segments):
    """What the edges show."""

    def __init__(self, session: Session) -> None:
        super().__init__(tr("What the edges show"), _edge_words())
        self._session = session
        self.chosen.connect(lambda key: session.set_view(replace(session.view, edges=key)))
        session.changed.connect(self._follow)
        self._follow(Changed.VIEW)

    def _follow(self, what: Changed) -> None:
        if what & Changed.NOTATION:
            self.rename(_edge_words())
        if what & Changed.VIEW:
            self.choose(self._session.view.edges)


class PictureSwitch(Segments):
    """What stands in the middle."""

    def __init__(self, session: Session) -> None:
        super().__init__(tr("What stands in the middle"), {p.name: p.taught() for p in PICTURES})
        self._session = session
        self.chosen.connect(lambda key: session.set_view(replace(session.view, picture=key)))
        session.changed.connect(self._follow)
        self._follow(Changed.VIEW)

    def _follow(self, what: Changed) -> None:
        if what & Changed.NOTATION:
            self.rename({p.name: p.taught() for p in PICTURES})
        if what & Changed.VIEW:
            self.choose(self._session.view.picture)


def _edge_words() -> dict[str, tuple[str, str]]:
    return {
        "score": (
            tr("score"),
            tr(
                "<b>As the score has it</b><br>Weights; and once its gradient is computed, the wish −∂{C}/∂w."
            ),
        ),
        "weight": (
            tr("w"),
            tr("<b>Weights w</b><br>How strongly a neuron listens to one before it, and with which sign."),
        ),
        "contribution": (
            tr("{w·a}"),
            tr("<b>Contributions {w·a}</b><br>What each edge adds to the weighted sum, for this example."),
        ),
        "wish": (
            tr("−∂{C}/∂w"),
            tr(
                "<b>Wishes −∂{C}/∂w</b><br>The direction that lowers the cost of this example:"
                " blue weights should rise, red ones fall."
            ),
        ),
        "change": (
            tr("Δw"),
            tr(
                "<b>The last change Δw</b><br>What the last update, training or edit did to each weight;"
                " while training, what the newest mini-batch does."
            ),
        ),
    }
