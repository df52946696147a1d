"""What the gallery says of a picture, a weight in it, and a neuron's switch."""

from nnviz.core.network import Location
from nnviz.session import Neuron, Session
from nnviz.ui.gallery.pictures import Pictures
from nnviz.wording import exact, layer_name, neuron_name, tr
from nnviz.wording.weights import weights_of, weights_of_all


class GalleryWords:
    """The texts of the gallery's tooltips.

    Parameters
    ----------
    session : Session
        Whose network they speak of.
    pictures : Pictures
        The numbers that are shown.
    """

    def __init__(self, session: Session, pictures: Pictures) -> None:
        self._session, self._pictures = session, pictures

    def of(self, hit: Neuron | Location) -> str:
        """Return what is known of a neuron, and of the weight that is pointed at."""
        lines = [f"<b>{self.name(hit.j)}</b>"]
        if isinstance(hit, Location) and hit.k is not None:
            arranged = self._pictures.arrangement()
            lines += [self._weight(hit.j, k) for k in arranged.inside(*arranged.cell_of(hit.k))]
        return "<br>".join([*lines, self._state(hit.j), self._scale(hit.j)])

    def _weight(self, j: int, k: int) -> str:
        weight, name = float(self._pictures.weights()[j, k]), self._session.dataset.input_name(k)
        return f"{name}: w<sup>(1)</sup><sub>{j},{k}</sub> = {exact(weight)}"

    def name(self, j: int) -> str:
        """Return a neuron's name; of an output that speaks for a class, whose weights these are."""
        classes = self._pictures.classes()
        return neuron_name(self._session.spec, 1, j) if classes is None else weights_of(classes[j])

    def title(self) -> str:
        """Return what stands over all pictures."""
        classes = self._pictures.classes()
        if classes is None:
            return tr("Weights into the {layer}", layer=layer_name(self._session.spec, 1))
        return weights_of_all(classes)

    def switch(self, j: int) -> str:
        """Return what a neuron's switch does."""
        if not self._pictures.switchable():
            return tr("Only hidden neurons can be switched off.")
        name = tr("Switch on") if self._is_off(j) else tr("Switch off")
        why = tr("A neuron that is off has the activation 0: what does the network lack without it?")
        return f"<b>{name}</b> (O)<br>{why}"

    def _state(self, j: int) -> str:
        if self._is_off(j):
            return tr("switched off: a = 0")
        activation = self._pictures.activation(j)
        return tr("a is not yet computed") if activation is None else f"a = {exact(activation)}"

    def _scale(self, j: int) -> str:
        return tr("its largest weight: ±{scale}", scale=exact(self._pictures.own_scale(j)))

    def _is_off(self, j: int) -> bool:
        return (1, j) in self._session.off
