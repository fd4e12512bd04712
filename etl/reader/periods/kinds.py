"""Settled periods, the reasons why there is none, and how figures are dated."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Period:
    """A settled period; `kind` is year, snapshot, quarter, month, ytd or rolling."""

    kind: str
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Unsettled:
    """Why there is no period: `left_out` says it is of a kind that is not kept, `question` what to ask."""

    left_out: str = ""
    question: str = ""


@dataclass(frozen=True, slots=True)
class Dating:
    """How the figures of a table are dated.

    `year_end`: month and day on which the measure's year ends. `stock`: counted on a day.
    `calendar_quarters`: quarter 1 is January to March. `reporting_years`: 2024 is the year that ends in 2024.
    `wrapped`: months run past December under one year. `until`: the last month with figures.
    """

    year_end: tuple[int, int] = (3, 31)
    stock: bool = False
    calendar_quarters: bool = False
    reporting_years: bool = False
    wrapped: bool = False
    until: date | None = None
