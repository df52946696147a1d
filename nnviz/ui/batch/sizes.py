"""Mini-batches of 1, 10, 100 and all examples side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nnviz.core.passes import masks_of
from nnviz.core.sizes import DRAWS, SizeAgreement, compare_sizes
from nnviz.session import Changed, Session
from nnviz.training.background import Background, Stopped, Work
from nnviz.ui import theme
from nnviz.ui.examples.choices import button
from nnviz.ui.inspector.parts import NumberLine
from nnviz.wording import exact, fixed, percent, tr
from nnviz.wording.batch import draws_text, size_name

SIZES = (1, 10, 100)


class SizeTable(QWidget):
    """Compares sizes when somebody asks for it: the whole training set has to be gone through.

    Parameters
    ----------
    session : Session
        Whose network and training set are measured.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.background = Background(self)
        self.background.ready.connect(self._show)
        self.compare = button(
            tr("Compare sizes"),
            self._ask,
            tr("How well the examples of a mini-batch agree, and how near its mean comes to the gradient of"),
            tr("the whole training set: for mini-batches of 1, 10, 100 and all examples."),
        )
        self.note = NumberLine("text_muted", 0.85)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self.compare, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        row.addLayout(self._grid, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addLayout(row)
        box.addWidget(self.note)
        self.note.hide()
        self.results: tuple[SizeAgreement, ...] = ()
        session.changed.connect(self._follow)
        session.closing.connect(self.background.close)

    def _ask(self) -> None:
        self.note.setVisible(True)
        self.note.set_text(tr("computing …"))
        self.background.ask(self._work())

    def _work(self) -> Work:
        session = self._session
        parameters, train = session.parameters, session.dataset.train
        masks = masks_of(parameters.spec, session.off)

        def work(stopped: Stopped) -> tuple[SizeAgreement, ...] | None:
            return compare_sizes(parameters, train.each, train.targets, SIZES, masks, stopped=stopped)

        return work

    def hideEvent(self, event: QHideEvent) -> None:
        """Compute nothing that nobody sees."""
        super().hideEvent(event)
        if self.background.busy:
            self.background.close()
            self._clear()

    def _follow(self, what: Changed) -> None:
        """Take away what was measured of a network that is another now."""
        if what & (Changed.PARAMETERS | Changed.NETWORK) and (self.results or self.background.busy):
            self.background.close()
            self._clear()

    def _clear(self) -> None:
        self.results = ()
        self.note.hide()
        self._empty()

    def _empty(self) -> None:
        while item := self._grid.takeAt(0):
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()

    def _show(self, results: tuple[SizeAgreement, ...]) -> None:
        self.results = results
        self._empty()
        for row, (name, tip) in enumerate(_titles()):
            self._grid.addWidget(_label(name, tip, "muted"), row, 0)
        for column, result in enumerate(results, start=1):
            for row, (text, tip) in enumerate(_texts(result, whole=result is results[-1])):
                self._grid.addWidget(_label(text, tip, ""), row, column)
        self._grid.setColumnStretch(len(results) + 1, 1)
        self.note.set_text(draws_text(DRAWS))


def _titles() -> tuple[tuple[str, str], ...]:
    """Return what stands before each row, and its tooltip."""
    return (
        (tr("mini-batch of"), tr("How many examples.")),
        (tr("mean cosine"), tr("The mean cosine of an example's gradient with the mean of its mini-batch.")),
        (tr("cancels"), tr("Which share of all nudges cancels within the mini-batch.")),
        (
            tr("along ∇ of all"),
            tr("The cosine of the mini-batch's gradient with that of the whole training set."),
        ),
    )


def _texts(result: SizeAgreement, whole: bool) -> tuple[tuple[str, str], ...]:
    """Return what stands in each row, and its tooltip."""
    return (
        (size_name(result.size, whole), ""),
        (fixed(result.cosine, 2), exact(result.cosine)),
        (percent(result.cancelled), exact(result.cancelled)),
        (fixed(result.along, 2), exact(result.along)),
    )


def _label(text: str, tip: str, role: str) -> QLabel:
    label = QLabel(text)
    theme.on_change(label, lambda: label.setFont(theme.number_font(0.9)))
    label.setToolTip(tip)
    if role:
        theme.set_role(label, role)
    return label
