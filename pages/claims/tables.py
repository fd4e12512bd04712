"""Claims and the figures beside them, as tables in words."""

from collections.abc import Mapping, Sequence

from data.catalogue import Indicator, indicators
from pages.charts.words import figure, published
from pages.charts.years import date_said
from pages.claims import words
from queries.rows.claims import Found, Said, SeriesPoint


def series(rows: Sequence[SeriesPoint], indicator: Indicator, found: Found | None) -> list[dict[str, str]]:
    """Tell the official figure of each date, now and in the first edition held; the date of the claim is marked."""
    asked = {found.period_end, found.base_period_end} if found else set()
    return [
        {
            "Date": date_said(row.period_end, basis=indicator.basis) + " (of the claim)" * (row.period_end in asked),
            "Official figure": _written(row.value, row.status, indicator),
            "First edition held": _first(row, indicator),
            "What to bear in mind": " ".join(filter(None, [row.note, row.general_note])),
            "Read from": f"{row.publication}: {row.source_file}, row {row.source_row}",
        }
        for row in rows
    ]


def _written(value: float | None, status: str, indicator: Indicator) -> str:
    return figure(value, status, unit=indicator.unit, decimals=indicator.decimals)


def _first(row: SeriesPoint, indicator: Indicator) -> str:
    if not row.first_published or not row.first_status:
        return ""
    return f"{_written(row.first_value, row.first_status, indicator)} ({published(row.first_published)})"


def claims(said: Sequence[Said], found: Mapping[str, Found]) -> list[dict[str, str]]:
    """Tell claims with whose they are and what was found of them."""
    return [
        {
            "Claim (not an official figure)": f"{each.place}: {each.about}, {each.said}",
            "Whose": words.attributed(each),
            "Finding": words.finding(found[each.claim_id], indicators().get(each.indicator_id), each.place),
            "Source": each.source,
        }
        for each in said
    ]
