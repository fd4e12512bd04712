"""The two histories of an authority in one line each: government intervention, and the Ofsted grade that stands."""

import pandas as pd

from pages.charts import words
from pages.charts.spans import ending
from pages.charts.words import day


def spells(phases: pd.DataFrame) -> list[str]:
    """Write each intervention in one line: when it began and ended, its forms, as exactly and surely as is known."""
    lines = []
    for _, spell in phases.groupby("intervention_id", sort=False):
        first, last = spell.iloc[0], spell.iloc[-1].to_dict()
        forms = ", then ".join(dict.fromkeys(title[0].lower() + title[1:] for title in spell["title"]))
        unsure = " (form not confirmed)" if (spell["phase"] == "unspecified").all() and "not" not in forms else ""
        lines.append(
            f"began {day(first['began_on'], first['began_precision'])}, {ending(last)}: {forms}{unsure}; "
            f"evidence of {min(spell['confidence'], key=_order)} confidence"
        )
    return lines or ["none found so far: our register is not complete"]


def _order(confidence: str) -> int:
    return ["low", "medium", "high"].index(confidence)


def standing_grade(ribbon: pd.DataFrame, *, closed: str = "") -> str:
    """Write the grade that stands in one line, with what was graded, under which framework, and when.

    Parameters
    ----------
    ribbon
        Rows of `queries.ribbon`.
    closed
        When the authority ended, in words; empty for one that has not.

    Returns
    -------
    str
        After April 2026 the areas judged, and the last overall grade, said to be superseded.
    """
    if not len(ribbon):
        return "no inspection in the files held"
    last = _report(ribbon.iloc[-1])
    if closed:
        return f"last grade before the authority ended on {closed}: {last}"
    graded = ribbon[ribbon["grade"] != words.UNGRADED]
    if ribbon["grade"].iloc[-1] == words.UNGRADED:
        before = f". The last overall grade, since superseded: {_report(graded.iloc[-1])}" if len(graded) else ""
        judged = areas(ribbon["judgements"].iloc[-1])
        return f"{last}: Ofsted gives none for inspections from April 2026. The areas judged: {judged}{before}"
    return last


def areas(judgements: str) -> str:
    """Write the areas judged, given as "leadership: good; in care: good", as a list in a sentence."""
    return judgements.replace(": ", " ").replace("; ", ", ")


def grades(ribbon: pd.DataFrame) -> str:
    """Write the grades that stood, one after another, each with its year of publication and framework."""
    return ", ".join(
        f"{row['grade']} {row['published_on'].year} ({row['framework']})" for row in ribbon.to_dict("records")
    )


def _report(row: pd.Series) -> str:
    inspected = f"inspected {day(row['inspected_on'])}, " if not pd.isna(row["inspected_on"]) else ""
    graded = "" if row["grade"] == words.UNGRADED else f", {row['graded']}"
    return f"{row['grade']}{graded} ({row['framework']}, {inspected}published {day(row['published_on'])})"


def spells_of(rows: pd.DataFrame) -> dict[str, str]:
    """Write the interventions of several authorities, by area code: when each began and ended."""
    found: dict[str, list[str]] = {}
    for row in rows.to_dict("records"):
        words = f"began {day(row['began_on'], row['began_precision'])}, {ending(row)}"
        found.setdefault(row["area_code"], []).append(words)
    return {code: "; ".join(words) for code, words in found.items()}
