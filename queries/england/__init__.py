"""The questions about every authority at once: a year, a change, and whether either is beyond chance."""

from duckdb import DuckDBPyConnection
from pandas import DataFrame

from queries.database import ask


def year(con: DuckDBPyConnection, *, indicator: str, year: int) -> DataFrame:
    """Give the figure of every authority on one reference date.

    Parameters
    ----------
    indicator
        An id of data/indicators.toml.
    year
        Year of the reference date; no rows where the indicator has none in it.

    Returns
    -------
    DataFrame
        area_code, area_name, area_level (authority or joint return), authority_codes (list: those that the row is
        about), region_code, region_name, tiny, period_start, period_end, value, status, held (whether the publisher
        has a row), numerator, denominator, lower_95, upper_95, small, rank (from the lowest, 1), ranked_of, rank_low,
        rank_high (its range, of the newest date alone), rank_refused (why it has no rank: not_ranked, no_figure, tiny
        or small), grade (in force on the date; none held, or members differ), framework, intervention
        (under-intervention, no-intervention, not known or members differ), england_value, england_status,
        region_value, region_status, note, general_note, unusual, doubted, derived, source_id, edition, source_file,
        source_row. One row per authority that there was on the date, a joint return in place of its members, by name.
    """
    return ask(con, "england/year", indicator=indicator, year=year)


def change(
    con: DuckDBPyConnection, *, indicator: str, from_first: int, from_last: int, to_first: int, to_last: int
) -> DataFrame:
    """Tell how the figure of every authority changed, and which changes are beyond chance.

    Parameters
    ----------
    indicator
        An id of data/indicators.toml.
    from_first, from_last, to_first, to_last
        Years of the reference dates of the two spans, which must not meet; of one year alone first and last are one.

    Returns
    -------
    DataFrame
        area_code, area_name, area_level, region_code, from_period_end, to_period_end, from_years, to_years, from_value,
        to_value (means of their years), from_status, to_status (published, or why years are missing), refused (why the
        two are not compared: other_area, no_from, no_to, rounds_to_zero, break or doubted), change (in the unit),
        change_percent (of the first), england_from, england_to, england_change, against_england (the change less
        England's), test (binomial or series), untested (refused, small, unsettled or no_denominator), standard_error
        (in points; of counts and rates that of the logarithm of their ratio), z, p, q (Benjamini and Hochberg's, among
        the tested_of), tested_of, beyond_chance (q up to 0.05), z_england, p_england, q_england, beyond_england (the
        same of the change against England's), other_publication (the figures come from more than one), small, note,
        general_note. One row per authority
        that there was in either span, a joint return in place of its members, by name.
    """
    return ask(
        con, "england/change", indicator=indicator, from_first=from_first, from_last=from_last, to_first=to_first,
        to_last=to_last,
    )  # fmt: skip


def chance(con: DuckDBPyConnection, *, indicator: str, year: int) -> DataFrame:
    """Say of every authority whether its figure is within the limits of chance about England's.

    Parameters
    ----------
    indicator, year
        As for `year`.

    Returns
    -------
    DataFrame
        area_code, area_name, area_level, region_code, tiny, period_end, value, status, denominator, target (England's
        figure), dispersion (how many times the variance by chance authorities vary), adjusted (whether the limits are
        widened by it), measured_of (authorities), lower_limit_95, upper_limit_95, lower_limit_998, upper_limit_998, z
        (distance from the target, in widened standard deviations), untold (why it is not said to be outside: doubted
        or small), outside (above or below, 95% or 99.8%), note, general_note, source_file, source_row. One row per
        authority or joint return with a figure and a denominator, by name; none where no denominators are held.
    """
    return ask(con, "england/chance", indicator=indicator, year=year)


def limits(con: DuckDBPyConnection, *, indicator: str, year: int) -> DataFrame:
    """Give the limits of `chance` at sizes from the smallest to the largest, to draw them.

    Parameters
    ----------
    indicator, year
        As for `year`.

    Returns
    -------
    DataFrame
        denominator, target, lower_limit_95, upper_limit_95, lower_limit_998, upper_limit_998. One row per size.
    """
    return ask(con, "england/limits", indicator=indicator, year=year)


def tiles(con: DuckDBPyConnection, *, on: str) -> DataFrame:
    """Give every authority of a day its place on a map of equal tiles, and its true outline.

    Parameters
    ----------
    on
        A day, as 2025-03-31: mostly the reference date of what is drawn.

    Returns
    -------
    DataFrame
        area_code, dfe_code, authority_name, region_code, region_name, tiny, tile_column, tile_row (hexagons with a
        corner up, rows from the north, odd rows half a tile to the east), outline (the path of an SVG 524 units wide
        and 600 high; empty for those that had ended by May 2023). One row per authority that there was, by row and
        column.
        What is answered by a joint return is drawn on each of its members' tiles (`authority_codes` of `year`).
    """
    return ask(con, "england/tiles", on=on)


def groups(con: DuckDBPyConnection, *, authority: str) -> DataFrame:
    """List the groups of authorities that are like one.

    Parameters
    ----------
    authority
        Area code of an authority.

    Returns
    -------
    DataFrame
        group_id (neighbours-2025, neighbours-2021, region, kind, grade, size or deprivation), shared (what they have in
        common: the model, the region, unitary, metropolitan, London or county, the grade in force on the newest day
        held; nothing for size and deprivation), position (of neighbours, size and deprivation the nearest first, else
        by name), area_code, authority_name, tiny, closed_on (of statistical neighbours that have ended), measure and
        own_measure (children aged 0 to 17, or the average score of income deprivation affecting children, of the other
        and of the one asked about). One row per group and authority in it, never itself; no row of a group that it
        has not.
    """
    return ask(con, "england/groups", authority=authority)
