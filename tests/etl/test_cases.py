"""The six cases that every view of the data must survive, checked on the data itself."""

from datetime import date
from typing import Any

import duckdb

WORKFORCE = ("vacancy_rate", "agency_rate", "turnover_rate", "caseload", "absence_rate", "social_workers_fte")


def figure(con: duckdb.DuckDBPyConnection, dfe_code: str, indicator: str, period_end: date) -> tuple[Any, ...]:
    rows = con.execute(
        "select value, status from observation "
        "where dfe_code = $dfe_code and indicator_id = $indicator and period_end = $period_end",
        {"dfe_code": dfe_code, "indicator": indicator, "period_end": period_end},
    ).fetchall()
    assert len(rows) == 1
    found: tuple[Any, ...] = rows[0]
    return found


def dates(con: duckdb.DuckDBPyConnection, dfe_code: str, indicator: str) -> list[int]:
    rows = con.execute(
        "select year(period_end) from observation "
        "where dfe_code = $dfe_code and indicator_id = $indicator and status = 'published' order by all",
        {"dfe_code": dfe_code, "indicator": indicator},
    ).fetchall()
    return [year for (year,) in rows]


def test_1_birmingham_agency_2024_is_withheld_as_unreliable(con: duckdb.DuckDBPyConnection) -> None:
    on = date(2024, 9, 30)
    for indicator in ("agency_rate", "agency_fte", "caseload", "absence_rate"):
        assert figure(con, "330", indicator, on) == (None, "unreliable")
    assert figure(con, "330", "vacancy_rate", on) == (26.6, "published")
    assert figure(con, "330", "turnover_rate", on) == (12.9, "published")
    assert con.execute(
        "select count(*) from observation_edition where indicator_id = 'agency_rate' and value not between 0 and 100"
    ).fetchall() == [(0,)]


def test_2_doncaster_rereferrals_2022_are_published_and_flagged(con: duckdb.DuckDBPyConnection) -> None:
    values = [figure(con, "371", "rereferral_rate", date(year, 3, 31))[0] for year in (2021, 2022, 2023)]
    assert values == [25.4, 7.0, 25.2]
    assert figure(con, "371", "rereferral_rate", date(2022, 3, 31)) == (7.0, "published")
    assert [figure(con, "371", "referral_nfa_rate", date(year, 3, 31))[0] for year in (2021, 2022)] == [0.5, 10.8]
    notes = con.execute(
        "select kind, note from point_note where dfe_code = '371' and indicator_id = 'rereferral_rate' "
        "and period_end = date '2022-03-31'"
    ).fetchall()
    assert [kind for kind, _ in notes] == ["unusual_value"]
    assert "error" not in notes[0][1].lower()


def test_3_three_figures_within_a_point(con: duckdb.DuckDBPyConnection) -> None:
    on = date(2025, 9, 30)
    england = con.execute(
        "select value from observation where area_level = 'england' and indicator_id = 'agency_rate' "
        "and period_end = $on",
        {"on": on},
    ).fetchall()
    assert figure(con, "371", "agency_rate", on) == (12.8, "published")
    assert figure(con, "330", "agency_rate", on) == (12.4, "published")
    assert england == [(13.0,)]


def test_4_tiny_authorities_are_flagged_and_shown(con: duckdb.DuckDBPyConnection) -> None:
    tiny = con.execute("select dfe_code, name from area where tiny order by dfe_code").fetchall()
    assert tiny == [("201", "City of London"), ("420", "Isles of Scilly")]
    assert figure(con, "420", "agency_rate", date(2025, 9, 30)) == (100.0, "published")
    assert figure(con, "420", "vacancy_rate", date(2025, 9, 30)) == (100.0, "published")
    assert figure(con, "420", "social_workers_fte", date(2025, 9, 30)) == (0.0, "published")
    assert figure(con, "420", "turnover_rate", date(2025, 9, 30)) == (None, "not_applicable")
    assert figure(con, "201", "social_workers_fte", date(2025, 9, 30)) == (11.8, "published")


def test_5_cumbria_and_northamptonshire_have_successors(con: duckdb.DuckDBPyConnection) -> None:
    changes = con.execute(
        "select predecessor_code, successor_code, changed_on from authority_change "
        "where predecessor_code in ('909', '928') order by all"
    ).fetchall()
    assert changes == [
        ("909", "942", date(2023, 4, 1)),
        ("909", "943", date(2023, 4, 1)),
        ("928", "940", date(2021, 4, 1)),
        ("928", "941", date(2021, 4, 1)),
    ]
    for indicator in ("cla", "referrals"):
        assert dates(con, "909", indicator) == list(range(2010, 2024))
        assert dates(con, "942", indicator) == dates(con, "943", indicator) == [2024, 2025]
        assert dates(con, "928", indicator) == list(range(2010, 2022))
        assert dates(con, "940", indicator) == dates(con, "941", indicator) == [2022, 2023, 2024, 2025]
    assert dates(con, "909", "vacancy_rate") == list(range(2015, 2023))
    assert dates(con, "942", "vacancy_rate") == dates(con, "943", "vacancy_rate") == [2023, 2024, 2025]
    assert dates(con, "928", "vacancy_rate") == list(range(2015, 2021))
    assert dates(con, "940 / 941", "vacancy_rate") == [2021, 2022, 2023, 2024, 2025]
    for indicator in WORKFORCE:
        assert dates(con, "940", indicator) == dates(con, "941", indicator) == []
        assert set(dates(con, "314", indicator)) | set(dates(con, "318", indicator)) <= {2015}
    assert figure(con, "940 / 941", "social_workers_fte", date(2021, 9, 30)) == (329.9, "published")
    assert figure(con, "314 / 318", "social_workers_fte", date(2016, 9, 30)) == (158.6, "published")


def test_6_birmingham_and_doncaster_were_judged_when_ofsted_says(con: duckdb.DuckDBPyConnection) -> None:
    inspections = con.execute(
        "select dfe_code, inspected_on, published_on, overall_grade from inspection "
        "where dfe_code in ('330', '371') and framework = 'ILACS' order by dfe_code, published_on"
    ).fetchall()
    assert inspections == [
        ("330", date(2018, 12, 3), date(2019, 1, 17), "requires improvement"),
        ("330", date(2023, 2, 20), date(2023, 4, 18), "good"),
        ("371", date(2022, 2, 14), date(2022, 4, 8), "requires improvement"),
        ("371", date(2025, 1, 20), date(2025, 3, 18), "good"),
    ]
    leaders = con.execute(
        "select grade from judgement where dfe_code = '371' and judgement_area = 'leadership' "
        "and inspected_on = date '2022-02-14'"
    ).fetchall()
    assert leaders == [("inadequate",)]
    assert con.execute(
        "select count(*) from judgement where dfe_code = '330' and year(published_on) = 2025"
    ).fetchall() == [(0,)]
