"""The questions behind pictures: the data's version, and figures as they stood in a past edition."""

from collections.abc import Sequence

from duckdb import DuckDBPyConnection
from pandas import DataFrame

from queries.database import ask


def version(con: DuckDBPyConnection) -> DataFrame:
    """Say how new the data are.

    Returns
    -------
    DataFrame
        published (of the newest publication, as exactly as known). One row.
    """
    return ask(con, "pictures/version")


def editions(con: DuckDBPyConnection, *, indicator: str) -> DataFrame:
    """List the editions of the publications behind an indicator.

    Returns
    -------
    DataFrame
        edition, published, publication. One row per edition and publication, the newest first.
    """
    return ask(con, "pictures/editions", indicator=indicator)


def lines(
    con: DuckDBPyConnection,
    *,
    authorities: Sequence[str],
    indicator: str,
    edition: str,
    measure: str,
    base: int,
    first: int,
    last: int,
) -> DataFrame:
    """Follow one indicator as it stood when an edition came out.

    Parameters
    ----------
    authorities
        Area codes. A member of a joint return is answered with the joint return.
    indicator
        An id of data/indicators.toml.
    edition
        A row of `editions`: figures of later editions are as if they were not yet there.
    measure
        published, difference, index or rank; no rank is made for past editions.
    base
        Year of the reference date whose figure is 100.
    first, last
        Years of the reference dates, both included.

    Returns
    -------
    DataFrame
        role (chosen or england), position, asked_code, asked_name, area_code, area_name, area_level, period_end,
        value, status, numerator, denominator, shown, shown_status, england_value, base_value, rank, ranked_of,
        derived, tiny, note, unusual, segment, edition, source_id, source_file, source_row: as of
        `queries.compare.lines`. One row per area and reference date.
    """
    return ask(
        con, "pictures/lines", authorities=authorities, indicator=indicator, edition=edition, measure=measure,
        base=base, first=first, last=last,
    )  # fmt: skip


def changes(
    con: DuckDBPyConnection, *, authorities: Sequence[str], indicator: str, edition: str, first: int, last: int
) -> DataFrame:
    """Say what has changed since an edition.

    Parameters
    ----------
    authorities, indicator, edition, first, last
        As for `lines`.

    Returns
    -------
    DataFrame
        area_name, period_end, value_then, status_then, value_now, status_now, edition_now, source_file, source_row.
        One row per area and reference date that has changed or is new.
    """
    return ask(
        con, "pictures/changes", authorities=authorities, indicator=indicator, edition=edition, first=first, last=last
    )


def findings(con: DuckDBPyConnection, *, authorities: Sequence[str], indicator: str) -> DataFrame:
    """List of which windows of years a headline may say that an authority's figure rose or fell.

    Parameters
    ----------
    authorities
        Area codes.
    indicator
        An id of data/indicators.toml.

    Returns
    -------
    DataFrame
        area_code, from_period_end and to_period_end (the first and last reference date shown), base_period_end and
        base_value (whence the change is told: the first, or where `peak` the highest figure of all), value (the last),
        england_base and england_value (of the same dates, where England moved alike and must be told). One row per
        authority and window.
    """
    return ask(con, "pictures/findings", authorities=authorities, indicator=indicator)


def sources(
    con: DuckDBPyConnection,
    *,
    areas: Sequence[str],
    indicator: str,
    edition: str,
    judged: bool,
    first: int,
    last: int,
) -> DataFrame:
    """Name the publications behind the figures of a past edition.

    Parameters
    ----------
    areas
        Codes of the areas drawn, joint returns too.
    indicator, edition, first, last
        As for `lines`.
    judged
        Whether Ofsted's judgements are drawn too.

    Returns
    -------
    DataFrame
        title, publisher, url, licence, published (a list, as exactly as known): as of `queries.compare.sources`, but
        none that came out later. One row per publication.
    """
    return ask(
        con, "pictures/sources", areas=areas, indicator=indicator, edition=edition, judged=judged, first=first,
        last=last,
    )  # fmt: skip


def figures(
    con: DuckDBPyConnection, *, areas: Sequence[str], indicator: str, edition: str, first: int, last: int
) -> DataFrame:
    """List the figures of a past edition for a file.

    Parameters
    ----------
    areas, indicator, edition, first, last
        As for `sources`.

    Returns
    -------
    DataFrame
        time_period (year), reference_date, period_start, area_code, dfe_code, area_name, area_level, indicator_id,
        indicator_title, value, status, unit, numerator, denominator, derived, note, publication, publisher,
        published, edition, source_file, source_row, licence, denominator_file, denominator_row: as of
        `queries.downloads.figures`. One row per area and reference date.
    """
    return ask(con, "pictures/figures", areas=areas, indicator=indicator, edition=edition, first=first, last=last)


def phases(con: DuckDBPyConnection, *, authorities: Sequence[str]) -> DataFrame:
    """List the phases of intervention in some authorities with the dated steps that show each.

    Returns
    -------
    DataFrame
        area_code, authority_name, intervention_id, title, began_on, began_precision, ended_on, ended_precision,
        state, last_reported, confidence, note, intervention_note (what the register explains), event_id (missing where
        the register names no step), event_on, date_precision, step, source_title, source_url, step_note. One row per
        phase and step.
    """
    return ask(con, "pictures/phases", authorities=authorities)
