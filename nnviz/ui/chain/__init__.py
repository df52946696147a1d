"""The chain of single neurons."""
