"""The questions behind pictures: the data's version, and figures as they stood in a past edition."""

from collections.abc import Sequence

from queries.question import question
from queries.rows.catalogue import Publication
from queries.rows.compare import Compared
from queries.rows.downloads import TidyFigure
from queries.rows.pictures import (
    Changed,
    EditionHeld,
    Finding,
    PhaseThen,
    Version,
)


@question(Version)
def version() -> None:
    """Say how new the data are.

    Returns
    -------
    list of Version
        One row.
    """


@question(EditionHeld)
def editions(*, indicator: str) -> None:
    """List the editions of the publications behind an indicator.

    Returns
    -------
    list of EditionHeld
        One row per edition and publication, the newest first.
    """


@question(Compared)
def lines(
    *, authorities: Sequence[str], indicator: str, edition: str, measure: str, base: int, first: int, last: int,
    context: bool,
) -> None:  # fmt: skip
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
    context
        Whether every other authority is answered too.

    Returns
    -------
    list of Compared
        One row per area and reference date.
    """


@question(Changed)
def changes(*, authorities: Sequence[str], indicator: str, edition: str, first: int, last: int) -> None:
    """Say what has changed since an edition.

    Parameters
    ----------
    authorities, indicator, edition, first, last
        As for `lines`.

    Returns
    -------
    list of Changed
        One row per area and reference date that has changed or is new.
    """


@question(Finding)
def findings(*, authorities: Sequence[str], indicator: str) -> None:
    """List of which windows of years a headline may say that an authority's figure rose or fell.

    Parameters
    ----------
    authorities
        Area codes.
    indicator
        An id of data/indicators.toml.

    Returns
    -------
    list of Finding
        One row per authority and window.
    """


@question(Publication)
def sources(*, areas: Sequence[str], indicator: str, edition: str, judged: bool, first: int, last: int) -> None:
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
    list of Publication
        One row per publication.
    """


@question(TidyFigure)
def figures(*, areas: Sequence[str], indicator: str, edition: str, first: int, last: int) -> None:
    """List the figures of a past edition for a file.

    Parameters
    ----------
    areas, indicator, edition, first, last
        As for `sources`.

    Returns
    -------
    list of TidyFigure
        One row per area and reference date.
    """


@question(PhaseThen)
def phases(*, authorities: Sequence[str]) -> None:
    """List the phases of intervention in some authorities with the dated steps that show each.

    Returns
    -------
    list of PhaseThen
        One row per phase and step.
    """
