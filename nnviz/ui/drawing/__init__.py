"""A pad to draw on, the drawings that are kept, and noise: inputs that are no examples."""
