"""The prose of pages, kept beside their scripts as Markdown. No Streamlit here."""

from functools import cache
from pathlib import Path

PROSE = Path(__file__).parents[1] / "about"


@cache
def text(name: str) -> str:
    """Read the text of that name from pages/about."""
    return (PROSE / f"{name}.md").read_text(encoding="utf-8")
