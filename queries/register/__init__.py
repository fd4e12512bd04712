"""The questions behind the register of government interventions: all authorities together, and what is not certain."""

from duckdb import DuckDBPyConnection
from pandas import DataFrame

from queries.database import ask


def spells(con: DuckDBPyConnection, *, region: str) -> DataFrame:
    """List the interventions in children's services.

    Parameters
    ----------
    region
        Area code of a region, London or its parts too; or all.

    Returns
    -------
    DataFrame
        area_code, dfe_code, authority_name, region_name, intervention_id, began_on, began_precision, ended_on,
        ended_precision, known_to (as far as it is evidenced), last_reported, state (ended, in_force or end_unknown),
        scope, phases (list), trigger, source_url_began, source_url_ended, confidence, note. One row per intervention,
        by authority.
    """
    return ask(con, "register/spells", region=region)


def phases(con: DuckDBPyConnection, *, region: str) -> DataFrame:
    """List the phases of the interventions in children's services.

    Parameters
    ----------
    region
        As for `spells`.

    Returns
    -------
    DataFrame
        area_code, dfe_code, authority_name, region_name, closed_on (of the authority), intervention_id, phase, title,
        began_on, began_precision, ended_on, ended_precision, known_to, last_reported, state (of the phase),
        intervention_state, scope, trigger, source_url_began, source_url_ended, confidence, note. One row per phase,
        by authority and in order.
    """
    return ask(con, "register/phases", region=region)


def moved(con: DuckDBPyConnection, *, region: str) -> DataFrame:
    """List the authorities whose children's services moved to a trust or a company, with or without a direction.

    Parameters
    ----------
    region
        As for `spells`.

    Returns
    -------
    DataFrame
        area_code, dfe_code, authority_name, region_name, moved_on, date_precision, title, direction (on that day: in
        force, none known, or not asked for one that took the place of another), returned_on, return_planned_for,
        source_title, source_url, confidence. One row per authority, the first that moved first.
    """
    return ask(con, "register/moved", region=region)


def steps(con: DuckDBPyConnection, *, region: str) -> DataFrame:
    """List the dated steps of the interventions, what was only planned or threatened too.

    Parameters
    ----------
    region
        As for `spells`.

    Returns
    -------
    DataFrame
        event_id, area_code, dfe_code, authority_name, region_name, intervention_id (empty where none), event_on,
        date_precision, kind, scope, happened, title, detail, source_title, source_url, confidence, note. One row per
        step, in order.
    """
    return ask(con, "register/steps", region=region)


def in_force(con: DuckDBPyConnection, *, region: str) -> DataFrame:
    """Tell which interventions were in force on each 31 March since 2009, and how surely.

    Parameters
    ----------
    region
        As for `spells`.

    Returns
    -------
    DataFrame
        as_at, intervention_id, area_code, dfe_code, authority_name, standing (evidenced, reported or unknown), state,
        began_on, began_precision, known_to, confidence. One row per date and intervention.
    """
    return ask(con, "register/in_force", region=region)


def contradictions(con: DuckDBPyConnection, *, authority: str) -> DataFrame:
    """List the points on which accounts differ.

    Parameters
    ----------
    authority
        Area code of an authority; or all.

    Returns
    -------
    DataFrame
        contradiction_id, area_code, authority_name, about, one_account, one_source, other_account, other_source,
        treated_as (how the register treats it), confidence. One row per point.
    """
    return ask(con, "register/contradictions", authority=authority)


def doubts(con: DuckDBPyConnection) -> DataFrame:
    """List what is not certain in the register.

    Returns
    -------
    DataFrame
        doubt (end not known, or low confidence), kind (intervention, phase, dated step or event), authority_name,
        title, row_id. One row per row and doubt.
    """
    return ask(con, "register/doubts")


def changes(con: DuckDBPyConnection) -> DataFrame:
    """List what was changed in the register since its first publication here.

    Returns
    -------
    DataFrame
        changed_on, file, row_id, change (added, corrected or removed), changed (which columns), before, after, why.
        One row per changed row, the newest first.
    """
    return ask(con, "register/changes")


def happenings(con: DuckDBPyConnection, *, region: str) -> DataFrame:
    """List other events that matter: published reviews, policy, law, inspection frameworks.

    Parameters
    ----------
    region
        As for `spells`; national events are always among them.

    Returns
    -------
    DataFrame
        event_id, event_on, date_precision, scope (national or authority), kind, area_code (empty for England),
        authority_name, title, detail, source_title, source_url, confidence. One row per event, the newest first.
    """
    return ask(con, "register/happenings", region=region)
