"""Pictures for tests, put together from the built database without a page."""

from dataclasses import replace

import queries.catalogue
import queries.history
from data.catalogue import indicators
from pages.charts.comparison import compare
from pages.charts.comparison.compared import Asked, Line
from pages.charts.model import Look
from pages.picture import below
from pages.picture.claims import headline
from pages.picture.composed import Below, Content, composed, credited
from queries import compare as comparisons
from queries import pictures as questions

BIRMINGHAM, DONCASTER, LEEDS, SCILLY = "E08000025", "E08000017", "E08000035", "E06000053"
EIGHT = (BIRMINGHAM, DONCASTER, LEEDS, "E08000032", "E08000033", "E08000036", "E08000034", "E08000016")
VIEWS = {
    "near-equal ends": {"codes": (BIRMINGHAM, DONCASTER), "indicator": "agency_rate", "first": 2017},
    "a gap": {"codes": (BIRMINGHAM,), "indicator": "agency_rate", "first": 2017},
    "a break": {"codes": (DONCASTER,), "indicator": "vacancy_rate"},
    "three breaks": {"codes": (DONCASTER,), "indicator": "spend_safeguarding"},
    "pounds per child": {"codes": (BIRMINGHAM, DONCASTER), "indicator": "spend_looked_after_per_child"},
    "one date": {"codes": (BIRMINGHAM, DONCASTER), "indicator": "social_workers_3_plus_rate"},
    "lines that end early": {"codes": (SCILLY, "E09000001"), "indicator": "cla_rate"},
    "eight lines": {"codes": EIGHT, "indicator": "rereferral_rate", "context": True},
    "a tiny authority": {"codes": (SCILLY, DONCASTER), "indicator": "agency_rate"},
    "an intervention in force": {"codes": ("E06000006",), "indicator": "referrals"},
    "a long name": {"codes": ("E06000058", "E09000027"), "indicator": "vacancy_rate"},
    "a merged authority": {"codes": ("E10000006",), "indicator": "rereferral_rate"},
    "a negative difference": {
        "codes": (BIRMINGHAM, DONCASTER), "indicator": "vacancy_rate", "measure": "difference"
    },
    "an index": {"codes": (BIRMINGHAM, DONCASTER, LEEDS), "indicator": "referrals", "measure": "index"},
    "a rank": {"codes": (BIRMINGHAM, DONCASTER), "indicator": "agency_rate", "measure": "rank"},
    "a draft": {"codes": (BIRMINGHAM,), "indicator": "agency_rate", "draft": True},
    "years since": {"codes": (BIRMINGHAM, DONCASTER), "indicator": "agency_rate", "measure": "since"},
}  # fmt: skip


def lines_of(con, **asked_for):
    """Return the lines, the rows behind them, and how they are asked for."""
    rows, groups, asked = rows_of(con, **asked_for)
    return compare.compared_lines(rows, groups, asked), rows, asked


def rows_of(
    con, *, codes, indicator, measure="published", first=2009, last=2026, context=False, england=True, base=2018
):
    """Return the rows of the authorities and of groups, of which there are none, and how they are asked for."""
    about = indicators()[indicator]
    fact = comparisons.series.frame(con).set_index("indicator_id").to_dict("index")[indicator]
    asked = Asked(
        measure=measure, about=about, other=about, counted=fact["counted"], other_counted=fact["counted"],
        ranked=fact["ranked"], base=base, event="began", england=england, context=context,
    )  # fmt: skip
    span = {"authorities": list(codes), "indicator": indicator, "first": first, "last": last}
    if measure == "since":
        rows = comparisons.since(con, event="began", **span)
    else:
        rows = comparisons.lines(con, measure=measure, base=base, **span)
    groups = comparisons.groups(
        con, authority=codes[0], groups=[], listed=[], model="2025", average="median",
        indicator=indicator, measure=measure, base=base,
        first=first, last=last,
    )  # fmt: skip
    return rows, groups, asked


def drafted(lines):
    """Return a line of figures that are not published, a point above each of the first line."""
    look = Look(colour="#12436d", dash="dot", symbol="circle-open")
    points = tuple(replace(point, shown=point.shown + 1, unusual=False) for point in lines[0].drawn[-2:])
    return Line(name="Birmingham, own figures", role="own", look=look, points=points)


def told_of(con, *, draft=False, **asked_for):
    """Return what a picture tells."""
    lines, rows, asked = lines_of(con, **asked_for)
    names = {row.area_code: row.name for row in queries.catalogue.authorities(con)}
    chosen = {code: names[code] for code in asked_for["codes"]}
    indicator = asked_for["indicator"]
    drawn = [drafted(lines), *lines] if draft else lines
    found = questions.findings(con, authorities=list(chosen), indicator=indicator)
    return Content(
        lines=tuple(drawn), rows=rows, breaks=queries.catalogue.breaks(con, indicators=[indicator]), asked=asked,
        names=chosen, finding=headline(drawn, asked, found, of=len(chosen)),
    )  # fmt: skip


def below_of(con, content):
    """Return what stands under its plot."""
    if content.empty or content.asked.measure == "since" or len(content.names) > below.MOST_ROWS:
        return Below()
    phases = {name: queries.history.interventions(con, authority=code) for code, name in content.names.items()}
    bars = below.interventions(phases, content.across)
    if len(content.names) > 1:
        return Below(interventions=bars)
    ((code, name),) = content.names.items()
    in_force = queries.history.grades_in_force(con, authority=code)
    return Below(interventions=bars, grades=below.grades(name, in_force, content.across))


def credits_of(con, content, *, first=2009, last=2026):
    """Return whose figures and dates it shows."""
    areas = compare.areas([line for line in content.lines if line.role != "own"])
    sources = comparisons.sources(con, areas=areas, indicators=[content.asked.about.id],
                                  groups=["inadequate"], first=first, last=last)  # fmt: skip
    link = "example.org/chart?authority=E08000025,E08000017&indicator=agency_rate"
    return credited(content, sources, (), version="2026-08-22", came_out="", link=link)


def picture_of(con, **asked_for):
    """Put a picture together."""
    content = told_of(con, **asked_for)
    return composed(content, below_of(con, content), credits_of(con, content, first=asked_for.get("first", 2009)))
