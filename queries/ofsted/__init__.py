"""The questions behind the page on Ofsted: what stood when, who moved, who waits, and each authority's page."""

from collections.abc import Sequence

from queries.question import question
from queries.rows.catalogue import Publication
from queries.rows.ofsted import InForce, KnownTo, Move, OfstedPage, SinceInspection, Visit, VisitsHeld


@question(InForce)
def in_force(*, region: str, counted: str) -> None:
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
    list of InForce
        One row per authority that existed on the date, and date.
    """


@question(Move)
def moves(*, region: str) -> None:
    """List the moves between grades from one inspection to the next.

    Parameters
    ----------
    region
        As for `in_force`.

    Returns
    -------
    list of Move
        One row per inspection that followed another, the newest first.
    """


@question(SinceInspection)
def since(*, region: str) -> None:
    """Tell how long ago the last graded inspection of each authority was.

    Parameters
    ----------
    region
        As for `in_force`.

    Returns
    -------
    list of SinceInspection
        One row per authority of today, the longest wait first.
    """


@question(OfstedPage)
def page(*, authority: str) -> None:
    """Give the address of an authority's page at Ofsted, and how far the judgements held reach.

    Returns
    -------
    list of OfstedPage
        One row.
    """


@question(KnownTo)
def known() -> None:
    """Tell how far the judgements held reach, and what they rest on.

    Returns
    -------
    list of KnownTo
        One row.
    """


@question(Visit)
def visits(*, authority: str, region: str, kinds: Sequence[str]) -> None:
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
    list of Visit
        One row per visit.
    """


@question(VisitsHeld)
def visits_held() -> None:
    """Tell how many visits of each kind are held, and how far they reach.

    Returns
    -------
    list of VisitsHeld
        One row per kind.
    """


@question(Publication)
def visit_sources() -> None:
    """Name the publications behind the visits.

    Returns
    -------
    list of Publication
        One row per publication.
    """
