"""The Department for Education's statistical neighbours: drawn tables and the whole files."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

from data.catalogue import Edition, Source
from data.kinds import Content
from data.paths import REFERENCE
from etl.staging import SOURCE_FOLDERS, staged

FOLDER = SOURCE_FOLDERS / "statistical_neighbours"
OFFICIAL = Path(__file__).parents[2].parent / "shared" / "official"
official = pytest.mark.skipif(
    not (OFFICIAL.exists() and (REFERENCE / "authorities.csv").exists()), reason="the publishers' files are not here"
)

SOURCE = Source(
    id="statistical_neighbours",
    title="",
    publisher="",
    url="",
    licence="",
    description="",
    content=Content.NEIGHBOURS,
    editions=(
        Edition(edition="2021", file="dfe_sn/New_Statistical_Neighbour_Groupings_April_2021.csv", published=""),
        Edition(edition="2025", file="dfe_sn/sn_model_2025_wide.csv", published=""),
    ),
)


@pytest.fixture
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a database that knows eleven authorities, 201 to 211."""
    with duckdb.connect() as connection:
        connection.execute(
            "create table authority as select cast(code as varchar) as dfe_code from range(201, 212) _(code)"
        )
        yield connection


def tidy(con: duckdb.DuckDBPyConnection, frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Run the source's SQL over staged rows."""
    con.register("staged", frame)
    found = con.execute((FOLDER / "neighbours.sql").read_text(encoding="utf-8"))
    columns = [column[0] for column in found.description or []]
    return [dict(zip(columns, row, strict=True)) for row in found.fetchall()]


def staged_row(number: int, **cells: str) -> dict[str, object]:
    """Make a staged row: the columns not given are empty."""
    with (FOLDER / "columns.csv").open(encoding="utf-8", newline="") as file:
        empty = {row["column"]: "" for row in csv.DictReader(file) if row["column"] != "-"}
    return {**empty, **cells, "edition": "2021", "source_file": "drawn", "source_row": number}


def neighbours_of(dfe_code: str, first: int, closeness: str) -> dict[str, str]:
    """Give an authority ten neighbours with consecutive codes."""
    cells = {"dfe_code": dfe_code}
    for rank in range(1, 11):
        cells |= {f"neighbour_{rank}": str(first + rank - 1), f"closeness_{rank}": closeness}
    return cells


def test_ten_ranked_neighbours(con: duckdb.DuckDBPyConnection) -> None:
    """Closeness is written in one way whatever the model's capitals and blanks."""
    rows = tidy(con, pd.DataFrame([staged_row(2, **neighbours_of("201", 202, "Very Close "))]))
    assert [(row["rank"], row["neighbour_dfe_code"]) for row in rows] == [
        (rank, str(201 + rank)) for rank in range(1, 11)
    ]
    assert {(row["model"], row["dfe_code"], row["closeness"]) for row in rows} == {("2021", "201", "Very close")}


def test_empty_rows_and_the_line_old_sns_are_skipped(con: duckdb.DuckDBPyConnection) -> None:
    """What stands below that line is kept."""
    frame = pd.DataFrame(
        [
            staged_row(2),
            staged_row(3, authority_name="Old SNs:"),
            staged_row(4, **neighbours_of("201", 202, "Close")),
        ]
    )
    assert {row["source_row"] for row in tidy(con, frame)} == {4}


@pytest.mark.parametrize("dfe_code", ["", "999"])
def test_an_authority_without_a_known_code_is_null(con: duckdb.DuckDBPyConnection, dfe_code: str) -> None:
    """The framework names the row."""
    rows = tidy(con, pd.DataFrame([staged_row(2, **neighbours_of(dfe_code, 202, "Close"))]))
    assert {row["dfe_code"] for row in rows} == {None}


def test_a_neighbour_without_a_known_code_is_null(con: duckdb.DuckDBPyConnection) -> None:
    """It keeps its rank, so that the framework can name the row."""
    rows = tidy(con, pd.DataFrame([staged_row(2, **neighbours_of("201", 203, "Close"))]))
    assert [row["rank"] for row in rows if row["neighbour_dfe_code"] is None] == [10]


@pytest.fixture(scope="module")
def whole() -> Iterator[duckdb.DuckDBPyConnection]:
    """Read both models from the publisher's files."""
    with duckdb.connect() as con:
        con.execute(
            "create table authority as select dfe_code, closed_on from read_csv(?, all_varchar = true)",
            [str(REFERENCE / "authorities.csv")],
        )
        frame = pd.DataFrame(tidy(con, stage_files()))
        con.register("neighbour_frame", frame)
        con.execute("create table neighbour as from neighbour_frame")
        yield con


def stage_files() -> pd.DataFrame:
    """Stack both models."""
    frames = []
    for edition in SOURCE.editions:
        cells = staged(SOURCE, edition, OFFICIAL)
        frame = pd.DataFrame([row for _, row in cells.rows], columns=list(cells.columns), dtype=object)
        numbers = [number for number, _ in cells.rows]
        frames.append(frame.assign(edition=edition.edition, source_file=edition.file, source_row=numbers))
    return pd.concat(frames, ignore_index=True)


@official
def test_both_models_are_whole(whole: duckdb.DuckDBPyConnection) -> None:
    """153 authorities in 2025; 152 and four abolished ones in 2021; ten different neighbours each."""
    models = "select model, count(distinct dfe_code), count(*) from neighbour group by all order by all"
    assert whole.execute(models).fetchall() == [("2021", 156, 1560), ("2025", 153, 1530)]
    uneven = """
        select model, dfe_code
        from neighbour
        group by all
        having count(distinct rank) <> 10 or count(distinct neighbour_dfe_code) <> 10
    """
    assert whole.execute(uneven).fetchall() == []
    assert whole.execute("select * from neighbour where dfe_code = neighbour_dfe_code").fetchall() == []


@official
def test_the_old_neighbours_are_those_of_abolished_authorities(whole: duckdb.DuckDBPyConnection) -> None:
    """They stand in rows 157 to 160; nobody else has an authority abolished by 2021 as a neighbour."""
    old = "select distinct dfe_code from neighbour where model = '2021' and source_row >= 157 order by all"
    assert whole.execute(old).fetchall() == [("835",), ("836",), ("837",), ("928",)]
    of_old = """
        select distinct dfe_code, neighbour_dfe_code
        from neighbour
        where neighbour_dfe_code in ('835', '836', '837', '928')
        order by all
    """
    assert whole.execute(of_old).fetchall() == [("836", "835"), ("837", "836")]


@official
def test_closeness_never_grows_with_rank(whole: duckdb.DuckDBPyConnection) -> None:
    """Five words, in order: the first neighbour is the closest."""
    words = ["Extremely close", "Very close", "Close", "Somewhat close", "Not close"]
    disorder = """
        select model, dfe_code, rank
        from neighbour
        qualify list_position($words, closeness)
            < lag(list_position($words, closeness)) over (partition by model, dfe_code order by rank)
    """
    assert whole.execute(disorder, {"words": words}).fetchall() == []
    assert {word for (word,) in whole.execute("select distinct closeness from neighbour").fetchall()} == set(words)
