"""nnviz: see how a neural network works."""
