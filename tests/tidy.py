"""The committed tidy tables read once more, in plain Python: no build, no SQL. What the pages say is held to them."""

import csv
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from data.paths import INDICATORS, REFERENCE, SNAPSHOT, SOURCES
from tests.alternative import Figure, Lives, Money, Observation, observations

Series = dict[int, float]
ENGLAND = "E92000001"


def rows(path: Path) -> list[dict[str, str]]:
    """Read a table as it is written."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def reference(stem: str) -> list[dict[str, str]]:
    """Read a curated table."""
    return rows(REFERENCE / f"{stem}.csv")


@cache
def snapshot(stem: str) -> list[dict[str, str]]:
    """Read a tidy table that holds no figures of indicators."""
    return rows(SNAPSHOT / f"{stem}.csv")


@cache
def catalogue() -> Mapping[str, Mapping[str, Any]]:
    """Read the indicators as they are written."""
    return tomllib.loads(INDICATORS.read_text(encoding="utf-8"))


def sources_of_figures() -> list[str]:
    """Return the ids of the sources of which the tidy table holds figures."""
    return [id for id, source in tomllib.loads(SOURCES.read_text(encoding="utf-8")).items()
            if source["content"] == "figures"]  # fmt: skip


@cache
def by_measure(source: str) -> dict[str, list[Figure]]:
    """Read the tidy table of a source, by measure."""
    found: dict[str, list[Figure]] = {}
    for row in rows(SNAPSHOT / f"{source}.csv"):
        value = float(row["value"]) if row["value"] else None
        found.setdefault(row["measure"], []).append(
            Figure(source, row["edition"], row["measure"], row["area_code"], date.fromisoformat(row["period_end"]),
                   value, row["status"])
        )  # fmt: skip
    return found


def everything() -> Iterable[Figure]:
    """Yield every figure of every source, and keep none."""
    for source in sources_of_figures():
        for figures in by_measure.__wrapped__(source).values():
            yield from figures


@cache
def lives() -> Lives:
    """Return the first and the last day of each area."""
    found: dict[str, tuple[date | None, date | None]] = {}
    for stem, first, last in (
        ("authorities", "opened_on", "closed_on"), ("joint_returns", "first_period_end", "last_period_end"),
        ("regions", "", ""),
    ):  # fmt: skip
        for row in reference(stem):
            found[row["area_code"]] = (day(row.get(first, "")), day(row.get(last, "")))
    return found


def day(text: str) -> date | None:
    """Read a date, or none."""
    return date.fromisoformat(text) if text else None


@cache
def money() -> Money:
    """Read the deflator and what is left out of totals, which name an authority by its three digits."""
    deflator = {
        date.fromisoformat(row["period_end"]): float(row["value"]) for row in rows(SNAPSHOT / "gdp_deflator.csv")
    }
    codes = {row["dfe_code"]: row["area_code"] for row in reference("authorities")}
    left_out: dict[tuple[str, str, str, date], tuple[str, ...]] = {}
    for row in reference("left_out"):
        key = (row["source_id"], row["measure"], row["area_code"], date.fromisoformat(row["period_end"]))
        left_out[key] = (*left_out.get(key, ()), codes[row["dfe_code"]])
    return Money(deflator, left_out)


@cache
def of(id: str) -> list[Observation]:
    """Return what an indicator has in every edition of every publication, one of each date and area marked as shown."""
    indicator = catalogue()[id]
    wanted = {
        (series["source"], measure)
        for series in indicator["series"]
        for measure in (*series.get("numerator", ()), *series.get("denominator", ()), series.get("published", ""))
    }
    if indicator.get("population"):
        wanted.add(("population", "population_0_17"))
    figures = [figure for source, measure in sorted(wanted) for figure in by_measure(source).get(measure, [])]
    return observations({id: indicator}, figures, lives(), money())


@cache
def shown(id: str) -> dict[str, dict[date, Observation]]:
    """Return what is shown of an indicator, by area and date."""
    found: dict[str, dict[date, Observation]] = {}
    for row in of(id):
        if row.latest:
            found.setdefault(row.area, {})[row.period_end] = row
    return found


def series(area: str, id: str) -> Series:
    """Return the figures that are given of an indicator in an area, by year."""
    return {
        on.year: row.value for on, row in sorted(shown(id).get(area, {}).items()) if row.value is not None
    }  # fmt: skip


@cache
def breaks(id: str) -> tuple[int, ...]:
    """Return the years before whose figure a series breaks."""
    return tuple(sorted(int(row["to_period_end"][:4]) for row in reference("series_breaks")
                        if row["indicator_id"] == id))  # fmt: skip


def comparable(area: str, id: str) -> Series:
    """Return the figures that no break divides from the newest."""
    found = series(area, id)
    return {year: value for year, value in found.items() if not any(year < cut <= max(found) for cut in breaks(id))}


@cache
def authorities() -> dict[str, str]:
    """Return authorities and joint returns by code, the very small left out: those that have a place among others."""
    found = {row["area_code"]: row["name"] for row in reference("authorities") if row["tiny"] == "no"}
    return found | {row["area_code"]: row["name"] for row in reference("joint_returns")}


@cache
def names() -> dict[str, str]:
    """Return the names of all areas by code."""
    stems = ("authorities", "joint_returns", "regions")
    return {row["area_code"]: row["name"] for stem in stems for row in reference(stem)}
