"""What a comparison draws: how it is asked for, and each line with its name, look and points."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from data.catalogue import Indicator
from pages.charts import theme, words, years
from pages.charts.comparison.dots import Dot, Row, by_position, dots
from pages.charts.comparison.looks import AUTHORITY_LOOKS, ENGLAND_LOOK, GROUP_LOOKS, IN_ONE_CHART
from pages.charts.model import Look
from pages.charts.ranks import SMALL
from pages.charts.series import Figure, joined
from queries.rows.compare import Grouped

REASONS = theme.STATUS_WORDS | {
    "no_england": "England has no figure",
    "no_base": "no figure of the base year to compare with, or a break in the series between the two",
    "not_ranked": "not ranked",
    "small_numbers": SMALL,
    "no_weights": "no denominators to weigh by",
}


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a visitor asks a comparison to show.

    Attributes
    ----------
    measure
        published, difference, index, rank, since or against.
    about, other
        The indicator, and the one it is set against.
    counted, ranked
        From `queries.compare.series`: whether it is a number of something, and whether a rank is sensible.
    base
        The year whose figure is 100.
    event
        began or ended.
    england, context
        Whether England's line and the other authorities in grey are wanted.
    past
        Whether the figures are those of a past edition.
    """

    measure: str
    about: Indicator
    other: Indicator
    counted: bool
    other_counted: bool
    ranked: bool
    base: int
    event: str
    england: bool
    context: bool
    past: bool = False

    @property
    def refused(self) -> str:
        """The sentence that says why nothing can be drawn, or nothing."""
        title = self.about.title
        if self.measure == "rank" and self.ranked and self.past:
            return f"{title}: ranks are not kept for past editions. Choose the newest figures or another view."
        if self.measure == "rank" and not self.ranked:
            why = next((caveat for caveat in self.about.caveats if "ranked" in caveat), "")
            why = why or ("A count tells how large an authority is." if self.counted else self.about.better_reason)
            return f"{title}: a rank would mislead. {why}"
        if self.measure == "difference" and self.counted:
            return (
                f"{title} is a count: its difference from the total of England says only that an authority is not "
                "the whole country. Choose a rate, or the index."
            )
        if self.measure == "against" and self.about.id == self.other.id:
            return f"{title} is set against itself: choose another indicator to compare it with."
        return ""

    def by_register(self, groups: Sequence[str]) -> bool:
        """Tell whether the register of interventions decides anything that is shown."""
        return self.measure == "since" or bool({"under-intervention", "no-intervention"} & set(groups))

    def at_zero(self, point: Dot) -> bool:
        """Tell whether a point has its place at 0 without a figure: it rounds to that, and figures are drawn."""
        return point.status == "rounds_to_zero" and self.measure in ("published", "since")

    def year(self, when: date) -> str:
        """Write the year of a reference date as axes and labels do: 2024-25 where it is a year to 31 March."""
        return years.year_mark(when, basis=self.about.basis)

    def date_said(self, when: date) -> str:
        """Write a reference date in full, and of a total the year that it is of."""
        return years.date_said(when, basis=self.about.basis)

    def of(self, point: Dot) -> Indicator:
        """Return the indicator as the figure of a point is written: that of a group of several is an average."""
        return words.averaged(self.about) if point.averaged is not None else self.about

    def written(self, point: Dot) -> str:
        """Write what is drawn at a point, as short as a label allows."""
        value = point.height
        if self.at_zero(point):
            return REASONS["rounds_to_zero"]
        if self.measure == "rank":
            return f"{value:.0f} of {point.ranked_of}"
        if self.measure == "index":
            return f"{value:.0f}"
        unit, decimals = self.about.unit, self.of(point).decimals
        if self.measure == "difference":
            number = f"{value:+,.{decimals}f}".replace("-", "−")
            number = number.lstrip("+−") if float(f"{value:.{decimals}f}") == 0 else number
            return f"{number} points" if unit == "%" else number
        return words.short_figure(value, unit=unit, decimals=decimals)


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of a comparison: its points in order, gaps too."""

    name: str
    role: str
    look: Look
    points: tuple[Dot, ...]

    @property
    def tiny(self) -> bool:
        """Whether it is of a very small authority, whose figures set no scale."""
        return any(point.tiny for point in self.points)

    @property
    def drawn(self) -> list[Dot]:
        """The points that have something to draw."""
        return [point for point in self.points if point.shown is not None]

    @property
    def gaps(self) -> list[Dot]:
        """The points that have nothing to draw."""
        return [point for point in self.points if point.shown is None]

    def end(self, asked: Asked) -> Dot:
        """Return the last point with something to draw, or that rounds to 0 where figures are drawn: at 0 then."""
        last = [point for point in self.points if point.shown is not None or asked.at_zero(point)][-1]
        return replace(last, shown=0.0) if last.shown is None else last

    def stretches(self) -> Iterator[list[Dot]]:
        """Yield the runs of points that a line may join: no gap, no break, no change of the area reported on."""
        run: list[Dot] = []
        for point in self.points:
            if run and not _joined(run[-1], point):
                yield run
                run = []
            if point.shown is not None:
                run.append(point)
        if run:
            yield run


def _joined(before: Dot, after: Dot) -> bool:
    """Tell whether a line may lead from one point to the next: of a pair both figures are of the same areas."""
    return joined(_figure(before), _figure(after)) and after.other_area_name == before.other_area_name


def _figure(point: Dot) -> Figure:
    return Figure(
        x=point.period_end, on=point.period_end, value=point.shown, status=point.shown_status, segment=point.segment,
        area=point.area_code,
    )  # fmt: skip


def authority_lines(rows: Sequence[Row]) -> list[Line]:
    """Return a line for each chosen authority, in the order asked; those without any row are absent."""
    chosen = [row for row in rows if row.role == "chosen" and row.period_end is not None]
    return [
        _line(points, look=AUTHORITY_LOOKS[(position - 1) % IN_ONE_CHART], role="chosen")
        for position, points in by_position(chosen)
    ]


def england_lines(rows: Sequence[Row], asked: Asked) -> list[Line]:
    """Return England's line where it is wanted and would not dwarf the others."""
    series = [row for row in rows if row.role == "england"]
    dwarfing = asked.counted and asked.measure == "published"
    if not (asked.england or asked.measure == "difference") or dwarfing or all(row.shown is None for row in series):
        return []
    return [_line(dots(series), look=ENGLAND_LOOK, role="england")]


def group_lines(rows: Sequence[Grouped]) -> list[Line]:
    """Return a line for each group that has anything to draw."""
    drawn = [points for _, points in by_position(rows) if any(point.shown is not None for point in points)]
    return [
        Line(name=points[0].group_name, role="group", look=look, points=points)
        for points, look in zip(drawn, GROUP_LOOKS, strict=False)
    ]


def _line(points: Sequence[Dot], *, look: Look, role: str) -> Line:
    """Name a line after its authority, and say where its newest figure is a joint return."""
    newest = points[-1]
    joint = " (joint return)" if newest.area_level == "joint return" else ""
    return Line(name=f"{newest.asked_name}{joint}", role=role, look=look, points=tuple(points))
