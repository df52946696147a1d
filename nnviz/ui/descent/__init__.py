"""The Descent workspace: what "downhill" means, on curves, on surfaces, on the real network's cost."""
