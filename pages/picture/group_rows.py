"""The means of groups that a picture draws, as rows of its file of figures. No Streamlit here."""

from collections.abc import Sequence

import pandas as pd

from pages.charts.comparison.compared import Line
from pages.charts.words import basis_words
from pages.picture.pictures import Drawing

PUBLISHED = "as published"


def read(lines: Sequence[Line]) -> list[str]:
    """Return the codes of the regions whose published figures are drawn: their rows are those of the publisher."""
    return [line.points[0]["group_id"] for line in lines if line.role == "group" and _read(line)]


def _read(line: Line) -> bool:
    return all(point["basis"] == PUBLISHED for point in line.points)


def averaged(drawing: Drawing) -> pd.DataFrame:
    """Write the means that were made here as rows: one per group and reference date, with who is in each.

    Parameters
    ----------
    drawing
        The picture.
    """
    about = drawing.asked.about
    return pd.DataFrame(
        [
            {
                "time_period": point["period_end"].year, "reference_date": point["period_end"],
                "area_code": "", "area_name": line.name, "area_level": "group",
                "indicator_id": about["indicator_id"], "indicator_title": about["title"], "value": point["value"],
                "status": point["status"], "unit": about["unit"], "derived": True,
                "note": f"{basis_words(point)}: {point['members']}",
            }
            for line in drawing.lines
            if line.role == "group" and not _read(line)
            for point in line.points
        ]
    )  # fmt: skip
