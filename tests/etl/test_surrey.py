"""Surrey becomes two on 1 April 2027, on made data (tests/etl/surrey.py): nothing but rows of tables is needed."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from etl.build import build
from etl.errors import ReferenceBroken
from etl.reader.words import authorities as written
from etl.reader.words import authority_names
from etl.tidied import ready
from pages import database
from pages.authority.strip import said
from queries import catalogue, compare, england, figures, home, ofsted, register
from queries.database import open_database
from tests.etl import surrey
from tests.etl.surrey import EAST, SURREY, WEST
from tests.pages.opened import opened

TODAY = date(2028, 7, 1)
RICHMOND = "E09000027"  # has Surrey among its neighbours in the model of 2025
TWO = {EAST, WEST}


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> surrey.Tables:
    return surrey.made(tmp_path_factory.mktemp("surrey"))


@pytest.fixture(scope="module")
def path(tables: surrey.Tables) -> Path:
    """Build them, every check of the build among it."""
    path = tables.reference.parent / "dashboard.duckdb"
    build(path, snapshot=tables.snapshot, reference=tables.reference, today=lambda: TODAY)
    return path


@pytest.fixture(scope="module")
def walked(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with open_database(path) as con:
        yield con


def of_surrey(rows: list[Any]) -> dict[str, Any]:
    return {row.area_code: row for row in rows if row.area_code in {SURREY, EAST, WEST}}


def test_predecessor_and_successors(walked: duckdb.DuckDBPyConnection) -> None:
    found = of_surrey(catalogue.authorities(walked))
    assert found[SURREY].successor_codes == [EAST, WEST] and found[SURREY].closed_on == date(2027, 3, 31)
    assert [found[code].predecessor_codes for code in (EAST, WEST)] == [[SURREY], [SURREY]]
    assert said(found[SURREY]) == [
        "Surrey ended on 31 March 2027. Its area is now served by East Surrey and West Surrey."
    ]
    assert said(found[EAST]) == ["East Surrey began on 1 April 2027. For earlier years see Surrey."]


@pytest.mark.parametrize(
    ("indicator", "last", "first"),
    [("vacancy_rate", 2026, 2027), ("referrals", 2027, 2028), ("referral_rate", 2027, 2028)],
)
def test_the_workforce_changes_a_september_later(
    indicator: str, last: int, first: int, walked: duckdb.DuckDBPyConnection
) -> None:
    """The count of 31 March 2027 and the year to it are Surrey's still, so is the September before it."""
    before, after = (england.year(walked, indicator=indicator, year=year) for year in (last, first))
    assert set(of_surrey(before)) == {SURREY} and set(of_surrey(after)) == TWO
    assert len(after) == len(before) + 1
    assert all(row.status == "published" and row.held for row in of_surrey([*before, *after]).values())
    newest = {code: figures.headline(walked, authority=code, indicators=[indicator])[0] for code in (SURREY, *TWO)}
    assert {code: row.period_end.year for code, row in newest.items()} == {SURREY: last, EAST: first, WEST: first}
    assert [newest[code].change_year for code in TWO] == [None, None]


def test_nothing_of_surrey_is_given_to_its_successors(walked: duckdb.DuckDBPyConnection) -> None:
    wrong = """
        select * from dashboard.observation
        where (area_code = $surrey and period_end > date '2027-03-31')
            or (area_code in ($east, $west) and period_end < date '2027-04-01')
    """
    assert walked.cursor().execute(wrong, {"surrey": SURREY, "east": EAST, "west": WEST}).fetchall() == []


def test_maps_change_on_the_day(walked: duckdb.DuckDBPyConnection) -> None:
    last, first = (of_surrey(england.tiles(walked, on=day)) for day in ("2027-03-31", "2027-04-01"))
    assert set(last) == {SURREY} and set(first) == TWO
    assert all(row.outline for row in (*last.values(), *first.values()))
    assert {code: row.outline for code, row in first.items()} == surrey.HALVES
    everywhere = [(row.tile_column, row.tile_row) for row in england.tiles(walked, on="2027-04-01")]
    assert len(set(everywhere)) == len(everywhere) == 154


def test_neighbours_of_each_model_are_those_of_its_time(walked: duckdb.DuckDBPyConnection) -> None:
    def near(code: str, model: str) -> set[str]:
        group = f"neighbours-{model}"
        return {row.area_code for row in england.groups(walked, authority=code) if row.group_id == group}

    assert near(EAST, "2025") == set() and len(near(EAST, "2028")) == 10
    assert SURREY in near(RICHMOND, "2025") and EAST not in near(RICHMOND, "2025")
    assert EAST in near(RICHMOND, "2028") and SURREY not in near(RICHMOND, "2028")
    order = [row.group_id for row in england.groups(walked, authority=RICHMOND)]
    assert list(dict.fromkeys(order))[:3] == ["neighbours-2028", "neighbours-2025", "neighbours-2021"]


def test_a_neighbour_that_has_ended_is_left_out_and_counted(walked: duckdb.DuckDBPyConnection) -> None:
    rows = compare.groups(
        walked, authority=RICHMOND, groups=["neighbours"], indicator="vacancy_rate", measure="published", base=0,
        listed=[], model="2025", average="median", first=2026, last=2027,
    )  # fmt: skip
    assert [(row.period_end.year, row.averaged, row.left_out) for row in rows] == [(2026, 10, 0), (2027, 9, 1)]
    assert "Surrey" in rows[0].members and "Surrey" not in rows[1].members


def test_those_of_today_are_the_two(walked: duckdb.DuckDBPyConnection) -> None:
    assert set(of_surrey(home.grades(walked))) == TWO
    alike = {row.area_code for code in (EAST, RICHMOND) for row in england.groups(walked, authority=code)
             if row.group_id in ("region", "kind", "grade", "size", "deprivation")}  # fmt: skip
    assert WEST in alike and SURREY not in alike
    since = of_surrey(ofsted.since(walked, region="all"))
    assert set(since) == TWO and since[EAST].published_on is None and since[WEST].published_on


def test_grades_and_interventions_stay_with_whom_they_were_of(walked: duckdb.DuckDBPyConnection) -> None:
    alive = [
        row for row in ofsted.in_force(walked, region="all", counted="published") if row.area_code in {SURREY, *TWO}
    ]
    assert {(row.area_code, row.grade) for row in alive if row.as_at >= date(2027, 4, 1)} == {
        (EAST, "none held"), (WEST, "none held"), (WEST, "no overall grade"),
    }  # fmt: skip
    in_force = [row for row in register.in_force(walked, region="all") if row.area_code in {SURREY, *TWO}]
    assert {row.area_code for row in in_force if row.as_at > date(2027, 3, 31)} == set()


def test_pages_speak_of_both(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASHBOARD_DATABASE", str(path))
    try:
        for code, name in ((SURREY, "Surrey"), (EAST, "East Surrey")):
            page = opened("authority", authority=code)
            assert not page.exception and page.title[0].value == name
            links = {each.proto.label for each in page.main if each.type == "page_link"}
            assert links >= ({"East Surrey", "West Surrey"} if code == SURREY else {"Surrey"}), links
        for place, address in (("compare", {"authority": EAST, "groups": "neighbours"}), ("england", {"year": "2027"})):
            assert not opened(place, **address).exception
    finally:
        database._connection.clear()
        database._remembered.cache_clear()


@pytest.fixture
def names_known(tables: surrey.Tables, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the reader of a visitor's spreadsheet know the made tables."""
    monkeypatch.setattr(authority_names, "REFERENCE", tables.reference)
    kept = (authority_names.authorities, authority_names.codes, authority_names.names, authority_names.places)
    for each in kept:
        each.cache_clear()
    yield
    for each in kept:
        each.cache_clear()


@pytest.mark.usefixtures("names_known")
def test_a_spreadsheet_may_name_them() -> None:
    for text in ("West Surrey", "WEST SURREY COUNCIL", WEST, surrey.WEST_CODE):
        found = written.find_authority(text).authority
        assert found and found.area_code == WEST, text


def test_until_the_day_it_is_refused(tables: surrey.Tables, path: Path, tmp_path: Path) -> None:
    """Pages speak of every end as past: with the rows of a change to come they would say what is not so."""
    kept = tmp_path / path.name
    shutil.copy(path, kept)
    before = kept.read_bytes()
    with pytest.raises(ReferenceBroken, match=r"Surrey begins or ends on 2027-03-31, which is to come"):
        build(kept, snapshot=tables.snapshot, reference=tables.reference, today=lambda: date(2027, 3, 31))
    assert kept.read_bytes() == before
    with ready(tables.reference) as con:  # to read files with them is allowed
        assert con.table("authority").filter("closed_on > date '2027-01-01'").fetchall()
