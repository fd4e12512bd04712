"""The ways in which periods are written and laid out."""

from datetime import date, datetime

from tests.reader.kit import Case, Page, column, month_end, published, text, xlsx

MONTHS = [(2023, month) for month in range(4, 13)] + [(2024, month) for month in range(1, 4)]
NAMES = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
LONG = "January February March April May June July August September October November December".split()
BASE = published("referrals", "383", 2023)


def referrals(step: int) -> int:
    """Make a plausible month of referrals; no public monthly figures exist for one authority and measure."""
    return int(BASE / 12) + 7 * step


def months(case: Case, heads: list[object], *, number_format: str = "", title: str = "Leeds City Council") -> Page:
    """Lay twelve months of referrals across."""
    page = Page("M", {"A1": title})
    page.row("A3", ["Measure"])
    page.row("B3", heads, number_format)
    page.row("A4", ["Number of referrals", *(referrals(step) for step in range(12))])
    for step, (year, month) in enumerate(MONTHS):
        case.expect(
            f"{column(2 + step)}4", "383", "referrals", month_end(year, month), referrals(step), "month", sheet="M"
        )
    return page


def case_months_across() -> list[Case]:
    forms: dict[str, list[object]] = {
        "Apr-23 as text": [f"{NAMES[m - 1]}-{y % 100}" for y, m in MONTHS],
        "Apr 23": [f"{NAMES[m - 1]} {y % 100}" for y, m in MONTHS],
        "April 2023": [f"{LONG[m - 1]} {y}" for y, m in MONTHS],
        "2023-04": [f"{y}-{m:02d}" for y, m in MONTHS],
        "01/04/2023": [f"01/{m:02d}/{y}" for y, m in MONTHS],
        "30.04.2023": [f"{month_end(y, m)[8:]}.{m:02d}.{y}" for y, m in MONTHS],
        "dates": [datetime(y, m, 1) for y, m in MONTHS],
        "serials without a format": [(date(y, m, 1) - date(1899, 12, 30)).days for y, m in MONTHS],
    }
    made = []
    for name, heads in forms.items():
        case = Case(f"months as {name}", "scorecard.xlsx")
        case.data = xlsx(months(case, heads, number_format="mmm-yy" if name == "dates" else ""))
        made.append(case)
    return made


def case_months_of_1904() -> Case:
    case = Case("dates counted from 1904", "mac.xlsx")

    def change(book: object) -> None:
        book.epoch = datetime(1904, 1, 1)  # type: ignore[attr-defined]

    page = months(case, [datetime(y, m, 1) for y, m in MONTHS], number_format="mmm-yy")
    case.data = xlsx(page, change=change)
    return case


def case_months_below_a_year() -> Case:
    case = Case("the year one row higher than the month", "year above.xlsx")
    page = months(case, [NAMES[m - 1] for _, m in MONTHS])
    page.cells["B2"] = "2023/24"
    page.merged.append("B2:M2")
    case.data = xlsx(page)
    return case


def case_calendar_years_above_months() -> Case:
    case = Case("two calendar years above the months", "years above.xlsx")
    page = months(case, [LONG[m - 1] for _, m in MONTHS])
    page.cells |= {"B2": 2023, "K2": 2024}
    page.merged += ["B2:J2", "K2:M2"]
    case.data = xlsx(page)
    return case


def case_scorecard() -> Case:
    case = Case(
        "scorecard with months to come, to date, target, RAG",
        "Leeds scorecard Nov 23.xlsx",
        outcomes=("import_with_issues",),
    )
    case.issues = [("UNKNOWN_INDICATOR", "A7")]
    page = Page(
        "CSC",
        {
            "A1": "Leeds City Council scorecard, November 2023",
            "B3": "2023/24",
            "N3": "YTD",
            "O3": "Target",
            "P3": "RAG",
            "Q3": "DOT",
        },
    )
    page.merged = ["B3:M3", "A3:A4", "N3:N4", "O3:O4", "P3:P4", "Q3:Q4"]
    page.row("A3", ["Indicator"])
    page.row("B4", [datetime(y, m, 1) for y, m in MONTHS], "mmm-yy")
    page.row(
        "A5",
        [
            "Referrals in month",
            *(referrals(step) for step in range(8)),
            0,
            0,
            0,
            0,
            sum(map(referrals, range(8))),
            900,
            "G",
            "↑",
        ],
    )
    page.row(
        "A6", ["Average caseload", *(16.0 + step / 10 for step in range(8)), None, None, None, None, None, 15, "A"]
    )
    page.row("A7", ["Missing episodes", *range(40, 48)])
    for step, (year, month) in enumerate(MONTHS[:8]):
        end = month_end(year, month)
        case.expect(f"{column(2 + step)}5", "383", "referrals", end, referrals(step), "month", sheet="CSC")
        case.expect(f"{column(2 + step)}6", "383", "caseload", end, 16.0 + step / 10, "month", sheet="CSC")
    case.expect("N5", "383", "referrals", "2023-11-30", sum(map(referrals, range(8))), "ytd", sheet="CSC")
    case.data = xlsx(page)
    return case


def case_quarters() -> list[Case]:
    made = []
    ends = ["2023-06-30", "2023-09-30", "2023-12-31", "2024-03-31"]
    forms = {
        "Q1 2023/24": [f"Q{q} 2023/24" for q in (1, 2, 3, 4)],
        "2023-24 Q1": [f"2023-24 Q{q}" for q in (1, 2, 3, 4)],
        "Q1 23/24": [f"Q{q} 23/24" for q in (1, 2, 3, 4)],
        "Apr-Jun 2023": ["Apr-Jun 2023", "Jul-Sep 2023", "Oct-Dec 2023", "Jan-Mar 2024"],
        "Quarter ending": [
            f"Quarter ending {d}" for d in ("30 June 2023", "30 September 2023", "31 December 2023", "31 March 2024")
        ],
        "Quarter 1 (Apr-Jun) 2023/24": [f"Quarter {q} 2023/24" for q in (1, 2, 3, 4)],
    }
    for name, heads in forms.items():
        case = Case(f"quarters as {name}", "quarters.csv")
        page = Page("x")
        page.row("A1", ["Authority", *heads])
        page.row("A2", ["Leeds", *(referrals(10 * q) for q in range(4))])
        page.cells["A1"] = "Authority"
        case.file = "Referrals by quarter.csv"
        for q, end in enumerate(ends):
            case.expect(f"{column(2 + q)}2", "383", "referrals", end, referrals(10 * q), "quarter")
        case.data = text(page)
        made.append(case)
    return made


def case_quarter_column_beside_year() -> Case:
    case = Case("financial year and quarter in two columns", "split.csv")
    page = Page("x")
    page.row("A1", ["Council", "Financial year", "Quarter", "Referrals"])
    for row, (quarter, end) in enumerate(((1, "2023-06-30"), (2, "2023-09-30"), (3, "2023-12-31")), start=2):
        page.row(f"A{row}", ["Leeds", "2023/24", f"Q{quarter}", referrals(quarter)])
        case.expect(f"D{row}", "383", "referrals", end, referrals(quarter), "quarter")
    case.data = text(page)
    return case


def case_report_server_calendar_quarters() -> Case:
    case = Case("calendar quarters of a report export", "data.xlsx")
    page = Page("Export")
    page.row("A1", ["Local authority", "Year", "Quarter", "Sum of Referrals"])
    for row, (quarter, end) in enumerate(((1, "2023-03-31"), (2, "2023-06-30"), (3, "2023-09-30")), start=2):
        page.row(f"A{row}", ["Leeds", 2023, f"Qtr {quarter}", referrals(quarter)])
        case.expect(f"D{row}", "383", "referrals", end, referrals(quarter), "quarter", sheet="Export")
    page.row("A5", ["Total", None, None, 3000])
    page.cells["A7"] = "Applied filters: Year is 2023"
    case.data = xlsx(page)
    return case


def case_quarter_of_a_bare_year_is_asked() -> Case:
    case = Case("Q1 2023 may be two quarters", "quarters.csv", outcomes=("ask",), questions=["quarter:None"])
    page = Page("x")
    page.row("A1", ["Authority", "Measure", "Q1 2023", "Q2 2023"])
    page.row("A2", ["Leeds", "Referrals", 900, 950])
    case.data = text(page)
    return case


def case_years() -> list[Case]:
    made = []
    forms = {
        "2022/23": "2022/23", "2022-23": "2022-23", "22/23": "22/23", "202223": 202223, "YE Mar-23": "YE Mar-23",
        "year to 31 March 2023": "year to 31 March 2023", "2022-23 (p)": "2022-23 (p)", "2023 (Rev)": "2023 (Rev)",
        "2022-23 (OT)": "2022-23 (OT)", "31/03/2023": "31/03/2023", "2023": 2023,
    }  # fmt: skip
    for name, label in forms.items():
        case = Case(f"year as {name}", "years.csv")
        page = Page("x")
        page.row("A1", ["Authority", "Year", "Referrals", "Re-referrals within 12 months (%)"])
        page.row("A2", ["Leeds", label, published("referrals", "383", 2023), published("rereferral_rate", "383", 2023)])
        case.expect("C2", "383", "referrals", "2023-03-31", published("referrals", "383", 2023))
        case.expect("D2", "383", "rereferral_rate", "2023-03-31", published("rereferral_rate", "383", 2023))
        case.data = text(page)
        made.append(case)
    return made


def case_workforce_of_the_financial_year() -> Case:
    case = Case("a workforce outturn of March is not the Department's September", "outturn.csv")
    page = Page("x")
    page.row("A1", ["Authority", "Year", "Vacancy rate (%)"])
    page.row("A2", ["Leeds", "2022/23", 12.5])
    case.expect("C2", "383", "vacancy_rate", "2023-03-31", 12.5)
    case.data = text(page)
    return case


def case_period_in_the_title() -> Case:
    case = Case("period only in a line above", "quarter.xlsx")
    page = Page("T", {"A1": "Referrals", "A2": "Period:", "B2": "Q3 2023/24"})
    page.row("A4", ["Council", "Number of referrals"])
    for row, (code, name) in enumerate((("383", "Leeds"), ("384", "Wakefield")), start=5):
        page.row(f"A{row}", [name, referrals(row)])
        case.expect(f"B{row}", code, "referrals", "2023-12-31", referrals(row), "quarter", sheet="T")
    case.data = xlsx(page)
    return case


def case_no_period() -> list[Case]:
    page = Page("x")
    page.row("A1", ["Authority", "Referrals"])
    page.row("A2", ["Leeds", 9000])
    asked = Case("no period", "x.csv", made=text(page), outcomes=("ask",), questions=["period:None"])
    told = Case("no period, answered", "x.csv", made=text(page), answers={"period:None": "2022/23"})
    told.expect("B2", "383", "referrals", "2023-03-31", 9000)
    return [asked, told]


def case_months_down() -> Case:
    case = Case("months down, measures across", "down.csv")
    page = Page("x", {"A1": "Leeds City Council"})
    page.row("A2", ["Month", "Referrals", "Average caseload"])
    for row, (year, month) in enumerate(MONTHS, start=3):
        page.row(f"A{row}", [f"{NAMES[month - 1]}-{year % 100}", referrals(row), 15.5])
        case.expect(f"B{row}", "383", "referrals", month_end(year, month), referrals(row), "month")
        case.expect(f"C{row}", "383", "caseload", month_end(year, month), 15.5, "month")
    case.data = text(page)
    return case


def case_rolling_and_half_years() -> Case:
    case = Case("rolling years kept apart, half years left out", "rolling.csv")
    page = Page("x")
    page.row("A1", ["Authority", "Measure", "Rolling 12 months to Dec 2023", "H1 2023/24", "2022/23"])
    page.row("A2", ["Leeds", "Referrals", 9100, 4500, 9000])
    case.expect("C2", "383", "referrals", "2023-12-31", 9100, "rolling")
    case.expect("E2", "383", "referrals", "2023-03-31", 9000)
    case.data = text(page)
    return case


def case_ees_months() -> Case:
    case = Case("months as columns in the Department's layout", "c6.csv")
    page = Page("x")
    page.row(
        "A1",
        [
            "time_period",
            "time_identifier",
            "geographic_level",
            "old_la_code",
            "new_la_code",
            "la_name",
            "Referrals",
            *(LONG[m - 1] for _, m in MONTHS),
        ],
    )
    page.row(
        "A2",
        [
            2024,
            "Reporting year",
            "Local authority",
            383,
            "E08000035",
            "Leeds",
            9000,
            *(referrals(step) for step in range(12)),
        ],
    )
    case.expect("G2", "383", "referrals", "2024-03-31", 9000)
    for step, (year, month) in enumerate(MONTHS):
        case.expect(f"{column(8 + step)}2", "383", "referrals", month_end(year, month), referrals(step), "month")
    case.data = text(page)
    return case


def case_serials_under_month() -> Case:
    case = Case("dates without their format under the heading Month", "x.xlsx")
    page = Page("Data")
    page.cells["A1"] = "Hartlepool Borough Council: monthly referrals"
    page.row("A2", ["Month", "Referrals"])
    for row, month in enumerate((4, 5, 6), start=3):
        page.row(f"A{row}", [(date(2023, month, 1) - date(1899, 12, 30)).days, 100 + row])
        case.expect(f"B{row}", "805", "referrals", month_end(2023, month), 100 + row, "month", "Data")
    case.data = xlsx(page)
    return case


def case_day_among_months() -> Case:
    case = Case("the last day of a month among months by name", "x.xlsx")
    page = Page("Data")
    page.row("A1", ["Authority", "Period", "Referrals"])
    for row, (said, month) in enumerate((("Jun 24", 6), ("July 2024", 7), ("31/08/24", 8), ("Sept-24", 9)), start=2):
        page.row(f"A{row}", ["Barking & Dagenham", said, 100 + row])
        case.expect(f"C{row}", "301", "referrals", month_end(2024, month), 100 + row, "month", "Data")
    case.data = xlsx(page)
    return case


def case_between_two_days() -> list[Case]:
    cases = []
    for said, kind, end in (
        ("01/04/2023 to 31/03/2024", "year", "2024-03-31"),
        ("01.07.2023 - 30.09.2023", "quarter", "2023-09-30"),
        ("2023-05-01 to 2023-05-31", "month", "2023-05-31"),
    ):
        case = Case(f"a title from one day to another: {kind}", "x.xlsx")
        page = Page("Data")
        page.cells["A1"] = f"Reporting period {said}"
        page.row("A3", ["Authority", "Referrals"])
        page.row("A4", ["Bexley", 500])
        case.expect("B4", "303", "referrals", end, 500, kind, "Data")
        case.data = xlsx(page)
        cases.append(case)
    return cases
