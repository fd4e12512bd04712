# ruff: noqa: E501
"""How many authorities have a figure, by indicator and year: the table of the data notes, written out."""

from datetime import date

import duckdb
import pytest

# Authorities with a number, 2010 to 2025; a joint workforce return counts once, so 151 is full. The share of none that the
# files write as 0 for the Isles of Scilly is none (plans repeated in 2012, placements in 2018 and 2019).
TABLE = """
| indicator              | 10  | 11  | 12  | 13  | 14  | 15  | 16  | 17  | 18  | 19  | 20  | 21  | 22  | 23  | 24  | 25  |
| vacancy_rate           |     |     |     |     |     | 151 | 150 | 151 | 151 | 150 | 150 | 150 | 150 | 151 | 151 | 149 |
| agency_rate            |     |     |     |     |     | 144 | 144 | 151 | 151 | 150 | 150 | 149 | 148 | 147 | 147 | 148 |
| turnover_rate          |     |     |     |     |     | 149 | 149 | 151 | 151 | 150 | 150 | 148 | 148 | 150 | 149 | 148 |
| caseload               |     |     |     |     |     |     | 136 | 150 | 150 | 150 | 150 | 150 | 150 | 151 | 150 | 149 |
| absence_rate           |     |     |     |     |     | 147 | 151 | 148 | 148 | 150 | 150 | 148 | 148 | 148 | 148 | 148 |
| referrals              | 152 | 150 | 150 | 151 | 151 | 151 | 152 | 151 | 152 | 152 | 151 | 150 | 151 | 152 | 151 | 153 |
| rereferral_rate        |     | 136 | 140 | 148 | 149 | 149 | 150 | 152 | 152 | 151 | 148 | 149 | 150 | 149 | 149 | 153 |
| cin                    | 144 | 148 | 150 | 149 | 150 | 152 | 152 | 152 | 152 | 152 | 151 | 150 | 151 | 151 | 152 | 153 |
| cpp                    | 138 | 150 | 150 | 149 | 152 | 150 | 151 | 150 | 150 | 151 | 150 | 149 | 149 | 152 | 151 | 151 |
| cpp_repeat_rate        |     |     | 144 | 145 | 149 | 150 | 148 | 152 | 148 | 149 | 147 | 148 | 149 | 148 | 150 | 153 |
| section47              | 136 | 147 | 145 | 150 | 151 | 152 | 151 | 151 | 151 | 151 | 150 | 148 | 150 | 151 | 151 | 152 |
| cla                    | 152 | 151 | 151 | 151 | 151 | 152 | 152 | 152 | 152 | 152 | 150 | 150 | 151 | 151 | 152 | 151 |
| cla_rate               |     | 152 | 152 | 148 | 148 | 149 | 149 | 149 | 149 | 149 | 150 | 150 | 151 | 151 | 152 | 151 |
| cla_started_rate       |     |     |     |     | 147 | 148 | 149 | 149 | 149 | 149 | 150 | 150 | 151 | 151 | 152 | 152 |
| placements_3_plus_rate |     |     |     |     |     |     | 150 | 148 | 149 | 149 | 150 | 147 | 150 | 148 | 149 | 151 |
| care_applications_rate |     |     |     |     |     | 151 | 151 | 148 | 149 | 149 | 149 | 148 | 147 | 148 | 147 | 146 |
| spend_looked_after     | 152 | 152 | 152 | 152 | 152 | 152 | 152 | 152 | 152 | 152 | 151 | 151 | 152 | 152 | 151 | 151 |
| spend_looked_after_per_child |  |  |   | 149 | 149 | 149 | 149 | 149 | 149 | 149 | 151 | 151 | 152 | 152 | 151 | 151 |
"""

# Vacancy, agency and turnover rate, caseload: 30 September 2025; re-referral and looked-after rate: 31 March 2025.
IN_2025 = """
| indicator       | Birmingham | Doncaster | England |
| vacancy_rate    | 17.1       | 14.5      | 14.2    |
| agency_rate     | 12.4       | 12.8      | 13.0    |
| turnover_rate   | 8.5        | 7.9       | 11.8    |
| caseload        | 15.2       | 15.1      | 15.2    |
| rereferral_rate | 20.7       | 29.4      | 22.6    |
| cla_rate        | 79         | 74        | 67      |
"""

# Authorities whose joint return, or whose own, is not there in some year have no more than these.
FULL = 153


def table(picture: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in picture.strip().splitlines()]


@pytest.mark.parametrize("row", table(TABLE)[1:], ids=lambda row: row[0])
def test_authorities_with_a_figure(con: duckdb.DuckDBPyConnection, row: list[str]) -> None:
    found = con.execute(
        """
        select year(period_end), count(*) from observation
        where indicator_id = $indicator and area_level in ('authority', 'joint return') and status = 'published'
        group by all
        """,
        {"indicator": row[0]},
    ).fetchall()
    from_2010 = {year: count for year, count in found if 2010 <= year <= 2025}
    assert from_2010 == {year: int(count) for year, count in enumerate(row[1:], 2010) if count}


def test_spend_begins_in_2008_09(con: duckdb.DuckDBPyConnection) -> None:
    """Two authorities had not been divided yet: Cheshire and Bedfordshire are no areas of ours."""
    found = con.execute(
        "select indicator_id, count(*) filter (area_level = 'authority') from observation "
        "where period_end < date '2010-01-01' group by all order by all"
    ).fetchall()
    assert found == [("spend_family_support", 148), ("spend_looked_after", 148), ("spend_safeguarding", 148)]


@pytest.mark.parametrize("row", table(IN_2025)[1:], ids=lambda row: row[0])
def test_figures_of_2025(con: duckdb.DuckDBPyConnection, row: list[str]) -> None:
    for place, written in zip(table(IN_2025)[0][1:], row[1:], strict=True):
        on = date(2025, 3, 31) if row[0] in ("rereferral_rate", "cla_rate") else date(2025, 9, 30)
        (value,) = con.execute(
            "select value from observation where indicator_id = $indicator and area_name = $place and period_end = $on",
            {"indicator": row[0], "place": place, "on": on},
        ).fetchall()[0]
        decimals = len(written.partition(".")[2])
        assert f"{value:.{decimals}f}" == written


def test_england_is_there_wherever_an_authority_is(con: duckdb.DuckDBPyConnection) -> None:
    without = con.execute(
        """
        select distinct indicator_id, period_end from observation
        where area_level in ('authority', 'joint return') and status = 'published'
        except
        select indicator_id, period_end from observation where area_code = 'E92000001' and status = 'published'
        """
    ).fetchall()
    assert without == []


def test_every_indicator_has_figures_of_authorities(con: duckdb.DuckDBPyConnection) -> None:
    few = con.execute(
        """
        select indicator_id from indicator
        anti join (
            select indicator_id from observation
            where status = 'published' and area_level = 'authority' group by indicator_id, period_end
            having count(*) >= 140
        ) using (indicator_id)
        -- most authorities have too few such plans; few referrals come from there, and small counts are withheld
        where indicator_id not in ('cpp_2_years_rate', 'referral_source_education', 'referral_source_unknown')
        -- and few plans are of these categories, few social workers of such long service
        and indicator_id not in ('cpp_physical_rate', 'cpp_sexual_rate', 'cpp_multiple_rate')
        and indicator_id not in ('service_20_to_30_years_rate', 'service_30_or_more_years_rate')
        """
    ).fetchall()
    assert few == []


def test_no_year_has_more_areas_than_there_are(con: duckdb.DuckDBPyConnection) -> None:
    """A figure copied to two areas, or an abolished authority beside its successor, would show here."""
    counts = con.execute(
        """
        select indicator_id, period_end, count(*) filter (area_level in ('authority', 'joint return')) as authorities,
            count(*) filter (area_level = 'region') as regions, count(*) filter (area_level = 'england') as england,
        from observation group by all
        """
    ).fetchall()
    too_many = [row for row in counts if row[2] > FULL or row[3] not in (0, 9, 11) or row[4] > 1]
    assert too_many == []
    assert max(row[2] for row in counts if row[0] == "agency_rate") == 152  # 2015, before any joint return


def test_no_authority_has_figures_before_it_began_or_after_it_ended(con: duckdb.DuckDBPyConnection) -> None:
    outside = con.execute(
        """
        select indicator_id, dfe_code, status, min(year(period_end)), max(year(period_end))
        from observation inner join authority using (dfe_code)
        where period_end < opened_on or period_end > closed_on group by all order by all
        """
    ).fetchall()
    assert outside == []


def test_inspections(con: duckdb.DuckDBPyConnection) -> None:
    (inspections, first, last) = con.execute(
        "select count(*), min(published_on), max(published_on) from inspection"
    ).fetchall()[0]
    assert (inspections, first.year, last) == (714, 2009, date(2026, 8, 20))
