"""The network's picture: neurons, every edge, and what answers the mouse."""
