"""Many examples at once: which stand in the table, and of which parameters."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, cast
from weakref import WeakKeyDictionary

import numpy as np

from nnviz.core.network import Location
from nnviz.data.dataset import Dataset
from nnviz.data.subset import restricted
from nnviz.session.changes import Changed
from nnviz.training.timeline import ExampleRef
from nnviz.wording.examples import chosen_source

if TYPE_CHECKING:
    from nnviz.session.session import Session

MOST = 1000
"""Examples in the table."""

FEW = 10
"""Examples in the table where there are no classes to choose one of each from."""

ROWS = ("disagree", "strongest", "own")
"""Which parameters stand in the table: those that disagree most, the strongest, or those somebody chose."""


class Choice(NamedTuple):
    """Which examples are looked at together, and how they were chosen.

    Attributes
    ----------
    refs : tuple of ExampleRef
        The examples, in order.
    way : str
        "each", "current", "first", "class" or "random"; adding or removing one does not change it.
    value : int
        How many, or which class.
    """

    refs: tuple[ExampleRef, ...]
    way: str = "each"
    value: int = 0


_Memory: TypeAlias = tuple[dict[Dataset, Choice], dict[Dataset, Dataset], tuple[Location, ...], str]


class Examples:
    """The examples that are looked at together, and the parameters whose nudges are shown.

    It remembers a choice for each data set, so that undo brings it back with the data.

    Parameters
    ----------
    session : Session
        Tells what has changed.
    """

    def __init__(self, session: "Session") -> None:
        self._session = session
        self._chosen: WeakKeyDictionary[Dataset, Choice] = WeakKeyDictionary()
        self._cut_from: WeakKeyDictionary[Dataset, Dataset] = WeakKeyDictionary()
        self._own: tuple[Location, ...] = ()
        self._rows = ROWS[0]

    # The columns

    @property
    def refs(self) -> tuple[ExampleRef, ...]:
        """The chosen examples, in order; one of each class as long as nobody has chosen."""
        return self.choice.refs

    @property
    def choice(self) -> Choice:
        """The chosen examples, and how they were chosen."""
        data = self._session.dataset
        if data not in self._chosen:
            self._chosen[data] = Choice(self._one_of_each())
        return self._chosen[data]

    def choose(self, refs: Iterable[ExampleRef], way: str | None = None, value: int = 0) -> None:
        """Choose other examples; of one that is named twice the first counts, and at most MOST of them."""
        before, chosen = self.choice, tuple(dict.fromkeys(refs))[:MOST]
        choice = before._replace(refs=chosen) if way is None else Choice(chosen, way, value)
        if chosen and choice != before:
            self._chosen[self._session.dataset] = choice
            self._say()

    def add_current(self) -> None:
        """Add the example on the screen, first of all, where it is seen."""
        self.choose((self._session.example, *self.refs))

    def remove(self, ref: ExampleRef) -> None:
        """Take an example out; the last one stays."""
        self.choose(other for other in self.refs if other != ref)

    def choose_current(self) -> None:
        """Choose the example on the screen alone."""
        self.choose((self._session.example,), "current")

    def choose_one_of_each(self) -> None:
        """Choose the first training example of every class."""
        self.choose(self._one_of_each(), "each")

    def choose_first(self, count: int) -> None:
        """Choose the first training examples."""
        self.choose(_training(range(min(count, len(self._session.dataset.train)))), "first", count)

    def choose_class(self, label: int) -> None:
        """Choose all training examples of one class, as far as there is room."""
        labels = self._session.dataset.train.labels
        if labels is not None:
            self.choose(_training(np.flatnonzero(labels == label)[:MOST].tolist()), "class", label)

    def choose_random(self, count: int) -> None:
        """Choose any training examples, others each time."""
        n = len(self._session.dataset.train)
        rows = np.random.default_rng().choice(n, min(count, n), replace=False)
        self.choose(_training(rows.tolist()), "random", count)

    def _one_of_each(self) -> tuple[ExampleRef, ...]:
        train = self._session.dataset.train
        if train.labels is None:
            return _training(range(min(FEW, len(train))))
        _, first = np.unique(train.labels, return_index=True)
        return _training(first[:MOST].tolist())

    # The rows

    @property
    def rows(self) -> str:
        """Which parameters are shown, one of ROWS."""
        return self._rows

    def set_rows(self, rows: str) -> None:
        """Show other parameters."""
        if rows in ROWS and rows != self._rows:
            self._rows = rows
            self._say()

    @property
    def own(self) -> tuple[Location, ...]:
        """The parameters somebody has chosen; those that the present network has."""
        return tuple(location for location in self._own if self._has(location))

    def add_row(self, location: Location) -> None:
        """Choose a parameter, and show the chosen ones."""
        self._own, self._rows = tuple(dict.fromkeys((*self._own, location))), "own"
        self._say()

    def remove_row(self, location: Location) -> None:
        """Let a chosen parameter go."""
        self._own = tuple(other for other in self._own if other != location)
        self._say()

    def _has(self, location: Location) -> bool:
        _, layer, j, k = location
        sizes = self._session.spec.sizes
        return layer < len(sizes) and j < sizes[layer] and (k is None or k < sizes[layer - 1])

    # Listening to these alone

    @property
    def cut_from(self) -> Dataset | None:
        """The data set whose chosen examples are now the training set; None where all are."""
        return self._cut_from.get(self._session.dataset)

    def train_on_these(self) -> None:
        """Make the chosen examples the whole training set, and train; undo brings the others back."""
        self.cut_to_these()
        self._session.start()

    def cut_to_these(self) -> None:
        """Make the chosen examples the whole training set."""
        self._session.end_training()  # the data and the choice are those of the present
        data, choice = self._session.dataset, self.choice
        refs = choice.refs
        chosen = [(ref.split, ref.index) for ref in refs]
        part = restricted(data, chosen, chosen_source(len(refs), data.source))
        self._cut_from[part] = self._cut_from.get(data, data)
        self._chosen[part] = choice._replace(refs=_training(range(len(refs))))
        self._session.use_data(part)

    def train_on_all(self) -> None:
        """Make all examples the training set again; the network stays as it has become."""
        whole = self.cut_from
        if whole is not None:
            self._session.use_data(whole)

    # Put away, and brought back

    def remember(self) -> object:
        """Return all choices."""
        return dict(self._chosen), dict(self._cut_from), self._own, self._rows

    def bring_back(self, memory: object) -> None:
        """Choose as it was; None for the beginning."""
        chosen, cut_from, self._own, self._rows = cast(_Memory, memory or ({}, {}, (), ROWS[0]))
        self._chosen, self._cut_from = WeakKeyDictionary(chosen), WeakKeyDictionary(cut_from)

    def _say(self) -> None:
        self._session.changed.emit(Changed.EXAMPLES)


def _training(rows: Iterable[int]) -> tuple[ExampleRef, ...]:
    return tuple(ExampleRef("train", row) for row in rows)
