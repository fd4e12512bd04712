"""Ofsted's judgements a second time, from the publishers' files in plain Python: no SQL, no pandas, nothing of etl.

The rules, as the data notes give them:

- before November 2013 the third grade was adequate, though Ofsted's sheet of 2023 spells it otherwise
- children in care and care leavers were judged as one until January 2023
- ILACS inspections are Ofsted's own history; those published after 14 May 2025 are those of the overview
- what stands for the whole: safeguarding (SLAC), child protection (CPI), overall effectiveness (SIF, ILACS)
"""

import csv
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from python_calamine import CalamineWorkbook

REFERENCE = Path(__file__).parents[2] / "data" / "reference"
OFSTED_ENDS = date(2025, 5, 14)
NO_GRADE = ("not_reported_post_reform", "inspection_pre_dates_judgement")
OLD_DORSET, SOUTH_TYNESIDE = "835", "393"
# Columns of the sheet of 2009 to 2023, from 0: framework, type, date, and the areas judged.
SHEET: list[tuple[str, int, dict[int, str]]] = [
    ("SLAC", 4, {5: "safeguarding", 6: "looked after children"}),
    ("SLAC re-inspection", 7, {8: "safeguarding"}),
    ("SLAC re-inspection", 9, {10: "looked after children"}),
    ("CPI", 11, {12: "child protection"}),
    ("CPI re-inspection", 13, {14: "child protection"}),
    ("TLAC", 15, {16: "looked after children"}),
    ("SIF", 17, {18: "overall effectiveness", 19: "help and protection", 20: "looked after children", 21: "adoption",
                 22: "care leavers", 23: "leadership", 24: "LSCB"}),
    ("SIF re-inspection", 25, {26: "overall effectiveness", 27: "help and protection", 28: "looked after children",
                               29: "adoption", 30: "care leavers", 31: "leadership"}),
]  # fmt: skip
WHOLE = {"SLAC": "safeguarding", "CPI": "child protection", "SIF": "overall effectiveness"}


class Judgement(NamedTuple):
    """One judgement of an inspection."""

    code: str
    framework: str
    published_on: date
    inspected_on: date | None
    area: str
    grade: str


def table(name: str) -> list[dict[str, str]]:
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def sheet(path: Path, name: str) -> list[list[Any]]:
    return CalamineWorkbook.from_path(str(path)).get_sheet_by_name(name).to_python(skip_empty_area=False)


def judgements(official: Path) -> list[Judgement]:
    """Read every judgement of the three files."""
    return [*old(official), *history(official), *overview(official)]


def old(official: Path) -> Iterator[Judgement]:
    codes = {row["name"].lower(): row["dfe_code"] for row in table("authority_names")}
    rows = sheet(
        official / "ofsted/Childrens_social_care_in_England_2023_underlying_data.ods", "LA_inspections_2009-2023"
    )
    for number, row in enumerate(rows, 1):
        if row[0] != "Ofsted Local Authority Webpage":
            continue
        code = OLD_DORSET if row[1] == "Dorset" and number > 160 else codes[row[1].strip().lower()]
        for framework, when, areas in SHEET:
            if row[when]:
                for column, area in areas.items():
                    if row[column] and row[column].strip() != "-":
                        grade = plain(row[column])
                        early = framework[:3] in ("SLA", "CPI", "TLA") and grade == "requires improvement"
                        said = "adequate" if early else grade
                        yield Judgement(code, framework, on(row[when]), None, area, said)


def history(official: Path) -> Iterator[Judgement]:
    codes = {row["area_code"]: row["dfe_code"] for row in table("authority_codes")}
    rows = sheet(official / "ofsted/LA_Inspection_Outcomes_as_at_31_March_2025.ods", "ILACS_inspection_history")
    for row in rows:
        if row[0] == "Ofsted Local Authority Webpage":
            yield from ilacs(codes[row[1]], on(row[5]), on(row[6]), row[8:13])


def overview(official: Path) -> Iterator[Judgement]:
    header, *rows = sheet(official / "d2i/2026-08-22/ofsted_csc_ilacs_overview.xlsx", "ofsted_cs_inspections_overview")
    grades = ["overall_effectiveness_grade", "impact_of_leaders_grade", "help_and_protection_grade", "in_care_grade",
              "care_leavers_grade"]  # fmt: skip
    for cells in rows:
        row = dict(zip(header, cells, strict=True))
        published = text_date(row["publication_date"])
        if published > OFSTED_ENDS:
            given = [row[name] if row[name] not in NO_GRADE else "" for name in grades]
            yield from ilacs(row["la_code"], text_date(row["inspection_start_date"]), published, given)


def ilacs(code: str, inspected: date, published: date, given: Iterable[str]) -> Iterator[Judgement]:
    overall, leaders, help_, care, leavers = (plain(cell) for cell in given)
    areas = {
        "overall effectiveness": overall,
        "leadership": leaders,
        "help and protection": help_,
        "in care" if leavers else "in care and care leavers": care,
        "care leavers": leavers,
    }
    yield from (Judgement(code, "ILACS", published, inspected, area, grade) for area, grade in areas.items() if grade)


def plain(grade: str) -> str:
    return str(grade).strip().lower().replace(" to be good", "").strip("-")


def on(cell: Any) -> date:
    return cell.date() if isinstance(cell, datetime) else cell


def text_date(text: str) -> date:
    return datetime.strptime(text, "%d/%m/%Y" if len(text) == 10 else "%d/%m/%y").date()


def in_force(rows: Iterable[Judgement], code: str, at: date, *, by: str) -> str:
    """Tell which grade stood for the whole: by publication, or by Ofsted's rule of inspection."""
    cutoff = date(at.year, 4 if at.year <= 2023 else 6, 30)
    best: tuple[date, str] | None = None
    for framework, published, inspected in {
        (r.framework, r.published_on, r.inspected_on) for r in rows if r.code == code
    }:
        whole = WHOLE.get(framework.split(" ")[0], "overall effectiveness")
        wanted = (code, framework, published, whole)
        grade = next((r.grade for r in rows if (r.code, r.framework, r.published_on, r.area) == wanted), "")
        if not grade and framework != "ILACS":
            continue
        counted = published if by == "published" else inspected or published
        late = by == "inspected" and published > cutoff and (code, published) != (SOUTH_TYNESIDE, date(2023, 5, 10))
        if counted <= at and not late and (best is None or counted > best[0]):
            best = counted, grade or "no overall grade"
    return best[1] if best else "none held"
