"""Who makes referrals, drawn: a panel for each source, all on one scale and date axis, with their signs in words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from data.catalogue import Indicator, indicators
from pages.authority.key import lines, signs
from pages.authority.panel import PITCH, panel
from pages.authority.shown import Shown, ends_said
from pages.charts import axes
from pages.charts.model import Across, Drawing, Entry, Panel
from pages.charts.words import number_of
from pages.charts.years import year_mark
from pages.referral_sources.choices import SOURCES
from queries.rows.catalogue import Break
from queries.rows.demand import Together
from queries.rows.figures import Trend

LEFT, RIGHT = 48, 120  # pixels: for figures at an axis, and for the name and the figure at the end of a line
EDGE = timedelta(days=120)  # beyond the first and the last date: a mark stands free of the frame
FIRST = 6  # sources in the first of two charts that stand side by side; the other five are in the second


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What is drawn and said of one place.

    Attributes
    ----------
    name
        Of the authority, the region or the country.
    trend, breaks, sums
        Of `queries.figures.trend`, `queries.catalogue.breaks` and `queries.demand.together`.
    tiny
        Whether it is a very small authority.
    """

    name: str
    trend: Sequence[Trend]
    breaks: Sequence[Break]
    sums: Sequence[Together]
    tiny: bool = False

    @property
    def newest(self) -> date:
        """The newest date of any source."""
        return max(row.period_end for row in self.trend)

    def chosen(self, id: str) -> list[Trend]:
        """Return the figures of one source for the place itself, by date."""
        return sorted((row for row in self.trend if row.role == "chosen" and row.indicator_id == id),
                      key=lambda row: row.period_end)  # fmt: skip

    def rows(self, ids: Sequence[str] = SOURCES) -> Shown:
        """Return what the panels of some sources draw, as the page of one authority has it."""
        return Shown(
            name=self.name, indicators=[indicators()[id] for id in ids], trend=self.trend, percentiles=(),
            breaks=self.breaks, phases=(), steps=(), in_force=(), areas=(), visits=(), events=(),
            first=min(row.period_end.year for row in self.trend), last=self.newest.year,
        )  # fmt: skip


def drawings(facts: Facts) -> tuple[Drawing, Drawing]:
    """Draw the sources in two charts, the same scale and dates in all panels."""
    panels = _panels(facts)
    return _drawing(facts, panels[:FIRST]), _drawing(facts, panels[FIRST:])


def whole(facts: Facts, most: int = len(SOURCES)) -> Drawing:
    """Draw all sources, or the first few, in two columns, as a picture has them."""
    return replace(_drawing(facts, _panels(facts)[:most]), columns=2)


def _drawing(facts: Facts, panels: tuple[Panel, ...]) -> Drawing:
    return Drawing(panels=panels, across=_across(facts), left=LEFT, right=RIGHT, above=24, between=12)


def _panels(facts: Facts) -> tuple[Panel, ...]:
    shown = facts.rows()
    up = axes.figures_up([row.value for row in facts.trend if row.value is not None], "%", most=4)
    return tuple(replace(_short(panel(shown, each, {}, {}), each, facts), up=up) for each in shown.indicators)


def _short(drawn: Panel, indicator: Indicator, facts: Facts) -> Panel:
    """Name a source in few words and the year with which it ends before others, with room for each label's year."""
    newest = facts.rows().newest(indicator)
    ended = f", to {year_mark(newest, basis='year')}" if newest and newest < facts.newest else ""
    years = sum(bool(end.more) for end in drawn.ends)
    return replace(drawn, title=indicator.short_title, about=f"% of referrals{ended}", tall=drawn.tall + PITCH * years)


def _across(facts: Facts) -> Across:
    dates = [row.period_end for row in facts.trend]
    return axes.calendar(min(dates) - EDGE, max(dates) + EDGE)


def key(facts: Facts) -> list[Entry]:
    """List the lines and the signs that are drawn."""
    return [*lines(facts.name, facts.trend), *signs(facts.trend)]


def alternative(facts: Facts, ids: Sequence[str]) -> str:
    """Describe a chart: where each line ends."""
    ends = " ".join(
        ends_said(each, [row for row in facts.trend if row.indicator_id == each.id])
        for each in facts.rows(ids).indicators
    )
    return f"{number_of(len(ids), 'line chart')} of shares of referrals by source, {facts.name}, on one scale. {ends}"
