"""The matrix in the middle: one layer's calculation as on the blackboard, with the choice of which."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from nnviz.session import Changed, Session
from nnviz.ui import theme
from nnviz.ui.fields import ChoiceBox, tab_only
from nnviz.ui.matrix.calculation import at_phase
from nnviz.ui.matrix.choices import Bar, Segments
from nnviz.ui.matrix.terms import MODES, Mode
from nnviz.ui.matrix.view import MatrixView
from nnviz.wording import layer_name, product_text, tr

MOST_BUTTONS = 6
"""With more layers than this there is a list to choose from."""


def _mode_words() -> Mapping[Mode, tuple[str, str]]:
    """Return what stands on the button of each calculation, and what it teaches."""
    return {
        "forward": (
            tr("forward"),
            tr("Weights times activations plus biases, then the activation function: a = σ({Wa} + b)"),
        ),
        "backward": (
            tr("backward"),
            tr(
                "The transposed weights carry δ back: δ = σ′(z) ⊙ {carried} of the next layer",
                carried=product_text("Wᵀ", "δ"),
            ),
        ),
        "outer": (
            tr("gradient"),
            tr(
                "Every δ times every activation before it, the outer product: ∂{C}/∂W = {outer}",
                outer=product_text("δ", "aᵀ"),
            ),
        ),
    }


class MatrixPanel(QWidget):
    """One layer's calculation as matrices, forward, backward, or as the outer product that is the gradient.

    It follows the cursor of the score until the user chooses a calculation or a layer.

    Parameters
    ----------
    session : Session
        What it shows.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._pinned: tuple[Mode, int] | None = None
        self.setAccessibleName(tr("The layer as matrices"))
        self.view = MatrixView(session)
        self.modes = Segments(tr("Calculation"), list(_mode_words().values()), self._choose_mode)
        self.layers: Segments | ChoiceBox
        self.cells = Segments(tr("Cells"), self._cell_words(), self._choose_cells)
        self.follow = self._follow_button()
        self.notes = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self.notes.setContentsMargins(12, 0, 12, 0)
        theme.set_role(self.notes, "muted")
        self._place()
        session.changed.connect(self._on_change)
        theme.on_change(self, self._restyle)
        self._make_layers()
        self.refresh()

    def _cell_words(self) -> list[tuple[str, str]]:
        all_of_them = tr("Every number of the matrix as a color, with its digits where they fit")
        few = tr(
            "Only as many rows and columns as can be read as numbers: what is chosen, and ⋯ for the rest"
        )
        return [(tr("all"), all_of_them), (tr("numbers"), few)]

    def _follow_button(self) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setText(tr("follow"))
        tip = tr("<b>Follow the score</b><br>Show the calculation at which the cursor of the score stands.")
        button.setToolTip(tip)
        button.setAccessibleName(tr("Follow the score"))
        tab_only(button)
        button.clicked.connect(self._set_following)
        return button

    def _place(self) -> None:
        self._layer_label = QLabel(tr("layer"))
        theme.set_role(self._layer_label, "muted")
        self._choices = QHBoxLayout()
        self._choices.setSpacing(6)
        self._choices.addWidget(self._layer_label)
        self._choices.addStretch(1)
        self._choices.addWidget(self.cells)
        self._choices.addWidget(self.follow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 2)
        column.setSpacing(2)
        column.addWidget(Bar(self.modes, self._choices))
        column.addWidget(self.view, 1)
        column.addWidget(self.notes)

    def _make_layers(self) -> None:
        """Offer the layers of this network."""
        if hasattr(self, "layers"):
            self._choices.removeWidget(self.layers)
            self.layers.hide()
            self.layers.deleteLater()
        self._spec = spec = self._session.spec
        if spec.depth > MOST_BUTTONS:
            box = ChoiceBox({str(n): f"{n}: {layer_name(spec, n)}" for n in spec.layers})
            box.setAccessibleName(tr("Layer"))
            box.setToolTip(tr("The layer whose numbers are calculated"))
            box.activated.connect(self._choose_layer)
            self.layers = box
        else:
            words = [(str(n), layer_name(spec, n)) for n in spec.layers]
            self.layers = Segments(tr("Layer"), words, self._choose_layer)
        self._choices.insertWidget(1, self.layers)
        QWidget.setTabOrder(self.modes.button(len(MODES) - 1), self.layers)

    def _restyle(self) -> None:
        self.notes.setFont(theme.number_font(0.82))
        # Always two lines: the matrices must not jump with the words below them.
        self.notes.setFixedHeight(2 * self.notes.fontMetrics().lineSpacing() + 2)

    # What is shown

    @property
    def mode(self) -> Mode:
        """Which calculation is shown."""
        return self._shown()[0]

    @property
    def layer(self) -> int:
        """Of which layer."""
        return self._shown()[1]

    @property
    def following(self) -> bool:
        """Whether the cursor of the score decides."""
        return self._pinned is None

    def pin(self, mode: Mode, layer: int) -> None:
        """Stay with one calculation, wherever the cursor goes."""
        self._pinned = mode, layer
        self.refresh()

    def follow_score(self) -> None:
        """Show again what the cursor stands at."""
        self._pinned = None
        self.refresh()

    def show_numbers(self, on: bool) -> None:
        """Show few cells with their numbers, or all."""
        self.cells.show_chosen(int(on))
        self.refresh()

    def _shown(self) -> tuple[Mode, int]:
        return self._pinned or at_phase(self._session.phase, self._session.spec)

    def refresh(self) -> None:
        """Follow the session."""
        mode, layer = self._shown()
        self.modes.show_chosen(MODES.index(mode))
        if isinstance(self.layers, Segments):
            self.layers.show_chosen(layer - 1)
        else:
            self.layers.choose(str(layer))
        self.follow.setChecked(self.following)
        self.view.show_calculation(mode, layer, self.cells.button(1).isChecked())
        if self.isVisible():
            self._say_notes()

    def _say_notes(self) -> None:
        text = "  ·  ".join((*stripe_notes(self.view), *self.view.line.notes))
        if text != self.notes.text():
            self.notes.setText(text)
            self.notes.setToolTip(text.replace("  ·  ", "<br>"))

    # Following the session and the user

    def _on_change(self, what: Changed) -> None:
        if what & Changed.NETWORK and self._session.spec != self._spec:
            self._pinned = None
            self._make_layers()
        if what & Changed.NOTATION:
            for n, (_, tip) in enumerate(_mode_words().values()):
                self.modes.button(n).setToolTip(tip)
        if what & (Changed.NETWORK | Changed.CURSOR | Changed.PARAMETERS | Changed.NOTATION):
            self.refresh()

    def _choose_mode(self, n: int) -> None:
        self.pin(MODES[n], self.layer)

    def _choose_layer(self, n: int) -> None:
        self.pin(self.mode, n + 1)

    def _choose_cells(self, n: int) -> None:
        self.show_numbers(bool(n))

    def _set_following(self, on: bool) -> None:
        if on:
            self.follow_score()
        else:
            self.pin(*self._shown())

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while another picture stood here."""
        super().showEvent(event)
        self.refresh()


def stripe_notes(view: MatrixView) -> tuple[str, ...]:
    """Say where one stripe of color stands for several numbers."""
    axes = [axis for placed in view.board.blocks for axis in (placed.rows, placed.columns)]
    sizes = sorted({axis.size for axis in axes if axis.size > 1})
    if not sizes:
        return ()
    many = " or ".join(str(size) for size in sizes) if len(sizes) < 3 else f"{sizes[0]} … {sizes[-1]}"
    return (tr("a stripe stands for {n} neighbors, in the color of the strongest", n=many),)
