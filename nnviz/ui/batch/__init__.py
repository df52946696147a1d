"""A mini-batch, example by example."""
