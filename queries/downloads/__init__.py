"""The questions behind downloads: tidy rows, each with the file and row that it was read from."""

from collections.abc import Sequence

from duckdb import DuckDBPyConnection
from pandas import DataFrame

from queries.database import ask


def figures(
    con: DuckDBPyConnection, *, areas: Sequence[str], indicators: Sequence[str], first: int, last: int
) -> DataFrame:
    """List the figures of the chosen areas and indicators, with all that must be known of each.

    Parameters
    ----------
    areas
        Area codes, E92000001 and regions too. A member of a joint return is answered with the joint return too.
    indicators
        Ids of data/indicators.toml.
    first, last
        Years of the reference dates, both included.

    Returns
    -------
    DataFrame
        time_period (year), reference_date, period_start, area_code, dfe_code, area_name, area_level, indicator_id,
        indicator_title, value, status, unit, numerator, denominator, derived, note, publication, publisher,
        published, edition, source_file, source_row, licence, denominator_file, denominator_row, price_factor,
        price_file, price_row. One row per area,
        indicator and reference date.
    """
    return ask(con, "downloads/figures", areas=areas, indicators=indicators, first=first, last=last)


def judgements(con: DuckDBPyConnection, *, areas: Sequence[str]) -> DataFrame:
    """List every Ofsted judgement of the chosen authorities, all areas and frameworks.

    Returns
    -------
    DataFrame
        area_code, dfe_code, authority_name, framework, inspection_type, inspected_on, published_on,
        judgement_area, grade, grade_as_published, basis, publication, publisher, published, edition, source_file,
        source_row, licence. One row per authority, inspection and judgement area.
    """
    return ask(con, "downloads/judgements", areas=areas)


def interventions(con: DuckDBPyConnection, *, areas: Sequence[str]) -> DataFrame:
    """List the phases of government intervention in the chosen authorities' children's services.

    Returns
    -------
    DataFrame
        intervention_id, area_code, dfe_code, authority_name, phase, title, began_on, began_precision, ended_on,
        ended_precision, state, scope, trigger, source_url_began, source_url_ended, confidence, note. One row per
        phase.
    """
    return ask(con, "downloads/interventions", areas=areas)


def intervention_events(con: DuckDBPyConnection, *, areas: Sequence[str]) -> DataFrame:
    """List the dated steps of government intervention in the chosen authorities' children's services.

    Returns
    -------
    DataFrame
        event_id, intervention_id, area_code, dfe_code, authority_name, event_on, date_precision, kind, scope,
        happened, title, detail, source_title, source_url, confidence, note. One row per step.
    """
    return ask(con, "downloads/intervention_events", areas=areas)
