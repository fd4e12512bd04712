"""What is said around a comparison: its heading, and what was left out and why."""

from collections import Counter
from collections.abc import Mapping, Sequence

from data.catalogue import Indicator
from pages.charts.comparison.axes import beyond
from pages.charts.comparison.compared import REASONS, Asked, Line
from pages.charts.comparison.dots import Row
from pages.charts.comparison.looks import IN_ONE_CHART
from pages.charts.ranks import EXPLAINED
from pages.charts.words import listed
from pages.charts.years import measured, year_of
from queries.rows.compare import Grouped, Pair, Since

STRIP = (
    "One stroke for each authority with a figure; a joint return counts once, and very small authorities are left out. "
    f"{EXPLAINED}"
)
NOTHING = "no figure in these years"
FEW = 3  # authorities that a title names
APART = {
    "%": "in percentage points", "number": "as a number", "FTE": "full-time equivalent", "£": "in pounds",
    "cases": "in cases", "people": "as a number of people",
    "per 100,000": "per 100,000 children",
}  # fmt: skip


def title(names: Sequence[str], asked: Asked) -> str:
    """Head the comparison: the indicator, and who is compared."""
    what = asked.about.title
    if asked.measure == "against":
        what = f"{what} against {asked.other.title[0].lower()}{asked.other.title[1:]}"
    return f"{what}: {listed(names) if len(names) <= FEW else f'{len(names)} local authorities'}"


def apart(about: Indicator) -> str:
    """Say in what a difference of two figures is counted: 'in percentage points', 'per 10,000 children'."""
    unit = about.unit
    return "per 10,000 children" if unit == "per 10,000" else APART.get(unit, f"in {unit}")


def subtitle(asked: Asked) -> str:
    """Say what is drawn: the measure, its unit, where, and on which dates."""
    about = asked.about
    figure = f"{measured(about)}. Local authorities in England."
    return {
        "published": figure,
        "difference": f"Difference from England's published figure, {apart(about)}. {figure}",
        "index": f"Index: the figure of {base_said(asked)} is 100. {figure}",
        "rank": "Rank among the authorities with a figure on the same date: 1 is the lowest figure, and higher on the "
        f"chart is a higher figure. Very small authorities are left out; a joint return counts once. {figure}",
        "since": f"By years since government intervention {asked.event} in each authority: the latest spell in "
        f"children's social care whose date is known. {figure}",
        "against": f"Up: {measured(about)}. Across: {measured(asked.other)}. Both axes start at 0; the two figures of "
        "a point have the same calendar year. "
        "Local authorities in England.",
    }[asked.measure]


def sentences(
    names: Mapping[str, str],
    rows: Sequence[Row],
    chosen: Sequence[str],
    groups: Sequence[Grouped],
    lines: Sequence[Line],
    asked: Asked,
) -> list[str]:
    """Say why nothing can be drawn, or else who is left out and why.

    Parameters
    ----------
    names
        Of the chosen authorities, by area code.
    rows
        Of the question that was asked.
    chosen
        Ids of the chosen groups.
    groups
        Rows of `queries.compare.groups`.
    lines
        What is drawn.
    asked
        How the comparison is asked for.
    """
    if asked.refused:
        return [asked.refused]
    out = [f"{name} is very small: its figures leave the axis, see the table." for name in beyond(lines, asked)]
    return [
        *left_out(names, rows, lines, asked),
        *groups_left_out(chosen, groups, lines, asked),
        *(_related(rows) if asked.measure == "against" else out),
    ]


def _related(rows: Sequence[Row]) -> list[str]:
    """Say how close the two figures of all authorities are to a line, and what that does not show."""
    found = (row for row in rows if isinstance(row, Pair) and row.role == "context" and row.correlation is not None)
    row = next(found, None)
    if row is None:
        return []
    ends = (row.correlation, row.correlation_low, row.correlation_high)
    r, low, high = (f"{end:.2f}".replace("-", "−") for end in ends)
    return [
        f"{row.year}, all {row.correlated} authorities that report both figures, very small ones left out: "
        f"correlation r = {r} (95% interval {low} to {high}; 1 or −1 is a straight line, 0 none). Each authority "
        "counts the same, it is one year alone, and it does not show that one causes the other."
    ]


def base_said(asked: Asked) -> str:
    """Name the base year of an index as its figures are of: 2014-15 where they are of the year to 31 March 2015."""
    return year_of(asked.base, asked.about) if asked.measure == "index" else ""


def drawn_as(asked: Asked) -> str:
    """Name what is drawn in place of the figures themselves, or along what; nothing where they are drawn by date."""
    return {"difference": "difference from England", "index": f"index, {base_said(asked)} = 100",
            "rank": "rank, 1 = lowest",
            "since": f"by years since intervention {asked.event}"}.get(asked.measure, "")  # fmt: skip


def caption(asked: Asked) -> str:
    """Head the table of what is drawn."""
    if asked.measure == "against":
        return f"{asked.about.title} and {asked.other.title}, pairs of the same calendar year"
    return f"{measured(asked.about)}: {drawn_as(asked) or 'as published'}"


def remark(asked: Asked) -> str:
    """Explain what the table of a comparison holds, where it needs it: ranks and their ranges."""
    return f"{EXPLAINED} The range is given for the newest date alone." if asked.measure == "rank" else ""


def left_out(names: Mapping[str, str], rows: Sequence[Row], lines: Sequence[Line], asked: Asked) -> list[str]:
    """Say which of the chosen have no line, and why.

    Parameters
    ----------
    names
        Of the chosen authorities, by area code.
    rows
        Of the question that was asked.
    lines
        What is drawn of them.
    asked
        How the comparison is asked for.

    Returns
    -------
    list of str
        One sentence for each reason.
    """
    drawn = {point.asked_code for line in lines if line.drawn for point in line.points if point.asked_code}
    reasons: dict[str, list[str]] = {}
    for code, name in names.items():
        if code not in drawn:
            of_chosen = [row for row in rows if row.role == "chosen" and row.asked_code == code]
            reasons.setdefault(_reason(of_chosen, asked), []).append(name)
    return [f"{listed(missing)}: {reason}; left out." for reason, missing in reasons.items()]


def _reason(of_chosen: Sequence[Row], asked: Asked) -> str:
    if asked.measure == "since" and not any(isinstance(row, Since) and row.recorded_on for row in of_chosen):
        return f"no known date on which intervention {asked.event}"
    if asked.measure == "against" and of_chosen and of_chosen[0].position > IN_ONE_CHART:
        return f"one against another draws the first {IN_ONE_CHART} authorities"
    if asked.measure == "rank" and any(row.tiny for row in of_chosen):
        return "very small, so without a rank"
    if any(row.value is not None for row in of_chosen):
        return f"no figure of {base_said(asked)} to compare with" if asked.measure == "index" else NOTHING
    known = Counter(row.status for row in of_chosen)
    return f"{NOTHING} ({REASONS[_commonest(known)]})" if set(known) - {"not_available"} else NOTHING


def _commonest(statuses: Counter[str]) -> str:
    """Return the status of most figures, of several the first by name."""
    return min(statuses, key=lambda status: (-statuses[status], status))


def groups_left_out(chosen: Sequence[str], groups: Sequence[Grouped], lines: Sequence[Line], asked: Asked) -> list[str]:
    """Say why groups that were chosen are not drawn."""
    if asked.past:
        return ["Groups are not kept for past editions: they are drawn with the newest figures only."] if chosen else []
    if chosen and asked.measure in ("rank", "since", "against"):
        view = {"rank": "a rank", "since": "years since an event", "against": "one against another"}[asked.measure]
        return [f"Averages of groups are not drawn for {view}."]
    drawn = {point.group_id for line in lines for point in line.points if point.group_id}
    reasons: dict[str, set[str]] = {}
    for row in groups:
        if row.group_id not in drawn:
            reasons.setdefault(row.group_name, set()).add(REASONS.get(row.shown_status, row.shown_status))
    sentences = [f"{name}: {listed(sorted(those))}; left out." for name, those in reasons.items()]
    without = len(set(chosen)) - len({row.group_id for row in groups})
    return sentences + (["A group without any authority that has a row is left out."] if without else [])
