"""Training: the fast loop, the history it writes, and the thread it runs in."""
