"""The real networks among the surfaces of Descent: one neuron, fitted to points on a curve."""

from typing import NamedTuple

import numpy as np

from nnviz.core.landscape import Region
from nnviz.core.network import NetworkSpec
from nnviz.core.neuron_fit import NeuronFit
from nnviz.data.curves import Curve, load_curve

POINTS = 50
"""Points that a neuron is fitted to, four in five of which are for the training."""


class Fit(NamedTuple):
    """A neuron, and what it is fitted to.

    Attributes
    ----------
    activation, shape : str
        Its activation, and the curve its points lie on.
    noise : float
        How far they lie beside it.
    region : Region
        What is shown of C over (w, b).
    """

    activation: str
    shape: str
    noise: float
    region: Region


FITS = {
    "line": Fit("identity", "line", 0.1, Region((-0.9, -0.5), (1.1, 1.5), (-0.7, 1.3), 0.05)),
    "neuron": Fit("sigmoid", "step", 0.1, Region((-6.0, -6.0), (6.0, 6.0), (-4.5, -3.0), 2.0)),
}


def fitted(name: str, seed: int) -> NeuronFit:
    """Return one of `FITS` with its training points, drawn with a seed."""
    fit = FITS[name]
    points = load_curve(Curve(fit.shape, POINTS, fit.noise, seed)).train
    spec = NetworkSpec.build(1, (), 1, output=fit.activation)
    return NeuronFit(spec, points.x.astype(np.float64), points.targets.astype(np.float64))
