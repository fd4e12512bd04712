"""A visitor's file given back: its cells as a workbook, with what is to be corrected marked in it."""

from etl.returned.upload import marked_copy

__all__ = ["marked_copy"]
