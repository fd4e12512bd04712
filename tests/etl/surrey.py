"""Surrey in two, on made data: what the tables would hold two years after East and West Surrey begin.

Every row here is a test's. The codes, the tiles, the outlines and all figures after 2025 are invented: the figures of
2025 once more, those of Surrey given to each of its successors from the day on which they begin. Nothing but rows of
tables is added; whatever else a change of authorities needed would be a fault.
"""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from data.catalogue import Source, sources
from data.paths import REFERENCE, SNAPSHOT
from etl.extract import extract
from etl.manifest import hash_of
from etl.staging import SOURCE_FOLDERS

Row = dict[str, str]

SURREY, EAST, WEST = "E10000030", "E06999001", "E06999002"  # the two last are invented
EAST_CODE, WEST_CODE = "991", "992"  # invented
ENDED, BEGAN = "2027-03-31", "2027-04-01"
HALVES = {EAST: "M400,450L420,450L420,478L400,478Z", WEST: "M364,450L400,450L400,478L364,478Z"}

# By table of data/reference the rows to add: those that README.md names.
ADDED: Mapping[str, list[Row]] = {
    "authorities": [
        {"dfe_code": code, "area_code": area, "name": name, "plain_name": name, "region_code": "E12000008",
         "region_name": "South East", "opened_on": BEGAN, "tiny": "no"}
        for code, area, name in ((EAST_CODE, EAST, "East Surrey"), (WEST_CODE, WEST, "West Surrey"))
    ],
    "authority_codes": [
        {"area_code": EAST, "dfe_code": EAST_CODE, "from_on": BEGAN},
        {"area_code": WEST, "dfe_code": WEST_CODE, "from_on": BEGAN},
    ],
    "authority_names": [
        {"dfe_code": EAST_CODE, "name": "East Surrey", "used_by": "dfe"},
        {"dfe_code": WEST_CODE, "name": "West Surrey", "used_by": "dfe"},
    ],
    "authority_changes": [
        {"changed_on": BEGAN, "kind": "split", "predecessor_code": "936", "successor_code": code, "note": "A test's."}
        for code in (EAST_CODE, WEST_CODE)
    ],
    "tiles": [
        {"dfe_code": EAST_CODE, "tile_column": "8", "tile_row": "18"},
        {"dfe_code": WEST_CODE, "tile_column": "7", "tile_row": "20"},
    ],
    "outlines": [{"area_code": area, "outline": outline} for area, outline in HALVES.items()],
}  # fmt: skip


class Tables(NamedTuple):
    """A folder of curated tables and one of tidy tables."""

    reference: Path
    snapshot: Path


def made(folder: Path) -> Tables:
    """Copy the committed tables and add what two years would bring."""
    tables = Tables(folder / "reference", folder / "snapshot")
    for ours, theirs in ((REFERENCE, tables.reference), (SNAPSHOT, tables.snapshot)):
        theirs.mkdir(parents=True)
        for path in ours.glob("*.csv"):
            (theirs / path.name).write_bytes(path.read_bytes())
    split(tables.reference)
    for source, dates in {
        "referrals": {"2027-03-31": "2025-03-31", "2028-03-31": "2025-03-31"},
        "children_in_need": {"2027-03-31": "2025-03-31", "2028-03-31": "2025-03-31"},
        "population": {"2026-06-30": "2024-06-30", "2027-06-30": "2024-06-30"},
    }.items():
        newest = [each for each in rows(SNAPSHOT / f"{source}.csv") if each["period_end"] in dates.values()]
        add_edition(tables, source, "2028", [row for each in newest for row in repeated(each, dates)])
    add_edition(tables, "workforce", "2027", workforce(folder, tables.reference))
    add_edition(tables, "ofsted_overview", "2028-06-30", inspected())
    add_edition(tables, "statistical_neighbours", "2028", [*neighbours()])
    return tables


def split(reference: Path) -> None:
    """Do what README.md says of an authority that becomes two."""
    ended = [row | {"closed_on": ENDED} if row["area_code"] == SURREY else row
             for row in rows(reference / "authorities.csv")]  # fmt: skip
    write(reference / "authorities.csv", ended)
    for table, added in ADDED.items():
        there = rows(reference / f"{table}.csv")
        write(reference / f"{table}.csv", [*there, *(dict.fromkeys(there[0], "") | row for row in added)])


def repeated(row: Row, dates: Mapping[str, str]) -> Iterable[Row]:
    """Give a figure once more on later dates, Surrey's to its successors from the day they begin."""
    for later, date in dates.items():
        if row["period_end"] == date:
            for area in (EAST, WEST) if row["area_code"] == SURREY and later >= BEGAN else (row["area_code"],):
                yield row | {"edition": "2028", "area_code": area, "period_end": later, "source_file": "invented.csv"}


def workforce(folder: Path, reference: Path) -> list[Row]:
    """Write an edition as the Department would publish it, of September 2026 and 2027, and read it as we read all."""
    source = sources()["workforce"]
    edition = replace(source.editions[-1], edition="2027", file="dfe_csww/2027/invented.csv", first=2026, last=2027)
    path = folder / "raw" / edition.file
    path.parent.mkdir(parents=True)
    write(path, published(source, reference))
    held = {"workforce": replace(source, editions=(edition,))}
    extract(folder / "raw", folder / "read", reference=reference, held=held)
    return rows(folder / "read" / "workforce.csv")


def published(source: Source, reference: Path) -> list[Row]:
    """Turn our figures of 2025 back into the publisher's layout, once for each of the two years."""
    with (SOURCE_FOLDERS / source.id / "columns.csv").open(encoding="utf-8", newline="") as file:
        columns = {row["2025"]: row["column"] for row in csv.DictReader(file) if row["2025"]}
    signs = {row["status"]: row["symbol"] for row in rows(reference / "symbols.csv") if row["layout"] == "ees"}
    figures: dict[str, Row] = {}
    for row in rows(SNAPSHOT / "workforce.csv"):
        if (row["edition"], row["period_end"]) == ("2025", "2025-09-30"):
            figures.setdefault(row["area_code"], {})[row["measure"]] = row["value"] or signs[row["status"]]
    return [
        {theirs: (place | figures[area]).get(ours, "") for theirs, ours in columns.items()} | {"time_period": year}
        for year in ("2026", "2027")
        for area, place in places(reference, year)
    ]


def places(reference: Path, year: str) -> Iterable[tuple[str, Row]]:
    """Name each place of a year as the publisher does, with the area whose figures of 2025 it is given."""
    joint = {row["member_code"]: row for row in rows(reference / "joint_returns.csv")}
    for row in rows(reference / "regions.csv"):
        level = "National" if row["level"] == "england" else "Regional"
        yield row["area_code"], {"geographic_level": level, "region_name": row["name"]}
    for row in rows(reference / "authorities.csv"):
        day = f"{year}-09-30"
        if (row["opened_on"] or day) <= day <= (row["closed_on"] or day):
            code, area = row["dfe_code"], row["area_code"]
            if code in joint:
                code, area = joint[code]["joint_code"], joint[code]["area_code"]
            if not code.endswith(row["dfe_code"]) and " / " in code:
                continue  # a joint return stands once, after its last member
            yield (SURREY if area in (EAST, WEST) else area), {
                "geographic_level": "Local authority", "old_la_code": code, "la_name": row["name"],
            }  # fmt: skip


def inspected() -> list[Row]:
    """Give West Surrey a first judgement."""
    return [{
        "dfe_code": WEST_CODE, "published_on": "2028-05-10", "framework": "ILACS", "judgement_area": "leadership",
        "inspection_type": "standard", "inspected_on": "2028-03-20", "grade": "good", "grade_as_published": "good",
        "authority_name": "west surrey", "basis": "compiled", "source_file": "invented.xlsx", "source_row": "2",
    }]  # fmt: skip


def neighbours() -> Iterable[Row]:
    """Give the model of 2025 once more, East Surrey in Surrey's place, and to West Surrey the neighbours of East."""
    for row in rows(SNAPSHOT / "statistical_neighbours.csv"):
        if row["model"] == "2025":
            other = row["neighbour_dfe_code"].replace("936", EAST_CODE)
            for code in (EAST_CODE, WEST_CODE) if row["dfe_code"] == "936" else (row["dfe_code"],):
                yield row | {"model": "2028", "dfe_code": code, "neighbour_dfe_code": other, "source_file": "invented"}


def add_edition(tables: Tables, source: str, edition: str, added: list[Row]) -> None:
    """Add the rows of an edition to a tidy table, and the edition to the manifest."""
    path = tables.snapshot / f"{source}.csv"
    write(path, [*rows(path), *(row | {"edition": edition} for row in added)])
    manifest = tables.snapshot / "manifest.csv"
    there = rows(manifest)
    newest = [row for row in there if row["source"] == source][-1]
    there.append(newest | {
        "file": f"{source}/{edition}/{added[0]['source_file']}", "edition": edition, "published": "2028-06-30",
        "sha256": "invented",
        "rows_read": str(len(added)), "rows_kept": str(len(added)),
    })  # fmt: skip
    tidy = hash_of(path.read_bytes())
    write(manifest, [row | {"tidy_sha256": tidy} if row["source"] == source else row for row in there])


def rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, table: list[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(table[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(table)
