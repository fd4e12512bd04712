"""What the dashboard gives to take away can be given back to it: every figure again, or a refusal that says why."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from data.catalogue import indicators
from etl.reader.files.formats import FORMATS as READER
from pages.takeaway.formats import FORMATS
from pages.takeaway.schema import downloads
from pages.takeaway.table import Table
from queries.downloads import figures
from tests.reader.kit import understood

AREAS = ["E08000025", "E09000021", "E09000021 / E09000027", "E06000058", "E92000001"]
READ = sorted(set(FORMATS) & set(READER))  # every format for spreadsheets
NOT_READ = ("json", "parquet")  # of programs


@pytest.fixture(scope="module")
def rows(built: Path) -> Iterator[pd.DataFrame]:
    with duckdb.connect(str(built), read_only=True) as con:
        yield figures.frame(con, areas=AREAS, indicators=list(indicators()), first=2013, last=2030)


def written(rows: pd.DataFrame, ending: str) -> bytes:
    return FORMATS[ending].write(Table(title="Figures", rows=rows, described=downloads()["figures"]))


@pytest.mark.parametrize("ending", READ)
def test_every_figure_of_our_own_download_is_read_again_and_nothing_asked(rows: pd.DataFrame, ending: str) -> None:
    reading = understood(written(rows, ending), f"figures.{ending}")
    of_authorities = rows[(rows.area_code != "E92000001") & rows.value.notna()]
    wanted = {
        (row.area_code, row.indicator_id, str(row.reference_date)[:10]): row.value
        for row in of_authorities.itertuples()
    }
    got = {(r.authority_code, r.indicator, r.period_end): r.value for r in reading.records if r.value is not None}
    assert len(wanted) > 1000
    assert got == pytest.approx(wanted, abs=1e-6)
    assert reading.questions == () and reading.offers == ()


@pytest.mark.parametrize("ending", NOT_READ)
def test_formats_for_programs_are_refused_by_name(rows: pd.DataFrame, ending: str) -> None:
    reading = understood(written(rows.head(50), ending), f"figures.{ending}")
    assert (reading.outcome, reading.code) == ("refuse", "UNSUPPORTED_TYPE")
    assert FORMATS[ending].label in reading.message and ".csv" in reading.message
