"""Whole sheets as councils and publishers lay them out, each cell that is a figure named with what it is."""

from functools import partial

from tests.reader.kit import Case, Page, column, ods, text, xlsx

Key = tuple[str, str, str, str]


def shape(name: str, rows: list[list[object]], wanted: dict[str, Key], **given: object) -> Case:
    """Lay rows on one sheet named S; `wanted` says which cells are which figure: authority, measure, kind, last day."""
    write = given.pop("write", xlsx)
    page = Page("S", formats=given.pop("formats", {}), merged=given.pop("merged", []))  # type: ignore[arg-type]
    case = Case(name, str(given.pop("file", "figures.xlsx")), **given)  # type: ignore[arg-type]
    for number, row in enumerate(rows, start=1):
        page.row(f"A{number}", row)
    for cell, (dfe, indicator, kind, end) in wanted.items():
        value = page.cells[cell]
        value = value * 100 if page.formats.get(cell, "").endswith("%") else value  # type: ignore[operator]
        case.expect(cell, dfe, indicator, end, value, kind, sheet=None if write is text else "S")  # type: ignore[arg-type]
    case.made = partial(write, page)  # type: ignore[arg-type]
    return case


def quarters(row: int, indicator: str, cells: str) -> dict[str, Key]:
    ends = ("2023-06-30", "2023-09-30")
    return {f"{letter}{row}": ("383", indicator, "quarter", end) for letter, end in zip(cells, ends, strict=True)}


def years(row: int, dfe: str, indicator: str, ends: str = "09-30", first: int = 2022, left: int = 2) -> dict[str, Key]:
    return {f"{column(left + step)}{row}": (dfe, indicator, "year", f"{first + step}-{ends}") for step in range(2)}


def case_scorecards() -> list[Case]:
    quarterly = shape(
        "quarterly scorecard with targets, baseline and commentary",
        [["Leeds City Council: scorecard 2023/24"], [],
         ["Lead", "Measure", "Good performance", "Target", "Baseline 2021/22", "Q1", "Q1 against target", "Q2", "Direction of travel", "Commentary"],
         ["JS", "Number of referrals", "smaller", 2000, 8500, 2100, "Red", 2050, "up", "fine"],
         ["JS", "Agency rate (%)", "smaller", 20, 21, 22.1, "Red", 21.5, "up", "fine"]],
        quarters(4, "referrals", "FH") | quarters(5, "agency_rate", "FH"),
    )  # fmt: skip
    pairs = shape(
        "actual beside target under each quarter",
        [["Leeds"], ["Measure", "Q1 2023/24", None, "Q2 2023/24", None], [None, "Actual", "Target", "Actual", "Target"],
         ["Referrals", 2000, 1900, 2100, 1900]],
        quarters(4, "referrals", "BD"), merged=["A2:A3", "B2:C2", "D2:E2"],
    )  # fmt: skip
    counts = shape(
        "numerator and denominator beside the rate",
        [["Leeds"], ["Measure", "Apr-23", None, None], [None, "Num", "Den", "%"], ["Re-referrals", 20, 100, 0.2]],
        {"D4": ("383", "rereferral_rate", "month", "2023-04-30")}, formats={"D4": "0%"},
    )  # fmt: skip
    to_date = shape(
        "a row to date beside a row of months",
        [["Leeds"], ["Measure", "Apr-23", "May-23"], ["Referrals (YTD)", 700, 1410], ["Referrals", 700, 710]],
        {"B3": ("383", "referrals", "ytd", "2023-04-30"), "C3": ("383", "referrals", "ytd", "2023-05-31"),
         "B4": ("383", "referrals", "month", "2023-04-30"), "C4": ("383", "referrals", "month", "2023-05-31")},
    )  # fmt: skip
    return [quarterly, pairs, counts, to_date]


def case_sections() -> list[Case]:
    places = shape(
        "authorities as sub-headings",
        [["Measure", "2022", "2023"], ["Leeds"], ["Caseload", 15, 16], ["Kent"], ["Caseload", 17, 18]],
        years(3, "383", "caseload") | years(5, "886", "caseload"),
    )
    measures = shape(
        "measures as sub-headings",
        [["Authority", "2022", "2023"], ["Caseload"], ["Leeds", 15, 16], ["Turnover (%)"], ["Leeds", 10, 11]],
        years(3, "383", "caseload") | years(5, "383", "turnover_rate"),
    )
    planned = shape(
        "targets in a table of their own",
        [
            ["Leeds"],
            ["Measure", "2022", "2023"],
            ["Caseload", 15, 16],
            [],
            ["Targets"],
            ["Measure", "2022", "2023"],
            ["Caseload", 14, 14],
        ],
        years(3, "383", "caseload"),
    )
    regions = shape(
        "regions in capitals between authorities",
        [["Re-referral rate (%), year ending 31 March"], ["Local authority", "2022", "2023"], ["NORTH EAST", 20, 21],
         ["Gateshead", 10.1, 11.1], ["NORTH WEST", 20, 21], ["Bolton", 10, 11], ["ENGLAND", 20, 21]],
        years(4, "390", "rereferral_rate", "03-31") | years(6, "350", "rereferral_rate", "03-31"),
    )  # fmt: skip
    return [places, measures, planned, regions]


def case_publishers() -> list[Case]:
    returns = shape(
        "a government return with notes in brackets",
        [["Outturn 2023-24"], ["Table 1"], [], ["E-code", "Local authority", "ONS Code", "Referrals [note 1]", "Average caseload"],
         ["E4704", "Leeds", "E08000035", 9000, 15.1], ["E2234", "Kent", "E10000016", 20000, 15.5], ["", "ENGLAND", "", "900,000", 16]],
        {"D5": ("383", "referrals", "year", "2024-03-31"), "E5": ("383", "caseload", "year", "2024-03-31"),
         "D6": ("886", "referrals", "year", "2024-03-31"), "E6": ("886", "caseload", "year", "2024-03-31")}, write=ods, file="x.ods",
    )  # fmt: skip
    rates = shape(
        "rates per 10,000 in the Department's layout",
        [["time_period", "time_identifier", "geographic_level", "la_name", "new_la_code", "population_type", "children_count", "rate_per_10k_children"],
         [2023, "Reporting year", "Local authority", "Leeds", "E08000035", "Children looked after at 31 March", 1400, 84]],
        {"H2": ("383", "cla_rate", "year", "2023-03-31")}, write=text, file="cla.csv",
    )  # fmt: skip
    signs = shape(
        "years with a sign of per cent",
        [["Absence rate"], ["Council", "2022 %", "2023 %"], ["Leeds", 3.1, 3.2]],
        years(3, "383", "absence_rate"),
    )
    return [returns, rates, signs]


def case_asked() -> list[Case]:
    ends = shape(
        "days at the ends of quarters over a flow",
        [["Leeds"], ["Measure", "30/06/2023", "30/09/2023"], ["Referrals", 2000, 2100]],
        {}, outcomes=("ask",), questions=["ends:S"],
    )  # fmt: skip
    begins = shape(
        "a bare financial year",
        [["Council", "Financial year", "Referrals"], ["Leeds", 2023, 9000]],
        {}, outcomes=("ask",), questions=["year:S"],
    )  # fmt: skip
    wraps = shape(
        "months past December under one bare year",
        [["Council", "Measure", "Year", "Apr", "Jan"], ["Leeds", "Referrals", 2024, 700, 710]],
        {}, outcomes=("ask",), questions=["year:S"],
    )  # fmt: skip
    over = shape(
        "an authority that had ended",
        [["Council", "Year", "Referrals"], ["Cumbria", 2024, 9000], ["Leeds", 2024, 9100]],
        {"C3": ("383", "referrals", "year", "2024-03-31")}, outcomes=("import_with_issues",), issues=[("AMBIGUOUS_AUTHORITY", "A2")],
    )  # fmt: skip
    return [ends, begins, wraps, over]


def case_json() -> Case:
    return Case("notation of a program named .csv", "x.csv", b'{"a": [1, 2, 3]}', ("refuse",), code="UNSUPPORTED_TYPE")
