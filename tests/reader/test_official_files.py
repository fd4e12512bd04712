"""Publishers' own files given to the reader: what it stores is the database's figure, or it stores nothing.

Long text files are cut to every twelfth row, and files of more than 445 kilobytes (all but one of the workbooks of spend
among them) are left to the run that asks for every file whole: EVERY_OFFICIAL_FILE=1.
"""

import csv
import io
import os
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import duckdb
import pytest

from etl.reader.model import Record
from tests.conftest import OFFICIAL
from tests.reader.kit import understood

EVERY = bool(os.environ.get("EVERY_OFFICIAL_FILE"))
LARGEST, LONGEST, STEP = 445_400, 400, 12
FOLDER = next((folder for folder in OFFICIAL if folder.exists()), None)
KINDS = (".csv", ".xls", ".xlsx", ".ods")
FILES = sorted(file for file in FOLDER.rglob("*") if file.suffix.lower() in KINDS) if FOLDER else []
SHORT = [file for file in FILES if EVERY or file.stat().st_size <= LARGEST]
MOST_QUESTIONS = 7
REVISED = 0.06  # of a number, as the Department has revised the last year of an edition in the next one
FIGURES = """
    select area_code, indicator_id, cast(period_end as varchar), value
    from observation_edition
    where value is not null
"""


@pytest.fixture(scope="module")
def figures(con_once: duckdb.DuckDBPyConnection) -> dict[tuple[str, str, str], set[float]]:
    found = defaultdict(set)
    for area, indicator, end, value in con_once.sql(FIGURES).fetchall():
        found[area, indicator, end].add(value)
    return found


@pytest.fixture(scope="module")
def con_once(built: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(built), read_only=True) as connection:
        yield connection


@cache
def bytes_of(file: Path) -> bytes:
    lines = file.read_bytes().split(b"\n")
    cut = file.suffix == ".csv" and len(lines) > LONGEST and not EVERY
    return b"\n".join(lines[:50] + lines[50::STEP] if cut else lines)


def is_rounded(value: float, whole: float) -> bool:
    """Tell whether a figure is another as far as it is written out."""
    decimals = len(repr(value).rstrip("0").partition(".")[2])
    return abs(whole - value) <= 0.5 * 10**-decimals + 1e-6


def is_of_its_population(file: Path, record: Record, counts: set[float]) -> bool:
    """Tell an earlier edition's rate by its own line: its number, over its population, is the rate that it prints.

    The database derives rates from the newest numbers and the newest estimates of the population; the number itself
    is the database's, or was revised since by a few.
    """
    lines = list(csv.DictReader(io.StringIO(bytes_of(file).decode("utf-8-sig"))))
    line = lines[int(re.sub(r"\D", "", record.cell)) - 2]
    number, population = float(line["number"]), float(line["population_estimate"])
    ours = line["population_count"].startswith("Children looked after at 31 March")
    return (
        ours
        and any(abs(count - number) <= REVISED * count for count in counts)
        and is_rounded(record.value or 0.0, number / population * 10_000)
    )


@pytest.mark.skipif(not SHORT, reason="the publishers' files are not here")
@pytest.mark.parametrize("file", SHORT, ids=lambda file: str(file.relative_to(FOLDER)))
def test_what_is_stored_of_a_published_file_is_what_the_database_has(
    file: Path, figures: dict[tuple[str, str, str], set[float]]
) -> None:
    reading = understood(bytes_of(file), file.name)
    wrong = []
    for record in reading.records:
        told = figures.get((record.authority_code, record.indicator, record.period_end), set())
        if record.value is None or not told or any(is_rounded(record.value, figure) for figure in told):
            continue
        counts = figures.get((record.authority_code, "cla", record.period_end), set())
        if record.indicator != "cla_rate" or not is_of_its_population(file, record, counts):
            wrong.append((record, told))
    assert wrong == []
    assert len(reading.questions) + len(reading.offers) <= MOST_QUESTIONS
