"""The questions behind the page of one authority and its double: who was under intervention when, and who is whose."""

from datetime import date

from queries.question import question
from queries.rows.double import Kin, Spell


@question(Spell)
def under_intervention(*, first_on: date, last_on: date) -> None:
    """List the interventions in social care that lay, or may have lain, between two days, both included.

    Parameters
    ----------
    first_on, last_on
        The first and the last reference date that are looked at.

    Returns
    -------
    list of Spell
        One row per authority or joint return and intervention.
    """


@question(Kin)
def kin(*, area: str) -> None:
    """List the areas whose figures are those of an authority too, at some time or in part.

    Parameters
    ----------
    area
        The area code of an authority or a joint return.

    Returns
    -------
    list of Kin
        One row per area, itself among them.
    """
