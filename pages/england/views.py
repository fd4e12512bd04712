"""The ways of seeing all authorities: each asks its questions, and gives its drawing, its words and its table."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import pandas as pd

from data.catalogue import Indicator
from pages.charts.model import Drawing, Entry
from pages.database import rows_once
from pages.england import chance, change, dots, ranking, tables, tiles, words
from queries import england as questions
from queries.rows.england import AuthorityYear


class Asked(NamedTuple):
    """What a visitor asked for: the indicator, the years, the region, the order, and whom to mark."""

    indicator: Indicator
    year: int
    since: int
    region: str
    by: str
    order: str
    chosen: tuple[str, ...]
    regions: tuple[str, ...]


class Shown(NamedTuple):
    """One view: what is drawn, what is said above and below it, its key, and the same in a table."""

    headline: str
    drawing: Drawing | None
    alternative: str
    found: tuple[str, ...]
    key: tuple[Entry, ...]
    table: pd.DataFrame

    def beside(self, drawing: Drawing, said: str, key: tuple[Entry, ...]) -> "Shown":
        """Return the view with a visitor's own figures among the published ones."""
        return self._replace(
            drawing=drawing, alternative=f"{self.alternative} {said}", found=(*self.found, said), key=(*self.key, *key)
        )


def shown(view: str, asked: Asked) -> Shown:
    """Ask for a view of all authorities.

    Parameters
    ----------
    view
        One of `choices.VIEWS`.
    """
    return VIEWS[view](asked)


def _year(asked: Asked) -> list[AuthorityYear]:
    found = rows_once(questions.year, indicator=asked.indicator.id, year=asked.year)
    return [row for row in found if asked.region == "all" or row.region_code in asked.regions]


def _headline(asked: Asked, found: Sequence[AuthorityYear]) -> str:
    return f"{asked.indicator.title} in every authority, {words.dated(found[0], asked.indicator)}"


def _said(asked: Asked, found: Sequence[AuthorityYear]) -> tuple[str, ...]:
    missing = words.missing(found)
    return (words.spread(found, asked.indicator), *([f"Without a figure: {missing}."] if missing else []))


def _dots(asked: Asked) -> Shown:
    found = _year(asked)
    drawing = dots.dots(found, by=asked.by, indicator=asked.indicator, chosen=asked.chosen)
    said = _said(asked, found)
    return Shown(_headline(asked, found), drawing, f"Dots, one an authority. {said[0]}", said, _key(),
                tables.year(found, asked.indicator))  # fmt: skip


def _ranking(asked: Asked) -> Shown:
    found = _year(asked)
    drawing = ranking.ranking(found, order=asked.order, indicator=asked.indicator, chosen=asked.chosen)
    said = _said(asked, found)
    refused = (
        f"{asked.indicator.title} is not ranked: authorities record it in different ways, or it is a count that "
        "follows the size of the authority."
    )
    unranked = () if asked.indicator.ranked else (refused,)
    key = (*_key(), Entry(words="95% interval of what chance could have made of it", fill=ranking.INTERVAL))
    return Shown(_headline(asked, found), drawing, f"One row an authority. {said[0]}", (*said, *unranked), key,
                tables.year(ranking.in_order(found, asked.order), asked.indicator))  # fmt: skip


def _change(asked: Asked) -> Shown:
    span = {"from_first": asked.since, "from_last": asked.since, "to_first": asked.year, "to_last": asked.year}
    found = [
        row
        for row in rows_once(questions.change, indicator=asked.indicator.id, **span)
        if asked.region == "all" or row.region_code in asked.regions
    ]
    left = words.uncompared(found)
    said = (words.found_of_change(found, asked.indicator), *([f"Not compared: {left}."] if left else []))
    key = (
        Entry(words="beyond chance", look=change.BEYOND), Entry(words="within what chance may do, or not tested",
        look=change.WITHIN), Entry(words="the dot is the later figure", sign="●"),
    )  # fmt: skip
    return Shown(
        f"{asked.indicator.title}: change from {asked.since} to {asked.year}",
        change.change(found, indicator=asked.indicator, chosen=asked.chosen) if change.in_order(found) else None,
        f"One line an authority, from its first figure to its last. {said[0]}", said, key,
        tables.change(found, asked.indicator),
    )  # fmt: skip


def _chance(asked: Asked) -> Shown:
    found = [
        row
        for row in rows_once(questions.chance, indicator=asked.indicator.id, year=asked.year)
        if not row.tiny and (asked.region == "all" or row.region_code in asked.regions)
    ]
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
    return Shown(f"{asked.indicator.title}: is it beyond chance? {asked.year}", drawing,
                f"Size against figure, one mark an authority. {said[0]}", tuple(said), key,
                tables.chance(found, asked.indicator))  # fmt: skip


def _map(asked: Asked) -> Shown:
    found = rows_once(questions.year, indicator=asked.indicator.id, year=asked.year)
    places = rows_once(questions.tiles, on=found[0].period_end.isoformat())
    shown = [place for place in places if asked.region == "all" or place.region_code in asked.regions]
    drawing = tiles.tiles(shown, found, indicator=asked.indicator, chosen=asked.chosen)
    said = _said(asked, _year(asked))
    return Shown(_headline(asked, found), drawing, f"A map of equal tiles, one an authority. {said[0]}", said,
                tuple(tiles.key(found, asked.indicator)), tables.year(_year(asked), asked.indicator))  # fmt: skip


def _table(asked: Asked) -> Shown:
    found = _year(asked)
    return Shown(_headline(asked, found), None, "", _said(asked, found), (), tables.year(found, asked.indicator))


def _key() -> tuple[Entry, ...]:
    return (
        Entry(words="one authority", sign="●"),
        Entry(words="hollow: small numbers, or a figure to be checked", sign="○"),
    )


VIEWS: dict[str, Callable[[Asked], Shown]] = {
    "dots": _dots, "ranking": _ranking, "change": _change, "chance": _chance, "map": _map, "table": _table,
}  # fmt: skip
