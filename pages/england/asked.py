"""What is asked of all authorities at once, and which of them are looked at."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol, TypeVar

from data.catalogue import Indicator
from queries.rows.england import AuthorityYear


class Asked(NamedTuple):
    """What a visitor asked for.

    Attributes
    ----------
    indicator, year
        What is shown, and of which year.
    chosen
        Area codes of the authorities that are marked.
    since, mean
        Of a change: its first year, and of how many years a mean is taken at either end, each up to the year named.
    among
        Area codes of the authorities, or of regions, of which one must be met each: what is looked at; none for all.
    by, order, drawn
        What makes a row of dots, the order of a ranking, and whether a map has tiles or outlines.
    spend
        The line of spend that is set against a measure of demand; none in the other views.
    claims
        Ids of the claims to mark: of `claims.touching`.
    like
        Which way of being like the first chosen, of `alike.ALIKE`, picks those that are looked at; or all, or own.
    near
        Area codes of the statistical neighbours of the first chosen, where they make a row of dots.
    """

    indicator: Indicator
    year: int
    chosen: tuple[str, ...] = ()
    since: int = 0
    mean: int = 1
    among: tuple[frozenset[str], ...] = ()
    by: str = "region"
    order: str = "name"
    drawn: str = "tiles"
    near: frozenset[str] = frozenset()
    spend: Indicator | None = None
    claims: tuple[str, ...] = ()
    like: str = "all"

    @property
    def judged(self) -> bool:
        """Whether Ofsted's grades tell who stands together."""
        return "grade" in (self.by, self.like)

    @property
    def registered(self) -> bool:
        """Whether our register of interventions does."""
        return self.by == "intervention"


class Placed(Protocol):
    """A row of a question about all authorities."""

    @property
    def area_code(self) -> str:
        """Its authority or joint return."""

    @property
    def region_code(self) -> str:
        """The region of it."""


Row = TypeVar("Row", bound=Placed)


def within(rows: Iterable[Row], among: Sequence[frozenset[str]]) -> list[Row]:
    """Keep the rows of the authorities that are looked at."""
    return [row for row in rows if all({row.area_code, row.region_code} & codes for codes in among)]


def with_joint(among: Sequence[frozenset[str]], rows: Sequence[AuthorityYear]) -> list[frozenset[str]]:
    """Add to authorities the joint returns that answer for any of them."""
    return [codes | {row.area_code for row in rows if not codes.isdisjoint(row.authority_codes)} for codes in among]
