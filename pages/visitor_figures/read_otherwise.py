"""What the owner of a file may say unasked: its sheet, its header, columns and rows to leave out, a column's period.

Streamlit keeps the options of a widget as long as a session lives. So they name columns, rows, cells and sheets by
letter and number alone, and the words of the file stand in the sheet that is drawn beside them.
"""

from collections.abc import Mapping, Sequence

import streamlit as st

from pages.holding.held import VisitorFigures
from pages.reader import (
    ONLY_SHEET,
    Reading,
    SheetPreview,
    header_row,
    leave_out_column,
    leave_out_row,
    period_of_column,
)
from pages.visitor_figures import preview, questions
from pages.visitor_figures.matched import rows_said

YES = "yes"
ALL = ""  # every sheet, or the header that was found
POINTED = ("title", "header", "period", "note")  # the roles of cells that may say a period
Answers = dict[str, str]


def choices(mine: VisitorFigures) -> None:
    """Let the visitor say how the file is to be read otherwise than it was."""
    reading = mine.reading
    shown = [sheet for sheet in reading.sheets if sheet.rows and not sheet.hidden] if reading else []
    if reading is None or not shown:
        return
    with st.expander("Not right? Leave out columns or rows, choose the sheet and its headings, or say a period"):
        key = f"own.otherwise.{mine.turn}"
        saying, beside = st.columns([5, 6])
        with saying:
            given = _sheets(mine, shown, key)
            place = _place(shown, key)
            sheet = shown[place]
            given |= _header(mine, reading, sheet, f"{key}.{place}")
            given |= _columns(mine, sheet, f"{key}.{place}")
            given |= _rows(mine, sheet, f"{key}.{place}")
            given |= _period(mine, sheet, f"{key}.{place}")
            if st.button("Read my file again so", key=f"{key}.read", type="primary"):
                questions.read_again(mine, given)
        with beside:
            left = dict.fromkeys(_left_cells(mine, sheet), "you leave it out")
            preview.previews([sheet], marked=questions.only_asked(mine, reading) | left)


def _sheets(mine: VisitorFigures, shown: Sequence[SheetPreview], key: str) -> Answers:
    """Choose the one sheet whose figures are read."""
    if len(shown) == 1:
        return {}
    st.write("; ".join(f"sheet {n}: {sheet.name}" for n, sheet in enumerate(shown, 1)))
    names = [sheet.name for sheet in shown]
    now = mine.answers.get(ONLY_SHEET, ALL)
    chosen = st.selectbox(
        "Read the figures of", ("all sheets", *(f"sheet {n} alone" for n in range(1, len(shown) + 1))),
        index=names.index(now) + 1 if now in names else 0, key=f"{key}.only",
    )  # fmt: skip
    alone = chosen.removeprefix("sheet ").removesuffix(" alone")
    return {ONLY_SHEET: str(names[int(alone) - 1]) if alone.isdecimal() else ALL}


def _place(shown: Sequence[SheetPreview], key: str) -> int:
    """Choose the sheet that the rest is about."""
    if len(shown) == 1:
        return 0
    return st.selectbox("Say more of sheet", tuple(range(1, len(shown) + 1)), key=f"{key}.sheet") - 1


def _header(mine: VisitorFigures, reading: Reading, sheet: SheetPreview, key: str) -> Answers:
    """Choose the row of the headings."""
    found = next((each.headers for each in reading.layouts if each.sheet == sheet.name), ())
    as_found = f"as found: row {'; '.join(map(rows_said, found)) or 'none'}"
    numbers = [str(number) for number, _ in sheet.rows]
    now = mine.answers.get(header_row(sheet.name), ALL)
    chosen = st.selectbox(
        "The headings stand in row", (as_found, *numbers), index=numbers.index(now) + 1 if now in numbers else 0,
        key=f"{key}.header",
    )  # fmt: skip
    return {header_row(sheet.name): ALL if chosen == as_found else chosen}


def _columns(mine: VisitorFigures, sheet: SheetPreview, key: str) -> Answers:
    keys = {letter: leave_out_column(sheet.name, letter) for letter in _letters(sheet)}
    return _left_out(mine, "Columns to leave out", keys, f"{key}.columns")


def _rows(mine: VisitorFigures, sheet: SheetPreview, key: str) -> Answers:
    keys = {str(number): leave_out_row(sheet.name, number) for number, _ in sheet.rows}
    return _left_out(mine, "Rows to leave out", keys, f"{key}.rows")


def _left_out(mine: VisitorFigures, words: str, keys: Mapping[str, str], key: str) -> Answers:
    now = [each for each in keys if mine.answers.get(keys[each]) == YES]
    chosen = st.multiselect(words, tuple(keys), default=now, key=key, placeholder="None: choose some")
    return {keys[each]: YES if each in chosen else "" for each in keys}


def _letters(sheet: SheetPreview) -> list[str]:
    found = {letter for _, cells in sheet.rows for letter, _, _ in cells}
    return sorted(found, key=lambda letter: (len(letter), letter))


def _left_cells(mine: VisitorFigures, sheet: SheetPreview) -> list[tuple[str | None, str]]:
    """Name the cells that the visitor left out."""
    return [
        (sheet.name, f"{letter}{number}")
        for number, cells in sheet.rows
        for letter, _, _ in cells
        if YES
        in (
            mine.answers.get(leave_out_row(sheet.name, number)),
            mine.answers.get(leave_out_column(sheet.name, letter)),
        )
    ]


def _period(mine: VisitorFigures, sheet: SheetPreview, key: str) -> Answers:
    """Say the period of a column: by pointing at the cell that has it, or in words."""
    column = st.selectbox(
        "Say the period of column", tuple(_letters(sheet)), index=None, key=f"{key}.dated",
        placeholder="Choose the column",
    )  # fmt: skip
    if column is None:
        return {}
    id = period_of_column(sheet.name, column)
    pointed = {
        f"{letter}{number}": text
        for number, cells in sheet.rows
        for letter, text, role in cells
        if role in POINTED and text
    }
    words = "Its period: point at the cell that says it, or type it"
    said = questions.typed(words, {cell: cell for cell in pointed}, mine.answers.get(id, ALL), f"{key}.dated.{column}")
    return {id: pointed.get(said, said)}
