"""The original grid with what was understood drawn on it: a colour and a word for each kind of cell."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from pages.shared.read import SheetPreview

ROWS = 20
# Role → the word on the cell, its background. Text on each is black: at least 12 to 1.
ROLES = {
    "value": ("figure", "#d5e8f7"),
    "authority": ("authority", "#d9f2e4"),
    "period": ("period", "#fdeed0"),
    "measure": ("measure", "#eadcf4"),
    "header": ("heading", "#ececec"),
    "title": ("title", "#ececec"),
    "problem": ("problem", "#f9d3cd"),
    "ignored": ("left out", "#ffffff"),
    "hidden": ("hidden", "#ffffff"),
    "note": ("note", "#ffffff"),
}
STYLE = """<style>
.grid { overflow: auto; max-height: 34rem; border: 1px solid #595959; }
.grid table { border-collapse: collapse; font-size: 0.85rem; }
.grid caption { text-align: left; font-weight: 600; padding: 0.4rem; caption-side: top; }
.grid th { background: #f3f2f1; border: 1px solid #b1b4b6; padding: 0.2rem 0.5rem; font-weight: 600; }
.grid td { border: 1px solid #b1b4b6; padding: 0.2rem 0.5rem; min-width: 4.5rem; max-width: 16rem; vertical-align: top; }
.grid td i { display: block; font-style: normal; font-size: 0.72rem; color: #383f43; }
.grid .ignored, .grid .hidden, .grid .note { color: #484949; }
.grid .problem { outline: 2px solid #b3200f; outline-offset: -2px; }
</style>"""


def previews(sheets: Sequence[SheetPreview]) -> None:
    """Show the top left of each sheet; of a hidden one only that it is there."""
    st.html(STYLE)
    for sheet in sheets:
        name = sheet.name or "The file"
        if sheet.hidden:
            st.write(
                f"Sheet {escape(name)} is hidden: it was searched for personal data, and no figure was taken from it."
            )
        elif sheet.rows:
            st.html(grid(sheet, name))


def grid(sheet: SheetPreview, name: str) -> str:
    """Write a sheet as a table with the letters of its columns and the numbers of its rows."""
    rows = sheet.rows[:ROWS]
    letters = sorted({letter for _, cells in rows for letter, _, _ in cells}, key=lambda letter: (len(letter), letter))
    head = "".join(f'<th scope="col">{letter}</th>' for letter in letters)
    body = "".join(
        f'<tr><th scope="row">{number}</th>{"".join(_cell(dict_of(cells).get(letter)) for letter in letters)}</tr>'
        for number, cells in rows
    )
    shown = f"first {len(rows)} of {sheet.row_count:,} rows" if sheet.row_count > len(rows) else f"all {len(rows)} rows"
    caption = escape(f"{name}, as it was understood ({shown})")
    return (
        f'<div class="grid" tabindex="0" role="region" aria-label="{caption}"><table><caption>{caption}</caption>'
        f"<thead><tr><td><i>row</i></td>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def dict_of(cells: Sequence[tuple[str, str, str]]) -> dict[str, tuple[str, str]]:
    """Return text and role of each cell of a row by its column."""
    return {letter: (text, role) for letter, text, role in cells}


def _cell(cell: tuple[str, str] | None) -> str:
    if cell is None:
        return "<td></td>"
    text, role = cell
    word, colour = ROLES.get(role, ROLES["note"])
    return f'<td class="{role}" style="background:{colour}">{escape(text)}<i>{word}</i></td>'
