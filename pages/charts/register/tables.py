"""What the page of interventions draws, as tables in words, each row with its source and confidence."""

from typing import Any

import pandas as pd

from pages.charts import grades
from pages.charts.register import followed, models, standing_bars
from pages.charts.register.lasting import AT, Curve
from pages.charts.spans import ending
from pages.charts.words import day, listed

UNSURE = {"low": "low: not certain", "medium": "medium", "high": "high"}


def register(phases: pd.DataFrame) -> pd.DataFrame:
    """Write the register: Authority, Region, Form, Began, Ended, Precision, Occasion, Confidence, Note, Source.

    Parameters
    ----------
    phases
        Rows of `queries.register.phases`.
    """
    return pd.DataFrame(
        [
            {
                "Authority": row["authority_name"],
                "Region": row["region_name"],
                "Form": row["title"],
                "Began": day(row["began_on"], row["began_precision"]),
                "Ended": ending(row).removeprefix("ended "),
                "Known to the": _precision(row),
                "Occasion": row["trigger"],
                "Confidence": UNSURE[row["confidence"]],
                "Note": row["note"],
                "Source": " ".join(dict.fromkeys([row["source_url_began"], row["source_url_ended"]])).strip(),
            }
            for row in phases.to_dict("records")
        ]
    )


def _precision(row: dict[str, Any]) -> str:
    ended = f", end {row['ended_precision']}" if row["state"] == "ended" else ""
    return f"beginning {row['began_precision']}{ended}"


def standing(rows: pd.DataFrame) -> pd.DataFrame:
    """Write the numbers in force: Date, one column per degree of evidence, Of low confidence, With evidence.

    Parameters
    ----------
    rows
        Rows of `queries.register.in_force`.
    """
    wide = standing_bars.counted(rows)
    return pd.DataFrame(
        [
            {"Date": day(when)}
            | {models.STANDING[name]: str(int(wide.loc[when, name])) for name in models.STANDING}
            | {
                "Of all these, of low confidence": str(int((rows[rows["as_at"] == when]["confidence"] == "low").sum())),
                "With evidence": ", ".join(
                    rows[(rows["as_at"] == when) & (rows["standing"] == "evidenced")]["authority_name"]
                ),
            }
            for when in reversed(wide.index)
        ]
    )


def lasting(main: Curve, known: Curve) -> pd.DataFrame:
    """Write the curves: Years, Known to last so long, Still in force with its interval, Without unknown ends."""
    return pd.DataFrame(
        [
            {
                "Years since it began": str(year),
                "Interventions known to last so long": str(main.at_risk(year)),
                "Still in force": _percent(*main.at(year)),
                "Without those of unknown end": _percent(*known.at(year)),
            }
            for year in AT
        ]
    )


def _percent(share: float, low: float, high: float) -> str:
    return f"{100 * share:.0f}% ({100 * low:.0f}% to {100 * high:.0f}%)"


def followed_by(phases: pd.DataFrame) -> pd.DataFrame:
    """Write which form followed which: Form, Followed by, How often, Authorities."""
    found = followed.turns(phases).groupby(["phase", "followed_by"], sort=False)["authority_name"].agg(list)
    names = models.NAMES | models.STATES
    return pd.DataFrame(
        [
            {
                "Form": names[before],
                "Followed by": names[after],
                "How often": str(len(found[before, after])),
                "Authorities": ", ".join(sorted(found[before, after])),
            }
            for before in models.NAMES
            for after in followed.AFTER
            if (before, after) in found.index
        ]
    )


def trusts(steps: pd.DataFrame, phases: pd.DataFrame) -> pd.DataFrame:
    """Write the trusts that began under intervention: Authority, Began, Form of intervention then, Confidence, Source.

    Parameters
    ----------
    steps, phases
        Rows of `queries.register.steps` and `phases`.
    """
    begun = steps[(steps["kind"] == "trust_launched") & (steps["happened"] == "happened")]
    return pd.DataFrame(
        [
            {
                "Authority": step["authority_name"],
                "Trust began": day(step["event_on"], step["date_precision"]),
                "Form of intervention before that day": _form(step, phases),
                "Confidence": UNSURE[step["confidence"]],
                "Source": step["source_url"],
            }
            for step in begun.to_dict("records")
        ]
    )


def moved(rows: pd.DataFrame) -> pd.DataFrame:
    """Write where services moved: Authority, Moved, What, Direction then, Returned, Confidence, Source.

    Parameters
    ----------
    rows
        Rows of `queries.register.moved`.
    """
    return pd.DataFrame(
        [
            {
                "Authority": row["authority_name"],
                "Moved": day(row["moved_on"], row["date_precision"]),
                "What": row["title"],
                "Direction on that day": row["direction"],
                "Returned to the council": _return(row),
                "Confidence": UNSURE[row["confidence"]],
                "Source": f"{row['source_title']} {row['source_url']}",
            }
            for row in rows.to_dict("records")
        ]
    )


def _return(row: dict[str, Any]) -> str:
    if pd.notna(row["returned_on"]):
        return day(row["returned_on"])
    if pd.notna(row["return_planned_for"]):
        return f"planned for {day(row['return_planned_for'], 'month')}; not known to have taken place"
    return "not known"


def _form(step: dict[str, Any], phases: pd.DataFrame) -> str:
    before = phases[(phases["intervention_id"] == step["intervention_id"]) & (phases["began_on"] < step["event_on"])]
    return str(before["title"].iloc[-1]) if len(before) else "none known"


def longest(spells: pd.DataFrame) -> str:
    """Say how many interventions are held, by how they ended, and how many rest on low confidence."""
    number = spells["state"].value_counts()
    parts = [f"{number.get(state, 0)} {words[0].lower()}{words[1:]}" for state, words in models.STATES.items()]
    low = int((spells["confidence"] == "low").sum())
    return (
        f"{len(spells)} interventions in {spells['authority_name'].nunique()} authorities are held: {listed(parts)}. "
        f"{grades.share(low, len(spells))} rest on evidence of low confidence."
    )
