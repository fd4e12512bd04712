"""How figures, gaps, authorities and measures are written."""

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from tests.reader.kit import Case, Page, areas, column, ods, published, text, xls, xlsx


def one_column(case: Case, heading: str, values: list[object], *, formats: dict[int, str] | None = None) -> Page:
    """Lay one measure of 2023 below each other, one authority a row, from B2 down."""
    page = Page("T")
    page.row("A1", ["Local authority", heading])
    for row, (code, value) in enumerate(zip(list(areas())[13:], values, strict=False), start=2):
        page.row(f"A{row}", [areas()[code][1]])
        page.row(f"B{row}", [value], (formats or {}).get(row, ""))
    return page


def code_at(row: int) -> str:
    return list(areas())[13:][row - 2]


def case_percent_by_format_in_every_workbook() -> list[Case]:
    made = []
    for name, write in (("x.xlsx", xlsx), ("x.xls", xls), ("x.ods", ods)):
        case = Case(f"percent formats in {name}", name)
        page = one_column(
            case, "Vacancy rate 2023", [0.174, 0.05, 0.0, 1.0], formats=dict.fromkeys(range(2, 6), "0.0%")
        )
        for row, value in enumerate((17.4, 5.0, 0.0, 100.0), start=2):
            case.expect(f"B{row}", code_at(row), "vacancy_rate", "2023-09-30", value, sheet="T")
        case.data = write(page)
        made.append(case)
    return made


def case_mixed_scales() -> Case:
    case = Case("formats, signs and points in one column", "mixed.xlsx")
    page = one_column(
        case, "Agency rate 2023", [0.174, 17.4, "17.4%", "17.4 %", "17.4\u00a0%", 0.5, 0], formats={2: "0.0%"}
    )
    for row, value in enumerate((17.4, 17.4, 17.4, 17.4, 17.4, 0.5, 0.0), start=2):
        case.expect(f"B{row}", code_at(row), "agency_rate", "2023-09-30", value, sheet="T")
    case.data = xlsx(page)
    return case


def case_small_percentages_are_points() -> Case:
    case = Case("an authority with hardly any agency workers", "Leeds agency.csv")
    page = Page("x")
    page.row("A1", ["Authority", "Measure", 2018, 2019, 2020, 2021, 2022])
    page.row("A2", ["Leeds", "Agency rate (%)", 1.4, 0.5, 0.8, 0, 0])
    for index, value in enumerate((1.4, 0.5, 0.8, 0, 0)):
        case.expect(f"{column(3 + index)}2", "383", "agency_rate", f"{2018 + index}-09-30", value)
    case.data = text(page)
    return case


def case_fractions_without_a_sign_are_asked() -> list[Case]:
    page = Page("x")
    page.row("A1", ["Authority", "Measure", 2021, 2022])
    page.row("A2", ["Leeds", "Vacancy rate", 0.112, 0.134])
    data = text(page)
    asked = Case(
        "fractions without a sign",
        "x.csv",
        data,
        ("ask",),
        issues=[("AMBIGUOUS_SCALE", "C2"), ("AMBIGUOUS_SCALE", "D2")],
    )
    asked.questions = ["scale:None:vacancy_rate"]
    told = Case("fractions, answered", "x.csv", data, answers={"scale:None:vacancy_rate": "fraction"})
    told.expect("C2", "383", "vacancy_rate", "2021-09-30", 11.2)
    told.expect("D2", "383", "vacancy_rate", "2022-09-30", 13.4)
    return [asked, told]


def case_one_fraction_among_points() -> Case:
    case = Case(
        "one fraction among points", "x.xlsx", outcomes=("import_with_issues",), issues=[("AMBIGUOUS_SCALE", "B4")]
    )
    page = one_column(case, "Vacancy rate 2023", [17.4, 12.1, 0.174, 9.9])
    for row, value in ((2, 17.4), (3, 12.1), (5, 9.9)):
        case.expect(f"B{row}", code_at(row), "vacancy_rate", "2023-09-30", value, sheet="T")
    case.data = xlsx(page)
    return case


def case_out_of_range() -> Case:
    case = Case("impossible figures", "x.xlsx", outcomes=("import_with_issues",))
    case.issues = [("OUT_OF_RANGE", "B3"), ("OUT_OF_RANGE", "B4"), ("NOT_A_NUMBER", "B5"), ("NOT_A_NUMBER", "B6")]
    page = one_column(case, "Turnover rate (%) 2023", [17.4, 174, -3, "see below", "12,4 %"])
    case.expect("B2", code_at(2), "turnover_rate", "2023-09-30", 17.4, sheet="T")
    case.data = xlsx(page)
    return case


def case_written_numbers() -> Case:
    case = Case("separators, spaces and footnote marks", "x.xlsx")
    written = [
        "9,914",
        "9\u00a0914",
        "9\u2009914",
        " 1021 ",
        "1021 [1]",
        "1021 [note 3]",
        "1021 (p)",
        "1021r",
        "1021*",
        "1021†",
        "1021¹",
        "'1021",
    ]
    page = one_column(case, "Referrals 2022/23", written)
    for row, value in enumerate((9914, 9914, 9914, *(1021,) * 9), start=2):
        case.expect(f"B{row}", code_at(row), "referrals", "2023-03-31", value, sheet="T")
    case.data = xlsx(page)
    return case


def case_raised_footnote() -> Case:
    case = Case("a raised footnote in rich text", "x.xlsx")

    def change(book: openpyxl.Workbook) -> None:
        raised = InlineFont(vertAlign="superscript")
        book["T"]["B2"] = CellRichText("22.6", TextBlock(raised, "1"))
        book["T"]["A3"] = CellRichText(areas()[code_at(3)][1], TextBlock(raised, "2"))
        book["T"]["B1"] = CellRichText("Caseload 2023", TextBlock(raised, "3"))

    page = one_column(case, "Caseload 2023", ["x", 17.0])
    case.expect("B2", code_at(2), "caseload", "2023-09-30", 22.6, sheet="T")
    case.expect("B3", code_at(3), "caseload", "2023-09-30", 17.0, sheet="T")
    case.data = xlsx(page, change=change)
    return case


def case_markers() -> Case:
    case = Case("signs for gaps", "markers.xlsx")
    signs = {"c": "c", "[c]": "c", "*": "c", "<5": "<5", "low": "low", "u": "u", "[x]": "x", "z": "z", "-": "missing", "–": "missing", ":": "missing",
             "n/a": "missing", "N/A": "missing", "tbc": "missing", "Not given": "missing", "..": "missing"}  # fmt: skip
    page = one_column(case, "Referrals 2022/23", [*signs, 950])
    for row, kept in enumerate([*signs.values(), 950], start=2):
        case.expect(f"B{row}", code_at(row), "referrals", "2023-03-31", kept, sheet="T")
    case.data = xlsx(page)
    return case


def case_legend_redefines() -> Case:
    case = Case("a legend redefines a sign", "legend.xlsx")
    page = one_column(case, "Referrals 2022/23", ["x", "z", "-", 950])
    page.cells["A9"] = "x = suppressed to protect confidentiality; z = not available; - = nil or negligible"
    for row, kept in enumerate(["c", "x", "low", 950], start=2):
        case.expect(f"B{row}", code_at(row), "referrals", "2023-03-31", kept, sheet="T")
    case.data = xlsx(page)
    return case


def case_names_of_authorities() -> Case:
    case = Case("authorities by every name and code", "names.csv")
    written = {
        "LB Newham": "316", "London Borough of Harrow": "310", "Royal Borough of Greenwich": "203", "RBKC": "207", "Stockport MBC": "356",
        "BARKING & DAGENHAM": "301", "Hull, City of": "810", "Kingston upon Hull": "810", "Bristol City Council": "801", "St Helens": "342",
        "Durham": "840", "Bedford Borough": "822", "BCP": "839", "B&NES": "800", "CWaC": "896", "IoW": "921", "Notts": "891",
        "Nottingham": "892", "Telford & Wrekin": "894", "Corporation of London": "201", "Medway Towns": "887", "E08000025": "330", "331": "331",
        "E08000038": "370", "Southend-on-Sea  City Council": "882", "Kent CC": "886", "City of York Council": "816",
        "E09000021 / E09000027": "314 / 318", "North Northamptonshire / West Northamptonshire": "940 / 941", "Cumbria": "909",
        "Derbys": "830", "N. Yorkshire": "815", "E Riding": "811", "Shrops": "893", "B'burn with Darwen": "889",
    }  # fmt: skip
    page = Page("x")
    page.row("A1", ["Authority", "Year", "Referrals"])
    for row, (name, code) in enumerate(written.items(), start=2):
        year = 2020
        if name == "Kingston upon Hull":
            year = 2019
        page.row(f"A{row}", [name, year, 1000 + row])
        case.expect(f"C{row}", code, "referrals", f"{year}-03-31", 1000 + row)
    case.data = text(page, encoding="cp1252")
    return case


def case_old_and_new_dorset() -> Case:
    case = Case("Dorset before and after 2019", "dorset.csv")
    page = Page("x")
    page.row("A1", ["Authority", "Year", "Referrals"])
    for row, (year, code) in enumerate(((2018, "835"), (2019, "835"), (2020, "838"), (2021, "838")), start=2):
        page.row(f"A{row}", ["Dorset", year, 1000 + row])
        case.expect(f"C{row}", code, "referrals", f"{year}-03-31", 1000 + row)
    case.data = text(page)
    return case


def case_doubtful_and_foreign_names() -> Case:
    case = Case("doubtful, unknown and foreign names", "names.csv", outcomes=("import_with_issues",))
    case.issues = [("AMBIGUOUS_AUTHORITY", f"A{row}") for row in (3, 4, 5)]
    case.issues += [
        ("NOT_ENGLAND", "A6"),
        ("NOT_ENGLAND", "A7"),
        ("UNKNOWN_AUTHORITY", "A8"),
        ("UNKNOWN_AUTHORITY", "A9"),
    ]
    page = Page("x")
    page.row("A1", ["Authority", "Year", "Referrals"])
    names = ["Leeds", "Kingston", "Northants", "Newcastle", "Cardiff", "W06000015", "Newcastle-under-Lyme", "Westshire"]
    for row, name in enumerate(names, start=2):
        page.row(f"A{row}", [name, 2023, 1000 + row])
    case.expect("C2", "383", "referrals", "2023-03-31", 1002)
    case.data = text(page)
    return case


def case_code_against_name() -> Case:
    case = Case(
        "a code of another authority",
        "codes.csv",
        outcomes=("import_with_issues",),
        issues=[("AMBIGUOUS_AUTHORITY", "B3")],
    )
    page = Page("x")
    page.row("A1", ["Code", "Authority", "Year", "Referrals"])
    page.row("A2", ["E08000035", "Leeds", 2023, 1000])
    page.row("A3", ["E08000035", "Wakefield", 2023, 1200])
    case.expect("D2", "383", "referrals", "2023-03-31", 1000)
    case.data = text(page)
    return case


def case_districts_of_a_county() -> Case:
    case = Case("districts of a county", "districts.xlsx", outcomes=("import_with_issues",))
    case.issues = [("AMBIGUOUS_AUTHORITY", "A4"), ("UNKNOWN_AUTHORITY", "A5")]
    page = Page("T", {"A1": "Staffordshire County Council: referrals by district 2022/23"})
    page.row("A3", ["District", "Referrals"])
    for row, name in enumerate(["Newcastle", "Lichfield", "Stafford", "Tamworth", "Staffordshire"], start=4):
        page.row(f"A{row}", [name, 100 * row])
    case.expect("B8", "860", "referrals", "2023-03-31", 800, sheet="T")
    case.data = xlsx(page)
    return case


def case_units_in_a_column() -> Case:
    case = Case("a unit column", "units.csv")
    page = Page("x")
    page.row("A1", ["Authority", "Financial year", "Measure", "Unit", "Value"])
    page.row("A2", ["Leeds", "2022/23", "Referrals", "Number", 9000])
    page.row("A3", ["Leeds", "2022/23", "Re-referrals", "%", 21.3])
    page.row("A4", ["Leeds", "2022/23", "Referrals per 10,000 children", "Rate", 512.3])
    case.expect("E2", "383", "referrals", "2023-03-31", 9000)
    case.expect("E3", "383", "rereferral_rate", "2023-03-31", 21.3)
    case.expect("E4", "383", "referral_rate", "2023-03-31", 512.3)
    case.data = text(page)
    return case


def case_decoys() -> Case:
    case = Case("measures that are nearly ours", "decoys.csv", outcomes=("import", "import_with_issues"))
    page = Page("x")
    heads = ["Vacancy rate (%)", "Vacancies (FTE)", "Agency rate headcount (%)", "Agency workers covering vacancies (%)",
             "Turnover rate (headcount)", "Children re-referred (%)", "Referrals with no further action (%)", "Agency spend £", "Referrals to early help"]  # fmt: skip
    page.row("A1", ["Authority", "Year", *heads])
    page.row("A2", ["Leeds", 2023, 12.1, 55.5, 13.1, 80.0, 14.1, 15.1, 33.3, 900, 350])
    case.expect("C2", "383", "vacancy_rate", "2023-09-30", 12.1)
    case.data = text(page)
    return case


def case_the_dashboards_own_ids() -> Case:
    case = Case("the template's headings with ids", "template.xlsx")
    page = Page("T")
    page.row(
        "A1", ["LA code", "Local authority", "Year", "Section 47 enquiries [section47]", "Children looked after [cla]"]
    )
    page.row("A2", [383, "Leeds", 2023, 900, 1400])
    case.expect("D2", "383", "section47", "2023-03-31", 900, sheet="T")
    case.expect("E2", "383", "cla", "2023-03-31", 1400, sheet="T")
    case.data = xlsx(page)
    return case


def case_interactive_tool() -> Case:
    case = Case("long file of the interactive tool", "LAIT.csv")
    page = Page("x")
    page.row("A1", ["LA and Regions", "LA Number", "Measure", "Years", "Value"])
    rows = [("Durham", 840, "2023", 10.1), ("Bedford Borough", 822, "2023 (prov)", 568.79999999999995), ("Dorset (Pre LG)", 835, "2018", 9.0),
            ("Herefordshire", 884, "2023", "-"), ("England", 970, "2023", 11.0), ("Statistical Neighbours", 980, "2023", 11.0)]  # fmt: skip
    for row, (name, number, year, value) in enumerate(rows, start=2):
        measure = "Referrals per 10,000" if value == 568.79999999999995 else "Turnover rate"
        page.row(f"A{row}", [name, number, measure, year, value])
    case.expect("E2", "840", "turnover_rate", "2023-09-30", 10.1)
    case.expect("E3", "822", "referral_rate", "2023-03-31", 568.8)
    case.expect("E4", "835", "turnover_rate", "2018-09-30", 9.0)
    case.expect("E5", "884", "turnover_rate", "2023-09-30", "missing")
    case.data = text(page)
    return case


def case_lg_inform() -> Case:
    case = Case("measure in the title, minimum and mean below", "lginform.xlsx")
    page = Page(
        "Report",
        {"A1": "Children and family social workers - Vacancy rate (FTE)", "A2": "Source: Department for Education"},
    )
    page.row("A4", ["Area", "2022", "2023"])
    for row, code in enumerate(("383", "384"), start=5):
        page.row(
            f"A{row}", [areas()[code][1], published("vacancy_rate", code, 2022), published("vacancy_rate", code, 2023)]
        )
        for letter, year in (("B", 2022), ("C", 2023)):
            case.expect(
                f"{letter}{row}",
                code,
                "vacancy_rate",
                f"{year}-09-30",
                published("vacancy_rate", code, year),
                sheet="Report",
            )
    for row, name in enumerate(
        (
            "Minimum for all English single tier and county councils",
            "Mean for All English single tier",
            "Maximum for nearest neighbours",
        ),
        start=7,
    ):
        page.row(f"A{row}", [name, 10.5, 11.5])
    case.data = xlsx(page)
    return case


def case_units_of_other_measures() -> Case:
    case = Case("a column of units tells numbers from rates of one name", "x.xlsx", outcomes=("import",))
    page = Page("Data")
    page.row("A1", ["Authority", "Indicator", "Unit", "Period", "Value"])
    for row, (measure, unit, period, value, kept, end) in enumerate(
        (
            ("Vacancy rate", "%", "2022", 17.4, "vacancy_rate", "2022-09-30"),
            ("Vacancy rate", "Number", "2022", 25, "", ""),
            ("Referrals", "Number", "2021/22", 2500, "referrals", "2022-03-31"),
            ("Referrals", "Rate per 10,000", "2021/22", 545.1, "referral_rate", "2022-03-31"),
            ("Referrals", "£", "2021/22", 999, "", ""),
        ),
        start=2,
    ):
        page.row(f"A{row}", ["Camden", measure, unit, period, value])
        if kept:
            case.expect(f"E{row}", "202", kept, end, value, sheet="Data")
    case.data = xlsx(page)
    return case


def case_when_the_file_was_made() -> Case:
    case = Case("the day of printing is no period", "x.xlsx")
    cover, notes, page = Page("Cover"), Page("Notes"), Page("Data")
    cover.cells |= {"A1": "Social work workforce", "A2": "Issued 03/02/2024"}
    notes.cells |= {"A1": "Notes", "A2": "Figures are as at 30 September 2023 unless stated"}
    page.cells["A1"] = "Printed December 2024"
    page.row("A3", ["LA", "Agency rate"])
    page.row("A4", ["Coventry", "12.1%"])
    case.expect("B4", "331", "agency_rate", "2023-09-30", 12.1, sheet="Data")
    case.data = xlsx(cover, notes, page)
    return case
