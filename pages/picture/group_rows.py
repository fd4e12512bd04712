"""The means of groups that a picture draws, as rows of its file of figures."""

from collections.abc import Sequence

import pandas as pd

from pages.charts.comparison.compared import Line
from pages.picture.pictures import Pictured

PUBLISHED = "as published"


def read(lines: Sequence[Line]) -> list[str]:
    """Return the codes of the regions whose published figures are drawn: their rows are those of the publisher."""
    return [line.points[0].group_id for line in lines if line.role == "group" and _read(line)]


def _read(line: Line) -> bool:
    return all(point.basis == PUBLISHED for point in line.points)


def averaged(drawn: Pictured) -> pd.DataFrame:
    """Write the means that were made here as rows: one per group and reference date, with who is in each.

    Parameters
    ----------
    drawn
        The picture.
    """
    about = drawn.asked.about
    return pd.DataFrame(
        [
            {
                "time_period": point.period_end.year, "reference_date": pd.Timestamp(point.period_end),
                "area_code": "", "area_name": line.name, "area_level": "group",
                "indicator_id": about.id, "indicator_title": about.title, "value": point.value,
                "status": point.status, "unit": about.unit.value, "derived": True,
                "note": f"{point.of_how_many}: {point.members}",
            }
            for line in drawn.lines
            if line.role == "group" and not _read(line)
            for point in line.points
        ]
    )  # fmt: skip
