"""The Session's landscapes: the real network's cost along lines and over planes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING, Any, cast
from weakref import WeakSet

from PySide6.QtCore import QObject, QTimer, Signal

from nnviz.core.passes import masks_of
from nnviz.errors import NnvizError
from nnviz.session.aims import Aims
from nnviz.session.changes import Changed
from nnviz.session.landmarks import Landmarks
from nnviz.session.wanted import Picture, Recipe, Wanted
from nnviz.training.background import Background, Stopped
from nnviz.training.landscape.subject import NoLandscape, Subject
from nnviz.training.race import LaneNews

if TYPE_CHECKING:
    from nnviz.session.session import Session

REST_MS = 250
"""While a training runs, a slice follows it at this pace."""

TELL = 0.05
"""Seconds between two words on how much is done."""

_Memory = tuple[Wanted, dict[int, LaneNews]]


class Landscapes(QObject):
    """Computes the landscape that is wanted, in a thread, while somebody watches.

    Parameters
    ----------
    session : Session
        Whose network it is. It says Changed.LANDSCAPE when there is more of a picture.

    Attributes
    ----------
    landmarks : Landmarks
        The places lines and planes can lead through.
    aims : Aims
        The places they do lead through.
    """

    _told = Signal(object, object)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.landmarks = Landmarks(session)
        self.aims = Aims(session, self.landmarks)
        self._wanted = Wanted()
        self._watchers: WeakSet[QObject] = WeakSet()
        self._recipe: Recipe | None = None
        self._token: object = None
        self._found: Picture | None = None
        self._of: tuple[object, ...] = ()  # kind, data and shape that `_found` belongs to
        self._why, self._share = "", 0.0
        self._background = Background(self)
        self._background.ready.connect(self._finish)
        self._told.connect(self._hear)
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._rest.timeout.connect(self._follow_training)
        session.changed.connect(self._follow)
        session.closing.connect(self.close)

    # What is known

    @property
    def wanted(self) -> Wanted:
        """Which landscape is chosen."""
        return self._wanted

    @property
    def found(self) -> Picture | None:
        """What is known of it; perhaps still coarse, or of a moment ago. None before anything is."""
        return self._found if self._of == self._about else None

    @property
    def _about(self) -> tuple[object, ...]:
        return self._wanted.kind, self._session.dataset, self._session.spec

    @property
    def why(self) -> str:
        """Why there is none: "" when there is, "running", "young", "alone", or a reason of NoLandscape."""
        return self._why

    @property
    def busy(self) -> bool:
        """True while it is computed."""
        return self._background.busy

    @property
    def share(self) -> float:
        """How much of it is done, from 0 to 1."""
        return self._share

    # What is wanted

    def want(self, **changes: Any) -> None:
        """Choose another landscape: fields of `Wanted`; what is being computed is given up."""
        wanted = replace(self._wanted, **changes)
        if wanted != self._wanted:
            self._wanted = wanted
            self._refresh()
            self._emit()

    def watch(self, watcher: QObject) -> None:
        """Compute what is wanted, and keep it up to date, as long as somebody watches."""
        self._watchers.add(watcher)
        self._refresh()

    def unwatch(self, watcher: QObject) -> None:
        """Watch no more; without watchers nothing is computed."""
        self._watchers.discard(watcher)
        if not self._watchers:
            self._give_up()

    def cancel(self) -> None:
        """Compute no further; what is known stays, until something else is wanted."""
        self._background.close()
        self._emit()

    def again(self) -> None:
        """Compute it once more."""
        self._recipe = None
        self._refresh()

    def load(self, *coordinates: float) -> None:
        """Take the parameters of a point of the picture, as one edit of the history; a training is paused."""
        if self.found is None:
            return
        try:
            self._session.put_parameters(self.found.flat.at(*coordinates))
        except NnvizError as error:
            self._session.failed.emit(str(error))

    def close(self) -> None:
        """End what runs, before the Session goes."""
        self._watchers.clear()
        self._give_up()
        self.landmarks.cancel()

    def _give_up(self) -> None:
        self._rest.stop()
        if self._background.busy:
            self._background.close()
            self._recipe = None  # begun anew when somebody watches again

    # Keeping

    def remember(self) -> object:
        """Return which landscape is wanted, and the other trainings it can lead to."""
        return self._wanted, self.landmarks.remember()

    def bring_back(self, memory: object) -> None:
        """Want what was wanted; None for the beginning. The picture is computed anew when it is seen."""
        self._background.close()
        self._wanted, ends = cast(_Memory, memory or (Wanted(), {}))
        self.landmarks.bring_back(ends)
        self._recipe, self._found, self._of, self._why = None, None, (), ""

    # Following the Session

    def _follow(self, what: Changed) -> None:
        if what & Changed.NETWORK and self._of and self._of[1:] != self._about[1:]:
            self._found, self._of = None, ()
            self.landmarks.forget()
            self._wanted = replace(self._wanted, moment=None, other=None, corners=())
        moved = Changed.PARAMETERS | Changed.NETWORK | Changed.TRAINING | Changed.HISTORY | Changed.RACE
        if not self._watchers or not what & (moved | Changed.LANDSCAPE):
            return
        if self._session.run_state != "running":
            self._refresh()
        elif not self._rest.isActive():
            self._rest.start()

    def _follow_training(self) -> None:
        """Show where a training is now, at its own pace: what has been begun is first brought to its end."""
        if self._watchers and not self._background.busy:
            self._refresh()
        if self._watchers and self._session.run_state == "running":
            self._rest.start()

    def _refresh(self) -> None:
        if not self._watchers:
            return
        running = self._session.run_state == "running"
        if running and self._wanted.plane and self.found is not None:
            return  # the plane stays; only where the network stands on it moves
        why = self.aims.reason(self._wanted, running)
        recipe = None if why else self.aims.recipe(self._wanted)
        if recipe == self._recipe and (recipe is not None or why == self._why):
            return
        self._why, self._recipe, self._share = why, recipe, 0.0
        self._background.close()
        if recipe is not None:
            self._begin(recipe)
        self._emit()

    # Computing

    def _begin(self, recipe: Recipe) -> None:
        session, token = self._session, object()
        self._token = token
        parameters, data = session.parameters, session.dataset
        masks = masks_of(parameters.spec, recipe.off)

        def work(stopped: Stopped) -> str:
            tell = _Teller(lambda thing: self._told.emit(token, thing))
            subject = Subject(parameters, masks, data.train, data.test, recipe.wanted.sample, stopped, tell)
            try:
                for picture in recipe.at_once(subject):
                    self._told.emit(token, picture)
            except NoLandscape as none:
                return none.reason
            return ""

        self._background.ask(work)

    def _hear(self, token: object, thing: float | Picture) -> None:
        """Take what the thread has so far."""
        if token is not self._token or not self._background.busy:
            return  # late news
        if isinstance(thing, float):
            self._share = thing
        else:
            self._found, self._of = thing, self._about
        self._emit()

    def _finish(self, why: str) -> None:
        self._why, self._share = why, 1.0
        if why:
            self._found, self._of = None, ()
        self._emit()

    def _emit(self) -> None:
        self._session.changed.emit(Changed.LANDSCAPE)


class _Teller:
    """Passes on how much is done, but not more often than anybody could see."""

    def __init__(self, tell: Callable[[float], None]) -> None:
        self._tell, self._last = tell, 0.0

    def __call__(self, share: float) -> None:
        if monotonic() - self._last > TELL:
            self._last = monotonic()
            self._tell(share)
