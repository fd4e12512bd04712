"""The ways of seeing all authorities: each asks its questions, and gives its drawing, its words and its table."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import pandas as pd

from data.catalogue import Indicator
from pages.charts import claimed
from pages.charts.claimed import Claimed
from pages.charts.model import Drawing, Entry
from pages.charts.words import averaged, noted
from pages.charts.years import dated, year_of
from pages.claims import beside
from pages.database import rows_once
from pages.england import (
    chance,
    change,
    dots,
    drawings,
    outlines,
    quarters,
    quarters_drawn,
    ranking,
    rows,
    tables,
    tiles,
    words,
)  # fmt: skip
from pages.england.asked import Asked, within
from pages.england.claims import CHANGED
from queries import england as questions
from queries.rows.england import AuthorityYear


class Shown(NamedTuple):
    """One view: what is drawn, what is said around it, its key, its table, and whether own figures are in it.

    Attributes
    ----------
    other
        What the figures are set against, where a view shows two measures.
    claims
        Those that are marked.
    judged, registered
        Whether Ofsted's grades, or our register of interventions, tell who stands together.
    """

    headline: str
    drawing: Drawing | None
    alternative: str
    found: tuple[str, ...]
    key: tuple[Entry, ...]
    table: pd.DataFrame
    draft: bool = False
    other: Indicator | None = None
    claims: tuple[Claimed, ...] = ()
    judged: bool = False
    registered: bool = False

    def beside(self, drawing: Drawing, said: str, key: tuple[Entry, ...]) -> "Shown":
        """Return the view with a visitor's own figures among the published ones."""
        return self._replace(
            drawing=drawing,
            alternative=f"{self.alternative} {said}",
            found=(*self.found, said),
            key=(*self.key, *key),
            draft=True,
        )

    def marking(self, claims: Sequence[Claimed]) -> "Shown":
        """Return the view, on which claims are marked, with what is said of them."""
        return self._replace(
            alternative=f"{self.alternative} {claimed.described(claims, placed=True)}".rstrip(),
            key=(*self.key, *claimed.key(claims, placed=True)),
            claims=tuple(claims),
        )


def shown(view: str, asked: Asked) -> Shown:
    """Ask for a view of all authorities.

    Parameters
    ----------
    view
        One of `choices.VIEWS`.
    """
    found = VIEWS[view](asked)
    said = (*found.found, *noted(filter(None, (asked.indicator, found.other))))
    return found._replace(found=said, judged=asked.judged, registered=asked.registered)


def _headline(asked: Asked, found: Sequence[AuthorityYear]) -> str:
    return f"{asked.indicator.title} in every authority, {dated(found[0].period_end, asked.indicator)}"


def _said(asked: Asked, found: Sequence[AuthorityYear]) -> tuple[str, ...]:
    missing = words.missing(found)
    return (words.spread(found, asked.indicator), *([f"Without a figure: {missing}."] if missing else []))


def _dots(asked: Asked) -> Shown:
    found = rows.year(asked)
    by = dots.Rows(asked.by, asked.near, asked.chosen[0] if asked.chosen else "")
    claims = beside.marked(asked.claims)
    drawing = dots.dots(found, by=by, indicator=asked.indicator, chosen=asked.chosen, claims=claims)
    said = _said(asked, found)
    return Shown(_headline(asked, found), drawing, f"Dots, one an authority. {said[0]}", said, drawings.key(drawing),
                tables.year(found, asked.indicator)).marking(claims)  # fmt: skip


def _ranking(asked: Asked) -> Shown:
    found, claims = rows.year(asked), beside.marked(asked.claims)
    drawing = ranking.ranking(found, order=asked.order, indicator=asked.indicator, chosen=asked.chosen, claims=claims)
    said = _said(asked, found)
    refused = (
        f"{asked.indicator.title} is not ranked: authorities record it in different ways, or it is a count that "
        "follows the size of the authority."
    )
    unranked = () if asked.indicator.ranked else (refused,)
    key = ranking.key(found, drawing)
    return Shown(_headline(asked, found), drawing, f"One row an authority. {said[0]}", (*said, *unranked), key,
                tables.year(ranking.in_order(found, asked.order), asked.indicator)).marking(claims)  # fmt: skip


def _change(asked: Asked) -> Shown:
    since, until = (words.span(last, asked.mean, asked.indicator) for last in (asked.since, asked.year))
    indicator = asked.indicator if asked.mean == 1 else averaged(asked.indicator)
    found = rows.change(asked)
    left = words.uncompared(found, mean=asked.mean)
    said = (words.found_of_change(found, indicator), *[CHANGED] * bool(asked.claims),
            *([f"Not compared: {left}."] if left else []))  # fmt: skip
    claims = beside.marked(asked.claims)
    drawing = change.change(found, indicator=indicator, chosen=asked.chosen, claims=claims)
    return Shown(
        f"{asked.indicator.title}: change from {since} to {until}", drawing if change.in_order(found) else None,
        f"One line an authority, from its first figure to its last. {said[0]}", said, change.key(found),
        tables.change(found, indicator, mean=asked.mean),
    ).marking(claims)  # fmt: skip


def _money(asked: Asked) -> Shown:
    spend = asked.spend or asked.indicator
    span = {"from_first": asked.since, "from_last": asked.since, "to_first": asked.year, "to_last": asked.year}
    both = [rows_once(questions.change, indicator=each.id, **span) for each in (asked.indicator, spend)]
    tiny = frozenset(row.area_code for row in rows.every(asked) if row.tiny)
    found = within(quarters.paired(both[0], both[1], tiny), asked.among)
    of = quarters.Of(asked.indicator, spend, asked.since, asked.year, quarters.national(both[0], both[1]))
    said = quarters.said(found, of)
    drawing = quarters_drawn.drawing(found, of, asked.chosen) if any(not row.left_out for row in found) else None
    return Shown(quarters.headline(of), drawing, f"One mark an authority, change against change. {said[0]}", said,
                quarters_drawn.key(of), quarters.table(found, of), other=spend)  # fmt: skip


def _chance(asked: Asked) -> Shown:
    every = rows_once(questions.chance, indicator=asked.indicator.id, year=asked.year)
    found = [row for row in within(every, rows.among(asked)) if not row.tiny]
    limits = rows_once(questions.limits, indicator=asked.indicator.id, year=asked.year)
    said = [words.found_of_chance(found, asked.indicator)]
    drawing = None
    if found:
        said += [named] if (named := chance.outside(found)) else []
        drawing = chance.chance(
            found, limits, indicator=asked.indicator, size="number that the figure is of", chosen=asked.chosen
        )
    key = (
        Entry(words="99.8% limits", look=chance.WIDE_LIMIT), Entry(words="95% limits", look=chance.NARROW_LIMIT),
        Entry(words="England", look=chance.TARGET), Entry(words="outside a limit", sign="●"),
    )  # fmt: skip
    return Shown(f"{asked.indicator.title}: is it beyond chance? {year_of(asked.year, asked.indicator)}", drawing,
                f"Size against figure, one mark an authority. {said[0]}", tuple(said), key,
                tables.chance(found, asked.indicator))  # fmt: skip


def _map(asked: Asked) -> Shown:
    every, found = rows.every(asked), rows.year(asked)
    places = within(rows_once(questions.tiles, on=every[0].period_end.isoformat()), asked.among)
    true = asked.drawn == "outlines"
    draw = outlines.outlines if true else tiles.tiles
    drawing = draw(places, every, indicator=asked.indicator, chosen=asked.chosen)
    said = (*_said(asked, found), *((outlines.CREDIT, outlines.without(places)) if true else ()))
    kind = "The true boundaries" if true else "Equal tiles, one an authority"
    return Shown(_headline(asked, found), drawing, f"A map of England. {kind}. {said[0]}", tuple(filter(None, said)),
                tuple(tiles.key(every, asked.indicator)), tables.year(found, asked.indicator))  # fmt: skip


def _table(asked: Asked) -> Shown:
    found = rows.year(asked)
    return Shown(_headline(asked, found), None, "", _said(asked, found), (), tables.year(found, asked.indicator))


VIEWS: dict[str, Callable[[Asked], Shown]] = {
    "dots": _dots, "ranking": _ranking, "change": _change, "money": _money, "chance": _chance, "map": _map,
    "table": _table,
}  # fmt: skip
