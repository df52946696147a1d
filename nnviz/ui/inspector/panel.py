"""The inspector: whatever is chosen, taken apart. This file places; the views are beside it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from nnviz.commands import BY_NAME
from nnviz.core.explain import Quantity
from nnviz.core.network import Location
from nnviz.session import Changed, Session
from nnviz.ui import theme
from nnviz.ui.arrangement import is_color
from nnviz.ui.formula import FormulaLabel, measure
from nnviz.ui.icons import set_icon
from nnviz.ui.inspector.empty import EmptyView
from nnviz.ui.inspector.parts import Heading, NumberLine, Prose, View
from nnviz.ui.readable import Readable
from nnviz.wording import symbol_tex, tr
from nnviz.wording.any_neuron import any_neuron_tex

if TYPE_CHECKING:
    from nnviz.ui.inspector.input import InputView
    from nnviz.ui.inspector.neuron import NeuronView
    from nnviz.ui.inspector.parameter import ParameterView

AnyView = TypeVar("AnyView", bound=View)

SYMBOLS_AHEAD = 32
"""Of each layer, the symbols of so many neurons are typeset before any is chosen."""

CONCERNS = (
    *(Changed.NETWORK, Changed.PARAMETERS, Changed.EXAMPLE),
    *(Changed.CURSOR, Changed.SELECTION, Changed.TRAINING, Changed.NOTATION),
)


class InspectorPanel(QFrame):
    """The chosen neuron, input, weight or bias; with nothing chosen, the whole network.

    The views of what can be chosen are made when it is first chosen, for a start does not need them.

    Parameters
    ----------
    session : Session
        What it shows and changes.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._stale = False
        theme.set_role(self, "card")
        self.setAccessibleName(tr("Inspector"))
        self._stack = QStackedWidget()
        self.empty = self._placed(EmptyView(session))
        self.header = Header(session)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self.header)
        self._layout.addWidget(self._stack, 1)
        self._numbers = Readable(self, session, self.refresh)
        theme.on_change(self, self._space_out)
        session.changed.connect(self._follow)
        self.refresh()

    def _placed(self, view: AnyView) -> AnyView:
        self._stack.addWidget(view)
        return view

    @cached_property
    def neuron(self) -> NeuronView:
        """The view of a neuron of layer 1 … L."""
        from nnviz.ui.inspector.neuron import NeuronView

        return self._placed(NeuronView(self._session))

    @cached_property
    def input(self) -> InputView:
        """The view of a neuron of layer 0."""
        from nnviz.ui.inspector.input import InputView

        return self._placed(InputView(self._session))

    @cached_property
    def parameter(self) -> ParameterView:
        """The view of a weight or a bias."""
        from nnviz.ui.inspector.parameter import ParameterView

        return self._placed(ParameterView(self._session))

    def get_ready(self) -> Iterator[None]:
        """Make all views, and typeset what they begin with, so that the first choice is as quick as any.

        Each step takes some milliseconds.
        """
        for module in ("check", "ways", "inside", "neuron", "parameter", "input"):
            import_module(f"nnviz.ui.inspector.{module}")
            yield
        for name in ("neuron", "parameter", "input"):
            view: View = getattr(self, name)
            yield
            for widget in view.findChildren(QWidget):
                widget.ensurePolished()
            yield
        for tex in self._first_formulas():
            measure(tex, 1.0)
            yield

    def _first_formulas(self) -> Iterator[str]:
        spec = self._session.spec
        for layer in spec.layers:
            yield any_neuron_tex(spec, layer)
        for layer in spec.layers:
            for j in range(min(spec.sizes[layer], SYMBOLS_AHEAD)):
                yield symbol_tex(Quantity("a", layer, j), spec)

    def _space_out(self) -> None:
        side, top = round(theme.px(14)), round(theme.px(10))
        self._layout.setContentsMargins(side, top, round(theme.px(10)), top)
        self._layout.setSpacing(round(theme.px(6)))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the width of the card in the window's design."""
        return QSize(round(theme.px(300)), round(theme.px(400)))

    def minimumSizeHint(self) -> QSize:
        """Return the least that every view can do with."""
        return QSize(round(theme.px(260)), round(theme.px(220)))

    def view(self) -> View:
        """Return the view that is shown."""
        chosen = self._session.selection
        if isinstance(chosen, Location):
            return self.parameter
        if chosen is None:
            return self.empty
        return self.neuron if chosen.layer else self.input

    def refresh(self) -> None:
        """Follow the session."""
        view = self.view()
        self.header.show_heading(view.refresh())
        self._stack.setCurrentWidget(view)
        self._stale = False

    def _follow(self, what: Changed) -> None:
        colored = is_color(self._session.dataset.image_shape)
        drawn_otherwise = what & Changed.VIEW and (colored or self.view() is self.empty)
        if not (drawn_otherwise or any(what & concern for concern in CONCERNS)):
            if what & Changed.STANDING and self.isVisibleTo(self.window()) and not self._stale:
                self.view().follow_standing()
            return
        if self.isVisibleTo(self.window()):
            self._numbers.ask(what)
        else:
            self.view()  # one that is made now: a neuron's history begins when it is chosen
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while another workspace hid the card."""
        super().showEvent(event)
        if self._stale:
            self.refresh()


class Header(QWidget):
    """Symbol, number and name of what is chosen, and a button that lets go of it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.symbol = FormulaLabel(size=1.55, role="selection_text")
        self.title = QLabel()
        theme.set_role(self.title, "title")
        self.value = NumberLine(size=1.25, bold=True)
        self.name = Prose(role="muted")
        self.deselect = self._deselect_button(session)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.title, 0, 0, 1, 2)
        grid.addWidget(self.symbol, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.value, 0, 1)
        grid.addWidget(self.deselect, 0, 2, Qt.AlignmentFlag.AlignTop)
        self._grid, self._below = grid, False
        grid.addWidget(self.name, 0, 1)

    def _deselect_button(self, session: Session) -> QToolButton:
        command = BY_NAME["deselect"]
        button = QToolButton(autoRaise=True)
        theme.on_change(button, lambda: button.setIconSize(QSize(1, 1) * round(theme.px(12))))
        set_icon(button, "cross", "text_muted")
        button.setAccessibleName(command.text(session))
        button.setToolTip(f"<b>{command.text(session)}</b> ({command.keys[0]})<br>{tr(command.tip)}")
        button.clicked.connect(lambda: command.run(session))
        return button

    def show_heading(self, heading: Heading) -> None:
        """Show what a view says of its subject."""
        self.title.setText(heading.title)
        self.title.setVisible(bool(heading.title))
        if heading.symbol and self.symbol.tex() != (heading.symbol,):
            self.symbol.set_tex(heading.symbol)
        self.symbol.setVisible(bool(heading.symbol))
        self.deselect.setVisible(bool(heading.symbol))
        self.value.set_text(heading.value, heading.value_tip)
        self.value.setVisible(bool(heading.value))
        self._show_name(heading)

    def _show_name(self, heading: Heading) -> None:
        """Put the name beside the symbol, or below where a number stands beside it."""
        if self.name.text() != heading.name:
            self.name.setText(heading.name)
        below = bool(heading.value)
        if below != self._below:
            self._below = below
            self._grid.addWidget(self.name, *((1, 0, 1, 3) if below else (0, 1)))
        self.name.setVisible(bool(heading.name))
