"""The two functions told apart."""
