"""A network as a .safetensors file, named as PyTorch names the same network.

The tensors are those of ``torch.nn.Sequential(Linear, activation, Linear, activation, …).state_dict()``:
``0.weight`` of shape (n_1, n_0), ``0.bias``, ``2.weight`` and so on, float32. Every Linear is followed by an
activation also where that is the identity; the Sequential then has ``torch.nn.Identity()`` in its place. So
PyTorch reads such a file with ``model.load_state_dict(safetensors.torch.load_file(path))``.

What tensors cannot say stands in the metadata: format, version, sizes, activations (as JSON lists) and cost,
and any other texts about the network.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.core.arrays import read_only
from nnviz.core.network import NetworkSpec, Parameters
from nnviz.data.places import shown
from nnviz.errors import SpecError
from nnviz.files.atomic import write_atomic
from nnviz.files.container import Container, float32, opened, pack, saving
from nnviz.files.fields import (
    MOST_LAYERS,
    Fields,
    Flaw,
    bare,
    briefly,
    dump_json,
    parse_json,
    read_spec,
    spec_fields,
)
from nnviz.files.header import Tensor, check_kind
from nnviz.saying import Text

FORMAT = "nnviz-network"
VERSION = 1

EXTENSION = ".safetensors"

RESERVED = ("format", "version", "sizes", "activations", "cost")
"""The texts a network file needs for itself."""


@dataclass(frozen=True, eq=False)
class NetworkFile:
    """What a network file holds.

    Attributes
    ----------
    parameters : Parameters
        The network, float32, read-only.
    metadata : Mapping
        The other texts, such as "trained_on"; for a foreign file all it has.
    note : str or None
        One sentence for the user where the numbers stood in another precision than float32.
    """

    parameters: Parameters
    metadata: Mapping[str, str]
    note: str | None = None


def save_network(
    path: str | os.PathLike[str], parameters: Parameters, extra_metadata: Mapping[str, str] | None = None
) -> None:
    """Save a network; an interrupted save leaves the old file whole.

    Parameters
    ----------
    path : str or path
        The file.
    parameters : Parameters
        What to save; rounded to float32 if they are not.
    extra_metadata : Mapping, optional
        Texts about the network, such as "trained_on", "test_accuracy" and "command".

    Raises
    ------
    FileError
        If the file cannot be written, a number is not finite, or a text takes the name of one of `RESERVED`.
    """
    with saving(path):
        data = pack(_named(parameters), _texts(parameters.spec, extra_metadata or {}))
    write_atomic(path, data)


def load_network(
    path: str | os.PathLike[str],
    activation: str | None = None,
    output: str | None = None,
    cost: str | None = None,
) -> Parameters:
    """Return the network a file holds; `read_network` says more about it."""
    return read_network(path, activation, output, cost).parameters


def read_network(
    path: str | os.PathLike[str],
    activation: str | None = None,
    output: str | None = None,
    cost: str | None = None,
) -> NetworkFile:
    """Read a network file, this program's or a foreign one.

    Parameters
    ----------
    path : str or path
        A safetensors file. Numbers may be F64, F32, F16 or BF16.
    activation, output, cost : str, optional
        For a foreign file, which does not say them: the activation of hidden layers, that of the output,
        and the cost. A file of this program's says them itself, and these are not asked.

    Raises
    ------
    FileError
        If the file cannot be read, is damaged, or is no layered, fully connected network; with one sentence
        that names it and the cause.
    """
    with opened(path) as file:
        ours = file.metadata.get("format", "").startswith("nnviz-")
        spec = _described(file.metadata) if ours else _inferred(file, activation, output, cost)
        _check_tensors(file.tensors, spec)
        parameters = _assembled(spec, file.arrays())
    metadata = {key: text for key, text in file.metadata.items() if not (ours and key in RESERVED)}
    return NetworkFile(parameters, metadata, _note(path, file.tensors))


def _named(parameters: Parameters) -> dict[str, NDArray[np.float32]]:
    tensors = {}
    for layer in parameters.spec.layers:
        weight, bias = _names(layer)
        tensors[weight] = float32(weight, parameters.weights(layer))
        tensors[bias] = float32(bias, parameters.biases(layer))
    return tensors


def _names(layer: int) -> tuple[str, str]:
    """Name a layer's weights and biases: Linear stands at every even place of the Sequential."""
    return f"{2 * (layer - 1)}.weight", f"{2 * (layer - 1)}.bias"


def _texts(spec: NetworkSpec, extra: Mapping[str, str]) -> dict[str, str]:
    if spec.depth > MOST_LAYERS:
        raise Flaw(
            "the network has {depth:,} layers, and at most {most_layers:,} are read",
            depth=spec.depth,
            most_layers=MOST_LAYERS,
        )
    for name in RESERVED:
        if name in extra:
            raise Flaw("the name {name!r} is needed for the network itself", name=name)
    described = {"format": FORMAT, "version": str(VERSION)}
    for key, value in spec_fields(spec).items():
        described[key] = value if isinstance(value, str) else dump_json(value)
    # A command may contain a path that is no Unicode; a trained network is not lost for that.
    return described | {key: text.encode("utf-8", "backslashreplace").decode() for key, text in extra.items()}


def _described(metadata: Mapping[str, str]) -> NetworkSpec:
    check_kind(metadata, FORMAT, VERSION)
    fields: dict[str, Any] = {}
    for key in ("sizes", "activations", "cost"):
        if key in metadata:
            text = metadata[key]
            fields[key] = text if key == "cost" else parse_json(text, Text("its {name!r}", name=key))
    return read_spec(Fields(fields))


def _inferred(file: Container, activation: str | None, output: str | None, cost: str | None) -> NetworkSpec:
    """Make out the shape of a foreign network from its weights alone."""
    sizes = _inferred_sizes(file.tensors)
    missing = [
        Text(name)
        for name, value, needed in (
            ("hidden activation", activation, len(sizes) > 2),
            ("output activation", output, True),
            ("cost", cost, True),
        )
        if needed and value is None
    ]
    if missing:
        raise Flaw(
            "it holds the numbers of a {network} network, but no {names}",
            "does not say enough",
            network=bare("-".join(map(str, sizes))),
            names=reduce(lambda some, last: Text("{some}, no {last}", some=some, last=last), missing),
        )
    try:
        return NetworkSpec.build(
            sizes[0], sizes[1:-1], sizes[-1], activation or "sigmoid", output or "", cost or ""
        )
    except SpecError as error:
        raise Flaw("{error}", "cannot be opened so", error=error) from error


def _inferred_sizes(tensors: Mapping[str, Tensor]) -> tuple[int, ...]:
    sizes: list[int] = []
    while (name := _names(max(len(sizes), 1))[0]) in tensors and len(sizes) <= MOST_LAYERS:
        shape = tensors[name].shape
        if len(shape) != 2:
            raise Flaw(
                "{name!r} is no matrix, its shape is {tensors}",
                "cannot be used",
                name=name,
                tensors=tensors[name],
            )
        sizes += shape[::-1] if not sizes else shape[:1]
    if sizes:
        return tuple(sizes)
    raise Flaw(
        "it has no '0.weight', the weights of the first Linear of a torch.nn.Sequential",
        "holds no network that can be shown",
    )


def _check_tensors(tensors: Mapping[str, Tensor], spec: NetworkSpec) -> None:
    """Refuse a file that does not hold exactly the tensors of this network."""
    expected: dict[str, tuple[int, ...]] = {}
    for layer in spec.layers:
        weight, bias = _names(layer)
        expected[weight], expected[bias] = (spec.sizes[layer], spec.sizes[layer - 1]), (spec.sizes[layer],)
    verdict = f"does not hold a {bare(str(spec))} network"
    for name, shape in expected.items():
        if name not in tensors:
            raise Flaw("{name!r} is missing", verdict, name=name)
        if tensors[name].shape != shape:
            wanted = Tensor("F32", shape)
            raise Flaw(
                "the shape of {name!r} is {tensors}, and not {wanted}",
                verdict,
                name=name,
                tensors=tensors[name],
                wanted=wanted,
            )
    for name in tensors:
        if name not in expected:
            raise Flaw("{name} is no part of it", verdict, name=briefly(name))


def _assembled(spec: NetworkSpec, arrays: Mapping[str, NDArray[Any]]) -> Parameters:
    parameters = Parameters(spec, np.empty(spec.parameter_count, np.float32))
    for layer, block in parameters.blocks.items():
        weight, bias = _names(layer)
        block[:-1] = float32(weight, arrays[weight]).T
        block[-1] = float32(bias, arrays[bias])
    # Made anew: the views through which it was filled could still be written to.
    return Parameters(spec, read_only(parameters.theta))


def _note(path: str | os.PathLike[str], tensors: Mapping[str, Tensor]) -> str | None:
    others = sorted({tensor.dtype for tensor in tensors.values()} - {"F32"})
    if not others:
        return None
    return f"The numbers in {shown(path)} are {' and '.join(others)}; they were converted to float32."
