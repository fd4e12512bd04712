"""Up to eight authorities in one chart over time, before what is usual among all, above when government stepped in."""

from collections.abc import Mapping, Sequence
from datetime import date

from pages.charts import claimed
from pages.charts import cuts as broken
from pages.charts.claimed import Claimed
from pages.charts.comparison.around import among_bands, context, highest
from pages.charts.comparison.axes import across, cuts, limits, up
from pages.charts.comparison.compared import Asked, Line
from pages.charts.comparison.dots import Row
from pages.charts.comparison.figures import drawn, end, gaps, last_date, marks, strong, thin
from pages.charts.comparison.lanes import lanes
from pages.charts.draft import watermark
from pages.charts.model import Across, Drawing, End, Label, Panel, Upright
from pages.charts.theme import BACKGROUND
from queries.rows.catalogue import Break
from queries.rows.figures import Percentiles
from queries.rows.history import Phase

MARKED = (0.22, 0.78)  # of the height of a plot, where it is marked as a draft
LEAST_HEIGHT = 196  # pixels: with it interventions and the strip of all stand on a first screen of 800
LABEL_LINE = 17  # pixels that a line of a label takes at most


def comparison(
    rows: Sequence[Row],
    lines: Sequence[Line],
    breaks: Sequence[Break],
    asked: Asked,
    *,
    among: Sequence[Percentiles] = (),
    phases: Mapping[str, Sequence[Phase]] | None = None,
    claims: Sequence[Claimed] = (),
) -> Drawing:
    """Draw one indicator over time, or over the years since an event.

    Parameters
    ----------
    rows
        Rows of `queries.compare.lines` or `since`: those of the role context are drawn in grey where nothing tells
        between which figures all authorities lie.
    lines
        The lines, as of `compared`.
    breaks
        Rows of `queries.catalogue.breaks` for the indicator.
    asked
        How the comparison is asked for.
    among
        Between which figures all authorities lie.
    phases
        Of interventions, by the names of the authorities.
    claims
        Marked on the series, as they are no official figures.

    Returns
    -------
    Drawing
        The lines, and beneath them a lane for each authority in which government intervened in these years.
    """
    axis = across(lines, asked, claims)
    below = lanes(phases or {}, axis) if asked.measure != "since" else None
    return Drawing(
        panels=(_plot(rows, lines, breaks, asked, among, axis, claims), *([below] if below else [])),
        across=axis,
        under=0,
        between=8,
    )


def _plot(
    rows: Sequence[Row], lines: Sequence[Line], breaks: Sequence[Break], asked: Asked, among: Sequence[Percentiles],
    axis: Across, claims: Sequence[Claimed],
) -> Panel:  # fmt: skip
    bands = among_bands(among, lines, asked)
    low, high = limits(lines, asked)
    high = max(high, highest(bands, asked), claimed.highest(claims, asked.about.unit))
    ends = [end(line, asked, last_date(lines)) for line in strong(lines)]
    fine = [drawn(line, asked, look) for line, look in thin(lines)]
    within = [] if asked.measure == "since" else cuts(breaks, lines)
    return Panel(
        up=up(asked, low, high),
        tall=_tall(ends),
        bands=bands,
        lines=(
            *([] if bands else context(rows, asked)),
            *fine,
            *(drawn(line, asked, cased=not bands) for line in reversed(strong(lines))),
        ),
        marks=(*marks(lines, asked), *claimed.marks(claims)),
        gaps=tuple(gaps(lines, asked, low=low, high=high)),
        ends=tuple(ends),
        uprights=tuple(map(_upright, within if asked.measure != "since" else [0.0])),
        labels=(*_cut_labels(within, high), *_draft(lines, axis, low, high)),
    )


def _draft(lines: Sequence[Line], across: Across, low: float, high: float) -> list[Label]:
    """Return a watermark where any line is a visitor's own, else nothing."""
    if not any(line.role == "own" and line.drawn for line in lines):
        return []
    return [watermark(across, low + (high - low) * share) for share in MARKED]


def _upright(at: date | float) -> Upright:
    return Upright(x=at)


def _tall(ends: Sequence[End]) -> float:
    """Return a height in which all labels stand one under the other."""
    letters = [f"{each.name} {each.figure} {each.more}" for each in ends]
    return max(LEAST_HEIGHT, sum(LABEL_LINE * (2 + len(text) // 12) for text in letters))


def _cut_labels(within: Sequence[date], high: float) -> list[Label]:
    """Name the breaks at the top of their lines; those near one another share a label."""
    return [
        Label(
            x=date.fromisoformat(where),
            y=high,
            lines=tuple(words.split("<br>")),
            across="middle",
            down="top",
            behind=BACKGROUND,
        )
        for where, words in broken.labels([when.isoformat() for when in within])
    ]
