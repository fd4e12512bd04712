"""What stands behind the answers to the questions of the articles that began this project."""

from collections.abc import Sequence

from queries.question import question
from queries.rows.questions import AfterInadequate, Fact, Kept, NewestGrade, Spread


@question(Fact)
def figures(*, areas: Sequence[str], indicators: Sequence[str]) -> None:
    """Return the figures that are given, with their rank.

    Parameters
    ----------
    areas
        Codes of authorities, regions or England.
    indicators
        Ids of indicators.

    Returns
    -------
    list of Fact
        One row per area, indicator and reference date, in order.
    """


@question(AfterInadequate)
def after_inadequate(*, indicators: Sequence[str]) -> None:
    """Say how indicators moved around judgements of inadequate, by the rule that the .sql says.

    Returns
    -------
    list of AfterInadequate
        One row per indicator.
    """


@question(Spread)
def spread(*, indicator: str) -> None:
    """Say how the figures of all authorities lie on the newest date.

    Returns
    -------
    list of Spread
        One row.
    """


@question(Kept)
def known(*, authority: str) -> None:
    """Count the events and the breaks that are kept.

    Returns
    -------
    list of Kept
        One row.
    """


@question(NewestGrade)
def trusts(*, authorities: Sequence[str]) -> None:
    """Return the grade that stands in each authority that has not ended.

    Returns
    -------
    list of NewestGrade
        One row per authority that has been judged.
    """
