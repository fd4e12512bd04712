"""The widgets by which a visitor makes a claim."""

from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from data.catalogue import Indicator, indicators
from data.kinds import Unit
from pages.choosing import choices as shared
from pages.choosing.choose import Chooser
from pages.claims import choices
from pages.claims.asked import Own

# Of the parts in one row, so that the chart follows soon; a measure has the longest name: none is cut at 1280 pixels.
WIDTHS = (3, 4, 3.5, 3, 2.5, 3)


def own(chooser: Chooser, places: Mapping[str, str], last: int) -> Own | None:
    """Ask for place, measure, number and date; nothing where no number is written yet.

    Parameters
    ----------
    chooser
        Of the page.
    places
        Names by area code.
    last
        The last year of which figures are held.
    """
    where, what, how, when, *number = st.columns(WIDTHS, vertical_alignment="bottom")
    with where:
        area = chooser.one(choices.place(places), "Place", places.get)
    with what:
        id = chooser.one(shared.series(default=("referrals",), most=1), "Measure", shared.indicator_words)
    indicator = indicators()[id]
    with how:
        reading = chooser.one(choices.reading(), "The claim is", choices.READINGS.get)
    on, since = _dates(chooser, when, indicator, last, reading)
    amount, word = _number(chooser, number, indicator, reading)
    if not amount:
        return None
    return Own(area, places[area], indicator, reading, word, amount, on, since)


def _dates(
    chooser: Chooser, place: st.delta_generator.DeltaGenerator, indicator: Indicator, last: int, reading: str
) -> tuple[date, date | None]:
    with place:
        on = chooser.one(choices.year("on", last, default=last - 1), f"Year ({indicator.reference})", str)
        if reading == "figure":
            return choices.reference(indicator, on), None
        since = chooser.one(choices.year("since", last - 1, default=last - 2), "Since the year", str)
    return choices.reference(indicator, on), choices.reference(indicator, since)


def _number(
    chooser: Chooser, places: Sequence[st.delta_generator.DeltaGenerator], indicator: Indicator, reading: str
) -> tuple[str, str]:
    left, right = places
    with left:
        word = chooser.one(choices.word(), "Said as", choices.WORDS.get)
    with right:
        unit = "in per cent" if reading == "change" or indicator.unit is Unit.PER_CENT else indicator.unit
        typed = chooser.typed("value", f"Number ({unit})")
    amount = choices.number(typed)
    if typed and not amount:
        st.warning("That is no number: write it in figures, such as 30,000 or 12.5.")
    if reading == "figure" and float(amount or 0) < 0:
        st.warning("A number, share or rate is not less than nought: for a fall, choose a change in per cent.")
        return "", word
    return amount, word
