"""What an analyst takes away of a double: the very rows, and short scripts that repeat it."""

from functools import partial
from pathlib import Path

import streamlit as st

from data.spreadsheet import Cell
from pages.double import cautions, words
from pages.double.asked import Asked, Shown
from pages.double.method import METHOD
from pages.double.ranks import Ranked
from pages.takeaway.csv import lines
from pages.takeaway.table import file_name
from pages.takeaway.zip import zipped

HERE = Path(__file__).parent
HEAD = ("area_code", "area_name", "year", "period_end", "value", "event", "weight", "source_file", "source_row")
READ_ME = """{headline}

{subtitle}

rows.csv    one row an authority and year: the authority itself first, then those that may be in its double. event is 1
            for the authority from the event on, else 0; weight the share of the authority in the double.
repeat.py   repeats weights, gaps and the rank with Python.
repeat.R    repeats weights and gaps with R alone.

{found}
{method}"""


def button(shown: Shown, each: Ranked, asked: Asked) -> None:
    """Offer the rows and the scripts as one file."""
    name = file_name("double", asked.name, asked.event, asked.indicator.id.replace("_", "-"), ending="zip")
    st.download_button("Rows and scripts", data=partial(files, shown, each, asked), file_name=name,
                       mime="application/zip", icon=":material/download:", on_click="ignore")  # fmt: skip


def files(shown: Shown, each: Ranked, asked: Asked) -> bytes:
    """Pack the rows, the scripts, and what must be known of them."""
    scripts = {name: (HERE / f"{name}.txt").read_text(encoding="utf-8") for name in ("repeat.py", "repeat.R")}
    python = scripts["repeat.py"].format(exact=0.5 * 10.0**-asked.indicator.decimals)
    said = "\n\n".join([*words.findings(shown, asked), words.rank(shown, each), words.MEANT,
                        *cautions.cautions(shown, asked)])  # fmt: skip
    about = READ_ME.format(
        headline=words.headline(asked), subtitle=words.subtitle(asked, shown.window.case), found=said, method=METHOD
    )
    named = {"repeat.py": python, "repeat.R": scripts["repeat.R"], "read-me.txt": about}
    return zipped({"rows.csv": rows(shown), **named})


def rows(shown: Shown) -> bytes:
    """Write the rows of the double as CSV."""
    panel, weights = shown.window.panel, dict(shown.double.weights)
    used = {(code, year) for code in panel.areas for year in (*panel.before, *panel.after)}
    these = [row for row in shown.every if (row.area_code, row.year) in used]
    written: list[tuple[Cell, ...]] = [
        (row.area_code, row.area_name, row.year, row.period_end.isoformat(), row.value,
         int(row.area_code == panel.case and row.year in panel.after), round(weights.get(row.area_code, 0.0), 6),
         row.source_file, row.source_row)
        for row in sorted(these, key=lambda row: (row.area_code != panel.case, row.area_code, row.year))
    ]  # fmt: skip
    return lines(HEAD, written)
