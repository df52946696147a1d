"""Choosing data: what there is, with a picture of what is in it, and the network that goes on with it."""
