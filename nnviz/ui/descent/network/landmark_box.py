"""A list of places in the space of all parameters, by name."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QComboBox

from nnviz.session import Session
from nnviz.session.landmarks import Landmark
from nnviz.ui import theme
from nnviz.ui.fields import ARROWS, OwnKeys, described
from nnviz.ui.timeline.naming import place_name
from nnviz.wording.landscape_page import epoch_words, landmark_words
from nnviz.wording.race import lane_name

SHOWN = 17
"""Letters that are seen of a name; in the list they are all."""


def landmark_name(session: Session, landmark: Landmark) -> str:
    """Return what a place is called."""
    if landmark.kind == "place":
        epoch = dict(session.epoch_places).get(landmark.number)
        return place_name(session, landmark.number) if epoch is None else epoch_words(epoch)
    news = session.landscape.landmarks.news(landmark)
    if landmark.kind == "lane":
        return lane_name(news.variations, session.dataset.classes)
    last = news.last
    accuracy, cost = (None, None) if last is None else (last.test_accuracy, last.test_cost)
    return landmark_words(landmark.number, news.epochs, accuracy, cost)


class LandmarkBox(QComboBox):
    """Lets one of them be chosen.

    Signals
    -------
    wanted(object)
        The Landmark that was chosen.

    Parameters
    ----------
    name, teaches : str
        What is chosen here, and a sentence about it.
    """

    wanted = Signal(object)

    def __init__(self, name: str, teaches: str) -> None:
        super().__init__()
        self._landmarks: tuple[Landmark, ...] = ()
        self._names: list[str] = []
        described(self, name, teaches)
        OwnKeys(self, ARROWS)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.activated.connect(lambda row: self.wanted.emit(self._landmarks[row]))
        theme.on_change(self, self._measure)

    def _measure(self) -> None:
        widest = max((len(name) for name in self._names), default=0)
        self.setMinimumContentsLength(min(widest, SHOWN))
        metrics = QFontMetrics(self.font())
        widths = (metrics.horizontalAdvance(name) for name in self._names)
        self.view().setMinimumWidth(max(widths, default=0) + round(theme.px(40)))

    @property
    def landmarks(self) -> tuple[Landmark, ...]:
        """What can be chosen."""
        return self._landmarks

    @property
    def chosen(self) -> Landmark | None:
        """What is chosen."""
        return self._landmarks[self.currentIndex()] if self.currentIndex() >= 0 else None

    def offer(self, session: Session, landmarks: Iterable[Landmark], chosen: Landmark | None) -> None:
        """Offer places, one of them chosen."""
        offered = tuple(landmarks)
        names = [landmark_name(session, landmark) for landmark in offered]
        with QSignalBlocker(self):
            if names != self._names:
                self._names = names
                self.clear()
                self.addItems(names)
                self._measure()
            self._landmarks = offered
            self.setCurrentIndex(offered.index(chosen) if chosen in offered else -1)
