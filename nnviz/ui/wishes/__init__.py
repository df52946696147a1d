"""What one layer wants of the layer before it: a table of arrows, and their sum."""
