"""∇C as the list it is, with its pictures, and two parameters compared."""
