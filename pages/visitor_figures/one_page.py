"""One page for a committee paper: own figures beside published ones, with DRAFT across it."""

from bisect import bisect
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

import pandas as pd
from fpdf import FPDF, FontFace
from fpdf.enums import TableBordersLayout, TextEmphasis, XPos, YPos
from fpdf.fonts import TTFFont

from pages.charts.svg.lettering import FILES
from pages.charts.words import day

FONT = "Roboto"  # that of the pictures: it has every letter that a name or a figure of ours is written with
INK, ORANGE, PALE = (11, 12, 12), (168, 68, 10), (246, 236, 230)
MARGIN, WIDE, FOOT = 15, 180, 271  # millimetres: of A4, the width that is left, and where the small print begins
MOST_ROWS, MOST_SENTENCES = 10, 6  # of what one page has room for beside its picture
SMALL_PRINT = (
    "DRAFT, unpublished. Own figures beside published ones. Independent tool, not official statistics. "
    "Published figures contain public sector information licensed under the Open Government Licence v3.0."
)
WIDTHS = {"Period": 44, "Yours (DRAFT)": 28, "Published": 44, "Difference": 36, "Within rounding?": 28}


def one_page(title: str, subtitle: str, sentences: Sequence[str], told: pd.DataFrame, picture: bytes) -> bytes:
    """Write the page.

    Parameters
    ----------
    title, subtitle
        Of the measure and the authority.
    sentences
        What the newest own figure would change.
    told
        Own and published figures as a table in words; the last rows are shown, as many as there is room for.
    picture
        A PNG of the chart.

    Returns
    -------
    bytes
        A PDF of one A4 page; its letters are embedded in it.
    """
    with _begun(title) as pdf:
        _text(pdf, "DRAFT, unpublished", 11, bold=True, colour=ORANGE)
        _text(pdf, title, 17, bold=True)
        _text(pdf, subtitle, 9)
        pdf.ln(2)
        for sentence in sentences[:MOST_SENTENCES]:
            _text(pdf, f"–  {sentence}", 10)
        pdf.ln(2)
        pdf.image(picture, w=WIDE)
        pdf.ln(2)
        _last_rows(pdf, told[[name for name in WIDTHS if name in told.columns]])
        pdf.set_y(FOOT + 2)
        _text(pdf, f"{SMALL_PRINT} Made on {day(date.today())}.", 8)
        return bytes(pdf.output())


@contextmanager
def _begun(title: str) -> Iterator[FPDF]:
    """Begin a page with DRAFT across it; the files of its fonts are closed at the end."""
    pdf = FPDF(format="A4")
    for bold, style in ((False, ""), (True, "B")):
        pdf.add_font(FONT, style, FILES[bold])
    pdf.set_title(f"DRAFT: {title}")
    pdf.set_lang("en-GB")
    pdf.set_auto_page_break(auto=False)
    pdf.set_margin(MARGIN)
    pdf.add_page()
    pdf.set_font(FONT, "B", 90)
    pdf.set_text_color(*PALE)
    with pdf.rotation(52, 105, 160):
        pdf.text(30, 175, "DRAFT")
    try:
        yield pdf
    finally:
        for font in pdf.fonts.values():
            if isinstance(font, TTFFont):
                font.close()


def _text(pdf: FPDF, text: str, size: int, *, bold: bool = False, colour: tuple[int, int, int] = INK) -> None:
    pdf.set_font(FONT, "B" if bold else "", size)
    pdf.set_text_color(*colour)
    pdf.multi_cell(0, size * 0.48, text, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)


def _last_rows(pdf: FPDF, told: pd.DataFrame) -> None:
    """Write the last rows, as many as end above the small print: mostly all, which are tried first."""
    rows = min(len(told), MOST_ROWS)
    if not _fits(pdf, told.tail(rows)):
        rows = bisect(range(1, rows), 0, key=lambda fewer: not _fits(pdf, told.tail(fewer)))
    if rows:
        _table(pdf, told.tail(rows))


def _fits(pdf: FPDF, told: pd.DataFrame) -> bool:
    with pdf.offset_rendering() as trial:
        _table(trial, told)
        return bool(trial.get_y() <= FOOT)


def _table(pdf: Any, told: pd.DataFrame) -> None:
    pdf.set_font(FONT, "", 8)
    pdf.set_text_color(*INK)
    pdf.set_draw_color(120, 120, 120)
    widths = [WIDTHS[str(name)] for name in told.columns]
    with pdf.table(
        width=sum(widths), col_widths=widths, align="L", text_align="L", line_height=4.4, padding=(0.4, 1, 0.4, 0),
        borders_layout=TableBordersLayout.HORIZONTAL_LINES, headings_style=FontFace(emphasis=TextEmphasis.B),
    ) as table:  # fmt: skip
        for cells in [list(told.columns), *told.to_numpy().tolist()]:
            table.row([str(cell) for cell in cells])
