"""The page of England in words: what is shown, of whom there is no figure, and what each view found."""

from collections import Counter
from collections.abc import Mapping, Sequence

from data.catalogue import Indicator
from pages.charts.theme import STATUS_WORDS
from pages.charts.words import figure, listed, signed
from pages.charts.years import year_of
from queries.rows.england import AuthorityYear, Changed, Limited

MOST_NAMED = 6  # names in one sentence: more are a list, and the table has them all
DRAWN = ("published", "rounds_to_zero")
UNCOMPARED = {
    "no_from": "no figure at the beginning",
    "no_to": "no figure at the end",
    "other_area": "not the same area at both dates",
    "rounds_to_zero": "a figure that rounds to 0",
    "break": "a break in the series between the dates",
    "doubted": "a figure to be checked",
}
DIRECTIONS = ("rose", "fell", "stayed level")
MEAN_UNCOMPARED = {
    "no_from": "a year without a figure at the beginning",
    "no_to": "a year without a figure at the end",
    "other_area": "not the same area in all the years",
}


def written(value: float | None, status: str, indicator: Indicator) -> str:
    """Write a figure with its unit, or why there is none."""
    return figure(value, status, unit=indicator.unit, decimals=indicator.decimals)


def direction(percent: float) -> str:
    """Say whether a figure rose or fell by so many per cent, or stayed level as it is written."""
    return "stayed level" if round(percent, 1) == 0 else "rose" if percent > 0 else "fell"


def spread(rows: Sequence[AuthorityYear], indicator: Indicator) -> str:
    """Say how many have a figure, between which ends, and England's."""
    drawn = sorted((row for row in rows if row.value is not None and not row.tiny), key=lambda row: row.value or 0)
    if not drawn:
        return "No authority has a figure on this date."
    ends = "".join(
        f" from {written(drawn[0].value, 'published', indicator)} ({_those(drawn, drawn[0].value)}) "
        f"to {written(drawn[-1].value, 'published', indicator)} ({_those(drawn, drawn[-1].value)})"
    )
    england = rows[0]
    national = (
        f"; England {written(england.england_value, 'published', indicator)}"
        if england.england_value is not None
        else ""
    )
    zero = sum(row.status == "rounds_to_zero" and not row.tiny for row in rows)
    lower = f"; {zero} {'rounds' if zero == 1 else 'round'} to 0" if zero else ""
    tiny = "; the two very small authorities are left out" if any(row.tiny for row in rows) else ""
    every = [row for row in rows if not row.tiny]
    return f"{len(drawn)} of {len(every)} authorities and joint returns have a figure,{ends}{lower}{national}{tiny}."


def _those(drawn: Sequence[AuthorityYear], value: float | None) -> str:
    """Name those that have a figure, and say where it stands to be checked in each of them."""
    rows = [row for row in drawn if row.value == value]
    names = [row.area_name for row in rows]
    who = listed(names) if len(names) <= 2 else f"{names[0]} and {len(names) - 1} others"
    return f"{who}; to be checked" if all(row.doubted for row in rows) else who


def missing(rows: Sequence[AuthorityYear]) -> str:
    """Name those without a figure, with the reason; nothing where every authority has one."""
    reasons: dict[str, list[str]] = {}
    for row in rows:
        if row.status not in DRAWN:
            reasons.setdefault(STATUS_WORDS[row.status] if row.held else "no row in the file", []).append(row.area_name)
    return by_reason(reasons)


def by_reason(reasons: Mapping[str, Sequence[str]]) -> str:
    """Write names with the reason behind them: some names have an "and" in them."""
    return "; ".join(f"{_named(names)} ({reason})" for reason, names in reasons.items())


def _named(names: Sequence[str]) -> str:
    return (
        listed(names)
        if len(names) <= MOST_NAMED
        else f"{', '.join(names[:MOST_NAMED])} and {len(names) - MOST_NAMED} more"
    )


def found_of_change(rows: Sequence[Changed], indicator: Indicator) -> str:
    """Say how many changed beyond chance, which way, and who is not compared."""
    compared = [row for row in rows if row.change is not None]
    if not compared:
        return "No authority can be compared between these dates."
    beyond = [row for row in compared if row.beyond_chance]
    up = sum((row.change or 0) > 0 for row in beyond)
    england = compared[0].england_change
    national = (
        f" England's moved by {signed(england, unit=indicator.unit, decimals=indicator.decimals)}."
        if england is not None
        else " England's change is not known."
    )
    tested = max(row.tested_of or 0 for row in compared)
    said = (
        f"Of {len(compared)} authorities compared, {len(beyond)} changed beyond chance: {up} rose and "
        f"{len(beyond) - up} fell (about one in twenty of these may still be chance; {tested} tested)."
        if tested
        else f"{len(compared)} authorities are compared; whether a change is beyond chance cannot be worked out here."
    )
    return said + national


def span(last: int, years: int, indicator: Indicator) -> str:
    """Write the years of which a mean is taken; of one year alone the year."""
    until = year_of(last, indicator)
    return until if years == 1 else f"the mean of {year_of(last - years + 1, indicator)} to {until}"


def uncompared(rows: Sequence[Changed], *, mean: int = 1) -> str:
    """Name those that are not compared, with the reason."""
    reasons: dict[str, list[str]] = {}
    for row in rows:
        if row.refused:
            reasons.setdefault(why_uncompared(row, mean), []).append(row.area_name)
    return by_reason(reasons)


def why_uncompared(row: Changed, mean: int) -> str:
    """Say why two figures are not compared; of a mean, that a year of it is missing."""
    return (MEAN_UNCOMPARED if mean > 1 else UNCOMPARED).get(row.refused, UNCOMPARED.get(row.refused, ""))


def _limit(where: str) -> str:
    """Write 'above 95%' as a limit."""
    side, share = where.split()
    return f"{side} the {share} limit" + (" only" if share == "95%" else "")


def found_of_chance(rows: Sequence[Limited], indicator: Indicator) -> str:
    """Say how many lie outside the limits, and how the limits were drawn."""
    if not rows:
        return "The limits of chance are not drawn: no denominators of this indicator are held for this date."
    outside = Counter(row.outside for row in rows if row.outside)
    said = ", ".join(f"{count} {_limit(where)}" for where, count in sorted(outside.items())) or "none"
    first = rows[0]
    widened = (
        f"Authorities vary {first.dispersion:.1f} times as much as chance alone would have them: the limits are "
        "widened by that (Spiegelhalter's multiplicative adjustment)."
        if first.adjusted and first.dispersion is not None
        else "The limits are those of chance alone."
    )
    return f"Outside the limits around England's {written(first.target, 'published', indicator)}: {said}. {widened}"
