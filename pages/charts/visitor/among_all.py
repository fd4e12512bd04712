"""A visitor's own figures among those of every authority: a hollow mark on the row of the published one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from data.catalogue import Indicator
from pages.charts import axes, theme
from pages.charts.draft import watermark
from pages.charts.model import Across, Drawing, Entry, Label, Mark, Panel, Tick
from pages.charts.visitor.written import written
from pages.charts.words import day, figure_of
from queries.rows.visitor import WithPublished

SIZE = 13  # pixels across: larger than a dot, which then stands within it where both figures are the same
NAMED = 3  # own figures that are named in the chart: more would cover one another, and the sentence has them all
ROOM = 1.06  # of the largest figure
HEIGHTS = (0.22, 0.78)  # of the panel, at which DRAFT stands across it
KEY = Entry(words="large ring: your own figure, DRAFT", sign="◯")


def beside_published(
    figures: Sequence[WithPublished], names: Mapping[str, str], drawn: Drawing
) -> dict[str, WithPublished]:
    """Return the own figures that have a published one to stand beside, by the name of its mark.

    Parameters
    ----------
    figures
        Of the indicator and the date that are shown.
    names
        Under which each authority stands in the chart, by area code.
    drawn
        The dots or the ranking.
    """
    there = {mark.said[0] for panel in drawn.panels for mark in panel.marks if mark.said}
    return {
        names[each.asked_code]: each
        for each in figures
        if each.comparable and not each.joint and each.value is not None and names.get(each.asked_code) in there
    }


def among_all(drawn: Drawing, figures: Mapping[str, WithPublished], *, indicator: Indicator, named: bool) -> Drawing:
    """Add the marks of own figures to a drawing of every authority, with DRAFT across it.

    Parameters
    ----------
    drawn
        Marks on rows, figures across.
    figures
        As of `beside_published`.
    indicator
        What is shown.
    named
        Whether a mark is named: where the rows have no names of authorities.
    """
    across = _wide_enough(drawn.across, [each.value or 0.0 for each in figures.values()], indicator)
    panels = tuple(
        _with(panel, figures, across, indicator, named=named and len(figures) <= NAMED) for panel in drawn.panels
    )
    draft = tuple(watermark(across, panels[0].up.high * share) for share in HEIGHTS)
    first = replace(panels[0], labels=(*panels[0].labels, *draft))
    return replace(drawn, across=across, panels=(first, *panels[1:]))


def _with(
    panel: Panel, figures: Mapping[str, WithPublished], across: Across, indicator: Indicator, *, named: bool
) -> Panel:
    """Add the marks of own figures to the panel in which their authorities stand."""
    heights = {mark.said[0]: mark.y for mark in panel.marks if mark.said}
    marks = tuple(_mark(name, each, heights[name], indicator) for name, each in figures.items() if name in heights)
    labels = tuple(_label(mark, across) for mark in marks) if named else ()
    return replace(panel, marks=(*panel.marks, *marks), labels=(*panel.labels, *labels))


def _mark(name: str, row: WithPublished, y: float, indicator: Indicator) -> Mark:
    said = (f"{name}, own DRAFT", f"{written(row.value, indicator)}, {day(row.period_end)}")
    return Mark(x=row.value or 0.0, y=y, symbol="circle", size=SIZE, colour=theme.OWN, hollow=True, said=said)


def _label(mark: Mark, across: Across) -> Label:
    """Name a mark below it, towards the middle: the names of the published ones stand above theirs."""
    ends = float(across.first), float(across.last)  # type: ignore[arg-type]
    return Label(
        x=mark.x, y=mark.y, lines=(mark.said[0],), across="right" if float(mark.x) > sum(ends) / 2 else "left",  # type: ignore[arg-type]
        down="top", shift=(0, -7), colour=theme.OWN, bold=True, size=12,
    )  # fmt: skip


def _wide_enough(across: Across, values: Sequence[float], indicator: Indicator) -> Across:
    """Carry the axis on to the largest own figure."""
    low, last = float(across.first), float(across.last)  # type: ignore[arg-type]
    high = max(values, default=0.0) * ROOM
    if high <= last:
        return across
    ticks = tuple(Tick(at=at, words=axes.label(at, indicator.unit, high)) for at in axes.even(max(low, 0.0), high))
    return replace(across, last=high, ticks=ticks)


def said(figures: Mapping[str, WithPublished], indicator: Indicator) -> str:
    """Say whose own figures are drawn, and the published ones beside them."""
    each = [f"{name} {written(one.value, indicator)}{_published(one, indicator)}" for name, one in figures.items()]
    return f"Your own figures (DRAFT, unpublished), drawn hollow: {'; '.join(each)}." if each else ""


def _published(row: WithPublished, indicator: Indicator) -> str:
    return "" if row.published_value is None else f" (published {figure_of(row.published_value, indicator)})"
