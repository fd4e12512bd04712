"""The questions behind the before and after view: from which events to count, whom to compare, and the differences."""

from collections.abc import Sequence

from duckdb import DuckDBPyConnection
from pandas import DataFrame

from queries.database import ask


def events(con: DuckDBPyConnection, *, authority: str, indicator: str, span: int) -> DataFrame:
    """List the events of an authority from which years can be counted, those with enough figures first.

    Parameters
    ----------
    authority
        Area code of an authority.
    indicator
        Id of data/indicators.toml: the figures on each side of an event are counted.
    span
        How many years on each side.

    Returns
    -------
    DataFrame
        event_id (as began:doncaster-2009, ended:doncaster-2009 or judgement:2018-01-19:SIF), kind (began, ended or
        judgement), title, first_on and last_on (the days between which it lies; the same where the day is known),
        date_precision, confidence, source, points_before, points_after (published figures in the event's own stretch
        of the series). One row per event.
    """
    return ask(con, "before_after/events", authority=authority, indicator=indicator, span=span)


def group(
    con: DuckDBPyConnection, *, authority: str, indicator: str, event_from: str, event_to: str, span: int
) -> DataFrame:
    """Say of every other authority whether it belongs to the comparison group around an event, or why not.

    Parameters
    ----------
    authority, indicator, span
        As for `events`.
    event_from, event_to
        The days between which the event lies, as 2021-01-01.

    Returns
    -------
    DataFrame
        area_code, area_name, points_before, points_after, place (in the group, under intervention, too few figures or
        very small). One row per authority or joint return with a published figure at a date that enters.
    """
    return ask(
        con,
        "before_after/group",
        authority=authority,
        indicator=indicator,
        event_from=event_from,
        event_to=event_to,
        span=span,
    )


def differences(
    con: DuckDBPyConnection,
    *,
    authority: str,
    indicator: str,
    event_from: str,
    event_to: str,
    span: int,
    model: str,
    group: Sequence[str],
) -> DataFrame:
    """Set an authority against its neighbours and a comparison group, year by year around an event.

    Parameters
    ----------
    authority, indicator, event_from, event_to, span
        As for `group`.
    model
        The model of statistical neighbours: 2021 or 2025.
    group
        Area codes of the comparison group.

    Returns
    -------
    DataFrame
        years_since (0 at the first reference date on or after the event), period_start, period_end, side (before;
        during where a year's total or an approximate event lies on both sides; after), value, status, note, unusual,
        numerator, denominator, small, source_file, source_row, neighbours_median, neighbours_mean, neighbours_n,
        comparison_mean, comparison_n, comparison_of, change (from the authority's own mean before),
        comparison_change (the mean of the group's changes), difference, placebo_low, placebo_high (2.5 and 97.5
        percentiles), placebo_of, placebo_larger (placebos at least as far from 0), event_at (on the axis of years);
        and the same in every row: points_before, points_after, after_difference (mean of the differences after),
        after_low, after_high, after_of, after_larger, before_slope (of the differences before, a year), slope_of,
        slope_steeper. One row per reference date.
    """
    return ask(
        con,
        "before_after/differences",
        authority=authority,
        indicator=indicator,
        event_from=event_from,
        event_to=event_to,
        span=span,
        model=model,
        group=group,
    )
