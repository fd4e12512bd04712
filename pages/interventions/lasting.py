"""How long interventions last: the estimate of Kaplan and Meier, with spells that are not known to have ended."""

from collections.abc import Sequence

from pages.charts import theme
from pages.charts.model import Across, Band, Drawing, Entry, Fill, Line, Look, Mark, Panel, Point, Tick, Up
from pages.charts.words import number_of
from queries.rows.register import Lasting, RegisterSpell

TALL = 270  # pixels
AT = (1, 2, 3, 4, 5, 7, 10)  # years of which the table gives the share
QUARTERS = (0, 25, 50, 75, 100)  # percent, named at the axis
ALL = Look(colour=theme.CHOSEN, width=2.5)
KNOWN = Look(colour=theme.OTHER_STYLES[0].colour, dash="dash")
INTERVAL = "#eaf3fb"


def at(rows: Sequence[Lasting], year: float) -> tuple[float, float, float]:
    """Return the share still in force after so many years, and its interval."""
    passed = [row for row in rows if row.years <= year]
    return (passed[-1].share, passed[-1].low, passed[-1].high) if passed else (1.0, 1.0, 1.0)


def at_risk(rows: Sequence[Lasting], year: float) -> int:
    """Return of how many spells it is known that they lasted so long, or still ran then."""
    return next((row.at_risk for row in rows if row.years >= year), 0)


def median(rows: Sequence[Lasting]) -> float | None:
    """Return the length by which half have ended, if as many have."""
    return next((row.years for row in rows if row.share <= 0.5), None)


def drawing(main: Sequence[Lasting], known: Sequence[Lasting]) -> Drawing:
    """Draw the share of interventions still in force after so many years.

    Parameters
    ----------
    main
        Of `queries.register.survival`, of all interventions: those without a known end are censored.
    known
        Of those alone whose end is known or that were in force when last reported.

    Returns
    -------
    Drawing
        Steps from 100% down with a band of 95%, a tick at each censored spell, and a broken line for the second.
    """
    last = main[-1].years
    panel = Panel(
        title="Still in force",
        about="% of interventions, with the 95% interval",
        up=Up(low=0, high=102, ticks=tuple(Tick(at=share, words=f"{share}%") for share in QUARTERS)),
        tall=TALL,
        bands=(_band(main, last),),
        lines=(
            _steps(main, last, ALL, "All interventions"),
            _steps(known, last, KNOWN, "Without those of unknown end"),
        ),
        marks=tuple(
            Mark(x=row.years, y=100 * row.share, symbol="line-ns", size=8, colour=theme.CHOSEN, hollow=True)
            for row in main
            if row.censored
        ),
    )
    ticks = tuple(Tick(at=float(year), words=str(year)) for year in range(0, int(last) + 1, 2))
    across = Across(first=0.0, last=last, ticks=ticks, title="years since the intervention began")
    return Drawing(panels=(panel,), across=across, left=44, right=8)


def _ended(rows: Sequence[Lasting]) -> list[Lasting]:
    return [row for row in rows if row.ended]


def _steps(rows: Sequence[Lasting], last: float, look: Look, name: str) -> Line:
    shares = [(0.0, 100.0), *((row.years, 100 * row.share) for row in _ended(rows)), (last, 100 * at(rows, last)[0])]
    points = tuple(Point(x=x, y=y, said=(f"{name}: {y:.0f}% after {x:.1f} years",)) for x, y in shares)
    return Line(name=name, look=look, runs=(points,), stepped=True)


def _band(rows: Sequence[Lasting], last: float) -> Band:
    _, low, high = at(rows, last)
    edges = [
        (0.0, 100.0, 100.0),
        *((row.years, 100 * row.low, 100 * row.high) for row in _ended(rows)),
        (last, 100 * low, 100 * high),
    ]
    return Band(name="95% interval", colour=INTERVAL, runs=(tuple(edges),), stepped=True)


def key() -> list[Entry]:
    """List the signs of a survival curve."""
    return [
        Entry(words="All interventions, open ones censored", look=ALL),
        Entry(words="Without those of unknown end", look=KNOWN),
        Entry(words="95% interval", fill=Fill(colour=INTERVAL)),
        Entry(words="a censored intervention", sign="│"),
    ]


def lasted(main: Sequence[Lasting], spells: Sequence[RegisterSpell]) -> str:
    """Say how long half of the interventions lasted, and on how many ends that rests."""
    over = sum(spell.state == "ended" for spell in spells)
    half = median(main)
    words = f"Half had ended after {half:.1f} years" if half else "Fewer than half are known to have ended"
    return (
        f"{words}, by an estimate from {number_of(over, 'intervention')} with a known end and {len(spells) - over} "
        "without, which count as far as they are known."
    )


def alternative(main: Sequence[Lasting], spells: Sequence[RegisterSpell]) -> str:
    """Describe the curve for those who do not see it."""
    return f"Survival curve of interventions. {lasted(main, spells)} The table below gives the share after each year."


def table(main: Sequence[Lasting], known: Sequence[Lasting]) -> list[dict[str, str]]:
    """Write the curves: Years, Known to last so long, Still in force with its interval, Without unknown ends."""
    return [
        {
            "Years since it began": str(year),
            "Interventions known to last so long": str(at_risk(main, year)),
            "Still in force": _percent(*at(main, year)),
            "Without those of unknown end": _percent(*at(known, year)),
        }
        for year in AT
    ]


def _percent(share: float, low: float, high: float) -> str:
    return f"{100 * share:.0f}% ({100 * low:.0f}% to {100 * high:.0f}%)"
