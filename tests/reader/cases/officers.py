"""Sheets as officers keep them, of the measures of assessments, reviews, placements, roles and young people.

Each is read as the officer answers: what names a measure beyond doubt is offered and taken, what may be of two waits.
"""

from collections.abc import Iterable, Mapping

from tests.reader.cases.shapes import Key, shape
from tests.reader.kit import Case, html, ods, text, xls

SOME, ASK = ("import", "import_with_issues"), ("ask",)
LEEDS = "383"
QUARTERS = ("2023-06-30", "2023-09-30", "2023-12-31", "2024-03-31")
Rows = list[list[object]]


def use(*measures: str, **units: str) -> dict[str, str]:
    """Answer as an officer does: which measures are read, and what those are that may be numbers."""
    return {f"use:{measure}": "yes" for measure in measures} | {
        f"unit:S:{measure}": unit for measure, unit in units.items()
    }


def over(row: int, cells: str, measure: str, ends: Iterable[str], kind: str = "year") -> dict[str, Key]:
    """Say that a row has figures of one measure, one for each period."""
    return {f"{cell}{row}": (LEEDS, measure, kind, end) for cell, end in zip(cells, ends, strict=True)}


def march(*years: int) -> list[str]:
    return [f"{year}-03-31" for year in years]


def sheet(
    name: str, rows: Rows, wanted: dict[str, Key], answers: Mapping[str, str], values: Mapping[str, float | str], **given: object
) -> Case:  # fmt: skip
    """Write a sheet; `values` are those of cells whose figure is not the number that stands there."""
    case = shape(f"officers: {name}", rows, {}, answers=dict(answers), **({"outcomes": SOME} | given))
    place = None if given.get("write") in (text, html) else "S"
    cells = {f"{chr(65 + column)}{row}": value for row, line in enumerate(rows, 1) for column, value in enumerate(line)}
    for cell, (dfe, measure, kind, end) in wanted.items():
        value = values.get(cell, cells[cell])
        case.expect(cell, dfe, measure, end, value, kind, sheet=place)  # type: ignore[arg-type]
    return case


def case_quarterly_scorecard() -> Case:
    """Two rows of headings, merged; per cent as text and as a format; signs, footnotes, a target, a note."""
    rows: Rows = [
        ["Leeds children's social care: scorecard"], [],
        ["Ref", "Indicator", "Good is", "2022/23 outturn", "2023/24", None, None, None, "Target"],
        [None, None, None, None, "Q1", "Q2", "Q3", "Q4"],
        ["CS1", "% C&F assessments completed within 45 working days", "High", "88.4%", "87.1%", "86%", "n/a", "90.2%", "90%"],
        ["CS2", "Assessments completed", "n/a", "1,021", 250, "261*", 240, "-", None],
        ["CS3", "CP plans reviewed within timescales (%)", "High", 97.5, 98.1, 96.0, "*", 97.2, 100],
        ["CS4", "CP reviews in timescale", "High", 98, 97, 96, 95, 94, 100],
        ["CS5", "Referrals", "Low", 2510, 610, 640, "<5", 655, None],
        ["CS6", "First time entrants (rate per 100,000)", "Low", 142, 150, "-", 139, 141, 130],
        [], ["* Data quality under review"],
    ]  # fmt: skip
    wanted: dict[str, Key] = {}
    measures = {5: "assessments_45_days", 6: "assessments", 7: "cpp_reviews_rate", 9: "referrals", 10: "first_time_entrants_rate"}  # fmt: skip
    for row, measure in measures.items():
        wanted |= over(row, "D", measure, march(2023)) | over(row, "EFGH", measure, QUARTERS, "quarter")
    values = {"D5": 88.4, "E5": 87.1, "F5": 86, "G5": "missing", "H5": 90.2, "D6": 1021, "F6": 261, "H6": "missing",
              "G7": "u", "G9": "<5", "F10": "missing"}  # fmt: skip
    answers = use("assessments_45_days", "assessments", "cpp_reviews_rate", "first_time_entrants_rate")
    return sheet("a scorecard of quarters", rows, wanted, answers, values, merged=["A1:I1", "E3:H3"])


def case_nothing_of_it_is_taken_unasked() -> list[Case]:
    """Write each name that is known: none of its figures is taken before the officer has said so."""
    named = {
        "% C&F assessments completed within 45 working days": "assessments_45_days", "Assessments completed": "assessments",
        "Assessments completed per 10,000": "assessment_rate", "CP plans reviewed in timescale (%)": "cpp_reviews_rate",
        "% of CLA in foster care": "cla_fostered_rate", "% of CLA in children's homes": "cla_childrens_homes_rate",
        "FTE to YJS (rate per 100,000)": "first_time_entrants_rate", "CPP: neglect (%)": "cpp_neglect_rate",
        "Length of service: 2-5 years (%)": "service_2_to_5_years_rate", "Case holders (%)": "role_case_holders_rate",
    }  # fmt: skip
    return [
        sheet(f"{label}, unasked", [["Leeds"], ["Measure", "2022/23"], [label, 40]], {}, {}, {}, outcomes=ASK, questions=[f"use:{measure}"])
        for label, measure in named.items()
    ]  # fmt: skip


def case_doubtful_names() -> list[Case]:
    """Write names that may be of two measures: asked about, whatever else the officer has said yes to."""
    doubtful = {
        "Single assessments in timescale": "assessments_45_days", "Assessments in timescale (%)": "assessments_45_days",
        "Initial assessments in timescale (%)": "initial_assessments_10_days", "Number of assessments completed within 45 days": "assessments_45_days",
        "Assessments >45 days (%)": "assessments_45_days", "% CP reviews in timescale": "cpp_reviews_rate", "Reviews in timescale (%)": "cpp_reviews_rate",
        "% of CLA in foster care in the year": "cla_fostered_rate", "No. of CLA in foster care": "cla_fostered_rate",
        "% of LAC in residential care": "cla_childrens_homes_rate", "% CLA in secure children's homes": "cla_childrens_homes_rate",
        "CP plans lasting <2 years (%)": "cpp_2_years_rate", "ICPCs >15 days (%)": "icpc_15_days", "Number of repeat CP plans": "cpp_repeat_rate",
        "Number of care applications": "care_applications_rate", "Median days to complete assessment": "assessment_days_median",
        "CIN <3 months (%)": "cin_ended_3_months_rate", "CLA in the year": "cla", "CPP: multiple (%)": "cpp_multiple_rate",
    }  # fmt: skip
    return [
        sheet(
            f"{label}, in doubt", [["Leeds"], ["Measure", "2022/23"], [label, 40]], {}, use(measure), {}, outcomes=ASK
        )
        for label, measure in doubtful.items()
    ]


def case_numbers_or_shares() -> list[Case]:
    """Write names that say neither: a sign of per cent tells, or the officer; a number is left out when it is one."""
    made = []
    for label, measure in (("Repeat CP plans", "cpp_repeat_rate"), ("CP plans reviewed in time", "cpp_reviews_rate"), ("Care applications", "care_applications_rate"), ("First time entrants", "first_time_entrants_rate")):  # fmt: skip
        rows: Rows = [["Leeds"], ["Measure", "2022/23"], [label, 22]]
        unit = "rate" if measure.endswith(("applications_rate", "entrants_rate")) else "percent"
        made += [
            sheet(f"{label}, waiting", rows, {}, use(measure), {}, outcomes=ASK, questions=[f"unit:S:{measure}"]),
            sheet(f"{label}, a {unit}", rows, over(3, "B", measure, march(2023)), use(measure, **{measure: unit}), {}),
            sheet(f"{label}, a number", rows, {}, use(measure, **{measure: "count"}), {}, outcomes=("refuse",)),
        ]
    signed: Rows = [["Leeds"], ["Measure", "2021/22", "2022/23"], ["CP plans reviewed in time", "97%", "n/a"]]
    told = over(3, "BC", "cpp_reviews_rate", march(2022, 2023))
    return [*made, sheet("a sign tells", signed, told, use("cpp_reviews_rate"), {"B3": 97, "C3": "missing"})]


def case_units_in_a_column() -> Case:
    """A long list in which one name is a number, a share and a rate by its unit."""
    rows: Rows = [
        ["Local Authority", "PI", "Unit", "Period", "Actual"],
        ["Leeds", "Assessments completed", "Number", "2021/22", "9,914"], ["Leeds", "Assessments completed", "Rate per 10,000", "2021/22", "581.2"],
        ["Leeds", "Assessments completed within 45 working days", "%", "2021/22", "84.4"], ["Leeds", "Assessments completed within 45 working days", "Number", "2021/22", "85"],
        ["Leeds", "Care applications", "Rate per 10,000", "2021/22", "11.2"], ["Leeds", "Care applications", "Number", "2021/22", "45"],
        ["Leeds", "First time entrants to the YJS", "Rate per 100,000", "2021", "160"], ["Leeds", "First time entrants to the YJS", "Number", "2021", "110"],
        ["Leeds", "Children looked after", "Rate per 100,000", "2021/22", "771"], ["Leeds", "Referrals", "Rate", "2021/22", "545"],
        ["Leeds", "CLA rate", "per 1,000", "2021/22", "8"],
    ]  # fmt: skip
    wanted = over(2, "E", "assessments", march(2022)) | over(3, "E", "assessment_rate", march(2022)) | over(4, "E", "assessments_45_days", march(2022))  # fmt: skip
    wanted |= over(6, "E", "care_applications_rate", march(2022)) | over(8, "E", "first_time_entrants_rate", ["2021-12-31"])  # fmt: skip
    answers = use("assessments", "assessment_rate", "assessments_45_days", "care_applications_rate", "first_time_entrants_rate", "cla")  # fmt: skip
    values = {"E2": 9914, "E3": 581.2, "E4": 84.4, "E6": 11.2, "E8": 160}
    return sheet("a column of units", rows, wanted, answers, values, write=text, file="list.csv")


def case_numbers_beside_rates() -> Case:
    """Groups of a number and a rate; the heading of the key stands a row higher than those of the figures."""
    rows: Rows = [
        ["Leeds"], ["Year", "Assessments completed", None, "CP plans reviewed in time", None, "Care applications", None, "Children looked after", None],
        [None, "Number", "Rate per 10,000", "Number", "%", "Number", "Rate per 10,000", "Number", "Rate per 100,000"],
        ["2020/21", 3000, 581, 88, 97.8, 80, 15.5, 560, 1112],
    ]  # fmt: skip
    wanted = {
        f"{cell}4": (LEEDS, measure, "year", "2021-03-31")
        for cell, measure in {"B": "assessments", "C": "assessment_rate", "E": "cpp_reviews_rate", "G": "care_applications_rate", "H": "cla"}.items()
    }  # fmt: skip
    answers = use("assessments", "assessment_rate", "cpp_reviews_rate", "care_applications_rate", "cla")
    return sheet("numbers beside rates", rows, wanted, answers, {}, merged=["B2:C2", "D2:E2", "F2:G2", "H2:I2"])


def case_workforce_in_rows() -> Case:
    rows: Rows = [
        ["Social work workforce: Leeds"], ["Indicator", "30/09/2015", "30/09/2016"],
        ["Social workers with less than 2 years' service (%)", "31%", "30%"], ["Length of service: 2 to 5 years (%)", "24%", "25%"],
        ["Length of service 10 - 20 years %", 15, 15.5], ["30+ years service (%)", "-", 2], ["Case holders (%)", 61, 62.5],
        ["% social workers who are senior practitioners", "n/a", 21.0], ["Average caseload", 16.1, 15.2],
        ["Social workers with 2 years or more of service (%)", 69, 70], ["Newly qualified case holders (%)", 11, 12],
    ]  # fmt: skip
    wanted: dict[str, Key] = {}
    measures = ("service_under_2_years_rate", "service_2_to_5_years_rate", "service_10_to_20_years_rate", "service_30_or_more_years_rate", "role_case_holders_rate", "role_senior_practitioners_rate", "caseload")  # fmt: skip
    for row, measure in enumerate(measures, start=3):
        wanted |= over(row, "BC", measure, ("2015-09-30", "2016-09-30"))
    values = {"B3": 31, "C3": 30, "B4": 24, "C4": 25, "B6": "missing", "B8": "missing"}
    return sheet("workforce in rows", rows, wanted, use(*measures[:-1]), values, write=xls, file="workforce.xls")


def case_outcomes_framework() -> Case:
    label = (
        "Hospital admissions caused by unintentional and deliberate injuries in children (aged 0-{} years), per 10,000"
    )
    rows: Rows = [
        ["Outcomes framework: Leeds"], ["Indicator", "2021/22", "2022/23"], [label.format(14), 71.2, "*"], [label.format(4), 101.2, 90],
        ["Hospital admissions for injuries, 0-14 (number)", 210, 220], ["First time entrants to the youth justice system per 100,000 (10-17)", 190, 170],
    ]  # fmt: skip
    wanted = over(3, "BC", "injury_admissions_rate", march(2022, 2023)) | over(6, "BC", "first_time_entrants_rate", march(2022, 2023))  # fmt: skip
    answers = use("injury_admissions_rate", "first_time_entrants_rate")
    return sheet("an outcomes framework", rows, wanted, answers, {"C3": "c"}, write=ods, file="outcomes.ods")


def case_sums_up_to_the_last_figure() -> list[Case]:
    """A year to date is up to the last month with a figure; what is counted on one day has no sum."""
    rows: Rows = [["Leeds"], ["Measure", "Apr-24", "May-24", "Jun-24", "YTD"], ["Referrals", 180, 170, "{}", 350], ["CLA per 10,000", 80.1, 80.3, 80.5, 80.3]]  # fmt: skip
    made = []
    for said, end, kept in (("tbc", "2024-05-31", "missing"), ("n/a", "2024-05-31", "missing"), ("<5", "2024-06-30", "<5")):  # fmt: skip
        rows[2] = ["Referrals", 180, 170, said, 350]
        wanted = over(3, "BCD", "referrals", ("2024-04-30", "2024-05-31", "2024-06-30"), "month") | over(3, "E", "referrals", [end], "ytd")  # fmt: skip
        wanted |= over(4, "BCD", "cla_rate", ("2024-04-30", "2024-05-31", "2024-06-30"), "month")
        made.append(sheet(f"a year to date with {said}", list(rows), wanted, {}, {"D3": kept}))
    return made


def case_labels_below_a_measure() -> list[Case]:
    """The measure in the corner or in the title, and labels of something else below it."""
    across: list[object] = ["2021/22", "2022/23"]
    other = sheet("another measure below the corner", [["Leeds"], ["Referrals", *across], ["Re-referrals (%)", 20, 21]], over(3, "BC", "rereferral_rate", march(2022, 2023)), {}, {})  # fmt: skip
    share = sheet("a share below the corner", [["Leeds"], ["Child protection plans at 31 March", *across], ["CPP: neglect (%)", 44.4, 45]], over(3, "BC", "cpp_neglect_rate", march(2022, 2023)), use("cpp", "cpp_neglect_rate"), {})  # fmt: skip
    parts = [
        sheet(f"{label} below {title}{head}", [[f"Leeds{title}"], [head or None, *across], [label, 20, 21]], {}, use("cla_fostered_rate"), {}, outcomes=ASK)
        for title, head, label in (("", "Referrals", "Police"), (": Referrals", "", "Police"), (": Referrals", "Source", "Police"), (": CLA in foster care (%)", "Placement", "Kin"))
    ]  # fmt: skip
    total = sheet("all of them below the corner", [["Leeds"], ["Referrals", *across], ["Total", 20, 21]], over(3, "BC", "referrals", march(2022, 2023)), {}, {})  # fmt: skip
    rows: Rows = [["Leeds"], ["Measure", "Category", "2011/12"], ["Children subject to a CP plan", "Neglect", 40], ["Children subject to a CP plan", "Total", 90]]  # fmt: skip
    category = sheet("a column of categories", rows, over(4, "C", "cpp", march(2012)), use("cpp"), {})
    return [other, share, *parts, total, category]


def case_core_and_initial_assessments() -> list[Case]:
    """Sub-headings, groups and titles of assessments of other times; "core" is not that of core cities."""
    label, yes = "Assessments completed", use("assessments")
    return [
        sheet("a sub-heading of core assessments", [["Leeds"], ["Measure", "2011/12"], ["Core assessments"], [label, 70]], {}, yes, {}, outcomes=("ask", "refuse")),
        sheet("a title of initial assessments", [["Leeds: Initial assessments"], ["Measure", "2011/12"], [label, 70]], {}, yes, {}, outcomes=ASK),
        sheet("groups beside a key a row higher", [["Leeds"], ["Year", "Initial", None, "Core", None], [None, label, "%", label, "%"], ["2011/12", 700, 70, 80, 90]], {}, yes, {}, outcomes=ASK, merged=["B2:C2", "D2:E2"]),
        sheet("family assessments over referrals", [["Leeds"], ["Measure", "2022/23"], ["Family assessments"], ["Referrals", 900]], {}, {}, {}, outcomes=ASK),
    ]  # fmt: skip


def case_tables_side_by_side() -> list[Case]:
    """Two tables beside each other, whose first headings are no words of keys: each has its own labels."""
    rows: Rows = [["Leeds dashboard"], [], ["Front door", "2022/23", None, "Care", "2021/22"], ["Referrals", 4000, None, "CLA per 10,000", 80.5], ["Re-referrals (%)", 20.5, None, "Kin carers", 20]]  # fmt: skip
    wanted = over(4, "B", "referrals", march(2023)) | over(5, "B", "rereferral_rate", march(2023)) | over(4, "E", "cla_rate", march(2022))  # fmt: skip
    months: Rows = [["Leeds"], ["Measure", "Apr-23", "May-23"], ["Single assessments completed within 45 working days (%)", "88.2%", "n/a"], ["ICPC rate per 10,000", "4.1", "4.4"], ["CLA rate at month end per 10,000", "80", "81"]]  # fmt: skip
    ends = ("2023-04-30", "2023-05-31")
    told = over(3, "BC", "assessments_45_days", ends, "month") | over(4, "BC", "icpc_rate", ends, "month") | over(5, "BC", "cla_rate", ends, "month")  # fmt: skip
    values = {"B3": 88.2, "C3": "missing", "B4": 4.1, "C4": 4.4, "B5": 80, "C5": 81}
    return [
        sheet("two tables side by side", rows, wanted, {}, {}),
        sheet("a web page", months, told, use("assessments_45_days", "icpc_rate"), values, write=html, file="months.xls"),
    ]  # fmt: skip


def case_one_label_under_two_headings() -> list[Case]:
    """ "Reviews in time" of plans and of looked-after children: an answer for one is none for the other."""
    rows: Rows = [["Leeds"], ["Measure", "2022/23"], ["Child protection"], ["Reviews in time (%)", 97], ["Children looked after"], ["Reviews in time (%)", 95]]  # fmt: skip
    answers = {"indicator:reviews in time (% < child protection": "cpp_reviews_rate"}
    return [sheet("reviews under two sub-headings", rows, over(4, "B", "cpp_reviews_rate", march(2023)), answers, {})]
