"""One number in, one out: the network's function drawn over the points, and what it is made of."""
