"""When a network does not learn: what it suffers from, and what to try."""
