"""Measurements: each runs its peer beside itself, prints the ratio and writes JSON.

``python -m benchmarks`` runs them all and writes results.md; ``python -m benchmarks training`` runs one.
Times wander from run to run and from machine to machine; a ratio against a peer that took turns in the same
run does not, and that is what the goals are set for.
"""
