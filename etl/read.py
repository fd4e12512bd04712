"""The dashboard's door to the reader of spreadsheets."""

from etl.reader import Issue, Question, Reading, Record, SheetPreview, read_upload
from etl.returned import marked_copy

__all__ = ["Issue", "Question", "Reading", "Record", "SheetPreview", "marked_copy", "read_upload"]
