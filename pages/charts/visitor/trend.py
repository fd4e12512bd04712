"""A visitor's own figures as rows of a timeline, beside the published ones: called DRAFT, whatever they are."""

from collections.abc import Iterator, Mapping, Sequence

from data.catalogue import Indicator
from pages.charts.visitor.lines import role
from queries.rows.figures import Trend
from queries.rows.visitor import WithPublished

KINDS = {"own": "", "own_other": ", other dates", "own_month": ", months", "own_quarter": ", quarters"}


def visitor_trend(
    figures: Sequence[WithPublished], indicators: Sequence[Indicator], names: Mapping[str, str]
) -> list[Trend]:
    """Return a row for each own figure that can stand beside annual ones, by date, with a role that begins with own.

    Parameters
    ----------
    figures
        Of `queries.visitor.with_published`, of authorities of the timeline.
    indicators
        What the timeline shows.
    names
        What to call each authority's own figures: nothing for the chosen one.
    """
    return sorted(_rows(figures, {each.id: each for each in indicators}, names), key=lambda row: row.period_end)


def _rows(
    figures: Sequence[WithPublished], indicators: Mapping[str, Indicator], names: Mapping[str, str]
) -> Iterator[Trend]:
    for row in figures:
        about = indicators.get(row.indicator_id)
        if about and (drawn_as := role(row, about)):
            yield _row(row, drawn_as, names[row.asked_code])


def _row(row: WithPublished, role: str, name: str) -> Trend:
    return Trend(
        indicator_id=row.indicator_id, role=role, area_code=row.asked_code,
        area_name=f"Own {name}, DRAFT{KINDS[role]}".replace(" ,", ","), area_level="own",
        period_start=row.period_end, period_end=row.period_end, value=row.value, status="published", numerator=None,
        denominator=None, derived=False, averaged=None, averaged_of=None, note="", unusual=False,
        segment=-1 if row.segment is None else row.segment, source_id="", edition="", source_file="", source_row=None,
    )  # fmt: skip
