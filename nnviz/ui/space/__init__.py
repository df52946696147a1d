"""Each layer as a representation: many examples where its activations put them."""
