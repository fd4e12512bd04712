"""The before and after view as the rows of tables: exactly what is drawn, with how many stand behind each figure."""

from collections.abc import Sequence

from data.catalogue import Indicator
from pages.charts.words import averaged, day, figure, figure_of, signed
from queries.rows.before_after import CountedFrom, Difference, Member
from queries.rows.history import Event

SIDES = {"before": "before", "during": "neither", "after": "after"}
Cells = dict[str, object]


def levels(rows: Sequence[Difference], *, name: str, indicator: Indicator, average: str) -> list[Cells]:
    """Write the upper panel: Year, Date, the authority, its neighbours and the comparison group with n, Source.

    Parameters
    ----------
    rows
        Of `queries.before_after.differences`.
    name, indicator
        The name of the authority, and what is shown.
    average
        median or mean: how the neighbours are taken together.

    Returns
    -------
    list of dict
        The cells of each row by the heads of their columns; one row per reference date.
    """
    return [
        {
            "Year": _year(row),
            "Date": day(row.period_end),
            name: figure(row.value, row.status, unit=indicator.unit, decimals=indicator.decimals),
            f"Neighbours ({average})": figure_of(
                row.neighbours_median if average == "median" else row.neighbours_mean, averaged(indicator)
            ),
            "Neighbours with a figure": row.neighbours_n,
            "Comparison group (mean)": figure_of(row.comparison_mean, averaged(indicator)),
            "Of the group with a figure": f"{row.comparison_n} of {row.comparison_of}",
            "Note": row.note,
            "Source": f"{row.source_file}, row {row.source_row}" if row.source_file else "",
        }
        for row in rows
    ]


def differences(rows: Sequence[Difference], *, name: str, indicator: Indicator) -> list[Cells]:
    """Write the lower panel: Year, Date, Side, both changes, the difference, and its place among the placebos.

    Parameters
    ----------
    rows, name, indicator
        As for `levels`.

    Returns
    -------
    list of dict
        One row per reference date; a date that does not enter says so.
    """
    return [_difference(row, name, indicator) for row in rows]


def _difference(row: Difference, name: str, indicator: Indicator) -> Cells:
    def written(value: float | None) -> str:
        return "does not enter" if value is None else signed(value, unit="", decimals=indicator.decimals + 1)

    enters = row.difference is not None
    return {
        "Year": _year(row),
        "Date": day(row.period_end),
        "Side": SIDES[row.side],
        f"Change, {name}": written(row.change),
        "Change, group": written(row.comparison_change),
        "Difference": written(row.difference),
        "Middle 95% of placebos": f"{written(row.placebo_low)} to {written(row.placebo_high)}" if enters else "",
        "Others at least as far": f"{row.placebo_larger} of {row.placebo_of}" if enters else "",
    }


def group(members: Sequence[Member]) -> list[Cells]:
    """Write who is compared: Authority, Place (in the group, or why not), Figures before, Figures after."""
    return [
        {
            "Authority": member.area_name,
            "Place": member.place,
            "Figures before": member.points_before,
            "Figures after": member.points_after,
        }
        for member in members
    ]


def event(event: CountedFrom) -> list[Cells]:
    """Write the event from which years are counted: Event, Date, Known to the, Confidence, Source."""
    return [
        {
            "Event": event.title,
            "Date": day(event.first_on, event.date_precision),
            "Known to the": event.date_precision,
            "Confidence": event.confidence,
            "Source": event.source,
        }
    ]


def around(events: Sequence[Event]) -> list[Cells]:
    """Write the events of the same years: Date, Where, What, Source."""
    return [
        {
            "Date": day(event.event_on, event.date_precision),
            "Where": "England" if event.scope == "national" else "this authority",
            "What": event.title,
            "Source": f"{event.source_title} {event.source_url}".strip(),
        }
        for event in events
    ]


def _year(row: Difference) -> str:
    return signed(row.years_since, unit="", decimals=0)
