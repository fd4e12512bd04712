"""What can be chosen beside the tabs of the comparison, in menus that are closed until they are wanted."""

from collections.abc import Callable, Mapping

import streamlit as st

from pages.charts.comparison.looks import IN_ONE_CHART
from pages.choosing import choices, models, years
from pages.choosing.address import Choice
from pages.choosing.choose import Chooser
from pages.choosing.in_address import in_address
from pages.choosing.regions import ENGLAND, regions
from pages.choosing.series import series
from pages.claims import beside
from pages.compare import every
from pages.compare.wanted import Wanted
from pages.england import claims
from pages.england.asked import Asked
from queries.rows.catalogue import Authority
from queries.rows.compare import Series

REGION = "compare.all-of"
MOST = 40  # authorities: as many small charts as a visitor still reads
WITH_LINES = ("lines", "table")  # the tabs that show what lines show


def wanted(chooser: Chooser, found: Mapping[str, Authority]) -> Wanted:
    """Let the visitor choose, in one row: who, what, how it is seen; what a view does not ask for is not offered."""
    with st.container(horizontal=True, vertical_alignment="center", key="choices"):
        codes = authorities(chooser, found)
        with st.popover("Measure, years"):
            indicator = chooser.one(
                choices.series(default=("agency_rate",), most=1), "Indicator", choices.indicator_words
            )
            first, last = chooser.years(*years.of_figures())
        tab = chooser.tabs(choices.tab(), "Show", choices.TABS)
        drawn = _drawn(chooser, tab)
        base, event, other = _asked_by_view(chooser, tab, drawn, series()[indicator])
        rest = _rest(chooser, tab, found)
        asked = Wanted(tab, drawn, codes, indicator, first, last, base, event, other, *rest, claims=())
        return asked._replace(claims=beside.wanted(chooser, _touching(asked)))


def _touching(wanted: Wanted) -> tuple[str, ...]:
    """Return the claims that touch what is drawn: figures over time in one chart, or those of all authorities."""
    if wanted.tab in every.VIEWS:
        return claims.touching(every.VIEWS[wanted.tab], among_all(wanted))
    over_time = wanted.tab in WITH_LINES and wanted.drawn == "published" and len(wanted.codes) <= IN_ONE_CHART
    england = [ENGLAND] * (wanted.england and not series()[wanted.indicator].counted)
    areas = [*wanted.codes, *england] if over_time else []
    return beside.touching(areas, [wanted.indicator], first=wanted.first, last=wanted.last)


def among_all(wanted: Wanted) -> Asked:
    """Return what is asked of all authorities, those that are compared marked."""
    return every.asked(wanted.codes, indicator=wanted.indicator, years=from_to(wanted))


def authorities(chooser: Chooser, found: Mapping[str, Authority]) -> tuple[str, ...]:
    """Let the visitor choose the authorities, one by one or all of a region in one act."""
    with st.popover("Local authorities"):
        of_region = members(found)
        st.selectbox(
            "All of a region", list(of_region), index=None, key=REGION, placeholder="Choose a region",
            on_change=_take_region, args=(of_region,),
        )  # fmt: skip
        return chooser.authorities(found, f"Local authorities, up to {MOST}; more than 8 in small charts", most=MOST)


def members(found: Mapping[str, Authority]) -> dict[str, tuple[str, ...]]:
    """Return the area codes of the authorities that there are now, by region."""
    names = sorted({each.region_name for each in found.values() if each.closed_on is None})
    return {
        name: tuple(code for code, each in found.items() if each.closed_on is None and each.region_name == name)
        for name in names
    }


def _take_region(of_region: Mapping[str, tuple[str, ...]]) -> None:
    """Compare the authorities of the region in place of those chosen before."""
    if region := st.session_state[REGION]:
        st.session_state["compare.authority"] = list(of_region[region])
        st.session_state[REGION] = None


def _drawn(chooser: Chooser, tab: str) -> str:
    choice = choices.drawn(in_address().get("as", ""))
    if tab not in WITH_LINES:
        return chooser.held(choice)[0]
    with st.container(width=200, key="drawn"):
        return chooser.one(choice, "What the lines show", choices.VIEWS.get)


def _asked_by_view(chooser: Chooser, tab: str, drawn: str, fact: Series) -> tuple[int, str, str]:
    """Ask for what the view needs: a base year, an event, or the other measure."""
    offered: dict[str, tuple[Choice, str, Callable[[str], object]]] = {
        "index": (choices.base_year(fact.base_year, *years.of_figures()), "Base year of the index", str),
        "since": (choices.intervention_event(), "Count years since", choices.INTERVENTION_EVENTS.get),
        "against": (choices.against(), "Against", choices.indicator_words),
    }
    needed = "against" if tab == "scatter" else drawn if tab in WITH_LINES else ""
    base, event, other = (
        chooser.one(choice, label, words) if name == needed else chooser.held(choice)[0]
        for name, (choice, label, words) in offered.items()
    )
    return int(base), event, other


def from_to(wanted: Wanted) -> tuple[int, int]:
    """Return between which years a change is: those chosen, else the newest two, for a whole series has breaks."""
    last = min(wanted.last, series()[wanted.indicator].last_year)
    return (last - 1 if wanted.first == years.of_figures()[0] else wanted.first), last


def _rest(
    chooser: Chooser, tab: str, found: Mapping[str, Authority]
) -> tuple[tuple[str, ...], tuple[str, ...], str, str, str, bool, bool]:
    """Offer groups beside the authorities, England, and what is usual among all."""
    groups, listed = choices.groups(regions()), choices.authorities(found, name="own", default=(), most=MOST)
    model, average = models.neighbour_model(), choices.average_of_groups()
    england, context = (choices.yes_or_no(name, default=True) for name in ("england", "context"))
    if tab not in (*WITH_LINES, "scatter"):
        ids, mine, (by,), (mean,), *flags = map(chooser.held, (groups, listed, model, average, england, context))
        return ids, mine, chooser.written("called"), by, mean, flags[0] == ("1",), flags[1] == ("1",)
    with st.popover("More choices"):
        return (
            chooser.several(groups, "Groups, up to four", (choices.GROUPS | regions()).get, empty="none"),
            chooser.several(listed, "Authorities of the own list", choices.names(found), empty="none"),
            chooser.typed("called", "Name of the own list"),
            chooser.one(model, "Model of statistical neighbours", models.MODELS.get),
            chooser.one(average, "Groups are taken as their", choices.AVERAGES.get),
            chooser.flag("england", "England", default=True),
            chooser.flag("context", "All authorities behind the lines", default=True),
        )
