"""The one Session: what the user does to what is on the screen.

Panels read it and listen to `changed`; what the user does arrives as a call of one of its methods, by way of
:mod:`nnviz.commands`. Panels never call one another.
"""

import random
from dataclasses import asdict, replace

from nnviz.core.network import Location, NetworkSpec, initialize
from nnviz.core.steps import plan
from nnviz.data.dataset import Dataset, PartName
from nnviz.errors import SettingsError
from nnviz.files import DataReference, SavedState
from nnviz.session.batch import BatchSteps
from nnviz.session.changes import EVERYTHING, Changed, Neuron, Selection, View
from nnviz.session.checking import Checking
from nnviz.session.descent import Descent
from nnviz.session.drawing import Drawings, Nonsense
from nnviz.session.exam import Exams
from nnviz.session.examples import Examples
from nnviz.session.kept import Keeping
from nnviz.session.landscape import Landscapes
from nnviz.session.points import Points
from nnviz.session.race import Racing
from nnviz.training.moment import after_update
from nnviz.training.optimizers import OptimizerState
from nnviz.training.timeline import Change, ExampleRef, State, Timeline
from nnviz.training.trainer import Position
from nnviz.wording import Notation, current_notation, tr, use_notation


class Session(Keeping):
    """What is on the screen, and the only way to change it.

    Signals
    -------
    changed(Changed)
        Something moved; read the rest from the session.
    failed(str)
        One sentence for the user; the state is what it was before.

    Parameters
    ----------
    dataset : Dataset
        The data to begin with.
    spec : NetworkSpec, optional
        The network to begin with; by default two hidden layers of 16 that fit the data.
    scheme, seed : str, int
        Its initialization.
    """

    remembering = ("examples", "batch", "race", "exam", "descent", "landscape")

    def __init__(
        self, dataset: Dataset, spec: NetworkSpec | None = None, scheme: str = "scaled", seed: int = 0
    ) -> None:
        super().__init__(dataset, spec, scheme, seed)
        self.examples = Examples(self)
        self.batch = BatchSteps(self)
        self.checking = Checking(self)
        self.exam = Exams(self)
        self.race = Racing(self)
        self.landscape = Landscapes(self)
        self.descent = Descent(self)
        self.drawings = Drawings(self)
        self.points = Points(self)
        self.nonsense = Nonsense(self)
        self._player.timeout.connect(self.step_forward)

    # The example

    def go_to_example(self, split: PartName, index: int) -> None:
        """Show another example; beyond either end it goes round."""
        self._example = ExampleRef(split, index % len(self.dataset.split(split)))
        self._cursor = min(self._cursor, self._plan.cost)
        self._emit(Changed.EXAMPLE | Changed.CURSOR)

    def next_example(self) -> None:
        """Show the next example of the split."""
        self.go_to_example(self._example.split, self._example.index + 1)

    def previous_example(self) -> None:
        """Show the example before."""
        self.go_to_example(self._example.split, self._example.index - 1)

    def random_example(self) -> None:
        """Show any other example of the split."""
        n = len(self.split)
        self.go_to_example(self._example.split, self._example.index + random.randrange(1, max(n, 2)))

    def next_wrong(self) -> None:
        """Show the next example of the split that the network takes for something else."""
        self.exam.step_wrong(1)

    def previous_wrong(self) -> None:
        """Show the wrong one before."""
        self.exam.step_wrong(-1)

    def show_split(self, split: PartName) -> None:
        """Show examples of "train" or "test"."""
        self.go_to_example(split, 0)

    # The score

    def step_forward(self) -> None:
        """Reveal the next phase; at the last one apply the update; after it begin again at θ′."""
        if self.updated:
            self._set_cursor(0)
        elif self._cursor + 1 == self._plan.update:
            self._apply_update()
        else:
            self._set_cursor(self._cursor + 1)

    def step_back(self) -> None:
        """Take the last phase back, exactly; at the beginning go back into the update before."""
        if self.updated:
            self.take_back()
        elif self._cursor > 0:
            self._set_cursor(self._cursor - 1)
        elif self._came_from_update():
            self._set_cursor(self._plan.update)

    def jump(self, position: int) -> None:
        """Move the cursor to any phase of the plan."""
        if position == self._cursor or not 0 <= position < len(self._plan):
            return
        if position == self._plan.update:
            self._apply_update()
            return
        if self.updated:
            self.take_back()
        self._set_cursor(position)

    def _came_from_update(self) -> bool:
        change = self._timeline.present.change
        return change.kind == "update" and change.example == self._example and self._worker is None

    def _apply_update(self) -> None:
        """θ ← θ − η ∇C of this example, by the trainer's own kernel."""
        self.end_training()
        rate = self._settings.rate
        after = after_update(self._timeline.present.state, self._example, rate)
        self._player.stop()
        if not after.parameters.finite:
            self._emit(Changed.CURSOR)
            sentence = "This update would make weights too large for numbers. Try a smaller learning rate."
            self.failed.emit(tr(sentence))
            return
        change = Change("update", example=self._example, rate=rate)
        self._timeline.push(change, after)
        self._cursor = self._plan.update
        self._emit(Changed.PARAMETERS | Changed.CURSOR | Changed.HISTORY | Changed.METRICS)

    def _set_cursor(self, position: int) -> None:
        self._cursor = position
        self._emit(Changed.CURSOR)

    @property
    def playing(self) -> bool:
        """True while the score plays by itself."""
        return self._player.isActive()

    def play(self) -> None:
        """Play the score from here to the update, or stop playing."""
        if self.playing:
            self._player.stop()
        else:
            if self.updated:
                self._set_cursor(0)
            self._player.start()
        self._emit(Changed.CURSOR)

    # What is chosen, and how it is drawn

    def select(self, selection: Selection) -> None:
        """Choose a neuron, a weight or a bias, or nothing."""
        if selection == self._selection:
            return
        self._selection = selection
        self._emit(Changed.SELECTION)

    def point_at(self, hit: Selection) -> None:
        """Light a neuron, a weight or a bias up in every panel; None for nothing."""
        if hit != self._pointed:
            self._pointed = hit
            self._emit(Changed.POINTED)

    def set_view(self, view: View) -> None:
        """Draw things otherwise."""
        if view != self._view:
            self._view = view
            self._emit(Changed.VIEW)

    def write_in(self, notation: Notation) -> None:
        """Write all symbols and formulas in another notation; not a number changes."""
        if notation != current_notation():
            use_notation(notation)
            self._emit(Changed.NOTATION)

    def close(self) -> None:
        """End what runs, before the window goes."""
        self.checking.close()
        self.race.close()
        super().close()

    # To a file and back

    def saved(self) -> SavedState:
        """Return all that a state file holds; a training that runs goes on."""
        state, parent, chosen = self._present_state, self._timeline.present.parent, self._selection
        return SavedState(
            state.parameters,
            state.position,
            DataReference.of(state.dataset),
            self._settings,
            self._example,
            self._cursor,
            origin=self.origin,
            before=parent.state.parameters if self.updated and parent else None,
            selection=(chosen.layer, chosen.j) if isinstance(chosen, Neuron) else chosen,
            goal=self._goal,
            view=asdict(self._view),
            # While a training runs, more may have been measured than has been published.
            metrics=tuple(m for m in self.metrics if m.updates <= state.position.updates),
            off=state.off,
            painted=self._timeline.present.state.painted,
            first=None if self.origin else self._timeline.beginning().state.parameters,
            rate=self._timeline.present.change.rate if self.updated else None,
            optimizer=state.optimizer.vectors(),
            race=self.race.line_up_now(),
            exam=self.exam.sitting.order_now(),
        )

    def restore(self, saved: SavedState, dataset: Dataset) -> None:
        """Take up a saved state, with a history of its own.

        Raises
        ------
        SettingsError
            When the data do not fit it; nothing has changed then.
        """
        spec = saved.parameters.spec
        self._check_fit(spec, dataset)
        if saved.example.index >= len(dataset.split(saved.example.split)):
            raise SettingsError(tr("the data have no example {n:,}", n=saved.example.index))
        self.end_training()
        self._player.stop()
        # The data may no longer be those it was saved with: then what is left of this epoch cannot be known.
        saved = replace(saved, position=saved.position.within(len(dataset.train)))
        self._timeline = _history(saved, dataset)
        self._plan, self._cursor = plan(spec), saved.cursor
        if self.updated and saved.before is None:
            self._cursor = self._plan.cost
        self._example, self._settings, self._goal = saved.example, saved.settings, saved.goal
        self._fit_batch()
        chosen = saved.selection
        self._selection = chosen if chosen is None or isinstance(chosen, Location) else Neuron(*chosen)
        self._selection, self._pointed = self._existing(self._selection), None
        self._view = View.of(saved.view)
        if saved.race is not None:
            self.race.take_up(saved.race)
        if saved.exam is not None:
            self.exam.sitting.take_up(saved.exam)
        self._emit(EVERYTHING)


def _history(saved: SavedState, dataset: Dataset) -> Timeline:
    """Return what a file tells of a network's past: its first numbers, its training, its last update."""
    spec, origin = saved.parameters.spec, saved.origin
    optimizer = OptimizerState.from_vectors(saved.optimizer)
    last = State(saved.parameters, saved.position, dataset, saved.off, saved.painted, optimizer)
    before = last if saved.before is None else last._replace(parameters=saved.before)
    began = initialize(spec, *origin) if origin else saved.first or before.parameters
    first = State(began, Position(), dataset)
    timeline = Timeline(first, origin)
    if saved.metrics or origin or saved.first:
        # A curve can only be drawn through numbers; a file may hold others.
        timeline.push(Change("run", metrics=tuple(m for m in saved.metrics if m.finite)), before)
    if saved.before is not None:
        timeline.push(Change("update", example=saved.example, rate=saved.rate or saved.settings.rate), last)
    return timeline
