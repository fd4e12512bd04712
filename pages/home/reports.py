"""What is new: the newest reports of Ofsted, and what was changed in the register of interventions."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

import pandas as pd

from pages.charts.words import day, grade
from queries.rows.doubts import RegisterChange
from queries.rows.home import Stood

PARTS = {
    "interventions.csv": "interventions",
    "intervention_phases.csv": "phases of interventions",
    "intervention_events.csv": "dates",
    "contradictions.csv": "contradictions between sources",
}
MOST = 6  # lines of each list: what came in the last months, within one screen


def newest(grades: Sequence[Stood]) -> pd.DataFrame:
    """Write the newest inspection reports: Authority, Published, Overall grade."""
    dated = sorted(
        ((row.published_on, row) for row in grades if row.published_on), key=lambda pair: pair[0], reverse=True
    )
    return pd.DataFrame(
        [
            {"Authority": row.name, "Published": day(when), "Overall grade": grade(row.grade or "")}
            for when, row in dated[:MOST]
        ]
    )


def register(rows: Sequence[RegisterChange]) -> pd.DataFrame:
    """Write what was last changed in the register, a line for each part of it and day: Day, Rows, Change."""
    days = Counter((row.changed_on, PARTS.get(row.file, row.file), row.change) for row in rows)
    found: dict[tuple[date, str], list[str]] = {}
    for (when, part, change), count in sorted(days.items(), key=lambda each: each[0][2]):
        found.setdefault((when, part), []).append(f"{count} {change}")
    newest = sorted(found.items(), key=lambda each: each[0][1])
    newest.sort(key=lambda each: each[0][0], reverse=True)
    return pd.DataFrame(
        [{"Day": day(when), "Of": part, "Rows": ", ".join(said)} for (when, part), said in newest[:MOST]]
    )
