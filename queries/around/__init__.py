"""The questions behind the page of all cases around an event: who is a case, who is compared, and their figures."""

from queries.question import question
from queries.rows.around import Case, YearFigure


@question(Case)
def cases(*, event: str, indicator: str) -> None:
    """Say of every authority from which year its first event of a kind counts, or why it is no case.

    Parameters
    ----------
    event
        inadequate, fell, rose, began, direction, commissioner, trust or ended.
    indicator
        Id of data/indicators.toml: the newest stretch of its series that no break crosses is looked at.

    Returns
    -------
    list of Case
        One row per authority or joint return with a figure in that stretch, cases first.
    """


@question(YearFigure)
def figures(*, indicator: str) -> None:
    """List the figures of every authority in the newest stretch of a series that no break crosses.

    Parameters
    ----------
    indicator
        As for `cases`.

    Returns
    -------
    list of YearFigure
        One row per authority or joint return and reference date.
    """
