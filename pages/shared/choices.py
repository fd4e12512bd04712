"""What can be chosen on a page: the options behind the widgets, by id. No Streamlit here."""

from collections.abc import Mapping

from data.catalogue import indicators
from pages.shared.address import Choice
from pages.shared.authority import Authority

FIRST_AUTHORITY = "E08000025"
MODELS = {"2025": "2025 model (Department for Education)", "2021": "2021 model (Department for Education)"}
EVENT_SCOPES = {"local": "Of this authority", "national": "Of England: laws, policy, frameworks"}
COMPARATORS = {
    "england": "England",
    "region": "Its region",
    "neighbours": "Statistical neighbours (median)",
}


def authority(found: Mapping[str, Authority]) -> Choice:
    """Offer one authority, named by any of its codes."""
    return Choice(
        name="authority",
        options=tuple(found),
        default=(FIRST_AUTHORITY,),
        also={code: each.area_code for each in found.values() for code in each.codes},
    )


def authorities(found: Mapping[str, Authority], *, name: str, default: tuple[str, ...], most: int) -> Choice:
    """Offer several authorities, named by any of their codes."""
    return Choice(
        name=name,
        options=tuple(found),
        default=default,
        least=len(default[:1]),
        most=most,
        also={code: each.area_code for each in found.values() for code in each.codes},
    )


def series(*, default: tuple[str, ...], most: int) -> Choice:
    """Offer the indicators of the catalogue."""
    return Choice(name="indicator", options=tuple(indicators()), default=default, most=most)


def beside() -> Choice:
    """Offer what an authority can be compared with."""
    return Choice(name="with", options=tuple(COMPARATORS), default=("england",), least=0, most=len(COMPARATORS))


def neighbour_model() -> Choice:
    """Offer the two models of statistical neighbours."""
    return Choice(name="model", options=("2025", "2021"), default=("2025",))


def event_scopes() -> Choice:
    """Offer events of the authority and of the country."""
    return Choice(name="events", options=tuple(EVENT_SCOPES), default=(), least=0, most=2)


def indicator_words(id: str) -> str:
    """Name an indicator as widgets do."""
    return indicators()[id].title
