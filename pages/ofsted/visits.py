"""Ofsted's visits between inspections for the pages that show them beside other things: asked for, listed, offered."""

from collections.abc import Sequence
from functools import partial

import queries.history
from pages.database import answer, rows, rows_once
from pages.ofsted import judgements, visited
from pages.ofsted.choices import VISITS
from pages.showing import downloads
from pages.showing.table import table
from queries import ofsted as questions
from queries.rows.catalogue import Authority
from queries.rows.ofsted import Visit


def to(authority: str) -> list[Visit]:
    """Ask for the visits to an authority."""
    return rows(questions.visits, authority=authority, region="all", kinds=list(VISITS))


def notes(*, wanted: bool = True) -> list[str]:
    """Say what is held of visits, and what is missing; nothing if they are not wanted."""
    return visited.notes(rows_once(questions.visits_held)) if wanted else []


def listed(found: Sequence[Visit], name: str) -> None:
    """List the visits to an authority, if there are any."""
    if found:
        table(visited.table(found), caption=f"Ofsted visits to {name}, which carry no grade, latest first")


def judged(authority: Authority, found: Sequence[Visit]) -> None:
    """List the judgements of an authority, and the visits to it that are shown, where a heading stands already."""
    judged_rows = rows(queries.history.judgements, authority=authority.area_code)
    table(judgements.table(judged_rows), caption="Ofsted judgements, latest first")
    listed(found, authority.name)


def take(name: str, *, authority: str = "all", region: str = "all", kinds: Sequence[str] = tuple(VISITS)) -> None:
    """Offer visits to take away; `name` says whose they are."""
    ask = partial(answer, questions.visits, authority=authority, region=region, kinds=list(kinds))
    title = f"Ofsted visits between inspections: {name}"
    downloads.buttons(ask, name=f"ofsted-visits_{name}", title=title, label="Visits", of="visits")
