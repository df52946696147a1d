"""What things are called: layers, neurons, parameters, functions."""

from nnviz.core.functions import ACTIVATIONS, COSTS
from nnviz.core.network import Location, NetworkSpec
from nnviz.wording.text import MINUS, tr


def layer_name(spec: NetworkSpec, layer: int) -> str:
    """Return "input", "first hidden layer" … "output layer"."""
    if layer == 0:
        return tr("input")
    if layer == spec.depth:
        return tr("output layer")
    ordinals = (tr("first"), tr("second"), tr("third"), tr("fourth"), tr("fifth"))
    if layer <= len(ordinals):
        return tr("{ordinal} hidden layer", ordinal=ordinals[layer - 1])
    return tr("hidden layer {number}", number=layer)


def neuron_name(spec: NetworkSpec, layer: int, j: int, classes: tuple[str, ...] | None = None) -> str:
    """Return "neuron 12, first hidden layer"; at the output with the class it speaks for."""
    if layer == spec.depth and classes is not None:
        return tr("output neuron {j}, “{name}”", j=j, name=classes[j])
    return tr("neuron {j}, {layer}", j=j, layer=layer_name(spec, layer))


def parameter_name(spec: NetworkSpec, location: Location, input_name: str | None = None) -> str:
    """Return "weight from neuron 3, first hidden layer, to neuron 5, second hidden layer" and the like."""
    target = neuron_name(spec, location.layer, location.j)
    if location.kind == "b":
        return tr("bias of {neuron}", neuron=target)
    assert location.k is not None
    source = input_name if location.layer == 1 else neuron_name(spec, location.layer - 1, location.k)
    return tr(
        "weight from {source} to {target}", source=source or tr("input {k}", k=location.k), target=target
    )


ACTIVATION_NAMES = {name: name for name in ACTIVATIONS} | {"relu": "ReLU"}

COST_NAMES = {
    "squared": "squared error",
    "half_squared": "half squared error",
    "mean_squared": "mean squared error",
    "binary_cross_entropy": "binary cross-entropy",
    "cross_entropy": "cross-entropy",
}

INITIALIZATION_NAMES = {
    "scaled": "scaled: N(0, 1/n), biases 0",
    "normal": "normal: N(0, 1), biases too",
    "he": "He: N(0, 2/n), biases 0",
    "glorot": "Glorot: N(0, 2/(n + m)), biases 0",
    "zeros": "zeros",
}
assert COST_NAMES.keys() == COSTS.keys()


def activation_name(name: str) -> str:
    """Return what an activation function is called."""
    return tr(ACTIVATION_NAMES[name])


def parameter_count(spec: NetworkSpec) -> str:
    """Return "13,002 parameters"."""
    return tr("{count:,} parameters", count=spec.parameter_count)


def parameter_count_apart(spec: NetworkSpec) -> str:
    """Return the count taken apart: "784×16 + 16×16 + 16×10 weights, 16 + 16 + 10 biases: …"."""
    weights = " + ".join(f"{spec.sizes[n - 1]}×{spec.sizes[n]}" for n in spec.layers)
    biases = " + ".join(str(spec.sizes[n]) for n in spec.layers)
    n_biases = sum(spec.sizes[1:])
    if spec.depth == 1:
        total = tr("{count:,} parameters", count=spec.parameter_count)
        return f"{weights} = {_counted_weights(spec.weight_count(1))}, {_counted_biases(n_biases)}: {total}"
    return tr(
        "{weights} = {n_weights:,} weights, {biases} = {n_biases:,} biases: {count:,} parameters",
        weights=weights,
        n_weights=spec.parameter_count - n_biases,
        biases=biases,
        n_biases=n_biases,
        count=spec.parameter_count,
    )


def _counted_weights(n: int) -> str:
    return tr("1 weight") if n == 1 else tr("{n:,} weights", n=n)


def _counted_biases(n: int) -> str:
    return tr("1 bias") if n == 1 else tr("{n:,} biases", n=n)


def split_name(split: str) -> str:
    """Return "training" or "test"."""
    return {"train": tr("training"), "test": tr("test")}[split]


def component_text(spec: NetworkSpec, location: Location) -> str:
    """Return where a parameter stands in θ, counted from 1: "component 12,601 of 13,002"."""
    index = spec.index(location) + 1
    return tr("component {index:,} of {count:,}", index=index, count=spec.parameter_count)


def pixel_name(k: int, shape: tuple[int, ...]) -> str:
    """Return "pixel 11,16", row and column from 0, for narrow columns."""
    columns, channels = shape[1], shape[2] if len(shape) > 2 else 1
    row, column = divmod(k // channels, columns)
    channel = f" {tr(('red', 'green', 'blue')[k % channels])}" if channels > 1 else ""
    return tr("pixel {row},{column}", row=row, column=column) + channel


def brightness_ends(activation: str) -> tuple[str, str]:
    """Return the activations that a neuron's faintest and strongest fill stand for."""
    function, most = ACTIVATIONS[activation], tr("largest")
    low = MINUS + most if function.low is None else f"{function.low:g}".replace("-", MINUS)
    return low, most if function.high is None else f"{function.high:g}"
