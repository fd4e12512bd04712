"""Sixteen questions of all cases around an event, answered in one table, with the other estimators.

    python -m tests.benchmarks.around_sixteen      writes them into around.md, with the day on which it ran

Two judgements and two interventions, by four measures that inspections speak of most. All 248 questions of the page had
been looked through when these were taken: the bands are those of each question alone.
"""

from datetime import UTC, datetime
from pathlib import Path

from data.catalogue import indicators
from data.paths import database
from pages.around.asked import Asked, Shown
from pages.around.checks import checks
from pages.around.choices import EVENTS
from pages.around.estimates import BASE, estimate
from pages.around.panel import panel
from pages.around.words import beyond, year_said
from pages.charts.axes import plus_minus
from pages.charts.words import signed
from queries import around
from queries.database import open_database

QUESTIONS = tuple(
    (event, indicator)
    for event in ("inadequate", "rose", "began", "ended")
    for indicator in ("agency_rate", "vacancy_rate", "rereferral_rate", "cla_rate")
)
WRITTEN = Path(__file__).with_name("around.md")
HEAD = ("event", "indicator", "cases", "year", "estimate", "95% band", "band excludes zero, before",
        "band excludes zero, after", "Sun and Abraham", "stacked", "straight line before goes on")  # fmt: skip
START, END = "<!-- sixteen -->\n", "<!-- end of sixteen -->\n"


def answered(con, event, indicator):
    """Return what is seen of one question."""
    cases, figures = around.cases(con, event=event, indicator=indicator), around.figures(con, indicator=indicator)
    rows = panel(cases, figures, compared="both")
    shown = Shown(tuple(cases), tuple(figures), rows, estimate(rows, compared="both", window=5))
    return shown, Asked(event, indicators()[indicator], 5, "both")


def row(con, event, indicator):
    """Write one question as a row."""
    shown, asked = answered(con, event, indicator)
    year, decimals = year_said(shown), asked.indicator.decimals
    plain = lambda value: signed(value, unit="", decimals=decimals)  # noqa: E731
    others = {each.name.split(",")[0]: each for each in checks(shown.panel, compared="both", year=year, window=5)}
    apart = [each.since for each in shown.estimate.years if beyond(each)]
    sides = [
        ", ".join(map(plus_minus, those)) or "none"
        for those in ([since for since in apart if since < BASE], [since for since in apart if since >= 0])
    ]
    said = [
        "none"
        if each is None
        else f"{plain(each.low)} to {plain(each.high)}"
        if each.estimate is None
        else f"{plain(each.estimate)} ({plain(each.low)} to {plain(each.high)})"
        for each in map(others.get, ("Sun and Abraham", "Stacked difference", "Bounds: a straight line"))
    ]
    cells = (EVENTS[event], asked.indicator.title, str(year.cases), plus_minus(year.since),
             signed(year.estimate, unit=asked.indicator.unit, decimals=decimals),
             f"{plain(year.low)} to {plain(year.high)}", *sides, *said)  # fmt: skip
    return f"| {' | '.join(cells)} |"


def main():
    """Write the table between its marks."""
    con = open_database(Path(database()))
    lines = [f"| {' | '.join(HEAD)} |", "|" + "---|" * len(HEAD), *(row(con, *question) for question in QUESTIONS)]
    made = f"Worked out on {datetime.now(UTC):%-d %B %Y}.\n\n" + "\n".join(lines) + "\n"
    before, _, rest = WRITTEN.read_text(encoding="utf-8").partition(START)
    WRITTEN.write_text(before + START + made + END + rest.partition(END)[2], encoding="utf-8")


if __name__ == "__main__":
    main()
