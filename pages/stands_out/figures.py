"""What stands out of a figure, in words: what it was or did, when, and England's beside it; one clause a kind."""

from datetime import date

from data.catalogue import Indicator
from pages.charts.words import figure_of, lowered, short_figure, year_said
from queries.rows.stands_out import Fact

HALF = 4  # years from the first of five yearly figures to the last: a turn lies that long after its first figure


def what(about: Indicator) -> str:
    """Name what a figure is of, as it stands in a sentence."""
    title = lowered(about.title)
    return f"the {title}" if title.endswith(" rate") else f"the figure for {title}"


def on(when: date | None, about: Indicator) -> str:
    """Write the date of a figure as it stands after 'in'."""
    said = year_said(when or date.min, basis=about.basis)
    return f"the {said}" if said.startswith("year") else said


def written(value: float | None, about: Indicator) -> str:
    """Write a figure that there is, with its unit."""
    return figure_of(value or 0.0, about)


def _now(fact: Fact, about: Indicator) -> str:
    value = f"was {written(fact.value, about)}" if fact.status == "published" else "rounded to 0"
    return f"{value} in {on(fact.period_end, about)}"


def _bare(value: float | None, about: Indicator) -> str:
    return short_figure(value or 0.0, unit=about.unit, decimals=about.decimals)


def _moved(was: float | None, now: float | None, about: Indicator) -> str:
    """Say how one figure became another, by what is read of both: what looks alike did not move."""
    one, other = _bare(was, about), _bare(now, about)
    if one == other:
        return f"was {written(now, about)} both times"
    return f"{'rose' if (now or 0.0) > (was or 0.0) else 'fell'} from {one} to {written(now, about)}"


def _between(fact: Fact, about: Indicator) -> str:
    return f"between {on(fact.from_period_end, about)} and {on(fact.period_end, about)}"


def _england_moved(fact: Fact, about: Indicator) -> str:
    if fact.place_level == "england" or fact.england_value is None or fact.england_from is None:
        return ""
    return f", while England's {_moved(fact.england_from, fact.england_value, about)}"


def _england(fact: Fact, about: Indicator) -> str:
    known = fact.place_level != "england" and fact.england_value is not None
    return f"; England's was {written(fact.england_value, about)}" if known else ""


def _check(fact: Fact, about: Indicator) -> str:
    beside = f"{_bare(fact.before, about)} the year before"
    if fact.after is None:
        return f"{_now(fact, about)}, after {beside}"
    return f"{_now(fact, about)}, between {beside} and {_bare(fact.after, about)} the year after"


def _largest(fact: Fact, about: Indicator) -> str:
    return (
        f"{_moved(fact.from_value, fact.value, about)} {_between(fact, about)}{_england_moved(fact, about)}; "
        f"none of the {fact.counted} yearly changes that can be compared was larger"
    )


def _since(fact: Fact, about: Indicator) -> str:
    most, since = "highest" if fact.direction == 1 else "lowest", on(fact.from_period_end, about)
    if fact.from_value is None:
        beyond = f"the {most} of the {(fact.counted or 0) + 1} figures since {since} that can be compared"
    else:
        beyond = f"the {most} since {since}, when it was {_bare(fact.from_value, about)}"
    return f"{_now(fact, about)}, {beyond}{_england(fact, about)}"


def _extreme(fact: Fact, about: Indicator) -> str:
    others = (fact.shared_by or 1) - 1
    shared = f", as in {others} other{'s' if others > 1 else ''}" if others else ""
    # not "ranked": one that few are behind may be the lowest, and has no rank
    among = f"the {fact.kind} of {fact.counted} authorities and joint returns with a figure{shared}"
    return f"{_now(fact, about)}, {among}{_england(fact, about)}"


def _outside(fact: Fact, about: Indicator) -> str:
    than = f"{_side(fact)} than the 99.8% limit of chance, {_bare(fact.compared, about)}"
    return f"{_now(fact, about)}, {than}, around England's {written(fact.england_value, about)}"


def _turn(fact: Fact, about: Indicator) -> str:
    turned = fact.from_period_end or fact.period_end
    began = turned.replace(year=turned.year - HALF)
    earlier = "fallen" if fact.direction == 1 else "risen"
    return (
        f"{_moved(fact.compared, fact.value, about)} {_between(fact, about)}, after it had {earlier} "
        f"from {_bare(fact.from_value, about)} in {on(began, about)}{_england(fact, about)}"
    )


def _against(fact: Fact, about: Indicator) -> str:
    return f"{_moved(fact.from_value, fact.value, about)} {_between(fact, about)}{_england_moved(fact, about)}"


def _neighbours(fact: Fact, about: Indicator) -> str:
    than = f"{_side(fact)} than in all {fact.counted} statistical neighbours with a figure"
    return f"{_now(fact, about)}, {than} (their median was {_bare(fact.compared, about)}){_england(fact, about)}"


def _side(fact: Fact) -> str:
    return "higher" if fact.direction == 1 else "lower"


SAID = {
    "check": _check,
    "largest_change": _largest,
    "since": _since,
    "lowest": _extreme,
    "highest": _extreme,
    "outside": _outside,
    "turn": _turn,
    "against_england": _against,
    "neighbours": _neighbours,
}
