"""Does the band of all cases around an event hold what it says? Worlds made of our own panel, in which it is known.

Each world draws, with replacement, as many authorities as the panel has, from those without the event: their whole
paths, with the gaps that they have. The dates of the events are dealt among them as they really fell. In one half
nothing happens; in the other each case moves over three years to a level of its own, on average half a standard
deviation. A band holds if it has the truth in every year that it shows, an interval of one year if it has it then.

    python -m tests.benchmarks.around_worlds 500      prints the table that stands in around.md
"""

import random
import sys
from pathlib import Path
from statistics import fmean, stdev

from scipy import stats

from data.paths import database
from pages.around.estimates import BASE, estimate
from pages.around.panel import NEVER, Observed, panel
from queries import around
from queries.database import open_database

QUESTIONS = (("inadequate", "agency_rate"), ("inadequate", "rereferral_rate"), ("began", "cla_rate"))
WINDOW = 5
GROWN = 3  # years until a case has its whole level
AVERAGE, SPREAD = 0.5, 0.25  # of a standard deviation: the level that cases move to, and how it differs among them


def known(since, level):
    """Return how far a case has moved by a year."""
    return level * min(max((since + 1) / GROWN, 0), 1)


def world(paths, dates, deviation, chance, *, moved):
    """Deal the dates among paths that are drawn; with each case's level."""
    rows = []
    for number, start in enumerate(dates):
        path = chance.choice(paths)
        level = chance.gauss(AVERAGE, SPREAD) * deviation if moved else 0.0
        if start != NEVER and not (start - 1 in path and any(year >= start for year in path)):
            continue  # such an authority is no case in the real panel either
        for year, value in path.items():
            more = known(year - start, level) if start != NEVER else 0.0
            rows.append(Observed(f"{number:03}", year, value + more, start))
    return tuple(rows)


def covered(rows, truth):
    """Tell whether the band holds in every year, and in what share of them the interval of one year does."""
    years = [year for year in estimate.__wrapped__(rows, compared="both", window=WINDOW).years if year.since != BASE]
    inside = all(year.low <= known(year.since, truth) <= year.high for year in years)
    single = [
        abs(year.estimate - known(year.since, truth)) <= stats.t.ppf(0.975, year.cases - 1) * year.error
        for year in years
    ]
    return inside, fmean(single)


def coverage(con, event, indicator, worlds, seed=15):
    """Return the shares of worlds that the band and the single intervals hold in, without and with a known move."""
    cases, figures = around.cases(con, event=event, indicator=indicator), around.figures(con, indicator=indicator)
    rows = panel(cases, figures, compared="both")
    dates = list({row.area_code: row.from_year for row in rows}.values())
    paths = {}
    for row in rows:
        if row.from_year == NEVER:
            paths.setdefault(row.area_code, {})[row.year] = row.value
    deviation = stdev(row.value for row in rows)
    chance = random.Random(seed)
    found = []
    for moved in (False, True):
        truth = AVERAGE * deviation if moved else 0.0
        held = [
            covered(world(list(paths.values()), dates, deviation, chance, moved=moved), truth) for _ in range(worlds)
        ]
        found += [fmean(inside for inside, _ in held), fmean(single for _, single in held)]
    return sum(start != NEVER for start in dates), found


def main():
    """Print one row a question."""
    worlds = int(sys.argv[1])
    con = open_database(Path(database()))
    sys.stdout.write(f"| question | cases | worlds | {' | '.join(HEAD)} |\n|---|---|---|---|---|---|---|\n")
    for event, indicator in QUESTIONS if len(sys.argv) < 3 else [tuple(sys.argv[2].split(","))]:
        cases, found = coverage(con, event, indicator, worlds)
        shares = " | ".join(f"{share:.1%}" for share in found)
        sys.stdout.write(f"| {event}, {indicator} | {cases} | {worlds} | {shares} |\n")


HEAD = ("band, nothing moved", "one year", "band, known move", "one year, known move")

if __name__ == "__main__":
    main()
