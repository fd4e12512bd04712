"""The whole of the publishers' files: the tidy tables are what they give, and every headline cell is theirs."""

import subprocess
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import duckdb
import pytest

from data.catalogue import sources
from data.paths import SNAPSHOT
from tests import published
from tests.published import TODAY, TOOL, UNTIL_2017, Answer, Cell

pytestmark = pytest.mark.official

Key = tuple[str, str, date, str]
Found = dict[Key, Answer]

WORKFORCE_2022 = {
    "vacancy_rate": "vacancy_rate_fte_%", "agency_rate": "agency_worker_rate_fte_%",
    "turnover_rate": "turnover_rate_fte_%", "absence_rate": "absence_rate_fte_%", "caseload": "caseload_fte",
    "social_workers_fte": "social_worker_fte", "vacancies_fte": "vacancy_fte", "agency_fte": "agency_fte",
    "leavers_fte": "leaver_fte", "agency_cover_rate": "agency_cover_rate_fte_%",
    "social_workers_headcount": "social_worker_headcount", "agency_headcount": "agency_headcount",
}  # fmt: skip
WORKFORCE = {
    "vacancy_rate": "vacancy_rate_fte", "agency_rate": "agency_rate_fte", "turnover_rate": "turnover_rate_fte",
    "absence_rate": "absence_rate_fte", "caseload": "caseload_fte", "social_workers_fte": "inpost_fte",
    "vacancies_fte": "vacancy_fte", "agency_fte": "agency_fte", "starters_fte": "starters_fte",
    "leavers_fte": "leavers_fte", "agency_cover_rate": "agency_cover_rate_fte",
    "social_workers_headcount": "inpost_headcount", "agency_headcount": "agency_headcount",
}  # fmt: skip
WORKFORCE_2015 = {
    "vacancy_rate": "A3_FTE_VacancyRate_2015", "agency_rate": "D2_FTE_AgencyWorkerRate_2015",
    "turnover_rate": "B3_FTE_TurnoverRate_2015", "absence_rate": "C2_FTE_AbsenceRate_2015",
    "social_workers_fte": "A1_FTE_ChildrensSocialWorkers_2015", "vacancies_fte": "A2_FTE_Vacancies_2015",
    "agency_fte": "D1_FTE_AgencyWorkers_2015", "starters_fte": "B1_FTE_Starters_2015",
    "leavers_fte": "B2_FTE_Leavers_2015", "agency_headcount": "D1_Headcount_AgencyWorkers_2015",
    "social_workers_headcount": "A1_Headcount_ChildrensSocialWorkers_2015",
}  # fmt: skip
SERVICE = {
    f"service_{years}_years_rate": f"A1b{band}_FTE_Percentage_ChildrensSocialWorkers_Time in {word}_2015"
    for band, years, word in (
        ("a", "under_2", "service"), ("b", "2_to_5", "service"), ("c", "5_to_10", "service"),
        ("d", "10_to_20", "service"), ("e", "20_to_30", "service"), ("f", "30_or_more", "Service"),
    )
}  # fmt: skip
WORKFORCE_2015 |= SERVICE
WORKFORCE_2016 = {name: column.replace("2015", "2016") for name, column in WORKFORCE_2015.items()} | {
    "caseload": "Average_caseload"
}
REFERRALS = {
    "referrals": "referral_count", "rereferrals": "rereferral_count", "rereferral_rate": "rereferral_percent",
    "referral_nfa_rate": "no_further_action_percent", "referral_not_in_need_rate": "not_in_need_percent",
}  # fmt: skip
SECTION_47 = {"section47": "Section47", "icpc": "ICPC", "icpc_days_median": "Duration_median"}
ASSESSMENTS = {"assessments": "Assessments_completed", "assessment_days_median": "Median_days"}
PLANS = {"cpp": "CPP_At31", "cpp_2_years_rate": "2_years_or_more_percent"}
IN_NEED_2010 = {
    "referrals": "Referrals0910", "section47": "S47in0910", "icpc": "ICPCin0910", "cin": "CINAt310310",
    "cpp": "CPPAt310310", "icpc_15_days": "%ICPC15daysofS470910", "cpp_reviews_rate": "%CPPsReviewedinTimescales",
    "initial_assessments_10_days": "%IAsWithin10wd0910", "core_assessments_35_days": "%CAsWithin35wd0910",
}  # fmt: skip
IN_NEED_2011 = {
    "referrals": "Referrals1011", "section47": "S47in1011", "icpc": "ICPCin1011", "cin": "CINAt310311",
    "cpp": "CPPAt310311", "icpc_15_days": "%ICPC15daysofS471011", "rereferrals": "ReferralsWithin12mths1011",
    "rereferral_rate": "%ReferralsWithin12mths1011", "cpp_reviews_rate": "%CPPsReviewedinTimescales",
    "initial_assessments_10_days": "%IAsWithin10wd1011", "core_assessments_35_days": "%CAsWithin35wd1011",
    "cin_ended_3_months_rate": "%CINEnding1011Duration<3mths",
}  # fmt: skip
IN_NEED_2012 = {
    "referrals": "Referrals1112", "section47": "S471112", "icpc": "ICPC1112", "cin": "CINAt310312",
    "cpp": "CPPAt310312", "rereferrals": "ReferralsWithin12mths1112",
    "rereferral_rate": "%ReferralsWithin12mths1112", "referral_nfa_rate": "%ReferralsNFA1112",
    "cpp_repeat_rate": "%CPPStart1112SecondTime", "cpp_2_years_rate": "%CPPAt310312Duration2+yrs",
    "cpp_started": "CPPStart1112", "cpp_reviews_rate": "%CPPsReviewedinTimescales",
    "cin_ended_3_months_rate": "%CINEnding1112Duration<3mths", "icpc_days_median": "ICPCMedian1112",
}  # fmt: skip
# Of what the figures are that the files write as 0 where there is none.
WHOLES = {
    2010: {"cpp_reviews_rate": "CPPat310310For3+mths", "icpc_15_days": "ICPCin0910"},
    2011: {"cpp_reviews_rate": "CPPat310311For3+mths", "icpc_15_days": "ICPCin1011"},
    2012: {
        "cpp_reviews_rate": "CPPAt310312For3+mths", "icpc_days_median": "ICPC1112", "cpp_repeat_rate": "CPPStart1112",
        "cpp_2_years_rate": "CPPAt310312",
    },
}  # fmt: skip
LOOKED_AFTER_FILES = {
    2010: "SFR27_2010_March", 2011: "SFR21_CLA", 2012: "SFR20_CLA2012", 2013: "SFR36_CLA2013",
    2014: "SFR36_CLA2014", 2015: "SFR34_CLA2015", 2016: "SFR41_CLA2016", 2017: "SFR50_CLA2017", 2018: "CLA2018",
    2019: "CLA2019",
}  # fmt: skip
TOOL_MEASURES = {
    "icpc_15_days": "CP_conf_15days", "assessments_45_days": "Continue_Assess_Comp",
    "referral_source_police": "RefBySource_Police_%", "referral_source_school": "RefBySource_Schl_%",
    "referral_source_health": "RefBySource_HealthServ_%", "care_applications_rate": "CareApplications",
    "placements_3_plus_rate": "LACStable_2016on",  # until 2017: later years are read from the Department's own files
    "spend_safeguarding": "SafeguardingFinance", "spend_looked_after": "TotalLACFinance",
    "spend_family_support": "FamilySupportFinance", "cpp_reviews_rate": "RevCP",
    "cin_ended_3_months_rate": "CINCease3months", "injury_admissions_rate": "HospAd0-14",
    "cla_fostered_rate": "LAC_Foster_Placements", "cla_childrens_homes_rate": "LAC_SecHome_And_ChildHome",
}  # fmt: skip
ROLES = {
    "role_case_holders_rate": "Social_Work_Caseholders_%",
    "role_senior_practitioners_rate": "Social_Work_SeniorPractitioner_%",
}


def named(
    indicators: dict[str, str], cells: Iterable[Cell], edition: str, month: int, symbols: dict[str, str]
) -> Found:
    """Answer for each indicator, area and date of an edition; areas that did not exist have no figure."""
    names: dict[str, list[str]] = {}
    for indicator, column in indicators.items():
        names.setdefault(column, []).append(indicator)
    found: Found = {}
    for cell in cells:
        answer = published.read(cell.text, symbols)
        if not published.lived(cell.area, cell.year, month):
            continue
        area = published.REGIONS.get(cell.area, cell.area)
        for indicator in names[cell.column]:
            key = (indicator, area, date(cell.year, month, 30 if month in (6, 9) else 31), edition)
            assert key not in found, f"{key} is published twice"
            found[key] = answer
    return found


def stored(con: duckdb.DuckDBPyConnection, source: str, editions: list[str], figure: str = "value") -> Found:
    """Read what the database holds of some editions of a source that was published, not derived."""
    found = con.execute(
        f"""
        select indicator_id, coalesce(dfe_code, area_code), period_end, edition, observation_edition.{figure}, status
        from observation_edition inner join area using (area_code)
        where source_id = $source and list_contains($editions, edition) and derived = ($figure = 'numerator')
        """,
        {"source": source, "editions": editions, "figure": figure},
    ).fetchall()
    return {row[:4]: Answer(*row[4:]) for row in found}


def of_some(theirs: Found, indicator: str, counts: Iterable[Cell], symbols: dict[str, str]) -> Found:
    """Take away what the files write where nothing was counted: 0, a median or a share of nothing."""
    none = {(cell.area, cell.year) for cell in counts if published.read(cell.text, symbols).value == 0}
    again = dict(theirs)
    for key, answer in theirs.items():
        if key[0] == indicator and (key[1], key[2].year) in none and answer.status == "published":
            assert answer.value == 0, f"{key}: {answer.value} of none"
            again[key] = Answer(None, "not_applicable")
    return again


def differences(ours: Found, theirs: Found) -> Iterator[str]:
    """Say what differs, in both directions."""
    for key in ours.keys() | theirs.keys():
        if ours.get(key) != theirs.get(key):
            yield f"{key}: ours {ours.get(key)}, published {theirs.get(key)}"


def assert_equal(ours: Found, theirs: Found, at_least: int) -> None:
    assert sorted(differences(ours, theirs))[:10] == []
    assert len(theirs) >= at_least


def test_extract_gives_the_committed_tidy_tables_again(
    official: Path, tmp_path: Path, python: str, environment: dict[str, str]
) -> None:
    """The committed tables are the first run; here sets and texts have another order, at every run another."""
    command = [python, "-m", "etl", "extract", "--from", str(official), "--to", str(tmp_path / "again")]
    done = subprocess.run(command, env=environment | {"PYTHONHASHSEED": "random"}, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    committed = {path.name: path.read_bytes() for path in SNAPSHOT.iterdir()}
    again = {path.name: path.read_bytes() for path in (tmp_path / "again").iterdir()}
    assert again.keys() == committed.keys()
    assert [name for name in committed if committed[name] != again[name]] == []


@pytest.mark.parametrize(
    ("edition", "file", "columns", "at_least"),
    [
        ("2022", "csww_headline_measures_2017_to_2022.csv", WORKFORCE_2022, 9_600),
        ("2023", "csww_indicators_2017_to_2023.csv", WORKFORCE, 12_500),
        ("2024", "csww_indicators_2017_to_2024.csv", WORKFORCE, 14_300),
        ("2025", "csww_indicators_2017_to_2025.csv", WORKFORCE, 16_093),
    ],
)
def test_workforce(
    con: duckdb.DuckDBPyConnection, official: Path, edition: str, file: str, columns: dict[str, str], at_least: int
) -> None:
    cells = published.workforce(official / "dfe_csww" / edition / file, list(columns.values()))
    agency = published.workforce(official / "dfe_csww" / edition / file, [columns["agency_fte"]])
    theirs = of_some(named(columns, cells, edition, 9, TODAY), "agency_cover_rate", agency, TODAY)
    assert_equal(stored(con, "workforce", [edition]), theirs, at_least)


@pytest.mark.parametrize(
    ("year", "file", "columns", "areas"),
    [(2015, "SFR07_2016_UD.csv", WORKFORCE_2015, 164), (2016, "SFR08_2017_UD.csv", WORKFORCE_2016, 163)],
)
def test_workforce_before_2017(
    con: duckdb.DuckDBPyConnection, official: Path, year: int, file: str, columns: dict[str, str], areas: int
) -> None:
    path = official / "dfe_csww" / str(year) / file
    cells = published.workforce_before_2017(path, year, list(columns.values()))
    theirs = named(columns, cells, str(year), 9, UNTIL_2017)
    assert_equal(stored(con, "workforce_2015_2016", [str(year)]), theirs, areas * len(columns))


def test_a_joint_return_is_an_area_of_its_own(con: duckdb.DuckDBPyConnection) -> None:
    years: dict[str, set[int]] = {}
    for code, year in con.execute(
        """
        select distinct dfe_code, year(period_end) from observation_edition inner join area using (area_code)
        where source_id like 'workforce%' and dfe_code similar to '.*(314|318|940|941|928).*'
        """
    ).fetchall():
        years.setdefault(code, set()).add(year)
    newest = sources()["workforce"].editions[-1].last
    assert years == {
        "314": {2015},
        "318": {2015},
        "314 / 318": set(range(2016, newest + 1)),
        "928": set(range(2015, 2021)),
        "940 / 941": set(range(2021, newest + 1)),
    }


@pytest.mark.parametrize(
    ("source", "file", "columns"),
    [
        ("referrals", "c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv", REFERRALS),
        ("children_in_need", "b1_children_in_need_2013_to_2025.csv", {"cin": "At31_episodes"}),
        ("section_47", "c4_children_in_need_section_47s_and_icpcs_2013_to_2025.csv", SECTION_47),
        (
            "repeat_plans",
            "d3_cpps_subsequent_plan_2013_to_2025.csv",
            {"cpp_started": "CPP_start", "cpp_repeat_rate": "CPP_subsequent_percent"},
        ),
        ("plan_duration", "d5_cpps_at31march_by_duration_2013_to_2025.csv", PLANS),
    ],
)
def test_children_in_need(
    con: duckdb.DuckDBPyConnection, official: Path, source: str, file: str, columns: dict[str, str]
) -> None:
    cells = published.explore(official / "dfe_cin" / "2025" / file, list(columns.values()))
    theirs = named(columns, cells, "2025", 3, TODAY)
    assert_equal(stored(con, source, ["2025"]), theirs, 2_132 * len(columns))


def test_children_in_need_of_2010_to_2012(con: duckdb.DuckDBPyConnection, official: Path) -> None:
    theirs: Found = {}
    for year, file, columns in (
        (2010, "osr28-2010ud.csv", IN_NEED_2010),
        (2011, "osr26-2011ud.csv", IN_NEED_2011),
        (2012, "SFR27-2012ud.csv", IN_NEED_2012),
    ):
        path = official / "dfe_cin" / str(year) / file
        found = named(columns, published.before_2018(path, year, list(columns.values())), str(year), 3, UNTIL_2017)
        for indicator, whole in WHOLES[year].items():
            found = of_some(found, indicator, published.before_2018(path, year, [whole]), UNTIL_2017)
        theirs |= found
    ours = stored(con, "children_in_need_2010_2012", ["2010", "2011", "2012"])
    assert_equal(ours, theirs, 153 * (len(IN_NEED_2010) + len(IN_NEED_2011) + len(IN_NEED_2012)))


def test_assessments(con: duckdb.DuckDBPyConnection, official: Path) -> None:
    """Where none was completed the file writes a median of 0, of 43 authorities: there is none."""
    path = official / "dfe_cin" / "2022" / "c2_children_in_need_assessments_duration_2014_to_2022.csv"
    published_as = named(ASSESSMENTS, published.explore(path, list(ASSESSMENTS.values())), "2022", 3, TODAY)
    counts = published.explore(path, ["Assessments_completed"])
    theirs = of_some(published_as, "assessment_days_median", counts, TODAY)
    assert sum(theirs[key] != answer for key, answer in published_as.items()) == 43
    assert_equal(stored(con, "assessments", ["2022"]), theirs, 1_474 * len(ASSESSMENTS))


def test_a_median_that_contradicts_its_own_row_is_shown_and_marked(con: duckdb.DuckDBPyConnection) -> None:
    found = con.execute(
        """
        select year(period_end), value, unusual from found_observation
        where indicator_id = 'icpc_days_median' and area_code = 'E12000003' and value > 45 order by all
        """
    ).fetchall()
    days = zip(range(2013, 2019), (231, 241, 205, 210, 210, 215), strict=True)
    assert found == [(year, median, True) for year, median in days]


CATEGORIES = ("neglect", "physical", "sexual", "emotional", "multiple")
OLD_SHARES = {
    year: {f"cpp_{one}_rate": ([f"CPPat3103{year}LatestAbuse{one.title()}"], f"CPPAt3103{year}") for one in CATEGORIES}
    | {"cin_abuse_or_neglect_rate": ([f"CINAt3103{year}IAPriNeedAbuse/Neglect"], f"CINAt3103{year}")}
    for year in (10, 11, 12)
}
OLD_SHARES[12] |= {
    "initial_assessments_10_days": (["IAsStartEndSameDay1112", "IAs1-5days1112", "IAs6-10days1112"], "IAs1112"),
    "core_assessments_35_days": (
        ["CAs0-10days1112", "CAs11-20days1112", "CAs21-30days1112", "CAs31-35days1112"], "CAs1112",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("year", "file"), [(10, "osr28-2010ud"), (11, "osr26-2011ud"), (12, "SFR27-2012ud")])
def test_shares_of_2010_to_2012_rest_on_published_counts(
    con: duckdb.DuckDBPyConnection, official: Path, year: int, file: str
) -> None:
    rows = published.rows(official / "dfe_cin" / f"20{year}" / f"{file}.csv")
    theirs = {}
    for indicator, (parts, whole) in OLD_SHARES[year].items():
        for row in rows:
            area = row["geog_c"] if row["geog_l"] == "LA" else "E92000001"
            if not published.lived(area, 2000 + year, 3):
                continue
            *some, total = (published.read(row[column], UNTIL_2017) for column in (*parts, whole))
            if total.value and all(each.value is not None for each in some):
                counted = sum(each.value or 0 for each in some)
                theirs[indicator, area] = (round(100 * counted / total.value, 9), counted, total.value)
    ours = {
        row[:2]: (round(row[2], 9), *row[3:])
        for row in con.execute(
            """
            select indicator_id, coalesce(dfe_code, area_code), value, numerator, denominator
            from observation_edition inner join area using (area_code)
            where list_contains($indicators, indicator_id) and edition = $edition and status = 'published' and derived
            """,
            {"indicators": list(OLD_SHARES[year]), "edition": f"20{year}"},
        ).fetchall()
    }
    assert ours == theirs
    assert len(ours) > 550


@pytest.mark.parametrize("edition", ["2022", "2023", "2024", "2025"])
def test_looked_after(con: duckdb.DuckDBPyConnection, official: Path, edition: str) -> None:
    path = official / "dfe_cla" / edition / "cla_number_and_rate_per_10k_children.csv"
    newest = edition == "2025"
    on = "on" if newest else "at"
    column, kind = ("children_count", "population_type") if newest else ("number", "population_count")
    at_31_march = published.looked_after(path, {f"Children looked after {on} 31 March each year": "cla"}, column, kind)
    theirs = named({"cla": "cla"}, at_31_march, edition, 3, TODAY)
    assert_equal(stored(con, "looked_after", [edition]), theirs, 800)


def test_the_last_edition_that_carries_a_year_is_shown(con: duckdb.DuckDBPyConnection, official: Path) -> None:
    last: Found = {}
    for key, answer in looked_after_until_2019(official).items():
        last[(*key[:3], "")] = answer
    for edition in ("2022", "2023", "2024", "2025"):
        path = official / "dfe_cla" / edition / "cla_number_and_rate_per_10k_children.csv"
        on, column, kind = (
            ("on", "children_count", "population_type") if edition == "2025" else ("at", "number", "population_count")
        )
        cells = published.looked_after(path, {f"Children looked after {on} 31 March each year": "cla"}, column, kind)
        for key, answer in named({"cla": "cla"}, cells, edition, 3, TODAY).items():
            last[(*key[:3], "")] = answer
    shown = con.execute(
        """
        select indicator_id, coalesce(dfe_code, area_code), period_end, '', value, status
        from observation where indicator_id = 'cla'
        """
    ).fetchall()
    assert_equal({row[:4]: Answer(*row[4:]) for row in shown}, last, 2_600)
    leicester = {key[2].year: answer.value for key, answer in last.items() if key[1] == "856"}
    assert [leicester[year] for year in range(2014, 2019)] == [519, 533, 596, 639, 676]


def looked_after_until_2019(official: Path) -> Found:
    """Read the counts of each file of 2010 to 2019, the last two of which carry five years."""
    found: Found = {}
    for edition, file in LOOKED_AFTER_FILES.items():
        for year in range(edition - 4, edition + 1) if edition > 2017 else (edition,):
            columns = {"cla": "MarTotal_2010" if year == 2010 else f"CLA_Mar{year}"}
            path = official / "dfe_cla" / str(edition) / f"{file}.csv"
            cells = published.before_2018(path, year, list(columns.values()))
            found |= named(columns, cells, str(edition), 3, UNTIL_2017)
    return found


def test_looked_after_of_2010_to_2019(con: duckdb.DuckDBPyConnection, official: Path) -> None:
    ours = stored(con, "looked_after_2010_2019", [str(edition) for edition in LOOKED_AFTER_FILES])
    assert_equal(ours, looked_after_until_2019(official), 162 + 7 * 163 + 5 * (163 + 164))


@pytest.mark.parametrize(
    ("edition", "file", "stem", "source"),
    [
        ("2018", "ADM2018_amended", "CLA_started", "started_2014_2019"),
        ("2019", "ADM2019", "CLA_started", "started_2014_2019"),
        ("2018", "CEA2018", "CLA_cease", "ceased_2014_2019"),
        ("2019", "CEA2019", "CLA_cease", "ceased_2014_2019"),
    ],
)
def test_started_and_ceased(
    con: duckdb.DuckDBPyConnection, official: Path, edition: str, file: str, stem: str, source: str
) -> None:
    """The tidy table, since no indicator is made of the children who ceased."""
    theirs: Found = {}
    for year in range(int(edition) - 4, int(edition) + 1):
        column = f"{stem}{year}"
        cells = published.before_2018(official / "dfe_cla" / edition / f"{file}.csv", year, [column])
        theirs |= named({"counted": column}, cells, edition, 3, UNTIL_2017)
    rows = con.execute(
        """
        select 'counted', coalesce(dfe_code, area_code), period_end, edition, value, status
        from read_csv($tidy, types = {'edition': 'varchar'}) as tidy inner join area using (area_code)
        where edition = $edition
        """,
        {"tidy": str(SNAPSHOT / f"{source}.csv"), "edition": edition},
    ).fetchall()
    assert_equal({row[:4]: Answer(*row[4:]) for row in rows}, theirs, 5 * 163)


def test_published_rates_of_2011_and_2012(con: duckdb.DuckDBPyConnection, official: Path) -> None:
    theirs: Found = {}
    for edition, file in ((2015, "SFR34_2015_Local_Authority_Tables.xlsx"), (2016, "SFR41_2016_LA_Tables.xlsx")):
        cells = published.looked_after_rates(official / "dfe_cla" / str(edition) / file, edition - 4)
        for cell in cells:
            if cell.year <= 2012:
                theirs |= named({"cla_rate": cell.column}, [cell], str(edition), 3, UNTIL_2017)
    assert_equal(stored(con, "looked_after_rates_2011_2012", ["2015", "2016"]), theirs, 3 * 164)


def test_the_rates_of_2011_and_2012_are_joined_to_no_other(con: duckdb.DuckDBPyConnection) -> None:
    segments = con.execute(
        """
        select distinct year(period_end) <= 2012, source_id = 'looked_after_rates_2011_2012', segment
        from found_observation where indicator_id = 'cla_rate' order by all
        """
    ).fetchall()
    assert segments == [(False, False, 1), (True, True, 0)]


@pytest.mark.parametrize(
    ("source", "indicator", "file", "kind", "population", "column", "at_least"),
    [
        (
            "placement_moves", "placements_3_plus_rate", "2025/la_cla_placement_stability.csv", "placement_stability",
            "With 3 or more placements during the year", "children_percent", 800,
        ),
        (
            "placement_moves", "placements_3_plus_rate",
            "2022/la_cla_at_31_march_placement_stability_indicator.csv", "characteristic",
            "With 3 or more placements during the year", "percentage", 800,
        ),
        (
            "social_worker_changes", "social_workers_3_plus_rate", "2025/la_cla_swcount.csv", "sw_stability",
            "3 or more social workers during the year", "percentage", 160,
        ),
    ],
)  # fmt: skip
def test_stability(
    con: duckdb.DuckDBPyConnection, official: Path, source: str, indicator: str, file: str, kind: str,
    population: str, column: str, at_least: int,
) -> None:  # fmt: skip
    everyone = ("CLA on 31 March", "Children looked after at 31 March")
    found = published.rows(official / "dfe_cla" / file)
    group = [row for row in found if row["cla_group"] in everyone and row[kind] == population]
    cells = [Cell(indicator, published.explore_area(row), int(row["time_period"]), row[column]) for row in group]
    number = "number" if "number" in found[0] else "children_count"
    counts = [
        Cell(indicator, published.explore_area(row), int(row["time_period"]), row[number])
        for row in found if row["cla_group"] in everyone and row[kind].startswith("Total")
    ]  # fmt: skip
    theirs = of_some(named({indicator: indicator}, cells, file[:4], 3, TODAY), indicator, counts, TODAY)
    assert_equal(stored(con, source, [file[:4]]), theirs, at_least)


def test_population(con: duckdb.DuckDBPyConnection, official: Path) -> None:
    path = official / "dfe_cin" / "2025" / "ons_mid-year_population_estimates_2012_to_2024.csv"
    columns = {"population_0_17": "population_estimate"}
    theirs = named(columns, published.explore(path, list(columns.values())), "2025", 6, TODAY)
    assert_equal(stored(con, "population", ["2025"]), theirs, 2_132)


@pytest.mark.parametrize(("edition", "folder"), [("2025", "2025-05"), ("2026", "")])
def test_interactive_tool(con: duckdb.DuckDBPyConnection, official: Path, edition: str, folder: str) -> None:
    path = official / "dfe_lait" / folder / "bds_long_0.parquet"
    cells = published.interactive_tool(path, list(TOOL_MEASURES.values()))
    of_years = (cell for cell in cells if cell.column != "LACStable_2016on" or cell.year <= 2017)
    # the Department marks Hampshire's children in need of 2024 u; the edition of 2026 writes 0, which is not read
    marked = ("CINCease3months", "850", 2024)
    wanted = (cell for cell in of_years if edition == "2025" or (cell.column, cell.area, cell.year) != marked)
    theirs = named(TOOL_MEASURES, wanted, edition, 3, TOOL)
    ours = stored(con, "local_authority_interactive_tool", [edition])
    assert_equal({key: answer for key, answer in ours.items() if key[2].month == 3}, theirs, 18_000)


@pytest.mark.parametrize(("edition", "folder"), [("2025", "2025-05"), ("2026", "")])
def test_first_time_entrants(con: duckdb.DuckDBPyConnection, official: Path, edition: str, folder: str) -> None:
    """Of calendar years; the newest edition gives the sum of the nine regions as England's rate, which is not read."""
    cells = [*published.interactive_tool(official / "dfe_lait" / folder / "bds_long_0.parquet", ["FirstYJS"])]
    nine = set(published.REGIONS) - {"london (inner)", "london (outer)", "england"}
    for year in range(2016, 2024):
        of_year = {cell.area: float(cell.text) for cell in cells if cell.year == year and cell.text != "-"}
        summed = abs(of_year["england"] - sum(of_year[area] for area in nine & set(of_year))) < 5
        assert summed == (edition == "2026")
    wanted = (cell for cell in cells if cell.year <= 2023 and (edition == "2025" or cell.area != "england"))
    theirs = named({"first_time_entrants_rate": "FirstYJS"}, wanted, edition, 12, TOOL)
    ours = stored(con, "local_authority_interactive_tool", [edition])
    assert_equal({key: answer for key, answer in ours.items() if key[2].month == 12}, theirs, 1_100)


@pytest.mark.parametrize(("edition", "folder"), [("2025", "2025-05"), ("2026", "")])
def test_social_workers_by_role(con: duckdb.DuckDBPyConnection, official: Path, edition: str, folder: str) -> None:
    """The tool gives a joint return to each of its members: it is one area."""
    cells = [*published.interactive_tool(official / "dfe_lait" / folder / "bds_long_0.parquet", list(ROLES.values()))]
    texts = {cell[:3]: cell.text for cell in cells}
    wanted = []
    for cell in cells:
        first = {"318": "314", "941": "940"}.get(cell.area)
        if first and (first == "314" or cell.year >= 2021):
            assert cell.text == texts[cell.column, first, cell.year]
            continue
        joint = cell.area in published.JOINT and (cell.area == "314" or cell.year >= 2021)
        wanted.append(cell._replace(area=published.JOINT[cell.area]) if joint else cell)
    ours = stored(con, "local_authority_interactive_tool", [edition])
    theirs = named(ROLES, wanted, edition, 9, TOOL)
    assert_equal({key: answer for key, answer in ours.items() if key[2].month == 9}, theirs, 2_500)


@pytest.mark.parametrize(
    ("indicator", "source", "file", "column"),
    [
        (
            "referral_rate",
            "referrals",
            "c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv",
            "referral_count",
        ),
        ("section47_rate", "section_47", "c4_children_in_need_section_47s_and_icpcs_2013_to_2025.csv", "Section47"),
        ("icpc_rate", "section_47", "c4_children_in_need_section_47s_and_icpcs_2013_to_2025.csv", "ICPC"),
        ("cin_rate", "children_in_need", "b1_children_in_need_2013_to_2025.csv", "At31_episodes"),
        ("cpp_rate", "plan_duration", "d5_cpps_at31march_by_duration_2013_to_2025.csv", "CPP_At31"),
    ],
)
def test_rates_rest_on_published_counts(
    con: duckdb.DuckDBPyConnection, official: Path, indicator: str, source: str, file: str, column: str
) -> None:
    """The value against an own division, the parts against the two files."""
    counts = named(
        {indicator: column}, published.explore(official / "dfe_cin" / "2025" / file, [column]), "2025", 3, TODAY
    )
    people = named(
        {indicator: "population_estimate"},
        published.explore(
            official / "dfe_cin" / "2025" / "ons_mid-year_population_estimates_2012_to_2024.csv",
            ["population_estimate"],
        ),
        "2025",
        6,
        TODAY,
    )
    theirs = {}
    for key, count in counts.items():
        mid_year = people.get((indicator, key[1], date(key[2].year - 1, 6, 30), "2025"))
        if count.value is not None and mid_year and mid_year.value is not None:
            theirs[key] = (round(10_000 * count.value / mid_year.value, 9), count.value, mid_year.value)
    ours = {
        row[:4]: (round(row[4], 9), *row[5:])
        for row in con.execute(
            """
            select indicator_id, coalesce(dfe_code, area_code), period_end, edition, value, numerator, denominator
            from observation_edition inner join area using (area_code)
            where indicator_id = $indicator and source_id = $source and status = 'published' and edition = '2025'
            """,
            {"indicator": indicator, "source": source},
        ).fetchall()
    }
    assert ours == theirs
    assert len(ours) > 1_900


SHARES = [
    ("referral_source_police", "referral_source", "2022/c5_children_in_need_referrals_by_source_2014_to_2022.csv",
     ["Police"], "Referrals"),
    ("referral_source_school", "referral_source", "2022/c5_children_in_need_referrals_by_source_2014_to_2022.csv",
     ["Schools"], "Referrals"),
    ("referral_source_health", "referral_source", "2022/c5_children_in_need_referrals_by_source_2014_to_2022.csv",
     ["Health_Services"], "Referrals"),
    ("referral_source_individual", "referral_source", "2022/c5_children_in_need_referrals_by_source_2014_to_2022.csv",
     ["Individual"], "Referrals"),
    ("referral_source_education", "referral_source", "2022/c5_children_in_need_referrals_by_source_2014_to_2022.csv",
     ["Education_Services"], "Referrals"),
    ("referral_source_housing", "referral_source", "2022/c5_children_in_need_referrals_by_source_2014_to_2022.csv",
     ["Housing"], "Referrals"),
    ("referral_source_authority", "referral_source", "2022/c5_children_in_need_referrals_by_source_2014_to_2022.csv",
     ["LA_Services"], "Referrals"),
    ("referral_source_legal", "referral_source", "2022/c5_children_in_need_referrals_by_source_2014_to_2022.csv",
     ["Other_legal_agency"], "Referrals"),
    ("referral_source_other", "referral_source", "2022/c5_children_in_need_referrals_by_source_2014_to_2022.csv",
     ["Other"], "Referrals"),
    ("referral_source_anonymous", "referral_source", "2022/c5_children_in_need_referrals_by_source_2014_to_2022.csv",
     ["Anonymous"], "Referrals"),
    ("referral_source_unknown", "referral_source", "2022/c5_children_in_need_referrals_by_source_2014_to_2022.csv",
     ["Unknown"], "Referrals"),
    ("assessments_45_days", "assessments", "2022/c2_children_in_need_assessments_duration_2014_to_2022.csv",
     ["Same_day", "1-10_days", "11-20_days", "21-30_days", "31-40_days", "41-45_days"], "Assessments_completed"),
    ("icpc_15_days", "section_47", "2025/c4_children_in_need_section_47s_and_icpcs_2013_to_2025.csv",
     ["Duration_0-10_days", "Duration_11-15_days"], "ICPC"),
]  # fmt: skip


@pytest.mark.parametrize(("indicator", "source", "file", "parts", "whole"), SHARES, ids=[share[0] for share in SHARES])
def test_shares_rest_on_published_counts(
    con: duckdb.DuckDBPyConnection, official: Path, indicator: str, source: str, file: str, parts: list[str], whole: str
) -> None:
    theirs: dict[tuple[str, int], list[Answer]] = {}
    for cell in published.explore(official / "dfe_cin" / file, [*parts, whole]):
        area = published.REGIONS.get(cell.area, cell.area)
        theirs.setdefault((area, cell.year), []).append(published.read(cell.text, TODAY))
    ours = con.execute(
        """
        select coalesce(dfe_code, area_code), year(period_end), value, status, numerator, denominator
        from observation_edition inner join area using (area_code)
        where indicator_id = $indicator and source_id = $source and derived
        """,
        {"indicator": indicator, "source": source},
    ).fetchall()
    assert len(ours) == len(theirs)
    for area, year, value, status, numerator, denominator in ours:
        *some, all_of_them = theirs[area, year]
        known = all_of_them.value is not None and all(answer.value is not None for answer in some)
        if known and all_of_them.value:
            total = sum(answer.value or 0 for answer in some)
            assert (status, numerator, denominator) == ("published", total, all_of_them.value), (area, year)
            assert value == pytest.approx(100 * total / all_of_them.value, abs=1e-9)
        else:
            assert value is None
            assert status in {answer.status for answer in theirs[area, year]} or known, (area, year)
