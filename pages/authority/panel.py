"""One indicator over time in one panel: its lines and band, their gaps and marks, and the labels at their ends."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from statistics import mean

from data.catalogue import Indicator
from pages.authority.shown import CHOSEN, Shown, looks, series, written_as
from pages.charts import axes, claimed, cuts, theme
from pages.charts.model import Band, End, Label, Line, Look, Mark, Panel, Upright
from pages.charts.series import Figure, gaps, last_drawn, line, marks
from pages.charts.words import day, figure, short_figure
from pages.charts.years import year_mark
from queries.rows.catalogue import Break
from queries.rows.figures import Percentiles, Trend

TALL = 92  # pixels of a panel: four of them, intervention and judgements stand on a screen of 800
PITCH = 17  # pixels that one line of a label takes
BANDS = {"middle four fifths": "#eceff2", "middle half": "#dde2e9"}
LONE = 5  # pixels of the mark of a figure that no line leads to, where its line has no marks


def panel(shown: Shown, indicator: Indicator, numbers: dict[date, str], cut_numbers: dict[date, str]) -> Panel:
    """Draw an indicator.

    Parameters
    ----------
    shown
        What the page shows.
    indicator
        What is drawn.
    numbers
        Of the notes on the chosen authority's figures, by date.
    cut_numbers
        Of the notes on breaks, by the day of the break.
    """
    rows = shown.of(indicator)
    claims = shown.claimed(indicator)
    bands = [row for row in shown.percentiles if row.indicator_id == indicator.id and _within(row, shown)]
    chosen = figures([row for row in rows if row.role == "chosen"], indicator)
    return Panel(
        title=indicator.title,
        about=about(indicator, rows),
        tall=max(TALL, PITCH * _label_lines(rows)),
        up=axes.figures_up([*_reach(rows, bands), *(each.value for each in claims)], indicator.unit, most=4),
        bands=tuple(_bands(bands)),
        lines=tuple(_lines(rows, indicator)),
        marks=(*_marks(rows, indicator), *claimed.marks(claims)),
        gaps=tuple(gaps(chosen, name="", colour=theme.CHOSEN, at=0, reasons=theme.STATUS_WORDS)),
        ends=tuple(_ends(rows, indicator, shown.newest(indicator))),
        uprights=tuple(_cuts([row for row in shown.breaks if row.indicator_id == indicator.id], shown, cut_numbers)),
        labels=tuple(_numbers(chosen, numbers)),
    )


def about(indicator: Indicator, rows: Sequence[Trend]) -> str:
    """Say in which unit and of which date the figures are, whose they are, and whether some are a visitor's own."""
    joint = any(row.role == "chosen" and row.area_level == "joint return" for row in rows)
    draft = any(row.role.startswith("own") for row in rows)
    return f"{'and own DRAFT  ' * draft}{indicator.unit}, {indicator.reference}{'; joint return' * joint}"


def _within(row: Percentiles, shown: Shown) -> bool:
    return shown.first <= row.period_end.year <= shown.last


def _label_lines(rows: Sequence[Trend]) -> int:
    """Return how many lines the labels of all that can stand beside the chosen figure need."""
    return 1 + sum(1 + -(-len(name) // 13) for _, name in series(rows))


def _reach(rows: Sequence[Trend], bands: Sequence[Percentiles]) -> list[float]:
    return [row.value for row in rows if row.value is not None] + [row.ninetieth for row in bands]


def _bands(rows: Sequence[Percentiles]) -> list[Band]:
    """Draw where the middle four fifths and the middle half of all authorities lie, cut where the series is."""
    parts = [list(part) for _, part in groupby(rows, key=lambda row: row.segment)]
    edges = {
        "middle four fifths": lambda row: (row.period_end, row.tenth, row.ninetieth),
        "middle half": lambda row: (row.period_end, row.lower_quarter, row.upper_quarter),
    }
    return [
        Band(name=name, colour=BANDS[name], runs=tuple(tuple(map(edge, part)) for part in parts))
        for name, edge in edges.items()
        if parts
    ]


def _lines(rows: Sequence[Trend], indicator: Indicator) -> list[Line]:
    """Draw what stands beside, then the chosen authority, then a visitor's own figures."""
    look = looks(rows)
    beside = {key: figures(part, indicator) for key, part in series(rows).items()}
    under = [line(key[1], part, look[key[1]], cased=False) for key, part in beside.items() if key[0][:3] != "own"]
    above = [line(key[1], part, look[key[1]], cased=False) for key, part in beside.items() if key[0][:3] == "own"]
    chosen = [row for row in rows if row.role == "chosen"]
    of_chosen = [line(chosen[0].area_name, figures(chosen, indicator), CHOSEN)] if chosen else []
    return [*under, *of_chosen, *above]


def figures(rows: Sequence[Trend], indicator: Indicator) -> list[Figure]:
    """Return the figures of one place as they are drawn, by date."""
    return [
        Figure(
            x=row.period_end, on=row.period_end, value=row.value if row.status == "published" else None,
            status=row.status, segment=row.segment, area=row.area_code, said=_said(row, indicator),
            unusual=row.unusual,
        )
        for row in sorted(rows, key=lambda row: row.period_end)
    ]  # fmt: skip


def _said(row: Trend, indicator: Indicator) -> tuple[str, ...]:
    decimals = written_as(row.role, indicator).decimals
    written = figure(row.value, row.status, unit=indicator.unit, decimals=decimals)
    of = f" (median of {row.averaged} of {row.averaged_of})" if row.role == "neighbours" else ""
    return (f"{row.area_name}{of}: {written}, {day(row.period_end)}",)


def _marks(rows: Sequence[Trend], indicator: Indicator) -> list[Mark]:
    """Put rings round unusual values, hollow marks where the chosen figure rounds to 0, marks on figures alone."""
    look = looks(rows)
    found = marks(figures([row for row in rows if row.role == "chosen"], indicator), theme.CHOSEN)
    for (_, name), part in series(rows).items():
        drawn = figures(part, indicator)
        found += [mark for mark in marks(drawn, look[name].colour) if not mark.said]
        found += _alone(line(name, drawn, look[name]), look[name])
    return found


def _alone(drawn: Line, look: Look) -> list[Mark]:
    """Mark a figure that stands alone on a line without marks: it would not be seen."""
    return [
        Mark(x=run[0].x, y=run[0].y, symbol="circle", size=LONE, colour=look.colour, said=run[0].said)
        for run in drawn.runs
        if len(run) == 1 and not look.symbol
    ]


def _ends(rows: Sequence[Trend], indicator: Indicator, newest: date | None) -> list[End]:
    look = looks(rows)
    chosen = _end([row for row in rows if row.role == "chosen"], "", CHOSEN, indicator, newest)
    return chosen + [
        end for (_, name), part in series(rows).items() for end in _end(part, name, look[name], indicator, newest)
    ]


def _end(rows: Sequence[Trend], name: str, look: Look, indicator: Indicator, newest: date | None) -> list[End]:
    """Label a line with its last figure, and with its year where another line has a later date."""
    last = last_drawn(figures(rows, indicator))
    if last is None:
        return []
    written = "rounds to 0"
    if last.value is not None:
        decimals = written_as(rows[0].role, indicator).decimals
        written = short_figure(last.value, unit=indicator.unit, decimals=decimals)
    more = "" if last.on == newest else f"({year_mark(last.on, basis=indicator.basis)})"
    return [End(name=name, figure=written, more=more, x=last.x, y=last.value or 0.0, look=look)]


def middle(cut: Break) -> date:
    """Return the day halfway between the two sides of a break."""
    return cut.from_period_end + (cut.to_period_end - cut.from_period_end) / 2


def _cuts(breaks: Sequence[Break], shown: Shown, numbers: dict[date, str]) -> list[Upright]:
    """Draw where the series was broken, and say so once for breaks that are near one another."""
    days = [middle(cut) for cut in breaks if shown.first <= middle(cut).year <= shown.last]
    found = []
    for group in cuts.gathered([when.toordinal() for when in days], cuts.NEAR):
        said = min(group, key=lambda place: abs(place - mean(group)))
        dates = [date.fromordinal(int(place)) for place in group]
        number = ", ".join(dict.fromkeys(numbers[when] for when in dates if when in numbers))
        words = f"break{'s' * (len(group) > 1)} ({number})" if number else cuts.said(group)
        found += [
            Upright(x=when, dash="solid", colour=theme.GRID, words=words if when.toordinal() == said else "")
            for when in dates
        ]
    return found


def _numbers(chosen: Sequence[Figure], numbers: dict[date, str]) -> list[Label]:
    """Put the number of a note at its figure; one that goes on from the date before is not said again."""
    found, before = [], ""
    for each in chosen:
        number = numbers.get(each.on, "")
        if number and number != before:
            up = 8 if each.value is not None else 15
            found.append(Label(x=each.x, y=each.value or 0.0, lines=(number,), across="middle", down="bottom",
                               shift=(0, up), size=10))  # fmt: skip
        before = number
    return found
