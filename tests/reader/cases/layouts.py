"""Where tables, headers, authorities and measures stand."""

from tests.reader.kit import Case, Page, areas, column, html, ods, published, text, xls, xlsx, year_end

WORKFORCE = ["vacancy_rate", "agency_rate", "turnover_rate"]
TITLES = {
    "vacancy_rate": "Vacancy rate (%)",
    "agency_rate": "Agency rate (%)",
    "turnover_rate": "Turnover rate (%)",
    "caseload": "Average caseload",
}
LONDON = {"316": "LB Newham", "310": "London Borough of Harrow", "304": "Brent", "306": "Croydon Council"}


def long_page(case: Case, sheet: str | None, codes: dict[str, str], top: int = 1) -> Page:
    """Lay out authority, year, measure, value."""
    page = Page(sheet or "x")
    page.row(f"A{top}", ["Local authority", "Year", "Indicator", "Value"])
    row = top
    for code, name in codes.items():
        for year in (2022, 2023):
            for indicator in ("vacancy_rate", "caseload"):
                row += 1
                value = published(indicator, code, year)
                page.row(f"A{row}", [name, year, TITLES[indicator], value])
                case.expect(f"D{row}", code, indicator, year_end(indicator, year), value, sheet=sheet)
    return page


def case_long_in_every_format() -> list[Case]:
    made = []
    for name, write, sheet in (
        ("long.xlsx", xlsx, "Data"),
        ("long.xls", xls, "Data"),
        ("long.ods", ods, "Data"),
        ("long.csv", text, None),
        ("report.xls", html, None),
    ):
        case = Case(f"long as {name}", name)
        case.data = write(long_page(case, sheet, LONDON))
        made.append(case)
    for separator in ";\t|":
        for encoding in ("utf-8-sig", "cp1252", "utf-16"):
            case = Case(f"long with {separator!r} in {encoding}", "long.csv")
            case.data = text(long_page(case, None, LONDON), separator, encoding)
            made.append(case)
    return made


def case_titles_above_and_notes_below() -> Case:
    case = Case("titles and notes", "long.xlsx")
    page = long_page(case, "Data", LONDON, top=7)
    page.cells |= {
        "A1": "Children's social care",
        "A2": "Workforce of some London boroughs",
        "A4": "Source: Department for Education",
    }
    page.cells |= {
        "A5": "This worksheet contains one table.",
        "A40": "Notes",
        "A41": "Figures are full-time equivalents.",
    }
    case.data = xlsx(page)
    return case


def case_measures_across() -> Case:
    case = Case("measures across, codes and names, blank first column", "wide.xlsx")
    page = Page("Workforce", {"B2": "LA code", "C2": "Authority", "D2": "Year ending 30 September"})
    page.row("E2", [TITLES[indicator] for indicator in WORKFORCE])
    for row, code in enumerate(LONDON, start=3):
        page.row(f"B{row}", [int(code), areas()[code][1], 2023])
        for index, indicator in enumerate(WORKFORCE):
            value = published(indicator, code, 2023)
            page.row(f"{column(5 + index)}{row}", [value])
            case.expect(f"{column(5 + index)}{row}", code, indicator, "2023-09-30", value, sheet="Workforce")
    case.data = xlsx(page)
    return case


def case_year_over_measure() -> Case:
    case = Case("year merged over measures", "two rows.xlsx")
    page = Page("T", {"A1": "Authority", "B1": 2022, "D1": 2023}, merged=["A1:A2", "B1:C1", "D1:E1"])
    page.row("B2", ["Vacancy rate %", "Agency rate %"] * 2)
    for row, code in enumerate(LONDON, start=3):
        page.row(f"A{row}", [LONDON[code]])
        for index, (year, indicator) in enumerate(
            (y, i) for y in (2022, 2023) for i in ("vacancy_rate", "agency_rate")
        ):
            value = published(indicator, code, year)
            page.row(f"{column(2 + index)}{row}", [value])
            case.expect(f"{column(2 + index)}{row}", code, indicator, f"{year}-09-30", value, sheet="T")
    case.data = xlsx(page)
    return case


def case_group_row_in_csv() -> Case:
    case = Case("measure over years without merging", "groups.csv")
    page = Page("x")
    page.row("A1", ["", "Vacancy rate (%)", "", "Turnover rate (%)", ""])
    page.row("A2", ["Council", 2022, 2023, 2022, 2023])
    for row, code in enumerate(LONDON, start=3):
        page.row(f"A{row}", [LONDON[code]])
        for index, (indicator, year) in enumerate(
            (i, y) for i in ("vacancy_rate", "turnover_rate") for y in (2022, 2023)
        ):
            value = published(indicator, code, year)
            page.row(f"{column(2 + index)}{row}", [value])
            case.expect(f"{column(2 + index)}{row}", code, indicator, f"{year}-09-30", value)
    case.data = text(page)
    return case


def case_authorities_across() -> Case:
    case = Case("authorities across, England beside", "regional.xlsx")
    page = Page("Set", {"A1": "Regional data set, year ending 31 March 2023"})
    page.row("A3", ["Measure", *LONDON.values(), "England"])
    for row, (indicator, title) in enumerate(
        {"referrals": "Number of referrals", "rereferral_rate": "Re-referrals within 12 months (%)"}.items(), start=4
    ):
        page.row(f"A{row}", [title])
        for index, code in enumerate(LONDON):
            value = published(indicator, code, 2023)
            page.row(f"{column(2 + index)}{row}", [value])
            case.expect(f"{column(2 + index)}{row}", code, indicator, "2023-03-31", value, sheet="Set")
        page.row(f"{column(2 + len(LONDON))}{row}", [22.4])
    case.data = xlsx(page)
    return case


def case_transposed() -> Case:
    case = Case("authorities and years in the head, measures down", "transposed.xlsx")
    page = Page("T")
    pairs = [(code, year) for code in ("316", "310") for year in (2022, 2023)]
    page.row("A1", ["Authority", *(areas()[code][1] for code, _ in pairs)])
    page.row("A2", ["Year", *(year for _, year in pairs)])
    for row, indicator in enumerate(WORKFORCE, start=3):
        page.row(f"A{row}", [TITLES[indicator]])
        for index, (code, year) in enumerate(pairs, start=2):
            value = published(indicator, code, year)
            page.row(f"{column(index)}{row}", [value])
            case.expect(f"{column(index)}{row}", code, indicator, f"{year}-09-30", value, sheet="T")
    case.data = xlsx(page)
    return case


def single(case: Case, page: Page, code: str, top: int) -> None:
    """Write measures down and years across, for one authority that stands elsewhere."""
    page.row(f"A{top}", ["Indicator", 2021, 2022, 2023])
    for row, indicator in enumerate(WORKFORCE, start=top + 1):
        page.row(f"A{row}", [TITLES[indicator], *(published(indicator, code, year) for year in (2021, 2022, 2023))])
        for index, year in enumerate((2021, 2022, 2023), start=2):
            case.expect(
                f"{column(index)}{row}",
                code,
                indicator,
                f"{year}-09-30",
                published(indicator, code, year),
                sheet=page.name,
            )


def case_authority_on_the_tab() -> Case:
    case = Case("one authority per tab", "boroughs.xlsx")
    pages = []
    for code in ("316", "310"):
        pages.append(Page(areas()[code][1]))
        single(case, pages[-1], code, 1)
    case.data = xlsx(Page("Cover", {"A1": "Workforce by borough", "A2": "Contents"}), *pages)
    return case


def case_authority_in_the_file_name() -> Case:
    case = Case("authority in the name of the file", "Leeds_workforce_2023.xlsx")
    page = Page("Sheet1")
    single(case, page, "383", 1)
    case.data = xlsx(page)
    return case


def case_authority_on_the_cover() -> Case:
    case = Case("authority on the cover", "figures.xlsx")
    page = Page("Data")
    single(case, page, "383", 3)
    case.data = xlsx(
        Page("Cover", {"A1": "Council", "B1": "Leeds City Council", "A2": "Contact: 0113 496 0000, LS1 1UR"}), page
    )
    return case


def case_no_authority() -> list[Case]:
    asked = Case(
        "no authority", "figures.xlsx", outcomes=("ask",), issues=[("NO_AUTHORITY", None)], questions=["authority:Data"]
    )
    page = Page("Data")
    single(Case("", ""), page, "383", 1)
    asked.data = xlsx(page)
    told = Case("no authority, answered", "figures.xlsx", answers={"authority:Data": "383"})
    single(told, Page("Data"), "383", 1)
    told.data = asked.data
    return [asked, told]


def case_authority_merged_down() -> Case:
    case = Case("authority merged down its rows", "merged.xlsx")
    page = Page("T")
    page.row("A1", ["Council", "Measure", 2022, 2023])
    row = 2
    for code in ("316", "310"):
        page.row(f"A{row}", [LONDON[code]])
        page.merged.append(f"A{row}:A{row + 2}")
        for indicator in WORKFORCE:
            page.row(f"B{row}", [TITLES[indicator], *(published(indicator, code, year) for year in (2022, 2023))])
            for index, year in enumerate((2022, 2023), start=3):
                case.expect(
                    f"{column(index)}{row}",
                    code,
                    indicator,
                    f"{year}-09-30",
                    published(indicator, code, year),
                    sheet="T",
                )
            row += 1
    case.data = xlsx(page)
    return case


def case_side_by_side() -> Case:
    case = Case("two tables side by side", "beside.xlsx")
    page = Page("T", {"A1": "Position at 30 September 2023"})
    for left, indicator, codes in ((1, "vacancy_rate", ("316", "310")), (4, "caseload", ("304", "306", "316"))):
        page.row(f"{column(left)}3", ["Borough", TITLES[indicator]])
        for row, code in enumerate(codes, start=4):
            page.row(f"{column(left)}{row}", [areas()[code][1], published(indicator, code, 2023)])
            case.expect(
                f"{column(left + 1)}{row}", code, indicator, "2023-09-30", published(indicator, code, 2023), sheet="T"
            )
    case.data = xlsx(page)
    return case


def case_stacked() -> Case:
    case = Case("two tables below each other, each with its title", "stacked.xlsx")
    page = Page("T")
    top = 1
    for indicator, title in (("vacancy_rate", "Vacancy rate (%)"), ("caseload", "Average caseload")):
        page.row(f"A{top}", [title])
        page.row(f"A{top + 1}", ["Authority", 2022, 2023])
        for row, code in enumerate(LONDON, start=top + 2):
            page.row(f"A{row}", [LONDON[code], *(published(indicator, code, year) for year in (2022, 2023))])
            for index, year in enumerate((2022, 2023), start=2):
                case.expect(
                    f"{column(index)}{row}",
                    code,
                    indicator,
                    f"{year}-09-30",
                    published(indicator, code, year),
                    sheet="T",
                )
        top += 9
    case.data = xlsx(page)
    return case


def case_header_repeated() -> Case:
    case = Case("header repeated and page lines, as reports print them", "report.xlsx")
    page = Page("Report", {"A1": "Workforce report"})
    row = 3
    for number, code in enumerate(LONDON):
        if number % 2 == 0:
            page.row(f"A{row}", ["Borough", None, "Year", "Vacancy rate (%)"])
            row += 1
        page.row(f"A{row}", [LONDON[code], None, 2023, published("vacancy_rate", code, 2023)])
        case.expect(
            f"D{row}", code, "vacancy_rate", "2023-09-30", published("vacancy_rate", code, 2023), sheet="Report"
        )
        row += 1
        if number % 2 == 1:
            page.row(f"A{row}", [f"Page {number // 2 + 1} of 2"])
            row += 2
    case.data = xlsx(page)
    return case


def case_summaries_left_out() -> Case:
    case = Case("regions, averages, targets and ranks left out", "summary.xlsx")
    page = Page("T")
    page.row(
        "A1",
        [
            "Local authority",
            "Vacancy rate (%)",
            "Target",
            "RAG",
            "Rank",
            "Statistical neighbour average",
            "England",
            "Direction of travel",
            "Commentary",
        ],
    )
    page.row("A2", ["Outer London"])
    for row, code in enumerate(LONDON, start=3):
        page.row(
            f"A{row}",
            [
                f"  {LONDON[code]}",
                published("vacancy_rate", code, 2023),
                10,
                "G",
                row,
                17.2,
                18.9,
                "↑",
                "Improving since 2022",
            ],
        )
        case.expect(f"B{row}", code, "vacancy_rate", "2023-09-30", published("vacancy_rate", code, 2023), sheet="T")
    for row, name in enumerate(
        ["Outer London", "London", "England", "Statistical neighbours", "Average", "Minimum", "Target", "Total"],
        start=8,
    ):
        page.row(f"A{row}", [name, 18.5])
    page.cells["A20"] = "Position at 30 September 2023"
    page.cells["A1"], page.cells["B1"] = "Local authority", "Vacancy rate (%) 2023"
    case.data = xlsx(page)
    return case


def case_ees_workforce() -> Case:
    case = Case("the Department's own layout with decoy columns", "csww.csv")
    page = Page("x")
    heads = "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,la_name,new_la_code"
    measures = "turnover_rate_fte,turnover_rate_headcount,absence_rate_fte,vacancy_fte,vacancy_rate_fte,vacancy_agency_cover_rate,agency_fte,agency_rate_fte,agency_rate_headcount,agency_cover_rate_fte,caseload_fte"
    page.row("A1", [*heads.split(","), *measures.split(",")])
    ours = {"turnover_rate": 0, "absence_rate": 2, "vacancy_rate": 4, "agency_rate": 7, "caseload": 10}
    page.row("A2", [2023, "Reporting year", "National", "E92000001", "England", "", "", "", "", "", *(["15"] * 11)])
    page.row(
        "A3",
        [2023, "Reporting year", "Regional", "E92000001", "England", "E12000007", "London", "", "", "", *(["15"] * 11)],
    )
    for row, code in enumerate(LONDON, start=4):
        values = ["33.3"] * 11
        for indicator, index in ours.items():
            values[index] = str(published(indicator, code, 2023))
            case.expect(f"{column(11 + index)}{row}", code, indicator, "2023-09-30", published(indicator, code, 2023))
        page.row(
            f"A{row}",
            [
                2023,
                "Reporting year",
                "Local authority",
                "E92000001",
                "England",
                "E12000007",
                "London",
                code,
                areas()[code][1],
                areas()[code][0],
                *values,
            ],
        )
    case.data = text(page, encoding="utf-8-sig")
    return case


def case_filter_column() -> Case:
    case = Case("breakdown rows beside their total", "breakdown.csv")
    page = Page("x")
    page.row("A1", ["Authority", "Year", "Gender", "Referrals"])
    row = 1
    for code in LONDON:
        for gender, part in (("Total", 1.0), ("Male", 0.5), ("Female", 0.5)):
            row += 1
            total = published("referrals", code, 2023)
            page.row(f"A{row}", [areas()[code][1], 2023, gender, total if part == 1.0 else int(total / 2)])
        case.expect(f"D{row - 2}", code, "referrals", "2023-03-31", published("referrals", code, 2023))
    case.data = text(page)
    return case


def case_lookup_sheet() -> Case:
    case = Case("a list of all authorities is no data", "lookup.xlsx")
    page = Page("Data")
    single(case, page, "383", 3)
    page.cells["A1"] = "Leeds City Council"
    listed = Page("Lookup", {"A1": "Code", "B1": "Authority"})
    for row, (code, (_, name)) in enumerate(areas().items(), start=2):
        listed.row(f"A{row}", [int(code), name])
    case.data = xlsx(page, listed)
    return case
