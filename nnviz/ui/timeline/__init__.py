"""The history as a slider: every update and every edit since the network's beginning."""
