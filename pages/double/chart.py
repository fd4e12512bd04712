"""One authority and its double by date: the figures of both, the gap between them, and the gaps of others."""

from collections.abc import Mapping, Sequence

from data.catalogue import Indicator
from data.kinds import Unit
from pages.charts import axes, claimed, series, theme
from pages.charts.claimed import Claimed
from pages.charts.model import Across, Drawing, End, Entry, Line, Look, Panel, Tick, Up, Upright
from pages.charts.words import averaged, figure_of
from pages.charts.years import year_mark
from pages.double import words
from pages.double.asked import Asked, Shown
from pages.double.ranks import Ranked

MIX = "Its double"  # the name of its line
LEVELS, GAPS, OTHERS = 270, 220, 320  # pixels
OWN = Look(colour=theme.CHOSEN, symbol="circle", width=2.5, size=8)
DOUBLE = Look(colour="#801650", dash="dash", symbol="square", width=2, size=7)
GAP = Look(colour=theme.CHOSEN, symbol="diamond", width=2.5, size=8)
WITHOUT = Look(colour="#801650", dash="dot", width=1)
OTHER = Look(colour="#b1b4b6", width=1)
ROOM = 1.08  # of the farthest gap, so that it does not touch the edge
RIGHT = 112  # pixels, for the names and figures at the ends of the lines
LEFT = 62  # pixels: rates per 10,000 have six signs


def drawn(shown: Shown, asked: Asked, claims: Sequence[Claimed] = ()) -> Drawing:
    """Draw the figures of an authority and of its double, and beneath them the gap; claims upon the figures.

    Returns
    -------
    Drawing
        A year without a figure of the authority has no double either; gaps are not joined.
    """
    event = _event(shown)
    return Drawing(
        panels=(_levels(shown, asked, event, claims), _gaps(shown, asked, event)), across=_across(shown, asked),
        left=LEFT, right=RIGHT,
    )  # fmt: skip


def others(shown: Shown, each: Ranked, asked: Asked) -> Drawing:
    """Draw the gaps of those whose own double passes the same rules, as if they had the event, and the authority's."""
    faint = [_line(shown, shown.names[one.area_code], one.gaps, OTHER, asked) for one in each.placebos]
    own = _line(shown, words.whose(shown), shown.double.gaps, GAP, asked)
    panel = _panel("Figure less that of its double", OTHERS, (*faint, own), asked, _event(shown))
    return Drawing(panels=(panel,), across=_across(shown, asked), left=LEFT, right=RIGHT)


def _event(shown: Shown) -> Upright:
    case = shown.window.case
    assert case.first_on is not None
    return Upright(x=case.first_on, dash="solid" if case.date_precision == "day" else "dot", width=1.5)


def _across(shown: Shown, asked: Asked) -> Across:
    dates = [row.period_end for row in shown.figures]
    return axes.dated(dates, [year_mark(on, basis=asked.indicator.basis) for on in dates])


def _levels(shown: Shown, asked: Asked, event: Upright, claims: Sequence[Claimed]) -> Panel:
    indicator = asked.indicator
    values = dict(zip(_years(shown), shown.double.gaps, strict=True))
    own = {row.year: row.value for row in shown.figures if row.value is not None}
    double = {year: own[year] - gap for year, gap in values.items()}
    lines = (
        series.line(MIX, _figures(shown, MIX, double, asked), DOUBLE),
        series.line(words.whose(shown), _figures(shown, words.whose(shown), own, asked), OWN),
    )
    reach = [*own.values(), *double.values(), *(each.value for each in claims)]
    return Panel(
        title=indicator.title, about=f"{indicator.unit}, {indicator.reference}", tall=LEVELS,
        up=axes.figures_up(reach, indicator.unit), lines=lines, uprights=(event,), marks=tuple(claimed.marks(claims)),
        ends=tuple(
            _end(line, figure_of(line.points[-1].y, _written_as(line.name, asked)))
            for line in reversed(lines)
            if line.points
        ),
    )  # fmt: skip


def _gaps(shown: Shown, asked: Asked, event: Upright) -> Panel:
    less = [_line(shown, f"Without {shown.names[each.area_code]}", each.gaps, WITHOUT, asked) for each in shown.without]
    own = _line(shown, "Gap", shown.double.gaps, GAP, asked)
    return _panel(f"{words.whose(shown)} less its double", GAPS, (*less, own), asked, event)


def _panel(title: str, tall: float, lines: tuple[Line, ...], asked: Asked, event: Upright) -> Panel:
    reach = max((abs(point.y) for line in lines for point in line.points), default=0.0) * ROOM or 1.0
    ticks = tuple(Tick(at=at, words=axes.plus_minus(at)) for at in axes.even(-reach, reach))
    unit = "percentage points" if asked.indicator.unit is Unit.PER_CENT else asked.indicator.unit
    ends = (_end(lines[-1], words.gap(lines[-1].points[-1].y, asked)),) if lines[-1].points else ()
    return Panel(
        title=title, about=unit, tall=tall, up=Up(low=-reach, high=reach, ticks=ticks), lines=lines, uprights=(event,),
        ends=ends,
    )  # fmt: skip


def _end(line: Line, figure: str) -> End:
    """Label a line at its last figure."""
    last = line.points[-1]
    return End(name=line.name, figure=figure, x=last.x, y=last.y, look=line.look)


def _years(shown: Shown) -> tuple[int, ...]:
    return (*shown.window.panel.before, *shown.window.panel.after)


def _line(shown: Shown, name: str, gaps: Sequence[float], look: Look, asked: Asked) -> Line:
    values = dict(zip(_years(shown), gaps, strict=True))
    told = {year: (f"{name}: {words.gap(value, asked)}",) for year, value in values.items()}
    return series.line(name, _dated(shown, values, told, asked), look, cased=False)


def _figures(shown: Shown, name: str, values: dict[int, float], asked: Asked) -> list[series.Figure]:
    indicator = _written_as(name, asked)
    told = {year: (f"{name}: {figure_of(value, indicator)}",) for year, value in values.items()}
    return _dated(shown, values, told, asked)


def _written_as(name: str, asked: Asked) -> Indicator:
    """Return the indicator as figures of a line are written: those of the mix are means."""
    return averaged(asked.indicator) if name == MIX else asked.indicator


def _dated(
    shown: Shown, values: Mapping[int, float], told: Mapping[int, tuple[str, ...]], asked: Asked
) -> list[series.Figure]:
    """Put figures on their reference dates; a year of the authority without one parts the line."""
    return [
        series.Figure(
            x=row.period_end, on=row.period_end, value=values.get(row.year), segment=0, area="",
            status="published" if row.year in values else row.status,
            said=(*told.get(row.year, ()), words.said(row.period_end, asked)),
        )
        for row in shown.figures
    ]  # fmt: skip


def key(shown: Shown, claims: Sequence[Claimed] = ()) -> list[Entry]:
    """List the marks of the chart."""
    return [
        Entry(words=words.whose(shown), look=OWN),
        Entry(words="its double", look=DOUBLE),
        Entry(words="gap: the first less the second", look=GAP),
        *([Entry(words="gap without one of those in the double", look=WITHOUT)] if shown.without else []),
        *claimed.key(claims),
    ]


def key_others(shown: Shown) -> list[Entry]:
    """List the marks of the chart of the others."""
    return [
        Entry(words=words.whose(shown), look=GAP),
        Entry(words="another authority, as if it had had the event", look=OTHER),
    ]
