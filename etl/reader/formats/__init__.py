"""One module per file format, each giving the same plain cells."""
