"""A visitor's own figures, marked as a draft wherever they are drawn."""
