"""What a visitor wants compared: who, of what, over which years, and how it is seen."""

from typing import NamedTuple


class Wanted(NamedTuple):
    """Every choice of the page.

    Attributes
    ----------
    tab, drawn
        Of `choices.TABS`, and what its lines show: of `choices.LINES`.
    codes
        Area codes of the authorities.
    indicator, first, last
        What is compared, and over which years.
    base, event, other
        The year that is 100, the event that years are counted from, and the other of two measures.
    groups, listed, called, model, average
        Of groups beside the authorities: which, the codes of the visitor's list and its name, the model of neighbours,
        and how a group is taken together.
    england, context
        Whether England's line and what is usual among all are wanted.
    claims
        Ids of the claims to mark on the series.
    """

    tab: str
    drawn: str
    codes: tuple[str, ...]
    indicator: str
    first: int
    last: int
    base: int
    event: str
    other: str
    groups: tuple[str, ...]
    listed: tuple[str, ...]
    called: str
    model: str
    average: str
    england: bool
    context: bool
    claims: tuple[str, ...]

    @property
    def measure(self) -> str:
        """Return what the questions and charts of comparisons call the view."""
        return "against" if self.tab == "scatter" else self.drawn
