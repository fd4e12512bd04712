"""What is asked of one authority and its double, and what was found of it."""

from collections.abc import Sequence
from typing import NamedTuple

from data.catalogue import Indicator
from pages.double.weighing import Double, Without
from pages.double.window import Window
from queries.rows.around import Case, YearFigure
from queries.rows.double import Spell


class Asked(NamedTuple):
    """What a visitor asked for.

    Attributes
    ----------
    name
        Of the authority that was chosen.
    event
        One of `pages.around.choices.EVENTS`.
    """

    name: str
    event: str
    indicator: Indicator


class Found(NamedTuple):
    """What is known before anything is worked out: why the authority is no case, or its window.

    Attributes
    ----------
    case
        The row of the authority, or of the joint return whose figures are its own; None where neither has figures.
    cases, figures
        Of all authorities: of `queries.around.cases` and `queries.around.figures`.
    window
        None where the authority is no case.
    spells
        Interventions in the window, of all authorities.
    """

    case: Case | None
    cases: Sequence[Case]
    figures: Sequence[YearFigure]
    window: Window | None
    spells: Sequence[Spell]


class Shown(NamedTuple):
    """A double that is shown: its window, and the mixes without one of those in it.

    Attributes
    ----------
    figures
        Of the authority, from the first to the last year that is used, those without a value too.
    every
        The figures of all authorities.
    spells
        Interventions of the authority itself in the window.
    names
        Of all authorities, by area code.
    """

    window: Window
    figures: tuple[YearFigure, ...]
    every: tuple[YearFigure, ...]
    double: Double
    without: tuple[Without, ...]
    spells: tuple[Spell, ...]
    names: dict[str, str]
