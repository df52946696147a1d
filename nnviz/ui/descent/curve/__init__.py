"""Descent in one dimension: a curve, a ball, its tangent, and the step."""
