"""All first-layer weights as pictures, side by side."""
