"""The next mini-batch, example by example: which it is, and how far it has been gone through."""

from math import ceil
from typing import TYPE_CHECKING, cast

from nnviz.core.arrays import IntArray
from nnviz.session.changes import Changed
from nnviz.training.trainer import shuffled

if TYPE_CHECKING:
    from nnviz.session.session import Session

MOST_STEPS = 100
"""A larger mini-batch is gone through several examples at a time, in so many steps."""


class BatchSteps:
    """A cursor in the mini-batch on which the training would go on.

    It stands at 0 (nothing yet), at 1 … B (so many examples were added), or at B + 1 (their mean was taken).
    The step after that is the update, which the trainer makes: the next mini-batch then stands at 0.

    Parameters
    ----------
    session : Session
        Whose training set, position and settings say which examples they are.
    """

    def __init__(self, session: "Session") -> None:
        self._session = session
        self._cursor = 0
        self._belongs: tuple[object, ...] = ()
        self._order: tuple[tuple[int, int, int], IntArray] | None = None

    # Which it is

    @property
    def order(self) -> IntArray:
        """The shuffled training set of the present epoch, shape (n,)."""
        session, origin = self._session, self._session.origin
        made_from = len(session.dataset.train), origin.seed if origin else 0, session.position.epoch
        if self._order is None or self._order[0] != made_from:
            self._order = made_from, shuffled(*made_from)
        return self._order[1]

    @property
    def rows(self) -> IntArray:
        """Which training examples it consists of, in order; the last batch of an epoch may be smaller."""
        used = self._session.position.used
        return self.order[used : used + self._session.settings.batch]

    @property
    def size(self) -> int:
        """B, how many they are."""
        return len(self.rows)

    @property
    def epoch(self) -> int:
        """The epoch it belongs to, from 0."""
        return self._session.position.epoch

    @property
    def number(self) -> int:
        """Which of the epoch's mini-batches it is, from 0."""
        return ceil(self._session.position.used / self._session.settings.batch)

    @property
    def count(self) -> int:
        """How many mini-batches there are in the epoch."""
        used, batch = self._session.position.used, self._session.settings.batch
        return self.number + ceil((len(self._session.dataset.train) - used) / batch)

    # How far it has been gone through

    @property
    def stride(self) -> int:
        """How many examples are added in one step."""
        return ceil(self.size / MOST_STEPS)

    @property
    def cursor(self) -> int:
        """Where the cursor stands, 0 … B + 1; at 0 again when the network or the mini-batch is another."""
        return self._cursor if self._same() else 0

    @property
    def done(self) -> int:
        """How many examples have been added."""
        return min(self.cursor, self.size)

    @property
    def mean_taken(self) -> bool:
        """True once the sum was divided by B."""
        return self.cursor > self.size

    def _key(self) -> tuple[object, ...]:
        session = self._session
        return session.moment, session.moment.state.parameters, session.dataset, session.settings.batch

    def _same(self) -> bool:
        if len(self._belongs) != 4:
            return False
        *things, batch = self._key()
        *before, batch_before = self._belongs
        return batch == batch_before and all(a is b for a, b in zip(things, before, strict=True))

    def step_forward(self) -> None:
        """Add the next example; after the last take the mean; after that make the update."""
        if self._session.run_state == "running":
            return
        if self.mean_taken:
            self.update()
        elif self.done == self.size:
            self.jump(self.size + 1)
        else:
            self.jump(min(self.done + self.stride, self.size))

    def step_back(self) -> None:
        """Take the last step back, exactly; at the beginning the update that led here."""
        cursor, stride = self.cursor, self.stride
        if cursor > self.size:
            self.jump(self.size)
        elif cursor > 0:
            self.jump((cursor - 1) // stride * stride)
        elif self.came_from_update:
            self._session.take_back()
            self.jump(self.size + 1)

    def jump(self, cursor: int) -> None:
        """Put the cursor anywhere from 0 to B + 1; a training that runs is paused first."""
        self._session.end_training()
        self._cursor, self._belongs = min(max(cursor, 0), self.size + 1), self._key()
        self._session.changed.emit(Changed.BATCH)

    def remember(self) -> object:
        """Return where the cursor stands, and in which mini-batch."""
        return self._cursor, self._belongs

    def bring_back(self, memory: object) -> None:
        """Put the cursor where it was; None for the beginning."""
        self._cursor, self._belongs = cast(tuple[int, tuple[object, ...]], memory or (0, ()))

    def update(self) -> None:
        """Let the trainer make the one update of this mini-batch."""
        self._session.train_batch()

    @property
    def came_from_update(self) -> bool:
        """True when the present came from the update of one mini-batch, which can be gone back into."""
        moment, running = self._session.moment, self._session.run_state == "running"
        if running or moment.parent is None or moment.change.kind != "run":
            return False
        return moment.state.position.updates - moment.parent.state.position.updates == 1
