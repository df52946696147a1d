"""Who goes first where two threads need one interpreter: the window.

Python runs one thread at a time, and a training asks for its turn between any two products. A picture drawn
beside it takes twice as long for all the handing over, and the training has next to nothing of that time.
So it stands aside between two mini-batches while the window computes, and both are done sooner.
"""

import time
from collections.abc import Callable
from types import TracebackType

PATIENCE = 0.05
"""Seconds after which a training goes on for one mini-batch, whatever the window does."""

NAP = 0.0002
"""Seconds between two looks. Being woken would come sooner, but also in the moments between two things that
the window does one after the other."""


class Precedence:
    """A context in which the window goes first; only its thread enters it, and may do so within itself."""

    def __init__(self) -> None:
        self._depth = 0

    def __enter__(self) -> None:
        self._depth += 1

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._depth -= 1

    def stand_aside(self, hurried: Callable[[], bool]) -> float:
        """Wait while the window computes; called by a training between two mini-batches.

        Parameters
        ----------
        hurried : callable
            ``hurried()`` ends the waiting.

        Returns
        -------
        float
            How long it was, in seconds.
        """
        if not self._depth:
            return 0.0
        begun = now = time.perf_counter()
        while self._depth and now < begun + PATIENCE and not hurried():
            time.sleep(NAP)
            now = time.perf_counter()
        return now - begun
