"""What several views of the Ofsted page say in the same words: what the frameworks graded, and what is held."""

from collections.abc import Sequence

from pages.charts import grades
from pages.charts.words import UNGRADED as GRADELESS
from pages.charts.words import day, grade, headed, listed, number_of
from pages.ofsted.shown import Cells
from queries.rows.ofsted import InForce, KnownTo

CAUTION = "Judgements have causes that these figures do not show."
AFTER_2026 = (
    "Ofsted gives no overall grade for inspections from April 2026: the areas judged are graded, the whole is not. "
    "A blank there is not missing data."
)
REGIMES = (
    "Frameworks are kept apart. The inspections of safeguarding and looked-after children (SLAC, 2009 to 2012) and of "
    "child protection (CPI, 2012 to 2013) gave no grade for services as a whole; what is shown is safeguarding or "
    "child protection. Overall effectiveness was graded from November 2013 (SIF) and from 2018 (ILACS) until March "
    "2026. Before November 2013 the third grade was adequate, not requires improvement."
)
APART = (
    "Frameworks are kept apart: SLAC graded safeguarding, CPI child protection, SIF and ILACS overall effectiveness, "
    "which has no grade for inspections from April 2026. Before November 2013 the third grade was adequate."
)
UNGRADED = "Monitoring visits and focused visits carry no grade and are not counted as inspections here."
RULE = (
    "Inadequate on a date: the last inspection published by then gave that grade to services as a whole (before "
    "November 2013 to safeguarding or child protection). An authority whose last inspection gave no overall grade, as "
    "all do since April 2026, is in neither group, even where an area of it was judged inadequate."
)
MEDIANS = (
    "The line of a group is the median of its authorities, each counting the same; they differ from year to year. "
    "Figures stand beside one another; they do not show that a judgement changed them, or they a judgement."
)
GROUPED = (
    "Lines of groups are medians of their authorities, which differ from year to year. In neither group: authorities "
    "whose last inspection gave no overall grade."
)
RULES = {
    "published": "A grade stands from the day its report is published.",
    "inspected": (
        "Ofsted's rule for its own tables: the latest inspection begun by 31 March, if its report came out by 30 June "
        "(until 2023 by 30 April). Where the day of an inspection is not held, the day of publication stands for it."
    ),
}


def compiled(known: KnownTo) -> str:
    """Say where the newest judgements come from, and how surely."""
    added = number_of(known.added, "inspection")
    were, each = ("was", "it") if known.added == 1 else ("were", "each of them")
    compared = f"{each} was"
    if known.confirmed != known.added:
        compared = f"{known.confirmed} of them {'was' if known.confirmed == 1 else 'were'}"
    return (
        f"Ofsted's own files end with the report of {day(known.ofsted_to)}. The {added} "
        f"published after it, to {day(known.published_to)}, {were} taken from Ofsted's reports by software (Data to "
        f"Insight's, carried on by JT-39) that keeps the latest report of each authority; {compared} then compared "
        "with the report, which says the same."
    )


def numbered(rows: Sequence[InForce]) -> dict[str, int]:
    """Count the authorities in each grade on the newest date, in the order of the grades."""
    found = [row.grade for row in grades.newest(rows)]
    return {name: found.count(name) for name in grades.ORDER if name in found}


def today(rows: Sequence[InForce]) -> str:
    """Say how many authorities stood in each grade on the newest date."""
    newest = grades.newest(rows)
    parts = [f"{grade(name)} {grades.share(number, len(newest))}" for name, number in numbered(rows).items()]
    return f"On {day(newest[0].as_at)}, of {number_of(len(newest), 'authority')}: {', '.join(parts)}."


def headline(rows: Sequence[InForce], place: str) -> str:
    """Say the same in the words of a headline."""
    newest = grades.newest(rows)
    parts = [f"{number} {name}" for name, number in numbered(rows).items()]
    of = number_of(len(newest), "authority")
    return f"Ofsted's grades, {place}, {day(newest[0].as_at)}: of {of} {', '.join(parts)}"


def ungraded(rows: Sequence[InForce]) -> str:
    """Name the authorities without an overall grade on the newest date."""
    names = [row.authority_name for row in grades.ungraded(rows)]
    if not names:
        return ""
    return f"{headed(GRADELESS)}: {listed(names)}. The areas judged are in a table below."


def areas_judged(rows: Sequence[InForce]) -> list[Cells]:
    """Write the areas judged where there is no overall grade: Authority, Inspected, Published, and one column each."""
    return [
        {"Authority": row.authority_name, "Inspected": day(row.inspected_on), "Published": day(row.published_on)}
        | {area.capitalize(): given for area, _, given in (part.partition(": ") for part in row.judgements.split("; "))}
        for row in grades.ungraded(rows)
    ]
