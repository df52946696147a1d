"""What happens inside while a network learns: gradients and weights of each layer, one answer."""
