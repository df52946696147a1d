"""The whole Session put away in memory, to be brought back exactly: a lesson borrows the window."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Protocol

from nnviz.core.network import NetworkSpec, initialize
from nnviz.core.steps import plan
from nnviz.data.dataset import Dataset
from nnviz.session.changes import EVERYTHING, Selection, View
from nnviz.session.editing import Editing
from nnviz.training.timeline import ExampleRef, Origin, State, Timeline
from nnviz.training.trainer import Position, TrainSettings
from nnviz.wording import Notation, current_notation, use_notation

PACE = 1000.0
"""Updates a second, as a program begins."""


@dataclass(frozen=True, eq=False)
class Kept:
    """What `Session.keep` has put away.

    Attributes
    ----------
    timeline : Timeline
        The whole history, its present, network and data.
    cursor, example, selection, view, settings, pace, goal, notation
        As in the Session.
    parts : dict
        What the objects composed into the Session remember, by their names there; one that is not named
        begins afresh.
    """

    timeline: Timeline
    cursor: int
    example: ExampleRef
    selection: Selection
    view: View
    settings: TrainSettings
    pace: float | None
    goal: int | None
    notation: Notation
    parts: dict[str, object] = field(default_factory=dict)

    @classmethod
    def fresh(cls, dataset: Dataset) -> Kept:
        """Return a Session as a program begins with it, but for the notation, which stays."""
        spec = NetworkSpec.build(dataset.n_inputs, (16, 16), dataset.n_outputs)
        scheme, seed = "scaled", 0
        timeline = Timeline(State(initialize(spec, scheme, seed), Position(), dataset), Origin(scheme, seed))
        cursor, example = plan(spec).cost, ExampleRef("train", 0)
        settings = TrainSettings(batch=min(TrainSettings().batch, len(dataset.train)))
        return cls(timeline, cursor, example, None, View(), settings, PACE, None, current_notation())

    def copied(self) -> Kept:
        """Return one whose history can go on without changing this one; what could be redone is left out."""
        return replace(self, timeline=self.timeline.copied())


class Remembers(Protocol):
    """An object composed into the Session that has a state of its own."""

    def remember(self) -> object:
        """Return all that it must be told to be as it is now."""

    def bring_back(self, memory: object) -> None:
        """Be as it was; as at the beginning when `memory` is None. Says nothing: the Session does."""


class Keeping(Editing):
    """Puts everything away, and brings it back.

    Attributes
    ----------
    remembering : tuple of str
        The names of the objects composed into it that are kept along: see `Remembers`.
    """

    remembering: tuple[str, ...] = ()

    def keep(self) -> Kept:
        """Put everything away; a training that runs is paused. The Session goes on as it is."""
        self.end_training()
        self._player.stop()
        parts = {name: self._part(name).remember() for name in self.remembering}
        return Kept(
            self._timeline,
            self._cursor,
            self._example,
            self._selection,
            self._view,
            self._settings,
            self._pace,
            self._goal,
            current_notation(),
            parts,
        )

    def bring_back(self, kept: Kept) -> None:
        """Be exactly as it was when `kept` was put away; what is on the screen now is let go.

        The history is the very one, no copy: to bring the same back twice, bring back `kept.copied()`.
        """
        self.end_training()
        self.end_drag()
        self._player.stop()
        for name in self.remembering:
            self._part(name).bring_back(kept.parts.get(name))
        use_notation(kept.notation)
        self._timeline, self._plan = kept.timeline, plan(kept.timeline.present.state.parameters.spec)
        self._cursor, self._example, self._selection = kept.cursor, kept.example, kept.selection
        self._view, self._settings, self._pace = kept.view, kept.settings, kept.pace
        self._goal, self._pointed = kept.goal, None
        self._emit(EVERYTHING)

    def _part(self, name: str) -> Remembers:
        part: Remembers = getattr(self, name)
        return part
