"""The cost of the real network as a landscape: along lines and over planes, coarse first, then finer."""
