"""Points in the plane: what every neuron says of every place, and points that can be changed by hand."""
