"""What can be chosen on the page of one authority: its indicators, what stands beside it, years, and further rows."""

from collections.abc import Mapping
from typing import NamedTuple

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.choosing import choices, models, years
from pages.choosing.choose import Chooser
from pages.claims import beside as claims
from queries.rows.catalogue import Authority

FIRST_INDICATORS = ("agency_rate", "vacancy_rate", "rereferral_rate", "referrals")


class View(NamedTuple):
    """What is chosen.

    Attributes
    ----------
    indicators, beside, others, model
        Ids of what is drawn, and of what stands beside it.
    band
        Whether the band of all authorities is drawn.
    first, last, whole
        The years, and whether these are all there are.
    areas, visits, scopes
        Which further rows are wanted.
    claims
        Ids of the claims to mark on the figures.
    """

    indicators: tuple[str, ...]
    comparators: tuple[str, ...]
    others: tuple[str, ...]
    model: str
    band: bool
    first: int
    last: int
    whole: bool
    areas: bool
    visits: bool
    scopes: tuple[str, ...]
    claims: tuple[str, ...]


def choose_view(
    chooser: Chooser, found: Mapping[str, Authority], code: str, *, brush: DeltaGenerator, chips: DeltaGenerator
) -> View:
    """Let the visitor choose what is shown.

    Parameters
    ----------
    chooser
        Of the page.
    found, code
        Every authority, and the one that is shown.
    brush, chips
        Where the years are chosen, under the axis, and the indicators, beneath it; all else folds up beside them.
    """
    with brush:
        first, last = chooser.years(*years.of_all())
    with chips:
        ids = chooser.several(
            choices.series(default=FIRST_INDICATORS, most=8), "Indicators, up to eight", choices.indicator_words
        )
        folded = st.popover("More to show", width="content", key="more")
    with folded:
        return _more(chooser, found, code, ids, (first, last))


def _more(
    chooser: Chooser, found: Mapping[str, Authority], code: str, ids: tuple[str, ...], years_chosen: tuple[int, int]
) -> View:
    """Let the visitor choose what stands beside the indicators, and further rows."""
    comparators = chooser.several(choices.comparators(), "Beside it", choices.COMPARATORS.get, empty="nothing")
    more = choices.authorities(found, name="others", default=(), most=3)
    others = chooser.several(more, "Other authorities, up to three", choices.names(found), empty="none")
    model = chooser.one(models.neighbour_model(), "Model of statistical neighbours", models.MODELS.get)
    first, last = years_chosen
    return View(
        indicators=ids, comparators=comparators, others=others, model=model,
        band=chooser.flag("band", "The middle half and the middle four fifths of all authorities", default=True),
        first=first, last=last, whole=first == years.of_all()[0],
        areas=chooser.flag("areas", "All Ofsted judgement areas", default=False),
        visits=chooser.flag("visits", "Ofsted's visits between inspections, which carry no grade", default=False),
        scopes=chooser.several(choices.event_scopes(), "Events", choices.EVENT_SCOPES.get, empty="none"),
        claims=claims.wanted(
            chooser, claims.on_authority(found[code], ids, others=others, beside=comparators, first=first, last=last)
        ),
    )  # fmt: skip
