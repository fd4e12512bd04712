"""What is asked of all cases around an event, and what was found of it."""

from typing import NamedTuple

from data.catalogue import Indicator
from pages.around.estimates import Estimate
from pages.around.panel import Panel
from queries.rows.around import Case, YearFigure


class Asked(NamedTuple):
    """What a visitor asked for.

    Attributes
    ----------
    event
        One of `choices.EVENTS`.
    window
        How many years on each side are shown.
    compared
        One of `choices.COMPARED`.
    """

    event: str
    indicator: Indicator
    window: int
    compared: str


class Shown(NamedTuple):
    """What was found: who is a case or compared or neither, their figures, and the estimate."""

    cases: tuple[Case, ...]
    figures: tuple[YearFigure, ...]
    panel: Panel
    estimate: Estimate
