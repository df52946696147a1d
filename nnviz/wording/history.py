"""What the history did, and what followed from it."""

from nnviz.core.network import Location
from nnviz.training.timeline import Change, Edit, ExampleRef
from nnviz.wording.names import split_name
from nnviz.wording.notation import weight_index
from nnviz.wording.numbers import before_after, number
from nnviz.wording.text import tr


def change_name(change: Change | None, steps: int = 0) -> str:
    """Return what a change of the history did, for the Edit menu.

    Parameters
    ----------
    change : Change or None
        The change.
    steps : int
        How many updates a training made; it is called by them where no epoch was measured.
    """
    match change:
        case Change(kind="update", example=ExampleRef(split, index)):
            return tr("update on {split} example {index}", split=split_name(split), index=index)
        case Change(kind="run", metrics=(*_, last)) if last.epochs > 0:
            return tr("training up to {epochs:.4g} epochs", epochs=last.epochs)
        case Change(kind="run") if steps:
            return tr("training, {updates}", updates=updates_text(steps))
        case Change(kind="run"):
            return tr("training")
        case Change(kind="edit", edit=Edit() as edit):
            return edit_name(edit)
        case _:
            return tr("new network")


def edit_name(edit: Edit) -> str:
    """Return what was changed by hand, for the Edit menu."""
    match edit:
        case Edit("parameter", location=Location("b", layer, j)):
            return tr("bias {j} of layer {layer}", j=j, layer=layer)
        case Edit("parameter", location=Location(_, layer, j, k)):
            return tr("weight {index} of layer {layer}", index=weight_index(j, k or 0), layer=layer)
        case Edit("landscape"):
            return tr("parameters from the landscape")
        case Edit("weights", neuron=(layer, j)):
            return tr("painted weights of neuron {j}, layer {layer}", j=j, layer=layer)
        case Edit("add point"):
            return tr("added point")
        case Edit("move point"):
            return tr("moved point")
        case Edit("remove point"):
            return tr("removed point")
        case Edit("switch", neuron=(layer, j)):
            return tr("switch of neuron {j}, layer {layer}", j=j, layer=layer)
        case _:
            return tr("painted input")


def step_name(place: int, epoch: int | None, ends: bool, change: Change | None) -> str:
    """Return what a step of the history is: "step 4,512, in epoch 4", "step 9: bias 3 of layer 1".

    Parameters
    ----------
    place : int
        How many updates and edits it is from the network's beginning.
    epoch : int or None
        How many epochs were complete by then; None without any training.
    ends : bool
        Whether the last of them ended just there.
    change : Change or None
        The change by hand that leads to it.
    """
    if place == 0:
        return tr("the beginning")
    if change is not None:
        return tr("step {place:,}: {change}", place=place, change=change_name(change))
    if epoch is None:
        return tr("step {place:,}", place=place)
    if ends:
        return tr("step {place:,}, the end of epoch {epoch:,}", place=place, epoch=epoch)
    return tr("step {place:,}, in epoch {epoch:,}", place=place, epoch=epoch + 1)


def place_text(place: int, length: int) -> str:
    """Return where in the history the present stands: "step 4,512 of 9,000"."""
    if length == 0:
        return tr("no steps yet")
    if place == length:
        return tr("1 step") if length == 1 else tr("{n:,} steps", n=length)
    return tr("step {place:,} of {length:,}", place=place, length=length)


def updates_text(n: int) -> str:
    """Return "12 updates"."""
    return tr("1 update") if n == 1 else tr("{n:,} updates", n=n)


def cost_follows(before: float | None, now: float) -> str:
    """Return the cost, and what it was before the last change: "cost 0.812 → 0.834"."""
    if before is None:
        return tr("cost {cost}", cost=number(now))
    return tr("cost {pair}", pair=" → ".join(before_after(before, now)))


def guess_follows(name: str, right: bool) -> str:
    """Return "guess 3 ✓" or "guess 8 ✗"."""
    return tr("guess {name} {mark}", name=name, mark="✓" if right else "✗")
