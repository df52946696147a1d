"""The drawings that were kept: a strip of small pictures with what they are and what they are taken for."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QIcon, QImage, QKeyEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import QFrame, QListView, QListWidget, QListWidgetItem

from nnviz.core.arrays import IntArray
from nnviz.core.passes import forward, masks_of
from nnviz.data.strokes import ink_of
from nnviz.session import Changed, Session
from nnviz.training.trainer import guesses
from nnviz.ui import theme
from nnviz.ui.attempt import attempt
from nnviz.ui.fields import OwnKeys
from nnviz.wording import tr
from nnviz.wording.exam import RIGHT, class_name

SIDE = 32.0
"""Of a small picture."""

GAP_MS = 250
"""Between two guesses while the network learns."""

_SHOWN = Changed.PARAMETERS | Changed.NETWORK | Changed.EXAMPLES
_KEYS = frozenset(
    {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Delete, Qt.Key.Key_Return}
)


class KeptStrip(QListWidget):
    """A click puts one on the pad again; Delete deletes it.

    Signals
    -------
    told()
        The network was asked again what they are.

    Parameters
    ----------
    session : Session
        Whose drawings.
    """

    told = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._made_from: tuple[object, ...] = ()
        self._inputs = np.zeros((0, 1), np.float32)
        self.right: int | None = None
        self.setFlow(QListView.Flow.LeftToRight)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setWrapping(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(tr("Your drawings"))
        self.setToolTip(tr("Drawings that were kept; a click shows one to the network, Del removes it."))
        OwnKeys(self, _KEYS)
        self._soon = QTimer(self, singleShot=True, interval=GAP_MS)
        self._soon.timeout.connect(self.refresh)
        self.itemClicked.connect(self._open)
        self.itemActivated.connect(self._open)
        session.changed.connect(self._follow)
        theme.on_change(self, self._restyle)

    def _restyle(self) -> None:
        side = round(theme.px(SIDE))
        self.setIconSize(QSize(side, side))
        self.setFont(theme.number_font(0.8))
        self.setFixedHeight(round(theme.px(SIDE + 26)))
        self._made_from = ()
        if self.isVisible():
            self.refresh()

    def minimumSizeHint(self) -> QSize:
        """Return room for two."""
        return QSize(round(theme.px(90)), round(theme.px(SIDE + 26)))

    # When it works

    def _follow(self, what: Changed) -> None:
        if not self.isVisible() or not what & _SHOWN:
            return
        if what & ~Changed.PARAMETERS & _SHOWN:
            self.refresh()
        elif not self._soon.isActive():
            self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up."""
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest."""
        super().hideEvent(event)
        self._soon.stop()

    # What it shows

    def refresh(self) -> None:
        """Show the drawings and what the network takes each for."""
        session = self._session
        kept = session.drawings.kept
        made_from = (kept, session.dataset)
        if any(a is not b for a, b in zip(made_from, self._made_from or (None, None), strict=True)):
            self._made_from = made_from
            self._inputs = session.drawings.inputs() if session.drawings.possible else self._inputs[:0]
            self._fill()
        fits = session.split.labels is not None and len(self._inputs) == len(kept) > 0
        self._name(self._guesses() if fits else None)

    def _fill(self) -> None:
        self.clear()
        for drawing in self._session.drawings.kept:
            self.addItem(QListWidgetItem(_icon(255 * (1 - ink_of(drawing.strokes)[::4, ::4])), ""))

    def _guesses(self) -> IntArray:
        session = self._session
        with np.errstate(all="ignore"):
            passed = forward(session.parameters, self._inputs, masks_of(session.spec, session.off))
        return guesses(session.spec, passed.a[session.spec.depth])

    def _name(self, guessed: IntArray | None) -> None:
        classes = self._session.dataset.classes
        kept = self._session.drawings.kept
        self.right = (
            None if guessed is None else int(sum(g == d.label for g, d in zip(guessed, kept, strict=True)))
        )
        for index, drawing in enumerate(kept):
            label = class_name(classes, drawing.label)
            guess = "" if guessed is None else class_name(classes, int(guessed[index]))
            mark = f" {RIGHT}" if guess == label else f"→{guess}" if guess else ""
            item = self.item(index)
            item.setText(label + mark)
            item.setToolTip(
                tr("<b>Your {label}</b><br>Click: put it on the pad. Delete: delete it.", label=label)
            )
        self.update()
        self.told.emit()

    # What can be done

    def _open(self, item: QListWidgetItem) -> None:
        attempt(self._session, lambda: self._session.drawings.open(self.row(item)))

    def delete(self) -> None:
        """Delete the chosen one."""
        if 0 <= self.currentRow() < self.count():
            attempt(self._session, lambda: self._session.drawings.delete(self.currentRow()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete, open, or move on."""
        if event.key() == Qt.Key.Key_Delete:
            self.delete()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self._open(self.currentItem())
        else:
            super().keyPressEvent(event)


def _icon(paper: np.ndarray) -> QIcon:
    """Return a drawing, 255 where there is no ink, in the theme's ink on its paper."""
    now = theme.current()
    off, on = (now.color(role) for role in ("image_off", "image_on"))
    values = np.ascontiguousarray(np.rint(paper).astype(np.uint8))
    rows, columns = values.shape
    image = QImage(values.data, columns, rows, columns, QImage.Format.Format_Indexed8)
    image.setColorTable([theme.blend(on, off, k / 255).rgb() for k in range(256)])
    return QIcon(QPixmap.fromImage(image.convertToFormat(QImage.Format.Format_RGB32)))
