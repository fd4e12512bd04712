"""Who makes referrals as the rows of tables: a place and year with all its sources; each figure with its file."""

from collections.abc import Sequence
from datetime import date

from data.catalogue import indicators
from pages.charts.years import date_said, year_mark
from pages.referral_sources.choices import SOURCES
from pages.referral_sources.shown import Facts
from pages.referral_sources.words import written
from queries.rows.demand import Together
from queries.rows.figures import Trend

Cells = dict[str, str]
NOTHING = "not held"  # of a source that no file held here lists for the year


def shares(facts: Facts, sums: Sequence[Together]) -> list[Cells]:
    """Write one row per place and year: the share of each source, and what they come to."""
    at = {(row.area_name, row.period_end, row.indicator_id): row for row in facts.trend}
    known = {(row.area_name, row.period_end): row for row in sums}
    places = dict.fromkeys(row.area_name for row in facts.trend)
    dates = sorted({row.period_end for row in facts.trend})
    return [_cells(name, when, at, known.get((name, when))) for name in places for when in dates
            if any((name, when, id) in at for id in SOURCES)]  # fmt: skip


def figures(facts: Facts) -> list[Cells]:
    """Write one row per source and date of the place: share, note, and the file and row that it was read from."""
    return [
        {
            "Source of referrals": indicators()[id].short_title,
            "Date": date_said(row.period_end, basis="year"),
            "Share": _share(row),
            "Note": row.note,
            "File and row": f"{row.source_file}, row {row.source_row}",
        }
        for id in SOURCES
        for row in facts.chosen(id)
    ]


def _cells(name: str, when: date, at: dict[tuple[str, date, str], Trend], together: Together | None) -> Cells:
    rows = {id: at.get((name, when, id)) for id in SOURCES}
    return {
        "Place": name,
        "Year": year_mark(when, basis="year"),
        **{indicators()[id].short_title: _share(row) for id, row in rows.items()},
        "Those given, together": _sum(together),
    }


def _share(row: Trend | None) -> str:
    return NOTHING if row is None else written(row)


def _sum(row: Together | None) -> str:
    """Write what the shares come to and of how many sources; medians of neighbours are not added up."""
    if row is None:
        return "not added up"
    return "none" if row.together is None else f"{row.together:.1f}% ({row.given} of {len(SOURCES)})"
