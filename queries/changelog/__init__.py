"""What changed in the data, and when."""

from queries.question import question
from queries.rows.changelog import Change


@question(Change)
def changelog(*, area: str) -> None:
    """Tell every change of the data: editions, Ofsted's reports, rows of the register.

    Parameters
    ----------
    area
        Area code of an authority, or empty for all England.

    Returns
    -------
    list of Change
        The newest first.
    """
