"""What the page shows first: the comparison with its key, and where the chosen stand among all authorities."""

from collections.abc import Mapping, Sequence

from pages.charts import claimed
from pages.charts.comparison import around, compare, keys, lanes, words
from pages.charts.comparison.axes import across
from pages.charts.comparison.compared import Asked, Line
from pages.charts.comparison.credit import credit
from pages.charts.comparison.dots import Row
from pages.charts.comparison.strip import strip
from pages.charts.model import Entry
from pages.claims import beside
from pages.compare.picture import Drawn, whole
from pages.database import rows_once
from pages.showing import chart, show
from queries import england
from queries.rows.catalogue import Break
from queries.rows.figures import Percentiles
from queries.rows.history import Phase

MOST_NAMED = 15  # authorities of a group that a line of small print still holds


def charts(
    rows: Sequence[Row],
    lines: Sequence[Line],
    breaks: Sequence[Break],
    asked: Asked,
    among: Sequence[Percentiles],
    phases: Mapping[str, Sequence[Phase]],
    claims: Sequence[str],
) -> list[Drawn]:
    """Show the comparison, its key, and the strip of all authorities; return what is drawn of `compare.pictures`."""
    marked = beside.marked(claims) if lines else []
    drawn = compare.pictures(rows, lines, breaks, asked, among=among, phases=phases, claims=marked)
    drawn = [(each, f"{said} {claimed.described(marked)}".strip()) for each, said in drawn]
    bands = drawn[0][0].panels[0].bands if drawn else ()
    signs = [*keys.key(lines, asked), *(around.key(bands) if bands else keys.behind(lines, asked)),
             *claimed.key(marked)]  # fmt: skip
    chart.key(signs)
    chart.charts(drawn, credit=credit(lines, asked, lanes=bool(phases), columns=len(drawn), claims=bool(marked)))
    show.remark(claimed.noted(marked))
    fills: Sequence[Entry] = []
    if drawn and phases:
        axis = across(lines, asked, marked)
        if fills := lanes.key(phases, axis):
            chart.key(fills)
        show.remark(lanes.without(phases, axis))
    shown = [Drawn(*whole(drawn), tuple(signs), tuple(fills), "Picture", tuple(marked))] if drawn else []
    if drawn and asked.measure not in ("since", "against"):
        shown += _strip(rows, lines, asked)
    for line in lines:
        show.remark(_members(line, asked))
    return shown


def _members(line: Line, asked: Asked) -> str:
    """Name the authorities of a small group, as the neighbours, whose figures its newest is of."""
    newest = line.points[-1]
    named = newest.members if line.role == "group" else ""
    if not named or named.count(";") >= MOST_NAMED:
        return ""
    return f"{line.name}, {asked.date_said(newest.period_end)}: {named.replace('; ', ', ')}."


def _strip(rows: Sequence[Row], lines: Sequence[Line], asked: Asked) -> list[Drawn]:
    """Show where the chosen stand among all on the newest date that is shown."""
    year = max(row.period_end for row in rows if row.period_end is not None).year
    found = strip(rows_once(england.year, indicator=asked.about.id, year=year), lines, asked)
    if not found:
        return []
    chart.chart(found[0], alternative=found[1], credit=credit(lines, asked))
    show.remark(words.STRIP)
    return [Drawn(*found, (), (), "Picture of all authorities", ())]
