"""How a thread hands its news to the window: the newest, and only when somebody waits for it."""

from typing import Generic, TypeVar

T = TypeVar("T")


class Mailbox(Generic[T]):
    """One slot: full until the reader has emptied it."""

    def __init__(self) -> None:
        self._slot: T | None = None

    @property
    def empty(self) -> bool:
        """True when the reader waits for news."""
        return self._slot is None

    def put(self, news: T) -> None:
        """Fill the slot."""
        self._slot = news

    def take(self) -> T | None:
        """Empty the slot."""
        news, self._slot = self._slot, None
        return news
