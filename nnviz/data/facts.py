"""How large a data set is, and what is in it, without its numbers."""

from typing import NamedTuple

from nnviz.data.dataset import Dataset


class Facts(NamedTuple):
    """What there is to say of a data set that may not have been read yet.

    Attributes
    ----------
    n_inputs, n_outputs : int
        The sizes of the layers that fit.
    classes : tuple of str or None
        As in `Dataset`.
    image_shape : tuple of int or None
        As in `Dataset`.
    n_train, n_test : int or None
        The numbers of examples; None where nobody has counted them.
    """

    n_inputs: int
    n_outputs: int
    classes: tuple[str, ...] | None = None
    image_shape: tuple[int, ...] | None = None
    n_train: int | None = None
    n_test: int | None = None

    @classmethod
    def of(cls, data: Dataset) -> "Facts":
        """Return those of a data set."""
        sizes = len(data.train), len(data.test)
        return cls(data.n_inputs, data.n_outputs, data.classes, data.image_shape, *sizes)
