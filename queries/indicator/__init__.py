"""The questions about one indicator: how far it reaches, why figures are missing, and what was revised."""

from queries.question import question
from queries.rows.indicator import Covered, Edition, Hole, Revised


@question(Covered)
def coverage(*, indicator: str) -> None:
    """Count the authorities with a figure, and those without one by reason.

    Returns
    -------
    list of Covered
        One row per reference date and status.
    """


@question(Hole)
def holes(*, indicator: str) -> None:
    """List the authorities and dates without a figure.

    Returns
    -------
    list of Hole
        One row per authority or joint return and reference date.
    """


@question(Edition)
def editions(*, indicator: str) -> None:
    """List the editions held, and what each changed.

    Returns
    -------
    list of Edition
        One row per edition, the newest first.
    """


@question(Revised)
def revised(*, indicator: str) -> None:
    """List the figures that are others now than in the first edition held of the same publication.

    Returns
    -------
    list of Revised
        One row per area and reference date.
    """
