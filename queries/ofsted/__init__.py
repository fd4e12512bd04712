"""The questions behind the page on Ofsted: what stood when, who moved, who waits, and each authority's page."""

from collections.abc import Sequence

from duckdb import DuckDBPyConnection
from pandas import DataFrame

from queries.database import ask


def in_force(con: DuckDBPyConnection, *, region: str, counted: str) -> DataFrame:
    """Tell which grade stood for each authority on each 31 March since 2010, and on the newest day held.

    Parameters
    ----------
    region
        Area code of a region, London or its parts too; or all.
    counted
        published (a grade stands from the publication of its report) or inspected (Ofsted's rule for its tables: the
        latest inspection begun by then, if published by 30 June; until 2023 by 30 April).

    Returns
    -------
    DataFrame
        as_at, area_code, dfe_code, authority_name, region_name, tiny, grade (none held before the first inspection,
        no overall grade from April 2026), framework, graded (the judgement that stands for the whole), judgements (all
        areas in words), inspected_on, published_on, basis. One row per authority that existed on the date, and date.
    """
    return ask(con, "ofsted/in_force", region=region, counted=counted)


def moves(con: DuckDBPyConnection, *, region: str) -> DataFrame:
    """List the moves between grades from one inspection to the next.

    Parameters
    ----------
    region
        As for `in_force`.

    Returns
    -------
    DataFrame
        area_code, dfe_code, authority_name, region_name, framework_before, published_before, grade_before, framework,
        inspection_type, inspected_on, published_on, grade, move (rose, fell, the same; not compared where the two
        graded different things, or one of them gave no overall grade), days (between the two reports). One row per
        inspection that followed another, the newest first.
    """
    return ask(con, "ofsted/moves", region=region)


def since(con: DuckDBPyConnection, *, region: str) -> DataFrame:
    """Tell how long ago the last graded inspection of each authority was.

    Parameters
    ----------
    region
        As for `in_force`.

    Returns
    -------
    DataFrame
        area_code, dfe_code, authority_name, region_name, opened_on, framework, inspection_type, inspected_on,
        published_on, grade, judgements (all areas in words), as_at (the newest day held), days (from the first day
        of the inspection to it, or from the publication where that day is not held), page_url. One row per authority
        of today, the longest wait first.
    """
    return ask(con, "ofsted/since", region=region)


def page(con: DuckDBPyConnection, *, authority: str) -> DataFrame:
    """Give the address of an authority's page at Ofsted, and how far the judgements held reach.

    Returns
    -------
    DataFrame
        area_code, page_url (empty where none is held), source_file (where it was read), as_at (the newest day held),
        inspections (how many are held). One row.
    """
    return ask(con, "ofsted/page", authority=authority)


def known(con: DuckDBPyConnection) -> DataFrame:
    """Tell how far the judgements held reach, and what they rest on.

    Returns
    -------
    DataFrame
        as_at (the newest day held), first_year and last_year, ofsted_to (the last report in Ofsted's own files),
        published_to (the last report held), added (inspections that are not in Ofsted's files), confirmed (those
        of them that were compared with the report). One row.
    """
    return ask(con, "ofsted/known")


def visits(con: DuckDBPyConnection, *, authority: str, region: str, kinds: Sequence[str]) -> DataFrame:
    """List Ofsted's visits between inspections, which carry no grade.

    Parameters
    ----------
    authority
        Area code of an authority, or all.
    region
        As for `in_force`.
    kinds
        Any of focused, assurance (the visits of 2020 and 2021, in the pandemic) and monitoring.

    Returns
    -------
    DataFrame
        area_code, dfe_code, authority_name, region_name, kind (focused or monitoring), covid_visit, look (the kind as
        asked), first_day, dates_as_given, published_on, subject (in the letter's words), theme (in Ofsted's list),
        basis (letter, list, or both), letter_file, letter_sha256, edition, source_file, source_row, note. One row per
        visit.
    """
    return ask(con, "ofsted/visits", authority=authority, region=region, kinds=kinds)


def visits_held(con: DuckDBPyConnection) -> DataFrame:
    """Tell how many visits of each kind are held, and how far they reach.

    Returns
    -------
    DataFrame
        look (focused, assurance or monitoring), visits, authorities, first_on, last_on, published_to, in_both (a
        letter and Ofsted's list), in_list_alone, ended (authorities that have ended and of which no letter is held).
        One row per kind.
    """
    return ask(con, "ofsted/visits_held")


def visit_sources(con: DuckDBPyConnection) -> DataFrame:
    """Name the publications behind the visits.

    Returns
    -------
    DataFrame
        title, publisher, published (list of dates, or of one span "... to ..."). One row per publication.
    """
    return ask(con, "ofsted/visit_sources")
