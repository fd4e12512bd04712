"""What the page of one authority shows: the rows of its questions together, and how each place beside it is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from data.catalogue import Indicator
from pages.charts import theme
from pages.charts.claimed import Claimed
from pages.charts.model import Look
from pages.charts.words import averaged
from pages.charts.years import newest_said
from queries.rows.catalogue import Break
from queries.rows.figures import Percentiles, Trend
from queries.rows.history import AreaGrade, Event, Grade, Phase, Step
from queries.rows.ofsted import Visit

ROLES = ("own", "own_other", "own_quarter", "own_month", "england", "region", "neighbours", "other")
CHOSEN = Look(colour=theme.CHOSEN, symbol="circle", width=2.5)


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What is drawn and said of one authority.

    Attributes
    ----------
    name
        Of the authority.
    indicators
        One panel each, in this order.
    first, last
        The years of the date axis, both included.
    whole
        Whether these are all years there are: then the axis begins earlier where an intervention did.
    claims
        Marked on the figures, as they are no official ones.
    """

    name: str
    indicators: Sequence[Indicator]
    trend: Sequence[Trend]
    percentiles: Sequence[Percentiles]
    breaks: Sequence[Break]
    phases: Sequence[Phase]
    steps: Sequence[Step]
    in_force: Sequence[Grade]
    areas: Sequence[AreaGrade]
    visits: Sequence[Visit]
    events: Sequence[Event]
    first: int
    last: int
    whole: bool = True
    claims: Sequence[Claimed] = ()

    def of(self, indicator: Indicator) -> list[Trend]:
        """Return the figures that the panel of an indicator draws.

        Counts of a country, a region or a group dwarf those of one authority: they are left out.
        """
        return [
            row
            for row in self.trend
            if row.indicator_id == indicator.id
            and (not indicator.unit.is_count or row.role.startswith(("chosen", "other", "own")))
        ]

    def claimed(self, indicator: Indicator) -> list[Claimed]:
        """Return the claims that are marked on an indicator."""
        return [each for each in self.claims if each.indicator.id == indicator.id]

    def joint(self, indicator: Indicator) -> bool:
        """Tell whether the newest figure of an indicator is that of a joint return."""
        mine = [row for row in self.trend if row.role == "chosen" and row.indicator_id == indicator.id]
        return bool(mine) and max(mine, key=lambda row: row.period_end).area_level == "joint return"

    def newest(self, indicator: Indicator) -> date | None:
        """Return the newest date of an indicator among the figures shown, whatever its status and whoever's it is."""
        return max((row.period_end for row in self.trend if row.indicator_id == indicator.id), default=None)


def series(rows: Sequence[Trend]) -> dict[tuple[str, str], list[Trend]]:
    """Return the figures of each place beside the chosen one by role and name, in the order of their labels."""
    found: dict[tuple[str, str], list[Trend]] = {}
    for row in rows:
        if row.role != "chosen":
            found.setdefault((row.role, row.area_name), []).append(row)
    return {key: found[key] for key in sorted(found, key=lambda key: (ROLES.index(key[0]), key[1]))}


def looks(rows: Sequence[Trend]) -> dict[str, Look]:
    """Return how each place beside the chosen one is drawn, by its name."""
    found: dict[str, Look] = {}
    others = 0
    for role, name in series(rows):
        found[name] = BESIDE.get(role) or OTHERS[others % len(OTHERS)]
        others += role == "other"
    return found


def _look(style: theme.Style) -> Look:
    """Return a look: a line that is dashed has no marks unless they are hollow."""
    marked = style.dash == "solid" or "open" in style.symbol
    return Look(colour=style.colour, dash=style.dash, symbol=style.symbol if marked else "", size=style.size)


BESIDE = {role: _look(style) for role, style in theme.BESIDE_STYLE.items()}
OTHERS = tuple(_look(style) for style in theme.OTHER_STYLES)


def written_as(role: str, indicator: Indicator) -> Indicator:
    """Return an indicator as the figures of a place are written: that of its neighbours is a median."""
    return averaged(indicator) if role == "neighbours" else indicator


def ends_said(indicator: Indicator, rows: Sequence[Trend]) -> str:
    """Say for those who do not see the chart where each line of an indicator ends; `rows` are of it alone."""
    names = dict.fromkeys((row.role, row.area_name) for row in rows)
    said = [
        f"{name} "
        + newest_said(
            [(row.period_end, row.value, row.status) for row in rows if (row.role, row.area_name) == (role, name)],
            written_as(role, indicator),
        )
        for role, name in names
    ]  # fmt: skip
    return f"{indicator.title}: {'; '.join(said) or 'no figure'}."
