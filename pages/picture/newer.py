"""What newer editions say of the figures of a past one: how many differ or are new, and the largest difference."""

from collections.abc import Sequence

from data.catalogue import Indicator
from pages.charts.words import figure, number_of
from pages.charts.years import date_said
from queries.rows.pictures import Changed

NEW = "not yet published"  # what stood for a figure that came out after the edition
ENGLAND = "England"
WHICH = "of the chosen authorities and England, in the years shown"


def differing(rows: Sequence[Changed], about: Indicator) -> list[Changed]:
    """Return the figures that read otherwise now, or are new: what differs in hidden decimals alone is the same."""
    return [row for row in rows if then(row, about) != now(row, about)]


def then(row: Changed, about: Indicator) -> str:
    """Write what the edition said."""
    if row.status_then == NEW:
        return NEW
    return figure(row.value_then, row.status_then, unit=about.unit, decimals=about.decimals)


def now(row: Changed, about: Indicator) -> str:
    """Write what the newest edition says."""
    return figure(row.value_now, row.status_now, unit=about.unit, decimals=about.decimals)


def said(changed: Sequence[Changed], about: Indicator) -> str:
    """Say what changed, in a sentence or two.

    Parameters
    ----------
    changed
        Of `differing`.
    about
        The indicator.
    """
    new = sum(row.status_then == NEW for row in changed)
    parts = [
        words
        for number, words in (
            (len(changed) - new, f"{number_of(len(changed) - new, 'figure reads', 'figures read')} otherwise now"),
            (new, f"{number_of(new, 'figure is', 'figures are')} new"),
        )
        if number
    ]
    if not parts:
        return f"A newer edition exists; {WHICH}, no figure reads otherwise in it."
    return f"Newer figures exist: {WHICH}, {' and '.join(parts)}.{_largest(changed, about)}"


def _largest(changed: Sequence[Changed], about: Indicator) -> str:
    """Tell the largest difference between two figures: of an authority, or of England where no authority has any."""
    both = [row for row in changed if row.value_then is not None and row.value_now is not None]
    of_some = [row for row in both if row.area_name != ENGLAND] or both
    if not of_some:
        return ""
    row = max(of_some, key=lambda each: abs((each.value_now or 0) - (each.value_then or 0)))
    whose = f"{row.area_name}, {date_said(row.period_end, basis=about.basis)}"
    whole = "" if row.area_name == ENGLAND else " of an authority"
    return f" The largest difference{whole}: {whose}: {then(row, about)} then, {now(row, about)} now."
