"""A picture of a comparison put together: its drawing, and the words that are true of what is drawn."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pages.charts import claimed
from pages.charts.claimed import Claimed
from pages.charts.comparison.axes import across
from pages.charts.comparison.compared import Asked, Line
from pages.charts.comparison.dots import Row
from pages.charts.comparison.words import left_out
from pages.charts.model import Across, Drawing, Panel
from pages.charts.svg.picture import Picture
from pages.picture import credits, words
from pages.picture.alternative import alternative
from pages.picture.notes import notes
from pages.picture.plot import CHOSEN, breaks_within, grey, plot
from queries.rows.catalogue import Break

JUDGED = {"inadequate", "other-grade"}  # groups that rest on Ofsted's judgements
NO_AXIS = Across(first=0.0, last=1.0, ticks=())


@dataclass(frozen=True, kw_only=True)
class Below:
    """What stands under the plot: bars of interventions, and of the grades of one authority."""

    interventions: Panel | None = None
    grades: Panel | None = None

    @property
    def panels(self) -> tuple[Panel, ...]:
        """Those that there are."""
        return tuple(panel for panel in (self.interventions, self.grades) if panel is not None)

    def fewer(self) -> Iterator["Below"]:
        """Yield it with less, in the order in which it gives way: the grades first, then all."""
        if self.grades is not None and self.interventions is not None:
            yield replace(self, grades=None)
        if self.panels:
            yield Below()


@dataclass(frozen=True, kw_only=True)
class Content:
    """What a picture holds.

    Attributes
    ----------
    lines, asked
        As of `pages.charts.comparison.compare`.
    rows, breaks
        Of `queries.compare.lines` (or `since`) and `queries.catalogue.breaks`.
    names
        Of the chosen authorities by area code, in order.
    finding
        As of `claims.headline`; without one the picture is headed with its topic.
    own_headline
        The visitor's own, in place of ours.
    claims
        Marked on the lines, as they are no official figures.
    """

    lines: tuple[Line, ...]
    rows: Sequence[Row]
    breaks: Sequence[Break]
    asked: Asked
    names: Mapping[str, str]
    finding: str = ""
    own_headline: str = ""
    claims: tuple[Claimed, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing of what was chosen can be drawn: there is then no picture to take away."""
        return bool(self.asked.refused) or not any(line.role in CHOSEN and line.drawn for line in self.lines)

    @property
    def headline(self) -> str:
        """What stands over it: the visitor's words, else the finding, else the topic."""
        return self.own_headline.strip() or self.ours

    @property
    def ours(self) -> str:
        """What we would write over it."""
        return self.finding or words.neutral(self.lines, list(self.names.values()), self.asked)

    @property
    def edited(self) -> bool:
        """Whether the headline is the visitor's own."""
        return self.headline != self.ours

    @property
    def across(self) -> Across:
        """The axis across."""
        return NO_AXIS if self.empty else across(self.lines, self.asked, self.claims)


def credited(
    content: Content, sources: credits.Publications, groups: Sequence[str], *, version: str, came_out: str, link: str
) -> credits.Credits:
    """Say whose figures and dates are shown.

    Parameters
    ----------
    sources
        Rows of `queries.compare.sources` or `queries.pictures.sources`.
    groups
        Ids of the groups drawn.
    version, link
        Of the data, and to the view.
    came_out
        When the past edition came out whose figures are drawn, as exactly as known; empty for the newest.
    """
    return credits.Credits(
        publications=credits.named(sources), judgements=credits.judgements(sources, came_out=came_out),
        judged=bool(JUDGED & set(groups)), registered=content.asked.by_register(groups),
        version=credits.standing(version, came_out), link=link, edited=content.edited,
    )  # fmt: skip


def composed(content: Content, below: Below, given: credits.Credits) -> Picture:
    """Put a picture together, and the simpler ones that are drawn where a size has too little room.

    Parameters
    ----------
    content
        What it tells.
    below
        What stands under its plot.
    given
        Whose figures and dates are shown.
    """
    picture = _picture(content, Below(), given)
    if content.empty:
        return picture
    simpler = tuple(_with(picture, content, less, given) for less in below.fewer())
    return replace(_with(picture, content, below, given), simpler=simpler)


def _picture(content: Content, below: Below, given: credits.Credits) -> Picture:
    lines, asked = content.lines, content.asked
    return Picture(
        headline=content.headline, subtitle=words.subtitle(asked), drawing=_drawing(content),
        alternative=_described(content, below), notes=_notes(content), name=words.file_parts(lines, asked),
        source=credits.source(given, grades=False, bars=False), stamp=credits.stamp(given, bars=False),
        draft=any(line.role == "own" for line in lines), key=tuple(claimed.key(content.claims)),
    )  # fmt: skip


def _with(picture: Picture, content: Content, below: Below, given: credits.Credits) -> Picture:
    """Put bars under the plot of a picture, with the words that they ask for."""
    bars, grades = below.interventions is not None, below.grades is not None
    panels = (*picture.drawing.panels, *below.panels)
    return replace(
        picture, drawing=replace(picture.drawing, panels=panels), alternative=_described(content, below),
        source=credits.source(given, grades=grades, bars=bars), stamp=credits.stamp(given, bars=bars),
    )  # fmt: skip


def _drawing(content: Content) -> Drawing:
    if content.empty:
        return Drawing(panels=(), across=content.across, under=0)
    panel = plot(content.rows, content.lines, content.breaks, content.asked, content.claims)
    return Drawing(panels=(panel,), across=content.across, under=0)


def _described(content: Content, below: Below) -> str:
    bars = below.interventions is not None
    return alternative(
        content.lines,
        list(content.names.values()),
        content.asked,
        content.finding,
        bars=bars,
        claims=claimed.described(content.claims),
    )


def _notes(content: Content) -> tuple[str, ...]:
    lines, asked = content.lines, content.asked
    out = left_out(content.names, content.rows, lines, asked)
    cuts = len(breaks_within(lines, content.breaks, asked))
    marked = filter(None, [claimed.noted(content.claims)])
    return (*marked, *notes(lines, asked, out, context=bool(grey(content.rows, asked)), cuts=cuts))
