"""What is wrong with files and what hides in them."""

from datetime import datetime

from tests.reader.kit import Case, Page, archive, text, xlsx


def simple(*, name: str = "Data", rows: int = 3) -> Page:
    """Lay out referrals of Leeds in three years."""
    page = Page(name)
    page.row("A1", ["Authority", "Year", "Referrals"])
    for row in range(2, 2 + rows):
        page.row(f"A{row}", ["Leeds", 2019 + row, 9000 + row])
    return page


def told(case: Case, *rows: int, sheet: str | None = "Data") -> Case:
    for row in rows:
        case.expect(f"C{row}", "383", "referrals", f"{2019 + row}-03-31", 9000 + row, sheet=sheet)
    return case


def case_hidden() -> list[Case]:
    row = told(
        Case("a hidden row", "x.xlsx", outcomes=("import_with_issues",), issues=[("HIDDEN_CONTENT", "A3")]), 2, 4
    )
    page = simple()
    page.hidden_rows = (3,)
    row.data = xlsx(page)
    col = told(
        Case(
            "a hidden column of old figures",
            "x.xlsx",
            outcomes=("import_with_issues",),
            issues=[("HIDDEN_CONTENT", "D1")],
        ),
        2,
        3,
        4,
    )
    page = simple()
    page.cells |= {"D1": "Referrals", "D2": 1, "D3": 2, "D4": 3}
    page.hidden_columns = ("D",)
    col.data = xlsx(page)
    sheet = told(
        Case(
            "a hidden sheet of old figures",
            "x.xlsx",
            outcomes=("import_with_issues",),
            issues=[("HIDDEN_CONTENT", "A1")],
        ),
        2,
        3,
        4,
    )
    old = simple(name="Old")
    old.cells |= {"C2": 5}
    old.hidden = True
    sheet.data = xlsx(simple(), old)
    return [row, col, sheet]


def case_duplicates() -> Case:
    case = told(
        Case("equal and conflicting rows", "x.xlsx", outcomes=("import_with_issues",), issues=[("CONFLICT", "C4")]),
        2,
        3,
    )
    page = simple()
    page.row("A5", ["Leeds City Council", 2022, 9003])
    page.row("A6", ["E08000035", 2023, 9999])
    case.data = xlsx(page)
    return case


def case_summary_sheet_repeats() -> Case:
    case = told(Case("a summary sheet repeats the facts", "x.xlsx"), 2, 3, 4)
    case.data = xlsx(simple(), simple(name="Summary"))
    return case


def case_errors() -> Case:
    case = told(Case("errors and formulas", "x.xlsx", outcomes=("import_with_issues",)), 2)
    case.issues = [("FORMULA_ERROR", "C3"), ("FORMULA_NO_VALUE", "C4")]
    page = simple()
    page.cells |= {"C3": "#DIV/0!", "C4": "=C2+1"}
    case.expect("C3", "383", "referrals", "2022-03-31", "error", sheet="Data")
    case.data = xlsx(page)
    return case


def case_far_corner() -> Case:
    case = told(Case("a cell in the last row and column", "x.xlsx", outcomes=("import", "import_with_issues")), 2, 3, 4)
    page = simple()
    page.cells["XFD1048576"] = "end"
    case.data = xlsx(page)
    return case


def case_protected() -> Case:
    case = told(Case("a protected sheet", "x.xlsx"), 2, 3, 4)

    def change(book: object) -> None:
        book["Data"].protection.set_password("x")  # type: ignore[index]

    case.data = xlsx(simple(), change=change)
    return case


def case_names_that_lie() -> list[Case]:
    workbook = told(Case("a workbook named .csv", "x.csv"), 2, 3, 4)
    workbook.data = xlsx(simple())
    plain = told(Case("text named .xlsx", "x.xlsx"), 2, 3, 4, sheet=None)
    plain.data = text(simple())
    pdf = Case("a PDF named .xlsx", "x.xlsx", b"%PDF-1.7 and so on", ("refuse",), code="UNSUPPORTED_TYPE")
    word = Case(
        "a letter named .xlsx",
        "x.xlsx",
        archive({"[Content_Types].xml": "<a/>", "word/document.xml": "<a/>"}),
        ("refuse",),
        code="UNSUPPORTED_TYPE",
    )
    return [workbook, plain, pdf, word]


def case_empty() -> list[Case]:
    return [
        Case("an empty file", "x.csv", b"", ("refuse",), code="EMPTY"),
        Case("an empty workbook", "x.xlsx", xlsx(Page("A")), ("refuse",), code="EMPTY"),
        Case("a heading only", "x.csv", b"Authority,Year,Referrals\r\n", ("refuse",), code="NO_TABLE"),
        Case("a letter", "x.csv", b"Dear all,\r\nplease find attached.\r\n", ("refuse",), code="NO_TABLE"),
    ]


def case_csv_defects() -> list[Case]:
    quoted = told(Case("quoted line breaks and ragged rows", "x.csv"), 2, 3, 4, sheet=None)
    quoted.data = b'Authority,Year,"Refer\nrals",\r\nLeeds,2021,9002\r\nLeeds,2022,9003,,,\r\nLeeds,2023,9004\r\n'
    quoted.data = (
        b'Authority,Year,"Referrals\n(number)",Note\r\nLeeds,2021,9002\r\nLeeds,2022,9003,"a\nb"\r\nLeeds,2023,9004\r\n'
    )
    cut = told(
        Case("the last line cut off", "x.csv", outcomes=("import_with_issues",), issues=[("CORRUPT", "C4")]),
        2,
        3,
        sheet=None,
    )
    cut.data = b"Authority,Year,Referrals,Note\r\nLeeds,2021,9002,a\r\nLeeds,2022,9003,b\r\nLeeds,2023,90"
    wide = told(Case("two-byte text with tabs", "x.txt"), 2, 3, 4, sheet=None)
    wide.data = text(simple(), "\t", "utf-16")
    sep = told(Case("a line that names the separator", "x.csv"), sheet=None)
    sep.data = b"sep=;\r\n" + text(simple(), ";")
    for row in (2, 3, 4):
        sep.expect(f"C{row + 1}", "383", "referrals", f"{2019 + row}-03-31", 9000 + row)
    return [quoted, cut, wide, sep]


def case_formula_text_is_text() -> Case:
    case = told(
        Case(
            "text that looks like formulas",
            "x.csv",
            outcomes=("import_with_issues",),
            issues=[("UNKNOWN_AUTHORITY", "A5")],
        ),
        2,
        3,
        4,
        sheet=None,
    )
    page = simple()
    page.row("A5", ['=HYPERLINK("http://x","y")', 2023, 1])
    page.row("A6", ["@SUM(1)", 2023, 1])
    case.data = text(page)
    return case


def case_date_in_a_figure() -> Case:
    case = told(
        Case(
            "a date where a figure should be",
            "x.xlsx",
            outcomes=("import_with_issues",),
            issues=[("NOT_A_NUMBER", "C3")],
        ),
        2,
        4,
    )
    page = simple()
    page.cells["C3"] = datetime(2023, 4, 1)
    case.data = xlsx(page)
    return case
