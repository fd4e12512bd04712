"""The questions behind the comparison of authorities."""

from collections.abc import Sequence

from duckdb import DuckDBPyConnection
from pandas import DataFrame

from queries.database import ask


def series(con: DuckDBPyConnection) -> DataFrame:
    """Say of every indicator what a comparison must know before it draws.

    Returns
    -------
    DataFrame
        indicator_id, first_year, last_year, base_year (the first after the last break), ranked (whether a rank is
        sensible), counted (a number of something, not a rate), weighted (whether denominators are held). One row
        per indicator, in the order of the catalogue.
    """
    return ask(con, "compare/series")


def regions(con: DuckDBPyConnection) -> DataFrame:
    """List the regions, London and its two parts too.

    Returns
    -------
    DataFrame
        area_code, name. One row per region, by name.
    """
    return ask(con, "compare/regions")


def lines(
    con: DuckDBPyConnection,
    *,
    authorities: Sequence[str],
    indicator: str,
    measure: str,
    base: int,
    first: int,
    last: int,
) -> DataFrame:
    """Follow one indicator over time for the chosen authorities, England, and all other authorities.

    Parameters
    ----------
    authorities
        Area codes. A member of a joint return is answered with the joint return.
    indicator
        An id of data/indicators.toml.
    measure
        published, difference (from England's published figure, in the unit of the indicator), index (the figure of
        the base year is 100) or rank (from the lowest, 1; very small authorities and small numbers have none, a
        joint return one).
    base
        Year of the reference date whose figure is 100.
    first, last
        Years of the reference dates, both included.

    Returns
    -------
    DataFrame
        role (chosen, england or context), position (as asked), asked_code, asked_name, area_code, area_name and
        area_level (of the figure: an authority or a joint return), period_end, value, status, numerator, denominator,
        shown (the measure),
        shown_status (status, or no_england, no_base, small_numbers or not_ranked), england_value, base_value, rank,
        ranked_of (how many are counted on that date), rank_low, rank_high (the range, of the newest date),
        derived, tiny, note, unusual, segment (a break lies between two segments),
        source_id, source_file, source_row. One row per area and reference date.
    """
    return ask(
        con, "compare/lines", authorities=authorities, indicator=indicator, measure=measure, base=base, first=first,
        last=last,
    )  # fmt: skip


def groups(
    con: DuckDBPyConnection,
    *,
    authority: str,
    groups: Sequence[str],
    own: Sequence[str],
    model: str,
    average: str,
    indicator: str,
    measure: str,
    base: int,
    first: int,
    last: int,
) -> DataFrame:
    """Follow one indicator over time for groups of authorities.

    Parameters
    ----------
    authority
        Area code of the authority whose statistical neighbours are meant.
    groups
        Area codes of regions, neighbours, own; or a state, of those that were in it at each date: inadequate,
        other-grade, under-intervention, no-intervention. Others are passed over.
    own
        Area codes of the own list.
    model
        The model of statistical neighbours: 2021 or 2025.
    average
        median, or weighted-mean: of a rate the mean weighted by denominators, of a count the plain mean.
    indicator, measure, base, first, last
        As for `lines`; a group has no rank.

    Returns
    -------
    DataFrame
        position (as asked), group_id, group_name, basis ('as published', 'median', 'weighted mean' or
        'mean'), period_end, value, status (no_weights where a weighted mean has no denominators), averaged (authorities
        it is of), left_out (of the group, without a figure or a denominator), members (names of those it is of),
        shown, shown_status, segment. One row per group and reference date.
    """
    return ask(
        con, "compare/groups", authority=authority, groups=groups, own=own, model=model, average=average,
        indicator=indicator, measure=measure, base=base, first=first, last=last,
    )  # fmt: skip


def since(
    con: DuckDBPyConnection, *, authorities: Sequence[str], indicator: str, event: str, first: int, last: int
) -> DataFrame:
    """Follow one indicator for authorities by the years since government intervention began or ended in each.

    Parameters
    ----------
    authorities, indicator, first, last
        As for `lines`.
    event
        began or ended: of the latest spell in social care whose date is known.

    Returns
    -------
    DataFrame
        role (chosen or context), position, asked_code, asked_name, recorded_on and precision (of the event, as in
        the register; not known where the authority has none), event_on (the middle of a year known alone),
        earlier_events, area_code, area_name, area_level, period_end, years_since, value, status, shown, shown_status,
        derived, tiny, note, unusual, segment, source_file, source_row. One row per authority and reference date.
    """
    return ask(con, "compare/since", authorities=authorities, indicator=indicator, event=event, first=first, last=last)


def against(
    con: DuckDBPyConnection, *, authorities: Sequence[str], indicator: str, other: str, first: int, last: int
) -> DataFrame:
    """Pair the figures of two indicators by the year of their reference dates.

    Parameters
    ----------
    authorities, indicator, first, last
        As for `lines`.
    other
        The indicator to set `indicator` against.

    Returns
    -------
    DataFrame
        role (chosen, england or context), position, asked_code, asked_name, area_code, area_name, area_level,
        other_area_name, year, period_end, other_period_end, value, status, other_value, other_status, note, tiny,
        unusual, segment, source_file, source_row, other_source_file, other_source_row, correlation (of the last year
        that has pairs), correlation_low and correlation_high (its 95% interval) and correlated (of how many
        areas). One row per area and year; of the other authorities only that last year.
    """
    return ask(
        con, "compare/against", authorities=authorities, indicator=indicator, other=other, first=first, last=last
    )


def sources(
    con: DuckDBPyConnection,
    *,
    areas: Sequence[str],
    indicators: Sequence[str],
    groups: Sequence[str],
    first: int,
    last: int,
) -> DataFrame:
    """Name the publications behind a comparison: of its figures, and of judgements where groups are made by them.

    Returns
    -------
    DataFrame
        title, publisher, url, licence, published (list of dates, as exactly as known). One row per publication.
    """
    return ask(con, "compare/sources", areas=areas, indicators=indicators, groups=groups, first=first, last=last)
