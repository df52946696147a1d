"""Words for a user's own data, before they are taken."""

from nnviz.core.network import NetworkSpec
from nnviz.data import Dataset
from nnviz.wording.text import tr

NAMED = 12
"""So many classes are named."""


def data_summary(data: Dataset) -> str:
    """Say in two sentences what is in a data set."""
    parts = tr(
        "{train:,} examples to train on and {test:,} to test.", train=len(data.train), test=len(data.test)
    )
    return f"{parts} {_inputs(data)} {_targets(data)}"


def _inputs(data: Dataset) -> str:
    if data.image_shape is None:
        return tr("1 input.") if data.n_inputs == 1 else tr("{n:,} inputs.", n=data.n_inputs)
    rows, columns, *color = data.image_shape
    if color:
        return tr("Color images of {r}×{c}: {n:,} inputs.", r=rows, c=columns, n=data.n_inputs)
    return tr("Images of {r}×{c}: {n:,} inputs.", r=rows, c=columns, n=data.n_inputs)


def _targets(data: Dataset) -> str:
    if data.classes is None:
        n = data.n_outputs
        return tr("1 value to be met.") if n == 1 else tr("{n:,} values to be met.", n=n)
    names = ", ".join(data.classes[:NAMED]) + (" …" if len(data.classes) > NAMED else "")
    return tr("{n:,} classes: {names}.", n=len(data.classes), names=names)


def data_apart(data: Dataset) -> str:
    """Return the names of the inputs, as far as there is room, and where the data came from."""
    if data.input_names is None:
        return data.source
    names = ", ".join(data.input_names[:NAMED]) + (" …" if data.n_inputs > NAMED else "")
    return tr("inputs: {names}", names=names) + "\n" + data.source


def network_to_come(data: Dataset, spec: NetworkSpec) -> str:
    """Say which network goes on with the data."""
    sizes = (data.n_inputs, *spec.sizes[1:-1], data.n_outputs)
    if sizes == spec.sizes:
        return tr("The present network fits and goes on with them.")
    return tr("A new network that fits takes over: {sizes}.", sizes="-".join(str(n) for n in sizes))
