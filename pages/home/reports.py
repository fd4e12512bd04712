"""What is new: the newest reports of Ofsted, and the newest publications."""

from collections.abc import Sequence

import pandas as pd

from pages.charts.words import day, grade, published
from queries.rows.catalogue import Release
from queries.rows.home import Stood

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


def releases(rows: Sequence[Release]) -> pd.DataFrame:
    """Write the newest publications loaded: Publication, Published, Next."""
    return pd.DataFrame(
        [
            {"Publication": row.title, "Published": published(row.published), "Next": row.next_release}
            for row in rows[:MOST]
        ]
    )
