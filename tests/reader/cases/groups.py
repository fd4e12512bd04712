"""Tables whose headings only make sense together: side by side, in three rows, with sums beside the months."""

from tests.reader.kit import Case, Page, column, month_end, text, xlsx

MONTHS = ["Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar"]
HACKNEY, BOLTON, CORNWALL, DEVON = "204", "350", "908", "878"


def case_titles_side_by_side() -> Case:
    case = Case("two tables side by side, each with its title on the same line", "x.xlsx")
    page = Page("Data")
    page.cells |= {"A1": "Vacancy rate %", "F1": "Turnover rate %"}
    page.row("A2", ["Authority", "2022", "2023"])
    page.row("F2", ["Authority", "2022", "2023"])
    page.row("A3", ["Cornwall", 5.1, 6.2])
    page.row("F3", ["Devon", 15.1, 16.2])
    for cell, code, measure, year, value in (
        ("B3", CORNWALL, "vacancy_rate", 2022, 5.1),
        ("C3", CORNWALL, "vacancy_rate", 2023, 6.2),
        ("G3", DEVON, "turnover_rate", 2022, 15.1),
        ("H3", DEVON, "turnover_rate", 2023, 16.2),
    ):
        case.expect(cell, code, measure, f"{year}-09-30", value, sheet="Data")
    case.data = xlsx(page)
    return case


def case_unit_below_measure() -> Case:
    case = Case("year over measure over number and rate", "x.xlsx")
    page = Page("Data", merged=["A1:A3", "B1:E1", "B2:C2", "D2:E2"])
    page.cells |= {"A1": "Local authority", "B1": "2023", "B2": "Vacancies", "D2": "Referrals"}
    page.row("B3", ["FTE", "Rate (%)", "Number", "Rate"])
    page.row("A4", ["Bolton", 20, 12.1, 4000, 590])
    page.row("A5", ["Bury", 10, 6.1, 2000, 480])
    for row, code, vacancy, referrals in ((4, BOLTON, 12.1, 4000), (5, "351", 6.1, 2000)):
        case.expect(f"C{row}", code, "vacancy_rate", "2023-09-30", vacancy, sheet="Data")
        case.expect(f"D{row}", code, "referrals", "2023-03-31", referrals, sheet="Data")
    case.outcomes = ("import", "import_with_issues")
    case.data = xlsx(page)
    return case


def case_sum_beside_months() -> list[Case]:
    whole = Case("calendar years above the months, and their sum", "x.xlsx")
    part = Case("a sum and a mean of a year that is not over", "x.xlsx", outcomes=("import", "import_with_issues"))
    for case, months in ((whole, 12), (part, 5)):
        page = Page("Referrals", merged=["A3:A4", "B3:J3", "K3:M3"])
        page.cells |= {"A1": "Referrals 2023/24", "A3": "LA", "B3": 2023, "K3": 2024}
        page.row("B4", [*MONTHS, "Total", "Average"])
        values = [300 + month for month in range(months)]
        page.row("A5", ["LB Hackney", *values, *([None] * (12 - months)), sum(values), round(sum(values) / months)])
        for index, value in enumerate(values):
            year, month = (2023, index + 4) if index < 9 else (2024, index - 8)
            case.expect(
                f"{column(2 + index)}5", HACKNEY, "referrals", month_end(year, month), value, "month", "Referrals"
            )
        kind, end = ("year", "2024-03-31") if months == 12 else ("ytd", "2023-08-31")
        case.expect("N5", HACKNEY, "referrals", end, sum(values), kind, "Referrals")
        case.data = xlsx(page)
    return [whole, part]


def case_legend_without_equals() -> Case:
    case = Case("a legend set out in columns of spaces", "x.xlsx")
    page = Page("Data")
    page.cells["A1"] = "Re-referral rate (%) within 12 months"
    page.row("A3", ["Local authority", "2018-19", "2019-20"])
    page.row("A4", ["Rutland", "x", 14.0])
    page.row("A5", ["Leicester", "..", 21.0])
    page.cells |= {"A7": "x  Figure suppressed to protect confidentiality", "A8": ".. Figure not available"}
    for cell, code, year, value in (
        ("B4", "857", 2019, "c"),
        ("C4", "857", 2020, 14.0),
        ("B5", "856", 2019, "x"),
        ("C5", "856", 2020, 21.0),
    ):
        case.expect(cell, code, "rereferral_rate", f"{year}-03-31", value, sheet="Data")
    case.data = xlsx(page)
    return case


def case_printed_pages() -> Case:
    case = Case("page lines with a time of printing beside them", "x.xlsx")
    page = Page("Report", merged=["B1:F1"])
    page.cells["B1"] = "Referrals by month"
    for top, months in ((4, ("Apr 2024", "May 2024")), (10, ("Jun 2024", "Jul 2024"))):
        page.row(f"B{top}", ["Authority", None, "Month", None, "Referrals"])
        page.row(f"B{top + 1}", ["Wakefield MDC", None, months[0], None, f"{top}01"])
        page.row(f"B{top + 2}", ["Wakefield MDC", None, months[1], None, f"{top}02"])
        page.cells |= {f"B{top + 4}": f"Page {top // 4} of 2", f"F{top + 4}": "Printed 03/08/2024 09:12"}
    for row, month, value in ((5, 4, 401), (6, 5, 402), (11, 6, 1001), (12, 7, 1002)):
        case.expect(f"F{row}", "384", "referrals", month_end(2024, month), value, "month", "Report")
    case.data = xlsx(page)
    return case


def case_measure_nowhere() -> list[Case]:
    asked = Case("no measure anywhere", "x.xlsx", outcomes=("ask",), issues=[("UNKNOWN_INDICATOR", "B1")])
    told = Case("no measure, answered", "x.xlsx", outcomes=("import", "import_with_issues"))
    told.answers = {"indicator:Data:1:2": "referrals"}
    for case in (asked, told):
        page = Page("Data")
        page.row("A1", ["LA", "2021/22", "2022/23"])
        page.row("A2", ["Havering", 3100, 3110])
        case.data = xlsx(page)
    told.expect("B2", "311", "referrals", "2022-03-31", 3100, sheet="Data")
    told.expect("C2", "311", "referrals", "2023-03-31", 3110, sheet="Data")
    return [asked, told]


def case_measures_in_other_words() -> Case:
    case = Case("measures in other words", "x.csv", outcomes=("import",))
    page = Page("x")
    page.row("A1", ["Measure", "2022/23"])
    page.cells["A2"] = "Birmingham"
    for row, (said, kept, value) in enumerate(
        (
            ("Children in care per 10,000", "cla_rate", 80.1),
            ("Referrals which are repeat referrals within 12 months (%)", "rereferral_rate", 21.5),
            ("Number of repeat referrals", "rereferrals", 2150),
        ),
        start=3,
    ):
        page.row(f"A{row}", [said, value])
        case.expect(f"B{row}", "330", kept, "2023-03-31", value)
    case.data = text(page)
    return case


def case_header_begins_again() -> Case:
    case = Case("two tables side by side without a gap", "workforce 2023.xlsx")
    page = Page("Data")
    page.row("A1", ["LA", "Vacancy rate %", "LA", "Turnover rate %"])
    page.row("A2", ["Leeds", 10.1, "York", 11.1])
    page.row("A3", ["York", 20.1, "Leeds", 21.1])
    for cell, code, measure, value in (
        ("B2", "383", "vacancy_rate", 10.1),
        ("D2", "816", "turnover_rate", 11.1),
        ("B3", "816", "vacancy_rate", 20.1),
        ("D3", "383", "turnover_rate", 21.1),
    ):
        case.expect(cell, code, measure, "2023-09-30", value, sheet="Data")
    case.data = xlsx(page)
    return case


def case_actual_and_target_rows() -> list[Case]:
    cases = []
    for heading in ("Type", None):
        case = Case(f"rows of targets beside the actual ones, under {heading or 'nothing'}", "x.xlsx")
        page = Page("Data", merged=["A3:A5"])
        page.cells |= {"A1": "Barnet: 2024/25", "A3": "Re-referral rate %"}
        page.row("A2", ["Measure", heading, "Q1", "Q2"])
        for row, (kind, first, second) in enumerate(
            (("Actual", 20.1, 21.1), ("Target", 18, 18.5), ("England", 22, 22.5)), start=3
        ):
            page.row(f"B{row}", [kind, first, second])
        case.expect("C3", "302", "rereferral_rate", "2024-06-30", 20.1, "quarter", "Data")
        case.expect("D3", "302", "rereferral_rate", "2024-09-30", 21.1, "quarter", "Data")
        case.data = xlsx(page)
        cases.append(case)
    return cases
