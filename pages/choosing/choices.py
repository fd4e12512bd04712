"""What can be chosen on a page: the options behind the widgets, by id. No Streamlit here."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from data.catalogue import indicators
from pages.charts.svg.sizes import SIZES
from pages.choosing.address import Choice
from pages.reader import codes_meant
from queries.rows.catalogue import Authority

FIRST_AUTHORITY = "E08000025"
EVENT_SCOPES = {"local": "Of this authority", "national": "Of England: laws, policy, frameworks"}
FIRST_COMPARED = ("E08000025", "E08000017")
VIEWS = {
    "published": "Figures as published",
    "difference": "Difference from England",
    "index": "Index: a base year is 100",
    "rank": "Rank among authorities",
    "since": "Years since intervention",
    "against": "Against another indicator",
}
TABS = {"lines": "Lines", "ranking": "Ranking", "change": "Change", "scatter": "Scatter", "tiles": "Tiles",
        "table": "Table"}  # fmt: skip
LINES = ("published", "difference", "index", "rank", "since")  # of `VIEWS`: what lines may show
INTERVENTION_EVENTS = {"began": "Intervention began", "ended": "Intervention ended"}
GROUPS = {
    "neighbours": "Statistical neighbours of the first authority",
    "kind": "The same kind as the first authority",
    "grade": "The same Ofsted grade now as the first authority",
    "size": "The ten nearest the first authority in number of children",
    "deprivation": "The ten nearest the first authority in deprivation",
    "inadequate": "Inadequate at that date",
    "other-grade": "Another grade at that date",
    "under-intervention": "Under intervention at that date",
    "no-intervention": "Not under intervention at that date",
    "own": "Own list",
}
AVERAGES = {"median": "median", "weighted-mean": "weighted mean"}
COMPARATORS = {
    "england": "England",
    "region": "Its region",
    "neighbours": "Statistical neighbours (median)",
}


def authority(found: Mapping[str, Authority]) -> Choice:
    """Offer one authority, named by any of its codes and names."""
    return authorities(found, name="authority", default=(FIRST_AUTHORITY,), most=1, least=1)


def authorities(
    found: Mapping[str, Authority], *, name: str, default: tuple[str, ...], most: int, least: int = 0
) -> Choice:
    """Offer several authorities, named by any of their codes and names; none where a visitor clears the choice."""
    return Choice(
        name=name,
        options=tuple(found),
        default=default,
        least=least,
        most=most,
        also={code: each.area_code for each in found.values() for code in each.codes},
        meant=partial(_meant, {each.dfe_code: each.area_code for each in found.values()}),
        titled=names(found),
    )


def _meant(offered: Mapping[str, str], text: str) -> tuple[str, ...]:
    """Return the area codes of the authorities that a name may mean."""
    return tuple(offered[code] for code in codes_meant(text) if code in offered)


def series(*, default: tuple[str, ...], most: int) -> Choice:
    """Offer the indicators of the catalogue."""
    return Choice(name="indicator", options=tuple(indicators()), default=default, most=most)


def comparators() -> Choice:
    """Offer what an authority can be compared with."""
    return Choice(name="with", options=tuple(COMPARATORS), default=("england",), least=0, most=len(COMPARATORS))


def event_scopes() -> Choice:
    """Offer events of the authority and of the country."""
    return Choice(name="events", options=tuple(EVENT_SCOPES), default=(), least=0, most=2)


def tab() -> Choice:
    """Offer six ways of seeing one comparison; links from before there were tabs name what their lines show."""
    also = dict.fromkeys(LINES, "lines") | {"against": "scatter", "map": "tiles"}
    return Choice(name="as", options=tuple(TABS), default=("lines",), also=also)


def drawn(asked: str) -> Choice:
    """Offer what lines show; `asked` is what the address calls the view."""
    return Choice(name="drawn", options=LINES, default=(asked if asked in LINES else "published",))


def drawn_view() -> Choice:
    """Offer the ways of showing a comparison that a picture can be made of."""
    return Choice(name="as", options=LINES, default=("published",))


def edition(ids: Iterable[str]) -> Choice:
    """Offer the newest figures, or those of a past edition of the publication."""
    return Choice(name="edition", options=("newest", *ids), default=("newest",))


def size() -> Choice:
    """Offer the sizes of a picture."""
    return Choice(name="size", options=tuple(SIZES), default=("news",))


def yes_or_no(name: str, *, default: bool) -> Choice:
    """Offer to switch something on or off; in the address 1 or 0."""
    return Choice(name=name, options=("0", "1"), default=("1",) if default else ("0",))


def year(name: str, first: int, last: int, *, default: int) -> Choice:
    """Offer the years from the first to the last, both included."""
    return Choice(name=name, options=tuple(map(str, range(first, last + 1))), default=(str(default),))


def against() -> Choice:
    """Offer the indicators of the catalogue as the other of two."""
    return Choice(name="against", options=tuple(indicators()), default=("vacancy_rate",))


def base_year(unasked: int, first: int, last: int) -> Choice:
    """Offer the years whose figure can be 100; unasked, the first after the last break of the indicator."""
    return Choice(name="base", options=tuple(map(str, range(first, last + 1))), default=(str(unasked),))


def intervention_event() -> Choice:
    """Offer the events to count years from."""
    return Choice(name="event", options=tuple(INTERVENTION_EVENTS), default=("began",))


def groups(regions: Mapping[str, str], *, listed: bool = True) -> Choice:
    """Offer groups of authorities to average, regions by their area codes; four can be told apart in a chart."""
    options = tuple(id for id in (*GROUPS, *regions) if listed or id != "own")
    return Choice(name="groups", options=options, default=(), least=0, most=4)


def indicator_words(id: str) -> str:
    """Name an indicator as widgets do."""
    return indicators()[id].title


def rates(*, default: str) -> Choice:
    """Offer one of the indicators that can be compared between authorities: no counts, no sums of money."""
    ids = tuple(id for id, each in indicators().items() if not each.unit.is_count)
    return Choice(name="indicator", options=ids, default=(default,))


def event(ids: Iterable[str]) -> Choice:
    """Offer the events of an authority; the first is that with enough figures, if there is one."""
    options = tuple(ids)
    return Choice(name="event", options=options, default=options[:1])


def span() -> Choice:
    """Offer how many years on each side of an event are looked at."""
    return Choice(name="years", options=("3", "5", "10"), default=("5",))


def average_of_groups() -> Choice:
    """Offer how the authorities of a group are taken together."""
    return Choice(name="average", options=tuple(AVERAGES), default=("median",))


def average() -> Choice:
    """Offer how statistical neighbours are taken together."""
    return Choice(name="average", options=("median", "mean"), default=("median",))


def labels(found: Mapping[str, Authority]) -> Callable[[str], str]:
    """Make the words of authorities by code, with other names.

    A page must not write this as a lambda of its own: Streamlit keeps the words of a widget as long as the session
    lives, and with a lambda every variable of the page, own figures too.
    """
    return lambda id: found[id].label


def names(found: Mapping[str, Authority]) -> Callable[[str], str]:
    """Make the names of authorities by code; see `labels`."""
    return lambda id: found[id].name


def region(regions: Mapping[str, str], *, default: str) -> Choice:
    """Offer the regions by their area codes, London and its parts too, and all of England."""
    return Choice(name="region", options=("all", *regions), default=(default,))
