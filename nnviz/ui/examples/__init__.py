"""Many examples at once: a table of nudges, one column for each example."""
