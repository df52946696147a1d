"""Words for points in the plane: what a surface shows, where the mouse is, and how many points are right."""

from collections.abc import Sequence

from nnviz.core.network import NetworkSpec
from nnviz.wording.names import activation_name, layer_name, neuron_name, split_name
from nnviz.wording.notation import output_letter
from nnviz.wording.numbers import exact, number, subscript, whole
from nnviz.wording.text import MINUS, tr

FEW = 3
"""Outputs that a line names; of more it names the largest."""


def no_plane_sentences(n_inputs: int) -> tuple[str, str]:
    """Return a title and a sentence for data that are no points in the plane."""
    title = tr("What the network says, all over the plane")
    inputs = tr("1 input") if n_inputs == 1 else tr("{n:,} inputs", n=n_inputs)
    sentence = tr(
        "A point in the plane is two numbers: one can see at once what every neuron makes of each place, and "
        "where the network draws the line between two classes. The data on the screen have {inputs}.",
        inputs=inputs,
    )
    return title, sentence


def answer_title(classes: bool) -> str:
    """Return what the large surface is called when it shows no single neuron."""
    return tr("the answer") if classes else tr("the output")


def difference_text() -> str:
    """Return what the surface of two classes shows: "a₀ − a₁"."""
    a = output_letter()
    return f"{a}₀ {MINUS} {a}₁"


def strongest_text() -> str:
    """Return what the brightness of more classes shows."""
    return tr("largest {a}", a=output_letter())


def answer_teaches(spec: NetworkSpec, classes: tuple[str, ...] | None) -> str:
    """Say what the brightness of the answer's surface means."""
    if classes is None or spec.sizes[-1] == 1:
        return tr("Every place of the plane in the brightness of the output that the network gives there.")
    if spec.sizes[-1] == 2:
        return tr(
            "Every place of the plane in the color of the class whose output is larger there; the stronger, "
            "the larger the difference {difference}. Where both are equal the network is undecided.",
            difference=difference_text(),
        )
    return tr(
        "Every place of the plane in the color of the class whose output is largest there; the stronger the "
        "color, the larger that output."
    )


def neuron_teaches() -> str:
    """Say what a neuron's surface shows."""
    return tr("Every place of the plane in the brightness of this neuron's activation there.")


def surface_title(spec: NetworkSpec, layer: int, j: int, names: Sequence[str]) -> str:
    """Return "neuron 3, first hidden layer", for an input its name."""
    if layer == 0:
        return tr("input {name}", name=names[j])
    classes = tuple(names) if layer == spec.depth and names else None
    return neuron_name(spec, layer, j, classes)


def place_text(names: tuple[str, str], x: float, y: float, full: bool = False) -> str:
    """Return "x₁ = 0.512, x₂ = −1.20"."""
    write = exact if full else number
    return f"{names[0]} = {write(x)}, {names[1]} = {write(y)}"


def outputs_text(names: Sequence[str], outputs: Sequence[float], full: bool = False) -> str:
    """Return "A 0.930, B 0.0700"; of many outputs the largest."""
    write = exact if full else number
    order = range(len(outputs))
    if len(outputs) > FEW and not full:
        order = sorted(order, key=lambda j: -outputs[j])[:FEW]  # type: ignore[assignment]
    text = ", ".join(f"{names[j]} {write(outputs[j])}" for j in order)
    return text if len(order) == len(outputs) else f"{text} …"


def output_names(spec: NetworkSpec, classes: tuple[str, ...] | None) -> tuple[str, ...]:
    """Return what the outputs are called in a line: their classes, or a₀, a₁."""
    if classes is not None and len(classes) == spec.sizes[-1]:
        return classes
    a = output_letter()
    if spec.sizes[-1] == 1:
        return (f"{a} =",)
    return tuple(f"{a}{subscript(j)}" for j in range(spec.sizes[-1]))


def point_text(part: str, index: int, label: str | None) -> str:
    """Return "training example 17, A"."""
    example = tr("{split} example {index:,}", split=split_name(part), index=index)
    return example if label is None else f"{example}, {label}"


def taken_text(name: str, right: bool) -> str:
    """Return what the network takes a point for."""
    return tr("taken for {name} {mark}", name=name, mark="✓" if right else "✗")


def right_text(part: str, right: int, shown: int, n: int) -> str:
    """Return "396 of 400 training points right"; where not all are shown it says so."""
    points = tr("{split} points", split=split_name(part))
    if shown < n:
        return tr(
            "{right:,} of the first {shown:,} {points} right ({n:,} in all)",
            right=right,
            shown=shown,
            points=points,
            n=n,
        )
    return tr("{right:,} of {n:,} {points} right", right=right, n=n, points=points)


def some_of(shown: int, n: int) -> str:
    """Return how many neurons of a layer are shown: "8", "12 of 64"."""
    return whole(n) if shown == n else tr("{shown:,} of {n:,}", shown=shown, n=n)


def layer_teaches(spec: NetworkSpec, layer: int, shown: int) -> str:
    """Say which layer this is, and which of its neurons are shown."""
    function = f", {activation_name(spec.activations[layer - 1])}" if layer else ""
    title = f"<b>{layer_name(spec, layer)}: {whole(spec.sizes[layer])}{function}</b>"
    if shown == spec.sizes[layer]:
        return title
    room = tr("There is room for {shown:,} of {n:,}: the first ones.", shown=shown, n=spec.sizes[layer])
    return f"{title}<br>{room} {tr('A chosen one is always shown.')}"
