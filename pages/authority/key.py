"""The key of the chart: every mark that is drawn, and none that is not, in words."""

from collections.abc import Sequence
from itertools import chain

from pages.authority.lanes import SYMBOLS, VISITS
from pages.authority.panel import BANDS
from pages.authority.shown import CHOSEN, Shown, looks
from pages.charts import claimed, histories, series, theme
from pages.charts.model import Entry, Fill
from pages.choosing.choices import COMPARATORS
from queries.rows.figures import Trend

SIGNS = {("circle", False): "●", ("circle", True): "○", ("triangle-up", True): "△"}


def key(shown: Shown) -> list[Entry]:
    """List the marks of the chart: lines and bands first, then signs, then the inspection frameworks spelt out."""
    drawn = list(chain.from_iterable(shown.of(indicator) for indicator in shown.indicators))
    beside = [Entry(words=_averaged(name, drawn), look=look) for name, look in looks(drawn).items()]
    return [Entry(words=_named(shown), look=CHOSEN), *beside, *_bands(shown), *_signs(shown), *_visits(shown),
            *_frameworks(shown), *claimed.key(shown.claims)]  # fmt: skip


def lines(name: str, rows: Sequence[Trend]) -> list[Entry]:
    """List the lines of panels that stand without a timeline; of how many a median is, differs from panel to panel."""
    named = {"Neighbours": COMPARATORS["neighbours"]}
    beside = [Entry(words=named.get(each, each), look=look) for each, look in looks(rows).items()]
    return [Entry(words=name, look=CHOSEN), *beside]


def signs(rows: Sequence[Trend]) -> list[Entry]:
    """List their signs: why the chosen place has no figure, each reason once, and unusual values."""
    missing = dict.fromkeys(row.status for row in rows if row.role == "chosen" and row.status not in series.DRAWN)
    unusual = [Entry(words="unusual value", sign="○")] * any(row.unusual for row in rows)
    return [*(Entry(words=theme.STATUS_WORDS[status], sign=series.sign(status)) for status in missing), *unusual]


def _named(shown: Shown) -> str:
    joint = {row.area_name for row in shown.trend if row.role == "chosen" and row.area_level == "joint return"}
    return shown.name + (f" (workforce: joint return of {min(joint)})" if joint else "")


def _averaged(name: str, drawn: Sequence[Trend]) -> str:
    averaged = [row for row in drawn if row.role == "neighbours"]
    if name != "Neighbours" or not averaged:
        return name
    newest = max(averaged, key=lambda row: row.period_end)
    return f"Neighbours: median of {newest.averaged} of {newest.averaged_of} statistical neighbours"


def _bands(shown: Shown) -> list[Entry]:
    """Say what the bands are where any is drawn."""
    if not shown.percentiles:
        return []
    return [Entry(words=f"{name} of all authorities", fill=Fill(colour=BANDS[name])) for name in reversed(BANDS)]


def _signs(shown: Shown) -> list[Entry]:
    phases = shown.phases
    by_year = any("year" in (phase.began_precision, phase.ended_precision) for phase in phases)
    wanted = [
        (Entry(words="unusual value, see the notes", sign="◯"), any(row.unusual for row in shown.trend)),
        (Entry(words="rounds to 0", sign="○"), any(row.status == "rounds_to_zero" for row in shown.trend)),
        (Entry(words="only the year is known", fill=histories.UNSURE), by_year),
        (Entry(words="in force when last reported", fill=histories.OPEN), _any(shown, "in_force")),
        (Entry(words="end not known", sign="?"), _any(shown, "end_unknown")),
        (Entry(words="inspected", sign="│"), any(row.inspected_on for row in shown.in_force)),
        (Entry(words="intervention or trust began or ended", sign="┆"), bool(phases)),
    ]
    return [entry for entry, on in wanted if on] + _withheld(shown)


def _any(shown: Shown, state: str) -> bool:
    return any(phase.state == state for phase in shown.phases)


def _withheld(shown: Shown) -> list[Entry]:
    found = {row.status for row in shown.trend if row.role == "chosen"} - {"rounds_to_zero"}
    return [
        Entry(words=theme.STATUS_WORDS[status], sign=f"[{sign}]")
        for status, sign in theme.STATUS_SYMBOLS.items()
        if status in found
    ]


def _visits(shown: Shown) -> list[Entry]:
    """List the signs of the kinds of visits that occur."""
    found = {visit.look for visit in shown.visits}
    return [Entry(words=words, sign=SIGNS[SYMBOLS[look]]) for look, words in VISITS.items() if look in found]


def _frameworks(shown: Shown) -> list[Entry]:
    used = {row.framework.split(" ")[0] for row in shown.in_force}
    return [Entry(words=words, sign=short) for short, words in theme.FRAMEWORKS.items() if short in used]
