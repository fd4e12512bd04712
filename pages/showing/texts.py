"""The prose of pages, kept beside their scripts as Markdown. No Streamlit here."""

from functools import cache
from pathlib import Path

PAGES = Path(__file__).parents[1]


@cache
def text(page: str, name: str) -> str:
    """Read the text of that name from the folder of that page."""
    return (PAGES / page / f"{name}.md").read_text(encoding="utf-8")
