"""What each edition changed: the pages that `python -m etl compare` and `refresh` write, the newest first."""

import re
from pathlib import Path

import pandas as pd
import streamlit as st

from data.paths import CHANGES
from pages.showing.table import table

INTRODUCTION = (
    "Publishers revise what they have published. Each page below sets an edition beside the one before it, place by "
    "place: what is new, which figures are another now, and where a figure became a sign or a sign a figure. A name "
    "with underscores is that of a column, as our tidy tables have it."
)


def pages(folder: Path = CHANGES) -> dict[str, str]:
    """Return the title and the text of each page, the newest first; headings within become bold lines."""
    found = {}
    for path in sorted(folder.glob("*.md"), reverse=True):
        title, _, text = path.read_text(encoding="utf-8").partition("\n")
        found[title.removeprefix("# ")] = re.sub(r"^## (.+)$", r"**\1**", text.strip(), flags=re.MULTILINE)
    return found


def show() -> None:
    """Show every page, the newest open."""
    st.write(INTRODUCTION)
    for number, (title, text) in enumerate(pages().items()):
        with st.expander(title, expanded=not number):
            for part in re.split(r"\n(?=\*\*)", text):
                _part(part)


def _part(text: str) -> None:
    """Show words as they are, and a table with its bold line as its caption."""
    lines = text.splitlines()
    cells = [[cell.strip(" `") for cell in line.strip("|").split(" | ")] for line in lines if line.startswith("|")]
    words = "\n".join(line for line in lines if not line.startswith("|"))
    if not cells:
        st.markdown(words.replace("`", ""))
        return
    header, _, *rows = cells
    caption, _, rest = words.partition("\n")
    table(pd.DataFrame(rows, columns=[name.strip().capitalize() for name in header]), caption=caption.strip("*"))
    if rest.strip():
        st.markdown(rest.strip())
