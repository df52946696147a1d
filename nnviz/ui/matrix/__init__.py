"""One layer as a matrix, forward and backward."""
