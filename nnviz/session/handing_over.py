"""How a lane of a race becomes the Session's network."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from nnviz.training.lanes import SETTINGS
from nnviz.training.race import Runner
from nnviz.training.timeline import Change, Origin

if TYPE_CHECKING:
    from nnviz.session.session import Session


def hand_over(session: Session, runner: Runner) -> None:
    """Go on with a lane's network, and with what is different in its settings; undo leads back.

    If it was trained on the present data, its curves and all its updates come along.

    Parameters
    ----------
    session : Session
        Who gets it.
    runner : Runner
        The lane; nobody trains it just now.

    Raises
    ------
    SettingsError
        When it does not fit the present data.
    """
    lane = runner.lane
    names = [variation.what for variation in lane.variations if variation.what in SETTINGS]
    changed: dict[str, Any] = {name: getattr(lane.settings, name) for name in names}
    if lane.dataset is session.dataset:
        origin = Origin(lane.scheme, lane.settings.seed) if lane.drawn else None
        run = Change("run", metrics=tuple(runner.metrics), course=runner.course)
        session.open_training(runner.course.start, origin, run, runner.state)
    else:
        session.open_network(runner.state.parameters)
    session.set_settings(replace(session.settings, **changed))
