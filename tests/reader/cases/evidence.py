"""Figures whose headings, titles, filters or periods say that they are of something else, and their near misses."""

from tests.reader.cases.shapes import shape, years
from tests.reader.kit import Case, text

SOME = ("import", "import_with_issues")
HELD = ("import", "import_with_issues", "ask", "refuse")
LEEDS, KENT = "383", "886"


def of_year(cell: str, measure: str, end: str, dfe: str = LEEDS) -> dict[str, tuple[str, str, str, str]]:
    return {cell: (dfe, measure, "year", end)}


def case_unknown_headings_beside_known() -> list[Case]:
    made = []
    for said in ("Complaints 2024", "Budget 2024/25", "EHCPs 2025", "Audits completed 2024", "Supervision 2022/23"):
        made.append(
            shape(f"{said} beside a vacancy rate", [["Council", "Vacancy rate 2023", said], ["Leeds", 10.1, 33]],
                  of_year("B2", "vacancy_rate", "2023-09-30"), outcomes=SOME)
        )  # fmt: skip
    for said in ("Assessments completed", "Visits", "Exit interviews", "Strategy meetings"):
        made.append(
            shape(f"{said} over years beside referrals", [[None, "Referrals", None, said, None], ["Council", 2022, 2023, 2022, 2023],
                  ["Leeds", 9000, 9100, 700, 800]], years(3, LEEDS, "referrals", "03-31"), outcomes=SOME, merged=["B1:C1", "D1:E1"])
        )  # fmt: skip
    goes_on = shape(
        "a year after an unknown heading does not go on with the measure before it",
        [["Council", "Caseload 2022", "2023", "Visits 2022", "2024"], ["Leeds", 15, 16, 40, 41]],
        years(2, LEEDS, "caseload"), outcomes=SOME,
    )  # fmt: skip
    known = shape(
        "a year between two measures is of neither",
        [["Council", "Caseload 2022", "2023", "Turnover (%) 2022", "Agency rate 2023"], ["Leeds", 15, 16, 10, 11]],
        of_year("B2", "caseload", "2022-09-30") | of_year("D2", "turnover_rate", "2022-09-30") | of_year("E2", "agency_rate", "2023-09-30"), outcomes=SOME,
    )  # fmt: skip
    return [*made, goes_on, known]


def case_other_services_in_titles() -> list[Case]:
    rows: list[list[object]] = [[], ["Council", "Absence (%) 2023"], ["Leeds", 5.1]]
    made = [
        shape(f"under the title {said}", [[said], *rows], {}, outcomes=HELD)
        for said in (
            "Absence from school of children looked after",
            "Adult social care workforce",
            "CAMHS staffing",
            "Youth justice service",
            "SEND service: staff absence",
            "Early help workforce",
        )
    ]
    near = [
        shape(f"under the title {said}", [[said], *rows], of_year("B4", "absence_rate", "2023-09-30"))
        for said in (
            "Children's social care and early help scorecard",
            "Adults and children's services: workforce",
            "Source: Department for Education",
            "Children, Schools and Families performance pack",
            "Social workers' absence",
        )
    ]
    tab = shape("a tab of another service", [["Council", "Vacancy rate 2023"], ["Leeds", 5.1]], {}, outcomes=HELD, file="adult social care.xlsx")  # fmt: skip
    return [*made, *near, tab]


def case_parts_of_the_children() -> list[Case]:
    made = []
    for heading, part in (
        ("Gender", "Boys"), ("Ethnic group", "White"), ("Age group", "10 to 15"), ("Team", "North"),
        ("Category of need", "Neglect"), ("Service", "Adults"),
    ):  # fmt: skip
        made.append(
            shape(f"rows of {part} under {heading}", [["Council", heading, "Year", "Referrals"], ["Leeds", part, 2023, 900]], {}, outcomes=HELD, write=text, file="x.csv")
        )  # fmt: skip
        made.append(
            shape(f"rows of all under {heading}", [["Council", heading, "Year", "Referrals"], ["Leeds", "Total", 2023, 9000]],
                  of_year("D2", "referrals", "2023-03-31"), write=text, file="x.csv")
        )  # fmt: skip
    for said in ("Female referrals", "Referrals (boys)", "Referrals: UASC", "Referrals from schools"):
        made.append(
            shape(f"{said} beside all", [["Council", "Year", "Total referrals", said], ["Leeds", 2023, 9000, 4000]],
                  of_year("C2", "referrals", "2023-03-31"), outcomes=SOME)
        )  # fmt: skip
    sections = shape(
        "sub-headings of parts",
        [["Council", "Referrals 2022", "Referrals 2023"], ["Boys"], ["Leeds", 4000, 4100], ["Girls"], ["Leeds", 5000, 5100]],
        {}, outcomes=HELD,
    )  # fmt: skip
    return [*made, sections]


def case_teams_of_an_authority() -> list[Case]:
    return [
        shape(f"rows of {heading}", [["Kent County Council: referrals by locality, 2022/23"], [], [heading, "Referrals"],
              ["North", 100], ["Dover", 200], ["Kent total", 300]], of_year("B6", "referrals", "2023-03-31", KENT))
        for heading in ("Area team", "Locality", "Team", "Ward")
    ]  # fmt: skip


def case_parts_of_years() -> list[Case]:
    made = []
    for said in (
        "2024/25 to date", "6 months to Sept 2024", "9 months to Dec 2024", "Autumn term 2024", "Week 12 2024", "2021 to 2024",
        "H1 2024/25", "w/e 12/04/2024", "2019/20 to 2022/23",
    ):  # fmt: skip
        made.append(
            shape(f"{said} beside a year", [["Leeds"], ["Measure", "2022/23", said], ["Referrals", 9000, 4000]],
                  of_year("B3", "referrals", "2023-03-31"), outcomes=SOME)
        )  # fmt: skip
        made.append(
            shape(f"referrals {said}", [["Council", "Referrals 2022/23", f"Referrals {said}"], ["Leeds", 9000, 4000]],
                  of_year("B2", "referrals", "2023-03-31"), outcomes=SOME)
        )  # fmt: skip
    for said, kind, end in (
        ("3 months to Dec 2023", "quarter", "2023-12-31"), ("Q2 2023/24 (cumulative)", "ytd", "2023-09-30"),
        ("2023/24 to Dec", "ytd", "2023-12-31"), ("12 months to Dec 2023", "rolling", "2023-12-31"),
        ("year beginning 2022", "year", "2023-03-31"), ("year starting April 2022", "year", "2023-03-31"),
        ("Mar 31 2023", "year", "2023-03-31"), ("March 31, 2023", "year", "2023-03-31"), ("3/31/2023", "year", "2023-03-31"),
    ):  # fmt: skip
        made.append(
            shape(f"figures of {said}", [["Leeds"], ["Measure", said], ["Referrals", 4000]], {"B3": (LEEDS, "referrals", kind, end)}, outcomes=SOME)
        )  # fmt: skip
    return made


def case_years_by_their_beginning_in_a_column() -> list[Case]:
    return [
        shape(f"a column headed {heading}", [["Council", heading, "Referrals"], ["Leeds", 2022, 9000]], of_year("C2", "referrals", "2023-03-31"))
        for heading in ("Year beginning", "Year starting", "Year commencing", "Financial year beginning")
    ]  # fmt: skip


def case_provisional_and_revised() -> list[Case]:
    return [
        shape(f"figures that are {said}", [["Council", f"Referrals 2022/23 ({said})"], ["Leeds", 9000]], of_year("B2", "referrals", "2023-03-31"))
        for said in ("provisional", "revised")
    ]  # fmt: skip


def case_averages_of_counts() -> list[Case]:
    made = [
        shape(f"{said} beside the year", [["Council", f"{said} 2022/23", "Referrals 2022/23"], ["Leeds", 750, 9000]],
              of_year("C2", "referrals", "2023-03-31"), outcomes=SOME)
        for said in ("Referrals per month", "Referrals per week", "Monthly average referrals", "Average referrals", "Average of Referrals")
    ]  # fmt: skip
    months = shape(
        "per month under the month", [["Leeds"], ["Measure", "Apr-23"], ["Referrals per month", 750]],
        {"B3": (LEEDS, "referrals", "month", "2023-04-30")},
    )  # fmt: skip
    caseload = shape("an average caseload", [["Council", "Average caseload 2023"], ["Leeds", 16]], of_year("B2", "caseload", "2023-09-30"))  # fmt: skip
    return [*made, months, caseload]


def case_month_before_day() -> list[Case]:
    months = ["4/1/2024", "5/1/2024", "6/1/2024", "12/1/2024"]
    rows: list[list[object]] = [["Council", "Date", "Referrals"], *(["Leeds", day, 700] for day in months)]
    asked = shape("dates that may be of either order", rows, {}, outcomes=("ask",), questions=["order:None"], write=text, file="x.csv")  # fmt: skip
    told = shape(
        "dates of either order, answered", rows,
        {f"C{row}": (LEEDS, "referrals", "month", end) for row, end in enumerate(("2024-04-30", "2024-05-31", "2024-06-30", "2024-12-31"), 2)},
        answers={"order:None": "month"}, write=text, file="x.csv",
    )  # fmt: skip
    ends = shape(
        "last days that can only be of America", [["Council", "Month", "Referrals"], ["Leeds", "4/30/2024", 700], ["Leeds", "5/31/2024", 710]],
        {"C2": (LEEDS, "referrals", "month", "2024-04-30"), "C3": (LEEDS, "referrals", "month", "2024-05-31")}, write=text, file="x.csv",
    )  # fmt: skip
    return [asked, told, ends]


def case_longer_rows() -> list[Case]:
    made = []
    for name, line in (
        ("a comma in a name", "Herefordshire, County of,21.7,16.6"),
        ("a comma in a number", "Kent,9,412"),
        ("a comma in both", "Bristol, City of,1,204,3"),
        ("a comma at the end", "Durham, County,10.1,11.1"),
    ):
        case = Case(
            f"{name} without quotes", "x.csv", outcomes=("import_with_issues",), issues=[("ROW_TOO_LONG", None)]
        )
        case.data = f"Council,Caseload 2023\nLeeds,15.5\n{line}\nYork,16.5\n".encode()
        case.expect("B2", LEEDS, "caseload", "2023-09-30", 15.5)
        case.expect("B4", "816", "caseload", "2023-09-30", 16.5)
        made.append(case)
    note = Case(
        "a note behind a row is no longer row", "x.csv", b"Council,Caseload 2023\nLeeds,15.5,see note\nYork,16.5\n"
    )
    note.expect("B2", LEEDS, "caseload", "2023-09-30", 15.5)
    note.expect("B3", "816", "caseload", "2023-09-30", 16.5)
    return [*made, note]


def case_bounds() -> list[Case]:
    return [
        shape(f"{value} of {heading}", [["Council", f"{heading} 2023"], ["Leeds", value], ["Kent", usual]],
              of_year("B3", measure, f"2023-{end}", KENT), outcomes=("import_with_issues",), issues=[("OUT_OF_RANGE", "B2")])
        for heading, value, usual, measure, end in (
            ("CLA per 10,000", 9400, 80, "cla_rate", "03-31"), ("CPP per 10,000", 6400, 40, "cpp_rate", "03-31"),
            ("Referrals", 900_000, 9000, "referrals", "03-31"), ("Caseload", 250, 16, "caseload", "09-30"),
        )
    ]  # fmt: skip


def case_measure_in_the_corner() -> list[Case]:
    years_across = shape("the measure in the corner over authorities", [["Caseload", "2022", "2023"], ["Leeds", 15, 16], ["Kent", 17, 18]],
                         years(2, LEEDS, "caseload") | years(3, KENT, "caseload"))  # fmt: skip
    saved = shape(
        "headings as a program saved them", [["Council", "Caseload", "Unnamed: 2", "Turnover rate", "Unnamed: 4"], [None, "2022", "2023", "2022", "2023"], ["Leeds", 15, 16, 10, 11]],
        years(3, LEEDS, "caseload") | years(3, LEEDS, "turnover_rate", left=4), write=text, file="x.csv",
    )  # fmt: skip
    again = shape(
        "a heading numbered as a second one", [["Council", "Caseload", "Caseload.1"], ["Year", "2022", "2023"], ["Leeds", 15, 16]],
        years(3, LEEDS, "caseload"), write=text, file="x.csv",
    )  # fmt: skip
    return [years_across, saved, again]


def case_filters_of_the_department() -> list[Case]:
    made = []
    for said, measure in (
        ("Children looked after at 31 March each year", "cla_rate"),
        ("Children starting to be looked after each year", ""),
        ("Children ceasing to be looked after each year", ""),
    ):
        rows = [["time_period", "time_identifier", "geographic_level", "la_name", "new_la_code", "population_count", "rate_per_10000"],
                [2023, "Reporting year", "Local authority", "Leeds", "E08000035", said, 84]]  # fmt: skip
        wanted = of_year("G2", measure, "2023-03-31") if measure else {}
        made.append(shape(f"open data: {said}", rows, wanted, outcomes=HELD, write=text, file="cla.csv"))
    profile = shape(
        "an export of the health profiles",
        [["Indicator ID", "Indicator Name", "Parent Code", "Parent Name", "Area Code", "Area Name", "Area Type", "Sex", "Age", "Time period", "Value", "Lower CI 95.0 limit", "Count", "Denominator"],
         [90803, "Children in care: rate per 10000 children", "E12000003", "A region", "E08000035", "Leeds", "Counties & UAs", "Persons", "<18 yrs", 2023, 84.1, 80.1, 1400, 166000]],
        of_year("K2", "cla_rate", "2023-03-31"), outcomes=SOME, write=text, file="x.csv",
    )  # fmt: skip
    units = shape(
        "how each is counted, in a column beside the measure",
        [["area_name", "period", "indicator", "measure", "unit", "value"], ["Leeds", "2022/23", "Children looked after", "Rate per 10000", "Persons", 84],
         ["Leeds", "2022/23", "Re-referrals", "Percentage", "Persons", 21]],
        of_year("F2", "cla_rate", "2023-03-31") | of_year("F3", "rereferral_rate", "2023-03-31"), outcomes=SOME, write=text, file="x.csv",
    )  # fmt: skip
    return [*made, profile, units]


def case_fractions_in_a_council_s_long_table() -> Case:
    return shape(
        "a council's long table of fractions is asked about",
        [["area_code", "area_name", "period", "indicator", "value"], ["E08000035", "Leeds", "2022/23", "Re-referral rate", 0.213]],
        {}, outcomes=("ask",), questions=["scale:None:rereferral_rate"], write=text, file="x.csv",
    )  # fmt: skip


def case_former_authorities() -> list[Case]:
    rows: list[list[object]] = [["code", "Council", "Year", "Referrals"]]
    told = shape(
        "the code and name of an authority that ended",
        [*rows, ["E10000009", "Dorset", 2018, 4700], ["835", "Dorset", 2017, 4600], ["928", "Pre-LGR 2021 Northamptonshire", 2020, 9000]],
        of_year("D2", "referrals", "2018-03-31", "835") | of_year("D3", "referrals", "2017-03-31", "835") | of_year("D4", "referrals", "2020-03-31", "928"),
        write=text, file="x.csv",
    )  # fmt: skip
    ended = shape(
        "signs after the end of an authority are no errors", [*rows, ["909", "Cumbria", 2024, "z"], ["383", "Leeds", 2024, 9000]],
        of_year("D3", "referrals", "2024-03-31"), write=text, file="x.csv",
    )  # fmt: skip
    return [told, ended]


def case_joint_returns() -> list[Case]:
    rows: list[list[object]] = [
        ["time_period", "time_identifier", "geographic_level", "old_la_code", "new_la_code", "la_name", "agency_worker_rate_fte_%"],
        [2022, "Reporting year", "Local authority", 314, "E09000021", "Kingston upon Thames", 27.3],
        [2022, "Reporting year", "Local authority", 318, "E09000027", "Richmond upon Thames", "z"],
        [2022, "Reporting year", "Local authority", 383, "E08000035", "Leeds", "z"],
        [2019, "Reporting year", "Local authority", 314, "E09000021", "Kingston upon Thames", 25.1],
    ]  # fmt: skip
    joint = shape(
        "one return of two authorities under the first of them", rows, of_year("G2", "agency_rate", "2022-09-30", "314 / 318") | of_year("G5", "agency_rate", "2019-09-30", "314 / 318"),
        outcomes=SOME, write=text, file="x.csv",
    )  # fmt: skip
    joint.expect("G4", LEEDS, "agency_rate", "2022-09-30", "z")
    own = shape(
        "two authorities that make one return elsewhere, each with its own", [["Council", "Agency rate (%) 2022"], ["Kingston upon Thames", 27.3], ["Richmond upon Thames", 20.1]],
        of_year("B2", "agency_rate", "2022-09-30", "314") | of_year("B3", "agency_rate", "2022-09-30", "318"),
    )  # fmt: skip
    alone = shape("one of the two alone", [["Council", "Agency rate (%) 2022"], ["Kingston upon Thames", 27.3]], of_year("B2", "agency_rate", "2022-09-30", "314"))  # fmt: skip
    hidden = shape("a figure that is held back beside the other's own", [["Council", "Agency rate (%) 2022"], ["Kingston upon Thames", 27.3], ["Richmond upon Thames", "c"]],
                   of_year("B2", "agency_rate", "2022-09-30", "314"))  # fmt: skip
    hidden.expect("B3", "318", "agency_rate", "2022-09-30", "c", sheet="S")
    return [joint, own, alone, hidden]


def case_ages_of_rates() -> list[Case]:
    made = []
    for said in ("aged 17", "aged 18", "aged 0", "under 17", "aged 16 and 17", "under 1", "18 and over"):
        rows: list[list[object]] = [
            ["Council", f"CLA per 10,000 {said} 2023", "CLA per 10,000 2023"],
            ["Leeds", 60, 84],
        ]
        made.append(shape(f"a rate per 10,000 {said}", rows, of_year("C2", "cla_rate", "2023-03-31"), outcomes=SOME))
    for said in (
        "aged 0-17",
        "aged 0 to 17",
        "children under 18",
        "children aged 0-17 years",
        "population aged under 18",
    ):
        made.append(
            shape(
                f"a rate per 10,000 {said}",
                [["Council", f"CLA per 10,000 {said} 2023"], ["Leeds", 84]],
                of_year("B2", "cla_rate", "2023-03-31"),
            )
        )
    return made


def case_bare_words_of_rates() -> list[Case]:
    """Write words that may head a rate or a number of posts, people or days: read as a rate only with a sign of it."""
    made = []
    for said, indicator in (
        ("Vacancy", "vacancy_rate"),
        ("Agency", "agency_rate"),
        ("Sickness", "absence_rate"),
        ("Absence", "absence_rate"),
    ):
        held: list[list[object]] = [["Council", "Year", said], ["Leeds", 2023, 12], ["Kent", 2023, 9.5]]
        signed: list[list[object]] = [["Council", "Year", said], ["Leeds", 2023, "12%"]]
        key = f"unit:S:{indicator}"
        made += [
            shape(f"{said} alone", held, {}, outcomes=("ask",), questions=[key]),
            shape(f"{said} with a sign", signed, {}, outcomes=SOME),
            shape(f"{said} with its unit over it", [["Council", "Year", f"{said} (%)"], ["Leeds", 2023, 12]], of_year("C2", indicator, "2023-09-30"), outcomes=SOME),
            shape(f"{said} alone, answered", held, of_year("C2", indicator, "2023-09-30") | of_year("C3", indicator, "2023-09-30", KENT), outcomes=SOME, answers={key: "percent"}),
        ]  # fmt: skip
        made[-3].expect("C2", LEEDS, indicator, "2023-09-30", 12.0, "year", sheet="S")
    return made


def case_final_beside_provisional() -> list[Case]:
    """Write two states of one figure: neither is taken for the other."""
    heads = (["provisional", "final"], ["provisional", "revised"], ["", "final"], ["revised", "final"])
    return [
        shape(f"{one} beside {other}", [["Council", f"Referrals 2023 {one}", f"Referrals 2023 ({other})"], ["Leeds", 9000, 9100]], {}, outcomes=HELD)
        for one, other in heads
    ]  # fmt: skip
