"""The before and after view as a picture to take away: the chart with all the words that it needs to stand alone."""

from collections.abc import Sequence

from data.catalogue import Indicator
from pages.before_after import words
from pages.before_after.notes import alternative, entered
from pages.charts import claimed, sources
from pages.charts.claimed import Claimed
from pages.charts.model import Drawing, Entry, Lines
from pages.charts.sources import credited
from pages.charts.svg.picture import Picture, stamp, unlabelled
from pages.charts.words import day
from pages.charts.years import measured
from queries.rows.before_after import CountedFrom, Difference, Member
from queries.rows.catalogue import Publication

BARS = "Grey bars: the middle 95% of the group's own differences."


def picture(
    drawing: Drawing, rows: Sequence[Difference], group: Sequence[Member], *, name: str, indicator: Indicator,
    event: CountedFrom, publications: Sequence[Publication], version: str, link: str,
    key: Sequence[Entry] = (), draft: bool = False, claims: Sequence[Claimed] = (),
) -> Picture:  # fmt: skip
    """Put words around the chart.

    Parameters
    ----------
    drawing
        As of `before_after`.
    rows, group
        Of `queries.before_after.differences` and `group`.
    name, indicator, event
        The name of the authority, what is shown, and from when years are counted.
    publications
        Of `queries.catalogue.sources`.
    version, link
        Of the data, and the address of the view.
    key
        What its signs stand for; lines are named at their ends.
    draft
        Whether a visitor's own figures are among what is drawn.
    claims
        Marked on the figures of the authority.
    """
    return Picture(
        headline=words.headline(name, indicator, event),
        subtitle=f"{measured(indicator)}. {words.STANDING}",
        drawing=drawing,
        alternative=alternative(rows, name=name, indicator=indicator, event=event, claims=claims),
        notes=tuple(
            filter(None, [f"{_compared(rows, group)} {BARS}", claimed.noted(claims), *words.cautions(rows, name=name)])
        ),
        source=credited(publications, register=True),
        stamp=stamp(version=version, link=link),
        key=unlabelled(key),
        name=("before-and-after", name, indicator.short_title, event.event_id),
        draft=draft,
    )


def credit(
    name: str, indicator: Indicator, event: CountedFrom, *, draft: bool, claims: Sequence[Claimed] = ()
) -> Lines:
    """Write what the plot says of itself where it is cut out of its page."""
    more = ["Ofsted"] * (event.kind == "judgement") + ["your own figures, DRAFT"] * draft + claimed.sourced(claims)
    said = f"{words.headline(name, indicator, event)}. {measured(indicator)}"
    return sources.credit(said, [indicator], more=more, register=True)


def _compared(rows: Sequence[Difference], group: Sequence[Member]) -> str:
    first, last = entered(rows)
    return (
        f"Comparison group: {len(words.members(group))} authorities and joint returns under no intervention in our "
        f"register from {day(first)} to {day(last)}."
    )
