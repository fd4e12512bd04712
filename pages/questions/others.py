"""Answers that rest on the register, on judgements and on several places."""

from collections import Counter
from datetime import date

from data.catalogue import indicators
from pages.charts.words import day, figure_of, listed
from pages.questions.facts import Facts, dated, moved, points

BIRMINGHAM, DONCASTER, BRADFORD, COVENTRY, SOLIHULL, ENGLAND = (
    "E08000025", "E08000017", "E08000032", "E08000026", "E08000029", "E92000001",
)  # fmt: skip
NAMES = {BIRMINGHAM: "Birmingham", DONCASTER: "Doncaster", BRADFORD: "Bradford", COVENTRY: "Coventry",
         SOLIHULL: "Solihull", ENGLAND: "England"}  # fmt: skip


def interventions(facts: Facts) -> tuple[str, str]:
    """Answer when intervention began, and what ratings and workforce did."""
    parts = []
    for area in (DONCASTER, BIRMINGHAM):
        spell = next(each for each in facts.spells if each.area_code == area)
        ended = f" and ended {_at(spell.ended_on, spell.ended_precision or 'day')}" if spell.ended_on else ""
        grades = Counter(row.grade for row in facts.judged[area] if row.published_on >= spell.began_on)
        counted = listed([f"{grade} {'once' if count == 1 else f'{count} times'}" for grade, count in grades.items()])
        parts.append(
            f"in {NAMES[area]} it began {_at(spell.began_on, spell.began_precision)}{ended}, and from its beginning on "
            f"Ofsted has judged services {counted}"
        )
    agency = [
        f"{NAMES[area]} from {dated(facts.begun(area, 'agency_rate'))} to {dated(facts.newest(area, 'agency_rate'))}"
        for area in (DONCASTER, BIRMINGHAM)
    ]
    return (
        f"In our register of interventions {'; '.join(parts)}.",
        f"The share of agency social workers, as far back as it compares, moved in {' and in '.join(agency)}.",
    )


def _at(when: date, precision: str) -> str:
    return f"{'on' if precision == 'day' else 'in'} {day(when, precision)}"


def after_inadequate(facts: Facts) -> tuple[str, str]:
    """Answer whether vacancies and agency use rose after an inadequate rating."""
    parts = []
    for id, named in (("vacancy_rate", "the vacancy rate"), ("agency_rate", "the agency rate")):
        row = facts.around[id]
        parts.append(
            f"{named} rose after {row.rose} of {row.judgements} judgements of inadequate and fell after {row.fell}; "
            f"the median change was {points(row.middle)}, and that of England over the same dates {points(row.england)}"
        )
    return (
        f"From the last September before the report to the one two years on, {parts[0]}.",
        f"In the same way {parts[1]}; this does not show why.",
    )


def publicity(facts: Facts) -> tuple[str, str]:
    """Answer whether referrals moved in the councils named, or everywhere."""
    return (
        f"From 2012-13 to 2013-14 referrals moved by {_moves(facts, (BIRMINGHAM, BRADFORD, COVENTRY, ENGLAND), 2013)}.",
        f"From 2020-21, the first year of COVID-19, to 2021-22 they moved by "
        f"{_moves(facts, (SOLIHULL, BRADFORD, ENGLAND), 2021)}; figures of a year cannot place a month.",
    )


def _moves(facts: Facts, areas: tuple[str, ...], year: int) -> str:
    return listed([
        f"{moved(facts.of(area, 'referrals', year), facts.of(area, 'referrals', year + 1))} in {NAMES[area]}"
        for area in areas
    ])  # fmt: skip


def deaths(facts: Facts) -> tuple[str, str]:  # noqa: ARG001
    """Say why deaths and serious incidents are not answered."""
    return (
        "It cannot be said from the figures held: serious incident notifications are not among them, and the "
        "Department says that their number is not a measure of performance.",
        "Figures of deaths are published for England and Wales as a whole; two of the articles differ, falling and "
        "stable, and for one council no official figure of deaths from abuse is published.",
    )


def events(facts: Facts) -> tuple[str, str]:
    """Answer which events and breaks there are."""
    kept = facts.kept
    return (
        f"{kept.local_events} dated events of Birmingham and {kept.national_events} of England are kept, beside its "
        "interventions and judgements.",
        f"{kept.breaks} breaks in {kept.broken_series} series are drawn where figures before and after do not compare; "
        "what stands beside a step need not explain it.",
    )


def unusual(facts: Facts) -> tuple[str, str]:
    """Answer whether a council is unusual."""
    parts, beside = [], []
    for id in ("agency_rate", "rereferral_rate", "cla_rate"):
        now = facts.newest(BIRMINGHAM, id)
        title = indicators()[id].short_title.lower()
        place = f", place {now.rank} of {now.ranked_of} from the lowest" if now.rank else ""
        parts.append(f"{title} {dated(now)}{place}")
        beside.append(f"{title} {figure_of(facts.neighbours.get((id, now.period_end)), indicators()[id])}")
    return (
        f"Birmingham: {'; '.join(parts)}.",
        f"The medians of its statistical neighbours on those dates: {'; '.join(beside)}; a place among all by itself "
        "does not make a council unusual.",
    )


def visitor_figures(facts: Facts) -> tuple[str, str]:
    """Say how own figures are set beside the published ones."""
    newest = facts.newest(ENGLAND, "agency_rate")
    return (
        f"A spreadsheet of your own is read for the {len(indicators())} measures shown here, each by the same "
        "definition, and drawn dotted and marked DRAFT over the published figures.",
        f"For the agency rate, as one of them, it would stand beside England's {dated(newest)}; it is held "
        "in memory for the session alone.",
    )
