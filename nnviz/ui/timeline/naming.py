"""What the steps of the history are called."""

from nnviz.session import Session
from nnviz.wording import step_name


def place_name(session: Session, place: int) -> str:
    """Return the name of a step: "step 4,512, in epoch 4", "step 9: bias 3 of layer 1"."""
    by_hand = {at: change for at, change in session.changes if change.kind in ("edit", "update")}
    done = [(at, epoch) for at, epoch in session.epoch_places if at <= place]
    at, epoch = done[-1] if done else (0, 0 if session.epoch_places else None)
    return step_name(place, epoch, at == place, by_hand.get(place))
