"""The original grid with what was understood drawn on it: a colour and a word for each kind of cell."""

from collections.abc import Collection, Mapping, Sequence
from html import escape

import streamlit as st

from pages.charts.words import number_of
from pages.reader import SheetPreview

ROWS = 20  # of a sheet: its headings and the first figures
ASKED = "question"  # and its number: what is written on a cell that a question is about
Place = tuple[str | None, str]  # a sheet and a cell of it
# Role → the word on the cell, its background. Text on each is black: at least 12 to 1.
ROLES = {
    "value": ("figure", "#d5e8f7"),
    "authority": ("authority", "#d9f2e4"),
    "period": ("period", "#fdeed0"),
    "measure": ("measure", "#eadcf4"),
    "header": ("heading", "#ececec"),
    "title": ("title", "#ececec"),
    "problem": ("problem", "#f9d3cd"),
    "open": ("not known yet", "#fff7bf"),
    "ignored": ("left out", "#ffffff"),
    "hidden": ("hidden", "#ffffff"),
    "note": ("note", "#ffffff"),
}
STYLE = """<style>
.grid { overflow: auto; max-height: 46rem; border: 1px solid #595959; }
.grid table { border-collapse: collapse; font-size: 0.85rem; }
.grid caption { text-align: left; font-weight: 600; padding: 0.4rem; caption-side: top; }
.grid th { background: #f3f2f1; border: 1px solid #b1b4b6; padding: 0.2rem 0.5rem; font-weight: 600; }
.grid td { border: 1px solid #b1b4b6; padding: 0.2rem 0.5rem; min-width: 4.5rem; max-width: 22rem;
  vertical-align: top; }
.grid td:nth-child(2) { min-width: 11rem; }
.grid td:target { outline: 4px solid #0b0c0c; }
.grid td i { display: block; font-style: normal; font-size: 0.72rem; color: #383f43; }
.grid .ignored, .grid .hidden, .grid .note { color: #484949; }
.grid .asked { outline: 3px solid #0b0c0c; outline-offset: -3px; }
.grid .problem { outline: 2px solid #b3200f; outline-offset: -2px; }
</style>"""


def previews(
    sheets: Sequence[SheetPreview],
    *,
    marked: Mapping[Place, str] | None = None,
    of: Collection[str | None] | None = None,
) -> None:
    """Show the top left of each sheet; of a hidden one only that it is there.

    Parameters
    ----------
    sheets
        Of the file.
    marked
        What is written on cells that stand out, by sheet and cell.
    of
        The names of the sheets that are shown; all by default.
    """
    st.html(STYLE)
    for place, sheet in enumerate(sheets):
        name = sheet.name or "The file"
        if of is not None and sheet.name not in of:
            continue
        if sheet.hidden:
            st.write(
                f"Sheet {escape(name)} is hidden: it was searched for personal data, and no figure was taken from it."
            )
        elif sheet.rows:
            st.html(grid(sheet, name, place, marked or {}))


def grid(sheet: SheetPreview, name: str, place: int, marked: Mapping[Place, str]) -> str:
    """Write a sheet as a table with the letters of its columns and the numbers of its rows."""
    rows = sheet.rows[:ROWS]
    letters = sorted({letter for _, cells in rows for letter, _, _ in cells}, key=lambda letter: (len(letter), letter))
    head = "".join(f'<th scope="col">{letter}</th>' for letter in letters)
    words = {cell: said for (of, cell), said in marked.items() if of == sheet.name}
    body = "".join(_row(number, dict_of(cells), letters, place, words) for number, cells in rows)
    every = number_of(sheet.row_count, "row")
    shown = f"first {len(rows)} of {every}" if sheet.row_count > len(rows) else f"all {every}"
    caption = escape(f"{name}, as it was understood ({shown})")
    return (
        f'<div class="grid" tabindex="0" role="region" aria-label="{caption}"><table><caption>{caption}</caption>'
        f"<thead><tr><td><i>row</i></td>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def dict_of(cells: Sequence[tuple[str, str, str]]) -> dict[str, tuple[str, str]]:
    """Return text and role of each cell of a row by its column."""
    return {letter: (text, role) for letter, text, role in cells}


def anchor(sheets: Sequence[SheetPreview], sheet: str | None, cell: str | None) -> str:
    """Return the id of a cell in the grids, or nothing where it is not among the rows shown."""
    for place, each in enumerate(sheets):
        if each.name == sheet and any(
            f"{letter}{number}" == cell for number, cells in each.rows[:ROWS] for letter, _, _ in cells
        ):
            return f"cell-{place}-{cell}"
    return ""


def _row(
    number: int, cells: dict[str, tuple[str, str]], letters: Sequence[str], place: int, words: Mapping[str, str]
) -> str:
    drawn = "".join(
        _cell(cells.get(letter), f"cell-{place}-{letter}{number}", words.get(f"{letter}{number}", ""))
        for letter in letters
    )
    return f'<tr><th scope="row">{number}</th>{drawn}</tr>'


def _cell(cell: tuple[str, str] | None, id: str, said: str) -> str:
    if cell is None:
        return "<td></td>"
    text, role = cell
    role = "open" if said.startswith(ASKED) and role == "problem" else role  # nothing is wrong with what is only asked
    word, colour = ROLES.get(role, ROLES["note"])
    named = f' id="{id}" tabindex="-1"' if role == "problem" else ""
    marked = f"<i><b>{escape(said)}</b></i>" if said else ""
    look = f"{role} asked" if said else role
    return f'<td class="{look}"{named} style="background:{colour}">{escape(text)}<i>{word}</i>{marked}</td>'
