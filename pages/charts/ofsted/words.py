"""What the Ofsted page says in sentences: findings without cause, notes, and alternative texts."""

from typing import Any

import pandas as pd

from pages.charts import facts
from pages.charts.ofsted import grades, moved, shares
from pages.charts.words import UNGRADED as GRADELESS
from pages.charts.words import day, grade, headed, listed

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
RULE = (
    "Inadequate on a date: the last inspection published by then gave that grade to services as a whole (before "
    "November 2013 to safeguarding or child protection). An authority whose last inspection gave no overall grade, as "
    "all do since April 2026, is in neither group, even where an area of it was judged inadequate."
)
UNGRADED = "Monitoring visits and focused visits carry no grade and are not counted as inspections here."
RULES = {
    "published": "A grade stands from the day its report is published.",
    "inspected": (
        "Ofsted's rule for its own tables: the latest inspection begun by 31 March, if its report came out by 30 June "
        "(until 2023 by 30 April). Where the day of an inspection is not held, the day of publication stands for it."
    ),
}


def compiled(known: dict[str, Any]) -> str:
    """Say where the newest judgements come from, and how surely: the row of `queries.ofsted.known`."""
    read = (
        "each of them was then compared with the report, which says the same"
        if known["confirmed"] == known["added"]
        else f"{known['confirmed']} of them were then compared with the report, which says the same"
    )
    return (
        f"Ofsted's own files end with the report of {day(known['ofsted_to'])}. The {known['added']} inspections "
        f"published after it, to {day(known['published_to'])}, were taken from Ofsted's reports by software (Data to "
        f"Insight's, carried on by JT-39) that keeps the latest report of each authority; {read}."
    )


def ungraded(rows: pd.DataFrame) -> str:
    """Name the authorities without an overall grade on the newest date: rows of `queries.ofsted.in_force`."""
    names = grades.ungraded(rows)["authority_name"].to_list()
    if not names:
        return ""
    return f"{headed(GRADELESS)}: {listed(names)}. The areas judged are in a table below."


def standing(name: str, ribbon: pd.DataFrame, about: dict[str, Any], closed: str) -> list[str]:
    """Say of one authority what grade stands, when it was last inspected, and how many inspections are held.

    Parameters
    ----------
    name
        Of the authority.
    ribbon
        Rows of `queries.ribbon`.
    about
        The row of `queries.ofsted.page`.
    closed
        When the authority ended, in words; empty for one that has not.
    """
    said = [f"Ofsted, {name}: {facts.standing_grade(ribbon, closed=closed)}."]
    if len(ribbon) and not closed:
        last = ribbon.iloc[-1].to_dict()
        began = last["published_on"] if pd.isna(last["inspected_on"]) else last["inspected_on"]
        since = grades.years((about["as_at"] - began).days, full=True)
        said.append(f"Last graded inspection: {day(began)}, {since} before {day(about['as_at'])}, the newest day held.")
    return [*said, f"{about['inspections']} inspections are held, each framework named."]


def today(rows: pd.DataFrame) -> str:
    """Say how many authorities stood in each grade on the newest date: rows of `queries.ofsted.in_force`."""
    newest = rows[rows["as_at"] == rows["as_at"].max()]
    number = newest["grade"].value_counts()
    parts = [f"{grade(name)} {grades.share(int(number[name]), len(newest))}" for name in grades.ORDER if name in number]
    return f"On {grades.at_the_end(rows['as_at'])}, of {len(newest)} authorities: {', '.join(parts)}."


def went(rows: pd.DataFrame) -> str:
    """Say how many moves were up, down and level, and how long lay between: rows of `queries.ofsted.moves`."""
    kept = moved.compared(rows)
    if not len(kept):
        return "No two inspections that graded overall effectiveness followed one another here."
    number = kept["move"].value_counts()
    risen = kept[(kept["grade_before"] == "inadequate") & (kept["move"] == "rose")]["days"]
    from_there = (
        f" From inadequate to a higher grade the median time between reports was {grades.years(risen.median())} "
        f"({len(risen)} moves)."
        if len(risen)
        else ""
    )
    return (
        f"Of {len(kept)} inspections that followed another under a framework with overall effectiveness, "
        f"{number.get('rose', 0)} gave a higher grade, {number.get('the same', 0)} the same and "
        f"{number.get('fell', 0)} a lower one.{from_there}"
    )


def longest(rows: pd.DataFrame) -> str:
    """Say which authority has waited longest: rows of `queries.ofsted.since`."""
    known = rows[rows["days"].notna()]
    first = known.iloc[0]
    return (
        f"On {day(first['as_at'])}, the longest time since a graded inspection began was "
        f"{grades.years(first['days'], full=True)} ({first['authority_name']}); the median was "
        f"{grades.years(known['days'].median(), full=True)}. How long it is since an "
        "inspection says nothing of an authority's services."
    )


def share_alt(rows: pd.DataFrame) -> str:
    """Describe the shares for those who do not see them."""
    panels = [words for graded, words in grades.GRADED.items() if graded in set(shares.counted(rows)["graded"])]
    return (
        f"Stacked bars of the share of authorities in each grade on each 31 March since 2010, in {len(panels)} panels: "
        f"{'; '.join(panels)}. {today(rows)} All of it is in the table below."
    )


def grid_alt(rows: pd.DataFrame, place: str) -> str:
    """Describe the grid for those who do not see it."""
    return (
        f"Grid of {rows['authority_name'].nunique()} authorities ({place}) by year: the grade in force on each "
        "31 March since 2010, as a letter and a shade. All of it is in the table below."
    )


def judged_alt(name: str, ribbon: pd.DataFrame, visited: pd.DataFrame) -> str:
    """Describe the judgements of one authority for those who do not see them."""
    marked = f" {len(visited)} visits, which carry no grade, are marked." if len(visited) else ""
    return (
        f"Timeline of Ofsted's judgements of {name}: services as a whole, and each area. In order: "
        f"{facts.grades(ribbon) or 'none held'}.{marked} All of it is in the tables below."
    )
