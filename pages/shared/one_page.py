"""One page for a committee paper: own figures beside published ones, with DRAFT across it. No Streamlit here."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd
from fpdf import FPDF
from fpdf.enums import XPos, YPos

from pages.charts.comparison.compared import Asked, Line
from pages.charts.words import day
from pages.shared.line_picture import draw

MOST_ROWS = 10
SMALL_PRINT = (
    "DRAFT, unpublished. Own figures beside published ones. Independent tool, not official statistics. "
    "Published figures contain public sector information licensed under the Open Government Licence v3.0."
)
WIDTHS = {"Period": 44, "Yours (DRAFT)": 28, "Published": 44, "Difference": 36, "Within rounding?": 28}


def one_page(
    title: str,
    subtitle: str,
    sentences: Sequence[str],
    told: pd.DataFrame,
    lines: Sequence[Line],
    asked: Asked,
    picture: bytes | None = None,
) -> bytes:
    """Write the page.

    Parameters
    ----------
    title, subtitle
        Of the measure and the authority.
    sentences
        What the newest own figure would change.
    told
        Own and published figures as a table in words; the last rows are shown.
    lines, asked
        What the chart draws.
    picture
        A PNG of the chart; without it, a plain one is drawn here.

    Returns
    -------
    bytes
        A PDF of one A4 page.
    """
    pdf = FPDF(format="A4")
    pdf.set_title(plain(f"DRAFT: {title}"))
    pdf.set_lang("en-GB")
    pdf.set_auto_page_break(auto=False)
    pdf.set_margin(15)
    pdf.add_page()
    _watermark(pdf)
    _text(pdf, "DRAFT, unpublished", 11, bold=True, colour=(168, 68, 10))
    _text(pdf, title, 17, bold=True)
    _text(pdf, subtitle, 9)
    pdf.ln(2)
    for sentence in sentences[:6]:
        _text(pdf, f"-  {sentence}", 10)
    pdf.ln(2)
    if picture:
        pdf.image(picture, w=180)
    else:
        draw(pdf, lines, asked, top=pdf.get_y(), height=88)
        pdf.set_y(pdf.get_y() + 92)
    _table(pdf, told[[name for name in WIDTHS if name in told.columns]].tail(MOST_ROWS))
    pdf.set_y(-24)
    _text(pdf, f"{SMALL_PRINT} Made on {day(date.today())}.", 8)
    return bytes(pdf.output())


def plain(text: str) -> str:
    """Write text with the letters that the fonts built into every reader have."""
    for strange, known in (("−", "-"), ("–", "-"), ("—", "-"), ("’", "'"), ("‘", "'"), ("…", "...")):
        text = text.replace(strange, known)
    return text.encode("latin-1", "replace").decode("latin-1")


def _text(pdf: FPDF, text: str, size: int, *, bold: bool = False, colour: tuple[int, int, int] = (11, 12, 12)) -> None:
    pdf.set_font("Helvetica", "B" if bold else "", size)
    pdf.set_text_color(*colour)
    pdf.multi_cell(0, size * 0.48, plain(text), align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)


def _watermark(pdf: FPDF) -> None:
    pdf.set_font("Helvetica", "B", 90)
    pdf.set_text_color(246, 236, 230)
    with pdf.rotation(52, 105, 160):
        pdf.text(30, 175, "DRAFT")


def _table(pdf: FPDF, told: pd.DataFrame) -> None:
    if not len(told):
        return
    pdf.set_text_color(11, 12, 12)
    pdf.set_draw_color(120, 120, 120)
    pdf.set_line_width(0.2)
    widths = [WIDTHS[str(name)] for name in told.columns]
    for number, row in enumerate([list(told.columns), *told.to_numpy().tolist()]):
        pdf.set_font("Helvetica", "B" if number == 0 else "", 8)
        for width, cell in zip(widths, row, strict=True):
            _cell(pdf, width, plain(str(cell)))
        pdf.ln(5.2)


def _cell(pdf: FPDF, width: float, text: Any) -> None:
    """Write one cell, cut where it is longer than its column."""
    while pdf.get_string_width(text) > width - 2 and len(text) > 4:
        text = f"{text[:-4]}..."
    pdf.cell(width, 5.2, text, border="B")
