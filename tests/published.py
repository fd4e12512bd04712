"""A second reading of the publishers' files, sharing nothing with etl: what each cell of a headline column says.

Everything the pipeline takes from data/reference and from columns.csv is written out here once more.
"""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import openpyxl
import pyarrow.parquet
from python_calamine import CalamineWorkbook


class Cell(NamedTuple):
    """One figure as published: `area` is a three-digit code, a joint code, or the name of a region in lower case."""

    column: str
    area: str
    year: int
    text: str


class Answer(NamedTuple):
    """What a cell says: a number, or the reason why there is none."""

    value: float | None
    status: str


TODAY = {
    "c": "suppressed", "u": "unreliable", "x": "not_available", "z": "not_applicable",
    "low": "rounds_to_zero", "k": "rounds_to_zero", ":": "not_available", "..": "not_available",
}  # fmt: skip
UNTIL_2017 = {"x": "suppressed", "c": "suppressed", "..": "not_available", ".": "not_applicable", "-": "rounds_to_zero"}
TOOL = {"-": "not_available"}

# The last 31 March or 30 September of an authority, and the first of its successors.
ENDED = {"835": 2018, "836": 2018, "837": 2018, "928": 2020, "909": 2022}
BEGAN = {"838": 2019, "839": 2019, "940": 2021, "941": 2021, "942": 2023, "943": 2023}
REGIONS = {
    "north east": "E12000001", "north west": "E12000002", "yorkshire and the humber": "E12000003",
    "yorkshire and humber": "E12000003",
    "east midlands": "E12000004", "west midlands": "E12000005", "east of england": "E12000006", "east": "E12000006",
    "london": "E12000007", "south east": "E12000008", "south west": "E12000009", "inner london": "E13000001",
    "outer london": "E13000002", "london (inner)": "E13000001", "london (outer)": "E13000002",
    "england": "E92000001",
}  # fmt: skip
JOINT = {"314": "314 / 318", "940": "940 / 941"}
SECOND_OF_PAIR = {"318", "941"}


def read(text: str, symbols: dict[str, str]) -> Answer:
    """Read one cell."""
    if text in symbols:
        return Answer(None, symbols[text])
    return Answer(float(text.replace(",", "") if symbols is UNTIL_2017 else text), "published")


def rows(path: Path) -> list[dict[str, str]]:
    """Read a CSV file as dictionaries of text without blanks around it."""
    content = path.read_bytes().removeprefix(b"\xef\xbb\xbf").decode("cp1252")
    header, *rest = csv.reader(io.StringIO(content, newline=""))
    return [
        dict(zip([" ".join(h.split()) for h in header], [c.strip() for c in row], strict=True))
        for row in rest
        if any(row)
    ]


def lived(area: str, year: int, month: int) -> bool:
    """Tell whether an authority existed on 31 March or 30 September of a year."""
    after_april = 1 if month > 4 else 0
    last = ENDED.get(area, 9999) + (0 if after_april else 1)
    first = BEGAN.get(area, 0) + (0 if after_april else 1)
    return first <= year <= last


def explore(path: Path, columns: list[str]) -> Iterator[Cell]:
    """Yield the cells of a file laid out as on Explore Education Statistics."""
    for row in rows(path):
        for column in columns:
            yield Cell(column, explore_area(row), int(row["time_period"]), row[column])


def explore_area(row: dict[str, str]) -> str:
    match row["geographic_level"]:
        case "National":
            return "england"
        case "Regional":
            return row["region_name"].lower()
    return row["old_la_code"]


def workforce(path: Path, columns: list[str]) -> Iterator[Cell]:
    """Yield the cells of the workforce file: in the edition of 2022 a joint return stands under its first authority."""
    for cell in explore(path, columns):
        joint = cell.area in JOINT and (cell.area == "314" or cell.year >= 2021)
        if cell.area in SECOND_OF_PAIR:
            assert cell.text == "z", f"{path.name}: {cell} is more than the second of a pair"
        else:
            yield cell._replace(area=JOINT[cell.area] if joint else cell.area)


def workforce_before_2017(path: Path, year: int, columns: list[str]) -> Iterator[Cell]:
    """Yield the cells of the aggregate returns; in 2016 Kingston and Richmond make one under Kingston."""
    for row in rows(path):
        area = row["LA_code (3 digit)"] or (row["Region_name"] or row["Country_name"]).lower()
        if year == 2016 and area == "318":
            assert {row[column] for column in columns} == {"."}
            continue
        for column in columns:
            yield Cell(column, JOINT[area] if year == 2016 and area == "314" else area, year, row[column])


def before_2018(path: Path, year: int, columns: list[str]) -> Iterator[Cell]:
    """Yield the cells of the underlying data of 2010 to 2017 on children in need and looked after."""
    for row in rows(path):
        if not row["geog_l"]:
            continue
        for column in columns:
            yield Cell(column, row["geog_c"] if row["geog_l"] == "LA" else row["geog_n"].lower(), year, row[column])


def looked_after(path: Path, populations: dict[str, str], column: str, kind: str) -> Iterator[Cell]:
    """Yield the cells of a file whose rows are of several populations, under the name given to each population."""
    for row in rows(path):
        if row[kind] in populations:
            yield Cell(populations[row[kind]], explore_area(row), int(row["time_period"]), row[column])


def interactive_tool(path: Path, measures: list[str]) -> Iterator[Cell]:
    """Yield the cells of the Local Authority Interactive Tool."""
    for row in pyarrow.parquet.read_table(path).to_pylist():
        if row["Short Desc"] in measures:
            code = int(row["LA Number"])
            area = row["LA and Regions"].lower() if code >= 970 else str(code)
            year = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2}) \(OT\))?", row["Years"])
            assert year
            yield Cell(row["Short Desc"], area, int(f"20{year[2]}" if year[2] else year[1]), row["Values"])


def sheet(path: Path, name: str) -> list[list[str]]:
    """Read a sheet as rows of text; whole numbers without a decimal point."""
    cells = CalamineWorkbook.from_path(path).get_sheet_by_name(name).to_python(skip_empty_area=False)
    return [[" ".join(str(cell).split()).removesuffix(".0") for cell in row] for row in cells]


def looked_after_rates(path: Path, first: int) -> Iterator[Cell]:
    """Yield the rates of table LAA1: five years, the last five columns; the area is named left of the first count."""
    for row in sheet(path, "LAA1"):
        *_, code, name = row[: len(row) - 11]
        if re.fullmatch(r"[0-9]+|[-.x]", row[-1]) and not re.fullmatch(r"20[0-9]{2}", row[-1]):
            for year, text in enumerate(row[-5:], first):
                yield Cell(str(year), code or name.lower(), year, text)


# The lines that hold the totals, by the number that each file gives them.
SPEND_LINES = {
    2009: ("14", "19", "28"), 2010: ("17", "22", "31"), 2011: ("19", "23", "30"), 2012: ("12", "16", "23"),
    2013: ("15", "20", "26"), 2014: ("16", "21", "27"), 2015: ("16", "21", "27"),
}  # fmt: skip
SPEND_TOTALS = ("looked_after", "safeguarding", "family_support")


def spend(path: Path, name: str, year: int) -> Iterator[Cell]:
    """Yield the totals of a section 251 outturn, gross: `column` names the total."""
    header: list[str] = []
    for row in sheet(path, name):
        if row[0] in ("LEA Number:", "LEA", "LA"):
            header = row
            continue
        if not header or not row[0]:
            continue
        cells = dict(zip(header, row, strict=True))
        number = next(cells[key] for key in ("Line", "LineNumber", "OrderLine", "S52 Line Reference:") if key in cells)
        text = next(
            cells[key] for key in ("TotalExpenditure", "Total Expenditure (k)", "TOTAL EXPENDITURE (k)") if key in cells
        )
        if (line := number.split(" ")[0]) in SPEND_LINES[year]:
            yield Cell(SPEND_TOTALS[SPEND_LINES[year].index(line)], row[0], year, text)


def national_spend(path: Path) -> dict[tuple[str, int], float]:
    """Return England's published totals of spend in millions of pounds, by total and year that ends the year."""
    totals = {"3.1.11": "looked_after", "3.3.4": "safeguarding", "3.4.6": "family_support"}
    return {
        (totals[number], 2000 + int(row["time_period"][4:])): float(row["total_expenditure"])
        for row in rows(path)
        if (number := row["description_of_expenditure"].split(" ")[0]) in totals
    }


def quarters(path: Path) -> dict[tuple[int, int], float]:
    """Return the quarterly figures of a series of the Office for National Statistics, by year and quarter."""
    found = re.findall(r'^"([0-9]{4}) Q([1-4])","([0-9.]+)"', path.read_text(encoding="utf-8"), re.MULTILINE)
    return {(int(year), int(quarter)): float(value) for year, quarter, value in found}


def deprivation(path: Path) -> dict[str, tuple[float, int, float, int]]:
    """Return average score, its rank, share of areas in the most deprived tenth and its rank, by name of authority."""
    _, *areas = openpyxl.load_workbook(path, read_only=True)["IDACI"].iter_rows(values_only=True)
    return {str(row[1]): (row[4], row[5], row[6], row[7]) for row in areas if row[0]}  # type: ignore[misc]
