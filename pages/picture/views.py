"""What a picture shows, by ids, and how it is read from an address without any widget."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from data.catalogue import indicators
from pages.choosing import choices, printed
from pages.choosing.address import read
from pages.choosing.regions import ENGLAND
from pages.choosing.years import of_figures
from pages.claims import beside
from pages.database import rows_once
from queries import pictures as questions
from queries.rows.catalogue import Authority
from queries.rows.compare import Series

NEWEST = "newest"


@dataclass(frozen=True, kw_only=True)
class View:
    """What a picture shows, by ids: the names are those of the address; the claims are those to mark."""

    authority: tuple[str, ...]
    indicator: str
    measure: str
    base: int
    event: str
    groups: tuple[str, ...]
    average: str
    england: bool
    context: bool
    bars: bool
    first: int
    last: int
    edition: str
    claims: tuple[str, ...] = ()

    @property
    def frozen(self) -> bool:
        """Whether it names the edition whose figures it shows."""
        return self.edition != NEWEST and self.measure != "since"


def read_view(
    address: Mapping[str, str],
    found: Mapping[str, Authority],
    facts: Mapping[str, Series],
    regions: Mapping[str, str],
    url: str | None,
) -> tuple[View, list[str], str]:
    """Read a view from an address alone, as the page with its widgets would.

    Parameters
    ----------
    address
        The query parameters.
    url
        Of the page itself.
    found, facts, regions
        Authorities by area code, rows of `queries.compare.series` by indicator, names of regions by area code.

    Returns
    -------
    tuple of View, list of str and str
        The view, a sentence for each thing that was passed over, and the address of the view for a picture.
    """
    held = of_figures()
    which = read([choices.series(default=("agency_rate",), most=1)], address)[0]["indicator"][0]
    offered = [
            choices.authorities(found, name="authority", default=choices.FIRST_COMPARED, most=8),
            choices.series(default=("agency_rate",), most=1), choices.drawn_view(),
            choices.base_year(facts[which].base_year, *held), choices.intervention_event(),
            choices.groups(regions, listed=False),
            choices.average_of_groups(),
            choices.yes_or_no("england", default=True), choices.yes_or_no("context", default=False),
            choices.yes_or_no("bars", default=True), choices.edition(editions(which)),
            choices.year("from", *held, default=held[0]), choices.year("to", *held, default=held[1]),
            *[choices.yes_or_no("claims", default=False)] * ("claims" in address),
    ]  # fmt: skip
    asked, problems = read(offered, address)
    years = sorted((int(asked["from"][0]), int(asked["to"][0])))
    england, context, bars = (asked[name] == ("1",) for name in ("england", "context", "bars"))
    view = View(
        authority=asked["authority"], indicator=which, measure=asked["as"][0], base=int(asked["base"][0]),
        event=asked["event"][0], groups=asked["groups"], average=asked["average"][0], first=years[0], last=years[1],
        edition=asked["edition"][0], england=england, context=context, bars=bars,
    )  # fmt: skip
    marked = replace(view, claims=touching(view)) if asked.get("claims") == ("1",) else view
    return marked, problems, printed.address(url, asked, offered)


def touching(view: View) -> tuple[str, ...]:
    """Return the claims that touch what a view shows: newest figures as they are, with England's where it is drawn."""
    if view.measure != "published" or past(view):
        return ()
    england = [ENGLAND] * (view.england and not indicators()[view.indicator].unit.is_count)
    return beside.touching([*view.authority, *england], [view.indicator], first=view.first, last=view.last)


def editions(indicator: str) -> list[str]:
    """Return the editions of an indicator's figures that are held, the newest first."""
    return list(dict.fromkeys(row.edition for row in rows_once(questions.editions, indicator=indicator)))


def newest_edition(indicator: str) -> str:
    """Return the newest edition of an indicator's figures."""
    return editions(indicator)[0]


def past(view: View) -> bool:
    """Tell whether a view shows figures as they stood in a past edition: what is not kept of those is left out."""
    return view.frozen and view.edition != newest_edition(view.indicator)


def kept_edition(view: View) -> str:
    """Return the edition that a link must name to keep the figures as they are; none where it can keep none."""
    return newest_edition(view.indicator) if view.edition == NEWEST and view.measure != "since" else view.edition


def came_out(view: View) -> str:
    """Return when the edition that a view names was published, as exactly as is known."""
    held = rows_once(questions.editions, indicator=view.indicator)
    return max(row.published for row in held if row.edition == view.edition)
