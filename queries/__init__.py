"""The questions that pages may ask: one function and one .sql file each."""

from collections.abc import Sequence

from duckdb import DuckDBPyConnection
from pandas import DataFrame

from queries.database import ask


def authorities(con: DuckDBPyConnection) -> DataFrame:
    """List every authority, past ones too, with the names and codes by which it can be found.

    Returns
    -------
    DataFrame
        area_code, dfe_code, name (as people say it), other_names (list), area_codes (list), region_name, opened_on,
        closed_on, tiny, predecessors (list), predecessor_codes (list), successors (list), successor_codes (list),
        joint_return_name.
        One row per authority, by name.
    """
    return ask(con, "authorities")


def held(con: DuckDBPyConnection) -> DataFrame:
    """Say the years of what is held.

    Returns
    -------
    DataFrame
        first_figures, last_figures, first_all, last_all (judgements and dated steps too). One row.
    """
    return ask(con, "held")


def indicators(con: DuckDBPyConnection, *, indicators: Sequence[str]) -> DataFrame:
    """Say what the chosen indicators mean.

    Parameters
    ----------
    indicators
        Ids of data/indicators.toml.

    Returns
    -------
    DataFrame
        indicator_id, title, short_title, topic, unit, measure, decimals, better, better_reason, basis,
        reference (as "at 30 September"), definition, caveats (list). One row per indicator, in the order asked.
    """
    return ask(con, "indicators", indicators=indicators)


def trend(
    con: DuckDBPyConnection,
    *,
    authority: str,
    beside: Sequence[str],
    others: Sequence[str],
    model: str,
    indicators: Sequence[str],
    first: int,
    last: int,
) -> DataFrame:
    """Follow the chosen indicators over time for one authority and what is set beside it.

    Parameters
    ----------
    authority
        Area code of an authority. A member of a joint return is answered with the joint return.
    beside
        Any of england, region and neighbours.
    others
        Area codes of other authorities.
    model
        The model of statistical neighbours: 2021 or 2025.
    indicators
        Ids of data/indicators.toml.
    first, last
        Years of the reference dates, both included.

    Returns
    -------
    DataFrame
        indicator_id, role (chosen, england, region, neighbours or other), area_code, area_name, area_level,
        period_start, period_end, value, status, numerator, denominator, derived, averaged and averaged_of (of how
        many neighbours the value is the median, and of how many there are), note, unusual, segment (a break lies
        between two segments), source_id, edition, source_file, source_row. One row per indicator, area and reference
        date.
    """
    return ask(
        con,
        "trend",
        authority=authority,
        beside=beside,
        others=others,
        model=model,
        indicators=indicators,
        first=first,
        last=last,
    )


def breaks(con: DuckDBPyConnection, *, indicators: Sequence[str]) -> DataFrame:
    """List the breaks in the chosen series.

    Returns
    -------
    DataFrame
        indicator_id, from_period_end, to_period_end, title, detail, source. One row per break.
    """
    return ask(con, "breaks", indicators=indicators)


def interventions(con: DuckDBPyConnection, *, authority: str) -> DataFrame:
    """List the phases of government intervention in an authority's children's services.

    Returns
    -------
    DataFrame
        intervention_id, phase, title, began_on, began_precision, ended_on, ended_precision, known_to, last_reported,
        closed_on (of the authority), state (ended, in_force or end_unknown), scope (social_care or mixed), trigger,
        source_url_began, source_url_ended, confidence, note.
        One row per phase, in order.
    """
    return ask(con, "interventions", authority=authority)


def intervention_events(con: DuckDBPyConnection, *, authority: str) -> DataFrame:
    """List the dated steps of government intervention in an authority's children's services.

    Returns
    -------
    DataFrame
        event_on, date_precision, kind, scope, happened, title, detail, source_title, source_url, confidence, note.
        One row per step, in order; what was only planned or threatened is told apart by `happened`.
    """
    return ask(con, "intervention_events", authority=authority)


def ribbon(con: DuckDBPyConnection, *, authority: str) -> DataFrame:
    """Tell which Ofsted grade stood for an authority's children's services as a whole, and when.

    Returns
    -------
    DataFrame
        framework, inspection_type, inspected_on, published_on, until, grade ('no overall grade' from April 2026),
        graded (the judgement that stands for the whole), judgements (all areas, as "leadership: good; ..."), basis
        (ofsted, compiled or confirmed). One row per inspection.
    """
    return ask(con, "ribbon", authority=authority)


def headline(con: DuckDBPyConnection, *, authority: str, indicators: Sequence[str]) -> DataFrame:
    """Give an authority's figures on the newest date, how they changed, and their rank among authorities.

    Parameters
    ----------
    authority
        Area code of an authority.
    indicators
        Ids of data/indicators.toml.

    Returns
    -------
    DataFrame
        indicator_id, period_end, value, status, numerator, denominator, lower_95, upper_95 (Wilson for percentages,
        Byar for rates), england_value, last_period_end, last_value, last_status (of the last figure before one that
        is not given), change_year (since the date a year before), change_refused (why there is none: no_figure, gap,
        break, joint or rounds_to_zero), rank (1 = the lowest; none where small), ranked_of, rank_low, rank_high
        (where 95 of 100 ranks lie when chance moves all figures), small (a denominator under 50 or a numerator under
        10). One row per indicator of which the authority has ever had a row.
    """
    return ask(con, "headline", authority=authority, indicators=indicators)


def around_intervention(con: DuckDBPyConnection, *, authority: str, indicators: Sequence[str]) -> DataFrame:
    """Give an authority's figures before and after its last intervention began, and before and after it ended.

    Parameters
    ----------
    authority
        Area code of an authority.
    indicators
        Ids of data/indicators.toml.

    Returns
    -------
    DataFrame
        indicator_id, turn (began or ended), turned_on, turned_precision, moment (before: the last reference date
        before the turn; after: the first after it; newest), period_end, value, status, known_end, known_value,
        known_status (of the nearest figure where none is given on that date), straddles (the year had begun before
        the turn), refused (why it may not be set beside the newest: break or joint). One row per indicator, turn and
        moment that there is.
    """
    return ask(con, "around_intervention", authority=authority, indicators=indicators)


def events(con: DuckDBPyConnection, *, authority: str, scopes: Sequence[str]) -> DataFrame:
    """List events that may explain a step in a line.

    Parameters
    ----------
    authority
        Area code of an authority.
    scopes
        Any of local and national.

    Returns
    -------
    DataFrame
        event_on, date_precision, scope, kind, title, detail, source_title, source_url, confidence. One row per event.
    """
    return ask(con, "events", authority=authority, scopes=scopes)


def ribbons(con: DuckDBPyConnection, *, authority: str, wanted: bool) -> DataFrame:
    """Tell which Ofsted grade stood in each judgement area, and when.

    Parameters
    ----------
    authority
        Area code of an authority.
    wanted
        Whether the areas are wanted at all; no rows otherwise.

    Returns
    -------
    DataFrame
        row (areas of the same subject share one), graded, framework, inspection_type, inspected_on, published_on,
        until (the next inspection), grade, basis. One row per judgement and area.
    """
    return ask(con, "ribbons", authority=authority, wanted=wanted)


def national(con: DuckDBPyConnection, *, indicators: Sequence[str]) -> DataFrame:
    """Follow the chosen indicators over time for England, as published.

    Returns
    -------
    DataFrame
        indicator_id, area_code, area_name, period_end, value, status, segment. One row per indicator and reference
        date.
    """
    return ask(con, "national", indicators=indicators)


def releases(con: DuckDBPyConnection) -> DataFrame:
    """List the eight publications of which the newest editions are loaded, the newest first.

    Returns
    -------
    DataFrame
        title, publisher, url, published (as exactly as known), edition, next_release. One row per publication.
    """
    return ask(con, "releases")


def interventions_of(con: DuckDBPyConnection, *, authorities: Sequence[str]) -> DataFrame:
    """List the interventions in the children's services of the chosen authorities.

    Returns
    -------
    DataFrame
        area_code, authority_name, intervention_id, began_on, began_precision, ended_on, ended_precision, state,
        last_reported, confidence. One row per intervention.
    """
    return ask(con, "interventions_of", authorities=authorities)


def judgements(con: DuckDBPyConnection, *, authority: str) -> DataFrame:
    """List every Ofsted judgement of an authority, all areas and frameworks.

    Returns
    -------
    DataFrame
        framework, inspection_type, inspected_on, published_on, judgement_area, grade, grade_as_published, basis,
        source_file, source_row. One row per inspection and judgement area.
    """
    return ask(con, "judgements", authority=authority)


def sources(
    con: DuckDBPyConnection, *, areas: Sequence[str], indicators: Sequence[str], first: int, last: int
) -> DataFrame:
    """Name the publications behind the chosen figures and behind the judgements of the chosen areas.

    Parameters
    ----------
    areas
        Area codes.
    indicators
        Ids of data/indicators.toml.
    first, last
        Years of the reference dates of the figures, both included.

    Returns
    -------
    DataFrame
        title, publisher, url, licence, published (list of dates, as exactly as known), next_release. One row per
        publication, the newest first.
    """
    return ask(con, "sources", areas=areas, indicators=indicators, first=first, last=last)
