"""The commands that stand in menus, on buttons and under keys."""

from collections.abc import Callable
from dataclasses import replace

from nnviz.commands.command import Command
from nnviz.commands.stepping import can_step, play_words, step_words, stepping
from nnviz.session import Session
from nnviz.session.walk import Walk
from nnviz.wording import change_name, tr


def _words(text: str) -> Callable[[Session], str]:
    return lambda session: tr(text)


def _train_or_pause(session: Session) -> None:
    match session.run_state:
        case "running":
            session.pause()
        case "paused":
            session.resume()
        case _:
            session.start()


def _train_text(session: Session) -> str:
    return {"running": tr("Pause"), "paused": tr("Resume"), "idle": tr("Train")}[session.run_state]


def _undo_text(session: Session) -> str:
    change, moment = session.undoable, session.moment
    if change is None:
        return tr("Undo")
    steps = moment.steps if change is moment.change else 0  # a training that runs is no moment yet
    return tr("Undo: {change}", change=change_name(change, steps))


def _redo_text(session: Session) -> str:
    change, after = session.redoable, session.moment.next
    if change is None or after is None:
        return tr("Redo")
    return tr("Redo: {change}", change=change_name(change, after.steps))


def _jump_to_start(session: Session) -> None:
    # After an update the calculation begins again with the new parameters, as → does; only ← takes it back.
    if session.updated:
        session.step_forward()
    else:
        session.jump(0)


def _jump_to_cost(session: Session) -> None:
    # After an update: the cost that the new parameters give, which is what one wants to see.
    if session.updated:
        session.step_forward()
    session.jump(session.plan.cost)


def _deselect(session: Session) -> None:
    session.select(None)


def _check_gradient(session: Session) -> None:
    """Begin the check; what comes of it stands where nothing is chosen."""
    if _at_rest(session):
        session.select(None)
        session.checking.start()


def _at_rest(session: Session) -> bool:
    return session.run_state != "running"  # each update would end the check


def _has_images(session: Session) -> bool:
    return session.drawings.possible


def _show_sheet(session: Session) -> None:
    session.set_view(replace(session.view, picture="sheet"))


def _show_pad(session: Session) -> None:
    if _has_images(session):
        session.set_view(replace(session.view, picture="draw"))


MENU_COMMANDS: tuple[Command, ...] = (
    Command(
        "undo",
        "Edit",
        _undo_text,
        "Takes the last change of the network back, exactly.",
        ("Ctrl+Z",),
        "undo",
        Session.undo,
        lambda s: s.undoable is not None or s.run_state == "running",
    ),
    Command(
        "redo",
        "Edit",
        _redo_text,
        "Brings back the change that was taken back last.",
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        "redo",
        Session.redo,
        lambda s: s.redoable is not None,
    ),
    Command(
        "deselect",
        "Edit",
        _words("Select nothing"),
        "Lets go of the chosen neuron, weight or bias.",
        ("Esc",),
        "",
        _deselect,
        lambda s: s.selection is not None,
    ),
    Command(
        "step-forward",
        "Step",
        step_words("Step forward", "One step downhill"),
        "Reveals the next phase: weighted sums, activations, the cost, then backwards the gradients.",
        ("Right",),
        "step-forward",
        stepping(Session.step_forward, Walk.step_forward),
        can_step,
    ),
    Command(
        "step-back",
        "Step",
        step_words("Step back", "One step back"),
        "Takes the last phase back, exactly, an update too.",
        ("Left",),
        "step-back",
        stepping(Session.step_back, Walk.step_back),
        can_step,
    ),
    Command(
        "play",
        "Step",
        play_words,
        "Plays forward pass, backward pass and update, one phase after the other.",
        ("Space",),
        "play",
        stepping(Session.play, Walk.play),
        can_step,
        lasts=True,
    ),
    Command(
        "to-start",
        "Step",
        step_words("To the input", "To the beginning"),
        "Begins the calculation for this example again.",
        ("Home",),
        "first",
        stepping(_jump_to_start, Walk.to_start),
        can_step,
    ),
    Command(
        "to-cost",
        "Step",
        step_words("To the cost", "To the end"),
        "Shows the whole forward pass, up to the cost of this example.",
        ("End",),
        "last",
        stepping(_jump_to_cost, Walk.to_end),
        can_step,
    ),
    Command(
        "next-example",
        "Example",
        _words("Next example"),
        "Shows the network the next example of the set.",
        ("N", "Down"),
        "next",
        Session.next_example,
    ),
    Command(
        "previous-example",
        "Example",
        _words("Previous example"),
        "Shows the network the example before.",
        ("P", "Up"),
        "previous",
        Session.previous_example,
    ),
    Command(
        "random-example",
        "Example",
        _words("Random example"),
        "Shows the network any example of the set.",
        ("R",),
        "random",
        Session.random_example,
        lessons=False,
    ),
    Command(
        "next-wrong",
        "Example",
        _words("Next wrong one"),
        "Shows the network the next example of the set that it takes for something else.",
        ("Shift+Down",),
        "",
        Session.next_wrong,
        lambda s: s.split.labels is not None,
        lessons=False,
    ),
    Command(
        "previous-wrong",
        "Example",
        _words("Previous wrong one"),
        "Shows the network the example before that it takes for something else.",
        ("Shift+Up",),
        "",
        Session.previous_wrong,
        lambda s: s.split.labels is not None,
        lessons=False,
    ),
    Command(
        "browse",
        "Example",
        _words("All examples"),
        "Shows all examples of a set at a glance: in order, by class, only the wrong ones, or at random.",
        ("A",),
        "",
        _show_sheet,
        lessons=False,
    ),
    Command(
        "draw",
        "Example",
        _words("Draw a digit"),
        "Opens a pad to draw on: what is drawn becomes the network's input, stroke by stroke.",
        ("Shift+D",),
        "draw",
        _show_pad,
        _has_images,
    ),
    Command(
        "random-pixels",
        "Example",
        _words("Random pixels"),
        "Shows the network noise, and how sure it is of its nonsense.",
        (),
        "",
        lambda s: s.nonsense.random_pixels() if _has_images(s) else None,
        _has_images,
        lessons=False,
    ),
    Command(
        "shuffle-pixels",
        "Example",
        _words("Shuffle the pixels"),
        "Shows the network the same pixels in another order: as much ink, but no digit.",
        (),
        "",
        lambda s: s.nonsense.shuffle() if _has_images(s) else None,
        _has_images,
        lessons=False,
    ),
    Command(
        "mix-examples",
        "Example",
        _words("Mix with another example"),
        "Shows the network the mean of this example and any other, to see which of the two it takes it for.",
        (),
        "",
        lambda s: s.nonsense.mix_any() if _has_images(s) else None,
        _has_images,
        lessons=False,
    ),
    Command(
        "train",
        "Train",
        _train_text,
        "Runs stochastic gradient descent: mini-batch after mini-batch, θ ← θ − {η} ∇{C}.",
        ("T",),
        "train",
        _train_or_pause,
        lessons=False,
    ),
    Command(
        "stop",
        "Train",
        _words("Stop"),
        "Ends the training; what the network has learned stays.",
        ("Shift+T",),
        "stop",
        Session.stop,
        lambda s: s.run_state != "idle",
    ),
    Command(
        "train-example",
        "Train",
        _words("One example"),
        "Trains on the next example of the shuffled set alone: one update from its gradient.",
        ("X",),
        "one-example",
        Session.train_example,
        waits=True,
    ),
    Command(
        "train-batch",
        "Train",
        _words("One mini-batch"),
        "Trains on the next mini-batch: one update from the mean gradient of its examples.",
        ("B",),
        "one-batch",
        Session.train_batch,
        waits=True,
    ),
    Command(
        "train-epoch",
        "Train",
        _words("One epoch"),
        "Trains until every training example has been used once.",
        ("E",),
        "one-epoch",
        Session.train_epoch,
        waits=True,
    ),
    Command(
        "reset",
        "Network",
        _words("Start over"),
        "Goes back to the very weights and biases this network began with.",
        ("Ctrl+R",),
        "reset",
        Session.reset,
    ),
    Command(
        "check-gradient",
        "Network",
        _words("Check the gradient"),
        "Changes every weight and bias a little, sees what the cost does, and compares with ∇{C}.",
        (),
        "",
        _check_gradient,
        _at_rest,
        lasts=True,
    ),
)
