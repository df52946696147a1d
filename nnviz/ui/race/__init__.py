"""Races: several trainings side by side, their curves in one plot and their networks in one picture."""
