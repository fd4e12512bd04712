"""The register whole: a row per authority, phases as bars, steps as marks."""

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain

from pages.charts import axes, histories, theme
from pages.charts.many_rows import walled
from pages.charts.model import Bar, Drawing, Entry, Fill, Mark, Panel, Tick, Up
from pages.charts.words import day, number_of
from pages.interventions import forms
from queries.rows.history import Phase
from queries.rows.register import RegisterPhase, RegisterStep, ServicesMoved

MOVED = "trust_launched"
ROW = 30  # pixels
WIDE = 25  # letters of a name in one line
LETTER_FROM = 400  # days: a bar so long has room for a letter on every screen
ABOVE, BELOW, MARKED = 0.12, 0.34, 0.28  # of a row: from its middle to the edges of its bars, and to its marks
# How what is not sure is filled: an end that is not known, a year of which the day is not, and low confidence.
OPEN = Fill(colour=theme.BACKGROUND, edge=theme.GUIDE, hatch="/")
YEAR = Fill(colour=theme.BACKGROUND, edge=theme.GUIDE, hatch="x")
IN_FORCE = "open end: in force when last reported"
LOW = Fill(colour=theme.CHOSEN, edge=theme.CHOSEN, hatch=".", lines=theme.BACKGROUND)


def ordered(phases: Sequence[RegisterPhase], order: str, moved: Sequence[ServicesMoved] = ()) -> list[str]:
    """Return the names of the authorities in the order of rows: by name, region or first day.

    Parameters
    ----------
    phases
        Of `queries.register.phases`.
    order
        name, region, start, or wall: by region, then start.
    moved
        Those whose services moved, who have a row with or without an intervention.
    """
    first: dict[str, tuple[str, date]] = {}
    begun = chain(
        ((row.authority_name, row.region_name, row.began_on) for row in phases),
        ((row.authority_name, row.region_name, row.moved_on) for row in moved),
    )
    for name, region, on in sorted(begun, key=lambda each: each[2]):
        first.setdefault(name, (region, on))
    keys = {
        "name": lambda name: (name,),
        "region": lambda name: (first[name][0], name),
        "start": lambda name: (first[name][1].isoformat(),),
        "wall": lambda name: (first[name][0], first[name][1].isoformat()),
    }
    return sorted(first, key=keys[order])


def until(phases: Sequence[RegisterPhase], moved: Sequence[ServicesMoved]) -> date:
    """Return the first day of the year after the last that is drawn."""
    days = [day for row in phases for day in (row.last_reported, row.known_to, row.began_on)]
    return date(max([*days, *(row.moved_on for row in moved)]).year + 1, 1, 1)


def drawing(
    phases: Sequence[RegisterPhase], steps: Sequence[RegisterStep], *, order: str, moved: Sequence[ServicesMoved] = ()
) -> Drawing:
    """Draw the phases of every intervention, as far as each is evidenced, and the steps that changed who decides.

    Parameters
    ----------
    phases, steps
        Of `queries.register.phases` and `steps`; one phase at least.
    order
        name, region or start.
    moved
        Of `queries.register.moved`, that stand in the picture with or without an intervention.

    Returns
    -------
    Drawing
        An end that is not known is open: a pale hatched end with a question mark; one in force when last reported is
        hatched without it. Nothing is drawn beyond what is known by more than such an end.
    """
    names = ordered(phases, order, moved)
    last = until(phases, moved)
    first = min([*(row.began_on for row in phases), *(row.moved_on for row in moved)])
    ticks = tuple(Tick(at=n, words="\n".join(textwrap.wrap(name, WIDE))) for n, name in enumerate(names))
    panel = Panel(
        up=Up(low=len(names) - 0.5, high=-0.6, ticks=ticks, grid=False, zero=False),
        tall=ROW * len(names),
        lanes=len(names),
        bars=tuple(bar for phase in phases for bar in bars(phase, names.index(phase.authority_name), last)),
        marks=tuple(_marks(phases, steps, moved, names)),
    )
    return Drawing(panels=(panel,), across=axes.calendar(first, last, top=True, grid=True), left=150, right=6)


def wall(phases: Sequence[RegisterPhase], moved: Sequence[ServicesMoved] = ()) -> Drawing:
    """Draw the same for a picture that is too low for the names of all: thin rows by region, the first to begin first.

    Parameters
    ----------
    phases, moved
        As for `drawing`; the steps, smaller than a letter, are left out.
    """
    region = {row.authority_name: row.region_name for row in moved}
    region |= {row.authority_name: row.region_name for row in phases}
    groups = [region[name] for name in ordered(phases, "wall", moved)]
    thin = walled(drawing(phases, [], order="wall", moved=moved), groups)
    return replace(thin, across=replace(thin.across, top=False))


def wall_key(phases: Sequence[RegisterPhase]) -> list[Entry]:
    """List what fills stand for: thin rows hold no letters and no marks."""
    filled = [replace(entry, sign="") for entry in key(phases) if entry.fill and entry.sign != "?"]
    return [replace(each, words=f"{IN_FORCE}, or not known") if each.words == IN_FORCE else each for each in filled]


def bars(phase: RegisterPhase, row: int, last: date) -> Iterator[Bar]:
    """Yield the bars of a phase as every page draws them, filled by its form and named by its letter."""
    plain = Phase._make(getattr(phase, name) for name in Phase._fields)
    for bar in histories.phase_bars([plain], until=last, low=row + BELOW, high=row - ABOVE):
        letter = _letter(bar, phase)
        yield replace(
            bar, fill=_fill(bar, phase), words=(letter,) if letter else (), over=bool(letter), untold="",
            said=(phase.authority_name, *bar.said),
        )  # fmt: skip


def _fill(bar: Bar, phase: RegisterPhase) -> Fill:
    form = forms.FILL[phase.phase]
    if bar.fill == histories.OPEN:
        return replace(OPEN, edge=form.colour, lines=form.colour)
    if bar.fill == histories.UNSURE:
        return replace(YEAR, edge=form.colour, lines=form.colour)
    return replace(form, hatch=".", lines=theme.BACKGROUND) if phase.confidence == "low" else form


def _letter(bar: Bar, phase: RegisterPhase) -> str:
    """Write the letter of a form where there is room for it, and a question mark where the end is not known."""
    if bar.words == ("?",):
        return "?"
    long = (bar.right - bar.left).days >= LETTER_FROM  # type: ignore[operator,union-attr]
    return forms.LETTERS[phase.phase] if long and bar.fill == histories.SURE else ""


def _marks(
    phases: Sequence[RegisterPhase], steps: Sequence[RegisterStep], moved: Sequence[ServicesMoved], names: list[str]
) -> Iterator[Mark]:
    """Draw the steps that happened and changed who decides or who runs services, above the bars."""
    held = {phase.area_code for phase in phases}
    happened = [step for step in steps if step.area_code in held and step.happened == "happened"]
    for kind in forms.MARKS:
        for step in happened:
            if step.kind == kind and not (moved and kind == MOVED):
                yield _mark(kind, names, step.authority_name, step.event_on, step.date_precision, step.confidence)
    for row in moved:
        yield _mark(MOVED, names, row.authority_name, row.moved_on, row.date_precision, row.confidence)


def _mark(kind: str, names: list[str], name: str, on: date, precision: str, confidence: str) -> Mark:
    symbol, _, words = forms.MARKS[kind]
    return Mark(
        x=on, y=names.index(name) - MARKED, symbol=symbol, size=8, colour=theme.TEXT,
        said=(name, f"{words}, {day(on, precision)}", f"confidence: {confidence}"),
    )  # fmt: skip


def key(phases: Sequence[RegisterPhase]) -> list[Entry]:
    """List forms, ends, marks, and how low confidence looks."""
    held = {phase.phase for phase in phases}
    return [
        *(Entry(words=forms.NAMES[form], fill=forms.FILL[form], sign=forms.LETTERS[form])
          for form in forms.LETTERS if form in held),
        Entry(words=IN_FORCE, fill=OPEN),
        Entry(words="open end: not known", fill=OPEN, sign="?"),
        Entry(words="only the year is known", fill=YEAR),
        Entry(words="evidence of low confidence", fill=LOW),
        *(Entry(words=words.lower(), sign=sign) for _, sign, words in forms.MARKS.values()),
    ]  # fmt: skip


def alternative(phases: Sequence[RegisterPhase], place: str) -> str:
    """Describe the register for those who do not see it."""
    spells, names = ({getattr(row, column) for row in phases} for column in ("intervention_id", "authority_name"))
    open_ = sum(row.state == "end_unknown" for row in phases)
    return (
        f"Bars of {number_of(len(spells), 'intervention')} in {number_of(len(names), 'authority')} "
        f"({place}) on a date axis, by form; {open_} without a known end {'is' if open_ == 1 else 'are'} drawn open. "
        "All of it is in the table below."
    )
