"""When the picture of the edges is drawn anew: at once, gap by gap between other events, or after a rest."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from nnviz.session import Session
from nnviz.ui.network.picture import EdgePicture, Geometry
from nnviz.ui.network.sparse import scipy_is_there
from nnviz.ui.network.turns import Turns

REBUILD_MS = 90
"""After a change of size or zoom, the old picture is scaled until all has rested this long."""

REST_MS = 200
"""Numbers that change again within this time are drawn with less detail, until all has rested this long."""

AT_ONCE = 20_000
"""Networks with at most so many edges get their picture at once, others gap by gap between other events."""


class Redraw(QObject):
    """Draws the edges for new numbers on known lines, or for new lines.

    Signals
    -------
    drawn(bool)
        The picture, or what it is scaled to, is another one: it is to be painted. True when nothing but a
        training's news has been drawn on known lines, in time: only what they move is to be painted then.

    Parameters
    ----------
    picture : EdgePicture
        What is drawn.
    session : Session
        Whose choice stands out in it.
    geometry : callable
        Returns the layout and the ratio of pixels at which it is wanted now; None while nobody sees it.
    parent : QObject
        As ever in Qt.
    """

    drawn = Signal(bool)

    def __init__(
        self,
        picture: EdgePicture,
        session: Session,
        geometry: Callable[[], Geometry | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._picture, self._session, self._geometry = picture, session, geometry
        self._building, self._drawing = (Turns(self, session.window_first) for _ in range(2))
        self._built_for: Geometry | None = None
        self._ready: Iterator[None] = iter(())
        self._rebuild = self._timer(REBUILD_MS, self._refresh)
        self._rest = self._timer(REST_MS, self._refresh)
        self._idle = self._timer(REST_MS, self._get_ready)

    def _timer(self, interval: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self, interval=interval, singleShot=True)
        timer.timeout.connect(slot)
        return timer

    @property
    def coming(self) -> bool:
        """True while a picture with other lines is being built, or waits for the size to rest."""
        return self._building.active or self._rebuild.isActive()

    def now(self, hurried: bool = False, news: bool = False) -> None:
        """Draw for what is there now; numbers that change in a hurry get a draft at first.

        A training's news on known lines are drawn gap by gap between other events: so the window hears the
        mouse in between.
        """
        self._refresh(hurried and self._rest.isActive(), news)
        if hurried:
            self._rest.start()

    def later(self) -> None:
        """Draw when the size and the zoom have come to rest."""
        self._rebuild.start()

    def at_once(self) -> None:
        """Draw to the end, whatever it takes."""
        self._rebuild.stop()
        self._rest.stop()
        self._refresh()
        self._building.finish()

    def stop(self) -> None:
        """Draw no more, for nobody sees it; what is not there yet, or no more than a draft, is forgotten."""
        if self._drawing.active or self._rest.isActive():
            self._picture.drop()
        for waiting in (self._building, self._drawing, self._rebuild, self._rest, self._idle):
            waiting.stop()

    def _refresh(self, draft: bool = False, news: bool = False) -> None:
        wanted = self._geometry()
        if wanted is None:
            self._picture.drop()
            return
        if self._rebuild.isActive():
            self._drawing.stop()
            return
        if self._picture.fits(*wanted):
            self._building.stop()
            self._draw(draft, news)
            return
        self._drawing.stop()
        if not self._building.active or self._built_for != wanted:
            self._build(wanted)
        self.drawn.emit(False)

    def _draw(self, draft: bool, news: bool) -> None:
        """Draw on known lines; news that come before the last are drawn wait for no turns."""
        late = self._drawing.active
        self._drawing.start(
            self._picture.drawing(self._session.selection, draft), lambda: self.drawn.emit(news and not late)
        )
        if late or not news:
            self._drawing.finish()

    def _build(self, wanted: Geometry) -> None:
        self._built_for = wanted
        self._building.start(self._picture.build(*wanted), self._show_built)
        spec = wanted[0].spec
        if sum(spec.weight_count(n) for n in spec.layers) <= AT_ONCE:
            self._building.finish()

    def _show_built(self) -> None:
        self._picture.draw(self._session.selection)
        self.drawn.emit(False)
        self._ready = self._picture.get_ready()
        self._idle.start()

    def _get_ready(self) -> None:
        """Take one step while nothing happens; a program that has just started has no SciPy yet."""
        if scipy_is_there() and next(self._ready, self) is not self:
            self._idle.start()
