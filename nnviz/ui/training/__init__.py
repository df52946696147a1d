"""The bar that trains."""
