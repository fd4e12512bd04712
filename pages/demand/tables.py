"""Demand and money as the rows of tables: exactly what is drawn, with how many stand behind a median."""

from collections.abc import Sequence

from pages.charts.words import figure
from pages.charts.years import date_said, year_mark
from pages.demand import mix
from pages.demand.shown import BESIDE, Facts
from queries.rows.demand import Mix
from queries.rows.figures import Trend

Cells = dict[str, str]


def figures(facts: Facts) -> list[Cells]:
    """Write one row per measure and date: the authority, what is beside it, n of a median, note and source."""
    found = []
    for indicator in facts.indicators:
        drawn = facts.rows([indicator.id]).of(indicator)
        for when in sorted({row.period_end for row in drawn}):
            at = {row.role: row for row in drawn if row.period_end == when}
            written = {role: figure(row.value, row.status, unit=indicator.unit, decimals=indicator.decimals)
                       for role, row in at.items()}  # fmt: skip
            date = date_said(when, basis=indicator.basis)
            found.append({"Measure": indicator.title, "Date": date} | _cells(facts, at, written))
    return found


def _cells(facts: Facts, at: dict[str, Trend], written: dict[str, str]) -> Cells:
    chosen, median = at.get("chosen"), at.get("neighbours")
    beside = {at[role].area_name: written[role] for role in BESIDE if role in at}
    return {
        facts.name: written.get("chosen", "no row in the file"),
        **beside,
        **({"Neighbours with a figure": f"{median.averaged} of {median.averaged_of}"} if median else {}),
        "Note": chosen.note if chosen else "",
        "Source": f"{chosen.source_file}, row {chosen.source_row}" if chosen else "",
    }


def shares(rows: Sequence[Mix]) -> list[Cells]:
    """Write one row per area and year: the share of each line, all three together, and the source."""
    return [
        {
            "Place": row.area_name,
            "Year": year_mark(row.period_end, basis="year"),
            **({line.capitalize(): f"{share:.1f}%" for line, share in mix.shares(row).items()}
               or dict.fromkeys(map(str.capitalize, mix.FILLS), "not worked out")),
            "All three, cash": "none" if row.whole is None else f"£{row.whole:,.0f}",
            "Compares with the newest year": "yes" if row.comparable else "no: a line was redefined since",
            "Source": row.source,
        }
        for row in rows
    ]  # fmt: skip
