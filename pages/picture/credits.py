"""Whose figures and dates a picture shows, and where it is found."""

from collections.abc import Sequence
from dataclasses import dataclass

from pages.charts.svg.picture import LICENCE, STANDING
from pages.charts.words import published
from queries.rows.catalogue import Publication

NO_CAUSE = "Bars show when things happened, not that one caused the other."
REGISTER = "our register of interventions, compiled from published documents"
Publications = Sequence[Publication]


@dataclass(frozen=True, kw_only=True)
class Credits:
    """Whose figures and dates a picture shows, and where it is found.

    Attributes
    ----------
    publications
        Of the figures drawn.
    judgements
        How Ofsted's judgements are credited.
    judged, registered
        Whether groups or years rest on the judgements, or on the register of interventions, whatever is drawn below.
    version, link
        How new the figures are, in words; and the address of the view.
    edited
        Whether the headline is the visitor's own.
    """

    publications: tuple[str, ...]
    judgements: str
    judged: bool
    registered: bool
    version: str
    link: str
    edited: bool


def standing(version: str, came_out: str) -> str:
    """Say how new the figures are: the data version, or the edition and when it came out."""
    dated = f", published {published(came_out)}" if came_out else ""
    return f"Figures of the {version}{dated}" if version.startswith("edition") else f"Data version {version}"


def named(rows: Publications) -> tuple[str, ...]:
    """Name the publications of the figures, only the newest edition of each dated."""
    return tuple(
        f"{row.title}, {row.publisher}, published {published(max(row.published))}"
        for row in rows
        if "Ofsted" not in row.publisher
    )


def judgements(rows: Publications, *, came_out: str = "") -> str:
    """Name Ofsted's judgements where they are among the publications.

    Parameters
    ----------
    rows
        The publications.
    came_out
        When the past edition came out that is drawn: no later judgement is.
    """
    judged = [max(row.published) for row in rows if "Ofsted" in row.publisher]
    return f"Ofsted's judgements, from its files and reports to {published(came_out or max(judged))}" if judged else ""


def source(credited: Credits, *, grades: bool, bars: bool) -> str:
    """Name whose figures and dates are drawn: with grades Ofsted's, with bars of interventions our register's."""
    named = [*credited.publications]
    named += [credited.judgements] if credited.judgements and (grades or credited.judged) else []
    named += [REGISTER] if bars or credited.registered else []
    return f"{'Source' if len(named) == 1 else 'Sources'}: {'; '.join(named)}." if named else ""


def stamp(credited: Credits, *, bars: bool) -> str:
    """Write licence, standing, data version and link."""
    by_user = " Headline by the user." if credited.edited else ""
    cause = f" {NO_CAUSE}" if bars else ""
    return f"{LICENCE}. {STANDING}{cause}{by_user} {credited.version} · {credited.link}"
