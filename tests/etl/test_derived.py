"""Derived figures: the SQL against a second implementation, on the whole of the tidy tables and on drawn ones."""

import math
from collections.abc import Iterator
from datetime import date, timedelta

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.reference import SCHEMA
from tests import tidy
from tests.alternative import Figure, Lives, Money, Observation, observations

COLUMNS = """
    indicator_id, area_code, period_start, period_end, source_id, edition, value, status, numerator, denominator,
    derived, latest
"""
Key = tuple[str, str, date, str, str, bool]


def keyed(rows: list[Observation]) -> dict[Key, list[Observation]]:
    found: dict[Key, list[Observation]] = {}
    for row in rows:
        key = (row.indicator, row.area, row.period_end, row.source, row.edition, row.derived)
        found.setdefault(key, []).append(row)
    return found


def is_same(one: Observation, other: Observation) -> bool:
    """Compare two figures; sums and quotients may differ in the last bits."""
    if one.value is not None and other.value is not None and math.isclose(one.value, other.value, rel_tol=1e-12):
        one = one._replace(value=other.value)
    if one.numerator and other.numerator and math.isclose(one.numerator, other.numerator, rel_tol=1e-12):
        one = one._replace(numerator=other.numerator)
    return one == other


def assert_same(ours: list[Observation], theirs: list[Observation]) -> None:
    left, right = keyed(ours), keyed(theirs)
    assert left.keys() == right.keys()
    different = [
        (mine, yours)
        for key in left
        for mine, yours in zip(sorted(left[key], key=str), sorted(right[key], key=str), strict=True)
        if not is_same(mine, yours)
    ]
    assert different[:5] == []


def test_whole_of_the_tidy_tables(con: duckdb.DuckDBPyConnection) -> None:
    ours = [Observation(*row) for row in con.execute(f"select {COLUMNS} from observation_edition").fetchall()]
    theirs = observations(tidy.catalogue(), tidy.everything(), tidy.lives(), tidy.money())
    assert_same(ours, theirs)
    assert sum(row.derived for row in ours) > 20_000
    assert sum(row.latest for row in ours) > 80_000


# Small tables: two series of one share, a published one with parts, a rate; two areas, one of which ends.
DRAWN_CATALOGUE = {
    "share": {
        "basis": "year",
        "per": 100,
        "series": [
            {"source": "first", "numerator": ["a", "b"], "denominator": ["c", "b"]},
            {"source": "second", "published": "p"},
        ],
    },
    "own": {
        "basis": "snapshot",
        "per": 100,
        "series": [{"source": "first", "published": "p", "numerator": ["a"], "denominator": ["c"]}],
    },
    "some": {
        "basis": "snapshot",
        "per": 100,
        "of_some": True,
        "series": [{"source": "first", "published": "p", "numerator": ["a"], "denominator": ["c"]}],
    },
    "rate": {
        "basis": "snapshot",
        "per": 10_000,
        "population": True,
        "series": [{"source": "first", "numerator": ["a"]}, {"source": "second", "numerator": ["p"]}],
    },
    "sum": {
        "basis": "year",
        "series": [{"source": "second", "published": "p"}, {"source": "first", "numerator": ["a", "b"]}],
    },
    "money": {
        "basis": "year",
        "population": True,
        "prices": 2013,
        "series": [{"source": "first", "numerator": ["a"]}],
    },
}
# the quarters of the financial years 2012-13 and 2013-14, and half of the next; the a of region R in 2014 leaves E1 out
DRAWN_MONEY = Money(
    {
        date(2012, 6, 30): 90.0, date(2012, 9, 30): 91.0, date(2012, 12, 31): 92.0, date(2013, 3, 31): 93.0,
        date(2013, 6, 30): 95.0, date(2013, 9, 30): 96.0, date(2013, 12, 31): 98.0, date(2014, 3, 31): 99.5,
        date(2014, 6, 30): 99.0, date(2014, 9, 30): 101.0,
    },
    {("first", "a", "R", date(2014, 3, 31)): ("E1",)},
)  # fmt: skip
DRAWN_LIVES: Lives = {"E1": (None, None), "R": (None, None), "E2": (date(2012, 4, 1), date(2013, 3, 31))}
STATUSES = ["suppressed", "unreliable", "not_available", "not_applicable", "rounds_to_zero"]
ANSWERS = st.one_of(
    st.tuples(st.integers(0, 40).map(float), st.just("published")), st.tuples(st.none(), st.sampled_from(STATUSES))
)
AREAS = [(area, on) for area in DRAWN_LIVES for on in (date(2013, 3, 31), date(2014, 3, 31))]
EDITIONS = ("2013", "2014", "2015")
PLACES = (
    [("first", edition, measure, area, on) for edition in EDITIONS for measure in "abcp" for area, on in AREAS]
    + [("second", edition, "p", area, on) for edition in EDITIONS for area, on in AREAS]
    + [("population", "2015", "population_0_17", area, date(on.year - 1, 6, 30)) for area, on in AREAS]
)
TABLES = st.fixed_dictionaries({}, optional=dict.fromkeys(PLACES, ANSWERS))


@pytest.fixture(scope="module")
def drawn() -> Iterator[duckdb.DuckDBPyConnection]:
    """Open the real schema with the drawn catalogue in it, and no figures: what is derived is taken back."""
    with duckdb.connect() as con:
        con.execute((SCHEMA / "reference.sql").read_text(encoding="utf-8"))
        for code, (area, (opened, closed)) in enumerate(DRAWN_LIVES.items(), 101):
            con.execute(
                "insert into authority values ($1, $2, $3, $3, 'R', 'Region', $4, $5, 'no')",
                [str(code), area, area, opened, closed],
            )
        for script in ("areas", "facts"):
            con.execute((SCHEMA / f"{script}.sql").read_text(encoding="utf-8"))
        con.executemany(
            "insert into deflator values ('2015', ?, ?, 'drawn.csv', 1)", list(map(list, DRAWN_MONEY.deflator.items()))
        )
        con.execute("insert into left_out values ('first', 'a', 'R', date '2014-03-31', '101', '')")
        for source in ("first", "second", "population"):
            con.execute("insert into source values (?, '', '', '', '', '', 'figures', '')", [source])
        for position, (name, indicator) in enumerate(DRAWN_CATALOGUE.items()):
            con.execute(
                "insert into indicator values "
                "(?, ?, '', '', '', '', '', 1, 'neither', '', ?, '', [], ?, ?, ?, true, false, ?, false)",
                [
                    name,
                    position,
                    indicator["basis"],
                    indicator.get("per", 1),
                    bool(indicator.get("population")),
                    indicator.get("prices", 0),
                    bool(indicator.get("of_some")),
                ],  # fmt: skip
            )
            for number, series in enumerate(indicator["series"], 1):
                measures = {"published": [series["published"]] if "published" in series else []} | {
                    role: series.get(role, []) for role in ("numerator", "denominator")
                }
                for role, names in measures.items():
                    for measure in names:
                        con.execute(
                            "insert into indicator_measure values (?, ?, ?, ?, ?)",
                            [name, number, series["source"], role, measure],
                        )
        yield con


def derive(con: duckdb.DuckDBPyConnection, figures: list[Figure]) -> list[Observation]:
    """Put figures through the real SQL."""
    con.begin()
    try:
        if figures:
            con.values(*((*figure, "drawn.csv", row) for row, figure in enumerate(figures))).insert_into("figure")
        for script in ("money", "parts", "observations"):
            con.execute((SCHEMA / f"{script}.sql").read_text(encoding="utf-8"))
        return [Observation(*row) for row in con.execute(f"select {COLUMNS} from observation_edition").fetchall()]
    finally:
        con.rollback()


@settings(max_examples=50, deadline=timedelta(seconds=10))
@given(table=TABLES)
def test_drawn_tables(
    drawn: duckdb.DuckDBPyConnection, table: dict[tuple[str, str, str, str, date], tuple[float | None, str]]
) -> None:
    figures = [Figure(*place, *answer) for place, answer in table.items()]
    ours = derive(drawn, figures)
    assert_same(ours, observations(DRAWN_CATALOGUE, figures, DRAWN_LIVES, DRAWN_MONEY))
    assert all((row.status == "published") == (row.value is not None) for row in ours)
    shown = [(row.indicator, row.area, row.period_end) for row in ours if row.latest]
    assert len(shown) == len(set(shown)) == len({(row.indicator, row.area, row.period_end) for row in ours})


def test_an_area_that_the_last_edition_drops_keeps_its_newest_figure(drawn: duckdb.DuckDBPyConnection) -> None:
    on = date(2014, 3, 31)
    figures = [
        Figure("first", "2013", "p", "E1", on, 1.0, "published"),
        Figure("first", "2014", "p", "E1", on, 2.0, "published"),
        Figure("first", "2015", "p", "E2", date(2013, 3, 31), 9.0, "published"),
        Figure("first", "2015", "p", "R", on, 9.0, "published"),
    ]
    shown = [row.value for row in derive(drawn, figures) if row.latest and (row.indicator, row.area) == ("own", "E1")]
    assert shown == [2.0]


def test_a_rate_needs_the_mid_year_before() -> None:
    """The rule in one drawn table, so that both implementations cannot be wrong in the same way."""
    catalogue = {"rate": DRAWN_CATALOGUE["rate"]}
    on = date(2014, 3, 31)
    figures = [
        Figure("first", "2015", "a", "E1", on, 30.0, "published"),
        Figure("population", "2015", "population_0_17", "E1", date(2013, 6, 30), 6_000.0, "published"),
        Figure("population", "2015", "population_0_17", "E1", date(2014, 6, 30), 7_000.0, "published"),
    ]
    (rate,) = observations(catalogue, figures, DRAWN_LIVES)
    assert (rate.value, rate.numerator, rate.denominator) == (50.0, 30.0, 6_000.0)


def test_birmingham_by_hand(con: duckdb.DuckDBPyConnection) -> None:
    """Figures worked out by hand from the published counts and estimates."""
    rows = con.execute(
        """
        select value, numerator, denominator from observation
        where dfe_code = '330' and indicator_id = 'cla_rate' and period_end = date '2025-03-31'
        """
    ).fetchall()
    ((value, numerator, denominator),) = rows
    assert value == pytest.approx(10_000 * numerator / denominator)
    assert round(value) == 79
