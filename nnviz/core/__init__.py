"""The mathematics: networks, passes, steps and explanations, on NumPy alone."""
