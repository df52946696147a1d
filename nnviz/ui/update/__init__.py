"""What the last update did."""
