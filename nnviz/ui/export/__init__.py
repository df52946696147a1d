"""Pictures to take along: any panel at any size, and films of the score or of a training."""
