"""The line below the surfaces: the numbers under the mouse, and else how many points are right."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from nnviz.core.passes import forward, masks_of
from nnviz.session import ExampleRef, Neuron, Session
from nnviz.ui.inspector.parts import NumberLine
from nnviz.ui.plane.seen import PARTS, Seen
from nnviz.ui.plane.surface import Surface
from nnviz.ui.readable import Readable
from nnviz.wording import tr
from nnviz.wording.exam import class_name
from nnviz.wording.plane import (
    output_names,
    outputs_text,
    place_text,
    point_text,
    right_text,
    taken_text,
)


class Reading(NumberLine):
    """What the surface says in numbers, in full precision as its tooltip.

    Parameters
    ----------
    session : Session
        Whose network.
    surface : Surface
        Over which the mouse is.
    subject : callable
        Returns the neuron that the surface shows, None for the answer.
    """

    def __init__(self, session: Session, surface: Surface, subject: Callable[[], Neuron | None]) -> None:
        super().__init__("text_muted")
        self._session, self._surface, self._subject = session, surface, subject
        self._seen: Seen | None = None
        self._pace = Readable(self, session, self.tell)

    def show_seen(self, seen: Seen | None) -> None:
        """Speak of other numbers, or of none."""
        self._seen = seen

    def follow(self) -> None:
        """Say it again, for the network is another; while it learns at a pace that can be read."""
        self._pace.ask()

    def tell(self) -> None:
        """Say what is under the mouse; else how many points are right."""
        at = self._surface.at()
        if at is None:
            self.set_text(self._counts(), tr("What the network takes the points for."))
            return
        short, full = (self._values(*at, full=full) for full in (False, True))
        ref = self._surface.hovered()
        self.set_text((short,) if ref is None else (short, f"· {self._named(ref)}"), full)

    def values_at(self, x: float, y: float) -> list[float]:
        """Return what is shown at a place, computed there: a neuron's activation, or all outputs."""
        session, known, subject = self._session, self._session.points.plane, self._subject()
        assert known is not None
        with np.errstate(all="ignore"):
            inputs = known.inputs(np.array([[x, y]]))
            parameters = session.parameters.astype(np.float64)
            passed = forward(parameters, inputs, masks_of(session.spec, session.off))
        if subject is not None:
            return [float(passed.a[subject.layer][0, subject.j])]
        return [float(a) for a in passed.a[session.spec.depth][0]]

    def _values(self, x: float, y: float, full: bool) -> str:
        session, subject = self._session, self._subject()
        place = place_text(session.points.names, x, y, full)
        names = ("a =",) if subject is not None else output_names(session.spec, session.dataset.classes)
        return f"{place}: {outputs_text(names, self.values_at(x, y), full)}"

    def _named(self, ref: ExampleRef) -> str:
        """Say of a point which example it is, and what it is taken for."""
        data = self._session.dataset
        labels = data.split(ref.split).labels
        if labels is None:
            return point_text(ref.split, ref.index, None)
        label = int(labels[ref.index])
        said = point_text(ref.split, ref.index, class_name(data.classes, label))
        seen = self._seen
        taken = () if seen is None or seen.dataset is not data else seen.guesses[ref.split]
        if ref.index >= len(taken):
            return said
        guess = int(taken[ref.index])
        return f"{said}, {taken_text(class_name(data.classes, guess), guess == label)}"

    def _counts(self) -> tuple[str, ...]:
        """Return how many of the shown points are right."""
        seen, data = self._seen, self._session.dataset
        if seen is None or seen.dataset is not data or not seen.guesses:
            return ()
        shown = PARTS if self._surface.shows_test else PARTS[:1]
        lines = []
        for part in shown:
            wrong = self._surface.wrong(part)
            n = len(data.split(part))
            lines.append(right_text(part, len(wrong) - int(wrong.sum()), len(wrong), n))
        return tuple(f"{line}{',' if k + 1 < len(lines) else ''}" for k, line in enumerate(lines))
