"""The whole database to take away: the file itself, its public views in a ZIP, and how to read them."""

from datetime import date
from functools import partial

import streamlit as st

from data.paths import database, server
from pages.choosing.copied import to_copy
from pages.database import made, whole_table
from pages.showing.downloads import built
from pages.takeaway.archive import archive
from pages.takeaway.formats import FORMATS, ZIP
from pages.takeaway.schema import views
from pages.takeaway.table import Table, file_name

# From the page /data, beside which both stand.
BY_ADDRESS = (
    "For programs, every table has an address: [what there is, and what stays the same](api/v1/docs), "
    "[the list of tables as JSON](api/v1/), [their description as OpenAPI](api/v1/openapi.json)."
)
DUCKDB = """import duckdb
con = duckdb.connect("{file}", read_only=True)
con.sql("select period_end, value, status from observation where dfe_code = '371' and indicator_id = 'agency_rate'")"""
PANDAS = """import pandas as pd
figures = pd.read_parquet("observation.parquet")
print(figures.query("dfe_code == '371' and indicator_id == 'agency_rate'")[["period_end", "value", "status"]])"""


def stem() -> tuple[str, str]:
    """Name what all the files are of: the database, and the day on which it was built."""
    return "childrens-services-england", f"{built():%Y-%m-%d}"


def everything() -> None:
    """Offer the whole database: the file itself, and its views in each format that holds so many rows well."""
    with st.container(horizontal=True, gap="small"):
        if not server():  # whose file lies elsewhere
            st.download_button(
                "Database as DuckDB file",
                data=_file,
                file_name=file_name(*stem(), ending="duckdb"),
                mime="application/octet-stream",
                key="take.duckdb",
                on_click="ignore",
            )
        for form in [each for each in FORMATS.values() if each.whole]:
            st.download_button(
                f"All tables as {form.label} (ZIP)",
                data=partial(_packed, form.ending),
                file_name=file_name(*stem(), form.ending, ending="zip"),
                mime=ZIP,
                key=f"take.{form.ending}.zip",
                on_click="ignore",
            )


def examples() -> None:
    """Show three lines that read the database, and three that read a table of the ZIP."""
    st.markdown("The DuckDB file, which needs DuckDB 2.0 or later:")
    to_copy(DUCKDB.format(file=file_name(*stem(), ending="duckdb")), label="How to read the DuckDB file")
    st.markdown("A table of the Parquet ZIP, with pandas:")
    to_copy(PANDAS, label="How to read a table with pandas")
    st.markdown(BY_ADDRESS)


def _file() -> bytes:
    return database().read_bytes()


def _packed(ending: str) -> bytes:
    day = built()  # opens the database, and builds it first where it must
    return _archive(ending, day, made())


@st.cache_data(max_entries=2, show_spinner=False)
def _archive(ending: str, day: date, build: int | str) -> bytes:  # noqa: ARG001
    """Make a ZIP once per build, for CSV takes seconds: when the file was made is part of the key."""
    tables = {
        name: Table(title=view.row, rows=whole_table(name), described=view, built=day) for name, view in views().items()
    }
    return archive(tables, FORMATS[ending].write, ending=ending)
