"""Several authorities beside one another: lines, small multiples, paths, and the words around them."""
