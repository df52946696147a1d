"""Places among all parameters that have a name: moments of the history, other seeds' ends, lanes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np
from PySide6.QtCore import QObject, Signal

from nnviz.errors import NnvizError
from nnviz.session.changes import Changed
from nnviz.training.background import Background, Stopped
from nnviz.training.lanes import Start, Variation, lane
from nnviz.training.race import LaneNews, Race
from nnviz.training.stretch import Stretch
from nnviz.training.timeline import Origin
from nnviz.wording import tr

if TYPE_CHECKING:
    from nnviz.session.session import Session

MOST = 60
"""Moments of the history that are offered; of a longer one evenly spread ones."""


class Landmark(NamedTuple):
    """One of these places.

    Attributes
    ----------
    kind : str
        "place" (a step of the history), "seed" (where the training with another seed has ended) or "lane" (of
        the race).
    number : int
        The step, the seed, or the lane.
    """

    kind: Literal["place", "seed", "lane"]
    number: int


class Landmarks(QObject):
    """Knows them all, and trains other seeds in a thread.

    Parameters
    ----------
    session : Session
        Whose history, race and settings. It says Changed.LANDSCAPE when something here has changed.
    """

    _told = Signal(object, float)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._ends: dict[int, LaneNews] = {}
        self._seed: int | None = None
        self._share = 0.0
        self._work: object = None
        self._background = Background(self)
        self._background.ready.connect(self._take)
        self._told.connect(self._hear)

    # What there is

    def places(self) -> tuple[Landmark, ...]:
        """Return the moments worth a name: the beginning, ends of epochs, changes by hand, the end.

        What was taken from a picture of the cost is none of them: else the picture would move with it.
        """
        session = self._session
        changes = [
            (place, change)
            for place, change in session.changes
            if change.edit is None or change.edit.kind != "landscape"
        ]
        end = changes[-1][0]
        by_hand = {place for place, change in changes if change.kind in ("edit", "update")}
        epochs = {place for place, _ in session.epoch_places if place <= end}
        found = sorted({0, end, *by_hand, *epochs})
        some = np.unique(np.linspace(0, len(found) - 1, min(len(found), MOST)).round().astype(int))
        return tuple(Landmark("place", found[row]) for row in some)

    def others(self) -> tuple[Landmark, ...]:
        """Return where other trainings of the same shape have ended."""
        race = self._session.race
        lanes = race.news if race.state in ("paused", "over") else ()
        sizes = self._session.spec.sizes
        return (
            *(Landmark("seed", seed) for seed in self._ends),
            *(Landmark("lane", i) for i, news in enumerate(lanes) if news.parameters.spec.sizes == sizes),
        )

    def news(self, landmark: Landmark) -> LaneNews:
        """Return how a seed's training, or a lane, has ended."""
        if landmark.kind == "seed":
            return self._ends[landmark.number]
        return self._session.race.news[landmark.number]

    def stretch(self, landmark: Landmark) -> Stretch:
        """Return what brings its parameters back, also in a thread."""
        if landmark.kind == "place":
            return self._session.stretch_at(landmark.number)
        news = self.news(landmark)
        return Stretch(news.parameters, news.position.updates, news.position.updates)

    def forget(self) -> None:
        """Let go what belongs to another network or other data."""
        self.cancel()
        self._ends.clear()

    def remember(self) -> dict[int, LaneNews]:
        """Return the ends of the other seeds."""
        return dict(self._ends)

    def bring_back(self, ends: dict[int, LaneNews]) -> None:
        """Know these ends and no others; a seed that is being trained is given up."""
        self._background.close()
        self._seed, self._ends = None, dict(ends)

    # Training another seed

    @property
    def epochs(self) -> int:
        """How long another seed is trained: as long as the present network was."""
        return max(round(self._session.epochs), 1) if self._session.updates else self._session.settings.epochs

    @property
    def training(self) -> int | None:
        """The seed that is being trained."""
        return self._seed

    @property
    def share(self) -> float:
        """How much of that is done, from 0 to 1."""
        return self._share

    def train(self, seed: int) -> None:
        """Train a network of the present shape from another seed, with the present settings, in a thread.

        The Session's own training is paused: both would be half as fast.
        """
        self._session.end_training()
        try:
            race = self._race(seed)
        except NnvizError as error:
            self._session.failed.emit(str(error))
            return
        self._background.close()
        self._seed, self._share, self._work = seed, 0.0, race

        def work(stopped: Stopped) -> tuple[int, LaneNews] | None:
            while race.turn(stopped):
                if stopped():
                    return None
                done = race.runners[0].epochs / race.epochs if race.runners else 0.0
                self._told.emit(race, done)
            return None if stopped() else (seed, race.news()[0])

        self._background.ask(work)
        self._emit()

    def _race(self, seed: int) -> Race:
        """Return a race with a single lane."""
        session, only = self._session, (Variation("seed", seed),)
        origin = session.origin or Origin("scaled", 0)
        settings = replace(session.settings, epochs=self.epochs)
        start = Start.drawn(session.spec, session.dataset, settings, *origin, off=session.off)
        lane(start, only)
        return Race(start, (only,), self.epochs)

    def cancel(self) -> None:
        """Give the training of another seed up."""
        self._background.close()
        if self._seed is not None:
            self._seed = None
            self._emit()

    def _hear(self, work: object, share: float) -> None:
        if work is self._work and self._seed is not None:
            self._share = share
            self._emit()

    def _take(self, found: tuple[int, LaneNews]) -> None:
        seed, news = found
        self._seed = None
        if news.end == "diverged":
            self._session.failed.emit(tr("The training with seed {seed} has diverged.", seed=seed))
        else:
            self._ends[seed] = news
        self._emit()

    def _emit(self) -> None:
        self._session.changed.emit(Changed.LANDSCAPE)
