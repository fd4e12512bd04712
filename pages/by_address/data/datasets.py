"""The tables that are had by address: the question that each answers, and by what its rows can be chosen."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple

import queries.by_address
import queries.catalogue
import queries.downloads
import queries.ofsted
from data.catalogue import indicators
from pages.by_address.data.asked import Asked
from pages.database import part, rows_once
from pages.takeaway.schema import Described, by_address
from queries import about
from queries.question import Question
from queries.rows.by_address import Area

VISITS = ("focused", "assurance", "monitoring")


class Dataset(NamedTuple):
    """A table.

    Attributes
    ----------
    name
        The last part of its address.
    question
        What it answers.
    given
        The keywords with which the question is asked for all rows.
    dated
        The column whose year can be chosen; empty where none can.
    large
        Whether the database chooses the rows: the question is one of areas, indicators and years.
    """

    name: str
    question: Question[..., Any]
    given: Callable[[], Mapping[str, object]] = dict
    dated: str = ""
    large: bool = False

    @property
    def described(self) -> Described:
        """What a row is, and what the columns mean."""
        return by_address()[self.name]

    @property
    def filters(self) -> tuple[str, ...]:
        """By what its rows can be chosen: indicator, area, level, from and to."""
        fields = self.question.row._fields
        by = {"indicator": "indicator_id", "area": "area_code", "level": "area_level"}
        years = ("from", "to") if self.dated else ()
        return (*(name for name, field in by.items() if field in fields), *years)

    def found(self, asked: Asked) -> tuple[Sequence[Any], int]:
        """Return the part of the rows that is asked for, and how many there are in all."""
        if self.large:
            chosen = {
                "areas": in_areas(asked), "indicators": list(asked.indicators or indicators()),
                "first": asked.first, "last": asked.last,
            }  # fmt: skip
            return part(self.question, limit=asked.limit, offset=asked.offset, **chosen)
        rows = [row for row in rows_once(self.question, **self.given()) if self._wanted(row, asked)]
        return rows[asked.offset : asked.offset + asked.limit], len(rows)

    def _wanted(self, row: Any, asked: Asked) -> bool:
        on = getattr(row, self.dated) if self.dated else None
        return (
            (not asked.indicators or row.indicator_id in asked.indicators)
            and (not asked.areas or row.area_code in asked.areas)
            and (not asked.levels or row.area_level in asked.levels)
            and (not asked.dated or (isinstance(on, date) and asked.first <= on.year <= asked.last))
        )


def in_areas(asked: Asked) -> list[str]:
    """Return the codes of the areas that are asked for, all where none is named."""
    return [
        each.area_code
        for each in areas()
        if (not asked.areas or each.area_code in asked.areas) and (not asked.levels or each.area_level in asked.levels)
    ]


def areas() -> list[Area]:
    """Return every area that a figure can be about."""
    return rows_once(queries.by_address.areas)


def _everywhere() -> dict[str, object]:
    return {"areas": [each.area_code for each in areas()]}


def _of_all_indicators() -> dict[str, object]:
    return {"indicators": list(indicators())}


def _all_visits() -> dict[str, object]:
    return {"authority": "all", "region": "all", "kinds": list(VISITS)}


@cache
def datasets() -> dict[str, Dataset]:
    """Return the tables, by name."""
    ours, taken = queries.by_address, queries.downloads
    found = (
        Dataset("indicators", about.catalogue),
        Dataset("authorities", queries.catalogue.authorities),
        Dataset("areas", ours.areas),
        Dataset("observations", taken.figures, dated="reference_date", large=True),
        Dataset("editions", ours.editions, dated="reference_date", large=True),
        Dataset("judgements", taken.judgements, _everywhere, dated="published_on"),
        Dataset("inspections", ours.inspections, dated="published_on"),
        Dataset("visits", queries.ofsted.visits, _all_visits, dated="first_day"),
        Dataset("interventions", taken.interventions, _everywhere),
        Dataset("intervention_events", taken.intervention_events, _everywhere, dated="event_on"),
        Dataset("events", ours.events, dated="event_on"),
        Dataset("breaks", queries.catalogue.breaks, _of_all_indicators),
        Dataset("notes", ours.notes, dated="reference_date"),
        Dataset("sources", ours.sources),
    )
    return {each.name: each for each in found}
