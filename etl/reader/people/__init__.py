"""Data about individuals: recognised and refused."""
