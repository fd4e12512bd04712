"""One indicator in authorities then rated inadequate, in those with another grade, and in England."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from data.catalogue import Indicator
from pages.charts import axes, cuts, series, theme
from pages.charts.model import Drawing, End, Entry, Label, Line, Look, Panel, Upright
from pages.charts.words import averaged, day, figure, number_of, short_figure, year_said
from pages.charts.years import dated
from pages.ofsted import words
from pages.ofsted.shown import Cells, Chart
from queries.rows.catalogue import Break
from queries.rows.compare import Grouped
from queries.rows.figures import National

TALL = 150  # pixels
INADEQUATE = Look(colour=theme.CHOSEN, symbol="circle", width=2.5)
OTHER = Look(colour="#f46a25", symbol="square")
ENGLAND = Look(colour=theme.BESIDE, dash="dot")
LOOKS = {"inadequate": INADEQUATE, "other-grade": OTHER, "england": ENGLAND}
NAMES = {"inadequate": "Inadequate", "other-grade": "Other grades", "england": "England"}
HEADS = {"inadequate": "Inadequate at that date", "other-grade": "Other grade at that date", "england": "England"}
REASON = {"no_weights": "no denominators", "not_available": "not available"}
KEY = (
    Entry(words="Inadequate at that date", look=INADEQUATE),
    Entry(words="Another grade at that date", look=OTHER),
    Entry(words="England, as published", look=ENGLAND),
)
Rows = Mapping[str, Sequence[Grouped | National]]


def grouped(groups: Sequence[Grouped], england: Sequence[National]) -> Rows:
    """Return the rows of each line: of `queries.compare.groups` and `queries.figures.national`, of one indicator."""
    found: dict[str, Sequence[Grouped | National]] = {
        group: [row for row in groups if row.group_id == group] for group in ("inadequate", "other-grade")
    }
    return found | {"england": england}


def rated(rows: Rows, breaks: Sequence[Break], indicator: Indicator) -> Drawing:
    """Draw one indicator by the grade that stood at each date.

    Parameters
    ----------
    rows
        As of `grouped`.
    breaks
        In the series of the indicator.
    indicator
        What is drawn.

    Returns
    -------
    Drawing
        Up to three lines from 0 up; none crosses a gap or a break. England is left out of counts.
    """
    drawn = {key: part for key, part in rows.items() if key != "england" or not indicator.unit.is_count}
    dates = sorted({row.period_end for part in rows.values() for row in part})
    places = [cut.from_period_end + (cut.to_period_end - cut.from_period_end) / 2 for cut in breaks]
    panel = Panel(
        tall=TALL,
        up=axes.figures_up([value for part in drawn.values() for value in _values(part)], indicator.unit, most=4),
        lines=tuple(_line(key, part, indicator) for key, part in reversed(drawn.items())),
        ends=tuple(end for key, part in drawn.items() for end in _end(key, part, indicator, dates[-1])),
        uprights=tuple(Upright(x=when, dash="solid", colour=theme.GRID) for when in places),
        labels=tuple(_cut(group, dates) for group in cuts.gathered([when.toordinal() for when in places], cuts.NEAR)),
    )
    across = axes.calendar(dates[0] - series.LONGEST_STEP / 3, dates[-1] + timedelta(days=90))
    return Drawing(panels=(panel,), across=across)


def _given(row: Grouped | National) -> bool:
    return row.status == "published" and row.value is not None


def _values(part: Sequence[Grouped | National]) -> list[float]:
    return [row.value for row in part if row.status == "published" and row.value is not None]


def _cut(group: Sequence[float], dates: Sequence[date]) -> Label:
    """Say where a series was broken, once for breaks that are near, on the side that has more room."""
    middle = date.fromordinal(round(sum(group) / len(group)))
    early = middle - dates[0] < dates[-1] - middle
    return Label(
        x=middle, y=0, lines=tuple(cuts.said(group).split(" ", 1)), across="left" if early else "right",
        down="bottom", shift=(3 if early else -3, 0), size=10,
    )  # fmt: skip


def _line(key: str, part: Sequence[Grouped | National], indicator: Indicator) -> Line:
    figures = [
        series.Figure(
            x=row.period_end, on=row.period_end, value=row.value if _given(row) else None, status=row.status,
            segment=row.segment, area=key, said=(f"{NAMES[key]}: {_figure(row, indicator)}, {day(row.period_end)}",),
        )
        for row in part
    ]  # fmt: skip
    return series.line(NAMES[key], figures, LOOKS[key], cased=False)


def _figure(row: Grouped | National, indicator: Indicator) -> str:
    status = "not_available" if row.status == "no_weights" else row.status
    return figure(row.value, status, unit=indicator.unit, decimals=_decimals(row, indicator))


def _decimals(row: Grouped | National, indicator: Indicator) -> int:
    """Return the decimals of a figure: that of a group is an average."""
    return (indicator if isinstance(row, National) else averaged(indicator)).decimals


def newest(part: Sequence[Grouped | National]) -> Grouped | National | None:
    """Return the newest figure that is given."""
    return max((row for row in part if _given(row)), key=lambda row: row.period_end, default=None)


def _end(key: str, part: Sequence[Grouped | National], indicator: Indicator, newest_of_all: date) -> list[End]:
    last = newest(part)
    if last is None or last.value is None:
        return []
    written = short_figure(last.value, unit=indicator.unit, decimals=_decimals(last, indicator))
    more = "" if last.period_end == newest_of_all else f"({year_said(last.period_end, basis=indicator.basis)})"
    return [End(name=NAMES[key], figure=written, more=more, x=last.period_end, y=last.value, look=LOOKS[key])]


def _of(row: Grouped | National) -> str:
    """Say what a group's figure is: of how many, and of how many there are."""
    if isinstance(row, National):
        return ""
    counted = None if row.averaged is None or row.left_out is None else (row.averaged, row.averaged + row.left_out)
    return f"{row.basis} of {counted[0]} of {counted[1]}" if counted else row.basis


def alternative(rows: Rows, indicator: Indicator) -> str:
    """Describe a chart for those who do not see it: the newest date and both groups."""
    said = [
        f"{HEADS[key]}: {_figure(last, indicator)}, {dated(last.period_end, indicator)} ({_of(last)} authorities)"
        for key in ("inadequate", "other-grade")
        if (last := newest(rows[key]))
    ]
    return f"Line chart of {indicator.measure}, by the grade in force. {'; '.join(said)}."


def headline(rows: Rows, indicator: Indicator) -> str:
    """Say the newest figure of each line; each with its date where they are not all of one."""
    found = {key: last for key, part in rows.items() if (last := newest(part))}
    if indicator.unit.is_count:
        found.pop("england", None)
    dates = {key: year_said(last.period_end, basis=indicator.basis) for key, last in found.items()}
    one = len(set(dates.values())) == 1
    parts = [_said(key, last, indicator) + ("" if one else f" ({dates[key]})") for key, last in found.items()]
    when = f", {next(iter(dates.values()))}" if one else ""
    return f"{indicator.title}{when}: {', '.join(parts)}" if parts else f"{indicator.title}: no figure is held"


def _said(key: str, last: Grouped | National, indicator: Indicator) -> str:
    written = _figure(last, indicator)
    if isinstance(last, National):
        return f"England {written}"
    number = number_of(last.averaged or 0, "authority")
    return f"{last.basis} {written} in {number} {'rated inadequate' if key == 'inadequate' else 'with another grade'}"


def table(rows: Rows, indicator: Indicator) -> list[Cells]:
    """Write an indicator by grade: Date, Inadequate at that date, Other grade at that date, England."""
    held = [key for key in HEADS if rows[key]]
    by = {key: {row.period_end: row for row in rows[key]} for key in held}
    return [
        {"Date": day(when)}
        | {HEADS[key]: _cell(by[key][when], indicator) if when in by[key] else "none" for key in held}
        for when in sorted({when for dates in by.values() for when in dates})
    ]


def _cell(row: Grouped | National, indicator: Indicator) -> str:
    if row.status in REASON:
        return REASON[row.status]
    return f"{_figure(row, indicator)}, {of}" if (of := _of(row)) else _figure(row, indicator)


def chart(rows: Rows, breaks: Sequence[Break], indicator: Indicator) -> Chart:
    """Put the chart of one indicator together."""
    of_series = [cut for cut in breaks if cut.indicator_id == indicator.id]
    return Chart(
        drawing=rated(rows, of_series, indicator), key=KEY, headline=headline(rows, indicator),
        about=f"{indicator.measure}, {indicator.reference}. England and the medians of authorities by their Ofsted "
        "grade on that date",
        alternative=alternative(rows, indicator), name=(indicator.id, "by-ofsted-grade", "England"),
        notes=(words.GROUPED,),
    )  # fmt: skip
