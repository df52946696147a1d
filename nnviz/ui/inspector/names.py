"""How the inspector speaks of the neurons of a layer."""

from nnviz.core.network import Location
from nnviz.session import Session
from nnviz.wording import neuron_name, parameter_name, pixel_name, tr


def full_names(session: Session, layer: int) -> tuple[str, ...]:
    """Return the names of all neurons of a layer; inputs by their pixel or feature."""
    size = session.spec.sizes[layer]
    if layer == 0:
        return tuple(session.dataset.input_name(k) for k in range(size))
    return tuple(full_name(session, layer, j) for j in range(size))


def short_names(session: Session, layer: int) -> tuple[str, ...]:
    """Return names for narrow columns, where the layer is plain: "pixel 11,16", "neuron 3"."""
    size, shape = session.spec.sizes[layer], session.dataset.image_shape
    if layer:
        return tuple(tr("neuron {j}", j=j) for j in range(size))
    if shape is None or session.dataset.input_names is not None:
        return full_names(session, 0)
    return tuple(pixel_name(k, shape) for k in range(size))


def full_name(session: Session, layer: int, j: int) -> str:
    """Return one neuron's name, an output's with the class it speaks for."""
    if layer == 0:
        return session.dataset.input_name(j)
    classes = session.dataset.classes
    if classes is not None and len(classes) != session.spec.sizes[-1]:
        classes = None  # one output tells two classes apart: it speaks for neither alone
    return neuron_name(session.spec, layer, j, classes)


def weight_name(session: Session, location: Location) -> str:
    """Return the name of a weight or bias, an input by its pixel or feature."""
    source = (
        session.dataset.input_name(location.k) if location.layer == 1 and location.k is not None else None
    )
    return parameter_name(session.spec, location, source)


def image_shape(session: Session, layer: int) -> tuple[int, ...] | None:
    """Return the shape of the image that a layer's activations make up: the input's, if it is one."""
    return session.dataset.image_shape if layer == 0 else None
