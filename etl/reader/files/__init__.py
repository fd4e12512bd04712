"""Files from outside: what they are, whether they may be opened, and their cells, whatever the format."""
