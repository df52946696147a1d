"""All examples of a split as a sheet of small pictures."""
