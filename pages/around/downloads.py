"""What an analyst takes away: the very rows of an estimate, and short scripts that repeat it."""

from functools import partial
from pathlib import Path

import streamlit as st

from data.spreadsheet import Cell
from pages.around import cautions, words
from pages.around.asked import Asked, Shown
from pages.around.estimates import BASE, DRAWS, SEED, group
from pages.around.method import METHOD
from pages.around.panel import NEVER
from pages.takeaway.csv import lines
from pages.takeaway.table import file_name
from pages.takeaway.zip import zipped

HERE = Path(__file__).parent
HEAD = (
    "area_code",
    "area_name",
    "year",
    "period_end",
    "value",
    "from_year",
    "first_event",
    "source_file",
    "source_row",
)
READ_ME = """{headline}

{subtitle}

rows.csv    the rows of the estimate: one an authority and year with a figure. from_year is the year of the series from
            which it is a case, 0 if it is compared only; first_event the date of its event, as far as it is known.
repeat.py   repeats the estimate and its band with Python.
repeat.R    repeats the estimate with R alone.

{found}
{method}"""


def button(shown: Shown, asked: Asked) -> None:
    """Offer the rows and the scripts as one file."""
    name = file_name("around", asked.event, asked.indicator.id.replace("_", "-"), ending="zip")
    st.download_button("Rows and scripts", data=partial(files, shown, asked), file_name=name, mime="application/zip",
                       icon=":material/download:", on_click="ignore")  # fmt: skip


def files(shown: Shown, asked: Asked) -> bytes:
    """Pack the rows, the scripts, and what must be known of them."""
    return zipped(
        {"rows.csv": rows(shown), "repeat.py": python(shown, asked), "repeat.R": in_r(shown, asked),
         "read-me.txt": _read_me(shown, asked)}
    )  # fmt: skip


def rows(shown: Shown) -> bytes:
    """Write the rows of the estimate as CSV."""
    since = {(row.area_code, row.year): row.from_year for row in shown.panel}
    first = {case.area_code: case for case in shown.cases}
    written: list[tuple[Cell, ...]] = []
    for row in shown.figures:
        if (row.area_code, row.year) in since:
            year, case = since[row.area_code, row.year], first[row.area_code]
            on = case.first_on.isoformat() if case.first_on and year != NEVER else ""
            written.append((row.area_code, row.area_name, row.year, row.period_end.isoformat(), row.value, year, on,
                            row.source_file, row.source_row))  # fmt: skip
    return lines(HEAD, written)


def python(shown: Shown, asked: Asked) -> str:
    """Write the script that repeats the estimate and its band."""
    cases = {year.since: year.cases for year in shown.estimate.years if year.since != BASE}
    return _template("repeat.py.txt").format(cases=cases, group=group(asked.compared), seed=SEED, draws=DRAWS)


def in_r(shown: Shown, asked: Asked) -> str:
    """Write the script in R, which needs no package."""
    years = ", ".join(str(year.since) for year in shown.estimate.years if year.since != BASE)
    later = "" if asked.compared == "never" else " | first > max(t, g)"
    return _template("repeat.R.txt").format(shown=years, later=later)


def _template(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


def _read_me(shown: Shown, asked: Asked) -> str:
    said = "\n\n".join([*words.findings(shown, asked), *cautions.cautions(shown, asked)])
    return READ_ME.format(
        headline=words.headline(shown, asked), subtitle=words.subtitle(asked), found=said, method=METHOD
    )
