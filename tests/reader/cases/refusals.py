"""Personal data, which is refused, and what only looks like it, which is not."""

import io
import zipfile

from tests.reader.cases.defects import simple, told
from tests.reader.kit import Case, Page, archive, ods, text, xlsx

# Invented: a pupil number and a health service number with valid check digits.
UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


def upn(serial: int) -> str:
    digits = f"999{serial:09d}"
    return UPN_LETTERS[sum(weight * int(digit) for weight, digit in enumerate(digits, start=2)) % 23] + digits


def nhs(serial: int) -> str:
    digits = f"999{serial:06d}"
    check = (11 - sum((10 - place) * int(digit) for place, digit in enumerate(digits)) % 11) % 11
    return digits + str(check) if check < 10 else nhs(serial + 1)


def refused(name: str, data: bytes, code: str, *words: str, file: str = "x.xlsx") -> Case:
    return Case(name, file, data, ("refuse",), code=code, hidden_words=words)


def case_headings() -> list[Case]:
    made = []
    for heading in (
        "Child Unique ID",
        "UPN",
        "Forename",
        "Surname",
        "Date of Birth",
        "D.O.B.",
        "NHS Number",
        "PersonBirthDate",
        "Allocated worker",
        "LAchildID",
    ):
        page = Page("x")
        page.row("A1", ["Ref", heading, "Status"])
        for row in range(2, 6):
            page.row(
                f"A{row}",
                [row, f"{row:02d}/05/2012" if "irth" in heading or "O" in heading else f"Planted{row}", "Open"],
            )
        made.append(refused(f"heading {heading}", text(page), "CHILD_LEVEL_DATA", "Planted", "/05/2012", file="x.csv"))
    return made


def case_values_without_headings() -> list[Case]:
    made = []
    for name, make, code in (("pupil numbers", upn, "CHILD_LEVEL_DATA"), ("health numbers", nhs, "CHILD_LEVEL_DATA")):
        page = simple()
        page.row("E1", ["Ref"])
        for row in range(2, 5):
            page.row(f"E{row}", [make(row * 7919)])
        made.append(refused(name, xlsx(page), code, make(2 * 7919)))
    page = simple()
    page.cells["E3"] = f"see {upn(4711)}"
    made.append(refused("one pupil number in a remark", xlsx(page), "PERSONAL_DATA", upn(4711)))
    page = simple()
    page.cells["E3"] = "J.S., DOB 01/02/2013, moved in May"
    made.append(refused("a birth date in a remark", xlsx(page), "PERSONAL_DATA", "01/02/2013"))
    page = Page("x")
    for row in range(1, 15):
        page.row(f"A{row}", [700_000 + row * 37, f"{row * 2:02d}/{row % 12 + 1:02d}/{2005 + row}", "Neglect"])
    made.append(refused("birth dates without a heading", text(page), "CHILD_LEVEL_DATA", "2012", file="x.csv"))
    page = Page("x")
    names = "Sarah Planted,Tom Planted,Aisha Planted,Ryan Planted,Chloe Planted,Liam Planted,Zara Planted,Owen Planted,Emma Planted,Jack Planted"
    for row, name in enumerate(names.split(","), start=1):
        page.row(f"A{row}", [name, "Open", row])
    made.append(refused("names without a heading", text(page), "CHILD_LEVEL_DATA", "Planted", file="x.csv"))
    return made


def case_hidden_places() -> list[Case]:
    secret = Page("List_1", hidden=True)
    secret.row("A3", ["Child Unique ID", "Gender", "Ethnicity", "Date of Birth"])
    secret.row("A4", ["PLANTED1", "F", "WBRI", "01/02/2013"])
    made = [refused("child rows on a hidden sheet", xlsx(simple(), secret), "CHILD_LEVEL_DATA", "PLANTED1")]
    page = simple()
    page.comments["C2"] = f"check with {nhs(31337)}"
    made.append(refused("a health number in a comment", xlsx(page), "PERSONAL_DATA", nhs(31337)))
    data = io.BytesIO(xlsx(simple()))
    with zipfile.ZipFile(data, "a") as packed:
        packed.writestr(
            "xl/pivotCache/pivotCacheDefinition1.xml",
            f'<pivotCacheDefinition><cacheFields><cacheField name="Child"><sharedItems><s v="{upn(99)}"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>',
        )
    made.append(refused("a pupil number in the store of a pivot table", data.getvalue(), "PERSONAL_DATA", upn(99)))

    def change(book: object) -> None:
        book.properties.subject = f"case of {upn(1234)}"  # type: ignore[attr-defined]

    made.append(refused("a pupil number in the properties", xlsx(simple(), change=change), "PERSONAL_DATA", upn(1234)))
    with zipfile.ZipFile(io.BytesIO(ods(simple()))) as packed:
        content = packed.read("content.xml").decode()
    note = f"<office:annotation><text:p>{nhs(8128)}</text:p></office:annotation><text:p>9,003</text:p>"
    made.append(
        refused(
            "a health number in a comment of .ods",
            archive({"content.xml": content.replace("<text:p>9,003</text:p>", note)}),
            "PERSONAL_DATA",
            nhs(8128),
        )
    )
    made[-1].issues = [("PERSONAL_DATA", "C3")]
    return made


def case_shapes_of_returns() -> list[Case]:
    returns = Page("x")
    returns.row("A1", ["CHILD", "SEX", "DOB", "ETHNIC", "UPN"])
    returns.row("A2", ["PLANTED1", 1, "01/02/2013", "WBRI", "UN1"])
    described = Page("x")
    described.row("A1", ["Ref", "Gender", "Ethnicity", "Age", "Status"])
    for row in range(2, 6):
        described.row(f"A{row}", [row, "F", "PLANTED", 12, "Open"])
    one = refused("the columns of a statutory return", text(returns), "CHILD_LEVEL_DATA", "PLANTED1", file="x.csv")
    two = refused("gender and ethnicity, one a row", text(described), "CHILD_LEVEL_DATA", "PLANTED", file="x.csv")
    one.issues, two.issues = [("CHILD_LEVEL_DATA", "A1")], [("CHILD_LEVEL_DATA", "B1")]
    return [one, two]


def case_staff() -> Case:
    page = Page("x")
    page.row("A1", ["Social worker name", "SWE number", "Salary"])
    page.row("A2", ["Planted One", "SW12345", 38000])
    page.row("A3", ["Planted Two", "SW12346", 39000])
    return refused("named social workers", text(page), "PERSONAL_DATA", "Planted", file="x.csv")


def case_near_misses() -> list[Case]:
    case = told(Case("an office address, telephone and contact", "x.xlsx"), 2, 3, 4)
    cover = Page(
        "Cover",
        {"A1": "Leeds City Council", "A2": "Address: Merrion House, Leeds LS2 8QB", "A3": "Telephone: 0113 222 4444"},
    )
    cover.cells |= {
        "A4": "Contact",
        "B4": "Performance team",
        "A5": "Postcode",
        "B5": "LS2 8QB",
        "A6": "Email",
        "B6": "team@leeds.example",
    }
    case.data = xlsx(cover, simple())
    measures = Case("measures that speak of birth dates and ages", "x.csv", outcomes=("import", "import_with_issues"))
    page = Page("x")
    page.row("A1", ["Name of measure", "Authority", "2022/23"])
    page.row("A2", ["Referrals", "Leeds", 9000])
    page.row("A3", ["Date of birth recorded (%)", "Leeds", 99.1])
    page.row("A4", ["Children aged 10-15 (%)", "Leeds", 40.2])
    measures.expect("C2", "383", "referrals", "2023-03-31", 9000)
    measures.data = text(page)
    numbers = told(Case("numbers that only look like identifiers", "x.xlsx"), 2, 3, 4)
    page = simple()
    page.row("E1", ["GSS code", "Population"])
    for row in range(2, 5):
        page.row(f"E{row}", ["E08000035", 812_000 + row])
    page.cells["G2"] = "A123456789012" if upn(1)[0] == "A" else "A999000000001"
    numbers.outcomes = ("import", "import_with_issues")
    numbers.data = xlsx(page)
    dates = told(Case("inspection dates of authorities", "x.csv"), 2, 3, 4, sheet=None)
    page = simple()
    page.row("D1", ["Inspection date"])
    for row in range(2, 5):
        page.row(f"D{row}", [f"{row + 10}/0{row}/2019"])
    dates.data = text(page)
    return [case, measures, numbers, dates]


def case_near_misses_of_persons() -> list[Case]:
    filters = told(Case("gender and ethnicity as filters of published figures", "x.csv"), 2, 3, 4, sheet=None)
    page = simple()
    page.row("D1", ["Gender", "Ethnicity"])
    for row in range(2, 5):
        page.row(f"D{row}", ["Total", "Total"])
    filters.data = text(page)
    officers = Case("a scorecard that names its officers", "Leeds.xlsx", outcomes=("import", "import_with_issues"))
    page = Page("T")
    page.row("A1", ["Lead", "Measure", "2022/23"])
    rows = [
        "Referrals",
        "Re-referrals (%)",
        "Average caseload",
        "Contacts",
        "Visits",
        "Plans",
        "Audits",
        "Complaints",
        "Reviews",
    ]
    people = [
        "Sarah Jones",
        "Tom Smith",
        "Aisha Khan",
        "Ryan Hill",
        "Chloe Webb",
        "Liam Fox",
        "Zara Ali",
        "Owen Reed",
        "Emma Lowe",
    ]
    for row, (name, measure) in enumerate(zip(people, rows, strict=True), start=2):
        page.row(f"A{row}", [name, measure, 20 + row])
    for row, indicator, kind in ((2, "referrals", "year"), (3, "rereferral_rate", "year"), (4, "caseload", "year")):
        officers.expect(f"C{row}", "383", indicator, "2023-03-31", 20 + row, kind, sheet="T")
    officers.data = xlsx(page)
    return [filters, officers]


def case_workers_by_name() -> Case:
    page = Page("x")
    page.row("A1", ["Social worker", "Team", "Caseload"])
    for row, name in enumerate(("Mary Planted", "John Planted", "David Planted"), start=2):
        page.row(f"A{row}", [name, "North", 15 + row])
    return refused("case loads of named workers", text(page), "PERSONAL_DATA", "Planted", file="x.csv")


def case_number_within_a_sentence() -> Case:
    page = simple()
    page.comments = {"C3": f"One late entry, NHS no {nhs(6)}, to check."}
    return refused("a health number before a comma", xlsx(page), "PERSONAL_DATA", nhs(6))
