"""The dialog in which a new network is described."""
