"""The page of the real network's cost: along lines and over planes through all its parameters."""
