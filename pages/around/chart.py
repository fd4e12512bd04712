"""Two panels by years since an event: every case with their mean, and how far they moved from those compared."""

from collections.abc import Mapping, Sequence
from statistics import fmean
from typing import TypeVar

from data.catalogue import Indicator
from data.kinds import Unit
from pages.around.asked import Asked, Shown
from pages.around.estimates import BASE, ENOUGH, Estimate, Year
from pages.around.words import reach
from pages.charts import axes, series, theme
from pages.charts.model import Across, Band, Drawing, Entry, Fill, Label, Line, Look, Panel, Point, Tick, Up, Upright
from pages.charts.words import averaged, day, figure_of, signed
from queries.rows.around import Case, YearFigure

Placed = TypeVar("Placed")
LEVELS, DIFFERENCES, COUNTS = 270, 220, 40  # pixels: the counts are two lines of words
CASE = Look(colour="#b1b4b6", width=1)
MEAN = Look(colour=theme.CHOSEN, symbol="circle", width=2.5, size=8)
ESTIMATE = Look(colour=theme.CHOSEN, symbol="square", width=2, size=8)
BAND = "#cae1f5"
ROOM = 1.08  # of the farthest end of the band, so that it does not touch the edge
LEFT = 74  # pixels: the words of the counts stand there
SMALL = 9.5  # pixels of the counts: eleven of three digits fit beside one another on a screen of 320


def around(shown: Shown, asked: Asked) -> Drawing:
    """Draw every case around an event, and beneath it the estimate.

    No claim is marked: a claim is of one place at one date, and here a year since the event is another date for each
    of the many cases, whose lines have no names.

    Returns
    -------
    Drawing
        A year with fewer cases than can carry a band has neither mean nor estimate; gaps are not joined.
    """
    event = Upright(x=BASE + 0.5, dash="solid", width=1.5)
    return Drawing(
        panels=(
            _levels(shown, asked, event),
            _differences(shown.estimate, asked.indicator, event),
            _counts(shown.estimate),
        ),
        across=_across(asked.window),
        left=LEFT,
        right=12,
    )


def _across(window: int) -> Across:
    years = range(-window, window + 1)
    return Across(
        first=-window - 0.5, last=window + 0.5,
        ticks=tuple(Tick(at=float(year), words=axes.plus_minus(year)) for year in years),
        title="Years since: 0 is the first figure\non or after the event",
    )  # fmt: skip


def lines_of(
    cases: Sequence[Case], figures: Sequence[YearFigure], window: int
) -> Mapping[str, tuple[Case, list[YearFigure]]]:
    """Return the figures of each case within the window, by area code."""
    found: dict[str, tuple[Case, list[YearFigure]]] = {
        case.area_code: (case, []) for case in cases if case.from_year is not None
    }
    for row in figures:
        if row.area_code in found and abs(row.year - (found[row.area_code][0].from_year or 0)) <= window:
            found[row.area_code][1].append(row)
    return found


def means(cases: Sequence[Case], figures: Sequence[YearFigure], window: int) -> dict[int, tuple[float, int]]:
    """Return the mean figure of the cases and how many have one, by years since; none where too few have."""
    values: dict[int, list[float]] = {}
    for case, rows in lines_of(cases, figures, window).values():
        for row in rows:
            if row.value is not None:
                values.setdefault(row.year - (case.from_year or 0), []).append(row.value)
    return {since: (fmean(those), len(those)) for since, those in sorted(values.items()) if len(those) >= ENOUGH}


def _levels(shown: Shown, asked: Asked, event: Upright) -> Panel:
    indicator = asked.indicator
    every = [
        series.line(case.area_name, [_one(row, case, indicator) for row in rows], CASE, cased=False)
        for case, rows in lines_of(shown.cases, shown.figures, asked.window).values()
    ]
    mean = {
        since: Point(
            x=float(since), y=value, said=("Mean of the cases: " + figure_of(value, averaged(indicator)), f"of {many}")
        )
        for since, (value, many) in means(shown.cases, shown.figures, asked.window).items()
    }
    values = [point.y for line in every for point in line.points]
    return Panel(
        title=indicator.title, about=f"{indicator.unit}, {indicator.reference}", tall=LEVELS,
        up=axes.figures_up(values, indicator.unit),
        lines=(*(each for each in every if each.points), Line(name="Mean of the cases", look=MEAN, runs=_runs(mean))),
        uprights=(event,),
    )  # fmt: skip


def _one(row: YearFigure, case: Case, indicator: Indicator) -> series.Figure:
    said = (f"{case.area_name}: {figure_of(row.value or 0.0, indicator)}, {day(row.period_end)}",)
    return series.Figure(
        x=float(row.year - (case.from_year or 0)), on=row.period_end, value=row.value, status=row.status, segment=0,
        area="", said=said,
    )  # fmt: skip


def _runs(places: Mapping[int, Placed]) -> tuple[tuple[Placed, ...], ...]:
    """Join what stands at years that follow one another."""
    runs: list[list[Placed]] = []
    for year, place in places.items():
        if year - 1 not in places:
            runs.append([])
        runs[-1].append(place)
    return tuple(map(tuple, runs))


def _differences(estimate: Estimate, indicator: Indicator, event: Upright) -> Panel:
    ends = [end for year in estimate.years for end in (year.low, year.high) if end is not None]
    far = max(map(abs, ends), default=1.0) * ROOM or 1.0
    unit = "percentage points" if indicator.unit is Unit.PER_CENT else indicator.unit
    points = {
        year.since: Point(x=float(year.since), y=year.estimate, said=_said(year, indicator)) for year in estimate.years
    }
    band = {year.since: (float(year.since), *_ends(year)) for year in estimate.years}
    return Panel(
        title="Cases less comparison", about=f"change since year −1, {unit}", tall=DIFFERENCES,
        up=Up(low=-far, high=far, ticks=tuple(Tick(at=at, words=axes.plus_minus(at)) for at in _even(far))),
        bands=(Band(name="95% band", colour=BAND, runs=_runs(band)),),
        lines=(Line(name="Estimate", look=ESTIMATE, runs=_runs(points)),), uprights=(event,),
    )  # fmt: skip


def _ends(year: Year) -> tuple[float, float]:
    """Return the ends of the band: in the year before it has no width."""
    low, high = year.low, year.high
    return (0.0, 0.0) if low is None or high is None else (low, high)


def _even(far: float) -> list[float]:
    return axes.even(-far, far)


def _said(year: Year, indicator: Indicator) -> tuple[str, ...]:
    if year.low is None or year.high is None:
        return ("Year −1: changes are counted from here",)
    middle = signed(year.estimate, unit="", decimals=averaged(indicator).decimals)
    band = reach(year.low, year.high, decimals=averaged(indicator).decimals)
    behind = f"{year.cases} cases, {year.compared} compared"
    return (f"Year {axes.plus_minus(year.since)}: {middle}", f"95% band {band}", behind)


def _counts(estimate: Estimate) -> Panel:
    """Write under the axis how many stand behind each year."""
    labels = [
        Label(x=float(year.since), y=y, lines=(str(many),), across="middle", size=SMALL, colour=theme.TEXT)
        for year in estimate.years
        for y, many in ((1.5, year.cases), (0.5, year.compared))
    ]
    ticks = (Tick(at=1.5, words="cases"), Tick(at=0.5, words="compared"))
    return Panel(tall=COUNTS, up=Up(low=0, high=2, ticks=ticks, grid=False, zero=False), labels=tuple(labels))


def key() -> list[Entry]:
    """List the marks of the chart."""
    return [
        Entry(words="one case", look=CASE),
        Entry(words="mean of the cases with a figure in that year", look=MEAN),
        Entry(words="estimate: change of the cases less that of those compared", look=ESTIMATE),
        Entry(words="95% band, for all years shown at once", fill=Fill(colour=BAND)),
    ]
