"""The publishers' files on spend, prices and deprivation, read a second way: totals, sums, pounds per child."""

from datetime import date
from pathlib import Path

import duckdb
import pytest

from tests import published
from tests.etl.test_official import Found, assert_equal, stored
from tests.published import TODAY, TOOL, Answer

pytestmark = pytest.mark.official

SECTION_251 = {
    2009: ("s251ye2009.xls", "Table A1"), 2010: ("s251ye2010.xls", "Table A1 Detailed Report"),
    2011: ("s251ye2011.xls", "Table A1 Detailed Report"), 2012: ("s251ye2012.xlsx", "TA1_AllData_1112_180113"),
    2013: ("s251ye2013.xlsx", "Sheet1"), 2014: ("s251ye2014.ods", "TA1AllData_13112014"),
    2015: ("s251ye2015.xlsx", "Sheet1"),
}  # fmt: skip
TOOL_SPEND = {
    "safeguarding": "SafeguardingFinance", "looked_after": "TotalLACFinance", "family_support": "FamilySupportFinance",
}  # fmt: skip
# England's totals as the Department published them, £ million: looked after, by the year that ends the year.
ENGLAND_UNTIL_2014 = {2011: 3036.1, 2012: 3082.9, 2013: 3495.6, 2014: 3661.3}
# What the Department left out: whose spend is in no total though they existed, by year.
MISSING = {2024: {"942", "943"}, 2025: {"212", "806"}}
LEFT_OUT = {
    ("england", 2024): ("942", "943"), ("E12000002", 2024): ("942", "943"), ("england", 2025): ("212", "806"),
    ("E12000001", 2025): ("806",), ("E12000007", 2025): ("212",), ("E13000001", 2025): ("212",),
}  # fmt: skip
# The Department's total of looked-after spend of 2017-18 is above the sum of its parts by this, and says not why.
SURPLUS = {("looked_after", 2018): 60_000_000}
ENDED_2009 = {"820", "875"}  # Bedfordshire and Cheshire: in the sum, but no areas of ours
ENGLAND = "E92000001"

Spend = dict[tuple[str, str, int], float | None]


@pytest.fixture(scope="module")
def outturn(official: Path) -> Spend:
    """Read every total of the section 251 files: total, authority, year."""
    return {
        (cell.column, cell.area, year): float(cell.text)
        for year, (file, sheet) in SECTION_251.items()
        for cell in published.spend(official / "dfe_s251" / str(year) / file, sheet, year)
    }


@pytest.fixture(scope="module")
def spent(official: Path, outturn: Spend) -> Spend:
    """Read what was spent in all years, the newest edition that carries one: England until 2014-15 is added up."""
    found = dict(outturn)
    for (total, _, year), value in outturn.items():
        found[total, "england", year] = (found.get((total, "england", year)) or 0.0) + (value or 0.0)
    names = {measure: total for total, measure in TOOL_SPEND.items()}
    for folder in ("2025-05", ""):
        path = official / "dfe_lait" / folder / "bds_long_0.parquet"
        for cell in published.interactive_tool(path, list(names)):
            found[names[cell.column], published.REGIONS.get(cell.area, cell.area), cell.year] = published.read(
                cell.text, TOOL
            ).value
    return {(t, "england" if area == ENGLAND else area, y): v for (t, area, y), v in found.items()}


@pytest.fixture(scope="module")
def children(official: Path) -> dict[tuple[str, int], Answer]:
    """Read the children aged 0 to 17 by area and mid-year."""
    path = official / "dfe_cin" / "2025" / "ons_mid-year_population_estimates_2012_to_2024.csv"
    return {
        (
            "england" if cell.area == "england" else published.REGIONS.get(cell.area, cell.area),
            cell.year,
        ): published.read(cell.text, TODAY)
        for cell in published.explore(path, ["population_estimate"])
    }


def test_section_251(con: duckdb.DuckDBPyConnection, outturn: Spend) -> None:
    theirs: Found = {
        (f"spend_{total}", area, date(year, 3, 31), str(year)): Answer(value, "published")
        for (total, area, year), value in outturn.items()
        if area not in ENDED_2009
    }
    assert_equal(stored(con, "section_251", [str(year) for year in SECTION_251]), theirs, 3 * (148 + 6 * 152))


def test_england_is_the_sum_of_the_file_and_says_so(con: duckdb.DuckDBPyConnection, outturn: Spend) -> None:
    rows = con.execute(
        """
        select replace(indicator_id, 'spend_', ''), year(period_end), value, derived, denominator, note
        from found_observation where area_level = 'england' and source_id = 'section_251'
            and indicator_id not like '%per_child%'
        """
    ).fetchall()
    assert len(rows) == 3 * len(SECTION_251)
    for total, year, value, derived, denominator, note in rows:
        parts = [part or 0.0 for (name, _, when), part in outturn.items() if (name, when) == (total, year)]
        assert value == pytest.approx(sum(parts), abs=0.01)
        assert (derived, denominator) == (True, None)
        assert note.startswith(f"Sum of the {len(parts)} authorities in the file")
        if total == "looked_after" and year in ENGLAND_UNTIL_2014:
            assert round(value / 1e6, 1) == ENGLAND_UNTIL_2014[year]


def test_england_from_2015_16_is_the_published_total(con: duckdb.DuckDBPyConnection, official: Path) -> None:
    path = official / "dfe_s251" / "2022" / "s251_childrens_young_peoples_services_national3.csv"
    theirs = published.national_spend(path)
    ours = {
        (total, year): value / 1e6
        for total, year, value in con.execute(
            """
            select replace(indicator_id, 'spend_', ''), year(period_end), value from observation
            where area_level = 'england' and not derived and indicator_id like 'spend_%' and year(period_end) <= 2022
            """
        ).fetchall()
    }
    assert ours.keys() == theirs.keys()
    assert len(ours) == 21
    assert [key for key in ours if abs(ours[key] - theirs[key]) > 0.006] == []


def test_what_a_total_of_england_leaves_out_is_known(spent: Spend) -> None:
    """Each total is the sum of the authorities with a figure: whoever has none is on our list, and in no total."""
    for total in TOOL_SPEND:
        for year in range(2016, 2026):
            areas = {a: v for (t, a, y), v in spent.items() if (t, y) == (total, year) and len(a) == 3}
            lived = {a: v for a, v in areas.items() if published.lived(a, year, 3)}
            assert {area for area, value in lived.items() if value is None} == MISSING.get(year, set()), (total, year)
            surplus = (spent[total, "england", year] or 0.0) - sum(value or 0.0 for value in lived.values())
            assert surplus == pytest.approx(SURPLUS.get((total, year), 0), abs=10), (total, year)


@pytest.mark.parametrize("real", [True, False])
def test_pounds_per_child(
    con: duckdb.DuckDBPyConnection, official: Path, spent: Spend, children: dict[tuple[str, int], Answer], real: bool
) -> None:
    """Every figure anew: what was spent, the level of prices, the children at mid-year, those left out."""
    quarters = published.quarters(official / "ons" / "gdp_deflator" / "ons_ybgb_gdp_deflators.csv")
    level = {
        year: (sum(quarters[year - 1, quarter] for quarter in (2, 3, 4)) + quarters[year, 1]) / 4
        for year in range(2013, 2026)
    }
    theirs: dict[tuple[str, str, int], tuple[float | None, str]] = {}
    for (total, area, year), money in spent.items():
        people = children.get((area, year - 1))
        if people is None or (len(area) == 3 and not published.lived(area, year, 3)):
            continue
        fewer = sum(children[code, year - 1].value or 0.0 for code in LEFT_OUT.get((area, year), ()))
        if money is None:
            theirs[total, area, year] = (None, "not_available")
        elif people.value is None:
            theirs[total, area, year] = (None, people.status)
        else:
            pounds = money * level[2025] / level[year] if real else money
            theirs[total, area, year] = (round(pounds / (people.value - fewer), 6), "published")
    ours = {
        (row[0], "england" if row[1] == ENGLAND else row[1], row[2]): (
            None if row[3] is None else round(row[3], 6),
            row[4],
        )
        for row in con.execute(
            """
            select regexp_extract(indicator_id, 'spend_(.*)_per_child', 1), coalesce(dfe_code, area_code),
                year(period_end), value, status
            from observation where regexp_matches(indicator_id, $pattern)
            """,
            {"pattern": "per_child$" if real else "per_child_cash$"},
        ).fetchall()
    }
    assert {
        key: (ours.get(key), theirs.get(key)) for key in ours.keys() | theirs.keys() if ours.get(key) != theirs.get(key)
    } == {}
    assert len(ours) > 3 * 2_000
    assert min(year for _, _, year in ours) == 2013


def test_every_figure_in_real_terms_names_its_three_rows(con: duckdb.DuckDBPyConnection) -> None:
    counts = con.execute(
        """
        select count(*), count(source_row), count(denominator_row), count(price_row), count(distinct price_file),
            count(*) filter (abs(value - numerator / denominator) < 1e-9)
        from observation where regexp_matches(indicator_id, 'per_child$') and status = 'published'
        """
    ).fetchall()[0]
    assert counts[0] > 5_000
    assert counts == (counts[0], counts[0], counts[0], counts[0], 1, counts[0])


def test_prices(con: duckdb.DuckDBPyConnection, official: Path) -> None:
    quarters = published.quarters(official / "ons" / "gdp_deflator" / "ons_ybgb_gdp_deflators.csv")
    ours = dict(con.execute("select period_end, value from deflator").fetchall())
    assert {(when.year, (when.month + 2) // 3): value for when, value in ours.items()} == quarters
    levels = dict(con.execute("select year(period_end), level from price_level").fetchall())
    written = {
        2009: 67.0, 2013: 71.7, 2016: 74.5, 2018: 77.4, 2021: 85.3, 2022: 84.8, 2023: 90.8, 2024: 96.1, 2025: 100.0,
    }  # fmt: skip
    assert {year: round(100 * levels[year] / levels[2025], 1) for year in written} == written


def test_the_base_year_of_real_terms_is_the_newest_year_of_spend(con: duckdb.DuckDBPyConnection) -> None:
    years = con.execute(
        """
        select distinct indicator.prices, max(year(observation.period_end)) from indicator
        inner join observation using (indicator_id) where indicator.prices > 0 group by indicator_id, prices
        """
    ).fetchall()
    assert years == [(2025, 2025)]


@pytest.mark.parametrize(("year", "authorities"), [(2015, 152), (2019, 151)])
def test_income_deprivation(con: duckdb.DuckDBPyConnection, official: Path, year: int, authorities: int) -> None:
    theirs = published.deprivation(official / "mhclg_iod" / str(year) / f"imd-{year}.xlsx")
    ours = con.execute(
        """
        select authority.name, average_score, rank_of_average_score, most_deprived_tenth, rank_of_most_deprived_tenth
        from deprivation inner join authority using (dfe_code) where index_year = $year
        """,
        {"year": year},
    ).fetchall()
    assert {row[0].removesuffix(" (to March 2019)"): row[1:] for row in ours} == theirs
    assert len(ours) == authorities
