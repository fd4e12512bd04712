"""Nine cases that are asked for most, by four measures: each with its double, or why none is shown.

    python -m tests.benchmarks.double_nine      writes them into double.md, with the day on which it ran

And how many authorities some mix of others repeats exactly over a few years: why so many figures before are asked for.
"""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from statistics import fmean

from data.catalogue import indicators
from data.paths import database
from pages.double import found, rules, words
from pages.double.asked import Asked
from pages.double.ranks import ranked
from pages.double.weighing import placebos
from pages.double.window import Panel
from queries import around
from queries.database import open_database

CASES = (
    ("Birmingham", "E08000025", "direction"), ("Birmingham", "E08000025", "trust"), ("Doncaster", "E08000017", "trust"),
    ("Kingston upon Thames", "E09000021", "trust"), ("Northamptonshire", "E10000021", "trust"),
    ("Richmond upon Thames", "E09000027", "trust"), ("Sandwell", "E08000028", "trust"),
    ("Slough", "E06000039", "trust"), ("Sunderland", "E08000024", "trust"),
)  # fmt: skip
NAMED = {"direction": "direction", "trust": "trust or company"}
RATES = ("agency_rate", "vacancy_rate", "rereferral_rate", "cla_rate")
YEARS = (4, 5, 6, 8)
WRITTEN = Path(__file__).with_name("double.md")
START, END = "<!-- nine -->\n", "<!-- end of nine -->\n"
HEAD = ("authority", "event", "measure", "shown or refused")
EXACT_HEAD = ("measure", *(f"over {years} years" for years in YEARS))


def asking(con):
    """Return what answers a question of the database, each once."""

    @cache
    def once(question, wanted):
        return question(con, **dict(wanted))

    return lambda question, **keywords: once(question, tuple(keywords.items()))


def rows(con):
    """Write one row a case and measure."""
    ask = asking(con)
    return [
        (name, NAMED[event], indicators()[rate].title, _said(found.found(area, event, rate, ask), name, event, rate))
        for name, area, event in CASES
        for rate in RATES
    ]


def _said(each, name, event, rate):
    about = indicators()[rate]
    why = found.refused(each, event, about.decimals)
    if why:
        return f"refused: {why}"
    shown, asked = found.shown(each), Asked(name, event, about)
    among = ranked(shown, placebos(shown.window.panel), decimals=about.decimals)
    gaps, panel, on = words.gaps_after(shown), shown.window.panel, words.ends(shown)
    lasts = [each.gaps[-1] for each in shown.without]
    return (
        f"shown: {len(panel.before)} figures before, {words.amount(shown.double.error_before, asked)} apart "
        f"({shown.double.error_before / shown.double.spread:.0%} of the spread of {len(panel.donors)} others). "
        f"{words.mixed(shown)} Gap {words.gap(fmean(gaps), asked)} on average over {len(gaps)} figures, "
        f"{words.gap(gaps[-1], asked)} in {words.said(on[panel.after[-1]], asked)} "
        f"({words.gap(min(lasts), asked)} to {words.gap(max(lasts), asked)} with each left out). Ratio "
        f"{among.ratio:.1f}: {among.place} of {among.many}."
    )


def exact(con, rate, years):
    """Return the share of authorities that a mix of the others repeats exactly over the first years of a series."""
    values = {}
    for row in around.figures(con, indicator=rate):
        if row.value is not None:
            values.setdefault(row.area_code, {})[row.year] = row.value
    dates = sorted({year for each in values.values() for year in each})
    wanted = dates[: years + 1]
    areas = tuple(sorted(code for code, each in values.items() if all(year in each for year in wanted)))
    panel = Panel(areas[0], tuple(wanted[:years]), tuple(wanted[years:]), areas,
                  tuple(tuple(values[code][year] for year in wanted) for code in areas))  # fmt: skip
    tried = placebos(panel)
    return sum(rules.exact(each.error_before, indicators()[rate].decimals) for each in tried) / len(tried)


def written(head, lines):
    """Write a table as Markdown."""
    return "".join(f"| {' | '.join(line)} |\n" for line in (head, ["---"] * len(head), *lines))


def main():
    """Write the tables into double.md."""
    con = open_database(database())
    shares = [(indicators()[rate].title, *(f"{exact(con, rate, years):.0%}" for years in YEARS)) for rate in RATES]
    before, _, rest = WRITTEN.read_text(encoding="utf-8").partition(START)
    _, _, after = rest.partition(END)
    day = f"Worked out on {datetime.now(UTC):%-d %B %Y}.\n"
    made = f"{START}{day}\n{written(HEAD, rows(con))}\n{SHARES}\n{written(EXACT_HEAD, shares)}{END}"
    WRITTEN.write_text(f"{before}{made}{after}", encoding="utf-8")


SHARES = """## Why five figures before

The share of all authorities with complete figures that some mix of the others repeats as exactly as they are published,
over the first years of the stretch that no break crosses:
"""

if __name__ == "__main__":
    main()
