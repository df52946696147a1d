"""Stepping inside a neuron: a cursor of its own, from product to product, to the bias, to the activation."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from nnviz.core.explain import NeuronExplanation
from nnviz.core.inside import Inside, InsideStep, inside, zeros
from nnviz.core.network import Location
from nnviz.session import ExampleRef, Neuron, Selection, Session
from nnviz.ui.fields import described, tab_only
from nnviz.ui.inspector.parts import NumberLine
from nnviz.ui.inspector.running_sum import SumBar
from nnviz.ui.inspector.transport import SpeedBox, Transport
from nnviz.wording import inside_steps, neuron_off, products_text, tr, zeros_text

STEP_MS = 320
"""How long a product stands at speed ×1; bias and activation stand three times as long."""


class InsidePart(QWidget):
    """The local cursor, its transport, and what it shows while it stands inside the neuron.

    Signals
    -------
    moved()
        The local cursor has moved, or left; read `step`.
    """

    moved = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._path: Inside | None = None
        self._position: int | None = None
        self._possible = self._squashes = False
        self._subject: tuple[Neuron, ExampleRef] | None = None
        self._names: tuple[str, ...] = ()
        self._lit: Selection = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._go_on)
        self.transport = Transport(self)
        self.skip = QCheckBox()
        self.skip.setChecked(True)
        tab_only(self.skip)
        why = tr("An input of 0 times whatever weight is 0: it changes nothing in the sum.")
        described(self.skip, tr("Skip the products that are 0"), why)
        self.speed = SpeedBox()
        self.term = NumberLine()
        self.bar = SumBar()
        self._place()
        self.skip.toggled.connect(self._reorder)
        self.speed.currentIndexChanged.connect(self._hurry)

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self._details = (self.term, self.bar, self.speed)
        for widget in (self.transport, self.term, self.bar):
            column.addWidget(widget)
        how = QHBoxLayout()
        how.addWidget(self.skip, 1)
        how.addWidget(self.speed)
        column.addLayout(how)

    # What it follows

    @property
    def path(self) -> Inside | None:
        """The way through the neuron that is shown."""
        return self._path

    @property
    def step(self) -> InsideStep | None:
        """The step at the local cursor; None outside."""
        if self._path is None or self._position is None:
            return None
        return self._path.step(self._position)

    @property
    def playing(self) -> bool:
        """True while the local cursor moves by itself."""
        return self._timer.isActive()

    @property
    def end(self) -> int:
        """The last position; the bias, where an activation needs neurons that are not computed yet."""
        assert self._path is not None
        return self._path.end if self._squashes else self._path.bias_at

    def follow(
        self, neuron: NeuronExplanation, names: tuple[str, ...], possible: bool, squashes: bool
    ) -> None:
        """Take the numbers of a neuron.

        Parameters
        ----------
        neuron : NeuronExplanation
            Another neuron ends the walk, another example begins it anew.
        names : tuple of str
            The names of the neurons before.
        possible : bool
            Whether the activations before it are revealed.
        squashes : bool
            Whether its activation can be computed from its weighted sum just now.
        """
        subject = Neuron(neuron.layer, neuron.j), self._session.example
        if self._subject is None or subject[0] != self._subject[0] or not possible:
            self._stop()
            self._position = None
            self._point_at(None)
        elif subject != self._subject and self._position is not None:
            self._position = 0
            self._point_at(None)
        self._subject, self._names = subject, names
        self._possible, self._squashes = possible, squashes
        self._path = inside(neuron, self.skip.isChecked())
        if self._position is not None:
            self._position = min(self._position, self.end)
        self._show()

    # Moving the local cursor

    def forward(self) -> None:
        """Take one more step; from outside the first one."""
        self._stop()
        self._go_to((self._position or 0) + 1)

    def back(self) -> None:
        """Take the last step back."""
        self._stop()
        self._go_to((self._position or 0) - 1)

    def to_start(self) -> None:
        """Begin with a sum of 0."""
        self._stop()
        self._go_to(0)

    def to_end(self) -> None:
        """Show the whole way."""
        self._stop()
        self._go_to(self.end)

    def play(self) -> None:
        """Take step after step, or stop doing so; from the end again from the beginning."""
        if self.playing:
            self._stop()
            self._show()
            return
        here = self._position
        self._go_to(0 if here is None or here >= self.end else here)
        self._wait()
        self._show()

    def leave(self) -> None:
        """Go back to the neuron as a whole."""
        self._stop()
        if self._position is not None:
            self._position = None
            self._show()
            self._point_at(None)
            self.moved.emit()

    def _go_to(self, position: int) -> None:
        if not self._possible:
            return
        self._position = min(max(position, 0), self.end)
        self._show()
        self._point()
        self.moved.emit()

    def _go_on(self) -> None:
        if self._position is not None and self._position < self.end:
            self._go_to(self._position + 1)
            if self._position < self.end:
                self._wait()
        self._show()

    def _wait(self) -> None:
        step = self.step
        longer = 1 if step is None or step.kind == "product" else 3
        self._timer.start(max(round(longer * STEP_MS / self.speed.rate()), 1))

    def _hurry(self) -> None:
        if self.playing:
            self._wait()

    def _stop(self) -> None:
        self._timer.stop()

    def _reorder(self) -> None:
        step, path = self.step, self._path
        if path is None:
            return
        self._path = inside(path.neuron, self.skip.isChecked())
        if step is not None:
            self._go_to(self._path.position_of(step))
        self._show()

    def _point(self) -> None:
        """Light up in the other panels what is in turn."""
        step, path = self.step, self._path
        if step is None or path is None:
            return
        layer, j = path.neuron.layer, path.neuron.j
        match step.kind:
            case "start":
                self._point_at(None)
            case "product":
                self._point_at(Location("w", layer, j, step.k))
            case "bias":
                self._point_at(Location("b", layer, j))
            case "activation":
                self._point_at(Neuron(layer, j))

    def _point_at(self, hit: Selection) -> None:
        """Point at something, or let go of what was pointed at here; what the mouse points at stays."""
        if hit is not None or self._session.pointed == self._lit:
            self._session.point_at(hit)
        self._lit = hit

    # Showing

    def _show(self) -> None:
        step, path = self.step, self._path
        assert path is not None
        self.transport.show_state(self._position, self.end, self.playing, self._possible)
        self._show_note(path, step)
        for widget in self._details:
            widget.setVisible(step is not None)
        self.skip.setVisible(step is not None and zeros(path.neuron) > 0)
        if step is not None:
            self._show_step(path, step)

    def _show_note(self, path: Inside, step: InsideStep | None) -> None:
        if step is not None:
            self.transport.note.set_text(self._where(path, step), "")
            return
        note = products_text(len(path.neuron.products))
        tip = tr(
            "Step inside the neuron: product by product the sum grows, then the bias, then the activation."
        )
        if not self._possible:
            tip = tr("The activations before this neuron come with one of the next steps: press →.")
        self.transport.note.set_text(note, tip)

    def _where(self, path: Inside, step: InsideStep) -> tuple[str, ...]:
        """Return "61 of 144" and whose product it is; after the products what comes then."""
        if step.kind in ("bias", "activation"):
            return (tr("the bias") if step.kind == "bias" else tr("the activation"),)
        count = tr("{i:,} of {n:,}", i=self._position, n=path.products)
        return (count,) if step.k is None else (f"{count},", self._names[step.k])

    def _show_step(self, path: Inside, step: InsideStep) -> None:
        neuron, session = path.neuron, self._session
        off = (neuron.layer, neuron.j) in session.off
        self.term.set_text(inside_steps(session.spec, neuron, step, off), neuron_off() if off else "")
        self.bar.show_step(step, path.reach)
        n = zeros(neuron)
        words = zeros_text(n, self.skip.isChecked())
        if words != self.skip.text():
            self.skip.setText(words)

    # Keys

    def showEvent(self, event: QShowEvent) -> None:
        """Listen for Esc, wherever in the window the focus is."""
        self.window().installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave with the panel."""
        self.window().removeEventFilter(self)
        self.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Esc lead out of the neuron, before it lets go of the neuron itself."""
        if self._position is None or not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Escape:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            self.leave()
            return True
        return False
