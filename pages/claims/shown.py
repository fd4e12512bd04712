"""A claim as the page shows it: whose it is, the finding, the series with the claim upon it, and the accounts."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

import streamlit as st

import queries.catalogue
from data.catalogue import Indicator
from pages.charts.claimed import Claimed, claimed
from pages.charts.model import Drawing, Entry
from pages.charts.sources import credit, without_judgements
from pages.charts.years import measured
from pages.choosing import years
from pages.choosing.choose import Chooser
from pages.claims import drawing, picture, tables, words
from pages.claims.asked import Asked, every
from pages.database import rows_once
from pages.showing import by_address, chart, show
from pages.showing.table import table
from queries import claims as questions
from queries import pictures
from queries.rows.catalogue import Publication
from queries.rows.claims import SeriesPoint


def show_claim(asked: Asked, chooser: Chooser) -> None:
    """Show a claim beside the official figures."""
    st.html(
        f'<div class="claim"><p class="small">A claim, not an official figure</p><p>{escape(asked.said)}</p>'
        f"{_where(asked)}</div>"
    )
    finding = words.finding(asked.found, asked.indicator, asked.place)
    st.html(f'<p class="finding">{escape(finding)}</p>')
    if asked.indicator and asked.area:
        _series(asked, asked.indicator, finding, chooser)
    else:
        show.said(asked.differs)
    if asked.alike:
        table(tables.claims(asked.alike, every()), caption=words.accounts(len(asked.alike)))


def _where(asked: Asked) -> str:
    parts = [asked.note and f"{asked.note[0].upper()}{asked.note[1:]}.", asked.source and f"Source: {asked.source}."]
    return "".join(f'<p class="small">{escape(part)}</p>' for part in parts if part)


class Beside(NamedTuple):
    """What stands beside a claim: the official series with its marks and publications, each made once."""

    indicator: Indicator
    drawn: Drawing
    signs: Sequence[Entry]
    publications: Sequence[Publication]


def _series(asked: Asked, indicator: Indicator, finding: str, chooser: Chooser) -> None:
    rows = rows_once(questions.series, area=asked.area, indicator=indicator.id)
    if not rows:
        return
    beside = _beside(asked, indicator, rows)
    cut = credit(f"{asked.place}: {measured(indicator)}", [indicator], more=["the claim is of whoever is named"])
    chart.chart(beside.drawn, alternative=picture.alternative(asked.said, finding), credit=cut)
    chart.key(beside.signs)
    _picture(asked, beside, finding, chooser)
    show.said([words.editions(asked.found, indicator), *asked.differs])
    table(tables.series(rows, indicator, asked.found), caption=f"{indicator.title}, {asked.place}: official figures")
    by_address.show("claims", areas=[asked.area], indicators=[indicator.id], years=years.of_all())
    show.sources(beside.publications, register=False)


def _beside(asked: Asked, indicator: Indicator, rows: Sequence[SeriesPoint]) -> Beside:
    marked = _marked(asked)
    breaks = rows_once(queries.catalogue.breaks, indicators=[indicator.id])
    return Beside(
        indicator=indicator,
        drawn=drawing.drawing(rows, breaks, marked, indicator=indicator, place=asked.place, said_on=asked.said_on),
        signs=drawing.key(marked, rows, asked.said_on),
        publications=_publications(asked, indicator),
    )


def _marked(asked: Asked) -> list[Claimed]:
    """Return the marks of the claim, and of the other accounts of it that stand on the same series."""
    found = every()
    others = [
        claimed(
            found[each.claim_id],
            f"{each.claimant}, {each.said}",
            place=each.place,
            short=each.said,
            whose=each.claimant,
        )
        for each in asked.alike
        if asked.indicator and each.indicator_id == asked.indicator.id and found[each.claim_id] != asked.found
    ]
    first = claimed(asked.found, asked.title, place=asked.place, short=asked.short, whose=asked.whose)
    return [each for each in (first, *others) if each]


def _publications(asked: Asked, indicator: Indicator) -> Sequence[Publication]:
    """Name the publications behind the series."""
    found = rows_once(queries.catalogue.sources, areas=[asked.area], indicators=[indicator.id], **years.span())
    return without_judgements(found)


def _picture(asked: Asked, beside: Beside, finding: str, chooser: Chooser) -> None:
    version = rows_once(pictures.version)[0].published
    chart.take_picture(
        picture.picture(
            beside.drawn, headline=words.headline(asked.found, asked.title), said=asked.said, finding=finding,
            differs=asked.differs, indicator=beside.indicator, key=beside.signs, publications=beside.publications,
            version=version, link=chooser.printed(), name=(asked.place, beside.indicator.short_title),
        ),
        version=version,
    )  # fmt: skip
