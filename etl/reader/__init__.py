"""The reader of visitors' spreadsheets: `read_upload` is its door, and needs no Streamlit."""

from etl.reader.model import Issue, Question, Reading, Record, SheetPreview
from etl.reader.upload import read_upload

__all__ = ["Issue", "Question", "Reading", "Record", "SheetPreview", "read_upload"]
