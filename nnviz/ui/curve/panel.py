"""A picture of the middle: the network as a curve through the points it learns from."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from nnviz.data import load
from nnviz.data.dataset import Dataset
from nnviz.session import Changed, Session
from nnviz.training.background import Background, Stopped
from nnviz.ui import theme
from nnviz.ui.attempt import attempt
from nnviz.ui.curve.controls import CurveControls
from nnviz.ui.curve.hand import CurveView
from nnviz.ui.curve.legend import CurveLegend
from nnviz.ui.curve.seen import PLACES, Line, Seen, fits, is_linear, look
from nnviz.ui.curve.table import FitTable
from nnviz.ui.inspector.fold import FoldButton
from nnviz.ui.invitation import Invitation
from nnviz.ui.new_network.presets import CURVE, LINEAR, begin
from nnviz.ui.readable import Readable
from nnviz.ui.segments import Segments
from nnviz.wording import tr
from nnviz.wording.curve import no_curve_sentences, pieces_teaches

GAP_MS = 30
"""Between two pictures while the network learns."""

AT_ONCE = 4_000_000
"""Multiplications that take no longer than a frame; more are done beside the window."""

LOW = 320.0
"""Below this height, at type scale 1, the choice of points is folded."""

SEED = 1
"""Of the network that an invitation opens."""

_NUMBERS = Changed.NETWORK | Changed.PARAMETERS | Changed.HISTORY
_MARKS = Changed.EXAMPLE | Changed.CURSOR | Changed.SELECTION | Changed.POINTED | Changed.NOTATION


class CurvePanel(QWidget):
    """The function over the points, live while the network learns; below it, how close it comes.

    Parameters
    ----------
    session : Session
        Whose network and data.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._seen: Seen | None = None
        self._line: tuple[Dataset, Line] | None = None
        self._made_from: tuple[object, ...] = ()
        self.setAccessibleName(tr("The network as a curve"))
        self.invitation = Invitation(_choices())
        self.invitation.wanted.connect(self.load)
        self.controls, self.legend = CurveControls(session), CurveLegend()
        self.style_ = Segments(tr("What is drawn"), _styles(session))
        self.style_.choose(session.view.curve)
        self.style_.chosen.connect(lambda key: session.set_view(replace(session.view, curve=key)))
        self.view, self.table = CurveView(session), FitTable()
        self.fold = FoldButton(tr("Which points there are: their kind, number, noise and seed."))
        self.fold.set_words(tr("points"))
        self.fold.toggled.connect(lambda _: self._make_room())
        self._place()
        self.background = Background(self)
        self.background.ready.connect(self._take)
        self._numbers = Readable(self, session, self._write)
        self._soon = QTimer(self, singleShot=True, interval=GAP_MS)
        self._soon.timeout.connect(self._refresh)
        session.changed.connect(self._follow)
        session.closing.connect(self._stop)
        theme.on_change(self, self._space_out)
        self._turn()

    def _place(self) -> None:
        above = QHBoxLayout()
        above.addWidget(self.fold)
        above.addWidget(self.legend, 1)
        above.addWidget(self.style_)
        self._drawing = QWidget()
        self._box = QVBoxLayout(self._drawing)
        self._box.addWidget(self.controls)
        self._box.addLayout(above)
        self._box.addWidget(self.view, 1)
        self._box.addWidget(self.table)
        self.pages = QStackedWidget()
        self.pages.addWidget(self._drawing)
        self.pages.addWidget(self.invitation)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pages)

    def _space_out(self) -> None:
        self._box.setContentsMargins(*(round(theme.px(side)) for side in (6, 2, 6, 4)))
        self._box.setSpacing(round(theme.px(4)))
        self._make_room()

    def minimumSizeHint(self) -> QSize:
        """Return a size that leaves it to the window."""
        return QSize(round(theme.px(320)), round(theme.px(220)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the height to the picture where there is little of it."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        low = self.height() < theme.px(LOW)
        self.fold.setVisible(low)
        self.controls.setVisible(not low or self.fold.isChecked())

    # What the user does

    def load(self, name: str) -> None:
        """Go on with points on a curve, and a network that suits them; undo brings back what was here."""
        self.invitation.let_go()
        preset = LINEAR if name == LINEAR.data else CURVE
        attempt(self._session, lambda: begin(self._session, preset, load(preset.data), SEED))

    # When it works

    def _follow(self, what: Changed) -> None:
        if what & (Changed.NETWORK | Changed.NOTATION):
            self._turn()
        if what & Changed.VIEW:
            self.style_.choose(self._session.view.curve)
        if not self.isVisible():
            return
        if what & Changed.VIEW:
            self._show()
        if what & _NUMBERS and not self._soon.isActive():
            self._refresh()
        if what & _MARKS:
            self.view.update()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up."""
        super().showEvent(event)
        self._show()
        self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Compute nothing that nobody sees."""
        super().hideEvent(event)
        self._stop()

    def _stop(self) -> None:
        self._soon.stop()
        self.background.close()
        self._made_from = ()

    def _turn(self) -> None:
        """Take another network, other data or another notation."""
        session = self._session
        fit = fits(session.spec, session.dataset)
        self.pages.setCurrentWidget(self._drawing if fit else self.invitation)
        sizes = session.dataset.n_inputs, session.dataset.n_outputs
        why = tr(
            "It shows data of 1 input and 1 output, and these have {n:,} and {m:,}.", n=sizes[0], m=sizes[1]
        )
        self.invitation.say(*no_curve_sentences(*sizes), why)
        self.style_.rename(_styles(session))
        self.style_.setVisible(session.spec.depth > 1)
        if not fit:
            self._seen, self._line = None, None

    def _refresh(self) -> None:
        session = self._session
        parameters, off, data = session.parameters, session.off, session.dataset
        if not fits(parameters.spec, data):
            return
        made_from = (parameters, off, data)
        if self._made_from and all(a is b for a, b in zip(made_from, self._made_from, strict=True)):
            return
        self._made_from = made_from
        self._soon.start()
        cost = parameters.spec.parameter_count * (PLACES + len(data.train) + len(data.test))

        def work(stopped: Stopped) -> Seen | None:
            return look(parameters, off, data)

        self.background.ask(work, at_once=cost <= AT_ONCE)

    def _take(self, seen: Seen | None) -> None:
        session = self._session
        if seen is None or seen.dataset is not session.dataset or seen.parameters.spec != session.spec:
            return
        self._seen = seen
        self._show()

    # What it shows

    @property
    def line(self) -> Line | None:
        """The least-squares line, where the network is one too."""
        session = self._session
        if not is_linear(session.spec) or session.dataset.train.labels is not None:
            return None
        if self._line is None or self._line[0] is not session.dataset:
            self._line = session.dataset, Line.through(session.dataset)
        return self._line[1]

    def _show(self) -> None:
        spec = self._session.spec
        if not fits(spec, self._session.dataset):
            return  # the invitation stands here, and no points are looked through
        style = self._session.view.curve if spec.depth > 1 else "function"
        self.legend.say(self.line is not None, style == "pieces", spec.activations[-1] != "identity")
        self.view.show_seen(self._seen, self.line, style)
        self._numbers.ask()

    def _write(self) -> None:
        self.table.show_seen(self._seen, self.line if self._seen else None)


def _choices() -> dict[str, tuple[str, str]]:
    undo = tr("Undo (Ctrl+Z) brings back what is here now.")
    return {
        "sine": (
            tr("A sine, and a network for it"),
            tr("One hidden layer of 16 bends through it.") + " " + undo,
        ),
        "line": (tr("A line: linear regression"), tr("A network without a hidden layer.") + " " + undo),
    }


def _styles(session: Session) -> dict[str, tuple[str, str]]:
    return {
        "function": (tr("function"), tr("<b>The function</b><br>What the network answers to every x.")),
        "pieces": (tr("pieces"), tr("<b>Its pieces</b>") + "<br>" + pieces_teaches(session.spec)),
    }
