"""What a picture shows, by ids, and how it is read from an address without any widget."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pages.shared import choices
from pages.shared.address import read
from pages.shared.authority import Authority
from pages.shared.database import answer_once
from pages.shared.years import of_figures
from queries import pictures as questions

NEWEST = "newest"


@dataclass(frozen=True, kw_only=True)
class View:
    """What a picture shows, by ids: the names are those of the address."""

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

    @property
    def frozen(self) -> bool:
        """Whether it shows figures as they stood in a past edition."""
        return self.edition != NEWEST and self.measure != "since"


def read_view(
    address: Mapping[str, str],
    found: Mapping[str, Authority],
    facts: Mapping[str, Mapping[str, Any]],
    regions: Mapping[str, str],
) -> tuple[View, list[str]]:
    """Read a view from an address alone, as the page with its widgets would.

    Parameters
    ----------
    address
        The query parameters.
    found, facts, regions
        Authorities by area code, rows of `queries.compare.series` by indicator, names of regions by area code.

    Returns
    -------
    tuple of View and list of str
        The view, and a sentence for each thing that was passed over.
    """
    held = of_figures()
    which = read([choices.series(default=("agency_rate",), most=1)], address)[0]["indicator"][0]
    editions = answer_once(questions.editions, indicator=which)["edition"].unique()
    asked, problems = read(
        [
            choices.authorities(found, name="authority", default=choices.FIRST_COMPARED, most=8),
            choices.series(default=("agency_rate",), most=1), choices.drawn_view(),
            choices.base_year(facts[which], *held), choices.intervention_event(), choices.groups(regions, own=False),
            choices.average_of_groups(),
            choices.yes_or_no("england", default=True), choices.yes_or_no("context", default=False),
            choices.yes_or_no("bars", default=True), choices.edition(editions),
            choices.year("from", *held, default=held[0]), choices.year("to", *held, default=held[1]),
        ],
        address,
    )  # fmt: skip
    years = sorted((int(asked["from"][0]), int(asked["to"][0])))
    on = {name: asked[name] == ("1",) for name in ("england", "context", "bars")}
    view = View(
        authority=asked["authority"], indicator=which, measure=asked["as"][0], base=int(asked["base"][0]),
        event=asked["event"][0], groups=asked["groups"], average=asked["average"][0], first=years[0], last=years[1],
        edition=asked["edition"][0], **on,
    )  # fmt: skip
    return view, problems


def page_of(url: str | None) -> str:
    """Return the address of the page on which a picture is made, as a picture can carry it."""
    return (url or "").split("?")[0].split("//")[-1].removesuffix("/embed") + "/chart"


def kept_edition(view: View) -> str:
    """Return the edition that a link must name to keep the figures as they are."""
    if view.edition != NEWEST:
        return view.edition
    return str(answer_once(questions.editions, indicator=view.indicator)["edition"].iloc[0])
