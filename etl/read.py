"""The dashboard's door to the reader of spreadsheets."""

from etl.reader.door import marked_copy, read_upload
from etl.reader.model import Issue, Question, Reading, Record, SheetPreview

__all__ = ["Issue", "Question", "Reading", "Record", "SheetPreview", "marked_copy", "read_upload"]
