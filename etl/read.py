"""The dashboard's door to the reader of spreadsheets."""

from etl.reader import Issue, Question, Reading, Record, SheetPreview, read_upload

__all__ = ["Issue", "Question", "Reading", "Record", "SheetPreview", "read_upload"]
