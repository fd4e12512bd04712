"""Figures of a service, of England or of another year where the file names one authority, and their near misses."""

from tests.reader.cases.shapes import Key, shape
from tests.reader.kit import Case, Page, text, xlsx

SOME = ("import", "import_with_issues")
HELD = ("import", "import_with_issues", "ask", "refuse")
LEEDS, TRAFFORD = "383", "358"
SERVICES = (
    "Safeguarding", "Duty and Assessment", "Children in care", "Looked after children", "Child protection", "Front door",
    "Court team", "Family support", "Leaving care", "MASH",
)  # fmt: skip
WHOLES = ("Workforce", "Social work workforce", "Children's services", "Key performance indicators")
ELSEWHERE = (
    "England", "South East", "Statistical neighbours", "Core cities", "Comparators", "Similar authorities", "National average",
)  # fmt: skip


def own(
    cells: str, row: int, indicator: str, dfe: str = LEEDS, first: int = 2023, end: str = "09-30"
) -> dict[str, Key]:
    """Say that a row has the figures of two years."""
    return {f"{cell}{row}": (dfe, indicator, "year", f"{first + step}-{end}") for step, cell in enumerate(cells)}


def on_tab(name: str, tab: str, rows: list[list[object]], wanted: dict[str, Key], outcomes: tuple[str, ...]) -> Case:
    page, case = Page(tab), Case(name, "figures.xlsx", outcomes=outcomes)
    for number, row in enumerate(rows, start=1):
        page.row(f"A{number}", row)
    for cell, (dfe, indicator, kind, end) in wanted.items():
        case.expect(cell, dfe, indicator, end, page.cells[cell], kind, sheet=tab)  # type: ignore[arg-type]
    case.data = xlsx(page)
    return case


def case_services_within() -> list[Case]:
    """Write what staff of one service are, in five layouts: none is the authority's."""
    made = []
    for said in SERVICES:
        years: list[list[object]] = [["Measure", "2023", "2024"]]
        made += [
            shape(f"staff under the sub-heading {said}", [["Leeds"], *years, [said], ["Vacancy rate (%)", 10, 11]], {}, outcomes=HELD),
            shape(f"staff under the group {said}", [["Leeds"], ["Measure", said, None], [None, "2023", "2024"], ["Caseload", 15, 16]], {}, outcomes=HELD, merged=["B2:C2"]),
            shape(f"staff under the title {said}", [[f"Leeds: {said}"], *years, ["Agency rate (%)", 10, 11]], {}, outcomes=HELD),
            on_tab(f"staff on the tab {said}", said, [["Council", "Caseload 2023"], ["Leeds", 15]], {}, HELD),
            shape(f"staff of {said} beside a label", [["Leeds"], *years, [f"Turnover rate (%) - {said}", 10, 11]], {}, outcomes=HELD),
        ]  # fmt: skip
    return made


def case_whole_services() -> list[Case]:
    """Write the near misses: words of the whole service over staff, and services over what is not staff."""
    made = [
        shape(f"staff under the sub-heading {said}", [["Leeds"], ["Measure", "2023", "2024"], [said], ["Vacancy rate (%)", 10, 11]], own("BC", 4, "vacancy_rate"))
        for said in WHOLES
    ]  # fmt: skip
    made += [
        shape(f"{label} under the sub-heading {said}", [["Leeds"], ["Measure", "2023", "2024"], [said], [label, 410, 420]], own("BC", 4, indicator, end="03-31"))
        for said, label, indicator in (("Front door", "Referrals", "referrals"), ("Safeguarding", "Referrals per 10,000", "referral_rate"))
    ]  # fmt: skip
    topics: list[list[object]] = [
        ["Leeds"], ["Measure", "2023", "2024"], ["Front door"], ["Referrals", 900, 910], ["Safeguarding"], ["Vacancy rate (%)", 10, 11],
    ]  # fmt: skip
    made.append(shape("services as topics of a scorecard", topics, own("BC", 4, "referrals", end="03-31") | own("BC", 6, "vacancy_rate")))  # fmt: skip
    both = "Leeds: safeguarding and social work workforce"
    made.append(shape(both, [[both], ["Measure", "2023", "2024"], ["Caseload", 15, 16]], own("BC", 3, "caseload")))
    board = "Leeds Safeguarding Children Partnership: social work"
    made.append(shape(board, [[board], ["Measure", "2023", "2024"], ["Caseload", 15, 16]], own("BC", 3, "caseload")))
    return made


def case_figures_of_elsewhere() -> list[Case]:
    """Write figures of England and neighbours under the name of one council: in sub-headings, titles and tabs."""
    made = []
    for said in ELSEWHERE:
        rows: list[list[object]] = [
            ["Leeds City Council"],
            ["Measure", "2023", "2024"],
            ["Caseload", 15, 16],
            [said],
            ["Vacancy rate (%)", 10, 11],
        ]
        title: list[list[object]] = [["Leeds City Council"], [said], ["Measure", "2023", "2024"], ["Caseload", 15, 16]]
        made += [
            shape(f"under the sub-heading {said}", rows, own("BC", 3, "caseload"), outcomes=SOME),
            shape(f"under the title {said}", title, {}, outcomes=("ask",), questions=[f"words:{said.casefold()}"]),
            shape(f"under the title {said}, which is of the council", title, own("BC", 4, "caseload"), outcomes=SOME, answers={f"words:{said.casefold()}": "same"}),
            on_tab(f"on the tab {said}", said, [["Leeds City Council"], ["Measure", "2023", "2024"], ["Caseload", 15, 16]], {}, ("ask",)),
        ]  # fmt: skip
    near = [
        shape(f"under the sub-heading {said}", [["Leeds"], ["Measure", "2023", "2024"], [said], ["Caseload", 15, 16]], own("BC", 4, "caseload"))
        for said in ("Overall", "Total", "National indicators", "Other")
    ]  # fmt: skip
    columns = on_tab(
        "authorities across on a tab of neighbours", "Stat neighbours",
        [["Measure", "Year", "Leeds", "Trafford"], ["Caseload", 2023, 15, 16]],
        {"C2": (LEEDS, "caseload", "year", "2023-09-30"), "D2": (TRAFFORD, "caseload", "year", "2023-09-30")}, SOME,
    )  # fmt: skip
    return [*made, *near, columns]


def case_title_and_tab_of_two_years() -> list[Case]:
    """Write a title that was left from last year's sheet; the years of the near misses meet."""
    made = [
        on_tab(f"title {title} on tab {tab}", tab, [[title], ["Council", "Vacancy rate"], ["Leeds", 10]], {}, ("ask",))
        for title, tab in (("Workforce 2022", "2023"), ("Workforce 2021/22", "2023"), ("Workforce at 30 September 2022", "2023-24"), ("Workforce, Q1 2022/23", "2024"))
    ]  # fmt: skip
    near = [
        on_tab(f"title {title} on tab {tab}", tab, [[title], ["Council", "Vacancy rate"], ["Leeds", 10]], {"B3": (LEEDS, "vacancy_rate", "year", end)}, SOME)
        for title, tab, end in (("Workforce 2023", "2022-23", "2023-09-30"), ("Workforce", "2023", "2023-09-30"), ("Workforce at 30 September 2023", "2023-24", "2023-09-30"))
    ]  # fmt: skip
    return [*made, *near]


def case_title_and_tab_of_two_authorities() -> list[Case]:
    """Write a sheet that was copied from another council's: nobody but its owner knows whose figures it has."""
    rows: list[list[object]] = [["Leeds City Council"], ["Measure", "2023", "2024"], ["Caseload", 15, 16]]
    return [
        on_tab("title of one council on the tab of another", "Trafford", rows, {}, ("ask",)),
        on_tab("title and tab of one council", "Leeds", rows, own("BC", 3, "caseload"), SOME),
        on_tab("title of a council on a tab without", "Data", rows, own("BC", 3, "caseload"), SOME),
        on_tab("two councils in the title, one on the tab", "Trafford", [["Leeds and Trafford"], *rows[1:]], own("BC", 3, "caseload", TRAFFORD), SOME),
    ]  # fmt: skip


INFORM = ["area", "area label", "area long label"]


def inform(
    name: str, metric: str, wanted: dict[str, Key], *, below: bool = False, outcomes: tuple[str, ...] = SOME
) -> Case:
    """Lay a download of LG Inform: two rows of headings, both of which begin with "area"; the neighbours by name."""
    first, second = [[*INFORM, metric, metric], [*INFORM, "2022/23", "2023/24"]]
    area = ["E08000009", "Trafford", "Trafford Metropolitan Borough Council"]
    rows: list[list[object]] = [
        *([second, first] if below else [first, second]), [*area, 15, 16], ["E92000001", "England", "England", 17, 18],
        ["Trafford_CIPFA_Near_Neighbours", "Trafford CIPFA nearest neighbours", "", 18, 19],
    ]  # fmt: skip
    return shape(f"LG Inform: {name}", rows, wanted, outcomes=outcomes, write=text, file="data.csv")


def case_lg_inform_by_its_own_names() -> list[Case]:
    workers = "Children and family social workers - "
    ours = {
        f"{workers}Vacancy rate (FTE)": "vacancy_rate", f"{workers}Turnover rate (FTE)": "turnover_rate",
        f"{workers}Agency worker rate (FTE)": "agency_rate", "Children looked after rate, per 10,000 children aged under 18": "cla_rate",
    }  # fmt: skip
    made = [
        inform(f"{label}{', its name below' * below}", label, own("DE", 3, indicator, TRAFFORD, end="03-31"), below=below)
        for label, indicator in ours.items() for below in (False, True)
    ]  # fmt: skip
    near = [
        inform(label, label, {}, outcomes=("ask", "refuse"))
        for label in (
            f"{workers}Turnover rate (headcount)", f"{workers}Agency cover rate (FTE)", f"{workers}Number of cases held",
            "Children in need episodes during the financial year", "Children's Social Care - agency staff cost memorandum item",
            "Children in need: duration of open case: 2 years plus (%)",
        )
    ]  # fmt: skip
    rows: list[list[object]] = [[*INFORM, "2022/23", "2023/24"], ["E08000009", "Trafford", "", 15, 16]]
    nameless = shape(
        "LG Inform: no name of the metric anywhere", rows, {}, outcomes=("ask",), write=text, file="data.csv"
    )
    return [*made, *near, nameless]


def case_counts_of_two_things() -> Case:
    """Write "Number" under two groups that are not ours: what one is said to be, the other is not."""
    return shape(
        "a number of two things",
        [["Leeds"], [None, "Contacts", None, "Visits", None], ["Year", "Number", "Rate", "Number", "Rate"], [2023, 900, 12, 700, 13]],
        {"B4": (LEEDS, "referrals", "year", "2023-03-31")},
        outcomes=SOME, merged=["B2:C2", "D2:E2"], answers={"indicator:contacts ; number": "referrals"},
    )  # fmt: skip
