"""Descent in two dimensions: surface, contours, slices, and walkers."""
