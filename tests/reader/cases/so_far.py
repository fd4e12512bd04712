"""Months and quarters that are sums of the year so far, months that stand for years, dates of meetings; near misses."""

from tests.reader.cases.shapes import Key, shape
from tests.reader.kit import Case

SOME = ("import", "import_with_issues")
LEEDS = "383"
ENDS = ("2023-04-30", "2023-05-31", "2023-06-30", "2023-07-31")
MONTHS: list[object] = ["Measure", "Apr-23", "May-23", "Jun-23", "Jul-23"]
RISING: list[object] = ["Referrals", 700, 1410, 2130, 2820]
LEVEL: list[object] = ["Referrals", 700, 710, 720, 690]
STOCK: list[object] = ["CLA per 10,000", 80, 81, 82, 83]


def months(row: int, indicator: str, kind: str = "month") -> dict[str, Key]:
    return {f"{cell}{row}": (LEEDS, indicator, kind, end) for cell, end in zip("BCDE", ENDS, strict=True)}


def case_sums_that_are_said() -> list[Case]:
    """Write figures that a title, a tab's title or a note calls cumulative, in no heading."""
    made = []
    for said in (
        "Leeds 2023/24 (figures are cumulative)",
        "Leeds: year to date figures",
        "Leeds: YTD",
        "Leeds, running totals 2023/24",
    ):
        rows = [[said], MONTHS, LEVEL, STOCK]
        made += [
            shape(f"asked: {said}", rows, months(4, "cla_rate"), outcomes=SOME, questions=["running:S"]),
            shape(f"so far: {said}", rows, months(3, "referrals", "ytd") | months(4, "cla_rate"), outcomes=SOME, answers={"running:S": "so_far"}),
            shape(f"each: {said}", rows, months(3, "referrals") | months(4, "cla_rate"), outcomes=SOME, answers={"running:S": "each"}),
        ]  # fmt: skip
    noted = [["Leeds"], MONTHS, LEVEL, [], ["Note: all figures are cumulative from April."]]
    made.append(shape("asked: a note below", noted, {}, outcomes=("ask",), questions=["running:S"]))
    return made


def case_sums_that_nobody_says() -> list[Case]:
    quarters = [["Leeds 2023/24"], ["Measure", "Q1", "Q2", "Q3", "Q4"], ["Referrals", 2100, 4250, 6300, 8500]]
    long = [
        ["Council", "Month", "Referrals"],
        *(["Leeds", month, figure] for month, figure in zip(MONTHS[1:], RISING[1:], strict=True)),
    ]
    return [
        shape("numbers that grow by as much each month", [["Leeds"], MONTHS, RISING], {}, outcomes=("ask",), questions=["running:S"]),
        shape("numbers that grow by as much each quarter", quarters, {}, outcomes=("ask",), questions=["running:S"]),
        shape("numbers that grow by as much, down", long, {}, outcomes=("ask",), questions=["running:S"]),
        shape("numbers that grow, which are of each month", [["Leeds"], MONTHS, RISING], months(3, "referrals"), outcomes=SOME, answers={"running:S": "each"}),
    ]  # fmt: skip


def case_no_sums() -> list[Case]:
    """Write the near misses: a legend of a column of sums, figures that rise a little, and what is counted on a day."""
    legend: list[list[object]] = [
        ["Leeds"], ["Measure", "Apr-23", "May-23", "YTD"], ["Referrals", 700, 710, 1410], [], ["YTD = year to date"],
    ]  # fmt: skip
    summed = {"B3": (LEEDS, "referrals", "month", ENDS[0]), "C3": (LEEDS, "referrals", "month", ENDS[1]), "D3": (LEEDS, "referrals", "ytd", ENDS[1])}  # fmt: skip
    return [
        shape("a legend of the column YTD", legend, summed),
        shape("figures that are not cumulative", [["Leeds (not cumulative)"], MONTHS, LEVEL], months(3, "referrals")),
        shape("referrals that rise", [["Leeds"], MONTHS, ["Referrals", 700, 800, 950, 1100]], months(3, "referrals")),
        shape("a rate on days under a cumulative title", [["Leeds: cumulative"], MONTHS, STOCK], months(3, "cla_rate")),
    ]


def case_months_a_year_apart() -> list[Case]:
    """Write March of several years over what is counted through a year: of the month or of the year."""
    heads: list[object] = ["Measure", "Mar 22", "Mar 23", "Mar 24"]
    rows: list[list[object]] = [["Leeds"], heads, ["Referrals", 9000, 9100, 9200]]
    years = {f"{cell}3": (LEEDS, "referrals", "year", f"{end}-03-31") for cell, end in zip("BCD", (2022, 2023, 2024), strict=True)}  # fmt: skip
    alone = {cell: (dfe, indicator, "month", end) for cell, (dfe, indicator, _, end) in years.items()}
    stock = {cell.replace("3", "4"): (LEEDS, "cla_rate", "month", end) for cell, (_, _, _, end) in years.items()}
    april = {cell: (LEEDS, "referrals", "month", f"{end[:4]}-04-30") for cell, (_, _, _, end) in years.items()}
    down = [["Council", "Month", "Referrals"], ["Leeds", "Mar-23", 9000], ["Leeds", "Mar-24", 9100]]
    return [
        shape("March of three years", rows, {}, outcomes=("ask",), questions=["spaced:S"]),
        shape("March of two years, down", down, {}, outcomes=("ask",), questions=["spaced:S"]),
        shape("March of three years, which are years", rows, years, outcomes=SOME, answers={"spaced:S": "year"}),
        shape("March of three years, which are months", rows, alone, outcomes=SOME, answers={"spaced:S": "month"}),
        shape("March of three years beside a rate", [*rows, ["CLA per 10,000", 80, 81, 82]], stock, outcomes=SOME, questions=["spaced:S"]),
        shape("April of three years", [["Leeds"], ["Measure", "Apr 22", "Apr 23", "Apr 24"], rows[2]], april),
    ]  # fmt: skip


def case_dates_of_meetings() -> list[Case]:
    rows: list[list[object]] = [["Council", "Referrals"], ["Leeds", 900]]
    made = [
        shape(f"the date of a paper: {said}", [[said], *rows], {}, outcomes=("ask",), questions=["period:S"])
        for said in ("November 2024 committee", "Scrutiny Committee 12 November 2024", "Report date: 12 November 2024", "Cabinet, 5 March 2024")
    ]  # fmt: skip
    held = shape("the month of a report", [["Monthly report November 2024"], *rows], {"B3": (LEEDS, "referrals", "month", "2024-11-30")})  # fmt: skip
    return [*made, held]


def case_kinds_of_years_in_titles() -> list[Case]:
    """Write years that a title says are not the measure's own: academic, calendar, to the end of another month."""
    made = []
    for said, head, end in (
        ("academic years", "2022/23", "2023-08-31"), ("calendar years", "2023", "2023-12-31"), ("12 months to December", "2023", "2023-12-31"),
        ("year ending December", "2023", "2023-12-31"), ("year to 30 June", "2023", "2023-06-30"), ("years ending 31 March", "2023", "2023-03-31"),
    ):  # fmt: skip
        rows: list[list[object]] = [[f"Leeds: {said}"], ["Measure", head], ["Referrals", 9000]]
        made.append(shape(f"title: {said}", rows, {"B3": (LEEDS, "referrals", "year", end)}, outcomes=SOME))
    rows = [["Leeds: academic years"], ["Measure", "2022", "2023"], ["Referrals", 9000, 9100]]
    made.append(shape("title: academic years, of which only one is written", rows, {}, outcomes=("refuse",)))
    return made


def case_remarks_beside_figures() -> list[Case]:
    """Write a column of remarks that says of each row whether its figures are sums so far or of twelve months."""
    made = []
    for heading, so_far, rolling in (
        ("Data note (monthly)", "Financial year - cumulative", "Rolling 12 months"), ("Frequency", "Monthly, cumulative", "Rolling year"),
        ("Notes", "Cumulative", "Rolling 12 months"), ("Period type", "year to date", "Rolling 12 months"),
    ):  # fmt: skip
        rows: list[list[object]] = [
            ["Leeds"], ["Measure", heading, *MONTHS[1:]], ["Referrals", so_far, 700, 710, 720, 730],
            ["CLA per 10,000", "Month end", 80, 81, 82, 83], ["Re-referrals (%)", rolling, 20, 21, 22, 23],
        ]  # fmt: skip
        right = {cell: (LEEDS, "rereferral_rate", "rolling", end) for cell, end in zip(("C5", "D5", "E5", "F5"), ENDS, strict=True)}  # fmt: skip
        moved = {f"{chr(ord(cell[0]) + 1)}{cell[1]}": key for cell, key in (months(3, "referrals", "ytd") | months(4, "cla_rate")).items()}  # fmt: skip
        made.append(shape(f"remarks under {heading}: {so_far}", rows, moved | right, outcomes=SOME))
    comment = "Cumulative growth is lower than it was in the same months of last year"
    near = [["Leeds"], ["Measure", "Commentary", *MONTHS[1:]], ["Referrals", comment, 700, 710, 720, 690]]
    moved = {f"{chr(ord(cell[0]) + 1)}{cell[1]}": key for cell, key in months(3, "referrals").items()}
    return [*made, shape("a commentary that speaks of sums", near, moved)]


def case_years_that_are_not_over() -> list[Case]:
    """Write estimates, forecasts and the running year beside a year that is over."""
    over = {"B3": (LEEDS, "referrals", "year", "2023-03-31")}
    return [
        shape(f"{said} beside a year that is over", [["Leeds"], ["Measure", "2022/23", said], ["Referrals", 9000, 9100]], over, outcomes=SOME)
        for said in ("2025 est", "2024/25 (estimated)", "2048/49", "2024/25 (f)", "2024/25 forecast", "2024/25 F")
    ]  # fmt: skip
