"""The one door to the reader of spreadsheets: a file's bytes in, what was understood or the same file marked out."""

from etl.read import Issue, Question, Reading, Record, SheetPreview, codes_meant, marked_copy, read_upload

__all__ = [
    "Issue",
    "Question",
    "Reading",
    "Record",
    "SheetPreview",
    "codes_meant",
    "marked_copy",
    "read_upload",
]
