"""The key of a comparison: what is not named at the ends of the lines."""

from collections.abc import Sequence

from pages.charts import series
from pages.charts.comparison.compared import Asked, Line
from pages.charts.comparison.dots import Dot
from pages.charts.comparison.figures import thin
from pages.charts.comparison.looks import BEHIND_LOOK, ENGLAND_LOOK, IN_ONE_CHART
from pages.charts.model import Entry


def key(lines: Sequence[Line], asked: Asked) -> list[Entry]:
    """List the marks of a comparison that are not named at the ends of the lines, but the bands behind them."""
    chosen = [line for line in lines if line.role == "chosen"]
    return [
        *([Entry(words="England", look=ENGLAND_LOOK)] if any(line.role == "england" for line in lines) else []),
        *_thin_lines(lines, asked),
        *_signs(chosen, asked),
    ]


def behind(lines: Sequence[Line], asked: Asked) -> list[Entry]:
    """Say what the grey lines or dots are that stand behind the others, where they do."""
    if not asked.context or asked.measure == "rank" or not lines:
        return []
    if asked.measure == "against":
        return [Entry(words="the other authorities that report both figures, in the last year", sign="·")]
    many = sum(line.role == "chosen" for line in lines) > IN_ONE_CHART
    grey = "the other chosen authorities" if many else (
        "all other authorities with such an event" if asked.measure == "since" else "all other authorities"
    )  # fmt: skip
    return [Entry(words=f"{grey}, cut where they leave the axis", look=BEHIND_LOOK)]


def _thin_lines(lines: Sequence[Line], asked: Asked) -> list[Entry]:
    """Name the lines that have no label in one chart."""
    many = sum(line.role == "chosen" for line in lines) > IN_ONE_CHART
    fine = [] if many or asked.measure == "against" else thin(lines)
    return [Entry(words=line.name, look=look) for line, look in fine]


def _signs(chosen: Sequence[Line], asked: Asked) -> list[Entry]:
    entries = []
    if any(point.unusual for line in chosen for point in line.drawn):
        entries.append(Entry(words="unusual value, see notes", sign="◯"))
    gaps = [point for line in chosen if line.drawn for point in line.gaps]
    if asked.measure != "against" and any(not asked.at_zero(point) for point in gaps):
        sign = " ".join(sorted({_sign(point) for point in gaps if not asked.at_zero(point)}))
        entries.append(Entry(words=f"no {'rank' if asked.measure == 'rank' else 'figure'}, see notes", sign=sign))
    if asked.measure != "against" and any(asked.at_zero(point) for point in gaps):
        entries.append(Entry(words="rounds to 0", sign="○"))
    return entries


def _sign(point: Dot) -> str:
    status = point.shown_status
    return series.sign("" if status == "rounds_to_zero" else status)
