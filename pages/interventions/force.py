"""How many interventions were in force on each 31 March, and how surely that is known."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from pages.charts import axes, theme
from pages.charts.model import Across, Bar, Drawing, Entry, Fill, Panel, Tick, Up
from pages.charts.words import day
from pages.interventions import forms
from queries.rows.register import InterventionInForce

TALL = 266  # pixels
HALF = 0.44  # of a year, on both sides of a date
MOST_STEPS = 5  # of the upright axis
LEAST_TOP = 4  # interventions that the axis reaches at least
NAMED_FROM = 20  # a number is written in a part that is at least so manieth of the axis
LOOKS = {
    "evidenced": Fill(colour=theme.CHOSEN, edge=theme.GRADE_EDGE, ink=theme.BACKGROUND),
    "reported": Fill(colour="#cae1f5", edge=theme.GRADE_EDGE),
    "unknown": Fill(colour=theme.BACKGROUND, edge=theme.GRADE_EDGE, hatch="/", lines="#bfbfbf"),
}


def counted(rows: Sequence[InterventionInForce]) -> dict[date, Counter[str]]:
    """Count interventions by date and by how surely they were in force, the first date first."""
    found: dict[date, Counter[str]] = {}
    for row in sorted(rows, key=lambda row: row.as_at):
        found.setdefault(row.as_at, Counter(dict.fromkeys(forms.STANDING, 0)))[row.standing] += 1
    return found


def drawing(rows: Sequence[InterventionInForce]) -> Drawing:
    """Draw the number of interventions on each 31 March.

    Parameters
    ----------
    rows
        Of `queries.register.in_force`; one at least.

    Returns
    -------
    Drawing
        Stacked bars: in force with evidence, counted as in force, and those that may have been.
    """
    found = counted(rows)
    top = max(LEAST_TOP, *(numbers.total() for numbers in found.values()))
    years = [when.year for when in found]
    ticks = tuple(Tick(at=at, words=f"{at:g}") for at in axes.even(0, top, MOST_STEPS))
    panel = Panel(
        up=Up(low=0, high=top * 1.05, ticks=ticks),
        tall=TALL,
        bars=tuple(bar for when, numbers in found.items() for bar in _stack(when, numbers, top)),
    )
    across = Across(
        first=years[0] - 0.6, last=years[-1] + 0.6,
        ticks=tuple(Tick(at=float(year), words=str(year)) for year in range(years[0], years[-1] + 1)),
    )  # fmt: skip
    return Drawing(panels=(panel,), across=across, left=34, right=8)


def _stack(when: date, numbers: Counter[str], top: int) -> Iterator[Bar]:
    low = 0
    for standing, fill in LOOKS.items():
        number = numbers[standing]
        if number:
            named = number >= max(2, top / NAMED_FROM)
            yield Bar(
                left=when.year - HALF, right=when.year + HALF, low=low, high=low + number, fill=fill, over=named,
                words=(str(number),) if named else (), said=(f"{day(when)}: {number}. {forms.STANDING[standing]}",),
            )  # fmt: skip
        low += number


def key() -> list[Entry]:
    """List how surely interventions were in force."""
    return [Entry(words=forms.STANDING[standing], fill=fill) for standing, fill in LOOKS.items()]


def in_force(rows: Sequence[InterventionInForce]) -> str:
    """Say what is known of the newest date and of that with most evidence."""
    found = counted(rows)
    most, last = max(found, key=lambda when: found[when]["evidenced"]), list(found)[-1]
    number = found[last]
    return (
        f"The most with evidence on one date: {found[most]['evidenced']}, on {day(most)}. "
        f"On {day(last)}: {number['evidenced']} with evidence, {number['reported']} counted as in force "
        f"though the last evidence is older, and {number['unknown']} that may have been."
    )


def alternative(rows: Sequence[InterventionInForce]) -> str:
    """Describe the bars for those who do not see them."""
    return f"Stacked bars of interventions in force on each 31 March. {in_force(rows)} All of it is in the table below."


def table(rows: Sequence[InterventionInForce]) -> list[dict[str, str]]:
    """Write the numbers in force: Date, one column per degree of evidence, Of low confidence, With evidence."""
    found = counted(rows)
    return [
        {
            "Date": day(when),
            **{forms.STANDING[name]: str(found[when][name]) for name in forms.STANDING},
            "Of all these, of low confidence": str(sum(row.as_at == when and row.confidence == "low" for row in rows)),
            "With evidence": ", ".join(
                row.authority_name for row in rows if row.as_at == when and row.standing == "evidenced"
            ),
        }
        for when in reversed(found)
    ]
