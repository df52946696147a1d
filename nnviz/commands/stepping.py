"""What the keys of the score do: in Descent they walk downhill, everywhere else they step the score."""

from collections.abc import Callable

from nnviz.session import Session
from nnviz.session.walk import Walk
from nnviz.wording import tr


def can_step(session: Session) -> bool:
    """Say whether there is anything to step: in Descent the network's own cost has no steps."""
    return session.view.workspace != "descent" or session.descent.walk is not None


def stepping(score: Callable[[Session], None], walk: Callable[[Walk], None]) -> Callable[[Session], None]:
    """Return what does the one to the score, in Descent the other to what walks there."""

    def run(session: Session) -> None:
        walks = session.descent.walk
        if walks is not None:
            walk(walks)
        elif can_step(session):
            score(session)

    return run


def step_words(score: str, walk: str) -> Callable[[Session], str]:
    """Return the words for the score, and for what walks in Descent."""
    return lambda session: tr(score if session.descent.walk is None else walk)


def play_words(session: Session) -> str:
    """Return what Space would do just now."""
    walk = session.descent.walk
    if walk is not None:
        return tr("Stop") if walk.running else tr("Run")
    return tr("Stop playing") if session.playing else tr("Play")
