"""What the page of demand and money shows of one authority: its rows, drawings, signs, and alternative text."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from data.catalogue import Indicator
from pages.authority.key import lines, signs
from pages.authority.panel import panel
from pages.authority.shown import Shown, ends_said
from pages.charts import axes, claimed
from pages.charts.claimed import Claimed
from pages.charts.model import Across, Drawing, Entry, Panel
from pages.charts.series import calendar_year
from pages.charts.words import listed, number_of
from pages.demand import mix
from pages.demand.measures import Basis, named, of
from queries.rows.catalogue import Break
from queries.rows.demand import Mix
from queries.rows.figures import Trend

LEFT, RIGHT = 48, 112  # pixels: for figures at an axis, and for the name and the figure at the end of a line
BESIDE = ("england", "region", "neighbours")


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What is drawn and said.

    Attributes
    ----------
    name
        Of the authority.
    basis
        In which measures.
    trend, breaks, spent
        Of `queries.figures.trend`, `queries.catalogue.breaks` and `queries.demand.mix`; of the mix that of the
        authority, as far as the years of the basis reach.
    claims
        Marked on the figures, as they are no official ones.
    tiny
        Whether the authority is a very small one.
    """

    name: str
    basis: Basis
    trend: Sequence[Trend]
    breaks: Sequence[Break]
    spent: Sequence[Mix]
    claims: Sequence[Claimed] = ()
    tiny: bool = False

    def rows(self, ids: Sequence[str]) -> Shown:
        """Return what the panels of some indicators draw, as the page of one authority has it."""
        years = [row.period_end.year for row in self.trend]
        return Shown(
            name=self.name, indicators=of(tuple(ids)), trend=self.trend, percentiles=(), breaks=self.breaks, phases=(),
            steps=(), in_force=(), areas=(), visits=(), events=(), first=min(years), last=max(years),
            claims=self.claims,
        )  # fmt: skip

    @property
    def indicators(self) -> list[Indicator]:
        """Every indicator drawn, demand before money."""
        return of((*self.basis.demand, *self.basis.money))


def drawings(facts: Facts) -> tuple[Drawing, Drawing]:
    """Draw demand, and money with what it was spent on, each measure in a panel on the same date axis."""
    across = _across(facts)
    money = _panels(facts, facts.basis.money)
    money = (*money, mix.panel(facts.spent, [line for panel in money for line in panel.uprights]))
    return (_drawing(_panels(facts, facts.basis.demand), across), _drawing(money, across))


def whole(facts: Facts, measures: int = 4) -> Drawing:
    """Draw both side by side, as in a picture: all panels of each, or the first few."""
    demand, money = (drawing.panels[:measures] for drawing in drawings(facts))
    return replace(drawings(facts)[0], panels=(*demand, *money), columns=2)


def _panels(facts: Facts, ids: Sequence[str]) -> tuple[Panel, ...]:
    shown = facts.rows(ids)
    return tuple(_short(panel(shown, indicator, {}, {}), indicator) for indicator in shown.indicators)


def _short(drawn: Panel, indicator: Indicator) -> Panel:
    """Name a line of spend in few words: the subtitle says per whom, and in which prices."""
    if not indicator.unit.startswith("£"):
        return drawn
    each = "£ per child" if indicator.population else "£"
    return replace(drawn, title=f"Spend on {named(indicator.id)}", about=f"{each}, financial year")


def _across(facts: Facts) -> Across:
    dates = [*(row.period_end for row in facts.trend), *(each.on for each in facts.claims)]
    return axes.calendar(min(dates) - mix.HALF - axes.EDGE, max(dates) + mix.HALF + axes.EDGE)


def _drawing(panels: tuple[Panel, ...], across: Across) -> Drawing:
    return Drawing(panels=panels, across=across, left=LEFT, right=RIGHT, above=24, between=12)


def key(facts: Facts) -> list[Entry]:
    """List the lines, the fills and the signs that are drawn."""
    shown = [row for each in facts.indicators for row in facts.rows([each.id]).of(each)]
    return [*lines(facts.name, shown), *mix.key(), *signs(shown), *claimed.key(facts.claims)]


def alternative(facts: Facts, indicators: Sequence[Indicator], what: str) -> str:
    """Describe a chart: where each line ends."""
    ends = " ".join(ends_said(each, facts.rows([each.id]).of(each)) for each in indicators)
    claims = claimed.described([each for each in facts.claims if each.indicator in indicators])
    charts = number_of(len(indicators), "line chart")
    return f"{charts} of {what}, {facts.name}, on one date axis. {ends} {claims}".rstrip()


def without(facts: Facts) -> str:
    """Name the years of which no shares are drawn, since a line has no figure."""
    years = [calendar_year(row.period_end) for row in facts.spent if not mix.shares(row)]
    return (
        f"No shares are drawn for the years to March {listed(years)}: a line of spend has no figure." if years else ""
    )
