"""When the picture of the edges is drawn anew: at once, gap by gap between other events, or after a rest."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from nnviz.session import Session
from nnviz.ui.network.picture import EdgePicture, Geometry
from nnviz.ui.network.sparse import scipy_is_there

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
        training's news has been drawn on known lines.

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
        self._work: Iterator[None] | None = None
        self._worked: Geometry | None = None
        self._ready: Iterator[None] = iter(())
        self._rebuild = self._timer(REBUILD_MS, self._refresh)
        self._rest = self._timer(REST_MS, self._refresh)
        self._idle = self._timer(REST_MS, self._get_ready)
        self._worker = QTimer(self, interval=0)
        self._worker.timeout.connect(self._work_on)

    def _timer(self, interval: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self, interval=interval, singleShot=True)
        timer.timeout.connect(slot)
        return timer

    @property
    def coming(self) -> bool:
        """True while a picture with other lines is being built, or waits for the size to rest."""
        return self._work is not None or self._rebuild.isActive()

    def now(self, hurried: bool = False, news: bool = False) -> None:
        """Draw for what is there now; numbers that change in a hurry get a draft at first."""
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
        if self._work is not None:
            self._finish_work()

    def stop(self) -> None:
        """Draw no more, for nobody sees it."""
        self._stop_work()
        for timer in (self._rebuild, self._rest, self._idle):
            timer.stop()

    def _refresh(self, draft: bool = False, news: bool = False) -> None:
        wanted = self._geometry()
        if wanted is None:
            self._picture.drop()
            return
        if self._rebuild.isActive():
            return
        known = self._picture.fits(*wanted)
        if known:
            self._stop_work()
            self._picture.draw(self._session.selection, draft)
        elif self._work is None or self._worked != wanted:
            self._start_work(wanted)
        self.drawn.emit(known and news)

    def _start_work(self, wanted: Geometry) -> None:
        self._work, self._worked = self._picture.build(*wanted), wanted
        spec = wanted[0].spec
        if sum(spec.weight_count(n) for n in spec.layers) <= AT_ONCE:
            self._finish_work()
        else:
            self._worker.start()

    def _work_on(self) -> None:
        """Build one more gap of the picture, and draw it when all are there."""
        assert self._work is not None
        if next(self._work, self) is self:
            self._finish_work()

    def _finish_work(self) -> None:
        for _ in self._work or ():
            pass
        self._stop_work()
        self._picture.draw(self._session.selection)
        self.drawn.emit(False)
        self._ready = self._picture.get_ready()
        self._idle.start()

    def _stop_work(self) -> None:
        self._work = None
        self._worker.stop()

    def _get_ready(self) -> None:
        """Take one step while nothing happens; a program that has just started has no SciPy yet."""
        if scipy_is_there() and next(self._ready, self) is not self:
            self._idle.start()
